"""The archive source: broken, hostile and huge files cost rows, never a crash, a leak or the memory."""

from __future__ import annotations

import gzip
import json
import random
import re
import string
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import pytest
import zstandard

from monitor.errors import SourceError
from monitor.model import HOUR, Status
from monitor.sources import archive
from tests.archives import NOW, START, csv_lines, json_line, pages_of, posts_of, reasons_of

pytestmark = pytest.mark.usefixtures("undisturbed")

CANARY = "zqxcanary"
GOOD = f"7,{START.isoformat()},a,fine\n"
HEAD = "id,created_at,author_id,text\n"


def reasons(tmp_path: Path, content: str | bytes) -> dict[str, int]:
    """Why rows of a file with this content could not be read; the good row after them always is."""
    path = tmp_path / "bad"
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    assert "7" in [post.id for post in posts_of(path)]
    return dict(reasons_of(pages_of(path)))


ROWS = {
    "2,yesterday,a,x": "broken date",
    "2,04/05/2020 10:00:00,a,x": "broken date",
    "2,2020-01-01,a,x": "date without a time of day",
    "2,20200101,a,x": "time out of range",
    "2,,a,x": "no time",
    "2,nan,a,x": "broken date",
    "2,1e400,a,x": "broken date",
    "2,0001-01-01T00:00:00+14:00,a,x": "time out of range",
    "2,9999-12-31T23:59:59-14:00,a,x": "time out of range",
    "2,1999-01-01T00:00:00Z,a,x": "time out of range",
    "2,0,a,x": "time out of range",
    "2,99999999999999999999,a,x": "broken date",
    ",2020-01-01T00:00:00Z,a,x": "no id",
    "2,2020-01-01T00:00:00Z,a": "wrong number of columns",
    "2,2020-01-01T00:00:00Z,a,x,y": "wrong number of columns",
    "2,2020-01-01T00:00:00Z,a,x\ry": "broken row",
    "x" * 3_000_000: "row too long",
    "2,2020-01-01T00:00:00Z,a," + "x" * 300_000: "row too long",
    '2,2020-01-01T00:00:00Z,"no end': "broken row",
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[:40])
def test_bad_row_is_counted_and_passed_over(tmp_path: Path, row: str) -> None:
    """A row that cannot be read is counted under its reason; the rows around it are read."""
    assert reasons(tmp_path, HEAD + row + "\n" + GOOD) == {ROWS[row]: 1}


@pytest.mark.parametrize("later", ["plain", '"quoted"', '"quoted, with comma"', '"quoted\nover lines"'])
def test_open_quote_cannot_swallow_other_rows(tmp_path: Path, later: str) -> None:
    """A quote that is never closed costs no other row, whatever quotes follow it."""
    path = tmp_path / "posts.csv"
    lines = csv_lines(5000).splitlines(keepends=True)
    lines[100] = f'99,{START.isoformat()},a,"never closed\n'
    lines[200] = f"199,{START.isoformat()},a,{later}\n"
    path.write_text("".join(lines))
    assert [post.id for post in posts_of(path)] == [str(number) for number in range(5000)]


def test_word_in_quotes_at_the_start_is_text(tmp_path: Path) -> None:
    """A tool that does not double its quotes is understood as far as the columns fit."""
    path = tmp_path / "posts.csv"
    path.write_text(HEAD + f'1,{START.isoformat()},a,"Free them" they say\n' + GOOD)
    assert [post.text for post in posts_of(path)] == ["Free them they say", "fine"]


def test_file_of_open_quotes_is_read_in_time(tmp_path: Path) -> None:
    """However open quotes are spread, lines are read anew a few times at most, and every row is accounted for."""
    path = tmp_path / "posts.csv"
    for apart in (1, 2, 500):
        rows = ["9,x" if number % apart else '9,"x' for number in range(40_000)]
        path.write_text(HEAD + GOOD + "\n".join(rows) + "\n" + GOOD)
        started = process_time()
        (*_, last) = pages_of(path)
        assert last.posts[-1].id == "7"
        assert process_time() - started < 5
        assert reasons_of(pages_of(path)).total() == 40_000


def test_text_over_several_lines_is_one_post(tmp_path: Path) -> None:
    """Line breaks, quotes and commas inside quotes belong to the text, even where they look like a row."""
    path = tmp_path / "posts.csv"
    text = 'one, "two"\n9,2024-01-01T00:00:00Z,b,fake\r\n\nfour'
    path.write_text(HEAD + f'1,2024-01-01T00:00:00Z,a,"{text.replace(chr(34), chr(34) * 2)}"\n' + GOOD, newline="")
    assert [(post.id, post.text) for post in posts_of(path)] == [("1", text), ("7", "fine")]


def test_stray_bytes_lose_nothing(tmp_path: Path) -> None:
    """In a file of mixed encodings what is no UTF-8 is read as Windows-1252."""
    path = tmp_path / "posts.csv"
    row = b"1,2024-01-01T00:00:00Z,a,"
    path.write_bytes(HEAD.encode() + row + "naïve “x”".encode("cp1252") + b"\n" + row + "Свободу\n".encode())
    assert [post.text for post in posts_of(path)] == ["naïve “x”", "Свободу"]


VALUES = {
    "{not json}": "not JSON",
    '{"id": "1", "text": "x", "created_at": "soon", "author_id": "a"}': "broken date",
    '{"id": "1", "text": "x", "created_at": true, "author_id": "a"}': "broken date",
    '{"id": "1", "text": "x", "created_at": {}, "author_id": "a"}': "broken date",
    '{"id": null, "text": "x", "created_at": 1704873600, "author_id": "a"}': "no id",
    '{"id": "1", "text": ["x"], "created_at": 1704873600, "author_id": "a"}': "no text",
    '{"id": "1", "text": "x", "author_id": "a"}': "no time",
    '{"delete": {"status": {"id": 1}}}': "not a post",
    "[1]": "not a post",
    "17": "not a post",
    '"text"': "not a post",
    '{"a":' + "[" * 100_000 + "]" * 100_000 + "}": "nested too deeply",
    '{"id": ' + "9" * 6000 + "}": "not JSON",
    '{"a": "' + "x" * 9_000_000 + '"}': "row too long",
}


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value[:50])
@pytest.mark.parametrize("array", [False, True])
def test_bad_value_is_counted_and_passed_over(tmp_path: Path, value: str, array: bool) -> None:
    """A JSON value that cannot be read is counted under its reason, on a line or in an array."""
    values = [json_line(6), value, json_line(7)]
    content = "[" + ",".join(values) + "]" if array else "\n".join(values) + "\n"
    assert reasons(tmp_path, content) == {VALUES[value]: 1}


def test_half_characters_are_replaced(tmp_path: Path) -> None:
    """A lone surrogate, which no UTF-8 can hold, never reaches the counting."""
    path = tmp_path / "posts.jsonl"
    flat = {"post_id": "x\ud800", "timestamp": 1704873600, "author": "\udfff", "body": "a\ud83d", "hashtags": "\ud83db"}
    deep = {"entities": {"hashtags": [{"tag": "\ud83d"}]}, "lang": "\ud800\ud800"}
    path.write_text(json_line(1, text="\ud83d ok \ud83d\ude00", **deep) + "\n" + json.dumps(flat))
    first, second = posts_of(path)
    assert first.text == "? ok 😀"
    for post in (first, second):
        "".join((post.id, post.author, post.text, *(post.tags or ()))).encode()


def test_counts_that_cannot_be_are_unknown(tmp_path: Path) -> None:
    """Negative or absurd counts and wrong types are left out, not added."""
    path = tmp_path / "posts.jsonl"
    counts = [{"like_count": -5}, {"like_count": "x"}, {"like_count": 10**300}, {"like_count": True}, [], None]
    path.write_text("\n".join(json_line(number, public_metrics=count) for number, count in enumerate(counts)))
    assert [post.engagement for post in posts_of(path)] == [None] * 6


def cut(tmp_path: Path, packing: str) -> Path:
    """A file of 9,000 posts packed and cut at about three quarters."""
    random.seed(3)
    rows = [line + "".join(random.choices(string.ascii_letters, k=40)) for line in csv_lines(9000).splitlines()[1:]]
    table = (HEAD + "\n".join(rows) + "\n").encode()
    path = tmp_path / "cut"
    if packing == "zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("posts.csv", table)
        content = path.read_bytes()
    else:
        content = _PACKED[packing](table)
    end = len(content) * 3 // 4
    path.write_bytes(content[: content.rindex(b",", 0, end) if packing == "plain" else end])
    return path


def _as_array(table: bytes) -> bytes:
    rows = [line.split(",") for line in table.decode().splitlines()[1:]]
    return json.dumps(
        [{"id": row[0], "created_at": row[1], "author_id": row[2], "text": row[3]} for row in rows]
    ).encode()


_PACKED: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "zstandard": zstandard.compress,
    "plain": bytes,
    "array": _as_array,
}


@pytest.mark.parametrize("packing", ["gzip", "zstandard", "zip", "plain", "array"])
def test_truncated_file_is_never_complete_to_its_end(tmp_path: Path, packing: str) -> None:
    """What comes before the cut is read and complete; the last hour read is not, and the cut is counted once."""
    path = cut(tmp_path, packing)
    pages = pages_of(path, page_size=500)
    posts = [post for page in pages for post in page.posts]
    assert reasons_of(pages) == {"truncated file": 1}
    assert 3000 < len(posts) < 9000
    assert [post.id for post in posts] == [str(number) for number in range(len(posts))]
    complete, rest = pages[-1].coverage
    last_hour = posts[-1].at.replace(minute=0)
    assert (complete.status, complete.start, complete.end) == (Status.COMPLETE, START.replace(minute=0), last_hour)
    assert (rest.status, rest.start, rest.reason) == (Status.PARTIAL, last_hour, "file is truncated")
    again = pages_of(path, cursor=pages[0].cursor)
    assert again[-1].coverage == pages[-1].coverage


def test_truncated_file_out_of_order_is_nowhere_complete(tmp_path: Path) -> None:
    """When posts do not come in the order of time, what a cut took away may lie anywhere."""
    path = tmp_path / "cut.jsonl"
    rows = [json_line(number) for number in (*range(100, 200), *range(100))]
    path.write_text("\n".join(rows)[:-10])
    (span,) = pages_of(path)[-1].coverage
    assert (span.status, span.reason) == (Status.PARTIAL, "file is truncated")
    covers = (START.replace(minute=0), START.replace(minute=0) + 50 * HOUR)
    assert {span.status for span in pages_of(path, covers=covers)[-1].coverage} == {Status.PARTIAL}


@pytest.mark.parametrize("packing", ["gzip", "zstandard"])
def test_damage_inside_a_packed_file_is_no_crash(tmp_path: Path, packing: str) -> None:
    """A flipped byte is counted, and what came before it is kept."""
    pack = {"gzip": gzip.compress, "zstandard": zstandard.ZstdCompressor(write_checksum=True).compress}[packing]
    content = bytearray(pack(csv_lines(20_000).encode()))
    content[len(content) // 2] ^= 0xFF
    path = tmp_path / "flipped"
    path.write_bytes(content)
    pages = pages_of(path)
    assert reasons_of(pages).keys() & {"damaged file", "truncated file"}
    assert Status.PARTIAL in {span.status for span in pages[-1].coverage}


def test_zip_with_a_password_says_what_to_do(tmp_path: Path) -> None:
    """A locked zip is an error that names the way out."""
    path = tmp_path / "locked.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("posts.csv", csv_lines(5))
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(SourceError, match="password"):
        pages_of(path)


def test_table_without_times_names_its_columns(tmp_path: Path) -> None:
    """A header without a time says what was found, what would do and what to do."""
    path = tmp_path / "posts.csv"
    path.write_text(f"id,author,likes,message,my notes\n1,{CANARY},2,{CANARY},x\n")
    with pytest.raises(SourceError, match=r"no column for time \(created_at.*found: id, author.*my notes") as caught:
        pages_of(path)
    assert caught.value.permanent
    assert CANARY not in str(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        f"{CANARY} is here\nand {CANARY} there\n",
        f"1,2024-01-01T00:00:00Z,{CANARY},text\n",
        f"{CANARY},{CANARY}\n",
        f"author,@{CANARY}\n",
        f"1234567,author,{CANARY}\n",
        f"<html><body>{CANARY}",
        f"\x89PNG\r\n{CANARY}\x00\x01",
        f"{CANARY}" * 300_000,
        "",
    ],
    ids=range(9),
)
def test_file_without_header_leaks_nothing(tmp_path: Path, content: str) -> None:
    """A file that is no table of posts is refused without a word of its contents, as its first line may be a post."""
    path = tmp_path / "posts.csv"
    path.write_bytes(content.encode("latin-1"))
    with pytest.raises(SourceError) as caught:
        pages_of(path)
    seen: BaseException | None = caught.value
    while seen:
        assert CANARY not in f"{seen!r} {seen}"
        seen = seen.__cause__ or seen.__context__


def test_quarantine_holds_nothing_of_a_row(tmp_path: Path) -> None:
    """Whatever field is broken, its contents are in no reason, cursor, coverage or repr."""
    path = tmp_path / "posts.jsonl"
    fields = ("id", "text", "created_at", "author_id", "lang", "entities")
    rows = [json_line(1, **{field: [CANARY]}) for field in fields] + [f'{{"{CANARY}', f'{{"{CANARY}": 1}}']
    path.write_text("\n".join(rows) + "\n" + json_line(2, text=CANARY, author_id=CANARY) + "\n")
    pages = pages_of(path)
    assert reasons_of(pages).total() >= 5
    assert CANARY not in repr(pages)


def test_random_files_never_crash(tmp_path: Path) -> None:
    """Hundreds of files of random pieces and damaged copies end in pages that add up, or in a plain error."""
    draw = random.Random(11)
    pieces = [b'"', b"\n", b",", b"{", b"}", b"[", b"]", b"\0", b"\xff", b"\xfe", b"\\", b":", b"id", b"text", b"\r"]
    pieces += [b"created_at", b"2024-01-01T00:00:00Z", b"\xef\xbb\xbf", b"PK\x03\x04", b"\x1f\x8b\x08", b"data", b"-1"]
    whole = [csv_lines(20).encode(), "\n".join(map(json_line, range(9))).encode(), gzip.compress(csv_lines(9).encode())]
    path = tmp_path / "random"
    for _ in range(600):
        content = bytearray(draw.choice([b"", *whole]))
        for _ in range(draw.randrange(1, 12)):
            at = draw.randrange(len(content) + 1)
            content[at : at + draw.randrange(3)] = draw.choice(pieces) * draw.randrange(1, 4)
        path.write_bytes(content)
        with suppress(SourceError):
            posts_of(path)


def known_keys() -> list[str]:
    """Every key the readers of objects ask for, as their source has them."""
    folder = Path(archive.__file__).parent
    sources = [path.read_text() for path in folder.glob("[xfjo]*.py")]
    return sorted({key for source in sources for key in re.findall(r'"([a-zA-Z_]{2,24})"', source)})


def test_values_of_any_type_never_crash(tmp_path: Path) -> None:
    """Every field of every known shape may hold anything."""
    draw = random.Random(5)
    keys = [*known_keys(), "entities", "referenced_tweets", "retweeted_status", "account", "record", "data"]
    odd: list[object] = [None, True, -1, 1e308, 10**40, "", "x", "\ud800", [], {}, [[]], [None], "2024-01-01T00:00:00Z"]

    def value(depth: int) -> object:
        if depth == 0 or draw.random() < 0.3:
            return draw.choice(odd)
        if draw.random() < 0.2:
            return [value(depth - 1) for _ in range(2)]
        return {key: value(depth - 1) for key in draw.sample(keys, 12)}

    path = tmp_path / "odd.jsonl"
    path.write_text("\n".join(json.dumps(value(3)) for _ in range(400)))
    posts_of(path)


LONG_TEXT = "x" * 2000
LARGE = {
    "csv": lambda: HEAD.encode() + (GOOD.replace("fine", LONG_TEXT)).encode() * 10_000,
    "lines": lambda: (json_line(1, text=LONG_TEXT) + "\n").encode() * 8_000,
    "array": lambda: b"[" + (json_line(1, text=LONG_TEXT) + ",").encode() * 8_000 + b"{}]",
    "bomb": lambda: gzip.compress(b"id,created_at,text\n" + b" " * 80_000_000, 1),
    "zstandard bomb": lambda: zstandard.compress(b"id,created_at,text\n" + b" " * 80_000_000),
    "one long line": lambda: b'{"a": "' + b"x" * 40_000_000 + b'"}\n' + json_line(1).encode(),
    "one long value": lambda: b'[{"a": "' + b"x" * 40_000_000 + b'"}, ' + json_line(1).encode() + b"]",
    "open quotes": lambda: (HEAD + GOOD).encode() + b'1,"' * 2_000_000,
}


@pytest.mark.parametrize("shape", LARGE)
def test_memory_stays_flat(tmp_path: Path, shape: str) -> None:
    """However large a file is, unpacked or not, reading it takes a bounded memory: far under its size."""
    path = tmp_path / "large"
    path.write_bytes(LARGE[shape]())
    rows = 0
    tracemalloc.start()
    for page in archive.Archive(path).pages(cursor=None, now=NOW, page_size=200):
        rows += page.read
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert rows
    assert peak < (3 if shape in ("csv", "lines", "array") else 45) * 2**20


def test_a_year_is_not_guessed(tmp_path: Path) -> None:
    """Times keep their year: the bounds are 2006 and a day from now."""
    path = tmp_path / "posts.csv"
    path.write_text("id,time,text\n1,2006-01-01T00:00:00Z,x\n2,2005-12-31T23:59:59Z,x\n")
    assert [post.at for post in posts_of(path)] == [datetime(2006, 1, 1, tzinfo=UTC)]

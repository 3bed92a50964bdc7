"""The archive source: pages, cursors, coverage and what is taken for the same file."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from monitor.errors import SourceError
from monitor.model import HOUR, Status
from monitor.sources.archive import Archive
from tests.archives import NOW, START, csv_lines, json_line, pages_of, posts_of, reasons_of, time_of

FIRST_HOUR = START.replace(minute=0)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of 100 posts."""
    path = tmp_path / "posts.csv"
    path.write_text(csv_lines(100))
    return path


def test_every_row_becomes_a_post(table: Path) -> None:
    """A plain table gives its rows as posts, in order, with times in UTC."""
    posts = posts_of(table)
    assert [post.id for post in posts] == [str(number) for number in range(100)]
    assert [post.at for post in posts] == [time_of(number) for number in range(100)]
    assert (posts[3].author, posts[3].text) == ("a3", "text 3")


@pytest.mark.parametrize("size", [1, 7, 99, 100, 101])
def test_page_size_loses_nothing(table: Path, size: int) -> None:
    """However the pages are cut, the posts are the same."""
    found = [post.id for page in pages_of(table, page_size=size) for post in page.posts]
    assert found == [str(number) for number in range(100)]


@pytest.mark.parametrize("stop", [0, 1, 5, 13, 14])
def test_killed_import_goes_on_after_the_last_page(table: Path, stop: int) -> None:
    """From any page's cursor the rest follows, nothing twice, and the rows before are counted as skipped."""
    whole = pages_of(table, page_size=7)
    rest = pages_of(table, page_size=7, cursor=whole[stop].cursor)
    before = [post.id for page in whole[: stop + 1] for post in page.posts]
    assert before + [post.id for page in rest for post in page.posts] == [str(number) for number in range(100)]
    assert sum(page.skipped for page in rest) == len(before)
    assert sum(page.read for page in rest) == 100
    assert rest[-1].coverage == whole[-1].coverage


def test_file_read_before_gives_one_last_page(table: Path) -> None:
    """A file that was read to its end gives no post again, and its coverage all the same."""
    end = pages_of(table)[-1]
    (again,) = pages_of(table, cursor=end.cursor)
    assert (again.posts, again.skipped, again.read) == ((), 100, 100)
    assert [span.status for span in again.coverage] == [Status.COMPLETE]


def test_hours_are_partial_until_the_last_page(table: Path) -> None:
    """Every page before the last calls its hours partial; the last calls the whole span complete."""
    *early, last = pages_of(table, page_size=30)
    assert {span.status for page in early for span in page.coverage} == {Status.PARTIAL}
    assert {span.reason for page in early for span in page.coverage} == {"import not finished"}
    assert early[0].coverage[0].start == FIRST_HOUR
    (whole,) = last.coverage
    assert (whole.start, whole.status) == (FIRST_HOUR, Status.COMPLETE)
    assert whole.end == time_of(99).replace(minute=0) + HOUR


def test_covers_is_taken_at_its_word(table: Path) -> None:
    """With a given span its whole hours are complete, and posts outside of it come with partial hours."""
    covers = (START + HOUR, START + 5 * HOUR)
    (page,) = pages_of(table, covers=covers)
    assert len(page.posts) == 100
    complete = [span for span in page.coverage if span.status is Status.COMPLETE]
    assert [(span.start, span.end) for span in complete] == [(FIRST_HOUR + 2 * HOUR, FIRST_HOUR + 5 * HOUR)]
    outside = [span for span in page.coverage if span.status is Status.PARTIAL]
    assert [span.start for span in outside] == [FIRST_HOUR, FIRST_HOUR + 5 * HOUR]
    assert {span.reason for span in outside} == {"outside of what the file covers"}


def test_file_without_posts_covers_nothing_unless_told(tmp_path: Path) -> None:
    """No post and no given span: nothing is known. With a span: it is known that there was none."""
    path = tmp_path / "none.csv"
    path.write_text("id,created_at,text\n")
    (page,) = pages_of(path)
    assert (page.posts, page.read, page.coverage) == ((), 0, ())
    (told,) = pages_of(path, covers=(FIRST_HOUR, FIRST_HOUR + HOUR))
    assert [span.status for span in told.coverage] == [Status.COMPLETE]


def test_hour_that_is_not_over_is_partial(tmp_path: Path) -> None:
    """An archive made within the present hour cannot have all of it, whatever it is said to cover."""
    path = tmp_path / "fresh.csv"
    hour = NOW.replace(minute=0)
    path.write_text(f"id,created_at,text\n1,{(hour - HOUR).isoformat()},a\n2,{NOW.isoformat()},b\n")
    for covers in (None, (hour - HOUR, hour + 5 * HOUR)):
        (page,) = pages_of(path, covers=covers)
        spans = [(span.start, span.end, span.status) for span in page.coverage]
        assert spans == [(hour - HOUR, hour, Status.COMPLETE), (hour, hour + HOUR, Status.PARTIAL)]


def test_progress_is_told_in_bytes_on_disk(table: Path) -> None:
    """Progress never goes back and ends at the size of the file."""
    told: list[int] = []
    archive = Archive(table)
    list(archive.pages(cursor=None, now=NOW, progress=told.append))
    assert told == sorted(told)
    assert told[-1] == archive.size == table.stat().st_size


def test_digest_knows_bytes_not_names(table: Path, tmp_path: Path) -> None:
    """The same bytes under another name have the same digest; another key or byte has not."""
    copy = tmp_path / "copy.txt"
    copy.write_bytes(table.read_bytes())
    assert Archive(table).digest(b"key") == Archive(copy).digest(b"key")
    assert Archive(table).digest(b"key") != Archive(table).digest(b"other key")
    copy.write_bytes(table.read_bytes() + b"\n")
    assert Archive(table).digest(b"key") != Archive(copy).digest(b"key")


@pytest.mark.parametrize("cursor", ["", "{}", "[]", "7", '{"row": "x", "first": null, "last": null}', '{"row": 1}'])
def test_strange_cursor_begins_anew(table: Path, cursor: str) -> None:
    """A cursor that says nothing makes the file be read from the start, and no crash."""
    assert len(pages_of(table, cursor=cursor)[0].posts) == 100


def test_missing_file_says_so(tmp_path: Path) -> None:
    """A path that cannot be opened is an error that a human must act on."""
    for read in (lambda one: one.size, lambda one: one.digest(b""), lambda one: list(one.pages(cursor=None, now=NOW))):
        with pytest.raises(SourceError, match=r"nowhere.csv cannot be read: No such file") as caught:
            read(Archive(tmp_path / "nowhere.csv"))
        assert caught.value.permanent


@pytest.mark.parametrize(("offset", "read"), [(-1, True), (0, True), (23, True), (25, False), (24 * 400, False)])
def test_times_to_come_are_refused(tmp_path: Path, offset: int, read: bool) -> None:
    """A clock may be a day ahead, not more."""
    path = tmp_path / "future.jsonl"
    path.write_text(json_line(1, created_at=(NOW + timedelta(hours=offset)).isoformat()))
    assert reasons_of(pages_of(path)) == ({} if read else {"time out of range": 1})


def test_real_archive_is_read_whole() -> None:
    """All 9,737 posts of the real file are read, none is quarantined."""
    shared = os.environ.get("MONITOR_SHARED")
    if not shared:
        pytest.skip("MONITOR_SHARED does not name the folder with the real file")
    path = Path(shared) / "data" / "endsars_mentions.csv"
    pages = list(Archive(path).pages(cursor=None, now=datetime.fromisoformat("2026-11-01T00:00:00+00:00")))
    posts = [post for page in pages for post in page.posts]
    assert (len(posts), reasons_of(pages)) == (9737, {})
    assert len({post.id for post in posts}) == 9737
    assert (posts[0].at.year, posts[-1].at.year) == (2017, 2021)

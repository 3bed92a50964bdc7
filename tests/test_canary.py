"""P1: no observed person is at rest. The proof itself, at a small size, and that its search would find a trace."""

import base64
import gzip
import io
import logging
import sqlite3
from datetime import timedelta
from email.message import EmailMessage

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure

from bench.proofs import canary, canary_campaign
from bench.proofs.canary_marks import Marks, Search
from bench.proofs.canary_process import Job, World, run
from monitor import sources
from monitor.collect import collect
from monitor.counting import Options
from monitor.model import Term, TermKind, Topic
from monitor.record import Counter
from monitor.sources import simulation
from monitor.store import Store

MARK = Marks()(7, "handle")


def test_every_source_has_marked_people():
    """Each source on a network brings a platform of its own, with a mark in every field that can hold one."""
    marks = Marks()
    with canary_campaign.campaign(marks, 2, canary.NOW) as found:
        assert set(found.platforms) == set(sources.names()) - {"archive", "simulation"}
        news, gdelt = found.platforms["news"], found.platforms["gdelt"]
        assert news.settings != gdelt.settings
    assert {source for source, _ in marks.fields} >= {"bluesky", "mastodon", "news", "x"}


def picture(kind: str, words: str) -> bytes:
    """A picture with these words in it and in what it says about itself."""
    made, drawn = io.BytesIO(), Figure()
    drawn.text(0, 0, words)
    with mpl.rc_context({"pdf.fonttype": 42}):
        drawn.savefig(made, format=kind, metadata={"Title": words})
    return made.getvalue()


def mail(words: str) -> bytes:
    """A mail that says this."""
    made = EmailMessage()
    made["Subject"] = "Lamp"
    made.set_content("…" + words, cte="base64")
    return bytes(made)


@pytest.mark.parametrize(
    "data",
    [
        MARK.encode(),
        MARK.upper().encode(),
        MARK[:20].encode(),
        MARK[-15:].encode(),
        MARK.encode("utf-16-le"),
        MARK.encode("utf-16-be"),
        MARK.encode().hex().upper().encode(),
        "".join(f"%{ord(letter):02X}" for letter in MARK).encode(),
        *(base64.b64encode(before + MARK.encode()) for before in (b"", b"a", b"ab", b"abc")),
        base64.urlsafe_b64encode(MARK.upper().encode()),
        MARK[::-1].encode(),
        gzip.compress(b"before " + MARK.encode(), mtime=0),
        picture("png", MARK),
        picture("pdf", MARK),
        mail(MARK),
    ],
)
def test_a_trace_is_found_however_it_was_written(data, tmp_path):
    """Cut off, in capitals, in other alphabets of bytes, packed: a mark in a file is found."""
    (tmp_path / "file").write_bytes(
        b"\x00 before it " + data if data[:2] not in (b"%P", b"\x89P", b"\x1f\x8b") else data
    )
    search = Search()
    search.folder(tmp_path)
    assert search.found.total() > 0
    assert (search.files, search.read > 0) == (1, True)


def test_a_trace_is_found_in_names_and_in_a_store(tmp_path):
    """A file may be named after a person, and a store hold a word in its journal only."""
    (tmp_path / MARK).touch()
    with sqlite3.connect(tmp_path / "a.db") as connection:
        connection.execute("PRAGMA journal_mode=wal")
        connection.execute("CREATE TABLE held (word TEXT)")
        connection.execute("INSERT INTO held VALUES (?)", (MARK,))
        connection.commit()
        search = Search(frozenset({b"115580000000000001"}))
        search.folder(tmp_path)
    connection.close()
    assert sorted(where.partition(",")[0] for where in search.found) == ["a.db-wal", f"the name of {MARK}"]


def test_an_id_of_figures_is_found(tmp_path):
    """What has no letters is told from other figures by its own."""
    (tmp_path / "log").write_text("asked after 115580000000000001, not 1155800000000000012\n", encoding="utf-8")
    search = Search(frozenset({b"115580000000000001"}))
    search.folder(tmp_path)
    assert search.found.total() == 1


def test_a_log_line_that_quotes_a_post_is_found(tmp_path):
    """The lowest level of the log is searched: one careless line is enough."""
    marks = Marks()
    with canary_campaign.campaign(marks, 3, canary.NOW) as found:
        world = World(tmp_path, canary.NOW, found.environ)
        world.home.mkdir()
        assert run(world, Job("careless", function=careless)) == 0
        search = Search()
        search.folder(world.home)
    assert list(search.found) == ["careless.stderr, plain"]


def careless(_: World) -> None:
    """A process that writes a post down where only who debugs would look."""
    logging.getLogger("monitor").debug("reading %s", MARK)


def test_the_invented_people_of_the_simulation_leave_no_trace(tmp_path, caplog):
    """The demo goes the same way as real posts: ids, authors and texts stay in memory."""
    topics = (Topic("lanterns", "Topic 1", (Term(TermKind.TAG, "LumenLanterns"),)),)
    now = simulation.STORY_START + timedelta(days=3)
    store = Store.open(f"sqlite:///{tmp_path}/monitor.db")
    traces: set[bytes] = set()
    with caplog.at_level(logging.DEBUG):
        for source in sources.build({"simulation": simulation.Settings()}, topics):
            collect(store, source, counter=Counter.of(topics, Options(language=True, tone=True)), now=now)
            for page in source.pages(cursor=None, now=now):
                traces |= {text.encode() for post in page.posts for text in (post.id, post.author, post.text)}
    store.close()
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()) + caplog.text.encode()
    assert len(traces) > 500
    assert b"lanterns" in written
    assert [trace for trace in traces if len(trace) > 6 and trace in written] == []

"""The store on both engines: transactions, marks, coverage, small cells, forgetting."""

import sqlite3
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import text

from monitor.errors import StoreError
from monitor.model import DAY, HOUR, Change, Coverage, Evidence, State, Status
from monitor.store import Store

DAY_ONE = datetime(2017, 4, 1, tzinfo=UTC)


def row(hour: int, value: float, measure: str = "posts", **more: object) -> dict[str, object]:
    """One increment of the topic `lamp` in the source `archive`."""
    key: dict[str, object] = {"topic": "lamp", "source": "archive", "measure": measure, "method": "1"}
    return key | {"bucket_hours": 1, "bucket": DAY_ONE + hour * HOUR, "value": value} | more


def span(start: int, end: int, status: Status = Status.COMPLETE, reason: str = "") -> Coverage:
    """Coverage of hours counted from the first day's start."""
    return Coverage(DAY_ONE + start * HOUR, DAY_ONE + end * HOUR, status, reason)


def held(store: Store) -> dict[str, int]:
    """How many rows each table holds."""
    return {one.table: one.rows for one in store.holdings()}


def test_increments_add_up_and_zeros_follow_from_coverage(store, now):
    """An observed hour without posts is a true zero; an hour nobody looked at stays unknown."""
    with store.recording(now=now) as recording:
        recording.add([row(0, 2), row(2, 5)])
        recording.cover("archive", ["lamp"], [span(0, 3), span(4, 5, Status.MISSING, "time-out")])
    with store.recording(now=now) as recording:
        recording.add([row(2, 1)])
    series = store.series("lamp", "archive")
    assert series is not None
    np.testing.assert_array_equal(series.values, [2, 0, 6, np.nan, np.nan])
    np.testing.assert_array_equal(series.complete, [True, True, True, False, False])
    assert (series.start, series.end) == (DAY_ONE, DAY_ONE + 5 * HOUR)


def test_a_transaction_that_fails_stores_nothing(store, now):
    """All of a page is stored or none of it, and the stamp that readers watch does not move."""
    before = store.stamp()
    with pytest.raises(RuntimeError), store.recording(now=now) as recording:
        recording.add([row(0, 2)])
        recording.unseen({b"m" * 16: now + DAY})
        recording.save_cursor("archive", "file", "7")
        raise RuntimeError
    assert store.observations("lamp", "archive") == []
    assert store.cursor("archive", "file") is None
    assert store.stamp() == before
    with store.recording(now=now) as recording:
        assert recording.unseen({b"m" * 16: now + DAY}) == {b"m" * 16}


def test_a_mark_is_new_once(store, now):
    """The same mark is never counted twice, in one page or in another."""
    marks = {bytes([number]) * 16: now + DAY for number in range(100)}
    with store.recording(now=now) as recording:
        assert recording.unseen(marks) == set(marks)
        assert recording.unseen(marks) == set()
    with store.recording(now=now) as recording:
        assert recording.unseen({**marks, b"z" * 16: now + DAY}) == {b"z" * 16}


def test_author_marks_add_up(store, now):
    """How many posts stand behind an author's mark is known across pages."""
    with store.recording(now=now) as recording:
        assert recording.seen_authors({b"a" * 16: 2}) == {b"a" * 16: (True, 2)}
    with store.recording(now=now) as recording:
        assert recording.seen_authors({b"a" * 16: 3, b"b" * 16: 1}) == {b"a" * 16: (False, 5), b"b" * 16: (True, 1)}


def test_complete_stays_complete(store, now):
    """A later look at a complete hour cannot make it less known; a gap can be filled."""
    with store.recording(now=now) as recording:
        recording.cover("archive", ["lamp"], [span(0, 2), span(2, 3, Status.MISSING, "time-out")])
        recording.cover("archive", ["lamp"], [span(0, 3, Status.PARTIAL, "import not finished")])
    found = [(one.status, one.reason) for one in store.coverage("lamp", "archive")]
    assert found == [(Status.COMPLETE, ""), (Status.PARTIAL, "import not finished")]


def test_an_hour_opens_when_it_is_first_counted_into(store, now):
    """A gap does not start the time in which late posts are still told from duplicates."""
    with store.recording(now=now) as recording:
        recording.cover("archive", ["lamp"], [span(0, 1), span(1, 2, Status.MISSING)])
    with store.recording(now=now + 50 * DAY) as recording:
        recording.cover("archive", ["lamp"], [span(0, 2)])
        opened = recording.opened("archive", ["lamp"], [DAY_ONE, DAY_ONE + HOUR, DAY_ONE + 2 * HOUR])
    assert opened == {("lamp", DAY_ONE): now, ("lamp", DAY_ONE + HOUR): now + 50 * DAY}


def test_the_key_of_a_day_dies_within_48_hours_and_is_not_made_again(store, now):
    """After 48 hours nobody, with the whole store in hand, can link an author's marks."""
    with store.recording(now=now) as recording:
        key = recording.day_keys("archive", [DAY_ONE])[DAY_ONE]
        assert len(key) == 32
        assert recording.day_keys("archive", [DAY_ONE]) == {DAY_ONE: key}
        assert recording.day_keys("archive", [DAY_ONE + DAY])[DAY_ONE + DAY] != key
        recording.seen_authors({b"a" * 16: 1})
    store.purge(now=now + timedelta(hours=46))
    with store.recording(now=now + timedelta(hours=46)) as recording:
        assert recording.day_keys("archive", [DAY_ONE]) == {DAY_ONE: key}
    store.purge(now=now + timedelta(hours=48))
    with store.recording(now=now + timedelta(hours=48)) as recording:
        assert recording.day_keys("archive", [DAY_ONE]) == {}
    assert held(store)["seen"] == 0


def test_a_key_made_by_a_clock_that_was_ahead_does_not_outlive_it(store, now):
    """Set back, the clock would not reach the key's end for years: it is destroyed at once."""
    with store.recording(now=now + 3000 * DAY) as recording:
        recording.day_keys("archive", [DAY_ONE])
    store.purge(now=now)
    assert store.keys(now=now) == ()


def test_the_key_of_posts_stays(store, now):
    """Post marks must be comparable until their hour is closed."""
    with store.recording(now=now) as recording:
        key = recording.post_key()
    store.purge(now=now + 100 * DAY)
    with store.recording(now=now) as recording:
        assert recording.post_key() == key


def add_cell(store: Store, now: datetime, name: str, people: int, *, posts: int = 1) -> None:
    """A cell of the dimension `language` behind which so many new people stand."""
    mark = name.encode().ljust(16, b".")
    authors = {mark[:8] + number.to_bytes(8, "big"): mark for number in range(people)}
    with store.recording(now=now) as recording:
        recording.day_keys("archive", [DAY_ONE])
        recording.add_cells("archive", {mark: (("lamp", DAY_ONE, "language", name), posts)}, authors)


def shown(store: Store) -> dict[str, int]:
    """The cells that may be shown; what small cells were merged into is the empty name."""
    return {cell.name or "": cell.posts for cell in store.breakdown("lamp", "archive")}


def sealed(store: Store, now: datetime) -> dict[str, int]:
    """What may be shown once the day's key has had its time."""
    store.purge(now=now + 2 * DAY)
    return shown(store)


@pytest.mark.parametrize(("more", "expected"), [(9, {"en": 90, "": 32}), (10, {"en": 90, "fr": 20, "ru": 12})])
def test_a_cell_gets_its_name_with_the_tenth_person(store, now, more, expected):
    """Under ten people a cell is merged, and its largest neighbour hides with it; the same nine again are nine."""
    add_cell(store, now, "en", 30, posts=90)
    add_cell(store, now, "fr", 12, posts=20)
    add_cell(store, now, "ru", 9, posts=11)
    add_cell(store, now, "ru", more)
    assert shown(store) == {}
    assert sealed(store, now) == expected


def test_sealing_a_day_keeps_only_what_may_be_shown(store, now):
    """When the day's key is destroyed, small cells are merged at rest and no hash of them is left."""
    add_cell(store, now, "en", 30, posts=90)
    add_cell(store, now, "fr", 12, posts=20)
    add_cell(store, now, "ru", 9, posts=11)
    assert sealed(store, now) == {"en": 90, "": 31}
    assert held(store)["breakdown"] == 2


def test_a_tag_may_be_named_like_anything(store, now):
    """Whatever people call a tag, sealing works, and the merged cell stays apart from it."""
    for name in ("other", "*", "en"):
        add_cell(store, now, name, 12, posts=20)
    add_cell(store, now, "ru", 3, posts=3)
    store.purge(now=now + 2 * DAY)
    found = store.breakdown("lamp", "archive")
    assert [cell.posts for cell in found if cell.name is None] == [23]
    assert {cell.name for cell in found} <= {"other", "*", "en", None}


def test_a_few_people_in_many_cells_do_not_make_a_crowd(store, now):
    """Five people with two rare tags each are five people: what is merged is more than they."""
    marks = {name: name.encode().ljust(16, b".") for name in ("one", "two", "big")}
    authors = [number.to_bytes(8, "big") for number in range(12)]
    with store.recording(now=now) as recording:
        recording.day_keys("archive", [DAY_ONE])
        cells = {mark: (("lamp", DAY_ONE, "cotag", name), 5) for name, mark in marks.items()}
        few = {
            mark[:8] + author: mark for name, mark in marks.items() for author in authors[: 12 if name == "big" else 5]
        }
        recording.add_cells("archive", cells, few)
    store.purge(now=now + 2 * DAY)
    assert [(cell.name, cell.posts) for cell in store.breakdown("lamp", "archive")] == [
        (None, 20)
    ]  # to the nearest ten


def test_an_hour_counted_in_part_is_never_called_missing(store, now):
    """A failed round after a partial one takes nothing back, and moves no closing."""
    with store.recording(now=now) as recording:
        recording.cover("archive", ["lamp"], [span(0, 1, Status.PARTIAL)])
    with store.recording(now=now + DAY) as recording:
        recording.cover("archive", ["lamp"], [span(0, 1, Status.MISSING, "time-out")])
        recording.cover("archive", ["lamp"], [span(0, 1)])
        opened = recording.opened("archive", ["lamp"], [DAY_ONE])
    assert [one.status for one in store.coverage("lamp", "archive")] == [Status.COMPLETE]
    assert opened == {("lamp", DAY_ONE): now}


def test_a_destroyed_key_is_gone_from_the_journal_even_if_a_reader_was_in_the_way(tmp_path, now):
    """A reader delays the cut of the journal to the next purge, never for good."""
    store = Store.open(f"sqlite:///{tmp_path}/monitor.db")
    with store.recording(now=now) as recording:
        key = recording.day_keys("archive", [DAY_ONE])[DAY_ONE]
    with sqlite3.connect(tmp_path / "monitor.db", isolation_level=None) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM secret_key").fetchall()
        store.purge(now=now + 3 * DAY)
        reader.execute("COMMIT")
    store.purge(now=now + 3 * DAY)
    assert key not in b"".join(path.read_bytes() for path in tmp_path.iterdir())
    reader.close()
    store.close()


def test_a_small_cells_name_is_nowhere_in_the_files(tmp_path, now):
    """Whoever reads every byte of the store finds no name behind which fewer than ten people stand."""
    store = Store.open(f"sqlite:///{tmp_path}/monitor.db")
    add_cell(store, now, "uniquename", 9)
    add_cell(store, now, "commonname", 10)
    found = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"commonname" in found
    assert b"uniquename" not in found
    store.close()


def test_purged_marks_are_gone_from_the_bytes(tmp_path, now):
    """Deleting means deleting: neither the file nor its journal keeps a copy."""
    store = Store.open(f"sqlite:///{tmp_path}/monitor.db")
    marks = {f"mark-{number:011d}".encode(): now + DAY for number in range(3000)}
    with store.recording(now=now) as recording:
        recording.unseen(marks)
    store.purge(now=now + 2 * DAY)
    found = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert b"mark-0000000" not in found
    store.close()


def test_a_change_is_stored_once(store, now):
    """A round stores what is newer than the last stored change; the same history again adds nothing."""
    fading = Change(now, State.STEADY, State.FADING, Evidence(level=3.0), kind="halved")
    steady = Change(now + HOUR, State.FADING, State.STEADY, Evidence())
    with store.recording(now=now) as recording:
        told = recording.add_changes("lamp", "archive", [fading], news_from=now)
        assert [one.change for one in told] == [fading]
    with store.recording(now=now) as recording:
        assert recording.add_changes("lamp", "archive", [fading], news_from=now) == []
        told += recording.add_changes("lamp", "archive", [fading, steady], news_from=now)
    assert [one.change for one in told] == [fading, steady]
    assert store.changes(since=now) == tuple(told)
    assert held(store)["change"] == 2


def test_a_store_is_private_to_its_user(tmp_path):
    """No other user of the machine can read it."""
    Store.open(f"sqlite:///{tmp_path}/deep/er/monitor.db").close()
    assert stat.S_IMODE((tmp_path / "deep/er/monitor.db").stat().st_mode) == 0o600


def test_a_store_of_a_newer_monitor_is_refused(tmp_path):
    """What cannot be understood is not touched, and the message says what to do."""
    url = f"sqlite:///{tmp_path}/monitor.db"
    Store.open(url).close()
    with sqlite3.connect(tmp_path / "monitor.db") as connection:
        connection.execute("UPDATE meta SET value = '99' WHERE name = 'schema'")
    with pytest.raises(StoreError, match="newer Monitor"):
        Store.open(url)


@pytest.mark.parametrize(
    "content", [b"not a database, but long enough to be looked at" * 100, b"SQLite format 3\0rubbish"]
)
def test_a_file_that_is_no_store_is_refused_with_a_word(tmp_path, content):
    """A wrong file behind the URL is told, not overwritten."""
    path = Path(tmp_path / "monitor.db")
    path.write_bytes(content)
    with pytest.raises(StoreError, match="cannot open the store"):
        Store.open(f"sqlite:///{path}")
    assert path.read_bytes() == content


@pytest.mark.parametrize("url", ["", "nonsense", "mysql://x/y", "sqlite:////proc/none/monitor.db"])
def test_a_url_that_cannot_work_is_told(url):
    """Every unusable URL ends in our own error."""
    with pytest.raises(StoreError):
        Store.open(url)


def test_reading_needs_a_store(tmp_path):
    """The dashboard does not make stores; it says how one comes to be."""
    with pytest.raises(StoreError, match="monitor import"):
        Store.open(f"sqlite:///{tmp_path}/monitor.db", readonly=True)
    assert not (tmp_path / "monitor.db").exists()


def test_a_new_method_starts_a_new_series(store, now):
    """What was counted by another definition is not compared with what is counted now."""
    with store.recording(now=now) as recording:
        recording.add([row(0, 50), row(1, 50), row(2, 5, method="2"), row(4, 7, method="2")])
        recording.cover("archive", ["lamp"], [span(0, 5)])
    series = store.series("lamp", "archive")
    assert series is not None
    assert (series.method, series.start) == ("2", DAY_ONE + 2 * HOUR)
    np.testing.assert_array_equal(series.values, [5, 0, 7])


def test_writers_wait_for_each_other(store_url, now):
    """Two processes' worth of writers on one store lose no increment."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    first, second = Store.open(store_url), Store.open(store_url)

    def write(store: Store) -> None:
        for _ in range(25):
            with store.recording(now=now) as recording:
                recording.add([row(0, 1)])

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(write, [first, second]))
    assert [one.value for one in first.observations("lamp", "archive")] == [50]
    first.close()
    second.close()


def test_no_column_is_named_after_a_person(store):
    """The schema has no place for text, names, handles or addresses of posts."""
    with store._engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            pytest.skip("one look at the schema is enough")
        tables = connection.execute(text("SELECT sql FROM sqlite_master")).scalars().all()
    words = " ".join(filter(None, tables)).lower()
    assert "observation" in words
    for forbidden in ("author", "user", "handle", "text ", "url", "post_id", "message"):
        assert forbidden not in words.replace("text not null", "").replace("text,", "")

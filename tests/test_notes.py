"""What staff write at a moment of the line: kept as written, read by time, destroyed when dropped."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest

from monitor.actions import notes
from monitor.errors import ConfigError
from monitor.model import DAY, HOUR, Note
from monitor.store import Store


def written(store, now, **more):
    """Store a note of the topic `lamp` about an hour ago, unless told otherwise."""
    given: dict[str, Any] = {"at": now - HOUR, "text": "Новая газета published", "by": "Анна", "topic": "lamp"} | more
    return notes.add(store, topics=["lamp", "names"], now=now, **given)


def test_a_note_comes_back_as_it_was_written(store, now):
    """Every field, Cyrillic too, with a number of its own; of all topics where it names none."""
    first = written(store, now)
    second = written(store, now, topic=None, text=" It \n rained ")
    assert store.notes() == (first, second)
    assert first == Note(1, now - HOUR, "Новая газета published", "Анна", "lamp")
    assert (second.number, second.topic, second.text) == (2, None, "It rained")


def test_notes_are_read_by_the_moment_they_are_about(store, now):
    """In order of time, whenever they were written; both ends of a range belong to it."""
    late, early = written(store, now), written(store, now, at=now - 3 * DAY)
    assert store.notes() == (early, late)
    assert store.notes(since=late.at) == (late,)
    assert store.notes(until=early.at) == (early,)
    assert store.notes(since=early.at, until=late.at) == (early, late)
    assert store.notes(since=early.at + HOUR, until=late.at - HOUR) == ()


def test_a_dropped_note_is_gone(store, now):
    """The others stay; dropping twice is told, and no number is given out again for another."""
    first, second = written(store, now), written(store, now)
    notes.drop(store, second.number, now=now)
    assert store.notes() == (first,)
    with pytest.raises(ConfigError, match="there is no note 2"):
        notes.drop(store, second.number, now=now)
    assert written(store, now).number == 3


def test_a_dropped_note_is_nowhere_in_the_files(tmp_path, now):
    """Dropping means destroying: at once no byte of it is left, in the journal neither."""
    store = Store.open(f"sqlite:///{tmp_path}/monitor.db")
    note = written(store, now, text="canarynote")
    written(store, now, text="another")
    assert b"canarynote" in b"".join(path.read_bytes() for path in tmp_path.iterdir())
    notes.drop(store, note.number, now=now)
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert (b"canarynote" in left, b"another" in left) == (False, True)
    store.close()


def test_a_sweep_that_somebody_stood_in_the_way_of_is_made_up_for(tmp_path, now):
    """A writer keeps the file from being built anew; the next purge does it, though nothing more comes due."""
    path = tmp_path / "monitor.db"
    store = Store.open(f"sqlite:///{path}")
    numbers = [written(store, now, text="canarynote " * 40).number for _ in range(100)]
    store.sweep()
    whole = path.stat().st_size
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        with store.recording(now=now) as recording:
            assert all(recording.drop_note(number) for number in numbers)
            recording.owe_sweep()
        writer.execute("BEGIN IMMEDIATE")
        store.sweep()
        writer.execute("ROLLBACK")
        assert path.stat().st_size >= whole
        store.purge(now=now)
        assert path.stat().st_size < whole - 30_000
        assert writer.execute("SELECT name FROM meta WHERE name = 'unswept'").fetchall() == []
    store.close()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"topic": "nowhere"}, "there is no topic 'nowhere': the topics are lamp, names"),
        ({"text": " \0 "}, "a note needs what happened"),
        ({"by": "\udcff"}, "a note needs what happened and who writes it"),
        ({"text": "x" * 501}, "the note is longer than 500 characters"),
        ({"by": "x" * 501}, "the name is longer than 500 characters"),
        ({"ahead": 1}, "still to come"),
    ],
)
def test_a_note_needs_a_moment_that_was_words_and_a_name(opened, now, wrong, said):
    """What is missing or wrong is named, and nothing is stored."""
    given = {"at": now, **wrong}
    with pytest.raises(ConfigError, match=said):
        written(opened, now - timedelta(minutes=given.pop("ahead", 0)), **given)
    assert opened.notes() == ()

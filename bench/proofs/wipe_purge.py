"""P11: what a purge deletes is searched for in every byte that is left."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import create_engine, insert

from bench.faults.timeline import Moment
from monitor.actions import notes
from monitor.counting import Options
from monitor.model import DAY, HOUR
from monitor.rounds import Following, Rounds
from monitor.store import Store
from monitor.store.schema import breakdown, loudest, metadata

from .proof import Shown
from .wipe_store import MARKS

_START = datetime(2026, 1, 5, tzinfo=UTC)
_HOURS = 120
_SOURCES = ("lanterns-one", "lanterns-two", "lanterns-three")
_KEY_LIFE = timedelta(hours=48)  # what is promised


@dataclass(slots=True)
class _Written:
    """What was written, with the moment it is due; `keys` by the moment they were made."""

    marks: dict[bytes, datetime] = field(default_factory=dict)
    keys: dict[bytes, datetime] = field(default_factory=dict)

    def due(self, now: datetime) -> set[bytes]:
        """The marks that are to be gone."""
        return {mark for mark, end in self.marks.items() if end <= now}

    def keys_due(self, now: datetime) -> set[bytes]:
        """The keys that are to be gone."""
        return {key for key, made in self.keys.items() if made + _KEY_LIFE <= now}


class _Campaign:
    """A store in which marks come and go by the hour, some for a day and others for months, in no order at all."""

    def __init__(self, url: str, size: int) -> None:
        self.store, self.now, self.written = Store.open(url), Moment(_START), _Written()
        self._rounds = Rounds(self.store, Following((), (), Options(language=False, tone=False)), self.now)
        self._url, self._chance, self._an_hour = url, random.Random(size), 2 * size // _HOURS + 1

    def live(self, hours: int) -> None:
        """Count for so many hours, with a round after each."""
        for _ in range(hours):
            self.count()
            self.now.set(self.now() + HOUR)
            self.round()

    def count(self) -> None:
        """An hour's marks, the keys of its day, its busiest accounts and small cells."""
        now, chance = self.now(), self._chance
        marks = {self._mark(): now + (chance.randint(1, 60) * HOUR if chance.random() < 0.6 else 100 * DAY)
                 for _ in range(self._an_hour)}  # fmt: skip
        day = now.replace(hour=0)
        with self.store.recording(now=now) as recording:
            recording.unseen(marks)
            self.written.marks |= marks
            for source in _SOURCES:
                self.written.keys.setdefault(recording.day_keys(source, [day])[day], now)
        self._beside(day)

    def _beside(self, day: datetime) -> None:
        place = {"topic": "lanterns", "source": _SOURCES[0], "day": day}
        made = next(at for at in self.written.keys.values() if at.date() == day.date())
        busy, cell = self._mark(), self._mark()
        self.written.marks |= dict.fromkeys((busy, cell), made + _KEY_LIFE)
        whole = {"dimension": "tag", "cell": cell.decode(), "name": None, "posts": 1, "people": 1, "sealed": False}
        engine = create_engine(self._url)
        with engine.begin() as connection:
            connection.execute(insert(loudest), [place | {"mark": busy, "posts": 1}])
            connection.execute(insert(breakdown), [place | whole])
        engine.dispose()

    def drop_note(self) -> bytes:
        """Write a note and destroy it; what stood in it."""
        said, now = self._mark(), self.now()
        note = notes.add(self.store, at=now, text=said.decode(), by="A. Nonymous", topic=None, topics=(), now=now)
        notes.drop(self.store, note.number, now=now)
        return said

    def round(self) -> None:
        """What every round ends with."""
        self._rounds.judge()

    def _mark(self) -> bytes:
        return f"wipe-{self._chance.getrandbits(64):016x}".encode()


def _found(files: Iterable[Path], marks: set[bytes], keys: set[bytes]) -> int:
    every = b"\n".join(path.read_bytes() for path in files)
    return len(marks & set(MARKS.findall(every))) + sum(key in every for key in keys)


def purged(size: int) -> Shown:
    """Let at least so many marks come due in rounds, some of them while somebody reads, and search the files."""
    with tempfile.TemporaryDirectory(prefix="monitor-purge-", dir="/tmp") as place:
        folder = Path(place)
        campaign = _Campaign(f"sqlite:///{folder}/monitor.db", size)
        written = campaign.written
        campaign.count()
        there = _found(sorted(folder.iterdir()), set(written.marks), set(written.keys)) / (
            len(written.marks) + len(written.keys)
        )
        noted = campaign.drop_note()
        note_left = _found(sorted(folder.iterdir()), {noted}, set())
        campaign.live(_HOURS)
        campaign.now.set(campaign.now() + DAY)
        with closing(sqlite3.connect(folder / "monitor.db", isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM seen").fetchall()
            campaign.round()
            due, keys = written.due(campaign.now()), written.keys_due(campaign.now())
            delayed = _found(sorted(folder.iterdir()), due, keys)
        campaign.round()
        gone = _found(sorted(folder.iterdir()), due, keys)
        kept = _found(sorted(folder.iterdir()), set(written.marks) - due, set())
        campaign.store.close()
    enough = len(due) >= size and len(keys) > len(_SOURCES) and delayed > 0 and there == 1
    whole = kept == len(written.marks) - len(due)
    return Shown(
        enough and whole and not gone and not note_left,
        f"{len(due):,} marks and {len(keys)} keys came due in {_HOURS} hours of rounds: {gone} left in any byte of the "
        f"file and its journal; {delayed:,} stayed while somebody read, until the next round; "
        f"{kept:,} that were not due are all there; a note that staff dropped was found {note_left} times right after",
    )


def purged_on_server(url: str, size: int) -> Shown:
    """The same where a server keeps the store: rows are gone for SQL; what its files keep is the server's."""
    campaign = _Campaign(url, size)
    campaign.live(_HOURS)
    campaign.now.set(campaign.now() + DAY)
    campaign.round()
    due, keys = campaign.written.due(campaign.now()), campaign.written.keys_due(campaign.now())
    found = _rows(url)
    gone = len((due | keys) & found)
    campaign.store.close()
    kept = len((set(campaign.written.marks) - due) & found)
    whole = kept == len(campaign.written.marks) - len(due)
    return Shown(len(due) >= size and whole and not gone, f"on PostgreSQL {gone} of {len(due):,} are still given")


def _rows(url: str) -> set[bytes]:
    """Every value that SQL still gives."""
    engine = create_engine(url)
    with engine.connect() as connection:
        tables: Sequence[str] = ("seen", "loudest", "breakdown", "secret_key")
        rows = [row for name in tables for row in connection.execute(metadata.tables[name].select())]
    engine.dispose()
    values = {value for row in rows for value in row if isinstance(value, (bytes, memoryview, str))}
    return {value.encode() if isinstance(value, str) else bytes(value) for value in values}

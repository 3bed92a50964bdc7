"""Reading what is stored, writing it in transactions, and destroying what has had its time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import func, select

from ..model import (
    CONTROL,
    DAY,
    HOUR,
    Coverage,
    Crowd,
    Daily,
    Delivery,
    Message,
    Observation,
    Pulse,
    Series,
    State,
    Status,
    Told,
)
from . import reading, telling
from .changes import standing
from .changes import stored as stored_changes
from .engine import open_engine
from .forgetting import forget
from .held import HeldReading
from .recording import Recording
from .schema import change, checkpoint, coverage, meta, observation, pulse
from .staff import StaffReading
from .sweeping import owe, sweep

_COUNTED_BY_US = ("people", "busiest", "busiest_few")  # by the day too, but from hours


class Store(StaffReading, HeldReading):
    """An open store; every public method is one transaction and raises StoreError when it fails."""

    @classmethod
    def open(cls, url: str, *, readonly: bool = False) -> Store:
        """Open the store at `url`, making it where it is not `readonly` and does not exist."""
        return cls(open_engine(url, readonly=readonly))

    @contextmanager
    def recording(self, *, now: datetime) -> Iterator[Recording]:
        """A writing transaction: all of it is stored, or, when the block raises, nothing."""
        with self._transaction(writing=True) as connection:
            recording = Recording(connection, now=now)
            yield recording
            recording.touch()

    def stamp(self) -> str:
        """A word that changes whenever anything is stored: readers keep what they built until it does."""
        return str(self._meta("stamp") or "")

    def round_time(self) -> datetime | None:
        """The time of the newest assessed round, or None before the first."""
        value = self._meta("round_time")
        return datetime.fromisoformat(value) if value else None

    def _meta(self, name: str) -> str | None:
        rows = self._rows(select(meta.c.value).where(meta.c.name == name))
        return str(rows[0][0]) if rows else None

    def cursor(self, source: str, stream: str) -> str | None:
        """Where reading of a stream goes on, or None where it never began."""
        where = (checkpoint.c.source == source) & (checkpoint.c.stream == stream)
        rows = self._rows(select(checkpoint.c.cursor).where(where))
        return str(rows[0][0]) if rows else None

    def pulses(self, names: Collection[str] | None = None) -> tuple[Pulse, ...]:
        """How each source (or those of these names) answered when it was last asked, by name."""
        found = [reading.pulse(row) for row in self._rows(select(pulse).order_by(pulse.c.source))]
        return tuple(one for one in found if names is None or one.source in names)

    def pulse(self, name: str) -> Pulse | None:
        """How a source answered when it was last asked, or None where it never was."""
        return next(iter(self.pulses({name})), None)

    def spent(self, platform: str, *, since: datetime) -> float:
        """The dollars spent at a platform since a moment, by all of its sources."""
        with self._transaction() as connection:
            return reading.spent(connection, platform, since=since)

    def post_key(self, *, now: datetime) -> bytes:
        """The random key of post ids, made when first needed."""
        with self._transaction() as connection:
            known = Recording(connection, now=now).known_post_key()
        if known is not None:
            return known
        with self.recording(now=now) as recording:
            return recording.post_key()

    def sources(self, topic: str, *, bucket_hours: int | None = None) -> tuple[str, ...]:
        """The sources a topic was ever looked for in; with `bucket_hours`, those with a series of such buckets."""
        where = coverage.c.topic == topic
        if bucket_hours is not None:
            where &= coverage.c.bucket_hours == bucket_hours
        return tuple(sorted(row[0] for row in self._rows(select(coverage.c.source).where(where).distinct())))

    def topics(self) -> tuple[str, ...]:
        """The topics that were ever looked for, without the control."""
        found = self._rows(select(coverage.c.topic).where(coverage.c.topic != CONTROL).distinct())
        return tuple(sorted(row[0] for row in found))

    def measures(self, topic: str, source: str) -> frozenset[tuple[str, int]]:
        """What was ever counted of a topic in a source: each measure with the hours of its buckets."""
        mine = (observation.c.topic == topic) & (observation.c.source == source)
        found = select(observation.c.measure, observation.c.bucket_hours).where(mine).distinct()
        return frozenset((measure, hours) for measure, hours in self._rows(found))

    def coverage(
        self, topic: str, source: str, *, since: datetime | None = None, bucket_hours: int = 1
    ) -> tuple[Coverage, ...]:
        """What was observed bucket by bucket, those of one status and reason joined, in order of time."""
        where = (coverage.c.topic == topic) & (coverage.c.source == source) & (coverage.c.bucket_hours == bucket_hours)
        if since is not None:
            where &= coverage.c.bucket >= since
        query = select(coverage.c.bucket, coverage.c.status, coverage.c.reason).where(where)
        rows = self._rows(query.order_by(coverage.c.bucket))
        return reading.spans([(start, Status(status), why) for start, status, why in rows], bucket_hours=bucket_hours)

    def known_until(self, topic: str, source: str, *, bucket_hours: int = 1) -> datetime | None:
        """The end of the newest bucket that was counted whole; else the start of the first one ever looked for."""
        where = (coverage.c.topic == topic) & (coverage.c.source == source) & (coverage.c.bucket_hours == bucket_hours)
        query = select(func.max(coverage.c.bucket)).where(where & (coverage.c.status == Status.COMPLETE.value))
        newest: datetime | None = self._rows(query)[0][0]
        if newest is not None:
            return newest + bucket_hours * HOUR
        first: datetime | None = self._rows(select(func.min(coverage.c.bucket)).where(where))[0][0]
        return first

    def observations(
        self, topic: str, source: str, *, measures: Sequence[str] = (), since: datetime | None = None
    ) -> list[Observation]:
        """The stored values of a topic in a source, in order of time; zeros are not stored but follow from coverage."""
        where = (observation.c.topic == topic) & (observation.c.source == source)
        if measures:
            where &= observation.c.measure.in_(measures)
        if since is not None:
            where &= observation.c.bucket >= since
        columns = observation.c
        query = select(columns.measure, columns.bucket, columns.value, columns.bucket_hours, columns.method)
        rows = self._rows(query.where(where).order_by(columns.bucket, columns.measure, columns.bucket_hours))
        return [Observation(topic, source, *row) for row in rows]

    def judged_measure(self, topic: str, source: str) -> str:
        """What a source counts by the hour: posts, or stories where it counts nothing else."""
        mine = (observation.c.topic == topic) & (observation.c.source == source) & (observation.c.bucket_hours == 1)
        found = {row[0] for row in self._rows(select(observation.c.measure).where(mine).distinct())}
        return "stories" if "stories" in found and "posts" not in found else "posts"

    def series(
        self,
        topic: str,
        source: str,
        *,
        measure: str = "posts",
        since: datetime | None = None,
        covered: Sequence[Coverage] | None = None,
        bucket_hours: int = 1,
    ) -> Series | None:
        """The hourly (24: daily) series by the newest method, or None where no bucket was ever covered.

        `covered` are its buckets, if they are known. Days are covered apart from hours: a day that nobody looked at
        is a gap, one that is not over is not complete.
        """
        if covered is None:
            covered = self.coverage(topic, source, since=since, bucket_hours=bucket_hours)
        stored = self.observations(topic, source, measures=[measure], since=since)
        mine = [one for one in stored if one.bucket_hours == bucket_hours]
        return reading.series(covered, mine, key=(topic, source, measure))

    def dailies(self, topic: str, source: str, *, until: datetime | None = None) -> list[Daily]:
        """The newest whole day before `until` of each daily series of a source that counts by the day itself."""
        covered = self.coverage(topic, source, bucket_hours=24)
        since = None if until is None else until - 60 * DAY
        stored = self.observations(topic, source, since=since)
        measured = [one for one in stored if one.measure not in _COUNTED_BY_US]
        if until is not None:
            measured = [one for one in measured if one.bucket + DAY <= until]
        return reading.dailies(source, covered, measured)

    def crowd(self, topic: str, source: str, *, until: datetime) -> Crowd | None:
        """Posts, people and the busiest accounts of the newest whole day before `until`."""
        measures = ["people", "busiest", "busiest_few", "posts", "unlinkable"]
        stored = self.observations(topic, source, measures=measures, since=until - 7 * DAY)
        return reading.crowd(stored, until=until)

    def changes(self, *, since: datetime, until: datetime | None = None) -> tuple[Told, ...]:
        """The changes decided between two moments, oldest first, with what staff said of them."""
        where = change.c.at >= since
        if until is not None:
            where &= change.c.at <= until
        with self._transaction() as connection:
            return tuple(stored_changes(connection, where=where))

    def standing(self) -> Mapping[tuple[str, str], State]:
        """The state of each (topic, source) by its newest stored change."""
        with self._transaction() as connection:
            return standing(connection)

    def messages(self, channel: str, *, since: datetime) -> tuple[Message, ...]:
        """The messages of a channel that were made since a moment, sent or not, oldest first."""
        with self._transaction() as connection:
            return telling.read_messages(connection, channel, since=since)

    def deliveries(self, *, since: datetime) -> tuple[Delivery, ...]:
        """What became of the changes that came to be owed to a channel since a moment."""
        with self._transaction() as connection:
            return telling.read_deliveries(connection, since=since)

    def waiting(self, channel: str, *, now: datetime) -> telling.Waiting:
        """What a channel is owed, and what decides on it."""
        with self._transaction() as connection:
            return telling.waiting(connection, channel, now=now)

    def is_ready(self, channel: str, *, now: datetime) -> bool:
        """Whether a channel has a message that is to be tried now."""
        with self._transaction() as connection:
            return telling.is_ready(connection, channel, now=now)

    def unsent(self, channel: str) -> tuple[Message, ...]:
        """The messages of a channel that are not out, oldest first."""
        with self._transaction() as connection:
            return telling.read_unsent(connection, channel)

    def breakdown(self, topic: str, source: str) -> list[reading.Cell]:
        """Every day's breakdowns with the small-cell rule applied, in order of time."""
        with self._transaction() as connection:
            return reading.breakdown(connection, topic, source)

    def purge(self, *, now: datetime) -> None:
        """Destroy what has had its time: author keys within 48 hours, post marks when their hour is closed."""
        with self._transaction(writing=True) as connection:
            if forget(connection, now=now):
                owe(connection)
        self.sweep()

    def sweep(self) -> None:
        """Destroy the copies of what was deleted, in a store that is a file of ours."""
        if self._engine.dialect.name == "sqlite":
            sweep(self._engine)

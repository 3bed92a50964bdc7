"""Reading what is stored, writing it in transactions, and destroying what has had its time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, select, text
from sqlalchemy.exc import SQLAlchemyError

from ..errors import StoreError
from ..model import DAY, Coverage, Crowd, Observation, Series, Status
from . import reading
from .engine import BUSY_SECONDS, open_engine, reason
from .forgetting import forget
from .recording import Recording
from .schema import checkpoint, coverage, meta, observation


class Store:
    """An open store; every public method is one transaction and raises StoreError when it fails."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def open(cls, url: str, *, readonly: bool = False) -> Store:
        """Open the store at `url`, making it where it is not `readonly` and does not exist."""
        return cls(open_engine(url, readonly=readonly))

    def close(self) -> None:
        """Give back the connections; a store that is only dropped is closed by the garbage collector."""
        self._engine.dispose()

    @contextmanager
    def recording(self, *, now: datetime) -> Iterator[Recording]:
        """A writing transaction: all of it is stored, or, when the block raises, nothing."""
        with self._transaction(writing=True) as connection:
            recording = Recording(connection, now=now)
            yield recording
            recording.touch()

    @contextmanager
    def _transaction(self, *, writing: bool = False) -> Iterator[Connection]:
        try:
            with self._engine.connect().execution_options(writing=writing) as connection, connection.begin():
                yield connection
        except SQLAlchemyError as error:
            verb = "write to" if writing else "read"
            raise StoreError(f"cannot {verb} the store: {reason(error)}; what was stored before is safe") from None

    def _rows(self, query: Select[Any]) -> Sequence[Row[*tuple[Any, ...]]]:
        with self._transaction() as connection:
            return connection.execute(query).all()

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

    def sources(self, topic: str) -> tuple[str, ...]:
        """The sources a topic was ever looked for in."""
        query = select(coverage.c.source).where(coverage.c.topic == topic).distinct()
        return tuple(sorted(row[0] for row in self._rows(query)))

    def coverage(self, topic: str, source: str, *, since: datetime | None = None) -> tuple[Coverage, ...]:
        """What was observed hour by hour, hours of one status and reason joined, in order of time."""
        where = (coverage.c.topic == topic) & (coverage.c.source == source)
        if since is not None:
            where &= coverage.c.bucket >= since
        query = select(coverage.c.bucket, coverage.c.status, coverage.c.reason).where(where)
        rows = self._rows(query.order_by(coverage.c.bucket))
        return reading.spans([(hour, Status(status), why) for hour, status, why in rows])

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

    def series(
        self, topic: str, source: str, *, measure: str = "posts", since: datetime | None = None
    ) -> Series | None:
        """The hourly series by the newest method, or None where no hour was ever covered."""
        covered = self.coverage(topic, source, since=since)
        stored = self.observations(topic, source, measures=[measure], since=since)
        hourly = [one for one in stored if one.bucket_hours == 1]
        return reading.series(covered, hourly, key=(topic, source, measure))

    def crowd(self, topic: str, source: str, *, until: datetime) -> Crowd | None:
        """Posts, people and the busiest account of the newest whole day before `until`."""
        measures = ["people", "busiest", "posts", "unlinkable"]
        stored = self.observations(topic, source, measures=measures, since=until - 7 * DAY)
        return reading.crowd(stored, until=until)

    def breakdown(self, topic: str, source: str) -> list[reading.Cell]:
        """Every day's breakdowns with the small-cell rule applied, in order of time."""
        with self._transaction() as connection:
            return reading.breakdown(connection, topic, source)

    def holdings(self) -> Mapping[str, int]:
        """How many rows each table holds: what a stranger would find."""
        with self._transaction() as connection:
            return reading.holdings(connection)

    def purge(self, *, now: datetime) -> None:
        """Destroy what has had its time: author keys within 48 hours, post marks when their hour is closed."""
        with self._transaction(writing=True) as connection:
            forget(connection, now=now)
        if self._engine.dialect.name == "sqlite":
            self._cut_journal()

    def _cut_journal(self) -> None:
        """Cut the journal, which keeps copies of deleted rows; a reader may be in the way, then the next purge does."""
        with self._engine.connect() as connection:
            direct = connection.execution_options(isolation_level="AUTOCOMMIT")
            direct.execute(text("PRAGMA busy_timeout = 500"))
            direct.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
            direct.execute(text(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}"))

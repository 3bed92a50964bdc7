"""One writing transaction: a page's increments, marks, coverage and cursor are written together or not at all."""

from __future__ import annotations

import secrets
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Table, case, func, or_, select
from sqlalchemy.dialects.postgresql import Insert as PostgresInsert
from sqlalchemy.dialects.sqlite import Insert as SqliteInsert

from ..model import CONTROL, HOUR, Change, Coverage, Pulse, State, Status, Told
from . import bulk, changes, loudest, reading
from .schema import breakdown, checkpoint, coverage, meta, observation, secret_key, seen, spend
from .schema import pulse as pulse_table
from .small_cells import LEAST_PEOPLE
from .staff import StaffRecording
from .sweeping import owe
from .telling import TellingRecording

OPEN_DAYS = 35  # how long after the first count of an hour its post marks are kept; what comes later is late
AUTHOR_KEY_LIFE = timedelta(hours=47)  # an hour under the 48 that are promised
TOO_LATE = "posts came too late to be told from duplicates"
_EVER = datetime(1970, 1, 1, tzinfo=UTC)
_CHUNK = 5000  # bound parameters a statement


class Recording(StaffRecording, TellingRecording):
    """What can be written inside one transaction of `Store.recording`."""

    def __init__(self, connection: Connection, *, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def owe_sweep(self) -> None:
        """Remember that something was deleted of which the file keeps copies, until it is swept."""
        owe(self._connection)

    def post_key(self) -> bytes:
        """The random key of post ids and file digests, made when first needed."""
        return self._key("", _EVER) or b""

    def known_post_key(self) -> bytes | None:
        """The random key of post ids, None before it is first needed."""
        where = (secret_key.c.source == "") & (secret_key.c.day == _EVER)
        return self._connection.execute(select(secret_key.c.secret).where(where)).scalar()

    def day_keys(self, source: str, days: Iterable[datetime]) -> Mapping[datetime, bytes]:
        """The random key of each day that is still open; days whose key was destroyed are left out."""
        found = {day: self._key(source, day) for day in sorted(set(days))}
        return {day: secret for day, secret in found.items() if secret is not None}

    def _key(self, source: str, day: datetime) -> bytes | None:
        where = (secret_key.c.source == source) & (secret_key.c.day == day)
        row = self._connection.execute(select(secret_key.c.secret).where(where)).first()
        if row is not None:
            return bytes(row[0]) if row[0] is not None else None
        secret = secrets.token_bytes(32)
        values = {"source": source, "day": day, "secret": secret, "created_at": self._now}
        self._connection.execute(secret_key.insert(), [values])
        return secret

    def opened(
        self, source: str, topics: Iterable[str], hours: Iterable[datetime]
    ) -> Mapping[tuple[str, datetime], datetime]:
        """When each (topic, hour) was first counted into; hours never counted are left out."""
        found: dict[tuple[str, datetime], datetime] = {}
        names, wanted = sorted(set(topics)), sorted(set(hours))
        counted = coverage.c.status.in_([Status.COMPLETE, Status.PARTIAL]) & (coverage.c.bucket_hours == 1)
        for start in range(0, len(wanted), _CHUNK):
            where = coverage.c.topic.in_(names) & (coverage.c.source == source) & counted
            where &= coverage.c.bucket.in_(wanted[start : start + _CHUNK])
            query = select(coverage.c.topic, coverage.c.bucket, coverage.c.opened_at).where(where)
            found.update({(topic, hour): at for topic, hour, at in self._connection.execute(query)})
        return found

    def unseen(self, marks: Mapping[bytes, datetime]) -> set[bytes]:
        """Those of `marks` (each with the time it may be forgotten) that were never seen; now they are."""
        known = self._times(marks)
        fresh = [mark for mark in sorted(marks) if mark not in known]
        if fresh:
            bulk.write(self._connection, seen.insert(), [(mark, 1, int(marks[mark].timestamp())) for mark in fresh])
        return set(fresh)

    def seen_authors(self, times: Mapping[bytes, int]) -> Mapping[bytes, tuple[bool, int]]:
        """For each author mark whether it is new, and how many posts stand behind it now."""
        known = self._times(times)
        expires = int((self._now + AUTHOR_KEY_LIFE).timestamp())
        rows = [(mark, times[mark], expires) for mark in sorted(times)]
        if rows:
            statement = self._insert(seen)
            total = seen.c.times + statement.excluded.times
            statement = statement.on_conflict_do_update(index_elements=[seen.c.mark], set_={"times": total})
            bulk.write(self._connection, statement, rows)
        return {mark: (mark not in known, known.get(mark, 0) + count) for mark, count in times.items()}

    def _times(self, marks: Iterable[bytes]) -> dict[bytes, int]:
        return bulk.times_of(self._connection, sorted(marks))

    def add(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Add to observations: each row is a whole key and the value to add."""
        statement = self._insert(observation)
        total = observation.c.value + statement.excluded.value
        self._on_same_key(observation, statement, {"value": total}, rows)

    def replace(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Set observations: what is stored for the same keys is gone."""
        statement = self._insert(observation)
        self._on_same_key(observation, statement, {"value": statement.excluded.value}, rows)

    def raise_to(self, rows: Sequence[Mapping[str, object]]) -> None:
        """Raise observations to at least the given values (the busiest account's posts)."""
        statement = self._insert(observation)
        new = statement.excluded.value
        highest = case((observation.c.value < new, new), else_=observation.c.value)
        self._on_same_key(observation, statement, {"value": highest}, rows)

    def keep_loudest(
        self, source: str, totals: Mapping[tuple[str, datetime], Mapping[bytes, int]]
    ) -> Mapping[tuple[str, datetime], int]:
        """The posts of the five busiest of each (topic, UTC day), given the totals behind the day-marks that grew."""
        return loudest.keep(self._connection, source, totals)

    def add_cells(
        self,
        source: str,
        cells: Mapping[bytes, tuple[tuple[str, datetime, str, str], int]],
        people: Mapping[bytes, bytes],
    ) -> None:
        """Add posts to cells (topic, day, dimension, name); a name is written once ten people stand behind it."""
        known = self._known_cells(source, {(cell[0], cell[1]) for cell, _ in cells.values()})
        small = {mark: cell for mark, cell in people.items() if known.get(cell.hex(), 0) < LEAST_PEOPLE}
        new = {mark for mark, (fresh, _) in self.seen_authors(dict.fromkeys(small, 1)).items() if fresh}
        behind = Counter({mark: known.get(mark.hex(), 0) for mark in cells})
        for mark in new:
            behind[small[mark]] += 1
        rows = [_cell_row(source, mark, cell, posts, behind[mark]) for mark, (cell, posts) in sorted(cells.items())]
        statement = self._insert(breakdown)
        more = statement.excluded
        values = {"posts": breakdown.c.posts + more.posts, "people": more.people, "name": more.name}
        self._on_same_key(breakdown, statement, values, rows)

    def _known_cells(self, source: str, days: Iterable[tuple[str, datetime]]) -> Mapping[str, int]:
        by_topic: defaultdict[str, list[datetime]] = defaultdict(list)
        for topic, day in sorted(days):
            by_topic[topic].append(day)
        found: dict[str, int] = {}
        for topic, wanted in by_topic.items():
            where = (breakdown.c.topic == topic) & (breakdown.c.source == source) & breakdown.c.day.in_(wanted)
            query = select(breakdown.c.cell, breakdown.c.people).where(where)
            found.update({row.cell: row.people for row in self._connection.execute(query)})
        return found

    def cover(self, source: str, topics: Iterable[str], spans: Iterable[Coverage]) -> None:
        """Write the coverage of every bucket of the spans; nothing becomes less known by a later look.

        What is complete stays so, what was counted in part is not called missing, and an hour whose posts came
        too late (TOO_LATE) is never called complete.
        """
        rows = [
            {"topic": topic, "source": source, "bucket_hours": span.bucket_hours, "bucket": bucket}
            | {"opened_at": self._now, "status": span.status.value, "reason": span.reason}
            for topic in sorted(topics)
            for span in spans
            for bucket in _buckets(span)
        ]
        statement = self._insert(coverage)
        new = statement.excluded
        uncounted = _is_one_of(coverage.c.status, Status.MISSING, Status.BLOCKED)
        worse = (coverage.c.status == Status.PARTIAL.value) & _is_one_of(new.status, Status.MISSING, Status.BLOCKED)
        stays = (coverage.c.status == Status.COMPLETE.value) | worse | (coverage.c.reason == TOO_LATE)
        opened = case((uncounted, new.opened_at), else_=coverage.c.opened_at)
        values = {"status": new.status, "reason": new.reason, "opened_at": opened}
        self._on_same_key(coverage, statement, values, rows, unless=stays)

    def save_cursor(self, source: str, stream: str, cursor: str) -> None:
        """Remember how far a stream was read."""
        statement = self._insert(checkpoint)
        row = {"source": source, "stream": stream, "cursor": cursor, "updated_at": self._now}
        new = statement.excluded
        self._on_same_key(checkpoint, statement, {"cursor": new.cursor, "updated_at": new.updated_at}, [row])

    def add_changes(self, topic: str, source: str, found: Sequence[Change], *, news_from: datetime) -> list[Told]:
        """Store the changes of state that came after the last one stored for the series; gives back what is news."""
        return changes.add(self._connection, (topic, source), found, news_from=news_from, now=self._now)

    def confirm(self, topic: str, source: str, *, state: State, at: datetime) -> Told | None:
        """Make news of the last change if it was late and its state still stands at `at`, an hour that came in time."""
        return changes.confirm(self._connection, (topic, source), state=state, at=at)

    def volume(self, source: str, since: datetime) -> Mapping[datetime, float]:
        """The control series of a source: the posts of every hour that was looked at whole."""
        mine = (coverage.c.topic == CONTROL) & (coverage.c.source == source) & (coverage.c.bucket >= since)
        whole = mine & (coverage.c.bucket_hours == 1) & (coverage.c.status == Status.COMPLETE.value)
        found = dict.fromkeys(self._connection.execute(select(coverage.c.bucket).where(whole)).scalars(), 0.0)
        mine = (observation.c.topic == CONTROL) & (observation.c.source == source) & (observation.c.bucket >= since)
        query = select(observation.c.bucket, observation.c.value).where(mine & (observation.c.bucket_hours == 1))
        return found | {bucket: value for bucket, value in self._connection.execute(query) if bucket in found}

    def hours_with_posts(self, source: str, since: datetime) -> set[datetime]:
        """The hours in which anything about any topic was counted: a source that brings posts is not blind."""
        mine = (observation.c.source == source) & (observation.c.bucket >= since) & (observation.c.bucket_hours == 1)
        mine &= (observation.c.topic != CONTROL) & (observation.c.measure == "posts") & (observation.c.value > 0)
        return set(self._connection.execute(select(observation.c.bucket).where(mine).distinct()).scalars())

    def spend(self, source: str, dollars: float) -> None:
        """Write down money before it is spent: what is lost in a crash was paid for all the same."""
        self._run(spend.insert(), [{"source": source, "at": self._now, "dollars": dollars}])

    def spent(self, source: str, *, since: datetime) -> float:
        """The dollars spent since a moment at the platform that a source belongs to."""
        return reading.spent(self._connection, source.partition(":")[0], since=since)

    def beat(self, pulse: Pulse) -> None:
        """Remember how a source answered; its last success stays where it failed now."""
        row = asdict(pulse) | {"status": pulse.status.value}
        statement = self._insert(pulse_table)
        new: dict[str, object] = {name: statement.excluded[name] for name in row if name != "source"}
        new["succeeded_at"] = func.coalesce(statement.excluded.succeeded_at, pulse_table.c.succeeded_at)
        self._on_same_key(pulse_table, statement, new, [row])

    def end_round(self) -> None:
        """Say that everything up to now was assessed."""
        self._set_meta("round_time", self._now.astimezone(UTC).isoformat())

    def touch(self) -> None:
        """Change the stamp by which readers see that something new is stored."""
        self._set_meta("stamp", secrets.token_hex(8))

    def _set_meta(self, name: str, value: str) -> None:
        statement = self._insert(meta)
        self._on_same_key(meta, statement, {"value": statement.excluded.value}, [{"name": name, "value": value}])

    def _on_same_key(
        self,
        table: Table,
        statement: SqliteInsert | PostgresInsert,
        values: Mapping[str, object],
        rows: Sequence[Mapping[str, object]],
        *,
        unless: object = None,
    ) -> None:
        where = ~unless if unless is not None else None  # type: ignore[operator]
        key = list(table.primary_key.columns)
        self._run(statement.on_conflict_do_update(index_elements=key, set_=values, where=where), rows)

    def _run(self, statement: object, rows: Sequence[Mapping[str, object]]) -> None:
        if rows:
            self._connection.execute(statement, list(rows))  # type: ignore[call-overload]


def _is_one_of(column: ColumnElement[str], *statuses: Status) -> ColumnElement[bool]:
    return or_(*(column == status.value for status in statuses))  # IN does not go with many rows at once


def _buckets(span: Coverage) -> Iterable[datetime]:
    bucket = span.bucket_hours * HOUR
    return (span.start + number * bucket for number in range(int((span.end - span.start) / bucket)))


def _cell_row(
    source: str, mark: bytes, cell: tuple[str, datetime, str, str], posts: int, people: int
) -> Mapping[str, object]:
    topic, day, dimension, name = cell
    people = min(people, LEAST_PEOPLE)
    row = {"topic": topic, "source": source, "day": day, "dimension": dimension, "cell": mark.hex()}
    return row | {
        "name": name if people >= LEAST_PEOPLE else None,
        "posts": posts,
        "people": people,
        "sealed": False,
    }

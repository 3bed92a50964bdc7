"""What staff themselves write: pushes, notes, who snoozed what until when and why, what they said of a warning."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, Table, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import Insert as PostgresInsert
from sqlalchemy.dialects.sqlite import Insert as SqliteInsert

from ..errors import ConfigError
from ..model import Check, Note, Push, PushState, Snooze, Window
from .connected import Connected
from .schema import change, meta, note, push, snooze, verdict

_LISTS = ("topics", "channels", "languages", "checked", "windows")


class StaffRecording:
    """What can be written of staff inside one transaction of `Store.recording`."""

    _connection: Connection
    _now: datetime

    def add_push(self, what: Push) -> Push:
        """Store a new push; gives it back with its number and uid."""
        fresh = replace(what, uid=f"{uuid.uuid4()}", sequence=0, changed_at=self._now)
        number = self._connection.execute(push.insert().returning(push.c.number), _push_row(fresh)).scalar_one()
        return replace(fresh, number=number)

    def save_push(self, what: Push) -> Push:
        """Store a push anew as its next revision; ConfigError where somebody else has changed it meanwhile."""
        next_one = replace(what, sequence=what.sequence + 1, changed_at=self._now)
        same = (push.c.number == what.number) & (push.c.sequence == what.sequence)
        done = self._connection.execute(update(push).where(same).values(**_push_row(next_one)))
        if done.rowcount != 1:
            raise ConfigError(f"push {what.number} was changed by somebody else meanwhile: look at it again")
        return next_one

    def pushes(self) -> tuple[Push, ...]:
        """Every push, by number."""
        return read_pushes(self._connection)

    def snooze(self, what: Snooze) -> Snooze:
        """Store that warnings of a topic (None: of all) are not sent until a moment."""
        row = {"topic": what.topic, "until": what.until, "by": what.by, "reason": what.reason, "made_at": self._now}
        number = self._connection.execute(snooze.insert().returning(snooze.c.number), row).scalar_one()
        return replace(what, number=number)

    def wake(self, number: int) -> bool:
        """End a snooze now; whether it was still in force."""
        mine = (snooze.c.number == number) & (snooze.c.until > self._now)
        return self._connection.execute(update(snooze).where(mine).values(until=self._now)).rowcount == 1

    def add_note(self, what: Note) -> Note:
        """Store a note; gives it back with its number."""
        row = {"at": what.at, "topic": what.topic, "said": what.text, "by": what.by, "made_at": self._now}
        number = self._connection.execute(note.insert().returning(note.c.number), row).scalar_one()
        return replace(what, number=number)

    def drop_note(self, number: int) -> bool:
        """Destroy a note; whether there was one of that number."""
        return self._connection.execute(delete(note).where(note.c.number == number)).rowcount == 1

    def feed_secret(self, fresh: str, *, anew: bool = False) -> str:
        """The path that the calendar is served under: the one there is, or where there is none or `anew` the `fresh`.

        It is kept from now on.
        """
        row = {"name": "feed_secret", "value": fresh}
        statement, same = self._insert(meta).values(row), ["name"]
        replaced = statement.on_conflict_do_update(index_elements=same, set_=row)
        self._connection.execute(replaced if anew else statement.on_conflict_do_nothing(index_elements=same))
        return read_feed_secret(self._connection) or fresh

    def judge_warning(self, number: int, *, useful: bool, by: str) -> None:
        """Store what staff say of a warning; ConfigError where there is none of that number."""
        if self._connection.execute(select(change.c.id).where(change.c.id == number)).first() is None:
            raise ConfigError(f"there is no warning {number}: `monitor warning list` shows their numbers")
        row = {"change": number, "useful": useful, "by": by, "at": self._now}
        statement = self._insert(verdict).values(row)
        self._connection.execute(statement.on_conflict_do_update(index_elements=["change"], set_=row))

    def _insert(self, table: Table) -> SqliteInsert | PostgresInsert:
        if self._connection.dialect.name == "sqlite":
            return sqlite.insert(table)
        return postgresql.insert(table)


class StaffReading(Connected):
    """What can be read of staff's own."""

    def pushes(self) -> tuple[Push, ...]:
        """Every push and proposal, by number."""
        with self._transaction() as connection:
            return read_pushes(connection)

    def push(self, number: int) -> Push | None:
        """The push of a number, or None where there is none."""
        with self._transaction() as connection:
            return next(iter(read_pushes(connection, number)), None)

    def snoozes(self, *, now: datetime) -> tuple[Snooze, ...]:
        """The snoozes in force."""
        with self._transaction() as connection:
            return read_snoozes(connection, now=now)

    def feed_secret(self) -> str | None:
        """The path that the calendar is served under, or None before there is one."""
        with self._transaction() as connection:
            return read_feed_secret(connection)

    def notes(self, *, since: datetime | None = None, until: datetime | None = None) -> tuple[Note, ...]:
        """The notes about the moments from `since` to `until`, both included, in order of time."""
        query = select(note).order_by(note.c.at, note.c.number)
        if since is not None:
            query = query.where(note.c.at >= since)
        if until is not None:
            query = query.where(note.c.at <= until)
        return tuple(Note(row.number, row.at, row.said, row.by, row.topic) for row in self._rows(query))


def read_pushes(connection: Connection, number: int | None = None) -> tuple[Push, ...]:
    """Every push by number, or the one that has it."""
    query = select(push).order_by(push.c.number)
    if number is not None:
        query = query.where(push.c.number == number)
    return tuple(_push(row) for row in connection.execute(query))


def read_feed_secret(connection: Connection) -> str | None:
    """The path that the calendar is served under, or None before there is one."""
    return connection.execute(select(meta.c.value).where(meta.c.name == "feed_secret")).scalar()


def read_snoozes(connection: Connection, *, now: datetime) -> tuple[Snooze, ...]:
    """The snoozes in force."""
    rows = connection.execute(select(snooze).where(snooze.c.until > now).order_by(snooze.c.number))
    return tuple(Snooze(row.topic, row.until, row.by, row.reason, row.number) for row in rows)


def _push_row(what: Push) -> Mapping[str, object]:
    values = {column.name: getattr(what, column.name) for column in push.columns if column.name != "lists"}
    del values["number"]
    lists = {name: getattr(what, name) for name in _LISTS[:-1]} | {"windows": [asdict(one) for one in what.windows]}
    return values | {"state": what.state.value, "lists": json.dumps(lists, default=str, ensure_ascii=False)}


def _push(row: Row[*tuple[Any, ...]]) -> Push:
    values = dict(row._mapping)
    lists = json.loads(values.pop("lists"))
    plain: dict[str, Any] = {name: tuple(lists[name]) for name in _LISTS[:3]}
    checked = tuple(Check(one) for one in lists["checked"])
    return Push(**values | plain | {"state": PushState(row.state), "checked": checked, "windows": _windows(lists)})


def _windows(lists: Mapping[str, Sequence[Mapping[str, Any]]]) -> tuple[Window, ...]:
    ends = ("start", "end")
    return tuple(
        Window(**{**one, **{name: datetime.fromisoformat(one[name]) for name in ends}}) for one in lists["windows"]
    )

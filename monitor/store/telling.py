"""Warnings on their way to people: owed to each channel, claimed by who sends, marked once they are out.

A change and what is owed of it are stored in one transaction. A message is claimed before it is sent and marked after;
who dies in between leaves a claim that is taken up again, with the same message id, once it has had its time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, select, update

from ..model import Due, Message, MessageKind, State, Told
from . import changes
from .schema import change, delivery, outgoing

LEASE = timedelta(minutes=5)  # a claim that is not marked by then belongs to somebody who died


class TellingRecording:
    """What can be written of messages inside one transaction of `Store.recording`."""

    _connection: Connection
    _now: datetime

    def owe(self, number: int, channels: Iterable[str]) -> None:
        """Owe a change to each of the channels."""
        rows = [{"change": number, "channel": name, "owed_since": self._now, "settled": ""} for name in channels]
        if rows:
            self._connection.execute(delivery.insert(), rows)

    def due(self, channel: str) -> tuple[Due, ...]:
        """What a channel is owed and no message tells yet, oldest first."""
        mine = (delivery.c.channel == channel) & delivery.c.outgoing.is_(None) & (delivery.c.settled == "")
        rows = self._connection.execute(select(delivery.c.change, delivery.c.owed_since).where(mine))
        since = {row.change: row.owed_since for row in rows}
        told = changes.stored(self._connection, where=change.c.id.in_(since))
        return tuple(Due(one, since[one.number]) for one in told)

    def standing(self) -> dict[tuple[str, str], State]:
        """The state of each (topic, source) by its newest stored change."""
        return changes.standing(self._connection)

    def messages(self, channel: str, *, since: datetime) -> tuple[Message, ...]:
        """The messages of a channel that were made since a moment, sent or not, oldest first."""
        return read_messages(self._connection, channel, since=since)

    def settle(self, channel: str, due: Iterable[Due], why: str) -> None:
        """Write down that no message needs to tell these, and why."""
        numbers = [one.told.number for one in due]
        mine = (delivery.c.channel == channel) & delivery.c.change.in_(numbers)
        self._connection.execute(update(delivery).where(mine).values(settled=why))

    def begin_message(self, channel: str, kind: MessageKind, message_id: str, due: Sequence[Due] = ()) -> None:
        """A message that tells what is due, to be claimed at once; nothing where there is one of that id already."""
        if self._connection.execute(select(outgoing.c.number).where(outgoing.c.stable_id == message_id)).first():
            return
        row: dict[str, object] = {"channel": channel, "kind": kind.value, "stable_id": message_id}
        row |= {"made_at": self._now, "tries": 0, "next_try_at": self._now, "error": ""}
        number = self._connection.execute(outgoing.insert().returning(outgoing.c.number), row).scalar_one()
        mine = (delivery.c.channel == channel) & delivery.c.change.in_([one.told.number for one in due])
        self._connection.execute(update(delivery).where(mine).values(outgoing=number))

    def claim(self, channel: str) -> Message | None:
        """The oldest message of a channel that is to be tried now, claimed for who asks; None where there is none."""
        free = outgoing.c.claimed_at.is_(None) | (outgoing.c.claimed_at <= self._now - LEASE)
        unsent = and_(outgoing.c.channel == channel, outgoing.c.sent_at.is_(None))
        ready = unsent & free & (outgoing.c.next_try_at <= self._now)
        row = self._connection.execute(select(outgoing).where(ready).order_by(outgoing.c.number).limit(1)).first()
        if row is None:
            return None
        mine = outgoing.c.number == row.number
        self._connection.execute(update(outgoing).where(mine).values(claimed_at=self._now, tries=row.tries + 1))
        return replace(_message(row, _told(self._connection, row.number)), tries=row.tries + 1)

    def mark_sent(self, number: int) -> None:
        """The message is out."""
        self._set(number, sent_at=self._now, error="")

    def mark_failed(self, number: int, *, error: str, next_try_at: datetime) -> None:
        """The message is not out; it is tried again."""
        self._set(number, claimed_at=None, error=error, next_try_at=next_try_at)

    def _set(self, number: int, **values: object) -> None:
        self._connection.execute(update(outgoing).where(outgoing.c.number == number).values(**values))


def is_waiting(connection: Connection, channel: str, *, now: datetime) -> bool:
    """Whether a channel is owed anything, or has a message to be tried by now."""
    owed = (delivery.c.channel == channel) & delivery.c.outgoing.is_(None) & (delivery.c.settled == "")
    unsent = (outgoing.c.channel == channel) & outgoing.c.sent_at.is_(None) & (outgoing.c.next_try_at <= now)
    queries = select(delivery.c.change).where(owed).limit(1), select(outgoing.c.number).where(unsent).limit(1)
    return any(connection.execute(query).first() is not None for query in queries)


def read_messages(connection: Connection, channel: str, *, since: datetime) -> tuple[Message, ...]:
    """The messages of a channel that were made since a moment, sent or not, oldest first."""
    mine = (outgoing.c.channel == channel) & (outgoing.c.made_at >= since)
    rows = connection.execute(select(outgoing).where(mine).order_by(outgoing.c.number)).all()
    return tuple(_message(row, _told(connection, row.number)) for row in rows)


def _told(connection: Connection, number: int) -> tuple[Told, ...]:
    numbers = select(delivery.c.change).where(delivery.c.outgoing == number)
    return tuple(changes.stored(connection, where=change.c.id.in_(numbers)))


def _message(row: Row[*tuple[Any, ...]], told: tuple[Told, ...]) -> Message:
    ids = {"number": row.number, "channel": row.channel, "kind": MessageKind(row.kind), "message_id": row.stable_id}
    return Message(**ids, made_at=row.made_at, tries=row.tries, told=told, sent_at=row.sent_at, error=row.error)

"""Warnings on their way to people: owed to each channel, claimed by who sends, marked once they are out.

A change and what is owed of it are stored in one transaction. A message is claimed before it is sent and marked after;
who dies in between leaves a claim that is taken up again, with the same message id, once it has had its time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, select, update

from ..model import Delivery, Due, Message, MessageKind, Snooze, State, Told
from . import changes
from .schema import change, delivery, outgoing, pulse
from .staff import read_snoozes

LEASE = timedelta(minutes=5)  # a claim that is not marked by then belongs to somebody who died
REMEMBERED = timedelta(days=60)  # a fade that was told longer ago is told again
_ASKED = timedelta(days=2)  # a source that nobody asked for longer is not followed any more
_SET_BACK = timedelta(hours=1)  # no try lies further ahead: else the clock has been set back since


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a channel is owed, and what decides on it: messages of the last weeks, snoozes, states at the moment.

    `standing` is of sources that are asked: an archive that ends in a fade fades no more.
    """

    due: tuple[Due, ...]
    made: tuple[Message, ...]
    snoozes: tuple[Snooze, ...]
    standing: Mapping[tuple[str, str], State]


class TellingRecording:
    """What can be written of messages inside one transaction of `Store.recording`."""

    _connection: Connection
    _now: datetime

    def owe(self, number: int, channels: Iterable[str]) -> None:
        """Owe a change to each of the channels."""
        rows = [{"change": number, "channel": name, "owed_since": self._now, "settled": ""} for name in channels]
        if rows:
            self._connection.execute(delivery.insert(), rows)

    def waiting(self, channel: str) -> Waiting:
        """What a channel is owed, and what decides on it."""
        return waiting(self._connection, channel, now=self._now)

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

    def take_back(self, channel: str, kind: MessageKind) -> None:
        """Drop the unsent messages of a kind; what they tell is owed again, so that one message tells all of it.

        What may be on its way is left alone: it goes out again under its own id.
        """
        mine = _unsent(channel) & outgoing.c.claimed_at.is_(None) & (outgoing.c.kind == kind.value)
        numbers = self._connection.execute(select(outgoing.c.number).where(mine)).scalars().all()
        taken = delivery.c.outgoing.in_(numbers)
        self._connection.execute(update(delivery).where(taken).values(outgoing=None))
        self._connection.execute(delete(outgoing).where(outgoing.c.number.in_(numbers)))

    def claim(self, channel: str) -> Message | None:
        """The oldest message of a channel that is to be tried now, claimed for who asks; None where there is none."""
        ready = _ready(channel, now=self._now)
        row = self._connection.execute(select(outgoing).where(ready).order_by(outgoing.c.number).limit(1)).first()
        if row is None:
            return None
        mine = outgoing.c.number == row.number
        self._connection.execute(update(outgoing).where(mine).values(claimed_at=self._now, tries=row.tries + 1))
        return _messages(self._connection, mine)[0]

    def mark_sent(self, number: int, *, note: str = "") -> None:
        """The message is out; `note` says whom it did not reach."""
        self._set(number, sent_at=self._now, error=note)

    def mark_failed(self, number: int, *, error: str, next_try_at: datetime) -> None:
        """The message is not out; it is tried again."""
        self._set(number, claimed_at=None, error=error, next_try_at=next_try_at)

    def _set(self, number: int, **values: object) -> None:
        self._connection.execute(update(outgoing).where(outgoing.c.number == number).values(**values))


def waiting(connection: Connection, channel: str, *, now: datetime) -> Waiting:
    """What a channel is owed and no message tells yet, oldest first, and what decides on it."""
    mine = (delivery.c.channel == channel) & delivery.c.outgoing.is_(None) & (delivery.c.settled == "")
    rows = connection.execute(select(delivery.c.change, delivery.c.owed_since).where(mine))
    since = {row.change: row.owed_since for row in rows}
    if not since:
        return Waiting((), (), (), {})
    told = changes.stored(connection, where=change.c.id.in_(select(delivery.c.change).where(mine)))
    asked = set(connection.execute(select(pulse.c.source).where(pulse.c.tried_at > now - _ASKED)).scalars())
    standing = {key: state for key, state in changes.standing(connection).items() if key[1] in asked}
    made = read_messages(connection, channel, since=now - REMEMBERED)
    due = tuple(Due(one, since[one.number]) for one in told)
    return Waiting(due, made, read_snoozes(connection, now=now), standing)


def is_ready(connection: Connection, channel: str, *, now: datetime) -> bool:
    """Whether a channel has a message that is to be tried now."""
    return connection.execute(select(outgoing.c.number).where(_ready(channel, now=now)).limit(1)).first() is not None


def _ready(channel: str, *, now: datetime) -> ColumnElement[bool]:
    """Messages that are to be tried and that nobody is sending; a clock that was set back holds none of them."""
    claimed, due = outgoing.c.claimed_at, outgoing.c.next_try_at
    free = claimed.is_(None) | (claimed <= now - LEASE) | (claimed > now + LEASE)
    return _unsent(channel) & free & ((due <= now) | (due > now + _SET_BACK))


def _unsent(channel: str) -> ColumnElement[bool]:
    return and_(outgoing.c.channel == channel, outgoing.c.sent_at.is_(None))


def read_unsent(connection: Connection, channel: str) -> tuple[Message, ...]:
    """The messages of a channel that are not out, oldest first."""
    return _messages(connection, _unsent(channel))


def read_messages(connection: Connection, channel: str, *, since: datetime) -> tuple[Message, ...]:
    """The messages of a channel that were made since a moment, sent or not, oldest first."""
    return _messages(connection, (outgoing.c.channel == channel) & (outgoing.c.made_at >= since))


def read_deliveries(connection: Connection, *, since: datetime) -> tuple[Delivery, ...]:
    """What became of the changes that came to be owed since a moment, by change and channel."""
    query = select(delivery.c.change, delivery.c.channel, delivery.c.outgoing, delivery.c.settled)
    rows = connection.execute(
        query.where(delivery.c.owed_since >= since).order_by(delivery.c.change, delivery.c.channel)
    )
    return tuple(Delivery(*row) for row in rows)


def _messages(connection: Connection, mine: ColumnElement[bool]) -> tuple[Message, ...]:
    """The messages that `mine` chooses, oldest first, each with the changes it tells."""
    rows = connection.execute(select(outgoing).where(mine).order_by(outgoing.c.number)).all()
    telling = select(delivery.c.outgoing, delivery.c.change).join(outgoing, delivery.c.outgoing == outgoing.c.number)
    told_in: defaultdict[int, set[int]] = defaultdict(set)
    for message, number in connection.execute(telling.where(mine)):
        told_in[message].add(number)
    numbers = select(delivery.c.change).join(outgoing, delivery.c.outgoing == outgoing.c.number).where(mine)
    told = {one.number: one for one in changes.stored(connection, where=change.c.id.in_(numbers))} if told_in else {}
    return tuple(_message(row, tuple(told[one] for one in sorted(told_in[row.number]) if one in told)) for row in rows)


def _message(row: Row[*tuple[Any, ...]], told: tuple[Told, ...]) -> Message:
    ids = {"number": row.number, "channel": row.channel, "kind": MessageKind(row.kind), "message_id": row.stable_id}
    return Message(**ids, made_at=row.made_at, tries=row.tries, told=told, sent_at=row.sent_at, error=row.error)

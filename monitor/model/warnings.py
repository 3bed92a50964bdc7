"""A warning on its way to people: who hears it, what was stored of it, what staff said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from .judgement import Change


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to reach people; its address is a secret and stands in the environment.

    Nothing is sent in the `quiet` hours (from, to) of its own `timezone`; what came up in them is sent after.
    """

    name: str
    language: str
    timezone: str
    quiet: tuple[time, time] | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A stored change: its `number` as staff call it, whose it is, and what staff said of it.

    `useful` is None until somebody has said so. `late` is set where it was decided by hours that came in too late.
    """

    number: int
    topic: str
    source: str
    change: Change
    late: bool = False
    useful: bool | None = None
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Snooze:
    """Silence about a topic (None: all of them) until a moment, by whom and why; warnings are kept, not sent."""

    topic: str | None
    until: datetime
    by: str
    reason: str
    number: int = 0


class MessageKind(StrEnum):
    """What a message is about."""

    WARNING = "warning"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True)
class Due:
    """A change that a channel is owed, and since when."""

    told: Told
    since: datetime


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of a change that was owed to a channel: `message` tells it, or it was `settled` without one, and why.

    Where neither is, the channel is still owed it.
    """

    number: int
    channel: str
    message: int | None = None
    settled: str = ""

    @property
    def is_owed(self) -> bool:
        """Whether the channel has yet to hear of it."""
        return self.message is None and not self.settled


@dataclass(frozen=True, slots=True)
class Message:
    """A message on its way to a channel: the changes it tells, and the id that stays the same when it is sent again."""

    number: int
    channel: str
    kind: MessageKind
    message_id: str
    made_at: datetime
    tries: int = 0
    told: tuple[Told, ...] = ()
    sent_at: datetime | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a message says: one line as its subject, plain text, and the same as simple HTML without anything remote."""

    subject: str
    text: str
    html: str

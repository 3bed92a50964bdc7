"""What the page Settings and safety is handed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from ..guard import Risk
from ..model import Coverage, HeldFor, Holding, KeyAge, Pulse, Term
from .frame import Frame


class Guard(StrEnum):
    """Why a term may be followed."""

    PLAIN = "plain"  # it names nobody
    OFFICIAL = "official"
    CONFIRMED = "confirmed"  # somebody answers for it


@dataclass(frozen=True, slots=True)
class GuardedTerm:
    """A term and why it may be followed: what it looks like, and who answers for it (`by`, `on` and `reason`)."""

    term: Term
    guard: Guard = Guard.PLAIN
    by: str = ""
    on: date | None = None
    reason: str = ""
    risk: Risk | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """An address at which a platform itself shows what people say; `what` is the term, "" where it stands for all."""

    platform: str
    what: str
    url: str


@dataclass(frozen=True, slots=True)
class FollowedTopic:
    """A topic with its terms, and where people can be read."""

    key: str
    alias: str
    terms: tuple[GuardedTerm, ...]
    searches: tuple[Search, ...] = ()


@dataclass(frozen=True, slots=True)
class Gaps:
    """How much of the last days was not observed whole: a share of `hours` (all topics), and the longest stretch."""

    share: float
    hours: int
    since: datetime
    longest: Coverage | None = None


@dataclass(frozen=True, slots=True)
class Budget:
    """What was spent at a platform in this month, of what may be, in dollars; a new month begins at `until`."""

    spent: float
    cap: float
    until: datetime


@dataclass(frozen=True, slots=True)
class AskedSource:
    """A source: what it is asked for (terms by the topic's alias), how it answers and what it has given.

    `every_minutes` is None where nothing asks it on a schedule, `pulse` where nobody ever did.
    """

    name: str
    asked: tuple[tuple[str, tuple[Term, ...]], ...] = ()
    every_minutes: float | None = None
    pulse: Pulse | None = None
    fresh_until: datetime | None = None
    gaps: Gaps | None = None
    budget: Budget | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """What is held right now: each table with what it is there for, and the keys that are alive."""

    tables: tuple[tuple[Holding, HeldFor], ...]
    keys: tuple[KeyAge, ...]


@dataclass(frozen=True, slots=True)
class Wiping:
    """What became of a wipe: why it was refused, or when it was done and `limits`, what nobody can promise."""

    refused: str = ""
    limits: tuple[str, ...] = ()
    at: datetime | None = None


@dataclass(frozen=True, slots=True, eq=False)
class SettingsPage:
    """The page Settings and safety.

    `languages` are the campaign's; `channels` are the languages of messages by the channel's name. `trouble` says why
    the sources cannot be told. `wipe` is asked with what was typed, and whether to wipe although Monitor is running.
    """

    frame: Frame
    topics: tuple[FollowedTopic, ...]
    sources: tuple[AskedSource, ...]
    held: Held
    languages: tuple[str, ...]
    channels: Mapping[str, str]
    wipe: Callable[[str, bool], Wiping]
    trouble: str = ""

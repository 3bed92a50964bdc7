"""What is held right now: how much of what, since when, and the keys that are still alive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class HeldFor(StrEnum):
    """What a table of the store is there for; every table is there for one of these."""

    COUNTS = "counts"  # how many, never who
    COVERAGE = "coverage"  # what was looked at, how far reading got, how the sources answered
    MARKS = "marks"  # keyed hashes that tell a duplicate or a person counted already, and nothing else
    KEYS = "keys"  # what these marks are made with
    JUDGEMENTS = "judgements"  # changes of state, and the messages that tell them
    MONEY = "money"  # what was spent at a platform
    STAFF = "staff"  # what staff themselves write
    UPKEEP = "upkeep"  # the store's own version, its stamp and the calendar's secret path


@dataclass(frozen=True, slots=True)
class Holding:
    """How many rows a table holds, and the moment its oldest row is about (None: it has none, or tells no time)."""

    table: str
    rows: int
    oldest: datetime | None


@dataclass(frozen=True, slots=True)
class KeyAge:
    """A secret key that is alive: of the authors of a source's UTC day, or (`day` is None) of post ids.

    `dies_at` is when the key of a day is due: the next round destroys it. The key of post ids stays until all is wiped.
    """

    source: str
    day: datetime | None
    age: timedelta
    dies_at: datetime | None

"""What count sources answer, each number once: what was told twice in two ways is not known (pure)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from ..errors import SourceError
from ..model import DAY, Coverage, Status

Number = TypeVar("Number")
Reading = Callable[[object], tuple[datetime, Number] | str]  # a row's time and number, or why it cannot be read


@dataclass(frozen=True, slots=True)
class Days(Generic[Number]):
    """Numbers by day; days that are not there are not known."""

    by_day: Mapping[datetime, Number]
    read: int = 0
    quarantined: Mapping[str, int] = field(default_factory=dict)


def days_read(rows: object, reading: Reading[Number], *, start: datetime, end: datetime) -> Days[Number]:
    """The days of an answer from `start` up to `end`; raises SourceError for an answer of another shape."""
    if not isinstance(rows, list):
        raise SourceError("answered in a shape that is not known")

    def asked_for(row: object) -> tuple[datetime, Number] | str:
        found = reading(row)
        return found if isinstance(found, str) or start <= found[0] < end else "a day that was not asked for"

    by_day, quarantined = each_once(rows, asked_for, what="day")
    return Days(by_day, len(rows), quarantined)


def each_once(
    rows: Sequence[object], reading: Reading[Number], *, what: str
) -> tuple[dict[datetime, Number], dict[str, int]]:
    """The numbers by time, in order, and how many rows could not be read, by reason."""
    found: dict[datetime, Number] = {}
    unclear: set[datetime] = set()
    quarantined: Counter[str] = Counter()
    for row in rows:
        read = reading(row)
        if isinstance(read, str):
            quarantined[read] += 1
        elif found.setdefault(read[0], read[1]) != read[1]:
            quarantined[f"two numbers for one {what}"] += 1
            unclear.add(read[0])
    return {at: found[at] for at in sorted(found) if at not in unclear}, dict(quarantined)


def days_between(start: datetime, end: datetime) -> list[datetime]:
    """Every day from `start` up to `end`."""
    return [start + number * DAY for number in range(max(0, (end - start) // DAY))]


def day_covered(at: datetime, status: Status, reason: str = "") -> Coverage:
    """What is said of one day."""
    return Coverage(at, at + DAY, status, reason, 24)

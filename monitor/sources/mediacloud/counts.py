"""What Media Cloud's client hands over, read with care (pure)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from ...errors import SourceError
from .._progress import count


@dataclass(frozen=True, slots=True)
class Counts:
    """Stories under a query and all stories, by day; days that are not there are not known."""

    by_day: Mapping[datetime, tuple[int, int]]
    read: int = 0
    quarantined: Mapping[str, int] = field(default_factory=dict)


def parse_counts(points: object, *, start: datetime, end: datetime) -> Counts:
    """The days of an answer from `start` up to `end`; raises SourceError for an answer of another shape."""
    if not isinstance(points, list):
        raise SourceError("answered in a shape that is not known")
    found: dict[datetime, tuple[int, int]] = {}
    unclear: set[datetime] = set()
    quarantined: Counter[str] = Counter()
    for point in points:
        read = _day(point)
        if isinstance(read, str):
            quarantined[read] += 1
        elif not start <= read[0] < end:
            quarantined["a day that was not asked for"] += 1
        elif found.setdefault(read[0], read[1]) != read[1]:
            quarantined["two numbers for one day"] += 1
            unclear.add(read[0])
    whole = {day: found[day] for day in sorted(found) if day not in unclear and found[day][1] > 0}
    return Counts(whole, len(points), dict(quarantined))


def _day(point: object) -> tuple[datetime, tuple[int, int]] | str:
    """A day's start and its two counts, or why it cannot be read."""
    if not isinstance(point, dict) or not isinstance(point.get("date"), date):
        return "a day that cannot be read"
    stories, of_all = count(point.get("count")), count(point.get("total_count"))
    if stories is None:
        return "a day that cannot be read"
    if of_all is None:
        return "a day without the number of all stories"
    if stories > of_all:
        return "more stories than there are in all"
    return datetime.combine(point["date"], time(), tzinfo=UTC), (stories, of_all)

"""What Media Cloud's client hands over, read with care (pure)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from .._progress import count
from .._whole import Days, days_read

Counts = Days[tuple[int, int]]  # stories under a query, and all stories


def parse_counts(points: object, *, start: datetime, end: datetime) -> Counts:
    """The days of an answer on which there were stories at all; raises SourceError for an answer of another shape."""
    found = days_read(points, _day, start=start, end=end)
    return replace(found, by_day={day: numbers for day, numbers in found.by_day.items() if numbers[1] > 0})


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

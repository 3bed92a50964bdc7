"""What Wikimedia answers, read with care (pure)."""

from __future__ import annotations

from datetime import UTC, datetime

from ...errors import SourceError
from .._progress import count
from .._whole import Days, days_read

Views = Days[int]


def parse_views(body: object, *, start: datetime, end: datetime) -> Views:
    """The views by day from `start` up to `end`; raises SourceError for an answer of another shape."""
    if not isinstance(body, dict):
        raise SourceError("answered in a shape that is not known")
    return days_read(body.get("items"), _read, start=start, end=end)


def _read(item: object) -> tuple[datetime, int] | str:
    """A day and its views, or why they cannot be read."""
    day, views = _day(item), count(item.get("views")) if isinstance(item, dict) else None
    return "a day that cannot be read" if day is None or views is None else (day, views)


def _day(item: object) -> datetime | None:
    """The day of an item: `2026111900`; None for anything else, as the views of a month are not those of a day."""
    stamp = item.get("timestamp") if isinstance(item, dict) else None
    if not isinstance(stamp, str) or not isinstance(item, dict) or item.get("granularity", "daily") != "daily":
        return None
    if len(stamp) != 10 or not (stamp.isascii() and stamp.isdigit()) or stamp[8:] != "00":
        return None
    try:
        return datetime(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:8]), tzinfo=UTC)
    except ValueError:
        return None

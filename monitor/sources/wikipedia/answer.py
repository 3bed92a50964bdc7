"""What Wikimedia answers, read with care (pure)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from ...errors import SourceError
from .._progress import count


@dataclass(frozen=True, slots=True)
class Views:
    """An article's views by day; days that are not there are not known."""

    by_day: Mapping[datetime, int]
    read: int = 0
    quarantined: Mapping[str, int] = field(default_factory=dict)


def parse_views(body: object, *, start: datetime, end: datetime) -> Views:
    """The days of an answer from `start` up to `end`; raises SourceError for an answer of another shape."""
    items = body.get("items") if isinstance(body, dict) else None
    if not isinstance(items, list):
        raise SourceError("answered in a shape that is not known")
    found: dict[datetime, int] = {}
    unclear: set[datetime] = set()
    quarantined: Counter[str] = Counter()
    for item in items:
        day, views = _day(item), count(item.get("views")) if isinstance(item, dict) else None
        if day is None or views is None:
            quarantined["a day that cannot be read"] += 1
        elif not start <= day < end:
            quarantined["a day that was not asked for"] += 1
        elif found.setdefault(day, views) != views:
            quarantined["two numbers for one day"] += 1
            unclear.add(day)
    return Views({day: found[day] for day in sorted(found) if day not in unclear}, len(items), dict(quarantined))


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

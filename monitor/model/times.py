"""The two spans of time that buckets have, and which bucket holds a moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def hour_of(moment: datetime) -> datetime:
    """The start of the UTC hour that holds a moment."""
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def next_hour(moment: datetime) -> datetime:
    """The first full UTC hour that is not before a moment.

    >>> next_hour(datetime(2026, 11, 1, 12, tzinfo=UTC)) == datetime(2026, 11, 1, 12, tzinfo=UTC)
    True
    >>> next_hour(datetime(2026, 11, 1, 12, 0, 1, tzinfo=UTC)) == datetime(2026, 11, 1, 13, tzinfo=UTC)
    True
    """
    start = hour_of(moment)
    return start if start == moment else start + HOUR


def day_of(moment: datetime) -> datetime:
    """The start of the UTC day that holds a moment."""
    return moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)

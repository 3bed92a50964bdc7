"""The two spans of time that buckets have, and which bucket holds a moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def hour_of(moment: datetime) -> datetime:
    """The start of the UTC hour that holds a moment."""
    return moment.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def day_of(moment: datetime) -> datetime:
    """The start of the UTC day that holds a moment."""
    return moment.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)

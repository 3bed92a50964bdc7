"""The clocks: the only place where the time is read."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

from .model import HOUR

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


def story_clock(start: datetime, end: datetime, *, hours_per_second: float) -> Clock:
    """A clock that runs through an invented story, from `start` to `end`, and then stands still."""
    began = time.monotonic()

    def now() -> datetime:
        passed = (time.monotonic() - began) * hours_per_second * HOUR
        return min(start + passed, end)

    return now

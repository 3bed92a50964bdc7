"""How a source is asked, and how it answered last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .posts import Status


@dataclass(frozen=True, slots=True)
class Price:
    """What asking a platform costs: dollars a round at most, and the campaign's cap for a calendar month (UTC)."""

    dollars_a_round: float
    dollars_a_month: float


@dataclass(frozen=True, slots=True)
class Pulse:
    """How a source answered when it was last asked.

    `status` is complete where it answered; else `reason` says why not, and before `retry_at` it is not asked again.
    `succeeded_at` is the last time it answered, `counted` the posts that brought, `observed` the numbers that the
    platform itself counts.
    """

    source: str
    tried_at: datetime
    status: Status
    every_minutes: float
    lag_hours: int
    succeeded_at: datetime | None = None
    retry_at: datetime | None = None
    reason: str = ""
    counted: int = 0
    observed: int = 0

"""The latest sensible date of a push: before attention is under what the campaign will not let it fall under."""

from __future__ import annotations

from datetime import datetime
from math import log

from ..model import Evidence


def latest_date(evidence: Evidence, *, floor: float | None, now: datetime) -> datetime | None:
    """When attention may be under `floor` times the usual (None: back within it); None where that is unknown.

    It is the early end of the forecast's 80% interval, as who comes later may be too late. The way there is what the
    fit of the wave says of its end, between now and then: of what lies over the usual level the same share goes in
    every hour. A date that has passed is `now`.
    """
    back = evidence.back_at_low or evidence.back_at
    if back is None:
        return None
    if floor is None:
        return max(back, now)
    level, usual, high = evidence.level, evidence.usual, evidence.usual_high
    if level is None or usual is None or high is None or usual <= 0:
        return max(back, now)
    if level <= floor * usual:
        return now
    edge = max(high, 1.25 * usual)  # where the fit says it may be then
    if floor * usual <= edge or level <= edge or back <= now:
        return max(back, now)
    share = log((level - usual) / (floor * usual - usual)) / log((level - usual) / (edge - usual))
    return now + share * (back - now)

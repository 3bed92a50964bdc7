"""What of an hourly series is compared: without floods and dips of its source; and what is missing in it (pure)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from .model import HOUR, Coverage, Series, Status

MOST_BY_ONE = 3.0  # posts of one account in an hour: who writes more is one voice still
DIPPED = "the source as a whole gave far less than usual"
NOBODY = "nobody looked"


def without_dips(posts: Series, dipped: Collection[datetime]) -> tuple[Series, list[Coverage]]:
    """The series without the hours in which the source as a whole dipped, and those hours as gaps."""
    whole, gaps = posts.complete.copy(), list[Coverage]()
    for hour in sorted(dipped):
        if not posts.start <= hour < posts.end:
            continue
        whole[(hour - posts.start) // HOUR] = False
        start = gaps.pop().start if gaps and gaps[-1].end == hour else hour
        gaps.append(Coverage(start, hour + HOUR, Status.PARTIAL, DIPPED))
    return replace(posts, complete=whole), gaps


def without_floods(posts: Series, busiest: Series | None) -> tuple[Series, NDArray[np.float64]]:
    """The series with an hour's busiest account counted for MOST_BY_ONE posts at most, and what was left out by hour.

    One account that writes all day is no attention, and its end no fade.
    """
    if busiest is None:
        return posts, np.zeros(len(posts.values))
    wrote = starting_at(busiest, posts.start).values[: len(posts.values)]
    excess = np.maximum(np.nan_to_num(wrote) - MOST_BY_ONE, 0)
    excess = np.concatenate([excess, np.zeros(len(posts.values) - len(excess))])
    return replace(posts, values=posts.values - excess), excess


def last_known(series: Series) -> datetime:
    """The end of the last complete hour, or of the series where there is none."""
    known = np.flatnonzero(series.complete)
    return series.start + (int(known[-1]) + 1) * HOUR if len(known) else series.end


def gaps_until(
    covered: Sequence[Coverage], at: datetime, *, why: tuple[Status, str] = (Status.MISSING, NOBODY)
) -> tuple[Coverage, ...]:
    """What is not complete from the first covered hour to `at`: hours nobody looked at too, the newest with a `why`."""
    found: list[Coverage] = []
    known_to = covered[0].start if covered else at
    for span in (*covered, Coverage(at, at, Status.COMPLETE)):
        if known_to < span.start:
            status, reason = why if span.start >= at else (Status.MISSING, NOBODY)
            found.append(Coverage(known_to, min(span.start, at), status, reason))
        if span.status is not Status.COMPLETE and span.start < at:
            found.append(span)
        known_to = max(known_to, span.end)
    return tuple(sorted(found, key=lambda span: span.start))


def starting_at(series: Series, moment: datetime) -> Series:
    """The hourly series without what lies before `moment`."""
    skipped = max((moment - series.start) // HOUR, 0)
    start, values, complete = series.start + skipped * HOUR, series.values[skipped:], series.complete[skipped:]
    return replace(series, start=start, values=values, complete=complete)

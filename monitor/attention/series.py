"""Causal sums over hourly counts with gaps: what is not complete adds neither posts nor time."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from ..model import HOUR, Series

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

DAY_H = 24
WEEK_H = 168
_MONDAY = datetime(1970, 1, 5, tzinfo=UTC)


def known(series: Series) -> tuple[Floats, Floats]:
    """Posts of each bucket and 1 where it is complete; both 0 where it is not, whatever is stored there."""
    complete = series.complete & np.isfinite(series.values)
    return np.where(complete, series.values, 0.0), complete.astype(np.float64)


def hour_of_week(start: datetime, hours: int) -> Ints:
    """The hour of the UTC week (0 is Monday 00:00) of each of the `hours` from `start`."""
    first = (start - _MONDAY) // HOUR
    return (first + np.arange(hours, dtype=np.int64)) % WEEK_H


def window_sum(x: Floats, width: int) -> Floats:
    """Sum of the last `width` values at each position, of fewer where the series is younger.

    >>> window_sum(np.array([1.0, 2.0, 3.0]), 2).tolist()
    [1.0, 3.0, 5.0]
    """
    total = np.concatenate([[0.0], np.cumsum(x)])
    end = np.arange(1, len(x) + 1)
    return np.asarray(total[end] - total[np.maximum(end - width, 0)])


def window_max(x: Floats, width: int) -> Floats:
    """Highest of the last `width` values, NaN counting as unknown; NaN where all are.

    >>> window_max(np.array([1.0, 3.0, np.nan, 2.0]), 2).tolist()
    [1.0, 3.0, 3.0, 2.0]
    """
    if not len(x):
        return x
    filled = np.concatenate([np.full(width - 1, -np.inf), np.where(np.isnan(x), -np.inf, x)])
    highest = sliding_window_view(filled, width).max(axis=1)
    return np.where(np.isinf(highest), np.nan, highest)


def per_day(posts: Floats, exposure: Floats, least_hours: float) -> Floats:
    """Posts a day from posts and the hours they were seen in; NaN under `least_hours` of them."""
    enough = exposure >= least_hours
    return np.where(enough, DAY_H * posts / np.where(enough, exposure, 1.0), np.nan)


def window_level(posts: Floats, exposure: Floats, width: int) -> Floats:
    """Posts a day over the last `width` hours, each hour weighing its `exposure`."""
    return per_day(window_sum(posts, width), window_sum(exposure, width), least_hours=0.05)

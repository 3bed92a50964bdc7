"""Causal sums over hourly counts with gaps: what is not complete adds neither posts nor time."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import deque
from datetime import UTC, datetime
from math import isnan

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
    """Posts an hour and 1 where the hour is complete; both 0 where it is not, whatever is stored there."""
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


def decayed_sum(x: Floats, half_life_hours: float) -> Floats:
    """Sum of all values so far, each halved for every `half_life_hours` that passed since.

    >>> decayed_sum(np.array([4.0, 0.0, 1.0]), 1.0).tolist()
    [4.0, 2.0, 2.0]
    """
    keep = 0.5 ** (1.0 / half_life_hours)
    out, total = [], 0.0
    for value in x.tolist():
        total = total * keep + value
        out.append(total)
    return np.array(out, dtype=np.float64)


def shifted(x: Floats, hours: int) -> Floats:
    """The values of `hours` ago, NaN where the series is younger.

    >>> shifted(np.array([1.0, 2.0, 3.0]), 2).tolist()
    [nan, nan, 1.0]
    """
    gone = min(hours, len(x))
    return np.concatenate([np.full(gone, np.nan), x[: len(x) - gone]])


def per_day(posts: Floats, exposure: Floats, least_hours: float) -> Floats:
    """Posts a day from posts and the hours they were seen in; NaN under `least_hours` of them."""
    enough = exposure >= least_hours
    return np.where(enough, DAY_H * posts / np.where(enough, exposure, 1.0), np.nan)


def rolling_quantiles(x: Floats, width: int, shares: tuple[float, ...], *, least: int) -> Floats:
    """Quantiles of the known ones of the last `width` values, a row for each of `shares`; NaN under `least`.

    >>> rolling_quantiles(np.array([1.0, np.nan, 3.0, 9.0]), 3, (0.5,), least=2).tolist()
    [[nan, nan, 3.0, 9.0]]
    """
    ordered: list[float] = []
    values = x.tolist()
    out = np.full((len(shares), len(values)), np.nan)
    for at, value in enumerate(values):
        if not isnan(value):
            insort(ordered, value)
        gone = values[at - width] if at >= width else float("nan")
        if not isnan(gone):
            del ordered[bisect_left(ordered, gone)]
        if len(ordered) >= least:
            out[:, at] = [ordered[int(share * len(ordered))] for share in shares]
    return out


def hours_since_max(x: Floats, width: int) -> Floats:
    """Hours since the highest of the last `width` values (the latest of equals); NaN where none is known.

    >>> hours_since_max(np.array([2.0, 3.0, np.nan, 1.0]), 3).tolist()
    [0.0, 0.0, 1.0, 2.0]
    """
    candidates: deque[tuple[int, float]] = deque()
    out = np.full(len(x), np.nan)
    for at, value in enumerate(x.tolist()):
        if candidates and candidates[0][0] <= at - width:
            candidates.popleft()
        while not isnan(value) and candidates and candidates[-1][1] <= value:
            candidates.pop()
        if not isnan(value):
            candidates.append((at, value))
        if candidates:
            out[at] = at - candidates[0][0]
    return out

"""What a forecast looks at after each hour: levels beside the last day's, bursts, and the rhythm ahead.

All is said in log posts, so that what is learned over small campaigns holds for large ones. Which of some forty
regressors stay was decided with every family of series left out in turn: longer levels, peaks and their age say
of one family what does not hold for the next; the level of quiet days and the share of the busiest hour do.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .series import DAY_H, WEEK_H, Floats, Ints, window_level, window_max, window_sum
from .usual import Levels

COLUMNS = 7  # of `regressors`
QUIET_H = 4 * WEEK_H  # how far back quiet days are looked for
_SAMPLE_H = 6  # one day level in so many hours tells which days are quiet
_QUIET = 0.25
_FARTHEST = 5.0  # log units: no level counts as farther from the day's than 150 times
_LEAST_DAY_H = 18  # complete hours that make a day comparable with other days
_KNOWN = 5 / 6  # of the coming hours that must be complete to say what came


class Seen(NamedTuple):
    """A stretch of the levels that forecasts look at, an element for each hour; fields as in `Levels`."""

    posts: Floats
    complete: Floats
    weekly: Floats
    fast: Floats
    six: Floats


def seen(found: Levels, begin: int, end: int) -> Seen:
    """What forecasts look at in the hours from `begin` to before `end`."""
    return Seen(*(getattr(found, name)[begin:end] for name in Seen._fields))


def last_day(part: Seen) -> Floats:
    """Posts of the last 24 hours, those of unknown hours filled in by the rhythm."""
    known = window_sum(part.complete * part.weekly, DAY_H)
    share = window_sum(part.weekly, DAY_H) / np.maximum(known, 0.05)
    return np.asarray(window_sum(part.posts, DAY_H) * share)


def regressors(part: Seen, hours: Ints, horizon: int) -> Floats:
    """Where other levels lie beside the last day's at each of `hours`; shape (hours, COLUMNS).

    The columns are: one; the levels with half-lives of 2 and 6 hours; the last three days; the exposure that the
    rhythm expects of the coming `horizon` hours; the busiest hour's share of the day; the quarter of quiet days.
    """
    day = last_day(part)
    three = window_level(part.posts, part.complete * part.weekly, 3 * DAY_H)
    log_day = np.log1p(day[hours])
    quiet = _quiet_day(np.where(window_sum(part.complete, DAY_H) >= _LEAST_DAY_H, day, np.inf), hours)
    beside = [np.log1p(level) - log_day for level in (part.fast[hours], part.six[hours], three[hours], quiet)]
    fast, six, days, low = (np.clip(np.nan_to_num(gap), -_FARTHEST, _FARTHEST) for gap in beside)
    burst = window_max(part.posts, DAY_H)[hours] / np.maximum(window_sum(part.posts, DAY_H)[hours], 1.0)
    return np.column_stack([np.ones(len(hours)), fast, six, days, _rhythm_ahead(part, hours, horizon), burst, low])


def spread_regressors(part: Seen, hours: Ints, looked: Floats) -> Floats:
    """What the size of an error depends on, from the `looked` regressors; shape (hours, 6).

    How restless the levels of hours and days are, how scarce the posts, how bursty the day, how far days have
    lain apart in the weeks of the quiet days.
    """
    log_day = np.log1p(last_day(part))
    jumps = (log_day[DAY_H:] - log_day[:-DAY_H]) ** 2 if len(log_day) > DAY_H else np.zeros(0)
    squares = np.concatenate([np.zeros(len(log_day) - len(jumps)), jumps])
    apart = np.sqrt(window_sum(squares, QUIET_H)[hours] / np.minimum(hours + 1, QUIET_H))
    scarce = 1.0 / np.sqrt(1.0 + np.exp(log_day[hours]))
    return np.column_stack([np.ones(len(hours)), np.abs(looked[:, 2:4]), scarce, looked[:, 5], apart])


def came(part: Seen, hours: Ints, horizon: int) -> Floats:
    """Posts of the `horizon` hours after each of `hours`; NaN where too few of them are known (yet).

    Up to a sixth may be unknown: they count as busy as the others.
    """
    end = np.minimum(hours + horizon, len(part.posts) - 1)
    total = np.concatenate([[0.0], np.cumsum(part.posts)])
    known = np.concatenate([[0.0], np.cumsum(part.complete)])
    posts, share = total[end + 1] - total[hours + 1], (known[end + 1] - known[hours + 1]) / horizon
    return np.where(share >= _KNOWN, posts / np.maximum(share, _KNOWN), np.nan)


def _quiet_day(day: Floats, hours: Ints) -> Floats:
    """The lowest quarter of the day levels of the last four weeks, infinite ones being unknown; NaN where all are."""
    back = hours[:, None] - np.arange(0, QUIET_H, _SAMPLE_H)
    days = np.sort(np.where(back >= 0, day[np.maximum(back, 0)], np.inf), axis=1)
    rank = (_QUIET * np.isfinite(days).sum(axis=1)).astype(np.int64)
    quiet = np.take_along_axis(days, rank[:, None], axis=1)[:, 0]
    return np.where(np.isfinite(quiet), quiet, np.nan)


def _rhythm_ahead(part: Seen, hours: Ints, horizon: int) -> Floats:
    """The log of the mean exposure of the coming hours, as the rhythm of a week ago has them."""
    total = np.concatenate([[0.0], np.cumsum(part.weekly)])
    begin = np.maximum(hours + 1 - WEEK_H, 0)
    end = np.minimum(begin + horizon, hours + 1)
    return np.asarray(np.log((total[end] - total[begin]) / (end - begin)))

"""How a wave passes, as a campaigner reads it: its half-life, the share of its peak, when it is back at background.

The peak is the highest day level (posts of 24 hours, the rhythm taken out), told at that day's end. Intervals are of
80%. How often they held the truth of 1,560 simulated waves (peaks of 60 to 20,000 posts a day, five to sixty times
their background, asked half a day to three weeks after the peak; python -m bench.bench_relaxation --runs 120 --seed
2017 prints it for each shape, where it runs from 69% to 91%):

    relaxation          half-life   back at background   share of the peak
    exponential               80%                  78%                 80%
    power law                 80%                  86%                 83%
    two exponentials          78%                  78%                 83%
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

import numpy as np

from .decay import BURSTS, Curves, Ground, blocks, fitted
from .series import DAY_H, WEEK_H, Floats, window_sum
from .usual import Levels

HORIZON_H = 8 * WEEK_H  # nothing is said of what comes later
_BACK = 1.25  # of what is usual: up to there a level is back at background, as one within the usual band is
_LEAST_HOURS = 6
_BLOCK_H, _NEAR_TOP = 3, 0.7
_STEPS = 11
_Z80 = 1.2816
_QUANTILES = np.array([0.1, 0.5, 0.9])
_USUAL_SD = 0.1  # of the log of what is usual, beside counting noise
_UNKNOWN_SD = 1.5  # where what is usual is not known
_RHYTHM_SD = 0.4  # of the log of an hour's share of the day, once a rhythm is learned
_UNLEARNED_SD = 0.4  # what is added to it while none is
_BEFORE_SD, _LEVEL_SD = 0.3, 0.07  # the same of the few hours before the top, and of those that make up a level
_STEADYING_POSTS = 6.0  # of the last day, in a level that is steadied by them


@dataclass(frozen=True, slots=True)
class Interval:
    """An 80% interval of hours around its middle; an end beyond the horizon is None, `low` is cut off there."""

    middle: float | None
    low: float
    high: float | None


@dataclass(frozen=True, slots=True)
class Relaxation:
    """What is told of a passing wave, in hours.

    `half_life`: from the end of the highest day until the day level, background included, is half of what it was
    then; None where that does not come within the horizon. `back`: from now until the day level is no more than the
    upper edge of the usual band, or than 1.25 times the usual where that is more; negative where that has been, its
    middle None where it does not come within the horizon; None where what is usual is not known.
    """

    half_life: Interval | None
    back: Interval | None


def relaxation(found: Levels, *, peak: int, now: int) -> Relaxation | None:
    """What is known after hour `now` of the wave whose highest day ended with hour `peak`.

    None where too few complete hours have passed.
    """
    exposure = found.complete * found.weekly
    day = slice(max(peak - DAY_H + 1, 0), peak + 1)
    top = day.start + _until_top(found.posts[day], exposure[day])
    since = slice(top + 1, now + 1)
    if found.complete[since].sum() < _LEAST_HOURS:
        return None
    curves = fitted(blocks(found.posts[since], exposure[since], found.complete[since]), _ground(found, peak, now))
    way = _Way(curves, *_before(found.posts[day.start : top + 1], exposure[day.start : top + 1]))
    first, last = float(peak - top), float(now - top + HORIZON_H)
    half = 0.5 * way.level(np.full((len(curves.weight), 1), first))
    usual = float(found.calm[now])
    edge = max(float(found.calm_high[now]), _BACK * usual) / DAY_H
    reached = way.reached(np.hstack([half, np.full_like(half, np.nan_to_num(edge))]), first, last)
    halved = _interval(reached[:, 0], curves.weight, since=first, last=last)
    back = _interval(reached[:, 1], curves.weight, since=float(now - top), last=last)
    return Relaxation(halved if halved.middle is not None else None, back if np.isfinite(edge) else None)


def share_left(found: Levels, *, peak: int, now: int, steadied: bool) -> tuple[float, float] | None:
    """The 80% interval of the share of the peak that the level after hour `now` is; None where it is not known.

    It holds what chance does to the counts behind level and peak, and what is not known of the rhythm. The level is
    `found.shown` where it is `steadied`, as it is for those who read it again and again, and `found.fast` otherwise.
    """
    level = float((found.shown if steadied else found.fast)[now])
    if not isfinite(level):
        return None
    top, hours = max(float(found.day[peak]), 1.0), max(float(found.seen[now]), 0.1)
    bucket, day = found.pace.bucket_hours, found.pace.buckets(DAY_H) * found.pace.bucket_hours
    posts = level * hours / DAY_H
    rhythm = _LEVEL_SD + _UNLEARNED_SD * (1 - float(found.trust[now]))
    now_alone = posts / (posts + _STEADYING_POSTS) if steadied else 1.0
    last_day = 1 / (level * day / DAY_H + 1) + bucket / (BURSTS * day)
    hour_by_hour = 1 / (posts + 1) + bucket / (BURSTS * hours) + rhythm**2
    peak_day = 1 / (top * day / DAY_H + 1) + bucket / (BURSTS * day)
    sd = np.sqrt(now_alone**2 * hour_by_hour + (1 - now_alone**2) * last_day + peak_day)
    share = level / top
    return float(share * np.exp(-_Z80 * sd)), float((share + 0.5 / top) * np.exp(_Z80 * sd))


class _Way:
    """The day levels that likely curves go through, posts an hour; before the top stands what was counted."""

    def __init__(self, curves: Curves, before: Floats, unsure: float) -> None:
        self._curves = curves
        self._before = before
        self._factor = np.exp(unsure * curves.chance)

    def level(self, hours: Floats) -> Floats:
        """Mean of the day that ends so many hours after the top, a row for each curve."""
        begin = hours - DAY_H
        before = np.interp(begin, np.arange(-DAY_H, 1), self._before) * self._factor
        since = self._curves.total(hours) - self._curves.total(np.maximum(begin, 0.0))
        return np.asarray((since + before) / DAY_H)

    def reached(self, bounds: Floats, first: float, last: float) -> Floats:
        """Hours after the top, from `first`, until each level is at its bound; infinite where not before `last`."""
        low, high = np.full_like(bounds, np.log1p(first)), np.full_like(bounds, np.log1p(last))
        never = self.level(np.full((len(bounds), 1), last)) > bounds
        for _ in range(_STEPS):
            middle = 0.5 * (low + high)
            under = self.level(np.expm1(middle)) <= bounds
            low, high = np.where(under, low, middle), np.where(under, middle, high)
        return np.where(never, np.inf, np.expm1(0.5 * (low + high)))


def _until_top(posts: Floats, exposure: Floats) -> int:
    """The hour of the highest day in which the level has come near its top: the wave is fitted from there on."""
    level = window_sum(posts, _BLOCK_H) / np.maximum(window_sum(exposure, _BLOCK_H), 0.3)
    return int(np.argmax(level >= _NEAR_TOP * level.max()))


def _before(posts: Floats, exposure: Floats) -> tuple[Floats, float]:
    """Posts of the day before the top, from each of its hours until the top (25 values), and the sd of their log."""
    mean = posts.sum() / max(float(exposure.sum()), 0.1)
    rate = np.where(exposure > 0, posts / np.maximum(exposure, 0.1), mean)
    rate = np.concatenate([np.full(DAY_H - len(rate), mean), rate])
    left = np.append(np.cumsum(rate[::-1])[::-1], 0.0)
    return left, float(np.sqrt(1 / (posts.sum() + 1) + 1 / (BURSTS * len(posts)) + _BEFORE_SD**2))


def _ground(found: Levels, peak: int, now: int) -> Ground:
    """The background is what was usual at the peak: later, a long wave is itself what is usual.

    Where nothing was, it is what is usual by now, or a tenth of the level, vaguely.
    """
    rhythm = _RHYTHM_SD + _UNLEARNED_SD * (1 - float(found.trust[now]))
    usual = float(found.calm[peak] if isfinite(found.calm[peak]) else found.calm[now])
    if not isfinite(usual):
        return Ground(max(0.1 * float(np.nan_to_num(found.fast[now])), 0.5) / DAY_H, _UNKNOWN_SD, rhythm)
    usual = max(usual, 0.5)
    return Ground(usual / DAY_H, float(np.sqrt(_USUAL_SD**2 + 0.1 / usual)), rhythm)


def _interval(hours: Floats, weight: Floats, *, since: float, last: float) -> Interval:
    """The interval of weighted hours, counted from `since`; infinite ones lie beyond `last`."""
    order = np.argsort(hours)
    share = np.cumsum(weight[order]) - 0.5 * weight[order]
    at = np.minimum(np.searchsorted(share, weight.sum() * _QUANTILES), len(hours) - 1)
    low, middle, high = (hours[order][at]).tolist()
    return Interval(
        middle=middle - since if isfinite(middle) else None,
        low=min(low, last) - since,
        high=high - since if isfinite(high) else None,
    )

"""The daily and weekly rhythm of a series, learned only from hours that had passed by then.

Each hour is compared with the mean of the day (or week) around it, so that a passing wave does not
look like a rhythm, and is learned a day (a week) later, when it is known whether the level jumped
there: the edge of a wave teaches little. Hours count by the information in them (negative binomial
weights), so a spike teaches no more than a day of its length can; what is known is drawn towards "no
rhythm" while there is little of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from .series import DAY_H, WEEK_H, Floats, Ints, hour_of_week, window_sum

_BURSTS = 8.0  # negative binomial k of an hour: the most an hour can teach, in posts
_PRIOR_DAY = 8.0  # posts' worth of "no rhythm" beside each hour of the day (one busy day)
_PRIOR_WEEK = 400.0  # the same beside each day of the week (two busy weeks)
_CALM = 1.0  # a jump of this much in the log level around an hour halves what it teaches
_FORGET_DAYS = 28.0
_CLIP = (0.2, 4.0)


@dataclass(frozen=True, slots=True, eq=False)
class Rhythm:
    """The expected share of an average hour: by hour of day, and with the weekday on top; both have mean one.

    `trust` (0 to 1) is how much of the hours of day is learned and not assumed. Nothing uses what was
    unknown at the last UTC midnight.
    """

    daily: Floats
    weekly: Floats
    trust: Floats


def rhythm(posts: Floats, complete: Floats, start: datetime) -> Rhythm:
    """What was known of the rhythm at each hour."""
    phase = hour_of_week(start, len(posts))
    clock = phase % DAY_H
    daily, trust = _learn(posts, complete, clock, midnight=clock, cycle=DAY_H, prior=_PRIOR_DAY)
    weekday, _ = _learn(posts / daily, complete, phase // DAY_H, midnight=clock, cycle=WEEK_H, prior=_PRIOR_WEEK)
    return Rhythm(daily, daily * weekday, trust)


def _learn(
    posts: Floats, complete: Floats, cell: Ints, *, midnight: Ints, cycle: int, prior: float
) -> tuple[Floats, Floats]:
    """The rhythm over `cycle` hours, per `cell` of it, as known at each hour's last midnight, and its trust."""
    gain, ground = _lessons(posts, complete, cycle)
    cells = DAY_H if cycle == DAY_H else cycle // DAY_H
    seen, expected = np.zeros(cells), np.zeros(cells)
    out, trust = np.ones(len(posts)), np.zeros(len(posts))
    keep = 0.5 ** (1.0 / _FORGET_DAYS)
    learned = 0
    for begin in np.flatnonzero(midnight == 0).tolist():
        upto = max(begin - cycle, 0)
        seen = seen * keep + np.bincount(cell[learned:upto], gain[learned:upto], cells)
        expected = expected * keep + np.bincount(cell[learned:upto], ground[learned:upto], cells)
        learned = upto
        shape = _shape(seen, expected, prior)
        stop = min(begin + DAY_H, len(posts))
        out[begin:stop] = shape[cell[begin:stop]]
        trust[begin:stop] = np.mean(expected / (expected + prior))
    return out, trust


def _lessons(posts: Floats, complete: Floats, cycle: int) -> tuple[Floats, Floats]:
    """Posts of each hour and posts expected from the mean around it, both weighted by information."""
    before, around, after = (_mean_until(posts, complete, cycle, ahead) for ahead in (0, cycle // 2, cycle))
    around = np.nan_to_num(around) * complete
    jump = np.log((after + 1 / cycle) / (before + 1 / cycle))
    calm = np.nan_to_num(1.0 / (1.0 + (jump / _CALM) ** 2), nan=1.0)
    weight = calm / (1.0 + around / _BURSTS)
    capped = np.minimum(posts, _CLIP[1] * around + 3.0) * (around > 0)
    return capped * weight, around * weight


def _mean_until(posts: Floats, complete: Floats, cycle: int, ahead: int) -> Floats:
    """Mean of the `cycle` hours that end `ahead` hours later; NaN where a quarter of them is not known."""
    later = np.zeros(ahead)
    total = window_sum(np.concatenate([posts, later]), cycle)[ahead:]
    hours = window_sum(np.concatenate([complete, later]), cycle)[ahead:]
    return np.where(hours >= 0.75 * cycle, total / np.maximum(hours, 1.0), np.nan)


def _shape(seen: Floats, expected: Floats, prior: float) -> Floats:
    """Shares of the average hour with mean one, smoothed over neighbours where they are hours."""
    if len(seen) == DAY_H:
        seen, expected = _blurred(seen), _blurred(expected)
    share = np.clip((seen + prior) / (expected + prior), *_CLIP)
    return np.asarray(share / share.mean())


def _blurred(x: Floats) -> Floats:
    """Each hour with half of each neighbour's weight; the day is a circle."""
    return np.asarray(0.5 * x + 0.25 * np.roll(x, 1) + 0.25 * np.roll(x, -1))

"""Signs of a fade, a rise, a lasting decline, hour by hour: facts for the state rules, no decision.

`halved` asks for a Gamma-Poisson credible bound: the fast level's upper bound must lie under half of
the week's highest day. The square root makes a count's spread constant (Anscombe), so the bound is
one subtraction. `slow` compares medians of day levels before and after, with the series' own
day-to-day spread as the yardstick, and so needs no peak.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .series import DAY_H, WEEK_H, Bools, Floats, rolling_quantiles, shifted, window_sum
from .usual import BURSTS, USUAL_H, Levels

HALF = 0.5
WAVE_POSTS = 60.0  # the least posts a day at a peak that can fade
_STILL_POSTS = 50.0
_PROMINENCE, _STILL_PROMINENCE = 2.0, 1.7
_BACK = 1.25  # of the band between waves: above it, no wave is back at its background
_SURE_Z = 0.5  # one-sided credible bound of 69%: the earliest that stays under 0.2 wrong warnings a week
_TRUSTED = 0.55  # of the rhythm: from then on a night is told from a fade
_SAME_HOURS, _DROP_Z = 8, 3.0  # hours compared with yesterday's, and how surely they must hold less
_RISE_Z = 2.5
_GROWING = 1.15
_SLOW_RATIO, _SLOW_Z = 0.8, -3.0
_MEDIAN_COST = 2.0  # a median of overlapping, correlated days knows half of what free days would
_LEAST_SLOW_POSTS = 6.0  # a day
_FEW_WEEK, _ENOUGH_WEEK, _FEW_DAY, _ENOUGH_DAY = 25.0, 40.0, 10.0, 20.0


@dataclass(frozen=True, slots=True, eq=False)
class Signs:
    """What the state rules ask of each hour; every array has the length of the series.

    `settled`: enough complete hours stand behind a new judgement; `wave`: a peak stands out that can
    fade, `passed`: it no longer does; `share`: of the peak, at half-lives of 2, 6 and 12 hours.
    """

    complete: Bools
    settled: Bools
    few: Bools
    enough: Bools
    wave: Bools
    passed: Bools
    halved: Bools
    rising: Bools
    growing: Bools
    slow: Bools
    fresh_peak: Bools
    share: Floats
    share_six: Floats
    share_twelve: Floats
    twelve: Floats


def signs(found: Levels) -> Signs:
    """The signs at the end of every hour."""
    usual = np.nan_to_num(found.usual)
    wave = (found.peak >= WAVE_POSTS) & (found.peak >= _PROMINENCE * usual)
    still = (found.peak >= _STILL_POSTS) & (found.peak >= _STILL_PROMINENCE * usual)
    passed = (~still | (found.day <= found.usual)) & ~(found.day > _BACK * found.calm_high)
    week = window_sum(found.posts, WEEK_H) / np.maximum(window_sum(found.complete, WEEK_H), 1) * WEEK_H
    day = np.where(np.isnan(found.day), found.twelve, found.day)
    growing = (found.six > _GROWING * day) | (found.six > found.peak)
    return Signs(
        complete=found.complete > 0,
        settled=window_sum(found.complete, 12) >= 6,
        few=(week < _FEW_WEEK) & ~(day >= _FEW_DAY),
        enough=(week >= _ENOUGH_WEEK) | (day >= _ENOUGH_DAY),
        wave=wave,
        passed=passed,
        halved=wave & _surely_under_half(found) & _night_proof(found),
        rising=growing & (day >= _ENOUGH_DAY) & (_surely_above(found) >= _RISE_Z),
        growing=growing,
        slow=decline_z(found.day) <= _SLOW_Z,
        fresh_peak=found.day >= found.peak,
        share=found.fast / np.maximum(found.peak, 1.0),
        share_six=found.six / np.maximum(found.peak, 1.0),
        share_twelve=found.twelve / np.maximum(found.peak, 1.0),
        twelve=found.twelve,
    )


def root_gap(level: Floats, other: Floats, hours: Floats) -> Floats:
    """How many standard deviations of counting `level` lies under `other`, seen for `hours`."""
    seen, wanted = level * hours / DAY_H, other * hours / DAY_H
    return np.asarray(2.0 * (np.sqrt(np.maximum(wanted, 0.0)) - np.sqrt(np.maximum(seen, 0.0) + 0.25)))


def _surely_under_half(found: Levels) -> Bools:
    """The fast level's upper bound is under half of the peak, and half a day of it was seen."""
    gap = np.nan_to_num(root_gap(found.fast, HALF * found.peak, found.seen), nan=-9.0)
    return np.asarray((gap >= _SURE_Z) & (window_sum(found.complete, DAY_H) >= DAY_H // 2))


def _night_proof(found: Levels) -> Bools:
    """A low level cannot be the night: the rhythm is known, or the same hours of yesterday held surely more.

    Without this, every topic would "halve" in its first nights.
    """
    now, hours = window_sum(found.posts, _SAME_HOURS), window_sum(found.complete, _SAME_HOURS)
    yesterday, then = shifted(now, DAY_H), shifted(hours, DAY_H)
    seen = (hours >= _SAME_HOURS - 1) & (then >= _SAME_HOURS - 1)
    spread = np.sqrt(1 / (now + 1) + 1 / (yesterday + 1) + 2 / (BURSTS * _SAME_HOURS))
    drop = np.log((yesterday + 1) / (now + 1)) / spread
    return np.asarray((found.trust >= _TRUSTED) | (seen & (drop >= _DROP_Z)) | (found.day < HALF * found.peak))


def _surely_above(found: Levels) -> Floats:
    return np.nan_to_num(-root_gap(found.six, found.high, found.seen_six), nan=-9.0)


def decline_z(day: Floats) -> Floats:
    """How significantly the last one, two or three weeks lie under those before, in standard deviations.

    0 where they do not, or not by a fifth, or where too little is known.
    """
    jump = np.abs(np.log((day + 1) / (shifted(day, DAY_H) + 1)))
    spread = rolling_quantiles(jump, USUAL_H, (0.5,), least=WEEK_H // 2)[0] / 0.6745 / np.sqrt(2)
    out = np.zeros(len(day))
    for width in (WEEK_H, 2 * WEEK_H, 3 * WEEK_H):
        now = rolling_quantiles(day, width, (0.5,), least=int(0.6 * width))[0]
        before = shifted(now, width)
        ratio = (now + 1) / (before + 1)
        sd = np.maximum(spread, 0.05) * np.sqrt(_MEDIAN_COST * 2 * DAY_H / width)
        z = np.log(ratio) / sd
        lasting = (ratio <= _SLOW_RATIO) & (before >= _LEAST_SLOW_POSTS) & np.isfinite(z)
        out = np.where(lasting, np.minimum(out, np.nan_to_num(z)), out)
    return out

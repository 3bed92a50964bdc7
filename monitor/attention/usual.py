"""What is usual for a series, and the wave that stands out of it: posts a day, complete hours only.

The method is the one measured in the project's notes on fading attention: counts are divided by the
hours they were seen in, each hour weighing what the learned rhythm expects of it, and both sides
fade together, so that a gap changes how sure a level is but never the level itself.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..model import Series
from .calm import calm_levels
from .rhythm import rhythm
from .series import (
    DAY_H,
    WEEK_H,
    Floats,
    decayed_sum,
    known,
    per_day,
    rolling_quantiles,
    shifted,
    window_max,
    window_sum,
)

USUAL_H = 4 * WEEK_H  # how far back "usual" looks
FAST_H = 2.0  # half-life of the level that decides: a night is taken out, a burst of minutes is not
BURSTS = 8.0  # negative binomial k of an hour, as seen on hourly counts of campaigns
_STEADYING_POSTS = 6.0
_LEAST_USUAL_H = 48
_LEAST_DAY_H = 18  # complete hours that make a day's level comparable with other days
_Z80 = 1.2816
_MOST_SKEW = 1.5  # of the band: how much further up than down it may reach, on a log scale
_QUARTER_TO_80 = 1.9  # normal: the 90% quantile lies 1.9 times as far out as the 75% quantile


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """The levels of a series at the end of every hour, in posts a day; NaN where they cannot be said.

    `shown` is what people are told; `fast`, `six` and `twelve` have half-lives of 2, 6 and 12 hours and the
    weekly rhythm taken out;
    `seen` is how many average hours stand behind `fast`; `day` is the last 24 hours, `peak` the highest
    `day` of the last week; `usual` is the median `day` of the four weeks before the last day, and
    `low` to `high` the band in which four `fast` levels of five are expected: the yardstick of the state
    rules, waves included. `calm`, `calm_low` and `calm_high` are the same from hours outside waves, and
    what people are told. `weekly` is the learned rhythm, `trust` how well it is known (0 to 1); `posts` and
    `complete` are the input.
    """

    posts: Floats
    complete: Floats
    shown: Floats
    fast: Floats
    six: Floats
    twelve: Floats
    seen: Floats
    seen_six: Floats
    day: Floats
    peak: Floats
    usual: Floats
    low: Floats
    high: Floats
    calm: Floats
    calm_low: Floats
    calm_high: Floats
    weekly: Floats
    trust: Floats


def levels(series: Series) -> Levels:
    """All levels of `series`, each hour's from nothing later than its own end."""
    posts, complete = known(series)
    learned = rhythm(posts, complete, series.start)
    exposure = complete * learned.weekly
    fast = decayed_level(posts, exposure, FAST_H)
    day = window_level(posts, complete * learned.daily, DAY_H)
    day = np.where(window_sum(complete, DAY_H) >= _LEAST_DAY_H, day, np.nan)
    usual = rolling_quantiles(shifted(day, DAY_H), USUAL_H, (0.5,), least=_LEAST_USUAL_H)[0]
    low, high = _band(*_spread(fast, usual))
    calm = calm_levels(day, fast)
    calm_low, calm_high = _band(*calm)
    seen = hours_behind(exposure, FAST_H)
    return Levels(
        posts=posts,
        complete=complete,
        shown=_steadied(fast, day, seen),
        fast=fast,
        six=decayed_level(posts, exposure, 6.0),
        twelve=decayed_level(posts, exposure, 12.0),
        seen=seen,
        seen_six=hours_behind(exposure, 6.0),
        day=day,
        peak=window_max(day, WEEK_H),
        usual=usual,
        low=low,
        high=high,
        calm=calm[0],
        calm_low=calm_low,
        calm_high=calm_high,
        weekly=learned.weekly,
        trust=learned.trust,
    )


def decayed_level(posts: Floats, exposure: Floats, half_life_hours: float) -> Floats:
    """Exponentially weighted posts a day; a gap ages both sides alike and so leaves the level alone."""
    seen = decayed_sum(exposure, half_life_hours)
    return per_day(decayed_sum(posts, half_life_hours), seen, least_hours=1e-3)


def _steadied(level: Floats, day: Floats, hours: Floats) -> Floats:
    """A level seen for so many hours, drawn to the day's by the weight of a few posts (Gamma-Poisson mean).

    With many posts it is the level itself; with few, one post more or less no longer looks like a wave.
    """
    seen, prior = hours / DAY_H, _STEADYING_POSTS / np.maximum(day, 0.1)
    drawn = (level * seen + prior * day) / (seen + prior)
    return np.asarray(np.where(np.isnan(day), level, drawn))


def window_level(posts: Floats, exposure: Floats, width: int) -> Floats:
    """Posts a day over the last `width` hours."""
    return per_day(window_sum(posts, width), window_sum(exposure, width), least_hours=0.05)


def hours_behind(exposure: Floats, half_life_hours: float) -> Floats:
    """How many equally weighted hours would know a decayed level as well (Kish's effective size)."""
    total = decayed_sum(exposure, half_life_hours)
    squares = decayed_sum(exposure, half_life_hours / 2)
    return np.asarray(total**2 / np.maximum(squares, 1e-12))


def _spread(fast: Floats, usual: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """`usual`, the lowest tenth and the upper quarter of `fast` over the same weeks, and hours behind them."""
    before = shifted(fast, DAY_H)
    tenth, upper = rolling_quantiles(before, USUAL_H, (0.1, 0.75), least=_LEAST_USUAL_H)
    return usual, tenth, upper, window_sum(np.isfinite(before).astype(np.float64), USUAL_H)


def _band(usual: Floats, tenth: Floats, upper: Floats, hours: Floats) -> tuple[Floats, Floats]:
    """Where four levels of five are expected: learned quantiles, drawn to counting noise while few."""
    trust = hours / (hours + WEEK_H)
    middle = np.maximum(usual, 1.0)
    behind = 2 * FAST_H / np.log(2)
    noise = _Z80 * np.sqrt((DAY_H / middle + 1 / BURSTS) / behind)
    down = np.log((middle + 1) / (np.nan_to_num(tenth) + 1))
    up = _QUARTER_TO_80 * np.log((np.nan_to_num(upper) + 1) / (middle + 1))
    up = np.minimum(up, _MOST_SKEW * np.maximum(down, noise))  # a wave that fills a week of four is not usual
    low = usual * np.exp(-np.maximum(trust * down + (1 - trust) * noise, noise))
    high = (usual + 1) * np.exp(np.maximum(trust * up + (1 - trust) * noise, noise))
    return low, high

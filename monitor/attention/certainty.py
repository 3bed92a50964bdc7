"""How probable it is that a judgement is right: learned for a halved wave, counted for the rest.

What is learned is fitted by bench/fit_learned.py, which prints how it holds for families left out.
"""

from __future__ import annotations

from math import erf, exp, isfinite, log, sqrt

import numpy as np

from .learned import HALVED_WEIGHTS, STANDING_WEIGHTS
from .series import Floats, Ints
from .usual import BURSTS, Level, Levels

_OLDEST_PEAK = 36.0
_LEAST_SHARE = -4.0  # log: under a fiftieth of the peak, how little is left says no more
_BOUNDS = (0.02, 0.98)  # nothing counted from one series is surer than this


def halved_certainty(at: Level) -> float:
    """Probability that hindsight (bench/score_fade.py) calls a warning of that bucket right.

    It runs from two fifths to four fifths: four warned of in ten come back, and counts alone hardly tell which.
    """
    score = sum(weight * fact for weight, fact in zip(HALVED_WEIGHTS, halved_facts(at), strict=True))
    return min(max(1.0 / (1.0 + exp(-score)), _BOUNDS[0]), _BOUNDS[1])


def halved_facts(at: Level) -> tuple[float, float, float]:
    """1, the background beside the peak (log), and the age of the peak in buckets (log, up to a day and a half).

    Level and shape of the fall were tried and left out: they helped within a family of series only.
    """
    background = log(((at.usual if isfinite(at.usual) else 0.0) + 1) / (at.peak + 1))
    return 1.0, min(max(background, -5.0), 0.0), log(1 + min(at.peak_age, _OLDEST_PEAK))


def standing_certainty(found: Levels, *, hour: int, peak_hour: int) -> float:
    """Probability that every day from one to three days after `hour` stays under half of the wave's peak.

    `peak_hour` is the hour that ended the wave's highest day. It is the probability that hindsight
    (bench/score_fade.py) calls the fade right that stands now, not that a warning now would be. Own family
    left out, what was said to be 37, 45, 55, 65, 75, 85 and 95% probable came true in 31, 50, 52, 62, 73, 85
    and 92% of hours (Brier score 0.196, where always saying the mean gets 0.225).
    """
    score = standing_regressors(found, np.array([hour]), np.array([peak_hour]))[0] @ np.array(STANDING_WEIGHTS)
    return float(np.clip(1.0 / (1.0 + np.exp(-score)), *_BOUNDS))


def standing_regressors(found: Levels, hours: Ints, peak_hours: Ints) -> Floats:
    """The share of the peak that is left (log, twelve-hour level), and the hours since the peak (log).

    Trend, faster levels and background were tried and left out: they added nothing for a family left out.
    """
    left = np.log((found.twelve[hours] + 1) / (found.day[peak_hours] + 1))
    return np.column_stack([np.ones(len(hours)), np.clip(left, _LEAST_SHARE, 0), np.log1p(hours - peak_hours)])


def above(level: float, bound: float, hours: float, *, bucket_hours: int = 1) -> float:
    """Probability that the true level lies above `bound`, when `level` was seen for `hours` (posts a day).

    >>> round(above(100, 100, 8), 1), above(100, 20, 8) > 0.9
    (0.5, True)
    """
    expected = max(level, bound, 1.0) * hours / 24
    spread = sqrt(1 / expected + bucket_hours / (BURSTS * max(hours, 0.1)))
    share = 0.5 * (1 + erf(np.log((level + 1) / (bound + 1)) / spread / sqrt(2)))
    return float(np.clip(share, *_BOUNDS))


def normal_below(z: float) -> float:
    """Probability that a standard normal lies below `z`, kept off certainty."""
    return float(np.clip(0.5 * (1 + erf(z / sqrt(2))), *_BOUNDS))

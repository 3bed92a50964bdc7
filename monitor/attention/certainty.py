"""How probable it is that a judgement is right: learned for a halved wave, counted for the rest."""

from __future__ import annotations

from math import erf, sqrt

import numpy as np

from .learned import HALVED_WEIGHTS
from .series import WEEK_H, Floats, hours_since_max
from .usual import BURSTS, Levels

_OLDEST_PEAK_H = 36.0
_BOUNDS = (0.02, 0.98)  # nothing counted from one series is surer than this


def halved_certainty(found: Levels) -> Floats:
    """Probability that hindsight (bench/score_fade.py) calls a warning of that hour right; NaN without a peak.

    It runs from a third to three quarters: every second wave that halves comes back within three days, and counts alone
    hardly tell which (own family left out, the Brier score is 0.224, where always saying 0.50 gets 0.250).
    """
    score = halved_regressors(found) @ np.array(HALVED_WEIGHTS)
    return np.asarray(np.clip(1.0 / (1.0 + np.exp(-score)), *_BOUNDS))


def halved_regressors(found: Levels) -> Floats:
    """The background beside the peak (log), and the age of the peak in hours (log, up to a day and a half).

    Level and shape of the fall were tried and left out: they helped within a family of series only.
    """
    background = np.clip(np.log((np.nan_to_num(found.usual) + 1) / (found.peak + 1)), -5, 0)
    age = np.log1p(np.minimum(hours_since_max(found.day, WEEK_H), _OLDEST_PEAK_H))
    return np.column_stack([np.ones(len(age)), background, age])


def above(level: float, bound: float, hours: float) -> float:
    """Probability that the true level lies above `bound`, when `level` was seen for `hours` (posts a day).

    >>> round(above(100, 100, 8), 1), above(100, 20, 8) > 0.9
    (0.5, True)
    """
    expected = max(level, bound, 1.0) * hours / 24
    spread = sqrt(1 / expected + 1 / (BURSTS * max(hours, 0.1)))
    share = 0.5 * (1 + erf(np.log((level + 1) / (bound + 1)) / spread / sqrt(2)))
    return float(np.clip(share, *_BOUNDS))


def normal_below(z: float) -> float:
    """Probability that a standard normal lies below `z`, kept off certainty."""
    return float(np.clip(0.5 * (1 + erf(z / sqrt(2))), *_BOUNDS))

"""Numbers learned over 24 hourly series of campaigns, crises and companies.

Written by `bench/fit_learned.py`, which also reports how they hold for a family of series left out;
not edited by hand.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A learned forecast in log posts a day: weights of its centre and of its spread.

    The columns are `forecast.regressors` and `forecast.spread_regressors`; `errors` are 21 even
    quantiles, from 2.5% to 97.5%, of what errors were over their spread.
    """

    weights: tuple[float, ...]
    spread_weights: tuple[float, ...]
    errors: tuple[float, ...]


# by horizon in hours
FORECASTS = {
    24: Relaxation(
        weights=(-0.120, 0.179, 0.354, 0.212),
        spread_weights=(-1.326, 0.594, 0.339, 1.299),
        errors=(
            -3.668,
            -2.367,
            -1.841,
            -1.489,
            -1.192,
            -0.927,
            -0.683,
            -0.549,
            -0.348,
            -0.149,
            0.006,
            0.151,
            0.310,
            0.498,
            0.648,
            0.842,
            1.052,
            1.314,
            1.699,
            2.254,
            3.570,
        ),
    ),
    72: Relaxation(
        weights=(-0.154, 0.077, 0.502, 0.313),
        spread_weights=(-1.226, 0.588, 0.370, 1.078),
        errors=(
            -3.161,
            -2.215,
            -1.798,
            -1.443,
            -1.218,
            -0.932,
            -0.676,
            -0.527,
            -0.339,
            -0.168,
            -0.017,
            0.179,
            0.351,
            0.523,
            0.694,
            0.895,
            1.120,
            1.377,
            1.714,
            2.285,
            3.744,
        ),
    ),
}

# columns: `certainty.halved_regressors`
HALVED_WEIGHTS = (0.619, -0.298, -0.453)

# columns: `certainty.standing_regressors`
STANDING_WEIGHTS = (-0.557, -1.801, -0.245)

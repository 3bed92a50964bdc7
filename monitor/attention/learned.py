"""Numbers learned over 24 hourly series of campaigns, crises and companies.

Written by `bench/fit_learned.py`, which also reports how they hold for a family of series left out;
not edited by hand.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Expectation:
    """A learned forecast in log posts: where a series' own forecast begins.

    `weights` of the centre's columns (`outlook.regressors`); `firmness`, the weight they hold against a series' own
    lessons; `spread_weights` (columns: `outlook.spread_regressors`); `errors`, 21 even quantiles from 2.5% to 97.5%
    of what errors were over their spread.
    """

    weights: tuple[float, ...]
    firmness: tuple[float, ...]
    spread_weights: tuple[float, ...]
    errors: tuple[float, ...]


# by horizon in hours
FORECASTS = {
    24: Expectation(
        weights=(0.031, 0.103, 0.591, 0.196, 1.714, -0.537, 0.122),
        firmness=(2.0, 18.82, 2.72, 10.753, 0.157, 0.477, 61.799),
        spread_weights=(-1.74, 0.379, 0.237, 1.374, 0.643, 0.321),
        errors=(
            -3.177,
            -2.167,
            -1.7,
            -1.363,
            -1.07,
            -0.855,
            -0.642,
            -0.46,
            -0.332,
            -0.168,
            0.014,
            0.171,
            0.321,
            0.479,
            0.654,
            0.862,
            1.112,
            1.42,
            1.795,
            2.355,
            3.647,
        ),
    ),
    72: Expectation(
        weights=(0.007, -0.007, 0.629, 0.308, 3.238, -0.27, 0.173),
        firmness=(2.0, 19.03, 2.742, 10.869, 0.066, 0.475, 61.987),
        spread_weights=(-1.734, 0.305, 0.161, 1.285, 0.577, 0.426),
        errors=(
            -3.179,
            -2.084,
            -1.623,
            -1.308,
            -1.075,
            -0.889,
            -0.689,
            -0.508,
            -0.35,
            -0.178,
            0.002,
            0.14,
            0.32,
            0.499,
            0.675,
            0.872,
            1.139,
            1.464,
            1.814,
            2.382,
            3.972,
        ),
    ),
}

# columns: `fade.fade_facts`
FADE_WEIGHTS = (-2.113, 0.169, -0.15, -1.314, -0.179)

# columns: `certainty.halved_facts`
HALVED_WEIGHTS = (0.575, -0.152, -0.239)

# columns: `certainty.standing_regressors`
STANDING_WEIGHTS = (-0.430, -1.729, -0.205)

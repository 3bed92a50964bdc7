"""Telling "the source dipped" from "you dipped": hours in which a source as a whole gave far less than is usual."""

from __future__ import annotations

import numpy as np

from ..model import Series
from .series import DAY_H, Bools, window_sum
from .usual import levels

_DIP_SHARE = 0.4  # of what is usual at that hour of the week; waves of the whole network go up, not down
_WINDOW_H = 3
_LEAST_EXPECTED = 10.0  # posts: under it, chance alone halves them


def dips(control: Series) -> Bools:
    """For each hour of a source's control series whether the source as a whole had dipped.

    While its rhythm is little known, a night may look like a dip: the bar sinks with the trust in the rhythm.
    """
    found = levels(control)
    expected = np.nan_to_num(found.calm) / DAY_H * found.weekly * found.complete
    wanted = window_sum(expected, _WINDOW_H)
    came = window_sum(found.posts, _WINDOW_H)
    low = came < _DIP_SHARE * found.trust * wanted
    return np.asarray(low & (wanted >= _LEAST_EXPECTED) & (found.complete > 0))

"""Telling "the source dipped" from "you dipped": hours in which a source as a whole gave far less than is usual."""

from __future__ import annotations

import numpy as np

from ..model import Series
from .series import DAY_H, Bools, window_sum
from .usual import levels

_DIP_SHARE = 0.4  # of what is usual at that hour of the week; waves of the whole network go up, not down
_WINDOWS = {1: 100.0, 3: 10.0}  # hours, and the posts expected in them: under it, chance alone halves them


def dips(control: Series) -> Bools:
    """For each hour of a source's control series whether the source as a whole had dipped.

    While its rhythm is little known, a night may look like a dip: the bar sinks with the trust in the rhythm.
    """
    found = levels(control)
    expected = np.nan_to_num(found.calm) / DAY_H * found.weekly * found.complete
    low = np.zeros(len(expected), dtype=np.bool_)
    for hours, least in _WINDOWS.items():
        wanted, came = window_sum(expected, hours), window_sum(found.posts, hours)
        low |= (came < _DIP_SHARE * found.trust * wanted) & (wanted >= least)
    return np.asarray(low & (found.complete > 0))

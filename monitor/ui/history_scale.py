"""A height axis in fourfold steps, for lines that stand far apart: 6%, 25%, 100%, 400% … of what is usual."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil, log

from .drawing import Json, told_axes

STEP = 4
FOOT = 6.25  # per cent: what is under it lies on the foot


def fourfold(top: float, tell: Callable[[float], str]) -> list[dict[str, Json]]:
    """The height axis from the foot over `top` per cent: one that measures, and one that carries its words.

    >>> fourfold(3799.0, "{:.0f}%".format)[1]["data"]
    ['6%', '25%', '100%', '400%', '1600%', '6400%']
    """
    steps = _steps(top)
    names: list[Json] = [tell(FOOT * STEP**number) for number in range(steps + 1)]
    scale: dict[str, Json] = {"type": "log", "logBase": STEP, "min": FOOT, "max": FOOT * STEP**steps}
    return told_axes(scale, names, lines=True)


def _steps(top: float) -> int:
    """How many steps reach from the foot over `top`.

    >>> _steps(400.0), _steps(401.0), _steps(3799.0)
    (3, 4, 5)
    """
    return ceil(round(log(top / FOOT, STEP), 9))

"""Hourly series with what hindsight knows of them, and fits that leave out a family of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import score_fade  # type: ignore[import-not-found]
from fits import Rows, stacked  # type: ignore[import-not-found]

from monitor.attention.usual import Levels, levels
from monitor.backtest import read
from monitor.model import Series

T = TypeVar("T")


@dataclass(frozen=True)
class Lesson:
    """One series with what hindsight knows of it; `family` is never trained and judged on together."""

    name: str
    family: str
    series: Series
    found: Levels
    truth: dict[str, object]

    @property
    def fades(self) -> list[tuple[int, int]]:
        """First and last hour of each fade by the hindsight definition."""
        return [(int(first), int(last)) for first, last in self.truth["fades"]]  # type: ignore[attr-defined]


def lessons(folder: Path) -> list[Lesson]:
    """Every series of the folder; a family is what stands before the first "_" of a file's name."""
    out = []
    for path in sorted(folder.glob("*.csv")):
        series = read(path)
        truth = score_fade.truth(np.nan_to_num(series.values), 60)
        out.append(Lesson(path.stem, path.stem.split("_")[0], series, levels(series), truth))
    return out


def families(material: list[Lesson]) -> list[str]:
    """The names of all families, in order."""
    return sorted({lesson.family for lesson in material})


def left_out(material: list[Lesson], rows_of: Callable[[Lesson], Rows], fit: Callable[[Rows], T]) -> dict[str, T]:
    """For every family, a fit on all the others."""
    rows = {lesson.name: rows_of(lesson) for lesson in material}
    return {
        family: fit(stacked([rows[lesson.name] for lesson in material if lesson.family != family]))
        for family in families(material)
    }

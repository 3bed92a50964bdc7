"""Six states for every kind of eye: their colours by the tests' own measure, and in grey by their shapes."""

from __future__ import annotations

from itertools import combinations

from bench.faults.figure import Figure
from monitor.ui import palette
from tests.test_ui_palette import SIGHT, THEMES, difference, inks, lab, linear

REACH = 15.0


def run() -> list[Figure]:
    """Row 6: each pair of states in each theme under each sight."""
    lowest = min(
        (difference(lab(matrix @ linear(one.text)), lab(matrix @ linear(other.text))), theme, sight)
        for theme in THEMES
        for sight, matrix in SIGHT.items()
        for one, other in combinations(inks(theme), 2)
    )
    shapes = "".join(mark.shape for mark in palette.MARKS.values())
    return [
        Figure(
            f"six state colours are ΔE2000 ≥ {REACH:.0f} apart for every kind of eye",
            lowest[0] >= REACH,
            f"lowest {lowest[0]:.1f} ({lowest[1]}, {lowest[2]})",
        ),
        Figure("states are told apart in grey, each by a shape of its own", len(set(shapes)) == 6, shapes),
    ]

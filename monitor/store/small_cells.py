"""The small-cell rule: a breakdown never shows a cell behind which fewer than ten people stand.

Small cells are merged into one without a name, never merely hidden: with the day's total in hand a hidden
cell is a subtraction away. For the same reason the merged cell always holds at least two cells and ten people,
or, where that cannot be had, everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LEAST_PEOPLE = 10


@dataclass(frozen=True, slots=True)
class CellCount:
    """One cell of a breakdown: its posts, its people counted up to ten, its name (None: small, or merged)."""

    name: str | None
    posts: int
    people: int


def merge_small(cells: Iterable[CellCount]) -> tuple[CellCount, ...]:
    """The cells that may be shown, largest first, and at the end the merged one where anything was merged.

    >>> [(c.name, c.posts) for c in merge_small([CellCount("en", 40, 10), CellCount(None, 3, 2)])]
    [(None, 43)]
    >>> [(c.name, c.posts) for c in merge_small([CellCount("en", 40, 10), CellCount("ru", 20, 10)])]
    [('en', 40), ('ru', 20)]
    """
    shown: list[CellCount] = []
    hidden: list[CellCount] = []
    for cell in sorted(cells, key=lambda cell: (-cell.posts, cell.name or "")):
        (shown if cell.name is not None and cell.people >= LEAST_PEOPLE else hidden).append(cell)
    while hidden and shown and not _safe(hidden):
        hidden.append(shown.pop())
    if not hidden:
        return tuple(shown)
    return (*shown, CellCount(None, sum(cell.posts for cell in hidden), _people(hidden)))


def _safe(hidden: Sequence[CellCount]) -> bool:
    return len(hidden) >= 2 and _people(hidden) >= LEAST_PEOPLE


def _people(hidden: Sequence[CellCount]) -> int:
    """At least so many people stand behind the cells: one person may stand behind several of them."""
    return max(cell.people for cell in hidden)

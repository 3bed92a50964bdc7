"""The small-cell rule: a breakdown never shows a cell behind which fewer than ten people stand.

Small cells are merged into "other", never merely hidden: with the day's total in hand a hidden cell is a
subtraction away. For the same reason "other" always holds at least two cells and ten people, or, where
that cannot be had, everything.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LEAST_PEOPLE = 10
OTHER = "other"


@dataclass(frozen=True, slots=True)
class CellCount:
    """One cell of a breakdown: its name where it may be told, its posts, its people counted up to ten."""

    name: str | None
    posts: int
    people: int


def merge_small(cells: Iterable[CellCount]) -> tuple[CellCount, ...]:
    """The cells that may be shown, largest first, with "other" at the end where anything was merged.

    >>> [(c.name, c.posts) for c in merge_small([CellCount("en", 40, 10), CellCount(None, 3, 2)])]
    [('other', 43)]
    >>> [(c.name, c.posts) for c in merge_small([CellCount("en", 40, 10), CellCount("ru", 20, 10)])]
    [('en', 40), ('ru', 20)]
    """
    counts = sorted(cells, key=lambda cell: (-cell.posts, cell.name or ""))
    shown = [cell for cell in counts if cell.name is not None and cell.people >= LEAST_PEOPLE]
    hidden = [cell for cell in counts if cell not in shown]
    while hidden and shown and not _safe(hidden):
        hidden.append(shown.pop())
    if not hidden:
        return tuple(shown)
    people = min(LEAST_PEOPLE, sum(cell.people for cell in hidden))
    return (*shown, CellCount(OTHER, sum(cell.posts for cell in hidden), people))


def _safe(hidden: Sequence[CellCount]) -> bool:
    return len(hidden) >= 2 and sum(cell.people for cell in hidden) >= LEAST_PEOPLE

"""The small-cell rule: a breakdown never shows a cell behind which fewer than ten people stand.

Small cells are merged into one without a name, never merely hidden: with the day's total in hand a hidden
cell is a subtraction away. For the same reason the merged cell always holds at least two cells and ten people,
or, where that cannot be had, everything.

Two more subtractions are closed. Only English posts have a tone, so that English posts and scored tones add up to the
same: what one breakdown merges, the other must not tell. And how many posts have no co-tag, or no link, is told
nowhere: what merges too few people there is left out, and numbers are told in tens, so that the posts without a
certain one cannot be computed from the day's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

LEAST_PEOPLE = 10
_MANIFOLD = ("cotag", "domain")  # a post has none, one or several of them
_SCORED, _UNSCORED = "en", "unscored"  # the language that has a tone, and the tone of the others
_TENS = 10


@dataclass(frozen=True, slots=True)
class CellCount:
    """One cell of a breakdown: its posts, its people counted up to ten, its name (None: small, or merged)."""

    name: str | None
    posts: int
    people: int


def shown_of_day(cells: Mapping[str, Sequence[CellCount]]) -> Mapping[str, tuple[CellCount, ...]]:
    """The cells that may be shown of a topic's day, by dimension.

    >>> tones = [CellCount(None, 3, 2), CellCount("unscored", 80, 10), CellCount("positive", 90, 10)]
    >>> shown = shown_of_day({"tone": tones, "language": [CellCount("en", 93, 10), CellCount("ru", 80, 10)]})
    >>> [(cell.name, cell.posts) for cell in shown["tone"]]
    [('unscored', 80), (None, 93)]
    """
    shown = {name: merge_small(found, last=_UNSCORED if name == "tone" else "") for name, found in cells.items()}
    if "language" in shown and not any(cell.name == _SCORED for cell in shown["language"]):
        shown |= {"tone": _all(cells["tone"])} if "tone" in cells else {}
    return {name: in_tens(name, found) for name, found in shown.items()}


def merge_small(cells: Iterable[CellCount], *, last: str = "") -> tuple[CellCount, ...]:
    """The cells that may be shown, largest first, and at the end the merged one where anything was merged.

    A cell named `last` is merged only where nothing else is left.

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
        hidden.append(shown.pop(-2 if len(shown) > 1 and shown[-1].name == last else -1))
    return (*shown, *_all(hidden))


def in_tens(dimension: str, cells: Sequence[CellCount]) -> tuple[CellCount, ...]:
    """The cells of a dimension that adds up to nothing known, in tens; without what too few people stand behind.

    >>> [(c.name, c.posts) for c in in_tens("cotag", [CellCount("sea", 34, 10), CellCount(None, 15, 10)])]
    [('sea', 30), (None, 20)]
    """
    if dimension not in _MANIFOLD:
        return tuple(cells)
    enough = (cell for cell in cells if cell.people >= LEAST_PEOPLE)
    return tuple(replace(cell, posts=(cell.posts + _TENS // 2) // _TENS * _TENS) for cell in enough)


def _all(hidden: Sequence[CellCount]) -> tuple[CellCount, ...]:
    """The one cell that cells are merged into; none if there are none."""
    return (CellCount(None, sum(cell.posts for cell in hidden), _people(hidden)),) if hidden else ()


def _safe(hidden: Sequence[CellCount]) -> bool:
    return len(hidden) >= 2 and _people(hidden) >= LEAST_PEOPLE


def _people(hidden: Sequence[CellCount]) -> int:
    """At least so many people stand behind the cells: one person may stand behind several of them."""
    return max(cell.people for cell in hidden)

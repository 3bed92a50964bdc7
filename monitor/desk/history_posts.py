"""What the posts of some days are like, out of their breakdowns: tone, languages, co-tags, domains."""

from __future__ import annotations

from math import ceil

import pandas as pd

from .. import history
from ..model import DAY
from ..shown.history import Languages, Names, Tone, Within

_TONES = {"positive": "hopeful", "neutral": "plain", "negative": "grim", "unscored": "unscored"}
_NAMES, _LANGUAGES = 15, 5
_PERIODS = 14  # rows of languages at most


def within(cells: pd.DataFrame) -> Within:
    """What the posts of these days are like."""
    if cells.empty:
        return Within()
    first, last = (cells["day"].agg(which).to_pydatetime() for which in ("min", "max"))
    return Within(
        first=first,
        last=last,
        tone=tone_of(cells),
        languages=_languages(cells, days=(last - first) // DAY + 1),
        cotags=_names(cells, "cotag"),
        domains=_names(cells, "domain"),
    )


def tone_of(cells: pd.DataFrame) -> Tone:
    """How the posts sound; what was merged may be of any tone, and is told as hidden."""
    told = dict.fromkeys((*_TONES.values(), "hidden"), 0)
    for name, posts in history.named(cells, "tone", largest=len(_TONES)).items():
        told[_TONES.get(name or "", "hidden")] += posts
    return Tone(**told)


def _names(cells: pd.DataFrame, dimension: str) -> Names:
    found = history.named(cells, dimension, largest=_NAMES)
    other = found.pop(history.OTHER, 0)
    return Names(tuple((name, posts) for name, posts in found.items() if name is not None), other)


def _languages(cells: pd.DataFrame, *, days: int) -> Languages:
    found = history.named(cells, "language", largest=_LANGUAGES)
    names = [name for name in found if name is not None]
    if not found:
        return Languages()
    length = next((one for one in (1, 7, 28) if days / one <= _PERIODS), ceil(days / _PERIODS))
    table = history.by_period(cells, "language", names, days=length)
    rows = (
        (start.to_pydatetime(), tuple(row)) for start, row in zip(table.index, table.to_numpy().tolist(), strict=True)
    )
    return Languages(tuple(names), length, tuple(rows))

"""Breakdowns by UTC days: what may be shown of them, by name and in periods."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..store import Store

OTHER = None  # the name of what may not be named, or is not among the largest


def breakdown(store: Store, topic: str, source: str) -> pd.DataFrame:
    """Every day's cells that may be shown: `day`, `dimension`, `name` (None: merged) and `posts`."""
    cells = [(one.day, one.dimension, one.name, one.posts) for one in store.breakdown(topic, source)]
    found = pd.DataFrame(cells, columns=["day", "dimension", "name", "posts"])
    return found.astype({"day": "datetime64[us, UTC]", "name": object, "posts": "int64"})


def named(cells: pd.DataFrame, dimension: str, *, largest: int) -> dict[str | None, int]:
    """Posts by name over the days given, the largest names first; all that has no name of its own is other.

    What was merged on one day is not looked for on others: a name counts where it is named.
    """
    mine = cells[cells["dimension"] == dimension]
    counts = mine.dropna(subset="name").groupby("name")["posts"].sum().sort_values(ascending=False, kind="stable")
    shown: dict[str | None, int] = {str(name): int(posts) for name, posts in counts.head(largest).items()}
    other = int(mine["posts"].sum()) - sum(shown.values())
    return shown | ({OTHER: other} if other else {})


def by_period(cells: pd.DataFrame, dimension: str, names: Sequence[str], *, days: int) -> pd.DataFrame:
    """Posts of each name, and of the other ones, in periods of so many UTC days; a row for each one that has any.

    Of a period without cells it is not known here whether nobody wrote or nobody looked.
    """
    mine = cells[cells["dimension"] == dimension]
    column = mine["name"].where(mine["name"].isin(list(names)), "")
    table = mine.assign(column=column).pivot_table("posts", "day", "column", aggfunc="sum", fill_value=0)
    periods = table.reindex(columns=[*names, ""], fill_value=0).resample(f"{days}D")
    return periods.sum()[periods.size() > 0]

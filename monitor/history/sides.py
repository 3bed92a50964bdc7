"""What is counted by UTC days, and what was before and after a date."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

import pandas as pd

from ..model import DAY, HOUR
from ..store import Store
from .frames import ENOUGH, bucket_hours, by_step
from .ranges import BY_DAY


def by_day(store: Store, topic: str, source: str, found: pd.DataFrame) -> pd.DataFrame:
    """What is counted by UTC days: a column for each measure, of whole days only; people are never added up.

    `found` are the hours of the source, empty where it counts by the day itself.
    """
    stored = store.observations(topic, source)
    rows = pd.DataFrame(
        [(one.bucket, one.measure, one.value, one.bucket_hours) for one in stored],
        columns=["day", "measure", "value", "hours"],
    )
    if rows.empty:
        return pd.DataFrame()
    own = rows[rows["hours"] == BY_DAY].pivot_table("value", "day", "measure", aggfunc="last")
    if found.empty:
        return own.asfreq("D") if len(own) else own
    return _counted_by_us(own, rows[rows["hours"] == 1], found)


def _counted_by_us(own: pd.DataFrame, hourly: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """Days of posts: on a whole day without people nobody wrote; people who cannot be told apart are not known."""
    days = by_step(found, BY_DAY, "UTC")
    shown = pd.DataFrame({"posts": days["value"]})
    blind = hourly.loc[hourly["measure"] == "unlinkable", "day"].dt.floor("D").unique()
    if "people" in own:
        people = own["people"].reindex(shown.index).fillna(0.0)
        shown["people"] = people.where(days["whole"] & ~shown.index.isin(blind))
    reacted = hourly[hourly["measure"] == "engagement"]
    if len(reacted):
        total = reacted.groupby(reacted["day"].dt.floor("D"))["value"].sum()
        shown["engagement"] = total.reindex(shown.index).where(days["whole"])
    return shown


class Side(NamedTuple):
    """One side of a date: posts a day and people a day, None where too little is known, and how much is."""

    level: float | None
    known_hours: int
    people: float | None
    people_days: int


def side(found: pd.DataFrame, people: pd.Series[float], start: datetime, end: datetime) -> Side:
    """What came from `start` to `end`; people are the mean of the whole UTC days in it."""
    bucket = bucket_hours(found)
    part = found[(found.index >= start) & (found.index + bucket * HOUR <= end)]
    whole = part[part["whole"]]
    days = people[(people.index >= start) & (people.index <= end - DAY)].dropna()
    enough = len(whole) and len(whole) * bucket >= ENOUGH * ((end - start) / HOUR - (bucket - 1))
    level = float(whole["counted"].mean() * BY_DAY / bucket) if enough else None
    some = len(days) and len(days) >= ENOUGH * ((end - start) / DAY - 1)
    return Side(level, len(whole) * bucket, float(days.mean()) if some else None, len(days))

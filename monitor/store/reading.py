"""From stored rows to values: spans, series, crowds and breakdowns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

import numpy as np
from sqlalchemy import Connection, Row, func, select

from ..model import DAY, HOUR, Coverage, Crowd, Daily, Observation, Pulse, Series, Status
from .schema import breakdown as breakdown_table
from .schema import spend
from .small_cells import CellCount, in_tens

USUAL_DAYS, LEAST_DAYS = 28, 7
_SEEN = (Status.COMPLETE, Status.PARTIAL)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a day's breakdown that may be shown; without a name it is what small cells were merged into."""

    topic: str
    source: str
    day: datetime
    dimension: str
    name: str | None
    posts: int


def spans(buckets: Sequence[tuple[datetime, Status, str]], *, bucket_hours: int = 1) -> tuple[Coverage, ...]:
    """Buckets in order of time, joined where they follow each other with one status and one reason."""
    joined: list[Coverage] = []
    for start, status, why in buckets:
        end = start + bucket_hours * HOUR
        last = joined[-1] if joined else None
        if last and (last.end, last.status, last.reason) == (start, status, why):
            joined[-1] = Coverage(last.start, end, status, why, bucket_hours)
        else:
            joined.append(Coverage(start, end, status, why, bucket_hours))
    return tuple(joined)


def pulse(row: Row[*tuple[Any, ...]]) -> Pulse:
    """A row of the table `pulse` as a value."""
    values = dict(row._mapping)
    return Pulse(**{**values, "status": Status(values["status"])})


def series(covered: Sequence[Coverage], stored: Sequence[Observation], *, key: tuple[str, str, str]) -> Series | None:
    """The series of the covered buckets by the newest method: an observed one without a value is a true zero."""
    if not covered:
        return None
    bucket_hours = covered[0].bucket_hours
    bucket = bucket_hours * HOUR
    method = stored[-1].method if stored else "1"
    start, end = covered[0].start, covered[-1].end
    mine = [one for one in stored if one.method == method]
    if len(mine) < len(stored):
        start = mine[0].bucket  # another method counted before: its buckets are another series
    values = np.full((end - start) // bucket, np.nan)
    complete = np.zeros(len(values), dtype=bool)
    for span in covered:
        part = slice(max(0, (span.start - start) // bucket), max(0, (span.end - start) // bucket))
        values[part] = 0.0 if span.status in _SEEN else np.nan
        complete[part] = span.status is Status.COMPLETE
    for one in mine:
        index = (one.bucket - start) // bucket
        if 0 <= index < len(values):
            values[index] = one.value
    topic, source, measure = key
    return Series(topic, source, measure, start, values, complete, method, bucket_hours)


def crowd(stored: Sequence[Observation], *, until: datetime) -> Crowd | None:
    """The newest day that had ended by `until` with all its people known, or None where there is none."""
    blind = {one.bucket.date() for one in stored if one.measure == "unlinkable"}
    ended = [one.bucket for one in stored if one.measure == "people" and one.bucket_hours == 24]
    days = [day for day in ended if day + DAY <= until and day.date() not in blind]
    if not days:
        return None
    day = max(days)
    of_day = {one.measure: int(one.value) for one in stored if one.bucket == day and one.bucket_hours == 24}
    posts = sum(one.value for one in stored if one.measure == "posts" and one.bucket.date() == day.date())
    return Crowd(day, int(posts), of_day["people"], of_day.get("busiest", 0), of_day.get("busiest_few", 0))


def dailies(source: str, covered: Sequence[Coverage], stored: Sequence[Observation]) -> list[Daily]:
    """The newest whole day of each daily series, with what is usual for it (the 28 whole days before)."""
    whole = {
        span.start + n * DAY
        for span in covered
        if span.status is Status.COMPLETE
        for n in range((span.end - span.start) // DAY)
    }
    by_measure: dict[str, dict[datetime, float]] = {}
    for one in stored:
        if one.bucket_hours == 24 and one.bucket in whole:
            by_measure.setdefault(one.measure, {})[one.bucket] = one.value
    found = []
    for measure, days in sorted(by_measure.items()):
        newest = max(days)
        before = [days[newest - n * DAY] for n in range(1, USUAL_DAYS + 1) if newest - n * DAY in days]
        known = len(before) >= LEAST_DAYS
        low, usual, high = np.quantile(before, (0.1, 0.5, 0.9)).tolist() if known else (None, None, None)
        found.append(Daily(source, measure, newest, days[newest], usual, low, high))
    return found


def breakdown(connection: Connection, topic: str, source: str) -> list[Cell]:
    """Every day's cells that may be shown, in order of time.

    Only of sealed days, which nothing is added to any more: who looks twice would see what came between.
    """
    table = breakdown_table
    mine = (table.c.topic == topic) & (table.c.source == source) & table.c.sealed.is_(True)
    rows = connection.execute(select(table).where(mine).order_by(table.c.day, table.c.dimension, table.c.cell))
    cells: list[Cell] = []
    for (day, dimension), group in groupby(rows, key=lambda row: (row.day, row.dimension)):
        shown = in_tens(dimension, [CellCount(row.name, row.posts, row.people) for row in group])
        cells += [Cell(topic, source, day, dimension, cell.name, cell.posts) for cell in shown]
    return cells


def spent(connection: Connection, platform: str, *, since: datetime) -> float:
    """The dollars spent at a platform since a moment, by all of its sources."""
    mine = (spend.c.source == platform) | spend.c.source.startswith(f"{platform}:", autoescape=True)
    query = select(func.sum(spend.c.dollars)).where(mine & (spend.c.at >= since))
    return float(connection.execute(query).scalar() or 0.0)

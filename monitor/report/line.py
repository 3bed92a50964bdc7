"""What is drawn of a source: the level hour by hour, its usual range, gaps, pushes; and its days as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import pairwise
from math import isfinite
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from ..model import DAY, HOUR, Coverage, Series, SourceView, Status

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """The line from `start` to `end` (UTC): value number i is known at the end of hour i; NaN where it is not.

    `gaps` are without their reasons, those that touch each other in one status joined.
    """

    start: datetime
    end: datetime
    level: Floats
    low: Floats
    high: Floats
    gaps: tuple[Coverage, ...] = ()
    pushes: tuple[datetime, ...] = ()

    @property
    def hours(self) -> Floats:
        """Where each value stands, in hours from the start."""
        return np.arange(1, len(self.level) + 1, dtype=np.float64)

    @property
    def top(self) -> float:
        """The highest value of all that is drawn; 1 where nothing is."""
        every = np.concatenate([self.level, self.high])
        found = every[np.isfinite(every)]
        return max(float(found.max()), 1.0) if found.size else 1.0

    @property
    def has_usual(self) -> bool:
        """Whether anything of the usual range is known."""
        return bool(np.isfinite(self.low).any())

    def place(self, at: datetime) -> float:
        """Where a moment stands, in hours from the start."""
        return (at - self.start) / HOUR

    def summary(self) -> tuple[float, float, float, datetime] | None:
        """The first, the highest and the last level, and when it was highest; None where none is known."""
        seen = np.flatnonzero(np.isfinite(self.level))
        if not seen.size:
            return None
        peak = int(np.nanargmax(self.level))
        first, highest, last = (float(self.level[int(n)]) for n in (seen[0], peak, seen[-1]))
        return first, highest, last, self.start + (peak + 1) * HOUR


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the campaign's zone: what was counted in it, and where the line and its usual range were at its end.

    `counted` is None where nothing was seen; `seen` of its `hours` are complete.
    """

    day: date
    seen: int
    hours: int
    counted: float | None = None
    level: float | None = None
    low: float | None = None
    high: float | None = None


def line(view: SourceView, *, days: int, pushes: Sequence[datetime] = ()) -> Line:
    """The line of the last `days`, or of what there is of them."""
    track, end = view.track, view.assessment.at
    start = max(end - days * DAY, track.start)
    part = slice((start - track.start) // HOUR, (end - track.start) // HOUR)
    marked = tuple(at for at in pushes if start <= at <= end)
    gaps = tuple(_joined(_cut(_not_complete(view), start, end)))
    return Line(start, end, track.level[part], track.usual_low[part], track.usual_high[part], gaps, marked)


def _not_complete(view: SourceView) -> Iterator[Coverage]:
    """The gaps that the view names, and before the first of those it can name, what its series lacks."""
    named_from = view.assessment.at - 31 * DAY
    series = view.series
    for hour in np.flatnonzero(~series.complete).tolist():
        start = series.start + hour * HOUR
        if start >= named_from:
            break
        seen = isfinite(series.values[hour])
        yield Coverage(start, start + HOUR, Status.PARTIAL if seen else Status.MISSING)
    yield from (replace(gap, start=max(gap.start, named_from)) for gap in view.gaps if gap.end > named_from)


def _cut(gaps: Iterator[Coverage], start: datetime, end: datetime) -> Iterator[Coverage]:
    for gap in gaps:
        if gap.end > start and gap.start < end:
            yield replace(gap, start=max(gap.start, start), end=min(gap.end, end), reason="")


def _joined(gaps: Iterator[Coverage]) -> Sequence[Coverage]:
    found: list[Coverage] = []
    for gap in sorted(gaps, key=lambda one: one.start):
        last = found[-1] if found else None
        if last and gap.start <= last.end and gap.status is last.status:
            found[-1] = replace(last, end=max(last.end, gap.end))
        else:
            found.append(gap)
    return found


def days(view: SourceView, drawn: Line, zone: ZoneInfo) -> tuple[Day, ...]:
    """The days of a line, newest first; one that the line begins or ends in has fewer hours."""
    edges = list(_midnights(drawn, zone))
    found = [_day(view.series, drawn, begin, end, zone) for begin, end in pairwise(edges)]
    return tuple(reversed(found))


def _midnights(drawn: Line, zone: ZoneInfo) -> Iterator[datetime]:
    """The start of the line, every local midnight in it on a whole hour of UTC, and its end."""
    yield drawn.start
    at = drawn.start + HOUR
    while at < drawn.end:
        if at.astimezone(zone).date() != (at - HOUR).astimezone(zone).date():
            yield at
        at += HOUR
    yield drawn.end


def _day(series: Series, drawn: Line, begin: datetime, end: datetime, zone: ZoneInfo) -> Day:
    part = slice((begin - series.start) // HOUR, (end - series.start) // HOUR)
    values, complete = series.values[part], series.complete[part]
    known = values[np.isfinite(values)]
    last = (end - drawn.start) // HOUR - 1
    level, low, high = (_number(one, last) for one in (drawn.level, drawn.low, drawn.high))
    name = begin.astimezone(zone).date()  # its end may lie half an hour into the next day
    counted = float(known.sum()) if known.size else None
    return Day(name, int(complete.sum()), (end - begin) // HOUR, counted, level, low, high)


def _number(values: Floats, index: int) -> float | None:
    return float(values[index]) if 0 <= index < len(values) and isfinite(values[index]) else None

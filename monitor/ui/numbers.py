"""What a chart shows, without the chart: in a sentence for those who hear the page, and as rows of a table."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np

from ..alerts import messages
from ..alerts.wording import day_in, number
from ..model import DAY, HOUR, SourceView
from ..words import say
from .charts import UNMARKED, Marks, counted_in, first_hour, in_window, shaded


def description(view: SourceView, *, timezone: str, language: str = "en", marks: Marks = UNMARKED) -> str:
    """The chart in words: where the line begins, its height, where it ends, how many gaps, and what is marked."""
    levels = in_window(view, view.track.level)
    seen = levels[np.isfinite(levels)]
    counted = messages.unit(view.series, language=language)
    if not seen.size:
        return say("today.chart.unseen", language, counted=counted)
    first, highest, last = (number(float(one), language=language) for one in (seen[0], seen.max(), seen[-1]))
    return say(
        "today.chart.words",
        language,
        counted=counted,
        first=first,
        highest=highest,
        last=last,
        gaps=sum(1 for _ in shaded(view, ZoneInfo(timezone))),
        pushes=len(marks.pushes),
        news=len(marks.news),
    )


def columns(view: SourceView, *, language: str = "en") -> tuple[str, str, str]:
    """The heads of the table under the chart."""
    return say("today.table.day", language), counted_in(view, language), say("today.table.usual", language)


def rows(
    view: SourceView, *, timezone: str, language: str = "en", marks: Marks = UNMARKED
) -> Iterator[tuple[str, str, str]]:
    """The same numbers day by day, newest first: what each local day ended with, and what is marked in it."""
    zone, at = ZoneInfo(timezone), view.assessment.at
    begin = view.track.start + first_hour(view) * HOUR
    levels, low, high = (
        in_window(view, one) for one in (view.track.level, view.track.usual_low, view.track.usual_high)
    )
    ends = {(begin + hour * HOUR).astimezone(zone).date(): hour for hour in range(len(levels))}
    for day, hour in sorted(ends.items(), reverse=True):
        name = day_in(begin + hour * HOUR, timezone=timezone, near=at, language=language).replace(" ", "\u00a0")
        told = _told(levels[hour], language) or say("today.table.unseen", language)
        marked = [*_pushes(day.isoformat(), marks, zone, language), *_news(day.isoformat(), marks, zone, language)]
        yield ", ".join([name, *marked]), told, _range(low[hour], high[hour], language)


def _pushes(day: str, marks: Marks, zone: ZoneInfo, language: str) -> Iterator[str]:
    for at, push in marks.pushes:
        if at.astimezone(zone).date().isoformat() == day:
            yield say("today.table.push", language, number=push)


def _news(day: str, marks: Marks, zone: ZoneInfo, language: str) -> Iterator[str]:
    if day in {_local_day(one, zone) for one in marks.news}:
        yield say("today.table.news", language)


def _local_day(day: datetime, zone: ZoneInfo) -> str:
    """The local day that holds most of a UTC day."""
    return (day + DAY / 2).astimezone(zone).date().isoformat()


def _range(low: float, high: float, language: str) -> str:
    if math.isnan(low):
        return ""
    return say("today.table.range", language, low=_told(low, language), high=_told(high, language))


def _told(value: float, language: str) -> str:
    return "" if math.isnan(value) else number(value, language=language)

"""The line of the last 30 days as an ECharts option: plain JSON values, built without Streamlit."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from ..alerts import messages
from ..alerts.wording import number
from ..model import DAY, HOUR, Coverage, SourceView, State
from ..words import say
from .drawing import TOLD, Json, band, grey, heights, local
from .palette import LINE, NEWS, PUSH

WINDOW = timedelta(days=30)
_AXIS = {"en": "{d} {MMM}", "ru": "{d}.{MM}"}  # the months of the chart's own clock are English


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked on a line: pushes by number at the moment they went out, and UTC days full of news."""

    pushes: tuple[tuple[datetime, int], ...] = ()
    news: tuple[datetime, ...] = ()


UNMARKED = Marks()


def window_start(view: SourceView) -> datetime:
    """Where the chart of a source begins (UTC)."""
    return view.assessment.at - WINDOW


def option(view: SourceView, *, timezone: str, language: str = "en", marks: Marks = UNMARKED) -> dict[str, Json]:
    """The chart's option: at most 720 hours in local time, unknown hours as null, gaps as grey areas."""
    zone = ZoneInfo(timezone)
    gaps, days = list(shaded(view, zone)), list(_days(view, zone))
    return {
        "animation": False,
        "grid": {"left": 4, "right": 26, "top": 24, "bottom": 34, "containLabel": True},
        "legend": {"bottom": 0, "icon": "roundRect", "itemWidth": 14, "data": _legend(view, language, gaps=bool(gaps))},
        "tooltip": {"trigger": "axis", "confine": True, "valueFormatter": TOLD[language]},
        "xAxis": {
            "type": "time",
            "min": local(_shown_from(view), zone),
            "max": local(view.assessment.at, zone),
            "axisLabel": {"formatter": _AXIS[language], "customValues": days},
            "axisTick": {"customValues": days},
            "splitLine": {"show": False},
        },
        "yAxis": heights(_drawn(view), partial(number, language=language)),
        "dataset": {
            "dimensions": [
                "time",
                "level",
                {"name": "low", "displayName": say("today.chart.low", language)},
                "width",
                {"name": "high", "displayName": say("today.chart.high", language)},
            ],
            "source": list(_rows(view, zone)),
        },
        "series": [
            _level(counted_in(view, language)),
            *(band(say("today.chart.usual", language), say("today.chart.edge", language)) if _has_usual(view) else ()),
            grey(say("today.chart.gap", language), gaps),
            *_marked(view, marks, zone, language),
        ],
    }


def counted_in(view: SourceView, language: str) -> str:
    """What the line counts, such as "Posts a day"."""
    unit = messages.unit(view.series, language=language)
    return say("today.chart.counted", language, counted=f"{unit[:1].upper()}{unit[1:]}")


def _legend(view: SourceView, language: str, *, gaps: bool) -> list[str]:
    """The names of the areas that are really drawn; the line is named by the title."""
    return [
        *([say("today.chart.usual", language)] if _has_usual(view) else []),
        *([say("today.chart.gap", language)] if gaps else []),
    ]


def _has_usual(view: SourceView) -> bool:
    """Whether there is a range that says something: of a handful of posts it says nothing."""
    usual = np.isfinite(in_window(view, view.track.usual_low)).any()
    return bool(usual) and view.assessment.state is not State.TOO_FEW


def _shown_from(view: SourceView) -> datetime:
    """Where the axis begins: at the window's start, or at the first hour known where that is later."""
    return max(window_start(view), view.track.start)


def _days(view: SourceView, zone: ZoneInfo) -> Iterator[str]:
    """The local midnights that the axis names, about five, counted back from the newest."""
    begin = _shown_from(view)
    midnight = view.assessment.at.astimezone(zone).replace(hour=0, minute=0)
    step = max(1, (view.assessment.at - begin) // timedelta(days=4))
    for back in range(5):
        day = midnight - back * timedelta(days=step)
        if day > begin:
            yield day.strftime("%Y-%m-%dT%H:%M")


def first_hour(view: SourceView) -> int:
    """The index of the window's first hour."""
    return max(0, round((window_start(view) - view.track.start) / HOUR))


def in_window(view: SourceView, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Those of a track's values that the chart shows."""
    first = first_hour(view)
    return values[first : first + round(WINDOW / HOUR)]


def _rows(view: SourceView, zone: ZoneInfo) -> Iterator[list[Json]]:
    """Local time of an hour's end, level, the usual range's lower edge, its width, its upper edge."""
    track = view.track
    level, low, high = (in_window(view, one) for one in (track.level, track.usual_low, track.usual_high))
    columns = [_numbers(one) for one in (level, low, high - low, high)]
    ends = track.start + (first_hour(view) + 1) * HOUR  # a level is known at the end of its hour
    for hour, values in enumerate(zip(*columns, strict=True)):
        yield [local(ends + hour * HOUR, zone), *values]


def _drawn(view: SourceView) -> Iterator[float | None]:
    """Every height that is drawn."""
    yield from _numbers(in_window(view, view.track.level))
    if _has_usual(view):
        yield from _numbers(in_window(view, view.track.usual_high))


def _numbers(values: NDArray[np.float64]) -> list[float | None]:
    return [round(value, 1) if math.isfinite(value) else None for value in values.tolist()]


def shaded(view: SourceView, zone: ZoneInfo) -> Iterator[tuple[str, str]]:
    """The gaps within the window as local times, those that touch joined to one area."""
    spans = _joined(sorted(view.gaps, key=lambda gap: gap.start))
    begin, end = window_start(view), view.assessment.at
    for start, stop in spans:
        if stop > begin and start < end:
            yield local(max(start, begin), zone), local(min(stop, end), zone)


def _joined(gaps: Sequence[Coverage]) -> list[tuple[datetime, datetime]]:
    spans: list[tuple[datetime, datetime]] = []
    for gap in gaps:
        if spans and gap.start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], gap.end))
        else:
            spans.append((gap.start, gap.end))
    return spans


def _level(name: str) -> dict[str, Json]:
    return {
        "type": "line",
        "name": name,
        "symbol": "none",
        "connectNulls": False,
        "z": 3,
        "lineStyle": {"color": LINE, "width": 2},
        "itemStyle": {"color": LINE},
        "encode": {"x": "time", "y": "level", "tooltip": ["level"]},
    }


def _marked(view: SourceView, marks: Marks, zone: ZoneInfo, language: str) -> Iterator[dict[str, Json]]:
    """The pushes as lines with their number, and days full of news as dotted ones."""
    begin, end = _shown_from(view), view.assessment.at
    pushes = [(local(at, zone), str(number)) for at, number in marks.pushes if begin <= at <= end]
    news = [(local(day + DAY / 2, zone), "") for day in marks.news if begin <= day + DAY / 2 <= end]
    if pushes:
        yield _lines(say("today.chart.push", language), PUSH, "solid", pushes)
    if news:
        yield _lines(say("today.chart.news", language), NEWS, "dotted", news)


def _lines(name: str, color: str, dash: str, places: Sequence[tuple[str, str]]) -> dict[str, Json]:
    label: dict[str, Json] = {"formatter": "{b}", "fontWeight": "bold", "fontSize": 13}
    return {
        "type": "line",
        "name": name,
        "data": [],
        "itemStyle": {"color": color},
        "markLine": {
            "silent": True,
            "symbol": "none",
            "label": label,
            "lineStyle": {"color": color, "width": 2, "type": dash},
            "data": [{"xAxis": at, "name": told} for at, told in places],
        },
    }

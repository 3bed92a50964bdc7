"""The line of the last 30 days as an ECharts option: plain JSON values, built without Streamlit."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import TypeAlias
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from ..alerts import messages
from ..model import HOUR, Coverage, SourceView, Track
from .palette import BAND, BAND_OPACITY, GAP, GAP_OPACITY, LINE

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | dict[str, Json] | None"

WINDOW = timedelta(days=30)
_USUAL = "Usual range"
_GAP = "Not observed"
_LOWER_EDGE = "lower edge of the usual range"


def window_start(view: SourceView) -> datetime:
    """Where the chart of a source begins (UTC)."""
    return view.assessment.at - WINDOW


def option(view: SourceView, *, timezone: str) -> dict[str, Json]:
    """The chart's option: at most 720 hours in local time, unknown hours as null, gaps as grey areas."""
    zone = ZoneInfo(timezone)
    counted = f"{messages.unit(view.series).capitalize()} a day"
    shaded = list(_shaded(view, zone))
    days = list(_days(view, zone))
    return {
        "animation": False,
        "grid": {"left": 4, "right": 26, "top": 12, "bottom": 34, "containLabel": True},
        "legend": {"bottom": 0, "icon": "roundRect", "data": _legend(view, counted, gaps=bool(shaded))},
        "tooltip": {"trigger": "axis", "confine": True, "valueFormatter": "%,.0f"},
        "xAxis": {
            "type": "time",
            "min": _local(_shown_from(view), zone),
            "max": _local(view.assessment.at, zone),
            "axisLabel": {"formatter": "{d} {MMM}", "customValues": days},
            "axisTick": {"customValues": days},
            "splitLine": {"show": False},
        },
        "yAxis": {"type": "value", "min": 0, "splitNumber": 3},
        "dataset": {
            "dimensions": [
                "time",
                "level",
                {"name": "low", "displayName": "usual, from"},
                "width",
                {"name": "high", "displayName": "usual, to"},
            ],
            "source": list(_rows(view, zone)),
        },
        "series": [_level(counted), *_band(), _gaps(shaded)],
    }


def _legend(view: SourceView, counted: str, *, gaps: bool) -> list[str]:
    """The names of what is really drawn."""
    usual = bool(np.isfinite(_window(view, view.track.usual_low)).any())
    return [counted, *([_USUAL] if usual else []), *([_GAP] if gaps else [])]


def _shown_from(view: SourceView) -> datetime:
    """Where the axis begins: at the window's start, or at the first hour known where that is later."""
    return max(window_start(view), view.track.start)


def _days(view: SourceView, zone: ZoneInfo) -> Iterator[str]:
    """The local midnights that the axis names, about five, counted back from the newest."""
    begin = _shown_from(view)
    midnight = view.assessment.at.astimezone(zone).replace(hour=0, minute=0)
    step = max(1, (view.assessment.at - begin) // timedelta(days=4))
    for number in range(5):
        day = midnight - number * timedelta(days=step)
        if day > begin:
            yield day.strftime("%Y-%m-%dT%H:%M")


def description(view: SourceView, *, timezone: str) -> str:
    """The chart in words, for those who hear the page: from, highest, now, and how many gaps."""
    levels = _window(view, view.track.level)
    seen = levels[np.isfinite(levels)]
    counted = messages.unit(view.series)
    if not seen.size:
        return f"Line of {counted} a day over 30 days: nothing could be observed."
    first, highest, last = float(seen[0]), float(seen.max()), float(seen[-1])
    gaps = sum(1 for _ in _shaded(view, ZoneInfo(timezone)))
    return (
        f"Line of {counted} a day over the last 30 days: it begins at {first:.0f}, is highest at {highest:.0f} "
        f"and ends at {last:.0f}. Grey stretches that were not observed: {gaps}."
    )


def _first(view: SourceView, track: Track) -> int:
    """The index of the window's first hour."""
    return max(0, round((window_start(view) - track.start) / HOUR))


def _window(view: SourceView, values: NDArray[np.float64]) -> NDArray[np.float64]:
    first = _first(view, view.track)
    return values[first : first + round(WINDOW / HOUR)]


def _rows(view: SourceView, zone: ZoneInfo) -> Iterator[list[Json]]:
    track = view.track
    level, low, high = (_window(view, one) for one in (track.level, track.usual_low, track.usual_high))
    columns = [_numbers(one) for one in (level, low, high - low, high)]
    ends = track.start + (_first(view, track) + 1) * HOUR  # a level is known at the end of its hour
    for number, values in enumerate(zip(*columns, strict=True)):
        yield [_local(ends + number * HOUR, zone), *values]


def _numbers(values: NDArray[np.float64]) -> list[float | None]:
    return [round(value, 1) if math.isfinite(value) else None for value in values.tolist()]


def _local(at: datetime, zone: ZoneInfo) -> str:
    return at.astimezone(zone).strftime("%Y-%m-%dT%H:%M")


def _shaded(view: SourceView, zone: ZoneInfo) -> Iterator[tuple[str, str]]:
    """The gaps within the window as local times, those that touch joined to one area."""
    spans = _joined(sorted(view.gaps, key=lambda gap: gap.start))
    begin, end = window_start(view), view.assessment.at
    for start, stop in spans:
        if stop > begin and start < end:
            yield _local(max(start, begin), zone), _local(min(stop, end), zone)


def _joined(gaps: Sequence[Coverage]) -> list[tuple[datetime, datetime]]:
    spans: list[tuple[datetime, datetime]] = []
    for gap in gaps:
        if spans and gap.start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], gap.end))
        else:
            spans.append((gap.start, gap.end))
    return spans


def _band() -> list[dict[str, Json]]:
    """The usual range: an unseen line with the width of the range stacked on it, which alone is filled."""
    unseen: dict[str, Json] = {"type": "line", "stack": "usual", "symbol": "none", "silent": True}
    edge: dict[str, Json] = {"opacity": 0}
    return [
        {
            **unseen,
            "name": _LOWER_EDGE,
            "lineStyle": edge,
            "encode": {"x": "time", "y": "low"},
            "tooltip": {"show": False},
        },
        {
            **unseen,
            "name": _USUAL,
            "lineStyle": edge,
            "itemStyle": {"color": BAND, "opacity": BAND_OPACITY},
            "areaStyle": {"color": BAND, "opacity": BAND_OPACITY},
            "encode": {"x": "time", "y": "width", "tooltip": ["low", "high"]},
        },
    ]


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


def _gaps(shaded: Sequence[tuple[str, str]]) -> dict[str, Json]:
    """A series without points that carries the grey areas, so that the legend can name them."""
    return {
        "type": "line",
        "name": _GAP,
        "data": [],
        "itemStyle": {"color": GAP},
        "markArea": {
            "silent": True,
            "itemStyle": {"color": GAP, "opacity": GAP_OPACITY},
            "data": [[{"xAxis": start}, {"xAxis": end}] for start, end in shaded],
        },
    }

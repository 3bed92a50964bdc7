"""What the charts of lines share, as parts of an ECharts option: plain JSON values, built without Streamlit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import count
from math import ceil
from typing import TypeAlias
from zoneinfo import ZoneInfo

from .palette import BAND, BAND_OPACITY, CHART_DARK, CHART_LIGHT, GAP, GAP_OPACITY

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | dict[str, Json] | None"

TOLD = {"en": "%,.0f", "ru": "%.0f"}  # numbers in a tooltip: the thousands of the chart's own are English
_MOST_STEPS = 5
_WORDED = {"xAxis": "axisLabel", "yAxis": "axisLabel", "legend": "textStyle", "visualMap": "textStyle"}


def inked(option: Mapping[str, Json], theme: str | None) -> dict[str, Json]:
    """A chart whose words can be read on the ground of a theme; the chart that is kept stays the same for both.

    >>> inked({"legend": {"bottom": 0}, "series": []}, "dark")
    {'legend': {'bottom': 0, 'textStyle': {'color': '#a4a8ac'}}, 'series': []}
    """
    ink = CHART_DARK if theme == "dark" else CHART_LIGHT
    return {name: _inked(part, _WORDED[name], ink) if name in _WORDED else part for name, part in option.items()}


def _inked(part: Json, words: str, ink: str) -> Json:
    if isinstance(part, dict):
        style = part.get(words)
        return {**part, words: {"color": ink, **(style if isinstance(style, dict) else {})}}
    if isinstance(part, Sequence) and not isinstance(part, str):
        return [_inked(one, words, ink) for one in part]
    return part


def local(at: datetime, zone: ZoneInfo) -> str:
    """A moment on the clock of a zone, as the time axis reads it."""
    return at.astimezone(zone).strftime("%Y-%m-%dT%H:%M")


def heights(values: Iterable[float | None], tell: Callable[[float], str]) -> list[dict[str, Json]]:
    """The height axis from nought over these values; its numbers are told by us, as those of a chart are English.

    The first axis measures and is silent; the second stands on the same steps and carries the words.
    """
    top = max((one for one in values if one is not None), default=0.0)
    step = _step(top)
    steps = max(1, ceil(top / step))
    names: list[Json] = [tell(step * number) for number in range(steps + 1)]
    scale: dict[str, Json] = {"type": "value", "min": 0, "max": step * steps, "interval": step}
    return told_axes(scale, names)


def told_axes(scale: dict[str, Json], names: Sequence[Json], *, lines: bool = False) -> list[dict[str, Json]]:
    """A scale that stays silent, and beside it the names of its steps, as ECharts writes numbers in English only.

    `lines` draws the grid at the names, where the scale's own lies elsewhere.
    """
    silent: dict[str, Json] = {"show": False}
    hidden: dict[str, Json] = {"axisTick": silent, "axisLine": silent, "splitLine": silent} if lines else {}
    return [
        {**scale, "axisLabel": silent, **hidden},
        {
            "type": "category",
            "position": "left",
            "data": names,
            "boundaryGap": False,
            "axisLine": silent,
            "axisTick": silent,
            "splitLine": {"show": lines},
            "axisLabel": {"interval": 0},
        },
    ]


def _step(top: float) -> int:
    """The smallest of 1, 2, 5, 10, 20 … that reaches a height in five steps.

    >>> [_step(top) for top in (0.0, 4.2, 61.0, 4312.0)]
    [1, 1, 20, 1000]
    """
    return next(step for step in _round_numbers() if step * _MOST_STEPS >= top)


def _round_numbers() -> Iterator[int]:
    return (lead * 10**power for power in count() for lead in (1, 2, 5))


def band(name: str, edge: str) -> list[dict[str, Json]]:
    """The usual range: an unseen line with the width of the range stacked on it, which alone is filled."""
    unseen: dict[str, Json] = {
        "type": "line",
        "stack": "usual",
        "symbol": "none",
        "silent": True,
        "lineStyle": {"opacity": 0},
    }
    return [
        {**unseen, "name": edge, "encode": {"x": "time", "y": "low"}, "tooltip": {"show": False}},
        {
            **unseen,
            "name": name,
            "itemStyle": {"color": BAND, "opacity": BAND_OPACITY},
            "areaStyle": {"color": BAND, "opacity": BAND_OPACITY},
            "encode": {"x": "time", "y": "width", "tooltip": ["low", "high"]},
        },
    ]


def grey(name: str, shaded: Sequence[tuple[str, str]]) -> dict[str, Json]:
    """A series without points that carries the grey areas, so that the legend can name them."""
    return {
        "type": "line",
        "name": name,
        "data": [],
        "itemStyle": {"color": GAP},
        "markArea": {
            "silent": True,
            "itemStyle": {"color": GAP, "opacity": GAP_OPACITY},
            "data": [[{"xAxis": start}, {"xAxis": end}] for start, end in shaded],
        },
    }

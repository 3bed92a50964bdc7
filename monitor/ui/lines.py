"""The charts of the page History as ECharts options: plain JSON values, built without Streamlit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import groupby
from math import ceil
from zoneinfo import ZoneInfo

from ..alerts.wording import number
from ..model import HOUR
from ..shown.history import Comparison, Line, Mark, MarkKind, Numbers
from .drawing import TOLD, Json, band, grey, heights, local
from .history_scale import FOOT, fourfold
from .palette import GAP, LINE, LINES, MARKS
from .viewer import Viewer

DAY_H = 24
_STEEP = 4.0  # times what is usual
_MOST_MARKED = 24  # more numbers than this cannot be read on a line
_NAMED_DAYS = 4
_LEGEND_CHARACTERS = 34  # of a line of the legend on a phone

# lines beside each other, each with a dash of its own
_DASHES: Sequence[Json] = ("solid", [7, 3], [2, 2], [10, 3, 2, 3], [4, 4], [12, 4], [1, 3], [6, 2, 1, 2, 1, 2])


def option(line: Line, viewer: Viewer) -> dict[str, Json]:
    """A line with its usual range, what was not observed in grey, and what happened as numbered marks."""
    counted = viewer.say("history.line.counted", counted=measured(line.measure, viewer))
    usual, unseen = viewer.say("history.line.usual"), viewer.say("history.line.grey")
    times = points(line, viewer)
    shaded = list(_shaded(line, viewer))
    banded = any(one is not None for one in line.high)
    names = [counted, *([usual] if banded else []), *([unseen] if shaded else [])]
    return {
        **_frame(times, line.step_hours, viewer, legend=names),
        "yAxis": heights((*line.value, *line.high), partial(number, language=viewer.language)),
        "dataset": {
            "dimensions": [
                "time",
                "value",
                {"name": "low", "displayName": viewer.say("history.line.low")},
                "width",
                {"name": "high", "displayName": viewer.say("history.line.high")},
            ],
            "source": list(_rows(line, times)),
        },
        "tooltip": {"trigger": "axis", "confine": True, "valueFormatter": TOLD[viewer.language]},
        "series": [_main(counted, line, viewer), *(band(usual, "low") if banded else ()), grey(unseen, shaded)],
    }


def compared(shown: Comparison, names: Sequence[str], viewer: Viewer) -> dict[str, Json]:
    """Lines beside each other as shares of their own usual, which is 100%."""
    times = [_local(start, viewer) for start in shown.starts]
    steep = is_steep(shown)
    percents = [_percent(one.share, least=FOOT if steep else 0.0) for one in shown.lines]
    tell, every = partial(_share, viewer=viewer), [share for row in percents for share in row]
    rows: list[Json] = [[time, *shares] for time, *shares in zip(times, *percents, strict=True)]
    series: list[Json] = [_beside(place, name) for place, name in enumerate(names)]
    return {
        **_frame(times, shown.step_hours, viewer, legend=names),
        "yAxis": fourfold(max(share for share in every if share is not None), tell) if steep else heights(every, tell),
        "dataset": {"dimensions": ["time", *(f"line {n}" for n in range(len(names)))], "source": rows},
        "tooltip": {"trigger": "axis", "confine": True, "valueFormatter": "%.0f%%"},
        "series": [*series, _usual(viewer)],
    }


def is_steep(shown: Comparison) -> bool:
    """Whether a line stands so high that the others would lie flat under it: the axis is then one of fourfold steps."""
    return any(share is not None and share > _STEEP for one in shown.lines for share in one.share)


def points(line: Line, viewer: Viewer) -> list[str]:
    """Where each value stands: a level at the end of its hours, a day or a week at its beginning."""
    after = line.step_hours * HOUR if line.step_hours < DAY_H else timedelta(0)
    zone = "UTC" if line.by_day else None
    return [_local(start + after, viewer, zone) for start in line.starts]


def labels(marks: Sequence[Mark]) -> list[str]:
    """How each mark is called on the line and in the list: a number, and for a change of state its shape."""
    numbers = iter(range(1, len(marks) + 1))
    return [
        MARKS[mark.state].shape if mark.kind is MarkKind.CHANGE and mark.state else str(next(numbers)) for mark in marks
    ]


def measured(measure: str, viewer: Viewer) -> str:
    """What a measure counts, with a capital."""
    return viewer.say(f"history.measure.{measure}") if measure in _MEASURES else measure


_MEASURES = frozenset({"posts", "people", "engagement", "views", "uses", "accounts", "stories", "share"})


def _local(at: datetime, viewer: Viewer, zone: str | None = None) -> str:
    return local(at, ZoneInfo(zone or viewer.timezone))


def _frame(times: Sequence[str], step_hours: int, viewer: Viewer, *, legend: Sequence[str]) -> dict[str, Json]:
    """Grid, legend and time axis, which names about four days."""
    rows = ceil(sum(len(name) + 6 for name in legend) / _LEGEND_CHARACTERS)
    named: list[Json] = list(_named(times, step_hours))
    shape = "{d} {MMM}" if viewer.language == "en" else "{dd}.{MM}"
    if len(times) * step_hours > 300 * DAY_H:
        shape = "{MMM} {yyyy}" if viewer.language == "en" else "{MM}.{yyyy}"
    return {
        "animation": False,
        "grid": {"left": 4, "right": 26, "top": 26, "bottom": 12 + 22 * rows, "containLabel": True},
        "legend": {"bottom": 0, "icon": "roundRect", "data": list(legend)},
        "xAxis": {
            "type": "time",
            "min": times[0],
            "max": times[-1],
            "axisLabel": {"formatter": shape, "customValues": named, "hideOverlap": True},
            "axisTick": {"customValues": named},
            "splitLine": {"show": False},
        },
    }


def _named(times: Sequence[str], step_hours: int) -> Iterator[str]:
    """The days that the axis names: those of the last point and of some before it."""
    days = sorted({time[:10] for time in times})
    step = max(1, ceil(len(days) / _NAMED_DAYS))
    for day in days[::-step]:
        if f"{day}T00:00" >= times[0]:
            yield f"{day}T00:00"


def _rows(line: Line, times: Sequence[str]) -> Iterator[list[Json]]:
    for time, value, low, high in zip(times, line.value, line.low, line.high, strict=True):
        width = None if low is None or high is None else round(high - low, 1)
        yield [time, *(None if one is None else round(one, 1) for one in (value, low)), width, _rounded(high)]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _percent(shares: Numbers, *, least: float = 0.0) -> list[float | None]:
    return [None if one is None else max(round(100 * one, 1), least) for one in shares]


def _share(percents: float, viewer: Viewer) -> str:
    return viewer.say("percent", number=number(percents, language=viewer.language))


def _shaded(line: Line, viewer: Viewer) -> Iterator[tuple[str, str]]:
    """The steps that were not observed whole enough, those that follow each other as one area."""
    zone = "UTC" if line.by_day else None
    steps = zip(line.starts, line.value, line.known, line.hours, strict=True)
    for missing, group in groupby(steps, key=lambda one: one[1] is None and one[2] < one[3]):
        found = list(group)
        if missing:
            end = found[-1][0] + line.step_hours * HOUR
            yield _local(found[0][0], viewer, zone), _local(end, viewer, zone)


def _main(name: str, line: Line, viewer: Viewer) -> dict[str, Json]:
    """The line; a single known point between unknown ones is a dot, as no line can reach it."""
    return {
        "type": "line",
        "name": name,
        "symbol": "circle" if line.step_hours >= DAY_H else "none",
        "symbolSize": 4,
        "showSymbol": len(line.starts) <= 100,
        "connectNulls": False,
        "z": 3,
        "lineStyle": {"color": LINE, "width": 2},
        "itemStyle": {"color": LINE},
        "encode": {"x": "time", "y": "value", "tooltip": ["value"]},
        "markLine": {
            "silent": True,
            "symbol": "none",
            "animation": False,
            "data": list(_marked(line.marks, viewer)),
        },
    }


def _marked(marks: Sequence[Mark], viewer: Viewer) -> Iterator[dict[str, Json]]:
    """The newest marks as upright lines: whole for pushes, dashed for notes, dotted for changes of state."""
    kinds = {MarkKind.PUSH: (LINE, "solid"), MarkKind.NOTE: (LINE, "dashed"), MarkKind.CHANGE: (GAP, "dotted")}
    for label, mark in list(zip(labels(marks), marks, strict=True))[-_MOST_MARKED:]:
        color, dash = kinds[mark.kind]
        yield {
            "xAxis": _local(mark.at, viewer),
            "lineStyle": {"color": color, "type": dash, "width": 1.5},
            "label": {"formatter": label, "color": color, "fontWeight": "bold"},
        }


def _beside(place: int, name: str) -> dict[str, Json]:
    return {
        "type": "line",
        "name": name,
        "symbol": "none",
        "connectNulls": False,
        "lineStyle": {"color": LINES[place % len(LINES)], "width": 2, "type": _DASHES[place % len(_DASHES)]},
        "itemStyle": {"color": LINES[place % len(LINES)]},
        "encode": {"x": "time", "y": f"line {place}"},
    }


def _usual(viewer: Viewer) -> dict[str, Json]:
    """A series without points that carries the line at 100%."""
    return {
        "type": "line",
        "name": viewer.say("history.compare.usual"),
        "data": [],
        "markLine": {
            "silent": True,
            "symbol": "none",
            "animation": False,
            "lineStyle": {"color": GAP, "type": "solid", "width": 1},
            "label": {"formatter": viewer.say("history.compare.usual"), "position": "insideStartTop", "color": GAP},
            "data": [{"yAxis": 100}],
        },
    }

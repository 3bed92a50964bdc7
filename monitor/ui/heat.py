"""When a topic's people are there, as a map of the reader's week: days across, hours down, a number in each cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias
from weakref import WeakKeyDictionary

import streamlit as st

from ..alerts.wording import number as whole
from ..pushes.audience import LEAST_WEEKS
from ..pushes.telling import Reader, number, source_name
from ..shown.pushes import Rhythm
from ..words.cleaning import one_line
from . import tables
from .drawing import Json
from .palette import DARK, GAP, LIGHT, LINE, Ink
from .viewer import Viewer

_DAYS, _HOURS = 7, 24
_ROW, _ROOM = 20, 40  # pixels of an hour, and of the names of the days
_GREY = 0.3
_PALE, _DEEP = 0.08, 0.6  # how much of the colour covers the page: no more, so that the number in it can be read
_TOPIC = "pushes-heat-topic"
Drawn: TypeAlias = tuple[dict[str, Json], str]
_KEPT: WeakKeyDictionary[Rhythm, dict[tuple[str, Ink], Drawn]] = WeakKeyDictionary()  # gone with what it was drawn from
_NOW = datetime(1970, 1, 1, tzinfo=UTC)  # a number has no time


@dataclass(frozen=True, slots=True)
class Week:
    """A rhythm with what its words need: what the topic is called."""

    rhythm: Rhythm
    topic: str


def render(topics: Mapping[str, str], rhythm: Callable[[str, str], Rhythm | None], viewer: Viewer) -> None:
    """Show the map of the topic that is chosen, or say that nothing is known of it."""
    st.subheader(viewer.say("pushes.heat"), anchor=False)
    keys = tuple(topics)
    chosen = keys[0] if keys else ""
    if len(keys) > 1:
        said = viewer.say("pushes.heat.topic")
        chosen = st.selectbox(said, keys, format_func=lambda key: one_line(topics[key]), key=_TOPIC)
    found, alias = rhythm(chosen, viewer.timezone), one_line(topics.get(chosen, ""))
    if found is None or found.best is None:
        st.text(viewer.say("pushes.heat.none", topic=alias))
        return
    _map(Week(found, alias), viewer)


def _map(week: Week, viewer: Viewer) -> None:
    rhythm, reader = week.rhythm, Reader(viewer.timezone, _NOW, viewer.language)
    st.text(finding(week, viewer))
    enough = max(rhythm.weeks) >= LEAST_WEEKS
    chart, table = _drawn(rhythm, viewer)
    if enough:
        alt = viewer.say("pushes.heat.alt", finding=finding(week, viewer))
        st.echarts_chart(chart, height=_HOURS * _ROW + _ROOM, key="pushes-heat", alt=alt)
    posts = whole(rhythm.posts, language=viewer.language)
    source, low, high = source_name(rhythm.source, reader), min(rhythm.weeks), max(rhythm.weeks)
    st.text(viewer.say("pushes.heat.past", count=rhythm.posts, posts=posts, source=source, low=low, high=high))
    if not enough:
        st.text(viewer.say("pushes.heat.soon", weeks=LEAST_WEEKS))
        return
    st.text(viewer.say("pushes.heat.how", zone=viewer.timezone, weeks=LEAST_WEEKS))
    with st.expander(viewer.say("pushes.heat.table"), key="pushes-heat-table"):
        st.html(table)


def _drawn(rhythm: Rhythm, viewer: Viewer) -> Drawn:
    """The map and its table, built once in each language and theme for as long as the rhythm is what is shown."""
    kept = _KEPT.setdefault(rhythm, {})
    seen = viewer.language, DARK if st.context.theme.type == "dark" else LIGHT
    if seen not in kept:
        columns = (viewer.say("pushes.heat.hour"), *viewer.say("weekdays").split())
        table = tables.html(viewer.say("pushes.heat.caption"), columns, rows(rhythm, viewer))
        kept[seen] = option(rhythm, viewer, ink=seen[1]), table
    return kept[seen]


def finding(week: Week, viewer: Viewer) -> str:
    """What the map shows, as a sentence; that little is known comes first."""
    rhythm = week.rhythm
    if rhythm.best is None:
        return viewer.say("pushes.heat.none", topic=week.topic)
    if not _best(rhythm):
        return viewer.say("pushes.heat.early", topic=week.topic)
    first, hours = rhythm.best
    day = viewer.say("weekdays").split()[first // _HOURS]
    return viewer.say(
        "pushes.heat.weak" if rhythm.weak else "pushes.heat.best",
        topic=week.topic,
        day=day,
        start=_clock(first),
        end=_clock(first + hours),
        ratio=_number(rhythm.ratio, viewer),
    )


def option(rhythm: Rhythm, viewer: Viewer, *, ink: Ink = LIGHT) -> dict[str, Json]:
    """The map's option: a coloured cell with its number for each hour known well enough, a grey one with a dot else.

    Colours let the page show through, so that they suit a light and a dark one; letters have the page's `ink`.
    """
    known = [share for share, weeks in zip(rhythm.share, rhythm.weeks, strict=True) if weeks >= LEAST_WEEKS]
    days: list[Json] = [*viewer.say("weekdays").split()]
    words: dict[str, Json] = {"axisLabel": {"color": ink.text}}
    return {
        "animation": False,
        "grid": {"left": 44, "right": 2, "top": 26, "bottom": 4},
        "tooltip": {"show": False},
        "xAxis": {"type": "category", "data": days, "position": "top", "axisTick": {"show": False}, **words},
        "yAxis": {"type": "category", "data": [_clock(hour) for hour in range(_HOURS)], "inverse": True, **words},
        "visualMap": {
            "show": False,
            "min": round(min(known, default=0.0), 2),
            "max": round(max(known, default=1.0), 2),
            "inRange": {"color": [*ramp()]},
        },
        "series": [
            {"type": "heatmap", "data": list(_cells(rhythm, viewer, ink)), "label": _label(ink), "silent": True}
        ],
    }


def ramp() -> tuple[str, str]:
    """The palest and the deepest colour of a cell; letters can be read on both, on a light page and on a dark one.

    >>> ramp()
    ('rgba(63,127,201,0.08)', 'rgba(63,127,201,0.6)')
    """
    return _veil(LINE, _PALE), _veil(LINE, _DEEP)


def _veil(colour: str, share: float) -> str:
    """A colour that covers so much of what lies under it.

    >>> _veil("#ff8000", 0.5)
    'rgba(255,128,0,0.5)'
    """
    parts = (str(int(colour[n : n + 2], 16)) for n in (1, 3, 5))
    return f"rgba({','.join(parts)},{share})"


def rows(rhythm: Rhythm, viewer: Viewer) -> Iterator[tuple[str, ...]]:
    """The same as rows of a table: an hour of the day each, with the weeks behind every number."""
    for hour in range(_HOURS):
        cells = [day * _HOURS + hour for day in range(_DAYS)]
        yield (_clock(hour), *(_cell(rhythm.share[one], rhythm.weeks[one], viewer) for one in cells))


def _cell(share: float, weeks: int, viewer: Viewer) -> str:
    key = "pushes.heat.cell" if weeks >= LEAST_WEEKS else "pushes.heat.few"
    return viewer.say(key, share=_number(share, viewer), weeks=weeks)


def _cells(rhythm: Rhythm, viewer: Viewer, ink: Ink) -> Iterator[dict[str, Json]]:
    best = _best(rhythm)
    for cell, (share, weeks) in enumerate(zip(rhythm.share, rhythm.weeks, strict=True)):
        day, hour = divmod(cell, _HOURS)
        value: Json = [day, hour, round(share, 1)]
        edge: dict[str, Json] = {"borderColor": ink.text, "borderWidth": 2} if cell in best else {}
        if weeks >= LEAST_WEEKS:
            yield {"value": value, "itemStyle": edge, "label": {"formatter": _number(share, viewer)}}
        else:
            grey: dict[str, Json] = {"color": _veil(GAP, _GREY)}
            yield {"value": value, "visualMap": False, "itemStyle": grey, "label": {"formatter": "·"}}


def _best(rhythm: Rhythm) -> frozenset[int]:
    """The hours of the week in the best stretch; none while one of them has no number yet."""
    first, hours = rhythm.best or (0, 0)
    found = frozenset((first + n) % (_DAYS * _HOURS) for n in range(hours))
    return found if all(rhythm.weeks[one] >= LEAST_WEEKS for one in found) else frozenset()


def _label(ink: Ink) -> dict[str, Json]:
    return {"show": True, "color": ink.text, "fontSize": 11}


def _number(share: float, viewer: Viewer) -> str:
    return number(share, Reader(viewer.timezone, _NOW, viewer.language))


def _clock(hour: int) -> str:
    """The clock at an hour of the week.

    >>> _clock(43), _clock(24)
    ('19:00', '00:00')
    """
    return f"{hour % _HOURS:02d}:00"

"""The line of the page History: what was counted over a range, and what happened on it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import groupby

import streamlit as st

from ..alerts.headlines import state_name
from ..alerts.wording import about, day_in, moment, number
from ..shown.history import Line, Mark, MarkKind
from . import lines
from .drawing import inked
from .folded import folded
from .tables import table
from .viewer import Viewer

_HEIGHT = 300


def line(shown: Line, viewer: Viewer) -> None:
    """Show the line with its finding, its numbers and what happened on it."""
    if not shown.starts:
        st.text(viewer.say("history.no_days"))
        return
    finding = _finding(shown, viewer)
    st.header(finding, anchor=False)
    step = viewer.say(f"history.step.{shown.step_hours}")
    first, last = (_day(at, shown, viewer) for at in (shown.starts[0], shown.starts[-1]))
    marks, gaps = len(shown.marks), sum(one is None for one in shown.value)
    alt = viewer.say("history.line.alt", step=step, finding=finding, marks=marks, gaps=gaps, first=first, last=last)
    chart = inked(lines.option(shown, viewer), st.context.theme.type)
    st.echarts_chart(chart, height=_HEIGHT, key="history-line", alt=alt)
    zone = "UTC" if shown.by_day else viewer.timezone
    begin, end = (moment(at, timezone=zone, language=viewer.language) for at in (shown.starts[0], shown.starts[-1]))
    between = viewer.say("history.line.range", first=begin, last=end)
    st.text(f"{between} {viewer.say(f'history.read.{shown.step_hours}', zone=zone)}")
    hours = sum(shown.hours) if shown.reach_hours is None else shown.reach_hours
    if sum(shown.known) < hours:
        known, whole = (number(one, language=viewer.language) for one in (sum(shown.known), hours))
        st.text(viewer.say("history.line.known", known=known, hours=whole))
    folded("history-numbers", viewer.say("history.numbers"), lambda: _numbers(shown, viewer))
    _happened(shown.marks, viewer)


def _finding(shown: Line, viewer: Viewer) -> str:
    seen = [(value, start) for value, start in zip(shown.value, shown.starts, strict=True) if value is not None]
    if not seen:
        return viewer.say("history.line.unknown")
    peak, at = max(seen)
    return viewer.say(
        f"history.line.highest.{shown.step_hours}",
        counted=lines.measured(shown.measure, viewer),
        day=_day(at, shown, viewer),
        peak=about(peak, viewer.language),
        last=about(seen[-1][0], viewer.language),
    )


def _day(at: datetime, shown: Line, viewer: Viewer) -> str:
    zone = "UTC" if shown.by_day else viewer.timezone
    return day_in(at, timezone=zone, near=shown.starts[-1], language=viewer.language)


def _numbers(shown: Line, viewer: Viewer) -> None:
    """The numbers of the chart; those of hours by the day, as nobody reads 720 rows."""
    tell = told(viewer)
    columns = (
        ["history.col.value"] if shown.step_hours >= lines.DAY_H else ["history.col.lowest", "history.col.highest"]
    )
    first = "history.col.week" if shown.step_hours > lines.DAY_H else "history.col.day"
    names = [viewer.say(key) for key in (first, *columns, "history.col.counted", "history.col.known")]
    rows = []
    steps = zip(shown.starts, shown.value, shown.counted, shown.known, shown.hours, strict=True)
    for day, group in groupby(steps, key=lambda one: _day(one[0], shown, viewer)):
        _, values, counted, known, hours = zip(*group, strict=True)
        seen = [one for one in values if one is not None]
        ends = [min(seen, default=None), max(seen, default=None)][: len(columns)]
        whole = viewer.say("history.of", part=sum(known), whole=sum(hours))
        rows.append([day, *map(tell, ends), tell(_sum(counted)), whole])
    table(viewer.say("history.line.counted", counted=lines.measured(shown.measure, viewer)), names, reversed(rows))


def _sum(counted: Sequence[float | None]) -> float | None:
    seen = [one for one in counted if one is not None]
    return sum(seen) if seen else None


def told(viewer: Viewer) -> Callable[[float | None], str]:
    """How a number, or that it is not known, is told in a table."""
    unknown = viewer.say("history.unknown")
    return lambda one: unknown if one is None else number(round(one), language=viewer.language)


def _happened(marks: Sequence[Mark], viewer: Viewer) -> None:
    """What the marks on the line mean, the newest first."""
    if not marks:
        return
    width = 4 if any(mark.words for mark in marks) else 3
    columns = [viewer.say(f"history.col.{one}") for one in ("mark", "when", "what", "words")[:width]]
    rows = []
    for label, mark in zip(lines.labels(marks), marks, strict=True):
        when = moment(mark.at, timezone=viewer.timezone, near=marks[-1].at, language=viewer.language)
        rows.append((label, when, _what(mark, viewer), mark.words)[:width])
    table(viewer.say("history.marks"), columns, reversed(rows))


def _what(mark: Mark, viewer: Viewer) -> str:
    if mark.kind is MarkKind.CHANGE and mark.state:
        key = "history.mark.resumed" if mark.resumed else "history.mark.change"
        return viewer.say(key, state=state_name(mark.state, viewer.language))
    return viewer.say(f"history.mark.{mark.kind.value}", number=mark.number, by=mark.by)

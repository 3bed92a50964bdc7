"""Things beside each other on the page History: topics, sources, measures; and what was before and after a date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from itertools import groupby
from zoneinfo import ZoneInfo

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ..alerts.by_day import of_usual, source_name
from ..alerts.wording import about, amount, day_in, moment, number, percent
from ..model import DAY, Push
from ..shown.history import Around, Beside, Compared, Comparison, HistoryPage, Side, Sort
from . import lines
from .drawing import inked
from .folded import folded
from .history_choices import choice, day, selected
from .history_posts import tone_rows
from .markdown import literal
from .tables import table
from .viewer import Viewer

_HEIGHT = 320
_WIDTHS = ("7", "1", "3", "14", "28")
_DATE = "date"


def sort(viewer: Viewer) -> Sort:
    """What is to be put beside each other."""
    label = viewer.say("history.by")
    return Sort(choice("by", tuple(Sort), lambda one: viewer.say(f"history.by.{Sort(one).value}"), label))


def comparison(shown: Comparison, aliases: Mapping[str, str], viewer: Viewer) -> None:
    """Show lines beside each other, each as a share of its own usual."""
    names = _names(shown, aliases, viewer)
    if not any(share is not None for one in shown.lines for share in one.share):
        st.text(viewer.say("history.no_share"))
        return
    st.header(_finding(shown, names, viewer), anchor=False)
    step = viewer.say(f"history.step.{shown.step_hours}")
    alt = viewer.say("history.compare.alt", step=step, lines=", ".join(names))
    chart = inked(lines.compared(shown, names, viewer), st.context.theme.type)
    st.echarts_chart(chart, height=_HEIGHT, key=f"history-{shown.sort}", alt=alt)
    if lines.is_steep(shown):
        st.text(viewer.say("history.compare.steep"))
    columns = [viewer.say(f"history.col.{one}") for one in ("line", "end", "top", "top_day")]
    rows = [(name, *_ends(one, shown, viewer)) for name, one in zip(names, shown.lines, strict=True)]
    table(viewer.say("history.compare.table"), columns, rows)
    st.text(viewer.say("history.compare.never_added"))
    if shown.sort is Sort.MEASURES:
        st.text(viewer.say("history.compare.utc"))
    folded(f"history-shares-{shown.sort}", viewer.say("history.numbers"), lambda: _shares(shown, names, viewer))


def _names(shown: Comparison, aliases: Mapping[str, str], viewer: Viewer) -> list[str]:
    """What tells each line from the others; the source only where topics are compared that have another."""
    if shown.sort is Sort.MEASURES:
        return [lines.measured(one.measure, viewer) for one in shown.lines]
    sources = [source_name(one.source, viewer.language) for one in shown.lines]
    if shown.sort is Sort.SOURCES:
        return sources
    topics = [aliases[one.topic] for one in shown.lines]
    if len(set(sources)) == 1:
        return topics
    pairs = zip(topics, sources, strict=True)
    return [viewer.say("history.named", topic=topic, source=source) for topic, source in pairs]


def _finding(shown: Comparison, names: Sequence[str], viewer: Viewer) -> str:
    """Which stands highest at the end, by the newest value that is known of each."""
    ends = [(seen[-1], name) for name, one in zip(names, shown.lines, strict=True) if (seen := _seen(one))]
    if not ends:
        return viewer.say("history.compare.unknown")
    share, highest = max(ends)
    key = "history.compare" if len(ends) > 1 else "history.compare.one"
    return viewer.say(key, highest=literal(highest), share=of_usual(share, viewer.language))


def _seen(one: Compared) -> list[float]:
    return [share for share in one.share if share is not None]


def _ends(one: Compared, shown: Comparison, viewer: Viewer) -> tuple[str, str, str]:
    """The newest share that is known, the highest one, and when that was."""
    seen = [(share, at) for share, at in zip(one.share, shown.starts, strict=True) if share is not None]
    if not seen:
        return (viewer.say("history.unknown"),) * 3
    top, at = max(seen)
    return _percent(seen[-1][0], viewer), _percent(top, viewer), _day(at, shown, viewer)


def _day(at: datetime, shown: Comparison, viewer: Viewer) -> str:
    zone = "UTC" if shown.sort is Sort.MEASURES else viewer.timezone
    return day_in(at, timezone=zone, near=shown.starts[-1], language=viewer.language)


def _shares(shown: Comparison, names: Sequence[str], viewer: Viewer) -> None:
    """The numbers of the chart; those of hours as the lowest and the highest of a day."""
    steps = list(zip(shown.starts, *(one.share for one in shown.lines), strict=True))
    rows = []
    for day_name, group in groupby(steps, key=lambda one: _day(one[0], shown, viewer)):
        _, *shares = zip(*group, strict=True)
        rows.append((day_name, *(_between(one, viewer) for one in shares)))
    first = viewer.say("history.col.week" if shown.step_hours > lines.DAY_H else "history.col.day")
    table(viewer.say("history.compare.table"), [first, *names], reversed(rows))


def _between(shares: Sequence[float | None], viewer: Viewer) -> str:
    seen = [one for one in shares if one is not None]
    if not seen:
        return viewer.say("history.unknown")
    low, high = (_percent(one, viewer) for one in (min(seen), max(seen)))
    return low if low == high else f"{low} – {high}"


def _percent(share: float, viewer: Viewer) -> str:
    if share < 10:
        return percent(share, viewer.language)
    return viewer.say("percent", number=number(100 * share, language=viewer.language))


def place(topic: str, source: str, page: HistoryPage, where: DeltaGenerator, viewer: Viewer) -> Around:
    """The date, or the push, that is looked at from both sides; newest pushes first."""
    at = page.frame.at
    mine = sorted((one for one in page.pushes if topic in one.topics), key=_went_out, reverse=True)
    names = {str(one.number): _push_name(one, viewer, near=at) for one in mine}
    names[_DATE] = viewer.say("history.around.date")
    with where:
        chosen = selected("around", tuple(names), names.__getitem__, viewer.say("history.around"))
    width = choice("width", _WIDTHS, lambda one: _width(one, viewer), viewer.say("history.width"))
    moments = {str(one.number): _went_out(one) for one in mine}
    return Around(topic, source, moments.get(chosen) or _date(at, int(width), viewer), int(width))


def _went_out(push: Push) -> datetime:
    return push.went_out_at or push.starts_at


def _push_name(push: Push, viewer: Viewer, *, near: datetime) -> str:
    at = day_in(_went_out(push), timezone=viewer.timezone, near=near, language=viewer.language)
    return viewer.say("history.around.push", number=push.number, day=at)


def _width(days: str, viewer: Viewer) -> str:
    return viewer.say("history.width.days", count=int(days), n=days)


def _date(at: datetime, width: int, viewer: Viewer) -> datetime:
    zone = ZoneInfo(viewer.timezone)
    chosen = day("at", at.astimezone(zone).date() - width * DAY, viewer.say("history.around.at"), viewer)
    return datetime.combine(chosen, time(), zone).astimezone(UTC)


def beside(found: Beside, around: Around, viewer: Viewer) -> None:
    """Show what was before a date beside what was after it, and what is not known of either."""
    counted = lines.measured(found.measure, viewer)
    before, after = found.before.level, found.after.level
    if before is None or after is None:
        st.header(viewer.say("history.beside.unknown"), anchor=False)
    else:
        earlier, later = (about(level, viewer.language) for level in (before, after))
        st.header(viewer.say("history.beside", counted=counted, before=earlier, after=later), anchor=False)
    if not found.over:
        st.text(viewer.say("history.beside.not_over"))
    when = moment(around.at, timezone=viewer.timezone, language=viewer.language)
    columns = [viewer.say(f"history.col.{one}") for one in ("what", "before", "after")]
    sides = [_side(one, counted, around.days, viewer) for one in (found.before, found.after)]
    rows = [(name, told, other) for (name, told), (_, other) in zip(*sides, strict=True)]
    table(viewer.say("history.beside.table", when=when), columns, rows)
    st.text(viewer.say("history.beside.no_proof"))


def _side(side: Side, counted: str, days: int, viewer: Viewer) -> list[tuple[str, str]]:
    unknown = viewer.say("history.unknown")

    def told(value: float | None) -> str:
        return unknown if value is None else amount(value, viewer.language)

    def part(of: int, whole: int) -> str:
        return viewer.say("history.of", part=number(of, language=viewer.language), whole=whole)

    return [
        (viewer.say("history.line.counted", counted=counted), told(side.level)),
        (viewer.say("history.beside.known"), part(side.known_hours, days * lines.DAY_H)),
        (viewer.say("history.beside.people"), told(side.people)),
        (viewer.say("history.beside.days"), part(side.people_days, days)),
        *tone_rows(side.tone, viewer),
    ]

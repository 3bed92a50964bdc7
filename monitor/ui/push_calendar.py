"""The calendar of the page Pushes: what is proposed, planned and done, and the campaign's own dates, month by month."""

from __future__ import annotations

from calendar import Calendar
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from html import escape
from typing import NamedTuple
from zoneinfo import ZoneInfo

import streamlit as st

from ..model import PushState
from ..pushes.telling import day, moment, span, state_word
from ..words.cleaning import one_line, plain
from .push_forms import Staff

_MARKS = {PushState.PROPOSED: "◇", PushState.PLANNED: "■", PushState.DONE: "✓"}
_DATE = "★"
_MONTH = "{:%Y-%m}"
_CELL = "vertical-align:top;padding:0.15rem;border-top:1px solid #85898f;text-align:left;overflow-wrap:anywhere"


class Entry(NamedTuple):
    """What stands in the calendar: on which day, by which mark, and in words."""

    day: date
    at: datetime
    mark: str
    when: str
    words: str


def render(staff: Staff) -> None:
    """A month as a table, and the same as a list."""
    page = staff.page
    st.subheader(staff.say("pushes.calendar"), anchor=False)
    if page.anchors is None:
        st.text(staff.say("pushes.calendar.unread"))
    found = sorted([*_dates(staff), *_anchored(staff)])
    today = page.frame.now.astimezone(ZoneInfo(staff.viewer.timezone)).date()
    others = sorted({_MONTH.format(one.day) for one in found} - {_MONTH.format(today)})
    label = staff.say("pushes.calendar.month")
    if others:
        chosen = st.selectbox(
            label, ("", *others), format_func=lambda one: _name(one, today, staff), key="pushes-month"
        )
    else:
        chosen = ""
    month = date.fromisoformat(f"{chosen or _MONTH.format(today)}-01")
    mine = [one for one in found if (one.day.year, one.day.month) == (month.year, month.month)]
    title = _name(chosen, today, staff)
    st.html(month_html(month, mine, today=today, caption=title, days=staff.viewer.say("weekdays").split()))
    lines = [staff.say("pushes.calendar.line", mark=one.mark, when=one.when, words=one.words) for one in mine]
    st.text("\n".join(lines) or staff.say("pushes.calendar.empty", month=title))


def _name(chosen: str, today: date, staff: Staff) -> str:
    """A month by its name; the empty choice is the one that is passing."""
    year, month = (chosen or _MONTH.format(today)).split("-")
    return staff.say(
        "pushes.calendar.title", month=staff.viewer.say("pushes.months").split()[int(month) - 1], year=year
    )


def _dates(staff: Staff) -> Iterator[Entry]:
    """Every push that is proposed, planned or done, on the reader's own days."""
    reader = staff.reader
    for push in staff.page.pushes:
        mark = _MARKS.get(push.state)
        if mark:
            at = push.went_out_at or push.starts_at
            when = moment(at, reader) if push.went_out_at else span(at, push.ends_at, reader)
            owner = one_line(push.owner) or staff.viewer.say("push.nobody")
            words = staff.say("pushes.calendar.push", push, state=state_word(push, reader), owner=owner)
            day = at.astimezone(ZoneInfo(reader.timezone)).date()
            yield Entry(day, at, staff.say("pushes.calendar.mark", push, mark=mark), when, words)


def _anchored(staff: Staff) -> Iterator[Entry]:
    """The campaign's own dates, which are days of its own zone."""
    own = replace(staff.reader, timezone=staff.page.timezone)
    for one in staff.page.anchors or ():
        words = staff.say("pushes.calendar.anchor", title=one_line(one.title))
        yield Entry(one.start.astimezone(ZoneInfo(own.timezone)).date(), one.start, _DATE, day(one.start, own), words)


def month_html(month: date, entries: Sequence[Entry], *, today: date, caption: str, days: Sequence[str]) -> str:
    """A month as a table: a row a week, in each day its marks, which are read aloud as words; all else is letters."""
    marks: dict[date, list[Entry]] = defaultdict(list)
    for one in entries:
        marks[one.day].append(one)
    head = "".join(f'<th scope="col" style="{_CELL}">{escape(one)}</th>' for one in days)
    weeks = Calendar().monthdatescalendar(month.year, month.month)
    body = "".join("<tr>" + "".join(_day(one, marks[one], month, today) for one in week) + "</tr>" for week in weeks)
    title = f'<caption style="text-align:left;font-weight:600">{escape(caption)}</caption>'
    return f'<table style="width:100%;table-layout:fixed;border-collapse:collapse">{title}<tr>{head}</tr>{body}</table>'


def _day(day: date, entries: Sequence[Entry], month: date, today: date) -> str:
    if day.month != month.month:
        return f'<td style="{_CELL}"></td>'
    shown = "".join(
        f'<br><span role="img" aria-label="{escape(plain(one.words))}">{escape(plain(one.mark))}</span>'
        for one in entries
    )
    now = ' aria-current="date"' if day == today else ""
    number = f"<strong>[{day.day}]</strong>" if day == today else f"{day.day}"
    return f'<td{now} style="{_CELL}">{number}{shown}</td>'

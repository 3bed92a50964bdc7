"""The choices of the page History; each stands in the address, so that a link shows the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ..alerts.by_day import source_name
from ..model import DAY
from ..shown.history import Asked, HistoryPage
from ..words.cleaning import plain
from .viewer import Viewer

RANGES = ("7", "30", "90", "365", "all", "own")
_LANGUAGE = "history-language"  # in the session: in which the choices were shown
_WORDED = ("view", "source", "days", "by", "around", "width")
_USUAL_RANGE = RANGES.index("90")


def translated(viewer: Viewer) -> None:
    """Say the choices anew where the language changed: the browser holds them by the words that were shown."""
    before = st.session_state.get(_LANGUAGE, viewer.language)
    st.session_state[_LANGUAGE] = viewer.language
    for key in _WORDED if before != viewer.language else ():
        if key in st.session_state:
            st.session_state[key] = st.session_state[key]


def topic(page: HistoryPage, viewer: Viewer) -> str:
    """The topic chosen."""
    names = told_apart(page.frame.aliases)
    return selected("topic", tuple(names), names.__getitem__, viewer.say("history.topic"))


def told_apart(aliases: Mapping[str, str]) -> dict[str, str]:
    """What each topic or source is called; of several called the same, the later ones have a number.

    >>> told_apart({"a": "Camps", "b": "Camps", "c": "Law"})
    {'a': 'Camps', 'b': 'Camps (2)', 'c': 'Law'}
    """
    names: dict[str, str] = {}
    for key, alias in aliases.items():
        name, number = plain(alias), 1
        while name in names.values():
            number += 1
            name = f"{plain(alias)} ({number})"
        names[key] = name
    return names


def source(sources: Mapping[str, str], viewer: Viewer) -> str:
    """The source chosen, of those with the names they have outside."""
    names = told_apart({one: source_name(outside, viewer.language) for one, outside in sources.items()})
    return selected("source", tuple(names), names.__getitem__, viewer.say("history.source"))


def selected(key: str, options: Sequence[str], name: Callable[[str], str], label: str, *, first: int = 0) -> str:
    """One of many, out of a list."""
    found = st.selectbox(label, options, index=first, format_func=name, key=key, bind="query-params")
    return found if found in options else options[first]


def choice(key: str, options: Sequence[str], name: Callable[[str], str], label: str) -> str:
    """One of a few, all of them seen."""
    found = st.segmented_control(
        label,
        options,
        default=options[0],
        required=True,
        format_func=name,
        key=key,
        bind="query-params",
        wrap=True,
        label_visibility="collapsed",
    )
    return found if found in options else options[0]


def asked(page: HistoryPage, topic: str, source: str, place: DeltaGenerator, viewer: Viewer) -> Asked | None:
    """The series and the range chosen in this `place`; None where the range ends before it begins."""
    label = viewer.say("history.range")
    with place:
        chosen = selected("days", RANGES, lambda one: _range(one, viewer), label, first=_USUAL_RANGE)
    if chosen == "all":
        return Asked(topic, source, viewer.timezone)
    if chosen != "own":
        return Asked(topic, source, viewer.timezone, days=int(chosen))
    today = page.frame.at.astimezone(ZoneInfo(viewer.timezone)).date()
    with st.container(horizontal=True):
        first = day("from", today - 30 * DAY, viewer.say("history.from"), viewer)
        last = day("to", today, viewer.say("history.to"), viewer)
    return Asked(topic, source, viewer.timezone, first=first, last=last) if first <= last else None


def _range(one: str, viewer: Viewer) -> str:
    if one in ("all", "own"):
        return viewer.say(f"history.range.{one}")
    if one == "365":
        return viewer.say("history.range.year")
    return viewer.say("history.range.days", count=int(one), n=one)


def day(key: str, default: date, label: str, viewer: Viewer) -> date:
    """A local day."""
    found = st.date_input(label, default, key=key, format=viewer.day_format, width=160, bind="query-params")
    return found if isinstance(found, date) else default

"""The page History: a line over any range with its waves, comparisons, before and after, what the posts are like."""

from __future__ import annotations

import streamlit as st

from ..shown.history import Around, Asked, HistoryPage
from . import history_beside, history_choices, history_line
from .frame import ways_to_begin
from .history_notes import notes
from .history_posts import within
from .history_waves import waves
from .viewer import Viewer

_VIEWS = ("waves", "compare", "around", "within")


def render(page: HistoryPage, viewer: Viewer) -> None:
    """Show the page; its choices stand in the address."""
    if not any(page.sources.values()):
        _nothing(page, viewer)
        return
    history_choices.translated(viewer)
    label = viewer.say("history.view")
    shown = history_choices.choice("view", _VIEWS, lambda one: viewer.say(f"history.view.{one}"), label)
    left, middle, right = st.columns(3)
    with left:
        topic = history_choices.topic(page, viewer)
    if not page.sources.get(topic):
        st.text(viewer.say("history.no_source"))
        return
    with middle:
        source = history_choices.source(page.sources[topic], viewer)
    if shown == "around":
        _around(page, history_beside.place(topic, source, page, right, viewer), viewer)
    else:
        _range(page, history_choices.asked(page, topic, source, right, viewer), shown, viewer)
    st.text(viewer.say("frame.zone", zone=viewer.timezone))


def _nothing(page: HistoryPage, viewer: Viewer) -> None:
    if page.frame.invented:
        st.text(viewer.say("history.preparing"))
        return
    st.header(viewer.say("begin.nothing"), anchor=False)
    ways_to_begin(viewer, followed=page.followed)


def _around(page: HistoryPage, around: Around, viewer: Viewer) -> None:
    history_beside.beside(page.around(around), around, viewer)


def _range(page: HistoryPage, asked: Asked | None, shown: str, viewer: Viewer) -> None:
    if asked is None:
        st.text(viewer.say("history.backwards"))
    elif shown == "compare":
        sort = history_beside.sort(viewer)
        history_beside.comparison(page.compare(asked, sort), history_choices.told_apart(page.frame.aliases), viewer)
    elif shown == "within":
        within(page.within(asked), viewer)
    else:
        line = page.line(asked)
        history_line.line(line, viewer)
        if line.starts:
            waves(page.waves(asked), viewer)
        if viewer.may_edit:
            notes(page, asked.topic, line.marks, viewer)

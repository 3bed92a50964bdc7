"""The page Today: where each topic stands, and what to do next; the most urgent first, the reasons one step away."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from ..alerts import messages
from ..model import Rest
from ..shown.today import TodayPage, TopicToday
from ..words.cleaning import plain
from . import cards, tables
from .drawing import inked
from .folded import folded
from .frame import ways_to_begin
from .palette import MARKS
from .viewer import Viewer

_CHART_HEIGHT = 230
_OPEN_AT_ONCE = 4
_URGENCY = tuple(MARKS)


def render(page: TodayPage, viewer: Viewer) -> None:
    """Show the page; a campaign without topics yet is led by the hand."""
    if page.topics:
        _topics(page, viewer)
    elif page.frame.invented:
        st.text(viewer.say("today.preparing"))
    elif page.rest == Rest():
        st.header(viewer.say("begin.nothing"), anchor=False)
        ways_to_begin(viewer, followed=page.followed)
    _beside(page.rest, viewer)


def _topics(page: TodayPage, viewer: Viewer) -> None:
    newest = max(topic.view.leading.assessment.at for topic in page.topics)
    late = messages.overdue(newest, now=page.frame.now, language=viewer.language)
    told = [messages.judged_at(newest, timezone=viewer.timezone, language=viewer.language)]
    st.text("\n".join([*told, *([viewer.say("today.quiet")] if page.quiet and not late else [])]))
    if late:
        st.warning(late)
    topics = sorted(page.topics, key=_urgency)
    if len(topics) > 1:
        _glance(topics, viewer)
    for topic in topics[:_OPEN_AT_ONCE]:
        with st.container(border=True, key=f"topic-{topic.view.topic.key}", gap="small"):
            st.text(plain(topic.view.topic.alias))
            st.header(cards.drawn(topic, viewer.language, viewer.timezone).heading, anchor=False)
            _card(topic, page, viewer)
    if topics[_OPEN_AT_ONCE:]:
        st.container(key="topic-others").header(viewer.say("today.others"), anchor=False)
    for topic in topics[_OPEN_AT_ONCE:]:
        _folded(topic, page, viewer)


def _folded(topic: TopicToday, page: TodayPage, viewer: Viewer) -> None:
    """A topic in a line; what stands on its card is made once it is opened."""
    key = topic.view.topic.key
    with st.container(key=f"topic-{key}", gap=None):
        st.text(plain(topic.view.topic.alias))
        label = cards.heading(topic.view.leading.assessment, viewer.language)
        folded(f"open-{key}", label, lambda: _card(topic, page, viewer))


def _card(topic: TopicToday, page: TodayPage, viewer: Viewer) -> None:
    key, card = topic.view.topic.key, cards.drawn(topic, viewer.language, viewer.timezone)
    if card.notices:
        st.text(card.notices)
    said, shown = st.columns(2, gap="medium")
    with said.container(key=f"facts-{key}", gap="small"):
        with st.container(border=True, key=f"next-{key}"):
            st.text(card.step, width="stretch")
        for fact in filter(None, (card.crowd, *cards.pushes(topic, page, viewer))):
            st.text(fact, width="stretch")
    with shown.container(key=f"chart-{key}", gap="xsmall"):
        st.text(card.title)
        option = inked(card.option, st.context.theme.type)
        st.echarts_chart(option, height=_CHART_HEIGHT, key=f"line-{key}", alt=card.alt)
        if card.legend:
            st.text(card.legend)
        st.text(card.sources, width="stretch")
    folded(f"evidence-{key}", viewer.say("today.evidence"), lambda: _evidence(topic, viewer))


def _evidence(topic: TopicToday, viewer: Viewer) -> None:
    with st.container(key=f"facts-evidence-{topic.view.topic.key}", gap="small"):
        for fact in cards.evidence(topic, viewer):
            st.text(fact, width="stretch")
    tables.table(*cards.table(topic, viewer.language, viewer.timezone))


def _beside(rest: Rest, viewer: Viewer) -> None:
    lines = list(messages.beside(rest, timezone=viewer.timezone, language=viewer.language))
    if lines:
        with st.container(border=True, key="beside"):
            st.text("\n".join(plain(line) for line in lines))


def _urgency(topic: TopicToday) -> int:
    return _URGENCY.index(topic.view.leading.assessment.state)


def _glance(topics: Sequence[TopicToday], viewer: Viewer) -> None:
    """Every topic by its state, in a line a state."""
    with st.container(gap="xsmall", key="glance"):
        for state in _URGENCY:
            named = [_named(one, viewer) for one in topics if one.view.leading.assessment.state is state]
            if named:
                with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
                    st.badge(cards.state_mark(state, viewer.language), color=MARKS[state].slot)
                    st.text("; ".join(named))


def _named(topic: TopicToday, viewer: Viewer) -> str:
    """A topic by its alias, and how sure its state is, where that is known."""
    alias, sure = plain(topic.view.topic.alias), cards.sure(topic.view.leading.assessment, viewer.language)
    return viewer.say("today.glance", alias=alias, sure=sure) if sure else alias

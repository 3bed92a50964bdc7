"""The page Today: where each topic stands, how sure that is, and what to do next; the most urgent first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

import streamlit as st

from ..alerts import messages
from ..model import Campaign, Daily, Rest, SourceView, State, TopicView
from . import charts
from .frame import begin
from .palette import MARKS

PREPARING = "The story up to here is being counted. It appears in a few seconds."
LOOPBACK = ("127.0.0.1", "localhost", "::1")
NOT_HERE = (
    "This dashboard is shown on this machine only, as nobody has to sign in: other machines could read it. "
    "Start it with `monitor run`, or with --server.address 127.0.0.1."
)
_CHART_HEIGHT = 230
_URGENCY = tuple(MARKS)


def render(
    views: Sequence[TopicView],
    *,
    campaign: Campaign,
    now: datetime,
    invented: bool,
    note: str = "",
    rest: Rest = Rest(),  # noqa: B008 - frozen
) -> None:
    """Show the page; a campaign without topics yet is led by the hand. `rest` is what has no hours."""
    begin(invented=invented)
    if note:
        st.text(messages.plain(note))
    if not views and invented:
        st.text(PREPARING)
        return
    if not views and rest == Rest():
        _first_steps(campaign)
        return
    if not views:
        _beside(rest, campaign)
        return
    _heading(views, campaign=campaign, now=now)
    for view in sorted(views, key=_urgency):
        _topic(view, campaign=campaign)
    _beside(rest, campaign)
    _words()


def _beside(rest: Rest, campaign: Campaign) -> None:
    lines = list(messages.beside(rest, timezone=campaign.timezone))
    if lines:
        with st.container(border=True, gap=None, key="beside"):
            for line in lines:
                st.text(line)


def trouble(sentence: str) -> None:
    """Show an error that a user can act on, and the ways to begin; nothing shown before is kept."""
    drawn.cache_clear()
    begin(invented=False)
    st.subheader("Nothing can be shown at the moment", anchor=False)
    st.text(messages.plain(sentence))
    st.subheader("If you are only beginning", anchor=False)
    _ways_to_begin()


def _first_steps(campaign: Campaign) -> None:
    st.subheader("Nothing has been counted yet", anchor=False)
    st.text(f"Campaign: {messages.plain(campaign.alias)}")
    _ways_to_begin()


def _ways_to_begin() -> None:
    st.text("Choose one of these, type it in a terminal, and come back: this page fills by itself.")
    for what, command in (
        ("To look around first, with an invented campaign:", "make demo"),
        ("If you have an archive of posts (CSV, JSON lines, a 4CAT or twarc export):", "monitor import FILE"),
        ("To begin collecting from the sources in config.yaml:", "monitor run"),
    ):
        st.text(what)
        st.code(command, language=None, wrap_lines=True)


def _heading(views: Sequence[TopicView], *, campaign: Campaign, now: datetime) -> None:
    newest = max(view.leading.assessment.at for view in views)
    with st.container(gap=None, key="alias-campaign"):
        st.text(messages.plain(campaign.alias))
    st.text(messages.judged_at(newest, timezone=campaign.timezone))
    late = messages.overdue(newest, now=now)
    if late:
        st.error(late)
    if len(views) > 1:
        _glance(views)


def _glance(views: Sequence[TopicView]) -> None:
    with st.container(gap=None):
        for number, view in enumerate(sorted(views, key=_urgency)):
            _line(view.leading.assessment.state, messages.plain(view.topic.alias), key=f"source-glance-{number}")


def _line(state: State, words: str, *, key: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", wrap=False, key=key):
        _state(state)
        st.text(words, width="stretch")


def _urgency(view: TopicView) -> int:
    return _URGENCY.index(view.leading.assessment.state)


def _topic(view: TopicView, *, campaign: Campaign) -> None:
    judged = view.leading.assessment
    mark = MARKS[judged.state]
    key = view.topic.key
    with st.container(border=True, key=f"topic-{key}", gap="small"):
        with st.container(key=f"alias-{key}"):
            st.text(messages.plain(view.topic.alias))
        st.subheader(f":{mark.slot}[{mark.shape}] {messages.headline(judged)}", anchor=False)
        together = messages.agreement(view)
        if together:
            st.text(together)
        said, shown = st.columns(2, gap="medium")
        with said:
            for number, answer in enumerate(messages.answers(view, timezone=campaign.timezone)):
                _asked(answer.question, answer.text, key=f"{number}-{key}")
            with st.container(border=True, key=f"next-{key}"):
                _asked("What next", messages.next_step(judged), key=f"next-{key}")
        with shown:
            _chart(view, timezone=campaign.timezone)
            _sources(view, timezone=campaign.timezone)


def _state(state: State) -> None:
    mark = MARKS[state]
    st.badge(f"{mark.shape} {state.value}", color=mark.slot)


def _asked(question: str, answer: str, *, key: str) -> None:
    with st.container(gap=None):
        with st.container(key=f"ask-{key}"):
            st.text(question)
        st.text(answer)


def _chart(view: TopicView, *, timezone: str) -> None:
    lead = view.leading
    with st.container(gap=None):
        with st.container(key=f"ask-chart-{view.topic.key}"):
            st.text(messages.chart_title(view))
        option, words = drawn(lead, timezone)
        st.echarts_chart(option, height=_CHART_HEIGHT, key=f"chart-{view.topic.key}", alt=words)
        for words in messages.gaps(view, since=charts.window_start(lead), timezone=timezone):
            st.text(f"Grey: {words}")


@lru_cache(maxsize=32)
def drawn(view: SourceView, timezone: str) -> tuple[dict[str, charts.Json], str]:
    """The chart of a view, built once: a view is equal to itself only, and a new round brings new views."""
    return charts.option(view, timezone=timezone), charts.description(view, timezone=timezone)


def _sources(view: TopicView, *, timezone: str) -> None:
    with st.container(gap=None):
        for number, source in enumerate(view.sources):
            words = messages.source_line(source, timezone=timezone)
            _line(source.assessment.state, words, key=f"source-{number}-{view.topic.key}")
        for number, daily in enumerate(view.beside):
            _daily(daily, key=f"source-day-{number}-{view.topic.key}")


def _daily(daily: Daily, *, key: str) -> None:
    if daily.assessment:
        _line(daily.assessment.state, messages.daily_line(daily), key=key)
    else:
        st.text(messages.daily_line(daily))


def _words() -> None:
    with st.expander("What the words mean"):
        for state in MARKS:
            _state(state)
            st.text(messages.MEANINGS[state])
        st.text(messages.RANGES)

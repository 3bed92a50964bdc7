"""Views made up for the tests of page, charts and messages: invented numbers, no collector needed."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.testing.v1 import AppTest

from monitor.model import (
    DAY,
    HOUR,
    Assessment,
    Campaign,
    Change,
    Coverage,
    Crowd,
    Evidence,
    Rest,
    Series,
    SourceView,
    State,
    Status,
    Term,
    TermKind,
    Topic,
    TopicView,
    Track,
)
from monitor.shown.frame import Frame
from monitor.shown.today import TodayPage, TopicToday

AT = datetime(2024, 5, 14, 13, tzinfo=UTC)
SECRET = "closetheharbour"
CAMPAIGN = Campaign("The real name of the campaign", "Lantern", "Europe/Berlin", ("en",), ())

_CERTAIN = {State.RISING: 0.91, State.STEADY: 0.72, State.FADING: 0.86, State.RECOVERING: 0.61}


def evidence(state: State, **changes) -> Evidence:
    """Evidence such as the state would rest on; `changes` replaces fields."""
    base = Evidence(
        level=38.0,
        usual=41.0,
        usual_low=25.0,
        usual_high=60.0,
        certainty=_CERTAIN.get(state),
        coverage=0.97,
    )
    by_state: dict[State, dict[str, Any]] = {
        State.RISING: {"level": 310.0},
        State.FADING: {
            "level": 340.0,
            "peak": 4312.0,
            "peak_at": AT - 3 * DAY,
            "share_of_peak": 0.079,
            "share_low": 0.062,
            "share_high": 0.101,
            "back_at": AT + 6 * DAY,
            "back_at_low": AT + 4 * DAY,
            "back_at_high": AT + 20 * DAY,
            "half_life_hours": 17.6,
            "half_life_low": 14.8,
            "half_life_high": 22.1,
            "reason": "half of the peak is gone",
        },
        State.RECOVERING: {"level": 120.0, "peak": 400.0, "peak_at": AT - 5 * DAY, "share_of_peak": 0.3},
        State.TOO_FEW: {"level": 2.7, "usual": None, "usual_low": None, "usual_high": None},
        State.NO_DATA: {"level": None, "reason": "the collector was silent"},
    }
    return replace(base, **{**by_state.get(state, {}), **changes})


def source_view(state: State, *, source: str = "simulation", days: int = 90, **changes) -> SourceView:
    """One source of a topic in a state, with `days` of hours, a gap of 18 hours in them, and a crowd."""
    hours = days * 24
    start = AT - hours * HOUR
    track = _track(start, hours, state)
    gaps = [Coverage(AT - 10 * DAY, AT - 10 * DAY + 18 * HOUR, Status.MISSING, "the network was down")]
    if state is State.NO_DATA:
        gaps.append(Coverage(AT - 20 * HOUR, AT, Status.BLOCKED, "the source refused the key"))
    for gap in gaps:
        _blank(track, gap)
    before = {State.RECOVERING: State.FADING, State.NO_DATA: State.FADING}.get(state, State.RISING)
    proof = evidence(state, **changes)
    since = AT - timedelta(hours=41)
    changed = (Change(since, before, state, proof),)
    kind = "halved" if state is State.FADING else None
    judged = Assessment("harbour", source, AT, state, since, proof, kind, changed)
    values = track.level / 24
    series = Series("harbour", source, "posts", start, values, np.isfinite(values))
    fresh = AT - (20 if state is State.NO_DATA else 1) * HOUR
    crowd = Crowd(datetime(2024, 5, 13, tzinfo=UTC), posts=310, people=212, busiest=9, busiest_few=31)
    return SourceView(judged, series, track, tuple(gaps), fresh, crowd)


def topic_view(state: State, *, key: str = "harbour", alias: str = "Harbour", **changes) -> TopicView:
    """A topic with one source in a state."""
    topic = Topic(key, alias, (Term(TermKind.TAG, SECRET),))
    return TopicView(topic, (source_view(state, **changes),))


def _track(start: datetime, hours: int, state: State) -> Track:
    """A level around 41 posts a day with a wave that suits the state near the end."""
    age = np.arange(hours)[::-1].astype(np.float64)
    noise = np.random.default_rng(7).normal(0, 3, hours)
    level = 41 + np.convolve(noise, np.ones(12) / 4, mode="same")
    if state is State.FADING:
        level += 4270 * np.where(age > 72, np.exp(-(age - 72) / 7), np.exp((age - 72) / 27))
    if state is State.RISING:
        level += 270 * np.exp(-age / 20)
    if state is State.RECOVERING:
        level += 350 * np.exp(-np.abs(age - 120) / 18) + 80 * np.exp(-age / 12)
    if state is State.TOO_FEW:
        level = np.abs(level - 41)
    usual = np.full(hours, 41.0)
    band = (np.full(hours, np.nan),) * 2 if state is State.TOO_FEW else (usual - 16, usual + 19)
    return Track(start, np.maximum(level, 0), usual, band[0].copy(), band[1].copy())


def _blank(track: Track, gap: Coverage) -> None:
    first, last = (round((edge - track.start) / HOUR) for edge in (gap.start, gap.end))
    track.level[max(first, 0) : max(last, 0)] = np.nan


def click_open(app: AppTest, label: str) -> AppTest:
    """Open an expander as a browser does: by the name that Streamlit gave this very one."""
    box = next(one for one in app.expander if one.label == label)
    clicked = WidgetStates()
    clicked.widgets.add(id=box.proto.id, bool_value=True)
    return app._run(clicked)  # AppTest itself cannot open one


def unstyled(html: str) -> str:
    """Tables without what sets their numbers to the right."""
    return html.replace(' class="number"', "")


def today_page(*views: TopicView, now: datetime = AT, invented: bool = False, **changes: Any) -> TodayPage:
    """The page Today of these topics; `changes` are fields of the page, or of each of its topics."""
    of_topic = {field.name for field in fields(TopicToday)} & changes.keys()
    topics = tuple(TopicToday(view, **{name: changes[name] for name in of_topic}) for view in views)
    aliases = {view.topic.key: view.topic.alias for view in views}
    begun = Frame(CAMPAIGN.alias, aliases, AT, now, invented)
    beside = {"rest": Rest(), **{name: value for name, value in changes.items() if name not in of_topic}}
    return TodayPage(begun, topics, **beside)


def today_of(topics: int) -> TodayPage:
    """The page Today of so many topics with two sources each, in every state."""
    states = list(State)
    views = [
        topic_view(states[number % len(states)], key=f"t{number}", alias=f"Topic {number}") for number in range(topics)
    ]
    beside = [source_view(states[number % len(states)], source="bluesky") for number in range(topics)]
    return today_page(*(replace(one, sources=(*one.sources, other)) for one, other in zip(views, beside, strict=True)))

"""Where fades become proposals: once, only where nothing is planned, and dropped when their time has passed."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from monitor.actions import pushes as doing
from monitor.errors import ConfigError
from monitor.model import (
    DAY,
    HOUR,
    Change,
    Coverage,
    Effect,
    Evidence,
    Extra,
    Fatigue,
    Lesson,
    Planning,
    Push,
    PushState,
    State,
    Status,
    Topic,
    Verdict,
)
from monitor.planning import Planner, measured, news_days, read_anchors
from monitor.pushes.deadline import latest_date
from monitor.pushes.lessons import lesson_lines
from monitor.pushes.outcomes import outcomes
from monitor.pushes.plan import UNTAKEN

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)
BEGAN = NOW - 30 * DAY
TOPIC = Topic("lamp", "Lamp", ())


def observed(store, *, topic="lamp", days=30):
    """Forty posts a day, more by day than by night, in every hour up to now, as a live source would bring them."""
    hours = [NOW - n * HOUR for n in range(1, days * 24 + 1)]
    rng = np.random.default_rng(3)
    rows = [
        {"topic": topic, "source": "bluesky", "measure": "posts", "method": "1", "bucket_hours": 1, "bucket": hour}
        | {"value": float(rng.poisson(40 / 24 * (1 + 0.7 * np.sin((hour.hour - 9) / 24 * 2 * np.pi))))}
        for hour in hours
    ]
    with store.recording(now=NOW) as recording:
        recording.add(rows)
        recording.cover("bluesky", [topic], [Coverage(min(hours), NOW, Status.COMPLETE)])


def fades(store, *, at=NOW, to=State.FADING, before=State.STEADY, source="bluesky"):
    """Store a change of the topic."""
    evidence = Evidence(level=38.0, usual=40.0, usual_high=60.0, back_at=at + 3 * DAY)
    with store.recording(now=at) as recording:
        [told] = recording.add_changes("lamp", source, [Change(at, before, to, evidence)], news_from=at)
    return told


def planner(store, **more):
    """A planner for the one topic."""
    return Planner(store, [TOPIC], "Europe/Berlin", Planning(**more))


def test_a_fade_opens_one_proposal(opened):
    """However often it is asked, a fade opens one proposal, with windows from the topic's own past."""
    observed(opened)
    told = fades(opened)
    [push] = planner(opened).open_proposals(now=NOW)
    assert planner(opened).open_proposals(now=NOW + HOUR) == ()
    assert opened.pushes() == (push,)
    assert (push.state, push.topics, push.change) == (PushState.PROPOSED, ("lamp",), told.number)
    assert push.windows[0].weeks >= 4
    assert all(window.start > NOW for window in push.windows)


def pushed(store, state=PushState.PLANNED, *, at=NOW + 2 * DAY, changed_at=NOW, **more):
    """Store a push of the topic."""
    with store.recording(now=changed_at) as recording:
        return recording.add_push(Push(("lamp",), at, at + HOUR, state, owner="Ann", **more))


@pytest.mark.parametrize(
    ("there", "answered"),
    [
        ({"at": NOW + 2 * DAY}, True),
        ({"at": NOW + 20 * DAY}, False),
        ({"at": NOW - HOUR / 2}, True),
        ({"at": NOW - 30 * DAY}, False),
        ({"state": PushState.PROPOSED, "at": NOW + 2 * DAY}, True),
        ({"state": PushState.PROPOSED, "at": NOW + 20 * DAY}, True),
        ({"state": PushState.DECLINED, "reason": "the hearing comes first", "changed_at": NOW - 6 * DAY}, True),
        ({"state": PushState.DECLINED, "reason": "the hearing comes first", "changed_at": NOW - 8 * DAY}, False),
        ({"state": PushState.DECLINED, "reason": UNTAKEN, "changed_at": NOW - DAY}, False),
        ({"state": PushState.CANCELLED, "reason": "rain"}, False),
    ],
)
def test_a_fade_is_answered_by_what_staff_still_have_before_them(opened, there, answered):
    """A plan for the week, an open proposal or a recent "no" answers a fade; a forgotten plan does not."""
    observed(opened)
    fades(opened)
    pushed(opened, **there)
    assert len(planner(opened).open_proposals(now=NOW)) == (0 if answered else 1)


def test_a_topic_counted_by_the_day_gets_one_proposal(opened):
    """Nothing is known of its hours, which each window says; its latest date is that of the stored change."""
    told = fades(opened, source="wikipedia:en")
    [push] = planner(opened).open_proposals(now=NOW)
    assert (push.topics, push.change, push.latest) == (("lamp",), told.number, NOW + 3 * DAY)
    assert {(window.audience, window.weak) for window in push.windows} == {(None, True)}
    assert planner(opened).open_proposals(now=NOW + HOUR) == ()


class Meanwhile:
    """A store in which somebody else does something between a planner's look and its writing."""

    def __init__(self, store, deed):
        self._store, self._deed = store, deed

    def __getattr__(self, name):
        """Everything else is the store's own."""
        return getattr(self._store, name)

    def recording(self, *, now):
        """What the other does comes first."""
        self._deed()
        return self._store.recording(now=now)


def test_two_planners_at_once_open_one_proposal(opened):
    """Who comes second opens nothing, though nothing was there when it looked."""
    observed(opened)
    fades(opened)
    first = []
    second = planner(Meanwhile(opened, lambda: first.extend(planner(opened).open_proposals(now=NOW))))
    assert second.open_proposals(now=NOW) == ()
    assert opened.pushes() == tuple(first)
    assert len(first) == 1


def test_what_staff_plan_while_a_proposal_is_made_answers_the_fade(opened):
    """A push added between look and writing leaves nothing to propose."""
    observed(opened)
    fades(opened)
    assert planner(Meanwhile(opened, lambda: pushed(opened))).open_proposals(now=NOW) == ()


def test_a_proposal_that_is_taken_up_at_the_last_moment_stays_taken_up(opened):
    """What was out of date at the look, and planned before the writing, is not declined."""
    proposal = pushed(opened, PushState.PROPOSED, at=NOW - HOUR)

    def take_up():
        end = NOW + 2 * HOUR
        doing.move(opened, proposal.number, start=NOW + HOUR, end=end, now=NOW)
        doing.accept(opened, proposal.number, owner="Bo", now=NOW)

    planner(Meanwhile(opened, take_up)).open_proposals(now=NOW)
    [push] = opened.pushes()
    assert (push.state, push.owner) == (PushState.PLANNED, "Bo")


@pytest.mark.parametrize("content", [None, b"no calendar \xff"])
def test_an_unreadable_calendar_stops_no_proposal(opened, tmp_path, content):
    """A fade is proposed for without the campaign's dates, where its file is gone or broken."""
    observed(opened)
    fades(opened)
    file = tmp_path / "dates.ics"
    if content is not None:
        file.write_bytes(content)
    assert len(planner(opened, anchors=str(file)).open_proposals(now=NOW)) == 1


def test_a_fade_that_is_over_or_old_opens_nothing(opened):
    """What has recovered, and what began more than two days ago, needs no proposal any more."""
    observed(opened)
    fades(opened)
    assert planner(opened).open_proposals(now=NOW + 49 * HOUR) == ()
    fades(opened, at=NOW + HOUR, to=State.RECOVERING, before=State.FADING)
    assert planner(opened).open_proposals(now=NOW + 2 * HOUR) == ()


def test_a_proposal_that_nobody_took_up_is_declined(opened):
    """Once its last window has begun, it is declined with that reason, and does not stand in the way of the next."""
    observed(opened)
    fades(opened)
    [push] = planner(opened).open_proposals(now=NOW)
    late = max(window.start for window in push.windows) + HOUR
    planner(opened).open_proposals(now=late)
    [gone] = opened.pushes()
    assert (gone.state, gone.reason) == (PushState.DECLINED, "nobody took it up in time")


def test_what_is_accepted_late_takes_the_next_window(opened):
    """Accepting a proposal whose best time is over takes the best of its windows that is to come."""
    observed(opened)
    fades(opened)
    [push] = planner(opened).open_proposals(now=NOW)
    after = push.windows[0].end
    taken = doing.accept(opened, push.number, owner="Ann", now=after)
    assert taken.ends_at > after
    assert taken.starts_at == next(window.start for window in push.windows if window.end > after)


def test_a_push_that_has_not_gone_out_has_no_effect(opened):
    """Asking for the effect of a plan is answered with what to do."""
    plan = Push(("lamp",), NOW, NOW + HOUR, number=7)
    with pytest.raises(ConfigError, match="push 7 has not gone out yet"):
        measured(opened, (), plan, now=NOW, among=[plan])


WAVE = Evidence(level=400.0, usual=40.0, usual_high=60.0, back_at=NOW + 4 * DAY)


def latest(floor):
    """The latest date of the wave for a floor."""
    found = latest_date(WAVE, floor=floor, now=NOW)
    assert found is not None
    return found


def test_the_latest_date_lies_before_the_background_or_the_floor():
    """Without a floor it is where the wave is back at background; a higher floor is reached sooner, never too late."""
    assert latest_date(WAVE, floor=None, now=NOW) == NOW + 4 * DAY
    dates = [latest(floor) for floor in (1.2, 2, 4, 8, 12)]
    assert dates == sorted(dates, reverse=True)
    assert dates[0] == NOW + 4 * DAY
    assert dates[-1] == NOW
    # half of what lies over the usual level goes in the same time wherever it begins
    half = (latest(5.5) - NOW) / (latest(3.25) - NOW)
    assert half == pytest.approx(0.5, abs=0.01)
    assert latest_date(Evidence(level=400.0, usual=40.0), floor=2, now=NOW) is None


def test_heavy_news_lasts_two_days(opened):
    """A day with twice the usual number of stories makes the next two days heavier, and no other."""
    rows, spans = [], []
    for n in range(1, 21):
        day = NOW.replace(hour=0) - n * DAY
        total = 2e6 if n == 1 else 1e6
        key = {"topic": "lamp", "source": "gdelt", "method": "1", "bucket_hours": 24, "bucket": day}
        rows += [key | {"measure": "stories", "value": 50.0}, key | {"measure": "share", "value": 50 / total * 1e6}]
        spans.append(Coverage(day, day + DAY, Status.COMPLETE, "", 24))
    with opened.recording(now=NOW) as recording:
        recording.add(rows)
        recording.cover("gdelt", ["lamp"], spans)
    found = news_days(opened, now=NOW, timezone="UTC")
    today = NOW.date()
    assert found == {today: pytest.approx(1.7), today + timedelta(days=1): pytest.approx(1.5)}


def test_no_news_total_says_nothing(opened):
    """Where nobody counts all news, no day is called heavy."""
    observed(opened)
    assert news_days(opened, now=NOW, timezone="UTC") == {}


def test_a_calendar_that_is_not_there_is_named(tmp_path):
    """The error names the key and the file."""
    with pytest.raises(ConfigError, match=r"pushes\.anchors: dates\.ics cannot be read"):
        read_anchors(str(tmp_path / "dates.ics"), now=NOW, timezone="UTC")


def test_outcomes_are_of_what_is_known():
    """A push teaches by the posts of its headline; one that cannot be told teaches nothing."""
    out = NOW.replace(hour=17)  # six in the evening in Berlin, a Wednesday
    push = Push(("lamp",), out, out + HOUR, PushState.DONE, hook="vigil", languages=("en",), number=3, went_out_at=out)
    told = Extra("x", "posts", 24, Verdict.MORE, 300.0, 200.0, 100.0, 60.0, 135.0)
    unknown = Extra("x", "posts", 24, Verdict.CANNOT_TELL)
    [one] = outcomes([push], {3: (Effect("lamp", out, headline=told),)}, timezone="Europe/Berlin")
    assert (one.hook, one.part, one.weekend, one.languages) == ("vigil", 3, False, ("en",))
    assert one.ratio == pytest.approx(np.log(1.5))
    assert outcomes([push], {3: (Effect("lamp", out, headline=unknown),)}, timezone="UTC") == ()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_lessons_are_told_without_ranking_the_few(language):
    """What three pushes stand behind has a rank; what two stand behind says that it is too few."""
    lessons = [Lesson("hook", "vigil", 4, 1.6, 1.3, 2.0, 1), Lesson("hook", "petition", 2, 1.2, 0.8, 1.7)]
    first, kind, ranked, few, tired = lesson_lines(lessons, Fatigue(-0.3, -0.5, -0.1, 4), language=language)
    assert kind == {"en": "By what they hang on", "ru": "По поводам"}[language]
    assert ranked.strip().startswith("1. vigil")
    assert "2" in few
    assert not few.strip().startswith("2.")
    assert "74%" in tired
    assert first != next(iter(lesson_lines((), None, language=language)))

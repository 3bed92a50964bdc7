"""The demo's story in a schedule: its staff plan and do through the same door as real staff, once, and in time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from monitor import assess, config, planning, sources
from monitor.actions import pushes as doing
from monitor.cli import main
from monitor.cli.options import following, notifier
from monitor.cli.story import Watched, act, begin
from monitor.demo import BEGINS, CONFIG, ROUND_SECONDS
from monitor.model import DAY, HOUR, PushState, State, Verdict
from monitor.rounds import Rounds
from monitor.sources.simulation import STORY_END, STORY_PUSHES, STORY_START
from monitor.store import Store

CHOSEN = config.load(CONFIG, sources=sources.settings())
[LANTERNS] = STORY_PUSHES
WENT_OUT = datetime(2017, 5, 8, 6, tzinfo=UTC)
INSIDE_A_FADE = datetime(2017, 4, 21, tzinfo=UTC)
TWO_DAYS_AFTER = WENT_OUT + 2 * DAY


def acted(store: Store, now: datetime) -> list[PushState]:
    """The states of all pushes after the staff have acted by a moment."""
    act(store, CHOSEN.topics, now=now)
    return [push.state for push in store.pushes()]


def watched(store: Store, start: datetime) -> tuple[Rounds, Callable[[datetime], None]]:
    """A story lived through up to a moment and standing still there, with its staff."""
    rounds = Rounds(store, following(CHOSEN))
    staff = begin(rounds, Watched(start, STORY_END, 0.0, 2.0), notifier(CHOSEN, store))
    return rounds, staff


@pytest.fixture(scope="module")
def two_days_after(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The story lived through to two days after its push."""
    store = Store.open(f"sqlite:///{tmp_path_factory.mktemp('demo')}/demo.db")
    watched(store, TWO_DAYS_AFTER)
    yield store
    store.close()


def standing_at(moment: datetime) -> Callable[[], datetime]:
    """A clock that stands still."""
    return lambda: moment


def test_the_push_is_planned_before_and_done_after_its_day(opened):
    """Nothing before the staff plan; then a plan; then, once it is told, a push that went out when it did."""
    assert acted(opened, LANTERNS.planned_at - HOUR) == []
    assert acted(opened, LANTERNS.planned_at) == [PushState.PLANNED]
    assert acted(opened, WENT_OUT + HOUR) == [PushState.PLANNED]
    assert acted(opened, LANTERNS.told_at) == [PushState.DONE]
    [push] = opened.pushes()
    assert push.went_out_at == WENT_OUT
    assert push.topics == ("free-the-lighthouse",)
    assert push.changed_at == LANTERNS.told_at
    kept = {"topics": push.topics, "number": 1, "uid": push.uid, "sequence": 1, "changed_at": push.changed_at}
    assert push == replace(LANTERNS.push, **kept)


def test_a_story_that_begins_after_the_push_has_it_all_the_same(opened):
    """Planned and done at once, as of then; and however often the staff are asked, there is one."""
    act(opened, (), now=STORY_END)
    assert opened.pushes() == ()
    for _ in range(3):
        assert acted(opened, STORY_END) == [PushState.DONE]
    assert opened.pushes()[0].changed_at == LANTERNS.told_at


def test_what_a_visitor_did_with_the_push_is_left(opened):
    """A push of the story that was called off, or moved and renamed in turn, is not done, and no second one comes."""
    act(opened, CHOSEN.topics, now=LANTERNS.planned_at)
    doing.write(opened, 1, details=doing.Details(hook="candles"), now=LANTERNS.planned_at)
    assert acted(opened, LANTERNS.planned_at + HOUR) == [PushState.PLANNED]
    doing.cancel(opened, 1, reason="rain", now=LANTERNS.planned_at + DAY)
    assert acted(opened, STORY_END) == [PushState.CANCELLED]


def test_a_push_that_was_moved_is_not_said_to_have_gone_out(opened):
    """Who gives it another day in the demo marks it as done themselves."""
    act(opened, CHOSEN.topics, now=LANTERNS.planned_at)
    later = WENT_OUT + 5 * DAY
    doing.move(opened, 1, start=later, end=later + 3 * HOUR, now=LANTERNS.planned_at)
    assert acted(opened, STORY_END) == [PushState.PLANNED]


def test_a_demo_that_begins_inside_a_fade_has_its_proposal(opened):
    """What came before is judged day by day as it would have been: in time, with a proposal still to be taken up."""
    rounds, _ = watched(opened, INSIDE_A_FADE)
    assert rounds.clock() == INSIDE_A_FADE
    [proposal] = opened.pushes()
    assert proposal.state is PushState.PROPOSED
    assert max(window.start for window in proposal.windows) > INSIDE_A_FADE + 3 * DAY
    fades = [one for one in opened.changes(since=STORY_START) if one.change.to is State.FADING]
    assert fades
    assert not [one for one in fades if one.late]
    doing.accept(opened, proposal.number, owner="Somebody", now=rounds.clock())


def test_a_schedule_started_again_goes_on_where_the_story_was(two_days_after):
    """After a crash the story does not jump back, and nothing is proposed, planned or done twice."""
    before = two_days_after.pushes()
    assert [push.state for push in before if push.owner] == [PushState.DONE]
    rounds, staff = watched(two_days_after, INSIDE_A_FADE)
    assert rounds.clock() == TWO_DAYS_AFTER
    staff(rounds.clock())
    assert two_days_after.pushes() == before


def test_a_story_that_is_stopped_while_it_is_lived_through_ends_at_once(opened):
    """Ctrl-C does not have to wait for the past."""
    rounds = Rounds(opened, following(CHOSEN), stopped=lambda: True)
    begin(rounds, Watched(STORY_END, STORY_END, 0.0, 2.0), notifier(CHOSEN, opened))
    assert opened.round_time() is None


def test_the_push_of_the_story_is_measured(two_days_after):
    """Two days after it went out, the effect says that it brought more, with an interval."""
    [push] = [one for one in two_days_after.pushes() if one.owner]
    views = assess.views(two_days_after, topics=CHOSEN.topics, now=TWO_DAYS_AFTER)
    [effect] = planning.measured(two_days_after, views, push, now=TWO_DAYS_AFTER, among=two_days_after.pushes())
    assert effect.headline is not None
    assert effect.headline.verdict is Verdict.MORE
    assert effect.headline.low
    assert effect.headline.low > 0


def test_a_newcomer_sees_a_fade_within_two_minutes_and_has_time_to_plan(opened):
    """At the demo's own start and speed: the first proposal comes within two minutes and lives for 90 seconds."""
    [speed] = [float(str(option.default)) for option in main.commands["demo"].params if option.name == "speed"]
    rounds, staff = watched(opened, BEGINS)
    telling, step = notifier(CHOSEN, opened), ROUND_SECONDS * speed * HOUR
    rounds.minutes, now = step / timedelta(minutes=1), BEGINS
    assert states(opened) == [State.RISING]
    while State.FADING not in states(opened):
        now += step
        rounds.clock = standing_at(now)
        rounds.once()
        telling.run(now=now)
        staff(now)
    [proposal] = [push for push in opened.pushes() if push.state is PushState.PROPOSED]
    assert proposal.changed_at is not None
    assert (now - BEGINS) / HOUR / speed < 110
    assert (max(window.start for window in proposal.windows) - proposal.changed_at) / HOUR / speed >= 90


def states(store: Store) -> list[State]:
    """What the source that Today speaks of has gone through since an hour before the demo begins."""
    told = store.changes(since=BEGINS - HOUR)
    return [one.change.to for one in told if (one.topic, one.source) == ("free-the-lighthouse", "simulation:square")]

"""When a push could best go out: every rule of the ranking, and times that exist in every zone."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest

from monitor.model import DAY, HOUR, Anchor, Planning, Push, PushState
from monitor.pushes import plan
from monitor.pushes.audience import Audience

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)  # a Monday, 10:00 in Berlin
BERLIN = "Europe/Berlin"
ZONE = ZoneInfo(BERLIN)


def hears(*, best=19, weeks=8, weak=False, low=0.8, high=1.8, weekday=None):
    """An audience that is there for three hours from `best` on, on every day or on one weekday only."""
    share = [low] * 168
    for day in range(7) if weekday is None else [weekday]:
        for hour in range(best, best + 3):
            share[day * 24 + hour % 24] = high
    return Audience(tuple(share), (weeks,) * 168, 4000, weak)


def proposed(**changes):
    """A proposal for one source with an evening audience; `changes` replaces what it is made from."""
    given: dict[str, Any] = {
        "topic": "light",
        "audiences": [("bluesky", hears())],
        "latest": None,
        "pushes": (),
        "anchors": (),
        "news": {},
        "now": NOW,
        "timezone": BERLIN,
        "planning": Planning(),
        "change": 7,
    }
    return plan.propose(**{**given, **changes})


def pushed(at, *, state=PushState.DONE, topic="light", hours=3):
    """A push of a topic that went out, or is to."""
    went = at if state is PushState.DONE else None
    return Push((topic,), at, at + hours * HOUR, state, went_out_at=went)


def local(window, zone=ZONE):
    """The local time at which a window begins."""
    return window.start.astimezone(zone)


def test_a_proposal_is_its_best_window():
    """The proposal carries its topic, its change, its reason, and the best window as its own."""
    push = proposed()
    assert (push.topics, push.change, push.state, push.reason) == (("light",), 7, PushState.PROPOSED, plan.FADING)
    assert (push.starts_at, push.ends_at) == (push.windows[0].start, push.windows[0].end)
    assert push.windows[0].end - push.windows[0].start == 3 * HOUR


def test_the_best_hours_of_the_audience_come_first():
    """Each day's evening, where the audience is, soonest first as waiting costs."""
    push = proposed()
    assert [local(one).hour for one in push.windows] == [19] * 5
    assert [local(one).day for one in push.windows] == [23, 24, 25, 26, 27]
    first = push.windows[0]
    assert first.audience == pytest.approx(1.8)
    assert (first.weeks, first.weak, first.source) == (8, False, "bluesky")


def test_a_good_hour_is_waited_for_but_not_for_ever():
    """An audience of twice the size on Thursday beats today; a slightly larger one does not."""
    assert local(proposed(audiences=[("x", hears(weekday=3))]).windows[0]).weekday() == 3
    assert local(proposed(audiences=[("x", hears(weekday=3, high=0.85))]).windows[0]).weekday() == 0


def test_windows_do_not_overlap_and_a_day_has_two_at_most():
    """A choice of windows is a choice of different times on different days."""
    wide = Audience(tuple(1.8 if n // 24 == 1 else 0.9 for n in range(168)), (8,) * 168, 4000, False)
    windows = sorted(proposed(audiences=[("x", wide)]).windows, key=lambda one: one.start)
    assert all(one.end <= other.start for one, other in pairwise(windows))
    days = [local(one).date() for one in windows]
    assert max(days.count(day) for day in days) == 2
    assert len(windows) == 5


def test_nothing_starts_within_three_hours_or_outside_waking_hours():
    """Somebody must write it; and at night nobody is up to see what happens."""
    night = Audience(tuple(3.0 if n % 24 < 5 else 1.0 for n in range(168)), (8,) * 168, 4000, False)
    for hour in range(24):
        now = NOW + timedelta(hours=hour, minutes=13)
        for window in proposed(audiences=[("x", night)], now=now).windows:
            assert window.start >= now + 3 * HOUR
            assert plan.WAKING[0] <= local(window).hour <= plan.WAKING[1]


def test_hours_without_an_audience_are_left_out():
    """Under half an average hour no window is proposed while there is another."""
    push = proposed(audiences=[("x", hears(low=0.4, weekday=3))])
    assert {(local(one).weekday(), local(one).hour) for one in push.windows} <= {(3, 18), (3, 19), (3, 20), (3, 21)}


def test_no_window_ends_after_the_latest_date():
    """All windows are over by the latest sensible date, which is told."""
    latest = NOW + timedelta(days=2, hours=3)
    push = proposed(latest=latest)
    assert all(one.end <= latest for one in push.windows)
    assert (push.latest, push.reason) == (latest, plan.FADING)


@pytest.mark.parametrize("hours", [-30, 2, 5])
def test_too_late_names_the_soonest_and_says_so(hours):
    """Where the latest date is too near or past, the soonest windows are named, soonest first."""
    push = proposed(latest=NOW + hours * HOUR)
    assert push.reason == plan.FADING_SOON
    assert push.starts_at == NOW + 3 * HOUR
    assert list(push.windows) == sorted(push.windows, key=lambda one: one.start)
    assert push.windows[-1].start <= push.starts_at + plan.SOONEST


def test_without_a_latest_date_it_is_a_week():
    """Nobody plans further ahead than a week without being asked."""
    push = proposed(audiences=[("x", hears(weekday=6))])
    assert all(one.end <= NOW + plan.READY + 7 * DAY for one in push.windows)


def test_other_sources_weigh_by_their_weeks():
    """Shares of each source's own average are joined as a geometric mean by weeks, never added up."""
    lead, other = hears(high=2.0, weeks=9), hears(best=12, high=2.0, low=0.5, weeks=3)
    push = proposed(audiences=[("bluesky", lead), ("x", other)])
    first = push.windows[0]
    assert local(first).hour == 19
    assert first.audience == pytest.approx(2.0**0.75 * 0.5**0.25)
    assert (first.source, first.weeks) == ("bluesky, x", 9)
    unknown = proposed(audiences=[("bluesky", Audience()), ("x", other)])
    assert (local(unknown.windows[0]).hour, unknown.windows[0].source) == (12, "x")


def test_nothing_known_still_proposes_and_calls_it_weak():
    """Without any past the soonest waking hours are as good as any."""
    push = proposed(audiences=[])
    first = push.windows[0]
    assert (first.audience, first.weeks, first.weak, first.source) == (None, 0, True, "")
    assert first.start == NOW + 3 * HOUR


def test_a_push_of_yesterday_puts_the_next_one_off():
    """Near a push just made a window loses; days from it are told."""
    done = pushed(NOW - DAY)
    first = proposed(pushes=[done], latest=NOW + 10 * DAY).windows[0]
    assert first.start - done.starts_at > 3 * DAY
    assert first.days_from_push == pytest.approx((first.start - done.starts_at) / DAY)


def test_a_shrinking_effect_puts_it_off_further():
    """Today's far larger audience outweighs a push of yesterday, but not where each push brings far less."""
    today = [("x", hears(weekday=0, high=3.0))]
    done = [pushed(NOW - DAY)]
    assert local(proposed(audiences=today, pushes=done).windows[0]).day == 23
    assert local(proposed(audiences=today, pushes=done, fatigue=0.2).windows[0]).day > 27
    assert proposed(pushes=done, fatigue=1.6) == proposed(pushes=done)


def test_a_planned_push_keeps_its_neighbourhood_clear():
    """No window overlaps a planned push; days before it count as negative."""
    planned = pushed(NOW + DAY + 9 * HOUR, state=PushState.PLANNED)
    push = proposed(pushes=[planned], audiences=[("x", hears(weekday=1, high=9.0))])
    assert not [one for one in push.windows if one.start < planned.ends_at and planned.starts_at < one.end]
    assert push.windows[0].days_from_push is not None
    assert push.windows[0].days_from_push < 0


def test_other_topics_and_dropped_pushes_do_not_tire():
    """Only what went out or will for this very topic counts."""
    others = [pushed(NOW, topic="harbour"), pushed(NOW, state=PushState.DECLINED)]
    others += [pushed(NOW, state=PushState.CANCELLED), pushed(NOW, state=PushState.PROPOSED)]
    assert proposed(pushes=others) == proposed()


def test_heavy_news_days_are_avoided_and_told():
    """A day with twice the usual news loses to the next one; a usual day is left as it is."""
    push = proposed(news={date(2026, 11, 23): 2.0, date(2026, 11, 24): 1.1})
    assert local(push.windows[0]).day == 24
    assert push.windows[0].news == 1.1
    assert {local(one).day: one.news for one in push.windows}.get(25, 0) is None


@pytest.mark.parametrize("day", [25, 26])
def test_an_anchor_draws_on_its_day_and_the_day_before(day):
    """A hearing on Thursday draws pushes to Wednesday and Thursday, and to no other day."""
    hearing = Anchor("Hearing", datetime(2026, 11, 25, 23, tzinfo=UTC), datetime(2026, 11, 26, 23, tzinfo=UTC))
    windows = proposed(anchors=[hearing]).windows
    assert {local(one).day for one in windows[:2]} == {25, 26}
    assert [one.anchor for one in windows if local(one).day == day] == ["Hearing"]
    assert not [one for one in windows if one.anchor and local(one).day not in (25, 26)]


def test_every_window_lies_at_a_whole_local_hour_that_exists():
    """In every zone, around changes of the clocks: whole hours, in UTC each once, local times that exist."""
    for number, name in enumerate(sorted(available_timezones())):
        zone = ZoneInfo(name)
        now = datetime(2026 + number % 11, 3 if number % 2 else 10, 20 + number % 9, number % 24, 17, tzinfo=UTC)
        windows = proposed(timezone=name, now=now).windows
        assert len({one.start for one in windows}) == len(windows) == 5
        for window in windows:
            begins = local(window, zone)
            assert (begins.minute, begins.second, window.start.tzinfo) == (0, 0, UTC), name
            assert begins.replace(fold=begins.fold).astimezone(UTC) == window.start
            assert window.end - window.start == 3 * HOUR


def test_the_audience_is_that_of_local_hours_on_both_sides_of_a_change():
    """In the week in which clocks go back, the evening stays at 19:00 local time."""
    windows = proposed(now=datetime(2026, 10, 23, 9, tzinfo=UTC)).windows
    assert [local(one).hour for one in windows] == [19] * 5
    assert len({one.start.hour for one in windows}) == 2


def test_long_pushes_keep_their_length():
    """A push that takes two days is given two days, even where the dates are close."""
    push = proposed(planning=Planning(hours=48), latest=NOW + 6 * DAY)
    assert {one.end - one.start for one in push.windows} == {2 * DAY}

"""Rounds: paced, patient, within budget, and honest about what was not seen."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from monitor.errors import SourceError
from monitor.model import CONTROL, DAY, HOUR, Coverage, Observation, Page, Price, State, Status
from monitor.store import Store
from tests.feeds import START, Clock, Feed, posts_of, rounds_of

NOW = START + 10 * HOUR


def statuses(store: Store, source: str = "square") -> list[tuple[Status, int]]:
    """The topic's coverage as (status, hours)."""
    return [(span.status, (span.end - span.start) // HOUR) for span in store.coverage("lamp", source)]


def test_a_source_that_asks_to_wait_is_left_alone(opened):
    """Before its time it is not asked, in this process or another; every round says what is not known meanwhile."""
    clock, feed = Clock(), Feed()
    rounds = rounds_of(opened, feed, clock=clock)
    rounds.once()
    feed.error = SourceError("asks to wait (429)", retry_at=NOW + 3 * HOUR)
    clock.now += HOUR
    rounds.once()
    assert rounds.next_at(feed) == NOW + 3 * HOUR
    for _ in range(4):
        clock.now += timedelta(minutes=29)
        rounds_of(opened, feed, clock=clock).once()
    assert len(feed.asked) == 2
    assert statuses(opened) == [(Status.COMPLETE, 10), (Status.MISSING, 2)]
    feed.error = None
    clock.now = NOW + 3 * HOUR
    rounds.once()
    assert len(feed.asked) == 3
    assert statuses(opened) == [(Status.COMPLETE, 13)]


def test_a_thousand_rate_limits_are_never_asked_early(opened):
    """R8: however often rounds come, a platform's time to wait is kept to the second."""
    clock, feed = Clock(), Feed()
    until: list[datetime] = []
    early = 0
    for number in range(1000):
        feed.error = SourceError("429", retry_at=clock.now + timedelta(seconds=1 + number % 900))
        asked = len(feed.asked)
        rounds_of(opened, feed, clock=clock).ask(feed)
        early += bool(until) and len(feed.asked) > asked and clock.now < until[-1]
        if len(feed.asked) > asked:
            until.append(clock.now + timedelta(seconds=1 + number % 900))
        clock.now += timedelta(seconds=40)
    assert early == 0
    assert len(until) > 50


def test_a_blocked_source_is_seldom_asked_and_says_so_once(opened):
    """A refused token is told once, its hours are blocked, and it is tried again after six hours."""
    clock, feed = Clock(), Feed()
    told: list[str] = []
    rounds = rounds_of(opened, feed, clock=clock, told=told.append)
    feed.error = SourceError("refuses access (401)", permanent=True)
    rounds.ask(feed)
    rounds.ask(feed)
    assert told == ["square: refuses access (401)"]
    assert rounds.next_at(feed) == NOW + 6 * HOUR
    assert {status for status, _ in statuses(opened)} == {Status.BLOCKED}
    feed.error = None
    rounds.ask(feed)
    assert told[-1] == "square: answers again"


def test_what_may_pass_is_tried_again_soon_and_then_less_often(opened):
    """After a time-out the next try comes in minutes, doubling up to the interval."""
    clock, feed = Clock(), Feed()
    rounds = rounds_of(opened, feed, clock=clock)
    feed.broken = True
    waits = []
    for _ in range(8):
        rounds.ask(feed)
        waits.append((rounds.next_at(feed) - clock.now) / timedelta(minutes=1))
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]


def test_a_restart_keeps_the_pace(opened):
    """A process that is restarted often neither starves a source nor asks it more often."""
    clock, feed = Clock(), Feed()
    rounds_of(opened, feed, clock=clock).ask(feed)
    clock.now += timedelta(minutes=20)
    assert rounds_of(opened, feed, clock=clock).next_at(feed) == NOW + HOUR


def test_a_clock_set_back_holds_nothing_up(opened):
    """A time to wait that was noted by a clock a day ahead is not waited for."""
    clock, feed = Clock(NOW + DAY), Feed()
    feed.error = SourceError("429", retry_at=NOW + DAY + HOUR)
    rounds_of(opened, feed, clock=clock).ask(feed)
    clock.now, feed.error = NOW, None
    rounds = rounds_of(opened, feed, clock=clock)
    assert rounds.next_at(feed) == NOW
    assert rounds.ask(feed) is not None
    assert statuses(opened)[0] == (Status.COMPLETE, 10)


class Priced(Feed):
    """A platform that takes a cent for each round, and notes it when it is asked."""

    every_minutes = 60.0
    price: Price | None = Price(dollars_a_round=0.01, dollars_a_month=0.05)

    def __init__(self, name: str = "paid") -> None:
        super().__init__(name)
        self.billed: list[datetime] = []

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """The price is told first; only then is the platform asked."""
        yield Page(cursor=cursor or "", dollars=0.01)
        self.billed.append(now)
        if self.error is not None:
            raise self.error
        hour = now.replace(minute=0)
        yield Page(
            cursor="1",
            observations=(Observation("lamp", self.name, "posts", hour - HOUR, 7.0),),
            coverage=(Coverage(hour - HOUR, hour, Status.COMPLETE),),
        )


def test_a_budget_is_never_overrun(opened):
    """The sixth cent of a five-cent month is not spent: the source is blocked until the first, and says so."""
    clock, feed = Clock(), Priced()
    told: list[str] = []
    rounds = rounds_of(opened, feed, clock=clock, told=told.append)
    for _ in range(9):
        rounds.ask(feed)
        clock.now += HOUR
    assert len(feed.billed) == 5
    assert opened.spent("paid", since=START) == pytest.approx(0.05)
    assert "$0.05 of $0.05 are spent; it goes on on 2017-05-01" in told[-1]
    assert statuses(opened, "paid")[-1] == (Status.BLOCKED, 4)
    clock.now = datetime(2017, 5, 1, 1, tzinfo=START.tzinfo)
    rounds.ask(feed)
    assert len(feed.billed) == 6


def test_a_raised_budget_goes_on_at_once(opened):
    """Who raises the budget in the config need not wait for the month to end."""
    clock, feed = Clock(), Priced()
    rounds = rounds_of(opened, feed, clock=clock)
    for _ in range(6):
        rounds.ask(feed)
    feed.price = Price(0.01, 5.0)
    rounds_of(opened, feed, clock=clock).ask(feed)
    assert len(feed.billed) == 6


def test_rounds_thin_out_so_that_the_money_lasts(opened):
    """A month of rounds as often as the budget allows spends nearly all of it, and ends with the month."""
    clock, feed = Clock(datetime(2017, 4, 1, tzinfo=START.tzinfo)), Priced()
    feed.price = Price(0.01, 1.0)
    rounds = rounds_of(opened, feed, clock=clock)
    while clock.now.month == 4:
        rounds.ask(feed)
        clock.now = max(rounds.next_at(feed), clock.now + timedelta(minutes=1))
    assert 95 <= len(feed.billed) <= 100
    assert (feed.billed[-1] - feed.billed[0]).days >= 28


def test_sources_of_one_platform_share_its_budget(opened):
    """Two sources of a platform together never spend more than its cap."""
    clock, one, two = Clock(), Priced("paid"), Priced("paid:more")
    rounds = rounds_of(opened, one, two, clock=clock)
    for _ in range(9):
        rounds.once()
        clock.now += HOUR
    assert len(one.billed) + len(two.billed) == 5


def test_two_hundred_answers_of_nothing_are_a_blind_source(opened):
    """A source that answers well and has nothing at all, not even what is always busy there, is blind."""
    clock, feed = Clock(START), Feed(volume=500)
    rounds = rounds_of(opened, feed, clock=clock)
    for hour in range(24 * 12):
        feed.blind = hour >= 24 * 11
        clock.now = START + (hour + 1) * HOUR
        rounds.once()
    assert statuses(opened) == [(Status.COMPLETE, 24 * 11), (Status.MISSING, 24)]
    assert "blind" in opened.coverage("lamp", "square")[-1].reason


def test_a_quiet_campaign_on_a_busy_source_is_a_true_zero(opened):
    """Where the source itself is busy, nothing about the campaign is nothing."""

    class Quiet(Feed):
        def posts(self, hour: datetime) -> tuple[()]:
            return ()

    rounds_of(opened, Quiet(volume=500), clock=Clock()).once()
    series = opened.series("lamp", "square")
    assert series is not None
    assert series.complete.all()
    assert series.values.sum() == 0
    assert [one.value for one in opened.observations(CONTROL, "square")] == [500] * 10


def test_a_late_batch_is_no_news_until_the_state_stands(tmp_path):
    """History that is filled in raises no warning by itself; if a fresh hour finds the same state, it does, once."""
    store = Store.open(f"sqlite:///{tmp_path}/monitor.db")

    class Wave(Feed):
        def posts(self, hour: datetime):
            age = (hour - START) / HOUR - 24 * 12
            level = 4 if age < 0 else max(4, 120 * 0.5 ** (age / 14))
            return posts_of(hour, round(level))

    feed, told = Wave(), list[str]()
    clock = Clock(START + 24 * 12 * HOUR)
    rounds = rounds_of(store, feed, clock=clock, told=told.append)
    for _ in range(3):  # it was followed, then the machine stood still for three days
        rounds.once()
        clock.now += HOUR
    told.clear()
    clock.now += 72 * HOUR
    rounds.once()
    assert len(store.changes(since=START)) > 1
    assert not [line for line in told if "fading" in line]
    clock.now += HOUR
    rounds.once()
    clock.now += HOUR
    rounds.once()
    state = [line for line in told if str(State.FADING) in line]
    store.close()
    assert len(state) == 1

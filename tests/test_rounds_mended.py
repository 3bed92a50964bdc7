"""Rounds through trouble: a store that cannot be written, outages filled in later, clocks that were wrong, restarts."""

from datetime import datetime, timedelta

import pytest

from monitor.errors import SourceError, StoreError
from monitor.model import CONTROL, DAY, HOUR, Post, State, Status
from monitor.store import Store
from tests.feeds import START, Clock, Feed, posts_of, rounds_of
from tests.test_rounds import Priced, statuses


class Wave(Feed):
    """Four posts an hour for ten days, then a wave that halves every fourteen hours."""

    def posts(self, hour: datetime) -> tuple[Post, ...]:
        """The posts of an hour."""
        age = (hour - START) / HOUR - 240
        return posts_of(hour, 4 if age < 0 else round(max(4, 120 * 0.5 ** (age / 14))))


def told_of_a_wave(store: Store, *, out_from: int, out_hours: int, ahead: timedelta = timedelta()) -> list[str]:
    """What hourly rounds tell of a wave when the source is out (or the clock ahead) from an hour after its start."""
    feed, told = Wave(), list[str]()
    clock = Clock(START + 240 * HOUR)
    rounds = rounds_of(store, feed, clock=clock, told=told.append)
    for hour in range(90):
        out = out_from <= hour < out_from + out_hours
        feed.broken = out and not ahead
        clock.now = START + (240 + hour) * HOUR + timedelta(minutes=1) + (ahead if out else timedelta())
        if ahead and out:
            feed.error = SourceError("this machine's clock is 1440 minutes ahead of the platform's: set it right")
        elif not feed.broken:
            feed.error = None
        rounds.once()
    return [line for line in told if line.endswith(f"→ {State.FADING}")]


@pytest.mark.parametrize("out_from", range(20, 34))
def test_a_fade_that_an_outage_hid_is_told_once_it_is_known(opened, out_from):
    """Whenever an outage of twelve hours falls into a wave and is filled in later, its fade is told exactly once."""
    assert len(told_of_a_wave(opened, out_from=out_from, out_hours=12)) == 1


@pytest.mark.parametrize("out_from", range(24, 32))
def test_a_clock_that_was_ahead_hides_no_fade(opened, out_from):
    """One round by a clock a day ahead writes states of a time to come; they hide nothing of what then happens."""
    assert len(told_of_a_wave(opened, out_from=out_from, out_hours=1, ahead=DAY)) == 1


def test_a_second_outage_is_told_too(opened):
    """An outage that was made up for leaves nothing behind that would hide the next one."""
    feed, told = Feed(), list[str]()
    clock = Clock(START + 190 * HOUR)
    rounds = rounds_of(opened, feed, clock=clock, told=told.append)
    for hour in range(190, 280):
        feed.broken = 200 <= hour <= 206 or 240 <= hour <= 246
        clock.now = START + hour * HOUR + timedelta(minutes=1)
        rounds.once()
    assert len([line for line in told if line.endswith(f"→ {State.NO_DATA}")]) == 2


def test_a_store_that_cannot_be_written_is_no_reason_to_ask_on_and_on(opened, monkeypatch):
    """While nothing can be stored, the platform is asked less and less often, as after any failure."""
    clock, feed = Clock(), Feed()
    rounds = rounds_of(opened, feed, clock=clock)

    def full(*_: object, **__: object) -> None:
        raise StoreError("cannot write to the store: database or disk is full")

    monkeypatch.setattr(Store, "recording", full)
    waits = []
    for _ in range(5):
        rounds.ask(feed)
        waits.append((rounds.next_at(feed) - clock.now) / timedelta(minutes=1))
    assert waits == [1, 2, 4, 8, 16]


def test_a_wait_that_is_over_is_no_reason_to_ask_on_and_on(opened, monkeypatch):
    """Where the store fails after a time to wait, that time has passed: the pauses are those after any failure."""
    clock, feed = Clock(), Feed()
    feed.error = SourceError("429", retry_at=clock.now + HOUR)
    rounds = rounds_of(opened, feed, clock=clock)
    rounds.ask(feed)
    feed.error, clock.now = None, clock.now + HOUR
    assert rounds.next_at(feed) == clock.now

    def full(*_: object, **__: object) -> None:
        raise StoreError("cannot write to the store: database or disk is full")

    monkeypatch.setattr(Store, "recording", full)
    rounds.ask(feed)
    assert rounds.next_at(feed) == clock.now + timedelta(minutes=2)


def test_who_mends_and_restarts_is_asked_at_once(opened):
    """A token that was refused is tried when the process starts anew; under cron, only after six hours or on demand."""
    clock, feed = Clock(), Feed()
    feed.error = SourceError("refuses access (401)", permanent=True)
    rounds_of(opened, feed, clock=clock).ask(feed)
    clock.now += timedelta(minutes=1)
    restarted = rounds_of(opened, feed, clock=clock)
    assert restarted.next_at(feed) == clock.now
    restarted.patient = True
    assert restarted.next_at(feed) == Clock().now + 6 * HOUR


def test_a_clock_set_a_little_back_lifts_no_wait(opened):
    """A clock that is set right by a minute does not make a source due that asked to wait."""
    clock, feed = Clock(), Feed()
    feed.error = SourceError("429", retry_at=clock.now + HOUR)
    rounds = rounds_of(opened, feed, clock=clock)
    rounds.ask(feed)
    clock.now -= timedelta(minutes=1)
    assert rounds.next_at(feed) == feed.error.retry_at


def test_a_raised_budget_makes_the_source_due(opened):
    """The schedule itself, not only a round by hand, goes on when there is money again."""
    clock, feed = Clock(), Priced()
    rounds = rounds_of(opened, feed, clock=clock)
    for _ in range(6):
        rounds.ask(feed)
    assert opened.pulses()[0].retry_at == datetime(2017, 5, 1, tzinfo=START.tzinfo)
    assert rounds.next_at(feed) <= clock.now + 2 * HOUR


def test_little_money_does_not_switch_off_no_data(opened):
    """Where rounds are drawn out to weeks, a day without news is still said to be one."""
    clock, feed = Clock(START + 10 * HOUR), Priced("square")
    rounds = rounds_of(opened, feed, clock=clock)
    for _ in range(4):
        rounds.ask(feed)
    assert rounds.every_minutes(feed) > 24 * 60
    rounds.judge()
    clock.now += 2 * DAY
    told: list[str] = []
    rounds.told = told.append
    rounds.judge()
    assert [line for line in told if line.endswith(f"→ {State.NO_DATA}")] or not opened.changes(since=START)


def test_posts_prove_that_a_source_sees_though_its_probe_is_dead(opened):
    """A probe that nobody uses makes quiet hours unknown, never those in which something was counted."""
    clock, feed = Clock(START + 30 * HOUR), Feed(volume=0)
    rounds_of(opened, feed, clock=clock).once()
    assert statuses(opened) == [(Status.COMPLETE, 30)]
    assert not any(one.value for one in opened.observations(CONTROL, "square"))


def test_a_judgement_that_failed_is_made_up_for(opened, monkeypatch):
    """What was asked is judged at the next try, not only when the hour turns."""
    clock, feed = Clock(), Feed()
    rounds = rounds_of(opened, feed, clock=clock)
    rounds.ask(feed)
    assert rounds.judge_if_new()
    assert not rounds.judge_if_new()
    rounds.ask(feed)
    with monkeypatch.context() as broken:
        broken.setattr(Store, "purge", lambda *_, **__: (_ for _ in ()).throw(StoreError("busy")))
        with pytest.raises(StoreError):
            rounds.judge_if_new()
    assert rounds.judge_if_new()


def test_nobody_is_told_that_all_is_well_while_all_is_silent(opened):
    """The sign of life stops when no source has answered for twice its interval."""
    clock, feed = Clock(), Feed()
    rounds = rounds_of(opened, feed, clock=clock)
    assert not rounds.all_silent()
    rounds.ask(feed)
    feed.broken = True
    clock.now += HOUR
    rounds.ask(feed)
    assert not rounds.all_silent()
    clock.now += 2 * HOUR
    rounds.ask(feed)
    assert rounds.all_silent()


def test_a_source_that_never_answered_has_a_reason_for_every_hour(opened):
    """From its first try on, not only for the hours before each try."""
    clock, feed = Clock(), Feed()
    feed.error = SourceError("refuses access (401)", permanent=True)
    rounds = rounds_of(opened, feed, clock=clock)
    for _ in range(4):
        rounds.ask(feed)
        clock.now += 6 * HOUR
    assert statuses(opened) == [(Status.BLOCKED, 19)]


def test_another_probe_begins_another_control_series(opened):
    """A probe that is less busy than the one before is no dip of the source."""
    clock, feed = Clock(START + 20 * DAY), Feed(volume=100)
    feed.probe = "news"  # type: ignore[attr-defined]
    rounds_of(opened, feed, clock=clock).once()
    clock.now += 3 * DAY
    feed.probe, feed.volume = "small", 20  # type: ignore[attr-defined]
    rounds_of(opened, feed, clock=clock).once()
    control = opened.series(CONTROL, "square")
    assert control is not None
    assert (control.method, set(control.values)) == ("1 #small", {20.0})
    assert {span.status for span in opened.coverage("lamp", "square")} == {Status.COMPLETE}


def test_a_source_that_was_switched_off_is_not_called_silent(opened):
    """Taken out of the config, it is told by no later round; left in, its silence is told."""
    clock = Clock()
    gone, kept = Feed("gone"), Feed("kept")
    rounds_of(opened, gone, kept, clock=clock).once()
    told = list[str]()
    kept.broken = True
    for _ in range(8):
        clock.now += HOUR
        rounds_of(opened, kept, clock=clock, told=told.append).once()
    silent = [line for line in told if line.endswith(f"→ {State.NO_DATA}")]
    assert len(silent) == 1
    assert "on kept" in silent[0]

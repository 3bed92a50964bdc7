"""Rounds on a schedule: a source that fails, is slow, or a clock that is set stops nobody."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from monitor import assess, config, schedule, sources
from monitor.counting import Options
from monitor.demo import CONFIG as DEMO
from monitor.errors import StoreError
from monitor.model import HOUR, Page, State, Status
from monitor.rounds import Following, Rounds
from monitor.sources import Source, simulation
from monitor.store import Store
from tests.feeds import START, TOPICS, Feed

OPTIONS = Options(language=False, tone=False)


def rounds_of(store: Store, *feeds: Source, now: Callable[[], datetime], told: Callable[[str], None] = print) -> Rounds:
    """Rounds of feeds in which the topic `lamp` is followed."""
    return Rounds(store, Following(TOPICS, feeds, OPTIONS), clock=now, told=told)


def test_a_source_that_fails_does_not_stop_the_others(opened):
    """The failure is told and becomes a gap; the other source is counted as ever."""
    good, bad = Feed("good"), Feed("bad")
    told: list[str] = []
    bad.broken = True
    now = START + 5 * HOUR
    rounds_of(opened, bad, good, now=lambda: now, told=told.append).once()
    assert "bad: the platform did not answer" in told
    assert [span.status for span in opened.coverage("lamp", "bad")] == [Status.MISSING]
    assert sum(one.value for one in opened.observations("lamp", "good", measures=["posts"])) == 100
    assert opened.round_time() == now


def test_a_bug_in_a_source_stops_no_other_and_says_nothing_of_posts(opened):
    """An error nobody foresaw becomes a gap; its message, which may hold a post, is not repeated."""

    class Buggy(Feed):
        def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
            raise ValueError("invalid literal: 'a secret of zqtext0001canary'")

    told: list[str] = []
    now = START + 5 * HOUR
    rounds_of(opened, Buggy("bad"), Feed("good"), now=lambda: now, told=told.append).once()
    assert [line for line in told if line.startswith("bad: ")]
    assert not [line for line in told if "canary" in line]
    assert [span.status for span in opened.coverage("lamp", "bad")] == [Status.MISSING]
    assert sum(one.value for one in opened.observations("lamp", "good", measures=["posts"])) == 100


def test_a_change_is_told_once_and_an_outage_is_no_fade(opened):
    """Rounds through an outage say "no data" once, then take up the state before; nothing fades."""
    feed = Feed("square")
    told: list[str] = []
    clock = [START + 24 * HOUR]
    rounds = rounds_of(opened, feed, now=lambda: clock[0], told=told.append)
    for hour in range(24, 24 * 12):
        feed.broken = 24 * 10 <= hour < 24 * 10 + 30
        clock[0] = START + hour * HOUR
        rounds.once()
    changes = [line.rpartition(": ")[2] for line in told if "→" in line]
    assert changes.count(f"{State.STEADY} → {State.NO_DATA}") == 1
    assert changes.count(f"{State.NO_DATA} → {State.STEADY}") >= 1
    assert not any("fading" in change for change in changes)


def test_a_flood_by_one_account_is_no_rise_and_its_end_no_fade(opened):
    """Ten hours of eighty posts by one account change no state, and how many were left out is told."""
    feed = Feed("square")
    told: list[str] = []
    clock = [START + 24 * 12 * HOUR]
    rounds = rounds_of(opened, feed, now=lambda: clock[0], told=told.append)
    rounds.once()
    feed.flood = True
    clock[0] += 10 * HOUR
    rounds.once()
    left_out = assess.views(opened, topics=TOPICS, now=clock[0])[0].leading.left_out
    feed.flood = False
    for _ in range(12):
        clock[0] += 6 * HOUR
        rounds.once()
    assert left_out == 10 * 77
    assert not [line for line in told if "rising" in line or "fading" in line]


def test_the_scheduler_runs_rounds_until_it_is_told_to_stop(opened):
    """A round at once, more at the interval, and a clean end."""
    rounds: list[float] = []
    stop = threading.Event()

    class Counting(Feed):
        def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
            rounds.append(time.monotonic())
            if len(rounds) == 3:
                stop.set()
            yield Page(cursor="1")

    began = time.monotonic()
    following = Following(TOPICS, [Counting()], OPTIONS)
    schedule.keep_going(Rounds(opened, following, stopped=stop.is_set), every_seconds=0.2)
    assert len(rounds) >= 3
    assert rounds[0] - began < 10


def test_an_outage_of_the_story_is_no_data_while_it_lasts(tmp_path):
    """The demo's leading source says "no data" during its outage, and what it was before afterwards."""
    chosen = config.load(DEMO, sources=sources.settings())
    store = Store.open(f"sqlite:///{tmp_path}/demo.db")
    clock, topics = [simulation.STORY_START + timedelta(days=59)], chosen.topics[:1]
    feeds = sources.build(chosen.sources, topics)
    rounds = Rounds(store, Following(topics, feeds, OPTIONS), clock=lambda: clock[0])
    states = []
    for _ in range(12):
        rounds.once()
        now = assess.present(store, chosen.sources, now=datetime.now(UTC))
        states.append(assess.views(store, topics=topics, now=now)[0].leading.assessment.state)
        clock[0] += 6 * HOUR
    assert State.NO_DATA in states
    assert State.FADING not in states[states.index(State.NO_DATA) :]
    assert states[-1] is State.STEADY
    store.close()


def test_after_the_second_wave_the_story_ends_calm(tmp_path):
    """Neither the flood of June nor a May that was louder makes a fade of the quiet weeks after the waves."""
    chosen = config.load(DEMO, sources=sources.settings())
    topics = chosen.topics[:1]
    store = Store.open(f"sqlite:///{tmp_path}/demo.db")
    feeds = sources.build(chosen.sources, topics)
    Rounds(store, Following(topics, feeds, OPTIONS), clock=lambda: simulation.STORY_END).once()
    changes = assess.views(store, topics=topics, now=simulation.STORY_END)[0].leading.assessment.changes
    store.close()
    faded = [change.at for change in changes if change.to is State.FADING]
    assert [at.month for at in faded][:2] == [4, 5]
    assert max(faded) < datetime(2017, 6, 1, tzinfo=UTC)


@pytest.mark.parametrize("step", [timedelta(hours=1), timedelta(days=1), timedelta(hours=-1), timedelta(days=-1)])
def test_a_clock_that_is_set_delays_no_round(opened, step):
    """However far the machine's clock jumps, the next round comes at once and the jump is told."""
    offset, stop = [timedelta()], threading.Event()
    feed, told = Feed(), list[str]()

    began = time.monotonic()

    def clock() -> datetime:
        return START + 5 * HOUR + offset[0] + timedelta(seconds=time.monotonic() - began)

    rounds = Rounds(opened, Following(TOPICS, [feed], OPTIONS), clock=clock, told=told.append, stopped=stop.is_set)
    thread = threading.Thread(target=schedule.keep_going, args=(rounds,), daemon=True)
    thread.start()
    for _ in range(500):
        if opened.pulses():
            break
        time.sleep(0.02)
    offset[0] = step
    for _ in range(500):
        if len(feed.asked) > 1:
            break
        time.sleep(0.02)
    stop.set()
    thread.join(timeout=10)
    assert len(feed.asked) >= 2
    assert any("the clock moved" in line for line in told)


def test_a_slow_source_delays_no_other(opened):
    """While one source takes its time, another goes through its rounds."""
    stop, slow_is_asked = threading.Event(), threading.Event()
    quick = Feed("quick")

    class Slow(Feed):
        def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
            slow_is_asked.set()
            stop.wait(timeout=20)
            yield Page(cursor="1")

    following = Following(TOPICS, [Slow("slow"), quick], OPTIONS)
    rounds = Rounds(opened, following, clock=lambda: START + HOUR, stopped=stop.is_set)
    thread = threading.Thread(target=schedule.keep_going, args=(rounds,), kwargs={"every_seconds": 0.1}, daemon=True)
    thread.start()
    assert slow_is_asked.wait(timeout=10)
    for _ in range(300):
        if len(quick.asked) >= 3:
            break
        time.sleep(0.02)
    rounds_meanwhile = len(quick.asked)
    stop.set()
    thread.join(timeout=10)
    assert rounds_meanwhile >= 3


def test_a_store_that_cannot_be_written_stops_no_schedule(opened, monkeypatch):
    """A full disk is told; when there is room again, rounds go on where they were."""
    feed, told = Feed(), list[str]()
    rounds = rounds_of(opened, feed, now=lambda: START + 3 * HOUR, told=told.append)

    def full(*_: object, **__: object) -> None:
        raise StoreError("cannot write to the store: database or disk is full; what was stored before is safe")

    with monkeypatch.context() as broken:
        broken.setattr(Store, "recording", full)
        assert rounds.ask(feed) is None
    assert told == ["square: cannot write to the store: database or disk is full; what was stored before is safe"]
    assert rounds.ask(feed) is not None
    assert opened.coverage("lamp", "square")[0].status is Status.COMPLETE

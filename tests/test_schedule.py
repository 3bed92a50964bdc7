"""Rounds on a schedule: a source that fails stops nobody, and only one scheduler runs."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitor import assess, config, schedule, sources
from monitor.collect import Counter
from monitor.counting import Options
from monitor.demo import CONFIG as DEMO
from monitor.errors import SourceError, StoreError
from monitor.model import HOUR, Coverage, Page, Post, State, Status, Term, TermKind, Topic
from monitor.sources import simulation
from monitor.store import Store

START = datetime(2017, 4, 1, tzinfo=UTC)
TOPICS = (Topic("lamp", "Topic 1", (Term(TermKind.TAG, "Lamp"),)),)
COUNTER = Counter.of(TOPICS, Options(language=False, tone=False))


class Feed:
    """An invented source with twenty posts an hour; while `broken` it does not answer."""

    method, lag_hours = "1", 0

    def __init__(self, name: str) -> None:
        self.name, self.broken, self.flood = name, False, False

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """A page an hour, from the cursor to now."""
        if self.broken:
            raise SourceError("the platform did not answer")
        hour = datetime.fromisoformat(cursor) if cursor else START
        while hour + HOUR <= now:
            authors = [f"a{n}" for n in range(20)] + ["loud"] * (80 if self.flood else 0)
            at = hour + timedelta(minutes=5)
            posts = tuple(Post(f"{hour} {n}", author, at, "#lamp") for n, author in enumerate(authors))
            hour += HOUR
            yield Page(posts, hour.isoformat(), coverage=(Coverage(hour - HOUR, hour, Status.COMPLETE),))


@pytest.fixture
def opened(tmp_path) -> Iterator[Store]:
    """An empty store."""
    store = Store.open(f"sqlite:///{tmp_path}/monitor.db")
    yield store
    store.close()


def test_a_source_that_fails_does_not_stop_the_others(opened):
    """The failure is told and becomes a gap; the other source is counted as ever."""
    good, bad = Feed("good"), Feed("bad")
    told: list[str] = []
    bad.broken = True
    now = START + 5 * HOUR
    schedule.Rounds(opened, [bad, good], COUNTER, clock=lambda: now, told=told.append).once()
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
    schedule.Rounds(opened, [Buggy("bad"), Feed("good")], COUNTER, clock=lambda: now, told=told.append).once()
    assert [line for line in told if line.startswith("bad: ")]
    assert not [line for line in told if "canary" in line]
    assert [span.status for span in opened.coverage("lamp", "bad")] == [Status.MISSING]
    assert sum(one.value for one in opened.observations("lamp", "good", measures=["posts"])) == 100


def test_a_change_is_told_once_and_an_outage_is_no_fade(opened):
    """Rounds through an outage say "no data" once, then take up the state before; nothing fades."""
    feed = Feed("square")
    told: list[str] = []
    clock = [START + 24 * HOUR]
    rounds = schedule.Rounds(opened, [feed], COUNTER, clock=lambda: clock[0], told=told.append)
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
    rounds = schedule.Rounds(opened, [feed], COUNTER, clock=lambda: clock[0], told=told.append)
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


def test_two_schedulers_cannot_share_a_store(tmp_path):
    """The second one is refused with a word that says what to do."""
    lock = tmp_path / "deep" / "monitor.lock"
    with schedule.only_one(lock), pytest.raises(StoreError, match="already collects"), schedule.only_one(lock):
        pass
    with schedule.only_one(lock):
        pass


def test_the_scheduler_runs_rounds_until_it_is_told_to_stop(opened):
    """A round at once, more at the interval, and a clean end."""
    rounds: list[float] = []
    stop = threading.Event()

    class Counting(schedule.Rounds):
        def once(self) -> None:
            rounds.append(time.monotonic())
            if len(rounds) == 3:
                stop.set()

    began = time.monotonic()
    schedule.keep_going(Counting(opened, [], COUNTER), every_seconds=0.2, stopped=stop.is_set)
    assert len(rounds) >= 3
    assert rounds[0] - began < 10


def held(lock: Path) -> bool:
    """Whether somebody holds the lock."""
    try:
        with schedule.only_one(lock):
            return False
    except StoreError:
        return True


def test_a_second_run_on_the_same_store_refuses(tmp_path):
    """Started twice by mistake, the second `monitor schedule` exits with 2 and the first goes on."""
    config = tmp_path / "config.yaml"
    config.write_text("topics: {lamp: {tags: [Lamp]}}\n", encoding="utf-8")
    command = [sys.executable, "-m", "monitor.cli", "schedule", "--config", str(config), "--every", "60"]
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    with subprocess.Popen(command, env=environ, stderr=subprocess.DEVNULL) as first:
        lock = tmp_path / "data" / "monitor.lock"
        for _ in range(400):
            if lock.exists() and held(lock):
                break
            time.sleep(0.05)
        second = subprocess.run(command, env=environ, capture_output=True, text=True, check=False, timeout=30)
        assert (second.returncode, "already collects" in second.stderr) == (2, True)
        assert first.poll() is None
        first.send_signal(signal.SIGTERM)
        assert first.wait(timeout=15) == 0


def test_an_outage_of_the_story_is_no_data_while_it_lasts(tmp_path):
    """The demo's leading source says "no data" during its outage, and what it was before afterwards."""
    chosen = config.load(DEMO, sources=sources.settings())
    store = Store.open(f"sqlite:///{tmp_path}/demo.db")
    clock, topics = [simulation.STORY_START + timedelta(days=59)], chosen.topics[:1]
    feeds = sources.build(chosen.sources, topics)
    counter = Counter.of(topics, Options(language=False, tone=False))
    rounds = schedule.Rounds(store, feeds, counter, clock=lambda: clock[0], told=lambda line: None)
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
    counter = Counter.of(topics, Options(language=False, tone=False))
    feeds = sources.build(chosen.sources, topics)
    schedule.Rounds(store, feeds, counter, clock=lambda: simulation.STORY_END, told=lambda line: None).once()
    changes = assess.views(store, topics=topics, now=simulation.STORY_END)[0].leading.assessment.changes
    store.close()
    faded = [change.at for change in changes if change.to is State.FADING]
    assert [at.month for at in faded][:2] == [4, 5]
    assert max(faded) < datetime(2017, 6, 1, tzinfo=UTC)

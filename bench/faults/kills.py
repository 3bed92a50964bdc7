"""R1: nothing lost, nothing twice. A collector that is killed at random moments counts what one that lives would."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from monitor import sources
from monitor.counting import Options
from monitor.model import HOUR, Status
from monitor.rounds import Following, Rounds
from monitor.store import Store

from .figure import Figure, progress
from .postgresql import databases
from .timeline import TAGS, TOPICS, Moment, Timeline, in_its_own_process

START = datetime(2026, 1, 5, tzinfo=UTC)
_FIRST_LOOK = timedelta(days=7)
_TO_THE_END = timedelta(hours=9)  # late posts have had their time


@dataclass(frozen=True, slots=True)
class Size:
    """How many posts over how many days, how often the collector is killed, and the hours from round to round."""

    posts: int = 60_000
    days: int = 60
    kills: int = 200
    round_hours: int = 12


@dataclass(frozen=True, slots=True)
class Tried:
    """What became of it: killed so often, and what differs from the truth."""

    killed: int
    served: int
    lost: int
    double: int
    people: int
    unknown_hours: int
    changes_twice: int
    broken: str

    @property
    def clean(self) -> bool:
        """Whether nothing differs."""
        return not (self.lost or self.double or self.people or self.unknown_hours or self.changes_twice or self.broken)


def torture(url: str, size: Size, *, seed: int = 1) -> Tried:
    """Collect a platform's posts with a process that is killed again and again, and compare hour by hour."""
    now = Moment(START + _FIRST_LOOK)
    timeline = Timeline(START, size.days, size.posts, now)
    end = START + timedelta(days=size.days) + _TO_THE_END
    with in_its_own_process(timeline) as address:
        settings = sources.settings()["mastodon"](instances=(address,), allow_private=True, probe=None)

        def collect(until: datetime) -> None:
            """Rounds up to a time, and then again and again at it; up to the end, and no more."""
            store = Store.open(url)
            rounds = Rounds(store, Following(TOPICS, sources.build({"mastodon": settings}, TOPICS), _PLAIN), now)
            while True:
                rounds.once()
                if now() >= end:
                    break
                now.set(min(now() + size.round_hours * HOUR, until))
            store.close()

        killed = _killing(collect, size.kills, now, end - 2 * HOUR, random.Random(seed))
        last = os.fork()
        if last == 0:
            _child(lambda: collect(end))
        _, code = os.waitpid(last, 0)
    name = sources.build({"mastodon": settings}, TOPICS)[0].name
    return _compared(url, name, timeline, end=end, killed=killed, broken="" if code == 0 else "the last round failed")


_PLAIN = Options(language=False, tone=False)


def _killing(work: Callable[[datetime], None], kills: int, now: Moment, end: datetime, chance: random.Random) -> int:
    """Kill the work so many times, at moments spread over all of it; how often it was killed while it worked."""
    killed, life, began = 0, 0.3, now()
    while killed < kills:
        until = began + (end - began) * (killed + 1) / kills  # no further than this kill's share of the time
        child = os.fork()
        if child == 0:
            _child(lambda until=until: work(until))  # type: ignore[misc]
        time.sleep(chance.uniform(0, 2 * life))
        os.kill(child, signal.SIGKILL)
        _, code = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(code)
        life = min(life * 1.2, 5.0) if now() < until else max(life * 0.8, 0.05)
        if killed % 25 == 0:
            progress(f"R1: {killed} kills, up to {now():%d %B}")
    return killed


def _child(work: Callable[[], None]) -> None:
    """Do the work in this forked process, and end it without the parent's own endings."""
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


def _compared(url: str, source: str, timeline: Timeline, *, end: datetime, killed: int, broken: str) -> Tried:
    store = Store.open(url)
    lost = double = people = unknown = 0
    whole = end.replace(minute=0, second=0, microsecond=0) - 3 * HOUR
    for tag in TAGS:
        topic = tag.lower()
        spans = store.coverage(topic, source)
        known = {span.start + n * HOUR for span in spans for n in range((span.end - span.start) // HOUR)}
        complete = {
            span.start + n * HOUR
            for span in spans
            if span.status is Status.COMPLETE
            for n in range((span.end - span.start) // HOUR)
        }
        unknown += sum(hour not in complete for hour in known if hour < whole)
        truth = timeline.posts(tag, until=end)
        counted = _hourly(store, topic, source, "posts")
        lost += sum(max(truth[hour] - counted.get(hour, 0), 0) for hour in truth)
        double += sum(max(counted[hour] - truth.get(hour, 0), 0) for hour in counted)
        told = _hourly(store, topic, source, "people")
        who = timeline.people(tag, until=end)
        people += sum(abs(who.get(hour, 0) - told.get(hour, 0)) for hour in {*who, *told})
    store.close()
    twice, damage = _inside(url)
    return Tried(killed, timeline.now.served, lost, double, people, unknown, twice, broken or damage)


def _hourly(store: Store, topic: str, source: str, measure: str) -> Mapping[datetime, int]:
    found = store.observations(topic, source, measures=[measure])
    return {one.bucket: int(one.value) for one in found if one.bucket_hours == 1}


def _inside(url: str) -> tuple[int, str]:
    """Changes of state that are stored twice, and what SQLite finds wrong with its file."""
    if not url.startswith("sqlite:///"):
        return 0, ""
    with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
        once, every = connection.execute(
            "SELECT count(DISTINCT topic || source || at || after), count(*) FROM change"
        ).fetchone()
        health = connection.execute("PRAGMA integrity_check").fetchone()[0]
    return every - once, "" if health == "ok" else str(health)


def run(*, size: Size | None = None, postgresql: Size | None = None) -> list[Figure]:
    """The figures of R1, on SQLite and, where it is installed, on PostgreSQL."""
    size = size or Size()
    with tempfile.TemporaryDirectory() as folder:
        found = [_figure("SQLite", torture(f"sqlite:///{Path(folder)}/monitor.db", size), size)]
    if postgresql is not None:
        with databases() as new:
            if new is not None:
                found.append(_figure("PostgreSQL", torture(new("kills"), postgresql), postgresql))
    return found


def _figure(engine: str, tried: Tried, size: Size) -> Figure:
    held = tried.clean and tried.killed >= size.kills
    said = (
        f"{tried.lost} lost, {tried.double} double of {size.posts:,} posts ({tried.served:,} were handed out, pages "
        f"overlap), {tried.people} people wrong, after {tried.killed} kills"
    )
    more = f"; {tried.unknown_hours} hours not complete, {tried.changes_twice} changes twice {tried.broken}"
    return Figure(f"R1 nothing lost, nothing twice ({engine})", held, said + ("" if tried.clean else more))

"""R6: if Monitor dies or sees nothing, somebody knows. R7: times are right whatever the clocks do."""

from __future__ import annotations

import os
import random
import signal
import time as real
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock
from zoneinfo import ZoneInfo

from bench.bench_times import fed, walked
from bench.faults.loopback import Reply, serving
from bench.faults.square import TOPICS, SquareSource
from bench.faults.story import START, Story
from monitor import assess, local
from monitor.counting import Options
from monitor.heartbeat import Heartbeat
from monitor.model import HOUR, State
from monitor.rounds import Following, Rounds
from monitor.schedule import keep_going
from monitor.store import Store
from tests.zones import ZONES

from .proof import Proof, Shown

_HOUR_SECONDS = 1.0  # an hour of the story in real seconds
_BEATS_AN_HOUR = 12
_FIRST_HOUR = 200
_SETTLE_SECONDS = 0.2
_HARDEST = (
    "Africa/Casablanca",
    "America/St_Johns",
    "Asia/Gaza",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Pacific/Apia",
)


class _Watcher:
    """Who is pinged: when each ping came."""

    def __init__(self) -> None:
        self.pings: list[float] = []

    def answer(self, _: str) -> Reply:
        """Take a ping."""
        self.pings.append(real.monotonic())
        return Reply(b"OK")

    def since(self, moment: float) -> int:
        """How many came after a moment."""
        return sum(ping > moment for ping in self.pings)


def _clock(began: float) -> datetime:
    hours = (real.monotonic() - began) / _HOUR_SECONDS
    return START + (_FIRST_HOUR + hours) * HOUR


def _noticed(size: int) -> Shown:
    """Let a collector live for some hours, blind its platform or kill it, and see who notices."""
    chance, beats, late, unsaid, early = random.Random(6), 0, 0, 0, 0
    for number in range(size):
        with TemporaryDirectory() as folder:
            blind = number % 2 == 0
            found = _lived(Path(folder) / "monitor.db", chance.uniform(3.0, 4.0), blind=blind)
        beats, late = beats + found[0], late + found[1]
        early, unsaid = early + found[2], unsaid + found[3]
    held = beats >= 10 * size and not late and not early and not unsaid
    said = f"{beats} signs of life before, {late} after somebody should have noticed; the page said `no data` "
    return Shown(held, said + f"after two rounds {size - unsaid} of {size} times, too early {early} times")


def _lived(path: Path, hours: float, *, blind: bool) -> tuple[int, int, int, int]:
    """Signs of life before and after the end, and whether `no data` was said too early or not at all."""
    watcher, began = _Watcher(), real.monotonic()
    now = partial(_clock, began)
    square = Story.told(0).square([START])
    square.now = now
    with serving(square.answer) as platform, serving(watcher.answer) as address:
        child = os.fork()
        if child == 0:
            _live(path, platform, address, now)
        real.sleep(hours * _HOUR_SECONDS)
        end = now()
        if blind:
            square.fault = "5xx"
            real.sleep(2.5 * _HOUR_SECONDS)  # twice its interval, and a judgement
        else:
            os.kill(child, signal.SIGKILL)
            real.sleep(_SETTLE_SECONDS)
        before, quiet = len(watcher.pings), real.monotonic()
        real.sleep(1.0 * _HOUR_SECONDS)
        late = watcher.since(quiet)
        if blind:
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    states = [_standing(path, end + ahead) for ahead in (timedelta(minutes=30), 4 * HOUR)]
    return before, late, states[0] is State.NO_DATA, states[1] is not State.NO_DATA


def _live(path: Path, platform: str, address: str, now: Callable[[], datetime]) -> None:
    """Collect, judge and give signs of life, in this forked process, until it is killed."""
    try:
        store = Store.open(f"sqlite:///{path}")
        source = SquareSource(platform, START)
        rounds = Rounds(store, Following(TOPICS, [source], Options(False, False)), now)
        keep_going(
            rounds, every_seconds=_HOUR_SECONDS / _BEATS_AN_HOUR, heartbeat=Heartbeat(address, allow_private=True)
        )
    finally:
        os._exit(1)


def _standing(path: Path, at: datetime) -> State:
    """What a page says of the topic at a moment."""
    store = Store.open(f"sqlite:///{path}")
    try:
        (view,) = assess.views(store, topics=TOPICS, now=at)
        return view.leading.assessment.state
    finally:
        store.close()


def _beating_on() -> AbstractContextManager[object]:
    return mock.patch.object(Rounds, "all_silent", return_value=False)


def _in_time(size: int) -> Shown:
    """Every day, every week and every push of so many zones."""
    chosen = sorted(ZONES, key=lambda name: name not in _HARDEST)[:size]
    times, wrong = 0, []
    for name in chosen:
        for walk in (walked, fed):
            looked, right = walk(name)
            times += looked
            wrong += [] if right else [name]
    said = (
        f"{times:,} daily, weekly and push times from 2007 to 2037, wrong in {len(set(wrong))} of {len(chosen)} zones"
    )
    return Shown(not wrong and times > 10_000 * len(chosen), said)


def _as_it_stands() -> AbstractContextManager[object]:
    def once(wall: datetime, place: ZoneInfo) -> tuple[datetime, ...]:
        return (wall.replace(tzinfo=place).astimezone(UTC),)

    return mock.patch.object(local, "_meant", once)


PROOFS: tuple[Proof, ...] = (
    Proof(
        "R6",
        "if Monitor dies or sees nothing, somebody knows",
        _noticed,
        2,
        40,
        "ends, by death or by silence",
        "the sign of life goes on while no source answers",
        _beating_on,
        1,
    ),
    Proof(
        "R7",
        "push times are right across every change of clock",
        _in_time,
        6,
        len(ZONES),
        "zones",
        "a time that the clocks jump over is taken as it stands",
        _as_it_stands,
        2,
    ),
)

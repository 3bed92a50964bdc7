"""A clock that is set wrong: nothing is called seen that was not, it is said in words, and nothing is lost."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np
import stamina

from monitor.counting import Options
from monitor.model import DAY, HOUR, Status
from monitor.rounds import Following, Rounds
from monitor.store import Store

from .figure import Figure
from .loopback import serving
from .square import TOPICS, Square, SquareSource

STEPS = (HOUR, -HOUR, DAY, -DAY)
START = datetime(2026, 1, 5, tzinfo=UTC)
_BEFORE_H, _WRONG_H, _AFTER_H = 3 * 24, 5, 26
_TELLING = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Stepped:
    """What a step of the clock did: hours called complete that were not over, words, and what was wrong in the end."""

    unseen: int
    worded: bool
    missing: int
    differing: int

    @property
    def clean(self) -> bool:
        """Whether nothing came of it."""
        return self.worded and not (self.unseen or self.missing or self.differing)


def step(by: timedelta, *, seed: int = 3) -> Stepped:
    """Rounds each half hour; for five hours the clock is wrong, then it is set right."""
    hours = _BEFORE_H + _WRONG_H + _AFTER_H
    rng = np.random.default_rng(seed)
    posts = {START + n * HOUR: int(value) for n, value in enumerate(rng.poisson(12, hours + 48))}
    true, wrong = [START], [timedelta()]
    square = Square(posts, dict.fromkeys(posts, 300), lambda: true[0])
    told: list[str] = []
    unseen = 0
    with tempfile.TemporaryDirectory() as folder, serving(square.answer) as address:
        store, source = Store.open(f"sqlite:///{folder}/monitor.db"), SquareSource(address, START, every_minutes=30)
        following = Following(TOPICS, [source], Options(False, False))
        rounds = Rounds(store, following, lambda: true[0] + wrong[0], told.append)
        with stamina.set_testing(True, attempts=2):
            for at in _moments(hours):
                inside = _BEFORE_H * HOUR <= at - START < (_BEFORE_H + _WRONG_H) * HOUR
                true[0], wrong[0] = at, by if inside else timedelta()
                if rounds.next_at(source) <= rounds.clock():
                    rounds.ask(source)
                rounds.judge_if_new()
                unseen += _not_over(store, at)
        found = _compared(store, square, true[0])
        source.close()
        store.close()
    return Stepped(unseen, any("clock" in line for line in told), *found)


def _moments(hours: int) -> list[datetime]:
    """Every six hours while all is well, then every half hour."""
    early = [START + n * HOUR + _TELLING for n in range(6, _BEFORE_H - 6, 6)]
    late = [START + (_BEFORE_H - 6) * HOUR + _TELLING + n * HOUR / 2 for n in range((hours - _BEFORE_H + 6) * 2)]
    return early + late


def _not_over(store: Store, at: datetime) -> int:
    """Hours that are called complete though they are not over by the true clock."""
    spans = store.coverage("lanterns", "square", since=at - 2 * HOUR)
    return sum(span.status is Status.COMPLETE and span.end > at for span in spans)


def _compared(store: Store, square: Square, now: datetime) -> tuple[int, int]:
    """Hours that are not complete, and hours whose number is not the true one."""
    series = store.series("lanterns", "square")
    if series is None:
        return -1, -1
    over = (now - series.start) // HOUR
    missing = over - int(series.complete[:over].sum())
    true = np.array([square.posts[series.start + n * HOUR] for n in range(over)], dtype=float)
    differing = int((series.values[:over] != true).sum())
    return missing, differing


def run() -> list[Figure]:
    """The figure of clock steps."""
    found = {by: step(by) for by in STEPS}
    bad = [f"{_words(by)}: {one}" for by, one in found.items() if not one.clean]
    steps = ", ".join(map(_words, found))
    said = (
        f"{steps}: {len(found) - len(bad)} of {len(found)} told in words, nothing unseen called complete, all made up"
    )
    return [Figure("clock steps end in words and a clean resume", not bad, said + "".join(f"; {one}" for one in bad))]


def _words(by: timedelta) -> str:
    return f"{'+' if by > timedelta() else '-'}{abs(by) // HOUR} h"

"""A lively series on an invented square, and the rounds that follow it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Thread

import numpy as np
import stamina

from monitor.counting import Options
from monitor.model import HOUR
from monitor.rounds import Following, Rounds
from monitor.store import Store

from .loopback import Reply, address_of, server
from .square import NOWHERE, TOPICS, Square, SquareSource, no_such_name

START = datetime(2026, 1, 5, tzinfo=UTC)
STORIES, STARTS, STEP_H = 5, 73, 7  # 365 start hours, each hour of the day and of the week among them
WARM_H = 14 * 24
HOURS = WARM_H + STARTS * STEP_H + 72 + 49


@dataclass(frozen=True, slots=True)
class Story:
    """A series, its square's volume, and the fades that come in it without any outage."""

    seed: int
    posts: np.ndarray[tuple[int], np.dtype[np.int64]]
    volume: np.ndarray[tuple[int], np.dtype[np.int64]]

    @classmethod
    def told(cls, seed: int) -> Story:
        """Six waves of different height and half-life on a rhythm of day and week, as counts that vary too much."""
        rng = np.random.default_rng(seed)
        hours = np.arange(HOURS)
        level = np.full(HOURS, 60.0)
        for begins in np.sort(rng.integers(6 * 24, HOURS - 48, 6)):
            since = (hours - begins) / 24
            height, half_life = rng.uniform(500, 2500), rng.uniform(0.5, 3.0)
            level += np.where(
                since >= 0, height * np.minimum(since * 3, 1) * 2 ** (-np.maximum(since, 0) / half_life), 0
            )
        rhythm = 1 + 0.65 * np.sin((hours % 24 - 9) / 24 * 2 * np.pi)
        week = np.where(hours // 24 % 7 >= 5, 0.85, 1.05)
        posts = rng.poisson(rng.gamma(8.0, level / 24 * rhythm * week / 8.0))
        return cls(seed, posts, rng.poisson((60 if seed % 2 else 400) * rhythm))

    def square(self, now: list[datetime]) -> Square:
        """The platform on which it is told."""
        times = [START + n * HOUR for n in range(HOURS)]
        posts = dict(zip(times, self.posts.tolist(), strict=True))
        return Square(posts, dict(zip(times, self.volume.tolist(), strict=True)), lambda: now[0])


@dataclass(slots=True)
class World:
    """A store, a square, and the rounds between them at a clock set by hand."""

    store: Store
    square: Square
    source: SquareSource
    address: str
    now: list[datetime]
    rounds: Rounds = field(init=False)

    def __post_init__(self) -> None:
        self.rounds = Rounds(self.store, Following(TOPICS, [self.source], Options(False, False)), lambda: self.now[0])

    def round(self, at: datetime, *, judge: bool) -> None:
        """Ask if it is time, and judge."""
        self.now[0] = at
        if self.rounds.next_at(self.source) <= at:
            self.rounds.ask(self.source)
        if judge:
            self.rounds.judge()

    def fails(self, kind: str | None) -> None:
        """From now on the square fails so, or not at all."""
        self.square.fault = kind
        self.source.address = NOWHERE if kind == "dns" else self.address
        self.source.patience_seconds = 0.005 if kind == "timeout" else 5.0


@contextmanager
def world(story: Story, path: Path, *, forgets: bool) -> Iterator[World]:
    """Everything there is, over a store at `path`."""
    now = [START]
    square = story.square(now)
    store = Store.open(f"sqlite:///{path}")
    with no_such_name(), stamina.set_testing(True, attempts=2):
        address = _door(square)
        source = SquareSource(address, START, remembers_hours=1 if forgets else 720)
        try:
            yield World(store, square, source, address, now)
        finally:
            source.close()
            store.close()


@cache
def _server() -> tuple[str, list[Square]]:
    """One server for all that a process tries: starting one costs more than a round."""
    squares: list[Square] = []

    def answer(path: str) -> Reply:
        return squares[-1].answer(path)

    made = server(answer)
    Thread(target=made.serve_forever, daemon=True).start()
    return address_of(made), squares


def _door(square: Square) -> str:
    address, squares = _server()
    squares[:] = [square]
    return address

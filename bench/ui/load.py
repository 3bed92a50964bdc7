"""A hundred people at once: each clicks every half a minute while their pages refresh by themselves.

The readers run in this process, on the same two cores as the dashboard.
"""

from __future__ import annotations

import asyncio
import random
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.faults.figure import Figure, progress

from . import clients, serving, stores
from .clients import Reader

SESSIONS = 100
EVERY_SECONDS = 30.0
REACH_SECONDS = 1.5
REACH_RATIO = 0.1
_OTHER_LANGUAGE = 0.2  # of all clicks; the others go to another page


@dataclass(frozen=True, slots=True)
class Crowded:
    """What a hundred readers waited: seconds of every click and of every refresh, and what went wrong."""

    clicks: tuple[float, ...]
    refreshes: tuple[float, ...]
    failures: int
    megabytes: float

    @property
    def p95(self) -> float:
        """The seconds that nineteen of twenty clicks took at most."""
        return float(np.percentile(self.clicks, 95)) if self.clicks else float("inf")

    def __str__(self) -> str:
        """The figures in a line."""
        half = float(np.median(self.clicks)) if self.clicks else float("nan")
        behind = float(np.percentile(self.refreshes, 95)) if self.refreshes else float("nan")
        return (
            f"p50 {half:.2f} s, p95 {self.p95:.2f} s of {len(self.clicks)} clicks; refreshes p95 {behind:.2f} s of "
            f"{len(self.refreshes)}; {self.failures} failed; {self.megabytes:.0f} MB sent"
        )


def run(*, rounds: int = 4, sessions: int = SESSIONS) -> list[Figure]:
    """Row 3: the ordinary store."""
    found = crowd_on(stores.ORDINARY, rounds=rounds, sessions=sessions)
    held = found.p95 <= REACH_SECONDS and not found.failures
    return [Figure(f"{sessions} sessions, a click each 30 s, p95 ≤ {REACH_SECONDS} s", held, str(found))]


def run_large(*, rounds: int = 4, sessions: int = SESSIONS) -> list[Figure]:
    """Row 4: the same with the roll-ups of ten million posts, beside the ordinary store.

    Each is served twice, in the order small, large, large, small: what else the machine does slows both alike.
    """
    order = (stores.ORDINARY, stores.TEN_MILLION, stores.TEN_MILLION, stores.ORDINARY)
    served = [crowd_on(shape, rounds=rounds, sessions=sessions) for shape in order]
    small, large = _together(served[0], served[3]), _together(served[1], served[2])
    ratio = large.p95 / small.p95
    held = ratio <= 1 + REACH_RATIO and not large.failures
    said = f"ratio {ratio:.2f}; ordinary: {small}; ten million: {large}"
    return [Figure("the same with the roll-ups of 10 million posts, p95 unchanged ± 10%", held, said)]


def _together(one: Crowded, other: Crowded) -> Crowded:
    """The clicks of two servings as of one."""
    return Crowded(
        one.clicks + other.clicks,
        one.refreshes + other.refreshes,
        one.failures + other.failures,
        one.megabytes + other.megabytes,
    )


def crowd_on(shape: stores.Shape, *, rounds: int, sessions: int) -> Crowded:
    """What readers wait on a store of a shape, once one of them has seen every page."""
    with tempfile.TemporaryDirectory(prefix="monitor-bench-") as folder:
        config, posts = stores.write(Path(folder), shape)
        progress(f"a store of {posts:,} posts as roll-ups is written")
        with serving.dashboard(config) as url:
            return asyncio.run(_crowd(url, rounds, sessions))


async def _crowd(url: str, rounds: int, sessions: int) -> Crowded:
    began = time.perf_counter()
    first, listening = await clients.arrive(url)
    await first.open()
    progress(f"the first page of all took {time.perf_counter() - began:.1f} s")
    for number in range(2 * len(serving.PAGES)):
        if number == len(serving.PAGES):
            await first.speak_another()
        await first.go_to(number)
    progress("each page for the first time: " + " ".join(f"{one:.2f}" for one in first.clicks) + " s")
    await first.close()
    listening.cancel()
    chance = random.Random(7)
    visits = [_visit(url, chance.random() * EVERY_SECONDS, rounds, chance.randrange(10**6)) for _ in range(sessions)]
    readers = await asyncio.gather(*visits)
    return Crowded(
        tuple(seconds for reader in readers for seconds in reader.clicks),
        tuple(seconds for reader in readers for seconds in reader.refreshes),
        sum(reader.failures for reader in readers),
        sum(reader.received for reader in readers) / 1e6,
    )


async def _visit(url: str, delay_seconds: float, rounds: int, seed: int) -> Reader:
    """One reader: comes at some moment, then clicks every half a minute; nobody leaves before the others are done."""
    chance = random.Random(seed)
    await asyncio.sleep(delay_seconds)
    reader, listening = await clients.arrive(url)
    await reader.open()
    await asyncio.sleep(EVERY_SECONDS - delay_seconds + chance.random() * EVERY_SECONDS)
    for _ in range(rounds):
        due = time.perf_counter() + EVERY_SECONDS
        if chance.random() < _OTHER_LANGUAGE:
            await reader.speak_another()
        else:
            await reader.go_to(chance.randrange(len(serving.PAGES)))
        await asyncio.sleep(max(due - time.perf_counter(), 0))
    await reader.close()
    listening.cancel()
    return reader

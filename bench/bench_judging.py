"""How fast series are judged: a replay from the beginning, and one hour more after a day, a month, a year.

usage: python -m bench.bench_judging [SERIES_DIR]

Without a folder the series are invented: five topics of a hundred posts a day with a wave every few weeks.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import process_time

import numpy as np

from monitor.attention.series import known
from monitor.backtest import read
from monitor.judge import Replay
from monitor.model import Series

START = datetime(2024, 1, 1, tzinfo=UTC)
YEAR_H = 365 * 24


def main() -> None:
    """Print hours a second of a replay, and milliseconds for the next hour."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    files = sorted(folder.glob("*.csv")) if folder else []
    series = [read(path) for path in files] or [invented(seed) for seed in range(5)]
    hours = sum(len(one.values) for one in series)
    replays = [Replay(one.start) for one in series]
    judging = sum(seconds(replay.follow, *known(one)) for replay, one in zip(replays, series, strict=True))
    changes = sum(len(replay.passages) for replay in replays)
    telling = sum(seconds(replay.changes) for replay in replays)
    print(
        f"replay: {hours / judging:,.0f} hours a second; evidence: {1000 * telling / changes:.1f} ms a change of state"
    )
    long = invented(7)
    for days in (1, 30, 364):
        print(f"one hour more after {days} days: {1000 * next_hour(long, days * 24):.2f} ms")


def invented(seed: int) -> Series:
    """A year of a hundred posts a day with a wave every few weeks."""
    rng = np.random.default_rng(seed)
    level = np.full(YEAR_H, 100 / 24)
    for begin in rng.integers(0, YEAR_H, 15):
        level[begin:] += rng.uniform(5, 60) * 0.5 ** (np.arange(YEAR_H - begin) / rng.uniform(12, 72))
    posts = rng.poisson(rng.gamma(8.0, level / 8.0)).astype(float)
    return Series(f"invented {seed}", "bench", "posts", START, posts, np.ones(YEAR_H, dtype=bool))


def next_hour(series: Series, hours: int) -> float:
    """Seconds of the next hour after so many, the mean of twenty."""
    posts, complete = known(series)
    replay = Replay(series.start)
    replay.follow(posts[:hours], complete[:hours])
    steps = range(hours + 1, hours + 21)
    return sum(seconds(replay.follow, posts[:size], complete[:size]) for size in steps) / len(steps)


def seconds(work: Callable[..., object], *given: object) -> float:
    """Processor time of `work`."""
    begin = process_time()
    work(*given)
    return process_time() - begin


if __name__ == "__main__":
    main()

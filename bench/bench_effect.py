"""How often the 90% intervals of an effect hold the truth, and how often a lift is found, on simulated pushes.

usage: python -m bench.bench_effect [--runs 80] [--seed 1]

Eight weeks of hours before each push, a week after it; hours are negative binomial (k = 8) around a day-night rhythm
(1 + 0.7 sin) and weekends of 0.75, which have to be learned. A push goes out at any hour of any weekday. Waves jump up
one to ten days before it (or so long before that 200 a day are left), and halve every 2, 5 or 14 days. With a lift,
posts of a day are added that scatter like the others, and the truth is how many they were.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from math import exp, sqrt

import numpy as np
from numpy.typing import NDArray

from monitor.attention.effect import HORIZONS_H, effect
from monitor.model import HOUR, Extra, Series

Floats = NDArray[np.float64]

START = datetime(2026, 1, 5, tzinfo=UTC)
HOURS = np.arange(64 * 24)
FIRST_H = 56 * 24  # the push goes out in the 24 hours from here
AFTER_H = 7 * 24
WEEKS = np.where((HOURS // 24) % 7 >= 5, 0.75, 1.1)
RHYTHM = (1 + 0.7 * np.sin((HOURS % 24 - 9) / 24 * 2 * np.pi)) * WEEKS / WEEKS[:168].mean()
BURSTS = 8.0


@dataclass(frozen=True, slots=True)
class Scene:
    """What a topic does before a push: a level a day, on it a wave, under it a drift; `asked` are its days of age.

    `lift` is added over 24 hours, as a share of what would have come; `shock` is the same to the topic and to a
    control of five times its level, by no doing of the push (None: there is no control).
    """

    level: float
    times: float = 0.0
    half_life_days: float = 1.0
    asked: tuple[float, float] = (1.2, 10.0)
    halving_days: float = np.inf
    drift: float = 0.0
    lift: float = 0.0
    shock: float | None = None


WAVES = {
    f"wave x{times:g}, halving in {half:g} d": Scene(40, times, half)
    for times in (10.0, 50.0)
    for half in (2.0, 5.0, 14.0)
}
NOTHING: Mapping[str, Scene] = {
    **{f"steady {level:g} a day": Scene(level) for level in (40.0, 200.0, 1000.0)},
    **WAVES,
    **{f"decline from {level:g} a day": Scene(level, halving_days=30) for level in (40.0, 400.0)},
    **{f"drifting {level:g} a day": Scene(level, drift=0.15) for level in (200.0, 1000.0)},
    "steady 200, a control": Scene(200, shock=0.0),
    "steady 200, a control, all +50%": Scene(200, shock=0.5),
}
LIFTED: Mapping[str, Scene] = {
    "wave x50 at 200 a day, +50%": Scene(40, 50, 5, asked=(18.2, 18.2), lift=0.5),
    "steady 200 a day, +50%": Scene(200, lift=0.5),
    "wave at 200 a day, +50%": Scene(40, 10, 5, asked=(6.6, 6.6), lift=0.5),
    "wave at 200 a day, slower, +50%": Scene(40, 10, 14, asked=(18.5, 18.5), lift=0.5),
}


@dataclass(frozen=True, slots=True)
class Told:
    """Of one horizon: whether its interval holds the truth, whether it excludes zero, how wide it is."""

    hours: int
    known: bool
    holds: bool = False
    found: bool = False
    width: float = 0.0


def simulated(scene: Scene, at: int, rng: np.random.Generator) -> Floats:
    """The level of every hour, posts a day, without rhythm."""
    since = HOURS - at + round(rng.uniform(*scene.asked) * 24)
    wave = np.where(since >= 0, scene.times * 0.5 ** (np.maximum(since, 0) / 24 / scene.half_life_days), 0.0)
    level: Floats = np.asarray(scene.level * (1 + wave) * 0.5 ** (HOURS / 24 / scene.halving_days), dtype=np.float64)
    keep = exp(-1 / 72)
    steps = rng.normal(scale=scene.drift * sqrt(1 - keep**2), size=len(HOURS)).tolist()
    logs, log = np.empty(len(HOURS)), float(rng.normal(scale=scene.drift))
    for hour, step in enumerate(steps):
        log = logs[hour] = keep * log + step
    level *= np.exp(logs)
    return level


def counts(level: Floats, rng: np.random.Generator) -> Floats:
    """Negative binomial posts of every hour around a level a day and the rhythm."""
    posts: Floats = rng.poisson(rng.gamma(BURSTS, np.maximum(level / 24 * RHYTHM, 1e-9) / BURSTS)).astype(np.float64)
    return posts


def series(posts: Floats, topic: str, end: int) -> Series:
    """A complete hourly series."""
    return Series(topic, "simulation", "posts", START, posts[:end], np.ones(end, dtype=np.bool_))


def pushed(scene: Scene, rng: np.random.Generator) -> list[Told]:
    """One push in a scene, and what is told of it a week later."""
    at = FIRST_H - int(rng.integers(AFTER_H))
    end = at + AFTER_H
    day = np.where((at <= HOURS) & (at + 24 > HOURS), 1.0, 0.0)
    shocked: Floats = np.asarray(1 + day * (scene.shock or 0.0), dtype=np.float64)
    level = simulated(scene, at, rng) * shocked
    posts = counts(level, rng)
    added = counts(scene.lift * level, rng) * day if scene.lift else np.zeros(len(HOURS))
    control = [] if scene.shock is None else [counts(5 * scene.level * shocked, rng)]
    said = effect(
        [series(posts + added, "light", end)],
        at=START + (at + 0.5) * HOUR,
        now=START + end * HOUR,
        control=[series(one, "all", end) for one in control],
    )
    return [answer(one, float(added[at : at + one.hours].sum())) for one in said.extras]


def answer(one: Extra, truth: float) -> Told:
    """One horizon beside the truth."""
    if one.low is None or one.high is None or one.expected is None:
        return Told(one.hours, known=False)
    holds, found = one.low <= truth <= one.high, one.low > 0 or one.high < 0
    return Told(one.hours, known=True, holds=holds, found=found, width=(one.high - one.low) / one.expected)


def pushes(scene: Scene, seed: int, runs: int) -> list[Told]:
    """What is told of so many pushes in a scene."""
    rng = np.random.default_rng(seed)
    return [told for _ in range(runs) for told in pushed(scene, rng)]


def rates(told: Sequence[Told]) -> Iterator[tuple[int, int, float, float, float]]:
    """For each horizon: effects told, the share that holds, the share that excludes zero, the median width."""
    for hours in HORIZONS_H:
        one = [each for each in told if each.hours == hours and each.known]
        share = [float(np.mean([getattr(each, what) for each in one])) for what in ("holds", "found")]
        yield hours, len(one), share[0], share[1], float(np.median([each.width for each in one]))


def line(name: str, told: Sequence[Told]) -> str:
    """A row of the table."""
    cells = (f"{n:6d}{holds:7.0%}{found:7.0%}{width:7.0%}" for _, n, holds, found, width in rates(told))
    return f"{name:<34}" + " |".join(cells)


def main() -> None:
    """Print how often intervals held and excluded zero, by scene and over all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=80, help="pushes in each scene")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    print(" " * 34 + " |".join(f"{f'{hours} h':>5} {'holds':>6} {'not 0':>6} {'width':>6} " for hours in HORIZONS_H))
    with ProcessPoolExecutor() as pool:
        for title, scenes in (("no effect", NOTHING), ("an effect", LIFTED)):
            pooled: list[Told] = []
            seeds = range(1000 * chosen.seed, 1000 * chosen.seed + len(scenes))
            work = pool.map(partial(pushes, runs=chosen.runs), scenes.values(), seeds)
            for name, told in zip(scenes, work, strict=True):
                print(line(f"  {name}", told), flush=True)
                pooled += told
            print(line(title, pooled), flush=True)


if __name__ == "__main__":
    main()

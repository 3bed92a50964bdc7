"""How often the 80% intervals of a passing wave hold the truth, on simulated waves; and what a fit costs.

usage: python -m bench.bench_relaxation [--runs 60] [--seed 1]

A wave of 60 to 20,000 posts a day, five to sixty times its background, jumps up at any hour of the day or rises for
one or two days, and relaxes. Hours are negative binomial (k = 8) around that and a day-night rhythm, which has to be
learned from the 35 days before. Each wave is asked three times, from half a day to three weeks after its highest day.
The truth is the level without chance: for the half-life, from the day told as the peak until the day level is half of
what it was then; for the background, until the day level is at the bound that is told; for the share, the level of
the last hours over that of the peak's day. Where the background is not reached within eight weeks, "not before" is
what is told, and it counts.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from monitor.attention.relaxation import Interval, relaxation, share_left
from monitor.attention.usual import FAST_H, Levels, levels
from monitor.model import Series

Floats = NDArray[np.float64]
Wave = Callable[[Floats], Floats]

START = datetime(2026, 1, 5, tzinfo=UTC)
BEFORE_H, SEEN_H, TRUTH_H = 35 * 24, 45 * 24, 150 * 24
RISES_H = (0.01, 24.0, 48.0)
ASKED, EARLIEST_H, LATEST_H = 3, 12.0, 21 * 24.0
RHYTHM = 1 + 0.7 * np.sin((np.arange(24) - 9) / 24 * 2 * np.pi)


def exponential(half_life: float) -> Wave:
    """Half is gone after `half_life` hours, and half of the rest after as many more."""
    return lambda t: np.asarray(0.5 ** (t / half_life))


def power_law(power: float, scale: float) -> Wave:
    """(1 + t/scale)^-power, t and scale in hours (Crane & Sornette 2008)."""
    return lambda t: np.asarray((1 + t / scale) ** -power)


def two_exponentials(share: float, half_life: float, slower: float) -> Wave:
    """A `share` of the wave has the half-life `slower` (Candia et al. 2019)."""
    return lambda t: np.asarray((1 - share) * 0.5 ** (t / half_life) + share * 0.5 ** (t / slower))


CLASSES: Mapping[str, Mapping[str, Wave]] = {
    "exponential": {f"half-life {hours} h": exponential(hours) for hours in (12, 24, 60, 120, 336)},
    "power law": {f"p {p}, {scale} h": power_law(p, scale) for scale in (6, 24) for p in (0.6, 1.0, 1.5)},
    "two exponentials": {
        "12 h, 20% 7 d": two_exponentials(0.2, 12, 168),
        "24 h, 30% 14 d": two_exponentials(0.3, 24, 336),
    },
}


@dataclass(frozen=True, slots=True)
class Answer:
    """Whether the three intervals held, the error of the half-life (log), and what the fit cost (milliseconds)."""

    half_life: bool
    back: bool
    share: bool
    error: float
    cost: float


@dataclass(frozen=True, slots=True, eq=False)
class Simulated:
    """What is seen of a wave, and its truth: the rate of every hour (posts a day, no rhythm) and its day level."""

    found: Levels
    rate: Floats
    day: Floats
    begin: int


def simulated(wave: Wave, rng: np.random.Generator) -> Simulated:
    """One wave of a height, on a background, at an hour of the day that are drawn."""
    begin = BEFORE_H + int(rng.integers(24))
    peak = np.exp(rng.uniform(np.log(60), np.log(20_000)))
    background = max(peak / np.exp(rng.uniform(np.log(5), np.log(60))), 3.0)
    since = np.arange(BEFORE_H + TRUTH_H) - begin
    quarters = [wave(np.maximum(since, 0) + part) for part in (0.125, 0.375, 0.625, 0.875)]
    risen = np.clip(1 + since / rng.choice(RISES_H), 0, 1) ** 2
    rate = background + (peak - background) * np.where(since >= 0, np.mean(quarters, axis=0), risen)
    seen = BEFORE_H + SEEN_H
    counts = rng.poisson(rng.gamma(8.0, rate[:seen] / 24 * np.resize(RHYTHM, seen) / 8.0)).astype(np.float64)
    series = Series("wave", "simulation", "posts", START, counts, np.ones(seen, dtype=np.bool_))
    total = np.concatenate([[0.0], np.cumsum(rate)])
    return Simulated(levels(series), rate, np.append(np.full(23, np.nan), (total[24:] - total[:-24]) / 24), begin)


def answers(wave: Wave, *, runs: int, seed: int) -> Iterator[Answer]:
    """What is told of `runs` waves, each asked three times."""
    rng = np.random.default_rng(seed)
    for _ in range(runs):
        one = simulated(wave, rng)
        first = one.begin + int(np.argmax(one.day[one.begin :]))
        for age in np.exp(rng.uniform(np.log(EARLIEST_H), np.log(LATEST_H), ASKED)):
            now = first + int(age)
            peak = one.begin + int(np.nanargmax(one.found.day[one.begin : now + 1]))
            if one.found.day[peak] >= max(60.0, 2 * one.found.calm[now]):  # a wave, as the evidence asks
                yield _answer(one, peak=peak, now=now)


def _answer(one: Simulated, *, peak: int, now: int) -> Answer:
    began = time.process_time()
    told = relaxation(one.found, peak=peak, now=now)
    cost = time.process_time() - began
    half = _reached(one.day[peak:], one.day[peak] / 2)
    bound = max(float(one.found.calm_high[now]), 1.25 * float(one.found.calm[now]))
    back = _reached(one.day[one.begin + 23 :], bound) + one.begin + 23 - now
    said = told.half_life if told else None
    return Answer(
        half_life=_holds(said, half),
        back=_holds(told.back if told else None, back),
        share=_share_holds(one, peak=peak, now=now),
        error=float(np.log(said.middle / half)) if said and said.middle and half > 0 else float("nan"),
        cost=1000 * cost,
    )


def _reached(day: Floats, bound: float) -> float:
    """Hours until a falling day level is at `bound`; infinite where it does not get there."""
    under = np.flatnonzero(day <= bound)
    if not len(under) or under[0] == 0:
        return 0.0 if len(under) else float("inf")
    hour = int(under[0])
    return hour - 1 + float((day[hour - 1] - bound) / (day[hour - 1] - day[hour]))


def _holds(told: Interval | None, truth: float) -> bool:
    return told is not None and told.low <= truth and (told.high is None or truth <= told.high)


def _share_holds(one: Simulated, *, peak: int, now: int) -> bool:
    rhythm = np.resize(RHYTHM, now + 1)
    recent = rhythm * 0.5 ** ((now - np.arange(now + 1)) / FAST_H)
    highest = slice(peak - 23, peak + 1)
    level = float(recent @ one.rate[: now + 1]) / recent.sum()
    truth = level / (float(rhythm[highest] @ one.rate[highest]) / rhythm[highest].sum())
    told = share_left(one.found, peak=peak, now=now, steadied=False)
    return told is not None and told[0] <= truth <= told[1]


def line(name: str, told: Sequence[Answer]) -> str:
    """A row of the table."""
    half, back, share = (np.mean([getattr(one, what) for one in told]) for what in ("half_life", "back", "share"))
    error, cost = np.nanmedian([one.error for one in told]), np.median([one.cost for one in told])
    return f"{name:<22}{len(told):6d}{half:10.0%}{back:10.0%}{share:8.0%}{error:+10.0%}{cost:8.1f} ms"


def main() -> None:
    """Print how often each interval held, by shape and by class."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--runs", type=int, default=60, help="waves of each shape")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    print(f"{'wave':<22}{'asked':>6}{'half-life':>10}{'back':>10}{'share':>8}{'hl bias':>10}{'fit':>11}")
    for name, waves in CLASSES.items():
        pooled: list[Answer] = []
        for shape, wave in waves.items():
            told = list(answers(wave, runs=chosen.runs, seed=chosen.seed))
            print(line(f"  {shape}", told), flush=True)
            pooled += told
        print(line(name, pooled), flush=True)


if __name__ == "__main__":
    main()

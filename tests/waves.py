"""Invented hourly series whose truth is known: a day-night rhythm, negative binomial noise, waves, gaps."""

from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from monitor.model import Series

Floats = NDArray[np.float64]

START = datetime(2026, 1, 5, tzinfo=UTC)  # a Monday
BURSTS = 8.0


def rhythm(hours: int) -> Floats:
    """A day that is seven times as busy in the afternoon as at night."""
    return np.asarray(1 + 0.7 * np.sin((np.arange(hours) % 24 - 9) / 24 * 2 * np.pi))


def invented(per_day: Floats, *, seed: int = 1, noise: bool = True) -> Series:
    """A complete series around the level `per_day`, an array with an element for each hour."""
    mean = np.maximum(np.asarray(per_day, dtype=float) / 24 * rhythm(len(per_day)), 1e-9)
    rng = np.random.default_rng(seed)
    counts = rng.poisson(rng.gamma(BURSTS, mean / BURSTS)).astype(float) if noise else mean
    return Series("light", "simulation", "posts", START, counts, np.ones(len(counts), dtype=bool))


def wave(
    *, days: int = 50, base: float = 40.0, times: float = 20.0, peak_day: int = 30, half_life_days: float = 1.5
) -> Floats:
    """A level with one wave on it that halves every `half_life_days` from its peak on."""
    since = np.arange(days * 24) / 24 - peak_day
    return np.asarray(base * (1 + np.where(since >= 0, times * 0.5 ** (np.maximum(since, 0) / half_life_days), 0)))


def with_gap(series: Series, begin: int, hours: int) -> Series:
    """The same series with `hours` missing from hour number `begin`."""
    values, complete = series.values.copy(), series.complete.copy()
    values[begin : begin + hours], complete[begin : begin + hours] = np.nan, False
    return replace(series, values=values, complete=complete)


def first_hours(series: Series, hours: int) -> Series:
    """The series as it was known after its first `hours`."""
    return replace(series, values=series.values[:hours], complete=series.complete[:hours])


def hour_of(series: Series, at: datetime) -> int:
    """The number of the hour that ended at `at`."""
    return round((at - series.start).total_seconds() / 3600) - 1

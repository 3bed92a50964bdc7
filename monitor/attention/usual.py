"""What is usual for a series, and the wave that stands out of it: posts a day, complete buckets only.

The method is the one measured in the project's notes on fading attention: counts are divided by the
hours they were seen in, each hour weighing what the learned rhythm expects of it, and both sides
fade together, so that a gap changes how sure a level is but never the level itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import exp, isnan, log, sqrt
from typing import NamedTuple

import numpy as np

from ..model import HOURLY, Pace, Series, pace_of
from .calm import Calm
from .rhythm import Rhythm
from .series import DAY_H, WEEK_H, Floats, hour_of_week, known
from .stream import NAN, Highest, Lag, Quantiles, Window

USUAL_H = 4 * WEEK_H  # how far back "usual" looks
FAST_H = 2.0  # half-life of the level that decides: a night is taken out, a burst of minutes is not
BURSTS = 8.0  # negative binomial k of a bucket, as seen on hourly counts of campaigns
_STEADYING_POSTS = 6.0
_LEAST_USUAL_H = 48
_LEAST_DAY = 0.75  # of a day's buckets: what makes its level comparable with other days
_Z80 = 1.2816
_MOST_SKEW = 1.5  # of the band: how much further up than down it may reach, on a log scale
_QUARTER_TO_80 = 1.9  # normal: the 90% quantile lies 1.9 times as far out as the 75% quantile


class Level(NamedTuple):
    """A series at the end of one bucket, in posts a day; NaN where it cannot be said.

    `shown` is what people are told; `fast`, `six` and `twelve` have half-lives of 2, 6 and 12 hours and the weekly
    rhythm taken out; `seen` and `seen_six` are how many average hours stand behind them; `week` is its plain mean,
    `day` the last 24 hours (`flat_day` with the weekday taken out), `peak` the highest `day` of the last week and
    `peak_age` the buckets since; `usual` is the median `day` of the four weeks before the last day, and `low` to
    `high` the band in which four `fast` levels of five are expected: the yardstick of the state rules, waves
    included. `calm`, `calm_low` and `calm_high` are the same from buckets outside waves, and what people are told.
    `weekly` is the learned rhythm, `flat` the same with more of the weekdays in it, `trust` how well it is known (0
    to 1); `known_half_day` and `known_day` are the shares of so long that are complete; `posts` and `complete` are
    the input.
    On a daily series everything is three times slower (`Pace`): a "day" is three days.
    """

    posts: float
    complete: float
    shown: float
    fast: float
    six: float
    twelve: float
    seen: float
    seen_six: float
    day: float
    flat_day: float
    week: float
    peak: float
    peak_age: float
    usual: float
    low: float
    high: float
    calm: float
    calm_low: float
    calm_high: float
    weekly: float
    flat: float
    trust: float
    known_half_day: float
    known_day: float


@dataclass(frozen=True, slots=True, eq=False)
class Levels:
    """The levels of a series at the end of every bucket: an array for each field of `Level`."""

    posts: Floats
    complete: Floats
    shown: Floats
    fast: Floats
    six: Floats
    twelve: Floats
    seen: Floats
    seen_six: Floats
    day: Floats
    flat_day: Floats
    week: Floats
    peak: Floats
    peak_age: Floats
    usual: Floats
    low: Floats
    high: Floats
    calm: Floats
    calm_low: Floats
    calm_high: Floats
    weekly: Floats
    flat: Floats
    trust: Floats
    known_half_day: Floats
    known_day: Floats
    pace: Pace = HOURLY

    @classmethod
    def of(cls, rows: Iterable[Level], pace: Pace = HOURLY) -> Levels:
        """The levels in columns."""
        table = np.array(list(rows), dtype=np.float64).reshape(-1, len(Level._fields))
        return cls(**dict(zip(Level._fields, np.ascontiguousarray(table.T), strict=True)), pace=pace)

    def at(self, bucket: int) -> Level:
        """The level after one bucket."""
        return Level(*(float(getattr(self, name)[bucket]) for name in Level._fields))

    def tail(self, end: int, buckets: int) -> Levels:
        """Of the levels before bucket number `end` the last `buckets`."""
        part = slice(max(end - buckets, 0), end)
        return Levels(**{name: getattr(self, name)[part] for name in Level._fields}, pace=self.pace)

    def rows(self) -> Iterator[Level]:
        """The levels bucket by bucket."""
        return map(Level._make, zip(*(getattr(self, name).tolist() for name in Level._fields), strict=True))


def levels(series: Series) -> Levels:
    """All levels of `series`, each bucket's from nothing later than its own end."""
    posts, complete = known(series)
    gauge = Gauge(int(hour_of_week(series.start, 1)[0]), pace_of(series.bucket_hours))
    rows = [gauge.add(*bucket) for bucket in zip(posts.tolist(), complete.tolist(), strict=True)]
    return Levels.of(rows, gauge.pace)


class Gauge:
    """Takes one bucket after the other and tells the level at its end; its size is bounded."""

    def __init__(self, hour_of_week: int, pace: Pace = HOURLY) -> None:
        """`hour_of_week` is that of the first bucket (0 is Monday 00:00 UTC)."""
        self.pace = pace
        self._rhythm, self._calm = Rhythm(hour_of_week, pace), Calm(pace)
        self._fast, self._six, self._twelve = (_Faded(hours, pace) for hours in (FAST_H, 6.0, 12.0))
        self._day, self._week = _Mean(DAY_H, pace), _Mean(WEEK_H, pace)
        self._half_day = Window(pace.buckets(DAY_H / 2))
        self._rhythmic_day, self._flat_day = Window(pace.buckets(DAY_H)), Window(pace.buckets(DAY_H))
        self._peak = Highest(pace.buckets(WEEK_H))
        day = pace.buckets(DAY_H)
        self._day_before, self._fast_before = Lag(day), Lag(day)
        self._days, self._fasts = Quantiles(pace.buckets(USUAL_H)), Quantiles(pace.buckets(USUAL_H))
        self._least = pace.buckets(_LEAST_USUAL_H)
        self._band = _Band(pace)

    def add(self, posts: float, complete: float) -> Level:
        """The level after a bucket that held `posts`; both are 0 where it is not complete."""
        daily, weekly, flat = self._rhythm.add(posts, complete)
        exposure = complete * weekly
        fast, seen = self._fast.add(posts, exposure)
        six, seen_six = self._six.add(posts, exposure)
        twelve, _ = self._twelve.add(posts, exposure)
        known_half_day = self._half_day.add(complete) / self._half_day.width
        raw_day, known_day = self._day.add(posts, complete)
        week, _ = self._week.add(posts, complete)
        rhythmic = self._rhythmic_day.add(complete * daily)
        flat_seen = self._flat_day.add(complete * flat)
        day = flat_day = NAN
        if known_day >= _LEAST_DAY and rhythmic >= 0.05:
            day = raw_day * known_day * self._rhythmic_day.width / rhythmic
            flat_day = day * rhythmic / flat_seen
        peak, peak_age = self._peak.add(day)
        self._days.add(self._day_before.add(day))
        self._fasts.add(self._fast_before.add(fast))
        usual = self._days.median(self._least)
        seen_fasts = len(self._fasts)
        tenth, upper = (self._fasts.at(0.1), self._fasts.at(0.75)) if seen_fasts >= self._least else (NAN, NAN)
        low, high = self._band.around(usual, tenth, upper, seen_fasts)
        calm, *spread = self._calm.add(day, fast)
        calm_low, calm_high = self._band.around(calm, *spread)
        return Level(
            posts, complete, _steadied(fast, day, seen), fast, six, twelve, seen, seen_six, day, flat_day,
            week, peak, peak_age,
            usual, low, high, calm, calm_low, calm_high, weekly, flat, self._rhythm.trust, known_half_day, known_day,
        )  # fmt: skip


class _Faded:
    """An exponentially weighted level; a gap ages posts and exposure alike and so leaves it alone."""

    def __init__(self, half_life_hours: float, pace: Pace) -> None:
        self._keep = 0.5 ** (1.0 / pace.length(half_life_hours))
        self._posts = self._exposure = self._squares = 0.0
        self._bucket_hours = pace.bucket_hours

    def add(self, posts: float, exposure: float) -> tuple[float, float]:
        """Posts a day, and how many equally weighted hours would know it as well (Kish's effective size)."""
        keep, hours = self._keep, self._bucket_hours
        came = self._posts = self._posts * keep + posts
        seen = self._exposure = self._exposure * keep + exposure
        squares = self._squares = self._squares * keep * keep + exposure
        level = DAY_H / hours * came / seen if seen >= 1e-3 else NAN
        return level, seen * seen / max(squares, 1e-12) * hours


class _Mean:
    """The plain mean of the last hours that are complete."""

    def __init__(self, hours: int, pace: Pace) -> None:
        self._width = pace.buckets(hours)
        self._posts, self._complete = Window(self._width), Window(self._width)
        self._a_day = DAY_H / pace.bucket_hours

    def add(self, posts: float, complete: float) -> tuple[float, float]:
        """Posts a day, and the share of the hours that is complete."""
        came, known = self._posts.add(posts), self._complete.add(complete)
        return (self._a_day * came / known if known else NAN), known / self._width


def _steadied(level: float, day: float, hours: float) -> float:
    """A level seen for so many hours, drawn to the day's by the weight of a few posts (Gamma-Poisson mean).

    With many posts it is the level itself; with few, one post more or less no longer looks like a wave.
    """
    if isnan(day):
        return level
    seen, prior = hours / DAY_H, _STEADYING_POSTS / max(day, 0.1)
    return (level * seen + prior * day) / (seen + prior)


class _Band:
    """Where four levels of five are expected: learned quantiles, drawn to counting noise while few."""

    def __init__(self, pace: Pace) -> None:
        self._week = pace.buckets(WEEK_H)
        self._behind = max(2 * pace.length(FAST_H) / log(2), 1.0) * pace.bucket_hours  # hours
        self._bursts = pace.bucket_hours / BURSTS

    def around(self, usual: float, tenth: float, upper: float, buckets: float) -> tuple[float, float]:
        """The band about `usual`, from the lowest tenth and the upper quarter of so many buckets."""
        if isnan(usual):
            return NAN, NAN
        trust = buckets / (buckets + self._week)
        middle = max(usual, 1.0)
        noise = _Z80 * sqrt((DAY_H / middle + self._bursts) / self._behind)
        down = log((middle + 1) / ((0.0 if isnan(tenth) else tenth) + 1))
        up = _QUARTER_TO_80 * log(((0.0 if isnan(upper) else upper) + 1) / (middle + 1))
        up = min(up, _MOST_SKEW * max(down, noise))  # a wave that fills a week of four is not usual
        low = usual * exp(-max(trust * down + (1 - trust) * noise, noise))
        high = (usual + 1) * exp(max(trust * up + (1 - trust) * noise, noise))
        return low, high

"""The daily and weekly rhythm of a series, learned only from buckets that had passed by then.

Each bucket is compared with the mean of the cycle around it, so that a passing wave does not look like
a rhythm, and is learned a cycle later, when it is known whether the level jumped there: the edge of a
wave teaches little. Buckets count by the information in them (negative binomial weights), so a spike
teaches no more than a day of its length can; what is known is drawn towards "no rhythm" while there is
little of it.
"""

from __future__ import annotations

from collections import deque
from math import isnan, log, sqrt

import numpy as np

from ..model import HOURLY, Pace
from .series import DAY_H, WEEK_H, Floats, Ints
from .stream import NAN, Quantiles

_BURSTS = 8.0  # negative binomial k of a bucket: the most it can teach, in posts
_PRIOR_DAY = 8.0  # posts' worth of "no rhythm" beside each hour of the day (one busy day)
_PRIOR_WEEK = 400.0 / 24  # the same beside each day of the week, for each bucket of it (two busy weeks)
_WEEKDAY_SD = 0.2  # how far days of the week lie apart (log), where the seen days say no less
_RESTLESS = 0.5  # how far days usually lie apart (log), until a series' own days have told
_RESTLESS_DAYS, _LEAST_DAYS = 28, 7
_CALM = 1.0  # a jump of this much in the log level around a bucket halves what it teaches
_FORGET_DAYS = 28.0
_CLIP = (0.2, 4.0)


class Rhythm:
    """What a bucket is expected to hold of an average one: by hour of day, and with the weekday on top.

    Both have mean one over their cycle. Nothing uses what was unknown at the last UTC midnight.
    """

    def __init__(self, hour_of_week: int, pace: Pace = HOURLY) -> None:
        """`hour_of_week` is that of the first bucket (0 is Monday 00:00 UTC)."""
        self._hour = hour_of_week
        self._pace = pace
        day = DAY_H // pace.bucket_hours
        self._hours = _Cycle(cells=day, each=1, day=day, prior=_PRIOR_DAY)
        self._weekdays = _Cycle(cells=7, each=day, day=day, prior=_PRIOR_WEEK * day)
        self._flat = [1.0] * 7
        self._restless = _Restless(day)

    @property
    def trust(self) -> float:
        """How much of the hours of day is learned and not assumed, from 0 to 1."""
        return self._hours.trust if self._pace.bucket_hours == 1 else 1.0

    def add(self, posts: float, complete: float) -> tuple[float, float, float]:
        """The daily, the weekly and the flattening share of this bucket, and then learn it.

        The flattening one takes as much of the weekdays out as the series' own restlessness allows: for levels
        that are compared over days. The weekly one is more cautious, for those that decide within hours.
        """
        hour = self._hour
        self._hour = (hour + self._pace.bucket_hours) % WEEK_H
        clock = hour % DAY_H
        if clock == 0 and self._pace.bucket_hours == 1:
            self._hours.learn()
        if clock == 0:
            self._restless.next_day()
            self._weekdays.learn()
            self._flat = self._weekdays.shape_among(self._restless.spread)
        cell = clock // self._pace.bucket_hours
        daily = self._hours.shape[cell]
        self._hours.add(posts, complete, cell)
        weekday = hour // DAY_H
        weekly, flat = self._weekdays.shape[weekday], self._flat[weekday]
        self._weekdays.add(posts / daily, complete, weekday)
        self._restless.add(posts, complete)
        return daily, daily * weekly, daily * flat


class _Cycle:
    """One rhythm: `cells` of `each` buckets, of which `day` at a time are learned a whole cycle later."""

    def __init__(self, *, cells: int, each: int, day: int, prior: float) -> None:
        self.shape = [1.0] * cells
        self.trust = 0.0
        self._length, self._day, self._prior = cells * each, day, prior
        self._seen, self._expected = np.zeros(cells), np.zeros(cells)
        self._recent: deque[tuple[float, float, int]] = deque(maxlen=2 * self._length + day)
        self._waiting = 0  # buckets that came in and are not learned
        self._kept = 1.0  # days' worth of what is not yet forgotten

    def add(self, posts: float, complete: float, cell: int) -> None:
        self._recent.append((posts, complete, cell))
        self._waiting += 1

    def learn(self) -> None:
        """Learn what is a whole cycle old, and forget a little of the rest."""
        keep = 0.5 ** (1.0 / _FORGET_DAYS)
        self._seen, self._expected, self._kept = self._seen * keep, self._expected * keep, self._kept * keep + 1
        due = self._waiting - self._length
        if due > 0:
            self._take(due)
        self.shape = _shape(self._seen, self._expected, self._prior)
        self.trust = float(np.mean(self._expected / (self._expected + self._prior)))

    def shape_among(self, spread: float) -> list[float]:
        """The shape, drawn to "no rhythm" as strongly as days that lie `spread` apart (log) by chance demand."""
        a_day = max(float(self._expected.sum()) / self._kept, 1.0)
        return _shape(self._seen, self._expected, max(a_day * spread**2, 1.0) / _WEEKDAY_SD**2)

    def _take(self, due: int) -> None:
        self._waiting -= due
        posts, complete, cell = np.array(self._recent).T
        first = len(posts) - self._length - due
        gain, ground = _lessons(posts, complete, np.arange(first, first + due), self._length)
        cells = cell[first : first + due].astype(np.int64)
        self._seen = self._seen + np.bincount(cells, gain, len(self._seen))
        self._expected = self._expected + np.bincount(cells, ground, len(self._seen))


class _Restless:
    """How far one day lies from the day before it (log): the middle of the last weeks, as a standard deviation."""

    def __init__(self, day: int) -> None:
        self._posts = self._known = 0.0
        self._day, self._before = day, NAN
        self._jumps = Quantiles(_RESTLESS_DAYS)

    @property
    def spread(self) -> float:
        jump = self._jumps.median(_LEAST_DAYS)
        return _RESTLESS if isnan(jump) else jump / 0.6745 / sqrt(2)

    def add(self, posts: float, complete: float) -> None:
        self._posts += posts
        self._known += complete

    def next_day(self) -> None:
        """The day is over."""
        whole = self._known >= 0.75 * self._day
        now = log(self._posts / self._known * self._day + 1) if whole else NAN
        self._jumps.add(abs(now - self._before))
        self._before, self._posts, self._known = now, 0.0, 0.0


def _lessons(posts: Floats, complete: Floats, learned: Ints, cycle: int) -> tuple[Floats, Floats]:
    """Posts of each bucket `learned` and posts expected from the mean around it, both weighted by information."""
    sums = np.concatenate([[0.0], np.cumsum(posts)]), np.concatenate([[0.0], np.cumsum(complete)])
    before, around, after = (_mean(*sums, learned + 1 + ahead, cycle) for ahead in (0, cycle // 2, cycle))
    around = np.nan_to_num(around) * complete[learned]
    jump = np.log((after + 1 / cycle) / (before + 1 / cycle))
    calm = np.nan_to_num(1.0 / (1.0 + (jump / _CALM) ** 2), nan=1.0)
    weight = calm / (1.0 + around / _BURSTS)
    capped = np.minimum(posts[learned], _CLIP[1] * around + 3.0) * (around > 0)
    return capped * weight, around * weight


def _mean(posts: Floats, complete: Floats, end: Ints, cycle: int) -> Floats:
    """Mean of the `cycle` buckets before each of `end`, from running sums; NaN where a quarter of them is not known."""
    begin = np.maximum(end - cycle, 0)
    buckets = complete[end] - complete[begin]
    return np.where(buckets >= 0.75 * cycle, (posts[end] - posts[begin]) / np.maximum(buckets, 1.0), np.nan)


def _shape(seen: Floats, expected: Floats, prior: float) -> list[float]:
    """Shares of the average bucket with mean one, smoothed over neighbours where they are hours."""
    if len(seen) == DAY_H:
        seen, expected = _blurred(seen), _blurred(expected)
    share = np.clip((seen + prior) / (expected + prior), *_CLIP)
    return [float(one) for one in share / share.mean()]


def _blurred(x: Floats) -> Floats:
    """Each hour with half of each neighbour's weight; the day is a circle."""
    return np.asarray(0.5 * x + 0.25 * np.roll(x, 1) + 0.25 * np.roll(x, -1))

"""What is usual between waves: the level and band of before a wave are kept while it lasts.

A bucket is learned from a day later, if neither its own day nor the one after it stood out; once a
raised level has lasted three weeks and falls no more, its last three days take the place of what was usual.
Nothing uses what was unknown then.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import deque
from itertools import islice
from math import isnan

from ..model import HOURLY, Pace
from .series import DAY_H, WEEK_H
from .stream import NAN, Lag

CALM_H = 4 * WEEK_H  # learned from
LEAST_H = 48
_LAST_H = 3 * DAY_H
_LONGEST_RAISED_H = 3 * WEEK_H
_PROMINENCE, _PASSED = 2.0, 1.5  # of the usual: from where a day stands out, and until it no longer does
_LASTING = 0.8  # of the last days' middle: a level under it is still falling and no new usual one
_LEAST_POSTS = 30.0  # a day that stands out has at least so many: under it, chance doubles days


class _Sample:
    """The calm buckets learned from: their days in order, and their fast levels."""

    def __init__(self, most: int, least: int) -> None:
        self.most, self.least = most, least
        self.buckets: deque[tuple[float, float]] = deque()
        self.days: list[float] = []
        self.levels: list[float] = []

    def add(self, day: float, level: float) -> None:
        self.buckets.append((day, level))
        insort(self.days, day)
        insort(self.levels, level)
        if len(self.buckets) > self.most:
            self._drop(*self.buckets.popleft())

    def _drop(self, day: float, level: float) -> None:
        del self.days[bisect_left(self.days, day)]
        del self.levels[bisect_left(self.levels, level)]

    def forget_waves(self, bound: float, *, keep: int) -> None:
        """Drop buckets over `bound`, the highest first, but not under `keep`: a series may have begun in its wave."""
        while len(self.days) > keep and self.days[-1] > bound:
            bucket = next(bucket for bucket in self.buckets if bucket[0] == self.days[-1])
            self.buckets.remove(bucket)
            self._drop(*bucket)

    @property
    def median(self) -> float:
        """The middle day; NaN while two days are not known."""
        return self.days[len(self.days) // 2] if len(self.days) >= self.least else NAN

    def row(self) -> tuple[float, float, float, float]:
        """Median day, the lowest tenth and the upper quarter of the levels, and the number of buckets."""
        n = len(self.levels)
        if n < self.least:
            return NAN, NAN, NAN, n
        return self.median, self.levels[int(0.1 * n)], self.levels[int(0.75 * n)], n


class Calm:
    """What is usual between waves, bucket by bucket."""

    def __init__(self, pace: Pace = HOURLY) -> None:
        self._pace = pace
        self._least_posts = _LEAST_POSTS / pace.slower
        self._week, self._longest = pace.buckets(WEEK_H), pace.buckets(_LONGEST_RAISED_H)
        self._least = pace.buckets(LEAST_H)
        self._sample = _Sample(pace.buckets(CALM_H), self._least)
        self._last = _Sample(pace.buckets(_LAST_H), self._least)
        day = pace.buckets(DAY_H)
        self._then_day, self._then_level, self._then_raised = Lag(day), Lag(day), Lag(day)
        self._raised: deque[bool] = deque(maxlen=self._longest * 5 // 3)

    def add(self, day: float, level: float) -> tuple[float, float, float, float]:
        """Usual day level, tenth and upper quarter of the levels, and buckets learned from, as known by now."""
        raised = self._stands_out(day, self._sample.median, before=bool(self._raised) and self._raised[-1])
        self._raised.append(raised)
        then_day, then_level = self._then_day.add(day), self._then_level.add(level)
        then_raised = self._then_raised.add(raised)
        if not raised and self._last.buckets:
            self._last = _Sample(self._last.most, self._least)
        if not isnan(then_day) and not isnan(then_level):
            if raised:
                self._last.add(then_day, then_level)
            elif then_raised == 0:
                self._sample.add(then_day, then_level)
        if raised and day >= _LASTING * self._last.median and self._lasts():
            self._take_up()
        bound = max(_PROMINENCE * self._sample.median, self._least_posts)
        self._sample.forget_waves(bound, keep=self._week)
        return self._sample.row()

    def _take_up(self) -> None:
        """The raised level is the usual one from now on."""
        most = self._sample.most
        self._sample, self._last = self._last, _Sample(self._last.most, self._least)
        self._sample.most = most
        self._raised.clear()
        self._raised.append(False)
        self._then_raised.amend(False)

    def _stands_out(self, day: float, usual: float, *, before: bool) -> bool:
        """Whether a wave is on: harder to enter than to leave, and unchanged where the day is not known."""
        if isnan(day) or isnan(usual):
            return before
        if before:
            return day > _PASSED * usual and day >= self._least_posts / 2
        return day >= max(_PROMINENCE * usual, self._least_posts)

    def _lasts(self) -> bool:
        """Whether a level was raised in three buckets of five for as long as calm is known, one to three weeks.

        Weekends under a level that is raised on every working day do not make it a passing one.
        """
        enough = min(max(len(self._sample.buckets), self._week), self._longest)
        window = enough * 5 // 3
        return sum(islice(reversed(self._raised), window)) >= enough

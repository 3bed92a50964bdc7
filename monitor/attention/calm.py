"""What is usual between waves: the level and band of before a wave are kept while it lasts.

An hour is learned from a day later, if neither its own day nor the one after it stood out; once a
raised level has lasted three weeks and falls no more, its last three days take the place of what was usual.
Nothing uses what was unknown then.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import deque
from math import isnan

import numpy as np

from .series import DAY_H, WEEK_H, Floats

CALM_H = 4 * WEEK_H  # hours learned from
_LEAST_H = 48
_LAST_H = 3 * DAY_H
_LONGEST_RAISED_H = 3 * WEEK_H
_PROMINENCE, _PASSED = 2.0, 1.5  # of the usual: from where a day stands out, and until it no longer does
_LASTING = 0.8  # of the last days' middle: a level under it is still falling and no new usual one
_LEAST_POSTS = 30.0  # a day that stands out has at least so many: under it, chance doubles days


class _Sample:
    """The calm hours learned from: their days in order, and their fast levels."""

    def __init__(self, most: int = CALM_H) -> None:
        self.most = most
        self.hours: deque[tuple[float, float]] = deque()
        self.days: list[float] = []
        self.levels: list[float] = []

    def add(self, day: float, level: float) -> None:
        self.hours.append((day, level))
        insort(self.days, day)
        insort(self.levels, level)
        if len(self.hours) > self.most:
            self._drop(*self.hours.popleft())

    def _drop(self, day: float, level: float) -> None:
        del self.days[bisect_left(self.days, day)]
        del self.levels[bisect_left(self.levels, level)]

    def forget_waves(self) -> None:
        """Drop hours that stand out of what is usual by now: a series may have begun in its wave."""
        bound = max(_PROMINENCE * self.median, _LEAST_POSTS)
        while len(self.days) > WEEK_H and self.days[-1] > bound:
            hour = next(hour for hour in self.hours if hour[0] == self.days[-1])
            self.hours.remove(hour)
            self._drop(*hour)

    @property
    def median(self) -> float:
        """The middle day; NaN while two days are not known."""
        return self.days[len(self.days) // 2] if len(self.days) >= _LEAST_H else float("nan")

    def row(self) -> tuple[float, float, float, float]:
        """Median day, the lowest tenth and the upper quarter of the levels, and the number of hours."""
        n = len(self.levels)
        if n < _LEAST_H:
            return float("nan"), float("nan"), float("nan"), n
        return self.median, self.levels[int(0.1 * n)], self.levels[int(0.75 * n)], n


def calm_levels(day: Floats, fast: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Usual day level, tenth and upper quarter of `fast`, and hours learned from, as known at each hour."""
    days, levels = day.tolist(), fast.tolist()
    raised = [False] * len(days)
    sample, waiting, since = _Sample(), _Sample(_LAST_H), 0
    out = np.full((len(days), 4), np.nan)
    for hour, now in enumerate(days):
        raised[hour] = _stands_out(now, sample.median, before=hour > 0 and raised[hour - 1])
        waiting = waiting if raised[hour] else _Sample(_LAST_H)
        then = hour - DAY_H
        if then >= 0 and not isnan(days[then]) and not isnan(levels[then]):
            if raised[hour]:
                waiting.add(days[then], levels[then])
            elif not raised[then]:
                sample.add(days[then], levels[then])
        if raised[hour] and now >= _LASTING * waiting.median and _lasts(raised, hour, since, len(sample.hours)):
            sample, waiting, since = waiting, _Sample(_LAST_H), hour
            sample.most, raised[hour] = CALM_H, False
        sample.forget_waves()
        out[hour] = sample.row()
    return out[:, 0], out[:, 1], out[:, 2], out[:, 3]


def _stands_out(day: float, usual: float, *, before: bool) -> bool:
    """Whether a wave is on: harder to enter than to leave, and unchanged where the day is not known."""
    if isnan(day) or isnan(usual):
        return before
    if before:
        return day > _PASSED * usual and day >= _LEAST_POSTS / 2
    return day >= max(_PROMINENCE * usual, _LEAST_POSTS)


def _lasts(raised: list[bool], hour: int, since: int, known: int) -> bool:
    """Whether a level was raised in three hours of five for as long as calm is `known`, one to three weeks.

    Weekends under a level that is raised on every working day do not make it a passing one.
    """
    enough = min(max(known, WEEK_H), _LONGEST_RAISED_H)
    window = enough * 5 // 3
    return sum(raised[max(hour + 1 - window, since) : hour + 1]) >= enough

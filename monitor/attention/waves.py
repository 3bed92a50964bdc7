"""The waves that passed through a series, seen from their end: when each began, its top, its half-life, its length.

The judgement tells a wave while it passes, from what is known by then. Here all of it is known: a wave begins where
the level leaves what is usual, and ends where it is back there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from math import isnan

import numpy as np

from ..model import DAY, HOUR, Series
from .fade import HALF, WAVE_POSTS
from .relaxation import Interval, relaxation
from .series import DAY_H, Floats
from .usual import USUAL_H, Levels, levels

_STANDS_OUT = 2.0  # times what is usual: what makes a wave
_BACK = 1.25  # of what is usual: up to there a level is back at it
_AGAIN = 2.0  # a wave that has halved and doubles again is another one
_BEFORE = 84 * DAY  # what is usual at the first day of a range is learned from so long before
_BLIND_H = 7 * DAY_H  # after so long without data nobody can say that it is the same wave


@dataclass(frozen=True, slots=True)
class Wave:
    """One wave by the numbers of its buckets: the first, the one that ended its highest day, and the last.

    `peak` is that day's level and `usual` what was usual then, both in posts a day. `over` is whether the level came
    back to what is usual. `posts` were counted in all, `missing` of its buckets are not known whole.
    """

    first: int
    top: int
    last: int
    over: bool
    peak: float
    usual: float
    posts: float
    missing: int


@dataclass(frozen=True, slots=True)
class Passed:
    """A wave at its times: its beginning, the end of its highest day and its end."""

    began: datetime
    peak_at: datetime
    ended: datetime
    wave: Wave
    half_life: Interval | None


def passed(series: Series, *, since: datetime) -> tuple[Passed, ...]:
    """The waves of `series` that were not over at `since`, the newest first."""
    bucket = series.bucket_hours * HOUR
    skipped = max((since - _BEFORE - series.start) // bucket, 0)
    start = series.start + skipped * bucket
    found = levels(replace(series, start=start, values=series.values[skipped:], complete=series.complete[skipped:]))
    told = []
    for wave in reversed(waves(found)):
        began, peak_at, ended = (start + (at + 1) * bucket for at in (wave.first - 1, wave.top, wave.last))
        if ended > since:
            told.append(Passed(began, peak_at, ended, wave, half_life(found, wave)))
    return tuple(told)


def waves(found: Levels) -> tuple[Wave, ...]:
    """Every wave of a series, the oldest first; none where nothing stands out of what is usual."""
    usual = _usual(found)
    edge = np.fmax(_BACK * usual, np.nan_to_num(found.calm_high) * usual / np.fmax(found.calm, 1e-9))
    least = np.fmax(_STANDS_OUT * usual, WAVE_POSTS / found.pace.slower)
    blind = found.pace.buckets(_BLIND_H)
    found_waves: list[Wave] = []
    for crossed, *ends, over in _stretches(found.day, edge, least, blind=blind):
        before = found_waves[-1].last if found_waves else -1
        found_waves.append(_counted(found, usual, _began(found, usual, crossed, after=before), *ends, over=over))
    return tuple(found_waves)


def half_life(found: Levels, wave: Wave) -> Interval | None:
    """Hours from the top until half of the peak was gone, with their 80% interval; None where it cannot be said.

    It is fitted to the whole wave, and only by the hour.
    """
    if found.pace.bucket_hours != 1:
        return None
    told = relaxation(found, peak=wave.top, now=wave.last)
    return told.half_life if told else None


def _usual(found: Levels) -> Floats:
    """What was usual at each bucket: what began in a wave took that for usual, and is told by the weeks after."""
    known = np.flatnonzero(np.isfinite(found.calm))
    if not len(known):
        return np.full(len(found.calm), np.nan)
    learned = min(int(known[0]) + found.pace.buckets(USUAL_H), len(found.calm) - 1)
    usual = found.calm.copy()
    usual[: known[0]] = usual[known[0]]
    later = found.calm[learned]
    usual[:learned] = np.fmin(usual[:learned], later)
    return usual


def _stretches(day: Floats, edge: Floats, least: Floats, *, blind: int) -> Iterator[tuple[int, int, int, bool]]:
    """The first bucket, the top and the last of each wave in the levels of days, and whether it came to its end."""
    open_wave: _Open | None = None
    seen = 0
    for at, (level, back, out) in enumerate(zip(day.tolist(), edge.tolist(), least.tolist(), strict=True)):
        if isnan(level) or isnan(back):
            continue
        if open_wave and at - seen > blind:
            yield from open_wave.closed(seen, over=False)
            open_wave = None
        seen = at
        if open_wave is None:
            open_wave = _Open(at, at, level, level, at, level >= out) if level > back else None
        elif level <= back:
            yield from open_wave.closed(at, over=True)
            open_wave = None
        elif open_wave.stands_out and open_wave.lowest < HALF * open_wave.peak and _again(open_wave, level, out):
            yield from open_wave.closed(open_wave.lowest_at, over=False)
            open_wave = _Open(open_wave.lowest_at + 1, at, level, level, at, stands_out=True)
        else:
            open_wave = open_wave.after(at, level, stands_out=level >= out)
    if open_wave:
        yield from open_wave.closed(seen, over=False)


def _again(wave: _Open, level: float, out: float) -> bool:
    return level >= _AGAIN * wave.lowest and level >= out


@dataclass(frozen=True, slots=True)
class _Open:
    """A wave that is not over: its first bucket, its top so far, and the lowest level since."""

    first: int
    top: int
    peak: float
    lowest: float
    lowest_at: int
    stands_out: bool

    def after(self, at: int, level: float, *, stands_out: bool) -> _Open:
        """The wave after one more bucket."""
        out = self.stands_out or stands_out
        if level >= self.peak:
            return _Open(self.first, at, level, level, at, out)
        if level <= self.lowest:
            return replace(self, lowest=level, lowest_at=at, stands_out=out)
        return replace(self, stands_out=out)

    def closed(self, last: int, *, over: bool) -> Iterator[tuple[int, int, int, bool]]:
        """The wave, if it stood out at all."""
        if self.stands_out:
            yield self.first, self.top, last, over


def _began(found: Levels, usual: Floats, crossed: int, *, after: int) -> int:
    """The bucket in which a wave began: the level of a day leaves what is usual up to a day later than its hours."""
    earliest, bound = max(crossed - found.pace.buckets(DAY_H), after + 1), _BACK * float(usual[crossed])
    first = crossed
    while first > earliest and found.fast[first - 1] > bound:
        first -= 1
    return first


def _counted(found: Levels, usual: Floats, first: int, top: int, last: int, *, over: bool) -> Wave:
    """A wave with what was counted in it."""
    part = slice(first, last + 1)
    return Wave(
        first,
        top,
        last,
        over,
        peak=float(found.day[top]),
        usual=float(usual[top]),
        posts=float(found.posts[part].sum()),
        missing=int((found.complete[part] == 0).sum()),
    )

"""When a topic's audience is there: what its own past expects of each hour of the local week.

Every hour is compared with the days around it, so that waves and fades do not look like a habit of the week. Hours
count by the information in them, nothing counts for much more than what is expected of it, and what is learned is
drawn towards "every hour is alike" while there is little of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

from ..model import HOUR, Series

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

HOURS_A_WEEK = 168
LEAST_WEEKS = 4  # a month: one odd week is then a quarter of it at most
_DAY, _MOST_HOURS = 24, 26 * HOURS_A_WEEK  # half a year: habits older than that may have changed
_BURSTS = 8.0  # negative binomial k of an hour: the most it can teach, in posts
_PRIOR_HOUR = 20.0  # posts' worth of "no rhythm" beside each hour of the day
_WEEKDAY_SD = 0.2  # how far days of the week usually lie apart (log)
_LEAST_DAY_SD = 0.05  # days are never more alike than this: a few equal ones prove nothing
_CAP, _ROOM = 4.0, 3.0  # an hour counts for this many times what is expected of it, and a few posts more
_PASSES = 6  # the cap follows what is learned: even one real hour a day is found in so many passes
_KNOWN = 0.5  # of the hours around one that must be known to say what the level was
_SMOOTH = (1.0, 2.0, 3.0, 2.0, 1.0)  # a push lasts for hours, so its neighbours tell of an hour too
_TELLS = 3.0  # standard errors of the best of 24 hours that chance reaches in under 5% of flat series
_FEWEST_DAYS = 7


@dataclass(frozen=True, slots=True)
class Audience:
    """What each hour of the local week (0 is Monday 00:00) is expected to hold, an average hour being 1.

    `weeks` says how many weeks of past stand behind each, `posts` how many posts behind all of them. It is `weak`
    under four weeks, or where the best hours cannot be told from average ones.
    """

    share: tuple[float, ...] = (1.0,) * HOURS_A_WEEK
    weeks: tuple[int, ...] = (0,) * HOURS_A_WEEK
    posts: int = 0
    weak: bool = True


@dataclass(frozen=True, slots=True)
class _Past:
    """Complete hours as arrays without gaps in time: `known` is 0 where nothing is; `cell` is the local hour."""

    posts: Floats
    known: Floats
    cell: Ints
    day: Ints

    @property
    def clock(self) -> Ints:
        return self.cell % _DAY


def audience(series: Series, *, now: datetime, timezone: str) -> Audience:
    """What the hourly series up to `now` expects of each hour of the week in a zone; nothing known is flat and weak."""
    past = _past(series, now=now, timezone=timezone)
    weeks = np.bincount(past.cell, past.known, HOURS_A_WEEK).astype(np.int64)
    posts = int(past.posts.sum())
    if posts == 0:
        return Audience(weeks=tuple(weeks.tolist()))
    hours, tells = _hours_of_day(past)
    share = np.outer(_weekdays(past, hours), hours).ravel()
    few = past.known.sum() < LEAST_WEEKS * HOURS_A_WEEK
    return Audience(tuple((share / share.mean()).tolist()), tuple(weeks.tolist()), posts, bool(few or not tells))


def _past(series: Series, *, now: datetime, timezone: str) -> _Past:
    """The newest half year; an hour belongs to the local hour that holds its middle."""
    whole = int(np.clip((now - series.start) // HOUR, 0, len(series.values)))
    first = max(whole - _MOST_HOURS, 0)
    values, complete = series.values[first:whole], series.complete[first:whole]
    known = (complete & np.isfinite(values)).astype(np.float64)
    zone, middle = ZoneInfo(timezone), series.start + first * HOUR + timedelta(minutes=30)
    local = [(middle + n * HOUR).astimezone(zone) for n in range(len(values))]
    cell = np.array([one.weekday() * _DAY + one.hour for one in local], dtype=np.int64)
    day = np.array([one.toordinal() for one in local], dtype=np.int64)
    return _Past(np.where(known > 0, values, 0.0), known, cell, day)


def _hours_of_day(past: _Past) -> tuple[Floats, bool]:
    """The share of each hour of the day, with mean 1, and whether its best one can be told from an average one."""
    shape, counted, level = np.ones(_DAY), past.posts, np.zeros(len(past.posts))
    for _ in range(_PASSES):
        expected = shape[past.clock]
        level = _level(counted, past.known * expected, past.known, _DAY)
        counted = np.minimum(past.posts, _CAP * expected * level + _ROOM) * (level > 0)
        weight = past.known / (1.0 + level / _BURSTS)
        seen, ground = (_smooth(_sums(past.clock, x * weight, _DAY)) for x in (counted, level))
        shape = (seen + _PRIOR_HOUR) / (ground + _PRIOR_HOUR)
        shape = shape / shape.mean()
    return shape, _tells(past, (counted - level) * past.known / (1.0 + level / _BURSTS))


def _level(posts: Floats, expected: Floats, known: Floats, width: int) -> Floats:
    """Posts of an average hour in the `width` hours around each, by what is expected of the known ones; 0: unknown."""
    hours = np.minimum(_around(known, width), width)
    ground = _around(expected, width)
    enough = (hours >= _KNOWN * width) & (ground > 0)
    return np.where(enough & (known > 0), _around(posts, width) / np.where(enough, ground, 1.0), 0.0)


def _around(values: Floats, width: int) -> Floats:
    """The sum of the `width` hours centred on each, the two at the ends weighing half.

    >>> _around(np.array([0.0, 1, 0, 0, 0]), 2).tolist()
    [0.5, 1.0, 0.5, 0.0, 0.0]
    """
    kernel = np.ones(width + 1)
    kernel[[0, -1]] = 0.5
    sums = np.convolve(values, kernel)
    return np.asarray(sums[width // 2 : width // 2 + len(values)])


def _sums(cell: Ints, values: Floats, cells: int) -> Floats:
    return np.bincount(cell, values, cells).astype(np.float64)


def _smooth(day: Floats) -> Floats:
    """Each hour of the day with part of its neighbours; the day is a circle."""
    reach = len(_SMOOTH) // 2
    parts = np.array([weight * np.roll(day, n - reach) for n, weight in enumerate(_SMOOTH)])
    return np.asarray(parts.sum(axis=0) / sum(_SMOOTH))


def _tells(past: _Past, surplus: Floats) -> bool:
    """Whether the best hour's surplus over the level returns day after day by more than chance.

    Its standard error comes from the days themselves: however restless they are, they must agree with one another.
    """
    days = past.day - past.day[0]
    table = np.zeros((int(days[-1]) + 1, _DAY))
    np.add.at(table, (days, past.clock), surplus)
    table = np.array([_smooth(row) for row in table if row.any()])
    if len(table) < _FEWEST_DAYS:
        return False
    errors = np.sqrt(np.sum(table**2, axis=0))
    return bool(np.max(np.sum(table, axis=0) / np.where(errors > 0, errors, np.inf)) > _TELLS)


def _weekdays(past: _Past, hours: Floats) -> Floats:
    """The share of each weekday: the middle of its days against the week around them, drawn to 1 as chance demands."""
    expected = hours[past.clock]
    level = _level(past.posts, past.known * expected, past.known, HOURS_A_WEEK)
    days, first = np.unique(past.day, return_inverse=True)
    total, ground, known = (
        _sums(first, x, len(days)) for x in (past.posts * (level > 0), level * expected, (level > 0).astype(np.float64))
    )
    whole = known >= _KNOWN * _DAY
    logs, weekday = np.log((total + 1) / (ground + 1))[whole], (days[whole] - 1) % 7  # ordinal 1 was a Monday
    if len(logs) < _FEWEST_DAYS:
        return np.ones(7)
    found = [logs[weekday == one] for one in range(7)]
    middles = np.array([np.median(one) if len(one) else 0.0 for one in found])
    spread = max(float(np.median(np.abs(logs - middles[weekday]))) / 0.6745, _LEAST_DAY_SD)
    error = np.array([1.57 * spread**2 / len(one) if len(one) else np.inf for one in found])  # pi/2: a median's
    return np.exp(middles * _WEEKDAY_SD**2 / (_WEEKDAY_SD**2 + error))

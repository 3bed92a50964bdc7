"""What was known of a series when a push went out, in days counted back from it, and the wave it was on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np

from ..model import DAY, HOUR, Series, day_of, hour_of
from .decay import BURSTS
from .series import DAY_H, Floats, hour_of_week, window_sum
from .usual import levels

REACH_DAYS = 84  # nothing older is looked at
AHEAD_DAYS = 7
_WAVE_DAYS = 28  # how long ago the top of a wave may be that is still passing
_STANDS_OUT, _LEAST_POSTS = 2.0, 30.0  # of the usual, and a day: what makes a wave
_AGAIN = 2.0  # a wave that doubles has a new top
_NEAR_TOP, _BLOCK_H = 0.7, 3
_PROFILE_DAYS, _PRIOR_POSTS = 28, 4.0


@dataclass(frozen=True, slots=True, eq=False)
class Past:
    """The buckets before a push, whole days of them up to its first bucket.

    `posts` and `known` (0 or 1) are by bucket, `shape` is what the rhythm expects of each beside an average one and
    `ahead` the same of the coming week. `level` is the level of the day that ends with a bucket, `usual` what was
    usual then (posts a day). `weekday` is the time of the week at the push, in days since Monday.
    """

    posts: Floats
    known: Floats
    shape: Floats
    ahead: Floats
    level: Floats
    usual: Floats
    weekday: float
    bucket_hours: int

    @property
    def day(self) -> int:
        """Buckets of a day."""
        return DAY_H // self.bucket_hours

    def by_day(self, x: Floats) -> Floats:
        """Values in rows of a day each, the last day first.

        A first day that is not whole is left out.
        """
        days = len(x) // self.day
        return np.asarray(x[len(x) - days * self.day :].reshape(days, self.day)[::-1])


def begins(series: Series, at: datetime) -> datetime:
    """The start of the first bucket that belongs to a push at `at`."""
    return hour_of(at) if series.bucket_hours == 1 else day_of(at)


def before(series: Series, at: datetime) -> Past:
    """What was known of `series` before the bucket that holds `at`; buckets without a value are unknown."""
    start = begins(series, at)
    bucket = series.bucket_hours * HOUR
    first = max((start - REACH_DAYS * DAY - series.start) // bucket, 0)
    last = max((start - series.start) // bucket, 0)
    missing = max(last - len(series.values), 0)
    part = replace(
        series,
        start=series.start + first * bucket,
        values=np.append(series.values[first:last], np.full(missing, np.nan)),
        complete=np.append(series.complete[first:last], np.zeros(missing, dtype=np.bool_)),
    )
    found = levels(part)
    day = DAY_H // series.bucket_hours
    profile = _profile(found.posts, found.complete, day)
    hourly = series.bucket_hours == 1
    return Past(
        posts=found.posts,
        known=found.complete,
        shape=np.tile(profile, last // day + 1)[-(last - first) % day :][: last - first],
        ahead=np.tile(profile, AHEAD_DAYS),
        level=found.day if hourly else np.where(found.complete > 0, found.posts / found.flat, np.nan),
        usual=found.calm,
        weekday=float(hour_of_week(start, 1)[0]) / DAY_H,
        bucket_hours=series.bucket_hours,
    )


def _profile(posts: Floats, known: Floats, day: int) -> Floats:
    """How busy each bucket of a day is beside an average one; the first is that of the push."""
    days = len(posts) // day
    rows = slice(len(posts) - days * day, None)
    came, seen = (x[rows].reshape(days, day)[-_PROFILE_DAYS:] for x in (posts, known))
    came, seen = came[seen.all(axis=1)], seen[seen.all(axis=1)]
    total = came.sum(axis=1, keepdims=True)
    weight = 1 / (1 + total / (BURSTS * day))  # what a day teaches is bounded: a spike is no rhythm
    share = (came * weight).sum(axis=0) + _PRIOR_POSTS
    return np.asarray(share / share.mean())


def top(past: Past) -> int | None:
    """The bucket in which the wave that was passing had come near its top; None where nothing stands out."""
    peak = _peak(past)
    if peak is None or past.bucket_hours > 1:
        return peak
    first = max(peak - DAY_H + 1, 0)
    day = slice(first, peak + 1)
    seen = window_sum((past.known * past.shape)[day], _BLOCK_H)
    level = window_sum(past.posts[day], _BLOCK_H) / np.maximum(seen, 0.3)
    return first + int(np.argmax(level >= _NEAR_TOP * level.max()))


def _peak(past: Past) -> int | None:
    """The bucket that ended the highest day of the last wave; None where nothing stands out of the usual."""
    if not np.isfinite(past.level).any():
        return None
    now = past.level[np.isfinite(past.level)][-1]
    usual = np.fmin(past.usual, now)  # what began in a wave takes it for usual
    level = np.where(past.level >= np.fmax(_STANDS_OUT * usual, _LEAST_POSTS), past.level, 0.0)
    start, peak = max(len(level) - _WAVE_DAYS * past.day, 0), None
    while level[start:].any():
        peak = start + int(np.argmax(level[start:]))
        lowest = np.fmin.accumulate(past.level[peak:])
        again = np.flatnonzero(level[peak:] >= _AGAIN * lowest)
        if not len(again) or not level[peak:][again[0]]:
            break
        start = peak + int(again[0])
    return peak

"""Other events near a push: rises of a series that began in the day before it, or long after it."""

from __future__ import annotations

import numpy as np

from .past import Past
from .series import DAY_H, Bools, Floats, window_max, window_sum

_WIDTH_H = 6
_BACK_H = 3 * DAY_H  # a level is no rise where it has been as high in so many hours before
_APART_H = 12  # between a rise and what it is compared with
_NEAR_H = DAY_H  # what begins so soon after a push is put down to it
_BEFORE = (1.75, 3.5)  # times the highest level before, and standard deviations above it
_AFTER = (2.0, 4.0)
_BURSTS = {1: 1 / 48, 24: 0.04}  # of the posts in a window, by the length of a bucket
_LEAST_EXPOSURE = 0.3


def rising_before(past: Past) -> bool:
    """Whether attention rose in the day before the push over what it had been in the days before that."""
    width, exposure = _width(past), past.known * past.shape
    level, seen = _levels(past.posts, exposure, width)
    back = slice(max(len(level) - past.day - _BACK_H // past.bucket_hours, 0), len(level) - past.day)
    if not np.isfinite(level[back]).any():
        return False
    inside = slice(len(level) - past.day + width - 1, len(level))
    highest = np.full(past.day - width + 1, np.nanmax(level[back]))
    return bool(_above(level[inside], highest, seen[inside], past, _BEFORE).any())


def rises_after(past: Past, posts: Floats, known: Floats) -> int | None:
    """The bucket after the push in which another rise shows that is not near it, None where there is none."""
    width = _width(past)
    exposure = np.append(past.known * past.shape, known * past.ahead[: len(known)])
    level, seen = _levels(np.append(past.posts, posts * known), exposure, width)
    apart = max(_APART_H // past.bucket_hours, 1)
    back = max((_BACK_H - _APART_H) // past.bucket_hours, 1)
    highest = np.append(np.full(apart, np.nan), window_max(level, back)[:-apart])
    rises = _above(level, highest, seen, past, _AFTER)
    first = len(past.posts) + _NEAR_H // past.bucket_hours + width - 1
    found = np.flatnonzero(rises[first:])
    return None if not len(found) else int(first + found[0] - len(past.posts))


def _width(past: Past) -> int:
    return max(_WIDTH_H // past.bucket_hours, 1)


def _levels(posts: Floats, exposure: Floats, width: int) -> tuple[Floats, Floats]:
    """Posts an average bucket in the last `width` of them, and how many average ones were seen."""
    seen = window_sum(exposure, width)
    enough = seen >= _LEAST_EXPOSURE * width
    return np.where(enough, window_sum(posts, width) / np.where(enough, seen, 1.0), np.nan), seen


def _above(level: Floats, highest: Floats, seen: Floats, past: Past, bound: tuple[float, float]) -> Bools:
    """Where a level is above the highest before by more than chance makes it."""
    times, sds = bound
    mean, came = np.nan_to_num(highest) * seen, np.nan_to_num(level) * seen
    chance = np.sqrt(mean + _BURSTS[past.bucket_hours] * mean**2 + 1)
    return np.asarray(np.isfinite(highest) & (came > times * mean) & (came > mean + sds * chance))

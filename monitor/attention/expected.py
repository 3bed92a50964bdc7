"""What the hours after a push would have brought without it: from what had come before, and with all its doubt.

The days before are laid beside the likely courses of the wave that was passing (`passing.py`), or beside a level where
none was; how the rest wanders is learned by `drift.py`. Totals are mixtures over likely courses and kinds of series.
"""

from __future__ import annotations

import numpy as np

from .decay import BURSTS
from .drift import Days, coming
from .passing import passing
from .past import AHEAD_DAYS, Past
from .series import Bools, Floats
from .totals import Total

LEARNED_DAYS = 56
_LEAST_SEEN, _LEAST_OF_WAVE = 0.75, 0.2  # of a day: what makes it comparable, and that of the wave's first day
_RAISED = 2.0  # times the usual: a day before the wave that is no part of what is usual
_SHARE_SD = 0.3  # of the log of what the profile expects of a part of the day
_RECENT_DAYS = 28
_PART_H = 3
_PRIOR_WINDOWS = 30.0  # windows' worth of k = 8 beside a series' own bursts
_FREEDOM_DAYS, _LEAST_FREEDOM = 60.0, 3.0  # a few days know little of their own scatter, and many know it well


class Expected:
    """What was expected of the hours from a push on, had it not been."""

    def __init__(self, past: Past) -> None:
        """From at least a few days of `past`."""
        self._past = past
        self._courses, likely = np.ones((1, len(past.posts) + len(past.ahead))), np.ones(1)
        wave = passing(past)
        since = None
        if wave is not None:
            since, courses, likely = wave
            self._courses = np.repeat(self._courses, len(courses), axis=0)
            self._courses[:, since:] = courses
        self._days = _days(past, self._courses, likely, since)
        self._coming = coming(self._days, weekday=past.weekday, ahead=AHEAD_DAYS)

    def total(self, known: Floats) -> Total:
        """Of as many buckets as `known` has those that are known (1, and 0 where not)."""
        past, found = self._past, self._coming
        days = -(-len(known) // past.day)
        seen = np.pad(known, (0, days * past.day - len(known))) * past.ahead[: days * past.day]
        ahead = self._courses[:, len(past.posts) :][:, : len(seen)]
        each = (ahead * seen).reshape(-1, days, past.day).sum(axis=2) / past.day
        gain, spread = found.gain[:, :days], found.spread[:, :days, :days]
        logs = np.log(np.maximum(each, 1e-9)) + self._days.log @ gain.transpose(0, 2, 1)  # kinds, courses, days
        middle, variance = _summed(logs, spread)
        more, doubt = self._first_hours(known)
        return Total.of(
            middle + more,
            variance + doubt + self._chance(known),
            found.weight,
            freedom=max(len(self._days.ago) ** 2 / _FREEDOM_DAYS, _LEAST_FREEDOM),
        )

    def _chance(self, known: Floats) -> float:
        """The variance of the log of a total that bursts of posts bring."""
        past = self._past
        if len(known) < past.day:
            return _bursts(past, _PART_H)
        share = past.ahead[: len(known)] * known
        return _bursts(past, past.bucket_hours) * float((share**2).sum() / max(share.sum(), 1e-9) ** 2)

    def _first_hours(self, known: Floats) -> tuple[float, float]:
        """By how much the first hours of the day usually differ from the profile (log), and the variance of that.

        Nothing where it is whole days that are looked at.
        """
        past, n = self._past, len(known)
        if n >= past.day:
            return 0.0, 0.0
        whole = past.by_day(past.known)[:_RECENT_DAYS].all(axis=1)
        came = past.by_day(past.posts)[:_RECENT_DAYS][whole]
        mean = came.sum(axis=1) * past.ahead[:n].sum() / past.day
        weight = 1 / (1 + _bursts(past, _PART_H) * mean)
        prior = 1 / _SHARE_SD**2
        hits, ground = float(weight @ came[:, :n].sum(axis=1)), float(weight @ mean)
        return float(np.log((hits + prior) / (ground + prior))), 1 / (ground + prior)


def _summed(logs: Floats, spread: Floats) -> tuple[Floats, Floats]:
    """The log of the sum of days whose logs are known (the last axis), and its variance."""
    means = logs + 0.5 * np.diagonal(spread, axis1=1, axis2=2)[:, None, :]
    top = means.max(axis=2, keepdims=True)
    share = np.exp(means - top)
    total = share.sum(axis=2, keepdims=True)
    share = share / total
    variance = np.einsum("gci,gij,gcj->gc", share, spread, share, optimize=True)
    return (top + np.log(total))[..., 0] - 0.5 * variance, variance


def _days(past: Past, courses: Floats, likely: Floats, since: int | None) -> Days:
    """The comparable days before the push, beside each course."""
    known = past.known.copy()
    if since is not None:  # the rise is no part of the course
        known[max(since - past.day, 0) : since] = 0
    posts, seen = (past.by_day(x)[:LEARNED_DAYS] for x in (past.posts * known, known))
    profile = past.ahead[: past.day]
    share, came = (seen * profile).mean(axis=1), posts.sum(axis=1)
    before = courses[:, : len(past.posts)]
    n = len(came)
    each = before[:, before.shape[1] - n * past.day :].reshape(-1, n, past.day)[:, ::-1]
    mean = (each * (seen * profile)).sum(axis=2) / past.day
    noise = _noise(past, came, share)
    log = np.log(came + 0.5) + noise / 2 - np.log(np.maximum(mean, 1e-9))
    kept = _comparable(past, came, share, since)
    return Days(np.arange(1.0, n + 1)[kept], noise[kept], log[:, kept], likely)


def _noise(past: Past, came: Floats, share: Floats) -> Floats:
    """The variance of the log of each day's posts by chance, from the posts of it and its neighbours."""
    share = np.maximum(share, 0.1)
    near = np.convolve(np.pad(came / share, 1, mode="edge"), [0.25, 0.5, 0.25], mode="valid")
    profile = past.ahead[: past.day]
    bursts = _bursts(past, past.bucket_hours) * float((profile**2).mean()) / past.day
    return np.asarray(1 / np.maximum(near * share, 1.0) + bursts / share + _SHARE_SD**2 * (1 - share) / share)


def _comparable(past: Past, came: Floats, share: Floats, since: int | None) -> Bools:
    """Which days say something of the coming ones: seen for long enough, and not raised before the wave."""
    kept = share >= (_LEAST_SEEN if (share >= _LEAST_SEEN).any() else _LEAST_OF_WAVE)
    if since is None:
        return kept
    of_wave = np.arange(len(came)) < (len(past.posts) - since) / past.day
    usual = float(np.nan_to_num(past.usual[since - 1], nan=np.inf))
    calm = came <= _RAISED * usual * np.maximum(share, 0.1)
    found = np.where(of_wave, share >= _LEAST_OF_WAVE, kept & calm)
    return found if found.any() else kept


def _bursts(past: Past, hours: int) -> float:
    """By how much more than chance posts of so many hours scatter about their share of the day: 1/k."""
    usual, width = 1 / BURSTS / hours, hours // past.bucket_hours
    if width == past.day or not width:
        return usual
    whole = past.by_day(past.known)[:_RECENT_DAYS].all(axis=1)
    posts = past.by_day(past.posts)[:_RECENT_DAYS][whole]
    parts = past.ahead[: past.day].reshape(-1, width).sum(axis=1) / past.day
    mean = posts.sum(axis=1, keepdims=True) * parts
    came = posts.reshape(len(posts), -1, width).sum(axis=2)
    extra = float(((came - mean) ** 2 - mean * (1 - parts)).sum())
    windows = float((mean >= 1).sum())
    square = mean**2  # a part is in its day's sum too, which takes some of its scatter away
    left = square * (1 - 2 * parts) + parts**2 * square.sum(axis=1, keepdims=True)
    own = max(extra / max(float(left.sum()), 1e-9), 0.0)
    return (own * windows + usual * _PRIOR_WINDOWS) / (windows + _PRIOR_WINDOWS)

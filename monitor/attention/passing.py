"""The curves a passing wave may follow, as shares of the level it stands on: a grid of decays over a background."""

from __future__ import annotations

from itertools import product

import numpy as np

from .decay import Curves
from .past import Past, top
from .series import DAY_H, Floats

_EXPONENTIAL = 1e4
# The power, the share of the slower exponential, how many times slower it is, and a weight: as in `decay.py`.
_SHAPES = (
    (0.7, 0.0, 1.0, 0.07),
    (1.0001, 0.0, 1.0, 0.07),
    (1.5, 0.0, 1.0, 0.06),
    (_EXPONENTIAL, 0.0, 1.0, 0.6),
    (_EXPONENTIAL, 0.2, 10.0, 0.2),
)
_HALF_LIVES_H = tuple(np.geomspace(6, 40 * DAY_H, 16).tolist())
_USUAL_HALF_H, _HALF_SD = 100.0, 1.5
_FIRST = tuple(np.linspace(-0.5, 0.5, 11).tolist())  # log: the first day beside what was counted of it
_SURE = 1.6
_UNKNOWN = (1.5, 2.0, 3.0, 5.0, 10.0, 30.0, 100.0, 300.0)  # times the background, where that is not known


def passing(past: Past) -> tuple[int, Floats, Floats] | None:
    """The bucket after the top, likely courses from then on, and their weights; None where there is no wave.

    A course is a row of levels, a bucket each until a week after the push, beside the background of the wave.
    """
    last = top(past)
    if last is None or last + 1 >= len(past.posts):
        return None
    since = last + 1
    buckets = len(past.posts) - since + len(past.ahead)
    hours = np.arange(buckets + 1, dtype=np.float64) * past.bucket_hours
    pairs = np.array([(*shape, half) for shape, half in product(_SHAPES, _HALF_LIVES_H)])
    shape, half = pairs[:, :4], pairs[:, 4:]
    rate = shape[:, :1] * np.expm1(np.log(2) / shape[:, :1]) / half
    zero, one = np.zeros_like(rate), np.ones_like(rate)
    area = Curves(zero, one, rate, shape, one[:, 0], one).total(hours)
    course = np.diff(area, axis=1) / past.bucket_hours
    first = course[:, : past.day].mean(axis=1)
    times = _first_day(past, since)
    height = np.maximum(times[None, :] - 1, 0.05) / first[:, None]
    courses = 1 + height[..., None] * course[:, None, :]
    prior = shape[:, 3] * np.exp(-0.5 * (np.log(half[:, 0] / _USUAL_HALF_H) / _HALF_SD) ** 2)
    weight = np.repeat(prior, len(times))
    return since, courses.reshape(-1, buckets), weight / weight.sum()


def _first_day(past: Past, since: int) -> Floats:
    """How many times its background the first day of the wave may have been."""
    end = since + past.day
    seen = (past.known * past.shape)[since:end].sum()
    level = past.posts[since:end].sum() / max(float(seen), 0.3) * past.day
    usual = past.usual[since - 1]
    times = level / max(float(usual), 0.5) if np.isfinite(usual) else 1.0
    if times < _SURE:  # the series began in its wave
        return np.array(_UNKNOWN)
    return np.asarray(times * np.exp(_FIRST))

"""How the level of a series wanders from day to day: what its own days say, and so what the coming ones may be.

The log of a day's posts over what was expected of it is a Gaussian process: an unknown constant, a slow slope, a
level that wanders and comes back (Ornstein-Uhlenbeck), days of the week, and restless days, over counting noise. How
large each of them is nobody knows beforehand: four hundred combinations are weighed by how likely they make the
series' own days, and the likeliest are averaged.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np

from .series import Floats

_CONSTANT_SD = 3.0
_WANDERS = (0.02, 0.06, 0.12, 0.2, 0.35, 0.7, 1.2)  # sd of the log level
_COMES_BACK = (3.0, 15.0)  # days
_WEEKDAYS = (0.02, 0.1, 0.3)
_RESTLESS = (0.0, 0.1, 0.2, 0.4, 0.8)
_SLOPES = (0.0, 0.02)  # sd, a day
_GRID = np.array(list(product(_WANDERS, _COMES_BACK, _WEEKDAYS, _RESTLESS, _SLOPES)))
_PRIOR = -0.5 * (np.log(_GRID[:, 0] / 0.3) / 1.8) ** 2 - 0.5 * (np.log((_GRID[:, 3] + 0.05) / 0.3) / 1.5) ** 2
_KINDS = 32  # of them, the likeliest are looked at closely
_PLAIN_SD = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Days:
    """Days before a push: how many days ago each began, and the noise in its log.

    `log` is its log beside what each likely course expects of it, a row for each course; `likely` their weights.
    """

    ago: Floats
    noise: Floats
    log: Floats
    likely: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Coming:
    """What the days before say of the logs of the coming ones, a row for each likely kind of series.

    The mean of the logs is `gain` times those of the days before; `spread` is their covariance, restless days
    included; `weight` is that of each kind (rows) with each course (columns).
    """

    gain: Floats
    spread: Floats
    weight: Floats


def coming(days: Days, *, weekday: float, ahead: int) -> Coming:
    """The `ahead` days from a push at `weekday` (days since Monday)."""
    n = len(days.ago)
    when = np.concatenate([-days.ago, np.arange(ahead)])
    score = _scores(_cover(when[:n], weekday, _GRID) + np.diag(days.noise), _plain(days))[:, 0]
    chosen = np.argsort(-score - _PRIOR)[:_KINDS]
    kinds = _GRID[chosen]
    cover = _cover(when, weekday, kinds)
    known = cover[:, :n, :n] + np.diag(days.noise)
    score = _scores(known, days.log) + np.log(days.likely) + _PRIOR[chosen, None]
    weight = np.exp(score - score.max())
    gain: Floats = np.linalg.solve(known, cover[:, :n, n:]).transpose(0, 2, 1).astype(np.float64)
    return Coming(gain, cover[:, n:, n:] - gain @ cover[:, :n, n:], weight / weight.sum())


def _cover(when: Floats, weekday: float, kinds: Floats) -> Floats:
    """The covariance of the logs of days, one for each kind of series."""
    wanders, comes_back, weekdays, restless, slopes = kinds.T[:, :, None, None]
    apart = np.abs(when[:, None] - when)
    shares = _weekday_shares(weekday + when)
    cover = _CONSTANT_SD**2 + wanders**2 * np.exp(-apart / comes_back) + weekdays**2 * (shares @ shares.T)
    return np.asarray(cover + slopes**2 * when[:, None] * when + restless**2 * np.eye(len(when)))


def _scores(known: Floats, log: Floats) -> Floats:
    """How likely each kind of series (rows) makes the days under each course (columns), in logs."""
    root = np.linalg.cholesky(known)
    innovation = np.linalg.solve(root, np.broadcast_to(log.T, (len(root), *log.T.shape)))
    return np.asarray(
        -0.5 * (innovation**2).sum(axis=1) - np.log(np.diagonal(root, axis1=1, axis2=2)).sum(axis=1)[:, None]
    )


def _plain(days: Days) -> Floats:
    """The logs beside the course that leaves the least of them."""
    weight = 1 / (days.noise + _PLAIN_SD**2)
    rest = days.log - (days.log @ weight / weight.sum())[:, None]
    return days.log[[int(np.argmin((rest**2) @ weight - 2 * np.log(days.likely)))]]


def _weekday_shares(begins: Floats) -> Floats:
    """How much of each day that begins at a time of the week lies on each weekday, and on the weekend.

    >>> _weekday_shares(np.array([5.5])).tolist()
    [[0.0, 0.0, 0.0, 0.0, 0.0, 0.5, 0.5, 1.0]]
    """
    first = np.floor(begins).astype(np.int64)
    second = begins - first
    weekdays = np.eye(7)[first % 7] * (1 - second)[:, None] + np.eye(7)[(first + 1) % 7] * second[:, None]
    return np.hstack([weekdays, weekdays[:, 5:].sum(axis=1, keepdims=True)])

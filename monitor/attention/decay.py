"""How a wave passes, fitted to its counts: several curves above a background, averaged by how well they hold.

The curves are level(t) = background + height · f(rate·t), where f is an exponential, a power law (1 + x/p)^-p (Crane
& Sornette 2008; the smaller p, the longer the tail) or two exponentials, the slower one a record that stays (Candia
et al. 2019). Each is fitted by penalised negative binomial scoring, with what may be wrong with the daily rhythm as
a nuisance; they are averaged by their quasi-likelihood (Laplace's approximation), and errors are widened where
counts are more restless than negative binomial ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from .series import DAY_H, Floats

BURSTS = 8.0  # negative binomial k of an hour, as seen on hourly counts of campaigns
_POWERS = (0.5, 0.7, 1.0001, 1.5, 2.5)
_EXPONENTIAL = 1e4  # a power so large that its law is exponential
# A row for each shape: the power p, the share of the slower exponential, how many times slower it is, a prior weight.
_SHAPES = np.array(
    [
        *([power, 0.0, 1.0, 0.3 / 5] for power in _POWERS),
        [_EXPONENTIAL, 0.0, 1.0, 0.45],
        *([_EXPONENTIAL, share, slower, 0.25 / 4] for share in (0.1, 0.3) for slower in (6.0, 20.0)),
    ]
)
_FINE_H, _FINE_DAYS = 3, 4  # blocks of three hours for four days, then of a day each
_LONGEST_DAYS = 28
_HALVED_H, _RATE_SD = 72.0, 2.2  # prior: half of the wave is gone in three days, within a factor of e^2.2
_HEIGHT_SD = 5.0  # of its log, around what the first hours bring: next to nothing is known of it beforehand
_ROUNDS, _STEP, _CLOSE = 9, 0.7, 3e-3
_MOST_RESTLESS, _MOST_TOGETHER = 20.0, 0.8
_DRAWS = 40
_SIDE, _SIDES = 1.28, (0.6, 2.5)  # where the sides of a rate are measured, in sd, and how unlike they may be
_LEAST_WEIGHT = 1e-3


@dataclass(frozen=True, slots=True, eq=False)
class Blocks:
    """Counts in blocks: `start` and `end` in hours since the top, posts, exposure, and complete hours in each.

    `clock` is the cosine and the sine of the time of day, from the top's; zero where a block is a whole day.
    """

    start: Floats
    end: Floats
    posts: Floats
    exposure: Floats
    hours: Floats
    clock: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Curves:
    """Likely curves since the top, one in each row of columns: posts an hour, a rate an hour, a shape, a weight.

    `chance` is a standard normal deviate beside each, for whatever else is not known.
    """

    background: Floats
    height: Floats
    rate: Floats
    shape: Floats
    weight: Floats
    chance: Floats

    def total(self, hours: Floats) -> Floats:
        """Posts from the top until `hours` after it, the rhythm taken out; a row for each curve."""
        return self.background * hours + self.height * _area(hours, self.rate, self.shape)


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """What is known beforehand: the background in posts an hour, and the sd of its log; the sd of the log rhythm."""

    background: float
    doubt: float
    rhythm_doubt: float


def blocks(posts: Floats, exposure: Floats, complete: Floats) -> Blocks:
    """The hours since the top in blocks; of a long wave its first four days and its last four weeks."""
    hours = len(posts)
    days = max(hours - _FINE_DAYS * DAY_H, 0) // DAY_H
    fine = hours - days * DAY_H
    starts = np.concatenate([np.arange(0, fine, _FINE_H), np.arange(fine, hours, DAY_H)])
    ends = np.append(starts[1:], hours)
    sums = [np.add.reduceat(x, starts) for x in (posts, exposure, complete)]
    kept = ((starts < fine) | (starts >= hours - _LONGEST_DAYS * DAY_H)) & (sums[2] > 0)
    start, end = starts[kept].astype(np.float64), ends[kept].astype(np.float64)
    angle = (start + end) * np.pi / DAY_H
    clock = np.where(end - start > _FINE_H, 0.0, [np.cos(angle), np.sin(angle)])
    posts, exposure, complete = (x[kept] for x in sums)
    return Blocks(start, end, posts, exposure, complete, clock)


def fitted(counted: Blocks, known: Ground) -> Curves:
    """Likely curves under `counted`, given what is known beforehand."""
    prior, precision = _beforehand(counted, known)
    at = prior.copy()
    for _ in range(_ROUNDS):
        mean = _mean(counted, at)
        slope = _slopes(counted, at, mean)
        weight = 1 / _variance(counted, mean)
        gradient = np.einsum("sbi,sb->si", slope, weight * (counted.posts - mean)) - (at - prior) @ precision
        information = slope.transpose(0, 2, 1) @ (slope * weight[..., None])
        step = np.clip(np.linalg.solve(information + precision, gradient[..., None])[..., 0], -_STEP, _STEP)
        at = at + step
        if np.abs(step).max() < _CLOSE:
            break
    mean = _mean(counted, at)
    wide = _restless(counted, mean[int(np.argmax(_likelihood(counted, mean) + np.log(_SHAPES[:, 3])))])
    spread: Floats = np.linalg.inv(information / wide + precision).astype(np.float64)

    def credit(there: Floats) -> Floats:
        penalty = 0.5 * np.einsum("si,ij,sj->s", there - prior, precision, there - prior)
        return np.asarray(_likelihood(counted, _mean(counted, there)) / wide - penalty)

    best = credit(at)
    along = _SIDE * spread[:, :, 1] / np.sqrt(spread[:, [1], 1])
    drops = np.stack([best - credit(at - along), best - credit(at + along)])
    sides = np.clip(_SIDE / np.sqrt(2 * np.maximum(drops, 1e-9)), *_SIDES)
    score = best + 0.5 * np.linalg.slogdet(spread)[1] + np.log(_SHAPES[:, 3])
    return _drawn(at, spread, np.exp(score - score.max()), sides)


def _beforehand(counted: Blocks, known: Ground) -> tuple[Floats, Floats]:
    """Where each shape's parameters begin, which is also the middle of their prior, and the prior's precision.

    They are the logs of height, rate and background, and the rhythm's error as a cosine and a sine of the day.
    """
    prior = np.zeros((len(_SHAPES), 5))
    early = counted.start < counted.start[0] + DAY_H / 2
    above = counted.posts[early].sum() / counted.exposure[early].sum() - known.background
    prior[:, 0] = np.log(max(above, 0.1 * known.background, 1e-3))
    prior[:, 1] = np.log(_SHAPES[:, 0] * np.expm1(np.log(2) / _SHAPES[:, 0]) / _HALVED_H)
    prior[:, 2] = np.log(known.background)
    spreads = [_HEIGHT_SD, _RATE_SD, known.doubt, known.rhythm_doubt, known.rhythm_doubt]
    return prior, np.diag(np.array(spreads) ** -2.0)


def _mean(counted: Blocks, at: Floats) -> Floats:
    """Posts expected in each block by each shape."""
    height, rate, background = np.exp(np.clip(at[:, :3], -40, 40)).T[..., None]
    under = _area(counted.end, rate, _SHAPES) - _area(counted.start, rate, _SHAPES)
    wave = height / (counted.end - counted.start) * np.maximum(under, 1e-12)
    return np.asarray(np.maximum(counted.exposure * (wave + background) * _rhythm(counted, at), 1e-9))


def _slopes(counted: Blocks, at: Floats, mean: Floats) -> Floats:
    """The slopes of `mean` by the parameters, in the last axis."""
    height, rate, background = np.exp(np.clip(at[:, :3], -40, 40)).T[..., None]
    ground = counted.exposure * background * _rhythm(counted, at)
    wave = mean - ground
    ends = [t * _height(t, rate, _SHAPES) for t in (counted.start, counted.end)]
    each = counted.exposure * height * _rhythm(counted, at) / (counted.end - counted.start)
    return np.stack([wave, each * (ends[1] - ends[0]) - wave, ground, *(mean * counted.clock[:, None])], axis=-1)


def _rhythm(counted: Blocks, at: Floats) -> Floats:
    """What the rhythm's error makes of each block."""
    return np.asarray(np.exp(np.clip(at[:, 3:] @ counted.clock, -2, 2)))


def _area(t: Floats, rate: Floats, shape: Floats) -> Floats:
    """What has passed under each shape of height one until `t`."""
    power, share, slower = shape[:, :3].T[..., None]
    fast = power / (1 - power) * np.expm1((1 - power) * np.log1p(rate * t / power))
    return np.asarray(((1 - share) * fast - share * slower * np.expm1(-rate * t / slower)) / rate)


def _height(t: Floats, rate: Floats, shape: Floats) -> Floats:
    power, share, slower = shape[:, :3].T[..., None]
    fast = np.exp(-power * np.log1p(rate * t / power))
    return np.asarray((1 - share) * fast + share * np.exp(-rate * t / slower))


def _variance(counted: Blocks, mean: Floats) -> Floats:
    return np.asarray(mean + mean**2 / (BURSTS * counted.hours))


def _likelihood(counted: Blocks, mean: Floats) -> Floats:
    """Negative binomial log likelihood of each row of means, without what is the same in all."""
    size = BURSTS * counted.hours
    return np.asarray((counted.posts * np.log(mean) - (counted.posts + size) * np.log(mean + size)).sum(axis=-1))


def _restless(counted: Blocks, mean: Floats) -> float:
    """How many times wider than negative binomial counts scatter, and how long they stay on one side."""
    residual = (counted.posts - mean) / np.sqrt(_variance(counted, mean))
    squares = float((residual**2).sum())
    together = float((residual[1:] * residual[:-1]).sum()) / max(squares, 1e-9)
    together = min(max(together, 0.0), _MOST_TOGETHER)
    wide = max(squares / max(len(residual) - 3, 1), 1.0)
    return min(wide * (1 + together) / (1 - together), _MOST_RESTLESS)


def _drawn(at: Floats, spread: Floats, weight: Floats, sides: Floats) -> Curves:
    """Curves spread evenly over each shape that is not hopeless: a normal, but split along the rate.

    `sides` are by how much it is wider below and above its mode (Geweke 1989): what is slow is known less well.
    """
    kept = weight >= _LEAST_WEIGHT * weight.sum()
    order = [1, 0, 2]  # the rate first, as it is the one that is split
    roots = np.linalg.cholesky(spread[kept][:, order][:, :, order])
    side = np.where(_NORMALS[:, 0] < 0, sides[0, kept, None], sides[1, kept, None])
    normals = np.repeat(_NORMALS[None, :, :3], int(kept.sum()), axis=0)
    normals[:, :, 0] *= side
    drawn = at[kept][:, None, order] + np.einsum("sij,snj->sni", roots, normals)
    rate, height, background = np.exp(np.clip(drawn, -40, 40)).reshape(-1, 3).T[..., None]
    shape = np.repeat(_SHAPES[kept], _DRAWS, axis=0)
    chance = np.tile(_NORMALS[:, 3:], (int(kept.sum()), 1))
    return Curves(background, height, rate, shape, (weight[kept, None] * side).ravel(), chance)


def _mirrored(number: int, base: int) -> float:
    """The van der Corput sequence, which fills the space from 0 to 1 evenly.

    >>> [_mirrored(number, 2) for number in (1, 2, 3)]
    [0.5, 0.25, 0.75]
    """
    share, digit = 0.0, 1.0
    while number:
        digit /= base
        number, rest = divmod(number, base)
        share += digit * rest
    return share


# Halton's points as standard normals: what random draws would be, but evenly spread and always the same.
_NORMALS = np.array(
    [[NormalDist().inv_cdf(_mirrored(number, base)) for base in (2, 3, 5, 7)] for number in range(1, _DRAWS + 1)]
)

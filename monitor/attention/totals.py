"""How many posts some hours may bring: a mixture of likely means, and what chance makes of each."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from .series import Floats

_NODES = np.array([NormalDist().inv_cdf((i + 0.5) / 15) for i in range(15)])
_BINS, _STEPS = 400, 40
_LEAST_WEIGHT = 1e-5  # beside the likeliest


@dataclass(frozen=True, slots=True, eq=False)
class Total:
    """Likely logs of the mean of a total and their weights; posts come by chance around each."""

    log: Floats
    weight: Floats

    @classmethod
    def of(cls, middle: Floats, variance: Floats, weight: Floats, *, freedom: float = np.inf) -> Total:
        """A mixture of normals of the log, or of Student's t where few days stand behind their variance."""
        matters = np.nonzero(weight > _LEAST_WEIGHT * weight.max())
        middle, variance, weight = middle[matters], variance[matters], weight[matters]
        logs = (middle[:, None] + np.sqrt(variance)[:, None] * _student(freedom)).ravel()
        low, step = float(logs.min()), float(np.ptp(logs)) / _BINS + 1e-12
        weights = np.repeat(weight, len(_NODES))
        binned = np.bincount(((logs - low) / step).astype(np.int64), weights)
        kept = np.flatnonzero(binned)
        return cls((low + (kept + 0.5) * step).astype(np.float64), (binned[kept] / binned.sum()).astype(np.float64))

    @property
    def middle(self) -> float:
        """The median of the mean.

        >>> round(Total(np.log([2.0, 5.0, 9.0]), np.full(3, 1 / 3)).middle, 6)
        5.0
        """
        order = np.argsort(self.log)
        at = int(np.searchsorted(np.cumsum(self.weight[order]), 0.5))
        return float(np.exp(self.log[order][min(at, len(order) - 1)]))

    @property
    def variance(self) -> float:
        """Of the log of the total, chance included."""
        mean = float(self.weight @ self.log)
        return float(self.weight @ (self.log - mean) ** 2) + 1 / max(self.middle, 1.0)

    def quantile(self, share: float) -> float:
        """The fewest posts of which at least a `share` of chances are not more.

        >>> ten = Total(np.log([10.0]), np.ones(1))  # of a Poisson distribution: 5 and 15
        >>> ten.quantile(0.05), ten.quantile(0.95)
        (5.0, 15.0)
        """
        low, high = -1.0, float(np.exp(self.log.max() + 1)) + 20
        roots = 2 * np.exp(self.log / 2)
        for _ in range(_STEPS):
            middle = (low + high) / 2
            below = float(self.weight @ _normal_below(2 * np.sqrt(max(middle, -0.9) + 0.9) - roots))
            low, high = (low, middle) if below >= share else (middle, high)
        return float(max(np.ceil(low), 0.0))

    def scaled(self, log: float, variance: float) -> Total:
        """The same times a factor of which the log and its variance are known."""
        return Total.of(self.log + log, np.full(len(self.log), variance), self.weight)


def _student(freedom: float) -> Floats:
    """Even quantiles of Student's t, as a series in those of the normal (Fisher & Cornish 1960)."""
    z = _NODES
    more = (z**3 + z) / (4 * freedom) + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * freedom**2)
    return np.asarray(z + more)


def _normal_below(x: Floats) -> Floats:
    """The standard normal distribution, to a part in seven thousand (Page 1977)."""
    return np.asarray(1 / (1 + np.exp(-np.clip(1.5976 * x + 0.070566 * x**3, -50, 50))))

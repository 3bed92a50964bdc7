"""Small ridge regressions for fit_learned.py, in plain numpy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Rows = tuple[Floats, Floats, Floats]  # regressors, target, weight
RIDGE, FORECAST_RIDGE = 5.0, 300.0  # in rows' worth of "no effect"


def logistic(rows: Rows) -> Floats:
    """Ridge logistic regression (iteratively reweighted least squares), weights in the columns' units."""
    x, y, w = rows
    w = w / w.mean()
    scale = np.where(x.std(axis=0) > 0, x.std(axis=0), 1.0)
    z: Floats = x / scale
    beta: Floats = np.zeros(x.shape[1])
    penalty = np.diag([0.0] + [RIDGE] * (x.shape[1] - 1))
    for _ in range(50):
        p = 1 / (1 + np.exp(-z @ beta))
        hessian = (z * (w * p * (1 - p))[:, None]).T @ z + penalty
        beta = beta + np.linalg.solve(hessian, z.T @ (w * (y - p)) - penalty @ beta)
    return np.asarray(beta / scale)


def least_deviation(x: Floats, y: Floats, w: Floats) -> Floats:
    """Ridge regression to the median (reweighted least squares), weights in the columns' units."""
    w = w / w.mean()
    scale = np.where(x.std(axis=0) > 0, x.std(axis=0), 1.0)
    z: Floats = x / scale
    beta: Floats = np.zeros(x.shape[1])
    penalty = np.diag([0.0] + [FORECAST_RIDGE] * (x.shape[1] - 1))
    for _ in range(50):
        v = w / np.maximum(np.abs(y - z @ beta), 0.1)
        beta = np.asarray(np.linalg.solve((z * v[:, None]).T @ z + penalty, z.T @ (v * y)), dtype=np.float64)
    return np.asarray(beta / scale)


def weighted_quantiles(values: Floats, weights: Floats) -> Floats:
    """The 21 quantiles from 2.5% in steps of 4.75%."""
    order = np.argsort(values)
    at = (np.cumsum(weights[order]) - weights[order] / 2) / weights.sum()
    return np.interp(np.linspace(0.025, 0.975, 21), at, values[order])


def stacked(parts: list[Rows]) -> Rows:
    """Rows of several series as one."""
    return (
        np.concatenate([x for x, _, _ in parts]),
        np.concatenate([y for _, y, _ in parts]),
        np.concatenate([w for _, _, w in parts]),
    )

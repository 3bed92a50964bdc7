"""How fast a wave decays: a log-linear Poisson fit since its peak, its errors widened by overdispersion."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .series import DAY_H, Floats
from .usual import Levels

_LEAST_HOURS = 6
_Z80 = 1.2816
_LONGEST_H = 24.0 * 365


@dataclass(frozen=True, slots=True)
class HalfLife:
    """Hours in which half of a level goes, with an 80% interval; `high` is None where decay may be none."""

    hours: float
    low: float
    high: float | None


def half_life(found: Levels, *, peak: int, now: int) -> HalfLife | None:
    """The half-life of the wave whose highest day ended with hour `peak`, as known after hour `now`.

    None where too few complete hours have passed or the level does not decay.
    """
    day_of_peak = slice(max(peak - DAY_H + 1, 0), peak + 1)
    top = day_of_peak.start + int(np.nanargmax(np.nan_to_num(found.six[day_of_peak], nan=-1.0)))
    if now - top >= 2 * DAY_H:  # whole days, so that what is left of the daily rhythm pulls no end
        top = now + 1 - (now + 1 - top) // DAY_H * DAY_H
    hours = top + np.flatnonzero(found.complete[top : now + 1])
    if len(hours) < _LEAST_HOURS:
        return None
    background = min(float(np.nan_to_num(found.calm[now])), 0.8 * float(found.fast[now])) / DAY_H
    fitted = log_slope(found.posts[hours], found.weekly[hours], (hours - top).astype(np.float64), background=background)
    if fitted is None:
        return None
    slope, error = fitted
    if slope >= 0 or np.log(2) / -slope > _LONGEST_H:
        return None
    slowest = slope + _Z80 * error
    return HalfLife(
        hours=float(np.log(2) / -slope),
        low=float(np.log(2) / (_Z80 * error - slope)),
        high=float(np.log(2) / -slowest) if slowest < 0 else None,
    )


def log_slope(
    counts: Floats, exposure: Floats, hours: Floats, *, background: float = 0.0
) -> tuple[float, float] | None:
    """Slope of the log rate above `background` (posts an hour) and its standard error; None without posts.

    >>> slope, error = log_slope(1000 * 0.5 ** np.arange(6.0), np.ones(6), np.arange(6.0))
    >>> round(slope, 3)
    -0.693
    """
    if counts.sum() < 1 or hours[-1] <= hours[0]:
        return None
    design = np.column_stack([np.ones(len(hours)), hours - hours.mean()])
    above = max(counts.sum() / exposure.sum() - background, 0.1 * counts.sum() / exposure.sum())
    beta = np.array([np.log(above), 0.0])
    for _ in range(40):
        wave = np.exp(np.clip(design @ beta, -30, 30)) * exposure
        mean = np.maximum(wave + background * exposure, 1e-9)
        gradient = design * wave[:, None]
        information = gradient.T @ (gradient / mean[:, None]) + 1e-9 * np.eye(2)
        step = np.linalg.solve(information, gradient.T @ ((counts - mean) / mean))
        beta = beta + np.clip(step, -0.5, 0.5)
        if np.abs(step).max() < 1e-8:
            break
    residual = (counts - mean) / np.sqrt(mean)
    spread = max(1.0, float((residual**2).sum() / max(len(counts) - 2, 1))) * _runs(residual)
    return float(beta[1]), float(np.sqrt(spread * np.linalg.inv(information)[1, 1]))


def _runs(residual: Floats) -> float:
    """How much more neighbouring hours err together than free ones would (first-order autocorrelation)."""
    together = float((residual[1:] * residual[:-1]).sum() / max(float((residual**2).sum()), 1e-9))
    together = min(max(together, 0.0), 0.9)
    return (1 + together) / (1 - together)

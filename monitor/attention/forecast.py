"""Totals of the coming 24 and 72 hours: a geometric mixture of levels, learned over many campaigns.

The centre relaxes from the last day's level towards the longer ones (coefficients in `learned`); the
80% interval takes the learned spread of errors and, as a series grows old enough to have errors of
its own, those (split conformal, drawn to the learned quantiles).
"""

from __future__ import annotations

import numpy as np

from ..model import HOUR, Forecast, Series
from .learned import FORECASTS, Relaxation
from .series import DAY_H, Floats, Ints, window_sum
from .usual import Levels, levels, window_level

HORIZONS = (DAY_H, 3 * DAY_H)
_PRIOR_ERRORS = 20  # learned errors that stand beside a series' own
_LEAST_HOURS = 24
_SPAN = (0.025, 0.975)  # of the learned quantiles


def forecasts(series: Series, *, every_hours: int = DAY_H) -> list[Forecast]:
    """Forecasts at every `every_hours` of the series, each from what was known then; none in a gap."""
    found = levels(series)
    origins = np.arange(every_hours - 1, len(found.posts), every_hours)
    origins = origins[can_forecast(found)[origins]]
    out: list[Forecast] = []
    for horizon in HORIZONS:
        out += _along(series, found, origins, horizon)
    return sorted(out, key=lambda item: (item.at, item.horizon_hours))


def can_forecast(found: Levels) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Where enough complete hours are known, and recent ones, to say what comes."""
    recent = window_sum(found.complete, 12) >= 6
    return np.asarray(recent & (np.cumsum(found.complete) >= _LEAST_HOURS) & (found.complete > 0))


def expected(found: Levels, hours: Ints, horizon: int) -> Floats:
    """The middle of what `horizon` hours after each of `hours` should bring, in posts."""
    model = FORECASTS[horizon]
    log_level: Floats = day_log(found)[hours] + regressors(found)[hours] @ np.array(model.weights)
    return np.asarray(np.maximum(np.expm1(log_level), 0.0) * horizon / DAY_H)


def day_log(found: Levels) -> Floats:
    """The log of a day's posts plus one, from the 12-hour level where the day is not known."""
    return np.asarray(np.log1p(np.nan_to_num(np.where(np.isnan(found.day), found.twelve, found.day))))


def regressors(found: Levels) -> Floats:
    """Where other levels lie beside the last day's, in log posts a day; a column for each weight.

    Longer levels (week, usual, peak) were tried and left out: what they say of one family of series
    does not hold for the next, and errors over 72 hours grew by a fifth.
    """
    day = day_log(found)
    three = window_level(found.posts, found.complete, 3 * DAY_H)
    beside = [np.nan_to_num(np.clip(np.log1p(level) - day, -5, 5)) for level in (found.fast, found.six, three)]
    return np.column_stack([np.ones(len(day)), *beside])


def spread_regressors(found: Levels) -> Floats:
    """What the size of an error depends on: how restless the levels are, and how scarce the posts."""
    restless = np.abs(regressors(found)[:, 2:])
    return np.column_stack([np.ones(len(restless)), restless, 1.0 / np.sqrt(1.0 + np.exp(day_log(found)))])


def spread(found: Levels, weights: Floats) -> Floats:
    """The typical size of a forecast's error in log posts at each hour."""
    return np.asarray(np.exp(np.clip(spread_regressors(found) @ weights, -3.0, 1.5)))


def _along(series: Series, found: Levels, origins: Ints, horizon: int) -> list[Forecast]:
    model = FORECASTS[horizon]
    middle = expected(found, origins, horizon)
    size = spread(found, np.array(model.spread_weights))[origins]
    actual = _totals(found, origins, horizon)
    scale = horizon / DAY_H
    errors = (np.log1p(actual / scale) - np.log1p(middle / scale)) / size
    out = []
    for i, hour in enumerate(origins.tolist()):
        told = origins + horizon <= hour
        own = errors[:i][told[:i] & np.isfinite(errors[:i])]
        low, high = _interval(own, model)
        bounds = np.expm1(np.log1p(middle[i] / scale) + size[i] * np.array([low, high])) * scale
        at = series.start + (hour + 1) * HOUR
        out.append(Forecast(at, horizon, float(middle[i]), max(float(bounds[0]), 0.0), float(bounds[1])))
    return out


def _interval(own: Floats, model: Relaxation) -> tuple[float, float]:
    """The 10% and 90% quantiles of errors: the learned ones among the series' own."""
    learned = np.interp(np.linspace(*_SPAN, _PRIOR_ERRORS), np.linspace(*_SPAN, len(model.errors)), model.errors)
    low, high = np.quantile(np.concatenate([learned, own[-60:]]), [0.1, 0.9])
    return float(low), float(high)


def _totals(found: Levels, origins: Ints, horizon: int) -> Floats:
    """What came in the `horizon` hours after each origin; NaN where it is not wholly known."""
    end = np.minimum(origins + horizon, len(found.posts) - 1)
    came = window_sum(found.posts, horizon)[end]
    whole = (window_sum(found.complete, horizon)[end] == horizon) & (origins + horizon < len(found.posts))
    return np.where(whole, came, np.nan)

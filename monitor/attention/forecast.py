"""Totals of the coming 24 and 72 hours: weights learned over many campaigns, and from there on by each series.

The centre is a regression of log posts on `outlook.regressors`. A series begins with the learned weights and moves
away from them as its own last weeks teach otherwise: a ridge regression to the median whose ridge is the learned
weights (empirical Bayes). The 80% interval takes the learned spread of errors and, as a series grows old enough to
have errors of its own, those (split conformal, drawn to the learned quantiles).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ..model import HOUR, Forecast, Series
from .learned import FORECASTS, Expectation
from .outlook import QUIET_H, Seen, came, last_day, regressors, seen, spread_regressors
from .series import DAY_H, WEEK_H, Bools, Floats, Ints, window_sum
from .usual import Levels, levels

HORIZONS = (DAY_H, 3 * DAY_H)
_LEAST_HOURS = 24
_LESSON_H = 6  # hours between the own origins that teach
_LESSONS = 160  # of them, at most: 40 days
_LEAST_POSTS = 3.0  # in the day before an origin that teaches
_NEAR = 0.3  # an error under it counts as a square, over it as its size (log posts)
_REACH_H = HORIZONS[-1] + _LESSONS * _LESSON_H + QUIET_H + WEEK_H  # nothing before it matters
_SPREAD = (-3.0, 0.0)  # logs: the least and the most it may be
_PRIOR_ERRORS = 10  # learned errors that stand beside a series' own
_OWN_ERRORS = 60
_SPAN = (0.025, 0.975)  # of the learned quantiles


def forecasts(
    series: Series, *, every_hours: int = DAY_H, learned: Mapping[int, Expectation] = FORECASTS
) -> list[Forecast]:
    """Forecasts at every `every_hours` of the series, each from what was known then; none in a gap.

    `learned` are the numbers to begin with, by horizon in hours.
    """
    found = levels(series)
    origins = np.arange(every_hours - 1, len(found.posts), every_hours)
    origins = origins[can_forecast(found)[origins]]
    out: list[Forecast] = []
    for horizon in HORIZONS if len(origins) else ():
        out += _along(series, seen(found, 0, len(found.posts)), origins, horizon, learned[horizon])
    return sorted(out, key=lambda item: (item.at, item.horizon_hours))


def can_forecast(found: Levels) -> Bools:
    """Where enough complete hours are known, and recent ones, to say what comes."""
    recent = window_sum(found.complete, 12) >= 6
    return np.asarray(recent & (np.cumsum(found.complete) >= _LEAST_HOURS) & (found.complete > 0))


def expected(found: Levels, hours: Ints, horizon: int) -> Floats:
    """The middle of what `horizon` hours after each of `hours` should bring, in posts.

    The cost for one hour does not grow with the series: nothing older than a dozen weeks is looked at.
    """
    if not len(hours):
        return np.zeros(0)
    begin = max(int(hours.min()) - _REACH_H, 0)
    part = seen(found, begin, int(hours.max()) + 1)
    return np.expm1(log_totals(part, hours - begin, horizon, FORECASTS[horizon]))


def log_totals(part: Seen, origins: Ints, horizon: int, model: Expectation) -> Floats:
    """The log (of one more than) the total that should come after each origin, learned from what had come by then."""
    back = horizon + _LESSON_H * np.arange(_LESSONS)
    hours = np.unique(np.concatenate([origins, (origins[:, None] - back).ravel()]))
    hours = hours[hours >= min(_LEAST_HOURS, int(origins.min()))]
    x = regressors(part, hours, horizon)
    flat = log_flat(part, hours, horizon)
    error = np.log1p(came(part, hours, horizon)) - flat - x @ np.array(model.weights)
    teaches = np.isfinite(error) & (hours >= _LEAST_HOURS) & (last_day(part)[hours] >= _LEAST_POSTS)
    out = np.empty(len(origins))
    for i, origin in enumerate(origins.tolist()):
        own = np.searchsorted(hours, origin - back[origin - back >= hours[0]])
        own = own[teaches[own]]
        here = int(np.searchsorted(hours, origin))
        out[i] = flat[here] + x[here] @ (np.array(model.weights) + _taught(x[own], error[own], model))
    return np.maximum(out, 0.0)


def log_flat(part: Seen, hours: Ints, horizon: int) -> Floats:
    """The log (of one more than) the total if the last day repeats itself."""
    return np.log1p(last_day(part)[hours] * horizon / DAY_H)


def spread(looked: Floats, weights: Floats) -> Floats:
    """The typical size of a forecast's error in log posts, for each row of `outlook.spread_regressors`."""
    return np.asarray(np.exp(np.clip(looked @ weights, *_SPREAD)))


def _taught(x: Floats, error: Floats, model: Expectation) -> Floats:
    """How far a series' own errors move the weights: a day's lessons weigh one, the learned weights `firmness`."""
    weight = _LESSON_H / DAY_H / np.maximum(np.abs(error), _NEAR)
    weighted = x * weight[:, None]
    return np.asarray(np.linalg.solve(weighted.T @ x + np.diag(model.firmness), weighted.T @ error))


def _along(series: Series, part: Seen, origins: Ints, horizon: int, model: Expectation) -> list[Forecast]:
    middle = log_totals(part, origins, horizon, model)
    looked = spread_regressors(part, origins, regressors(part, origins, horizon))
    size = spread(looked, np.array(model.spread_weights))
    errors = (np.log1p(came(part, origins, horizon)) - middle) / size
    out = []
    for i, hour in enumerate(origins.tolist()):
        own = np.flatnonzero((origins + horizon <= hour) & np.isfinite(errors))[-_OWN_ERRORS:]
        low, high = _interval(errors[own], model)
        total, least, most = np.expm1(middle[i] + size[i] * np.array([0.0, min(low, 0.0), max(high, 0.0)])).tolist()
        out.append(Forecast(series.start + (hour + 1) * HOUR, horizon, total, max(least, 0.0), most))
    return out


def _interval(own: Floats, model: Expectation) -> tuple[float, float]:
    """The 10% and 90% quantiles of errors: the learned ones among the series' own."""
    learned = np.interp(np.linspace(*_SPAN, _PRIOR_ERRORS), np.linspace(*_SPAN, len(model.errors)), model.errors)
    low, high = np.quantile(np.concatenate([learned, own]), [0.1, 0.9])
    return float(low), float(high)

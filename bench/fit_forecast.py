"""The forecasts' numbers of monitor/attention/learned.py: how they are fitted, and how they hold.

The centre's weights are fitted to the median. How firmly a series holds to them was chosen once, for all columns
alike. The spread and the quantiles of errors are those of forecasts whose weights never saw the family forecast,
so that an interval is as wide as a new kind of campaign needs it.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

import numpy as np
from fits import Floats, Rows, least_deviation, stacked, weighted_quantiles  # type: ignore[import-not-found]
from lessons import Lesson, families  # type: ignore[import-not-found]

from monitor.attention.forecast import HORIZONS, can_forecast, forecasts, log_flat, log_totals, spread
from monitor.attention.learned import Expectation
from monitor.attention.outlook import Seen, came, regressors, seen, spread_regressors
from monitor.attention.series import DAY_H, WEEK_H, Ints, window_sum
from monitor.model import HOUR, Forecast

FIRST_H = 168  # origins before are no lessons
SCORED_H = 192  # as score_forecast.py has it
LEAST_POSTS = 10  # in the last day, there and here
FIRM = 40.0  # days' lessons, of usual size, that move a weight half of the way
FIRM_MIDDLE = 2.0  # the same for the constant: a series' own bias is soon believed


def fitted(material: list[Lesson], horizon: int) -> Expectation:
    """Everything a forecast begins with, learned from `material`."""
    rows = {lesson.name: centre_rows(lesson, horizon) for lesson in material}
    x, y, w = stacked(list(rows.values()))
    weights = least_deviation(x, y, w)
    firmness = np.concatenate([[FIRM_MIDDLE], FIRM * x[:, 1:].var(axis=0)])
    errors = []
    for family in families(material):
        others = stacked([rows[lesson.name] for lesson in material if lesson.family != family])
        without = _centre(least_deviation(*others), firmness)
        errors += [error_rows(lesson, horizon, without) for lesson in material if lesson.family == family]
    s, error, w = stacked(errors)
    size = _spread_weights(s, error, w)
    quantiles = weighted_quantiles(error / spread(s, size), w)
    return Expectation(*(tuple(part.round(3).tolist()) for part in (weights, firmness, size, quantiles)))


def centre_rows(lesson: Lesson, horizon: int) -> Rows:
    """Origins every three hours, and how far the coming total lay from the last day's (logs)."""
    part, hours = _origins(lesson, 3)
    y = np.log1p(came(part, hours, horizon)) - log_flat(part, hours, horizon)
    return _known(regressors(part, hours, horizon), y)


def error_rows(lesson: Lesson, horizon: int, model: Expectation) -> Rows:
    """Origins every six hours: what the spread depends on, and how far `model` was off."""
    part, hours = _origins(lesson, 6)
    if not len(hours):
        return np.empty((0, 6)), np.empty(0), np.empty(0)
    y = np.log1p(came(part, hours, horizon)) - log_totals(part, hours, horizon, model)
    return _known(spread_regressors(part, hours, regressors(part, hours, horizon)), y)


def report(material: list[Lesson]) -> None:
    """Print error and coverage as score_forecast.py has them: family left out, and fitted on all."""
    without = {
        family: {horizon: fitted([one for one in material if one.family != family], horizon) for horizon in HORIZONS}
        for family in families(material)
    }
    whole = {horizon: fitted(material, horizon) for horizon in HORIZONS}
    for what, chosen in (("family left out", without), ("fitted on all", dict.fromkeys(without, whole))):
        scored = [(lesson, _scored(lesson, chosen[lesson.family])) for lesson in material]
        for horizon in HORIZONS:
            _print(f"{horizon} h, {what}", [(lesson.family, by[horizon]) for lesson, by in scored if len(by[horizon])])


def _print(title: str, scored: list[tuple[str, Floats]]) -> None:
    """One line: series count alike, also within a family's coverage its origins."""
    ours, flat, week, inside = np.mean([rows.mean(axis=0) for _, rows in scored], axis=0)
    print(f"forecast {title}: error {ours:.3f} ({ours / min(flat, week):.3f} of the best naive)", end="")
    print(f", inside 80% {inside:.3f}; by family", end="")
    for family, group in groupby(scored, key=lambda item: item[0]):
        rows = np.concatenate([rows for _, rows in group])
        print(f" {family} {rows[:, 3].mean():.2f} of {len(rows)}", end="")
    print()


def _scored(lesson: Lesson, learned: Mapping[int, Expectation]) -> dict[int, Floats]:
    """By horizon, a row for each forecast: our error, the last day's, last week's, and whether it was inside."""
    out: dict[int, list[list[float]]] = {horizon: [] for horizon in HORIZONS}
    total = np.concatenate([[0.0], np.cumsum(np.nan_to_num(lesson.series.values))])
    for item in forecasts(lesson.series, learned=learned):
        end = (item.at - lesson.series.start) // HOUR
        last = total[end] - total[max(end - DAY_H, 0)]
        if end >= SCORED_H and end + item.horizon_hours < len(total) and last >= LEAST_POSTS:
            out[item.horizon_hours].append(_score(item, total, end))
    return {horizon: np.array(rows) for horizon, rows in out.items()}


def _score(item: Forecast, total: Floats, end: int) -> list[float]:
    horizon = item.horizon_hours
    actual = total[end + horizon] - total[end]
    flat = (total[end] - total[end - DAY_H]) * horizon / DAY_H
    week = total[end - WEEK_H + horizon] - total[end - WEEK_H]
    errors = [abs(float(np.log1p(told) - np.log1p(actual))) for told in (item.mean, flat, week)]
    return [*errors, float(item.low80 <= actual <= item.high80)]


def _origins(lesson: Lesson, step: int) -> tuple[Seen, Ints]:
    found = lesson.found
    hours = np.arange(FIRST_H, len(found.posts), step)
    day = window_sum(found.posts, DAY_H)
    return seen(found, 0, len(found.posts)), hours[can_forecast(found)[hours] & (day[hours] >= LEAST_POSTS)]


def _known(x: Floats, y: Floats) -> Rows:
    """The rows whose truth is known, a series weighing as the root of their number."""
    known = np.isfinite(y)
    return x[known], y[known], np.full(known.sum(), 1.0 / np.sqrt(max(known.sum(), 1)))


def _centre(weights: Floats, firmness: Floats) -> Expectation:
    return Expectation(tuple(weights.tolist()), tuple(firmness.tolist()), (), ())


def _spread_weights(s: Floats, error: Floats, w: Floats) -> Floats:
    """Weights of the log size of errors (least squares with a light ridge)."""
    v = w / w.mean()
    target = np.log(np.abs(error) + 0.05)
    return np.asarray(np.linalg.solve((s * v[:, None]).T @ s + np.eye(s.shape[1]), s.T @ (v * target)))

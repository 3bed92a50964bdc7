"""Learn the numbers of monitor/attention/learned.py from a folder of hourly series, and say how they hold.

usage: fit_learned.py SERIES_DIR [--write monitor/attention/learned.py]

A family is what stands before the first "_" of a file's name. The report comes from fits that never
saw the family they are judged on; what is written is fitted on all of them.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import numpy as np
import score_fade  # type: ignore[import-not-found]
from fits import (  # type: ignore[import-not-found]
    Floats,
    Rows,
    least_deviation,
    logistic,
    stacked,
    weighted_quantiles,
)

from monitor.alerts.states import HALVED, passages
from monitor.attention.certainty import halved_regressors, standing_regressors
from monitor.attention.evidence import Witness
from monitor.attention.fade import signs
from monitor.attention.forecast import HORIZONS, can_forecast, day_log, regressors, spread_regressors
from monitor.attention.usual import Levels, levels
from monitor.backtest import read
from monitor.judge import told_wave

STANDING = 3  # columns of a standing fade's regressors
CENTRE = 4  # columns of a forecast's regressors; those of its spread stand behind them
_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # no number learned here depends on the date
T = TypeVar("T")
FIRST_ORIGIN_H = 168


@dataclass(frozen=True)
class Lesson:
    """One series with what hindsight knows of it; `family` is never trained and judged on together."""

    name: str
    family: str
    found: Levels
    truth: dict[str, object]

    @property
    def fades(self) -> list[tuple[int, int]]:
        """First and last hour of each fade by the hindsight definition."""
        return [(int(first), int(last)) for first, last in self.truth["fades"]]  # type: ignore[attr-defined]


def lessons(folder: Path) -> list[Lesson]:
    """Every series of the folder."""
    out = []
    for path in sorted(folder.glob("*.csv")):
        series = read(path)
        truth = score_fade.truth(np.nan_to_num(series.values), 60)
        out.append(Lesson(path.stem, path.stem.split("_")[0], levels(series), truth))
    return out


def hit(lesson: Lesson, hour: int) -> bool:
    """Whether a warning at `hour` would hit a fade, as score_fade.py counts it."""
    early, late = score_fade.EARLY_H, score_fade.LATE_H
    return any(first - early <= hour <= min(last, first + late) for first, last in lesson.fades)


def warnings(lesson: Lesson) -> list[int]:
    """The hours at which the rules warn of a halved wave, where hindsight can tell whether rightly."""
    scored = np.asarray(lesson.truth["scored"])
    found = passages(signs(lesson.found))
    return [passage.hour for passage in found if passage.kind == HALVED and scored[passage.hour]]


def halved_rows(lesson: Lesson) -> Rows:
    """The warnings of one series, and whether hindsight agrees."""
    hours = warnings(lesson)
    y = np.array([hit(lesson, hour) for hour in hours], dtype=np.float64)
    return halved_regressors(lesson.found)[hours], y, np.ones(len(hours))


def standing_hours(lesson: Lesson) -> list[tuple[list[int], list[int]]]:
    """For each time a halved wave stands: every third hour of it, and the peak's hour as known then."""
    found, out = lesson.found, []
    witness = Witness(_ANY_DAY, found)
    passed = list(passages(signs(found)))
    ends = [passage.hour for passage in passed[1:]] + [len(found.posts)]
    for number, (passage, end) in enumerate(zip(passed, ends, strict=True)):
        if passage.kind == HALVED:
            wave = told_wave(passed[: number + 1], witness)
            tops = [(hour, witness.top(hour, wave=wave)) for hour in range(passage.hour, end, 3)]
            known = [(hour, top) for hour, top in tops if top is not None]
            out.append(([hour for hour, _ in known], [top for _, top in known]))
    return out


def standing_rows(lesson: Lesson) -> Rows:
    """The hours of standing fades, and whether the days 24 to 72 hours on stayed under half of the peak.

    It is the definition of score_fade.py, with the peak of the fade in the place of the week's. A fade weighs
    as the root of its hours: its hours are no independent cases.
    """
    level = np.asarray(lesson.truth["level"]) * 24
    x, y, w = [np.empty((0, STANDING))], [], []
    for hours, peaks in standing_hours(lesson):
        use = [(hour, peak) for hour, peak in zip(hours, peaks, strict=True) if hour + 72 < len(level)]
        if not use:
            continue
        at, top = np.array(use).T
        x.append(standing_regressors(lesson.found, at, top))
        y += [float(level[hour + 24 : hour + 73].max() < 0.5 * lesson.found.day[peak]) for hour, peak in use]
        w += [1 / np.sqrt(len(use))] * len(use)
    return np.concatenate(x), np.array(y), np.array(w)


def forecast_rows(lesson: Lesson, horizon: int) -> Rows:
    """Origins every six hours, and how far the coming total lay from the last day's (logs)."""
    found, n = lesson.found, len(lesson.found.posts)
    origins = np.arange(FIRST_ORIGIN_H, max(n - horizon, FIRST_ORIGIN_H), 6)
    origins = origins[can_forecast(found)[origins]]
    total = np.concatenate([[0.0], np.cumsum(found.posts)])
    came = (total[origins + horizon + 1] - total[origins + 1]) * 24 / horizon
    day = day_log(found)[origins]
    use = np.expm1(day) >= 10
    x = np.hstack([regressors(found), spread_regressors(found)])[origins][use]
    y = (np.log1p(came) - day)[use]
    return x, y, np.full(len(y), 1.0 / max(len(y), 1) ** 0.75)


@dataclass(frozen=True)
class Relaxed:
    """A fitted forecast: weights, weights of the spread, and the quantiles of standardised errors."""

    weights: Floats
    spread: Floats
    errors: Floats


def relax(rows: Rows) -> Relaxed:
    """Centre, spread and error quantiles of a forecast."""
    x, y, w = rows
    weights = least_deviation(x[:, :CENTRE], y, w)
    error = y - x[:, :CENTRE] @ weights
    s = x[:, CENTRE:]
    v = w / w.mean()
    target = np.log(np.abs(error) + 0.05)
    spread = np.linalg.solve((s * v[:, None]).T @ s + np.eye(s.shape[1]), s.T @ (v * target))
    standard = error / np.exp(np.clip(s @ spread, -3.0, 1.5))
    return Relaxed(weights, spread, weighted_quantiles(standard, w))


def left_out(material: list[Lesson], rows_of: Callable[[Lesson], Rows], fit: Callable[[Rows], T]) -> dict[str, T]:
    """For every family, a fit on all the others."""
    families = sorted({lesson.family for lesson in material})
    rows = {lesson.name: rows_of(lesson) for lesson in material}
    return {
        family: fit(stacked([rows[lesson.name] for lesson in material if lesson.family != family]))
        for family in families
    }


def report_certainty(material: list[Lesson], what: str, rows_of: Callable[[Lesson], Rows]) -> None:
    """Print how often what was said with each certainty was right, its own family left out."""
    fits = left_out(material, rows_of, logistic)
    said, was, weight = [], [], []
    for lesson in material:
        x, y, w = rows_of(lesson)
        said += (1 / (1 + np.exp(-x @ fits[lesson.family]))).tolist()
        was += y.tolist()
        weight += w.tolist()
    p, y, w = np.array(said), np.array(was), np.array(weight)
    mean = np.average(y, weights=w)
    print(
        f"certainty of {len(p)} {what}, own family left out: Brier {np.average((p - y) ** 2, weights=w):.3f} ", end=""
    )
    print(f"(always saying {mean:.2f}: {np.average((mean - y) ** 2, weights=w):.3f})")
    for low, high in pairwise((0, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95, 1)):
        part = (p >= low) & (p < high)
        if part.any():
            told, right = np.average(p[part], weights=w[part]), np.average(y[part], weights=w[part])
            print(f"  said {told:.2f}  was right {right:.2f}  of {part.sum()}")


def report_forecast(material: list[Lesson], horizon: int) -> None:
    """Print error and coverage of forecasts, their own family left out, series counting alike."""
    fits = left_out(material, lambda lesson: forecast_rows(lesson, horizon), relax)
    ours, flat, inside = [], [], []
    for lesson in material:
        x, y, _ = forecast_rows(lesson, horizon)
        fit = fits[lesson.family]
        error = y - x[:, :CENTRE] @ fit.weights
        standard = error / np.exp(np.clip(x[:, CENTRE:] @ fit.spread, -3.0, 1.5))
        low, high = np.interp([0.1, 0.9], np.linspace(0.025, 0.975, 21), fit.errors)
        if len(y):
            ours.append(np.abs(error).mean())
            flat.append(np.abs(y).mean())
            inside.append(((standard >= low) & (standard <= high)).mean())
    print(f"{horizon} h: error {np.mean(ours):.3f}, flat {np.mean(flat):.3f}, inside 80% {np.mean(inside):.2f}")


def main() -> None:
    """Report, and write what was learned where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("series_dir", type=Path)
    parser.add_argument("--write", type=Path)
    arguments = parser.parse_args()
    material = lessons(arguments.series_dir)
    report_certainty(material, "warnings", halved_rows)
    report_certainty(material, "hours of standing fades", standing_rows)
    for horizon in HORIZONS:
        report_forecast(material, horizon)
    if arguments.write:
        arguments.write.write_text(written(material), encoding="utf-8")


def written(material: list[Lesson]) -> str:
    """The module `learned`, fitted on everything."""
    halved = logistic(stacked([halved_rows(lesson) for lesson in material]))
    standing = logistic(stacked([standing_rows(lesson) for lesson in material]))
    blocks = []
    for horizon in HORIZONS:
        fit = relax(stacked([forecast_rows(lesson, horizon) for lesson in material]))
        blocks.append(
            f"    {horizon}: Relaxation(\n        weights={_tuple(fit.weights)},\n"
            f"        spread_weights={_tuple(fit.spread)},\n        errors={_tuple(fit.errors)},\n    ),\n"
        )
    return _MODULE.format(n=len(material), blocks="".join(blocks), halved=_tuple(halved), standing=_tuple(standing))


def _tuple(values: Floats) -> str:
    return "(" + ", ".join(f"{value:.3f}" for value in values) + ")"


_MODULE = '''"""Numbers learned over {n} hourly series of campaigns, crises and companies.

Written by `bench/fit_learned.py`, which also reports how they hold for a family of series left out;
not edited by hand.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A learned forecast in log posts a day: weights of its centre and of its spread.

    The columns are `forecast.regressors` and `forecast.spread_regressors`; `errors` are 21 even
    quantiles, from 2.5% to 97.5%, of what errors were over their spread.
    """

    weights: tuple[float, ...]
    spread_weights: tuple[float, ...]
    errors: tuple[float, ...]


# by horizon in hours
FORECASTS = {{
{blocks}}}

# columns: `certainty.halved_regressors`
HALVED_WEIGHTS = {halved}

# columns: `certainty.standing_regressors`
STANDING_WEIGHTS = {standing}
'''


if __name__ == "__main__":
    main()

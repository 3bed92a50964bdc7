"""Learn when a wave is fading, and how sure that is, and say how it holds for families left out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from itertools import pairwise

import numpy as np
import score_fade  # type: ignore[import-not-found]
from fits import Floats, Rows, logistic, stacked  # type: ignore[import-not-found]
from lessons import Lesson, families  # type: ignore[import-not-found]

from monitor.alerts.states import HALVED, Passage, Walker
from monitor.attention.certainty import halved_facts, standing_regressors
from monitor.attention.evidence import Witness
from monitor.attention.fade import Signs, fade_facts
from monitor.judge import told_wave

SILENT_H = 2  # as by the hour without a lag
STANDING_EVERY_H = 3
_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # no number learned here depends on the date

Weights = Sequence[float]


def fade_rows(lesson: Lesson) -> Rows:
    """Every hour with a wave whose peak is known, and whether it faded; a series weighs as the root of its hours."""
    hours = np.flatnonzero(np.asarray(lesson.truth["scored"]) & np.isfinite(lesson.found.peak))
    faded = np.zeros(len(lesson.found.posts))
    for first, last in lesson.fades:
        faded[first : last + 1] = 1
    x = np.array([fade_facts(lesson.found.at(hour)) for hour in hours.tolist()]).reshape(len(hours), -1)
    return x, faded[hours], np.full(len(hours), 1 / np.sqrt(max(len(hours), 1)))


def fit_fade(material: list[Lesson]) -> Weights:
    """The weights of `fade_facts`, in the digits that ship."""
    rows = [lesson_rows for lesson in material if len((lesson_rows := fade_rows(lesson))[1])]
    return tuple(round(float(weight), 3) for weight in logistic(stacked(rows)))


def walk(lesson: Lesson, weights: Weights) -> tuple[list[Passage], Floats]:
    """Every passage of the series under these weights, and the decline at every hour."""
    signs, walker = Signs(weights=weights), Walker()
    told = [signs.add(level) for level in lesson.found.rows()]
    passed = [passage for sign in told if (passage := walker.step(sign, silent=SILENT_H))]
    return passed, np.array([sign.decline for sign in told])


def warnings(lesson: Lesson, weights: Weights) -> list[int]:
    """The hours at which the rules warn of a halved wave."""
    passed, _ = walk(lesson, weights)
    return [passage.hour for passage in passed if passage.kind == HALVED and not passage.resumed]


def halved_rows(lesson: Lesson, weights: Weights) -> Rows:
    """The warnings where hindsight can tell whether rightly, and whether it agrees."""
    scored = np.asarray(lesson.truth["scored"])
    hours = [hour for hour in warnings(lesson, weights) if scored[hour]]
    x = np.array([halved_facts(lesson.found.at(hour)) for hour in hours]).reshape(-1, 3)
    return x, np.array([_hit(lesson, hour) for hour in hours], dtype=np.float64), np.ones(len(hours))


def _hit(lesson: Lesson, hour: int) -> bool:
    """Whether a warning at `hour` would hit a fade, as score_fade.py counts it."""
    early, late = score_fade.EARLY_H, score_fade.LATE_H
    return any(first - early <= hour <= min(last, first + late) for first, last in lesson.fades)


def standing_rows(lesson: Lesson, weights: Weights) -> Rows:
    """The hours of standing fades, and whether the days 24 to 72 hours on stayed under half of the peak.

    It is the definition of score_fade.py, with the peak of the fade in the place of the week's. A fade weighs
    as the root of its hours: its hours are no independent cases.
    """
    level = np.asarray(lesson.truth["level"]) * 24
    x, y, w = [np.empty((0, 3))], list[float](), list[float]()
    for hours, peaks in _standing(lesson, weights):
        use = [(hour, peak) for hour, peak in zip(hours, peaks, strict=True) if hour + 72 < len(level)]
        if use:
            x.append(standing_regressors(lesson.found, *np.array(use).T))
            y += [float(level[hour + 24 : hour + 73].max() < 0.5 * lesson.found.day[peak]) for hour, peak in use]
            w += [1 / np.sqrt(len(use))] * len(use)
    return np.concatenate(x), np.array(y), np.array(w)


def _standing(lesson: Lesson, weights: Weights) -> list[tuple[list[int], list[int]]]:
    """For each time a halved wave stands: every third hour of it, and the peak's hour as known then."""
    passed, decline = walk(lesson, weights)
    witness = Witness(_ANY_DAY, lesson.found, decline)
    out = []
    ends = [passage.hour for passage in passed[1:]] + [len(lesson.found.posts)]
    for number, (passage, end) in enumerate(zip(passed, ends, strict=True)):
        if passage.kind == HALVED:
            wave = told_wave(passed[: number + 1], witness)
            tops = [(hour, witness.top(hour, wave=wave)) for hour in range(passage.hour, end, STANDING_EVERY_H)]
            known = [(hour, top) for hour, top in tops if top is not None]
            out.append(([hour for hour, _ in known], [top for _, top in known]))
    return out


def report(material: list[Lesson]) -> None:
    """Print how warnings and certainties hold, everything learned without the family they are judged on."""
    others = {family: [one for one in material if one.family != family] for family in families(material)}
    weights = {family: fit_fade(rest) for family, rest in others.items()}
    found = {one.name: warnings(one, weights[one.family]) for one in material}
    for peak_day in (200, 60):
        truth = {one.name: score_fade.truth(np.nan_to_num(one.series.values), peak_day) for one in material}
        row = score_fade.score(truth, found)
        print(
            f"waves of {peak_day} a day, own family left out: recall {row['recall']:.2f}, "
            f"delay {row['delay_median_h']:.0f} h (p90 {row['delay_p90_h']:.0f}), "
            f"wrong/week {row['wrong_per_armed_week']:.2f}, nuisance/week {row['nuisance_per_unarmed_week']:.2f}"
        )
    for what, rows_of in (("warnings", halved_rows), ("hours of standing fades", standing_rows)):
        _report_certainty(material, what, rows_of, others, weights)


def _report_certainty(
    material: list[Lesson],
    what: str,
    rows_of: Callable[[Lesson, Weights], Rows],
    others: dict[str, list[Lesson]],
    weights: dict[str, Weights],
) -> None:
    """Print how often what was said with each certainty was right."""
    said, was, weight = [], [], []
    for family, rest in others.items():
        fit = logistic(stacked([rows_of(one, weights[family]) for one in rest]))
        x, y, w = stacked([rows_of(one, weights[family]) for one in material if one.family == family])
        said.append(1 / (1 + np.exp(-x @ fit)))
        was.append(y)
        weight.append(w)
    p, y, w = (np.concatenate(parts) for parts in (said, was, weight))
    mean = np.average(y, weights=w)
    brier, always = (np.average((guess - y) ** 2, weights=w) for guess in (p, mean))
    print(f"certainty of {len(p)} {what}, own family left out: Brier {brier:.3f} (always {mean:.2f}: {always:.3f})")
    off = 0.0
    for low, high in pairwise(np.linspace(0, 1, 11)):
        part = (p >= low) & (p < high)
        if part.any():
            told, right = np.average(p[part], weights=w[part]), np.average(y[part], weights=w[part])
            off += abs(told - right) * w[part].sum() / w.sum()
            print(f"  said {told:.2f}  was right {right:.2f}  of {part.sum()}")
    print(f"  calibration error over ten bins: {off:.3f}")

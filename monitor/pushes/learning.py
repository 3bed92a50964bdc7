"""What is learned across pushes: which hook, time and language brought most, and whether they bring less and less.

Pushes of a kind differ among themselves, kinds differ from each other, and each push is measured with an error. How far
the first go is estimated by moments; how far the second is averaged over all that is likely, as a handful of kinds
cannot tell it (DerSimonian & Laird's estimate would be zero every other time). The mean of a kind is drawn towards the
mean of all as far as its own doubt demands. With three pushes of a kind that is a lot.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import exp, log, sqrt
from typing import NamedTuple

from ..model import Fatigue, Lesson, Outcome

LEAST_PUSHES = 3  # behind a rank, and behind a slope
PARTS = ("night", "morning", "afternoon", "evening")
_Z90 = 1.645
_T90 = (6.314, 2.920, 2.353, 2.132, 2.015, 1.943, 1.895, 1.860, 1.833, 1.812)  # Student's, 1 to 10 degrees of freedom
_LEAST_ERROR = 0.02
# How far kinds may truly lie apart (sd of the log), and how likely that is beforehand: a half-normal of 0.5.
_APART = tuple((0.05 * i, exp(-0.5 * (0.1 * i) ** 2)) for i in range(31))


class _Mean(NamedTuple):
    """A mean in logs and its variance."""

    value: float
    variance: float


def lessons(outcomes: Sequence[Outcome]) -> tuple[Lesson, ...]:
    """What each hook, part of the day, kind of day and language brought, in the order of what they brought.

    Nothing under two pushes, as there is nothing to compare.
    """
    if len(outcomes) < 2:
        return ()
    groups: dict[str, dict[str, list[Outcome]]] = defaultdict(lambda: defaultdict(list))
    for one in outcomes:
        for kind, name in _kinds(one):
            groups[kind][name].append(one)
    return tuple(lesson for kind, named in groups.items() for lesson in _ranked(_pooled(kind, named, outcomes)))


def fatigue(outcomes: Sequence[Outcome]) -> Fatigue | None:
    """By how much the log of the ratio changes from push to push, in order of time; None under three pushes.

    >>> falling = [Outcome("vigil", 2, False, (), ratio, 0.05) for ratio in (0.9, 0.6, 0.3, 0.0)]
    >>> found = fatigue(falling)
    >>> round(found.slope, 2), found.shrinks
    (-0.3, True)
    """
    n = len(outcomes)
    if n < LEAST_PUSHES:
        return None
    between = 0.0
    for _ in range(2):  # a slope, then how far pushes scatter around it, then the slope with that in mind
        weights = [1 / (_square(one) + between) for one in outcomes]
        total = sum(weights)
        middle = sum(w * i for i, w in enumerate(weights)) / total
        mean = sum(w * one.ratio for w, one in zip(weights, outcomes, strict=True)) / total
        spread = sum(w * (i - middle) ** 2 for i, w in enumerate(weights))
        slope = (
            sum(w * (i - middle) * one.ratio for (i, one), w in zip(enumerate(outcomes), weights, strict=True)) / spread
        )
        rest = [one.ratio - mean - slope * (i - middle) for i, one in enumerate(outcomes)]
        excess = sum(r * r for r in rest) / (n - 2) - sum(map(_square, outcomes)) / n
        between = max(excess, 0.0)
    reach = (_T90[n - 3] if n - 3 < len(_T90) else _Z90) if between else _Z90
    half = reach / sqrt(spread)
    return Fatigue(slope, slope - half, slope + half, n)


def _kinds(one: Outcome) -> Iterable[tuple[str, str]]:
    """What a push teaches of."""
    if one.hook:
        yield "hook", one.hook
    yield "part of day", PARTS[one.part]
    yield "weekday", "weekend" if one.weekend else "weekday"
    for language in dict.fromkeys(one.languages):
        yield "language", language


def _pooled(kind: str, named: dict[str, list[Outcome]], outcomes: Sequence[Outcome]) -> list[Lesson]:
    """The lessons of one kind, each drawn towards the mean of all pushes."""
    within = _within(named, outcomes)
    means = [_mean([_Mean(one.ratio, _square(one) + within) for one in group]) for group in named.values()]
    return [
        _lesson(kind, name, len(named[name]), mean) for name, mean in zip(named, _drawn_together(means), strict=True)
    ]


def _lesson(kind: str, name: str, pushes: int, mean: _Mean) -> Lesson:
    reach = _Z90 * sqrt(mean.variance)
    return Lesson(kind, name, pushes, exp(mean.value), exp(mean.value - reach), exp(mean.value + reach))


def _drawn_together(means: Sequence[_Mean]) -> list[_Mean]:
    """Means drawn towards their mean, averaged over how far the true ones may lie apart.

    >>> near, far = ([_Mean(x, 0.04) for x in (0.0, apart)] for apart in (0.1, 2.0))
    >>> [round(one.value, 2) for one in _drawn_together(near)], [round(one.value, 2) for one in _drawn_together(far)]
    ([0.03, 0.07], [0.07, 1.93])
    """
    likely = [exp(_likelihood(means, apart)) * weight for apart, weight in _APART]
    drawn = [[_drawn(mean, means, apart) for apart, _ in _APART] for mean in means]
    return [_averaged(one, likely) for one in drawn]


def _likelihood(means: Sequence[_Mean], apart: float) -> float:
    """The log likelihood of means whose true values lie so far apart (sd), around any middle."""
    every = _mean([_Mean(value, variance + apart**2) for value, variance in means])
    squares = sum((value - every.value) ** 2 / (variance + apart**2) for value, variance in means)
    return 0.5 * (log(every.variance) - squares - sum(log(variance + apart**2) for _, variance in means))


def _drawn(mean: _Mean, means: Sequence[_Mean], apart: float) -> _Mean:
    """One mean drawn towards that of all; the doubt of where that lies is part of what is left.

    >>> [round(x, 3) for x in _drawn(_Mean(1.0, 0.25), [_Mean(1.0, 0.25), _Mean(0.0, 0.25)], 0.5)]
    [0.75, 0.188]
    """
    every = _mean([_Mean(value, variance + apart**2) for value, variance in means])
    own = apart**2 / (apart**2 + mean.variance)
    return _Mean(own * mean.value + (1 - own) * every.value, own * mean.variance + (1 - own) ** 2 * every.variance)


def _averaged(drawn: Sequence[_Mean], likely: Sequence[float]) -> _Mean:
    """The mean and the variance of a mixture."""
    total = sum(likely)
    value = sum(w * one.value for w, one in zip(likely, drawn, strict=True)) / total
    square = sum(w * (one.variance + one.value**2) for w, one in zip(likely, drawn, strict=True)) / total
    return _Mean(value, square - value**2)


def _within(named: dict[str, list[Outcome]], outcomes: Sequence[Outcome]) -> float:
    """How far pushes of one kind truly differ: the scatter inside the groups beyond the errors of measuring.

    Where no group has two pushes, it is the scatter of all.
    """
    groups = [group for group in named.values() if len(group) > 1] or [list(outcomes)]
    squares = freedom = noise = 0.0
    for group in groups:
        mean = sum(one.ratio for one in group) / len(group)
        squares += sum((one.ratio - mean) ** 2 for one in group)
        freedom += len(group) - 1
        noise += sum(map(_square, group)) * (len(group) - 1) / len(group)
    return max((squares - noise) / freedom, 0.0)


def _mean(values: Sequence[_Mean]) -> _Mean:
    """The mean of values with variances."""
    weights = [1 / one.variance for one in values]
    total = sum(weights)
    return _Mean(sum(w * one.value for w, one in zip(weights, values, strict=True)) / total, 1 / total)


def _ranked(told: list[Lesson]) -> list[Lesson]:
    """The lessons with their ranks, the best first; without any where fewer than two have three pushes."""
    ordered = sorted(told, key=lambda one: (-one.times, one.name))
    able = [one for one in ordered if one.pushes >= LEAST_PUSHES]
    if len(able) < 2:
        return ordered
    ranks = {one.name: rank for rank, one in enumerate(able, 1)}
    return [replace(one, rank=ranks.get(one.name)) for one in ordered]


def _square(one: Outcome) -> float:
    return max(one.error, _LEAST_ERROR) ** 2

"""Waves as the judgement told them: what staff read of a wave while it passed stands in its past, too (pure)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from ..model import Evidence
from .relaxation import Interval
from .waves import Passed, Wave

_NEAR = timedelta(hours=36)  # two days that share hours may be the highest in turn: their wave is one


def as_told(found: Sequence[Passed], told: Sequence[Evidence]) -> tuple[Passed, ...]:
    """The waves `found`, the oldest first, with the peak and the half-life that the judgement `told` of them last.

    What follows a told wave before it came back to what is usual, and was never told itself, belongs to it: the
    judgement saw one wave there. `told` is what it said, the newest last.
    """
    last = _of_each(found, told)
    shown: list[Passed] = []
    whose: int | None = None  # the told wave that is not over
    for number, one in enumerate(found):
        if whose is not None and number not in last:
            shown[-1] = _joined(shown[-1], one)
        else:
            shown.append(one)
            whose = number if number in last else None
        if one.wave.over:
            whose = None
        if number in last:
            shown[-1] = _worded(one, last[number])
    return tuple(shown)


def _of_each(found: Sequence[Passed], told: Sequence[Evidence]) -> Mapping[int, Sequence[Evidence]]:
    """What was told of each wave by its number, the newest last; waves that nothing was told of are left out."""
    words: dict[int, list[Evidence]] = {}
    for one in told:
        number = None if one.peak_at is None or one.peak is None else _number(found, one.peak_at)
        if number is not None:
            words.setdefault(number, []).append(one)
    return words


def _number(found: Sequence[Passed], peak_at: datetime) -> int | None:
    """The wave with its top next to this peak, or else the one that was passing then."""
    near = [(abs(one.peak_at - peak_at), number) for number, one in enumerate(found)]
    if near and min(near)[0] <= _NEAR:
        return min(near)[1]
    return next((number for number, one in enumerate(found) if one.began < peak_at <= one.ended), None)


def _worded(one: Passed, told: Sequence[Evidence]) -> Passed:
    """The wave with the numbers that were told of it last."""
    last = told[-1]
    if last.peak is None or last.peak_at is None:
        return one
    same = [words for words in told if words.peak_at == last.peak_at and words.half_life_low is not None]
    return replace(
        one,
        began=min(one.began, last.peak_at),
        peak_at=last.peak_at,
        wave=replace(one.wave, peak=last.peak),
        half_life=_half_life(same[-1]) if same else one.half_life,
    )


def _half_life(told: Evidence) -> Interval:
    return Interval(told.half_life_hours, told.half_life_low or 0.0, told.half_life_high)


def _joined(one: Passed, after: Passed) -> Passed:
    """A wave with what came after it and is no wave of its own."""
    first, then = one.wave, after.wave
    whole = Wave(
        first.first,
        first.top,
        then.last,
        then.over,
        first.peak,
        first.usual,
        first.posts + then.posts,
        first.missing + then.missing,
    )
    return replace(one, ended=after.ended, wave=whole)

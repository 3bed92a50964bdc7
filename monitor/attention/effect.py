"""What a push brought: what was seen in the hours after it, beside what was expected of them without it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ..model import Effect, Extra, Series, Verdict
from .around import Around, Shift
from .series import DAY_H, WEEK_H

HORIZONS_H = (3, DAY_H, WEEK_H)


def effect(
    series: Sequence[Series],
    *,
    at: datetime,
    now: datetime,
    others: Sequence[datetime] = (),
    control: Sequence[Series] = (),
) -> Effect:
    """What a push that went out `at` brought to the topic of these series, as known `now`; the first one leads.

    `others` are the times of the topic's other pushes; `control` are series that the push was not about.
    """
    beside = next((one for one in (Around(x, at=at, now=now) for x in control) if one.shift(DAY_H)), None)
    shifts = _shifts(beside)
    told = [_extras(Around(one, at=at, now=now, others=others), shifts) for one in series]
    lead = next((extras for extras in told if extras and extras[0].measure == "posts"), told[0] if told else ())
    return Effect(
        topic=series[0].topic if series else "",
        at=at,
        extras=tuple(extra for extras in told for extra in extras),
        headline=_headline(lead),
        control=beside.told(DAY_H) if beside else None,
        days_bought=_days_bought(lead),
    )


def _shifts(beside: Around | None) -> dict[int, Shift | None]:
    """By how much each horizon is moved: by what happened to the control, where that was significant in a day."""
    found = {hours: beside.shift(hours) if beside else None for hours in HORIZONS_H}
    day = found[DAY_H]
    moved = day is not None and day.significant
    return {hours: one if one and (moved or one.significant) else None for hours, one in found.items()}


def _extras(around: Around, shifts: dict[int, Shift | None]) -> tuple[Extra, ...]:
    hours = (one for one in HORIZONS_H if one >= around.series.bucket_hours)
    return tuple(around.told(one, shifts[one]) for one in hours)


def _headline(extras: Sequence[Extra]) -> Extra | None:
    """The extra of a day if it is known, else that of fewer hours, else why the day's is not."""
    upto = [extra for extra in extras if extra.hours <= DAY_H][::-1]
    told = (extra for extra in upto if extra.extra is not None)
    reason = (extra for extra in upto if extra.verdict is Verdict.CANNOT_TELL)
    return next(told, None) or next(reason, None) or next(iter(upto), None)


def _days_bought(extras: Sequence[Extra]) -> tuple[float, float, float] | None:
    """The extra of the longest known horizon in days of what was expected in it."""
    for one in reversed(extras):
        if one.extra is None or one.low is None or one.high is None or not one.expected:
            continue
        a_day = one.expected * DAY_H / one.hours
        return one.extra / a_day, one.low / a_day, one.high / a_day
    return None

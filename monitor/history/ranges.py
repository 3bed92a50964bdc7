"""Ranges of time, the steps they are told in, and local days, weeks and midnights."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from math import ceil
from typing import NamedTuple
from zoneinfo import ZoneInfo

import pandas as pd

from ..model import DAY, HOUR

_STEPS = ((1, 30), (2, 60), (24, 720))  # hours, and the longest range in days that they are drawn in
MOST_POINTS = 720
BY_DAY = 24


class Range(NamedTuple):
    """From when to when something is shown, and in steps of how many hours."""

    start: datetime
    end: datetime
    step: int


def step_hours(length_days: float) -> int:
    """How long a step of a line is, so that it has at most 720 points: an hour, two, a day or a week.

    >>> [step_hours(days) for days in (30, 60, 61, 400, 4000)]
    [1, 2, 24, 24, 168]
    """
    return next((step for step, most in _STEPS if length_days <= most), 168)


def midnight(day: date, timezone: str) -> datetime:
    """The moment at which a local day begins."""
    return datetime.combine(day, time(), ZoneInfo(timezone)).astimezone(UTC)


def last_days(days: int, *, end: datetime, timezone: str) -> Range:
    """The last so many days before `end`: to the hour where hours are drawn, else whole local days and today."""
    step = step_hours(days)
    if step < BY_DAY:
        return Range(end - days * DAY, end, step)
    today = (end - HOUR).astimezone(ZoneInfo(timezone)).date()
    return Range(midnight(today - (days - 1) * DAY, timezone), end, step)


def local_days(index: pd.DatetimeIndex, timezone: str) -> pd.DatetimeIndex:
    """The local date of each moment, as a date without a zone: a day may begin at one, where clocks go forward."""
    return index.tz_convert(timezone).tz_localize(None).floor("D")


def begins(dates: pd.DatetimeIndex, timezone: str) -> pd.DatetimeIndex:
    """The moments at which local dates begin."""
    return pd.DatetimeIndex([midnight(day, timezone) for day in dates])


def hours_of(dates: pd.DatetimeIndex, timezone: str) -> list[int]:
    """How many hours begin on each local date."""
    ends = ((midnight(day, timezone), midnight(day + DAY, timezone)) for day in dates)
    return [ceil(end.timestamp() / 3600) - ceil(start.timestamp() / 3600) for start, end in ends]


def mondays(index: pd.DatetimeIndex, timezone: str) -> pd.DatetimeIndex:
    """The date of the Monday before each moment."""
    dates = local_days(index, timezone)
    return dates - pd.to_timedelta(dates.day_of_week, unit="D")

"""Numbers, spans and times in plain English: rounded as people speak, the zone always named."""

from __future__ import annotations

import math
import unicodedata
from datetime import datetime
from typing import TypeGuard
from zoneinfo import ZoneInfo

from ..model import HOUR

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_JOINERS = "\u200c\u200d"  # Persian and emoji need them; every other invisible mark can hide or reorder text


def known(value: float | None) -> TypeGuard[float]:
    """Whether a number is there at all: neither None nor NaN nor infinite."""
    return value is not None and math.isfinite(value)


def amount(value: float) -> str:
    """A count or rate as people say it: two digits are enough from a hundred on.

    >>> amount(0.4), amount(38.2), amount(4312.0)
    ('less than 1', '38', '4,300')
    """
    if 0 < value < 0.5:
        return "less than 1"
    if value < 100:
        return f"{value:.0f}"
    step = 10 ** (math.floor(math.log10(value)) - 1)
    return f"{round(value / step) * step:,.0f}"


def about(value: float) -> str:
    """The same with its doubt: "about 38", but "less than 1" and "0" stand alone."""
    text = amount(value)
    return text if value < 0.5 else f"about {text}"


def percent(share: float) -> str:
    """A share of one in whole per cent, never rounded to nothing or to everything.

    >>> percent(0.084), percent(0.002), percent(0.997), percent(1)
    ('8%', 'less than 1%', 'more than 99%', '100%')
    """
    if 0 < share < 0.01:
        return "less than 1%"
    if 0.99 < share < 1:
        return "more than 99%"
    return f"{share * 100:.0f}%"


def times(ratio: float) -> str:
    """How many times as much: halves below three, whole numbers up to a hundred.

    >>> times(1.6), times(7.7), times(250)
    ('1.5', '8', 'more than 100')
    """
    if ratio > 100:
        return "more than 100"
    return f"{round(ratio * 2) / 2:g}" if ratio < 3 else f"{ratio:.0f}"


def span(hours: float) -> str:
    """A length of time in the unit one would use: hours up to two days, then days.

    >>> span(0.3), span(1), span(18.2), span(71)
    ('less than an hour', '1 hour', '18 hours', '3 days')
    """
    if hours < 0.5:
        return "less than an hour"
    count, unit = (round(hours), "hour") if hours < 48 else (round(hours / 24), "day")
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


def span_between(hours: float, low: float | None, high: float | None) -> str:
    """A length of time with its interval, in one unit: hours up to two days, then days to a tenth up to ten.

    >>> span_between(18.2, 14.8, 22.4), span_between(62, 50, 82), span_between(62, 50, None), span_between(0.2, 0, 0.4)
    ('18 hours (15–22)', '2.6 days (2.1–3.4)', '2.6 days (at least 2.1)', 'less than an hour')
    """
    if hours < 0.5:
        return span(hours)
    size, digits = (1.0, 0) if hours < 48 else (24.0, 1 if hours < 240 else 0)
    unit = "hour" if size == 1 else "day"
    middle = f"{hours / size:.{digits}f}"
    length = f"{middle} {unit}" if middle == "1" else f"{middle} {unit}s"
    if not known(low):
        return length
    first = f"{low / size:.{digits}f}"
    if not known(high):
        return f"{length} (at least {first})"
    last = f"{high / size:.{digits}f}"
    return length if first == last else f"{length} ({first}–{last})"


def day_in(at: datetime, *, timezone: str, near: datetime) -> str:
    """The local day of a moment; the year where it is not that of `near`."""
    local = at.astimezone(ZoneInfo(timezone))
    day = f"{local.day} {_MONTHS[local.month - 1]}"
    return day if local.year == near.astimezone(ZoneInfo(timezone)).year else f"{day} {local.year}"


def days_in(at: datetime, *, low: datetime, high: datetime | None, timezone: str, near: datetime) -> str:
    """A local day with its interval, such as "2 May (28 Apr–9 May)"; an open end is "or later"."""
    day, first = (day_in(one, timezone=timezone, near=near) for one in (at, low))
    if high is None:
        return f"{day} ({first} or later)"
    last = day_in(high, timezone=timezone, near=near)
    if first == last:
        return day
    number, month = first.split(" ", 1)
    return f"{day} ({number if last.endswith(f' {month}') else first}–{last})"


def moment(at: datetime, *, timezone: str, near: datetime | None = None) -> str:
    """A time of day in the campaign's zone, without naming it; the year unless it is that of `near`."""
    local = at.astimezone(ZoneInfo(timezone))
    day = f"{_DAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]}"
    if near is None or near.astimezone(ZoneInfo(timezone)).year != local.year:
        day = f"{day} {local.year}"
    return f"{day}, {local:%H:%M}"


def utc_day(at: datetime) -> str:
    """A UTC day by its date, as days are counted."""
    return f"{_DAYS[at.weekday()]} {at.day} {_MONTHS[at.month - 1]}"


def hours_between(start: datetime, end: datetime) -> float:
    """Hours from `start` to `end`, never negative."""
    return max(0.0, (end - start) / HOUR)


def plain(text: str) -> str:
    """Text without control, direction or invisible marks, so that it cannot reorder what stands beside it."""
    kept = (" " if unicodedata.category(char) in {"Cc", "Zl", "Zp"} else char for char in text)
    return "".join(c for c in kept if c in _JOINERS or unicodedata.category(c) not in {"Cf", "Cs"}).strip()


def sentence(text: str) -> str:
    """A phrase as a sentence: a capital first, a full stop last.

    >>> sentence("fairly sure (72%)")
    'Fairly sure (72%).'
    """
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."

"""Numbers, spans and times in plain words: rounded as people speak, in the marks and forms of a language."""

from __future__ import annotations

import math
from datetime import datetime
from typing import TypeGuard
from zoneinfo import ZoneInfo

from ..model import HOUR
from ..words import say
from ..words.cleaning import plain as plain  # noqa: PLC0414 - wording like the rest, for who asks here


def known(value: float | None) -> TypeGuard[float]:
    """Whether a number is there at all: neither None nor NaN nor infinite."""
    return value is not None and math.isfinite(value)


def number(value: float, *, digits: int = 0, language: str = "en") -> str:
    r"""A number with the marks of a language: 12,345.6 or 12 345,6; digits that are zero are told in English only.

    >>> number(12345.6), number(2.0, digits=1), number(12345.6, digits=1, language="ru"), number(2.0, language="ru")
    ('12,346', '2.0', '12\xa0345,6', '2')
    """
    text = f"{value:,.{digits}f}"
    if language == "en":
        return text
    whole, _, part = text.partition(".")
    marks = say("number.thousands", language), say("number.point", language)
    return whole.replace(",", marks[0]) + (marks[1] + part if part.strip("0") else "")


def told_as(value: float) -> int:
    """The whole number that a count or rate is told as: two digits are enough from a hundred on.

    >>> told_as(38.2), told_as(4312.0)
    (38, 4300)
    """
    if value < 100:
        return round(value)
    step: int = 10 ** (math.floor(math.log10(value)) - 1)
    return round(value / step) * step


def amount(value: float, language: str = "en") -> str:
    """A count or rate as people say it.

    >>> amount(0.4), amount(38.2), amount(4312.0)
    ('less than 1', '38', '4,300')
    """
    if 0 < value < 0.5:
        return say("number.under_one", language)
    return number(told_as(value), language=language)


def counted(key: str, things: int, language: str = "en") -> str:
    """A number of things, in the form that the number takes in the text `key`.

    >>> counted("count.rows", 1200), counted("count.rows", 21, "ru")
    ('1,200 rows', '21 строка')
    """
    return say(key, language, count=things, number=number(things, language=language))


def about(value: float, language: str = "en") -> str:
    """The same with its doubt: "about 38", but "less than 1" and "0" stand alone."""
    text = amount(value, language)
    return text if value < 0.5 else say("number.about", language, number=text)


def percent(share: float, language: str = "en") -> str:
    """A share of one in whole per cent, never rounded to nothing or to everything.

    >>> percent(0.084), percent(0.002), percent(0.997), percent(1)
    ('8%', 'less than 1%', 'more than 99%', '100%')
    """
    if 0 < share < 0.01:
        return say("percent.least", language)
    if 0.99 < share < 1:
        return say("percent.most", language)
    return say("percent", language, number=f"{share * 100:.0f}")


def times(ratio: float, language: str = "en") -> str:
    """How many times as much: halves below three, whole numbers up to a hundred; in Russian with its "раз".

    >>> times(1.6), times(7.7), times(250), times(1.6, "ru"), times(7.7, "ru")
    ('1.5', '8', 'more than 100', 'примерно в 1,5 раза', 'примерно в 8 раз')
    """
    if ratio > 100:
        return say("times.most", language)
    told = round(ratio * 2) / 2 if ratio < 3 else round(ratio)
    digits = 0 if told == int(told) else 1
    return say("times", language, count=told, number=number(told, digits=digits, language=language))


def span(hours: float, language: str = "en") -> str:
    """A length of time in the unit one would use: hours up to two days, then days.

    >>> span(0.3), span(1), span(18.2), span(71), span(21, "ru")
    ('less than an hour', '1 hour', '18 hours', '3 days', '21 час')
    """
    if hours < 0.5:
        return say("span.least", language)
    if hours < 48:
        return say("span.hours", language, count=round(hours), number=round(hours))
    return say("span.days", language, count=round(hours / 24), number=round(hours / 24))


def span_between(hours: float, low: float | None, high: float | None, language: str = "en") -> str:
    """A length of time with its interval, in one unit: hours up to two days, then days to a tenth up to ten.

    >>> span_between(18.2, 14.8, 22.4), span_between(62, 50, 82), span_between(62, 50, None), span_between(0.2, 0, 0.4)
    ('18 hours (15–22)', '2.6 days (2.1–3.4)', '2.6 days (at least 2.1)', 'less than an hour')
    """
    if hours < 0.5:
        return span(hours, language)
    size, digits = (1.0, 0) if hours < 48 else (24.0, 1 if hours < 240 else 0)

    def told(value: float) -> str:
        return number(value / size, digits=digits, language=language)

    count = round(hours / size, digits)
    unit = "span.hours" if size == 1 else "span.days"
    length = say(unit, language, count=count, number=told(hours))
    if not known(low):
        return length
    if not known(high):
        return say("span.at_least", language, length=length, low=told(low))
    return length if told(low) == told(high) else f"{length} ({told(low)}–{told(high)})"


def day_in(at: datetime, *, timezone: str, near: datetime, language: str = "en") -> str:
    """The local day of a moment; the year where it is not that of `near`."""
    local = at.astimezone(ZoneInfo(timezone))
    return _day(local, year=local.year != near.astimezone(ZoneInfo(timezone)).year, language=language)


def days_in(
    at: datetime, *, low: datetime, high: datetime | None, timezone: str, near: datetime, language: str = "en"
) -> str:
    """A local day with its interval, such as "2 May (28 Apr–9 May)"; an open end is "or later"."""
    day, first = (day_in(one, timezone=timezone, near=near, language=language) for one in (at, low))
    if high is None:
        return say("days.or_later", language, day=day, low=first)
    last = day_in(high, timezone=timezone, near=near, language=language)
    if first == last:
        return day
    first_number, month = first.split(" ", 1)
    if last.endswith(f" {month}"):
        return say("days.within_month", language, day=day, low=first_number, high=last)
    return say("days.within", language, day=day, low=first, high=last)


def moment(at: datetime, *, timezone: str, near: datetime | None = None, language: str = "en") -> str:
    """A time of day in the campaign's zone, without naming it; the year unless it is that of `near`."""
    local = at.astimezone(ZoneInfo(timezone))
    year = near is None or near.astimezone(ZoneInfo(timezone)).year != local.year
    day = _with_weekday(local, _day(local, year=year, language=language), language)
    return say("moment", language, day=day, time=f"{local:%H:%M}")


def utc_day(at: datetime, language: str = "en") -> str:
    """A UTC day by its date, as days are counted."""
    return _with_weekday(at, _day(at, year=False, language=language), language)


def _day(at: datetime, *, year: bool, language: str) -> str:
    day = say("day", language, number=at.day, month=say("months", language).split()[at.month - 1])
    return say("day.year", language, day=day, year=at.year) if year else day


def _with_weekday(at: datetime, day: str, language: str) -> str:
    return say("day.weekday", language, day=day, weekday=say("weekdays", language).split()[at.weekday()])


def hours_between(start: datetime, end: datetime) -> float:
    """Hours from `start` to `end`, never negative."""
    return max(0.0, (end - start) / HOUR)


def sentence(text: str) -> str:
    """A phrase as a sentence: a capital first, a full stop last.

    >>> sentence("fairly sure (72%)")
    'Fairly sure (72%).'
    """
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."

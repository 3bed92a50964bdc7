"""How long a calendar's repeating events take to expand, reckoned before anything is expanded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from math import prod

from icalendar import Event
from icalendar.prop import vRecur

_YEAR = timedelta(days=365)
_TIMES_A_YEAR = {"YEARLY": 1, "MONTHLY": 12, "WEEKLY": 52, "DAILY": 365}
_WEEKDAYS_IN = {"YEARLY": 53, "MONTHLY": 5}
_IN_VAIN_SECONDS = {"YEARLY": 0.25, "MONTHLY": 0.4, "WEEKLY": 1.4, "DAILY": 3.2}
_A_YEAR_SECONDS, _SKIPPED_SECONDS, _SHOWN_SECONDS = 50e-6, 4e-6, 90e-6
_SURE = {
    "YEARLY": ((), ("BYDAY",), ("BYMONTHDAY",), ("BYDAY", "BYSETPOS")),
    "MONTHLY": ((), ("BYDAY",), ("BYMONTHDAY",), ("BYDAY", "BYSETPOS")),
    "WEEKLY": ((), ("BYDAY",)),
    "DAILY": ((),),
}


def seconds(events: Sequence[Event], *, first: datetime, last: datetime) -> float:
    """About how many seconds the repeating events take to show what they hold between two moments."""
    moved = any("RANGE" in getattr(event.get("RECURRENCE-ID"), "params", ()) for event in events)
    window = _YEAR * 10_000 if moved else last - first
    return sum(_seconds(rule, event, window=window, last=last) for event in events for rule in event.rrules)


def _seconds(rule: vRecur, event: Event, *, window: timedelta, last: datetime) -> float:
    """The seconds of one rule: for each year up to the last one, and for each time that it comes."""
    frequency = str(rule["FREQ"][0]).upper()
    until = min([last.year, *(_year(told) for told in rule.get("UNTIL", []))])
    years = max(0, until - _year(event.start)) + 1
    inside = min(years, (window + (event.end - event.start)) / _YEAR + 1)
    times = _times_a_year(rule, frequency)
    found = years * (_A_YEAR_SECONDS + times * _SKIPPED_SECONDS) + inside * times * _SHOWN_SECONDS
    return found if is_sure(rule) else found + _IN_VAIN_SECONDS[frequency]


def _year(told: date) -> int:
    return told.year


def _times_a_year(rule: vRecur, frequency: str) -> int:
    """How often a rule comes in a year, at most."""
    several = prod(len(values) for name, values in rule.items() if name.upper().startswith("BY"))
    weekdays = any(str(day).isalpha() for day in rule.get("BYDAY", []))
    return min(366, _TIMES_A_YEAR[frequency] * several * (_WEEKDAYS_IN.get(frequency, 1) if weekdays else 1))


def is_sure(rule: vRecur) -> bool:
    """Whether a rule is bound to come true soon; one like 30 February would be sought up to the year 9999.

    >>> is_sure(vRecur.from_ical("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=21"))
    True
    >>> is_sure(vRecur.from_ical("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"))
    False
    """
    frequency = str(rule["FREQ"][0]).upper()
    parts = {name.upper() for name in rule if name.upper().startswith("BY")}
    if frequency == "YEARLY":
        parts -= {"BYMONTH"}
    if frequency == "DAILY" and parts == {"BYDAY"}:
        return _lowest(rule.get("INTERVAL", [])) <= 1
    days, weekdays, places = (rule.get(name, []) for name in ("BYMONTHDAY", "BYDAY", "BYSETPOS"))
    small = _lowest(days) <= 28 and _lowest(weekdays) <= 4 and _lowest(places) <= (0 if _lowest(weekdays) else 4)
    return small and tuple(sorted(parts)) in _SURE[frequency]


def _lowest(values: Sequence[object]) -> int:
    """The smallest number in some values without its sign; 0 where one has none.

    >>> _lowest(["5FR", "-1MO"]), _lowest(["FR"]), _lowest([31, 30])
    (1, 0, 30)
    """
    digits = (re.sub("[^0-9]", "", str(value)) for value in values)
    return min((int(one or 0) for one in digits), default=0)

"""The dates of a campaign's own calendar file; a file that would keep us busy for hours is refused, not read."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import recurring_ical_events  # type: ignore[import-untyped]
from icalendar import Calendar, Event

from ..errors import ConfigError
from ..local import day_start, wall_moment, zone
from ..model import Anchor
from ..words.cleaning import one_line
from .effort import seconds
from .icslines import wanted

_DAY = timedelta(days=1)
_PATIENCE_SECONDS = 5
_TOO_MUCH = (
    "the campaign's calendar repeats too many events over too many years: keep the dates that matter to the "
    "campaign, and give what comes every day or week a start not long ago"
)
_UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RuntimeError, AssertionError)


def anchors(calendar: bytes, *, start: datetime, end: datetime, timezone: str) -> tuple[Anchor, ...]:
    """What a calendar file holds between two moments, in order; ConfigError where it cannot be read in little time.

    Whole days, and times without a zone, are those of the campaign's zone.
    """
    zone(timezone)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a guess at a zone with a vendor's name in front
            text = "\r\n".join(wanted(calendar)).encode()
            found = [_anchor(event, timezone) for event in _events(text, start, end)]
    except _UNREADABLE as error:
        raise ConfigError(
            "the campaign's calendar cannot be read as iCalendar (.ics): export it again from the program it comes from"
        ) from error
    inside = {one for one in found if one.start < end and (one.end > start or one.start >= start)}
    return tuple(sorted(inside, key=lambda one: (one.start, one.end, one.title)))


def _events(text: bytes, start: datetime, end: datetime) -> Iterator[Event]:
    """The single events of every series that may touch the time between two moments."""
    first, last = start.astimezone(UTC) - 2 * _DAY, end.astimezone(UTC) + 2 * _DAY
    for calendar in Calendar.from_ical(text, multiple=True):
        events = [event for event in calendar.walk("VEVENT") if isinstance(event, Event)]
        if seconds(events, first=first, last=last) > _PATIENCE_SECONDS:
            raise ConfigError(_TOO_MUCH)
        for event in recurring_ical_events.of(calendar).between(first, last):
            if isinstance(event, Event) and str(event.get("STATUS", "")).upper() != "CANCELLED":
                yield event


def _anchor(event: Event, timezone: str) -> Anchor:
    """One event as a date that pushes are drawn to."""
    titles = event.get("SUMMARY", "")
    title = one_line(str(titles[0] if isinstance(titles, list) else titles))
    start = _moment(event.start, timezone)
    return Anchor(title or "—", start, max(start, _moment(event.end, timezone)))


def _moment(told: date, timezone: str) -> datetime:
    """A day or a time of an event in UTC."""
    if not isinstance(told, datetime):
        return day_start(told, timezone)
    return told.astimezone(UTC) if told.tzinfo else wall_moment(told, timezone)

"""A time zone as a calendar file carries it, exact for the times of one feed, from the zone's own changes of clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_STEP = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_MARGIN = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Offset:
    """What a zone's clocks show: so much ahead of UTC, under a name, in summer or not."""

    ahead: timedelta
    name: str
    summer: bool

    @classmethod
    def at(cls, moment: datetime, place: ZoneInfo) -> Offset:
        """The offset that holds at a moment.

        >>> Offset.at(datetime(2026, 7, 1, tzinfo=UTC), ZoneInfo("Europe/Paris")).name
        'CEST'
        """
        local = moment.astimezone(place)
        return cls(local.utcoffset() or timedelta(), local.tzname() or "", bool(local.dst()))


def changes(place: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """The moments in (start, end] at which the clocks of a zone are changed, in order.

    >>> paris = ZoneInfo("Europe/Paris")
    >>> [str(one) for one in changes(paris, datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 7, 1, tzinfo=UTC))]
    ['2026-03-29 01:00:00+00:00']
    """
    before = start.astimezone(UTC).replace(microsecond=0)
    was = _ahead(before, place)
    while before < end:
        after = before + _STEP
        then = _ahead(after, place)
        if then != was:
            found = _change(before, after, place)
            if found <= end:
                yield found
        before, was = after, then


def _ahead(moment: datetime, place: ZoneInfo) -> timedelta | None:
    return moment.astimezone(place).utcoffset()


def _change(before: datetime, after: datetime, place: ZoneInfo) -> datetime:
    """The first second of the new offset between two moments that differ in it."""
    then = _ahead(after, place)
    while after - before > _SECOND:
        middle = (before + (after - before) / 2).replace(microsecond=0)
        if _ahead(middle, place) == then:
            after = middle
        else:
            before = middle
    return after


def timezone(place: ZoneInfo, start: datetime, end: datetime) -> Timezone:
    """The VTIMEZONE of a zone, exact from two days before `start` to `end`: changes of one kind share a component."""
    begin = start.astimezone(UTC).replace(microsecond=0) - _MARGIN
    first = Offset.at(begin, place)
    onsets: dict[tuple[timedelta, Offset], list[datetime]] = {(first.ahead, first): [_wall(begin, first.ahead)]}
    for moment in changes(place, begin, end):
        was = Offset.at(moment - _SECOND, place).ahead
        onsets.setdefault((was, Offset.at(moment, place)), []).append(_wall(moment, was))
    found = Timezone()
    found.add("TZID", place.key)
    for (was, offset), walls in onsets.items():
        found.add_component(_observance(was, offset, walls))
    return found


def _wall(moment: datetime, ahead: timedelta) -> datetime:
    return moment.replace(tzinfo=None) + ahead


def _observance(was: timedelta, offset: Offset, onsets: list[datetime]) -> TimezoneStandard | TimezoneDaylight:
    """A component that says when an offset begins, in the local time that held until then."""
    found = TimezoneDaylight() if offset.summer else TimezoneStandard()
    found.add("TZNAME", offset.name)
    found.add("DTSTART", onsets[0])
    found.add("TZOFFSETFROM", was)
    found.add("TZOFFSETTO", offset.ahead)
    for onset in onsets[1:]:
        found.add("RDATE", onset)  # a line each: there are readers that stop at the first comma
    return found


def sayable(moment: datetime, place: ZoneInfo) -> bool:
    """Whether a local time says the moment exactly: not in the second of two passes.

    >>> paris = ZoneInfo("Europe/Paris")
    >>> [sayable(datetime(2026, 10, 25, hour, 30, tzinfo=UTC), paris) for hour in (0, 1)]
    [True, False]
    """
    local = moment.astimezone(place)
    return local.replace(fold=0).astimezone(UTC) == moment.astimezone(UTC)

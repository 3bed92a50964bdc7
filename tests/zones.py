"""Every IANA zone and its changes of clock from 2007 to 2037; zones whose clocks always agree share a history."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from monitor.pushes.timezones import changes

DAY = timedelta(days=1)
FIRST, LAST = datetime(2007, 1, 1, tzinfo=UTC), datetime(2038, 1, 1, tzinfo=UTC)
BEFORE, AFTER = FIRST - 30 * DAY, LAST + 30 * DAY
ZONES = sorted(available_timezones())

Turns = tuple[tuple[datetime, ...], tuple[timedelta, ...]]


@cache
def turns(name: str) -> Turns:
    """When a zone's clocks are changed, and how far ahead of UTC they are before the first change and after each."""
    place = ZoneInfo(name)
    found = tuple(changes(place, BEFORE, AFTER))
    return found, tuple(one.astimezone(place).utcoffset() or timedelta() for one in (BEFORE, *found))


@cache
def histories() -> Mapping[Turns, Sequence[str]]:
    """The zones that have each history of their clocks, in which no zone of the world is missing."""
    found: dict[Turns, list[str]] = {}
    for name in ZONES:
        found.setdefault(turns(name), []).append(name)
    return found


def one_of_each() -> list[str]:
    """A zone for each history."""
    return [names[0] for names in histories().values()]

"""Whether every time is exact in every zone, 2007 to 2037: the whole that the tests see a selection of.

usage: python -m bench.bench_times changes|walks|feed [PART OF PARTS]

`changes` looks at every clock every half hour for changes that the search would miss; `walks` asks for every day and
week of every zone; `feed` writes pushes around every change of every zone and reads them back with two programs.
"""

from __future__ import annotations

import sys
from datetime import datetime, time, timedelta
from time import process_time
from zoneinfo import ZoneInfo

from monitor.pushes.timezones import changes
from tests.calendars import pushes_around, read_by_icalendar, read_by_vobject, true_times, written
from tests.test_local import daily_walk, days_of, expected, weekly_walk
from tests.zones import DAY, FIRST, LAST, ZONES, turns

HALF_HOUR = timedelta(minutes=30)


def main() -> None:
    """Check a part of the zones and print how many times were looked at, and which zones were wrong."""
    walks = {"changes": seen, "walks": walked, "feed": fed}
    what, part, parts = sys.argv[1], *map(int, sys.argv[2:4] or (0, 1))
    zones, begun, looked, wrong = ZONES[part::parts], process_time(), 0, []
    for name in zones:
        times, right = walks[what](name)
        looked += times
        wrong += [] if right else [name]
    print(f"{what}: {len(zones)} zones, {looked:,} times, {process_time() - begun:.0f} s; wrong: {wrong or 'none'}")


def seen(name: str) -> tuple[int, bool]:
    """Every half hour of a zone, and whether the search finds just the changes that lie between two of them."""
    place, moment, found = ZoneInfo(name), FIRST, []
    ahead = moment.astimezone(place).utcoffset()
    while moment < LAST:
        moment += HALF_HOUR
        now = moment.astimezone(place).utcoffset()
        if now != ahead:
            found.append(moment)
        ahead = now
    full = [one + (FIRST - one) % HALF_HOUR for one in changes(place, FIRST, LAST)]
    return (LAST - FIRST) // HALF_HOUR, full == found


def walked(name: str) -> tuple[int, bool]:
    """Every day and every week of a zone at an hour that clocks often skip or repeat, each asked for from the last."""
    days = [FIRST.date() + n * DAY for n in range(-2, (LAST - FIRST).days + 2)]
    span, at = (FIRST, LAST), time(2, 30) if turns(name)[0] else time(9)
    sundays = [day for day in days if day.weekday() == 6]
    weeks = weekly_walk(name, 6, at, *span)
    daily = daily_walk(name, at, *span)
    right = weeks == expected(sundays, at, name, span)
    right = right and daily == expected(days_of(name, days[0], days[-1] + DAY), at, name, span)
    return len(weeks) + len(daily), right


def fed(name: str) -> tuple[int, bool]:
    """Pushes around every change of a zone, written and read back by both."""
    found, ahead = turns(name)
    pushes = pushes_around(found or (datetime.fromisoformat("2026-11-24T17:00Z"),), ahead * 2, thorough=True)
    made, true = written(pushes, name), true_times(pushes)
    return 2 * len(pushes), read_by_icalendar(made) == read_by_vobject(made) == true


if __name__ == "__main__":
    main()

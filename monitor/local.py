"""Local times without surprises: what a clock on the wall means in UTC, also on the days when it is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from .errors import ConfigError

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
_MINUTE = timedelta(minutes=1)
_SECOND = timedelta(seconds=1)
_WRITTEN = re.compile(r"(\d{4}-\d\d-\d\d)[ T](\d?\d:\d\d(?::\d\d)?) ?(Z|[+-]\d\d:?\d\d)?", re.ASCII)


def zone(timezone: str) -> ZoneInfo:
    """The IANA zone of that name, or ConfigError."""
    try:
        return ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ConfigError(f"{timezone!r} is not an IANA time zone such as Africa/Lagos or Europe/Kyiv") from error


def moment(text: str, timezone: str) -> datetime:
    """What staff wrote as a local time, in UTC; a time that the clock shows twice means the first.

    >>> moment("2026-11-24 18:00", "Africa/Lagos").isoformat()
    '2026-11-24T17:00:00+00:00'
    >>> moment("2026-10-25 03:30", "Europe/Kyiv").isoformat()  # the first of two
    '2026-10-25T00:30:00+00:00'
    """
    return moments(text, timezone)[0]


def moments(text: str, timezone: str) -> tuple[datetime, ...]:
    """Every moment a local time may mean, in UTC and in order: two where clocks go back, unless an offset says which.

    >>> [one.hour for one in moments("2026-10-25 03:30", "Europe/Kyiv")]
    [0, 1]
    >>> [one.hour for one in moments("2026-10-25T03:30+02:00", "Europe/Kyiv")]
    [1]
    """
    written = _WRITTEN.fullmatch(text.strip())
    place = zone(timezone)
    try:
        if written is None:
            raise ValueError
        day, clock, offset = written.groups()
        wall = datetime.fromisoformat(f"{day}T{clock:0>5}" if len(clock) < 6 else f"{day}T{clock:0>8}")
        if offset:
            return (datetime.fromisoformat(f"{wall.isoformat()}{offset}").astimezone(UTC),)
        found = _meant(wall, place)
    except (ValueError, OverflowError) as error:
        raise ConfigError(f"{text!r} is not a time such as 2026-11-24 18:00 (a date and a time of day)") from error
    if not found:
        raise ConfigError(_missing(wall, timezone))
    return found


def _missing(wall: datetime, timezone: str) -> str:
    """What to say of a time that the clocks jump over."""
    place = zone(timezone)
    after = _gap_end(wall, place)
    before, then = ((one.astimezone(place)).strftime("%Y-%m-%d %H:%M") for one in (after - _MINUTE, after))
    return (
        f"{wall:%Y-%m-%d %H:%M} does not exist in {timezone}: the clocks go forward then; "
        f"the nearest times are {before} and {then}"
    )


def next_daily(after: datetime, *, at: time, timezone: str) -> datetime:
    """The next time, strictly after a moment, that a day comes to `at`: once on every day that exists.

    On a day without that time it is the end of the gap; where it comes twice, it is the first.

    >>> next_daily(datetime(2027, 3, 27, 12, tzinfo=UTC), at=time(2, 30), timezone="Europe/Paris").isoformat()
    '2027-03-28T01:00:00+00:00'
    """
    place = zone(timezone)
    day = after.astimezone(place).date()
    while (found := _occurrence(day, at, place)) <= after or not _exists(day, place):
        day += _DAY
    return found


def next_weekly(after: datetime, *, weekday: int, at: time, timezone: str) -> datetime:
    """The next time, strictly after a moment, that a week comes to `at` on a weekday (0 is Monday): once every week.

    In a week without that time it is the end of the gap; where it comes twice, it is the first.

    >>> next_weekly(datetime(2026, 11, 21, tzinfo=UTC), weekday=0, at=time(9), timezone="Africa/Lagos").isoformat()
    '2026-11-23T08:00:00+00:00'
    """
    place = zone(timezone)
    today = after.astimezone(place).date()
    day = today - (today.weekday() - weekday) % 7 * _DAY
    while (found := _occurrence(day, at, place)) <= after:
        day += _WEEK
    return found


def quiet_until(now: datetime, quiet: tuple[time, time] | None, timezone: str) -> datetime | None:
    """The end of the quiet hours that `now` lies in, or None outside of them; they may pass midnight.

    They last from the first time that the clock shows their start until the last time that it shows their end.

    >>> quiet_until(datetime(2026, 11, 21, 23, tzinfo=UTC), (time(22), time(7)), "Africa/Lagos").isoformat()
    '2026-11-22T06:00:00+00:00'
    """
    if quiet is None or quiet[0] == quiet[1]:
        return None
    place, until = zone(timezone), now
    for begin, end in _quiet_spans(now, quiet, place):
        if begin <= until < end:
            until = end
    return until if until > now else None


def _quiet_spans(now: datetime, quiet: tuple[time, time], place: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
    """The quiet hours of the days around `now`, in order."""
    start, stop = quiet
    today = now.astimezone(place).date()
    for ahead in range(-2, 4):
        day = today + ahead * _DAY
        last = day + _DAY if stop <= start else day
        yield _occurrence(day, start, place), _occurrence(last, stop, place, which=-1)


def local_day(now: datetime, timezone: str) -> date:
    """The day that the calendar on the wall shows.

    >>> local_day(datetime(2026, 11, 21, 23, 30, tzinfo=UTC), "Africa/Lagos").isoformat()
    '2026-11-22'
    """
    return now.astimezone(zone(timezone)).date()


def day_start(day: date, timezone: str) -> datetime:
    """The moment a local day begins: midnight, or the end of the gap that midnight fell into.

    >>> day_start(date(2026, 11, 22), "Africa/Lagos").isoformat()
    '2026-11-21T23:00:00+00:00'
    """
    return _occurrence(day, time(), zone(timezone))


def wall_moment(wall: datetime, timezone: str) -> datetime:
    """A local time in UTC, as it is meant by calendars: the first of two, the end of the gap if there is none."""
    return _occurrence(wall.date(), wall.time(), zone(timezone))


def _meant(wall: datetime, place: ZoneInfo) -> tuple[datetime, ...]:
    """The moments at which the clock shows a local time: none in a gap, two where it goes back."""
    folds = {wall.replace(tzinfo=place, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return tuple(sorted(one for one in folds if one.astimezone(place).replace(tzinfo=None, fold=0) == wall))


def _gap_end(wall: datetime, place: ZoneInfo) -> datetime:
    """The moment at which the clock jumps over a local time that does not exist."""
    late, early = (wall.replace(tzinfo=place, fold=fold).astimezone(UTC) for fold in (0, 1))
    offset = late.astimezone(place).utcoffset()
    while late - early > _SECOND:
        middle = (early + (late - early) / 2).replace(microsecond=0)
        if middle.astimezone(place).utcoffset() == offset:
            late = middle
        else:
            early = middle
    return late


def _exists(day: date, place: ZoneInfo) -> bool:
    """Whether a zone has the day: one that crosses the date line can leave one out."""
    return _occurrence(day, time(), place).astimezone(place).date() == day


def _occurrence(day: date, at: time, place: ZoneInfo, *, which: int = 0) -> datetime:
    """The moment of a day's `at`: the first (or another) of those there are, else the end of the gap."""
    wall = datetime.combine(day, at.replace(tzinfo=None, fold=0))
    found = _meant(wall, place)
    return found[which] if found else _gap_end(wall, place)

"""Local times: what staff write, and every day and week exactly once in every zone of the world."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from monitor.errors import ConfigError
from monitor.local import day_start, local_day, moment, moments, next_daily, next_weekly, quiet_until, wall_moment, zone
from tests.zones import DAY, FIRST, LAST, one_of_each, turns

WEEK, MINUTE, SECOND = timedelta(weeks=1), timedelta(minutes=1), timedelta(seconds=1)
WALKED = (
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Caracas",
    "America/Havana",
    "America/St_Johns",
    "Antarctica/Casey",
    "Antarctica/Troll",
    "Asia/Gaza",
    "Asia/Pyongyang",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Europe/Kyiv",
    "Pacific/Apia",
    "Pacific/Chatham",
)


def shown(wall: datetime, name: str) -> datetime:
    """The first moment a clock that follows the zone's changes shows a time, else the change that jumps over it."""
    found, ahead = turns(name)
    near = range(*slice(max(0, bisect_right(found, wall.replace(tzinfo=UTC)) - 2), None).indices(len(ahead)))[:5]
    for place in near:
        when = (wall - ahead[place]).replace(tzinfo=UTC)
        begins = found[place - 1] if place else datetime.min.replace(tzinfo=UTC)
        ends = found[place] if place < len(found) else datetime.max.replace(tzinfo=UTC)
        if when < ends:
            return max(when, begins)
    raise AssertionError(wall)


def days_of(name: str, start: date, end: date) -> list[date]:
    """The days from one to another that the zone has."""
    days = [start + n * DAY for n in range((end - start).days)]
    return [day for day in days if shown(midnight(day), name) < shown(midnight(day + DAY), name)]


def midnight(day: date) -> datetime:
    """The local time at which a day should begin."""
    return datetime.combine(day, time())


def walk(step: Callable[[datetime], datetime], start: datetime, end: datetime) -> list[datetime]:
    """Every occurrence in (start, end], each asked for from the one before."""
    found: list[datetime] = []
    while (start := step(start)) <= end:
        found.append(start)
    return found


def daily_walk(name: str, at: time, start: datetime, end: datetime) -> list[datetime]:
    """Every daily occurrence in (start, end]."""
    return walk(lambda after: next_daily(after, at=at, timezone=name), start, end)


def weekly_walk(name: str, weekday: int, at: time, start: datetime, end: datetime) -> list[datetime]:
    """Every weekly occurrence in (start, end]."""
    return walk(lambda after: next_weekly(after, weekday=weekday, at=at, timezone=name), start, end)


def expected(days: Sequence[date], at: time, name: str, span: tuple[datetime, datetime]) -> list[datetime]:
    """The first moment of each day's time that lies in (start, end]."""
    times = [shown(datetime.combine(day, at), name) for day in days]
    return [one for one in times if span[0] < one <= span[1]]


def critical(turn: datetime, name: str) -> set[time]:
    """The local times that a change of clock touches: its edges, what lies between them, and a minute beside."""
    found, ahead = turns(name)
    number = found.index(turn)
    before, after = (turn.replace(tzinfo=None) + ahead[number + n] for n in (0, 1))
    walls = (before, after, before - MINUTE, after + MINUTE, before + (after - before) / 2)
    return {wall.time().replace(microsecond=0) for wall in walls}


def test_every_day_comes_once_around_every_change_of_clock_in_every_zone():
    """A daily time comes once a day, in a gap at its end and in an overlap first, wherever clocks are changed."""
    for name in one_of_each():
        for turn in turns(name)[0]:
            span = turn - 2 * DAY, turn + 2 * DAY
            days = days_of(name, span[0].date() - 2 * DAY, span[1].date() + 3 * DAY)
            for at in critical(turn, name):
                assert daily_walk(name, at, *span) == expected(days, at, name, span), (name, turn, at)


def test_every_week_comes_once_around_every_change_of_clock_in_every_zone():
    """A weekly time comes once a week on the day of a change and the days beside it, wherever clocks are changed."""
    for name in one_of_each():
        for turn in turns(name)[0]:
            span = turn - 8 * DAY, turn + 8 * DAY
            today = turn.astimezone(ZoneInfo(name)).date()
            for at in critical(turn, name):
                for day in (today - DAY, today):
                    days = [day + n * WEEK for n in range(-3, 4)]
                    found = weekly_walk(name, day.weekday(), at, *span)
                    assert found == expected(days, at, name, span), (name, turn, at, day)


@pytest.mark.parametrize("name", WALKED)
def test_thirty_years_hold_every_day_and_every_week_once(name):
    """Asked from one to the next from 2007 to 2037, each week and day of the zone comes once."""
    at = time(2, 30)
    all_days = [FIRST.date() + n * DAY for n in range(-2, (LAST - FIRST).days + 2)]
    sundays = [day for day in all_days if day.weekday() == 6]
    found = weekly_walk(name, 6, at, FIRST, LAST)
    assert found == expected(sundays, at, name, (FIRST, LAST))
    assert len(found) in (1617, 1618)
    days = days_of(name, all_days[0], all_days[-1] + DAY)
    assert daily_walk(name, at, FIRST, LAST) == expected(days, at, name, (FIRST, LAST))


def test_a_day_that_a_zone_skipped_has_no_daily_time_but_its_week_has_one():
    """Samoa had no 30 December 2011: no digest of that day, and the week's Friday comes when Saturday begins."""
    name, start = "Pacific/Apia", datetime(2011, 12, 29, 9, tzinfo=UTC)
    first = next_daily(start, at=time(18), timezone=name)
    assert local_day(first, name) == date(2011, 12, 29)
    assert local_day(next_daily(first, at=time(18), timezone=name), name) == date(2011, 12, 31)
    friday = next_weekly(start, weekday=4, at=time(18), timezone=name)
    assert friday == datetime(2011, 12, 30, 10, tzinfo=UTC) == day_start(date(2011, 12, 31), name)


@pytest.mark.parametrize(
    "text",
    ["2026-11-24 18:00", "2026-11-24T18:00", " 2026-11-24 18:00:00 ", "2026-11-24 17:00Z", "2026-11-24T19:00+02:00"],
)
def test_a_time_is_read_however_it_is_written(text):
    """With a space or a T, with seconds, and with an offset that then decides."""
    assert moment(text, "Africa/Lagos") == datetime(2026, 11, 24, 17, tzinfo=UTC)
    assert moment("2026-11-24 9:05", "Africa/Lagos") == datetime(2026, 11, 24, 8, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    ["", "tomorrow", "2026-11-24", "18:00", "2026-02-30 10:00", "2026-11-24 25:00", "24.11.2026 18:00", "2026-W48-2",
     "2026-11-24 18:00 +99:00", "0001-01-01 00:00", "9999-12-31 23:59-23:00", "٢٠٢٦-11-24 18:00",
     "2026-11-24 18:00:61"],
)  # fmt: skip
def test_what_is_no_time_is_refused_with_an_example(text):
    """The error quotes what was written and shows how a time is written."""
    with pytest.raises(ConfigError, match="2026-11-24 18:00") as caught:
        moment(text, "Asia/Tokyo")
    assert repr(text) in str(caught.value)


def test_a_time_that_does_not_exist_is_refused_with_the_nearest_ones():
    """Where clocks go forward, the last minute before and the first after are named."""
    with pytest.raises(ConfigError, match=r"02:30 does not exist in Europe/Paris.*28 01:59 and 2027-03-28 03:00"):
        moment("2027-03-28 02:30", "Europe/Paris")
    with pytest.raises(ConfigError, match="2011-12-29 23:59 and 2011-12-31 00:00"):
        moment("2011-12-30 12:00", "Pacific/Apia")


def test_a_time_that_exists_twice_means_the_first_and_can_be_told():
    """Both are known, and an offset chooses the second."""
    first, second = moments("2026-10-25 02:30", "Europe/Paris")
    assert second - first == timedelta(hours=1)
    assert moment("2026-10-25 02:30", "Europe/Paris") == first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert moments("2026-10-25 02:30+01:00", "Europe/Paris") == (second,)
    assert len(moments("2026-10-25 03:30", "Europe/Paris")) == 1


@pytest.mark.parametrize("name", ["", "Mars/Base", "../etc/passwd", "America", "a\0b"])
def test_a_zone_that_is_none_is_refused(name):
    """The error shows what a zone is called."""
    with pytest.raises(ConfigError, match="Africa/Lagos"):
        zone(name)


def test_the_end_of_a_gap_is_found_to_the_second_in_every_zone():
    """A calendar's time in a gap means the change of clock itself, half-hour and day-long gaps too."""
    for name in one_of_each():
        found, ahead = turns(name)
        for number, turn in enumerate(found):
            gap = ahead[number + 1] - ahead[number]
            if gap > timedelta():
                wall = turn.replace(tzinfo=None) + ahead[number] + gap / 3
                assert wall_moment(wall.replace(microsecond=0), name) == turn, (name, turn)


QUIET = ((time(22), time(7)), (time(1, 30), time(5)), (time(2, 15), time(2, 45)), (time(23, 30), time(0, 15)),
         (time(0), time(2, 30)), (time(9), time(8)), (time(0, 30), time(0, 15)))  # fmt: skip


@pytest.mark.parametrize("name", WALKED)
@pytest.mark.parametrize("quiet", QUIET)
def test_quiet_hours_end_when_the_clock_says_so_across_every_change(name, quiet):
    """A clock that shows a quiet time is never disturbed, and the end of the quiet is its first moment without."""
    for turn in turns(name)[0][::7]:
        for minutes in range(-30 * 60, 30 * 60, 53):
            now = turn + minutes * MINUTE
            until = quiet_until(now, quiet, name)
            if is_quiet(now, quiet, name):
                assert until is not None, now
            if until is not None:
                assert until > now
                assert is_quiet(until - SECOND, quiet, name) or until in turns(name)[0], (now, until)
                assert not is_quiet(until, quiet, name), (now, until)
                assert quiet_until(until, quiet, name) is None
                assert until - now < 3 * DAY


def is_quiet(now: datetime, quiet: tuple[time, time], name: str) -> bool:
    """Whether the clock on the wall shows a quiet time."""
    clock = now.astimezone(ZoneInfo(name)).time()
    start, end = quiet
    return start <= clock < end if start < end else clock >= start or clock < end


def test_quiet_hours_hold_at_their_start_and_not_at_their_end():
    """The first minute is quiet, the last one named is not; the same hour twice, or none, is never quiet."""
    start, end = datetime(2026, 11, 21, 21, tzinfo=UTC), datetime(2026, 11, 22, 6, tzinfo=UTC)
    night = time(22), time(7)
    assert quiet_until(start, night, "Africa/Lagos") == end
    assert quiet_until(start - SECOND, night, "Africa/Lagos") is None
    assert quiet_until(end, night, "Africa/Lagos") is None
    assert quiet_until(start, None, "Africa/Lagos") is None
    assert quiet_until(start, (time(22), time(22)), "Africa/Lagos") is None


def test_quiet_hours_go_on_while_the_clock_shows_them_a_second_time():
    """Quiet until 02:30 in Paris lasts to the second 02:30 in October, and once begun is not broken by the change."""
    again = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert quiet_until(datetime(2026, 10, 24, 23, tzinfo=UTC), (time(0), time(2, 30)), "Europe/Paris") == again
    assert quiet_until(datetime(2026, 10, 25, 0, 45, tzinfo=UTC), (time(2, 40), time(5)), "Europe/Paris") == datetime(
        2026, 10, 25, 4, tzinfo=UTC
    )


def test_a_day_begins_after_the_gap_that_swallowed_midnight():
    """In Cairo clocks went from 24:00 to 01:00: that day has 23 hours and begins at one."""
    start, end = day_start(date(2026, 4, 24), "Africa/Cairo"), day_start(date(2026, 4, 25), "Africa/Cairo")
    assert start.astimezone(ZoneInfo("Africa/Cairo")).hour == 1
    assert end - start == timedelta(hours=23)

"""The dates of a campaign's own calendar: repeated, moved and whole-day ones, and files made to keep us busy."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from time import process_time

import pytest

from monitor.errors import ConfigError
from monitor.local import day_start
from monitor.model import Anchor
from monitor.pushes.anchors import anchors

START, END = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


def event(*lines: str) -> str:
    """An event of some lines."""
    return "\r\n".join(("BEGIN:VEVENT", *lines, "END:VEVENT"))


def calendar(*parts: str) -> bytes:
    """A calendar file of some components."""
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//y//EN", *parts, "END:VCALENDAR", "")).encode()


def read(*parts: str, timezone: str = "Africa/Lagos", start: datetime = START, end: datetime = END) -> list[Anchor]:
    """The anchors of a calendar file."""
    return list(anchors(calendar(*parts), start=start, end=end, timezone=timezone))


def refusal(content: bytes) -> str:
    """The sentence with which a file is refused, and that within ten seconds."""
    begun = process_time()
    with pytest.raises(ConfigError) as caught:
        anchors(content, start=START, end=END, timezone="Africa/Lagos")
    assert process_time() - begun < 10
    return str(caught.value)


def test_an_anniversary_is_a_whole_local_day_every_year():
    """From local midnight to local midnight, in each of the years that are asked for."""
    day = event("UID:1", "DTSTART;VALUE=DATE:19481210", "RRULE:FREQ=YEARLY", "SUMMARY:Human Rights", "  Day")
    found = read(day, end=END.replace(year=2028))
    assert [(one.title, one.start) for one in found] == [
        ("Human Rights Day", datetime(2026, 12, 9, 23, tzinfo=UTC)),
        ("Human Rights Day", datetime(2027, 12, 9, 23, tzinfo=UTC)),
    ]
    assert found[0].end - found[0].start == 24 * HOUR


def test_a_whole_day_has_the_length_that_the_zone_gives_it():
    """25 hours where clocks go back; several days end with the last one's midnight."""
    found = read(event("UID:1", "DTSTART;VALUE=DATE:20261025", "SUMMARY:x"), timezone="Europe/Paris")
    assert found[0].end - found[0].start == 25 * HOUR
    several = read(event("UID:1", "DTSTART;VALUE=DATE:20260423", "DTEND;VALUE=DATE:20260425"), timezone="Africa/Cairo")
    assert several[0].start == day_start(date(2026, 4, 23), "Africa/Cairo")
    assert several[0].end == day_start(date(2026, 4, 25), "Africa/Cairo")


def test_times_are_those_of_their_zone_and_floating_ones_of_the_campaign():
    """UTC, a named zone, a Windows name, a zone for the whole file, and none."""
    session = "DTEND:20260301T100000Z"
    assert read(event("UID:1", "DTSTART:20260301T090000Z", session))[0].end == datetime(2026, 3, 1, 10, tzinfo=UTC)
    for line, hour in (
        ("DTSTART:20260301T090000", 8),
        ("DTSTART;TZID=Europe/Kyiv:20260301T090000", 7),
        ('DTSTART;TZID="W. Europe Standard Time":20260301T090000', 8),
        ("DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Tokyo:20260301T090000", 0),
    ):
        assert read(event("UID:1", line))[0].start == datetime(2026, 3, 1, hour, tzinfo=UTC), line
    weekly = event("UID:1", "DTSTART:20260301T090000", "RRULE:FREQ=WEEKLY;COUNT=2")
    assert [one.start.hour for one in read("X-WR-TIMEZONE:Asia/Tokyo", weekly)] == [0, 0]


def test_a_local_time_keeps_its_hour_when_the_clocks_change():
    """A weekly hearing at nine in Paris is an hour earlier in UTC once it is summer."""
    weekly = event("UID:1", "DTSTART;TZID=Europe/Paris:20260323T090000", "RRULE:FREQ=WEEKLY;COUNT=2", "DURATION:PT1H")
    assert [one.start.hour for one in read(weekly)] == [8, 7]
    floating = event("UID:1", "DTSTART:20260323T090000", "RRULE:FREQ=WEEKLY;COUNT=2")
    assert [one.start.hour for one in read(floating, timezone="Europe/Paris")] == [8, 7]
    in_gap = read(event("UID:1", "DTSTART:20260329T023000"), timezone="Europe/Paris")
    assert in_gap[0].start == datetime(2026, 3, 29, 1, tzinfo=UTC)


def test_what_is_taken_out_moved_or_cancelled_is_followed():
    """EXDATE, RDATE, RECURRENCE-ID and STATUS:CANCELLED mean what they mean."""
    series = event(
        "UID:1", "DTSTART:20260302T090000Z", "RRULE:FREQ=MONTHLY;COUNT=4", "EXDATE:20260402T090000Z", "SUMMARY:S"
    )
    moved = event("UID:1", "RECURRENCE-ID:20260502T090000Z", "DTSTART:20260504T120000Z", "SUMMARY:Moved")
    off = event("UID:1", "RECURRENCE-ID:20260602T090000Z", "DTSTART:20260602T090000Z", "STATUS:CANCELLED")
    more = event("UID:2", "DTSTART;VALUE=DATE:20260801", "RDATE;VALUE=DATE:20260901,20261001", "SUMMARY:R")
    found = [(one.title, one.start.month, one.start.day) for one in read(series, moved, off, more)]
    assert found == [("S", 3, 2), ("Moved", 5, 4), ("R", 7, 31), ("R", 8, 31), ("R", 9, 30)]


def test_only_what_touches_the_asked_time_is_told():
    """What ends at its start, or begins at its end, is outside; what reaches in is inside."""
    at = [f"2026{month:02}01T000000Z" for month in range(1, 13)]
    parts = [event(f"UID:{n}", f"DTSTART:{start}", f"DTEND:{end}") for n, (start, end) in enumerate(pairwise(at))]
    found = read(*parts, start=datetime(2026, 3, 1, tzinfo=UTC), end=datetime(2026, 5, 1, tzinfo=UTC))
    assert [one.start.month for one in found] == [3, 4]
    reaching = read(*parts, start=datetime(2026, 3, 2, tzinfo=UTC), end=datetime(2026, 3, 3, tzinfo=UTC))
    assert [one.start.month for one in reaching] == [3]


def test_a_title_is_one_harmless_line():
    """Escapes are undone, line breaks and length are not carried on, and a date without a title has a dash."""
    assert read(event("UID:1", "DTSTART:20260301T090000Z", "SUMMARY:a\\, b\\nBEGIN:VALARM\\;"))[0].title == (
        "a, b BEGIN:VALARM;"
    )
    assert len(read(event("UID:1", "DTSTART:20260301T090000Z", "SUMMARY:" + "x" * 5000))[0].title) == 200
    assert read(event("UID:1", "DTSTART:20260301T090000Z"))[0].title == "—"


def test_a_byte_order_mark_bare_line_ends_and_two_calendars_in_one_file_are_read():
    """What programs really export."""
    one = calendar(event("UID:1", "DTSTART:20260301T090000Z")).replace(b"\r\n", b"\n")
    two = calendar(event("UID:2", "DTSTART:20260302T090000Z"))
    found = anchors(b"\xef\xbb\xbf" + one + two, start=START, end=END, timezone="Africa/Lagos")
    assert [one.start.day for one in found] == [1, 2]


def test_the_time_zones_and_alarms_of_the_file_are_not_expanded():
    """A VTIMEZONE that changes every second, and one that lies about Paris, change nothing."""
    observance = ("BEGIN:STANDARD", "DTSTART:19700101T000000", "RRULE:FREQ=SECONDLY", "TZOFFSETFROM:+0000",
                  "TZOFFSETTO:+0900", "END:STANDARD")  # fmt: skip
    lie = "\r\n".join(("BEGIN:VTIMEZONE", "TZID:Europe/Paris", *observance, "END:VTIMEZONE"))
    alarm = ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:nonsense", "RRULE:FREQ=SECONDLY", "END:VALARM")
    found = read(lie, event("UID:1", "DTSTART;TZID=Europe/Paris:20260301T090000", "SUMMARY:s", *alarm))
    assert [(one.title, one.start.hour) for one in found] == [("s", 8)]


DAY = "DTSTART;VALUE=DATE:19480101"


@pytest.mark.parametrize(
    ("content", "advice"),
    [
        (calendar(event("UID:1", "DTSTART:19480101T000000Z", "RRULE:FREQ=SECONDLY")), "mend it or take it out"),
        (calendar(event("UID:1", "DTSTART:19480101T000000Z", "rrule:freq=minutely;count=9999999")), "mend it"),
        (calendar(event("UID:1", "DTSTART:19480101T000000Z", "RRULE:FREQ=DAI\r\n LY;INTERVAL=0")), "mend it"),
        (calendar(event("UID:1", DAY, "RRULE:FREQ=YEARLY;BYHOUR=1,2;BYMINUTE=1,2,3;BYSECOND=1,2")), "mend it"),
        (calendar(*(event(f"UID:{n}", DAY, "RRULE:FREQ=DAILY") for n in range(1500))), "a start not long ago"),
        (calendar(*(event(f"UID:{n}", DAY, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=3") for n in range(9))),
         "a start not long ago"),
        (calendar(*(event(f"UID:{n}", DAY, "DTEND;VALUE=DATE:99991231", "RRULE:FREQ=DAILY") for n in range(20))),
         "a start not long ago"),
        (calendar(*(event(f"UID:{n}", "DTSTART:20260301T090000Z") for n in range(2001))), "keep the dates that matter"),
        (calendar(*["X:" + "x" * 1000] * 10_000), "over 1 MB"),
        (calendar(*(event(f"UID:{n}", "DTSTART:20260301T090000Z") for n in range(100_000))), "over 1 MB"),
        (calendar(event("UID:1", "DTSTART;TZID=Mars/Base:20260301T090000")), "'Mars/Base', which is not known"),
        (calendar("X-WR-TIMEZONE:../../etc", event("UID:1", "DTSTART:20260301T090000Z")), "not known"),
        (calendar(event("UID:1", "SUMMARY:no start")), "export it again"),
        (calendar(event("UID:1", "DTSTART:2026-03-01 09:00")), "export it again"),
        (calendar(event("UID:1", "DTSTART:20260301T090000Z", "RRULE:FREQ=DAILY;UNTIL=never")), "export it again"),
        (calendar(event("UID:1", "DTSTART:20260301T090000Z", "DURATION:long")), "export it again"),
        (calendar("BEGIN:VEVENT", "DTSTART:20260301T090000Z"), "damaged"),
        (calendar(event("UID:1"))[: -len("END:VCALENDAR\r\n")], "breaks off"),
        (b"BEGIN:VCALENDAR\r\n" * 50_000, "breaks off"),
        (b"", "BEGIN:VCALENDAR"),
        (b"/etc/passwd", "BEGIN:VCALENDAR"),
        (b"<html>not a calendar</html>", "BEGIN:VCALENDAR"),
        (b"\xff\xfe\x00B", "not UTF-8"),
        (calendar("CALSCALE:KLINGON", event("UID:1", "DTSTART:20260301T090000Z")), "export it again"),
    ],
)  # fmt: skip
def test_a_hostile_or_broken_file_is_refused_soon_with_what_to_do(content, advice):
    """Endless rules, a million events, ten megabytes, and what is no calendar: a sentence, never a hang."""
    told = refusal(content)
    assert advice in told
    assert told.startswith("the campaign's calendar")
    assert len(told) < 300


@pytest.mark.parametrize(
    "rule",
    ["YEARLY;BYMONTH=2;BYMONTHDAY=30", "DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5", "WEEKLY;BYDAY=MO;BYSETPOS=40",
     "MONTHLY;BYDAY=6MO", "DAILY;INTERVAL=7;BYDAY=MO;BYMONTH=1;BYMONTHDAY=31"],
)  # fmt: skip
def test_a_single_rule_that_never_comes_true_costs_seconds_at_most(rule):
    """One thirtieth of February is no reason to refuse a whole file."""
    begun = process_time()
    read(event("UID:1", "DTSTART;VALUE=DATE:19480101", f"RRULE:FREQ={rule}"))
    assert process_time() - begun < 20


def test_a_calendar_of_a_real_size_is_read():
    """Two hundred anniversaries since 1948, fifty weekly meetings and a daily vigil are no attack."""
    yearly = (event(f"UID:y{n}", DAY, "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=21", f"SUMMARY:y{n}") for n in range(200))
    weekly = (
        event(f"UID:w{n}", "DTSTART:20200106T090000Z", "RRULE:FREQ=WEEKLY;BYDAY=MO", f"SUMMARY:w{n}") for n in range(50)
    )
    daily = event("UID:d", "DTSTART:20240101T180000Z", "RRULE:FREQ=DAILY", "SUMMARY:vigil")
    found = read(*yearly, *weekly, daily)
    assert len(found) == 200 + 50 * 52 + 365

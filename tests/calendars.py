"""Calendar feeds as two other programs read them: by the time zone that the file itself carries, and no other."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import vobject  # type: ignore[import-untyped]
from icalendar import Calendar, Event, Timezone

from monitor.model import Campaign, Push
from monitor.pushes.calendar import feed

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)

Times = Mapping[str, tuple[datetime, datetime]]


def campaign(timezone: str = "Africa/Lagos", *languages: str) -> Campaign:
    """A campaign that is known as Lamp."""
    return Campaign("A secret name", "Lamp", timezone, languages or ("en",), ("@official",))


def pushes_around(turns: Sequence[datetime], ahead: Sequence[timedelta], *, thorough: bool = False) -> list[Push]:
    """Pushes at the edges of changes of clock: the last second before, the first after, in and after a second pass.

    Thorough ones also stand on both sides of them, and at the beginning and the middle of a first pass.
    """
    found = []
    for number, turn in enumerate(turns):
        twice = max(ahead[number] - ahead[number + 1], HOUR)
        pairs = [(turn - SECOND, turn + twice / 2), (turn, turn + twice)]
        if thorough:
            pairs += [(turn - twice / 2, turn + twice - SECOND), (turn - twice, turn + SECOND)]
            pairs += [(turn - twice - SECOND, turn + 3 * HOUR)]
        found += [Push(("light",), *times, uid=f"{number}.{n}@lamp") for n, times in enumerate(pairs)]
    return found


def written(pushes: Sequence[Push], timezone: str) -> bytes:
    """The feed of pushes in a zone."""
    return feed(pushes, campaign=campaign(timezone), aliases={"light": "Light"}, now=NOW)


def true_times(pushes: Sequence[Push]) -> Times:
    """When pushes really are."""
    return {push.uid: (push.starts_at, push.ends_at) for push in pushes}


def read_by_icalendar(calendar: bytes) -> Times:
    """The times of a feed as icalendar reads them with the VTIMEZONE inside."""
    read = Calendar.from_ical(calendar)
    zones = {
        str(one["TZID"]): one.to_tz(lookup_tzid=False) for one in read.walk("VTIMEZONE") if isinstance(one, Timezone)
    }
    found = {}
    for event in read.walk("VEVENT"):
        assert isinstance(event, Event)
        times = [moment(event, name, zones) for name in ("DTSTART", "DTEND")]
        found[str(event["UID"])] = times[0], times[1]
    return found


def moment(event: Event, name: str, zones: Mapping[str, tzinfo]) -> datetime:
    """A time of an event: the digits of its line, in UTC or in the file's own zone."""
    line = event[name]
    raw = line.to_ical()
    text = raw.decode() if isinstance(raw, bytes) else raw
    digits = datetime.strptime(text.rstrip("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007 - its zone is told beside it
    if text.endswith("Z"):
        return digits.replace(tzinfo=UTC)
    place = zones[line.params["TZID"]]
    assert not isinstance(place, ZoneInfo)
    return in_utc(digits.replace(tzinfo=place))


def read_by_vobject(calendar: bytes) -> Times:
    """The times of a feed as vobject reads them, which follows the VTIMEZONE inside."""
    text = calendar.decode()
    for zone in vobject.readOne(text, transform=False).contents["vtimezone"]:
        inside = vobject.icalendar.TimezoneComponent.gettzinfo(zone)
        vobject.icalendar.registerTzid(zone.tzid.value, inside)  # else it keeps what an earlier file said
    found = {}
    for event in vobject.readOne(text).contents["vevent"]:
        found[event.uid.value] = in_utc(event.dtstart.value), in_utc(event.dtend.value)
    return found


def in_utc(told: date) -> datetime:
    """A time as its zone's own offset puts it."""
    assert isinstance(told, datetime)
    offset = told.utcoffset()
    assert offset is not None
    return (told.replace(tzinfo=None) - offset).replace(tzinfo=UTC)

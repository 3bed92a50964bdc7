"""The pushes of a campaign as a calendar (RFC 5545) that phones and mail programs subscribe to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from ..local import zone
from ..model import Campaign, Push, PushState, Term, stands_in
from ..words import say, spoken
from ..words.cleaning import one_line
from .telling import check_lines
from .timezones import sayable, timezone

_ASK_AGAIN = timedelta(hours=1)
_ALARM = timedelta(hours=24)
_SHOWN = timedelta(minutes=30)
_TOLD = timedelta(days=30)
_STATUS = {
    PushState.PROPOSED: "TENTATIVE",
    PushState.PLANNED: "CONFIRMED",
    PushState.DONE: "CONFIRMED",
    PushState.CANCELLED: "CANCELLED",
    PushState.DECLINED: "CANCELLED",
}


@dataclass(frozen=True, slots=True)
class _Reader:
    """Whom the calendar speaks to: the language, the zone of the clock on the wall, and the names of topics."""

    language: str
    place: ZoneInfo
    aliases: Mapping[str, str]
    now: datetime
    terms: Sequence[Term]

    def say(self, key: str, **values: str | int) -> str:
        """A text of the calendar in the reader's language."""
        return say(f"calendar.{key}", self.language, count=None, **values)

    def clock(self, moment: datetime) -> str:
        """What the clock on the wall shows then."""
        return f"{moment.astimezone(self.place):%Y-%m-%d %H:%M}"


def feed(
    pushes: Sequence[Push],
    *,
    campaign: Campaign,
    aliases: Mapping[str, str],
    now: datetime,
    terms: Sequence[Term] = (),
) -> bytes:
    """The calendar of all pushes, its times exact in the campaign's zone; no draft, no hook and none of `terms`.

    A declined proposal that was shown before stays for thirty days as cancelled, with its higher SEQUENCE: programs
    that keep what they once read take it off by that.
    """
    place = zone(campaign.timezone)
    reader = _Reader(spoken(campaign.languages), place, aliases, now, terms)
    shown = sorted(filter(lambda push: _is_shown(push, now), pushes), key=lambda push: (push.starts_at, push.uid))
    times = [moment for push in shown for moment in _span(push)] or [now]
    calendar = Calendar()
    _head(calendar, one_line(campaign.alias))
    calendar.add_component(timezone(place, min(times), max(times)))
    for push in shown:
        calendar.add_component(_event(push, reader))
    return bytes(calendar.to_ical())


def _head(calendar: Calendar, name: str) -> None:
    """What the calendar as a whole says of itself."""
    calendar.add("PRODID", "-//awareness-monitor//pushes//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("NAME", name)
    calendar.add("X-WR-CALNAME", name)
    calendar.add("REFRESH-INTERVAL", _ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", "PT1H")


def _is_shown(push: Push, now: datetime) -> bool:
    """Whether a push is in the calendar: all but what was declined unseen, or long ago."""
    if push.state is not PushState.DECLINED:
        return True
    return push.sequence > 0 and push.changed_at is not None and now - push.changed_at <= _TOLD


def _span(push: Push) -> tuple[datetime, datetime]:
    """Where a push stands in the calendar, in whole seconds: its window, or when it went out and a little to see."""
    done = push.state is PushState.DONE and push.went_out_at is not None
    start = push.went_out_at if done and push.went_out_at else push.starts_at
    end = start + _SHOWN if done else push.ends_at
    return start.astimezone(UTC).replace(microsecond=0), end.astimezone(UTC).replace(microsecond=0)


def _event(push: Push, reader: _Reader) -> Event:
    """One push as an event."""
    event = Event()
    start, end = _span(push)
    changed = (push.changed_at or reader.now).astimezone(UTC)
    event.add("UID", push.uid)
    event.add("DTSTAMP", changed)  # not `now`: the same pushes are the same bytes, which are fetched once
    event.add("LAST-MODIFIED", changed)
    event.add("SEQUENCE", push.sequence)
    event.add("STATUS", _STATUS[push.state])
    _add_time(event, "DTSTART", start, reader.place)
    if end > start:
        _add_time(event, "DTEND", end, reader.place)
    summary = _summary(push, reader)
    event.add("SUMMARY", summary)
    event.add("DESCRIPTION", "\n".join(_description(push, reader)))
    if push.state is PushState.PLANNED:
        event.add_component(_alarm(summary))
    return event


def _add_time(event: Event, name: str, moment: datetime, place: ZoneInfo) -> None:
    """Write a time as the clock on the wall shows it, or in UTC where that could mean another."""
    if sayable(moment, place):
        event.add(name, moment.astimezone(place).replace(tzinfo=None), parameters={"TZID": place.key})
    else:
        event.add(name, moment)


def _alarm(text: str) -> Alarm:
    """A reminder on the day before."""
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("TRIGGER", -_ALARM)
    alarm.add("DESCRIPTION", text)
    return alarm


def _summary(push: Push, reader: _Reader) -> str:
    names = (reader.aliases.get(topic) or say("push.former_topic", reader.language) for topic in push.topics)
    key = "title.proposed" if push.state is PushState.PROPOSED else "title"
    return reader.say(key, topics=", ".join(map(one_line, names)))


def _description(push: Push, reader: _Reader) -> Iterator[str]:
    """What is worth knowing of a push before it is opened in the tool, a line each."""
    name = reader.place.key
    yield reader.say("state", state=say(f"push.state.{push.state}", reader.language))
    yield reader.say("owner", owner=one_line(push.owner) or say("push.nobody", reader.language))
    channels = [one_line(channel) for channel in push.channels if not stands_in(reader.terms, channel)]
    if channels:
        yield reader.say("channels", channels=", ".join(channels))
    yield reader.say("window", start=reader.clock(push.starts_at), end=reader.clock(push.ends_at), zone=name)
    if push.latest and push.is_open:
        yield reader.say("latest", when=reader.clock(push.latest), zone=name)
    if push.went_out_at:
        yield reader.say("went_out", when=reader.clock(push.went_out_at), zone=name)
    if push.is_open:
        yield from check_lines(push, language=reader.language)
    yield reader.say("details", number=push.number)

"""The calendar feed, read back by two other programs: times exact in every zone, nothing in it that must not leave."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject  # type: ignore[import-untyped]
from click.testing import CliRunner
from icalendar import Alarm, Calendar, Event, TimezoneDaylight, TimezoneStandard

from monitor.cli.calendar import calendar as command
from monitor.cli.saving import save as put_file
from monitor.errors import ConfigError
from monitor.model import Check, Push, PushState
from monitor.pushes.calendar import feed
from monitor.pushes.timezones import changes
from monitor.store import Store
from tests.calendars import (
    HOUR,
    NOW,
    campaign,
    pushes_around,
    read_by_icalendar,
    read_by_vobject,
    true_times,
    written,
)
from tests.zones import FIRST, LAST, ZONES, one_of_each, turns

START = datetime(2026, 11, 24, 17, tzinfo=UTC)
PUSH = Push(
    ("light",),
    START,
    START + 2 * HOUR,
    owner="Amina",
    channels=("mastodon", "mail"),
    hook="new testimony",
    draft="Read what she says #LightForAll",
    checked=(Check.HELPLINE,),
    latest=START + timedelta(days=3),
    number=7,
    uid="7@lamp",
    sequence=2,
    changed_at=NOW - HOUR,
)
ALIASES = {"light": "Light", "water": "Water"}


def events(*pushes: Push, languages: tuple[str, ...] = ("en",), timezone: str = "Africa/Lagos") -> dict[str, Event]:
    """The events of a feed by their UID."""
    made = feed(pushes, campaign=campaign(timezone, *languages), aliases=ALIASES, now=NOW)
    return {str(one["UID"]): one for one in Calendar.from_ical(made).walk("VEVENT") if isinstance(one, Event)}


def event(push: Push, *, language: str = "en") -> Event:
    """The one event of a push."""
    return events(push, languages=(language,))[push.uid]


def test_times_around_every_change_of_clock_are_read_back_exactly_in_every_history_of_clocks():
    """Both sides, the gap and both passes of an overlap, 2007 to 2037, by the file's own zone, by two readers."""
    for name in one_of_each():
        pushes = pushes_around(*turns(name)) or [PUSH]
        made, true = written(pushes, name), true_times(pushes)
        assert read_by_icalendar(made) == true, name
        assert read_by_vobject(made) == true, name


def test_every_zone_of_the_world_is_written_under_its_own_name():
    """The newest changes of clock of each zone are read back exactly; 599 zones where this was written."""
    for name in ZONES:
        found, ahead = turns(name)
        pushes = pushes_around(found[-2:], ahead[-3:]) or [PUSH]
        made, true = written(pushes, name), true_times(pushes)
        assert f"\r\nTZID:{name}\r\n".encode() in made
        assert read_by_icalendar(made) == read_by_vobject(made) == true, name


@pytest.mark.parametrize("name", ["Africa/Cairo", "Africa/Casablanca", "Asia/Gaza", "Australia/Lord_Howe"])
def test_no_change_of_clock_is_missed(name):
    """An hourly look at thirty years finds the same changes, those twenty days apart too."""
    place, found, moment = ZoneInfo(name), [], FIRST
    ahead = moment.astimezone(place).utcoffset()
    while moment < LAST:
        moment += HOUR
        now = moment.astimezone(place).utcoffset()
        if now != ahead:
            found.append(moment)
        ahead = now
    full = [one + (FIRST - one) % HOUR for one in changes(place, FIRST, LAST)]
    assert full == found


@pytest.mark.parametrize("name", ["Africa/Casablanca", "Europe/Dublin", "Pacific/Apia"])
def test_every_observance_begins_at_a_real_change_of_clock(name):
    """What RFC 5545 says of it: DTSTART and each RDATE, less TZOFFSETFROM, are the moment of a change to TZOFFSETTO."""
    found, ahead = turns(name)
    zone = Calendar.from_ical(written(pushes_around(found, ahead), name)).walk("VTIMEZONE")[0]
    told = {}
    for part in zone.subcomponents:
        assert isinstance(part, TimezoneStandard | TimezoneDaylight)
        for onset in (part.DTSTART, *(one for one, _ in part.rdates)):
            told[(onset - part.TZOFFSETFROM).replace(tzinfo=UTC)] = part.TZOFFSETTO
    first = min(told)
    assert first < found[0]
    assert told.pop(first) == ahead[0]
    assert told == dict(zip(found, ahead[1:], strict=True))


def test_a_time_that_the_clock_shows_a_second_time_is_written_in_utc():
    """The first pass is a local time; the second is not, for that would mean the first."""
    twice = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    made = written([replace(PUSH, starts_at=twice - HOUR, ends_at=twice)], "Europe/Paris").decode()
    assert "DTSTART;TZID=Europe/Paris:20261025T023000\r\n" in made
    assert "DTEND:20261025T013000Z\r\n" in made


def test_the_calendar_names_itself_by_the_alias_and_asks_to_be_read_again():
    """What RFC 5545 and 7986 want of a published calendar is there, without pushes too."""
    for pushes in ([], [PUSH]):
        head = Calendar.from_ical(feed(pushes, campaign=campaign(), aliases=ALIASES, now=NOW))
        assert isinstance(head, Calendar)
        assert [str(head[name]) for name in ("VERSION", "CALSCALE", "METHOD")] == ["2.0", "GREGORIAN", "PUBLISH"]
        assert str(head["NAME"]) == str(head["X-WR-CALNAME"]) == "Lamp"
        assert head.refresh_interval == HOUR
        assert head["PRODID"]
        assert len(head.walk("VTIMEZONE")) == 1


def test_a_push_is_one_event_with_its_revision_and_its_times():
    """UID, SEQUENCE and the time of the change are the stored ones, so that readers know what is newer."""
    one = event(PUSH)
    assert (one["UID"], one["SEQUENCE"], one["SUMMARY"]) == ("7@lamp", 2, "Push: Light")
    assert one.DTSTAMP == one.LAST_MODIFIED == NOW - HOUR
    assert (one.start, one.end) == (START, START + 2 * HOUR)
    assert event(replace(PUSH, ends_at=START)).get("DTEND") is None


@pytest.mark.parametrize(
    ("state", "status", "alarms"),
    [
        (PushState.PROPOSED, "TENTATIVE", 0),
        (PushState.PLANNED, "CONFIRMED", 1),
        (PushState.DONE, "CONFIRMED", 0),
        (PushState.CANCELLED, "CANCELLED", 0),
    ],
)
def test_a_state_shows_and_only_what_is_planned_rings(state, status, alarms):
    """A proposal is tentative; the alarm of a planned push comes a day before it."""
    one = event(replace(PUSH, state=state))
    assert one["STATUS"] == status
    assert len(one.walk("VALARM")) == alarms
    for alarm in one.walk("VALARM"):
        assert isinstance(alarm, Alarm)
        assert alarm["TRIGGER"].to_ical() in ("-P1D", b"-P1D")
        assert (alarm["ACTION"], alarm["DESCRIPTION"]) == ("DISPLAY", "Push: Light")


def test_what_is_declined_vanishes_where_it_was_seen_and_is_not_shown_where_it_was_not():
    """A revised proposal is cancelled for thirty days; one that was never shown, or long ago, is left out."""
    declined = replace(PUSH, state=PushState.DECLINED)
    assert events(declined)["7@lamp"]["STATUS"] == "CANCELLED"
    assert not events(replace(declined, sequence=0))
    assert not events(replace(declined, changed_at=NOW - timedelta(days=31)))
    assert not events(replace(declined, changed_at=None))


def test_a_done_push_stands_where_it_went_out():
    """Not where it was planned; the description says when it went out, on the campaign's clock."""
    one = event(replace(PUSH, state=PushState.DONE, went_out_at=START + 5 * HOUR))
    assert one.start == START + 5 * HOUR
    assert one.end > one.start
    assert "Went out: 2026-11-24 23:00 (Africa/Lagos)" in str(one["DESCRIPTION"])


def test_a_description_tells_who_where_and_what_is_left_to_do():
    """Owner, channels, window, latest date, checklist, and where the draft is to be found."""
    assert str(event(PUSH)["DESCRIPTION"]).split("\n") == [
        "State: planned",
        "Owner: Amina",
        "Channels: mastodon, mail",
        "Window: 2026-11-24 18:00 to 2026-11-24 20:00 (Africa/Lagos)",
        "Latest sensible date: 2026-11-27 18:00 (Africa/Lagos)",
        "☐ Not yet looked at: could this expose someone?",
        "☑ It says where to find help.",
        "Draft and checklist: monitor push show 7",
    ]


def test_a_calendar_speaks_the_first_language_of_the_campaign():
    """Russian where that comes first, English for a language that is not known."""
    assert event(PUSH, language="ru")["SUMMARY"] == "Акция: Light"
    assert event(replace(PUSH, state=PushState.PROPOSED), language="ru")["SUMMARY"] == "Предлагается акция: Light"
    assert "Отвечает: Amina" in str(event(PUSH, language="ru")["DESCRIPTION"])
    assert event(replace(PUSH, state=PushState.PROPOSED), language="fr")["SUMMARY"] == "Proposed push: Light"


def test_no_draft_no_hook_no_key_and_no_name_leaves():
    """Aliases only: a topic that is no longer known has none, and its key is not shown instead."""
    made = written([replace(PUSH, topics=("light", "secretkey"), reason="because of #Hidden")], "Africa/Lagos")
    text = str(Calendar.from_ical(made).to_ical().replace(b"\r\n ", b""), "utf-8")
    for secret in ("testimony", "LightForAll", "secretkey", "Hidden", "A secret name", "official"):
        assert secret not in text
    assert "Push: Light\\, a former topic" in text


@pytest.mark.parametrize(
    ("owner", "shown"),
    [
        ("Амина, Kofi; \\ \"x\" :", "Амина, Kofi; \\ \"x\" :"),
        ("👩🏽‍🚀🇳🇬", "👩🏽‍🚀🇳🇬"),
        ("a\r\nBEGIN:VALARM\r\nEND:VALARM", "a BEGIN:VALARM END:VALARM"),
        ("a\nb\rc\u2028d\x85e\x0bf\x00g\x1b[31m", "a b c d e f g [31m"),
        ("\u202egnirts\ud800", "gnirts"),
        ("я" * 10_000, "я" * 199 + "…"),
        ("\\n\\,", "\\n\\,"),
        ("\x00", "nobody yet"),
    ],
)  # fmt: skip
def test_a_hostile_owner_is_one_line_of_text_in_both_readers(owner, shown):
    """Nothing that is written as a name becomes a line, a component or a turned text of the calendar."""
    made = written([replace(PUSH, owner=owner, channels=(owner,))], "Africa/Lagos")
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))
    ours = str(Calendar.from_ical(made).walk("VEVENT")[0]["DESCRIPTION"])
    theirs = vobject.readOne(made.decode()).vevent.description.value
    assert f"Owner: {shown}\n" in ours
    assert ours.split("\n") == theirs.split("\n")
    assert made.count(b"BEGIN:VALARM\r\n") == 1


def test_the_same_pushes_are_the_same_bytes_an_hour_later():
    """So that a reader that has them is told so, and fetches nothing."""
    later = feed([PUSH], campaign=campaign(), aliases=ALIASES, now=NOW + HOUR)
    assert later == feed([PUSH], campaign=campaign(), aliases=ALIASES, now=NOW)


def test_the_command_writes_a_file_for_its_owner_alone_and_in_one_step(tmp_path):
    """What was there is replaced, nothing is left beside it, and a folder that is not there is a clear error."""
    path = tmp_path / "pushes.ics"
    path.write_bytes(b"old")
    path.chmod(0o644)
    put_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(ConfigError, match="name a folder"):
        put_file(tmp_path / "none" / "pushes.ics", b"new")
    (tmp_path / "folder").mkdir()
    with pytest.raises(ConfigError, match="name a file"):
        put_file(tmp_path / "folder", b"new")
    assert sorted(tmp_path.iterdir()) == [tmp_path / "folder", path]


def test_a_link_is_followed_and_stays_a_link(tmp_path):
    """Who points a link at a file that is served elsewhere has the new one there, and the link still points to it."""
    (tmp_path / "served").mkdir()
    place, link = tmp_path / "served" / "pushes.ics", tmp_path / "pushes.ics"
    place.write_bytes(b"old")
    link.symlink_to(place)
    put_file(link, b"new")
    assert link.is_symlink()
    assert place.read_bytes() == b"new"


def test_the_command_prints_the_feed_of_the_campaign(tmp_path):
    """From the store the configuration names, with the topics' aliases."""
    config = tmp_path / "config.yaml"
    config.write_text("campaign: {alias: Lamp}\ntopics: {light: {alias: Light, tags: [LightForAll]}}\n")
    address = f"sqlite:///{tmp_path / 'data' / 'monitor.db'}"
    with closing(Store.open(address)) as store, store.recording(now=NOW) as recording:
        stored = recording.add_push(PUSH)
    done = CliRunner().invoke(command, ["--config", str(config)])
    assert done.exit_code == 0, done.output
    event = Calendar.from_ical(done.stdout_bytes).walk("VEVENT")[0]
    assert (str(event["UID"]), str(event["SUMMARY"])) == (stored.uid, "Push: Light")
    assert "LightForAll" not in done.stdout

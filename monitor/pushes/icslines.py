"""The lines of a calendar file that tell dates, looked at before a library expands what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from icalendar.timezone import tzp

from ..errors import ConfigError

_MOST_BYTES = 1_000_000
_MOST_EVENTS = 2_000
_CALENDAR = {"BEGIN", "END", "CALSCALE", "X-WR-TIMEZONE"}
_EVENT = {"BEGIN", "END", "UID", "SEQUENCE", "STATUS", "SUMMARY", "DTSTART", "DTEND", "DURATION"}
_SERIES = {"RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}
_WANTED = {("VCALENDAR",): _CALENDAR, ("VCALENDAR", "VEVENT"): _EVENT | _SERIES}
_FREQUENCIES = ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
_NAME = re.compile(r"[A-Za-z0-9-]+")
_ZONE = re.compile(r';TZID=(?:"([^"]*)"|([^;:]*))', re.IGNORECASE)


def wanted(calendar: bytes) -> list[str]:
    """The unfolded lines of a file's events that tell what, when and how often; ConfigError for what is too much.

    Descriptions, guests, alarms and the file's own time zones are left out: zones are known by their names.
    """
    if len(calendar) > _MOST_BYTES:
        raise ConfigError("the campaign's calendar is over 1 MB: keep the dates that matter to the campaign, no more")
    try:
        text = calendar.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError("the campaign's calendar is not UTF-8 text: export it again as iCalendar (.ics)") from error
    lines = re.sub(r"\n[ \t]", "", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    kept = list(_kept(lines))
    if not kept:
        raise ConfigError("the campaign's calendar holds no BEGIN:VCALENDAR: export it as iCalendar (.ics)")
    if sum(line.upper().startswith("BEGIN:VEVENT") for line in kept) > _MOST_EVENTS:
        raise ConfigError(f"the campaign's calendar holds over {_MOST_EVENTS:,} events: keep the dates that matter")
    return kept


def _kept(lines: list[str]) -> Iterator[str]:
    """The lines that matter, each one looked at."""
    inside: list[str] = []
    for line in lines:
        found = _NAME.match(line)
        name = found[0].upper() if found else ""
        if name == "BEGIN":
            inside.append(line.partition(":")[2].strip().upper())
        if name in _WANTED.get(tuple(inside[:3]), ()):
            _check(name, line)
            yield line
        if name == "END" and (not inside or inside.pop() != line.partition(":")[2].strip().upper()):
            raise ConfigError("the campaign's calendar is damaged (BEGIN and END do not match): export it again")
    if inside:
        raise ConfigError("the campaign's calendar breaks off before its end: export it again")


def _check(name: str, line: str) -> None:
    """Raise ConfigError for a rule that repeats within a day, and for a zone that nobody knows."""
    if name == "RRULE":
        _check_rule(line.partition(":")[2].upper())
    zone = _ZONE.search(line)
    named = (zone[1] or zone[2] or "") if zone else line.partition(":")[2].strip() if name == "X-WR-TIMEZONE" else None
    if named is not None and not _is_known(named):
        raise ConfigError(
            f"the campaign's calendar uses the time zone {named[:60]!r}, which is not known: "
            "export it with IANA names such as Africa/Lagos"
        )


def _check_rule(rule: str) -> None:
    """Raise ConfigError for a rule that is not of days, weeks, months or years."""
    parts = dict(part.partition("=")[::2] for part in rule.strip().split(";"))
    several = any("," in parts.get(f"BY{unit}", "") for unit in ("HOUR", "MINUTE", "SECOND"))
    if (
        parts.get("FREQ") not in _FREQUENCIES
        or several
        or not re.fullmatch("0*[1-9][0-9]*", parts.get("INTERVAL", "1"))
    ):
        raise ConfigError(
            f"the campaign's calendar has an event that repeats by {rule[:60]!r}: "
            "an event may come daily, weekly, monthly or yearly; mend it or take it out"
        )


def _is_known(zone: str) -> bool:
    try:
        return tzp.timezone(zone) is not None
    except (OSError, ValueError):
        return False

"""When a post was made, from the ways in which archives write a time; all times come out in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from .rows import Unreadable

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SNOWFLAKE_EPOCH_MS = 1_288_834_974_657  # X counts from here in ids; 22 low bits tell posts of a millisecond apart
_FIRST_SNOWFLAKE = 29_700_000_000
_MONTHS = {
    name: number
    for number, name in enumerate(
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], 1
    )
}


def moment(value: object) -> datetime:
    """Return a written time in UTC; one without a zone is taken as UTC.

    ISO 8601, X's "Wed Oct 10 20:19:24 +0000 2018", mail dates, and seconds, milliseconds or microseconds
    since 1970. Day and month in figures with the year last are refused: they cannot be told apart.

    >>> moment("2018-10-10T22:19:24+02:00") == moment("Wed Oct 10 20:19:24 +0000 2018") == moment(1539202764)
    True
    """
    if isinstance(value, str) and not value.isdigit() and len(value) > 10:
        try:
            return _in_utc(datetime.fromisoformat(value))
        except ValueError:
            pass
    return _slowly(value)


def snowflake_moment(post_id: str) -> datetime:
    """Return the time an X post's own id holds."""
    if not (post_id.isascii() and post_id.isdigit() and len(post_id) < 20 and int(post_id) >= _FIRST_SNOWFLAKE):
        raise Unreadable("no time")
    return _EPOCH + timedelta(milliseconds=(int(post_id) >> 22) + _SNOWFLAKE_EPOCH_MS)


def _slowly(value: object) -> datetime:
    if value is None or value == "":
        raise Unreadable("no time")
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise Unreadable("broken date")
    try:
        return _from_epoch(float(value))
    except (ValueError, OverflowError):
        pass
    try:
        return _from_words(str(value).strip())
    except (ValueError, TypeError, IndexError, KeyError, OverflowError):
        raise Unreadable("broken date") from None


def _from_epoch(number: float) -> datetime:
    """Seconds, milliseconds or microseconds by their size: each holds the years from 1973 to 2286."""
    for unit in (1, 1_000, 1_000_000):
        if 1e8 * unit <= number < 1e10 * unit:
            return _EPOCH + timedelta(seconds=number / unit)
    raise Unreadable("time out of range" if 0 <= number < 1e8 else "broken date")


def _from_words(text: str) -> datetime:
    if len(text) <= 10:  # "2017-04-01" would put a whole day into its first hour
        datetime.fromisoformat(text)
        raise Unreadable("date without a time of day")
    parts = text.split()
    if len(parts) == 6 and parts[4] == "+0000":
        clock = [int(part) for part in parts[3].split(":")]
        return datetime(int(parts[5]), _MONTHS[parts[1]], int(parts[2]), clock[0], clock[1], clock[2], tzinfo=UTC)
    if text[:4].isdigit():
        return _in_utc(datetime.fromisoformat(text.removesuffix(" UTC").replace("/", "-")))
    return _in_utc(parsedate_to_datetime(text))


def _in_utc(at: datetime) -> datetime:
    if at.tzinfo is UTC:
        return at
    if at.tzinfo is None:
        return at.replace(tzinfo=UTC)
    try:
        return at.astimezone(UTC)
    except OverflowError:
        raise Unreadable("time out of range") from None

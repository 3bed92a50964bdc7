"""The time that is in a post's id: Mastodon's snowflakes, and the ULIDs of GoToSocial.

Mastodon gives a post from elsewhere an id made of the time it was written, not of the time it arrived
(https://github.com/mastodon/mastodon/blob/main/lib/mastodon/snowflake.rb): walking along ids is walking along time,
and what arrives late slips in behind.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EARLIEST, _LATEST = datetime(2016, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's 32, without I, L, O and U
_ULID = re.compile(rf"[0-7][{_LETTERS}]{{25}}", re.ASCII)
_SNOWFLAKE = re.compile(r"[1-9][0-9]{16,18}", re.ASCII)
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}", re.ASCII)


def usable(post_id: str) -> bool:
    """Whether it looks like an id that can be asked with."""
    return _ID.fullmatch(post_id) is not None


def rank(post_id: str) -> tuple[int, str]:
    """What ids of one server are ordered by."""
    return len(post_id), post_id


def moment_of(post_id: str) -> datetime | None:
    """The time that an id holds; None for ids of other kinds."""
    if _SNOWFLAKE.fullmatch(post_id):
        milliseconds = int(post_id) >> 16
    elif _ULID.fullmatch(post_id):
        milliseconds = 0
        for letter in post_id[:10]:
            milliseconds = milliseconds * 32 + _LETTERS.index(letter)
    else:
        return None
    try:
        at = _EPOCH + milliseconds * _MS
    except OverflowError:
        return None
    return at if _EARLIEST <= at <= _LATEST else None


def id_before(at: datetime, *, like: str) -> str:
    """An id of the same kind as `like` that comes before all of the moment `at` and after all of earlier ones.

    >>> moment_of(id_before(datetime(2026, 11, 20, tzinfo=UTC), like="115580000000000000")).isoformat()
    '2026-11-19T23:59:59.999000+00:00'
    """
    milliseconds = (at - _EPOCH) // _MS - 1
    if _SNOWFLAKE.fullmatch(like):
        return str((milliseconds << 16) | 0xFFFF)
    letters = []
    for _ in range(10):
        milliseconds, rest = divmod(milliseconds, 32)
        letters.append(_LETTERS[rest])
    return "".join(reversed(letters)) + "Z" * 16

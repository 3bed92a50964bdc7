"""One line of a Jetstream, of version 1 or 2, as what it means here: a new post, something else, or a notice."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from ...model import Post
from ..archive.fediverse import bluesky_post
from ..archive.fields import Object, child, clean
from ..archive.rows import Unreadable
from .address import METHOD, POSTS
from .place import EARLIEST_US, HOUR_US, LATEST_US, microseconds

FUTURE = "FutureCursor"
_OPERATIONS = frozenset({"create", "update", "delete"})
_TID = "234567abcdefghijklmnopqrstuvwxyz"  # base 32 in the order of the alphabet, so that keys sort by time
_TID_LETTERS = frozenset(_TID)
_SENT_AGAIN_US: Final = 48 * HOUR_US


@dataclass(frozen=True, slots=True, repr=False)
class Line:
    """An event: when it was witnessed, its number on the instance, and its post if it is a new one.

    `again` is set where an old post is sent once more, as when an account's posts are copied anew.
    """

    at_us: int
    seq: int | None
    post: Post | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """The instance speaks about the stream; after one that `ends` it nothing comes."""

    name: str
    ends: bool = False


def parse(line: bytes) -> Line | Notice:
    """What a line means; raises Unreadable with a fixed phrase where that cannot be said."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        raise Unreadable("not JSON") from None
    if not isinstance(value, dict):
        raise Unreadable("not an event")
    frame = value.get("$type")
    if frame == "message":
        return _message(child(value, "payload"))
    if frame == "error":
        return Notice("error", ends=True)
    at_us = _checked(value.get("time_us"))
    kind = value.get("kind")
    if not isinstance(kind, str):
        raise Unreadable("not an event")
    if kind != "commit":
        return Line(at_us, _number(value.get("cursor")))
    return _line(at_us, _number(value.get("cursor")), value.get("did"), child(value, "commit"))


def _message(payload: Object) -> Line | Notice:
    """Version 2: what a message frame carries."""
    kind = payload.get("$type")
    if kind == f"{METHOD}#info":
        name = payload.get("name")
        return Notice(FUTURE if name == FUTURE else "other")  # how much is gone the first event tells
    if not isinstance(kind, str):
        raise Unreadable("not an event")
    at_us = _checked(_written(payload.get("witnessedAt") or payload.get("time")))
    seq = _number(payload.get("seq"))
    return _line(at_us, seq, payload.get("did"), payload) if kind == f"{METHOD}#commit" else Line(at_us, seq)


def _line(at_us: int, seq: int | None, did: object, commit: Object) -> Line:
    operation, collection = commit.get("operation"), commit.get("collection")
    if not isinstance(collection, str) or not isinstance(operation, str) or operation not in _OPERATIONS:
        raise Unreadable("not an event")
    if operation != "create" or collection != POSTS:
        return Line(at_us, seq)
    if not isinstance(did, str) or not isinstance(commit.get("rkey"), str):
        raise Unreadable("no id")
    if _is_old(clean(commit.get("rkey")), at_us):
        return Line(at_us, seq, again=True)
    named = {"operation": "create", "rkey": commit.get("rkey"), "record": commit.get("record")}
    return Line(at_us, seq, bluesky_post({"did": did, "time_us": at_us, "commit": named}))


def _is_old(key: str, at_us: int) -> bool:
    """Whether a post's key, which holds when it was written, is of two days or more before it was witnessed.

    A copy of a whole account passes as new posts; what was written long ago is no attention now.
    """
    if len(key) != 13 or not _TID_LETTERS.issuperset(key):
        return False
    number = 0
    for letter in key:
        number = number * 32 + _TID.index(letter)
    return number >> 10 < at_us - _SENT_AGAIN_US


def _written(value: object) -> int | None:
    if not isinstance(value, str):
        return None
    try:
        at = datetime.fromisoformat(value)
        return microseconds(at if at.tzinfo is UTC else at.replace(tzinfo=at.tzinfo or UTC))
    except (ValueError, OverflowError):
        return None


def _checked(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Unreadable("no time")
    if not EARLIEST_US <= value < LATEST_US:
        raise Unreadable("time out of range")
    return value


def _number(value: object) -> int | None:
    """A number in an instance's order; what is as large as a time is none."""
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < EARLIEST_US else None

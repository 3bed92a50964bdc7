"""What the readers of archives share: a row that can be read later, and one that cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NoReturn

from ...model import Post

# A row of a file: called, it gives its post or raises Unreadable; a row that was read before is never called.
Row = Callable[[], Post]

TRUNCATED = "truncated file"
DAMAGED = "damaged file"
NOT_A_POST = "not a post"


class Unreadable(Exception):
    """A row cannot be read; `reason` is one of a few fixed phrases and holds nothing of the row."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Broken(Unreadable):
    """The bytes end or break here: what came before was read, what comes after is unknown."""


class NoPosts(Exception):
    """A file in which posts cannot be found; the message says why and what to do, without its contents."""


def refused(reason: str) -> Row:
    """A row that is known to be unreadable."""
    return partial(_refuse, reason)


def _refuse(reason: str) -> NoReturn:
    raise Unreadable(reason)

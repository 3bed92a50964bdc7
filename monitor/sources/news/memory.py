"""What is remembered of a feed between two looks at it: times, and salted marks that name no story."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from hashlib import blake2b

from .items import Story

_MOST_MARKS = 2000
_ID_DIGITS = 10
_MARK_DIGITS = 14
_TAG = re.compile(r'(W/)?"[!#-~]{0,100}"')
_DATE = re.compile(r"[A-Za-z]{3}, [0-9]{2} [A-Za-z]{3} [0-9]{4} [0-9:]{8} GMT")


@dataclass(frozen=True, slots=True)
class Memory:
    """How far a feed was followed; `marks` are those of the last listing first (`listed` of them), then older ones.

    A mark is ten digits of a story's salted name and four of its salted text: enough to know a story again,
    and to see that it was edited. `known_to` ends the hours whose coverage is written.
    """

    salt: str
    looked_at: datetime
    known_to: datetime
    marks: tuple[str, ...] = ()
    listed: int = 0
    etag: str = ""
    modified: str = ""

    def mark(self, story: Story) -> str:
        """The story's mark under this feed's salt."""
        return _digest(self.salt, story.id)[:_ID_DIGITS] + _digest(self.salt, story.text)[: _MARK_DIGITS - _ID_DIGITS]

    def fresh(self, stories: Sequence[Story]) -> tuple[list[Story], list[Story]]:
        """The stories never seen before, and those that were edited since."""
        ids, marks = {mark[:_ID_DIGITS] for mark in self.marks}, set(self.marks)
        named = [(story, self.mark(story)) for story in stories]
        new = [story for story, mark in named if mark[:_ID_DIGITS] not in ids]
        return new, [story for story, mark in named if mark[:_ID_DIGITS] in ids and mark not in marks]

    def overlaps(self, stories: Sequence[Story]) -> bool:
        """Whether the feed still lists some of what it listed last; one alone may be a story that is pinned."""
        last = {mark[:_ID_DIGITS] for mark in self.marks[: self.listed]}
        still = sum(self.mark(story)[:_ID_DIGITS] in last for story in stories)
        return still >= min(2, len(last), len(stories))

    def after(self, stories: Sequence[Story], headers: Mapping[str, str]) -> Memory:
        """The memory once these stories were read."""
        now = [self.mark(story) for story in stories]
        ids = {mark[:_ID_DIGITS] for mark in now}
        older = [mark for mark in self.marks if mark[:_ID_DIGITS] not in ids]
        etag, modified = headers.get("etag", ""), headers.get("last-modified", "")
        return replace(
            self,
            marks=tuple((now + older)[:_MOST_MARKS]),
            listed=len(now),
            etag=etag if _TAG.fullmatch(etag) else "",
            modified=modified if _DATE.fullmatch(modified) else "",
        )

    def conditions(self) -> dict[str, str]:
        """The headers that ask for the feed only if it has changed."""
        told = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in told.items() if value}

    def cursor(self) -> str:
        """The memory as a cursor."""
        times = {"looked_at": self.looked_at.isoformat(), "known_to": self.known_to.isoformat()}
        return json.dumps(asdict(self) | times | {"marks": "".join(self.marks)})


def begin(*, now: datetime, known_to: datetime) -> Memory:
    """The memory of a feed that is looked at for the first time."""
    return Memory(secrets.token_hex(16), now, known_to)


def recall(cursor: str | None) -> Memory | None:
    """The memory a cursor holds; None where it holds none that can be understood."""
    try:
        stored = json.loads(cursor or "null")
        marks = str(stored["marks"])
        return Memory(
            salt=str(stored["salt"]),
            looked_at=_time(stored["looked_at"]),
            known_to=_time(stored["known_to"]),
            marks=tuple(marks[at : at + _MARK_DIGITS] for at in range(0, len(marks), _MARK_DIGITS)),
            listed=int(stored["listed"]),
            etag=str(stored["etag"]),
            modified=str(stored["modified"]),
        )
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _time(value: str) -> datetime:
    at = datetime.fromisoformat(value)
    if at.tzinfo is None:
        raise ValueError("a time without its zone")
    return at.astimezone(UTC)


def _digest(salt: str, text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), key=salt.encode()[:64], digest_size=8).hexdigest()

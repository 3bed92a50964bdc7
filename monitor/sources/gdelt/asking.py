"""One round's requests to GDELT, made with care, and what their answers mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import requests

from ...errors import SourceError
from ...model import Topic
from ...web import Answer, fetch
from .._keywords import Limits
from .timeline import Bucket, Timeline, buckets, parse_timeline

APART_SECONDS = 5.0
WORDS = Limits(shortest=5, longest_in_all=250)
NOTHING = "GDELT answered with nothing: no story, or trouble on its side"
_NOT_TAKEN = "GDELT does not take this topic's words: too short, too long or too many"
_ALWAYS_THERE = '"government"'  # GDELT reads the news of the world in English: this word is there at any time
_WAIT = timedelta(minutes=15)

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Answered:
    """The whole hours and days of an answer."""

    whole: Sequence[Bucket]
    read: int = 0
    quarantined: Mapping[str, int] = field(default_factory=dict)


Found = Answered | str  # or why there is nothing


class Round:
    """One round's requests: apart from each other, on a clock that goes on; and what GDELT told of itself in them."""

    def __init__(
        self,
        using: requests.Session,
        address: str,
        pause: Callable[[float], object],
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._session, self._address, self._pause, self._clock = using, address, pause, clock
        self._asked = False
        self._read: dict[Span, dict[tuple[datetime, int], Bucket]] = {}

    def found(self, asked: str, span: Span) -> Found:
        """The whole hours and days that a query brings, or why it brings none."""
        if self._asked:
            self._pause(APART_SECONDS)
        self._asked = True
        start, end = span
        params = {
            "query": asked,
            "mode": "timelinevolraw",
            "format": "json",
            "startdatetime": f"{start:%Y%m%d%H%M%S}",
            "enddatetime": f"{end - timedelta(seconds=1):%Y%m%d%H%M%S}",
        }
        answer = fetch(self._session, self._address, now=self._clock(), attempts=1, params=params)
        found = understand(answer, now=self._clock())
        if isinstance(found, str):
            return found
        whole = [one for one in buckets(found) if start <= one.start and one.end <= end]
        if whole:
            self._read.setdefault(span, {}).update({(one.start, one.hours): replace(one, stories=0) for one in whole})
        return Answered(whole, found.read, found.quarantined)

    def without_stories(self, span: Span) -> Found:
        """The hours and days in which GDELT read the news, so that nothing found in them is a true zero.

        Where no topic's answer told of them, a word that is always in the news is asked for.
        """
        if span not in self._read:
            self._read[span] = {}
            self.found(_ALWAYS_THERE, span)
        return Answered(list(self._read[span].values())) if self._read[span] else NOTHING


def query(topic: Topic) -> str:
    """What GDELT is asked for: each word or phrase in quotation marks, as it refuses bare ones with signs in them."""
    words = [f'"{word}"' for word in WORDS.words(topic)]
    return f"({' OR '.join(words)})" if len(words) > 1 else "".join(words)


def understand(answer: Answer, *, now: datetime) -> Timeline | str:
    """The timeline in an answer, or why there is none for this topic; raises SourceError where GDELT is in trouble."""
    said = answer.body[:300].decode("utf-8", "replace").strip().lower()
    if not said.startswith(("{", "[")):
        if "limit requests" in said:
            raise SourceError("asks to wait, in words", retry_at=now + _WAIT)
        if "<" not in said and any(word in said for word in ("phrase", "query", "queries", "keyword")):
            return _NOT_TAKEN
        raise SourceError("answered with a text or a web page, not with numbers")
    body = answer.json()
    if body in ({}, []) or (isinstance(body, dict) and body.get("timeline") == []):
        return NOTHING
    return parse_timeline(body)

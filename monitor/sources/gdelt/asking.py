"""One careful request to GDELT for each topic, and what can be said of the topic's hours from its answer."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from ...errors import SourceError
from ...model import CONTROL, DAY, HOUR, Coverage, Observation, Page, Price, Status, Term, Topic, hour_of
from ...web import Answer, Manners, fetch, session
from .._keywords import keywords
from .._progress import longest_waiting, read, write
from .timeline import Bucket, Timeline, buckets, parse_timeline

APART_SECONDS = 5.0
WINDOW = 6 * DAY  # GDELT answers by hour for some days, by day for longer ones
LOOK_BACK = 85 * DAY
_SETTLED = 2 * HOUR  # stories of an hour still come in for so long
_WAIT = timedelta(minutes=15)
_SHORTEST_WORD = 5
_LONGEST_QUERY = 250
_MAX_BYTES = 2 * 2**20
_NOTHING = "GDELT answered with nothing: no story, or trouble on its side"
_NOT_TAKEN = "GDELT does not take this topic's words: too short, too long or too many"
_LEFT_OUT = "GDELT left out this hour or a part of it"
_TOO_OLD = "further back than GDELT answers"


class Gdelt:
    """GDELT's DOC 2.0 interface: stories, and stories per million of all that it read in the same hour."""

    name = "gdelt"
    method = "1"
    lag_hours = 2
    bucket_hours = 1
    price: Price | None = None

    def __init__(
        self,
        topics: Sequence[Topic],
        *,
        base_url: str,
        allow_private: bool = False,
        every_minutes: float = 360,
        pause: Callable[[float], object] = time.sleep,
    ) -> None:
        self.topics = tuple(one for one in map(_looked_for, topics) if one.terms)
        self._queries = {topic.key: query(topic) for topic in self.topics}
        self.every_minutes = every_minutes
        self._address = base_url
        self._session = session(Manners(allow_private=allow_private, timeout_seconds=60, max_bytes=_MAX_BYTES))
        self._pause = pause

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """A page for each topic: the last six days, or after a long silence the six days that come next."""
        progress = read(cursor)
        end = hour_of(now - _SETTLED)
        for number, topic in enumerate(longest_waiting(list(self._queries), progress)):
            if number:
                self._pause(APART_SECONDS)
            wanted = min(progress.get(topic, end), end - WINDOW)
            start = hour_of(max(wanted, end - LOOK_BACK))
            until = min(start + WINDOW, end)
            page = self._page(topic, start, until, now=now)
            progress[topic] = until
            lost = (Coverage(hour_of(wanted), start, Status.MISSING, _TOO_OLD),) if wanted < start else ()
            yield replace(page, cursor=write(progress), coverage=lost + page.coverage)

    def _page(self, topic: str, start: datetime, end: datetime, *, now: datetime) -> Page:
        """The hours from `start` up to `end` of one topic, and of GDELT as a whole."""
        asked = {
            "query": self._queries[topic],
            "mode": "timelinevolraw",
            "format": "json",
            "startdatetime": f"{start:%Y%m%d%H%M%S}",
            "enddatetime": f"{end - timedelta(seconds=1):%Y%m%d%H%M%S}",
        }
        answer = fetch(self._session, self._address, now=now, attempts=1, params=asked)
        found = understand(answer, now=now)
        if not isinstance(found, Timeline):
            return Page(coverage=(Coverage(start, end, Status.MISSING, found),), topics=(topic,))
        whole = [one for one in buckets(found) if start <= one.start and one.end <= end]
        return Page(
            observations=tuple(seen for one in whole for seen in self._observations(topic, one)),
            coverage=tuple(_coverage(whole, start, end)),
            topics=(topic, CONTROL) if whole else (topic,),
            read=found.read,
            quarantined=found.quarantined,
        )

    def _observations(self, topic: str, one: Bucket) -> Iterator[Observation]:
        for whose, measure, value in (
            (topic, "stories", float(one.stories)),
            (topic, "share", one.stories / one.of_all * 1e6),
            (CONTROL, "stories", float(one.of_all)),
        ):
            yield Observation(whose, self.name, measure, one.start, value, one.hours, self.method)


def query(topic: Topic) -> str:
    """What GDELT is asked for: each word or phrase in quotation marks, as it refuses bare ones with signs in them."""
    words = [f'"{word}"' for word in _words(topic)]
    return f"({' OR '.join(words)})" if len(words) > 1 else "".join(words)


def _words(topic: Topic) -> Mapping[str, Term]:
    return keywords(topic, shortest=_SHORTEST_WORD, longest_in_all=_LONGEST_QUERY)


def _looked_for(topic: Topic) -> Topic:
    """The topic with those of its terms that GDELT can look for."""
    return replace(topic, terms=tuple(_words(topic).values()))


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
        return _NOTHING
    return parse_timeline(body)


def _coverage(whole: Sequence[Bucket], start: datetime, end: datetime) -> Iterator[Coverage]:
    """Every hour between as known or not; days that are known besides, where GDELT answered by day."""
    hours = {one.start for one in whole if one.hours == 1}
    for one in whole:
        if one.hours == 24:
            yield Coverage(one.start, one.end, Status.COMPLETE, bucket_hours=24)
    at = start
    while at < end:
        known, since = at in hours, at
        while at < end and (at in hours) == known:
            at += HOUR
        yield Coverage(since, at, Status.COMPLETE) if known else Coverage(since, at, Status.MISSING, _LEFT_OUT)

"""Which hours of which topics are asked for, and what can be said of them from GDELT's answers."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from ...model import CONTROL, DAY, HOUR, Coverage, Observation, Page, Price, Status, Topic, hour_of
from ...web import Manners, running, session
from .._progress import longest_waiting, read, write
from .asking import NOTHING, WORDS, Found, Round, Span, query
from .timeline import Bucket

WINDOW = 6 * DAY  # GDELT answers by hour for some days, by day for longer ones
LOOK_BACK = 85 * DAY
_SETTLED = 2 * HOUR  # stories of an hour still come in for so long
_MAX_BYTES = 2 * 2**20
_LEFT_OUT = "GDELT left out this hour or a part of it"
_STORIES = " had stories"  # beside the topics' own keys, in which no blank can stand
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
        self.topics = WORDS.narrowed(topics)
        self._queries = {topic.key: query(topic) for topic in self.topics}
        self.every_minutes = every_minutes
        self._address = base_url
        self._session = session(Manners(allow_private=allow_private, timeout_seconds=60, max_bytes=_MAX_BYTES))
        self._pause = pause

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """A page for each topic: the last six days, or after a long silence the six days that come next.

        An answer with nothing in it is no story or trouble: it waits until the others have told what GDELT read.
        """
        progress, asking = read(cursor), Round(self._session, self._address, self._pause, clock=running(now))
        end = hour_of(now - _SETTLED)
        silent: dict[str, tuple[Span, datetime]] = {}
        for topic in longest_waiting(list(self._queries), progress):
            wanted = min(progress.get(topic, end), end - WINDOW)
            start = hour_of(max(wanted, end - LOOK_BACK))
            span = (start, min(start + WINDOW, end))
            found = asking.found(self._queries[topic], span)
            if found == NOTHING:
                silent[topic] = span, wanted
                continue
            progress[topic] = span[1]
            _remember(progress, topic, found)
            yield replace(self._page(topic, span, found, since=wanted), cursor=write(progress))
        for topic, (span, wanted) in silent.items():
            proved = NOTHING if _had_stories(progress, topic, span) else asking.without_stories(span)
            progress[topic] = span[1]
            yield replace(self._page(topic, span, proved, since=wanted), cursor=write(progress))

    def _page(self, topic: str, span: Span, found: Found, *, since: datetime) -> Page:
        """The hours of one topic and of GDELT as a whole; those from `since` on that are out of reach are lost."""
        start, end = span
        lost = (Coverage(hour_of(since), start, Status.MISSING, _TOO_OLD),) if since < start else ()
        if isinstance(found, str):
            return Page(coverage=(*lost, Coverage(start, end, Status.MISSING, found)), topics=(topic,))
        whole = found.whole
        return Page(
            observations=tuple(seen for one in whole for seen in self._observations(topic, one)),
            coverage=(*lost, *_coverage(whole, start, end)),
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


def _remember(progress: dict[str, datetime], topic: str, found: Found) -> None:
    """Keep the last hour in which the topic had stories: no later answer can be without any in it."""
    last = () if isinstance(found, str) else [one.start for one in found.whole if one.stories]
    if last:
        progress[f"{topic}{_STORIES}"] = max(last)


def _had_stories(progress: Mapping[str, datetime], topic: str, span: Span) -> bool:
    last = progress.get(f"{topic}{_STORIES}")
    return last is not None and span[0] <= last < span[1]


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

"""X's counts of posts by hour: one request for each topic and round, and no post is read."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from datetime import datetime

from ...errors import SourceError
from ...model import CONTROL, DAY, Page, Price, Topic, hour_of
from .. import Past
from .answers import Counts, Span, parse_counts
from .door import Door
from .hours import closed, counted, next_hour, reach, silent
from .past import DOLLARS_A_PAGE, archived, pages_of
from .queries import Question, tag_query
from .refusals import QueryRefused, missing_token
from .settings import Settings

DOLLARS_A_COUNT = 0.005
METHOD = "counts-1"
_REFUSED_FOR = DAY  # a query that X found wrong is not sent again before


class XCounts:
    """Posts by hour for each topic, over all of the last seven days in every round; reposts are never counted.

    The probe, if there is one, is asked first: hours in which even that counts nothing are not believed of the
    topics. A round that was cut short is taken up where it ended.
    """

    name = "x"
    method = METHOD
    lag_hours = 1
    bucket_hours = 1

    def __init__(self, door: Door | None, questions: Sequence[Question], settings: Settings) -> None:
        self.topics: tuple[Topic, ...] = tuple(one.topic for one in questions)
        self.every_minutes = settings.every_minutes
        self._door = door
        self._archive = settings.archive
        self._unasked = {one.topic.key: SourceError(one.refusal, permanent=True) for one in questions if one.refusal}
        asked = {one.topic.key: one.query for one in questions if one.query}
        self._asked = ({CONTROL: tag_query(settings.probe)} if settings.probe and asked else {}) | asked
        self._refused: dict[str, tuple[datetime, QueryRefused]] = {}
        self.price: Price | None = Price(DOLLARS_A_COUNT * len(self._asked), settings.budget_dollars)

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """The last seven days of every topic, a topic at a time; the cursor says which is the next.

        A topic whose query X refuses, or whose answer cannot be read, leaves the others alone.
        """
        span = reach(now)
        refused = {key: error for key, (at, error) in self._refused.items() if abs(now - at) < _REFUSED_FOR}
        for key, error in (self._unasked | refused).items():
            yield closed(key, span, error, cursor=cursor or "")
        if self._door is None:
            raise missing_token()
        order = [key for key in _from(list(self._asked), cursor) if key not in refused]
        failures = yield from self._round(self._door, order, span, now=now)
        if failures and len(failures) == len(order):
            raise failures[-1]

    def past(self, start: datetime, end: datetime, *, now: datetime) -> Past:
        """What it takes to count the whole hours from `start` to `end`; raises SourceError for what is out of reach."""
        if self._door is None:
            raise missing_token()
        near = reach(now)
        span = Span(next_hour(start), min(hour_of(end), near.end))
        if span.start >= span.end:
            return Past(0, 0.0, iter(()))
        if span.start >= near.start:
            requests = len(self._asked)
            return Past(requests, requests * DOLLARS_A_COUNT, self._near(self._door, span, now=now))
        if not self._archive:
            raise SourceError(
                f"X counts the last seven days only, from {near.start:%Y-%m-%d %H:%M} UTC on; "
                "for more your account needs X's full archive: then set archive: true",
                permanent=True,
            )
        spans = archived(span)
        requests = len(spans) * len(self._asked)
        pages = pages_of(self._door, self._asked, spans, method=METHOD, now=now)
        return Past(requests, requests * DOLLARS_A_PAGE, pages)

    def _near(self, door: Door, span: Span, *, now: datetime) -> Iterator[Page]:
        failures = yield from self._round(door, list(self._asked), span, now=now)
        if failures:
            raise failures[-1]

    def _round(
        self, door: Door, order: Sequence[str], span: Span, *, now: datetime
    ) -> Generator[Page, None, list[SourceError]]:
        """Ask for each topic in turn; gives back what went wrong with single ones."""
        failures: list[SourceError] = []
        blind: frozenset[datetime] = frozenset()
        for key, following in zip(order, [*order[1:], ""], strict=False):
            yield Page(dollars=DOLLARS_A_COUNT, cursor=key)
            try:
                answer = self._answer(door, key, span, now=now)
            except SourceError as error:
                if error.retry_at is None:  # what fails each time would hold up all that come after it
                    yield Page(cursor=following)
                raise
            if isinstance(answer, SourceError):
                failures.append(answer)
                yield closed(key, span, answer, cursor=following)
                continue
            if key == CONTROL:
                blind = silent(answer)
                yield counted(key, answer, span, method=METHOD, cursor=following)
                continue
            yield counted(key, answer, span, method=METHOD, blind=blind, cursor=following)
        return failures

    def _answer(self, door: Door, key: str, span: Span, *, now: datetime) -> Counts | SourceError:
        """The counts, or what is wrong with this topic alone; whatever stops all of them is raised."""
        try:
            body = door.recent_counts(self._asked[key], start=span.start, end=span.end, now=now)
        except QueryRefused as error:
            self._refused[key] = (now, error)
            return error
        try:
            return parse_counts(body, span)
        except SourceError as error:
            return error


def _from(keys: list[str], cursor: str | None) -> list[str]:
    """The keys in turn, beginning with the one a round ended before."""
    at = keys.index(cursor) if cursor in keys else 0
    return keys[at:] + keys[:at]

"""X's counts of posts by hour: one request for each topic and round, and no post is read."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from datetime import datetime

from ... import web
from ...errors import SourceError
from ...model import CONTROL, Page, Price, Topic, hour_of, next_hour
from .. import Past
from . import turns
from .answers import Counts, Span, parse_counts
from .door import Clock, Door
from .hours import closed, counted, reach, silent
from .past import DOLLARS_A_PAGE, archived, pages_of
from .queries import Question, tag_query
from .refusals import QueryRefused, missing_token, wrong_probe, wrong_query
from .settings import Settings
from .turns import REFUSED_FOR, Turns, in_turn

DOLLARS_A_COUNT = 0.005
METHOD = "counts-1"


class XCounts:
    """Posts by hour for each topic, over all of the last seven days in every round; reposts are never counted.

    The probe, if there is one, is asked first in every round: hours in which even that counts nothing are not
    believed of the topics, and without its answer nothing is. A round that was cut short is taken up where it ended.
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
        self.probe = settings.probe
        self._refused: dict[str, tuple[datetime, SourceError]] = {}
        self.price: Price | None = Price(DOLLARS_A_COUNT * len(self._asked), settings.budget_dollars)

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """The last seven days of every topic, a topic at a time; the cursor says which is the next.

        A topic whose query X refuses, or whose answer cannot be read, leaves the others alone.
        """
        span, clock = reach(now), web.running(now)
        following = self._remember(cursor, now=now)
        refused = {key: error for key, (_, error) in self._refused.items()}
        for key, error in (self._unasked | refused).items():
            yield closed(key, span, error, cursor=cursor or "")
        if self._door is None:
            raise missing_token()
        keys = [key for key in in_turn(self._topic_keys(), following) if key not in refused]
        if refused and (CONTROL in refused or not keys):
            raise refused.get(CONTROL) or next(iter(refused.values()))
        failures = yield from self._round(self._door, keys, span, near=span, clock=clock)
        if failures and len(failures) == len(keys):
            raise failures[-1]

    def past(self, start: datetime, end: datetime, *, now: datetime) -> Past:
        """What it takes to count the whole hours from `start` to `end`; raises SourceError for what is out of reach."""
        if self._door is None:
            raise missing_token()
        near, clock = reach(now), web.running(now)
        span = Span(next_hour(start), min(hour_of(end), near.end))
        if span.start >= span.end:
            return Past(0, 0.0, iter(()))
        if span.start >= near.start:
            requests = len(self._asked)
            return Past(requests, requests * DOLLARS_A_COUNT, self._near(self._door, span, near=near, clock=clock))
        if not self._archive:
            raise SourceError(
                f"X counts the last seven days only, from {near.start:%Y-%m-%d %H:%M} UTC on; "
                "for more your account needs X's full archive: then set archive: true",
                permanent=True,
            )
        spans = archived(span)
        requests = len(spans) * len(self._asked)
        pages = pages_of(self._door, self._asked, spans, method=METHOD, clock=clock)
        return Past(requests, requests * DOLLARS_A_PAGE, pages)

    def _near(self, door: Door, span: Span, *, near: Span, clock: Clock) -> Iterator[Page]:
        failures = yield from self._round(door, self._topic_keys(), span, near=near, clock=clock)
        if failures:
            raise failures[-1]

    def _round(
        self, door: Door, keys: Sequence[str], span: Span, *, near: Span, clock: Clock
    ) -> Generator[Page, None, list[SourceError]]:
        """Ask for the probe and then for each topic in turn; gives back what went wrong with single topics."""
        failures: list[SourceError] = []
        blind: frozenset[datetime] = frozenset()
        if keys and CONTROL in self._asked:
            blind = yield from self._probed(door, near, cursor=keys[0], clock=clock)
        for key, following in zip(keys, [*keys[1:], ""], strict=True):
            yield Page(dollars=DOLLARS_A_COUNT, cursor=self._cursor(key))
            within = _still_counted(span, clock())
            try:
                answer = self._answer(door, key, within, clock=clock)
            except SourceError as error:
                if error.retry_at is None:  # what fails each time would hold up all that come after it
                    yield Page(cursor=self._cursor(following))
                raise
            cursor = self._cursor(following)
            if isinstance(answer, SourceError):
                failures.append(answer)
                yield closed(key, within, answer, cursor=cursor)
                continue
            yield counted(key, answer, within, method=METHOD, blind=blind, cursor=cursor)
        return failures

    def _probed(
        self, door: Door, span: Span, *, cursor: str, clock: Clock
    ) -> Generator[Page, None, frozenset[datetime]]:
        """Ask for the probe; gives back the hours in which X was blind, and raises SourceError where it cannot tell.

        All seven days are asked for, which costs no more: in a few hours alone nobody could tell blind from quiet.
        """
        yield Page(dollars=DOLLARS_A_COUNT, cursor=self._cursor(cursor))
        within = _still_counted(span, clock())
        answer = self._answer(door, CONTROL, within, clock=clock)
        if isinstance(answer, SourceError):
            yield closed(CONTROL, within, answer, cursor=self._cursor(cursor))
            raise answer
        blind = silent(answer)
        yield counted(CONTROL, answer, within, method=METHOD, cursor=self._cursor(cursor))
        return blind

    def _answer(self, door: Door, key: str, span: Span, *, clock: Clock) -> Counts | SourceError:
        """The counts, or what is wrong with this topic alone; whatever stops all of them is raised."""
        try:
            body = door.recent_counts(self._asked[key], start=span.start, end=span.end, clock=clock)
        except QueryRefused as error:
            found = wrong_probe() if key == CONTROL else error
            self._refused[key] = (clock() + REFUSED_FOR, found)
            return found
        try:
            return parse_counts(body, span)
        except SourceError as error:
            return error

    def _topic_keys(self) -> list[str]:
        return [key for key in self._asked if key != CONTROL]

    def _remember(self, cursor: str | None, *, now: datetime) -> str:
        """Take in what the cursor says of refused queries, and forget what is over; gives back whose turn is next."""
        stored = turns.read(cursor, self._asked, now=now)
        for key, until in stored.refused.items():
            self._refused.setdefault(key, (until, wrong_probe() if key == CONTROL else wrong_query()))
        self._refused = {key: one for key, one in self._refused.items() if turns.still(one[0], now=now)}
        return stored.following

    def _cursor(self, following: str) -> str:
        return turns.write(Turns(following, {key: until for key, (until, _) in self._refused.items()}), self._asked)


def _still_counted(span: Span, now: datetime) -> Span:
    """The span without the hours that went out of X's reach while a round lasted."""
    return Span(max(span.start, reach(now).start), span.end)

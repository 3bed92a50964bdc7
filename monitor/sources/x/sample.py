"""A few posts about each topic once a day, for tone and languages: never enough to judge by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from ... import web
from ...errors import SourceError
from ...model import DAY, SAMPLE, Coverage, Page, Price, Status, Topic, hour_of
from .answers import parse_posts
from .door import Clock, Door
from .hours import SETTLED
from .queries import Question
from .refusals import QueryRefused, missing_token
from .settings import Settings

DOLLARS_A_POST = 0.005
_SMALLEST, _LARGEST = 10, 100  # posts that X gives in an answer
_DAILY_MINUTES = 1440.0


class XSample:
    """The newest posts of a day, at most so many for all topics together; its hours are always partial.

    The cursor is the day and how many topics were asked in it. Where there are more topics than tens of posts, they
    take turns by the day.
    """

    name = "x:sample"
    method = "sample-1"
    lag_hours = 1
    bucket_hours = 1
    every_minutes = _DAILY_MINUTES

    def __init__(self, door: Door | None, questions: Sequence[Question], settings: Settings) -> None:
        self._asked = {one.topic.key: one.query for one in questions if one.query}
        self.topics: tuple[Topic, ...] = tuple(one.topic for one in questions if one.query)
        self._turns = min(len(self._asked), settings.sample_posts // _SMALLEST)
        self._size = min(_LARGEST, settings.sample_posts // self._turns) if self._turns else 0
        self.price: Price | None = Price(self._turns * self._size * DOLLARS_A_POST, settings.budget_dollars)
        self._door = door

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """Today's sample, where it was not taken yet; a topic whose query X refuses leaves the others alone."""
        if not self._turns:
            return
        if self._door is None:
            raise missing_token()
        clock, today = web.running(now), f"{now:%Y-%m-%d}"
        day, _, done = (cursor or "").partition(" ")
        first = int(done) if day == today and done.isascii() and done.isdigit() else 0
        keys = list(self._asked)
        for turn in range(first, self._turns):
            key = keys[(now.toordinal() * self._turns + turn) % len(keys)]
            yield Page(dollars=self._size * DOLLARS_A_POST, cursor=f"{today} {turn}")
            yield self._page(self._door, key, cursor=f"{today} {turn + 1}", now=now, clock=clock)

    def _page(self, door: Door, key: str, *, cursor: str, now: datetime, clock: Clock) -> Page:
        start, end = hour_of(now - DAY), (now - SETTLED).replace(microsecond=0)
        told = Coverage(start, hour_of(now), Status.PARTIAL, SAMPLE)
        try:
            body = door.search(self._asked[key], start=start, end=end, size=self._size, clock=clock)
            batch = parse_posts(body)
        except QueryRefused as error:
            return Page(cursor=cursor, topics=(key,), coverage=(_blocked(told, error),))
        posts = tuple(post for post in batch.posts if start <= post.at < end)[: self._size]
        outside = len(batch.posts) - len(posts)
        quarantined = {**batch.quarantined, **({"outside the time asked for": outside} if outside else {})}
        return Page(
            posts=posts, cursor=cursor, topics=(key,), coverage=(told,), read=batch.rows, quarantined=quarantined
        )


def _blocked(told: Coverage, error: SourceError) -> Coverage:
    return Coverage(told.start, told.end, Status.BLOCKED, str(error))

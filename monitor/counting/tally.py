"""Hits turned into numbers: increments, marks of people and of breakdown cells, and nothing else.

After this no author, post id or text goes any further. People and cells are marked under the random
key of their UTC day, which the store destroys: the same author on two days has two unlike marks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from ..model import Post
from .day import Cell, Crowd, Day, People
from .hits import Hit
from .marks import encoded
from .names import Names


@dataclass(frozen=True, slots=True)
class Options:
    """Which of the breakdowns that take time are made."""

    language: bool
    tone: bool


@dataclass(frozen=True, slots=True, repr=False)
class Tally:
    """What a page adds to the store.

    `values`: (topic, measure, hour) → increment of "posts", where known "engagement", and "unlinkable": posts
    behind which no person can be counted, as the key of their day is destroyed or the source names no author.
    `people`: person-mark → what it counts for and that person's posts in it; hour and day buckets
    have marks of their own. `cells`: cell-mark → the cell and its posts. `cell_people`: mark of an
    author in a cell → cell-mark.
    """

    values: Mapping[tuple[str, str, datetime], float]
    people: Mapping[bytes, tuple[People, int]]
    cells: Mapping[bytes, tuple[Cell, int]]
    cell_people: Mapping[bytes, bytes]


def tally(hits: Sequence[Hit], *, source: str, day_keys: Mapping[datetime, bytes], options: Options) -> Tally:
    """Count hits; `day_keys` maps UTC midnights to that day's random key, a missing one is destroyed."""
    count = _Count(source, day_keys, options)
    for hit in hits:
        count.add(hit)
    return count.tally()


class _Hour:
    """A topic's posts and engagement in one hour, with its people and its day while the day's key lives."""

    __slots__ = ("_engagement", "_posts", "_start", "_topic", "day", "people", "unlinkable")

    def __init__(self, topic: str, start: datetime, people: Crowd | None = None, day: Day | None = None) -> None:
        self._topic, self._start = topic, start
        self._posts = 0
        self._engagement: int | None = None
        self.people, self.day = people, day
        self.unlinkable = 0

    def count(self, post: Post) -> None:
        """Count a post; engagement below zero is a reading that went wrong, so it is unknown."""
        self._posts += 1
        if post.engagement is not None and post.engagement >= 0:
            self._engagement = (self._engagement or 0) + post.engagement

    def values(self) -> dict[tuple[str, str, datetime], float]:
        """Return the increments: engagement only where it is known, unlinkable posts only where there are any."""
        counted = {"posts": self._posts, "engagement": self._engagement, "unlinkable": self.unlinkable or None}
        return {(self._topic, name, self._start): value for name, value in counted.items() if value is not None}


class _Count:
    """A page being counted; what it knows of authors and texts ends with it."""

    def __init__(self, source: str, day_keys: Mapping[datetime, bytes], options: Options) -> None:
        self._source, self._day_keys = source, day_keys
        self._names = Names(language=options.language, tone=options.tone)
        self._hours: dict[tuple[str, int], _Hour] = {}
        self._days: dict[tuple[str, datetime], Day] = {}

    def add(self, hit: Hit) -> None:
        """Count one hit."""
        post = hit.post
        at = post.at if post.at.tzinfo is UTC else _utc(post.at)
        place = hit.topic, at.toordinal() * 24 + at.hour  # a third of the time of a datetime's hash
        hour = self._hours.get(place)
        if hour is None:
            hour = self._hours[place] = self._new_hour(hit.topic, at)
        hour.count(post)
        if hour.people is None or hour.day is None or not post.author:
            hour.unlinkable += 1
            return
        author = encoded(post.author)
        hour.people.add(author)
        hour.day.people.add(author)
        for cell in self._names.of(post, hit.cotags) if hit.described else ():
            hour.day.add(cell, author)

    def tally(self) -> Tally:
        """Return what was counted."""
        values: dict[tuple[str, str, datetime], float] = {}
        people: dict[bytes, tuple[People, int]] = {}
        for hour in self._hours.values():
            values |= hour.values()
            if hour.people is not None:
                people.update(hour.people.counted())
        cells: dict[bytes, tuple[Cell, int]] = {}
        members: dict[bytes, bytes] = {}
        for day in self._days.values():
            people.update(day.people.counted())
            cells.update(day.counted())
            members |= day.members
        return Tally(values, people, cells, members)

    def _new_hour(self, topic: str, at: datetime) -> _Hour:
        start = at.replace(minute=0, second=0, microsecond=0)
        midnight = start.replace(hour=0)
        key = self._day_keys.get(midnight)
        if key is None:
            return _Hour(topic, start)
        day = self._days.get((topic, midnight))
        if day is None:
            day = self._days[topic, midnight] = Day(topic, midnight, self._source, key)
        return _Hour(topic, start, Crowd(People(topic, start, 1), self._source, key), day)


def _utc(at: datetime) -> datetime:
    """Return the time in UTC; one without a zone is UTC already, as every source's is."""
    if at.tzinfo is None:
        return at.replace(tzinfo=UTC)
    try:
        return at.astimezone(UTC)
    except OverflowError:  # the first or last hours of the calendar: no real post, but no crash either
        return at.replace(tzinfo=UTC)

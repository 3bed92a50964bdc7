"""Pages of an archive: where reading stands, and which hours can be called complete."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise

from ...model import HOUR, Coverage, Page, Post, Status

_UNFINISHED = "import not finished"
_OUTSIDE = "outside of what the file covers"
_TRUNCATED = "file is truncated"
_NOT_OVER = "the hour was not over"


@dataclass(frozen=True, slots=True)
class Span:
    """Whole hours from `start` up to `end`, in UTC."""

    start: datetime
    end: datetime

    @classmethod
    def whole_hours(cls, start: datetime, end: datetime) -> Span:
        """The whole hours within two moments; one without a zone is UTC."""
        start, end = _in_utc(start), _in_utc(end)
        return cls(_hour(start) if start == _hour(start) else _hour(start) + HOUR, _hour(end))

    def holds(self, hour: datetime) -> bool:
        """Whether the hour lies inside."""
        return self.start <= hour < self.end


@dataclass(frozen=True, slots=True)
class Mark:
    """How far a file was read: rows, first and last post, and whether posts came in the order of time."""

    row: int = 0
    first: datetime | None = None
    last: datetime | None = None
    ordered: bool = True

    @classmethod
    def read(cls, cursor: str | None) -> Mark:
        """The mark a cursor holds; one that says nothing begins anew, as posts that were counted are known."""
        if cursor is None:
            return cls()
        try:
            held = json.loads(cursor)
            first, last = (held[key] and datetime.fromisoformat(held[key]) for key in ("first", "last"))
            return cls(int(held["row"]), first, last, bool(held.get("ordered", True)))
        except (ValueError, TypeError, KeyError, AttributeError):
            return cls()

    def written(self) -> str:
        """The mark as a cursor."""
        times = {key: at and at.isoformat() for key, at in (("first", self.first), ("last", self.last))}
        return json.dumps({"row": self.row, **times, "ordered": self.ordered})

    def after(self, rows: int, times: list[datetime]) -> Mark:
        """The mark when so many rows more are read, with posts at these times."""
        if not times:
            return replace(self, row=self.row + rows)
        in_order = (self.last is None or self.last <= times[0]) and all(a <= b for a, b in pairwise(times))
        first = min(times) if self.first is None else min(self.first, *times)
        last = max(times) if self.last is None else max(self.last, *times)
        return Mark(self.row + rows, first, last, self.ordered and in_order)


class Draft:
    """A page in the making, after the rows that `before` counts; `covers` is what the user says the file covers."""

    def __init__(self, before: Mark, covers: Span | None) -> None:
        self._before, self._covers = before, covers
        self._posts: list[Post] = []
        self._quarantined: Counter[str] = Counter()
        self.skipped = self.new = 0

    def add(self, post: Post) -> None:
        """Take in a row that was read."""
        self._posts.append(post)
        self.new += 1

    def refuse(self, reason: str) -> None:
        """Count a row that could not be read."""
        self._quarantined[reason] += 1
        self.new += 1

    def mark(self) -> Mark:
        """How far the file is read with this page."""
        return self._before.after(self.new, [post.at for post in self._posts])

    def page(self) -> Page:
        """The page, when others follow: none of its hours is known to be complete."""
        return self._page(self._partial(self._hours()))

    def last_page(self, *, incomplete: bool, now: datetime) -> Page:
        """The page after which the file ends: what it covers is complete, as far as it is.

        Of an incomplete file in order of time, the hours before the last post read are complete, else none. An
        hour that is not over at `now` is partial.
        """
        mark = self.mark()
        span = self._covers
        if span is None and mark.first and mark.last:
            span = Span(_hour(mark.first), _hour(mark.last) + HOUR)
        if span is None:
            return self._page(())
        span = Span(span.start, min(span.end, _hour(_in_utc(now)) + HOUR))
        outside = [hour for hour in self._hours() if not span.holds(hour)]
        return self._page((*_judged(span, mark, incomplete=incomplete, now=now), *self._partial(outside)))

    def _page(self, coverage: tuple[Coverage, ...]) -> Page:
        return Page(
            posts=tuple(self._posts),
            cursor=self.mark().written(),
            read=self.skipped + self.new,
            skipped=self.skipped,
            quarantined=dict(self._quarantined),
            coverage=coverage,
        )

    def _hours(self) -> list[datetime]:
        found: set[datetime] = set()
        start = end = datetime.max.replace(tzinfo=UTC)
        for post in self._posts:
            if not start <= post.at < end:  # most posts lie in the hour of the one before
                start = _hour(post.at)
                end = start + HOUR
                found.add(start)
        return sorted(found)

    def _partial(self, hours: list[datetime]) -> tuple[Coverage, ...]:
        """Partial coverage of these hours, neighbours joined."""
        found: list[Coverage] = []
        for hour in hours:
            reason = _OUTSIDE if self._covers and not self._covers.holds(hour) else _UNFINISHED
            if found and found[-1].end == hour and found[-1].reason == reason:
                found[-1] = replace(found[-1], end=hour + HOUR)
            else:
                found.append(Coverage(hour, hour + HOUR, Status.PARTIAL, reason))
        return tuple(found)


def _judged(span: Span, mark: Mark, *, incomplete: bool, now: datetime) -> tuple[Coverage, ...]:
    """The span as complete up to where that can be said, and partial from there."""
    until, reason = min(span.end, _hour(_in_utc(now))), _NOT_OVER
    if incomplete:
        known_to = _hour(mark.last) if mark.ordered and mark.last else span.start
        until, reason = min(until, known_to), _TRUNCATED
    until = max(until, span.start)
    found = (Coverage(span.start, until, Status.COMPLETE), Coverage(until, span.end, Status.PARTIAL, reason))
    return tuple(one for one in found if one.start < one.end)


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def _in_utc(at: datetime) -> datetime:
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)

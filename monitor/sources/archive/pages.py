"""Pages of an archive: where reading stands, and which hours can be called complete."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise

from ...model import DAY, HOUR, Coverage, Page, Post, Status
from .rows import NOT_A_POST

_UNFINISHED = "import not finished"
_OUTSIDE = "outside of what the file covers"
_TRUNCATED = "file is truncated"
_NOT_OVER = "the hour was not over"
_UNREADABLE = "too many rows of the file could not be read"
MOST_UNREADABLE = 0.01  # of a file's rows: above, what is missing could look like a drop
FEW_UNREADABLE = 3  # rows, however small the file: they cannot make a wave or hide one
LONGEST_SILENCE = 366 * DAY  # without any row: a longer one is no quiet but a row with a stray time


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
    """How far a file was read: its rows, those refused, the stretches of time it speaks of, and its order.

    `last` is the time of the newest row's post; `ordered` says whether posts came in the order of time.
    """

    row: int = 0
    refused: int = 0
    stretches: tuple[Span, ...] = ()
    last: datetime | None = None
    ordered: bool = True

    @classmethod
    def read(cls, cursor: str | None) -> Mark:
        """The mark a cursor holds; one that says nothing begins anew, as posts that were counted are known."""
        if cursor is None:
            return cls()
        try:
            held = json.loads(cursor)
            pairs = [(datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in held["stretches"]]
            last = held["last"] and datetime.fromisoformat(held["last"])
            stretches = tuple(Span(start, end) for start, end in pairs)
            return cls(int(held["row"]), int(held["refused"]), stretches, last, bool(held["ordered"]))
        except (ValueError, TypeError, KeyError, AttributeError):
            return cls()

    def written(self) -> str:
        """The mark as a cursor."""
        stretches = [(span.start.isoformat(), span.end.isoformat()) for span in self.stretches]
        last = self.last and self.last.isoformat()
        held = {"row": self.row, "refused": self.refused, "stretches": stretches}
        return json.dumps({**held, "last": last, "ordered": self.ordered})

    def after(self, rows: int, refused: int, times: list[datetime]) -> Mark:
        """The mark when so many rows more are read, some of them refused, with posts at these times."""
        read = replace(self, row=self.row + rows, refused=self.refused + refused)
        if not times:
            return read
        in_order = (self.last is None or self.last <= times[0]) and all(a <= b for a, b in pairwise(times))
        last = max(times) if self.last is None else max(self.last, *times)
        stretches = _joined([*self.stretches, *(Span(hour, hour + HOUR) for hour in _hours(times))])
        return replace(read, stretches=stretches, last=last, ordered=self.ordered and in_order)

    @property
    def readable(self) -> bool:
        """Whether so few rows were refused that the others speak for the file."""
        return self.refused <= max(FEW_UNREADABLE, MOST_UNREADABLE * self.row)


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """Spans in order, those joined between which no long silence lies."""
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: one.start):
        if found and span.start - found[-1].end <= LONGEST_SILENCE:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


class Draft:
    """A page in the making, after the rows that `before` counts; `covers` is what the user says the file covers."""

    def __init__(self, before: Mark, covers: Span | None) -> None:
        self._before, self._covers = before, covers
        self._posts: list[Post] = []
        self._quarantined: Counter[str] = Counter()
        self._refused = 0
        self.skipped = self.new = 0

    def add(self, post: Post) -> None:
        """Take in a row that was read."""
        self._posts.append(post)
        self.new += 1

    def refuse(self, reason: str) -> None:
        """Count a row that could not be read."""
        self._quarantined[reason] += 1
        self._refused += reason != NOT_A_POST  # a like or a follow is no post that was lost
        self.new += 1

    def mark(self) -> Mark:
        """How far the file is read with this page."""
        return self._before.after(self.new, self._refused, [post.at for post in self._posts])

    def page(self) -> Page:
        """The page, when others follow: none of its hours is known to be complete."""
        return self._page(self._partial(self._hours()))

    def last_page(self, *, incomplete: bool, now: datetime) -> Page:
        """The page after which the file ends: what it covers is complete, as far as it is.

        Without `covers` that is from its first post to its last, long silences left out. Of an incomplete file in
        order of time, the hours before the last post read are complete, else none; none are where more than one
        row in a hundred could not be read. An hour that is not over at `now` is partial.
        """
        mark = self.mark()
        spans = (self._covers,) if self._covers else mark.stretches
        spans = tuple(Span(span.start, min(span.end, _hour(_in_utc(now)) + HOUR)) for span in spans)
        outside = [hour for hour in self._hours() if not any(span.holds(hour) for span in spans)]
        judged = [one for span in spans for one in _judged(span, mark, incomplete=incomplete, now=now)]
        return self._page((*judged, *self._partial(outside)))

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
        return _hours([post.at for post in self._posts])

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
    if not mark.readable:
        return (Coverage(span.start, span.end, Status.PARTIAL, _UNREADABLE),) if span.start < span.end else ()
    if incomplete:
        known_to = _hour(mark.last) if mark.ordered and mark.last else span.start
        until, reason = min(until, known_to), _TRUNCATED
    until = max(until, span.start)
    found = (Coverage(span.start, until, Status.COMPLETE), Coverage(until, span.end, Status.PARTIAL, reason))
    return tuple(one for one in found if one.start < one.end)


def _hours(times: list[datetime]) -> list[datetime]:
    """The hours these times lie in, each once, in order."""
    found: set[datetime] = set()
    start = end = datetime.max.replace(tzinfo=UTC)
    for at in times:
        if not start <= at < end:  # most posts lie in the hour of the one before
            start = _hour(at)
            end = start + HOUR
            found.add(start)
    return sorted(found)


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def _in_utc(at: datetime) -> datetime:
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)

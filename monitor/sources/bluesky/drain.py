"""What a round has read so far: posts, counts by hour, gaps, and which hours are whole; cut into pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ...model import Coverage, Page, Post, Status
from ..archive.rows import Unreadable
from .lines import FUTURE, Line, Notice, parse
from .place import DAY_US, HOUR_US, Place, hour_start

PAGE_POSTS = 5000
_PAGE_BYTES = 16 * 2**20
_PAGE_LINES = 50_000
SETTLES_US = 2_000_000  # events of one instant may come in any order: an hour is closed by one a little later
_LATER_US = 120_000_000  # a first event so long after the place asked for: what lay between is not there any more
_SILENCE_US = 300_000_000
_UNUSUAL = 100  # times the usual wait between posts: no chance would leave such a silence
_FEW_UNREADABLE, _UNREADABLE_SHARE = 20, 0.05

STARTED = "followed from within this hour on"
GONE = "the posts of this time were no longer there when Bluesky was asked again"
SILENT = "Bluesky's stream was silent for an unusually long time"
UNREADABLE = "too many posts could not be read"
CHANGED = "the topics changed within this hour"


@dataclass(slots=True, repr=False)
class _Batch:
    """What came since the last page."""

    posts: list[Post] = field(default_factory=list)
    volume: Counter[int] = field(default_factory=Counter)
    quarantined: Counter[str] = field(default_factory=Counter)
    coverage: list[Coverage] = field(default_factory=list)
    skipped: int = 0
    lines: int = 0
    size: int = 0
    moved: bool = False
    closed: bool = False
    judged: bool = False
    bad_from_us: int = 0
    bad_to_us: int = 0


class Drain:
    """Takes lines in, gives pages out; raises nothing, whatever the lines hold."""

    def __init__(self, place: Place | None, *, instance: str, terms: str) -> None:
        self._instance, self._terms = instance, terms
        self._seq = place.seq if place else None
        self._at_us = place.at_us if place else 0
        self._whole_from = place.whole_from if place else 0
        self._batch = _Batch()
        if place is not None and place.terms != terms:
            self._cut_off(place.at_us, place.at_us, CHANGED)
        self.opened(exact=False)

    @property
    def place(self) -> Place | None:
        """How far was read, None before the first event."""
        return Place(self._instance, self._seq, self._at_us, self._whole_from, self._terms) if self._at_us else None

    def opened(self, *, exact: bool) -> None:
        """The stream was opened (again) from the place on.

        `exact`: by a number of the same instance, so that what was read is recognised. Otherwise it overlaps a
        little: posts come again, which the collector knows, and are not added to the volume.
        """
        self._known_us, self._known_seq = self._at_us, self._seq or 0
        self._exact = exact
        self._first_us, self._waits = 0, 0

    def read(self, raw: bytes, *, until_us: int) -> Notice | int | None:
        """Take a line in: a notice is handed back, and so is the time of an event that is of `until_us` or later."""
        self._batch.lines += 1
        self._batch.size += len(raw)
        try:
            line = parse(raw)
        except Unreadable as error:
            self._refuse(error.reason)
            return None
        if isinstance(line, Notice):
            return line
        if line.at_us > until_us + DAY_US:
            self._refuse("time out of range")
            return None
        if not self._first_us and self._is_renumbered(line):
            return Notice(FUTURE)
        self._look_for_gap(min(line.at_us, until_us))
        if line.at_us >= until_us:
            return line.at_us
        if not (self._exact and line.seq is not None and line.seq <= self._known_seq):
            self._take(line)
        return None

    @property
    def full(self) -> bool:
        """Whether what was taken in makes a page, or finishes an hour."""
        return (
            self._batch.closed
            or len(self._batch.posts) >= PAGE_POSTS
            or self._batch.size >= _PAGE_BYTES
            or self._batch.lines >= _PAGE_LINES
        )

    @property
    def at_us(self) -> int:
        """When the newest event was witnessed, 0 before the first."""
        return self._at_us

    @property
    def heard(self) -> bool:
        """Whether anything came since the stream was opened; if all is well, the last event of before comes again."""
        return bool(self._first_us)

    def _refuse(self, reason: str) -> None:
        """Count a line that cannot be used."""
        self._batch.quarantined[reason] += 1
        self._batch.bad_from_us = self._batch.bad_from_us or self._at_us
        self._batch.bad_to_us = self._at_us

    def close(self, until_us: int) -> None:
        """Call the hours complete that ended by then: everything up to then was read."""
        hour = until_us // HOUR_US
        if not self._at_us or hour <= self._whole_from:
            return
        self._judge()
        if hour > self._whole_from:
            self._cover(self._whole_from, hour, Status.COMPLETE)
            self._whole_from = hour
        self._batch.closed = True

    def page(self) -> Page | None:
        """All taken in since the last page, None where that is nothing."""
        self._judge()
        read = len(self._batch.posts) + self._batch.skipped + sum(self._batch.quarantined.values())
        page = None
        if self._at_us and (read or self._batch.coverage or self._batch.moved):
            page = Page(
                posts=tuple(self._batch.posts),
                cursor=str(self.place),
                coverage=tuple(self._batch.coverage),
                volume={hour_start(hour): count for hour, count in sorted(self._batch.volume.items())},
                read=read,
                skipped=self._batch.skipped,
                quarantined=dict(self._batch.quarantined),
            )
        self._batch = _Batch()
        return page

    def _take(self, line: Line) -> None:
        if not self._at_us:
            self._whole_from = line.at_us // HOUR_US + 1
            self._cover(self._whole_from - 1, self._whole_from, Status.PARTIAL, STARTED)
        if line.again:
            self._batch.skipped += 1
        elif line.post is not None:
            self._batch.posts.append(line.post)
            if self._exact or line.at_us > self._known_us:
                self._batch.volume[line.at_us // HOUR_US] += 1
        self._seq, self._batch.moved = line.seq, True
        if line.at_us > self._at_us:
            self._at_us = line.at_us
            if line.at_us - SETTLES_US >= (self._whole_from + 1) * HOUR_US:
                self.close(line.at_us - SETTLES_US)

    def _is_renumbered(self, line: Line) -> bool:
        """Whether the first event is not the one its number stood for: the instance was set up anew."""
        if not self._exact or line.seq is None:
            return False
        off_us = line.at_us - self._known_us
        return off_us < -_LATER_US or (line.seq == self._known_seq and off_us > _LATER_US)

    def _look_for_gap(self, at_us: int) -> None:
        """What the first event tells of the time before it, and any other of the silence before it."""
        if not self._first_us:
            self._first_us = at_us
            if self._known_us and at_us - self._known_us > _LATER_US:
                self._cut_off(self._known_us, at_us, GONE)
            return
        self._waits += 1
        silence = at_us - self._at_us
        if silence > _SILENCE_US and self._at_us and self._waits > _UNUSUAL:
            usual = (self._at_us - self._first_us) / self._waits
            if silence > _UNUSUAL * usual:
                self._cut_off(self._at_us, at_us, SILENT)

    def _judge(self) -> None:
        """An hour in which much could not be read is not whole: what is sent may have changed."""
        bad = sum(self._batch.quarantined.values())
        if bad < _FEW_UNREADABLE or bad < _UNREADABLE_SHARE * (bad + len(self._batch.posts)) or self._batch.judged:
            return
        self._batch.judged = True
        start_us = self._whole_from * HOUR_US
        if self._batch.bad_to_us >= start_us:
            from_us = max(self._batch.bad_from_us, start_us)
            self._cut_off(from_us, self._batch.bad_to_us, UNREADABLE, between=Status.PARTIAL)

    def _cut_off(self, from_us: int, to_us: int, reason: str, *, between: Status = Status.MISSING) -> None:
        """Something is missing from one time to another: whole hours begin after it."""
        first, last = from_us // HOUR_US, to_us // HOUR_US
        if first > self._whole_from:
            self._cover(self._whole_from, first, Status.COMPLETE)
        self._cover(first, first + 1, Status.PARTIAL, reason)
        self._cover(first + 1, last, between, reason)
        self._cover(max(first + 1, last), last + 1, Status.PARTIAL, reason)
        self._whole_from = max(self._whole_from, last + 1)

    def _cover(self, first: int, last: int, status: Status, reason: str = "") -> None:
        if last > first:
            self._batch.coverage.append(Coverage(hour_start(first), hour_start(last), status, reason))

"""Reading the timelines of the topics' hashtags, and of one that is always busy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zlib import crc32

from ...errors import SourceError
from ...model import DAY, HOUR, Coverage, Page, Status, hour_of, next_hour
from .answers import Batch, parse_access, parse_statuses
from .cursor import Cursor, mark
from .probe import LONGEST_LOOK_BACK, TOO_LONG_AGO, control, whole_until
from .server import Declined, Server
from .walk import Step, Stretch, walk

_OVERLAP = 6 * HOUR  # posts from other servers arrive minutes to hours late, behind what was read: read again
_FIRST_LOOK_BACK = 7 * DAY
_ID_BESIDE_TIME = timedelta(minutes=1)  # how far the time in an id may be from the one on the post
_REQUESTS_A_ROUND = 200  # of the 300 in five minutes that Mastodon allows

_ARRIVING = "posts from other servers are still arriving"
_MORE = "more posts than are read in one round; the next round goes on"
_CLOSED = "this server shows hashtags to its members only; set the environment variable of its token, or leave it out"
_CLOSED_TO_ALL = "this server does not show hashtags to us, or not whole; leave it out"


@dataclass(slots=True)
class Timelines:
    """One server's timelines: the hashtags of each topic."""

    tags: Mapping[str, tuple[str, ...]]
    probe: str | None
    has_token: bool
    _reasons: dict[str, tuple[Status, str]] = field(default_factory=dict)

    def pages(self, server: Server, place: Cursor, *, now: datetime) -> Iterator[Page]:
        """Every post of every hashtag since the last round; the last pages say which hours are not whole, and why.

        A hashtag the server fails at does not hold up the others; three of them, or all, are the server's failure.
        """
        self._check_open(server)
        yield from self._begin(place, now=now)
        try:
            if self.probe:
                yield from control(server, self.probe, place, now=now)
            yield from self._all(server, place, now=now)
        except Declined as error:
            if not error.permanent:
                raise
            raise SourceError(f"{error}: {self._closed()}", permanent=True) from None
        yield from self._unfinished(place, now=now)

    def _check_open(self, server: Server) -> None:
        """Raise SourceError where the server says that we may not see hashtags, or only a part of their posts."""
        closed = {"disabled"} if self.has_token else {"disabled", "authenticated"}
        if parse_access(server.about()) & closed:
            raise SourceError(self._closed(), permanent=True)

    def _closed(self) -> str:
        return _CLOSED_TO_ALL if self.has_token else _CLOSED

    def _begin(self, place: Cursor, *, now: datetime) -> Iterator[Page]:
        start, farthest = next_hour(now - _FIRST_LOOK_BACK), next_hour(now - LONGEST_LOOK_BACK)
        marks = {topic: tuple(map(mark, own)) for topic, own in self.tags.items()}
        place.begin(marks, at=start, again=_OVERLAP)
        for topic, known in place.covered.items():
            if known < farthest:
                place.covered[topic] = farthest
                gap = Coverage(known, farthest, Status.MISSING, TOO_LONG_AGO)
                yield Page(cursor=place.dump(), topics=(topic,), coverage=(gap,))

    def _all(self, server: Server, place: Cursor, *, now: datetime) -> Iterator[Page]:
        spelled = {tag.casefold(): tag for own in self.tags.values() for tag in own}
        requests = max(4, _REQUESTS_A_ROUND // len(spelled))
        failures = 0
        for key in _shuffled(spelled, now=now):
            try:
                yield from self._posts(server, spelled[key], place, now=now, requests=requests)
            except SourceError as error:
                failures += 1
                if error.permanent or error.retry_at or failures in (3, len(spelled)):
                    raise
                self._reasons[key] = (Status.MISSING, str(error))

    def _posts(self, server: Server, tag: str, place: Cursor, *, now: datetime, requests: int) -> Iterator[Page]:
        key, own = tag.casefold(), mark(tag)
        self._reasons[key] = (Status.PARTIAL, _MORE)
        start = max(min(place.read[own], now) - _OVERLAP, now - LONGEST_LOOK_BACK)
        earliest = min(place.read[own], next_hour(now - _FIRST_LOOK_BACK))
        earliest = max(earliest, place.since.get(own, earliest))

        def ask(where: Mapping[str, str]) -> Batch:
            return parse_statuses(server.timeline(tag, where), tag=tag, now=max(now, server.clock()))

        for step in walk(ask, Stretch(start, now, requests)):
            place.read[own] = min(max(place.read[own], step.read_to or place.read[own]), now)
            self._reasons[key] = (Status.PARTIAL, _ARRIVING if step.read_to == now else step.stuck or _MORE)
            yield _page(step, place, earliest=earliest)
            for topic, tags in self.tags.items():
                if key in map(str.casefold, tags):
                    yield from self._whole(topic, place, now=now)

    def _whole(self, topic: str, place: Cursor, *, now: datetime) -> Iterator[Page]:
        """Say that hours are complete once all of the topic's hashtags were read past them and late posts had time."""
        read_to = min(place.read[mark(tag)] for tag in self.tags[topic])
        known, end = place.covered[topic], min(hour_of(read_to - _ID_BESIDE_TIME), whole_until(now))
        if known < end:
            place.covered[topic] = end
            whole = Coverage(known, end, Status.COMPLETE)
            yield Page(cursor=place.dump(), topics=(topic,), coverage=(whole,))

    def _unfinished(self, place: Cursor, *, now: datetime) -> Iterator[Page]:
        """What is not whole yet up to the running hour."""
        for topic, tags in self.tags.items():
            known, end = place.covered[topic], hour_of(now)
            if known >= end:
                continue
            found = [self._reasons[tag.casefold()] for tag in tags]
            status, reason = next((one for one in found if one[1] != _ARRIVING), found[0])
            yield Page(cursor=place.dump(), topics=(topic,), coverage=(Coverage(known, end, status, reason),))


def _page(step: Step, place: Cursor, *, earliest: datetime) -> Page:
    """The posts of a step; those from before the time that is looked at are left out."""
    posts = tuple(post for post in step.batch.posts if post.at >= earliest)
    broken = step.batch.quarantined
    return Page(posts=posts, cursor=place.dump(), topics=(), read=len(posts) + sum(broken.values()), quarantined=broken)


def _shuffled(keys: Iterable[str], *, now: datetime) -> list[str]:
    """Another order each round: where a round ends early, it is not always the same hashtags that go without."""
    return sorted(keys, key=lambda key: crc32(f"{now.isoformat()} {key}".encode()))

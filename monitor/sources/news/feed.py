"""Following one feed: what is new in it, and which hours can be said to be known.

A feed lists its latest stories. While it still lists some that it listed at the last look, nothing can have
slipped through between; once it does not, it has moved on faster than it was read. That is the proof that it was
seen: an outlet is silent for whole nights, so how much it publishes proves nothing, and is not told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from ...errors import SourceError
from ...model import DAY, HOUR, Coverage, Page, Post, Price, Status, Topic, hour_of
from ...web import Answer, Manners, fetch, session
from .items import Listing, Story, parse_feed
from .memory import Memory, begin, recall

_LAG_HOURS = 1  # outlets list a story up to so long after the time they give it
_MAX_BYTES = 3 * 2**20
_REDIRECTS = 5  # outlets move their feeds, and a request for one holds nothing of the campaign
_AHEAD = timedelta(minutes=5)
_OLDEST = 7 * DAY
_LATE = 1 * DAY
_MOVED_ON = "the feed moved on faster than it was read"
_UNDATED = "stories without a time, seen after more than an hour"
_BEFORE = "before the feed was followed: only what it still lists"


class Feed:
    """One outlet's feed; its stories are posts without an author."""

    method = "1"
    lag_hours = _LAG_HOURS
    bucket_hours = 1
    price: Price | None = None

    def __init__(
        self,
        name: str,
        address: str,
        topics: Sequence[Topic],
        *,
        allow_private: bool = False,
        every_minutes: float = 30,
    ) -> None:
        self.name = f"news:{name}"
        self.topics = tuple(topics)
        self.every_minutes = every_minutes
        self._address = address
        self._session = session(Manners(allow_private=allow_private, max_bytes=_MAX_BYTES, redirects=_REDIRECTS))

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """One page: the stories that were not listed before, each in the hour it was published."""
        memory = recall(cursor)
        if memory is not None and memory.looked_at > now + _AHEAD:
            raise SourceError("was read at a time that is still to come: set this machine's clock right")
        conditions = memory.conditions() if memory else {}
        accept = (200, 304) if conditions else (200,)
        answer = fetch(self._session, self._address, now=now, accept=accept, headers=conditions)
        yield page_of(answer, memory, now=now)


def page_of(answer: Answer, memory: Memory | None, *, now: datetime) -> Page:
    """What an answer adds to what is remembered; raises SourceError for anything but a feed with stories."""
    if memory is not None and answer.status == 304:
        return _silent(memory, now=now)
    listing = parse_feed(answer.body, content_type=answer.headers.get("content-type", ""))
    if not listing.stories:
        raise SourceError("its feed lists nothing that can be read")
    if memory is None:
        return first(listing, answer.headers, now=now)
    return later(listing, memory, answer.headers, now=now)


def _silent(memory: Memory, *, now: datetime) -> Page:
    """Nothing has changed: the time is covered all the same."""
    known_to = _settled(memory, now)
    after = replace(memory, looked_at=now, known_to=known_to)
    return Page(cursor=after.cursor(), coverage=_span(memory.known_to, known_to, Status.COMPLETE))


def first(listing: Listing, headers: Mapping[str, str], *, now: datetime) -> Page:
    """The first look: what is listed was published before it, so only stories that tell when can be counted."""
    memory = begin(now=now, known_to=hour_of(now) + HOUR)
    dated = [(story, story.at) for story in listing.stories if story.at and now - _OLDEST <= story.at <= now + _AHEAD]
    posts = [_post(story, min(at, now)) for story, at in dated]
    since = min((post.at for post in posts), default=now)
    return Page(
        posts=tuple(posts),
        cursor=memory.after(listing.stories, headers).cursor(),
        coverage=_span(hour_of(since), memory.known_to, Status.PARTIAL, _BEFORE),
        read=listing.read,
        skipped=len(listing.stories) - len(posts),
        quarantined=listing.quarantined,
    )


def later(listing: Listing, memory: Memory, headers: Mapping[str, str], *, now: datetime) -> Page:
    """A later look: new stories, edited ones (they may match now), and the hours since the last look."""
    new, edited = memory.fresh(listing.stories)
    earliest = memory.looked_at - _LATE
    followed = memory.overlaps(listing.stories)
    undated = [story for story in new if _told(story, earliest, now) is None]
    posts = [_post(story, at) for story in new if (at := _told(story, earliest, now)) is not None]
    if followed:  # else they may be old ones under new names, and would look like a rush of news
        posts += [_post(story, now) for story in undated]
    again = [_post(story, at) for story in edited if (at := _told(story, now - _OLDEST, now)) is not None]
    reason = "" if followed else _MOVED_ON
    if followed and undated and now - memory.looked_at > HOUR:
        reason = _UNDATED
    known_to = max(memory.known_to, hour_of(now) + HOUR) if reason else _settled(memory, now)
    after = replace(memory.after(listing.stories, headers), looked_at=now, known_to=known_to)
    return Page(
        posts=tuple(posts + again),
        cursor=after.cursor(),
        coverage=_span(memory.known_to, known_to, Status.PARTIAL if reason else Status.COMPLETE, reason),
        read=listing.read,
        skipped=len(listing.stories) - len(posts) - len(again),
        quarantined=listing.quarantined,
    )


def _told(story: Story, earliest: datetime, now: datetime) -> datetime | None:
    """When the story was published, by its own account; None where that cannot be."""
    if story.at is None or not earliest <= story.at <= now + _AHEAD:
        return None
    return min(story.at, now)


def _post(story: Story, at: datetime) -> Post:
    return Post(id=story.id, author="", at=at, text=story.text)


def _settled(memory: Memory, now: datetime) -> datetime:
    """The end of the hours to which no story is added any more."""
    return max(memory.known_to, hour_of(now - _LAG_HOURS * HOUR))


def _span(start: datetime, end: datetime, status: Status, reason: str = "") -> tuple[Coverage, ...]:
    return (Coverage(start, end, status, reason),) if start < end else ()

"""What sources yield: posts in flight, observations, and what was covered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class PostKind(StrEnum):
    """What a post is to other posts; the breakdown `kind` of the measure `posts`."""

    ORIGINAL = "original"
    REPLY = "reply"
    REPOST = "repost"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True, repr=False)
class Post:
    """One post in flight: it lives in memory while its page is counted and is never stored.

    `tags`, `mentions` and `links` are what the platform itself says the post carries (without # and @);
    None means the platform says nothing and they are to be read from the text. `engagement` is the
    number of reactions known when the post was seen, None where the source does not tell.
    """

    id: str
    author: str
    at: datetime
    text: str
    kind: PostKind = PostKind.ORIGINAL
    tags: tuple[str, ...] | None = None
    mentions: tuple[str, ...] | None = None
    links: tuple[str, ...] | None = None
    language: str | None = None
    engagement: int | None = None
    opted_out: bool = False

    def __repr__(self) -> str:
        """Nothing of the post, so that no traceback or log can carry it."""
        return "<Post>"


class Status(StrEnum):
    """How completely a bucket was observed; only complete buckets are compared."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    MISSING = "missing"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was observed of the whole buckets from `start` up to `end` (UTC), and why not more.

    Hours and days are covered apart: a source may give a series of each.
    """

    start: datetime
    end: datetime
    status: Status
    reason: str = ""
    bucket_hours: int = 1


SAMPLE = "a sample"  # the reason of hours in which only some posts are looked at, on purpose: they are never judged
CONTROL = "*"  # stands where a topic stands: the source as a whole


@dataclass(frozen=True, slots=True)
class Observation:
    """A value of a measure in the bucket that starts at `bucket` (UTC) and lasts `bucket_hours`."""

    topic: str
    source: str
    measure: str
    bucket: datetime
    value: float
    bucket_hours: int = 1
    method: str = "1"


@dataclass(frozen=True, slots=True)
class Page:
    """What a source yields: posts or observations, the cursor to go on from, and what the page covers.

    Posts are counted and *added*; `observations` *replace* what is stored for their buckets. `topics` are those
    whose coverage it is (None: all that the source follows). `volume` is the source's own posts by hour, whoever
    they are about: it is added to the control series; an hour it does not name is one without posts.

    `read` counts the rows behind the page, readable or not; `quarantined` those that could not be
    read, by reason; `skipped` those that were read and counted before (a file that is taken up again).
    `dollars` are about to be spent: the page is stored before the request is made.
    """

    posts: tuple[Post, ...] = ()
    cursor: str = ""
    observations: tuple[Observation, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    topics: tuple[str, ...] | None = None
    volume: Mapping[datetime, int] | None = None
    read: int = 0
    skipped: int = 0
    quarantined: Mapping[str, int] = field(default_factory=dict)
    dollars: float = 0.0

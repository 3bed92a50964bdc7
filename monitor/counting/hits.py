"""A page's posts that belong to topics, each under a mark of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Post
from .marks import Marker, encoded
from .match import Matcher


@dataclass(frozen=True, slots=True, repr=False)
class Hit:
    """A post that belongs to a topic, in flight; `mark` stands for it where it has been counted.

    `cotags` are the post's folded hashtags that are not the topic's own; `described` is whether it goes into the
    topic's breakdowns.
    """

    topic: str
    post: Post
    mark: bytes
    cotags: tuple[str, ...] = ()
    described: bool = True

    def __repr__(self) -> str:
        """Only the topic: nothing of the post may reach a log."""
        return f"<Hit of {self.topic}>"


@dataclass(frozen=True, slots=True)
class Hits:
    """What a page holds: each of its posts is behind a hit or in exactly one of the three numbers.

    `unmatched` posts belong to no topic, `opted_out` ones were dropped unread, `duplicates` came
    before in the page.
    """

    hits: tuple[Hit, ...]
    unmatched: int
    opted_out: int
    duplicates: int


def hits(posts: Iterable[Post], matcher: Matcher, *, source: str, key: bytes) -> Hits:
    """Return the page's hits; a mark appears once, the first post under it wins.

    A repeated post is matched again: an edit may have brought in a topic, as it might have on another page.
    """
    found: dict[bytes, Hit] = {}
    markers: dict[str, Marker] = {}
    seen: set[str] = set()
    matched: set[str] = set()
    unmatched = opted_out = duplicates = 0
    for post in posts:
        if post.opted_out:
            opted_out += 1
            continue
        topics, tags = matcher.read(post)
        if topics and post.id not in matched:
            matched.add(post.id)
        elif post.id in seen:
            duplicates += 1
        else:
            unmatched += 1
        seen.add(post.id)
        for topic in topics:
            marker = markers.get(topic) or markers.setdefault(topic, Marker(key, b"post", source, topic))
            mark = marker.mark(encoded(post.id))
            if mark not in found:
                cotags = matcher.cotags(topic, tags) if tags else ()
                found[mark] = Hit(topic, post, mark, cotags, matcher.describes(topic))
    return Hits(tuple(found.values()), unmatched, opted_out, duplicates)

"""A Mastodon-like server with a great many invented posts, fast enough to be read again and again."""

from __future__ import annotations

import json
import mmap
import os
import random
import signal
import struct
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from urllib.parse import parse_qs, urlsplit

from monitor.model import Term, TermKind, Topic

from .loopback import Reply, address_of, server

TAGS = ("LumenLanterns", "Harbour")
TOPICS = tuple(Topic(tag.lower(), f"Topic {n}", (Term(TermKind.TAG, tag),)) for n, tag in enumerate(TAGS, 1))
_PEOPLE = 3000


class Moment:
    """A clock that is shared by a process and its children: it is set by hand."""

    def __init__(self, at: datetime) -> None:
        self._memory = mmap.mmap(-1, 16)
        self.set(at)

    def __call__(self) -> datetime:
        """The time that was set last."""
        return datetime.fromtimestamp(struct.unpack_from("d", self._memory)[0], tz=UTC)

    def set(self, at: datetime) -> None:
        """Set the time."""
        struct.pack_into("d", self._memory, 0, at.timestamp())

    @property
    def served(self) -> int:
        """How many posts were handed out so far."""
        return int(struct.unpack_from("q", self._memory, 8)[0])

    def serve(self, posts: int) -> None:
        """Note that so many were handed out."""
        struct.pack_into("q", self._memory, 8, self.served + posts)


@dataclass
class Timeline:
    """Posts under two hashtags, a third of them under both, in the order of their ids, which hold their time."""

    start: datetime
    days: int
    count: int
    now: Moment
    times: list[datetime] = field(init=False)
    ids: list[int] = field(init=False)
    authors: list[int] = field(init=False)
    by_tag: Mapping[str, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        chance = random.Random(1)
        seconds = sorted(chance.randrange(self.days * 86400) for _ in range(self.count))
        self.times = [self.start + timedelta(seconds=second) for second in seconds]
        self.ids = [((int(at.timestamp()) * 1000) << 16) + n % 65536 for n, at in enumerate(self.times)]
        self.authors = [int(chance.random() ** 2 * _PEOPLE) for _ in seconds]
        places = range(self.count)
        first, second = (n for n in places if n % 3), (n for n in places if n % 3 != 1)
        self.by_tag = {TAGS[0].lower(): list(first), TAGS[1].lower(): list(second)}

    def answer(self, target: str) -> Reply:
        """A page of a timeline; of everything else it has nothing to say."""
        parts = urlsplit(target)
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        date = {"Date": format_datetime(self.now(), usegmt=True)}
        if not parts.path.startswith("/api/v1/timelines/tag/"):
            return Reply(b"{}", headers=date)
        found = [self._status(n) for n in self._page(parts.path.rpartition("/")[2].lower(), query)]
        self.now.serve(len(found))
        return Reply(json.dumps(found).encode(), headers=date)

    def _page(self, tag: str, query: Mapping[str, str]) -> list[int]:
        """The places of at most forty posts, newest first."""
        mine = self.by_tag[tag]
        until = bisect_right(mine, self.now(), key=self.times.__getitem__)
        most = int(query.get("limit", "20"))
        if "min_id" in query:
            first = bisect_right(mine, int(query["min_id"]), key=self.ids.__getitem__)
            return mine[first : min(first + most, until)][::-1]
        if "max_id" in query:
            until = min(until, bisect_left(mine, int(query["max_id"]), key=self.ids.__getitem__))
        return mine[max(until - most, 0) : until][::-1]

    def _status(self, n: int) -> Mapping[str, object]:
        tags = [{"name": tag} for tag, mine in self.by_tag.items() if n % 3 != (0 if tag == TAGS[0].lower() else 1)]
        who = f"keeper{self.authors[n]}"
        return {
            "id": str(self.ids[n]),
            "uri": f"https://lamp.example/notes/{n}",
            "created_at": self.times[n].isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "content": f"<p>Lights out at the old quay, number {n}.</p>",
            "account": {"id": f"7{self.authors[n]}", "url": f"https://lamp.example/@{who}", "acct": who, "note": ""},
            "tags": tags,
            "mentions": [],
            "visibility": "public",
        }

    def posts(self, tag: str, *, until: datetime) -> Mapping[datetime, int]:
        """The truth: posts by hour."""
        return Counter(_hour(self.times[n]) for n in self.by_tag[tag.lower()] if self.times[n] < until)

    def people(self, tag: str, *, until: datetime) -> Mapping[datetime, int]:
        """The truth: distinct people by hour."""
        who = {(_hour(self.times[n]), self.authors[n]) for n in self.by_tag[tag.lower()] if self.times[n] < until}
        return Counter(hour for hour, _ in who)


def _hour(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


@contextmanager
def in_its_own_process(timeline: Timeline) -> Iterator[str]:
    """The address at which the timeline is served, by a process that dies with this block."""
    made = server(timeline.answer)
    child = os.fork()
    if child == 0:
        try:
            made.serve_forever()
        finally:
            os._exit(0)
    try:
        yield address_of(made)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        made.server_close()

"""A Mastodon server of our own on loopback, invented statuses, and what a store would keep of a source's pages."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, unquote, urlsplit

from monitor.model import DAY, HOUR, Page, Post, Status, Term, TermKind, Topic
from monitor.sources import Source

NOW = datetime(2026, 11, 20, 12, 20, tzinfo=UTC)
HOUR_NOW = NOW.replace(minute=0)
TODAY = datetime(2026, 11, 20, tzinfo=UTC)


def topic(key: str, *tags: str) -> Topic:
    """A topic with hashtags only."""
    return Topic(key, key.title(), tuple(Term(TermKind.TAG, tag) for tag in tags))


LANTERNS = topic("lanterns", "LumenLanterns")


def snowflake(at: datetime, number: int) -> str:
    """An id as Mastodon makes it: the second of writing, chance in the rest."""
    return str(((int(at.timestamp()) * 1000 + number % 1000) << 16) + number % 65536)


def status(number: int, at: datetime, *tags: str, **more: object) -> dict[str, object]:
    """An invented status; `more` replaces what is in it."""
    account = {
        "id": f"7{number}",
        "url": f"https://lamp.example/@keeper{number}",
        "acct": f"keeper{number}",
        "note": "",
    }
    said: dict[str, object] = {
        "id": snowflake(at, number),
        "uri": f"https://lamp.example/notes/{number}",
        "created_at": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "content": f"<p>Lights out at the old quay, number {number}.</p>",
        "account": account,
        "tags": [{"name": tag.lower()} for tag in tags or ("LumenLanterns",)],
        "mentions": [],
        "visibility": "public",
    }
    return said | more


def days(*uses: int, accounts: int = 1, today: datetime = TODAY) -> list[dict[str, str]]:
    """A history as Mastodon writes it: newest day first, everything in quotes."""
    moments = [int((today - place * DAY).timestamp()) for place in range(len(uses))]
    return [{"day": str(at), "uses": str(n), "accounts": str(accounts)} for at, n in zip(moments, uses, strict=True)]


@dataclass(frozen=True)
class Reply:
    """An answer of the fake."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Fake:
    """A server with the three addresses that are asked for; what is in it can be changed between two requests."""

    now: datetime = NOW
    statuses: list[dict[str, object]] = field(default_factory=list)
    histories: dict[str, object] = field(default_factory=dict)
    about: object = field(default_factory=dict)
    wrong: dict[str, Reply] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    tokens: list[str | None] = field(default_factory=list)
    most: int = 40
    knows_min_id: bool = True
    lasts: timedelta = timedelta()  # so long takes every answer
    order: Callable[[dict[str, object]], tuple[int, str]] = lambda one: _rank(one["id"])

    def answer(self, target: str, token: str | None) -> Reply:
        """Whatever the path asks for."""
        parts = urlsplit(target)
        path = unquote(parts.path)
        self.asked.append(f"{path}?{parts.query}")
        self.tokens.append(token)
        self.now += self.lasts
        wrong = next((reply for part, reply in self.wrong.items() if part in self.asked[-1]), None)
        if wrong:
            return wrong
        query = {name: values[0] for name, values in parse_qs(parts.query).items()}
        return Reply(json.dumps(self._found(path, query), ensure_ascii=False).encode())

    def _found(self, path: str, query: dict[str, str]) -> object:
        name = path.rpartition("/")[2].lower()
        if path.startswith("/api/v1/timelines/tag/"):
            return self._page(name, query)
        if path.startswith("/api/v1/tags/"):
            found = self.histories.get(name, days(*[3] * 7))
            return found if isinstance(found, dict) else {"name": name, "history": found}
        return self.about

    def _page(self, tag: str, query: dict[str, str]) -> list[dict[str, object]]:
        mine = [one for one in self.statuses if tag in _names(one)]
        mine.sort(key=self.order, reverse=True)
        most = min(self.most, int(query.get("limit", "20")))
        if "max_id" in query:
            place = [one["id"] for one in mine]
            after = query["max_id"]
            mine = (
                mine[place.index(after) + 1 :] if after in place else [o for o in mine if _rank(o["id"]) < _rank(after)]
            )
        if "min_id" in query and self.knows_min_id:
            return [one for one in mine if _rank(one["id"]) > _rank(query["min_id"])][-most:]
        return mine[:most]

    def timelines(self) -> list[str]:
        """The requests for timelines so far."""
        return [one for one in self.asked if "/timelines/" in one]


def _rank(post_id: object) -> tuple[int, str]:
    return len(str(post_id)), str(post_id)


def _names(one: dict[str, object]) -> set[str]:
    tags = one.get("tags")
    return {tag["name"] for tag in tags} if isinstance(tags, list) else set()


@contextmanager
def serving(fake: Fake) -> Iterator[str]:
    """The address of a loopback server that answers as the fake does."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # one write, not one for each header

        def do_GET(self) -> None:
            reply = fake.answer(self.path, self.headers.get("Authorization"))
            self.send_response_only(reply.status)
            headers = {"Date": format_datetime(fake.now, usegmt=True), "Content-Length": str(len(reply.body))}
            for name, value in (headers | fake.headers | reply.headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)
            self.wfile.flush()

        def log_message(self, *_: object) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass
class Kept:
    """What a store would keep: posts once each, the coverage that nothing makes less known, the cursor."""

    posts: dict[str, Post] = field(default_factory=dict)
    hours: dict[tuple[str, datetime], tuple[Status, str]] = field(default_factory=dict)
    days: dict[tuple[str, datetime], Status] = field(default_factory=dict)
    observed: dict[tuple[str, str, datetime], float] = field(default_factory=dict)
    volume: dict[datetime, int] = field(default_factory=dict)
    quarantined: int = 0
    cursor: str | None = None
    pages: int = 0

    def take(self, page: Page) -> None:
        """Keep a page."""
        self.pages += 1
        self.posts |= {post.id: post for post in page.posts if post.id not in self.posts}
        for one in page.observations:
            self.observed[one.topic, one.measure, one.bucket] = one.value
        for hour, posts in (page.volume or {}).items():
            self.volume[hour] = self.volume.get(hour, 0) + posts
        for name in page.topics or ():
            for span in page.coverage:
                at = span.start
                while at < span.end:
                    self._cover(name, at, span.status, span.reason, span.bucket_hours)
                    at += span.bucket_hours * HOUR
        self.quarantined += sum(page.quarantined.values())
        self.cursor = page.cursor

    def _cover(self, name: str, at: datetime, status: Status, reason: str, bucket_hours: int) -> None:
        if bucket_hours == 24:
            self.days[name, at] = status
        elif self.hours.get((name, at), (None,))[0] is not Status.COMPLETE:
            self.hours[name, at] = (status, reason)

    def round(self, source: Source, *, now: datetime = NOW, pages: int | None = None) -> "Kept":
        """Keep what a round brings, or its first pages only, as if the process was killed then."""
        for number, page in enumerate(source.pages(cursor=self.cursor, now=now), 1):
            self.take(page)
            if number == pages:
                break
        return self

    def complete(self, name: str = "lanterns") -> list[datetime]:
        """The hours that are called complete."""
        return sorted(at for (key, at), found in self.hours.items() if key == name and found[0] is Status.COMPLETE)

    def not_complete(self, name: str = "lanterns") -> dict[datetime, tuple[Status, str]]:
        """The hours that are not, with what is said of them."""
        found = {at: said for (key, at), said in self.hours.items() if key == name}
        return {at: said for at, said in found.items() if said[0] is not Status.COMPLETE}


def run_of(count: int, *, step: timedelta, newest: datetime = NOW - timedelta(minutes=1)) -> list[dict[str, object]]:
    """So many statuses, one every `step` back from the newest."""
    return [status(number, newest - number * step) for number in range(count)]

"""A small X on loopback: its count, search and mention endpoints, its clock, its prices and its errors."""

import json
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

HOUR = timedelta(hours=1)
REACH = timedelta(days=7)
LAG = timedelta(seconds=30)  # a post is found half a minute after it was written
EPOCH_MS = 1_288_834_974_657
TOKEN = "an-invented-token"
PRICES = {"counts": 0.005, "archive": 0.010, "user": 0.010, "search": 0.005, "mentions": 0.005, "owned": 0.001}


@dataclass(frozen=True)
class FakePost:
    """A post that nobody wrote."""

    at: datetime
    text: str
    repost: bool = False
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class Answer:
    """What is answered instead of the truth."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)


class Refusal(Exception):
    """An error in X's own shape."""

    def __init__(self, status: int, title: str, **extra: Any) -> None:
        super().__init__(title)
        self.answer = Answer(status, json.dumps({"title": title, "status": status, **extra}).encode())


@dataclass
class FakeX:
    """The state of the platform: tests set its clock, write posts and order errors."""

    now: datetime
    posts: list[FakePost] = field(default_factory=list)
    account: str = "campaign"
    account_id: str = "77"
    archive: bool = False
    renamed: bool = False  # "post" where X said "tweet"
    faults: list[Answer] = field(default_factory=list)  # answered first, one a request
    wrong: str = ""  # a query that holds this is refused
    wrong_title: str = "Invalid Request"
    extra_page: Mapping[str, Any] = field(default_factory=dict)  # keys set in every answer
    extra_row: Mapping[str, Any] = field(default_factory=dict)
    circle: bool = False  # every page has the same next_token
    empty_pages: int = 0  # so many pages of posts come without one, and say that there is more
    own_app: bool = False  # the account owns the app of the token
    pace: timedelta = timedelta()  # what passes with each request
    dollars: float = 0.0
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    base: str = ""

    def fail(self, status: int, body: object = None, headers: Mapping[str, str] | None = None, times: int = 1) -> None:
        """Answer the next requests so."""
        raw = body if isinstance(body, bytes) else json.dumps(body or {}).encode()
        self.faults += [Answer(status, raw, headers or {})] * times

    def answer(self, path: str, params: dict[str, str], token: str) -> Answer:
        """What the platform says, and what it costs: failures are not billed."""
        self.asked.append((path, params))
        self.now += self.pace
        if self.faults:
            return self.faults.pop(0)
        try:
            if token != f"Bearer {TOKEN}":
                raise Refusal(401, "Unauthorized")
            page, price = self._page(path, params)
        except Refusal as refusal:
            return refusal.answer
        self.dollars += price
        return Answer(200, json.dumps({**page, **self.extra_page}).encode())

    def _page(self, path: str, params: dict[str, str]) -> tuple[dict[str, Any], float]:
        if path.startswith("/2/users/by/username/"):
            if path.rpartition("/")[2].lower() != self.account:
                return {"errors": [{"title": "Not Found Error"}]}, 0.0
            return {"data": {"id": self.account_id, **self.extra_row}}, PRICES["user"]
        if path == f"/2/users/{self.account_id}/mentions":
            start, end = self._times(params, default_end=self.now - LAG, oldest=None)
            found = [post for post in self._visible(start, end) if f"@{self.account}" in post.text.lower()]
            return self._posts(found[:800], params, "pagination_token", PRICES["owned" if self.own_app else "mentions"])
        query = params.get("query", "")
        if len(query) > 512 or (self.wrong and self.wrong in query):
            raise Refusal(400, self.wrong_title, errors=[{"parameters": {"query": [query]}, "message": query}])
        if path == "/2/tweets/counts/all" and not self.archive:
            raise Refusal(403, "Client Forbidden", reason="client-not-enrolled")
        if path == "/2/tweets/counts/all":
            return self._archive_page(query, params), PRICES["archive"]
        start, end = self._times(params, default_end=self.now - LAG / 3, oldest=self.now - REACH)
        if path == "/2/tweets/counts/recent":
            return self._counts(query, start, end), PRICES["counts"]
        if path == "/2/tweets/search/recent":
            found = [post for post in self._visible(start, end) if matches(query, post)]
            return self._posts(found, params, "next_token", PRICES["search"])
        raise Refusal(404, "Not Found Error")

    def _times(
        self, params: dict[str, str], *, default_end: datetime, oldest: datetime | None
    ) -> tuple[datetime, datetime]:
        if "since_id" in params and "start_time" in params:
            raise Refusal(400, "Invalid Request", errors=[{"parameters": {"since_id": []}}])
        start = datetime.fromisoformat(params["start_time"]) if "start_time" in params else oldest or self.now - REACH
        end = datetime.fromisoformat(params["end_time"]) if "end_time" in params else default_end
        if (oldest and start < oldest) or end > self.now - timedelta(seconds=10) or start >= end:
            raise Refusal(400, "Invalid Request", errors=[{"parameters": {"start_time": [], "end_time": []}}])
        return start, end

    def _visible(self, start: datetime, end: datetime) -> list[FakePost]:
        until = min(end, self.now - LAG)
        return sorted((post for post in self.posts if start <= post.at < until), key=lambda post: post.at, reverse=True)

    def _posts(
        self, found: Sequence[FakePost], params: dict[str, str], name: str, price: float
    ) -> tuple[dict[str, Any], float]:
        first, size = int(params.get(name, "0").partition(".")[0]), int(params.get("max_results", "10"))
        if self.empty_pages:
            self.empty_pages -= 1
            return {"meta": {"result_count": 0, "next_token": f"{first}.{self.empty_pages}"}}, 0.0
        part = found[first : first + size]
        page: dict[str, Any] = {"meta": {"result_count": len(part)}}
        if part:
            page["data"] = [self._post(post) for post in part]
            page["meta"] |= {"newest_id": page["data"][0]["id"], "oldest_id": page["data"][-1]["id"]}
        if first + size < len(found):
            page["meta"]["next_token"] = str(first + size)
        if self.circle:
            page["meta"]["next_token"] = "0"
        return page, price * len(part)

    def _post(self, post: FakePost) -> dict[str, Any]:
        number = self.posts.index(post)
        own_id = str(snowflake(post.at, number))
        history = "edit_history_post_ids" if self.renamed else "edit_history_tweet_ids"
        written = post.at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        said = {"id": own_id, "text": post.text, "created_at": written, "author_id": str(number), history: [own_id]}
        return {**said, **post.extra, **self.extra_row}

    def _counts(self, query: str, start: datetime, end: datetime) -> dict[str, Any]:
        """Buckets that end on the hour: the first and the last are cut where the time asked for is."""
        name = "post_count" if self.renamed else "tweet_count"
        found = [post.at for post in self.posts if start <= post.at < min(end, self.now - LAG) and matches(query, post)]
        by_hour: dict[datetime, int] = {}
        for at in found:
            by_hour[_hour_of(at)] = by_hour.get(_hour_of(at), 0) + 1
        rows, at = [], start
        while at < end:
            until = min(_hour_of(at) + HOUR, end)
            rows.append({"start": _z(at), "end": _z(until), name: by_hour.get(_hour_of(at), 0), **self.extra_row})
            at = until
        return {"data": rows, "meta": {f"total_{name}": len(found)}}

    def _archive_page(self, query: str, params: dict[str, str]) -> dict[str, Any]:
        """A page of 31 days at most, from the end backwards."""
        start, end = self._times(params, default_end=self.now - LAG, oldest=datetime(2006, 3, 21, tzinfo=UTC))
        end = datetime.fromisoformat(params.get("next_token") or _z(end))
        first = max(start, end - timedelta(days=31))
        page = self._counts(query, first, end)
        if first > start:
            page["meta"]["next_token"] = _z(first)
        return page


def snowflake(at: datetime, number: int = 0) -> int:
    """The id of a post written at a moment."""
    return (round(at.timestamp() * 1000) - EPOCH_MS) << 22 | number


def matches(query: str, post: FakePost) -> bool:
    """Whether a query finds a post; as at X, what stands side by side binds tighter than OR."""
    return any(all(_holds(part, post) for part in parts) for parts in _alternatives(query))


@lru_cache(maxsize=64)
def _alternatives(query: str) -> tuple[tuple[str, ...], ...]:
    """The query as alternatives, each of them parts that must all hold."""
    found, rest = _either(tuple(re.findall(r'[()]|(?:url:)?"[^"]*"|[^\s()"]+', query)))
    if rest:
        raise Refusal(400, "Invalid Request", errors=[{"parameters": {"query": [query]}}])
    return found


def _either(words: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    found, words = _all_of(words)
    while words and words[0] == "OR":
        more, words = _all_of(words[1:])
        found += more
    return found, words


def _all_of(words: tuple[str, ...]) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    found: tuple[tuple[str, ...], ...] = ((),)
    while words and words[0] not in ("OR", ")"):
        inner: tuple[tuple[str, ...], ...] = ((words[0],),)
        words = words[1:]
        if inner == (("(",),):
            inner, words = _either(words)
            words = words[1:]
        found = tuple(left + right for left in found for right in inner)
    return found, words


def _holds(part: str, post: FakePost) -> bool:
    text = post.text.lower()
    if part == "-is:retweet":
        return not post.repost
    if part.endswith('"'):
        return part.removeprefix("url:").strip('"').lower() in text
    return part[0] in "#@" and re.search(rf"{re.escape(part.lower())}(?!\w)", text) is not None


@contextmanager
def serving(x: FakeX) -> Iterator[FakeX]:
    """The platform, answering on loopback at `base`."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # one packet an answer: headers alone would wait for an acknowledgement
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            answer = x.answer(parts.path, dict(parse_qsl(parts.query)), self.headers.get("Authorization", ""))
            self.send_response(answer.status)
            for name, value in {"Content-Type": "application/json", **answer.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def date_time_string(self, timestamp: float | None = None) -> str:
            return format_datetime(x.now, usegmt=True)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01), daemon=True)
    thread.start()
    x.base = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield x
    finally:
        server.shutdown()
        server.server_close()


def _hour_of(at: datetime) -> datetime:
    return at.replace(minute=0, second=0, microsecond=0)


def _z(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")

"""An invented square over HTTP: what was posted there, hour by hour, the ways in which it fails, and its source."""

from __future__ import annotations

import json
import logging
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from typing import Any
from unittest import mock
from urllib.parse import parse_qs, urlsplit

from monitor import web
from monitor.errors import SourceError
from monitor.model import HOUR, Coverage, Page, Post, Status, Term, TermKind, Topic

from .loopback import Reply

TOPICS = (Topic("lanterns", "Topic 1", (Term(TermKind.TAG, "LumenLanterns"),)),)
KINDS = ("timeout", "dns", "401", "403", "429", "5xx", "empty")
NOWHERE = "http://square.invalid"
logging.getLogger("stamina").setLevel(logging.ERROR)  # a retry is no news here


@dataclass
class Square:
    """The platform: posts and the square's whole volume by hour; `fault` is the way it fails now.

    `now` is its own clock, which is always true.
    """

    posts: Mapping[datetime, int]
    volume: Mapping[datetime, int]
    now: Callable[[], datetime]
    fault: str | None = None
    asked: list[datetime] = field(default_factory=list)
    wait_seconds: int = 3600

    def answer(self, path: str) -> Reply:
        """What a request for the hours `from` up to `to` gets."""
        self.asked.append(self.now())
        date = {"Date": format_datetime(self.now(), usegmt=True)}
        if self.fault == "timeout":
            return Reply(silent=True)
        if self.fault == "429":
            return Reply(b"", 429, {**date, "Retry-After": str(self.wait_seconds)})
        if self.fault in ("401", "403"):
            return Reply(b"{}", int(self.fault), date)
        if self.fault == "5xx":
            return Reply(b"<html>busy</html>", 503, date)
        query = {name: datetime.fromisoformat(values[0]) for name, values in parse_qs(urlsplit(path).query).items()}
        whole = min(query["to"], hour_of(self.now()))
        hours = [query["from"] + n * HOUR for n in range(max((whole - query["from"]) // HOUR, 0))]
        said = [self._hour(hour) for hour in hours]
        return Reply(json.dumps({"hours": said}).encode(), 200, date)

    def _hour(self, hour: datetime) -> Mapping[str, object]:
        if self.fault == "empty":
            return {"hour": hour.isoformat(), "posts": [], "volume": 0}
        ids = [f"{hour:%y%m%d%H}-{n}" for n in range(self.posts.get(hour, 0))]
        return {"hour": hour.isoformat(), "posts": ids, "volume": self.volume.get(hour, 0)}


class SquareSource:
    """Reads the square by `monitor.web`, hour by hour; it keeps no more than `remembers_hours`."""

    name, method, lag_hours, bucket_hours, price = "square", "1", 0, 1, None

    def __init__(self, address: str, start: datetime, *, remembers_hours: int = 720, every_minutes: float = 60) -> None:
        self.address, self._start, self._remembers = address, start, remembers_hours * HOUR
        self.topics, self.every_minutes, self.patience_seconds = TOPICS, every_minutes, 5.0
        self._session = web.session(web.Manners(allow_private=True))

    def close(self) -> None:
        """Give back the connections."""
        self._session.close()

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """One page with every whole hour since the cursor; what the square forgot meanwhile is said first."""
        start, end = datetime.fromisoformat(cursor) if cursor else self._start, hour_of(now)
        oldest = min(end - self._remembers, end)
        body = self._asked(max(start, oldest), end, now=now)
        if start < oldest:
            gap = Coverage(start, oldest, Status.MISSING, "the square does not remember it")
            yield Page(cursor=oldest.isoformat(), coverage=(gap,))
            start = oldest
        if start < end:
            yield parse(body, start, end)

    def _asked(self, start: datetime, end: datetime, *, now: datetime) -> Any:  # noqa: ANN401 - raw JSON, for parse
        where = {"from": start.isoformat(), "to": max(start, end).isoformat()}
        address = f"{self.address}/hours"
        return web.fetch(self._session, address, now=now, params=where, timeout=self.patience_seconds).json()


def parse(body: Any, start: datetime, end: datetime) -> Page:  # noqa: ANN401 - raw JSON dies here
    """The page behind an answer; one that does not name every hour that was asked for is an error, not a zero."""
    hours = {datetime.fromisoformat(one["hour"]): one for one in body["hours"]}
    if set(hours) != {start + n * HOUR for n in range((end - start) // HOUR)}:
        raise SourceError("did not say all hours")
    posts = tuple(
        Post(one, f"a{place}", hour + timedelta(minutes=5), "#LumenLanterns")
        for hour, said in hours.items()
        for place, one in enumerate(said["posts"])
    )
    volume = {hour: said["volume"] for hour, said in hours.items()}
    return Page(posts, end.isoformat(), coverage=(Coverage(start, end, Status.COMPLETE),), volume=volume)


def hour_of(at: datetime) -> datetime:
    """The start of an hour."""
    return at.replace(minute=0, second=0, microsecond=0)


@contextmanager
def no_such_name() -> Iterator[None]:
    """Names under .invalid are not found, at once and without asking anybody."""
    found = socket.getaddrinfo

    def look_up(host: Any, *rest: Any, **more: Any) -> Any:  # noqa: ANN401 - the library's own signature
        if str(host).endswith(".invalid"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return found(host, *rest, **more)

    with mock.patch("socket.getaddrinfo", look_up):
        yield

"""A real HTTP server on loopback whose answers a test scripts, with the test's own time on its clock."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest

from monitor.errors import SourceError
from monitor.model import Page

NOW = datetime(2026, 11, 20, 12, 5, tzinfo=UTC)


@dataclass(frozen=True)
class Asked:
    """A request as it arrived; header names are in small letters."""

    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]


@dataclass(frozen=True)
class Told:
    """An answer as the test wants it."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Answering = Callable[[Asked], Told]


@dataclass
class Loopback:
    """The server: where it stands, what it was asked, how it answers, and the time it believes it is."""

    url: str
    answering: Answering
    now: datetime | None = NOW
    asked: list[Asked] = field(default_factory=list)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is what some tests want."""


@contextmanager
def served(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """A server on loopback for as long as the block runs; gives its address."""
    server = _Server(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def loopback(answering: Answering, *, now: datetime | None = NOW) -> Iterator[Loopback]:
    """Serve until the block ends; `now` None sends no `Date`."""
    place = Loopback("", answering, now)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {key: values[0] for key, values in parse_qs(parts.query).items()}
            asked = Asked(parts.path, query, {key.lower(): value for key, value in self.headers.items()})
            place.asked.append(asked)
            told = place.answering(asked)
            self.send_response_only(told.status)
            headers = {"Content-Length": str(len(told.body)), **told.headers}
            if place.now is not None:
                headers = {"Date": format_datetime(place.now, usegmt=True), **headers}
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(told.body)

        def log_message(self, *_: object) -> None:
            """Nothing on the screen."""

    with served(Handler) as place.url:
        yield place


@contextmanager
def standing(passed: Callable[[], timedelta] = timedelta) -> Iterator[None]:
    """This machine's clock stands still during rounds, or goes as a test says, so that times are exact."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("monitor.web.answers.time", SimpleNamespace(monotonic=lambda: passed().total_seconds()))
        yield


@contextmanager
def passing(place: Loopback, step: timedelta) -> Iterator[None]:
    """Let so much time pass after each answer with status 200, on the fake's clock and on this machine's alike."""
    answering, passed = place.answering, timedelta()

    def slowly(asked: Asked) -> Told:
        nonlocal passed
        told = answering(asked)
        if told.status != 200 or place.now is None:
            return told
        date = format_datetime(place.now, usegmt=True)
        place.now, passed = place.now + step, passed + step
        return replace(told, headers={"Date": date, **told.headers})

    place.answering = slowly
    with standing(lambda: passed):
        yield


def failure(told: Told, ask: Callable[[Loopback], object]) -> SourceError:
    """The error that an answer ends in."""
    with loopback(lambda _: told) as place, pytest.raises(SourceError) as caught:
        ask(place)
    return caught.value


def long_round(
    answering: Answering, ask: Callable[[Loopback], Sequence[Page]], *, limited_after: int
) -> tuple[Sequence[Page], datetime | None]:
    """The pages of a round in which four minutes pass with each answer; and until when it waits once it is limited.

    The limit is a 429 after so many answers that asks for a minute.
    """
    step = timedelta(minutes=4)
    with loopback(answering) as place, passing(place, step):
        pages = ask(place)
    limit = Told(status=429, headers={"Retry-After": "60"})

    def late(asked: Asked) -> Told:
        return limit if len(place.asked) > limited_after else answering(asked)

    with loopback(late) as place, passing(place, step), pytest.raises(SourceError) as caught:
        ask(place)
    return pages, caught.value.retry_at

"""Talking to a Jetstream: a guarded connection with time limits, line by line, and errors a source can act on.

The WebSocket library is used as it is. The client that comes with `atproto` reads version 2 only, reconnects by
itself for ever, passes over what it cannot read without a word, prints what failed (with the post) to the
terminal, and takes a second and 80 MB to load.
"""

from __future__ import annotations

import json
import logging
import socket
import ssl
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import requests
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.sync.client import ClientConnection, connect

from ... import web
from ...errors import SourceError
from ...web.addresses import check_host
from .address import MAX_BYTES, Endpoint

_QUIET = logging.getLogger(f"{__name__}.frames")
_QUIET.disabled = True  # at its finest level the library logs whole messages: posts
_SUBPROTOCOL = "xrpc.v1.json"
_STEP_SECONDS = 0.05
_CLOSED_AS_TOO_BIG = 1009


class TooOld(SourceError):
    """The place asked for lies before what the instance still has."""


class Dropped(SourceError):
    """The connection broke off: what came before was read, and it can be taken up again from there."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long is waited, in seconds.

    For a connection; for a post before the end is taken as reached; for an answer; for a goodbye. After each
    `pace`, time in the stream must have gone on faster than on the clock, or the end is reached. No round takes
    longer than `round`: the next one goes on from there.
    """

    connect: float = web.TIMEOUT_SECONDS
    idle: float = 5.0
    answer: float = 5.0
    close: float = 1.0
    pace: float = 15.0
    round: float = 1800.0


class Stream:
    """An open stream: lines as they come, and None when none came for a while though the other side answers."""

    def __init__(self, connection: ClientConnection, patience: Patience) -> None:
        self._connection = connection
        self._patience = patience
        response = connection.response
        self.date = response.headers.get("Date") if response is not None else None

    @property
    def their_time(self) -> datetime | None:
        """What time it was on the other side when the stream was opened, where it says so."""
        try:
            return parsedate_to_datetime(self.date).astimezone(UTC) if self.date else None
        except (TypeError, ValueError, OverflowError):
            return None

    def lines(self) -> Generator[bytes | None]:
        """Every line; raises Dropped when the stream breaks off, SourceError when the other side falls silent."""
        try:
            while True:
                line = self._next(self._patience.idle)
                yield self._answered() if line is None else line
        except ConnectionClosed as closed:
            raise _ended(closed) from None

    def _next(self, seconds: float) -> bytes | None:
        try:
            return self._connection.recv(seconds, decode=False)
        except TimeoutError:
            return None

    def _answered(self) -> bytes | None:
        """Nothing comes: that is the end of the stream only if the other side is still there to say so.

        Whatever comes before the answer is read on: nothing behind it would be seen otherwise.
        """
        pong, until = self._connection.ping(), monotonic() + self._patience.answer
        while monotonic() < until:
            line = self._next(_STEP_SECONDS)
            if line is not None or pong.is_set():
                return line
        raise SourceError("fell silent and no longer answers")


@contextmanager
def opened(
    endpoint: Endpoint, cursor: int, *, allow_private: bool, patience: Patience, clock: Callable[[], datetime]
) -> Iterator[Stream]:
    """The stream from a cursor on; raises TooOld or SourceError where it cannot be had."""
    with ExitStack() as stack:
        try:
            for attempt in web.tries(_may_pass):
                with attempt:
                    dialled = _dial(endpoint, cursor, allow_private=allow_private, patience=patience)
                    connection = stack.enter_context(dialled)
        except (OSError, WebSocketException, ValueError, EOFError) as error:
            raise _refusal(error, now=clock()) from None
        stream = Stream(connection, patience)
        web.check_clock(stream.date, now=clock())
        yield stream


def _dial(endpoint: Endpoint, cursor: int, *, allow_private: bool, patience: Patience) -> ClientConnection:
    """The connection, to be entered: guarded, unless the environment's own proxy stands in between."""
    parts = urlsplit(endpoint.url)
    host, secure = parts.hostname or "", parts.scheme == "wss"
    through_proxy = _proxied(host, secure=secure)
    sock = None
    if not through_proxy:
        port = parts.port or (443 if secure else 80)

        def there(address: str) -> socket.socket:
            return socket.create_connection((address, port), patience.connect)

        sock = there(host) if allow_private else web.reached(host, port, there)
        sock.settimeout(None)
    elif not allow_private:
        check_host(host)
    return connect(
        endpoint.at(cursor),
        sock=sock,
        proxy=True if through_proxy else None,
        subprotocols=[_SUBPROTOCOL] if endpoint.version == 2 else None,  # type: ignore[list-item] # a plain string
        compression=None,
        user_agent_header=web.user_agent(None),
        open_timeout=patience.connect,
        close_timeout=patience.close,
        max_size=MAX_BYTES * 2,
        logger=_QUIET,
    )


def _proxied(host: str, *, secure: bool) -> bool:
    """Whether the environment names a proxy, which is then trusted to look at addresses."""
    kinds = ("wss", "socks", "https") if secure else ("ws", "socks", "https", "http")
    proxies = getproxies()
    return any(proxies.get(kind) for kind in kinds) and not proxy_bypass(host)


def _may_pass(error: Exception) -> bool:
    if isinstance(error, InvalidStatus):
        return error.response.status_code >= 500 and "Retry-After" not in error.response.headers
    return isinstance(error, OSError) and not isinstance(error, web.NotPublic | ssl.SSLError)


def _refusal(error: Exception, *, now: datetime) -> SourceError:
    """What it means that no stream was opened, in words and without the address."""
    if isinstance(error, InvalidStatus):
        return _turned_away(error, now=now)
    if isinstance(error, web.NotPublic):
        return SourceError(str(error))
    if isinstance(error, ssl.SSLError):
        return SourceError("its certificate could not be checked")
    if isinstance(error, TimeoutError):
        return SourceError("did not answer in time")
    if isinstance(error, OSError):
        return SourceError("could not be reached")
    return SourceError("gave no stream: is this the address of a Jetstream?")


def _turned_away(error: InvalidStatus, *, now: datetime) -> SourceError:
    try:
        body = json.loads(error.response.body or b"")
    except (ValueError, RecursionError):
        body = None
    if isinstance(body, dict) and body.get("error") == "CursorTooOld":
        return TooOld("no longer has the posts since the last round")
    answer = requests.Response()
    answer.status_code = error.response.status_code
    answer.headers.update(dict(error.response.headers.raw_items()))
    return web.refused(answer, now=now)


def _ended(closed: ConnectionClosed) -> SourceError:
    if closed.sent is not None and closed.sent.code == _CLOSED_AS_TOO_BIG:
        return SourceError(f"sent a message of more than {2 * MAX_BYTES // 2**20} MB")
    return Dropped("the connection broke off")

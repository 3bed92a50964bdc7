"""The calendar feed over HTTP: only on this machine, only under a secret path."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import socketserver
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from .errors import ConfigError

_HOST = "127.0.0.1"
_OURS = frozenset({_HOST, "localhost"})
_FEWEST = 24
_PATIENCE_SECONDS = 5
_LOOK_SECONDS = 0.1


def new_secret() -> str:
    """A path that nobody guesses: 192 bits of chance."""
    return secrets.token_urlsafe(24)


class Feed:
    """Serves what `content` returns under http://127.0.0.1:PORT/SECRET/pushes.ics; port 0 is any that is free.

    An error of `content` is answered with 503.
    """

    def __init__(self, port: int, secret: str, content: Callable[[], bytes]) -> None:
        if len(secret) < _FEWEST or not secret.isascii() or not secret.replace("-", "").replace("_", "").isalnum():
            raise ConfigError(f"the feed's secret must be {_FEWEST} or more letters, digits, - and _; make a new one")
        self._port, self._path, self._content = port, f"/{secret}/pushes.ics", content
        self._server: _Server | None = None

    @property
    def url(self) -> str:
        """Where the feed is read; whoever knows it can read it."""
        port = self._server.server_port if self._server else self._port
        return f"http://{_HOST}:{port}{self._path}"

    def start(self) -> None:
        """Serve in a thread that ends with the process; ConfigError where the port is taken."""
        if self._server is not None:
            return
        try:
            self._server = _Server(self._port, self._path, self._content)
        except OSError as error:
            raise ConfigError(
                f"port {self._port} on {_HOST} cannot be used ({error.strerror}): choose another"
            ) from error
        threading.Thread(target=self._server.serve_forever, args=(_LOOK_SECONDS,), name="feed", daemon=True).start()

    def stop(self) -> None:
        """Serve no more, and free the port."""
        if self._server is None:
            return
        self._server.shutdown()
        self._server.server_close()
        self._server = None


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int, path: str, content: Callable[[], bytes]) -> None:
        self.path, self.content = path.encode(), content
        super().__init__((_HOST, port), _Handler)

    def server_bind(self) -> None:
        """Bind without the look-up of a host name that http.server adds: nothing asks the network."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = _HOST, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = _PATIENCE_SECONDS

    def do_GET(self) -> None:
        """Answer with the calendar."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the calendar itself."""
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        asked = self.path.encode("utf-8", "replace")
        if not hmac.compare_digest(asked, self.server.path) or not _is_ours(self.headers.get_all("Host", [])):
            self._end(HTTPStatus.NOT_FOUND)
            return
        body = None
        try:
            body = self.server.content()
        finally:  # whatever went wrong, the reader is told to come again
            if body is None:
                self._end(HTTPStatus.SERVICE_UNAVAILABLE)
        tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        if _has(self.headers.get("If-None-Match", ""), tag):
            self._end(HTTPStatus.NOT_MODIFIED, ETag=tag, Cache_Control="private, no-cache")
            return
        kind = "text/calendar; charset=utf-8"
        self._end(HTTPStatus.OK, len(body), Content_Type=kind, ETag=tag, Cache_Control="private, no-cache")
        if with_body:
            self.wfile.write(body)

    def _end(self, status: HTTPStatus, length: int = 0, **headers: str) -> None:
        """Send the head of an answer, which says nothing of the program behind it."""
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("X-Content-Type-Options", "nosniff")
        if status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse without a body: what is not asked by GET or HEAD, and what is not HTTP."""
        status = HTTPStatus(code)
        if status is HTTPStatus.NOT_IMPLEMENTED:
            self._end(HTTPStatus.METHOD_NOT_ALLOWED, Allow="GET, HEAD")
        else:
            self._end(status)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged: the path is a secret."""


def _is_ours(hosts: list[str]) -> bool:
    """Whether a request was meant for this machine, and not for a name that a web page made point here.

    >>> _is_ours(["127.0.0.1:8502"]), _is_ours(["evil.example"]), _is_ours([])
    (True, False, False)
    """
    if len(hosts) != 1:
        return False
    try:
        return urlsplit(f"//{hosts[0]}").hostname in _OURS
    except ValueError:
        return False


def _has(matches: str, tag: str) -> bool:
    """Whether a reader already has the version with that tag.

    >>> _has('W/"a", "b"', '"a"'), _has("*", '"a"'), _has('"b"', '"a"')
    (True, True, False)
    """
    return any(one.strip().removeprefix("W/") in (tag, "*") for one in matches.split(","))

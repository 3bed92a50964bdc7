"""A web server on loopback, for invented platforms."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

SILENT_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer; a `silent` one never comes."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    silent: bool = False


def server(answer: Callable[[str], Reply]) -> ThreadingHTTPServer:
    """A server on a free port that answers each GET for a path; it does not run yet."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # one write, not one for each header
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            """Answer."""
            reply = answer(self.path)
            if reply.silent:
                time.sleep(SILENT_SECONDS)
                self.close_connection = True
                return
            self.send_response_only(reply.status)
            for name, value in {**reply.headers, "Content-Length": str(len(reply.body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body)

        def handle(self) -> None:
            """A client that was killed, or lost its patience, is no news."""
            try:
                super().handle()
            except OSError:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Nothing is logged."""

    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.daemon_threads = True
    return made


def address_of(made: ThreadingHTTPServer) -> str:
    """Where a server listens."""
    return f"http://127.0.0.1:{made.server_port}"


@contextmanager
def serving(answer: Callable[[str], Reply]) -> Iterator[str]:
    """The address of a server that runs in a thread of this process."""
    made = server(answer)
    thread = Thread(target=made.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield address_of(made)
    finally:
        made.shutdown()
        thread.join()
        made.server_close()

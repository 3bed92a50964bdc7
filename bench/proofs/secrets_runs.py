"""Commands in processes of their own, with all they say and write kept, against platforms that fail."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import stamina

from monitor.cli import main
from tests.loopback import served

_PATIENCE_SECONDS = 60
_HUNG_UP = 0  # instead of a status


@dataclass
class Platform:
    """A platform that fails as it is told, and repeats what it was asked with; `elsewhere` is where it sends people."""

    failing: int = 500
    elsewhere: str = ""
    sent_on: int = 0
    asked: list[bytes] = field(default_factory=list)

    @contextmanager
    def served(self) -> Iterator[str]:
        """Serve until the block ends."""
        platform = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                asked = f"{self.command} {self.path}\n{self.headers}".encode()
                asked += self.rfile.read(int(self.headers.get("Content-Length", 0)))
                platform.asked.append(asked)
                if platform.failing == _HUNG_UP:
                    self.close_connection = True
                    return
                self.send_response_only(platform.failing)
                if platform.failing in (301, 307):
                    platform.sent_on += 1
                    self.send_header("Location", f"{platform.elsewhere}{self.path}")
                if platform.failing == 401:
                    self.send_header("WWW-Authenticate", self.headers.get("Authorization", "none"))
                body = b'{"title": "%s"}' % asked.replace(b'"', b"'").replace(b"\r", b"").replace(b"\n", b" ")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_POST = do_GET

            def log_message(self, *_: object) -> None:
                """Nothing on the screen."""

        with served(Handler) as url:
            yield url


@dataclass
class Heard:
    """What commands said, by name, the command lines of their processes, and how they ended."""

    said: dict[str, bytes] = field(default_factory=dict)
    lines: set[bytes] = field(default_factory=set)
    codes: dict[str, int] = field(default_factory=dict)

    def run(self, name: str, place: Path, environ: Mapping[str, str], arguments: Sequence[str], **how: object) -> bytes:
        """Run a command in `place` with every logger at its most talkative; gives what it said.

        `before` is called in its process first, so that something can go wrong there.
        """
        place.mkdir(parents=True, exist_ok=True)
        log = place / f".{len(self.said)}.said"
        child = os.fork()
        if child == 0:
            _become(log, place, environ, arguments, how.get("before"))
        self.codes[name] = self._watched(child)
        self.said[name] = log.read_bytes()
        log.unlink()
        return self.said[name]

    def _watched(self, child: int) -> int:
        until = time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < until:
            self.lines |= command_lines(child)
            done, status = os.waitpid(child, os.WNOHANG)
            if done:
                return os.waitstatus_to_exitcode(status)
            time.sleep(0.02)
        os.kill(child, 9)
        os.waitpid(child, 0)
        return -9


def _become(log: Path, place: Path, environ: Mapping[str, str], arguments: Sequence[str], before: object) -> None:
    """Be the command, and nothing else, until the process ends."""
    code = 70
    try:
        out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(out, 1)
        os.dup2(out, 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w", closefd=False), os.fdopen(2, "w", closefd=False)
        os.environ.update({**environ, "HOME": str(place), "TMPDIR": str(place)})
        os.chdir(place)
        tempfile.tempdir = None  # what this process was told before it was this one
        logging.basicConfig(stream=sys.stderr, level=logging.DEBUG, force=True)
        stamina.set_testing(True, attempts=1)
        if callable(before):
            before()
        main(["-v", *arguments], prog_name="monitor")
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 1
    finally:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)


def command_lines(process: int) -> set[bytes]:
    """The command lines of a process and of all that it started, as every user of the machine can read them."""
    found, waiting = set[bytes](), [process]
    while waiting:
        one = waiting.pop()
        try:
            found.add(Path(f"/proc/{one}/cmdline").read_bytes())
            found.add(Path(f"/proc/{one}/comm").read_bytes())
            waiting += map(int, Path(f"/proc/{one}/task/{one}/children").read_text(encoding="ascii").split())
        except OSError:
            continue
    return found


def written(folder: Path, besides: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Every file under a folder by its place there, with its name before what stands in it, but for those `besides`."""
    for path in folder.rglob("*"):
        if path.is_file() and path.name not in besides:
            yield str(path.relative_to(folder)), path.name.encode() + b"\n" + path.read_bytes()

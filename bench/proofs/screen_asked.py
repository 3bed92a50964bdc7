"""What a dashboard asks of other machines when it starts, and when pages of other sites try to read it."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlencode

from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from bench.ui import serving
from monitor import supervise
from monitor.store import Store
from tests.loopback import served

from . import secrets_page
from .screen_starts import CONFIG

TEAM = "sign_in: {editors: [amina@example.org]}\n"
HERE, EVERYWHERE = "127.0.0.1", "0.0.0.0"
_FORBIDDEN = 403
ORIGINS = ("https://elsewhere.invalid", "http://elsewhere.invalid:8501", "http://198.51.100.7:8501", "null")
STRANGER, COLLEAGUE = "zq-a-forged-line", "User account 'amina@example.org' does not exist in tenant"
WORDS = (STRANGER, "amina", "elsewhere", "does not exist")  # nothing of what is sent may stand in the log
TOLD = "Error during authentication"


@dataclass
class Watched:
    """A dashboard whose way to other machines leads to a recorder: its port, its log, and what it asked there."""

    port: int
    log: Path
    asked: list[str] = field(default_factory=list)

    def refuses(self, origin: str) -> bool:
        """Whether it turns away the socket of a page of another site."""
        where = f"ws://127.0.0.1:{self.port}/_stcore/stream"
        try:
            connect(where, subprotocols=[Subprotocol("streamlit")], origin=Origin(origin), proxy=None).close()
        except InvalidStatus as error:
            return error.response.status_code == _FORBIDDEN
        return False

    def signs_in_wrongly(self, **said: str) -> int:
        """What somebody gets who comes back from a provider with an error, or says so; its status."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", f"/oauth2callback?{urlencode(said)}")
        status = connection.getresponse().status
        connection.close()
        return status


@contextmanager
def watched(folder: Path, address: str) -> Iterator[Watched]:
    """A dashboard with sign-in as `monitor run` starts it at an address; ends with the block."""
    port = serving.free_port()
    found = Watched(port, folder / "log")

    class Recorder(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append(self.requestline)
            self.send_error(503)

        do_CONNECT = do_POST = do_HEAD = do_GET

        def log_message(self, *_: object) -> None:
            """Nothing on the screen."""

    (folder / "config.yaml").write_text(CONFIG + TEAM, encoding="utf-8")
    Store.open(f"sqlite:///{folder / 'monitor.db'}").close()
    secrets_page.sign_in(folder, port, "a client's secret", "a cookie's secret, long enough for that")
    with served(Recorder) as recorder, found.log.open("wb") as log:
        environ = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        environ |= {"HOME": str(folder), "MONITOR_CONFIG": str(folder / "config.yaml")}
        environ |= {f"{kind}_proxy": recorder for kind in ("http", "https", "all")}
        command = supervise.dashboard(port, address).command
        process = subprocess.Popen(command, cwd=supervise.ROOT, env=environ, stdout=log, stderr=log)
        try:
            if not serving.answers(f"http://127.0.0.1:{port}", process=process):
                raise RuntimeError(f"nothing answers: {found.log.read_text()[-500:]}")
            yield found
        finally:
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=20)
            process.kill()
            process.wait()


def settled(one: Watched, *, seconds: float = 3.0) -> None:
    """Wait until something was asked, or for so long that what is asked at a start would have been."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and not one.asked:
        time.sleep(0.05)

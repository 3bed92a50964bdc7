"""The dashboard of `monitor run` as a browser gets it, and what becomes of secrets that others can read."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

_UP_SECONDS, _PAGE_SECONDS = 60.0, 15.0
_STOP = "stop"
READABLE = "Other users of the machine can read the secrets"
ASKED = "Sign in"


def sign_in(home: Path, port: int, client: str, cookie: str) -> Path:
    """The secrets of signing in, as docs/team.md has them written."""
    path = home / ".streamlit" / "secrets.toml"
    path.parent.mkdir(parents=True)
    path.write_text(
        f'[auth]\nredirect_uri = "http://127.0.0.1:{port}/oauth2callback"\ncookie_secret = "{cookie}"\n'
        f'client_id = "monitor"\nclient_secret = "{client}"\n'
        f'server_metadata_url = "http://127.0.0.1:{port}/nowhere/.well-known/openid-configuration"\n',
        encoding="utf-8",
    )
    path.chmod(0o600)
    return path


def ends_when_told(home: Path) -> Callable[[], None]:
    """What a process does first that is to end in order once a file says so."""

    def watch() -> None:
        while not (home / _STOP).exists():
            time.sleep(0.1)
        os.kill(os.getpid(), signal.SIGTERM)

    return lambda: threading.Thread(target=watch, daemon=True).start()


class Visit(threading.Thread):
    """Looks at the dashboard as it is set up, then with secrets that others can read; then ends it."""

    def __init__(self, home: Path, port: int, secret: Path) -> None:
        super().__init__(daemon=True)
        self._home, self._port, self._secret = home, port, secret
        self.got: list[bytes] = []

    def run(self) -> None:
        """Wait until it is up, look, and tell it to end."""
        try:
            if self._is_up():
                self.got.append(seen(self._port))
                self._secret.chmod(0o644)
                self.got.append(seen(self._port))
        finally:
            (self._home / _STOP).touch()

    def _is_up(self) -> bool:
        direct, until = build_opener(ProxyHandler({})), time.monotonic() + _UP_SECONDS
        while time.monotonic() < until:
            with suppress(OSError), direct.open(f"http://127.0.0.1:{self._port}/_stcore/health", timeout=2):
                return True
            time.sleep(0.2)
        return False


def seen(port: int) -> bytes:
    """All that a browser is sent for one look at the dashboard."""
    got, until = list[bytes](), time.monotonic() + _PAGE_SECONDS
    where = f"ws://127.0.0.1:{port}/_stcore/stream"
    with connect(where, subprotocols=["streamlit"], max_size=None, proxy=None) as socket:  # type: ignore[list-item]
        asked = BackMsg()
        asked.rerun_script.CopyFrom(ClientState(query_string="lang=en"))
        socket.send(asked.SerializeToString())
        while time.monotonic() < until:
            try:
                raw = socket.recv(timeout=max(until - time.monotonic(), 0.1))
            except TimeoutError:
                break
            got.append(raw if isinstance(raw, bytes) else raw.encode())
            message = ForwardMsg()
            message.ParseFromString(got[-1])
            if message.WhichOneof("type") == "script_finished":
                break
    return b"\n".join(got)

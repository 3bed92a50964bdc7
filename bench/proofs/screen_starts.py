"""Dashboards started in every way there is to overrule what protects them, and what the real server then does."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.request import ProxyHandler, Request, build_opener

from streamlit import config
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidHandshake
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from bench.ui import serving
from monitor.store import Store

from .spy.sitecustomize import DETAIL

_SHIPPED = tomllib.loads((serving.ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
PROTECTIVE: Mapping[str, object] = {
    f"{section}.{key}": value
    for section in ("server", "client", "browser")
    for key, value in _SHIPPED[section].items()
    if key not in ("headless", "fileWatcherType", "runOnSave")  # comfort, not protection
}
_ALIAS = "Lantern"
CONFIG = f"""
campaign: {{name: The real name, alias: {_ALIAS}}}
topics: {{harbour: {{alias: Harbour, tags: [SecretTag]}}}}
sources: {{archive: {{}}}}
store: sqlite:///monitor.db
"""
_DASHBOARD = str(serving.ROOT / "dashboard.py")
_ELSEWHERE = "https://elsewhere.invalid"
_PATIENCE_SECONDS = 60


def opposite(value: object) -> object:
    """What somebody would set who wants a setting gone."""
    if isinstance(value, bool):
        return not value
    worse = {"127.0.0.1": "0.0.0.0", "none": "full", "minimal": "developer"}
    return [_ELSEWHERE, "*"] if isinstance(value, list) else worse[str(value)]


@dataclass(frozen=True, slots=True)
class Way:
    """A way to start the dashboard: its command, by whom its settings are overruled, what the page must say.

    It `refuses` with these words, or (without any) shows its page with every setting in force.
    """

    name: str
    command: Sequence[str]
    environ: bool = False
    home: bool = True
    refuses: str = ""
    breaks: bool = False


_MONITOR = (sys.executable, "-m", "monitor.cli")
_STREAMLIT = (sys.executable, "-m", "streamlit", "run", _DASHBOARD, "--server.headless", "true")
_PORT = "--server.port"
_PROTECT_LESS, _HERE_ONLY = "protect less than its own", "on the machine it runs on only"
WAYS = (
    Way("monitor run", (*_MONITOR, "run", "--no-browser", "--port"), environ=True),
    Way("another folder", (*_STREAMLIT, _PORT), breaks=True),
    Way("the environment", (*_STREAMLIT, "--server.address", "127.0.0.1", _PORT), environ=True, refuses=_PROTECT_LESS),
    Way("an open address", (*_STREAMLIT, "--server.address", "0.0.0.0", _PORT), refuses=_HERE_ONLY),
    Way("monitor demo", (*_MONITOR, "demo", "--no-browser", "--port"), environ=True),
    Way("an option", (*_STREAMLIT, "--client.showErrorDetails", "full", _PORT), refuses=_PROTECT_LESS),
    Way("nothing", (*_STREAMLIT, _PORT), home=False),
)


def wrong_with(way: Way, folder: Path) -> list[str]:
    """What is wrong with a dashboard that was started in this way; nothing where it holds, or refuses."""
    with _started(way, folder) as (port, told):
        try:
            found = _refused(way, port) if way.refuses else _protected(way, port, told)
            return [f"{way.name}: {one}" for one in found]
        except (OSError, RuntimeError, InvalidHandshake) as error:
            return [f"{way.name}: {error}"]


@contextmanager
def _started(way: Way, folder: Path) -> Iterator[tuple[int, Path]]:
    """A dashboard under way, started from a folder and with a home that would have it open; ends with the block."""
    port, told = serving.free_port(), folder / "settings.json"
    (folder / "config.yaml").write_text(CONFIG, encoding="utf-8")
    Store.open(f"sqlite:///{folder / 'monitor.db'}").close()
    if way.home:
        (folder / ".streamlit").mkdir()
        (folder / ".streamlit" / "config.toml").write_text(_as_toml(), encoding="utf-8")
    path = os.pathsep.join((str(serving.ROOT), str(Path(__file__).parent / "spy")))
    environ = {**os.environ, "HOME": str(folder), "MONITOR_CONFIG": str(folder / "config.yaml"), "PYTHONPATH": path}
    environ |= {"MONITOR_PROOF_SETTINGS": str(told)} | ({"MONITOR_PROOF_BREAK": "1"} if way.breaks else {})
    environ |= _as_variables() if way.environ else {}
    log = (folder / "log").open("wb")
    process = subprocess.Popen(
        [*way.command, str(port)], cwd=folder, env=environ, stdout=log, stderr=log, stdin=subprocess.DEVNULL
    )
    try:
        if not serving.answers(f"http://127.0.0.1:{port}", process=process):
            raise RuntimeError(f"{way.name}: nothing answers: {(folder / 'log').read_text()[-500:]}")
        yield port, told
    finally:
        log.close()
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=20)
        process.kill()
        process.wait()


def _as_variables() -> Mapping[str, str]:
    """The opposite of every setting as variables of the environment, named as Streamlit names them."""
    options = config.get_config_options()
    return {options[name].env_var: _plain(opposite(value)) for name, value in PROTECTIVE.items()}


def _plain(value: object) -> str:
    return " ".join(value) if isinstance(value, list) else str(value).lower()


def _as_toml() -> str:
    lines = []
    for section in ("server", "client", "browser"):
        lines.append(f"[{section}]")
        mine = (name for name in PROTECTIVE if name.startswith(f"{section}."))
        lines += [f"{name.partition('.')[2]} = {json.dumps(opposite(PROTECTIVE[name]))}" for name in mine]
    return "\n".join(lines)


def _refused(way: Way, port: int) -> Iterator[str]:
    said = b"".join(message.SerializeToString() for message in _page(port))
    if way.refuses.encode() not in said:
        yield "does not say why nothing is shown"
    if _ALIAS.encode() in said or b"Harbour" in said:
        yield "shows a page"


def _protected(way: Way, port: int, told: Path) -> Iterator[str]:
    """What the running server does that its settings forbid."""
    in_force = _told(told)
    yield from (
        f"{name} is {in_force.get(name)!r}" for name, value in PROTECTIVE.items() if in_force.get(name) != value
    )
    with socket.socket() as probe:
        if probe.connect_ex(("127.0.0.2", port)) == 0:
            yield "listens beyond 127.0.0.1"
    with suppress(InvalidHandshake):
        _page(port, origin=_ELSEWHERE)
        yield "takes another site's socket"
    for path in ("health", "host-config"):
        asked = Request(f"http://127.0.0.1:{port}/_stcore/{path}", headers={"Origin": _ELSEWHERE})
        with build_opener(ProxyHandler({})).open(asked, timeout=10) as answer:
            if answer.headers.get("Access-Control-Allow-Origin"):
                yield f"lets another site read {path}"
    yield from _shown(way, _page(port))


def _shown(way: Way, said: Sequence[ForwardMsg]) -> Iterator[str]:
    """What is wrong with what the page says: of an error nothing but that there is one, to others nothing at all."""
    whole = b"".join(message.SerializeToString() for message in said)
    broken = any(message.delta.new_element.WhichOneof("type") == "exception" for message in said)
    if broken is not way.breaks:
        yield "breaks" if broken else "did not break, so nothing is shown of that"
    if DETAIL.encode() in whole or b"Traceback" in whole:
        yield "shows the details of an error"
    if any(message.new_session.config.gather_usage_stats for message in said):
        yield "tells Streamlit's makers of the visit"


def _told(path: Path) -> Mapping[str, object]:
    until = time.monotonic() + _PATIENCE_SECONDS
    while not path.exists():
        if time.monotonic() > until:
            raise RuntimeError("the server never said its settings")
        time.sleep(0.05)
    found: Mapping[str, object] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _page(port: int, *, origin: str | None = None) -> Sequence[ForwardMsg]:
    """All that the server sends to who opens the first page."""
    where, found = f"ws://127.0.0.1:{port}/_stcore/stream", list[ForwardMsg]()
    named = Origin(origin) if origin else None
    with connect(where, subprotocols=[Subprotocol("streamlit")], origin=named, proxy=None, max_size=None) as opened:
        wanted = BackMsg()
        wanted.rerun_script.query_string = "lang=en"
        opened.send(wanted.SerializeToString())
        while not found or found[-1].WhichOneof("type") != "script_finished":
            message = ForwardMsg()
            message.ParseFromString(opened.recv(timeout=_PATIENCE_SECONDS, decode=False))
            found.append(message)
    return found

"""What the benches look at: the demo, a dashboard on a store of its own, headless Chromium; all end with the block."""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent.parent
HOST = "127.0.0.1"
PAGES = ("", "history", "warnings", "pushes", "reports", "settings")
LANGUAGES = ("en", "ru")
MOMENT = "2017-04-21T12:00Z"  # three days into the demo's first fade
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_PATIENCE_SECONDS = 90
_DEATH_SIGNAL = 1  # prctl's PR_SET_PDEATHSIG
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None  # loaded before any child is made


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


@contextmanager
def demo(*, start: str = MOMENT, speed: float = 0.1) -> Iterator[str]:
    """The demo from a moment of its story on, slow enough to stand almost still; gives its address."""
    port = free_port()
    options = ["demo", "--no-browser", "--port", str(port), "--from", start, "--speed", str(speed)]
    with _running([sys.executable, "-m", "monitor.cli", *options], port) as url:
        yield url


@contextmanager
def dashboard(config: Path, *, script: Path = ROOT / "dashboard.py") -> Iterator[str]:
    """The dashboard alone on a campaign of one's own, without a collector; gives its address."""
    port = free_port()
    options = ["--server.port", str(port), "--server.address", HOST, "--logger.level", "warning"]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options]
    with _running(command, port, {"MONITOR_CONFIG": str(config)}) as url:
        yield url


@contextmanager
def kept_running(config: Path) -> Iterator[str]:
    """`monitor run` on a campaign of one's own; gives its address."""
    port = free_port()
    command = [sys.executable, "-m", "monitor.cli", "run", "--no-browser", "--port", str(port), "--config", str(config)]
    with _running(command, port) as url:
        yield url


@contextmanager
def _running(command: Sequence[str], port: int, environ: Mapping[str, str] | None = None) -> Iterator[str]:
    with tempfile.TemporaryFile("w+b") as log:
        more = {**os.environ, "PYTHONPATH": str(ROOT), **(environ or {})}
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=more,
            stdout=log,
            stderr=log,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_die_with_us if _LIBC is not None else None,
        )
        try:
            url = f"http://{HOST}:{port}"
            if not answers(url, process=process):
                log.seek(0)
                raise RuntimeError(f"nothing answers at {url}: {log.read()[-2000:].decode(errors='replace')}")
            yield url
        finally:
            _end(process)


def _die_with_us() -> None:
    """Nothing that was started outlives a bench that is killed."""
    if _LIBC is not None:
        _LIBC.prctl(_DEATH_SIGNAL, signal.SIGTERM)


def answers(url: str, *, process: subprocess.Popen[bytes], every_seconds: float = 0.05) -> bool:
    """Whether a dashboard answers before patience or its process ends."""
    direct = build_opener(ProxyHandler({}))  # loopback is never behind a proxy
    until = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError), direct.open(f"{url}/_stcore/health", timeout=2):
            return True
        time.sleep(every_seconds)
    return False


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ask for an end in order, then insist; whatever it started lives in its own session and goes with it."""
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=20)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Headless Chromium as Debian packs it."""
    if CHROMIUM is None:
        raise RuntimeError("no Chromium on this machine: `apt-get install chromium`")
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        try:
            yield opened
        finally:
            opened.close()


def address(url: str, page: str, language: str = "en") -> str:
    """Where a page is shown in a language.

    >>> address("http://127.0.0.1:1", "history", "ru")
    'http://127.0.0.1:1/history?lang=ru'
    """
    return f"{url}/{page}?lang={language}"


def name_of(page: str) -> str:
    """What a page is called in a figure.

    >>> name_of(""), name_of("pushes")
    ('today', 'pushes')
    """
    return re.sub(r"\W", "", page) or "today"

"""Keeping scheduler and dashboard running beside each other, and stopping them together."""

from __future__ import annotations

import ctypes
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import webbrowser
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.request import ProxyHandler, build_opener

from .errors import MonitorError

HOST = "127.0.0.1"
_PACKAGE = Path(__file__).resolve().parent
ROOT = _PACKAGE.parent if (_PACKAGE.parent / "dashboard.py").exists() else _PACKAGE  # a checkout, or installed
REFUSED = 2  # the exit code of a process that says the set-up is wrong: starting it again would not help
STARTER = "monitor.served"  # Streamlit, but it asks nobody elsewhere
_DEATH_SIGNAL = 1  # prctl's PR_SET_PDEATHSIG
_RESTART_SECONDS = 2.0
_DASHBOARD = "dashboard"
_LIBC = ctypes.CDLL(None) if sys.platform == "linux" else None  # loaded before any child is made


@dataclass(frozen=True, slots=True)
class Options:
    """How the dashboard is shown: what the processes are told, its port (or the next free), and whether to open it.

    `told` hears every line, ours and the processes'; `tick` is called a few times a second; `address` is where the
    dashboard listens. Once it is `over`, there is nothing left to keep running for: collecting ends at once, and the
    dashboard `last_seconds` later, so that whoever ended it is told.
    """

    environ: Mapping[str, str]
    port: int
    browser: bool
    told: Callable[[str], None]
    tick: Callable[[], None] = lambda: None
    address: str = HOST
    over: Callable[[], bool] = lambda: False
    last_seconds: float = 10.0


@dataclass(frozen=True, slots=True)
class Process:
    """One process to keep running."""

    name: str
    command: Sequence[str]


def scheduler(arguments: Sequence[str]) -> Process:
    """The process that collects and assesses."""
    return Process("scheduler", [sys.executable, "-m", "monitor.cli", "schedule", *arguments])


def dashboard(port: int, address: str = HOST) -> Process:
    """The process that shows; its settings are in .streamlit/config.toml."""
    options = ["--server.port", str(port), "--server.address", address, "--logger.level", "warning"]
    return Process(_DASHBOARD, [sys.executable, "-m", STARTER, "run", str(ROOT / "dashboard.py"), *options])


def free_port(wanted: int) -> int:
    """The wanted port, or the next one up that nobody listens on."""
    for port in range(wanted, min(wanted + 50, 65536)):
        with socket.socket() as probe:
            if probe.connect_ex((HOST, port)) != 0:
                return port
    raise MonitorError(f"no free port from {wanted} on: choose another with --port")


def keep_showing(processes: Sequence[Process], options: Options) -> int:
    """Keep the processes and the dashboard running until a signal ends them; an exit code."""
    port = free_port(options.port)
    stopped = stop_on_signals()
    waiting = threading.Thread(target=_open_when_up, args=(port, options, stopped), daemon=True)
    everything = [*processes, dashboard(port, options.address)]
    return keep_running(everything, options, stopped=stopped, started=waiting.start)


def keep_running(
    processes: Sequence[Process],
    options: Options,
    *,
    stopped: Callable[[], bool],
    started: Callable[[], None] = lambda: None,
) -> int:
    """Start the processes, restart one that dies, end all once `stopped` or over; the exit code of one that refuses.

    Else it is 0.
    """
    running = {process.name: _start(process, options) for process in processes}
    started()
    try:
        while not stopped():
            time.sleep(0.3)
            options.tick()
            if options.over():
                _last_words(running, options, stopped)
                return 0
            for process in processes:
                code = running[process.name].poll()
                if code is None:
                    continue
                if code == REFUSED:
                    return REFUSED
                options.told(f"the {process.name} stopped (code {code}); starting it again")
                time.sleep(_RESTART_SECONDS)
                running[process.name] = _start(process, options)
    finally:
        _end(running.values())
    return 0


def _last_words(running: Mapping[str, subprocess.Popen[str]], options: Options, stopped: Callable[[], bool]) -> None:
    """End all but the dashboard, and leave that a while to say what happened."""
    _end(child for name, child in running.items() if name != _DASHBOARD)
    until = time.monotonic() + options.last_seconds
    while time.monotonic() < until and not stopped():
        time.sleep(0.1)


def stop_on_signals() -> Callable[[], bool]:
    """Whether Ctrl-C or a polite request to end has come since.

    A list and no event: a second signal that comes while the first is handled would wait for its lock for ever.
    """
    received: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda number, _: received.append(number))
    return lambda: bool(received)


def _url(address: str, port: int) -> str:
    """Where this machine finds a dashboard that listens there.

    >>> _url("0.0.0.0", 8501), _url("::1", 8501)
    ('http://127.0.0.1:8501', 'http://[::1]:8501')
    """
    if address in ("0.0.0.0", "::"):  # noqa: S104 - all addresses of the machine, ours among them
        return f"http://{HOST}:{port}"
    return f"http://[{address}]:{port}" if ":" in address else f"http://{address}:{port}"


def _open_when_up(port: int, options: Options, stopped: Callable[[], bool]) -> None:
    """Say where the dashboard is once it answers, and open it in the user's browser; gives up after two minutes."""
    url, told = _url(options.address, port), options.told
    direct = build_opener(ProxyHandler({}))  # this machine is never behind a proxy
    for _ in range(480):
        try:
            with direct.open(f"{url}/_stcore/health", timeout=2):
                break
        except OSError:
            time.sleep(0.25)
            if stopped():
                return
    else:
        told(f"The dashboard does not answer at {url}: look at what was said above")
        return
    told(f"The dashboard is open at {url} (Ctrl-C ends it)")
    if options.browser:
        webbrowser.open(url)


def _ours(environ: Mapping[str, str]) -> Mapping[str, str]:
    """The environment without what would overrule the shipped settings of the dashboard (.streamlit/config.toml).

    >>> _ours({"HOME": "/h", "STREAMLIT_SERVER_ENABLE_XSRF_PROTECTION": "false"})
    {'HOME': '/h'}
    """
    return {name: value for name, value in environ.items() if not name.upper().startswith("STREAMLIT_")}


def _start(process: Process, options: Options) -> subprocess.Popen[str]:
    child = subprocess.Popen(  # noqa: S603 - our own commands
        process.command,
        cwd=ROOT,
        env={**_ours(os.environ), **options.environ},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        errors="replace",
        start_new_session=True,  # Ctrl-C reaches us first, and we end them in order
        preexec_fn=_die_with_parent if sys.platform == "linux" else None,  # noqa: PLW1509 - it only makes one system call
    )
    threading.Thread(target=_pass_on, args=(child, options.told), daemon=True).start()
    return child


def _pass_on(child: subprocess.Popen[str], told: Callable[[str], None]) -> None:
    """Tell every line that a process says, until it ends."""
    for line in child.stderr or ():
        told(line.rstrip("\n"))


def _die_with_parent() -> None:
    if _LIBC is not None:
        _LIBC.prctl(_DEATH_SIGNAL, signal.SIGTERM)


def _end(running: Iterable[subprocess.Popen[str]]) -> None:
    children = list(running)
    for child in children:
        child.terminate()
    for child in children:
        try:
            child.wait(timeout=10)
        except subprocess.TimeoutExpired:
            child.kill()

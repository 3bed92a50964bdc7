"""The supervisor: what dies is started again, what refuses ends all, and nothing is left behind."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from monitor import supervise
from monitor.errors import MonitorError
from monitor.supervise import Options, Process


def python(name: str, code: str) -> Process:
    """A process that runs a line of Python."""
    return Process(name, [sys.executable, "-c", code])


def appended(path: Path) -> str:
    """A line of code that notes its process id in a file."""
    return f"import os,time; open({str(path)!r}, 'a').write(str(os.getpid()) + '\\n')"


def lines(path: Path) -> list[str]:
    """What was noted so far."""
    return path.read_text().split() if path.exists() else []


def wait_for(path: Path, count: int) -> None:
    """Wait until so many processes have noted themselves."""
    for _ in range(200):
        if len(lines(path)) >= count:
            return
        time.sleep(0.05)
    raise AssertionError(lines(path))


def test_a_process_that_dies_is_started_again(tmp_path, monkeypatch):
    """A crash of one process is told, and it runs again while the other goes on."""
    monkeypatch.setattr(supervise, "_RESTART_SECONDS", 0.1)
    noted, stop = tmp_path / "crashing", threading.Event()
    told: list[str] = []
    steady = python("steady", f"{appended(tmp_path / 'steady')}; time.sleep(60)")
    arguments = ([python("crashing", f"{appended(noted)}; raise SystemExit(7)"), steady],)
    chosen = Options({}, port=0, browser=False, told=told.append)
    options = {"stopped": stop.is_set}
    thread = threading.Thread(target=supervise.keep_running, args=(*arguments, chosen), kwargs=options, daemon=True)
    thread.start()
    wait_for(noted, 3)
    stop.set()
    thread.join(timeout=15)
    assert not thread.is_alive()
    assert len(lines(tmp_path / "steady")) == 1
    assert any("code 7" in line for line in told)
    pid = int(lines(tmp_path / "steady")[0])
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_process_that_refuses_ends_all(tmp_path):
    """Exit code 2 means that the set-up is wrong: starting again would not help."""
    processes = [
        python("refusing", "raise SystemExit(2)"),
        python("other", f"{appended(tmp_path / 'other')}; time.sleep(60)"),
    ]
    chosen = Options({}, port=0, browser=False, told=print)
    code = supervise.keep_running(processes, chosen, stopped=lambda: False)
    assert code == 2


def test_nothing_goes_on_for_what_is_gone(tmp_path):
    """Once it is over all is ended without an error, also where a process refuses because of it."""
    refusing = python("refusing", f"{appended(tmp_path / 'noted')}; raise SystemExit(2)")
    chosen = Options({}, 0, False, print, over=lambda: bool(lines(tmp_path / "noted")), last_seconds=0.0)
    assert supervise.keep_running([refusing], chosen, stopped=lambda: False) == 0


def test_the_dashboard_has_time_for_a_last_word(tmp_path):
    """Once it is over collecting ends at once, and the dashboard goes on for a while, so that its reader is told."""
    beating = "import pathlib, time\npath = pathlib.Path({!r})\nwhile True: path.open('a').write('x'); time.sleep(0.05)"
    processes = [python(name, beating.format(str(tmp_path / name))) for name in ("scheduler", "dashboard")]
    chosen = Options({}, 0, False, print, over=(tmp_path / "dashboard").exists, last_seconds=1.5)
    assert supervise.keep_running(processes, chosen, stopped=lambda: False) == 0
    beats = {name: len((tmp_path / name).read_text()) for name in ("scheduler", "dashboard")}
    assert beats["dashboard"] > beats["scheduler"] + 10


def test_a_taken_port_is_passed_over():
    """The dashboard finds a free port, or says what to do."""
    with socket.socket() as taken:
        taken.bind((supervise.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert supervise.free_port(port) > port
    with pytest.raises(MonitorError, match="--port"):
        supervise.free_port(65536)


def test_children_end_with_a_killed_supervisor(tmp_path):
    """After `kill -9` of the supervisor no orphan goes on collecting."""
    noted = tmp_path / "child"
    code = (
        "from monitor import supervise as s;"
        f"s.keep_running([s.Process('child', [{sys.executable!r}, '-c', {(appended(noted) + '; time.sleep(60)')!r}])],"
        "s.Options({}, 0, False, print), stopped=lambda: False)"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=supervise.ROOT) as parent:
        wait_for(noted, 1)
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    child = int(lines(noted)[0])
    for _ in range(100):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{child}/stat").read_text().split()[2] == "Z":
            return  # ended; its new parent has not looked yet
        time.sleep(0.05)
    raise AssertionError("the child is still there")


@pytest.mark.parametrize("again", range(5))
def test_a_polite_end_always_ends(tmp_path, again):
    """Many signals at once, at any moment, never leave the supervisor waiting for itself."""
    noted = tmp_path / "child"
    code = (
        "import sys; from monitor import supervise as s;"
        f"child = s.Process('child', [sys.executable, '-c', {(appended(noted) + '; time.sleep(60)')!r}]);"
        "sys.exit(s.keep_running([child], s.Options({}, 0, False, print), stopped=s.stop_on_signals()))"
    )
    with subprocess.Popen([sys.executable, "-c", code], cwd=supervise.ROOT) as parent:
        wait_for(noted, 1)
        time.sleep(0.07 * again)
        for _ in range(200):
            parent.send_signal(signal.SIGTERM)
            parent.send_signal(signal.SIGINT)
        assert parent.wait(timeout=15) == 0

"""A process that breaks leaves nothing of what it had in memory: no dump, no traceback, no words of an error."""

import json
import logging
import os
import resource
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from monitor import discreet

ROOT = Path(__file__).parent.parent
SECRET = "zqtext0001canary"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's own answers are read")


def python(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A process that has begun to be discreet and then runs a few lines; core dumps would lie in the folder."""

    def dumping() -> None:
        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (most, most))

    begun = f"from monitor import discreet; discreet.begin(); held = 'zqtext%04dcanary' % 1\n{textwrap.dedent(code)}"
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1"}
    command = [sys.executable, "-c", begun]
    return subprocess.run(
        command, cwd=folder, env=environ, capture_output=True, text=True, check=False, preexec_fn=dumping
    )


@LINUX
def test_no_dump_is_allowed_and_no_neighbour_may_look(tmp_path):
    """The limit is 0, whatever it was before, and the kernel is told that this memory is nobody's business."""
    done = python(
        """
        import ctypes, json
        limit = next(line for line in open("/proc/self/limits") if line.startswith("Max core file size"))
        print(json.dumps([limit.split()[4], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)]))
        """,
        tmp_path,
    )
    assert json.loads(done.stdout) == ["0", 0], done.stderr


@LINUX
@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT, signal.SIGQUIT])
def test_a_forced_crash_leaves_no_file(number, tmp_path):
    """A process that dies by a signal is not written down, and what Python says of it shows code only."""
    done = python(f"import os; os.kill(os.getpid(), {int(number)})", tmp_path)
    assert done.returncode == -number
    assert SECRET not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "what"),
    [
        ("raise ValueError(held)", "stopped this"),
        (
            "import threading; thread = threading.Thread(target=lambda: int(held)); thread.start(); thread.join()",
            "thread",
        ),
        ("class Held:\n    def __del__(self): raise ValueError(held)\nHeld()", "left aside"),
    ],
)
def test_an_error_that_nobody_catches_is_told_by_its_place(code, what, tmp_path):
    """In the process, in a thread of it, and where Python itself has to leave it aside."""
    done = python(code, tmp_path)
    assert what in done.stderr
    assert "ValueError in <string> line" in done.stderr
    assert SECRET not in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["anybody", "streamlit.error_util"])
def test_a_library_that_logs_an_error_tells_its_place_only(name, tmp_path):
    """Tracebacks end with the words of the error; what is logged in its stead says where it arose."""
    done = python(
        f"""
        import logging, streamlit.error_util
        logging.basicConfig()
        discreet.begin()
        try:
            raise ValueError(held)
        except ValueError:
            logging.getLogger({name!r}).exception("while reading %s", held)
        logging.getLogger({name!r}).error("all is well")
        """,
        tmp_path,
    )
    assert "a bug (ValueError in <string> line" in done.stderr
    assert "all is well" in done.stderr
    assert SECRET not in done.stderr


@pytest.mark.parametrize("first", ["logging.basicConfig()", "discreet.from_the_first()", "pass"])
def test_a_line_of_a_library_tells_its_own_words_only(first, tmp_path):
    """What stands in its code, and where; neither what that is filled with nor what was put together before.

    So it is with a handler that was there, with one that comes later, and where there is none.
    """
    done = python(
        f"""
        import logging
        {first}
        discreet.begin()
        logging.basicConfig() if {first!r} != "pass" else None
        foreign = logging.getLogger("anybody.inner")
        foreign.error("no sign-in of %s", held)
        foreign.warning(f"seen {{held}}")
        foreign.error(ValueError(held))
        logging.getLogger("monitor.inner").error("ours: %s", 3)
        """,
        tmp_path,
    )
    assert "no sign-in of %s (anybody.inner, <string> line" in done.stderr
    assert "warning without its words (anybody.inner, <string> line" in done.stderr
    assert "error without its words (anybody.inner, <string> line" in done.stderr
    assert "ours: 3" in done.stderr
    assert SECRET not in done.stderr


def test_who_put_in_a_hook_of_their_own_keeps_it(monkeypatch):
    """A test runner or a debugger that listens for errors goes on doing so."""

    def own(*_: object) -> None:
        """A hook of somebody else's."""

    monkeypatch.setattr(sys, "excepthook", own)
    handler = type("Own", (logging.StreamHandler,), {})()
    logging.getLogger().addHandler(handler)
    try:
        discreet.begin()
        assert sys.excepthook.__name__ == own.__name__
        assert handler.filters == []
    finally:
        logging.getLogger().removeHandler(handler)


def test_a_command_begins_so(tmp_path):
    """The first thing that each command does is to be discreet."""
    config = tmp_path / "config.yaml"
    config.write_text("topics: {lanterns: {tags: [LumenLanterns]}}\n", encoding="utf-8")
    code = f"""
    import atexit, resource, sys
    from monitor.cli import main
    resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
    atexit.register(lambda: print("core", resource.getrlimit(resource.RLIMIT_CORE)[0], file=sys.stderr))
    main(["--config", {str(config)!r}, "check"])
    """
    done = python(code, tmp_path)
    assert "core 0" in done.stderr

"""Processes that run Monitor's own commands at the invented people's time: made quickly, watched, and made to crash."""

from __future__ import annotations

import logging
import multiprocessing
import os
import resource
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from types import ModuleType
from unittest import mock

from monitor import clock, discreet
from monitor.cli import main
from monitor.counting.marks import Marker
from monitor.sources.bluesky import source as bluesky
from monitor.sources.bluesky.stream import Patience
from monitor.sources.gdelt import asking as gdelt
from monitor.sources.mediacloud import stories as mediacloud

from .canary_crash import dying, raising

_QUICK = Patience(connect=30, idle=1.5, answer=5, close=0.05, pace=4, round=300)
_MOST_SECONDS = 600.0
_PRELOADED = "bench.proofs.canary_loaded"
DUMPED = 200  # the exit code that says: died by a signal, and the system wrote its memory down


@dataclass(frozen=True, slots=True)
class World:
    """Where the processes run, at which time, what stands in their environment; a `fault` is planted in Monitor."""

    folder: Path
    now: datetime
    environ: Mapping[str, str]
    fault: bool = False

    @property
    def home(self) -> Path:
        """All that a process may write lies under it: the working folder, HOME, TMPDIR."""
        return self.folder / "out"

    def printed(self, name: str) -> bytes:
        """What a process said on stdout and stderr."""
        return b"".join((self.home / f"{name}.{end}").read_bytes() for end in ("stdout", "stderr"))


@dataclass(frozen=True, slots=True)
class Job:
    """A run under a name: of a command with these arguments, or of a function.

    `stage` is where it crashes: by the signal `by`, or by an error that quotes a post. `seconds` after its start it
    is asked to end. With `guarded` False, Monitor's guard against dumps of its memory is taken away.
    """

    name: str
    arguments: Sequence[str] = ()
    function: Callable[[World], None] | None = None
    stage: str = ""
    by: int = 0
    words: str = ""
    seconds: float = 0.0
    guarded: bool = True
    environ: Mapping[str, str] = field(default_factory=dict)


def run(world: World, job: Job) -> int:
    """The exit code of a process of its own; for one that died by a signal that, or DUMPED."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_PRELOADED])
    process = context.Process(target=_live, args=(world, job))
    with mock.patch.dict(sys.modules, {"__main__": ModuleType("__main__")}):  # whoever asks is no part of it
        process.start()
    process.join(_MOST_SECONDS)
    if process.exitcode is None:
        process.kill()
        process.join()
    return process.exitcode or 0


def _live(world: World, job: Job) -> None:
    """A process's life: nothing of it may be written outside of the world's folder."""
    _at_home(world, job)
    child = os.fork() if job.by else 0
    if child:
        _, status = os.waitpid(child, 0)
        sys.exit(DUMPED if os.WCOREDUMP(status) else os.WTERMSIG(status))
    with ExitStack() as stack:
        for one in _patched(world):
            stack.enter_context(one)
        if not job.guarded:
            stack.enter_context(mock.patch.object(discreet, "begin"))
        if job.by:
            stack.enter_context(dying(job.stage, job.by))
        elif job.stage:
            stack.enter_context(raising(job.stage, job.words))
        if job.seconds:
            threading.Timer(job.seconds, os.kill, (os.getpid(), signal.SIGTERM)).start()
        if job.function is not None:
            job.function(world)
        else:
            main(list(job.arguments), prog_name="monitor")


def _at_home(world: World, job: Job) -> None:
    """Folders, environment, output at the lowest level, and core dumps as large as the system allows."""
    temporary = world.home / "tmp"
    temporary.mkdir(parents=True, exist_ok=True)
    os.chdir(world.home)
    os.environ.update({**world.environ, **job.environ, "HOME": str(world.home), "TMPDIR": str(temporary)})
    tempfile.tempdir = None
    say(world, job.name)
    logging.basicConfig(stream=sys.stderr, level=logging.DEBUG, format="%(levelname)s %(name)s %(message)s")
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))


def say(world: World, name: str) -> None:
    """From now on, what this process says goes to files of that name."""
    for number, stream, end in ((1, sys.stdout, "stdout"), (2, sys.stderr, "stderr")):
        stream.flush()
        with (world.home / f"{name}.{end}").open("ab") as file:
            os.dup2(file.fileno(), number)


def _patched(world: World) -> Iterator[AbstractContextManager[object]]:
    """The time there, no waiting for platforms, and the fault, if there is one."""
    yield mock.patch.object(clock, "datetime", _at(world.now))
    yield mock.patch.object(gdelt, "APART_SECONDS", 0.0)
    yield mock.patch.object(mediacloud, "APART_SECONDS", 0.0)
    yield mock.patch.object(bluesky, "Patience", return_value=_QUICK)
    if world.fault:
        yield mock.patch.object(Marker, "mark", lambda self, last: last)


def _at(now: datetime) -> type[datetime]:
    """A clock that goes on from a moment."""
    began = time.monotonic()

    class Then(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return (now + timedelta(seconds=time.monotonic() - began)).astimezone(tz)

    return Then


@contextmanager
def folder() -> Iterator[Path]:
    """A folder for a world, gone with all that is in it."""
    with tempfile.TemporaryDirectory(prefix="monitor-canary-") as made:
        yield Path(made)

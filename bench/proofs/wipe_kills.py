"""P10: `monitor wipe` is killed at random moments, and what is left of a store is searched byte by byte."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn
from unittest.mock import patch

from monitor import schedule, sources
from monitor.actions import wiping
from monitor.cli import main

from .wipe_store import NAME, Left, Planted, Template, left, left_in, template

_ALIAS = "Lumen"
_TRIES = 8  # a kill may come when all was over
_HELD = ("locked", "read", "collecting")
_SITUATIONS = ("closed", *_HELD, "killed before")


@dataclass(slots=True)
class Tally:
    """What was tried, and everything that broke the promise."""

    kills: int = 0
    situations: set[str] = field(default_factory=set)
    keys_gone_first: int = 0  # kills after which the keys were gone and rows were not
    untouched: int = 0
    outlived: int = 0
    keys_left: int = 0
    marks_left: int = 0
    slowest: float = 0.0
    troubles: list[str] = field(default_factory=list)

    def after_a_kill(self, found: Left, planted: Planted) -> None:
        """Count a kill: once anything is gone, no key may be left."""
        self.kills += 1
        self.untouched += found.keys == len(planted.keys)
        self.keys_gone_first += not found.keys and found.marks == len(planted.marks)
        self.outlived += _outlived(found, planted)


def _outlived(found: Left, planted: Planted) -> bool:
    """Whether rows are gone, and a key is not."""
    return bool(found.keys) and found.marks < len(planted.marks)


@dataclass(frozen=True, slots=True)
class _Moment:
    """When a wipe is killed: so many seconds after so many of its steps."""

    steps: int
    seconds: float


def killed(size: int, *, rows: int, seed: int = 1) -> Tally:
    """Kill so many wipes, each situation in turn: a random while after the start or the first step, or at a step."""
    tally, chance = Tally(), random.Random(seed)
    sources.settings()  # what is imported late is here before any fork
    with template(rows=rows) as made, tempfile.TemporaryDirectory(prefix="monitor-wipe-", dir="/tmp") as place:
        for number in range(size):
            situation = _SITUATIONS[number % len(_SITUATIONS)]
            moments = (_moment(number % 3, chance, shorter=0.6**attempt) for attempt in range(_TRIES))
            if not any(_one(made, Path(tempfile.mkdtemp(dir=place)), situation, at, tally) for at in moments):
                tally.troubles.append(f"never killed in time ({situation})")
    return tally


def _moment(kind: int, chance: random.Random, *, shorter: float) -> _Moment:
    if kind == 0:
        return _Moment(0, chance.uniform(0, 0.03) * shorter)
    if kind == 1:
        return _Moment(1, chance.uniform(0, 0.004) * shorter)
    return _Moment(chance.randint(1, max(1, round(6 * shorter))), 0)


def _one(made: Template, place: Path, situation: str, at: _Moment, tally: Tally) -> bool:
    """Kill one wipe, let the next finish it, and search; False where it had ended before the kill came."""
    folder, temporary = made.copy(place / "campaign"), place / "tmp"
    temporary.mkdir()
    with ExitStack() as stack:
        release = stack.enter_context(_held(situation, folder))
        handles = [stack.enter_context(path.open("rb")) for path in sorted((folder / "data").glob(f"{NAME}*"))]
        if situation == "killed before" and _kill(folder, temporary, _Moment(1, 0)):
            tally.outlived += _outlived(left(_files(folder), made.planted), made.planted)
        if not _kill(folder, temporary, at):
            return False
        after, there = left(_files(folder), made.planted), (folder / "data" / NAME).exists()
        tally.after_a_kill(after, made.planted)
        tally.situations.add(situation)
        second = _whole(folder, temporary)
        release()
        third = _whole(folder, temporary)
        found = [left(_files(folder, temporary), made.planted), left_in([one.read() for one in handles], made.planted)]
    tally.keys_left += sum(one.keys for one in found)
    tally.marks_left += sum(one.marks for one in found)
    tally.slowest = max(tally.slowest, second.seconds, third.seconds)
    wrong = list(_wrong(second, third, folder / "data"))
    if situation in _HELD and there and wiping.SENTENCES[wiping.Limit.RUNNING] not in second.words:
        wrong.append("nobody was told that somebody has the store open")
    tally.troubles += [f"{said} ({situation})" for said in wrong]
    return True


def _wrong(second: _Said, third: _Said, data: Path) -> Iterator[str]:
    """What differs from what a wipe has to say and to leave."""
    for said in (second, third):
        if said.code or not all(wiping.SENTENCES[limit] in said.words for limit in wiping.ALWAYS):
            yield f"ended with {said.code}: {said.words[-200:]!r}"
    if not third.words.startswith("Nothing was left to wipe."):
        yield f"the third run said {third.words[:80]!r}"
    if any(data.iterdir()):
        yield f"files are left: {', '.join(path.name for path in data.iterdir())}"


@dataclass(frozen=True, slots=True)
class _Said:
    """How a wipe ended, what it said, and how long it took."""

    code: int
    words: str
    seconds: float


def _files(*folders: Path) -> Sequence[Path]:
    every = (path for folder in folders for path in folder.rglob("*"))
    return [path for path in every if path.is_file() and path.name != "config.yaml"]


def _whole(folder: Path, temporary: Path) -> _Said:
    """A wipe that nobody kills."""
    began = time.perf_counter()
    with tempfile.TemporaryFile() as heard:
        child = _fork(lambda: _command(folder, temporary, out=heard.fileno()))
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        heard.seek(0)
        return _Said(code, heard.read().decode(), time.perf_counter() - began)


def _kill(folder: Path, temporary: Path, at: _Moment) -> bool:
    """Kill a wipe at a moment; whether it was killed before its end."""
    reading, writing = os.pipe()
    child = _fork(lambda: _command(folder, temporary, steps=writing))
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as steps:
        for _ in range(at.steps):
            steps.readline()
        time.sleep(at.seconds)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _command(folder: Path, temporary: Path, *, out: int | None = None, steps: int | None = None) -> None:
    """`monitor wipe` itself, as its own process would run it."""
    os.environ["TMPDIR"] = str(temporary)
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing if out is None else out, 1)
    os.dup2(nothing if steps is None else steps, 2)
    sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
    os.chdir(folder)
    try:
        main(["--config", str(folder / "config.yaml"), "wipe", "--alias", _ALIAS, "--now"])
    finally:
        sys.stdout.flush()


def _fork(work: Callable[[], None]) -> int:
    child = os.fork()
    if child == 0:
        _end(work)
    return child


def _end(work: Callable[[], None]) -> NoReturn:
    """Do the work in this forked process, and end it without the parent's own endings."""
    code = 1
    try:
        work()
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0
    finally:
        os._exit(code)


@contextmanager
def _held(situation: str, folder: Path) -> Iterator[Callable[[], None]]:
    """Another process that is at the store in that situation; gives back what ends it."""
    holders: dict[str, Callable[[int], None]] = {
        "locked": lambda ready: _holding(folder, "BEGIN IMMEDIATE", ready),
        "read": lambda ready: _holding(folder, "BEGIN; SELECT count(*) FROM secret_key", ready),
        "collecting": lambda ready: _collecting(folder, ready),
    }
    if situation not in holders:
        yield lambda: None
        return
    reading, writing = os.pipe()
    child = _fork(lambda: holders[situation](writing))
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as ready:
        if ready.read(1) != b"!":
            raise RuntimeError(f"nobody is at the store: {situation}")
    waiting = [child]

    def release() -> None:
        for process in waiting:
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
        waiting.clear()

    try:
        yield release
    finally:
        release()


def _holding(folder: Path, statements: str, ready: int) -> None:
    with closing(sqlite3.connect(folder / "data" / NAME, isolation_level=None)) as connection:
        for statement in statements.split("; "):
            connection.execute(statement).fetchall()
        os.write(ready, b"!")
        time.sleep(600)


def _collecting(folder: Path, ready: int) -> None:
    """What `monitor run` starts to collect: it judges, purges and plans, again and again."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
    going_on: Callable[..., None] = schedule.keep_going

    def at_work(*given: object, **more: object) -> None:
        os.write(ready, b"!")
        going_on(*given, **more)

    with patch.object(schedule, "keep_going", at_work):
        main(["--config", str(folder / "config.yaml"), "schedule", "--every", "0.1", "--no-new-store"])

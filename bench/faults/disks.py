"""A full disk, a store that may not be written, and a killed `monitor run`: a clear word, and a clean resume."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from monitor import schedule, sources
from monitor.cli import main
from monitor.config import load
from monitor.errors import MonitorError
from monitor.model import HOUR
from monitor.store import Store

from .figure import Figure

_NOBODY = 65534
_CONFIG = """
topics: {{lanterns: {{tags: [LumenLanterns]}}}}
sources: {{simulation: {{start: {start}, feeds: [square], scale: {scale}}}}}
counting: {{language: false, tone: false}}
store: sqlite:///data/monitor.db
"""


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended, and all it said."""

    code: int
    words: str

    @property
    def clear(self) -> bool:
        """Whether it said in a sentence that it cannot write, and not in a traceback or a bug's line."""
        clear = "cannot write" in self.words or "cannot make" in self.words or "cannot open" in self.words
        return clear and "Traceback" not in self.words and "bug" not in self.words


@contextmanager
def campaign(*, days: int = 30, scale: float = 3.0) -> Iterator[Path]:
    """A folder with a config that needs no network; its story began so many days ago."""
    folder = Path(tempfile.mkdtemp(prefix="monitor-faults-", dir="/tmp"))
    folder.chmod(0o755)
    start = (datetime.now(UTC) - timedelta(days=days)).date()
    (folder / "config.yaml").write_text(_CONFIG.format(start=start, scale=scale), encoding="utf-8")
    (folder / "data").mkdir()
    chosen = load(folder / "config.yaml", sources=sources.settings())
    sources.build(
        chosen.sources, chosen.topics
    )  # what is imported late must be here before a child gives up its rights
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def collected(folder: Path, before: Callable[[], None] = lambda: None) -> Said:
    """`monitor collect --all` in a forked process, after `before` was done to it."""
    heard = folder / "heard"
    heard.touch()
    heard.chmod(0o666)
    child = os.fork()
    if child == 0:
        code = 99
        try:
            out = os.open(heard, os.O_WRONLY | os.O_TRUNC)
            os.dup2(out, 1)
            os.dup2(out, 2)
            sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")
            before()
            main(["--config", str(folder / "config.yaml"), "collect", "--all"])
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return Said(os.waitstatus_to_exitcode(status), heard.read_text(encoding="utf-8", errors="replace"))


def whole(folder: Path) -> str:
    """What is wrong with the store: it is damaged, an hour is not complete, or has another number than is true."""
    chosen = load(folder / "config.yaml", sources=sources.settings())
    (source,) = sources.build(chosen.sources, chosen.topics)
    with closing(sqlite3.connect(folder / "data" / "monitor.db")) as connection:
        health = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if health != "ok":
        return str(health)
    store = Store.open(chosen.store)
    series = store.series(chosen.topics[0].key, source.name)
    store.close()
    if series is None or not series.complete.all():
        return "hours are not complete"
    truth: dict[datetime, int] = {}
    for page in source.pages(cursor=None, now=series.end):
        for post in page.posts:
            hour = post.at.replace(minute=0, second=0, microsecond=0)
            truth[hour] = truth.get(hour, 0) + 1
    wrong = sum(truth.get(series.start + n * HOUR, 0) != value for n, value in enumerate(series.values.tolist()))
    return f"{wrong} hours have another number" if wrong else ""


def full_disk(*, blocks: Sequence[int] = (150, 400, 900), days: int = 30) -> Figure:
    """No file may grow over a bound, at several moments of a round; then it may again."""
    troubles: list[str] = []
    heard: set[str] = set()
    for block in blocks:
        with campaign(days=days) as folder:

            def bound(size: int = block * 1024) -> None:
                resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))

            said = collected(folder, bound)
            heard.update(line for line in said.words.splitlines() if line)
            again = collected(folder)
            found = "" if said.clear else f"ended with {said.code}: {said.words[-200:]!r}"
            found = found or ("" if again.code == 0 else f"did not go on: {again.words[-200:]!r}") or whole(folder)
            troubles += [f"at {block} kB {found}"] if found else []
    return _figure("files that may not grow end in a clear word and a clean resume", troubles, len(blocks), heard)


def small_disk(*, days: int = 30) -> Figure | None:
    """The same on a real disk that is too small, and then grows; None where none can be mounted."""
    with campaign(days=days) as folder:
        place = str(folder / "data")
        mount = ["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", place]
        if os.getuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
            return None
        try:
            said = collected(folder)
            subprocess.run(["mount", "-o", "remount,size=100m", place], check=True, capture_output=True)
            again = collected(folder)
            found = "" if said.clear else f"ended with {said.code}: {said.words[-200:]!r}"
            found = found or ("" if again.code == 0 else f"did not go on: {again.words[-200:]!r}") or whole(folder)
            promise = "a full disk ends in a clear word and a clean resume"
            return _figure(promise, [found] if found else [], 1, set(said.words.splitlines()))
        finally:
            subprocess.run(["umount", place], check=False, capture_output=True)


def read_only(*, days: int = 30) -> Figure:
    """The store, or its folder, may not be written; then it may again."""
    troubles: list[str] = []
    heard: set[str] = set()
    for what in ("store", "folder", "both"):
        with campaign(days=days) as folder:
            first = collected(folder)
            paths = {"store": [folder / "data/monitor.db"], "folder": [folder / "data"]}
            locked = [path for name, mine in paths.items() if what in (name, "both") for path in mine]
            with _locked(folder, locked):
                said = collected(folder, _as_nobody)
            heard.update(line for line in said.words.splitlines() if line)
            again = collected(folder)
            found = "" if said.clear else f"ended with {said.code}: {said.words[-200:]!r}"
            found = found or ("" if first.code == again.code == 0 else "did not go on") or whole(folder)
            troubles += [f"{what}: {found}"] if found else []
    return _figure("a store that may not be written ends in a clear word and a clean resume", troubles, 3, heard)


@contextmanager
def _locked(folder: Path, locked: Sequence[Path]) -> Iterator[None]:
    """Everything belongs to nobody, but what is locked may not be written."""
    everything = [folder, *folder.rglob("*")]
    for path in everything:
        if os.getuid() == 0:
            os.chown(path, _NOBODY, _NOBODY)
        path.chmod(0o777 if path.is_dir() else 0o666)
    for path in locked:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        yield
    finally:
        for path in everything:
            if path.exists():
                if os.getuid() == 0:
                    os.chown(path, 0, 0)
                path.chmod(0o755 if path.is_dir() else 0o600)


def _as_nobody() -> None:
    if os.getuid() == 0:  # root may write everything
        os.setgroups([])
        os.setgid(_NOBODY)
        os.setuid(_NOBODY)


def _figure(promise: str, troubles: Sequence[str], tried: int, heard: set[str]) -> Figure:
    words = sorted({line.removeprefix("monitor: ")[:140] for line in heard if "cannot" in line})
    said = f"{tried - len(troubles)} of {tried}; it says: {' | '.join(words)}"
    return Figure(promise, not troubles, said + "".join(f"; {one}" for one in troubles))


def killed_run(*, kills: int = 3) -> Figure:
    """`kill -9` of a real `monitor run`: its children end, its lock is free, the next one goes on, nothing is lost."""
    troubles: list[str] = []
    with campaign(scale=25) as folder:
        for number in range(kills):
            found = _kill_once(folder)
            troubles += [f"kill {number + 1}: {found}"] if found else []
        again = collected(folder)
        troubles += ["the next round failed"] if again.code else []
        found = whole(folder)
        troubles += [found] if found else []
    said = f"{kills - len(troubles)} of {kills} kills left no process, no lock and a whole store"
    promise = "kill -9 of `monitor run` leaves nothing behind and loses nothing"
    return Figure(promise, not troubles, said + "".join(f"; {one}" for one in troubles))


def _kill_once(folder: Path) -> str:
    """Start it, kill it in the middle of its round, and look at what is left."""
    command = [sys.executable, "-m", "monitor.cli", "--config", str(folder / "config.yaml")]
    began = datetime.now(UTC)
    with subprocess.Popen(
        [*command, "run", "--no-browser", "--port", "8790"], start_new_session=True, stderr=subprocess.DEVNULL
    ) as process:
        reading = _until(lambda: _read_since(folder, began), 60)
        children = _children(process.pid)
        process.send_signal(signal.SIGKILL)
        process.wait()
    if not reading:
        return "it did not collect"
    if len(children) != 2:
        return f"{len(children)} children"
    if not _until(lambda: not any(_alive(child) for child in children), 15):
        return "a child lives on"
    try:
        with schedule.only_one(folder / "data/monitor.lock"):
            return ""
    except MonitorError as error:
        return str(error)


def _read_since(folder: Path, moment: datetime) -> bool:
    path = folder / "data/monitor.db"
    if not path.exists():
        return False
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            read = connection.execute("SELECT max(updated_at) FROM checkpoint").fetchone()[0]
    except sqlite3.Error:
        return False
    return read is not None and datetime.fromisoformat(read).replace(tzinfo=UTC) >= moment


def _children(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(stat.parent.name))
    return found


def _alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _until(true: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.1)
    return False


def run(*, kills: int = 3) -> list[Figure]:
    """The figures of disks and of killed processes."""
    small = small_disk()
    return [full_disk(), *([small] if small else []), read_only(), killed_run(kills=kills)]

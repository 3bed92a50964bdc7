"""The schedule of collection rounds, and the lock that lets only one scheduler at a store."""

from __future__ import annotations

import fcntl
import logging
import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path

from apscheduler.schedulers.background import BackgroundScheduler

from .assess import assess_round
from .clock import Clock, wall_clock
from .collect import Counter, collect
from .config import Config
from .errors import SourceError, StoreError, where
from .sources import PostSource
from .store import Store

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rounds:
    """What a round does: every source is collected from, then every topic is assessed."""

    store: Store
    sources: Sequence[PostSource]
    counter: Counter
    clock: Clock = wall_clock
    told: Callable[[str], None] = field(default=log.info)

    def once(self) -> None:
        """One round; a source that fails is written down as a gap and does not stop the others."""
        now = self.clock()
        self.store.purge(now=now)
        for source in self.sources:
            try:
                collect(self.store, source, counter=self.counter, now=now)
            except SourceError as error:
                self.told(f"{source.name}: {error}")
            except Exception as error:  # noqa: BLE001 - a bug in one source stops no other; its words may hold a post
                self.told(f"{source.name}: a bug stopped it ({where(error)}); please report this line")
        for line in assess_round(self.store, topics=self.counter.topics, now=now):
            self.told(line)


def keep_going(rounds: Rounds, *, every_seconds: float, stopped: Callable[[], bool]) -> None:
    """Run a round now and then every so often until it is `stopped` or the parent process is gone."""
    parent = os.getppid()
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a round that outlasts its interval is no news
    scheduler = BackgroundScheduler(timezone=UTC)
    scheduler.add_job(
        rounds.once,
        "interval",
        id="round",
        seconds=every_seconds,
        next_run_time=wall_clock(),
        coalesce=True,
        max_instances=1,
        misfire_grace_time=None,
    )
    scheduler.start()
    try:
        while not stopped() and os.getppid() == parent:
            time.sleep(0.2)
    finally:
        scheduler.shutdown(wait=True)


def sqlite_path(url: str) -> Path | None:
    """The file behind a SQLite store's URL, None for other stores."""
    prefix = "sqlite:///"
    return Path(url.removeprefix(prefix)) if url.startswith(prefix) else None


def lock_path(chosen: Config) -> Path:
    """The file whose lock the scheduler holds: beside a SQLite store, else beside the config."""
    return (sqlite_path(chosen.store) or chosen.path).with_suffix(".lock")


@contextmanager
def only_one(lock: Path) -> Iterator[None]:
    """Hold the lock of a store: a second scheduler would count everything twice as often and pay for it."""
    lock.parent.mkdir(parents=True, exist_ok=True)
    with lock.open("w") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise StoreError("another Monitor already collects for this store: stop it first") from None
        yield

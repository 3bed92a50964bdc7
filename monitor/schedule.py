"""The schedule of rounds, each source at its own pace, and the lock that lets only one scheduler at a store."""

from __future__ import annotations

import logging
import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from math import ceil
from pathlib import Path

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from .clock import Clock, wall_clock
from .config import Config
from .errors import MonitorError, StoreError, where
from .heartbeat import Heartbeat
from .model import DAY
from .notify import Notifier
from .rounds import Rounds
from .sources import Source
from .store.locking import Held, Lock, lock_of, taken

_JUDGE_SECONDS = 60.0
_STEP_SECONDS = 60.0  # a wall clock that moved so much against the steady one was set
_JITTER_SHARE, _MOST_JITTER_SECONDS = 0.1, 60
_CHECK_SECONDS = 0.2


def keep_going(
    rounds: Rounds,
    *,
    every_seconds: float | None = None,
    heartbeat: Heartbeat | None = None,
    notifier: Notifier | None = None,
    staff: Callable[[datetime], None] | None = None,
) -> None:
    """Ask every source at its pace, judge what is new and tell it, until `stopped` or the parent process is gone.

    Each source has a thread of its own, so that a slow one delays no other. `every_seconds` stands in for all
    intervals (the demo, whose story has a clock of its own, and `staff` who have done something by a moment of it).
    """
    parent = os.getppid()
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a round that outlasts its interval is no news
    scheduler = _scheduler(len(rounds.following.sources) + 3)
    plan = _Plan(rounds, scheduler, every_seconds)
    for source in rounds.following.sources:
        plan.add(source)
    seconds = every_seconds or _JUDGE_SECONDS
    scheduler.add_job(_judging(rounds, heartbeat), "interval", id="judge", seconds=seconds, next_run_time=wall_clock())
    if notifier is not None:
        told = _careful(partial(_notify, notifier, rounds), rounds.told, "stopped the sending of messages")
        scheduler.add_job(told, "interval", id="tell", seconds=seconds, next_run_time=wall_clock())
    if staff is not None:
        acting = _careful(lambda: staff(rounds.clock()), rounds.told, "stopped the story's staff")
        scheduler.add_job(acting, "interval", id="staff", seconds=seconds, next_run_time=wall_clock())
    scheduler.start()
    watch = _ClockWatch(rounds.clock)
    try:
        while not rounds.stopped() and os.getppid() == parent:
            time.sleep(_CHECK_SECONDS)
            moved = watch.moved_seconds() if every_seconds is None else 0.0
            if moved:
                rounds.told(f"the clock moved {_words(moved)} (it was set, or the machine slept): every source is due")
                plan.all_now()
    finally:
        scheduler.shutdown(wait=True)


def live_through(
    rounds: Rounds, *, since: datetime, until: datetime, notifier: Notifier, staff: Callable[[datetime], None]
) -> None:
    """Go through the days of a story up to a moment, a round each, so that each is judged in time and proposed for.

    The rounds are left with the last day's clock: whoever goes on gives them another.
    """
    rounds.minutes = DAY / timedelta(minutes=1)
    days = max(ceil((until - since) / DAY), 0)
    for day in reversed(range(days)):
        if rounds.stopped():
            return
        now = until - day * DAY
        rounds.clock = partial(_same, now)
        rounds.once()
        notifier.run(now=now)
        staff(now)


def _same(moment: datetime) -> datetime:
    return moment


class _ClockWatch:
    """Sees a wall clock that was set, against the steady one: jobs planned by it would come too late by as much."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._offset = self._now()

    def _now(self) -> float:
        return self._clock().timestamp() - time.monotonic()

    def moved_seconds(self) -> float:
        """How far the clock was set since the last look; 0 for less than a minute."""
        moved = self._now() - self._offset
        if abs(moved) <= _STEP_SECONDS:
            return 0.0
        self._offset += moved
        return moved


class _Plan:
    """The jobs of the sources: one each, never two at once, late ones joined into one."""

    def __init__(self, rounds: Rounds, scheduler: BackgroundScheduler, every_seconds: float | None) -> None:
        self._rounds, self._scheduler, self._every_seconds = rounds, scheduler, every_seconds

    def add(self, source: Source) -> None:
        """Plan a source's first round: at once, or when it is due after a restart."""
        seconds = self._every_seconds or source.every_minutes * 60
        self._scheduler.add_job(
            self._ask,
            "interval",
            args=[source],
            id=source.name,
            seconds=seconds,
            next_run_time=self._due(source),
        )

    def all_now(self) -> None:
        """Make every job due; a source that asked to wait is not asked before its time all the same."""
        for job in self._scheduler.get_jobs():
            job.modify(next_run_time=wall_clock())

    def _ask(self, source: Source) -> None:
        """One round, and the time of the next, a little later than due, so that not all the world asks at once."""
        try:
            self._rounds.ask(source)
            if self._every_seconds is None and not self._rounds.stopped():
                most = min(source.every_minutes * 60 * _JITTER_SHARE, _MOST_JITTER_SECONDS)
                jitter = timedelta(seconds=random.uniform(0, most))  # noqa: S311 - not a secret
                self._scheduler.modify_job(source.name, next_run_time=self._due(source) + jitter)
        except MonitorError as error:
            self._rounds.told(f"{source.name}: {error}")

    def _due(self, source: Source) -> datetime:
        if self._every_seconds is not None:
            return wall_clock()
        delay = self._rounds.next_at(source) - self._rounds.clock()
        return wall_clock() + max(delay, timedelta())


def _scheduler(threads: int) -> BackgroundScheduler:
    return BackgroundScheduler(
        timezone=UTC,
        executors={"default": ThreadPoolExecutor(threads)},
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
    )


def _judging(rounds: Rounds, heartbeat: Heartbeat | None) -> Callable[[], None]:
    def judge() -> None:
        rounds.judge_if_new()
        if heartbeat is not None and not rounds.all_silent():
            heartbeat.beat(now=rounds.clock())

    return _careful(judge, rounds.told, "stopped the judgement")


def _notify(notifier: Notifier, rounds: Rounds) -> None:
    notifier.run(now=rounds.clock())


def _careful(job: Callable[[], None], told: Callable[[str], None], what: str) -> Callable[[], None]:
    """A job that tells what goes wrong and goes on: the next minute may go well."""

    def run() -> None:
        try:
            job()
        except MonitorError as error:
            told(str(error))
        except Exception as error:  # noqa: BLE001 - what a bug says may hold anything
            told(f"a bug {what} ({where(error)}); please report this line")

    return run


def _words(moved_seconds: float) -> str:
    """How far a clock was set, in words.

    >>> _words(-5400.0)
    'back by 1:30:00'
    """
    return f"{'forward' if moved_seconds > 0 else 'back'} by {timedelta(seconds=round(abs(moved_seconds)))}"


def sqlite_path(url: str) -> Path | None:
    """The file behind a SQLite store's URL, None for other stores."""
    prefix = "sqlite:///"
    return Path(url.removeprefix(prefix)) if url.startswith(prefix) else None


def lock_path(chosen: Config) -> Lock:
    """The lock that the scheduler holds: that of its store, whoever else names that store."""
    return lock_of(chosen.store)


@contextmanager
def only_one(lock: Lock) -> Iterator[Held]:
    """Hold the lock of a store: a second scheduler would count everything twice as often and pay for it.

    Who holds it for long has to ask whether it is lost, and to end then; StoreError says why.
    """
    with taken(lock) as held:
        if held is None:
            raise StoreError("another Monitor already collects for this store: stop it first")
        yield held
        if held.is_lost():
            raise StoreError(
                "the database server dropped this Monitor's connection, and another Monitor has taken the store since "
                "(or a wipe): this one has stopped"
            )

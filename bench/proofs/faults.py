"""R1 to R5 and R8: what fails, is killed or lies loses nothing and misleads nobody, by the benches of faults."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

import numpy as np

from bench.faults import kills, limits, outages, payloads, warnings
from monitor import assess, notify
from monitor.alerts import rules
from monitor.judge import until
from monitor.model import Due, Message, Series
from monitor.sources.bluesky import lines
from monitor.store import reading
from monitor.store.recording import Recording
from monitor.web import answers

from .proof import Proof, Shown, together

_FULL_KILLS, _START_HOURS = 200, 365
_KILLS_OF_SERVER = kills.Size(6000, 40, 20)


def _killed(size: int) -> Shown:
    """Collectors that die: at the full size on PostgreSQL too."""
    plan = kills.Size(posts=300 * size, days=max(10, 3 * size // 10), kills=size)
    return together(kills.run(size=plan, postgresql=_KILLS_OF_SERVER if size >= _FULL_KILLS else None))


def _counted_again() -> AbstractContextManager[object]:
    return mock.patch.object(Recording, "unseen", lambda self, marks: set(marks))


def _out(size: int) -> Shown:
    """Outages from so many start hours on; short of the full size, only the shorter and the longest ones."""
    lengths = outages.LENGTHS if size == _START_HOURS else (6, 72)
    return together(outages.run(every=-(-_START_HOURS // size), lengths=lengths))


@contextmanager
def _filled_with_zeros() -> Iterator[None]:
    """Hours that nobody saw are taken for hours in which nothing was said."""
    read = reading.series

    def zeros(series: Series | None) -> Series | None:
        if series is None:
            return None
        return replace(series, values=np.nan_to_num(series.values), complete=np.ones_like(series.complete))

    def stored(*given: object, **more: object) -> Series | None:
        return zeros(read(*given, **more))  # type: ignore[arg-type]

    def lengthened(series: Series, now: datetime) -> Series | None:
        return zeros(until(series, now))

    with mock.patch.object(reading, "series", stored), mock.patch.object(assess, "until", lengthened):
        yield


def _swallowed(size: int) -> Shown:
    fixed = size // 11
    return together(payloads.run(fixed=fixed, random=size - fixed))


def _trusting() -> AbstractContextManager[object]:
    return mock.patch.object(lines, "_written", lambda value: round(datetime.fromisoformat(value).timestamp()))


def _told(size: int) -> Shown:
    with TemporaryDirectory() as folder:
        return together([warnings.killed(Path(folder), size), warnings.down(Path(folder))])


@contextmanager
def _marked_first() -> Iterator[None]:
    claim = Recording.claim

    def marked(self: Recording, channel: str) -> Message | None:
        message = claim(self, channel)
        if message is not None:
            self.mark_sent(message.number, note="")
        return message

    with mock.patch.object(Recording, "claim", marked), mock.patch.object(Recording, "mark_failed"):
        yield


def _nagged(size: int) -> Shown:
    noise = (warnings.noise(level, years=size) for level in (3.0, 40.0, 400.0))
    return together([*noise, warnings.together(10 * size)])


@contextmanager
def _one_by_one() -> Iterator[None]:
    def single(*given: object, **more: object) -> rules.Decision:
        found = rules.decide(*given, **{**more, "today": ()})  # type: ignore[arg-type]
        return replace(found, send=_first(found.send))

    with mock.patch.object(notify, "decide", single):
        yield


def _first(due: Sequence[Due]) -> tuple[Due, ...]:
    return tuple(due[:1])


def _waited(size: int) -> Shown:
    return together(limits.run(limits=size, days=90 if size >= 100 else 31))


@contextmanager
def _impatient() -> Iterator[None]:
    """What a platform says of the time to wait is not read."""
    with mock.patch.object(answers, "retry_at", lambda response, now: now):
        yield


PROOFS: tuple[Proof, ...] = (
    Proof(
        "R1",
        "nothing is lost and nothing counted twice, however often the collector is killed",
        _killed,
        15,
        _FULL_KILLS,
        "kills",
        "posts that were seen before are counted again",
        _counted_again,
        3,
    ),
    Proof(
        "R2",
        "an outage is never a drop, and is said within two rounds",
        _out,
        3,
        _START_HOURS,
        "start hours",
        "hours that nobody saw are stored as zeros",
        _filled_with_zeros,
        1,
    ),
    Proof(
        "R3",
        "bad payloads never stop collecting",
        _swallowed,
        6600,
        110_000,
        "payloads",
        "a time is read as if it always were one",
        _trusting,
        1100,
    ),
    Proof(
        "R4",
        "a warning arrives at least once",
        _told,
        20,
        200,
        "kills of who sends",
        "a message is marked as sent before it is",
        _marked_first,
        2,
    ),
    Proof(
        "R5",
        "warnings do not nag",
        _nagged,
        3,
        10,
        "years",
        "each topic has a message of its own",
        _one_by_one,
        1,
    ),
    Proof(
        "R8",
        "a time to wait is kept and a budget never overrun",
        _waited,
        120,
        1000,
        "answers of 429",
        "the time to wait is not read",
        _impatient,
        20,
    ),
)

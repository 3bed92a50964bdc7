"""Walking a hashtag's timeline from a moment on, so that being stopped anywhere loses nothing.

The newest answer comes first: mostly it reaches back far enough. Where it does not and ids hold the time, the walk
goes on from the oldest missing post towards the newest, and every step is ground that need not be walked again. Where
ids tell nothing, it goes from the newest backwards and counts as read only at its end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from .answers import Batch
from .ids import id_before, moment_of, rank

STUCK = "this server's pages repeat themselves: not all posts could be read"
TOO_MANY = "more posts than can be read in one round, and this server's ids do not tell where to go on"
Ask = Callable[[Mapping[str, str]], Batch]


@dataclass(frozen=True, slots=True, repr=False)
class Step:
    """An answer; with it all posts before `read_to` have been seen (None: no more than before it)."""

    batch: Batch
    read_to: datetime | None = None
    stuck: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is to be walked: from `start` to `now`, with so many requests at most."""

    start: datetime
    now: datetime
    requests: int


def walk(ask: Ask, stretch: Stretch) -> Iterator[Step]:
    """Everything the server has from `start` on; ends with `read_to` now, with `stuck`, or at the bound of requests."""
    newest = ask({})
    if _reaches(newest, stretch.start):
        yield Step(newest, stretch.now)
    elif not newest.ids:
        yield Step(newest, stuck=STUCK)
    else:
        yield Step(newest)
        yield from (_forward if newest.timed else _backward)(ask, newest, stretch)


def _reaches(batch: Batch, start: datetime) -> bool:
    """Whether nothing from `start` on can be older than this answer."""
    if not batch.rows:
        return True
    if batch.timed:
        lowest = moment_of(batch.lowest)
        return lowest is None or lowest < start
    return bool(batch.moments) and max(batch.moments) < start


def _forward(ask: Ask, newest: Batch, stretch: Stretch) -> Iterator[Step]:
    last, first = id_before(stretch.start, like=newest.highest), True
    for _ in range(stretch.requests - 1):
        batch = ask({"min_id": last})
        if not batch.ids or rank(batch.highest) <= rank(last):
            yield Step(batch, stuck=STUCK)
            return
        joined = rank(batch.highest) >= rank(newest.lowest)
        # A server that does not know `min_id` sends the newest again: nothing older shows that it was understood.
        doubtful = first and joined and rank(batch.lowest) >= rank(newest.lowest)
        if doubtful and not _reaches(ask({"max_id": newest.lowest}), stretch.start):
            yield Step(batch, stuck=STUCK)
            return
        if joined:
            yield Step(batch, stretch.now)
            return
        last, first = batch.highest, False
        yield Step(batch, moment_of(last))


def _backward(ask: Ask, newest: Batch, stretch: Stretch) -> Iterator[Step]:
    seen, last = set(newest.ids), newest.ids[-1]
    for _ in range(stretch.requests - 1):
        batch = ask({"max_id": last})
        if _reaches(batch, stretch.start):
            yield Step(batch, stretch.now)
            return
        fresh = set(batch.ids) - seen
        if not fresh:
            yield Step(batch, stuck=STUCK)
            return
        yield Step(batch)
        seen |= fresh
        last = batch.ids[-1]
    yield Step(Batch(), stuck=TOO_MANY)

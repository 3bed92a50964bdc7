"""One collection round of one source: everything new is recorded, and what could not be seen is written down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from . import budget
from .errors import SourceError, StoreError
from .model import DAY, HOUR, Coverage, Pulse, Status, day_of, hour_of
from .record import Counted, Counter, Stream, record_page
from .sources import Source
from .store import Store

_LONGEST_GAP = 40 * DAY  # what is written down of a gap; hours before it were never looked at all the same
_STEPPED_BACK = timedelta(minutes=5)


def collect(
    store: Store,
    source: Source,
    *,
    counter: Counter,
    now: datetime,
    every_minutes: float | None = None,
    going_on: Callable[[Counted], bool] = lambda total: True,
) -> Counted:
    """Everything new up to `now`; a failure is written as hours that are not known, then raised.

    A source that asked to wait is not asked before its time. `every_minutes` is when the next round comes (default:
    as the source says); `going_on` hears the total after each page, and ends the round by saying no.
    """
    pace = (every_minutes or source.every_minutes, source.lag_hours)
    try:
        check_wait(store, source, now=now)
    except SourceError as waiting:
        _record_gap(store, source, waiting, now=now)
        raise
    total = Counted()
    stream = Stream.of(source, now=now)
    try:
        for page in source.pages(cursor=store.cursor(stream.source, stream.name), now=now):
            total += record_page(store, page, stream=stream, counter=counter, now=now)
            if not going_on(total):
                return total
    except SourceError as error:
        _fail(store, source, error, pace=pace, now=now)
        raise
    except StoreError:
        raise
    except Exception:
        _fail(store, source, SourceError("a bug stopped the source"), pace=pace, now=now)
        raise
    beat = Pulse(source.name, now, Status.COMPLETE, *pace, succeeded_at=now)
    with store.recording(now=now) as recording:
        recording.beat(replace(beat, counted=total.counted, observed=total.observed))
    return total


def check_wait(store: Store, source: Source, *, now: datetime) -> None:
    """Raise what a source said last where it must not be asked yet."""
    last = store.pulse(source.name)
    until = waits_until(last, now=now) if last else None
    if last and until and until > now:
        raise SourceError(last.reason, permanent=last.status is Status.BLOCKED, retry_at=until)


def waits_until(last: Pulse, *, now: datetime) -> datetime | None:
    """When a source may be asked again as it said itself; a clock set back, or more money, lifts the wait."""
    lifted = last.tried_at > now + _STEPPED_BACK or budget.is_used_up(last.reason)
    return None if lifted else last.retry_at


def note_wait(
    store: Store, source: Source, error: SourceError, *, now: datetime, pace: tuple[float, int] | None = None
) -> None:
    """Remember that a source failed, and until when it is not to be asked."""
    pace = pace or (source.every_minutes, source.lag_hours)
    with store.recording(now=now) as recording:
        recording.beat(Pulse(source.name, now, _status(error), *pace, retry_at=error.retry_at, reason=str(error)))


def _fail(store: Store, source: Source, error: SourceError, *, pace: tuple[float, int], now: datetime) -> None:
    _record_gap(store, source, error, now=now)
    note_wait(store, source, error, now=now, pace=pace)


def _record_gap(store: Store, source: Source, error: SourceError, *, now: datetime) -> None:
    """What was not observed from the last known bucket to `now`, and why: unknown is not zero."""
    bucket = source.bucket_hours * HOUR
    end = hour_of(now) if source.bucket_hours == 1 else day_of(now)
    with store.recording(now=now) as recording:
        for topic in source.topics:
            known = store.known_until(topic.key, source.name, bucket_hours=source.bucket_hours)
            start = max(min(known or end, end - bucket), end - _LONGEST_GAP)
            span = Coverage(start, end, _status(error), str(error), source.bucket_hours)
            recording.cover(source.name, [topic.key], [span])


def _status(error: SourceError) -> Status:
    return Status.BLOCKED if error.permanent else Status.MISSING

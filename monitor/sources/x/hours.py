"""Whole hours of X: how far back it counts, and what an answer says of each hour (pure)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta

from ...blindness import BLIND, least_silence_hours
from ...errors import SourceError
from ...model import DAY, HOUR, Coverage, Observation, Page, Status, hour_of, next_hour
from .answers import Counts, Span

REACH = 7 * DAY
SETTLED = timedelta(minutes=1)  # X refuses an end less than ten seconds ago, and indexes for half a minute
_LEFT_OUT = "X left this hour out of its answer"
_NOT_WHOLE = "X says that its answer is not whole"


class NeverBusy(SourceError):
    """Even the probe had no post: nothing that X counted in that time is believed."""


def reach(now: datetime) -> Span:
    """The whole hours that X still counts and that are over; a minute is left at both ends for its clock."""
    return Span(next_hour(now - REACH + SETTLED), hour_of(now - SETTLED))


def counted(
    topic: str, counts: Counts, span: Span, *, method: str, blind: Collection[datetime] = (), cursor: str = ""
) -> Page:
    """The page of an answer: its hours are complete, the others are missing.

    An answer that is not whole brings no number, as numbers replace what is known.
    """
    values = {hour: count for hour, count in counts.values.items() if hour not in blind}

    def told(hour: datetime) -> tuple[Status, str]:
        if hour not in values:
            return Status.MISSING, BLIND if hour in blind else _LEFT_OUT
        return (Status.COMPLETE, "") if counts.whole else (Status.PARTIAL, _NOT_WHOLE)

    kept = values if counts.whole else {}
    return Page(
        cursor=cursor,
        topics=(topic,),
        observations=tuple(
            Observation(topic, "x", "posts", hour, count, method=method) for hour, count in kept.items()
        ),
        coverage=tuple(_runs((hour, told(hour)) for hour in span.hours())),
        read=len(counts.values) + sum(counts.quarantined.values()),
        quarantined=counts.quarantined,
    )


def closed(topic: str, span: Span, error: SourceError, *, cursor: str = "") -> Page:
    """The page of a topic that brought no answer."""
    status = Status.BLOCKED if error.permanent else Status.MISSING
    coverage = (Coverage(span.start, span.end, status, str(error)),) if span.start < span.end else ()
    return Page(cursor=cursor, topics=(topic,), coverage=coverage)


def silent(probe: Counts) -> frozenset[datetime]:
    """The hours in which X counted nothing of the probe although it is busy; raises NeverBusy if it never was."""
    total = sum(probe.values.values())
    if total == 0:
        raise NeverBusy(f"{BLIND}: X's zeros are not believed; if it goes on, choose a busier probe")
    if least_silence_hours(total / len(probe.values)) > 1:
        return frozenset()
    return frozenset(hour for hour, count in probe.values.items() if count == 0)


def _runs(hours: Iterator[tuple[datetime, tuple[Status, str]]]) -> Iterator[Coverage]:
    """Neighbouring hours of which the same is said, together."""
    run: Coverage | None = None
    for hour, (status, reason) in hours:
        if run and (run.status, run.reason) == (status, reason):
            run = Coverage(run.start, hour + HOUR, status, reason)
            continue
        if run:
            yield run
        run = Coverage(hour, hour + HOUR, status, reason)
    if run:
        yield run

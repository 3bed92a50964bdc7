"""Filling in the past, where a platform can tell it: planned and priced first, then recorded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from .collect import check_wait, note_wait
from .counting import Options
from .errors import ConfigError, SourceError
from .record import Counted, Counter, Stream, record_page
from .sources import Backfills, Past, Source
from .store import Store

_STREAM = "backfill"  # a stream of its own: the cursor of the rounds stays where it is


@dataclass(frozen=True, slots=True)
class Plan:
    """What a backfill will do: each source with what its past takes, and those that cannot, with the reason."""

    pasts: Sequence[tuple[Source, Past]]
    cannot: Sequence[tuple[str, str]]

    @property
    def dollars(self) -> float:
        """What all of it costs."""
        return sum(past.dollars for _, past in self.pasts)


def plan(sources: Sequence[Source], start: datetime, end: datetime, *, now: datetime) -> Plan:
    """What it takes to fill in `start` to `end`; nothing is asked yet. Raises ConfigError for a span that is none."""
    if not start < end <= now:
        raise ConfigError("a backfill goes from an earlier time to a later one, and not into the future")
    pasts: list[tuple[Source, Past]] = []
    cannot: list[tuple[str, str]] = []
    for source in sources:
        if not isinstance(source, Backfills):
            cannot.append((source.name, "has no past to ask for"))
            continue
        try:
            past = source.past(start, end, now=now)
        except SourceError as error:
            cannot.append((source.name, str(error)))
            continue
        if past.requests:
            pasts.append((source, past))
        else:
            cannot.append((source.name, "has nothing whole to tell of that time"))
    return Plan(pasts, cannot)


def fill_in(
    store: Store,
    source: Source,
    past: Past,
    *,
    options: Options,
    now: datetime,
    watch: Callable[[Counted], None] = lambda total: None,
) -> Counted:
    """Record the past of one source page by page; raises SourceError where the platform or the budget ends it."""
    stream = Stream.of(source, now=now, name=_STREAM)
    counter = Counter.of(source.topics, options)
    total = Counted()
    check_wait(store, source, now=now)
    try:
        for page in past.pages:
            total += record_page(store, page, stream=stream, counter=counter, now=now)
            watch(total)
    except SourceError as error:
        if error.retry_at is not None:
            note_wait(store, source, error, now=now)
        raise
    return total

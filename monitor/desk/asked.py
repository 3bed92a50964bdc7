"""The sources as they stand: what each is asked for, how it answers, what it cost and what it did not give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from .. import budget, sources
from ..config import Config
from ..model import DAY, HOUR, Coverage, Status, Topic, day_of, hour_of
from ..shown.settings import AskedSource, Budget, Gaps
from ..sources import Source
from ..store import Store

_DAYS = 30
_UNSEEN = Status.MISSING, "nobody looked"


def asked(store: Store, chosen: Config, *, at: datetime) -> tuple[AskedSource, ...]:
    """Every source that is asked, or ever gave something about the topics, by name."""
    built = {one.name: one for one in sources.build(chosen.sources, chosen.topics)}
    known = {name for topic in chosen.topics for name in store.sources(topic.key)}
    switched_on = set() if built or known else set(chosen.sources)
    return tuple(_one(store, chosen, name, built.get(name), at) for name in sorted(known | set(built) | switched_on))


def _one(store: Store, chosen: Config, name: str, source: Source | None, at: datetime) -> AskedSource:
    aliases = {topic.key: topic.alias for topic in chosen.topics}
    covered = [spans for topic in chosen.topics if (spans := _covered(store, topic, name, at))]
    whole = [span.end for spans in covered for span in spans if span.status is Status.COMPLETE]
    return AskedSource(
        name,
        tuple((aliases[topic.key], topic.terms) for topic in source.topics if topic.key in aliases) if source else (),
        source.every_minutes if source else None,
        store.pulse(name),
        max(whole, default=None),
        _gaps(covered, lag=timedelta(hours=source.lag_hours) if source else None, at=at),
        _budget(store, source, at) if source else None,
    )


def _covered(store: Store, topic: Topic, name: str, at: datetime) -> tuple[Coverage, ...]:
    """What was observed of a topic in the last days: hour by hour, or day by day where a source counts so."""
    since = hour_of(at) - _DAYS * DAY
    return store.coverage(topic.key, name, since=since) or store.coverage(
        topic.key, name, since=day_of(since), bucket_hours=24
    )


def _budget(store: Store, source: Source, at: datetime) -> Budget | None:
    if source.price is None:
        return None
    spent = store.spent(sources.platform_of(source.name), since=budget.month_of(at))
    return Budget(spent, source.price.dollars_a_month, budget.next_month(at))


def _gaps(covered: Sequence[Sequence[Coverage]], *, lag: timedelta | None, at: datetime) -> Gaps | None:
    """What of the covered time was not whole; a source that is still asked should have given all up to its lag."""
    if not covered:
        return None
    missing: list[Coverage] = []
    hours = 0
    for spans in covered:
        start, end = spans[0].start, spans[-1].end
        if lag is not None:
            due = day_of(at - lag) if spans[0].bucket_hours == 24 else hour_of(at - lag)
            end = max(due, start)
        missing += _not_whole(spans, start, end)
        hours += (end - start) // HOUR
    lost = sum((one.end - one.start) // HOUR for one in missing)
    longest = max(missing, key=lambda one: one.end - one.start, default=None)
    return Gaps(lost / hours if hours else 0.0, hours, min(spans[0].start for spans in covered), longest)


def _not_whole(spans: Sequence[Coverage], start: datetime, end: datetime) -> Iterator[Coverage]:
    """The stretches between two moments that were not observed whole, those that touch each other as one."""
    known = start
    whole = [span for span in spans if span.status is Status.COMPLETE and span.start < end]
    for edge, after in [*((span.start, span.end) for span in whole), (end, end)]:
        if edge > known:
            why = next(((one.status, one.reason) for one in spans if one.start <= known < one.end), _UNSEEN)
            yield Coverage(known, edge, *why)
        known = max(known, after)

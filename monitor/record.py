"""A page becomes numbers: counted in memory, and stored in one transaction with its coverage and cursor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby

from . import budget
from .blindness import blind_hours, outside
from .counting import Hit, Hits, Matcher, Options, People, hits, tally
from .counting import Tally as PageTally
from .model import CONTROL, DAY, HOUR, Coverage, Observation, Page, Price, Status, Topic, day_of, hour_of
from .sources import Source
from .store import OPEN_DAYS, TOO_LATE, Recording, Store
from .web import running

_VOLUME_DAYS = 7 * DAY


@dataclass(frozen=True, slots=True)
class Counted:
    """What became of the rows read: every row is in exactly one of the numbers; `observed` are buckets besides."""

    read: int = 0
    counted: int = 0
    duplicates: int = 0
    unmatched: int = 0
    opted_out: int = 0
    late: int = 0
    quarantined: int = 0
    observed: int = 0
    reasons: Mapping[str, int] = field(default_factory=dict)

    def __add__(self, other: Counted) -> Counted:
        """The sum of two rounds."""
        names = ("read", "counted", "duplicates", "unmatched", "opted_out", "late", "quarantined", "observed")
        keys = {*self.reasons, *other.reasons}
        reasons = {key: self.reasons.get(key, 0) + other.reasons.get(key, 0) for key in sorted(keys)}
        return Counted(**{name: getattr(self, name) + getattr(other, name) for name in names}, reasons=reasons)


@dataclass(frozen=True, slots=True)
class Counter:
    """What a page is counted by: the topics' terms and the counting options, built once."""

    topics: tuple[Topic, ...]
    matcher: Matcher
    options: Options

    @classmethod
    def of(cls, topics: Sequence[Topic], options: Options) -> Counter:
        """A counter for these topics."""
        return cls(tuple(topics), Matcher(topics), options)


Asking = Callable[[Sequence[str]], frozenset[str]]  # which of these authors do not want to be counted


@dataclass(frozen=True, slots=True)
class Stream:
    """Where a page comes from: `name` is the stream inside the source (a file, or "" for the only one)."""

    source: str
    method: str = "1"
    lag_hours: int = 0
    name: str = ""
    price: Price | None = None
    asking: Asking | None = None
    probe: str = ""  # of the control series: with another probe it is another series

    @classmethod
    def of(cls, source: Source, *, now: datetime, name: str = "") -> Stream:
        """The stream of a source; where the source can, it is asked who opted out."""
        look_up, clock = getattr(source, "opted_out", None), running(now)
        asking = (lambda authors: frozenset(look_up(authors, now=clock()))) if look_up else None
        probe = getattr(source, "probe", None) or ""
        return cls(source.name, source.method, source.lag_hours, name, source.price, asking, probe)


def record_page(store: Store, page: Page, *, stream: Stream, counter: Counter, now: datetime) -> Counted:
    """Count a page and store its increments, marks, coverage and cursor in one transaction.

    Raises SourceError, and stores nothing, where the page's dollars would go over the month's budget, or nobody
    can say who does not want to be counted: the cursor stays, and the page comes again.
    """
    topics = [topic.key for topic in counter.topics]
    found = hits(page.posts, counter.matcher, source=stream.source, key=store.post_key(now=now))
    found = _allowed(found, stream.asking)
    with store.recording(now=now) as recording:
        _pay(recording, page.dollars, stream, now=now)
        closing = _closing(recording, found.hits, stream=stream, now=now)
        fresh = recording.unseen({hit.mark: closes for hit, closes in closing if closes > now})
        kept = [hit for hit in found.hits if hit.mark in fresh]
        days = recording.day_keys(stream.source, {day_of(hit.post.at) for hit in kept})
        _store(recording, tally(kept, source=stream.source, day_keys=days, options=counter.options), stream)
        recording.replace([_row(one, stream) for one in page.observations])
        recording.cover(stream.source, topics, _too_late(closing, now=now))
        _cover(recording, page, stream, topics if page.topics is None else page.topics)
        recording.save_cursor(stream.source, stream.name, page.cursor)
    counted = {hit.post.id for hit in kept}
    late = {hit.post.id for hit, closes in closing if closes <= now} - counted
    known = {hit.post.id for hit in found.hits} - counted - late
    return Counted(
        read=page.read or len(page.posts),
        counted=len(counted),
        duplicates=page.skipped + found.duplicates + len(known),
        unmatched=found.unmatched,
        opted_out=found.opted_out,
        late=len(late),
        quarantined=sum(page.quarantined.values()),
        observed=len(page.observations),
        reasons=dict(page.quarantined),
    )


def _allowed(found: Hits, asking: Asking | None) -> Hits:
    """The hits whose authors do not mind; the network is asked before the store is locked."""
    authors = sorted({hit.post.author for hit in found.hits if hit.post.author})
    if asking is None or not authors:
        return found
    minding = asking(authors)
    kept = tuple(hit for hit in found.hits if hit.post.author not in minding)
    dropped = {hit.post.id for hit in found.hits} - {hit.post.id for hit in kept}
    return Hits(kept, found.unmatched, found.opted_out + len(dropped), found.duplicates)


def _pay(recording: Recording, dollars: float, stream: Stream, *, now: datetime) -> None:
    """Write the page's dollars down, or raise SourceError where the month's budget does not hold them."""
    if not dollars:
        return
    if stream.price is not None:
        spent = recording.spent(stream.source, since=budget.month_of(now))
        budget.check(dollars, stream.price, spent=spent, now=now)
    recording.spend(stream.source, dollars)


def _closing(
    recording: Recording, found: Iterable[Hit], *, stream: Stream, now: datetime
) -> Sequence[tuple[Hit, datetime]]:
    """Each hit with the time its hour closes: what comes later can no longer be told from a duplicate."""
    wanted = [(hit, (hit.topic, hour_of(hit.post.at))) for hit in found]
    keys = {key for _, key in wanted}
    opened = recording.opened(stream.source, {topic for topic, _ in keys}, {hour for _, hour in keys})
    stays_open = timedelta(hours=stream.lag_hours) + OPEN_DAYS * DAY
    closes = {key: opened.get(key, now) + stays_open for key in keys}
    return [(hit, closes[key]) for hit, key in wanted]


def _too_late(closing: Iterable[tuple[Hit, datetime]], *, now: datetime) -> Sequence[Coverage]:
    """The hours of the posts that came too late: where they were not complete, they cannot become so."""
    hours = sorted({hour_of(hit.post.at) for hit, closes in closing if closes <= now})
    return [Coverage(hour, hour + HOUR, Status.PARTIAL, TOO_LATE) for hour in hours]


def _cover(recording: Recording, page: Page, stream: Stream, topics: Iterable[str]) -> None:
    """Write the page's coverage; hours in which the whole source was silent are blind, not quiet."""
    followed = [topic for topic in topics if topic != CONTROL]
    if page.volume is not None or CONTROL in topics:
        hours = [(hour, posts) for hour, posts in sorted((page.volume or {}).items()) if posts]
        seen = [Observation(CONTROL, stream.source, "posts", *one, method=stream.method) for one in hours]
        recording.add([_row(one, stream) for one in seen])
        recording.cover(stream.source, [CONTROL], page.coverage)
    hourly = [span for span in page.coverage if span.bucket_hours == 1 and span.status is Status.COMPLETE]
    blind: frozenset[datetime] = frozenset()
    if followed and hourly:
        since = min(span.start for span in hourly) - _VOLUME_DAYS
        volume = recording.volume(stream.source, since)
        blind = blind_hours(volume, hourly) - recording.hours_with_posts(stream.source, since)
    recording.cover(stream.source, followed, outside(page.coverage, blind))


def _row(one: Observation, stream: Stream) -> Mapping[str, object]:
    method = f"{one.method} #{stream.probe}" if one.topic == CONTROL and stream.probe else one.method
    key = {"topic": one.topic, "source": stream.source, "measure": one.measure, "method": method}
    return key | {"bucket_hours": one.bucket_hours, "bucket": one.bucket, "value": one.value}


def _store(recording: Recording, page: PageTally, stream: Stream) -> None:
    def row(topic: str, measure: str, bucket: datetime, value: float, *, bucket_hours: int = 1) -> Mapping[str, object]:
        return _row(Observation(topic, stream.source, measure, bucket, value, bucket_hours, stream.method), stream)

    recording.add([row(*key, value) for key, value in sorted(page.values.items())])
    seen = recording.seen_authors({mark: times for mark, (_, times) in page.people.items()})
    new, highest = list[Mapping[str, object]](), list[Mapping[str, object]]()
    of_days: dict[tuple[str, datetime], Mapping[bytes, int]] = {}
    for what, marks in _by_bucket(page.people):
        fresh, totals = sum(seen[mark][0] for mark in marks), {mark: seen[mark][1] for mark in marks}
        if fresh:
            new.append(row(what.topic, "people", what.bucket, fresh, bucket_hours=what.bucket_hours))
        highest.append(row(what.topic, "busiest", what.bucket, max(totals.values()), bucket_hours=what.bucket_hours))
        if what.bucket_hours == 24:
            of_days[what.topic, what.bucket] = totals
    few = recording.keep_loudest(stream.source, of_days)
    highest += [row(topic, "busiest_few", day, posts, bucket_hours=24) for (topic, day), posts in sorted(few.items())]
    recording.add(new)
    recording.raise_to(highest)
    cells = {
        mark: ((cell.topic, cell.day, cell.dimension, cell.name), posts) for mark, (cell, posts) in page.cells.items()
    }
    recording.add_cells(stream.source, cells, page.cell_people)


def _by_bucket(people: Mapping[bytes, tuple[People, int]]) -> Sequence[tuple[People, Sequence[bytes]]]:
    """The marks of each bucket, in order of time: a bucket's lie side by side, so that few are compared."""
    marks: dict[People, list[bytes]] = {}
    for what, group in groupby(people, key=lambda mark: people[mark][0]):
        marks.setdefault(what, []).extend(group)
    return sorted(marks.items(), key=lambda item: (item[0].topic, item[0].bucket, item[0].bucket_hours))

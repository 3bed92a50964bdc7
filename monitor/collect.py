"""One collection round: pages of posts are counted in memory and only numbers are stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from .counting import Hit, Matcher, Options, hits, tally
from .counting import Tally as PageTally
from .errors import SourceError
from .model import DAY, HOUR, Coverage, Page, Status, Topic
from .sources import PostSource
from .store import OPEN_DAYS, TOO_LATE, Recording, Store


@dataclass(frozen=True, slots=True)
class Counted:
    """What became of the rows read: every row is in exactly one of the numbers."""

    read: int = 0
    counted: int = 0
    duplicates: int = 0
    unmatched: int = 0
    opted_out: int = 0
    late: int = 0
    quarantined: int = 0
    reasons: Mapping[str, int] = field(default_factory=dict)

    def __add__(self, other: Counted) -> Counted:
        """The sum of two rounds."""
        names = ("read", "counted", "duplicates", "unmatched", "opted_out", "late", "quarantined")
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


@dataclass(frozen=True, slots=True)
class Stream:
    """Where a page comes from: `name` is the stream inside the source (a file, or "" for the only one)."""

    source: str
    method: str = "1"
    lag_hours: int = 0
    name: str = ""


def record_page(store: Store, page: Page, *, stream: Stream, counter: Counter, now: datetime) -> Counted:
    """Count a page and store its increments, marks, coverage and cursor in one transaction."""
    topics = [topic.key for topic in counter.topics]
    with store.recording(now=now) as recording:
        found = hits(page.posts, counter.matcher, source=stream.source, key=recording.post_key())
        closing = _closing(recording, found.hits, stream=stream, now=now)
        fresh = recording.unseen({hit.mark: closes for hit, closes in closing if closes > now})
        kept = [hit for hit in found.hits if hit.mark in fresh]
        days = recording.day_keys(stream.source, {day_of(hit.post.at) for hit in kept})
        _store(recording, tally(kept, source=stream.source, day_keys=days, options=counter.options), stream)
        recording.cover(stream.source, topics, _too_late(closing, now=now))
        recording.cover(stream.source, topics, page.coverage)
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
        reasons=dict(page.quarantined),
    )


def collect(store: Store, source: PostSource, *, counter: Counter, now: datetime) -> Counted:
    """One round of one source: everything new up to `now`; a failure is written as missing hours, then raised."""
    stream = Stream(source.name, source.method, source.lag_hours)
    total = Counted()
    cursor = store.cursor(source.name, stream.name)
    try:
        for page in source.pages(cursor=cursor, now=now):
            total += record_page(store, page, stream=stream, counter=counter, now=now)
    except SourceError as error:
        status = Status.BLOCKED if error.permanent else Status.MISSING
        _record_failure(store, stream, counter, gap=(status, str(error)), now=now)
        raise
    except Exception:
        _record_failure(store, stream, counter, gap=(Status.MISSING, "a bug stopped the source"), now=now)
        raise
    return total


def hour_of(moment: datetime) -> datetime:
    """The start of the UTC hour that holds a moment in UTC."""
    return moment.replace(minute=0, second=0, microsecond=0)


def day_of(moment: datetime) -> datetime:
    """The start of the UTC day that holds a moment in UTC."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


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


def _store(recording: Recording, page: PageTally, stream: Stream) -> None:
    def row(topic: str, measure: str, bucket: datetime, value: float, *, bucket_hours: int = 1) -> Mapping[str, object]:
        key = {"topic": topic, "source": stream.source, "measure": measure, "method": stream.method}
        return key | {"bucket_hours": bucket_hours, "bucket": bucket, "value": value}

    recording.add([row(*key, value) for key, value in sorted(page.values.items())])
    new: dict[tuple[str, datetime, int], int] = {}
    busiest: dict[tuple[str, datetime, int], int] = {}
    seen = recording.seen_authors({mark: times for mark, (_, times) in page.people.items()})
    for mark, (what, _) in page.people.items():
        fresh, posts = seen[mark]
        key = (what.topic, what.bucket, what.bucket_hours)
        new[key] = new.get(key, 0) + fresh
        busiest[key] = max(busiest.get(key, 0), posts)
    recording.add([row(t, "people", b, n, bucket_hours=h) for (t, b, h), n in sorted(new.items()) if n])
    recording.raise_to([row(t, "busiest", b, n, bucket_hours=h) for (t, b, h), n in sorted(busiest.items())])
    cells = {
        mark: ((cell.topic, cell.day, cell.dimension, cell.name), posts) for mark, (cell, posts) in page.cells.items()
    }
    recording.add_cells(stream.source, cells, page.cell_people)


def _record_failure(store: Store, stream: Stream, counter: Counter, *, gap: tuple[Status, str], now: datetime) -> None:
    """The hour before `now` was not observed, and the store says why: unknown is not zero."""
    start = hour_of(now) - HOUR
    with store.recording(now=now) as recording:
        spans = [Coverage(start, start + HOUR, *gap)]
        recording.cover(stream.source, [topic.key for topic in counter.topics], spans)

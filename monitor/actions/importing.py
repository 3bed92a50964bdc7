"""Importing archives of posts."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from ..errors import SourceError
from ..model import Page, Status, Topic, day_of
from ..record import Counted, Counter, Stream, record_page
from ..sources.archive import Archive
from ..store import Store
from ..store.forgetting import IMPORTED


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought: the rows by what became of them, and what is known now.

    `complete` are the spans now complete, `partial` the reasons why others are not, `failed` the files that
    could not be read at all, each with its error.
    """

    files: int
    total: Counted
    complete: tuple[tuple[datetime, datetime], ...] = ()
    partial: tuple[str, ...] = ()
    failed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """How archives are imported: under which source, what they cover, and who is told of progress (in bytes)."""

    source: str = "archive"
    covers: tuple[datetime, datetime] | None = None
    progress: Callable[[Path, int], None] = field(default=lambda path, done: None)


def import_archives(
    store: Store, paths: Sequence[Path], *, counter: Counter, plan: ImportPlan, now: datetime
) -> Imported:
    """Import files of posts; an import that was killed is taken up where it stopped, a repeated one counts 0.

    A file that cannot be read is told in the result and does not stop the others. With the last one the days that
    were over long before are closed: breakdowns are shown from then on, and nothing is added to them or to people.
    """
    store.purge(now=now)
    before = _unlinkable(store, plan.source, counter.topics)
    total = Counted()
    last_pages: list[Page] = []
    failed: list[tuple[str, str]] = []
    for path in paths:
        try:
            for counted, page in _import_file(store, path, counter=counter, plan=plan, now=now):
                total, newest = total + counted, page
            last_pages.append(newest)
        except SourceError as error:
            failed.append((path.name, str(error)))
    grown = _unlinkable(store, plan.source, counter.topics) - before
    closed = _close(store, plan.source, {day_of(hour) for _, hour, _ in grown}, now=now)
    spans = [span for page in last_pages for span in page.coverage]
    complete = sorted((span.start, span.end) for span in spans if span.status is Status.COMPLETE)
    reasons = sorted({span.reason for span in spans if span.status is Status.PARTIAL})
    if closed:
        reasons.append(_told_closed(closed))
    return Imported(len(paths), total, tuple(complete), tuple(reasons), tuple(failed))


def _unlinkable(store: Store, source: str, topics: Sequence[Topic]) -> set[tuple[str, datetime, float]]:
    """The hours of a source with posts behind which no person could be counted, and how many."""
    found = (one for topic in topics for one in store.observations(topic.key, source, measures=["unlinkable"]))
    return {(one.topic, one.bucket, one.value) for one in found}


def _close(store: Store, source: str, unlinked: Set[datetime], *, now: datetime) -> int:
    """End the import: the days that were over long before are closed; how many of the `unlinked` were so already."""
    with store.recording(now=now) as recording:
        already = len(unlinked) - len(recording.day_keys(source, unlinked))
        recording.save_cursor(source, IMPORTED, "")
    store.purge(now=now)
    return already


def _told_closed(days: int) -> str:
    called = "1 day" if days == 1 else f"{days} days"
    return (
        f"{called} had been closed before: their posts were added, their people and breakdowns stay as they are; "
        "give all files of a day in one command"
    )


def _import_file(
    store: Store, path: Path, *, counter: Counter, plan: ImportPlan, now: datetime
) -> Iterator[tuple[Counted, Page]]:
    """Record the file's pages one by one; there is always at least one."""
    archive = Archive(path, covers=plan.covers, name=plan.source)
    with store.recording(now=now) as recording:
        key = _file_key(recording.post_key(), counter.topics)
    stream = Stream(archive.name, archive.method, archive.lag_hours, f"file:{archive.digest(key)}")
    cursor = store.cursor(stream.source, stream.name)
    for page in archive.pages(cursor=cursor, now=now, progress=partial(plan.progress, path)):
        yield record_page(store, page, stream=stream, counter=counter, now=now), page


def _file_key(post_key: bytes, topics: Sequence[Topic]) -> bytes:
    """A key for file digests that changes with the terms: for new terms a file is read again."""
    terms = repr([(topic.key, topic.terms) for topic in topics]).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(terms, key=post_key, digest_size=32).digest()

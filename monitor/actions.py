"""What staff do, called by the command line and the dashboard alike."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from .collect import Counted, Counter, Stream, record_page
from .model import Coverage, Status, Topic
from .sources.archive import Archive
from .store import Store


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought: the rows by what became of them, and the span now covered."""

    files: int
    total: Counted
    covered: tuple[datetime, datetime] | None = None


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """How archives are imported: under which source, what they cover, and who is told of progress (in bytes)."""

    source: str = "archive"
    covers: tuple[datetime, datetime] | None = None
    progress: Callable[[Path, int], None] = field(default=lambda path, done: None)


def import_archives(
    store: Store, paths: Sequence[Path], *, counter: Counter, plan: ImportPlan, now: datetime
) -> Imported:
    """Import files of posts; an import that was killed is taken up where it stopped, a repeated one counts 0."""
    store.purge(now=now)
    total = Counted()
    covered: list[Coverage] = []
    for path in paths:
        archive = Archive(path, covers=plan.covers, name=plan.source)
        with store.recording(now=now) as recording:
            key = _file_key(recording.post_key(), counter.topics)
        stream = Stream(archive.name, archive.method, archive.lag_hours, f"file:{archive.digest(key)}")
        cursor = store.cursor(stream.source, stream.name)
        told = _telling(plan, path)
        for page in archive.pages(cursor=cursor, now=now, progress=told):
            total += record_page(store, page, stream=stream, counter=counter, now=now)
            covered += [span for span in page.coverage if span.status is Status.COMPLETE]
    span = (min(one.start for one in covered), max(one.end for one in covered)) if covered else None
    return Imported(len(paths), total, span)


def _telling(plan: ImportPlan, path: Path) -> Callable[[int], None]:
    return lambda done: plan.progress(path, done)


def _file_key(post_key: bytes, topics: Sequence[Topic]) -> bytes:
    """A key for file digests that changes with the terms: for new terms a file is read again."""
    terms = repr([(topic.key, topic.terms) for topic in topics]).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(terms, key=post_key, digest_size=32).digest()

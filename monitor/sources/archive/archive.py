"""Files of posts: CSV and TSV, JSON lines and arrays, twarc and 4CAT exports, X v1.1 and v2, Mastodon, Bluesky.

What a file is, is told by its contents, also inside .gz, .bz2, .zst and .zip. It is read as a stream: memory
does not grow with its size. Rows that cannot be read are counted by reason, and their text is dropped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ...errors import SourceError
from ...model import DAY, Page
from .pages import Draft, Mark, Span
from .reading import Reading
from .rows import NoPosts, Unreadable

METHOD = "1"
EARLIEST = datetime(2006, 1, 1, tzinfo=UTC)  # none of these platforms is older; earlier is a clock that was not set


class Settings(BaseModel):
    """Nothing to set: files are handed over by `monitor import`."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Archive:
    """One file of posts as a source; `covers` (from, to) is what it holds all posts of, if the user knows.

    Without `covers` the file is taken to be complete from the hour of its first post to the hour of its last,
    as archives are exact about what they hold, although it may begin or end within these two hours.
    """

    method = METHOD
    lag_hours = 0

    def __init__(self, path: Path, *, covers: tuple[datetime, datetime] | None = None, name: str = "archive") -> None:
        self.name = name
        self._path = path
        self._covers = covers and Span.whole_hours(*covers)

    @property
    def size(self) -> int:
        """Bytes on disk; raises SourceError when the file is not there."""
        try:
            return self._path.stat().st_size
        except OSError as error:
            raise self._unopened(error) from None

    def digest(self, key: bytes) -> str:
        """The keyed BLAKE2b of the file's bytes in hex, by which the same file is known again."""
        hashed = blake2b(key=key, digest_size=32)
        try:
            with self._path.open("rb") as file:
                while block := file.read(1 << 20):
                    hashed.update(block)
        except OSError as error:
            raise self._unopened(error) from None
        return hashed.hexdigest()

    def pages(
        self,
        *,
        cursor: str | None,
        now: datetime,
        page_size: int = 2000,
        progress: Callable[[int], None] | None = None,
    ) -> Iterator[Page]:
        """Yield the posts after `cursor` in pages, and at least one page: the last one says what is complete.

        `progress` hears how many bytes of the file on disk are used up. Raises SourceError, permanent, when the
        file cannot be opened or posts cannot be found in it.
        """
        try:
            with self._path.open("rb", buffering=0) as file:
                reading = Reading(file, progress or _untold)
                yield from self._pages(reading, Mark.read(cursor), now=now, page_size=page_size)
        except OSError as error:
            raise self._unopened(error) from None
        except NoPosts as trouble:
            raise SourceError(f"{self._path.name} {trouble}", permanent=True) from None

    def _pages(self, reading: Reading, mark: Mark, *, now: datetime, page_size: int) -> Iterator[Page]:
        draft, done, latest = Draft(mark, self._covers), mark.row, now + DAY
        for number, row in enumerate(reading, 1):
            if number <= done:
                draft.skipped += 1
                continue
            try:
                post = row()
                draft.add(post) if EARLIEST <= post.at <= latest else draft.refuse("time out of range")
            except Unreadable as unreadable:
                draft.refuse(unreadable.reason)
            except RecursionError:
                draft.refuse("nested too deeply")
            if draft.new == page_size:
                yield draft.page()
                draft = Draft(draft.mark(), self._covers)
        yield draft.last_page(incomplete=reading.incomplete, now=now)

    def _unopened(self, error: OSError) -> SourceError:
        return SourceError(f"{self._path.name} cannot be read: {error.strerror}", permanent=True)


def _untold(done: int) -> None:
    """Nobody asked for progress."""

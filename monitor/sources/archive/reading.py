"""A file as rows, whatever it is packed in and written as."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import IO

from .columns import Columns
from .files import members
from .lines import primed
from .objects import rows as json_rows
from .rows import Broken, NoPosts, Row, refused
from .table import table_rows
from .values import by_lines, by_nesting, one_a_line


class Reading:
    """The rows of an open file in order; `incomplete` is set where a part of it could not be read.

    Raises NoPosts when nothing inside is a table of posts or JSON; beside others (in a zip), such a
    member counts as one row that cannot be read.
    """

    def __init__(self, file: IO[bytes], told: Callable[[int], None]) -> None:
        self._file, self._told = file, told
        self.incomplete = False

    def __iter__(self) -> Iterator[Row]:
        strange: list[NoPosts] = []
        readable = 0
        for blocks in members(self._file, self._told):
            try:
                yield from _member_rows(blocks)
                readable += 1
            except NoPosts as trouble:
                strange.append(trouble)
            except Broken as broken:
                readable += 1
                if not self.incomplete:
                    yield refused(broken.reason)
                self.incomplete = True
        if strange and not readable:
            raise strange[0]
        for _ in strange:
            yield refused("file without posts")
        self._told(self._file.seek(0, 2))


def _member_rows(blocks: Iterator[bytes]) -> Iterator[Row]:
    held = primed(blocks)
    first = next(held, b"")
    start = first.lstrip()[:1]
    whole = _again(first, held)
    if start not in (b"{", b"["):
        yield from table_rows(whole)
        return
    known: dict[tuple[str, ...], Columns] = {}
    for value in by_lines(whole) if one_a_line(first) else by_nesting(whole):
        yield from json_rows(value, known)


def _again(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest

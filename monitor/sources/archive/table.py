"""CSV and TSV files as rows: the header decides the separator, and one broken row cannot swallow the next."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NoReturn

from .columns import Columns
from .lines import lines
from .names import known_columns, wanted_columns
from .rows import TRUNCATED, Broken, NoPosts, Row, Unreadable, refused
from .times import moment

LONGEST = 1 << 20
_LONGEST_RECORD = 1 << 18
_LONG_NAME = 60


def table_rows(blocks: Iterator[bytes]) -> Iterator[Row]:
    """Yield the rows of a table; raises NoPosts when its header has no time or no text."""
    feed = _Feed(lines(blocks, longest=LONGEST))
    header, separator = _header(feed)
    columns = Columns(header)
    if columns.missing:
        _say_what_is_missing(header, columns.missing)
    return _rows(feed, columns, separator=separator, width=len(header))


def _rows(feed: _Feed, columns: Columns, *, separator: str, width: int) -> Iterator[Row]:
    # strict: a quote that closes inside a word was opened by another row, and the rows between are not one text
    reader = csv.reader(feed, delimiter=separator, strict=True)
    post = columns.post
    while True:
        trouble = "broken row"
        try:
            cells = next(reader)
            if len(cells) != width:
                cells = _fitted(cells, width)
            feed.settle()
            if cells:
                yield partial(post, cells)
            continue
        except StopIteration:
            return
        except Broken:
            raise
        except csv.Error:
            pass
        except Unreadable as unreadable:
            trouble = unreadable.reason
        line = feed.rewind()
        alone = _cells(line, separator)
        yield partial(post, alone) if len(alone) == width else refused(trouble)


def _fitted(cells: list[str], width: int) -> list[str]:
    """Cells as many as the header has: empty ones at the end are dropped, an empty line has none."""
    if not cells or (len(cells) > width and not any(cells[width:])):
        return cells[:width]
    raise Unreadable("wrong number of columns")


class _Feed:
    """Lines for the csv reader, which remembers those of the row that is being read, to take them back."""

    def __init__(self, source: Iterator[str | None]) -> None:
        self._source = source
        self._back: list[str] = []
        self._taken: list[str] = []
        self._size = 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        line = self._back.pop() if self._back else next(self._source)
        if line is None:
            raise Unreadable("row too long")
        self._taken.append(line)
        self._size += len(line)
        if self._size > _LONGEST_RECORD:
            raise Unreadable("row too long")
        return line

    def settle(self) -> None:
        """The row is read: its lines are not needed any more."""
        self._taken.clear()
        self._size = 0

    def rewind(self) -> str:
        """Return the first line of the row, by itself, and give the others anew.

        Raises Broken when the file was cut off in that line. Only a line with an odd number of quotes leaves a
        quote open, and the next such line closes it: no line is given more than a few times.
        """
        first, *others = self._taken or [""]
        if first and not first.endswith("\n"):
            raise Broken(TRUNCATED)
        self._back.extend(reversed(others))
        self.settle()
        return first


def _header(feed: _Feed) -> tuple[list[str], str]:
    """The names of the columns and the separator with which most of them are known."""
    try:
        line = next(line for line in feed if line.strip())
    except StopIteration:
        raise NoPosts("is empty") from None
    except Broken:
        raise
    except Unreadable:
        raise NoPosts("begins with a line that is too long for a header; it holds no table and no JSON") from None
    feed.settle()
    found = [(_cells(line, separator), separator) for separator in ",;\t|"]
    return max(found, key=lambda one: known_columns(one[0]))


def _cells(line: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([line.strip("\r\n")], delimiter=separator), [])
    except csv.Error:
        return []


def _say_what_is_missing(header: Sequence[str], missing: Sequence[str]) -> NoReturn:
    """Names only what is surely a header: a first line that is a post must not end up in a message."""
    wanted = "; ".join(f"{role} ({wanted_columns(role)})" for role in missing)
    if not known_columns(header) or not all(map(_like_a_name, header)):
        raise NoPosts(f"has no first line that names its columns; it needs at least {wanted}")
    found = ", ".join(header[:30])
    raise NoPosts(f"has no column for {wanted}; found: {found}. Rename a column, or export the file again with it")


def _like_a_name(cell: str) -> bool:
    if len(cell) > _LONG_NAME or len(cell.split()) > 4 or any(sign in cell for sign in "@#:?!\n") or cell.isdigit():
        return False
    try:
        moment(cell)
    except Unreadable:
        return True
    return False

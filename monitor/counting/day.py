"""People and breakdown cells of a UTC day, under marks of that day's random key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from .marks import Marker, encoded


@dataclass(frozen=True, slots=True)
class People:
    """What a person's mark counts for: a topic in a bucket of one hour or of one UTC day."""

    topic: str
    bucket: datetime
    bucket_hours: int


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a breakdown: the posts of a topic on a UTC day that share a name in a dimension.

    Dimensions: kind, language, tone, cotag (another hashtag of the post), domain (a link's host).
    """

    topic: str
    day: datetime
    dimension: str
    name: str = field(repr=False)  # the name of a small cell belongs in no log


class Crowd:
    """The distinct people of one bucket and their posts, by mark."""

    __slots__ = ("_marker", "_people", "_posts")

    def __init__(self, people: People, source: str, key: bytes) -> None:
        self._people = people
        of = (source, people.topic, people.bucket, people.bucket_hours)
        self._marker = Marker(key, b"person", *of, bucket=people.bucket)
        self._posts: dict[bytes, int] = {}

    def add(self, author: bytes) -> None:
        """Count a post of an author."""
        mark = self._marker.mark(author)
        self._posts[mark] = self._posts.get(mark, 0) + 1

    def counted(self) -> Iterator[tuple[bytes, tuple[People, int]]]:
        """Yield each person's mark with what it counts for and that person's posts."""
        for mark, posts in self._posts.items():
            yield mark, (self._people, posts)


class Day:
    """A topic's people and cells of one UTC day; `members` maps marks of authors in cells to cell-marks."""

    __slots__ = ("_cells", "_key", "_member", "_posts", "_source", "_start", "_topic", "members", "people")

    def __init__(self, topic: str, start: datetime, source: str, key: bytes) -> None:
        self._topic, self._start, self._source, self._key = topic, start, source, key
        self._member = Marker(key, b"cell member", bucket=start)
        self._cells: dict[tuple[str, str], bytes] = {}
        self._posts: dict[tuple[str, str], int] = {}
        self.people = Crowd(People(topic, start, 24), source, key)
        self.members: dict[bytes, bytes] = {}

    def add(self, cell: tuple[str, str], author: bytes) -> None:
        """Count a post of an author in the cell of a (dimension, name)."""
        mark = self._cells.get(cell)
        if mark is None:
            mark = self._cells[cell] = self._mark(*cell)
        self._posts[cell] = self._posts.get(cell, 0) + 1
        self.members[self._member.mark(mark + author)] = mark  # a mark has one length: no ambiguity

    def counted(self) -> Iterator[tuple[bytes, tuple[Cell, int]]]:
        """Yield each cell's mark with the cell and its posts."""
        for (dimension, name), posts in self._posts.items():
            mark = self._cells[dimension, name]
            yield mark, (Cell(self._topic, self._start, dimension, name), posts)

    def _mark(self, dimension: str, name: str) -> bytes:
        marker = Marker(self._key, b"cell", self._source, self._topic, self._start, dimension)
        return marker.mark(encoded(name))

"""What the page Reports is handed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Literal

from ..model import Letter
from .frame import Frame

Shape = Literal["page", "wide"]
Kind = Literal["png", "pdf"]
SHAPES: tuple[Shape, ...] = ("page", "wide")
DAYS = (7, 30, 90)


@dataclass(frozen=True, slots=True)
class Picture:
    """Which finding is asked for as a picture: of a topic by its key, over so many days."""

    topic: str
    language: str
    days: int = 30
    shape: Shape = "page"
    kind: Kind = "png"


@dataclass(frozen=True, slots=True)
class Public:
    """Which page for the public is asked for: the topics by their keys, and one language or more."""

    topics: tuple[str, ...]
    languages: tuple[str, ...]
    days: int = 30
    pushes: bool = False


@dataclass(frozen=True, slots=True)
class Numbers:
    """Which numbers are asked for: of a topic by its key ("": of all), of the last so many days (0: all)."""

    topic: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class ReportsPage:
    """The page Reports; every file is made when its call is made, and tells times in `timezone`, the campaign's.

    `drawn` are the aliases of the topics with a line, `known` those of all of which anything is known, by key; `stems`
    are the beginnings of their files' names, that of "" for all of them. `digest` is the weekday (0 is Monday) and
    the time at which the letter goes out, None where nobody gets it.
    """

    frame: Frame
    drawn: Mapping[str, str]
    known: Mapping[str, str]
    stems: Mapping[str, str]
    timezone: str
    digest: tuple[int, time] | None
    letter: Callable[[str], Letter]
    picture: Callable[[Picture], bytes]
    words: Callable[[Picture], tuple[str, ...]]
    public: Callable[[Public], bytes]
    numbers: Callable[[Numbers], bytes]

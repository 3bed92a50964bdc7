"""What the page Pushes is handed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..model import Anchor, Effect, Fatigue, Lesson, Push, Request
from .frame import Frame


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Rhythm:
    """What a topic's own past on a source expects of each hour of the reader's week, an average hour being 1.

    Hour 0 is Monday 00:00. `weeks` is how many weeks of past stand behind each hour, `posts` how many posts behind all
    of them. It is `weak` where weeks are too few, or hours hardly differ. `best` is the hour at which the best stretch
    begins that a push may go out in, and its length (None where nothing is known), `ratio` how many times an average
    hour it holds.
    """

    source: str
    share: tuple[float, ...]
    weeks: tuple[int, ...]
    posts: int
    weak: bool
    best: tuple[int, int] | None
    ratio: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class PushesPage:
    """The page Pushes: every push and what past ones brought, by the number of the push.

    `timezone` is the campaign's, whose days its own dates are. `hours` is how long the window of a push is. `anchors`
    are those coming dates, None where their file cannot be read. `rhythm` tells when a topic's people are there on the
    clock of a zone, None where nothing is counted by the hour. `act` does what staff ask for, and gives back why it
    could not be done, or nothing. With `archives_only` nothing is followed, so that no proposal opens by itself.
    """

    frame: Frame
    pushes: tuple[Push, ...]
    effects: Mapping[int, tuple[Effect, ...]]
    act: Callable[[Request], str]
    timezone: str
    hours: float
    anchors: tuple[Anchor, ...] | None
    lessons: tuple[Lesson, ...]
    tired: Fatigue | None
    rhythm: Callable[[str, str], Rhythm | None]
    archives_only: bool = False

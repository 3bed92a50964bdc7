"""What the page Warnings is handed, and what staff may ask for on it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol, TypeVar

from ..model import Message, Sensitivity, Snooze, State, Told
from .frame import Frame

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Judging:
    """Staff say whether a warning was of use; `numbers` are the stored changes that it is said of."""

    numbers: tuple[int, ...]
    useful: bool
    by: str = ""


@dataclass(frozen=True, slots=True)
class Snoozing:
    """Staff want silence about a topic (None: all), for so many days or up to the end of the day `last`."""

    topic: str | None
    days: int | None
    last: date
    timezone: str
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class Waking:
    """Staff end a silence."""

    number: int


Wish = Judging | Snoozing | Waking


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a sensitivity would have done for a topic: how many warnings of a fade in the last `days`.

    Of `judged` of them it is known whether attention was still down two days later; of `held` it was.
    """

    topic: str
    sensitivity: Sensitivity
    days: int
    warned: int
    judged: int
    held: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What every sensitivity would have done up to `at`, topic by topic."""

    at: datetime
    rows: tuple[Foreseen, ...]


@dataclass(frozen=True, slots=True)
class Unfollowed:
    """A source that warns nobody: an archive, or one that nobody has asked since `asked_at`."""

    source: str
    archive: bool
    asked_at: datetime | None = None


class Kept(Protocol):
    """Builds something once for as long as the same is shown."""

    def __call__(self, key: Hashable, build: Callable[[], _T]) -> _T:
        """What was built under the key before, else what is built now."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class WarningsPage:
    """The page Warnings: every stored change, what went out of it, and what is silenced; deeds are done at `acting_at`.

    `messages` are the warnings made for each channel that is set up, `owed` the numbers of the changes that a channel
    has yet to hear, `settled` of those that no message needed to tell. `standing` is the state of each (topic, source),
    `measures` what is judged of it; `silent` are the sources that do not answer. `counted` is whether anything was ever
    looked for, `sensitivity` the one in force. `act` does what staff ask for and gives back why not, or nothing.
    `replay` works out the preview and tells its progress from 0 to 1; `previewed` is the last one. `kept` keeps what
    follows from all this alone.
    """

    frame: Frame
    acting_at: datetime
    told: tuple[Told, ...]
    messages: Mapping[str, Sequence[Message]]
    owed: Mapping[str, frozenset[int]]
    settled: Mapping[str, frozenset[int]]
    snoozes: tuple[Snooze, ...]
    standing: Mapping[tuple[str, str], State]
    silent: tuple[str, ...]
    measures: Mapping[tuple[str, str], str]
    unfollowed: tuple[Unfollowed, ...]
    counted: bool
    sensitivity: Sensitivity
    act: Callable[[Wish], str]
    replay: Callable[[Callable[[float], object]], Preview]
    kept: Kept
    previewed: Preview | None = None

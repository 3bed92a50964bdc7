"""What the page History is handed, what it asks, and what it is answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from ..model import Push, State
from .frame import Frame

Numbers = tuple[float | None, ...]  # None where nothing is known


@dataclass(frozen=True, slots=True)
class Asked:
    """A series and a range: the last `days`, or from the local day `first` to `last`, or all there is."""

    topic: str
    source: str
    timezone: str
    days: int | None = None
    first: date | None = None
    last: date | None = None


class Sort(StrEnum):
    """What is drawn beside each other."""

    TOPICS = "topics"
    SOURCES = "sources"
    MEASURES = "measures"


@dataclass(frozen=True, slots=True)
class Around:
    """A date and how many days before and after it are put beside each other."""

    topic: str
    source: str
    at: datetime
    days: int


class MarkKind(StrEnum):
    """What is marked on a line."""

    PUSH = "push"
    CHANGE = "change"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened `at`: push or note `number`, in staff's own `words`, or a change to `state`.

    `resumed` is a state that goes on as it was before a gap.
    """

    kind: MarkKind
    at: datetime
    number: int = 0
    words: str = ""
    by: str = ""
    state: State | None = None
    resumed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line in steps: `value` is a day's worth, None where a step was not observed whole enough to be compared.

    `counted` is what was seen of a step, in `known` of its `hours`. `low` and `high` are the usual range. `measure` is
    what is counted, `by_day` whether the source itself counts UTC days. `reach_hours` are the hours there were to know:
    less than those of the steps, where the first or the last one reaches out. Without steps nothing is in the range.
    """

    measure: str
    step_hours: int
    starts: tuple[datetime, ...] = ()
    value: Numbers = ()
    low: Numbers = ()
    high: Numbers = ()
    counted: Numbers = ()
    known: tuple[int, ...] = ()
    hours: tuple[int, ...] = ()
    marks: tuple[Mark, ...] = ()
    by_day: bool = False
    reach_hours: int | None = None


@dataclass(frozen=True, slots=True)
class PastWave:
    """A wave: when it began, its highest day (its level and its end), and when it was back at its usual, if `over`.

    `half_life` are hours with the ends of their 80% interval; None where it cannot be said. `missing_hours` of it are
    not known.
    """

    began: datetime
    peak_at: datetime
    ended: datetime
    over: bool
    peak: float
    usual: float
    posts: float
    missing_hours: int
    half_life: tuple[float, float, float | None] | None = None


@dataclass(frozen=True, slots=True)
class Waves:
    """The waves of a range, the newest first; `too_few` is where no day has posts enough for any."""

    found: tuple[PastWave, ...] = ()
    too_few: bool = False
    by_day: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """One of several lines, as shares of its own usual: of a topic, in a source, of a measure."""

    topic: str
    source: str
    measure: str
    share: Numbers


@dataclass(frozen=True, slots=True)
class Comparison:
    """Lines beside each other, each as a share of its own usual."""

    sort: Sort
    step_hours: int = 24
    starts: tuple[datetime, ...] = ()
    lines: tuple[Compared, ...] = ()


@dataclass(frozen=True, slots=True)
class Tone:
    """How the posts of some days sound, in posts; `hidden` may not be told, as too few people stand behind it."""

    hopeful: int = 0
    plain: int = 0
    grim: int = 0
    unscored: int = 0
    hidden: int = 0

    @property
    def scored(self) -> int:
        """The posts that have a tone."""
        return self.hopeful + self.plain + self.grim

    @property
    def posts(self) -> int:
        """All posts, scored or not.

        >>> Tone(hopeful=3, grim=1, unscored=5, hidden=1).posts
        10
        """
        return self.scored + self.unscored + self.hidden


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a date: posts a day and people a day, None where too little of it is known."""

    start: datetime
    end: datetime
    level: float | None
    known_hours: int
    people: float | None
    people_days: int
    tone: Tone


@dataclass(frozen=True, slots=True)
class Beside:
    """What was before a date and after it; `over` is whether the time after has passed."""

    before: Side
    after: Side
    over: bool
    measure: str = "posts"


@dataclass(frozen=True, slots=True)
class Names:
    """Posts by name, the largest first, and of all others together; the names are out of posts."""

    named: tuple[tuple[str, int], ...] = ()
    other: int = 0


@dataclass(frozen=True, slots=True)
class Languages:
    """Posts by language in periods of `days` UTC days: for each start the posts of each name, and of all others."""

    names: tuple[str, ...] = ()
    days: int = 1
    rows: tuple[tuple[datetime, tuple[int, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Within:
    """What the posts of a range are like, by UTC days from `first` to `last` (None: nothing was counted of that)."""

    first: datetime | None = None
    last: datetime | None = None
    tone: Tone = Tone()
    languages: Languages = Languages()
    cotags: Names = Names()
    domains: Names = Names()


@dataclass(frozen=True, slots=True)
class NewNote:
    """What staff write about a moment; of one topic, or (None) of all."""

    at: datetime
    text: str
    by: str
    topic: str | None


@dataclass(frozen=True, slots=True, eq=False)
class HistoryPage:
    """The page History: what can be asked of each topic, by its sources, and the pushes that were done.

    Each source has the name that may leave with the page's address: it holds no term.
    `followed` says that sources are asked on a schedule. `write` and `drop` do what staff ask for with notes, and give
    back why it could not be done, or nothing.
    """

    frame: Frame
    sources: Mapping[str, Mapping[str, str]]
    pushes: tuple[Push, ...]
    line: Callable[[Asked], Line]
    waves: Callable[[Asked], Waves]
    compare: Callable[[Asked, Sort], Comparison]
    around: Callable[[Around], Beside]
    within: Callable[[Asked], Within]
    write: Callable[[NewNote], str]
    drop: Callable[[int], str]
    followed: bool = False

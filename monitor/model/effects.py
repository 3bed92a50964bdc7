"""What a push brought over what was expected without it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    """What can be said of an effect."""

    MORE = "more"
    LESS = "less"
    NO_DIFFERENCE = "no difference"
    CANNOT_TELL = "cannot tell"
    TOO_EARLY = "too early"


class Why(StrEnum):
    """Why an effect cannot be told, or not yet."""

    NOT_OVER = "not over"
    GAPS = "gaps"
    LITTLE_BEFORE = "little before"
    TOO_FEW = "too few"
    ANOTHER_PUSH = "another push"
    RISING_BEFORE = "rising before"
    ANOTHER_RISE = "another rise"


@dataclass(frozen=True, slots=True)
class Extra:
    """One measure of one source in the `hours` after a push, beside what was expected of them without it.

    `low` and `high` are the ends of the 90% interval of `extra`. Where nothing can be said all numbers are None and
    `why` is one of `Why`; `verdict` is then `cannot tell` or `too early`.
    """

    source: str
    measure: str
    hours: int
    verdict: Verdict
    seen: float | None = None
    expected: float | None = None
    extra: float | None = None
    low: float | None = None
    high: float | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Effect:
    """What a push that went out `at` brought to a topic: extra posts, people, views at 3 h, 24 h and 7 days.

    `headline` is the extra of the leading source's posts that says most by now (24 hours if known). `control` is
    what happened meanwhile to a series that the push was not about, None where there is none. `days_bought` is how
    many days of what was expected the extra of 7 days (or of what is known) amounts to, with its 90% interval.
    """

    topic: str
    at: datetime
    extras: tuple[Extra, ...] = ()
    headline: Extra | None = None
    control: Extra | None = None
    days_bought: tuple[float, float, float] | None = None

    def called(self, name: Callable[[str], str]) -> Effect:
        """The same with its sources called otherwise."""
        headline, control = (one and replace(one, source=name(one.source)) for one in (self.headline, self.control))
        extras = tuple(replace(one, source=name(one.source)) for one in self.extras)
        return replace(self, extras=extras, headline=headline, control=control)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is known of one measured push: what it was like, and the log of seen over expected with its standard error.

    `part` is the part of the day it went out in, in the campaign's zone: 0 is midnight to six, 3 the evening.
    """

    hook: str
    part: int
    weekend: bool
    languages: tuple[str, ...]
    ratio: float
    error: float


@dataclass(frozen=True, slots=True)
class Lesson:
    """What pushes of one kind brought: how many times the expected, and the 90% interval of that.

    It is drawn towards the mean of all pushes. `kind` is "hook", "part of day", "weekday" or "language", `name` which
    of them. `rank` 1 brought most; it is None where fewer than three pushes stand behind it, or where nothing else of
    its kind can be ranked.
    """

    kind: str
    name: str
    pushes: int
    times: float
    low: float
    high: float
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class Fatigue:
    """Whether the effect of pushes shrinks: the change from one push to the next, in logs, with its 90% interval."""

    slope: float
    low: float
    high: float
    pushes: int

    @property
    def shrinks(self) -> bool:
        """Whether it does by more than chance."""
        return self.high < 0

"""What the dashboard is handed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .judgement import Assessment, Series, Track
from .posts import Coverage
from .sources import Pulse
from .terms import Topic


@dataclass(frozen=True, slots=True)
class Crowd:
    """Many people or few: one UTC day's posts, distinct people, and posts by the busiest account.

    `busiest_few` are the posts of the five busiest accounts together; 0 where they were not counted.
    """

    day: datetime
    posts: int
    people: int
    busiest: int
    busiest_few: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class SourceView:
    """One source of a topic as the dashboard shows it; `fresh_until` ends the newest complete hour.

    `left_out` are the posts of the last day that one account wrote beyond what counts in a judgement.
    """

    assessment: Assessment
    series: Series
    track: Track
    gaps: tuple[Coverage, ...]
    fresh_until: datetime | None
    crowd: Crowd | None
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Daily:
    """The newest whole day of a daily series, beside what is usual for it: the band of four days in five.

    `usual` and its band are None while fewer than seven days are known. `assessment` is where the series stands by
    the rules of the hours at the pace of days; None where it is only shown, and before its first two weeks are known.
    """

    source: str
    measure: str
    day: datetime
    value: float
    usual: float | None = None
    usual_low: float | None = None
    usual_high: float | None = None
    assessment: Assessment | None = None


@dataclass(frozen=True, slots=True, eq=False)
class TopicView:
    """One topic as the dashboard shows it; the first source leads: it has the highest usual level.

    `beside` are its daily series: each is judged for itself, and none leads.
    """

    topic: Topic
    sources: tuple[SourceView, ...]
    beside: tuple[Daily, ...] = ()

    @property
    def leading(self) -> SourceView:
        """The source whose state is the topic's headline."""
        return self.sources[0]


@dataclass(frozen=True, slots=True)
class Rest:
    """What is shown beside the topics with hours: those counted by the day only, and sources that do not answer."""

    by_day: tuple[tuple[Topic, tuple[Daily, ...]], ...] = ()
    silent: tuple[Pulse, ...] = ()

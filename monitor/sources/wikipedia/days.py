"""What can be said of a topic's days from the views of its articles (pure).

Wikimedia leaves a day out of an article's answer when nobody read it and when the day is not counted yet, and says
404 where that is so of every day, or there is no such article. So a day that is left out is a zero only where the
whole Wikipedia of the language has views on it, where there was time for the article to be counted, and where the
article is known to be there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from ...model import DAY, HOUR, Coverage, Status
from .._whole import day_covered, days_between
from .answer import Views

LAG_HOURS = 36
_PROVED_DAYS = 30  # an article without a single view on so many days that were counted is not there
_LEFT_OUT = "Wikipedia left this day out: no views, or not counted yet"
_STILL_COUNTED = "Wikipedia is still counting this day"


@dataclass(frozen=True, slots=True)
class Looked:
    """The views of each of a topic's articles from `start` up to `end`, seen at `now`."""

    views: Sequence[Views]
    start: datetime
    end: datetime
    now: datetime

    @property
    def days(self) -> list[datetime]:
        """The days that were asked for."""
        return days_between(self.start, self.end)

    @property
    def silent(self) -> list[int]:
        """The places of the articles without a single view."""
        return [place for place, one in enumerate(self.views, 1) if not one.read]

    def settled(self, day: datetime) -> bool:
        """Whether there was time for a day to be counted."""
        return day + DAY + LAG_HOURS * HOUR <= self.now

    def open(self) -> bool:
        """Whether a settled day was left out, so that something is to be proved."""
        return any(day not in one.by_day for day in self.days if self.settled(day) for one in self.views)


@dataclass(frozen=True, slots=True)
class Told:
    """The views of a topic by day, what is said of each day, and the places of articles that are not there."""

    views: dict[datetime, int]
    coverage: tuple[Coverage, ...]
    lost: Sequence[int]


def told(looked: Looked, counted: Collection[datetime]) -> Told:
    """What the answers tell, given the days on which the whole Wikipedia is counted."""
    lost = looked.silent if len(counted) >= _PROVED_DAYS else []
    there = [one for place, one in enumerate(looked.views, 1) if place not in lost]

    def known(one: Views, day: datetime) -> bool:
        proved = one.by_day and not one.quarantined and looked.settled(day) and day in counted
        return day in one.by_day or bool(proved)

    days = [day for day in looked.days if there and all(known(one, day) for one in there)]
    views = {day: sum(one.by_day.get(day, 0) for one in there) for day in days}
    return Told(views, tuple(_coverage(looked, views, lost)), lost)


def _coverage(looked: Looked, known: Collection[datetime], lost: Sequence[int]) -> Iterator[Coverage]:
    """What is said of each day; of a day that may still come, nothing."""
    reason = _not_found(lost, of=len(looked.views)) if lost else ""
    for day in looked.days:
        if day in known and looked.settled(day) and not lost:
            yield day_covered(day, Status.COMPLETE)
        elif day in known:
            yield day_covered(day, Status.PARTIAL, reason or _STILL_COUNTED)
        elif looked.settled(day):
            yield day_covered(day, Status.MISSING, reason or _LEFT_OUT)


def _not_found(places: Sequence[int], *, of: int) -> str:
    """Which articles are not there, by their places: their titles may not be shown everywhere."""
    which = " and ".join(str(place) for place in places)
    what = f"articles {which} of {of} were" if len(places) > 1 else f"article {which} of {of} was"
    return f"{what} not found on this Wikipedia: look at the title in config.yaml"

"""The story the simulation tells: three months of an invented campaign, as data and as posts expected an hour.

Days are counted from the story's start. With the start as declared it runs from 1 April to 30 June 2017.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import numpy as np
from numpy.typing import NDArray

from ...model import DAY

STORY_START = datetime(2017, 4, 1, tzinfo=UTC)
STORY_DAYS = 91
STORY_HOURS = STORY_DAYS * 24
STORY_END = STORY_START + STORY_DAYS * DAY

milestones = (
    (datetime(2017, 4, 14, 6, tzinfo=UTC), "the keepers' letter appears, and people begin to share it"),
    (datetime(2017, 5, 8, 6, tzinfo=UTC), "the push of 8 May, a day of lanterns"),
    (datetime(2017, 5, 13, 8, tzinfo=UTC), "a choir answers while the second wave is passing"),
    (datetime(2017, 5, 30, 12, tzinfo=UTC), "the leading feed stops answering, for 30 hours"),
    (datetime(2017, 6, 12, 8, tzinfo=UTC), "one account posts 80 times an hour, for ten hours"),
)


def story_so_far(at: datetime) -> str:
    """What happened last in the story, and how long ago.

    >>> story_so_far(datetime(2017, 5, 10, 12, tzinfo=UTC))
    'In the story, 2 days ago: the push of 8 May, a day of lanterns.'
    """
    passed = [(moment, what) for moment, what in milestones if moment <= at]
    if not passed:
        return "In the story, nothing has happened yet."
    moment, what = passed[-1]
    days = (at - moment) // DAY
    ago = {0: "today", 1: "a day ago"}.get(days, f"{days} days ago")
    return f"In the story, {ago}: {what}."


OUTAGE_HOURS = range(59 * 24 + 12, 59 * 24 + 42)  # 30 May 12:00 to 31 May 18:00
OUTAGE_REASON = "outage: the source did not answer"
FLOOD_HOURS = range(72 * 24 + 8, 72 * 24 + 18)  # 12 June 08:00 to 18:00
FLOOD_POSTS_AN_HOUR = 80

SHARE_OF_THE_FEED_BEFORE = 0.35
DISPERSION = 18.0  # the variance of an hour is mean + mean² / 18

_BY_HOUR = 1 + 0.65 * np.cos((np.arange(24) - 17) * 2 * np.pi / 24)
_BY_WEEKDAY = np.array([1.06, 1.06, 1.06, 1.04, 1.02, 0.88, 0.88])


@dataclass(frozen=True, slots=True)
class Wave:
    """Attention that comes and goes: the days it begins and peaks, and posts a day at the peak; a little stays."""

    begins: float
    peaks: float
    height: float
    half_life_days: float = 1.5
    staying_share: float = 0.02
    staying_half_life_days: float = 40.0

    def levels(self, days: NDArray[np.float64]) -> NDArray[np.float64]:
        """Posts a day that the wave adds at each of the days."""
        risen = np.clip((days - self.begins) / (self.peaks - self.begins), 0, 1) ** 2
        since = np.maximum(days - self.peaks, 0)
        passing = (1 - self.staying_share) * 2 ** (-since / self.half_life_days)
        staying = self.staying_share * 2 ** (-since / self.staying_half_life_days)
        return np.asarray(self.height * risen * (passing + staying))


@dataclass(frozen=True, slots=True)
class Role:
    """What a topic goes through on the leading feed: posts a day without waves, and the growth a day from a day on."""

    quiet: float
    waves: tuple[Wave, ...] = ()
    grows_from: float = STORY_DAYS
    growth: float = 1.0

    def levels(self, days: NDArray[np.float64]) -> NDArray[np.float64]:
        """Posts a day at each of the days, before the rhythm of day and week."""
        grown = self.quiet * self.growth ** np.maximum(days - self.grows_from, 0)
        return np.asarray(sum((wave.levels(days) for wave in self.waves), grown))


# By the order of the topics in the configuration; the last role is also that of every topic after it.
_ROLES = (
    Role(60, (Wave(13.25, 15.6, 3200), Wave(37.25, 37.75, 1700), Wave(42.33, 42.8, 1200))),
    Role(1),
    Role(150, grows_from=76, growth=1.04),
)


def roles(topics: int) -> Sequence[Role]:
    """The roles of so many topics, in order."""
    return tuple(_ROLES[min(place, len(_ROLES) - 1)] for place in range(topics))


def expected_posts(role: Role, *, start: date, scale: float) -> NDArray[np.float64]:
    """Posts expected in each hour of the story on a feed that sees `scale` of the leading one."""
    hours = np.arange(STORY_HOURS)
    weekdays = (start.weekday() + hours // 24) % 7
    levels = role.levels(hours / 24) * scale
    return np.asarray(levels / 24 * _BY_HOUR[hours % 24] * _BY_WEEKDAY[weekdays])

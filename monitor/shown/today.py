"""What the page Today is handed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..model import Effect, Push, Rest, TopicView
from .frame import Frame


@dataclass(frozen=True, slots=True, eq=False)
class TopicToday:
    """A topic as it stands, with what the campaign did and means to do for it.

    `out` are the pushes that went out in the last 30 days, `last` the newest of all and `effect` what it brought here.
    `coming` is the next one that is planned, else the proposal to decide on. `news` are the UTC days on which far more
    stories told of the topic than usual. `few` is the share of the posts that the five busiest accounts wrote, None
    where it is not known or so few people wrote that it would point at them.
    """

    view: TopicView
    out: tuple[Push, ...] = ()
    last: Push | None = None
    effect: Effect | None = None
    coming: Push | None = None
    news: tuple[datetime, ...] = ()
    few: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class TodayPage:
    """The page Today: every topic as it stands, and what has no hours.

    `quiet` is where nothing waits for anybody, `followed` where sources are asked on a schedule.
    """

    frame: Frame
    topics: tuple[TopicToday, ...]
    rest: Rest
    quiet: bool = False
    followed: bool = False

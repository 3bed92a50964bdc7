"""An invented source: posts by nobody, drawn from a seed, that tell the story of a campaign.

Hourly counts follow a negative binomial around level × hour of day × weekday, the usual model of
overdispersed counts (Hilbe, Negative Binomial Regression, 2011). Every hour has a generator of its own,
so the same seed gives the same posts however the pages are cut and whenever they are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Annotated
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, Field, field_validator

from ...errors import SourceError
from ...model import HOUR, Coverage, Page, Post, Status, Topic
from . import invented, story
from .story import STORY_END, STORY_START

__all__ = ["STORY_END", "STORY_START", "Settings", "Simulation", "build"]

_PAGE_HOURS = 24
_PAGE_POSTS = 2000


class Settings(BaseModel):
    """An invented campaign to try the tool with: no keys, no network, no real posts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    seed: int = Field(default=2017, ge=0, lt=2**32, description="The same number gives the same posts again.")
    start: date = Field(
        default=STORY_START.date(),
        ge=date(1970, 1, 1),
        le=date(2100, 1, 1),
        description="The first day of the story, which lasts 91 days (UTC).",
    )
    feeds: tuple[Annotated[str, Field(pattern=r"^[a-z0-9-]{1,30}$")], ...] = Field(
        default=("square", "harbour"),
        min_length=1,
        max_length=8,
        description="The invented networks; the first one leads, each further one sees 35% of the one before.",
    )
    scale: float = Field(
        default=1.0,
        gt=0,
        le=100,
        allow_inf_nan=False,
        description="How large everything is, against the story as told.",
    )

    @field_validator("feeds")
    @classmethod
    def _differ(cls, feeds: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(feeds)) < len(feeds):
            raise ValueError("two feeds have the same name; give each its own")
        return feeds


def build(settings: Settings, topics: Sequence[Topic]) -> tuple[Simulation, ...]:
    """One source for each feed of the settings."""
    return tuple(Simulation(settings, topics, place) for place in range(len(settings.feeds)))


class Simulation:
    """One invented feed: a post source whose hours are whole as soon as they are over.

    `place` is the feed's place in the settings; the first one leads, and only it has the outage and the flood.
    """

    method = "1"
    lag_hours = 0
    every_minutes = 15.0
    bucket_hours = 1
    price = None

    def __init__(self, settings: Settings, topics: Sequence[Topic], place: int = 0) -> None:
        feed = settings.feeds[place]
        self.name = f"simulation:{feed}"
        self.topics = tuple(topics)
        self._leads = place == 0
        self._start = datetime.combine(settings.start, time(), tzinfo=UTC)
        scale = settings.scale * story.SHARE_OF_THE_FEED_BEFORE**place
        self._voices = tuple(
            _Voice(
                topic,
                story.expected_posts(role, start=settings.start, scale=scale),
                seed=(settings.seed, crc32(feed.encode()), crc32(topic.key.encode())),
            )
            for topic, role in zip(topics, story.roles(len(topics)), strict=True)
        )

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """Every whole hour from the cursor (an ISO hour; None is the story's start) up to `now`.

        Nothing comes after the story's end. Raises SourceError for a cursor this source did not give.
        """
        hour = 0 if cursor is None else max(0, self._hours(_time(cursor)))
        end = min(self._hours(now), story.STORY_HOURS)
        while hour < end:
            page_end, posts = self._collected(hour, min(end, hour + _PAGE_HOURS))
            yield Page(
                posts=tuple(posts),
                cursor=self._at(page_end).isoformat(),
                read=len(posts),
                coverage=tuple(self._coverage(hour, page_end)),
            )
            hour = page_end

    def _collected(self, hour: int, end: int) -> tuple[int, list[Post]]:
        """The posts of the hours from `hour` on, and the hour where the page is full or `end` is reached."""
        posts: list[Post] = []
        while hour < end and len(posts) < _PAGE_POSTS:
            if not self._is_out(hour):
                posts.extend(self._posts(hour))
            hour += 1
        return hour, posts

    def _posts(self, hour: int) -> list[Post]:
        at = self._at(hour)
        flooded = self._leads and hour in story.FLOOD_HOURS
        posts: list[Post] = []
        for place, voice in enumerate(self._voices):
            flood = story.FLOOD_POSTS_AN_HOUR if flooded and place == 0 else 0
            posts.extend(voice.posts(hour, at=at, flood=flood))
        return sorted(posts, key=lambda post: post.at)

    def _coverage(self, hour: int, end: int) -> Iterator[Coverage]:
        """Runs of answered and unanswered hours, in order."""
        while hour < end:
            out = self._is_out(hour)
            run = next((later for later in range(hour, end) if self._is_out(later) != out), end)
            status, reason = (Status.MISSING, story.OUTAGE_REASON) if out else (Status.COMPLETE, "")
            yield Coverage(self._at(hour), self._at(run), status, reason)
            hour = run

    def _is_out(self, hour: int) -> bool:
        return self._leads and hour in story.OUTAGE_HOURS

    def _at(self, hour: int) -> datetime:
        return self._start + hour * HOUR

    def _hours(self, at: datetime) -> int:
        return (at - self._start) // HOUR


class _Voice:
    """What one feed says about one topic; `expected` are its posts an hour."""

    def __init__(self, topic: Topic, expected: NDArray[np.float64], *, seed: tuple[int, int, int]) -> None:
        self._prefix = "-".join(f"{part:x}" for part in seed)
        self._expected = expected
        self._seed = seed
        self._ways = invented.ways(topic)

    def posts(self, hour: int, *, at: datetime, flood: int) -> list[Post]:
        """The posts of one hour that starts at `at`, `flood` of them by one account on top."""
        if not self._ways:
            return []
        rng = np.random.default_rng((*self._seed, hour))
        chance = story.DISPERSION / (story.DISPERSION + self._expected[hour])
        usual = int(rng.negative_binomial(story.DISPERSION, chance))
        prefix = f"{self._prefix}-{hour}-"
        drawn = list(invented.posts(self._ways, at=at, count=usual + flood, rng=rng, id_prefix=prefix))
        return drawn[:usual] + [replace(post, author=invented.FLOOD_ACCOUNT) for post in drawn[usual:]]


def _time(cursor: str) -> datetime:
    try:
        at = datetime.fromisoformat(cursor)
    except ValueError as error:
        raise SourceError("the simulation's cursor is not a time; start with a new store", permanent=True) from error
    if at.tzinfo is None:
        raise SourceError("the simulation's cursor has no time zone; start with a new store", permanent=True)
    return at

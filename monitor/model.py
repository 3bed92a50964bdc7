"""The values that pass between stages: frozen, typed, and without any I/O."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


class TermKind(StrEnum):
    """What kind of thing a term looks for; kinds are never mixed in one series."""

    TAG = "tag"
    MENTION = "mention"
    PHRASE = "phrase"
    LINK = "link"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a topic looks for, as the user wrote it; `language` is set for articles only."""

    kind: TermKind
    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """Something the campaign follows; `key` names it in the store, `alias` in everything that leaves."""

    key: str
    alias: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Campaign:
    """The campaign as the user describes it; `timezone` is an IANA name, `languages` ISO 639-1 codes."""

    name: str
    alias: str
    timezone: str
    languages: tuple[str, ...]
    official_accounts: tuple[str, ...]


class PostKind(StrEnum):
    """What a post is to other posts; the breakdown `kind` of the measure `posts`."""

    ORIGINAL = "original"
    REPLY = "reply"
    REPOST = "repost"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True, repr=False)
class Post:
    """One post in flight: it lives in memory while its page is counted and is never stored.

    `tags`, `mentions` and `links` are what the platform itself says the post carries (without # and @);
    None means the platform says nothing and they are to be read from the text. `engagement` is the
    number of reactions known when the post was seen, None where the source does not tell.
    """

    id: str
    author: str
    at: datetime
    text: str
    kind: PostKind = PostKind.ORIGINAL
    tags: tuple[str, ...] | None = None
    mentions: tuple[str, ...] | None = None
    links: tuple[str, ...] | None = None
    language: str | None = None
    engagement: int | None = None
    opted_out: bool = False

    def __repr__(self) -> str:
        """Nothing of the post, so that no traceback or log can carry it."""
        return "<Post>"


class Status(StrEnum):
    """How completely a bucket was observed; only complete buckets are compared."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    MISSING = "missing"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was observed of the whole hours from `start` up to `end` (UTC), and why not more."""

    start: datetime
    end: datetime
    status: Status
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What a post source yields: posts, the cursor to go on from, and what the page covers.

    `read` counts the rows behind the page, readable or not; `quarantined` those that could not be
    read, by reason; `skipped` those that were read and counted before (a file that is taken up again).
    """

    posts: tuple[Post, ...]
    cursor: str
    read: int = 0
    skipped: int = 0
    quarantined: Mapping[str, int] = field(default_factory=dict)
    coverage: tuple[Coverage, ...] = ()


@dataclass(frozen=True, slots=True)
class Observation:
    """A value of a measure in the bucket that starts at `bucket` (UTC) and lasts `bucket_hours`."""

    topic: str
    source: str
    measure: str
    bucket: datetime
    value: float
    bucket_hours: int = 1
    method: str = "1"


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """The hourly observations of one (topic, source, measure, method), gaps as gaps.

    `values[i]` belongs to the hour that starts at `start + i hours`; it is NaN where nothing was
    observed. `complete[i]` says whether that hour may be compared with others.
    """

    topic: str
    source: str
    measure: str
    start: datetime
    values: NDArray[np.float64]
    complete: NDArray[np.bool_]
    method: str = "1"

    @property
    def end(self) -> datetime:
        """The end of the last hour (exclusive)."""
        return self.start + len(self.values) * HOUR


class State(StrEnum):
    """Where attention stands; design and README define when each is entered and left."""

    RISING = "rising"
    STEADY = "steady"
    FADING = "fading"
    RECOVERING = "recovering"
    TOO_FEW = "too few"
    NO_DATA = "no data"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a judgement at the end of an hour rests on; rates are posts a day with the daily rhythm taken out.

    None means it cannot be said: `usual` and its band while too little history is known
    (`warm_up`), `peak` and what follows from it outside a wave, `certainty` for `no data` and
    `too few`, which are facts. `certainty` is the probability that hindsight would agree.
    `coverage` is the share of the last 168 hours (or of what exists of them) that is complete.
    `background` is the level a passed wave settles at. `reason` is a short plain phrase such as
    "half of the peak is gone" or "warm-up: 3 of 7 days known".
    """

    level: float | None = None
    usual: float | None = None
    usual_low: float | None = None
    usual_high: float | None = None
    peak: float | None = None
    peak_at: datetime | None = None
    share_of_peak: float | None = None
    half_life_hours: float | None = None
    half_life_low: float | None = None
    half_life_high: float | None = None
    background: float | None = None
    certainty: float | None = None
    forecast_24h: float | None = None
    coverage: float = 0.0
    warm_up: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A passage from one state to another, decided by the hour that ended at `at`.

    `kind` is "halved" or "slow" where `to` is fading; `resumed` is set where a state that held
    before a gap is taken up again.
    """

    at: datetime
    before: State
    to: State
    evidence: Evidence
    kind: str | None = None
    resumed: bool = False


@dataclass(frozen=True, slots=True)
class Assessment:
    """Where one series stands at `at`: its state, since when, and on what evidence."""

    topic: str
    source: str
    at: datetime
    state: State
    since: datetime
    evidence: Evidence
    kind: str | None = None
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """The total of the coming `horizon_hours` after `at`, with an 80% interval, in posts."""

    at: datetime
    horizon_hours: int
    mean: float
    low80: float
    high80: float


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """What every hour of a series looked like at its own end: posts a day, NaN where it cannot be said.

    All arrays have the length of the series; `level` has the daily and weekly rhythm taken out, and
    `usual_low` to `usual_high` is the band around `usual` in which four hours of five are expected.
    """

    start: datetime
    level: NDArray[np.float64]
    usual: NDArray[np.float64]
    usual_low: NDArray[np.float64]
    usual_high: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Crowd:
    """Many people or few: one UTC day's posts, distinct people, and posts by the busiest account."""

    day: datetime
    posts: int
    people: int
    busiest: int


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


@dataclass(frozen=True, slots=True, eq=False)
class TopicView:
    """One topic as the dashboard shows it; the first source leads: it has the highest usual level."""

    topic: Topic
    sources: tuple[SourceView, ...]

    @property
    def leading(self) -> SourceView:
        """The source whose state is the topic's headline."""
        return self.sources[0]

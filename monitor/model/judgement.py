"""A series, and where its attention stands: states, their evidence, their changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from .times import HOUR


@dataclass(frozen=True, slots=True, eq=False)
class Series:
    """The observations of one (topic, source, measure, method) by the hour or by the day, gaps as gaps.

    `values[i]` belongs to the bucket number i from `start`; it is NaN where nothing was observed. `complete[i]` says
    whether that bucket may be compared with others.
    """

    topic: str
    source: str
    measure: str
    start: datetime
    values: NDArray[np.float64]
    complete: NDArray[np.bool_]
    method: str = "1"
    bucket_hours: int = 1

    @property
    def end(self) -> datetime:
        """The end of the last bucket (exclusive)."""
        return self.start + len(self.values) * self.bucket_hours * HOUR


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
    `coverage` is the share of the last week (of a daily series three, or of what exists of them) that is complete.
    `background` is the level a passed wave settles at.

    `half_life_hours` runs from `peak_at` until half of the peak's level is gone. `back_at` is when the level is back
    within what is usual; it lies before the judgement where that has been, and is None where it does not come within
    eight weeks (`back_at_low` is then the earliest it may come) or cannot be said. `…_low` and `…_high` are ends of
    80% intervals; a high end of None lies too far off to be said. `reason` is a short plain phrase such as
    "half of the peak is gone" or "warm-up: 3 of 7 days known".
    """

    level: float | None = None
    usual: float | None = None
    usual_low: float | None = None
    usual_high: float | None = None
    peak: float | None = None
    peak_at: datetime | None = None
    share_of_peak: float | None = None
    share_low: float | None = None
    share_high: float | None = None
    half_life_hours: float | None = None
    half_life_low: float | None = None
    half_life_high: float | None = None
    back_at: datetime | None = None
    back_at_low: datetime | None = None
    back_at_high: datetime | None = None
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

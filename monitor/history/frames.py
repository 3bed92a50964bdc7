"""Frames of a series: its buckets, steps of them, and shares of what is usual."""

from __future__ import annotations

from datetime import datetime

import numpy as np
import pandas as pd

from ..model import Series, Track
from .ranges import BY_DAY, MOST_POINTS, Range, begins, hours_of, local_days, mondays

_LEVELS = ("level", "usual", "low", "high")
ENOUGH = 0.75  # of a step: what makes a level, or a window, comparable
_USUAL_DAYS, _LEAST_DAYS = 28, 7
_LEAST_USUAL = 1.0  # a day: of less, nothing is a meaningful share


def buckets(series: Series, track: Track | None = None, older: Series | None = None) -> pd.DataFrame:
    """A series by its buckets: what was `counted`, whether it is `whole`, and the levels of the judgement, if any.

    `older` is the same as it is stored, for what lies before the judged part.
    """
    frames = [_buckets(series)]
    if older is not None and older.start < series.start:
        frames.insert(0, _buckets(older)[lambda one: one.index < series.start])
    found = pd.concat(frames) if len(frames) > 1 else frames[0]
    for name in _LEVELS:
        found[name] = np.nan
    if track is not None:
        known = _index(track.start, len(track.level), series.bucket_hours)
        found = found.reindex(found.index.union(known))
        found["whole"] = found["whole"].eq(True)  # hours after the last one counted are not known
        for name, values in zip(_LEVELS, (track.level, track.usual, track.usual_low, track.usual_high), strict=True):
            found.loc[known, name] = values
    found.attrs["bucket_hours"] = series.bucket_hours  # a single bucket does not show how long it is
    return found


def _index(start: datetime, buckets: int, bucket_hours: int) -> pd.DatetimeIndex:
    return pd.date_range(start, periods=buckets, freq=f"{bucket_hours}h")


def _buckets(series: Series) -> pd.DataFrame:
    index = _index(series.start, len(series.values), series.bucket_hours)
    return pd.DataFrame({"counted": series.values, "whole": series.complete}, index=index)


def by_step(found: pd.DataFrame, step: int, timezone: str) -> pd.DataFrame:
    """The same in steps of an hour, two, a local day or a local week from Monday on, by the moment they begin.

    `value` is posts a day: the level within a day; of a whole day what was counted, and of a week the mean of its
    whole days. `counted`, `known` and `hours` are what was seen of each step; `share` is the level beside its usual.
    """
    if step > BY_DAY:
        return _weeks(by_step(found, BY_DAY, timezone), timezone)
    days = step == BY_DAY
    grouped = found.groupby(local_days(found.index, timezone) if days else found.index.floor(f"{step}h"))
    summed = grouped[list(_LEVELS)].mean()
    bucket = bucket_hours(found)
    seen = grouped["level"].count() * bucket
    summed["counted"] = grouped["counted"].sum(min_count=1)
    summed["known"] = grouped["whole"].sum() * bucket
    summed["hours"] = hours_of(summed.index, timezone) if days else step
    summed["whole"] = summed["known"] >= summed["hours"]
    summed["level"] = summed["level"].where(seen >= ENOUGH * summed["hours"])
    summed["share"] = (summed["level"] / summed["usual"]).where(summed["usual"] >= _LEAST_USUAL)
    summed["value"] = summed["counted"].where(summed["whole"]) if days else summed["level"]
    return summed.set_axis(begins(summed.index, timezone)) if days else summed.tail(MOST_POINTS)


def bucket_hours(found: pd.DataFrame) -> int:
    """The length of the buckets of a frame, which knows it even where there is one bucket alone."""
    return int(found.attrs.get("bucket_hours", 1))


def weekly(days: pd.Series[float], timezone: str) -> pd.Series[float]:
    """Means of local weeks from Monday on, of what is known of them."""
    means = days.groupby(mondays(days.index, timezone)).mean()
    return means.set_axis(begins(means.index, timezone))


def _weeks(days: pd.DataFrame, timezone: str) -> pd.DataFrame:
    grouped = days.groupby(mondays(days.index, timezone))
    summed = grouped[[*_LEVELS, "share", "value"]].mean()
    enough = grouped["value"].count() >= ENOUGH * 7
    for name in ("counted", "known", "hours"):
        summed[name] = grouped[name].sum(min_count=1)
    summed["whole"] = summed["known"] >= summed["hours"]
    summed["value"] = summed["value"].where(enough)
    return summed.set_axis(begins(summed.index, timezone))


def within(found: pd.DataFrame, span: Range) -> pd.DataFrame:
    """The buckets of a range."""
    return found[(found.index >= span.start) & (found.index < span.end)]


def as_local(days: pd.Series[float], timezone: str) -> pd.Series[float]:
    """UTC days at the local midnights of the same date, to stand beside local days."""
    return days.set_axis(begins(days.index.tz_localize(None), timezone))


def share_of_usual(days: pd.Series[float]) -> pd.Series[float]:
    """Each day beside the median of the 28 days before it: NaN where fewer than seven are known.

    >>> days = pd.Series([10.0] * 7 + [30.0], index=pd.date_range("2024-05-01", periods=8))
    >>> share_of_usual(days).tolist()[-2:]
    [nan, 3.0]
    """
    usual = days.shift(1).rolling(_USUAL_DAYS, min_periods=_LEAST_DAYS).median()
    return days / usual.where(usual >= _LEAST_USUAL)

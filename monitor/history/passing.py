"""The waves of a frame."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import pandas as pd

from ..attention.fade import WAVE_POSTS
from ..attention.told import as_told
from ..attention.waves import Passed, passed
from ..model import DAY, Evidence, Series
from .frames import bucket_hours, by_step, within
from .ranges import BY_DAY, Range

_EARLIER = 56 * DAY  # what was told of a wave before the range may go on into it


def waves(
    found: pd.DataFrame, key: tuple[str, str, str], span: Range, *, told: Sequence[Evidence] = ()
) -> tuple[Passed, ...]:
    """The waves of a range, the newest first; `key` is the topic, the source and the measure of the frame.

    Those that the judgement `told` read as it told them.
    """
    start: datetime = found.index[0].to_pydatetime()
    values, whole = (found[name].to_numpy() for name in ("counted", "whole"))
    series = Series(*key, start, values, whole, bucket_hours=bucket_hours(found))
    seen = as_told(passed(series, since=span.start - _EARLIER)[::-1], told)[::-1]
    return tuple(one for one in seen if one.ended > span.start and one.began < span.end)


def too_few(found: pd.DataFrame, span: Range) -> bool:
    """Whether no day of a range has as many posts as a wave has at its peak, at least."""
    days = by_step(within(found, span), BY_DAY, "UTC")["counted"]
    return not (days >= WAVE_POSTS).any()

"""One series around a push: what was seen after it, what was expected, and what stands against comparing them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log

import numpy as np

from ..model import DAY, HOUR, Extra, Series, Verdict, Why
from .expected import Expected
from .past import Past, before, begins
from .rises import rises_after, rising_before
from .series import DAY_H, known
from .totals import Total

_LEAST_DAYS = 7  # known before the push
_MISSING = 1 / 6  # of the horizon: more are gaps
_LEAST_POSTS = 1.0  # expected: fewer say nothing
_NEAR = DAY  # before a push: another one so close cannot be told apart
_LAG = {1: 6 * HOUR, DAY_H: 2 * DAY}  # how late buckets may come, by their length
_SIGNIFICANT = 2.58  # 99%
_ALIKE = 0.3  # how far a topic may lie from what happens to its control, as a share of that


@dataclass(frozen=True, slots=True)
class Shift:
    """What happened to a control meanwhile: the log of seen over expected, and its variance."""

    log: float
    variance: float

    @property
    def doubt(self) -> float:
        """The variance of what happened to the topic by the same cause."""
        return self.variance + (_ALIKE * self.log) ** 2

    @property
    def significant(self) -> bool:
        """Whether chance does not bring it in 99 of 100 cases."""
        return self.log**2 > _SIGNIFICANT**2 * self.variance


class Around:
    """Tells the extra of one series in the hours after a push."""

    def __init__(self, series: Series, *, at: datetime, now: datetime, others: Sequence[datetime] = ()) -> None:
        """`others` are the times of other pushes."""
        self.series = series
        self._at, self._now, self._others = at, now, others
        self._start = begins(series, at)
        past = before(series, at)
        posts, complete = known(series)
        first = (self._start - series.start) // (series.bucket_hours * HOUR)
        self._posts, self._known = (x[first : first + len(past.ahead)] for x in (posts, complete))
        self._silent = _silent(past)
        self._expected = None if self._silent else Expected(past)
        self._rise = None if self._silent else rises_after(past, self._posts, self._known)

    def told(self, hours: int, shift: Shift | None = None) -> Extra:
        """The extra of so many hours, or why there is none; a control's `shift` is taken out."""
        why = self._why(hours)
        compared = None if why else self._compared(hours, shift)
        if compared is None:
            verdict = Verdict.TOO_EARLY if why is Why.NOT_OVER else Verdict.CANNOT_TELL
            return Extra(self.series.source, self.series.measure, hours, verdict, why=why or Why.TOO_FEW)
        seen, total = compared
        middle = total.middle
        low, high = seen - total.quantile(0.95), seen - total.quantile(0.05)
        verdict = Verdict.MORE if low > 0 else Verdict.LESS if high < 0 else Verdict.NO_DIFFERENCE
        return Extra(self.series.source, self.series.measure, hours, verdict, seen, middle, seen - middle, low, high)

    def shift(self, hours: int) -> Shift | None:
        """What happened to this series in so many hours, where it is a control; None where it cannot be told."""
        compared = None if self._why(hours) else self._compared(hours, None)
        if compared is None:
            return None
        seen, total = compared
        ratio = log((seen + 0.5) / (total.middle + 0.5))
        return Shift(ratio, total.variance)

    def _compared(self, hours: int, shift: Shift | None) -> tuple[float, Total] | None:
        """What was seen in the complete buckets of the horizon, and what was expected of them."""
        buckets = hours // self.series.bucket_hours
        complete = self._known[:buckets]
        total = self._expected.total(complete) if self._expected else None
        if total is None or total.middle < _LEAST_POSTS:
            return None
        if shift:
            total = total.scaled(shift.log, shift.doubt)
        return float((self._posts[:buckets] * complete).sum()), total

    def _why(self, hours: int) -> Why | None:
        """What stands against telling the extra of so many hours."""
        end = self._start + hours * HOUR
        buckets = hours // self.series.bucket_hours
        if self._now < end:
            return Why.NOT_OVER
        if any(self._at - _NEAR < other < end for other in self._others):
            return Why.ANOTHER_PUSH
        if self._silent:
            return self._silent
        complete = self._known[:buckets]
        if complete.sum() < (1 - _MISSING) * buckets:
            waits = complete[: int(complete.sum())].all() and self._now < end + _LAG[self.series.bucket_hours]
            return Why.NOT_OVER if waits else Why.GAPS
        return Why.ANOTHER_RISE if self._rise is not None and self._rise < buckets else None


def _silent(past: Past) -> Why | None:
    """What in the time before a push stands against any comparison."""
    days = past.by_day(past.known).mean(axis=1) if len(past.known) >= past.day else np.zeros(1)
    if days[:28].sum() < _LEAST_DAYS:
        return Why.LITTLE_BEFORE
    if days[:1].sum() < 0.5 or days[:3].sum() < 2:
        return Why.GAPS
    if not past.posts.any():
        return Why.TOO_FEW
    return Why.RISING_BEFORE if rising_before(past) else None

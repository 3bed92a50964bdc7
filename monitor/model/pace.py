"""How fast a series is judged: by the hour, or by the same rules on days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import cache


@dataclass(frozen=True, slots=True)
class Pace:
    """The length of a bucket, and how many times slower than hours its judgement runs.

    Every rule gives its lengths in the hours of an hourly series; here they become buckets. Nothing is said before
    `first_look` buckets are known.
    """

    bucket_hours: int
    slower: int
    first_look: int = 0

    def buckets(self, hours: float) -> int:
        """So many hours of the rules in whole buckets, one at least.

        >>> HOURLY.buckets(24), DAILY.buckets(24), DAILY.buckets(2)
        (24, 3, 1)
        """
        return _buckets(hours, self)

    def length(self, hours: float) -> float:
        """So many hours of the rules in buckets, unrounded."""
        return hours * self.slower / self.bucket_hours

    @property
    def bucket(self) -> timedelta:
        """The time from one bucket to the next."""
        return timedelta(hours=self.bucket_hours)


@cache
def _buckets(hours: float, pace: Pace) -> int:
    return max(round(pace.length(hours)), 1)


HOURLY = Pace(bucket_hours=1, slower=1)
# Three days stand where a day stands by the hour; before two weeks, one low weekend looks like a wave that passed.
DAILY = Pace(bucket_hours=24, slower=3, first_look=14)


def pace_of(bucket_hours: int) -> Pace:
    """The pace at which buckets of so many hours are judged."""
    return HOURLY if bucket_hours == 1 else DAILY

"""What is stored, summed up over any range: frames of one (topic, source), days, shares of the usual, breakdowns.

pandas is the language of history. What was not observed is NaN everywhere, and a day of which hours are missing is
no whole day: it is never compared with one.
"""

from ..attention.waves import Passed
from .cells import OTHER, breakdown, by_period, named
from .frames import as_local, buckets, by_step, share_of_usual, weekly, within
from .known import Known
from .passing import too_few, waves
from .ranges import Range, last_days, midnight, step_hours
from .sides import by_day, side

__all__ = [
    "OTHER",
    "Known",
    "Passed",
    "Range",
    "as_local",
    "breakdown",
    "buckets",
    "by_day",
    "by_period",
    "by_step",
    "last_days",
    "midnight",
    "named",
    "share_of_usual",
    "side",
    "step_hours",
    "too_few",
    "waves",
    "weekly",
    "within",
]

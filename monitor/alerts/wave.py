"""The story of a passing wave in a campaigner's words: its peak, how fast it goes, what is left, when it is over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from ..model import HOUR, Evidence
from ..words import say
from .headlines import above_usual
from .wording import about, day_in, days_in, hours_between, known, percent, sentence, span_between

_HALF_A_DAY = 12 * HOUR
_HALF = 0.5


def wave_story(evidence: Evidence, *, timezone: str, now: datetime, language: str = "en") -> str:
    """The wave in one sentence, with its 80% intervals; empty outside a wave, and while the peak is not passed.

    The peak's date is the local day in which most of its 24 hours lie. What the evidence does not say is left out.
    """
    share = evidence.share_of_peak
    if not known(evidence.peak) or evidence.peak_at is None or not known(share) or share >= 1:
        return ""
    day = day_in(evidence.peak_at - _HALF_A_DAY, timezone=timezone, near=now, language=language)
    peak = say("wave.peak", language, day=day, about=about(evidence.peak, language))
    half, left = _half(evidence, now=now, language=language), _left(evidence, share, language)
    back = _back(evidence, timezone=timezone, now=now, language=language)
    return sentence("; ".join((peak, *half, left, *back)))


def _half(evidence: Evidence, *, now: datetime, language: str) -> Iterator[str]:
    hours = evidence.half_life_hours
    if not known(hours) or evidence.peak_at is None:
        return
    length = span_between(hours, evidence.half_life_low, evidence.half_life_high, language)
    passed, low = hours_between(evidence.peak_at, now) >= hours, (evidence.share_of_peak or 0) < _HALF
    if not passed:  # the last hours may be there before the day is
        yield say("wave.half.day" if low else "wave.half.likely", language, length=length)
    elif low:
        yield say("wave.half.gone", language, length=length)


def _left(evidence: Evidence, share: float, language: str) -> str:
    left = say("wave.left", language, percent=percent(share, language))
    if not known(evidence.share_low) or not known(evidence.share_high):
        return left
    low, high = (round(100 * end) for end in (evidence.share_low, evidence.share_high))
    return left if low == high else f"{left} ({low}–{high}%)"


def _back(evidence: Evidence, *, timezone: str, now: datetime, language: str) -> Iterator[str]:
    """When the background is reached, or was; nothing where the level denies that it was."""
    back, low, high = evidence.back_at, evidence.back_at_low, evidence.back_at_high
    if low is None:
        return
    days = partial(days_in, timezone=timezone, near=now, language=language)
    if back is None:
        yield say("wave.back.not_before", language, day=day_in(low, timezone=timezone, near=now, language=language))
    elif back > now:
        yield say("wave.back.about", language, days=days(back, low=max(low, now), high=high))
    elif not above_usual(evidence):
        since = high is not None and high <= now
        key = "wave.back.since" if since else "wave.back.now"
        yield say(key, language, days=days(back, low=low, high=high))

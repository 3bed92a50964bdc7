"""Telling a quiet campaign from a blind source: when even what is always busy is silent, nothing was seen (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from math import ceil

from .model import HOUR, Coverage, Status

BLIND = "the source is blind: what is always busy there is silent too"
_MEANT_POSTS = 7.0  # where so many are expected, none at all is chance once in a thousand (Poisson: e to the -7)
_UNLEARNED_H = 3
_LONGEST_H = 24
_LEARNED_H = 24


def blind_hours(volume: Mapping[datetime, float], spans: Iterable[Coverage]) -> frozenset[datetime]:
    """The hours of the spans in which the source itself was silent for longer than chance allows.

    `volume` holds the posts of every hour in which the source as a whole was looked at; of other hours
    nothing is said.
    """
    if not volume:
        return frozenset()
    width = _window_hours(volume)
    busy = {hour for hour, posts in volume.items() if posts > 0}
    wanted = {span.start + n * HOUR for span in spans for n in range((span.end - span.start) // HOUR)}
    return frozenset(
        hour for hour in wanted if hour in volume and not any(hour - n * HOUR in busy for n in range(width))
    )


def least_silence_hours(posts_an_hour: float) -> int:
    """How many hours without a post are more than chance, where so many posts an hour (> 0) are usual.

    >>> least_silence_hours(2.0)
    4
    """
    return max(ceil(_MEANT_POSTS / posts_an_hour), 1)


def outside(spans: Iterable[Coverage], blind: frozenset[datetime]) -> list[Coverage]:
    """The spans with their blind hours called missing."""
    if not blind:
        return list(spans)
    found: list[Coverage] = []
    for span in spans:
        if span.bucket_hours != 1 or span.status is not Status.COMPLETE:
            found.append(span)
            continue
        for hour in (span.start + n * HOUR for n in range((span.end - span.start) // HOUR)):
            status, reason = (Status.MISSING, BLIND) if hour in blind else (span.status, span.reason)
            found.append(Coverage(hour, hour + HOUR, status, reason))
    return found


def _window_hours(volume: Mapping[datetime, float]) -> int:
    """How long the source must be silent: one hour where it is busy, longer where it is small or new."""
    mean = sum(volume.values()) / len(volume)
    if len(volume) < _LEARNED_H or mean <= 0:
        return _UNLEARNED_H
    return min(least_silence_hours(mean), _LONGEST_H)

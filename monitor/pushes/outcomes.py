"""What measured pushes have to teach: each as the log of what came over what was expected, with its doubt (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log
from zoneinfo import ZoneInfo

from ..model import Effect, Extra, Outcome, Push

_Z90 = 1.645
_LEAST_POSTS = 0.5


def outcomes(pushes: Sequence[Push], effects: Mapping[int, Sequence[Effect]], *, timezone: str) -> tuple[Outcome, ...]:
    """The outcome of each push whose effect on posts is known, in the order in which they went out.

    A push for several topics teaches by each of them; the part of the day and the weekend are the campaign's own.
    """
    out = sorted((push for push in pushes if push.went_out_at), key=lambda push: str(push.went_out_at))
    return tuple(one for push in out for one in _of(push, effects.get(push.number, ()), ZoneInfo(timezone)))


def _of(push: Push, effects: Sequence[Effect], zone: ZoneInfo) -> Iterator[Outcome]:
    for effect in effects:
        head = effect.headline
        if head is None or head.measure != "posts" or push.went_out_at is None:
            continue
        found = log_ratio(head)
        if found is not None:
            local = push.went_out_at.astimezone(zone)
            yield Outcome(push.hook, local.hour // 6, local.weekday() >= 5, push.languages, *found)


def log_ratio(extra: Extra) -> tuple[float, float] | None:
    """The log of seen over expected, and its standard error as the interval has it; None where nothing is known.

    >>> from monitor.model import Verdict
    >>> found = log_ratio(Extra("x", "posts", 24, Verdict.MORE, 300.0, 200.0, 100.0, 60.0, 135.0))
    >>> [round(number, 2) for number in found or ()]
    [0.41, 0.11]
    """
    seen, expected, low, high = extra.seen, extra.expected, extra.low, extra.high
    if seen is None or expected is None or low is None or high is None:
        return None
    least, most = (max(seen - end, _LEAST_POSTS) for end in (high, low))
    ratio = log(max(seen, _LEAST_POSTS) / max(expected, _LEAST_POSTS))
    return ratio, (log(most) - log(least)) / (2 * _Z90)

"""Signs of a fade, a rise, a lasting decline, bucket by bucket: facts for the state rules, no decision.

Two things speak for a halved wave. Its fast level surely lies under half of the week's highest day: a
Gamma-Poisson credible bound, which the square root turns into one subtraction, as it makes a count's
spread constant (Anscombe). Or it is more likely than not that it will: a logistic regression of four
facts, pooled over campaigns (`learned.FADE_WEIGHTS`). `slow` compares medians of day levels before and
after, with the series' own day-to-day spread as the yardstick, and so needs no peak.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, isnan, log, sqrt
from typing import NamedTuple

from ..model import HOURLY, Pace, Sensitivity
from .learned import FADE_WEIGHTS
from .series import DAY_H, WEEK_H
from .stream import NAN, Lag, Quantiles, Window
from .usual import BURSTS, USUAL_H, Level

HALF = 0.5
WAVE_POSTS = 60.0  # the least posts a day at a peak that can fade
_STILL_POSTS = 50.0
_PROMINENCE, _STILL_PROMINENCE = 2.0, 1.7
_BACK = 1.25  # of the band between waves: above it, no wave is back at its background
_BACK_SHARE, _BACK_Z = 0.6, 2.0  # of the peak: a wave that is surely up there again has not faded
_FALLEN = 0.9  # of the peak: what is above has not begun to fall, however pointed the wave
_TRUSTED = 0.55  # of the rhythm: from then on a night is told from a fade
_NIGHT_CHANCE = 0.65  # until then, what may be a night is called a fade at two to one
_SAME_HOURS, _DROP_Z = 8, 3.0  # hours compared with yesterday's, and how surely they must hold less
_FALL_H = (36, 2 * DAY_H, 3 * DAY_H, 4 * DAY_H)
_GAP_H = 3.0  # that are missing within the longest of these: then more is asked for, as they may speak against a fade
_GAP_CHANCE, _GAP_Z = 0.65, -0.5
_RISE_Z = 2.5
_GROWING = 1.15
_SLOW_RATIO = 0.8
_DECLINE_EVERY_H = 6  # days overlap: to look each hour would tell nothing more
_LEAST_SUNK_POSTS = 20.0  # a day
_LEAST_FALL_POSTS = 60.0
_LEAST_FALL = 0.25  # log: a quarter of the level is lost within the days looked at
_MEDIAN_COST = 2.0  # a median of overlapping, correlated days knows half of what free days would
_LEAST_SLOW_POSTS = 6.0  # a day
_FEW_WEEK, _ENOUGH_WEEK, _FEW_DAY, _ENOUGH_DAY = 25.0, 40.0, 10.0, 20.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a sensitivity asks for: the chance and the credible bound of a halved wave, the z of a slow decline."""

    chance: float
    sure_z: float
    slow_z: float
    fall_z: float
    sunk_z: float


BOUNDS = {
    Sensitivity.CALM: Bounds(chance=0.65, sure_z=1.75, slow_z=-3.5, fall_z=-2.5, sunk_z=-5.0),
    Sensitivity.NORMAL: Bounds(chance=0.48, sure_z=1.5, slow_z=-3.0, fall_z=-2.0, sunk_z=-4.0),
    Sensitivity.EAGER: Bounds(chance=0.35, sure_z=0.5, slow_z=-2.5, fall_z=-1.75, sunk_z=-3.5),
}


class Sign(NamedTuple):
    """What the state rules ask of each bucket.

    `settled`: enough complete buckets stand behind a new judgement; `passed`: no peak stands out that can fade;
    `halved`: it fades, `gone`: half of it is gone by now; `back`: the level is surely up at the peak again;
    `share_twelve`: of the peak, and `twelve` itself, at a half-life of 12 hours; `decline`: the surest of those
    without a halved wave, in standard deviations.
    """

    complete: bool
    settled: bool
    few: bool
    enough: bool
    passed: bool
    halved: bool
    gone: bool
    rising: bool
    growing: bool
    slow: bool
    falling: bool
    sunk: bool
    fresh_peak: bool
    back: bool
    share_twelve: float
    twelve: float
    decline: float


class Signs:
    """Takes one level after the other and tells what it is a sign of; its size is bounded."""

    def __init__(
        self,
        pace: Pace = HOURLY,
        sensitivity: Sensitivity = Sensitivity.NORMAL,
        weights: Sequence[float] = FADE_WEIGHTS,
    ) -> None:
        self._pace, self._bounds, self._weights = pace, BOUNDS[sensitivity], tuple(weights)
        self._decline = _Decline(pace)
        self._falls = _Falls(pace)
        same = pace.buckets(_SAME_HOURS)
        self._now, self._hours = Window(same), Window(same)
        day = pace.buckets(DAY_H)
        self._yesterday, self._then = Lag(day), Lag(day)
        self._same = same
        self._missing, self._gap = Window(pace.buckets(_FALL_H[-1])), pace.length(_GAP_H)
        self._known = 0.0

    def add(self, at: Level) -> Sign:
        """The signs after the bucket that `at` tells of."""
        self._known += at.complete
        slower, usual, peak, twelve = self._pace.slower, _number(at.usual), at.peak, at.twelve
        wave = peak >= max(WAVE_POSTS / slower, _PROMINENCE * usual)
        still = peak >= max(_STILL_POSTS / slower, _STILL_PROMINENCE * usual)
        week = _number(at.week) * WEEK_H / DAY_H
        day = twelve if isnan(at.day) else at.day
        enough_day = day >= _ENOUGH_DAY / slower
        growing = at.six > _GROWING * day or at.six > peak
        top = max(peak, 1.0)
        chance = fade_chance(at, self._weights) if wave else NAN
        decline = self._decline.add(at.day, at.flat_day)
        self._falls.add(at.posts, at.complete * at.flat)
        fall = self._falls.steepest(self._decline.restless(usual)) if wave else 0.0
        night_proof = self._night_proof(at)
        whole = self._missing.add(1.0 - at.complete) < self._gap
        least = max(self._bounds.chance, 0.0 if night_proof else _NIGHT_CHANCE, 0.0 if whole else _GAP_CHANCE)
        under = 0.0 if wave or not at.flat_day <= HALF * at.calm else self._decline.under(at)
        likely = chance >= least and at.fast < _FALLEN * peak and not growing
        surely = night_proof and _under_half_z(at) >= self._bounds.sure_z
        return Sign(
            complete=at.complete > 0,
            settled=at.known_half_day >= 0.5 and self._known >= self._pace.first_look,
            few=week < _FEW_WEEK / slower and not day >= _FEW_DAY / slower,
            enough=week >= _ENOUGH_WEEK / slower or enough_day,
            passed=(not still or at.day <= at.usual) and not at.day > _BACK * at.calm_high,
            halved=wave and at.known_day >= 0.5 and (likely or surely),
            gone=at.fast < HALF * peak,
            rising=growing and enough_day and -root_gap(at.six, at.high, at.seen_six) >= _RISE_Z,
            growing=growing,
            slow=decline <= self._bounds.slow_z,
            falling=fall <= self._bounds.fall_z + (0.0 if whole else _GAP_Z),
            sunk=under <= self._bounds.sunk_z,
            fresh_peak=at.day >= peak,
            back=at.fast > _BACK_SHARE * top and -root_gap(at.six, _BACK_SHARE * peak, at.seen_six) >= _BACK_Z,
            share_twelve=twelve / top,
            twelve=twelve,
            decline=min(decline, fall, under),
        )

    def _night_proof(self, at: Level) -> bool:
        """Whether a low level cannot be the night: the rhythm is known, or yesterday's same hours held surely more.

        Without this, every topic would "halve" in its first nights. It takes the bucket in, and so is always asked.
        """
        now, hours = self._now.add(at.posts), self._hours.add(at.complete)
        yesterday, then = self._yesterday.add(now), self._then.add(hours)
        if at.trust >= _TRUSTED or at.day < HALF * at.peak:
            return True
        if not (hours >= self._same - 1 and then >= self._same - 1):
            return False
        spread = sqrt(1 / (now + 1) + 1 / (yesterday + 1) + 2 / (BURSTS * _SAME_HOURS))
        return log((yesterday + 1) / (now + 1)) / spread >= _DROP_Z


def root_gap(level: float, other: float, hours: float) -> float:
    """How many standard deviations of counting `level` lies under `other`, seen for `hours`."""
    seen, wanted = level * hours / DAY_H, other * hours / DAY_H
    return 2.0 * (sqrt(max(wanted, 0.0)) - sqrt(max(seen, 0.0) + 0.25))


def _under_half_z(at: Level) -> float:
    """How surely the fast level is under half of the peak; far from it where it is not known."""
    gap = root_gap(at.fast, HALF * at.peak, at.seen)
    return -9.0 if isnan(gap) else gap


def fade_facts(at: Level) -> tuple[float, ...]:
    """What speaks for a fade, a column for each of `learned.FADE_WEIGHTS`.

    They are 1, how surely the fast level is under half of the peak, and beside the peak (logs) the twelve-hour level,
    the mean of the week and the lower edge of the usual band. A pointed wave, one that the week's mean is far
    under, falls on; one that fills its week comes back.
    """
    log_peak = log(_number(at.peak) + 1)
    return (
        1.0,
        min(max(_under_half_z(at), -10.0), 10.0),
        *(log(_number(level) + 1) - log_peak for level in (at.twelve, at.week, at.low)),
    )


def fade_chance(at: Level, weights: Sequence[float] = FADE_WEIGHTS) -> float:
    """The probability that every day that ends one to three days later will be under half of the week's peak.

    NaN where no peak is known.
    """
    if isnan(at.peak):
        return NAN
    score = sum(weight * fact for weight, fact in zip(weights, fade_facts(at), strict=True))
    return 1.0 / (1.0 + exp(-score))


class _Falls:
    """How steadily the level falls within the last days: posts come earlier than the hours they were looked for in.

    The mean age of the posts, less the mean age of what the rhythm expects, is a slope (of a Poisson rate, for
    small slopes the maximum likelihood one); its spread is that of counts, widened by the series' own restlessness.
    """

    def __init__(self, pace: Pace) -> None:
        self._a_day = pace.buckets(DAY_H)
        self._widths = [pace.buckets(hours) for hours in _FALL_H]
        self._recent: deque[tuple[float, float]] = deque([(0.0, 0.0)] * self._widths[-1], maxlen=self._widths[-1])
        self._sums = [(0.0, 0.0, 0.0, 0.0, 0.0) for _ in self._widths]
        self._size = 0

    def add(self, posts: float, exposure: float) -> None:
        """Take in a bucket: every other grows a bucket older, and the oldest of each window leaves it."""
        recent, sums = self._recent, self._sums
        for number, width in enumerate(self._widths):
            came, aged, seen, first, second = sums[number]
            old_posts, old_seen = recent[-width]
            aged += came - old_posts * width
            second += 2 * first + seen - old_seen * width * width
            first += seen - old_seen * width
            sums[number] = (came + posts - old_posts, aged, seen + exposure - old_seen, first, second)
        recent.append((posts, exposure))
        self._size += 1

    def steepest(self, restless: float) -> float:
        """The surest fall in standard deviations, negative; 0 where there is none, or too little is known."""
        surest = 0.0
        for width, (came, aged, seen, first, second) in zip(self._widths, self._sums, strict=True):
            if self._size <= width or came < _LEAST_FALL_POSTS or seen < width / 2:
                continue
            spread = second / seen - (first / seen) ** 2
            earlier = first / seen - aged / came
            if earlier * width <= -_LEAST_FALL * spread:  # slope times width: what was lost in the window (log)
                variance = 1.0 + came / seen * (1 / BURSTS + self._a_day * restless)
                surest = min(surest, earlier / sqrt(spread * variance / came))
        return surest


class _Decline:
    """How significantly the last one, two or three weeks lie under those before, looked at every six hours."""

    def __init__(self, pace: Pace) -> None:
        self._every, self._next = pace.buckets(_DECLINE_EVERY_H), 0
        day, week, usual = (pace.buckets(hours) // self._every for hours in (DAY_H, WEEK_H, USUAL_H))
        self._day_before = Lag(day)
        self._jumps, self._least_jumps = Quantiles(usual), week // 2
        self._enough_jumps = 2 * week
        self._medians = [(width, Quantiles(width), Lag(width)) for width in (week, 2 * week, 3 * week)]
        self._free = _MEDIAN_COST * 2 * day
        self._spread = NAN
        self._lowest = 0.0

    def add(self, day: float, flat_day: float) -> float:
        """In standard deviations; 0 where they do not, or not by a fifth, or where too little is known."""
        self._next = (self._next or self._every) - 1
        if self._next == 0:
            self._lowest = self._look(day, flat_day)
        return self._lowest

    def _look(self, day: float, flat_day: float) -> float:
        before = self._day_before.add(flat_day)
        self._jumps.add(abs(log((flat_day + 1) / (before + 1))))
        jump = self._jumps.median(self._least_jumps)
        spread = self._spread = max(jump / 0.6745 / sqrt(2), 0.05)
        lowest = 0.0
        for width, days, lag in self._medians:
            days.add(day)
            now = days.median(int(0.6 * width))
            then = lag.add(now)
            if then >= _LEAST_SLOW_POSTS and now + 1 <= _SLOW_RATIO * (then + 1):
                lowest = min(lowest, log((now + 1) / (then + 1)) / (spread * sqrt(self._free / width)))
        return lowest

    def under(self, at: Level) -> float:
        """How significantly the last day lies under what is usual between waves; 0 where too little is usual."""
        if len(self._jumps) < self._enough_jumps or not at.calm >= _LEAST_SUNK_POSTS:
            return 0.0
        spread = sqrt(self._spread**2 + 1 / at.calm)
        return max(log((at.flat_day + 1) / (at.calm + 1)) / spread, -root_gap(at.flat_day, at.calm, DAY_H))

    def restless(self, usual: float) -> float:
        """The variance of days (log) beyond that of counts at the usual level; a quarter where it is not known."""
        if isnan(self._spread):
            return 0.25
        return max(self._spread**2 - 1 / max(usual, 1.0) - 1 / (BURSTS * DAY_H), 0.0)


def _number(value: float) -> float:
    return 0.0 if isnan(value) else value

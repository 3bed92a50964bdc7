"""What a judgement rests on: the numbers beside a state at the end of one hour."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from math import isfinite

import numpy as np

from ..model import HOUR, Evidence, State
from .calm import CALM_H
from .certainty import above, halved_certainty, normal_below, standing_certainty
from .fade import HALF, WAVE_POSTS
from .forecast import can_forecast, expected
from .relaxation import relaxation, share_left
from .series import DAY_H, WEEK_H, Floats
from .usual import Levels

FIRST_LOOKS = ("first look", "warm-up")  # reasons that age: they are said anew each hour
_WAVE_STATES = (State.FADING, State.RECOVERING, State.RISING)


class Witness:
    """Tells the evidence of any hour of a series; what is dear is computed when first asked for."""

    def __init__(self, start: datetime, found: Levels, decline: Floats) -> None:
        """`decline` is `fade.Sign.decline` of every bucket of `found`."""
        self._start = start
        self._found = found
        self._decline = decline
        self._pace = found.pace

    def evidence(  # one argument for each thing a judgement is made of
        self,
        hour: int,
        state: State,
        *,
        kind: str | None = None,
        reason: str = "",
        standing: bool = False,
        wave: int | None = None,
    ) -> Evidence:
        """The evidence for `state` after hour number `hour`; nothing but coverage under `no data`.

        A change is shown by the level that decided it; where a state is `standing`, the level is steadied by a few
        posts, as it is read again and again, and the certainty of a halved wave is what is known by now. `wave` is
        the hour that decided on the fade still spoken of: its peak stays the peak unless the level exceeds it.
        """
        if hour < 0:
            return Evidence(warm_up=True, reason=reason)
        week = self._pace.buckets(WEEK_H)
        known = int(self._found.complete[: hour + 1].sum())
        warm_up = known < week
        if reason.startswith(FIRST_LOOKS):
            days, needed = (buckets * self._pace.bucket_hours // DAY_H for buckets in (known, week))
            reason = f"warm-up: {days} of {needed} days known" if warm_up else FIRST_LOOKS[0]
        if state is State.NO_DATA:
            return Evidence(coverage=self._coverage(hour), warm_up=warm_up, reason=reason)
        found = self._found
        peak_hour = self._peak_hour(hour, state, wave)
        peak = None if peak_hour is None else float(found.day[peak_hour])
        level = float((found.shown if standing else found.fast)[hour])
        now = peak_hour if standing and kind == "halved" else None
        told = Evidence(
            level=_number(level),
            usual=_number(found.calm[hour]),
            usual_low=_number(found.calm_low[hour]),
            usual_high=_number(found.calm_high[hour]),
            peak=peak,
            peak_at=self._start + (peak_hour + 1) * self._pace.bucket if peak_hour is not None else None,
            share_of_peak=_number(level / max(peak, 1.0)) if peak is not None else None,
            background=_number(found.calm[hour]) if peak is not None else None,
            certainty=self._certainty(hour, state, kind, peak_hour=now),
            forecast_24h=self._forecast(hour),
            coverage=self._coverage(hour),
            warm_up=warm_up,
            reason=reason,
        )
        return told if peak_hour is None else self._halving(told, hour, peak_hour, state=state, standing=standing)

    def _coverage(self, hour: int) -> float:
        first = max(hour - self._pace.buckets(WEEK_H) + 1, 0)
        return float(self._found.complete[first : hour + 1].mean())

    def top(self, hour: int, *, wave: int | None = None) -> int | None:
        """The hour that ended the highest day known after `hour`: of the week, or of the wave since its fade's week."""
        seen_from = hour if wave is None else wave
        if not isfinite(self._found.peak_age[seen_from]):
            return None
        first = seen_from - int(self._found.peak_age[seen_from])
        return first + int(np.nanargmax(self._found.day[first : hour + 1]))

    def _peak_hour(self, hour: int, state: State, wave: int | None) -> int | None:
        """The hour of the peak that is told: one twice the usual, or one that the state speaks of; None outside a wave.

        While it is steady after a fade, the tail of the wave is no new peak, and the old one is told for four weeks.
        """
        top = self.top(hour, wave=wave)
        tail = state is State.STEADY and wave is not None and hour - wave > self._pace.buckets(CALM_H)
        if top is None or tail or state is State.TOO_FEW:
            return None
        usual = float(np.nan_to_num(self._found.calm[hour]))
        stands_out = self._found.day[top] >= max(2 * usual, WAVE_POSTS / self._pace.slower)
        return top if state in _WAVE_STATES or stands_out else None

    def _halving(self, told: Evidence, hour: int, peak_hour: int, *, state: State, standing: bool) -> Evidence:
        """`told` with what is known of how the wave passes; how fast, and until when, only where it does."""
        left = share_left(self._found, peak=peak_hour, now=hour, steadied=standing)
        if left is not None:
            told = replace(told, share_low=left[0], share_high=left[1])
        passes = state is State.FADING or (standing and state is State.STEADY)
        passes = passes and self._pace.bucket_hours == 1  # decays are fitted by the hour
        found = relaxation(self._found, peak=peak_hour, now=hour) if passes else None
        if found is not None and found.half_life is not None:
            half = found.half_life
            told = replace(told, half_life_hours=half.middle, half_life_low=half.low, half_life_high=half.high)
        if found is not None and found.back is not None:
            now = self._start + (hour + 1) * HOUR
            ends = (found.back.middle, found.back.low, found.back.high)
            back, low, high = (None if end is None else now + end * HOUR for end in ends)
            told = replace(told, back_at=back, back_at_low=low, back_at_high=high)
        return told

    def _forecast(self, hour: int) -> float | None:
        recent = self._found.tail(hour + 1, CALM_H)
        if self._pace.bucket_hours > 1 or not can_forecast(recent)[-1]:
            return None
        return float(expected(recent, np.array([len(recent.posts) - 1]), DAY_H)[0])

    def _certainty(self, hour: int, state: State, kind: str | None, *, peak_hour: int | None) -> float | None:
        """The probability that the state is right: learned for a halved wave, counted otherwise.

        `peak_hour` is given where a halved wave stands. Steady is right while more than half of the usual comes.
        """
        found = self._found
        if state is State.FADING and kind == "slow":
            return normal_below(-float(self._decline[hour]))
        if state is State.FADING and self._pace.bucket_hours > 1:
            return None  # it was learned by the hour
        if state is State.FADING and peak_hour is not None and isfinite(found.twelve[hour]):
            return standing_certainty(found, hour=hour, peak_hour=peak_hour)
        if state is State.FADING:
            return halved_certainty(found.at(hour))
        bound = {
            State.RISING: found.calm_high[hour],
            State.STEADY: HALF * found.calm[hour],
            State.RECOVERING: self._trough(hour),
        }.get(state, float("nan"))
        level, seen = float(found.six[hour]), float(found.seen_six[hour])
        if not isfinite(bound) or not isfinite(level):
            return None
        return above(level, float(bound), seen, bucket_hours=self._pace.bucket_hours)

    def _trough(self, hour: int) -> float:
        """The lowest level of the last week."""
        week = self._found.twelve[max(hour - self._pace.buckets(WEEK_H) + 1, 0) : hour + 1]
        return float(week[np.isfinite(week)].min(initial=np.inf))


def _number(value: float) -> float | None:
    return float(value) if isfinite(value) else None

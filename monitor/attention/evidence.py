"""What a judgement rests on: the numbers beside a state at the end of one hour."""

from __future__ import annotations

from datetime import datetime
from functools import cached_property
from math import isfinite

import numpy as np

from ..model import HOUR, Evidence, State
from .calm import CALM_H
from .certainty import above, halved_certainty, normal_below, standing_certainty
from .fade import HALF, WAVE_POSTS, decline_z
from .forecast import can_forecast, expected
from .half_life import HalfLife, half_life
from .series import DAY_H, WEEK_H, Floats, hours_since_max
from .usual import Levels

FIRST_LOOKS = ("first look", "warm-up")  # reasons that age: they are said anew each hour
_WAVE_STATES = (State.FADING, State.RECOVERING, State.RISING)


class Witness:
    """Tells the evidence of any hour of a series; what is dear is computed when first asked for."""

    def __init__(self, start: datetime, found: Levels) -> None:
        self._start = start
        self._found = found
        self._known_hours = np.cumsum(found.complete)

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
        known = int(self._known_hours[hour])
        warm_up = known < WEEK_H
        if reason.startswith(FIRST_LOOKS):
            reason = f"warm-up: {known // DAY_H} of 7 days known" if warm_up else FIRST_LOOKS[0]
        if state is State.NO_DATA:
            return Evidence(coverage=self._coverage(hour), warm_up=warm_up, reason=reason)
        found = self._found
        peak_hour = self._peak_hour(hour, state, wave)
        peak = None if peak_hour is None else float(found.day[peak_hour])
        halving = self._halving(hour, peak_hour, state)
        level = float((found.shown if standing else found.fast)[hour])
        now = peak_hour if standing and kind == "halved" else None
        return Evidence(
            level=_number(level),
            usual=_number(found.calm[hour]),
            usual_low=_number(found.calm_low[hour]),
            usual_high=_number(found.calm_high[hour]),
            peak=peak,
            peak_at=self._start + (peak_hour + 1) * HOUR if peak_hour is not None else None,
            share_of_peak=_number(level / max(peak, 1.0)) if peak is not None else None,
            half_life_hours=halving.hours if halving else None,
            half_life_low=halving.low if halving else None,
            half_life_high=halving.high if halving else None,
            background=_number(found.calm[hour]) if peak is not None else None,
            certainty=self._certainty(hour, state, kind, peak_hour=now),
            forecast_24h=self._forecast(hour),
            coverage=self._coverage(hour),
            warm_up=warm_up,
            reason=reason,
        )

    @cached_property
    def _peak_age(self) -> Floats:
        return hours_since_max(self._found.day, WEEK_H)

    @cached_property
    def _halved(self) -> Floats:
        return halved_certainty(self._found)

    @cached_property
    def _decline(self) -> Floats:
        return decline_z(self._found.day)

    def _coverage(self, hour: int) -> float:
        first = max(hour - WEEK_H + 1, 0)
        return float(self._found.complete[first : hour + 1].mean())

    def top(self, hour: int, *, wave: int | None = None) -> int | None:
        """The hour that ended the highest day known after `hour`: of the week, or of the wave since its fade's week."""
        seen_from = hour if wave is None else wave
        if not isfinite(self._peak_age[seen_from]):
            return None
        first = seen_from - int(self._peak_age[seen_from])
        return first + int(np.nanargmax(self._found.day[first : hour + 1]))

    def _peak_hour(self, hour: int, state: State, wave: int | None) -> int | None:
        """The hour of the peak that is told: one twice the usual, or one that the state speaks of; None outside a wave.

        While it is steady after a fade, the tail of the wave is no new peak, and the old one is told for four weeks.
        """
        top = self.top(hour, wave=wave)
        tail = state is State.STEADY and wave is not None and hour - wave > CALM_H
        if top is None or tail or state is State.TOO_FEW:
            return None
        usual = float(np.nan_to_num(self._found.calm[hour]))
        stands_out = self._found.day[top] >= max(2 * usual, WAVE_POSTS)
        return top if state in _WAVE_STATES or stands_out else None

    def _halving(self, hour: int, peak_hour: int | None, state: State) -> HalfLife | None:
        if peak_hour is None or state not in (State.FADING, State.STEADY):
            return None
        return half_life(self._found, peak=peak_hour, now=hour)

    def _forecast(self, hour: int) -> float | None:
        if not can_forecast(self._found)[hour]:
            return None
        return float(expected(self._found, np.array([hour]), DAY_H)[0])

    def _certainty(self, hour: int, state: State, kind: str | None, *, peak_hour: int | None) -> float | None:
        """The probability that the state is right: learned for a halved wave, counted otherwise.

        `peak_hour` is given where a halved wave stands. Steady is right while more than half of the usual comes.
        """
        found = self._found
        if state is State.FADING and kind == "slow":
            return normal_below(-float(self._decline[hour]))
        if state is State.FADING and peak_hour is not None and isfinite(found.twelve[hour]):
            return standing_certainty(found, hour=hour, peak_hour=peak_hour)
        if state is State.FADING:
            return _number(self._halved[hour])
        bound = {
            State.RISING: found.calm_high[hour],
            State.STEADY: HALF * found.calm[hour],
            State.RECOVERING: self._trough(hour),
        }.get(state, float("nan"))
        level, seen = float(found.six[hour]), float(found.seen_six[hour])
        return above(level, float(bound), seen) if isfinite(bound) and isfinite(level) else None

    def _trough(self, hour: int) -> float:
        """The lowest level of the last week."""
        week = self._found.twelve[max(hour - WEEK_H + 1, 0) : hour + 1]
        return float(week[np.isfinite(week)].min(initial=np.inf))


def _number(value: float) -> float | None:
    return float(value) if isfinite(value) else None

"""The six states: when each is entered and left, hour by hour, from signs alone (pure).

Entering and leaving have different thresholds, every passage needs its sign to last, and after a gap
the state before it is taken up again until enough complete hours stand behind a new one.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..model import HOURLY, Pace, State
from .signs import Sign

HALVED, SLOW = "halved", "slow"

_GONE, _GOING = "half of the peak is gone", "past its peak, and expected to stay under half of it"
_REVIVED_FACTOR, _REVIVED_SHARE = 2.0, 0.35  # twice the trough, and no longer small beside the peak
_AGAIN_H = 24  # the least time from one warning of a fade to the next
_REST_H = 6  # and the least time from its end to the next
_SETTLING_H = 6  # after a gap, before anything new is said
_BACK_LASTS_H = 6
_AFTER_WAVE_H = 42 * 24  # after a wave's fade: as long as the longest two stretches that a slow one compares
_AFTER_SLOW_H = 14 * 24
_FALLING_LASTS_H = 3
_SUNK_LASTS_H = 12
_SLOW_LASTS_H = 24
_SLOW_ENDS_H = 72


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage from one state to another, decided by bucket number `hour` of the series."""

    hour: int
    before: State
    to: State
    reason: str
    kind: str | None = None
    resumed: bool = False


@dataclass(frozen=True, slots=True)
class _Wish:
    """A state that an hour speaks for, and how many hours in a row must."""

    to: State
    lasting_h: int
    reason: str
    kind: str | None = None


class Walker:
    """Where the walk through the states stands; it takes one bucket's sign after the other."""

    def __init__(self, pace: Pace = HOURLY) -> None:
        self._pace = pace
        self.hour = -1  # the number of the last bucket
        self.state = State.NO_DATA
        self.kind: str | None = None
        self.held: tuple[State, str | None] | None = None  # what held before a gap
        self.alive = False  # the wave has been up since the last warning about it
        self.fell = True  # a fall of this wave was told
        self.trough = float("inf")
        self.faded_at = self.faded_until = self.slowed_until = self.resumed_at = -(10**9)
        self.wish: _Wish | None = None
        self.streak = self.silence = 0

    def step(self, sign: Sign, *, silent: int) -> Passage | None:
        """The passage that the next bucket decides, if any; `no data` once more than `silent` in a row are missing."""
        self.hour += 1
        self.silence = 0 if sign.complete else self.silence + 1
        if sign.complete:
            return self._complete(sign)
        return self._missing() if self.silence > silent else None

    def _missing(self) -> Passage | None:
        """The passage to `no data`, unless that is where the series stands."""
        if self.state is State.NO_DATA:
            return None
        self.held = (self.state, self.kind)
        before, self.state, self.kind = self.state, State.NO_DATA, None
        self.wish = None
        return Passage(self.hour, before, State.NO_DATA, "nothing complete comes in")

    def _complete(self, sign: Sign) -> Passage | None:
        """The passage that a complete bucket decides, if any."""
        hour = self.hour
        if self.held is not None:
            (self.state, self.kind), self.held = self.held, None
            self.resumed_at = hour
            return Passage(hour, State.NO_DATA, self.state, "data again", self.kind, resumed=True)
        if not sign.settled or hour - self.resumed_at < self._pace.buckets(_SETTLING_H):
            self.wish = None
            return None
        self._watch(sign)
        wish = self._wanted(sign)
        same = wish is not None and wish == self.wish
        self.streak = self.streak + 1 if same else 1
        self.wish = wish
        if wish is None or self.streak < self._pace.buckets(wish.lasting_h):
            return None
        return self._go(wish)

    def _watch(self, sign: Sign) -> None:
        if self.state is not State.FADING:
            self.alive = self.alive or sign.back or sign.fresh_peak
            self.fell = self.fell and not sign.fresh_peak
        if self.state is State.FADING:
            self.trough = min(self.trough, sign.twelve)
            if self.kind == HALVED:
                self.faded_until = self.hour
            else:
                self.slowed_until = self.hour

    def _go(self, wish: _Wish) -> Passage:
        passage = Passage(self.hour, self.state, wish.to, wish.reason, wish.kind)
        self.state, self.kind, self.wish = wish.to, wish.kind, None
        if wish.to is State.FADING:
            self.trough = float("inf")
        if wish.to is State.FADING:
            self.fell = True
        if wish.kind == HALVED:
            self.faded_at, self.alive = self.hour, False
        if wish.to is State.RECOVERING:
            self.alive = True
        return passage

    def _wanted(self, sign: Sign) -> _Wish | None:
        """What this bucket speaks for, from where the series stands; None to stay."""
        standing = self.state is State.FADING and self.kind == HALVED
        rested = self._since(self.faded_at, _AGAIN_H) and self._since(self.faded_until, _REST_H)
        if sign.halved and self.alive and rested and not standing:
            return _Wish(State.FADING, 1, _GONE if sign.gone else _GOING, HALVED)
        untold = not self.fell and self.state is not State.FADING
        if sign.falling and untold and self._since(self.faded_until, _AGAIN_H):
            return _Wish(State.FADING, _FALLING_LASTS_H, "falling for days", SLOW)
        if sign.few:
            too_few = self.state is State.TOO_FEW
            first = self.state is State.NO_DATA
            return None if too_few else _Wish(State.TOO_FEW, 1 if first else 12, "too little to judge")
        return _RULES[self.state](self, sign)

    def _since(self, then: int, hours: int) -> bool:
        """Whether so many hours of the rules have passed since bucket number `then`."""
        return self.hour - then >= self._pace.buckets(hours)

    def from_no_data(self, _: Sign) -> _Wish | None:
        """The first state of a series with enough posts."""
        return _Wish(State.STEADY, 1, "first look")

    def from_too_few(self, sign: Sign) -> _Wish | None:
        """Too few until there are clearly enough."""
        if sign.rising:
            return _Wish(State.RISING, 3, "above the usual and growing")
        return _Wish(State.STEADY, 3, "enough posts again") if sign.enough else None

    def from_steady(self, sign: Sign) -> _Wish | None:
        """Steady until the level grows out of its band or sinks for weeks."""
        if sign.rising:
            return _Wish(State.RISING, 3, "above the usual and growing")
        if self._since(self.faded_until, _AFTER_WAVE_H) and self._since(self.slowed_until, _AFTER_SLOW_H):
            if sign.slow:
                return _Wish(State.FADING, _SLOW_LASTS_H, "lower for weeks", SLOW)
            if sign.sunk:
                return _Wish(State.FADING, _SUNK_LASTS_H, "far under its usual level", SLOW)
        return None

    def from_rising(self, sign: Sign) -> _Wish | None:
        """Rising until growth has stopped for half a day."""
        return None if sign.growing else _Wish(State.STEADY, 12, "no longer growing")

    def from_fading(self, sign: Sign) -> _Wish | None:
        """Fading until the level comes back by more than chance, or the background is reached."""
        back = self.kind == HALVED and sign.back
        doubled = sign.twelve > _REVIVED_FACTOR * self.trough
        if back or (doubled and sign.share_twelve > _REVIVED_SHARE):
            return _Wish(State.RECOVERING, _BACK_LASTS_H, "rising again")
        if self.kind == SLOW:
            lower = sign.slow or sign.falling or sign.sunk
            return None if lower else _Wish(State.STEADY, _SLOW_ENDS_H, "no longer sinking")
        return _Wish(State.STEADY, 12, "quiet, back at background") if sign.passed else None

    def from_recovering(self, sign: Sign) -> _Wish | None:
        """Recovering until it grows past its band, or holds."""
        if sign.rising and sign.fresh_peak:
            return _Wish(State.RISING, 6, "above the usual and growing")
        return None if sign.growing else _Wish(State.STEADY, 12, "no longer growing")


_RULES = {
    State.NO_DATA: Walker.from_no_data,
    State.TOO_FEW: Walker.from_too_few,
    State.STEADY: Walker.from_steady,
    State.RISING: Walker.from_rising,
    State.FADING: Walker.from_fading,
    State.RECOVERING: Walker.from_recovering,
}

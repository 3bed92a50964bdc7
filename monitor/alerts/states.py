"""The six states: when each is entered and left, hour by hour, from signs alone (pure).

Entering and leaving have different thresholds, every passage needs its sign to last, and after a gap
the state before it is taken up again until enough complete hours stand behind a new one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import State
from .signs import Signs

HALVED, SLOW = "halved", "slow"

BACK_SHARE = 0.6  # of the peak: a wave that is up there again has not faded
_REVIVED_FACTOR, _REVIVED_SHARE = 2.0, 0.35  # twice the trough, and no longer small beside the peak
_AGAIN_H = 24  # the least time from one warning of a fade to the next
_REST_H = 6  # and the least time from its end to the next
_SETTLING_H = 6  # after a gap, before anything new is said
_BACK_LASTS_H = 6
_AFTER_WAVE_H = 42 * 24  # after a wave's fade: as long as the longest two stretches that a slow one compares
_AFTER_SLOW_H = 14 * 24
_SLOW_LASTS_H = 24
_SLOW_ENDS_H = 72


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage from one state to another, decided by hour number `hour` of the series."""

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


class _Walker:
    """Where the walk stands; it lives for one series."""

    def __init__(self, signs: Signs) -> None:
        names = ("settled", "few", "enough", "passed", "halved", "rising", "growing", "slow", "fresh_peak")
        self.flag = {name: getattr(signs, name).tolist() for name in names}
        self.back = ((signs.share > BACK_SHARE) & (signs.share_six > BACK_SHARE)).tolist()
        self.share_twelve = signs.share_twelve.tolist()
        self.twelve = signs.twelve.tolist()
        self.state = State.NO_DATA
        self.kind: str | None = None
        self.held: tuple[State, str | None] | None = None  # what held before a gap
        self.alive = False  # the wave has been up since the last warning about it
        self.trough = float("inf")
        self.faded_at = self.faded_until = self.slowed_until = self.resumed_at = -(10**9)
        self.wish: _Wish | None = None
        self.streak = 0

    def missing(self, hour: int) -> Passage | None:
        """The passage to `no data`, unless that is where the series stands."""
        if self.state is State.NO_DATA:
            return None
        self.held = (self.state, self.kind)
        before, self.state, self.kind = self.state, State.NO_DATA, None
        self.wish = None
        return Passage(hour, before, State.NO_DATA, "nothing complete comes in")

    def complete(self, hour: int) -> Passage | None:
        """The passage that a complete hour decides, if any."""
        if self.held is not None:
            (self.state, self.kind), self.held = self.held, None
            self.resumed_at = hour
            return Passage(hour, State.NO_DATA, self.state, "data again", self.kind, resumed=True)
        if not self.flag["settled"][hour] or hour - self.resumed_at < _SETTLING_H:
            self.wish = None
            return None
        self._watch(hour)
        wish = self._wanted(hour)
        same = wish is not None and self.wish is not None and wish.to is self.wish.to
        self.streak = self.streak + 1 if same else 1
        self.wish = wish
        if wish is None or self.streak < wish.lasting_h:
            return None
        return self._go(hour, wish)

    def _watch(self, hour: int) -> None:
        back = self.back[hour] and self.state is not State.FADING
        if back or self.flag["fresh_peak"][hour]:
            self.alive = True
        if self.state is State.FADING:
            self.trough = min(self.trough, self.twelve[hour])
            if self.kind == HALVED:
                self.faded_until = hour
            else:
                self.slowed_until = hour

    def _go(self, hour: int, wish: _Wish) -> Passage:
        passage = Passage(hour, self.state, wish.to, wish.reason, wish.kind)
        self.state, self.kind, self.wish = wish.to, wish.kind, None
        if wish.to is State.FADING:
            self.trough = float("inf")
        if wish.kind == HALVED:
            self.faded_at, self.alive = hour, False
        if wish.to is State.RECOVERING:
            self.alive = True
        return passage

    def _wanted(self, hour: int) -> _Wish | None:
        """What this hour speaks for, from where the series stands; None to stay."""
        flag = self.flag
        standing = self.state is State.FADING and self.kind == HALVED
        rested = hour - self.faded_at >= _AGAIN_H and hour - self.faded_until >= _REST_H
        if flag["halved"][hour] and self.alive and rested and not standing:
            return _Wish(State.FADING, 1, "half of the peak is gone", HALVED)
        if flag["few"][hour]:
            too_few = self.state is State.TOO_FEW
            first = self.state is State.NO_DATA
            return None if too_few else _Wish(State.TOO_FEW, 1 if first else 12, "too few posts to judge")
        return _RULES[self.state](self, hour)

    def from_no_data(self, _hour: int) -> _Wish | None:
        """The first state of a series with enough posts."""
        return _Wish(State.STEADY, 1, "first look")

    def from_too_few(self, hour: int) -> _Wish | None:
        """Too few until there are clearly enough."""
        if self.flag["rising"][hour]:
            return _Wish(State.RISING, 3, "above the usual and growing")
        return _Wish(State.STEADY, 3, "enough posts again") if self.flag["enough"][hour] else None

    def from_steady(self, hour: int) -> _Wish | None:
        """Steady until the level grows out of its band or sinks for weeks."""
        if self.flag["rising"][hour]:
            return _Wish(State.RISING, 3, "above the usual and growing")
        rested = hour - self.faded_until > _AFTER_WAVE_H and hour - self.slowed_until > _AFTER_SLOW_H
        if self.flag["slow"][hour] and rested:
            return _Wish(State.FADING, _SLOW_LASTS_H, "lower for weeks", SLOW)
        return None

    def from_rising(self, hour: int) -> _Wish | None:
        """Rising until growth has stopped for half a day."""
        return None if self.flag["growing"][hour] else _Wish(State.STEADY, 12, "no longer growing")

    def from_fading(self, hour: int) -> _Wish | None:
        """Fading until the level comes back by more than chance, or the background is reached."""
        back = self.kind == HALVED and self.back[hour]
        doubled = self.twelve[hour] > _REVIVED_FACTOR * self.trough
        if back or (doubled and self.share_twelve[hour] > _REVIVED_SHARE):
            return _Wish(State.RECOVERING, _BACK_LASTS_H, "rising again")
        if self.kind == SLOW:
            return None if self.flag["slow"][hour] else _Wish(State.STEADY, _SLOW_ENDS_H, "no longer sinking")
        return _Wish(State.STEADY, 12, "quiet, back at background") if self.flag["passed"][hour] else None

    def from_recovering(self, hour: int) -> _Wish | None:
        """Recovering until it grows past its band, or holds."""
        if self.flag["rising"][hour] and self.flag["fresh_peak"][hour]:
            return _Wish(State.RISING, 6, "above the usual and growing")
        return None if self.flag["growing"][hour] else _Wish(State.STEADY, 12, "no longer growing")


_RULES = {
    State.NO_DATA: _Walker.from_no_data,
    State.TOO_FEW: _Walker.from_too_few,
    State.STEADY: _Walker.from_steady,
    State.RISING: _Walker.from_rising,
    State.FADING: _Walker.from_fading,
    State.RECOVERING: _Walker.from_recovering,
}


def passages(signs: Signs, *, silent_hours: int = 2) -> Iterator[Passage]:
    """Every passage in order; `no data` once more than `silent_hours` in a row are not complete."""
    walker = _Walker(signs)
    silence = 0
    for hour, complete in enumerate(signs.complete.tolist()):
        silence = 0 if complete else silence + 1
        passage = None
        if complete:
            passage = walker.complete(hour)
        elif silence > silent_hours:
            passage = walker.missing(hour)
        if passage is not None:
            yield passage

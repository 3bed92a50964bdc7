"""One round: open the stream where the last one ended, read to the present, and know when that is reached."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic

from ... import web
from ...errors import SourceError
from ...model import Page
from .address import Endpoint
from .drain import SETTLES_US, Drain
from .lines import FUTURE, Notice
from .place import microseconds
from .stream import Dropped, Patience, Stream, TooOld, opened

_CONNECTIONS, _IN_VAIN = 50, 5  # in one round, and those in a row that brought nothing new
_REWIND_US = 5_000_000  # two instances see an event at slightly different times
_SKEW_US = web.LARGEST_SKEW // timedelta(microseconds=1)
_CATCHING_UP = 1.5  # times as fast as the clock: what goes slower is the present, or will never reach it


class _Elsewhere(Exception):
    """The stream does not begin at the number asked for: a time must be asked for instead."""


@dataclass(slots=True)
class _Pace:
    """Whether time in the stream still goes on faster than on the clock; time spent elsewhere does not count."""

    seconds: float
    began: float
    at_us: int

    def lost(self, at_us: int) -> bool:
        """Whether the last stretch was too slow; asked at any time, it answers at the end of each stretch."""
        passed = monotonic() - self.began
        if passed < self.seconds:
            return False
        slow = at_us - self.at_us < passed * 1_000_000 * _CATCHING_UP
        self.began, self.at_us = monotonic(), at_us
        return slow


class Round:
    """Reads a stream into a drain until `now`; whatever was read is yielded before an error is raised."""

    def __init__(
        self,
        endpoint: Endpoint,
        drain: Drain,
        *,
        now: datetime,
        clock: Callable[[], datetime],
        look_back: timedelta,
        private: bool,
        patience: Patience,
    ) -> None:
        self._endpoint, self._drain, self._patience, self._private = endpoint, drain, patience, private
        self._now, self._now_us, self._clock = now, microseconds(now), clock
        self._earliest_us = microseconds(now - look_back)

    def pages(self, *, exact: bool) -> Iterator[Page]:
        """The pages of the round; `exact` begins at the number of the saved place, else it begins at its time."""
        in_vain = 0
        for _ in range(_CONNECTIONS):
            reached_us = self._newest_us
            try:
                yield from self._connection(exact=exact)
                return
            except (_Elsewhere, TooOld):
                if not exact:
                    raise SourceError("does not give the posts of the time asked for") from None
                exact = False
            except Dropped:
                yield from self._rest()
                exact = self._drain.place is not None and self._drain.place.seq is not None
                in_vain = 0 if self._newest_us > reached_us else in_vain + 1
                if in_vain == _IN_VAIN or self._too_long:
                    break
            except SourceError:
                yield from self._rest()
                raise
        raise SourceError("the connection broke off again and again")

    def _connection(self, *, exact: bool) -> Iterator[Page]:
        cursor = self._cursor(exact=exact)
        exact = exact and cursor < self._earliest_us
        waiting, private = self._patience, self._private
        with opened(self._endpoint, cursor, allow_private=private, patience=waiting, clock=self._clock) as stream:
            self._drain.opened(exact=exact)
            yield from self._read(stream)
        yield from self._rest()

    def _cursor(self, *, exact: bool) -> int:
        """What to ask for: the number, or a time a little before, never further back than is wanted."""
        place = self._drain.place
        if place is None or place.at_us < self._earliest_us:
            return self._earliest_us
        return place.seq if exact and place.seq is not None else max(place.at_us - _REWIND_US, self._earliest_us)

    def _read(self, stream: Stream) -> Iterator[Page]:
        """Every line up to the present."""
        drain, until_us = self._drain, self._now_us
        pace = _Pace(self._patience.pace, monotonic(), self._newest_us)
        with closing(stream.lines()) as lines:
            for line in lines:
                found = drain.read(line, until_us=until_us) if line is not None else None
                if line is None or pace.lost(self._newest_us):
                    self._leave(stream.their_time if line is None else None)
                    return
                if found is not None and self._is_present(found):
                    return
                if drain.full:
                    began = monotonic()
                    yield from self._rest()
                    if self._too_long:
                        return
                    pace.began += monotonic() - began

    def _is_present(self, found: Notice | int) -> bool:
        """Whether an event of the present, or later, says that the end is reached; notices are acted on."""
        if isinstance(found, Notice):
            if found.ends:
                raise Dropped("the stream was ended by the other side")
            if found.name == FUTURE:
                raise _Elsewhere
            return False
        ahead_us = found - self._clock_us
        if ahead_us > _SKEW_US:
            raise SourceError(
                f"this machine's clock is {_minutes(ahead_us)} minutes behind the platform's: set it right"
            )
        self._drain.close(min(found - SETTLES_US, self._now_us))
        return True

    def _leave(self, quiet_since: datetime | None) -> None:
        """Nothing newer comes: the present, if the newest event is of just now; else nobody knows what is missing.

        With nothing more to come, all was seen up to when the stream was opened, by the platform's clock. Where what
        comes is too slow, no more was seen than came.
        """
        if not self._newest_us:
            raise SourceError("sent no posts at all")
        behind_us = self._clock_us - self._newest_us
        if behind_us > _SKEW_US:
            raise SourceError(
                f"its newest post is {_minutes(behind_us)} minutes old: the stream stands still or comes in too "
                "slowly, or this machine's clock is ahead"
            )
        if self._drain.heard:
            seen_us = self._newest_us - SETTLES_US if quiet_since is None else microseconds(quiet_since)
            self._drain.close(min(seen_us, self._now_us))

    @property
    def _newest_us(self) -> int:
        return self._drain.at_us

    @property
    def _clock_us(self) -> int:
        """Now, with what has passed since the round began."""
        return microseconds(self._clock())

    @property
    def _too_long(self) -> bool:
        return self._clock() - self._now > timedelta(seconds=self._patience.round)

    def _rest(self) -> Iterator[Page]:
        page = self._drain.page()
        if page is not None:
            yield page


def _minutes(us: int) -> int:
    return round(us / 60_000_000)

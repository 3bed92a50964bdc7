"""One judgement: what a series looks like bucket by bucket, and the states that follow from it (pure)."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np

from .alerts.states import HALVED, SLOW, Passage, Walker
from .attention.evidence import Witness
from .attention.fade import Signs
from .attention.series import Floats, hour_of_week, known
from .attention.usual import Gauge, Level, Levels
from .model import HOUR, HOURLY, Assessment, Change, Pace, Sensitivity, Series, State, Track, pace_of

_MARKS, _MARK_H = 4, 24  # how many points one can go back to, and how many buckets lie between them
# The last replay of each series: from one round to the next, most series are what they were and a bucket more.
_last: dict[tuple[str, str, str, str], Replay] = {}


def judge(
    series: Series,
    *,
    now: datetime | None = None,
    lag_hours: int = 0,
    round_hours: int = 1,
    sensitivity: Sensitivity = Sensitivity.NORMAL,
) -> tuple[Assessment, Track]:
    """Where `series` stands at `now` (default: its end), every change on the way, and its levels.

    The series is replayed bucket by bucket, each judged from what was known when it ended; what is new since the
    last call is added to it. Buckets after `now` are left out; those between the series' end and `now` count as
    missing. `no data` is said once nothing was complete for longer than `lag_hours` and two rounds of `round_hours`.
    """
    seen = until(series, now or series.end)
    silent = (lag_hours + 2 * round_hours) // seen.bucket_hours
    key = (seen.topic, seen.source, seen.measure, seen.method)
    replay = _last.pop(key, None)  # nobody else has it meanwhile, and it comes back only where all went well
    if replay is None or replay.asked != (seen.start, seen.bucket_hours, silent, sensitivity):
        replay = Replay(seen.start, pace_of(seen.bucket_hours), silent, sensitivity)
    replay.follow(*known(seen))
    judged = replay.assessment(seen), replay.track()
    _last[key] = replay
    return judged


def is_fresh() -> bool:
    """Whether nothing is kept of any replay: the next judgements begin at the beginning."""
    return not _last


def forget() -> None:
    """Drop every replay: what was wiped must not live on in memory."""
    _last.clear()


class Replay:
    """A series judged up to a bucket; the next costs the same after a year as after a day.

    Where buckets that were judged have changed since, as the newest do, it goes back to a mark before them.
    """

    def __init__(
        self,
        start: datetime,
        pace: Pace = HOURLY,
        silent: int = 2,
        sensitivity: Sensitivity = Sensitivity.NORMAL,
    ) -> None:
        """`silent` is how many buckets in a row may be missing before `no data` is said."""
        self.asked = (start, pace.bucket_hours, silent, sensitivity)
        self._start, self._silent = start, silent
        self._gauge = Gauge(int(hour_of_week(start, 1)[0]), pace)
        self._signs, self._walker = Signs(pace, sensitivity), Walker(pace)
        self._table = np.empty((0, len(Level._fields)))
        self._decline = np.empty(0)
        self._size = 0
        self._seen = np.empty(0), np.empty(0)
        self.passages: list[Passage] = []
        self._changes: list[Change] = []
        self._beginning = pickle.dumps((self._gauge, self._signs, self._walker))
        self._marks: list[tuple[int, bytes]] = []

    def follow(self, posts: Floats, complete: Floats) -> None:
        """Judge the series as it is now: whole, from its first bucket on."""
        self._go_back(self._same_as(posts, complete))
        first, size = self._size, len(posts)
        rows = [
            self._judged(at, bucket, left=size - at)
            for at, bucket in enumerate(zip(posts[first:].tolist(), complete[first:].tolist(), strict=True), first)
        ]
        self._seen = posts, complete
        if not rows:
            return
        self._make_room(size)
        levels, declines = zip(*rows, strict=True)
        self._table[first:size], self._decline[first:size] = levels, declines
        self._size = size

    def _judged(self, at: int, bucket: tuple[float, float], *, left: int) -> tuple[Level, float]:
        """The level after a bucket, and how significant its decline is; a passage is noted, and a mark now and then."""
        if at % _MARK_H == 0 and left <= _MARKS * _MARK_H:
            self._marks = [*self._marks, (at, pickle.dumps((self._gauge, self._signs, self._walker)))][-_MARKS:]
        level = self._gauge.add(*bucket)
        sign = self._signs.add(level)
        passage = self._walker.step(sign, silent=self._silent)
        if passage is not None:
            self.passages.append(passage)
        return level, sign.decline

    def _same_as(self, posts: Floats, complete: Floats) -> int:
        """How many of the buckets judged are still what they were."""
        size = min(self._size, len(posts))
        was_posts, was_complete = self._seen
        other = np.flatnonzero((was_posts[:size] != posts[:size]) | (was_complete[:size] != complete[:size]))
        return int(other[0]) if len(other) else size

    def _go_back(self, same: int) -> None:
        """To the last mark at which nothing had changed, or to the beginning; nowhere if all is as it was."""
        if same == self._size:
            return
        self._marks = [mark for mark in self._marks if mark[0] <= same]
        self._size, held = self._marks[-1] if self._marks else (0, self._beginning)
        self._gauge, self._signs, self._walker = pickle.loads(held)  # noqa: S301 (it was written above)
        self.passages = [passage for passage in self.passages if passage.hour < self._size]
        del self._changes[len(self.passages) :]

    def _make_room(self, size: int) -> None:
        if size > len(self._table):
            room = size - self._size + _MARKS * _MARK_H
            self._table = np.vstack([self._table[: self._size], np.empty((room, self._table.shape[1]))])
            self._decline = np.concatenate([self._decline[: self._size], np.empty(room)])

    @property
    def found(self) -> Levels:
        """The levels so far."""
        columns = zip(Level._fields, self._table[: self._size].T, strict=True)
        return Levels(**dict(columns), pace=self._gauge.pace)

    @property
    def witness(self) -> Witness:
        """Who tells the evidence of any bucket so far."""
        return Witness(self._start, self.found, self._decline[: self._size])

    def changes(self) -> tuple[Change, ...]:
        """Every change of state with its evidence."""
        witness = self.witness
        for number in range(len(self._changes), len(self.passages)):
            passage = self.passages[number]
            wave = told_wave(self.passages[: number + 1], witness)
            evidence = witness.evidence(passage.hour, passage.to, kind=passage.kind, reason=passage.reason, wave=wave)
            self._changes.append(
                Change(
                    at=self._start + (passage.hour + 1) * self._gauge.pace.bucket,
                    before=passage.before,
                    to=passage.to,
                    evidence=evidence,
                    kind=passage.kind,
                    resumed=passage.resumed,
                )
            )
        return tuple(self._changes)

    def assessment(self, series: Series) -> Assessment:
        """Where the series stands after its last bucket."""
        changes, witness = self.changes(), self.witness
        last = changes[-1] if changes else None
        state, kind = (last.to, last.kind) if last else (State.NO_DATA, None)
        wave = told_wave(self.passages, witness)
        return Assessment(
            topic=series.topic,
            source=series.source,
            at=series.end,
            state=state,
            since=last.at if last else series.start,
            evidence=witness.evidence(
                self._size - 1, state, kind=kind, reason=_standing_reason(changes), standing=True, wave=wave
            ),
            kind=kind,
            changes=changes,
        )

    def track(self) -> Track:
        """What every bucket looked like at its own end."""
        found = self.found
        level = np.where(found.complete > 0, found.shown, np.nan)  # nothing was seen there: no line through a gap
        usual = (column.copy() for column in (found.calm, found.calm_low, found.calm_high))
        return Track(self._start, level, *usual)


def told_wave(passed: Sequence[Passage], witness: Witness) -> int | None:
    """The hour that decided on the fade whose wave is still spoken of after the last of `passed`; None if none is.

    A fade that comes again without a new peak is of the same wave; a rise begins another.
    """
    wave, left = None, None
    for passage in passed:
        if passage.kind == HALVED and not passage.resumed:
            top = witness.top(passage.hour)
            again = wave is not None and (left is None or top is None or top <= left)
            wave, left = (wave if again else passage.hour), None
        elif passage.kind == SLOW or passage.to in (State.RISING, State.TOO_FEW):
            wave = None
        elif passage.before is State.FADING and passage.to is not State.NO_DATA:
            left = passage.hour
    return wave


def until(series: Series, now: datetime) -> Series:
    """`series` cut, or lengthened by buckets in which nothing was observed, to the last whole one of `now`."""
    buckets = max((now - series.start) // (series.bucket_hours * HOUR), 0)
    absent = max(buckets - len(series.values), 0)
    values = np.concatenate([series.values[:buckets], np.full(absent, np.nan)])
    complete = np.concatenate([series.complete[:buckets], np.zeros(absent, dtype=np.bool_)])
    return replace(series, values=values, complete=complete)


def _standing_reason(changes: tuple[Change, ...]) -> str:
    """Why the state holds that holds now: what it was entered for, not that it was taken up again."""
    if not changes:
        return "too little seen yet"
    for change in reversed(changes):
        if change.to is changes[-1].to and not change.resumed:
            return change.evidence.reason
    return changes[-1].evidence.reason

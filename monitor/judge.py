"""One judgement: what a series looks like hour by hour, and the states that follow from it (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np

from .alerts.states import HALVED, SLOW, Passage, passages
from .attention.evidence import Witness
from .attention.fade import signs
from .attention.usual import Levels, levels
from .model import HOUR, Assessment, Change, Series, State, Track

_Asked = tuple[datetime, bytes, bytes, int]
# The last judgement of each series: between rounds most series are what they were.
_last: dict[tuple[str, str, str, str], tuple[_Asked, tuple[Assessment, Track]]] = {}


def judge(
    series: Series, *, now: datetime | None = None, lag_hours: int = 0, round_hours: int = 1
) -> tuple[Assessment, Track]:
    """Where `series` stands at `now` (default: its end), every change on the way, and its levels.

    The series is replayed hour by hour, each hour judged from what was known when it ended. Hours
    after `now` are left out; hours between the series' end and `now` count as missing. `no data` is
    said once nothing was complete for longer than `lag_hours` and two rounds of `round_hours`.
    """
    seen = until(series, now or series.end)
    posts = np.where(seen.complete, seen.values, np.nan)
    asked = (seen.start, posts.tobytes(), seen.complete.tobytes(), lag_hours + 2 * round_hours)
    key = (seen.topic, seen.source, seen.measure, seen.method)
    last = _last.get(key)
    if last is None or last[0] != asked:
        last = _last[key] = asked, _judged(seen, silent_hours=lag_hours + 2 * round_hours)
    return last[1]


def _judged(seen: Series, *, silent_hours: int) -> tuple[Assessment, Track]:
    found = levels(seen)
    witness = Witness(seen.start, found)
    passed = tuple(passages(signs(found), silent_hours=silent_hours))
    changes = tuple(
        Change(
            at=seen.start + (passage.hour + 1) * HOUR,
            before=passage.before,
            to=passage.to,
            evidence=witness.evidence(
                passage.hour,
                passage.to,
                kind=passage.kind,
                reason=passage.reason,
                wave=told_wave(passed[: number + 1], witness),
            ),
            kind=passage.kind,
            resumed=passage.resumed,
        )
        for number, passage in enumerate(passed)
    )
    return _assessment(seen, changes, witness, told_wave(passed, witness)), _track(seen, found)


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
    """`series` cut, or lengthened by hours in which nothing was observed, to the last whole hour of `now`."""
    hours = max((now - series.start) // HOUR, 0)
    absent = max(hours - len(series.values), 0)
    values = np.concatenate([series.values[:hours], np.full(absent, np.nan)])
    complete = np.concatenate([series.complete[:hours], np.zeros(absent, dtype=np.bool_)])
    return Series(series.topic, series.source, series.measure, series.start, values, complete, method=series.method)


def _assessment(series: Series, changes: tuple[Change, ...], witness: Witness, wave: int | None) -> Assessment:
    last = changes[-1] if changes else None
    state = last.to if last else State.NO_DATA
    kind = last.kind if last else None
    return Assessment(
        topic=series.topic,
        source=series.source,
        at=series.end,
        state=state,
        since=last.at if last else series.start,
        evidence=witness.evidence(
            len(series.values) - 1, state, kind=kind, reason=_standing_reason(changes), standing=True, wave=wave
        ),
        kind=kind,
        changes=changes,
    )


def _standing_reason(changes: tuple[Change, ...]) -> str:
    """Why the state holds that holds now: what it was entered for, not that it was taken up again."""
    if not changes:
        return "too little seen yet"
    for change in reversed(changes):
        if change.to is changes[-1].to and not change.resumed:
            return change.evidence.reason
    return changes[-1].evidence.reason


def _track(series: Series, found: Levels) -> Track:
    level = np.where(found.complete > 0, found.shown, np.nan)  # nothing was seen there: no line through a gap
    return Track(series.start, level, found.calm, found.calm_low, found.calm_high)

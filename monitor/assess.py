"""One assessment: what a series looks like hour by hour, the states that follow from it, and a round of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from .alerts.states import HALVED, SLOW, Passage, passages
from .attention.evidence import Witness
from .attention.fade import signs
from .attention.forecast import forecasts
from .attention.usual import Levels, levels
from .model import DAY, HOUR, Assessment, Change, Coverage, Series, SourceView, State, Status, Topic, TopicView, Track
from .sources import invented, live
from .store import Store

__all__ = ["assess_round", "forecasts", "judge", "present", "views"]

HISTORY = 400 * DAY  # what is replayed: more than a year, so that its usual weeks are in it
MOST_BY_ONE = 3.0  # posts of one account in an hour: who writes more is one voice still
_GAPS_SHOWN = 31 * DAY


def judge(
    series: Series, *, now: datetime | None = None, lag_hours: int = 0, round_hours: int = 1
) -> tuple[Assessment, Track]:
    """Where `series` stands at `now` (default: its end), every change on the way, and its levels.

    The series is replayed hour by hour, each hour judged from what was known when it ended. Hours
    after `now` are left out; hours between the series' end and `now` count as missing. `no data` is
    said once nothing was complete for longer than `lag_hours` and two rounds of `round_hours`.
    """
    seen = until(series, now or series.end)
    found = levels(seen)
    witness = Witness(seen.start, found)
    passed = tuple(passages(signs(found), silent_hours=lag_hours + 2 * round_hours))
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


def present(store: Store, sources: Iterable[str], *, now: datetime) -> datetime | None:
    """The moment to judge at: `now`, in a story its newest round, and None where there are only archives."""
    names = tuple(sources)
    if invented(names):
        return store.round_time()
    return now if any(live(source) for source in names) else None


def views(store: Store, *, topics: Sequence[Topic], now: datetime | None = None) -> tuple[TopicView, ...]:
    """Every topic with data, as of `now`; an archive is judged at its last covered hour at the latest."""
    found = []
    for topic in topics:
        shown = [view for source in store.sources(topic.key) if (view := _view(store, topic, source, now=now))]
        if shown:
            found.append(TopicView(topic, tuple(sorted(shown, key=_weight, reverse=True))))
    return tuple(found)


def assess_round(store: Store, *, topics: Sequence[Topic], now: datetime) -> list[str]:
    """Judge every topic, store the changes of state since the last round, and give back a line for each."""
    judged = [
        (view.topic, source.assessment) for view in views(store, topics=topics, now=now) for source in view.sources
    ]
    told = []
    with store.recording(now=now) as recording:
        for topic, assessment in judged:
            words = f"{topic.alias} on {assessment.source}"
            stored = recording.add_changes(topic.key, assessment.source, assessment.changes)
            told += [f"{one.at:%Y-%m-%d %H:%M} UTC  {words}: {one.before} → {one.to}" for one in stored]
        recording.end_round()
    return told


def _view(store: Store, topic: Topic, source: str, *, now: datetime | None) -> SourceView | None:
    series = store.series(topic.key, source)
    if series is None:
        return None
    end = series.end if live(source) else _last_known(series)
    at = end if now is None else now if live(source) else min(now, end)
    recent = _since(series, at - HISTORY)
    if at <= recent.start:
        return None
    recent, flood = without_floods(recent, store.series(topic.key, source, measure="busiest"))
    left_out = float(np.nansum(flood[max((at - DAY - recent.start) // HOUR, 0) : (at - recent.start) // HOUR]))
    assessment, track = judge(recent, now=at)
    gaps = gaps_until(store.coverage(topic.key, source, since=at - _GAPS_SHOWN), at)
    fresh = _last_known(until(recent, at)) if recent.complete[: (at - recent.start) // HOUR].any() else None
    return SourceView(assessment, recent, track, gaps, fresh, store.crowd(topic.key, source, until=at), round(left_out))


def without_floods(posts: Series, busiest: Series | None) -> tuple[Series, NDArray[np.float64]]:
    """The series with an hour's busiest account counted for MOST_BY_ONE posts at most, and what was left out by hour.

    One account that writes all day is no attention, and its end no fade.
    """
    if busiest is None:
        return posts, np.zeros(len(posts.values))
    wrote = _since(busiest, posts.start).values[: len(posts.values)]
    excess = np.maximum(np.nan_to_num(wrote) - MOST_BY_ONE, 0)
    excess = np.concatenate([excess, np.zeros(len(posts.values) - len(excess))])
    return replace(posts, values=posts.values - excess), excess


def _last_known(series: Series) -> datetime:
    """The end of the last complete hour, or of the series where there is none."""
    known = np.flatnonzero(series.complete)
    return series.start + (int(known[-1]) + 1) * HOUR if len(known) else series.end


def gaps_until(covered: Sequence[Coverage], at: datetime) -> tuple[Coverage, ...]:
    """What is not complete from the first covered hour to `at`, hours nobody looked at included."""
    found: list[Coverage] = []
    known_to = covered[0].start if covered else at
    for span in (*covered, Coverage(at, at, Status.COMPLETE)):
        if known_to < span.start:
            found.append(Coverage(known_to, min(span.start, at), Status.MISSING, "nobody looked"))
        if span.status is not Status.COMPLETE and span.start < at:
            found.append(span)
        known_to = max(known_to, span.end)
    return tuple(found)


def _since(series: Series, moment: datetime) -> Series:
    skipped = max((moment - series.start) // HOUR, 0)
    start = series.start + skipped * HOUR
    values, complete = series.values[skipped:], series.complete[skipped:]
    return Series(series.topic, series.source, series.measure, start, values, complete, series.method)


def _weight(view: SourceView) -> float:
    """The last usual level that is known, so that a source in an outage goes on leading."""
    for known in (view.track.usual, view.track.level):
        finite = known[np.isfinite(known)]
        if len(finite):
            return float(finite[-1])
    return 0.0

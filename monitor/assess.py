"""One assessment: every topic as it stands now in every source, and a round of that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from math import ceil

import numpy as np
from numpy.typing import NDArray

from .attention.dips import dips
from .judge import judge, until
from .model import (
    CONTROL,
    DAY,
    HOUR,
    SAMPLE,
    Change,
    Coverage,
    Daily,
    Rest,
    Series,
    SourceView,
    Status,
    Topic,
    TopicView,
    hour_of,
)
from .sources import invented, live, platform_of
from .store import Store

HISTORY = 400 * DAY  # what is replayed: more than a year, so that its usual weeks are in it
_BLOCK = 28 * DAY  # its beginning moves on so seldom: from one round to the next it is the same
_FIRST_BLOCK = datetime(1970, 1, 1, tzinfo=UTC)
MOST_BY_ONE = 3.0  # posts of one account in an hour: who writes more is one voice still
DIPPED = "the source as a whole gave far less than usual"
NOBODY = "nobody looked"
_GAPS_SHOWN = 31 * DAY
_LONGEST_PACE_H = 12  # where a budget draws rounds out further, a day without news is "no data" all the same


def present(store: Store, sources: Iterable[str], *, now: datetime) -> datetime | None:
    """The moment to judge at: `now`, in a story its newest round, and None where there are only archives."""
    names = tuple(sources)
    if invented(names):
        return store.round_time()
    return now if any(live(source) for source in names) else None


def views(
    store: Store, *, topics: Sequence[Topic], now: datetime | None = None, only: Collection[str] | None = None
) -> tuple[TopicView, ...]:
    """Every topic with data, as of `now`, in all sources or `only` in some; an archive is judged at its last hour."""
    now = hour_of(now) if now is not None else None
    judged = _judged(_Known(store, now and beginning(now)), topics, now=now, only=only)
    return tuple(TopicView(topic, shown, _dailies(store, topic, now=now)) for topic, shown in judged)


def _judged(
    known: _Known, topics: Sequence[Topic], *, now: datetime | None, only: Collection[str] | None
) -> Iterator[tuple[Topic, tuple[SourceView, ...]]]:
    """Each topic with data by the hour, and how it stands in each source, the leading one first."""
    for topic in topics:
        sources = [one for one in known.store.sources(topic.key, bucket_hours=1) if only is None or one in only]
        shown = [view for source in sources if (view := _view(known, topic, source, now=now))]
        if shown:
            yield topic, tuple(sorted(shown, key=_weight, reverse=True))


def rest(
    store: Store,
    judged: Sequence[TopicView],
    *,
    topics: Sequence[Topic],
    platforms: Collection[str],
    now: datetime | None,
) -> Rest:
    """What there is beside the judged topics: those counted by the day, and who of the `platforms` did not answer.

    What a source said after `now` was not known then: of the past nobody is called silent.
    """
    shown = {view.topic.key for view in judged}
    by_day = [(topic, _dailies(store, topic, now=now)) for topic in topics if topic.key not in shown]
    silent = tuple(
        pulse
        for pulse in store.pulses()
        if pulse.reason and platform_of(pulse.source) in platforms and (now is None or pulse.tried_at <= now)
    )
    return Rest(tuple((topic, days) for topic, days in by_day if days), silent)


def beginning(at: datetime) -> datetime:
    """Where the replay begins that judges the hour `at`."""
    return at - HISTORY - (at - HISTORY - _FIRST_BLOCK) % _BLOCK


def _dailies(store: Store, topic: Topic, *, now: datetime | None) -> tuple[Daily, ...]:
    """The topic's daily series, which are shown and not judged."""
    by_day = store.sources(topic.key, bucket_hours=24)
    return tuple(daily for source in by_day for daily in store.dailies(topic.key, source, until=now))


def assess_round(
    store: Store, *, topics: Sequence[Topic], now: datetime, only: Collection[str] | None = None
) -> list[str]:
    """Judge every topic, store the changes of state since the last round, and give back a line for each that is news.

    What hours decided that came in late is stored but no news; it becomes news once an hour that came in time
    finds the same state.
    """
    known = _Known(store, beginning(now))
    found = _judged(known, topics, now=hour_of(now), only=only)
    judged = [(topic, view) for topic, shown in found for view in shown]
    told = []
    with store.recording(now=now) as recording:
        for topic, view in judged:
            assessment = view.assessment
            words = f"{topic.alias} on {assessment.source}"
            news_from = now - known.patience_hours(assessment.source) * HOUR
            stored = recording.add_changes(topic.key, assessment.source, assessment.changes, news_from=news_from)
            fresh = view.fresh_until if view.fresh_until and view.fresh_until >= news_from else None
            late = fresh and recording.confirm(topic.key, assessment.source, state=assessment.state, at=fresh)
            news = [*stored, *(assessment.changes[-1:] if late else ())]
            told += [f"{one.at:%Y-%m-%d %H:%M} UTC  {words}: {_passage(one)}" for one in news]
        recording.end_round()
    return told


def _passage(change: Change) -> str:
    return f"{change.before} → {change.to}{' (as before the gap)' if change.resumed else ''}"


class _Known:
    """What is known of the sources themselves, looked up once an assessment."""

    def __init__(self, store: Store, since: datetime | None = None) -> None:
        self.store, self._since = store, since
        self._pulses = {pulse.source: pulse for pulse in store.pulses()}
        self._dips: dict[str, frozenset[datetime]] = {}

    def pace(self, source: str) -> tuple[int, int]:
        """A source's lag and the time between its rounds, in hours; an archive has neither."""
        pulse = self._pulses.get(source)
        if pulse is None:
            return 0, 1
        hours = max(ceil(pulse.every_minutes / 60), 1)
        told = invented({platform_of(source)})  # a story may be told at days a second
        return pulse.lag_hours, hours if told else min(hours, _LONGEST_PACE_H)

    def why(self, source: str) -> tuple[Status, str]:
        """Why the newest hours of a source are not known: what it said last, or that nobody asked."""
        pulse = self._pulses.get(source)
        return (pulse.status, pulse.reason) if pulse and pulse.reason else (Status.MISSING, NOBODY)

    def patience_hours(self, source: str) -> int:
        """How long an hour may take to come in: the lag and two rounds."""
        lag_hours, round_hours = self.pace(source)
        return lag_hours + 2 * round_hours

    def dips(self, source: str) -> frozenset[datetime]:
        """The hours in which the source as a whole gave far less than is usual."""
        if source not in self._dips:
            measure = self.store.judged_measure(CONTROL, source)
            control = self.store.series(CONTROL, source, measure=measure, since=self._since)
            low = np.flatnonzero(dips(control)).tolist() if control is not None else []
            self._dips[source] = frozenset(control.start + hour * HOUR for hour in low) if control else frozenset()
        return self._dips[source]


def _view(known: _Known, topic: Topic, source: str, *, now: datetime | None) -> SourceView | None:
    store = known.store
    since = beginning(now) if now is not None and live(source) else None
    covered = store.coverage(topic.key, source, since=since)
    measure = store.judged_measure(topic.key, source)
    series = store.series(topic.key, source, measure=measure, since=since, covered=covered)
    if series is None:
        return None
    end = series.end if live(source) else _last_known(series)
    at = end if now is None else now if live(source) else min(now, end)
    recent = _since(series, beginning(at))
    if at <= recent.start or any(span.reason == SAMPLE for span in covered):
        return None
    busiest = store.series(topic.key, source, measure="busiest", since=since, covered=covered)
    recent, flood = without_floods(recent, busiest)
    left_out = float(np.nansum(flood[max((at - DAY - recent.start) // HOUR, 0) : (at - recent.start) // HOUR]))
    recent, dipped = without_dips(recent, known.dips(source))
    lag_hours, round_hours = known.pace(source)
    assessment, track = judge(
        recent, now=at, lag_hours=lag_hours, round_hours=round_hours, sensitivity=topic.sensitivity
    )
    shown = [span for span in (*covered, *dipped) if span.end > at - _GAPS_SHOWN]
    newest = max((span.end for span in shown), default=at)
    waited_for = newest if at - newest <= known.patience_hours(source) * HOUR else at  # the next round may bring it
    gaps = gaps_until(shown, min(waited_for, at), why=known.why(source))
    fresh = _last_known(until(recent, at)) if recent.complete[: (at - recent.start) // HOUR].any() else None
    return SourceView(assessment, recent, track, gaps, fresh, store.crowd(topic.key, source, until=at), round(left_out))


def without_dips(posts: Series, dipped: Collection[datetime]) -> tuple[Series, list[Coverage]]:
    """The series without the hours in which the source as a whole dipped, and those hours as gaps."""
    whole, gaps = posts.complete.copy(), list[Coverage]()
    for hour in sorted(dipped):
        if not posts.start <= hour < posts.end:
            continue
        whole[(hour - posts.start) // HOUR] = False
        start = gaps.pop().start if gaps and gaps[-1].end == hour else hour
        gaps.append(Coverage(start, hour + HOUR, Status.PARTIAL, DIPPED))
    return replace(posts, complete=whole), gaps


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


def gaps_until(
    covered: Sequence[Coverage], at: datetime, *, why: tuple[Status, str] = (Status.MISSING, NOBODY)
) -> tuple[Coverage, ...]:
    """What is not complete from the first covered hour to `at`: hours nobody looked at too, the newest with a `why`."""
    found: list[Coverage] = []
    known_to = covered[0].start if covered else at
    for span in (*covered, Coverage(at, at, Status.COMPLETE)):
        if known_to < span.start:
            status, reason = why if span.start >= at else (Status.MISSING, NOBODY)
            found.append(Coverage(known_to, min(span.start, at), status, reason))
        if span.status is not Status.COMPLETE and span.start < at:
            found.append(span)
        known_to = max(known_to, span.end)
    return tuple(sorted(found, key=lambda span: span.start))


def _since(series: Series, moment: datetime) -> Series:
    skipped = max((moment - series.start) // HOUR, 0)
    start = series.start + skipped * HOUR
    values, complete = series.values[skipped:], series.complete[skipped:]
    return Series(series.topic, series.source, series.measure, start, values, complete, series.method)


def _weight(view: SourceView) -> tuple[bool, float]:
    """Posts before news; then the last usual level that is known, so that a source in an outage goes on leading."""
    posts = view.series.measure == "posts"
    for known in (view.track.usual, view.track.level):
        finite = known[np.isfinite(known)]
        if len(finite):
            return posts, float(finite[-1])
    return posts, 0.0

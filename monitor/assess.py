"""One assessment: every topic as it stands now in every source, and a round of that."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from math import ceil
from typing import NamedTuple

import numpy as np

from .alerts.rules import grade
from .attention.dips import dips
from .judge import judge, until
from .model import (
    CONTROL,
    DAY,
    HOUR,
    SAMPLE,
    Assessment,
    Change,
    Daily,
    Pulse,
    Rest,
    SourceView,
    Status,
    Topic,
    TopicView,
    hour_of,
)
from .observed import NOBODY, gaps_until, last_known, starting_at, without_dips, without_floods
from .sources import invented, live, platform_of
from .store import Store

HISTORY = 400 * DAY  # what is replayed: more than a year, so that its usual weeks are in it
_BLOCK = 28 * DAY  # its beginning moves on so seldom: from one round to the next it is the same
_FIRST_BLOCK = datetime(1970, 1, 1, tzinfo=UTC)
_GAPS_SHOWN = 31 * DAY
_JUDGED_BY_DAY = ("views", "uses", "stories")  # one of a source: others tell of the same people
_LEAST_PATIENCE_DAYS = 2
_NEVER = datetime.max.replace(tzinfo=UTC)
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
    known = _Known(store, now and beginning(now))
    judged = _judged(known, topics, now=now, only=only)
    return tuple(TopicView(topic, shown, _dailies(known, topic, now=now, only=only)) for topic, shown in judged)


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
    shown, known = {view.topic.key for view in judged}, _Known(store)
    by_day = [(topic, _dailies(known, topic, now=now)) for topic in topics if topic.key not in shown]
    silent = tuple(
        pulse
        for pulse in store.pulses()
        if pulse.reason and platform_of(pulse.source) in platforms and (now is None or pulse.tried_at <= now)
    )
    return Rest(tuple((topic, days) for topic, days in by_day if days), silent)


def pace(pulse: Pulse | None) -> tuple[int, int]:
    """A source's lag and the time between its rounds, in hours, as it said when it was last asked; None never is."""
    if pulse is None:
        return 0, 1
    hours = max(ceil(pulse.every_minutes / 60), 1)
    told = invented({platform_of(pulse.source)})  # a story may be told at days a second
    return pulse.lag_hours, hours if told else min(hours, _LONGEST_PACE_H)


def patience_hours(pulse: Pulse | None) -> int:
    """How long an hour of a source may take to come in: the lag and two rounds."""
    lag_hours, round_hours = pace(pulse)
    return lag_hours + 2 * round_hours


def beginning(at: datetime) -> datetime:
    """Where the replay begins that judges the hour `at`."""
    return at - HISTORY - (at - HISTORY - _FIRST_BLOCK) % _BLOCK


def _dailies(
    known: _Known, topic: Topic, *, now: datetime | None, only: Collection[str] | None = None
) -> tuple[Daily, ...]:
    """The topic's daily series, one of each source judged.

    A source that counts by the hour too is judged by the hour only: they are the same people, and changes of state
    are stored by topic and source.
    """
    store, found = known.store, list[Daily]()
    hourly = store.sources(topic.key, bucket_hours=1)
    by_day = store.sources(topic.key, bucket_hours=24)
    for source in (one for one in by_day if only is None or one in only):
        shown = store.dailies(topic.key, source, until=now)
        measures = {daily.measure for daily in shown} if source not in hourly else set()
        judged = next((measure for measure in _JUDGED_BY_DAY if measure in measures), None)
        for daily in shown:
            same = daily.measure == judged
            found.append(replace(daily, assessment=_by_day(known, topic, daily, now=now)) if same else daily)
    return tuple(found)


def _by_day(known: _Known, topic: Topic, daily: Daily, *, now: datetime | None) -> Assessment | None:
    """Where a daily series stands; within the patience for its source as of the end of its newest whole day."""
    since = beginning(now) if now is not None else None
    series = known.store.series(topic.key, daily.source, measure=daily.measure, since=since, bucket_hours=24)
    seen = series and until(series, now or series.end)
    if not seen or not seen.complete.any():
        return None
    patience = known.patience_days(daily.source)
    silent = int(np.argmax(seen.complete[::-1]))
    at = seen.end - silent * DAY if silent <= patience else seen.end
    lag_hours = patience * DAY // HOUR
    found, _ = judge(seen, now=at, lag_hours=lag_hours, round_hours=0, sensitivity=topic.sensitivity)
    return found if found.changes else None


def assess_round(
    store: Store,
    *,
    topics: Sequence[Topic],
    now: datetime,
    only: Collection[str] | None = None,
    channels: Sequence[str] = (),
    following: Collection[str] | None = None,
) -> list[str]:
    """Judge every topic, store the changes of state since the last round, and give back a line for each that is news.

    What hours decided that came in late is stored but no news; it becomes news once an hour that came in time
    finds the same state. What is worth telling is owed to the `channels` in the same transaction. A source that goes on
    by itself and is not among the names `following` (None: all are) was switched off: its changes are never news.
    """
    known = _Known(store, beginning(now))
    judged = list(_standings(known, topics, now=now, only=only))
    told = []
    with store.recording(now=now) as recording:
        for one in judged:
            topic, source, judgement = one.topic.key, one.assessment.source, one.assessment
            followed = following is None or source in following or not live(source)
            stored = recording.add_changes(
                topic, source, judgement.changes, news_from=one.news_from if followed else _NEVER
            )
            if not followed:
                continue
            fresh = one.fresh_until if one.fresh_until and one.fresh_until >= one.news_from else None
            confirmed = recording.confirm(topic, source, state=judgement.state, at=fresh) if fresh else None
            for news in [*stored, *([confirmed] if confirmed else [])]:
                if grade(news.change) is not None:
                    recording.owe(news.number, channels)
                told.append(f"{news.change.at:%Y-%m-%d %H:%M} UTC  {one.words}: {_passage(news.change)}")
        recording.end_round()
    return told


class _Standing(NamedTuple):
    """A judgement whose changes are to be stored; those decided before `news_from` came in too late to be news."""

    topic: Topic
    assessment: Assessment
    fresh_until: datetime | None
    news_from: datetime
    words: str


def _standings(
    known: _Known, topics: Sequence[Topic], *, now: datetime, only: Collection[str] | None
) -> Iterator[_Standing]:
    """Every topic in every source, by the hour or by the day."""
    hour = hour_of(now)
    for topic, shown in _judged(known, topics, now=hour, only=only):
        for view in shown:
            source = view.assessment.source
            news_from = now - known.patience_hours(source) * HOUR
            yield _Standing(topic, view.assessment, view.fresh_until, news_from, f"{topic.alias} on {source}")
    for topic in topics:
        for daily in _dailies(known, topic, now=hour, only=only):
            if daily.assessment is None:
                continue
            news_from = now - known.patience_days(daily.source) * DAY
            words = f"{topic.alias} on {daily.source}, by the day"
            yield _Standing(topic, daily.assessment, daily.day + DAY, news_from, words)


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
        return pace(self._pulses.get(source))

    def why(self, source: str) -> tuple[Status, str]:
        """Why the newest hours of a source are not known: what it said last, or that nobody asked."""
        pulse = self._pulses.get(source)
        return (pulse.status, pulse.reason) if pulse and pulse.reason else (Status.MISSING, NOBODY)

    def patience_hours(self, source: str) -> int:
        """How long an hour may take to come in: the lag and two rounds."""
        return patience_hours(self._pulses.get(source))

    def patience_days(self, source: str) -> int:
        """The same in whole days; at least two, as a day's number is made on the day after."""
        return max(ceil(self.patience_hours(source) * HOUR / DAY), _LEAST_PATIENCE_DAYS)

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
    end = series.end if live(source) else last_known(series)
    at = end if now is None else now if live(source) else min(now, end)
    recent = starting_at(series, beginning(at))
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
    fresh = last_known(until(recent, at)) if recent.complete[: (at - recent.start) // HOUR].any() else None
    return SourceView(assessment, recent, track, gaps, fresh, store.crowd(topic.key, source, until=at), round(left_out))


def _weight(view: SourceView) -> tuple[bool, float]:
    """Posts before news; then the last usual level that is known, so that a source in an outage goes on leading."""
    posts = view.series.measure == "posts"
    for known in (view.track.usual, view.track.level):
        finite = known[np.isfinite(known)]
        if len(finite):
            return posts, float(finite[-1])
    return posts, 0.0

"""Where fades become proposals and pushes become effects: what is stored meets the rules of planning."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from math import exp
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np

from . import assess
from .alerts.rules import Grade, grade
from .attention.effect import effect
from .errors import ConfigError
from .model import (
    CONTROL,
    DAY,
    Anchor,
    Effect,
    Planning,
    Push,
    PushState,
    Series,
    SourceView,
    State,
    Told,
    Topic,
    TopicView,
)
from .pushes.audience import audience
from .pushes.deadline import latest_date
from .pushes.learning import fatigue
from .pushes.outcomes import outcomes
from .pushes.plan import UNTAKEN, propose
from .store import Store

_NEW_FADE = timedelta(hours=48)  # an older one has been proposed for, or nobody was there
_JUST_OUT = DAY  # what a push brings shows in a day
_COVERED = 7 * DAY  # a push planned within a week answers a fade
_LET_BE = 7 * DAY  # so long a topic is left alone whose proposal staff have declined
_AHEAD = 35 * DAY
_LARGEST_CALENDAR = 1_000_000  # bytes
_USUAL_DAYS, _LEAST_DAYS = 28, 7
_MEASURED = 20  # pushes whose effects are told on a page
_NEWS_LASTS = (0.7, 0.5)  # of a day's surplus of news, on the next day and on the one after


@dataclass(frozen=True, slots=True)
class Planner:
    """Makes proposals for one campaign."""

    store: Store
    topics: Sequence[Topic]
    timezone: str
    planning: Planning

    def open_proposals(self, *, now: datetime) -> tuple[Push, ...]:
        """Open a proposal for each topic that began to fade lately, unless a push is planned; drop what is out of date.

        Gives back what was opened. Doing it twice opens nothing twice.
        """
        changes = self.store.changes(since=now - _NEW_FADE, until=now)
        pushes = self.store.pushes()
        wanted = {one.topic: one for one in changes if self._wants(one, changes, pushes, now=now)}
        stale = [push for push in pushes if _is_stale(push, now=now)]
        if not wanted and not stale:
            return ()
        views = assess.views(self.store, topics=self.topics, now=now) if wanted else ()
        tired = self._tired(views, pushes, now=now)
        sources = {view.topic.key: view.sources for view in views}  # none of a topic that is counted by the day only
        proposed = [
            (one, self._proposal(one, sources.get(key, ()), pushes, fatigue=tired, now=now))
            for key, one in wanted.items()
        ]
        with self.store.recording(now=now) as recording:
            there = recording.pushes()  # others may have planned, taken up or declined something meanwhile
            for push in stale:
                if push in there:
                    recording.save_push(replace(push, state=PushState.DECLINED, reason=UNTAKEN))
            return tuple(
                recording.add_push(push) for one, push in proposed if self._wants(one, changes, there, now=now)
            )

    def _wants(self, one: Told, changes: Sequence[Told], pushes: Sequence[Push], *, now: datetime) -> bool:
        """Whether a change calls for a proposal: a fade that still stands, without a push that answers it."""
        if one.late or grade(one.change) is not Grade.FADE or one.topic not in {topic.key for topic in self.topics}:
            return False
        mine = [push for push in pushes if one.topic in push.topics]
        answered = any(_answers(push, now=now) for push in mine)
        standing = [other for other in changes if (other.topic, other.source) == (one.topic, one.source)][-1]
        stands = standing.change.to in (State.FADING, State.NO_DATA)
        return stands and not answered and all(push.change != one.number for push in mine)

    def _tired(self, views: Sequence[TopicView], pushes: Sequence[Push], *, now: datetime) -> float | None:
        """How many times the effect of the push before a push of this campaign brings; None where it is not known."""
        known = outcomes(pushes, effects(self.store, views, pushes, now=now), timezone=self.timezone)
        found = fatigue(known)
        return exp(found.slope) if found is not None and found.shrinks else None

    def _proposal(
        self, told: Told, sources: Sequence[SourceView], pushes: Sequence[Push], *, fatigue: float | None, now: datetime
    ) -> Push:
        """What is proposed for a fade: by how its source stands now, or as it stood then where it counts by the day."""
        judged = (one.assessment.evidence for one in sources if one.assessment.source == told.source)
        pasts = [one for one in sources if one.series.measure == "posts"] or sources
        return propose(
            topic=told.topic,
            audiences=[(one.assessment.source, audience(one.series, now=now, timezone=self.timezone)) for one in pasts],
            latest=latest_date(next(judged, told.change.evidence), floor=self.planning.floor, now=now),
            pushes=pushes,
            anchors=self._anchors(now=now),
            news=news_days(self.store, now=now, timezone=self.timezone),
            now=now,
            timezone=self.timezone,
            planning=self.planning,
            fatigue=fatigue,
            change=told.number,
        )

    def _anchors(self, *, now: datetime) -> tuple[Anchor, ...]:
        """The campaign's coming dates; none where its file cannot be read, which `monitor check` tells."""
        try:
            return read_anchors(self.planning.anchors, now=now, timezone=self.timezone)
        except ConfigError:
            return ()


def _answers(push: Push, *, now: datetime) -> bool:
    """Whether a push of a topic is reason enough not to propose another one.

    So are a proposal that can still be taken up, a plan for the coming week, one that went out a day ago, and a
    recent "no" of staff.
    """
    if push.state is PushState.PROPOSED:
        return not _is_stale(push, now=now)
    if push.state is PushState.PLANNED:
        return now < push.ends_at and push.starts_at <= now + _COVERED
    if push.went_out_at is not None:
        return now - push.went_out_at <= _JUST_OUT
    by_staff = push.state is PushState.DECLINED and push.reason != UNTAKEN
    return by_staff and push.changed_at is not None and now - push.changed_at <= _LET_BE


def _is_stale(push: Push, *, now: datetime) -> bool:
    """Whether a proposal's last window has begun without anybody taking it up."""
    last = max([window.start for window in push.windows], default=push.starts_at)
    return push.state is PushState.PROPOSED and last <= now


def read_anchors(file: str | None, *, now: datetime, timezone: str) -> tuple[Anchor, ...]:
    """The coming dates of the campaign's own calendar; ConfigError where its file cannot be read."""
    if file is None:
        return ()
    from .pushes.anchors import anchors  # noqa: PLC0415 - a calendar library, for who has a calendar

    path = Path(file)
    try:
        if path.exists() and not path.is_file():  # a pipe would keep us waiting for ever
            raise ConfigError(f"pushes.anchors: {path.name} is no file; give the path of a calendar (.ics)")
        with path.open("rb") as opened:
            found = opened.read(_LARGEST_CALENDAR + 1)
    except OSError as error:
        raise ConfigError(f"pushes.anchors: {path.name} cannot be read ({error.strerror})") from None
    if len(found) > _LARGEST_CALENDAR:
        raise ConfigError(f"pushes.anchors: {path.name} is larger than a megabyte; export only the dates that matter")
    return anchors(found, start=now - DAY, end=now + _AHEAD, timezone=timezone)


def news_days(store: Store, *, now: datetime, timezone: str) -> Mapping[date, float]:
    """How heavy the news of the coming days is expected to be, over what is usual; empty where no total is known.

    The total of a day is what its share of all stories says; a heavy day wanes over the next two.
    """
    totals = _news_totals(store, since=now - (_USUAL_DAYS + 3) * DAY)
    days = sorted(totals)[-_USUAL_DAYS - 1 :]
    if len(days) <= _LEAST_DAYS or now - days[-1] > 3 * DAY:
        return {}
    newest = days[-1]
    before = [totals[day] for day in days[:-1] if (day.weekday() < 5) == (newest.weekday() < 5)] or [totals[newest]]
    surplus = totals[newest] / max(float(np.median(before)), 1.0) - 1
    local = newest.astimezone(ZoneInfo(timezone)).date()
    return {local + timedelta(days=1 + n): max(1 + surplus * left, 0.0) for n, left in enumerate(_NEWS_LASTS)}


def _news_totals(store: Store, *, since: datetime) -> Mapping[datetime, float]:
    """All stories of each UTC day that a news source told: of a topic's stories and their share of a million."""
    totals: dict[datetime, float] = {}
    for topic in store.topics():
        for source in store.sources(topic):
            told = store.observations(topic, source, measures=["share", "stories"], since=since)
            stories = {one.bucket: one.value for one in told if one.measure == "stories" and one.bucket_hours == 24}
            for one in told:
                if one.measure == "share" and one.bucket_hours == 24 and one.value > 0 and stories.get(one.bucket):
                    totals[one.bucket] = stories[one.bucket] / one.value * 1e6
    return totals


def effects(
    store: Store, views: Sequence[TopicView], pushes: Sequence[Push], *, now: datetime
) -> Mapping[int, tuple[Effect, ...]]:
    """What each of the latest pushes that went out brought to each of its topics, by the push's number."""
    out = sorted((push for push in pushes if push.went_out_at), key=lambda push: push.went_out_at or now)
    return {push.number: measured(store, views, push, now=now, among=pushes) for push in out[-_MEASURED:]}


def measured(
    store: Store, shown: Sequence[TopicView], push: Push, *, now: datetime, among: Sequence[Push]
) -> tuple[Effect, ...]:
    """What a push `among` others brought to each of its topics; ConfigError where it has not gone out."""
    at = push.went_out_at
    if at is None:
        raise ConfigError(f"push {push.number} has not gone out yet: an effect is measured once it is done")
    views = {view.topic.key: view for view in shown}
    done = [(other, other.went_out_at) for other in among if other.number != push.number and other.went_out_at]
    others = [other for key, view in views.items() if key not in push.topics for other in view.sources]
    found = []
    for key in push.topics:
        view = views.get(key)
        if view is None:
            found.append(Effect(key, at))
            continue
        mine = [*(one.series for one in view.sources), *series_beside(store, view, since=at - 120 * DAY)]
        beside = [one.series for one in others if one.assessment.source == view.leading.assessment.source]
        whole = store.series(CONTROL, view.leading.assessment.source, since=at - 120 * DAY)
        controls = [*beside, *([whole] if whole is not None else [])]
        events = [out for other, out in done if key in other.topics]
        found.append(effect(mine, at=at, now=now, others=events, control=controls))
    return tuple(found)


def series_beside(store: Store, view: TopicView, *, since: datetime) -> Iterator[Series]:
    """People by the hour and the daily series of a topic: what an effect is told of beside posts."""
    topic = view.topic.key
    for source in store.sources(topic):
        kinds: Collection[tuple[str, int]] = store.measures(topic, source)
        for measure, bucket_hours in sorted(kinds):
            if (measure, bucket_hours) in _ALSO_MEASURED:
                series = store.series(topic, source, measure=measure, since=since, bucket_hours=bucket_hours)
                if series is not None:
                    yield series


_ALSO_MEASURED = {("people", 1), ("views", 24), ("uses", 24), ("stories", 24)}

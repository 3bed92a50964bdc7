"""The value of the page Today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from math import sqrt
from statistics import median

from ..model import DAY, Crowd, Effect, Push, PushState, State, TopicView, day_of
from ..shown.today import TodayPage, TopicToday
from ..store import Store
from .desk import Desk, frame
from .seen import Seen

_SHOWN = 30 * DAY
_USUAL_DAYS, _LEAST_DAYS = 28, 7
_FAR_ABOVE, _LEAST_STORIES = 3, 5  # times the usual, and more than a few
_FEW_PEOPLE = 10  # below this a number of people is not told: safety.md, small cells
_NEWS = "stories"
_BEHIND = 3 * DAY  # no silence within a story is as long


def page(desk: Desk) -> TodayPage:
    """What the page Today shows; the topics are kept for as long as nothing changes."""
    seen = desk.seen
    if _is_being_counted(seen):
        return TodayPage(frame(desk), (), seen.rest)
    topics = seen.kept("today", lambda: tuple(_topic(desk.store, seen, view) for view in seen.views))
    return TodayPage(frame(desk), topics, seen.rest, quiet=_is_quiet(seen), followed=seen.live)


def heavy_days(stories: Mapping[datetime, float]) -> tuple[datetime, ...]:
    """The days with far more stories than the median of the 28 known days before: three times, and beyond chance.

    >>> month = {datetime(2024, 5, day): 4.0 for day in range(1, 29)}
    >>> [day.day for day in heavy_days({**month, datetime(2024, 5, 20): 31.0, datetime(2024, 5, 25): 9.0})]
    [20]
    """
    days = sorted(stories)
    found = []
    for number, day in enumerate(days):
        before = [stories[one] for one in days[max(0, number - _USUAL_DAYS) : number]]
        if len(before) < _LEAST_DAYS:
            continue
        usual = median(before)
        least = max(_FAR_ABOVE * usual, usual + 3 * sqrt(usual + 1), _LEAST_STORIES)
        if stories[day] > least:
            found.append(day)
    return tuple(found)


def share_of_few(crowd: Crowd | None) -> float | None:
    """The share of a day's posts that its five busiest accounts wrote, unless too few people wrote at all.

    >>> share_of_few(Crowd(datetime(2024, 5, 13), posts=310, people=212, busiest=9, busiest_few=31))
    0.1
    """
    if crowd is None or not crowd.busiest_few or min(crowd.posts, crowd.people) < _FEW_PEOPLE:
        return None
    return crowd.busiest_few / crowd.posts


def _topic(store: Store, seen: Seen, view: TopicView) -> TopicToday:
    topic, since = view.topic.key, view.leading.assessment.at - _SHOWN
    mine = [push for push in seen.pushes if topic in push.topics]
    done = sorted((push for push in mine if push.went_out_at), key=lambda push: push.went_out_at or since)
    last = done[-1] if done else None
    return TopicToday(
        view,
        out=tuple(push for push in done if push.went_out_at and push.went_out_at > since),
        last=last,
        effect=_effect(seen, last, topic),
        coming=_coming(mine),
        news=tuple(day for day in heavy_days(_stories(store, topic, since)) if day >= day_of(since)),
        few=share_of_few(view.leading.crowd),
    )


def _effect(seen: Seen, push: Push | None, topic: str) -> Effect | None:
    found = seen.effects.get(push.number, ()) if push else ()
    return next((effect for effect in found if effect.topic == topic), None)


def _coming(pushes: Sequence[Push]) -> Push | None:
    """The first that is planned, also where its window is over; else the first that is proposed."""
    still = sorted((push for push in pushes if push.is_open), key=lambda push: push.starts_at)
    planned = [push for push in still if push.state is PushState.PLANNED]
    return next(iter(planned or still), None)


def _stories(store: Store, topic: str, since: datetime) -> Mapping[datetime, float]:
    """The stories of each UTC day by the source that told most; sources are never added up."""
    begin = day_of(since - _USUAL_DAYS * DAY)
    found = [_by_day(store, topic, source, begin) for source in store.sources(topic)]
    return max(found, key=lambda days: sum(days.values()), default={})


def _by_day(store: Store, topic: str, source: str, begin: datetime) -> Mapping[datetime, float]:
    """The stories of each whole day that was observed; a day with a gap is none."""
    hours = next((hours for measure, hours in store.measures(topic, source) if measure == _NEWS), None)
    series = hours and store.series(topic, source, measure=_NEWS, since=begin, bucket_hours=hours)
    if not hours or not series:
        return {}
    days: dict[datetime, list[float]] = {}
    for number, complete in enumerate(series.complete.tolist()):
        if complete:
            day = day_of(series.start + number * DAY * hours / 24)
            days.setdefault(day, []).append(float(series.values[number]))
    return {day: sum(values) for day, values in days.items() if len(values) * hours == 24}


def _is_being_counted(seen: Seen) -> bool:
    """Whether a story is told from its middle, and what went before is not all there yet: nothing fell silent."""
    reached = [view.leading.fresh_until for view in seen.views]
    return seen.invented and all(one is None or seen.at - one > _BEHIND for one in reached)


def _is_quiet(seen: Seen) -> bool:
    """Whether nothing waits for anybody: every topic is steady and not low, every source answers, nothing to decide."""
    waiting = seen.rest.silent or any(push.is_open for push in seen.pushes)
    return bool(seen.views) and not waiting and all(_is_calm(view) for view in seen.views)


def _is_calm(view: TopicView) -> bool:
    judged = view.leading.assessment
    evidence = judged.evidence
    low = evidence.level is not None and evidence.usual_low is not None and evidence.level < evidence.usual_low
    return judged.state is State.STEADY and not evidence.warm_up and not low

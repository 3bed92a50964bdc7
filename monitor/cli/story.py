"""The demo's story in a schedule: lived through up to where it is watched from, with staff who plan and do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from ..actions import pushes as doing
from ..clock import story_clock
from ..model import Push, PushState, Topic
from ..notify import Notifier
from ..rounds import Rounds
from ..schedule import live_through
from ..sources.simulation import STORY_PUSHES, STORY_START, StoryPush
from ..store import Store


@dataclass(frozen=True, slots=True)
class Watched:
    """What is watched of the story: from where to where, how fast, and how many seconds lie between rounds."""

    start: datetime
    end: datetime
    hours_per_second: float
    every_seconds: float | None


def begin(rounds: Rounds, watched: Watched, notifier: Notifier) -> Callable[[datetime], None]:
    """Live through the story up to where it is watched from, then set its clock going; gives back what its staff do.

    A store that has been further goes on from there, so that a scheduler started again tells nothing twice.
    """

    def staff(now: datetime) -> None:
        act(rounds.store, rounds.following.topics, now=now)

    reached = rounds.store.round_time() or STORY_START
    start, pace = min(max(watched.start, reached), watched.end), watched.hours_per_second
    live_through(rounds, since=reached, until=start, notifier=notifier, staff=staff)
    rounds.clock = story_clock(start, watched.end, hours_per_second=pace)
    rounds.minutes = watched.every_seconds * pace * 60 if watched.every_seconds else None
    return staff


def act(store: Store, topics: Sequence[Topic], *, now: datetime) -> None:
    """Do what the story's staff have done by `now` and the store does not hold yet, as of when they did it.

    What a visitor of the demo has moved, called off or marked as done is left as it is.
    """
    for one in STORY_PUSHES:
        if one.planned_at > now or one.place >= len(topics):
            continue
        known = next((push for push in store.pushes() if _is(push, one.push)), None)
        stored = known or _planned(store, one, topics)
        untouched = stored.state is PushState.PLANNED and stored.starts_at == one.push.starts_at
        if untouched and one.told_at <= now:
            doing.done(store, stored.number, at=one.push.went_out_at, checked=one.push.checked, now=one.told_at)


def _planned(store: Store, one: StoryPush, topics: Sequence[Topic]) -> Push:
    told, key = one.push, topics[one.place].key
    details = doing.Details(told.hook, told.channels, told.languages, told.draft, told.checked)
    fresh = Push((key,), told.starts_at, told.ends_at, owner=told.owner)
    return doing.add(store, fresh, topics=[key], details=details, now=one.planned_at)


def _is(push: Push, told: Push) -> bool:
    """Whether a stored push is the one of the story, though its words or its time may have been changed since."""
    return push.owner == told.owner and (push.hook == told.hook or push.starts_at == told.starts_at)

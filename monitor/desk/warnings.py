"""The value of the page Warnings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from .. import assess, sources
from ..actions import warnings
from ..local import day_start
from ..model import DAY, Message, MessageKind, Pulse, Sensitivity, Snooze, State, Told
from ..preview import preview
from ..shown.warnings import Judging, Preview, Snoozing, Unfollowed, Waking, WarningsPage, Wish
from .desk import Desk, frame
from .seen import Seen

_LOOKED_BACK = 400 * DAY
_ASKED = 2 * DAY  # a source that nobody asked for longer is not followed any more


class _Stored(NamedTuple):
    """What the store holds of warnings."""

    told: tuple[Told, ...]
    messages: Mapping[str, Sequence[Message]]
    owed: Mapping[str, frozenset[int]]
    settled: Mapping[str, frozenset[int]]
    snoozes: tuple[Snooze, ...]
    standing: Mapping[tuple[str, str], State]
    pulses: Mapping[str, Pulse]
    counted: bool


def page(desk: Desk) -> WarningsPage:
    """What the page Warnings shows, how staff's wishes are carried out, and how the preview is worked out."""
    seen, topics = desk.seen, desk.config.topics
    stored = seen.kept("warnings", lambda: _stored(desk))
    previewed = seen.kept("warnings-previewed", dict[str, Preview])

    def replay(progress: Callable[[float], object]) -> Preview:
        silent = {name: assess.patience_hours(stored.pulses[name]) for name in _followed(desk, stored)}
        previewed["newest"] = preview(seen.views, silent=silent, at=seen.at, progress=progress)
        return previewed["newest"]

    return WarningsPage(
        frame=frame(desk),
        acting_at=desk.acting_now,
        told=stored.told,
        messages=stored.messages,
        owed=stored.owed,
        settled=stored.settled,
        snoozes=stored.snoozes,
        standing=stored.standing,
        silent=tuple(pulse.source for pulse in seen.rest.silent),
        measures=seen.kept("warnings-measures", lambda: dict(_measures(seen))),
        unfollowed=tuple(_unfollowed(desk, stored)),
        counted=stored.counted,
        sensitivity=topics[0].sensitivity if topics else Sensitivity.NORMAL,
        act=lambda wish: desk.done(lambda: _carry_out(desk, wish)),
        replay=replay,
        kept=seen.kept,
        previewed=previewed.get("newest"),
    )


def _stored(desk: Desk) -> _Stored:
    store, now = desk.store, desk.acting_now
    channels, since = [channel.name for channel in desk.config.channels], now - _LOOKED_BACK
    made = {name: _warnings(store.messages(name, since=since)) for name in channels}
    became = store.deliveries(since=since)
    owed = {name: frozenset(one.number for one in became if one.channel == name and one.is_owed) for name in channels}
    settled = {
        name: frozenset(one.number for one in became if one.channel == name and one.settled) for name in channels
    }
    pulses = {pulse.source: pulse for pulse in store.pulses()}
    told, snoozes, standing = store.changes(since=since), store.snoozes(now=now), store.standing()
    return _Stored(told, made, owed, settled, snoozes, standing, pulses, bool(store.topics()))


def _warnings(messages: Sequence[Message]) -> tuple[Message, ...]:
    return tuple(one for one in messages if one.kind is MessageKind.WARNING)


def _followed(desk: Desk, stored: _Stored) -> frozenset[str]:
    """The sources that are switched on and were asked lately: those whose changes are told."""
    now = desk.acting_now
    return frozenset(
        name
        for name, pulse in stored.pulses.items()
        if sources.live(name) and sources.platform_of(name) in desk.config.sources and now - pulse.tried_at <= _ASKED
    )


def _unfollowed(desk: Desk, stored: _Stored) -> Iterator[Unfollowed]:
    """The sources that something is known from, but whose changes warn nobody."""
    shown = {one.assessment.source for view in desk.seen.views for one in view.sources}
    by_day = {daily.source for _, days in desk.seen.rest.by_day for daily in days}
    known = shown | by_day | {source for _, source in stored.standing}
    for name in sorted(known - _followed(desk, stored)):
        pulse = stored.pulses.get(name)
        yield Unfollowed(name, not sources.live(name), pulse.tried_at if pulse else None)


def _measures(seen: Seen) -> Iterator[tuple[tuple[str, str], str]]:
    """What is judged of each topic in each source."""
    by_day = [*((view.topic, view.beside) for view in seen.views), *seen.rest.by_day]
    for topic, days in by_day:
        yield from (((topic.key, one.source), one.measure) for one in days if one.assessment)
    for view in seen.views:
        yield from (((view.topic.key, one.assessment.source), one.series.measure) for one in view.sources)


def _carry_out(desk: Desk, wish: Wish) -> None:
    """Do what staff ask for; MonitorError says what stands against it."""
    store, now = desk.store, desk.acting_now
    match wish:
        case Judging():
            for number in wish.numbers:
                warnings.judge_warning(store, number, useful=wish.useful, by=wish.by, now=now)
        case Snoozing():
            topics = [topic.key for topic in desk.config.topics]
            until = _end(wish, now=now)
            warnings.snooze(
                store, topic=wish.topic, until=until, by=wish.by, reason=wish.reason, topics=topics, now=now
            )
        case Waking():
            warnings.wake(store, wish.number, now=now)


def _end(wish: Snoozing, *, now: datetime) -> datetime:
    """When a silence ends: so many days from now, or with the last day on the viewer's calendar."""
    if wish.days is not None:
        return now + wish.days * DAY
    return day_start(wish.last + timedelta(days=1), wish.timezone)

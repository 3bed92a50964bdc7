"""Warnings as staff look back on them: what belongs together, who was told, whether it was of use (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np

from ..model import (
    Assessment,
    Delivery,
    Message,
    MessageKind,
    Series,
    Snooze,
    SourceView,
    State,
    Told,
    Topic,
    TopicView,
    Track,
)
from ..words import reason_in, say
from .answers import Answer, answers
from .headlines import state_name, sureness
from .readers import Readers
from .rules import Grade, grade
from .wording import known, plain, sentence

_CHANNELS = "config.yaml, warnings: channels"
_AT_MOMENT = ("ask.since", "ask.crowd", "ask.complete")  # answered from the hours around, which are not stored


@dataclass(frozen=True, slots=True)
class Episode:
    """What one warning is about: a fade of a topic until it has ended everywhere, or the silence of a source.

    `changes` are those of it that were worth telling, oldest first; `holding` are the (topic, source) in which it goes
    on. A gap in the data does not end a fade.
    """

    changes: tuple[Told, ...]
    holding: frozenset[tuple[str, str]]

    @property
    def first(self) -> Told:
        """The change it began with."""
        return self.changes[0]

    @property
    def began_at(self) -> datetime:
        """When it began."""
        return self.first.change.at

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics it is about."""
        return tuple(dict.fromkeys(one.topic for one in self.changes))

    @property
    def useful(self) -> bool | None:
        """What staff said of it: what is said of any of its changes counts for all of it."""
        said = {one.useful for one in self.changes}
        return True if True in said else False if False in said else None


@dataclass(frozen=True, slots=True)
class Outbox:
    """What went out: the messages of each channel there is, and the numbers of the changes that it is still owed.

    `settled` are those it was owed and that no message needed to tell.
    """

    messages: Mapping[str, Sequence[Message]] = field(default_factory=dict)
    owed: Mapping[str, frozenset[int]] = field(default_factory=dict)
    snoozes: Sequence[Snooze] = ()
    settled: Mapping[str, frozenset[int]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        messages: Mapping[str, Sequence[Message]],
        deliveries: Sequence[Delivery],
        snoozes: Sequence[Snooze] = (),
    ) -> Outbox:
        """What went out to the channels of these messages, by what became of every change."""
        mine = {name: [one for one in deliveries if one.channel == name] for name in messages}
        owed = {name: frozenset(one.number for one in made if one.is_owed) for name, made in mine.items()}
        settled = {name: frozenset(one.number for one in made if one.settled) for name, made in mine.items()}
        told = {name: [one for one in made if one.kind is MessageKind.WARNING] for name, made in messages.items()}
        return cls(told, owed, snoozes, settled)


@dataclass(slots=True)
class _Running:
    """An episode while it is put together."""

    changes: list[Told]
    holding: set[tuple[str, str]]

    def done(self) -> Episode:
        return Episode(tuple(sorted(self.changes, key=lambda one: one.change.at)), frozenset(self.holding))


def worth_telling(one: Told) -> bool:
    """Whether a stored change was one that people are told of: a topic that only rises was no warning."""
    return grade(one.change) is not None and not one.late


def fades(told: Sequence[Told]) -> tuple[Episode, ...]:
    """Every fade of a topic, oldest first: it lasts until it has ended in all of its sources."""
    found: list[_Running] = []
    running: dict[str, _Running] = {}
    for one in sorted(told, key=lambda one: one.number):
        key, mine = (one.topic, one.source), running.get(one.topic)
        if grade(one.change) is Grade.FADE and not one.late:
            if mine is None or not mine.holding:
                mine = running[one.topic] = _Running([], set())
                found.append(mine)
            mine.changes.append(one)
            mine.holding.add(key)
        elif mine is not None and key in mine.holding and one.change.to not in (State.FADING, State.NO_DATA):
            mine.holding.remove(key)
            if worth_telling(one) and one.change.before is State.FADING:
                mine.changes.append(one)
    return tuple(one.done() for one in found)


def silences(told: Sequence[Told]) -> tuple[Episode, ...]:
    """Every time a source gave no data, oldest first: from the first topic that it left unknown to the last one."""
    found: list[_Running] = []
    running: dict[str, _Running] = {}
    for one in sorted(told, key=lambda one: one.number):
        key, mine = (one.topic, one.source), running.get(one.source)
        if one.change.to is State.NO_DATA and not one.late:
            if mine is None or not mine.holding:
                mine = running[one.source] = _Running([], set())
                found.append(mine)
            mine.changes.append(one)
            mine.holding.add(key)
        elif mine is not None and key in mine.holding and one.change.to is not State.NO_DATA:
            mine.holding.remove(key)
            if worth_telling(one) and one.change.resumed:
                mine.changes.append(one)
    return tuple(one.done() for one in found)


def episodes(told: Sequence[Told]) -> tuple[Episode, ...]:
    """All that people were warned of, the newest first."""
    return tuple(sorted((*fades(told), *silences(told)), key=lambda one: one.began_at, reverse=True))


def record(told: Sequence[Told]) -> Mapping[str, int]:
    """The track record of warnings: of all fades of topics those called useful or useless, and what nobody judged."""
    said = [one.useful for one in fades(told)]
    useful, useless = said.count(True), said.count(False)
    return {"all": len(said), "useful": useful, "useless": useless, "unsaid": len(said) - useful - useless}


def records(told: Sequence[Told]) -> Mapping[str, Mapping[str, int]]:
    """The track record of each topic that was ever warned of."""
    by_topic: dict[str, list[Told]] = {}
    for one in told:
        by_topic.setdefault(one.topic, []).append(one)
    found = {topic: record(mine) for topic, mine in by_topic.items()}
    return {topic: one for topic, one in found.items() if one["all"]}


def delivered(changes: Sequence[Told], outbox: Outbox, readers: Readers) -> Iterator[str]:
    """Who was told of these changes and when, channel by channel; where nobody was, why."""
    if not outbox.messages:
        yield readers.say("warnings.told.nobody", where=_CHANNELS)
    numbers = {one.number for one in changes}
    for name, made in outbox.messages.items():
        found = [(one, [told for told in one.told if told.number in numbers]) for one in made]
        mine = [_message(one, told, readers) for one, told in found if told]
        yield from mine or [_untold(name, changes, outbox, readers)]


def _message(message: Message, told: Sequence[Told], readers: Readers) -> str:
    """What became of a message that tells some of the changes asked about."""
    why = reason_in(plain(message.error), readers.channel.language)
    channel = plain(message.channel)
    if message.sent_at is None:
        return readers.say("warnings.told.failed" if why else "warnings.told.going", channel=channel, error=why)
    only_over = all(grade(one.change) is Grade.OVER for one in told)
    key = "warnings.told.over" if only_over else "warnings.told.partly" if why else "warnings.told"
    return readers.say(key, channel=channel, when=readers.moment(message.sent_at), error=why)


def _untold(channel: str, changes: Sequence[Told], outbox: Outbox, readers: Readers) -> str:
    """Why a channel has not been told of any of these changes."""
    name = plain(channel)
    owed = [one for one in changes if one.number in outbox.owed.get(channel, ())]
    if not owed:
        return readers.say(_never(channel, changes, outbox), channel=name)
    silenced = [one.until for one in outbox.snoozes if one.topic in (None, *(told.topic for told in owed))]
    if silenced:
        return readers.say("warnings.told.snoozed", channel=name, when=readers.moment(max(silenced)))
    return readers.say("warnings.told.next", channel=name)


def _never(channel: str, changes: Sequence[Told], outbox: Outbox) -> str:
    """The text that says why a channel that is owed nothing was never told."""
    settled = outbox.settled.get(channel, frozenset())
    return "warning.told.needless" if any(one.number in settled for one in changes) else "warning.told.not_owed"


def passages(episode: Episode, readers: Readers) -> Iterator[str]:
    """What happened where and when, in a line each: the first three passages and, after more of them, the newest."""
    first, rest = episode.changes[:3], episode.changes[3:]
    yield from (_passage(one, readers) for one in first)
    if len(rest) > 1:
        yield readers.say("warnings.more", count=len(rest) - 1, number=len(rest) - 1)
    yield from (_passage(one, readers) for one in rest[-1:])


def _passage(one: Told, readers: Readers) -> str:
    change, language = one.change, readers.channel.language
    key = _PASSAGES[Grade.OVER if (found := grade(change)) is None else found]
    if change.resumed:
        key = "warnings.passage.back"
    sure = sureness(change.evidence.certainty, language)
    if known(change.evidence.certainty):
        sure = readers.say("sure.stays_down", sure=sure)
    return readers.say(
        key,
        when=readers.moment(change.at),
        source=readers.source(one.source),
        topic=plain(readers.alias(one.topic)),
        state=state_name(change.to, language),
        sure=sure,
    )


_PASSAGES: Mapping[Grade, str] = {
    Grade.FADE: "warnings.passage.fade",
    Grade.OVER: "warnings.passage.over",
    Grade.BLIND: "warnings.passage.blind",
}


def judged_then(one: Told) -> Assessment:
    """Where a series stood when it changed."""
    change = one.change
    return Assessment(one.topic, one.source, change.at, change.to, change.at, change.evidence, change.kind, (change,))


def evidence(one: Told, *, measure: str, timezone: str, language: str) -> tuple[Answer, ...]:
    """What a change rested on, as it was stored: what can be answered without the hours around it, and its reason."""
    at, none = one.change.at, np.empty(0)
    series = Series(one.topic, one.source, measure, at, none, none.astype(np.bool_))
    source = SourceView(judged_then(one), series, Track(at, none, none, none, none), (), at, None)
    view = TopicView(Topic(one.topic, "", ()), (source,))
    left_out = {say(key, language) for key in _AT_MOMENT}
    found = [one for one in answers(view, timezone=timezone, language=language) if one.question not in left_out]
    why = reason_in(plain(one.change.evidence.reason), language)
    if why and one.change.to is not State.NO_DATA:
        found.append(Answer(say("ask.why", language), sentence(why)))
    return tuple(found)


def snooze_line(snooze: Snooze, readers: Readers) -> str:
    """Who silenced what until when, and why."""
    topic = plain(readers.alias(snooze.topic)) if snooze.topic else readers.say("snooze.all")
    who, why = plain(snooze.by), plain(snooze.reason)
    until = readers.when(snooze.until)
    return readers.say("snooze", number=snooze.number, topic=topic, until=until, by=who, reason=why)

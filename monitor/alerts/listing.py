"""Warnings, snoozes and the track record as lines of a list (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..model import Assessment, Channel, Snooze, State, Told
from .headlines import headline, sureness
from .readers import Readers, Situation
from .rules import Grade, grade
from .wording import plain

_MOST = 50


def listed(told: Sequence[Told], snoozes: Sequence[Snooze], *, channel: Channel, situation: Situation) -> Iterator[str]:
    """The changes worth telling, newest last, each with its number and what staff said of it; then the snoozes."""
    readers = Readers(channel, situation)
    warnings = [one for one in told if grade(one.change) is not None and not one.late]
    if not warnings:
        yield readers.say("warnings.none")
    for one in warnings[-_MOST:]:
        yield _line(one, readers)
    yield from (snooze_line(one, readers) for one in snoozes)
    counted = record(told)
    if counted["all"]:
        yield readers.say("digest.useful", count=counted["all"], **counted)


def record(told: Sequence[Told]) -> Mapping[str, int]:
    """The track record of warnings: of all fades of topics those called useful or useless, and what nobody judged.

    A fade of a topic lasts until it has ended in all of its sources, and is one warning; what is said of any change in
    it counts for all of it.
    """
    said = [{one.useful for one in fade} for fade in _fades(told)]
    useful, useless = sum(True in one for one in said), sum(False in one and True not in one for one in said)
    return {"all": len(said), "useful": useful, "useless": useless, "unsaid": len(said) - useful - useless}


def _fades(told: Sequence[Told]) -> Sequence[Sequence[Told]]:
    """The warnings of each fade of a topic; a gap in the data does not end it."""
    found: list[list[Told]] = []
    running: dict[str, tuple[list[Told], set[str]]] = {}
    for one in sorted(told, key=lambda one: one.number):
        mine, sources = running.get(one.topic, ([], set()))
        if grade(one.change) is Grade.FADE and not one.late:
            if not sources:
                mine = []
                found.append(mine)
            mine.append(one)
            running[one.topic] = (mine, sources | {one.source})
        elif one.change.to not in (State.FADING, State.NO_DATA):
            running[one.topic] = (mine, sources - {one.source})
    return found


def snooze_line(snooze: Snooze, readers: Readers) -> str:
    """Who silenced what until when, and why."""
    topic = readers.alias(snooze.topic) if snooze.topic else readers.say("snooze.all")
    who, why = plain(snooze.by), plain(snooze.reason)
    until = readers.when(snooze.until)
    return readers.say("snooze", number=snooze.number, topic=topic, until=until, by=who, reason=why)


def _line(one: Told, readers: Readers) -> str:
    change, language = one.change, readers.channel.language
    judged = Assessment(one.topic, one.source, change.at, change.to, change.at, change.evidence, change.kind)
    sure = f" ({sureness(change.evidence.certainty, language)})" if grade(change) is Grade.FADE else ""
    said = "" if one.useful is None else readers.say("warning.useful" if one.useful else "warning.not_useful")
    return readers.say(
        "warning",
        number=one.number,
        when=readers.when(change.at),
        topic=readers.alias(one.topic),
        source=readers.source(one.source),
        headline=headline(judged, language) + sure,
        said=f" {said}" if said else "",
    )

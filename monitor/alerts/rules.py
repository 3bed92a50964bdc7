"""What a channel is told now, what waits, and what need not be told any more (pure).

A change worth telling is owed to every channel. Those that are due go out together: in one message a campaign and
day, unless it gets worse. A fade whose source is blind at the moment waits until it sees again. That a topic fades is
told once, however many of its sources follow and however often it wavers, until it was told that it is over.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from ..model import Change, Due, Message, Snooze, State

_GATHERING = timedelta(minutes=10)  # what is found in one round, source by source, comes together
_FRESH = timedelta(days=7)  # a fade of the same topic within it is the same story
_MAY_PASS = timedelta(hours=1)  # a source that answers again within it need not be told of


class Grade(IntEnum):
    """How grave a change is, which decides whether a second message goes out on the same day."""

    OVER = 0
    BLIND = 1
    FADE = 2


@dataclass(frozen=True, slots=True)
class Decision:
    """What goes out in a message now, and what is settled without one; all else that is due waits."""

    send: tuple[Due, ...] = ()
    settle: tuple[Due, ...] = ()


def grade(change: Change) -> Grade | None:
    """How grave a change is; None where it is not worth telling anybody.

    Worth telling are a new fade, the end of one, the end of the data, and that they are back.
    """
    if change.to is State.NO_DATA:
        return Grade.BLIND
    if change.before is State.NO_DATA:
        return Grade.OVER if change.resumed else Grade.FADE if change.to is State.FADING else None
    if change.to is State.FADING:
        return Grade.FADE
    return Grade.OVER if change.before is State.FADING else None


def decide(
    due: Sequence[Due],
    *,
    made: Sequence[Message],
    today: Sequence[Message],
    snoozes: Sequence[Snooze],
    standing: Mapping[tuple[str, str], State],
    now: datetime,
) -> Decision:
    """What of the `due` changes goes out now; `made` are the warnings of the last weeks, `today` those of today.

    `standing` is the state of each (topic, source) at the moment.
    """
    passed = (*_passed(due, standing), *_known(due, made, standing, now))
    settled = {one.told.number for one in passed}
    left = [one for one in due if one.told.number not in settled]
    fading = {topic for (topic, _), state in standing.items() if state is State.FADING}
    open_now = [one for one in left if not _waits(one, snoozes, standing, fading)]
    ripe = {one.told.number for one in open_now if _is_ripe(one, now)}
    if not ripe:
        return Decision(settle=passed)
    together = tuple(one for one in open_now if one.told.number in ripe or _grade(one) is not Grade.BLIND)
    if today and not _worse(together, today):
        return Decision(settle=passed)
    return Decision(together, passed)


def _grade(due: Due) -> Grade:
    found = grade(due.told.change)
    return Grade.OVER if found is None else found


def _is_ripe(due: Due, now: datetime) -> bool:
    """Whether it has waited long enough; what is owed since a time to come was stored by a clock that was ahead."""
    patience = _MAY_PASS if _grade(due) is Grade.BLIND else _GATHERING
    return due.since > now or now - due.since >= patience


def _passed(due: Sequence[Due], standing: Mapping[tuple[str, str], State]) -> tuple[Due, ...]:
    """Silences of a source that were over before anybody was told of them, with their ends."""
    found: list[Due] = []
    open_gaps: dict[tuple[str, str], Due] = {}
    for one in sorted(due, key=lambda one: one.told.number):
        key = (one.told.topic, one.told.source)
        if one.told.change.to is State.NO_DATA:
            open_gaps[key] = one
        elif one.told.change.before is State.NO_DATA and key in open_gaps and one.told.change.resumed:
            found += [open_gaps.pop(key), one]
    over = (one for key, one in open_gaps.items() if standing.get(key, State.NO_DATA) is not State.NO_DATA)
    return (*found, *over)


def _known(
    due: Sequence[Due], made: Sequence[Message], standing: Mapping[tuple[str, str], State], now: datetime
) -> Iterator[Due]:
    """Fades of topics that were told as fading, and ends of fades that nobody was told of or that came again.

    What was told is known for a week, and for as long as another source of the topic fades.
    """
    told = {one.topic: (one, message.made_at) for message in made for one in message.told if _is_of_a_fade(one.change)}
    as_fading = {topic: at for topic, (one, at) in told.items() if grade(one.change) is Grade.FADE}
    news = {one.told.topic for one in due if _grade(one) is Grade.FADE} - set(as_fading)
    fading = [key for key, state in standing.items() if state is State.FADING]
    for one in due:
        if not _is_of_a_fade(one.told.change):
            continue
        topic, key = one.told.topic, (one.told.topic, one.told.source)
        if _grade(one) is not Grade.FADE:
            if (topic not in as_fading and topic not in news) or key in fading:
                yield one
        elif topic in as_fading:
            elsewhere = any(other[0] == topic and other != key for other in fading)
            if elsewhere or now - as_fading[topic] <= _FRESH:
                yield one


def _is_of_a_fade(change: Change) -> bool:
    return grade(change) is Grade.FADE or (change.before is State.FADING and grade(change) is Grade.OVER)


def _waits(
    due: Due,
    snoozes: Collection[Snooze],
    standing: Mapping[tuple[str, str], State],
    fading: Collection[str],
) -> bool:
    """Whether it is snoozed, its source is blind, or it is the end of a fade that goes on in another source."""
    goes_on = due.told.topic in fading and _grade(due) is Grade.OVER and due.told.change.before is State.FADING
    return goes_on or _snoozed(due, snoozes) or _inhibited(due, standing)


def _snoozed(due: Due, snoozes: Collection[Snooze]) -> bool:
    return any(snooze.topic in (None, due.told.topic) for snooze in snoozes)


def _inhibited(due: Due, standing: Mapping[tuple[str, str], State]) -> bool:
    """Whether the source that it depends on is blind: then only that is told."""
    blind = standing.get((due.told.topic, due.told.source)) is State.NO_DATA
    return blind and due.told.change.to is not State.NO_DATA


def _worse(together: Sequence[Due], today: Sequence[Message]) -> bool:
    """Whether something graver came than was told today, or as many more topics fade as were told of."""
    before = [told for message in today for told in message.told]
    gravest = max((grade(told.change) or Grade.OVER for told in before), default=Grade.OVER)
    if max(map(_grade, together)) > gravest:
        return True
    faded = {told.topic for told in before if grade(told.change) is Grade.FADE}
    more = {one.told.topic for one in together if _grade(one) is Grade.FADE} - faded
    return bool(faded) and len(more) >= len(faded)

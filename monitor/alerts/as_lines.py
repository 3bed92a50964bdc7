"""The list of warnings in lines of text, for the command line (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Told
from .headlines import headline, sureness
from .listing import Outbox, delivered, judged_then, record, snooze_line, worth_telling
from .readers import Readers
from .rules import Grade, grade
from .wording import plain

_MOST = 50


def listed(told: Sequence[Told], outbox: Outbox, readers: Readers) -> Iterator[str]:
    """The changes worth telling, newest last, each with its number, what staff said of it and who was told.

    After them come the snoozes and the track record.
    """
    warnings = [one for one in told if worth_telling(one)]
    if not warnings:
        yield readers.say("warnings.none")
    for one in warnings[-_MOST:]:
        yield _line(one, readers)
        yield from (f"    {line}" for line in delivered((one,), outbox, readers))
    yield from (snooze_line(one, readers) for one in outbox.snoozes)
    counted = record(told)
    if counted["all"]:
        yield readers.say("digest.useful", count=counted["all"], **counted)


def _line(one: Told, readers: Readers) -> str:
    change, language = one.change, readers.channel.language
    sure = f" ({sureness(change.evidence.certainty, language)})" if grade(change) is Grade.FADE else ""
    said = "" if one.useful is None else readers.say("warning.useful" if one.useful else "warning.not_useful")
    return readers.say(
        "warning",
        number=one.number,
        when=readers.when(change.at),
        topic=plain(readers.alias(one.topic)),
        source=readers.source(one.source),
        headline=headline(judged_then(one), language) + sure,
        said=f" {said}" if said else "",
    )

"""What staff write at a moment of the line: what happened then, for who reads it later."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from ..errors import ConfigError
from ..model import Note
from ..store import Store
from .drafts import clean_text


def add(
    store: Store, *, at: datetime, text: str, by: str, topic: str | None, topics: Collection[str], now: datetime
) -> Note:
    """Store what happened at a moment, of one topic or (None) of all; ConfigError where something is missing."""
    if topic is not None and topic not in topics:
        raise ConfigError(f"there is no topic {topic!r}: the topics are {', '.join(topics)}")
    said, who = (" ".join(clean_text(one, what).split()) for one, what in ((text, "the note"), (by, "the name")))
    if not said or not who:
        raise ConfigError("a note needs what happened and who writes it, for those who wonder later")
    if at > now:
        raise ConfigError("a note tells what happened: the time given is still to come; plan a push for what shall be")
    with store.recording(now=now) as recording:
        return recording.add_note(Note(0, at, said, who, topic))


def drop(store: Store, number: int, *, now: datetime) -> None:
    """Destroy a note and every copy of it in the files; ConfigError where there is none of that number."""
    with store.recording(now=now) as recording:
        if not recording.drop_note(number):
            raise ConfigError(f"there is no note {number}: somebody else may have dropped it")
        recording.owe_sweep()
    store.sweep()

"""How far a server was read: times only, never a post's id, and no hashtag in words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from ...errors import SourceError
from ...model import next_hour
from ..archive.fields import Object, child


@dataclass(slots=True)
class Cursor:
    """By hashtag's mark, up to when it was read; by topic, up to which hour that was said; the probe; the history.

    `since` is from when a hashtag counts that a topic was given later: no hour before it changes any more.
    """

    read: dict[str, datetime] = field(default_factory=dict)
    covered: dict[str, datetime] = field(default_factory=dict)
    probe: datetime | None = None
    history: datetime | None = None
    since: dict[str, datetime] = field(default_factory=dict)

    @classmethod
    def load(cls, text: str | None) -> Cursor:
        """The cursor behind its text; raises SourceError for one that this source did not give."""
        if not text:
            return cls()
        try:
            value = json.loads(text)
            if not isinstance(value, dict):
                raise TypeError
            probe, history = (_time(value[name]) if value.get(name) else None for name in ("probe", "history"))
            read, covered, since = (_times(child(value, name)) for name in ("read", "covered", "since"))
            return cls(read, covered, probe, history, since)
        except (ValueError, TypeError, RecursionError):
            raise SourceError("its place in the store cannot be read; start with a new store", permanent=True) from None

    def dump(self) -> str:
        """The text that is stored."""
        value: dict[str, object] = {
            name: {key: at.isoformat() for key, at in times.items()}
            for name, times in (("read", self.read), ("covered", self.covered), ("since", self.since))
        }
        for name, at in (("probe", self.probe), ("history", self.history)):
            value |= {name: at.isoformat()} if at else {}
        return json.dumps(value, ensure_ascii=False, sort_keys=True)

    def begin(self, topics: Mapping[str, tuple[str, ...]], *, at: datetime, again: timedelta) -> None:
        """Take up the marks of each topic's hashtags, and forget what is not followed any more.

        What is new begins at this moment. But a hashtag new to a topic begins where the topic's whole hours end, and a
        topic new to a hashtag where that is read (`again`: so much of it each time), so that what is whole stays true.
        """
        tags = {tag for own in topics.values() for tag in own}
        since = {tag: moment for tag, moment in self.since.items() if tag in tags and moment > at} | self._late(topics)
        known = {tag: next_hour(self.read[tag] - again) for tag in tags & self.read.keys()}
        for topic, own in topics.items():
            begins = [*(known.get(tag, at) for tag in own), *(since.get(tag, at) for tag in own)]
            self.covered.setdefault(topic, max(at, *begins))
        self.covered = {topic: self.covered[topic] for topic in topics}
        self.read = {tag: self.read.get(tag, since.get(tag, at)) for tag in tags}
        self.since = since

    def _late(self, topics: Mapping[str, tuple[str, ...]]) -> dict[str, datetime]:
        """The hashtags that topics were given since the last round, with the end of the topics' whole hours."""
        found: dict[str, datetime] = {}
        for topic in topics.keys() & self.covered.keys():
            for tag in set(topics[topic]) - self.read.keys():
                found[tag] = max(found.get(tag, self.covered[topic]), self.covered[topic])
        return found


def mark(tag: str) -> str:
    """What stands for a hashtag in the cursor, however it is written.

    >>> mark("Lanterns") == mark("lanterns") != mark("lantern")
    True
    """
    return blake2b(tag.casefold().encode("utf-8", "replace"), digest_size=6).hexdigest()


def _times(value: Object) -> dict[str, datetime]:
    return {key: _time(at) for key, at in value.items()}


def _time(value: object) -> datetime:
    if not isinstance(value, str):
        raise TypeError
    at = datetime.fromisoformat(value)
    if at.tzinfo is None or not 2000 <= at.year <= 2200:
        raise ValueError
    return at.astimezone(UTC)

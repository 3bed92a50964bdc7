"""How far a server was read: times only, never a post's id."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, datetime

from ...errors import SourceError
from ..archive.fields import Object, child


@dataclass(slots=True)
class Cursor:
    """By hashtag, up to when it was read; by topic, up to which hour that was said; and the probe and the history."""

    read: dict[str, datetime] = field(default_factory=dict)
    covered: dict[str, datetime] = field(default_factory=dict)
    probe: datetime | None = None
    history: datetime | None = None

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
            return cls(_times(child(value, "read")), _times(child(value, "covered")), probe, history)
        except (ValueError, TypeError, RecursionError):
            raise SourceError("its place in the store cannot be read; start with a new store", permanent=True) from None

    def dump(self) -> str:
        """The text that is stored."""
        value: dict[str, object] = {
            "read": {tag: at.isoformat() for tag, at in self.read.items()},
            "covered": {topic: at.isoformat() for topic, at in self.covered.items()},
        }
        for name, at in (("probe", self.probe), ("history", self.history)):
            value |= {name: at.isoformat()} if at else {}
        return json.dumps(value, ensure_ascii=False, sort_keys=True)

    def begin(self, tags: Collection[str], topics: Collection[str], *, at: datetime) -> None:
        """Forget what is not followed any more; what is new begins at this moment."""
        self.read = {tag: self.read.get(tag, at) for tag in tags}
        self.covered = {topic: self.covered.get(topic, at) for topic in topics}


def _times(value: Object) -> dict[str, datetime]:
    return {key: _time(at) for key, at in value.items()}


def _time(value: object) -> datetime:
    if not isinstance(value, str):
        raise TypeError
    at = datetime.fromisoformat(value)
    if at.tzinfo is None or not 2000 <= at.year <= 2200:
        raise ValueError
    return at.astimezone(UTC)

"""How far each topic of a count source was read, as its cursor; and the numbers such sources give."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

_LARGEST = 10**12


def read(cursor: str | None) -> dict[str, datetime]:
    """The time up to which each topic was read; a cursor that cannot be understood is none: reading again is safe."""
    try:
        stored = json.loads(cursor or "{}")
    except (ValueError, RecursionError):
        return {}
    found = {topic: _time(at) for topic, at in stored.items()} if isinstance(stored, dict) else {}
    return {topic: at for topic, at in found.items() if at is not None}


def write(progress: Mapping[str, datetime]) -> str:
    """The cursor that says so."""
    return json.dumps({topic: at.isoformat() for topic, at in sorted(progress.items())})


def longest_waiting(topics: Sequence[str], progress: Mapping[str, datetime]) -> list[str]:
    """The topics, those first that were read longest ago: one that fails does not starve those after it."""
    never = datetime.min.replace(tzinfo=UTC)
    return sorted(topics, key=lambda topic: progress.get(topic, never))


def count(value: object) -> int | None:
    """A number that can be a count, None for anything else.

    >>> count(46), count(46.0), count(-1), count(True), count("46"), count(float("nan"))
    (46, 46, None, None, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if isinstance(value, float) and not (math.isfinite(value) and value.is_integer()):
        return None
    return int(value) if 0 <= value < _LARGEST else None


def _time(value: object) -> datetime | None:
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return at.astimezone(UTC) if at is not None and at.tzinfo is not None and 2000 < at.year < 9000 else None

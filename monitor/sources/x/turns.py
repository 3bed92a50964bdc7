"""The cursor of the counts: whose turn is next, and which queries X found wrong (pure)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from ...model import DAY

REFUSED_FOR = DAY  # a query that X found wrong is not sent again before


@dataclass(frozen=True, slots=True)
class Turns:
    """The topic that is asked next (after the probe), and until when the refused ones are left alone, by key."""

    following: str = ""
    refused: Mapping[str, datetime] = field(default_factory=dict)


def read(cursor: str | None, asked: Mapping[str, str], *, now: datetime) -> Turns:
    """What a cursor says; what cannot be understood, is over, or was about another query is left out."""
    try:
        stored = json.loads(cursor or "")
    except (ValueError, RecursionError):
        stored = None
    if not isinstance(stored, dict):
        return Turns(cursor or "")
    following, kept = stored.get("next"), stored.get("refused")
    refused: dict[str, datetime] = {}
    for key, told in kept.items() if isinstance(kept, dict) else ():
        until = _until(told, asked[key]) if key in asked else None
        if until is not None and still(until, now=now):
            refused[key] = until
    return Turns(following if isinstance(following, str) else "", refused)


def write(turns: Turns, asked: Mapping[str, str]) -> str:
    """The cursor that says so; of a query it holds a sign by which a changed one is told, and none of its words."""
    if not turns.refused:
        return turns.following
    refused = {key: [until.isoformat(), _sign(asked[key])] for key, until in sorted(turns.refused.items())}
    return json.dumps({"next": turns.following, "refused": refused})


def still(until: datetime, *, now: datetime) -> bool:
    """Whether a query is left alone yet; a clock that was set back by days does not make it wait for days."""
    return now < until < now + 2 * REFUSED_FOR


def in_turn(keys: list[str], following: str) -> list[str]:
    """The keys in turn, beginning with the one a round ended before."""
    at = keys.index(following) if following in keys else 0
    return keys[at:] + keys[:at]


def _until(told: object, query: str) -> datetime | None:
    if not isinstance(told, list) or len(told) != 2 or told[1] != _sign(query):
        return None
    try:
        at = datetime.fromisoformat(told[0]) if isinstance(told[0], str) else None
    except ValueError:
        return None
    return at if at is not None and at.tzinfo is not None else None


def _sign(query: str) -> str:
    return hashlib.sha256(query.encode("utf-8", "replace")).hexdigest()[:8]

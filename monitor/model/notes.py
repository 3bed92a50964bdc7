"""What staff write at a moment of the line, so that the next reader knows what happened then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody of staff wrote about a moment; it belongs to one topic, or (None) to all of them."""

    number: int
    at: datetime
    text: str
    by: str
    topic: str | None = None

"""How far a stream was read: written as the source's cursor, without anything of a post."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from ...errors import SourceError
from ...model import Topic

HOUR_US = 3_600_000_000
DAY_US = 24 * HOUR_US
EARLIEST_US, LATEST_US = 10**15, 4 * 10**15  # 2001 to 2096; below, a Jetstream takes a number for a place, not a time
_FORM = "1"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Place:
    """The last event read: its number on its instance (None where it has none) and when it was witnessed.

    Nothing was missed since the start of the hour `whole_from` (in hours since 1970), which is not yet called
    complete. `terms` tells whether the same terms were looked for.
    """

    instance: str
    seq: int | None
    at_us: int
    whole_from: int
    terms: str

    def __str__(self) -> str:
        """The cursor to save."""
        seq = "-" if self.seq is None else self.seq
        return f"{_FORM} {self.instance} {seq} {self.at_us} {self.whole_from} {self.terms}"

    @classmethod
    def read(cls, cursor: str) -> Place:
        """The place a cursor names; raises SourceError for a cursor this source did not give."""
        try:
            form, instance, seq, at, whole, terms = cursor.split(" ")
            place = cls(instance, None if seq == "-" else int(seq), int(at), int(whole), terms)
            if form == _FORM and EARLIEST_US <= place.at_us < LATEST_US and 0 <= place.whole_from < 10**7:
                return place
        except ValueError:
            pass
        raise SourceError("the saved place in Bluesky's stream cannot be read; start with a new store", permanent=True)


def microseconds(at: datetime) -> int:
    """Microseconds since 1970."""
    return (at - _EPOCH) // _MICROSECOND


def moment_of(us: int) -> datetime:
    """The time so many microseconds after 1970."""
    return _EPOCH + us * _MICROSECOND


def hour_start(hour: int) -> datetime:
    """When the hour with this number (hours since 1970) starts."""
    return moment_of(hour * HOUR_US)


def digest(topics: Sequence[Topic]) -> str:
    """A short mark of what is looked for: it changes with the topics and their terms."""
    words = sorted(f"{topic.key}\0{term.kind}\0{term.text}" for topic in topics for term in topic.terms)
    return blake2b("\1".join(words).encode("utf-8", "replace"), digest_size=4).hexdigest()

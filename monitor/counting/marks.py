"""Keyed marks: they tell whether two things are the same and nothing else.

A mark is BLAKE2b (RFC 7693) of 16 bytes under a random key: who has no key cannot try names against
it. Each use has its own personalisation, so marks of different uses never meet; each field but the
last is written with its length, so that no two sets of fields have the same bytes. Marks of a bucket
begin with the bucket's time, so that they lie side by side in the store and are written faster.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import blake2b

MARK_BYTES = 16
_PLACE_BYTES = 4
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Marker:
    """Makes marks of everything that shares the given fields; raises ValueError without a key.

    >>> len(Marker(b"a key of the day", b"post", "x", "topic").mark(encoded("id 1")))
    16
    """

    __slots__ = ("_place", "_state")

    def __init__(self, key: bytes, use: bytes, *fields: str | datetime | int, bucket: datetime | None = None) -> None:
        if not key:
            raise ValueError("a mark needs a key: without one anybody could try names against it")
        self._place = _place(bucket) if bucket else b""
        self._state = blake2b(key=key, digest_size=MARK_BYTES - len(self._place), person=use)
        for field in fields:
            raw = _raw(field)
            self._state.update(len(raw).to_bytes(8, "big") + raw)

    def mark(self, last: bytes) -> bytes:
        """Return the mark of the shared fields and the last one."""
        state = self._state.copy()
        state.update(last)
        return self._place + state.digest()


def encoded(text: str) -> bytes:
    """Return a text's bytes; half characters (lone surrogates) have theirs too."""
    return text.encode("utf-8", "surrogatepass")


def _place(bucket: datetime) -> bytes:
    """The hours since 1970, so that later buckets sort later."""
    return ((bucket - _EPOCH) // timedelta(hours=1)).to_bytes(_PLACE_BYTES, "big", signed=True)


def _raw(field: str | datetime | int) -> bytes:
    return encoded(field.isoformat() if isinstance(field, datetime) else str(field))

"""P2: who has every byte of the store, and knows who writes, still finds nobody in it, nor one person on two days."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from unittest.mock import patch

import numpy as np

from monitor.counting import Options, marks
from monitor.model import DAY, HOUR, Coverage, Page, Post, Status, Term, TermKind, Topic
from monitor.record import Counter, Stream, record_page
from monitor.store import Store

from .proof import Proof, Shown

_FIRST = datetime(2026, 3, 2, tzinfo=UTC)
_SOURCE, _TOPIC = "archive", "lamp"
_TOPICS = (Topic(_TOPIC, "Topic 1", (Term(TermKind.TAG, "lamp"),)),)
_HOURS = 8  # of a day in which each author writes
_SEEN_BYTES = 8  # of a digest: what begins like it is found, however it was cut
_PLACE_BYTES = 4  # at the beginning of a mark: the hour, which is no secret

Scheme = Callable[[str], bytes]
_SCHEMES: dict[str, Scheme] = {
    "SHA-256": lambda handle: hashlib.sha256(handle.encode()).digest(),
    "SHA-256 in small letters": lambda handle: hashlib.sha256(handle.lower().encode()).digest(),
    "SHA-256 with @": lambda handle: hashlib.sha256(f"@{handle}".encode()).digest(),
    "SHA-256 of the address": lambda handle: hashlib.sha256(f"https://lamp.example/@{handle}".encode()).digest(),
    "SHA-256 of the DID": lambda handle: hashlib.sha256(f"did:web:{handle}.lamp.example".encode()).digest(),
    "SHA-256 salted with the source": lambda handle: hashlib.sha256(f"{_SOURCE}:{handle}".encode()).digest(),
    "MD5": lambda handle: hashlib.md5(handle.encode(), usedforsecurity=False).digest(),
    "SHA-1": lambda handle: hashlib.sha1(handle.encode(), usedforsecurity=False).digest(),
    "SHA-512": lambda handle: hashlib.sha512(handle.encode()).digest(),
    "BLAKE2b of 64 bytes": lambda handle: blake2b(handle.encode()).digest(),
    "BLAKE2b of 16 bytes": lambda handle: blake2b(handle.encode(), digest_size=16).digest(),
    "BLAKE2b of 12 bytes": lambda handle: blake2b(handle.encode(), digest_size=12).digest(),
}


def looked_for(size: int) -> Shown:
    """Let so many known authors write on two days, and look for each of them in every byte that is kept."""
    handles = [f"Lantern_Keeper_{number}" for number in range(size)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = Store.open(f"sqlite:///{folder / 'monitor.db'}")
        _written(store, handles, _FIRST)
        first = _tokens(folder)
        _written(store, handles, _FIRST + DAY)
        kept, tokens, keys = _bytes(folder), _tokens(folder), _keys(folder)
        people = [
            one.value for one in store.observations(_TOPIC, _SOURCE, measures=["people"]) if one.bucket_hours == 24
        ]
        matches = _matches(kept, handles)
        links = _links(first, tokens - first) + _linked_by_key(first, keys[1:], handles)
        found_before = sum(key in kept for key in keys)
        with_key = _linked_by_key(first, keys[:1], handles)
        left = 0
        for number, key in enumerate(keys):
            store.purge(now=_FIRST + (number + 2) * DAY)
            left += key in _bytes(folder)
        store.close()
    right = people == [size, size]
    told = len(_SCHEMES) + 1
    held = (
        right
        and with_key > size
        and not matches
        and not links
        and not left
        and found_before == len(keys) == 2
        and len(first) > size
    )
    said = (
        f"{size:,} handles under {told} unkeyed schemes: {matches} matches in {len(kept):,} bytes ({with_key:,} under "
    )
    said += f"the day's own key); {links} of {len(first):,} marks linked with the next day's {len(tokens - first):,}; "
    said += f"people counted {' and '.join(f'{n:,.0f}' for n in people)}; "
    said += f"{left} of {found_before} keys left after 48 h"
    return Shown(held, said)


def _written(store: Store, handles: Sequence[str], day: datetime) -> None:
    """A post of each author on a day, and of every third one more."""
    posts = [
        Post(f"{day:%d} {number} {more}", handle, day + (number + more) % _HOURS * HOUR, "#lamp", engagement=1)
        for number, handle in enumerate(handles)
        for more in range(1 + (number % 3 == 0))
    ]
    counter = Counter.of(_TOPICS, Options(language=False, tone=False))
    page = Page(tuple(posts), f"{day:%d}", coverage=(Coverage(day, day + _HOURS * HOUR, Status.COMPLETE),))
    record_page(store, page, stream=Stream(_SOURCE), counter=counter, now=day)


def _bytes(folder: Path) -> bytes:
    """Every byte of the store, its journal and whatever else lies beside it."""
    return b"\0".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def _rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "monitor.db")) as connection:
        return connection.execute(query).fetchall()


def _tokens(folder: Path) -> frozenset[bytes]:
    """Everything in the store that stands for somebody or something."""
    found = _rows(folder, "SELECT mark FROM seen UNION SELECT mark FROM loudest")
    cells = _rows(folder, "SELECT cell FROM breakdown WHERE sealed = 0")
    return frozenset([*(bytes(row[0]) for row in found), *(bytes.fromhex(str(row[0])) for row in cells)])  # type: ignore[call-overload]


def _keys(folder: Path) -> list[bytes]:
    """The keys of the days, the oldest first."""
    found = _rows(folder, "SELECT secret FROM secret_key WHERE source != '' AND secret NOTNULL ORDER BY day")
    return [bytes(row[0]) for row in found]  # type: ignore[call-overload]


def _matches(kept: bytes, handles: Sequence[str]) -> int:
    """How many digests of known handles stand in the bytes, plain or in hexadecimal, whole or cut."""
    raw = np.frombuffer(kept, np.uint8)
    windows = np.lib.stride_tricks.sliding_window_view(raw, _SEEN_BYTES)
    there = np.unique(np.ascontiguousarray(windows).view(np.uint64).ravel())
    written = re.findall(rb"(?=([0-9a-fA-F]{%d}))" % (2 * _SEEN_BYTES), kept)
    there = np.union1d(there, np.frombuffer(b"".join(bytes.fromhex(one.decode()) for one in written), np.uint64))
    plain = [scheme(handle) for scheme in _SCHEMES.values() for handle in handles]
    own = [one[_PLACE_BYTES:] for day in (_FIRST, _FIRST + DAY) for one in _own_marks(b"", handles, day)]
    digests = b"".join(one[:_SEEN_BYTES] for one in (*plain, *own))
    return int(np.isin(np.frombuffer(digests, np.uint64), there).sum())


def _own_marks(key: bytes, handles: Sequence[str], day: datetime) -> Iterator[bytes]:
    """Marks as Monitor makes them of people, under a key or none: of each hour in which they write, and of the day."""
    for bucket, hours in [*((day + n * HOUR, 1) for n in range(_HOURS)), (day, 24)]:
        state = blake2b(key=key, digest_size=12, person=b"person")
        for raw in (one.encode() for one in (_SOURCE, _TOPIC, bucket.isoformat(), str(hours))):
            state.update(len(raw).to_bytes(8, "big") + raw)
        place = (int(bucket.timestamp()) // 3600).to_bytes(_PLACE_BYTES, "big")
        for handle in handles:
            mark = state.copy()
            mark.update(handle.encode())
            yield place + mark.digest()


def _links(one: frozenset[bytes], other: frozenset[bytes]) -> int:
    """How many marks of a day have bytes that stand in a mark of the other day, too."""

    def parts(mark: bytes) -> set[bytes]:
        return {mark[n : n + _SEEN_BYTES] for n in range(_PLACE_BYTES, len(mark) - _SEEN_BYTES + 1)}

    there = {part for mark in other for part in parts(mark)}
    return sum(bool(parts(mark) & there) for mark in one)


def _linked_by_key(one: frozenset[bytes], others: Sequence[bytes], handles: Sequence[str]) -> int:
    """How many marks of the first day the keys of other days make again, for who knows all authors."""
    return sum(mark in one for key in others for mark in _own_marks(key, handles, _FIRST))


@contextmanager
def constant() -> Iterator[None]:
    """The fault: one key for all days, and marks that do without it."""

    def unkeyed(*, key: bytes, digest_size: int, person: bytes) -> object:
        return blake2b(digest_size=digest_size, person=person)

    with ExitStack() as faults:
        faults.enter_context(patch("secrets.token_bytes", lambda count: b"k" * count))
        faults.enter_context(patch.object(marks, "blake2b", unkeyed))
        yield


UNLINKED = Proof(
    "P2",
    "people are counted under a random key that changes every day and is destroyed within 48 h",
    looked_for,
    300,
    1_000,
    "authors",
    "the key is a constant that marks do not use",
    constant,
    20,
)

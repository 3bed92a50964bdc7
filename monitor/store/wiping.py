"""Destroying a store for good: its keys, its tables, its files; whatever state it is found in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from ..errors import StoreError
from .emptying import Emptied, Told, empty_file
from .emptying_server import empty_tables
from .overwriting import overwrite, remove
from .schema import metadata

_HEADER = b"SQLite format 3\0"
_BESIDE = ("-wal", "-shm", "-journal")
_UNFINISHED = ".monitor-*"  # what was being written beside the store when its process died


@dataclass(frozen=True, slots=True)
class Destroyed:
    """What was emptied, and the names of the files that were removed; `by_server` where a server kept it all."""

    emptied: Emptied
    files: tuple[str, ...] = ()
    by_server: bool = False


def file_of(url: str) -> Path | None:
    """The file of a SQLite store, None for a store that a server keeps."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise StoreError("the store's URL cannot be read: use sqlite:///data/monitor.db or postgresql://…") from None
    return Path(parsed.database or "") if parsed.get_backend_name() == "sqlite" else None


def destroy(url: str, *, told: Told) -> Destroyed:
    """Destroy the store at `url`, and say each step when it is done; one that is half destroyed is finished.

    Raises StoreError, with everything as it was, where that is no store of ours.
    """
    file = file_of(url)
    if file is None:
        return Destroyed(empty_tables(url, ours=tuple(metadata.tables), told=told), by_server=True)
    store = file.resolve()
    emptied = empty_file(store, told=told) if _has_tables(store) else Emptied()
    found = _files(store)
    for path in found:
        overwrite(path)
        told(f"{path.name} was overwritten")
    for path in found:
        remove(path)
        told(f"{path.name} was removed")
    if file.is_symlink():
        remove(file)
    return Destroyed(emptied, tuple(path.name for path in found))


def _files(store: Path) -> Sequence[Path]:
    beside = [store, *(store.with_name(store.name + end) for end in _BESIDE)]
    return [
        path for path in [*beside, *sorted(store.parent.glob(_UNFINISHED))] if path.is_file() and not path.is_symlink()
    ]


def _has_tables(store: Path) -> bool:
    """Whether there is a database to empty: a file of zeros, or none, is what a wipe that died has left."""
    if not store.exists():
        return False
    try:
        with store.open("rb") as file:
            head = file.read(len(_HEADER))
    except OSError as error:
        raise StoreError(f"cannot read {store} ({error.strerror}): nothing was done") from None
    if head.strip(b"\0") and head != _HEADER:
        raise StoreError(f"{store} is no store of Monitor: nothing was done; delete it yourself if it must go")
    return head == _HEADER

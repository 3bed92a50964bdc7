"""Destroying a store for good: its keys, its tables, its files; whatever state it is found in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from ..errors import ConfigError, StoreError
from .emptying import Emptied, Told, blank_file, empty_file
from .emptying_server import empty_tables
from .overwriting import overwrite, remove
from .schema import metadata

_HEADER = b"SQLite format 3\0"
_OURS = b"CREATE TABLE secret_key"
_CHUNK = 1 << 20
_BESIDE = ("-wal", "-shm", "-journal")
_UNFINISHED = ".monitor-????????"  # a file that was being written when its process died


@dataclass(frozen=True, slots=True)
class Destroyed:
    """What was emptied, and the names of the files that were removed; `by_server` where a server kept it all."""

    emptied: Emptied
    files: tuple[str, ...] = ()
    by_server: bool = False


def file_of(url: str) -> Path | None:
    """The file of a SQLite store, None for a store that a server keeps."""
    parsed = _parsed(url)
    return Path(parsed.database or "") if parsed.get_backend_name() == "sqlite" else None


def name_of(url: str) -> str:
    """What a store is called: the name of its file or database; ConfigError, which repeats no password, without one.

    >>> name_of("sqlite:///data/monitor.db"), name_of("postgresql://localhost/campaign")
    ('monitor.db', 'campaign')
    """
    named = Path(_parsed(url).database or "").name
    if not named:
        raise ConfigError("what was given names no store: use the path of its file, or postgresql://…/DATABASE")
    return named


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError:
        raise StoreError("the store's URL cannot be read: use sqlite:///data/monitor.db or postgresql://…") from None


def destroy(url: str, *, folders: Collection[Path] = (), told: Told) -> Destroyed:
    """Destroy the store at `url`, and say each step when it is done; one that is half destroyed is finished.

    With it goes what was being written in the `folders`, and beside the store, when its process died. Raises
    StoreError, with everything as it was, where that is no store of ours; and where the system refuses something,
    once all else is done.
    """
    file = file_of(url)
    found = _found(file, folders)
    if file is None:
        emptied = empty_tables(url, ours=tuple(metadata.tables), told=told)
    else:
        emptied = _emptied(file.resolve(), found, told=told)
        found = _found(file, folders)  # SQLite may have made a journal again
    troubles = [*emptied.troubles, *_overwritten(found, told=told)]
    if file is not None and file.is_symlink() and not troubles:
        remove(file)
    if troubles:
        raise StoreError(f"the wipe is not finished, ask again once this is mended: {'; '.join(troubles)}")
    return Destroyed(emptied, tuple(path.name for path in found), by_server=file is None)


def _found(file: Path | None, folders: Collection[Path]) -> Sequence[Path]:
    """Every file that is to go."""
    try:
        if file is None:
            return _unfinished(folders)
        store = file.resolve()
        return [*_files(store), *_unfinished({*folders, store.parent, file.parent})]
    except OSError as error:
        raise StoreError(f"cannot look into {error.filename} ({error.strerror}): nothing was done") from None


def _emptied(store: Path, found: Sequence[Path], *, told: Told) -> Emptied:
    """Whatever is left of the keys and rows; nothing is, once its file is not there any more."""
    if not found:
        return Emptied()
    if _is_whole(store):
        with suppress(OSError):
            store.chmod(0o600)  # who owns it may write it
        return empty_file(store, found, told=told)
    return blank_file(store, found, told=told)


def _overwritten(found: Sequence[Path], *, told: Told) -> Iterator[str]:
    """Overwrite all files, then take them away; what the system refuses, of which file."""
    done = []
    for path in found:
        try:
            overwrite(path)
        except StoreError as error:
            yield str(error)
        else:
            done.append(path)
            told(f"{path.name} was overwritten")
    for path in done:
        try:
            remove(path)
        except StoreError as error:
            yield str(error)
        else:
            told(f"{path.name} was removed")


def _files(store: Path) -> Sequence[Path]:
    beside = [store, *(store.with_name(store.name + end) for end in _BESIDE)]
    return [path for path in beside if path.is_file() and not path.is_symlink()]


def _unfinished(folders: Collection[Path]) -> Sequence[Path]:
    places = {folder.resolve() for folder in folders}
    found = (path for place in sorted(places) for path in sorted(place.glob(_UNFINISHED)))
    return [path for path in found if path.is_file() and not path.is_symlink()]


def _is_whole(store: Path) -> bool:
    """Whether there is a database that SQL can be tried on: a wipe that died has left zeros, a broken disk garbage."""
    if not store.exists():
        return False
    try:
        with store.open("rb") as file:
            head = file.read(len(_HEADER))
            if head == _HEADER or not head.strip(b"\0"):
                return head == _HEADER
            before = b""
            while chunk := file.read(_CHUNK):
                if _OURS in before + chunk:
                    return False
                before = chunk[-len(_OURS) :]
    except OSError as error:
        raise StoreError(f"cannot read {store} ({error.strerror}): nothing was done") from None
    raise StoreError(f"{store} is no store of Monitor: nothing was done; delete it yourself if it must go")

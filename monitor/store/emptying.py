"""Destroying what stands in a SQLite store: its keys before anything else, then every row."""

from __future__ import annotations

import fcntl
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ..errors import StoreError
from .overwriting import blank_keys

BUSY_SECONDS = 2.0  # who holds the store longer loses its file all the same
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_SHARED_BYTES = (510, 0x40000002)  # how many, from where: who has a store open holds SQLite's lock on these of its file
Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Emptied:
    """The keys that were destroyed, the rows and their tables; `held` where somebody else had the store open.

    `troubles` say what the system refused.
    """

    keys: int = 0
    rows: int = 0
    tables: int = 0
    held: bool = False
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Tried:
    """What SQL could do to a store: so many rows of so many tables; `failed`, or `busy` because somebody holds it."""

    rows: int = 0
    tables: int = 0
    failed: bool = False
    busy: bool = False


def empty_file(store: Path, files: Sequence[Path], *, told: Told) -> Emptied:
    """Destroy what stands in a store's files, as far as SQL can: where it is locked or damaged, the keys only.

    Every copy of a key is overwritten where it stands, whatever holds the store and whatever state it is in. Raises
    StoreError, with everything as it was, where it is another program's.
    """
    held = _is_locked(store)
    made = _tried(store, _other_keys)
    found, troubles = _blanked(files)
    if not troubles:
        told("the keys were destroyed")
    gone = _Tried(failed=True) if made.failed else _tried(store, _no_rows)
    if not gone.failed:
        told("the tables were emptied")
    return Emptied(made.rows or found, gone.rows, gone.tables, held or made.busy or gone.busy, troubles)


def blank_file(store: Path, files: Sequence[Path], *, told: Told) -> Emptied:
    """Destroy the keys in what is no database any more."""
    held = _is_locked(store)
    found, troubles = _blanked(files)
    if found:
        told("the keys were destroyed")
    return Emptied(found, held=held, troubles=troubles)


def _is_locked(store: Path) -> bool:
    """Whether another process has the store open, in whatever state its file is."""
    try:
        with store.open("r+b") as file:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, *_SHARED_BYTES)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _blanked(files: Sequence[Path]) -> tuple[int, tuple[str, ...]]:
    found: set[bytes] = set()
    troubles = []
    for path in files:
        try:
            found |= blank_keys(path)
        except StoreError as error:
            troubles.append(str(error))
    return len(found), tuple(troubles)


def _tried(store: Path, what: Callable[[sqlite3.Connection, Sequence[str]], _Tried]) -> _Tried:
    try:
        address = f"{store.absolute().as_uri()}?mode=rw"
        with closing(sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
            tables = _tables(connection)
            if tables and "observation" not in tables:
                raise StoreError(f"{store} is a database, but no store of Monitor: nothing was done")
            connection.execute("PRAGMA secure_delete = ON")
            return what(connection, tables)
    except sqlite3.Error as error:
        return _Tried(failed=True, busy=_is_busy(error))


def _other_keys(connection: sqlite3.Connection, tables: Sequence[str]) -> _Tried:
    """Random bytes instead of each key, for whoever still reads the store."""
    random = "UPDATE secret_key SET secret = randomblob(32) WHERE secret IS NOT NULL"
    keys = connection.execute(random).rowcount if "secret_key" in tables else 0
    _cut_journal(connection)
    return _Tried(keys, len(tables))


def _no_rows(connection: sqlite3.Connection, tables: Sequence[str]) -> _Tried:
    connection.execute("BEGIN IMMEDIATE")
    rows = sum(connection.execute(f'DELETE FROM "{name}"').rowcount for name in tables)  # noqa: S608 - our own tables
    connection.execute("COMMIT")
    _cut_journal(connection)
    return _Tried(rows, len(tables), busy=_is_held(connection))


def _cut_journal(connection: sqlite3.Connection) -> None:
    """Cut the journal, which keeps copies; who reads is not waited for: its file is overwritten all the same."""
    connection.execute("PRAGMA busy_timeout = 0")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _is_held(connection: sqlite3.Connection) -> bool:
    """Whether another process has the store open: then its journal cannot be given up."""
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        return _is_busy(error)
    return False


def _is_busy(error: sqlite3.Error) -> bool:
    return (error.sqlite_errorcode or 0) & 0xFF in _BUSY


def _tables(connection: sqlite3.Connection) -> Sequence[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return [str(name) for (name,) in found]

"""Destroying what stands in a SQLite store: its keys in a transaction of their own, then every row."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ..errors import StoreError

BUSY_SECONDS = 2.0  # who holds the store longer loses its file all the same
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Emptied:
    """The keys that were destroyed, the rows and their tables; `held` where somebody else had the store open."""

    keys: int = 0
    rows: int = 0
    tables: int = 0
    held: bool = False


def empty_file(path: Path, *, told: Told) -> Emptied:
    """Destroy what stands in a store's file; nothing where it is locked or damaged: its file will be overwritten.

    Raises StoreError where it is another program's.
    """
    try:
        with closing(sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
            tables = _tables(connection)
            if tables and "observation" not in tables:
                raise StoreError(f"{path} is a database, but no store of Monitor: nothing was done")
            return _emptied(connection, tables, told=told)
    except sqlite3.Error as error:
        return Emptied(held=_is_busy(error))


def _emptied(connection: sqlite3.Connection, tables: Sequence[str], *, told: Told) -> Emptied:
    """Keys first, then all rows; after each the journal is cut, which keeps copies."""
    connection.execute("PRAGMA secure_delete = ON")
    keys = 0
    if "secret_key" in tables:
        random = "UPDATE secret_key SET secret = randomblob(32) WHERE secret IS NOT NULL"
        keys = connection.execute(random).rowcount
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    told("the keys were destroyed")
    connection.execute("BEGIN IMMEDIATE")
    rows = sum(connection.execute(f'DELETE FROM "{name}"').rowcount for name in tables)  # noqa: S608 - our own tables
    connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    told("the tables were emptied")
    return Emptied(keys, rows, len(tables), held=_is_held(connection))


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

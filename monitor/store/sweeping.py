"""What deleting leaves behind in a SQLite store's files, and destroying that too."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress

from sqlalchemy import Engine
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import SQLAlchemyError

from .engine import BUSY_SECONDS

_WAIT_MILLISECONDS = 500


def sweep(engine: Engine, *, forgot: bool) -> None:
    """Cut the journal, which keeps copies of deleted rows; rebuild the file before that if something was forgotten.

    SQLite overwrites a deleted row, but not the copies that it left in the gaps of pages when it moved that row from
    one to another: only a file that is built anew has none. A writer, a reader or a full disk may be in the way; then
    the next sweep does it.
    """
    with suppress(SQLAlchemyError, sqlite3.Error), closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {_WAIT_MILLISECONDS}")
        try:
            _cut(cursor, forgot=forgot)
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")


def _cut(cursor: DBAPICursor, *, forgot: bool) -> None:
    if forgot:
        with suppress(sqlite3.Error):
            cursor.execute("VACUUM")
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

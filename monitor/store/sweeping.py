"""What deleting leaves behind in a SQLite store's files, and destroying that too, if not at once then later."""

from __future__ import annotations

import secrets
import sqlite3
from contextlib import closing, suppress

from sqlalchemy import Connection, Engine
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine.interfaces import DBAPICursor
from sqlalchemy.exc import SQLAlchemyError

from .engine import BUSY_SECONDS
from .schema import meta

_WAIT_MILLISECONDS = 500
_OWED = "unswept"


def owe(connection: Connection) -> None:
    """Remember, with what is being deleted, that the file is to be rebuilt; a server has no file of ours."""
    if connection.dialect.name == "sqlite":
        row = {"name": _OWED, "value": secrets.token_hex(8)}  # another each time: what is owed meanwhile stays owed
        connection.execute(insert(meta).values(row).on_conflict_do_update(index_elements=["name"], set_=row))


def sweep(engine: Engine) -> None:
    """Cut the journal, which keeps copies of deleted rows; rebuild the file before that if this is owed.

    SQLite overwrites a deleted row, but not the copies that it left in the gaps of pages when it moved that row from
    one to another: only a file that is built anew has none. A writer, a reader or a full disk may be in the way; then
    the next sweep does it.
    """
    with suppress(SQLAlchemyError, sqlite3.Error), closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {_WAIT_MILLISECONDS}")
        try:
            _cut(cursor)
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")


def _cut(cursor: DBAPICursor) -> None:
    cursor.execute("SELECT name, value FROM meta WHERE name = ?", (_OWED,))
    owed = cursor.fetchone()
    if owed:
        with suppress(sqlite3.Error):
            cursor.execute("VACUUM")
            cursor.execute("DELETE FROM meta WHERE name = ? AND value = ?", owed)
    cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

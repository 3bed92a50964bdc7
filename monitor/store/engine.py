"""Opening a store: SQLite (write-ahead log, deleted bytes overwritten) or PostgreSQL, by URL."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine import URL, Dialect
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from ..errors import StoreError
from . import migrations, schema

BUSY_SECONDS = 30
GONE = "the store is gone: it was wiped or moved away; start Monitor again for a new one"
WRITER_LOCK = 0x6D6F6E  # any constant of ours: PostgreSQL's advisory locks are numbers


def open_engine(url: str, *, readonly: bool) -> Engine:
    """An engine on a store that has our tables in our version; raises StoreError with a way out."""
    parsed = _parse(url)
    if parsed.get_backend_name() == "sqlite":
        _prepare_file(parsed, readonly=readonly)
    try:
        engine = create_engine(parsed, pool_pre_ping=True)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "do_connect", _only_what_is_there)
            event.listen(engine, "connect", _connect_sqlite)
        event.listen(engine, "begin", _begin)
        _migrate(engine, readonly=readonly)
    except (SQLAlchemyError, ModuleNotFoundError) as error:
        raise StoreError(f"cannot open the store: {reason(error)}") from None
    return engine


def reason(error: Exception) -> str:
    """The driver's own words, without the statement and its values."""
    return str(getattr(error, "orig", None) or error).strip().splitlines()[0]


def _parse(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError:
        raise StoreError("the store's URL cannot be read: use sqlite:///data/monitor.db or postgresql://…") from None


def _prepare_file(url: URL, *, readonly: bool) -> None:
    path = Path(url.database or "")
    if readonly and not path.exists():
        raise StoreError("there is no store yet: import an archive with `monitor import FILE` or start `monitor run`")
    if path.exists():
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
    except OSError as error:
        raise StoreError(f"cannot make the store at {path}: {error.strerror}") from None


def place(engine: Engine) -> os.stat_result | None:
    """The file behind a SQLite store; None where a server keeps it."""
    try:
        return Path(engine.url.database or "").stat() if engine.dialect.name == "sqlite" else None
    except OSError:
        raise StoreError(GONE) from None


def is_gone(engine: Engine, before: os.stat_result | None) -> bool:
    """Whether the store that stood at a `place` before was wiped or moved away; what does not answer is not gone."""
    try:
        if before is not None:
            return _is_another(Path(engine.url.database or ""), before)
        with engine.connect() as connection:
            return not inspect(connection).has_table("meta")
    except FileNotFoundError:
        return True
    except (OSError, SQLAlchemyError):
        return False


def _is_another(path: Path, before: os.stat_result) -> bool:
    """Whether another file stands there now, or one that a wipe has overwritten and is about to remove."""
    if not os.path.samestat(path.stat(), before):
        return True
    with path.open("rb") as file:
        head = file.read(16)
    return bool(head) and not head.strip(b"\0")


def _only_what_is_there(
    _dialect: Dialect, _record: ConnectionPoolEntry, given: Sequence[Any], more: Mapping[str, Any]
) -> sqlite3.Connection:
    """Another connection to a store that is there: SQLite would make an empty file where one was wiped."""
    path = Path(given[0])
    try:
        opened: sqlite3.Connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, **more)
    except sqlite3.OperationalError:
        if path.exists():
            raise
        raise StoreError(GONE) from None
    return opened


def _connect_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    assert isinstance(connection, sqlite3.Connection)  # noqa: S101 - narrows the type
    connection.isolation_level = None  # the driver must not open transactions of its own
    for pragma in (
        f"busy_timeout = {BUSY_SECONDS * 1000}",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "secure_delete = ON",
        "temp_store = MEMORY",  # no copy of anything in a temporary folder
        "cache_size = -65536",
        "wal_autocheckpoint = 8000",  # 32 MB: an import's random keys are merged before they are copied
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """Writers queue: SQLite's write lock is taken at once, PostgreSQL gets one of the same meaning."""
    writing = connection.get_execution_options().get("writing", False)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
    elif writing:
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": WRITER_LOCK})


def _migrate(engine: Engine, *, readonly: bool) -> None:
    """Make the tables where there are none, bring an older store forward, refuse one of a newer Monitor."""
    with engine.connect() as connection, connection.begin():
        there = inspect(connection).has_table("meta")
        if there and migrations.version(connection) == schema.VERSION:
            return
        if readonly and not there:
            raise StoreError("the store is empty: import an archive with `monitor import FILE` or start `monitor run`")
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        if inspect(connection).has_table("meta"):  # another process may have been faster
            migrations.bring_forward(connection)
            return
        schema.metadata.create_all(connection)
        connection.execute(schema.meta.insert(), [{"name": "schema", "value": str(schema.VERSION)}])

"""Opening a store: SQLite (write-ahead log, deleted bytes overwritten) or PostgreSQL, by URL."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from ..errors import StoreError
from . import migrations, schema

BUSY_SECONDS = 30
WRITER_LOCK = 0x6D6F6E  # any constant of ours: PostgreSQL's advisory locks are numbers


def open_engine(url: str, *, readonly: bool) -> Engine:
    """An engine on a store that has our tables in our version; raises StoreError with a way out."""
    parsed = _parse(url)
    if parsed.get_backend_name() == "sqlite":
        _prepare_file(parsed, readonly=readonly)
    try:
        engine = create_engine(parsed, pool_pre_ping=True)
        if engine.dialect.name == "sqlite":
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


def _connect_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    assert isinstance(connection, sqlite3.Connection)  # noqa: S101 - narrows the type
    connection.isolation_level = None  # the driver must not open transactions of its own
    for pragma in (
        f"busy_timeout = {BUSY_SECONDS * 1000}",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "secure_delete = ON",
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

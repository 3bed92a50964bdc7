"""Destroying a store that a PostgreSQL server keeps: its keys first, then our tables, and nothing else there."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, Engine, create_engine, inspect, text
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from ..errors import StoreError
from .emptying import BUSY_SECONDS, Emptied, Told
from .engine import reason

_CUT_OFF = """
    SELECT pg_terminate_backend(pid) FROM (
        SELECT DISTINCT pid FROM pg_locks JOIN pg_class ON pg_class.oid = pg_locks.relation
        WHERE relname = ANY(:names) AND pid <> pg_backend_pid()
          AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    ) AS holder
"""


def empty_tables(url: str, *, ours: Collection[str], told: Told) -> Emptied:
    """Destroy those of our tables that are there; who holds them for long is cut off."""
    try:
        engine = create_engine(url)
        try:
            return _without_holders(engine, sorted(set(inspect(engine).get_table_names()) & set(ours)), told=told)
        finally:
            engine.dispose()
    except (SQLAlchemyError, ModuleNotFoundError) as error:
        raise StoreError(f"cannot wipe the store: {reason(error)}; try again, what is gone stays gone") from None


def _without_holders(engine: Engine, names: Sequence[str], *, told: Told) -> Emptied:
    try:
        return _emptied(engine, names, told=told)
    except OperationalError:  # somebody holds a lock
        with engine.begin() as connection:
            connection.execute(text(_CUT_OFF), {"names": names})
        emptied = _emptied(engine, names, told=told)
        return Emptied(emptied.keys, emptied.rows, emptied.tables, held=True)


def _emptied(engine: Engine, names: Sequence[str], *, told: Told) -> Emptied:
    if not names:
        return Emptied()
    keys = key_rows = 0
    if "secret_key" in names:
        with engine.begin() as connection:
            _be_short(connection)
            connection.execute(text("LOCK TABLE secret_key IN ACCESS EXCLUSIVE MODE"))
            counted = text("SELECT count(secret), count(*) FROM secret_key")
            keys, key_rows = connection.execute(counted).one()
            connection.execute(text("TRUNCATE secret_key"))  # another file: a changed row leaves the old one in place
        told("the keys were destroyed")
    listed = ", ".join(f'"{name}"' for name in names)
    with engine.begin() as connection:
        _be_short(connection)
        connection.execute(text(f"LOCK TABLE {listed} IN ACCESS EXCLUSIVE MODE"))
        counts = [f'SELECT count(*) FROM "{name}"' for name in names]  # noqa: S608 - our own tables
        rows = sum(connection.execute(text(count)).scalar_one() for count in counts)
        connection.execute(text(f"TRUNCATE {listed}"))
        connection.execute(text(f"DROP TABLE {listed}"))
    told("the tables were emptied")
    return Emptied(keys, rows + key_rows, len(names))


def _be_short(connection: Connection) -> None:
    connection.execute(text(f"SET LOCAL lock_timeout = '{BUSY_SECONDS:.0f}s'"))

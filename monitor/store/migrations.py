"""Bringing an older store forward, one version at a time, in the transaction that found it old."""

from __future__ import annotations

from sqlalchemy import Connection, select, text, update

from ..errors import StoreError
from . import loudest, schema


def version(connection: Connection) -> int:
    """The store's schema version; raises StoreError where a newer Monitor wrote it."""
    found = int(connection.execute(select(schema.meta.c.value).where(schema.meta.c.name == "schema")).scalar() or 0)
    if found > schema.VERSION:
        raise StoreError(
            f"the store was written by a newer Monitor (its schema is {found}, this one knows {schema.VERSION}): "
            "update Monitor; nothing was changed"
        )
    return found


def bring_forward(connection: Connection) -> None:
    """Apply what the store's version still lacks."""
    for number in range(version(connection), schema.VERSION):
        _STEPS[number](connection)
    connection.execute(update(schema.meta).where(schema.meta.c.name == "schema").values(value=str(schema.VERSION)))


def _to_2(connection: Connection) -> None:
    """Days are covered apart from hours, late changes are marked, and sources have a pulse and a price."""
    connection.execute(text("ALTER TABLE change ADD COLUMN late BOOLEAN NOT NULL DEFAULT FALSE"))
    connection.execute(text("ALTER TABLE coverage RENAME TO coverage_1"))
    schema.metadata.create_all(connection)
    columns = "topic, source, bucket, status, reason, opened_at"
    connection.execute(
        text(f"INSERT INTO coverage (bucket_hours, {columns}) SELECT 1, {columns} FROM coverage_1")  # noqa: S608 - constants
    )
    connection.execute(text("DROP TABLE coverage_1"))


def _to_3(connection: Connection) -> None:
    """Pushes, and warnings on their way to people."""
    schema.metadata.create_all(connection)


def _to_4(connection: Connection) -> None:
    """Notes of staff, and the busiest few accounts of a day."""
    schema.metadata.create_all(connection)
    loudest.begin_late(connection)


_STEPS = {1: _to_2, 2: _to_3, 3: _to_4}

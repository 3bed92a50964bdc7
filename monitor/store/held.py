"""What is held right now, and what each table is there for: one declaration for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, func, select

from ..model import HeldFor, Holding, KeyAge
from . import schema
from .connected import Connected
from .recording import AUTHOR_KEY_LIFE
from .schema import secret_key


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a table is there for, and the column that says which moment a row is about."""

    held_for: HeldFor
    about: Column[Any] | None = None


PURPOSES: Mapping[str, Purpose] = {
    "observation": Purpose(HeldFor.COUNTS, schema.observation.c.bucket),
    "breakdown": Purpose(HeldFor.COUNTS, schema.breakdown.c.day),
    "coverage": Purpose(HeldFor.COVERAGE, schema.coverage.c.bucket),
    "checkpoint": Purpose(HeldFor.COVERAGE, schema.checkpoint.c.updated_at),
    "pulse": Purpose(HeldFor.COVERAGE, schema.pulse.c.tried_at),
    "seen": Purpose(HeldFor.MARKS),
    "loudest": Purpose(HeldFor.MARKS, schema.loudest.c.day),
    "secret_key": Purpose(HeldFor.KEYS, schema.secret_key.c.created_at),
    "change": Purpose(HeldFor.JUDGEMENTS, schema.change.c.at),
    "delivery": Purpose(HeldFor.JUDGEMENTS, schema.delivery.c.owed_since),
    "outgoing": Purpose(HeldFor.JUDGEMENTS, schema.outgoing.c.made_at),
    "spend": Purpose(HeldFor.MONEY, schema.spend.c.at),
    "push": Purpose(HeldFor.STAFF, schema.push.c.starts_at),
    "note": Purpose(HeldFor.STAFF, schema.note.c.at),
    "snooze": Purpose(HeldFor.STAFF, schema.snooze.c.made_at),
    "verdict": Purpose(HeldFor.STAFF, schema.verdict.c.at),
    "meta": Purpose(HeldFor.UPKEEP),
}


class HeldReading(Connected):
    """What can be read of what is held."""

    def holdings(self) -> tuple[Holding, ...]:
        """How many rows each table holds, and since when: what a stranger would find."""
        with self._transaction() as connection:
            return tuple(_holding(connection, name) for name in PURPOSES)

    def keys(self, *, now: datetime) -> tuple[KeyAge, ...]:
        """The keys that are alive, by source and day; that of post ids, where there is one, is the first."""
        query = select(secret_key).where(secret_key.c.secret.is_not(None))
        rows = self._rows(query.order_by(secret_key.c.source, secret_key.c.day))
        return tuple(_key_age(row.source, row.day, row.created_at, now=now) for row in rows)


def _holding(connection: Connection, name: str) -> Holding:
    about = PURPOSES[name].about
    table = schema.metadata.tables[name]
    if about is None:
        return Holding(name, connection.execute(select(func.count()).select_from(table)).scalar_one(), None)
    rows, oldest = connection.execute(select(func.count(), func.min(about)).select_from(table)).one()
    return Holding(name, rows, oldest)


def _key_age(source: str, day: datetime, made_at: datetime, *, now: datetime) -> KeyAge:
    if not source:
        return KeyAge("", None, now - made_at, None)
    return KeyAge(source, day, now - made_at, made_at + AUTHOR_KEY_LIFE)

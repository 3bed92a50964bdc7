"""The tables, readable without Python: times are UTC, a bucket is named by its start.

No observed person is in any of them. `seen` and `breakdown` hold keyed hashes whose keys are destroyed;
a breakdown's `name` is empty until ten distinct people stand behind it.
"""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Float,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)
from sqlalchemy.engine import Dialect

VERSION = 4
metadata = MetaData()


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC: `timestamptz` on PostgreSQL, readable text on SQLite."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC on the way in; a time without a zone is a bug, not a guess."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC on the way out."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _key(name: str, kind: type[String] | type[Integer] | type[UtcTime]) -> Column[object]:
    return Column(name, kind(), primary_key=True)


meta = Table("meta", metadata, _key("name", String), Column("value", Text, nullable=False))

observation = Table(
    "observation",
    metadata,
    _key("topic", String),
    _key("source", String),
    _key("measure", String),
    _key("method", String),
    _key("bucket_hours", Integer),
    _key("bucket", UtcTime),
    Column("value", Float, nullable=False),
    sqlite_with_rowid=False,
)

coverage = Table(
    "coverage",
    metadata,
    _key("topic", String),
    _key("source", String),
    _key("bucket_hours", Integer),
    _key("bucket", UtcTime),
    Column("status", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("opened_at", UtcTime, nullable=False),  # when it was first counted into: it closes 35 days later
    sqlite_with_rowid=False,
)

checkpoint = Table(
    "checkpoint",
    metadata,
    _key("source", String),
    _key("stream", String),
    Column("cursor", Text, nullable=False),
    Column("updated_at", UtcTime, nullable=False),
)

seen = Table(
    "seen",
    metadata,
    Column("mark", LargeBinary, primary_key=True),
    Column("times", Integer, nullable=False),
    Column("expires_at", Integer, nullable=False),  # unix seconds: this table is the busiest
    sqlite_with_rowid=False,
)

secret_key = Table(
    "secret_key",
    metadata,
    _key("source", String),  # "" for the key of post ids
    _key("day", UtcTime),
    Column("secret", LargeBinary, nullable=True),  # empty once destroyed
    Column("created_at", UtcTime, nullable=False),
)

# The five busiest accounts of a topic on a UTC day, as marks that are destroyed with the day's key.
loudest = Table(
    "loudest",
    metadata,
    _key("topic", String),
    _key("source", String),
    _key("day", UtcTime),
    Column("mark", LargeBinary, primary_key=True),
    Column("posts", Integer, nullable=False),
    sqlite_with_rowid=False,
)

breakdown = Table(
    "breakdown",
    metadata,
    _key("topic", String),
    _key("source", String),
    _key("day", UtcTime),
    _key("dimension", String),
    _key("cell", String),  # a keyed hash while the day is open, the name once it is sealed
    Column("name", String, nullable=True),
    Column("posts", Integer, nullable=False),
    Column("people", Integer, nullable=False),  # counted up to the ten that allow the name
    Column("sealed", Boolean, nullable=False),
)

change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("topic", String, nullable=False),
    Column("source", String, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("before", String, nullable=False),
    Column("after", String, nullable=False),
    Column("kind", String, nullable=True),
    Column("resumed", Boolean, nullable=False),
    Column("evidence", Text, nullable=False),
    Column("late", Boolean, nullable=False, default=False),  # decided by hours that came in too late to be news
    Column("recorded_at", UtcTime, nullable=False),
)

pulse = Table(
    "pulse",
    metadata,
    _key("source", String),
    Column("tried_at", UtcTime, nullable=False),
    Column("status", String, nullable=False),
    Column("every_minutes", Float, nullable=False),
    Column("lag_hours", Integer, nullable=False),
    Column("succeeded_at", UtcTime, nullable=True),
    Column("retry_at", UtcTime, nullable=True),
    Column("reason", Text, nullable=False),
    Column("counted", Integer, nullable=False),
    Column("observed", Integer, nullable=False),
)

spend = Table(
    "spend",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("source", String, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("dollars", Float, nullable=False),
)

# What staff themselves write has tables of its own.
push = Table(
    "push",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("uid", String, nullable=False, unique=True),
    Column("state", String, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("changed_at", UtcTime, nullable=False),
    Column("starts_at", UtcTime, nullable=False),
    Column("ends_at", UtcTime, nullable=False),
    Column("went_out_at", UtcTime, nullable=True),
    Column("latest", UtcTime, nullable=True),
    Column("change", Integer, nullable=True),  # the change of state that opened it
    Column("owner", Text, nullable=False),
    Column("hook", Text, nullable=False),
    Column("draft", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("lists", Text, nullable=False),  # topics, channels, languages, checks, windows, as JSON
)

snooze = Table(
    "snooze",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("topic", String, nullable=True),  # empty: all of them
    Column("until", UtcTime, nullable=False),
    Column("by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("made_at", UtcTime, nullable=False),
)

note = Table(
    "note",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("at", UtcTime, nullable=False),  # the moment it is about
    Column("topic", String, nullable=True),  # empty: all of them
    Column("said", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("made_at", UtcTime, nullable=False),
    sqlite_autoincrement=True,  # who drops a note by an old number must not hit another one
)

verdict = Table(
    "verdict",
    metadata,
    _key("change", Integer),
    Column("useful", Boolean, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
)

# A change is owed to every channel; it is told in an outgoing one, or settled without it.
delivery = Table(
    "delivery",
    metadata,
    _key("change", Integer),
    _key("channel", String),
    Column("owed_since", UtcTime, nullable=False),
    Column("outgoing", Integer, nullable=True),
    Column("settled", Text, nullable=False),  # why nothing outgoing tells it
)

outgoing = Table(
    "outgoing",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("channel", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("stable_id", String, nullable=False, unique=True),
    Column("made_at", UtcTime, nullable=False),
    Column("claimed_at", UtcTime, nullable=True),  # somebody is sending it
    Column("tries", Integer, nullable=False),
    Column("next_try_at", UtcTime, nullable=False),
    Column("sent_at", UtcTime, nullable=True),
    Column("error", Text, nullable=False),
)

"""S7: nothing is stored that nobody declared, and every value stored is of the kind that its column may hold."""

from __future__ import annotations

import json
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import fields
from datetime import datetime
from enum import StrEnum
from math import isfinite
from pathlib import Path

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Float,
    Integer,
    LargeBinary,
    Table,
    create_engine,
    event,
    select,
    text,
)

from monitor.model import CONTROL, Evidence, HeldFor, MessageKind, PushState, State, Status
from monitor.store import held, schema
from monitor.store.schema import UtcTime

from .inputs_filled import CHANNEL, KEY, LANGUAGES, MARK, SITES, SMALLEST, SOURCE, STREAM, TAGS, fill
from .proof import Proof, Shown

_NAMED = re.compile(r"`([a-z_]+)`")
_SHARED = {"original", "reply", "repost", "quote", "positive", "neutral", "negative", "unscored", *LANGUAGES, *SITES}
_CELLS = {None, *_SHARED, *(tag.casefold() for tag in TAGS)}
_OUR_WORDS = re.compile(r"(?:[a-z0-9A-Z ,.()%:;'_-]*)")  # a sentence of ours: no address, no sign before a name
_MEASURES = {"posts", "people", "engagement", "busiest", "busiest_few", "unlinkable", "hours", "share"}
_Fits = Callable[[object], bool]


def _one_of(words: type[StrEnum] | set[str] | set[str | None]) -> _Fits:
    allowed = {str(word) for word in words}
    return lambda value: str(value) in allowed


def _like(pattern: str) -> _Fits:
    return lambda value: re.fullmatch(pattern, str(value)) is not None


def _evidence(value: object) -> bool:
    """Numbers, times, switches and a reason in our words, under the names that a judgement has."""
    known, found = {field.name for field in fields(Evidence)}, json.loads(str(value))
    return all(
        name in known and (not isinstance(one, str) or "at" in name.split("_") or _OUR_WORDS.fullmatch(one))
        for name, one in found.items()
    )


# What a column of text may hold, wherever it stands outside staff's own tables; any other has nobody who says so.
_TEXTS: Mapping[str, _Fits] = {
    "topic": _one_of({KEY, CONTROL}),
    "source": _one_of({SOURCE, ""}),
    "measure": _one_of(_MEASURES),
    "method": _like(r"[0-9.+a-z-]{1,20}"),
    "status": _one_of(Status),
    "reason": _like(_OUR_WORDS.pattern),
    "error": _like(_OUR_WORDS.pattern),
    "settled": _like(_OUR_WORDS.pattern),
    "stream": _one_of({STREAM}),
    "cursor": _like(r"\d+"),
    "dimension": _one_of({"kind", "language", "tone", "cotag", "domain"}),
    "cell": lambda value: re.fullmatch(r"[0-9a-f]{32}|\*", str(value)) is not None or str(value)[1:] in _CELLS,
    "name": _one_of({*_CELLS, "schema", "round_time", "stamp", "feed_secret"}),
    "value": _like(r"\d+|[0-9a-f]{16}|[\w-]{32,43}|\d{4}-\d\d-\d\dT[\d:.]+\+00:00"),
    "before": _one_of(State),
    "after": _one_of(State),
    "kind": _one_of({"halved", "slow", *MessageKind}),
    "evidence": _evidence,
    "channel": _one_of({CHANNEL}),
    "stable_id": _like(r"[0-9a-f-]{16,64}"),
}
_STAFF_TEXTS: Mapping[str, _Fits] = {
    "topic": _TEXTS["topic"],
    "state": _one_of(PushState),
    "uid": _like(r"[\w@.-]{8,80}"),
}


def show(posts: int) -> Shown:
    """Every column is declared, and every value of a store filled with so many posts fits its column."""
    with tempfile.TemporaryDirectory(prefix="monitor-proof-") as folder:
        store = fill(Path(folder), posts)
        store.close()
        path = Path(folder) / "monitor.db"
        columns = _columns(path)
        wrong = [f"nobody declared {one}" for one in sorted(columns - _declared())]
        wrong += [f"{one} is declared and does not exist" for one in sorted(_declared() - columns)]
        values, misfits, empty = _looked_through(path)
    wrong += [*misfits, *(f"nothing was put into {one}, so nothing is shown of it" for one in sorted(empty))]
    said = f"{len(columns)} columns of {len(held.PURPOSES)} tables, all declared; {values:,} values, all of their kind"
    if wrong:
        said = f"{len(wrong)} of {len(columns)} columns and {values:,} values are wrong: {'; '.join(wrong[:4])}"
    return Shown(not wrong and values > posts // 10, said)


def _declared() -> set[str]:
    """The columns that the declaration behind PRIVACY.md names."""
    return {f"{table}.{name}" for table, one in held.PURPOSES.items() for name in _NAMED.findall(one.holds)}


def _columns(path: Path) -> set[str]:
    """The columns of every table in the file itself."""
    with closing(sqlite3.connect(path)) as opened:
        tables = [row[0] for row in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        own = [table for table in tables if not table.startswith("sqlite_")]
        return {f"{table}.{row[1]}" for table in own for row in opened.execute(f'PRAGMA table_info("{table}")')}


def _looked_through(path: Path) -> tuple[int, list[str], set[str]]:
    """How many values there are, those that do not fit, and the columns without any."""
    values, wrong, filled, every = 0, [], set(), set()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        for name, table in schema.metadata.tables.items():
            every |= {f"{name}.{column.name}" for column in table.columns}
            for row in connection.execute(select(table)):
                for column, value in zip(table.columns, row, strict=True):
                    if value is None:
                        continue
                    values += 1
                    filled.add(f"{name}.{column.name}")
                    if not _fits(name, column, value):
                        wrong.append(f"{name}.{column.name} holds {str(value)[:60]!r}")
    engine.dispose()
    return values, wrong, every - filled


def _fits(table: str, column: Column[object], value: object) -> bool:
    kind = column.type
    if isinstance(kind, LargeBinary):
        return isinstance(value, bytes) and len(value) == (32 if column.name == "secret" else 16)
    plain: Mapping[type, tuple[type, ...]] = {UtcTime: (datetime,), Boolean: (bool,)}
    numbers = (int, float) if isinstance(kind, Integer | Float) else None
    known = numbers or plain.get(type(kind))
    if known:
        return isinstance(value, known) and (not numbers or isfinite(float(str(value))))
    if MARK in str(value) or MARK.encode().hex() in str(value):
        return False
    own = held.PURPOSES[table].held_for is HeldFor.STAFF
    fits = _STAFF_TEXTS.get(column.name, _anything) if own else _TEXTS.get(column.name, _nothing)
    return fits(value)


def _anything(_: object) -> bool:
    """Staff's own words."""
    return True


def _nothing(_: object) -> bool:
    """A text that nobody said anything about."""
    return False


@contextmanager
def authored() -> Iterator[None]:
    """The fault: a table gets a column of who wrote."""

    def more(_: Table, connection: Connection, **__: object) -> None:
        connection.execute(text("ALTER TABLE observation ADD COLUMN author TEXT"))

    event.listen(schema.observation, "after_create", more)
    try:
        yield
    finally:
        event.remove(schema.observation, "after_create", more)


PROOF = Proof(
    "S7",
    "a column that nobody declared fails, and so does a value that its column may not hold",
    show,
    4_000,
    60_000,
    "posts",
    "a table has a column `author`",
    authored,
    SMALLEST,
)

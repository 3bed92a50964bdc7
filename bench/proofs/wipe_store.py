"""A store in whose every table and column stands a mark that can be searched for, and the search."""

from __future__ import annotations

import re
import secrets
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Boolean, Column, Engine, Float, Integer, LargeBinary, Table, create_engine

from monitor.store import Store
from monitor.store.schema import UtcTime, metadata

MARKS = re.compile(rb"wipe-[0-9a-f]{16}")
NAME = "monitor.db"
_MIDNIGHT = datetime(2026, 1, 5, tzinfo=UTC)
_CONFIG = "{topics: {lanterns: {tags: [LumenLanterns]}}, campaign: {alias: Lumen}, store: sqlite:///data/monitor.db}"


@dataclass(frozen=True, slots=True)
class Planted:
    """What was written into a store: its secret keys and every mark."""

    keys: frozenset[bytes]
    marks: frozenset[bytes]


@dataclass(frozen=True, slots=True)
class Left:
    """What a search found of it."""

    keys: int
    marks: int


def fill(engine: Engine, *, rows: int) -> Planted:
    """Write so many rows into every table (twenty times as many marks of posts), with a mark in all that takes text."""
    keys, marks = set(), set()
    with engine.begin() as connection:
        for table in metadata.sorted_tables:
            values = [_row(table, number) for number in range(rows * (20 if table.name == "seen" else 1))]
            connection.execute(table.insert(), values)
            if table.name == "secret_key":
                keys |= {bytes(value) for row in values if isinstance(value := row["secret"], bytes)}
            for row in values:
                marks |= {found for value in row.values() for found in MARKS.findall(_bytes(value))}
    return Planted(frozenset(keys), frozenset(marks))


def _bytes(value: object) -> bytes:
    return value.encode() if isinstance(value, str) else value if isinstance(value, bytes) else b""


def _row(table: Table, number: int) -> Mapping[str, object]:
    return {column.name: _value(table, column, number) for column in table.columns}


def _value(table: Table, column: Column[object], number: int) -> object:
    kind = column.type
    if isinstance(kind, UtcTime):
        return _MIDNIGHT + timedelta(days=number % 28) if column.name == "day" else datetime.now(UTC)
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, (Integer, Float)):
        return 2_000_000_000 if column.name == "expires_at" else number + 10_000 * column.primary_key
    if isinstance(kind, LargeBinary):
        return secrets.token_bytes(32) if table.name == "secret_key" else _mark().encode()
    return _mark()


def _mark() -> str:
    return f"wipe-{secrets.token_hex(8)}"


def left(files: Iterable[Path], planted: Planted) -> Left:
    """Search every byte of these files, and their names."""
    return left_in([str(path).encode() + path.read_bytes() for path in files], planted)


def left_in(found: Iterable[bytes], planted: Planted) -> Left:
    """Search these bytes."""
    every = b"\n".join(found)
    return Left(sum(key in every for key in planted.keys), len(planted.marks & set(MARKS.findall(every))))


@dataclass(frozen=True, slots=True)
class Template:
    """A campaign's folder as a crash left it: rows in the file, and others in a journal that nobody folded in."""

    folder: Path
    planted: Planted

    def copy(self, place: Path) -> Path:
        """The same folder once more, with what an export was writing when it was killed."""
        shutil.copytree(self.folder, place)
        (place / "data" / ".monitor-abcd1234").write_bytes(next(iter(self.planted.marks)))
        (place / ".monitor-wxyz5678").write_bytes(next(iter(self.planted.marks)))
        return place


@contextmanager
def template(*, rows: int) -> Iterator[Template]:
    """Make one, with so many rows in each table and as many again in the journal."""
    with tempfile.TemporaryDirectory(prefix="monitor-wipe-", dir="/tmp") as place:
        folder = Path(place) / "campaign"
        (folder / "data").mkdir(parents=True)
        (folder / "config.yaml").write_text(_CONFIG, encoding="utf-8")
        growing = Path(place) / NAME
        url = f"sqlite:///{growing}"
        Store.open(url).close()
        first = _filled(url, rows)
        with sqlite3.connect(growing) as connection:  # keeps the journal from being folded in
            connection.execute("SELECT count(*) FROM meta").fetchone()
            second = _filled(url, rows, more=True)
            for end in ("", "-wal"):
                shutil.copy(f"{growing}{end}", folder / "data" / f"{NAME}{end}")
        connection.close()
        yield Template(folder, Planted(first.keys | second.keys, first.marks | second.marks))


def _filled(url: str, rows: int, *, more: bool = False) -> Planted:
    engine = create_engine(url)
    try:
        if more:
            with engine.begin() as connection:
                for table in metadata.sorted_tables:
                    numbers = [c for c in table.primary_key.columns if isinstance(c.type, Integer)]
                    if numbers:  # the same numbers again would clash
                        connection.execute(table.update().values({numbers[0].name: numbers[0] + 1_000_000}))
        return fill(engine, rows=rows)
    finally:
        engine.dispose()

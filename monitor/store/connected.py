"""What every way of reading and writing a store begins with: one transaction, and our own error where it fails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select
from sqlalchemy.exc import SQLAlchemyError

from ..errors import StoreError
from .engine import GONE, is_gone, place, reason


class Connected:
    """A store's engine, and transactions on it."""

    def __init__(self, engine: Engine) -> None:
        self._engine, self._place = engine, place(engine)

    def is_gone(self) -> bool:
        """Whether the store that was opened was wiped or moved away since."""
        return is_gone(self._engine, self._place)

    def close(self) -> None:
        """Give back the connections; a store that is only dropped is closed by the garbage collector."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self, *, writing: bool = False) -> Iterator[Connection]:
        try:
            with self._engine.connect().execution_options(writing=writing) as connection, connection.begin():
                yield connection
        except SQLAlchemyError as error:
            if self._place is not None and self.is_gone():  # SQLite would call a file of zeros malformed
                raise StoreError(GONE) from None
            verb = "write to" if writing else "read"
            raise StoreError(f"cannot {verb} the store: {reason(error)}; what was stored before is safe") from None

    def _rows(self, query: Select[Any]) -> Sequence[Row[*tuple[Any, ...]]]:
        with self._transaction() as connection:
            return connection.execute(query).all()

"""The lock of a store, beside its file or at its server: who collects holds it, a wipe asks whether anybody does."""

from __future__ import annotations

import fcntl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from sqlalchemy import URL, Connection, create_engine, make_url, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from ..errors import StoreError
from .engine import WRITER_LOCK, reason
from .wiping import file_of

Lock = Path | URL  # a file beside a SQLite store, or the database that a server keeps
_COLLECTING_LOCK = WRITER_LOCK + 1
_LOOK_SECONDS = 5.0


class Held:
    """A lock that is held; that of a file lasts as long as its process."""

    def is_lost(self) -> bool:
        """Whether somebody else has it by now."""
        return False


def lock_of(url: str) -> Lock:
    """The lock of the store at `url`; beside a SQLite store, not beside a link to it."""
    file = file_of(url)
    return make_url(url) if file is None else file.resolve().with_suffix(".lock")


@contextmanager
def taken(lock: Lock) -> Iterator[Held | None]:
    """Hold a store's lock for a while; None where somebody else does."""
    if isinstance(lock, Path):
        with _made(lock) as handle:
            yield Held() if _is_ours(handle) else None
        return
    try:
        held = _AtServer(lock)
        ours = held.take()
    except (SQLAlchemyError, ModuleNotFoundError) as error:
        raise StoreError(f"cannot open the store: {reason(error)}") from None
    try:
        yield held if ours else None
    finally:
        held.give_back()


@contextmanager
def taken_to_wipe(lock: Lock) -> Iterator[bool]:
    """Keep collectors out while all is wiped; whether none is at work. A file of it is not left behind."""
    if not isinstance(lock, Path):
        with taken(lock) as held:
            yield held is not None
        return
    with _found(lock) as handle:
        alone = handle is None or _is_ours(handle)
        try:
            yield alone
        finally:
            if alone:
                with suppress(OSError):  # it is empty
                    lock.unlink(missing_ok=True)


@contextmanager
def _made(lock: Path) -> Iterator[TextIO]:
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        handle = lock.open("w")
    except OSError as error:
        raise StoreError(f"cannot write beside the store ({error.strerror}): {lock.parent}") from None
    with handle:
        yield handle


@contextmanager
def _found(lock: Path) -> Iterator[TextIO | None]:
    """The lock's file; None where it is not there and none can be made: then nobody holds it."""
    try:
        handle = lock.open("a")
    except OSError:
        try:
            handle = lock.open()  # enough to ask whether somebody holds it
        except OSError:
            yield None
            return
    with handle:
        yield handle


def _is_ours(handle: TextIO) -> bool:
    """Whether the lock could be taken: nobody held it."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


class _AtServer(Held):
    """A lock that a server gives to a connection, and takes back when that ends, such as when it is started again."""

    def __init__(self, url: URL) -> None:
        self._engine = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        self._connection: Connection | None = None
        self._turn = threading.Lock()  # sources ask from threads of their own
        self._lost, self._look_at = False, 0.0

    def take(self) -> bool:
        """Take it on a new connection, if nobody holds it."""
        self._connection = self._engine.connect()
        self._look_at = time.monotonic() + _LOOK_SECONDS
        asked = self._connection.execute(text("SELECT pg_try_advisory_lock(:lock)"), {"lock": _COLLECTING_LOCK})
        return bool(asked.scalar_one())

    def is_lost(self) -> bool:
        """Whether the server ended the connection, and has given the lock to somebody else; asked every few seconds.

        While the server does not answer, nobody can write to the store.
        """
        with self._turn:
            if not self._lost and time.monotonic() >= self._look_at:
                self._look_at = time.monotonic() + _LOOK_SECONDS
                self._lost = not self._still_held()
            return self._lost

    def _still_held(self) -> bool:
        try:
            if self._connection is not None:
                self._connection.execute(text("SELECT 1"))
                return True
        except SQLAlchemyError:
            self._end()
        try:
            return self.take()
        except SQLAlchemyError:
            self._end()
            return True

    def give_back(self) -> None:
        """Let go of the lock, at once."""
        if self._connection is not None:
            with suppress(SQLAlchemyError):
                self._connection.execute(text("SELECT pg_advisory_unlock_all()"))
        self._end()

    def _end(self) -> None:
        if self._connection is not None:
            with suppress(SQLAlchemyError):
                self._connection.close()
        self._connection = None

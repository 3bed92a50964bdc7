"""P10 on PostgreSQL: what `monitor wipe` can do where a server keeps the store, killed at random moments."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, inspect, text

from monitor.actions import wiping
from monitor.errors import StoreError
from monitor.store import Store
from monitor.store.locking import lock_of, taken
from monitor.store.schema import metadata

from .wipe_kills import Tally
from .wipe_store import Left, Planted, fill, left

_ALIAS = "Lumen"
_LONGEST, _AFTER_STEP = 0.12, 0.02  # seconds that a wipe there takes in all, and after its first step


def killed_on_server(new: Callable[[str], str], size: int, *, rows: int, seed: int = 1) -> Tally:
    """Kill so many wipes of a database, half of them while somebody holds a table, a third while one collects."""
    tally, chance = Tally(), random.Random(seed)
    for number in range(size * 3):
        if tally.kills >= size:
            return tally
        _one(new(f"wipe{number}"), number, rows, chance, tally)
    tally.troubles.append("too few kills came in time")
    return tally


def _one(url: str, number: int, rows: int, chance: random.Random, tally: Tally) -> None:
    Store.open(url).close()
    engine = create_engine(url)
    planted = fill(engine, rows=rows)
    before = _rows(engine)
    with engine.connect() as holder, ExitStack() as collecting:
        if number % 3 == 2:
            collecting.enter_context(taken(lock_of(url)))
            tally.situations.add("somebody collects")
            tally.troubles += _not_refused(url)
        if number % 2:
            holder.execute(text("SELECT count(*) FROM note"))
        after_step = number % 4 > 1
        if _kill(url, chance.uniform(0, _AFTER_STEP if after_step else _LONGEST), after_step=after_step):
            found = _left(engine, planted, before)
            tally.after_a_kill(found, planted)
            tally.situations.add("a table is held" if number % 2 else "nobody is there")
        began = time.perf_counter()
        second = wiping.wipe(url, alias=_ALIAS, typed=_ALIAS, anyway=True)
        tally.slowest = max(tally.slowest, time.perf_counter() - began)
        if number % 3 == 2 and wiping.Limit.RUNNING not in second.limits:
            tally.troubles.append("nobody was told that somebody collects (on a server)")
        holder.invalidate()
    if not wiping.wipe(url, alias=_ALIAS, typed=_ALIAS).nothing_was_left:
        tally.troubles.append("the third run found something")
    tally.marks_left += len(set(inspect(engine).get_table_names()) & set(metadata.tables))
    tally.keys_left += left(_kept(engine), planted).keys
    engine.dispose()


def _not_refused(url: str) -> Iterator[str]:
    """What is wrong where a wipe goes on though somebody collects, and nobody said that it shall."""
    try:
        wiping.wipe(url, alias=_ALIAS, typed=_ALIAS)
    except StoreError:
        return
    yield "a wipe went on though somebody collects (on a server)"


def _kill(url: str, seconds: float, *, after_step: bool) -> bool:
    """Kill a wipe a while after its start or its first step; whether it was killed before its end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            wiping.wipe(url, alias=_ALIAS, typed=_ALIAS, anyway=True, told=lambda step: _say(writing))
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb", buffering=0) as steps:
        if after_step:
            steps.read(1)
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _say(writing: int) -> None:
    os.write(writing, b"!")


def _rows(engine: Engine) -> int:
    with engine.connect() as connection:
        names = sorted(set(inspect(connection).get_table_names()) & set(metadata.tables) - {"secret_key"})
        return sum(_count(connection, name) for name in names)


def _count(connection: Connection, name: str) -> int:
    return int(connection.execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one())


def _left(engine: Engine, planted: Planted, before: int) -> Left:
    """What SQL still finds; rows are all there, or some are gone."""
    keys = 0
    with engine.connect() as connection:
        if inspect(connection).has_table("secret_key"):
            found = connection.execute(text("SELECT secret FROM secret_key")).scalars()
            keys = len({bytes(one) for one in found if one is not None} & planted.keys)
    return Left(keys, len(planted.marks) - (_rows(engine) < before))


def _kept(engine: Engine) -> list[Path]:
    """The files of the database, once the server has written everything to them; its journal is not promised."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CHECKPOINT"))
        folder = Path(connection.execute(text("SHOW data_directory")).scalar_one())
        number = connection.execute(text("SELECT oid FROM pg_database WHERE datname = current_database()")).scalar_one()
    return [path for path in (folder / "base" / str(number)).iterdir() if path.is_file()]

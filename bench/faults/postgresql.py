"""A PostgreSQL server of a bench's own, on a socket in a temporary folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_DEBIAN = Path("/usr/lib/postgresql/15/bin")


@contextmanager
def databases() -> Iterator[Callable[[str], str] | None]:
    """What makes a new database and gives its URL; None where PostgreSQL is not installed."""
    initdb = shutil.which("initdb") or str(_DEBIAN / "initdb")
    if not Path(initdb).exists():
        yield None
        return
    user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    folder = tempfile.mkdtemp(prefix="monitor-pg-", dir="/tmp")
    if user:
        shutil.chown(folder, "postgres")
    data, pg_ctl = f"{folder}/data", str(Path(initdb).with_name("pg_ctl"))

    def run(*command: str, check: bool = True) -> None:
        subprocess.run([*user, *command], check=check, capture_output=True, cwd="/")

    def new(name: str) -> str:
        import psycopg  # noqa: PLC0415 - only where a server runs

        with psycopg.connect(f"postgresql://monitor@/postgres?host={folder}", autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return f"postgresql+psycopg://monitor@/{name}?host={folder}"

    run(initdb, "-D", data, "-A", "trust", "-U", "monitor", "-E", "UTF8")
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    run(pg_ctl, "-D", data, "-o", options, "-w", "-l", f"{folder}/log", "start")
    try:
        yield new
    finally:
        run(pg_ctl, "-D", data, "-m", "immediate", "stop", check=False)
        shutil.rmtree(folder, ignore_errors=True)

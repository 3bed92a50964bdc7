"""What several tests need: stores on both engines, and the place of real data."""

import gc
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import stamina

from monitor.store import Store
from tests.loopback import standing

if TYPE_CHECKING:
    from playwright.sync_api import Browser

POSTGRES = Path("/usr/lib/postgresql/15/bin")


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A real PostgreSQL server of this test run's own, on a socket in a temporary folder."""
    initdb = shutil.which("initdb") or str(POSTGRES / "initdb")
    if not Path(initdb).exists():
        pytest.skip("PostgreSQL is not installed: `apt-get install postgresql`")
    user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    folder = tempfile.mkdtemp(prefix="monitor-pg-", dir="/tmp")
    if user:
        shutil.chown(folder, "postgres")
    data, pg_ctl = f"{folder}/data", str(Path(initdb).with_name("pg_ctl"))
    subprocess.run(
        [*user, initdb, "-D", data, "-A", "trust", "-U", "monitor", "-E", "UTF8"],
        check=True,
        capture_output=True,
        cwd="/",
    )
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    subprocess.run(
        [*user, pg_ctl, "-D", data, "-o", options, "-w", "-l", f"{folder}/log", "start"],
        check=True,
        cwd="/",
        capture_output=True,
    )
    try:
        yield f"postgresql+psycopg://monitor@/postgres?host={folder}"
    finally:
        subprocess.run(
            [*user, pg_ctl, "-D", data, "-m", "immediate", "stop"], check=False, capture_output=True, cwd="/"
        )
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty store, once on each engine."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/monitor.db"
    url = str(request.getfixturevalue("postgres_url"))
    import psycopg  # noqa: PLC0415 - only where a server runs

    name = f"t{abs(hash(str(tmp_path)))}"
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return url.replace("/postgres?", f"/{name}?")


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An empty store, once on each engine."""
    opened = Store.open(store_url)
    yield opened
    opened.close()


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Store]:
    """An empty store in a file, where the engine makes no difference."""
    store = Store.open(f"sqlite:///{tmp_path}/monitor.db")
    yield store
    store.close()


@pytest.fixture
def quick() -> Iterator[None]:
    """Retries do not wait, and no time passes on this machine's clock."""
    with stamina.set_testing(True, attempts=2), standing():
        yield


@pytest.fixture
def undisturbed() -> Iterator[None]:
    """No garbage is collected: a finaliser that runs at the bottom of a hostile answer's nesting cannot do its work."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
def shared() -> Path:
    """The folder of real data, which is no part of the project."""
    place = os.environ.get("MONITOR_SHARED")
    if not place:
        pytest.skip("MONITOR_SHARED does not name a folder with real data")
    return Path(place)


@pytest.fixture
def now() -> datetime:
    """One moment for a whole test."""
    return datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """A headless Chromium."""
    from bench.ui import serving  # noqa: PLC0415 - most tests need no browser

    with serving.chromium() as opened:
        yield opened


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder of the store's own."""
    place: Path = tmp_path / "data"
    place.mkdir()
    return place

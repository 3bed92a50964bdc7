"""P10 where a server keeps the store: our tables only, keys first, and nobody collects meanwhile."""

import signal
import subprocess
import sys

import pytest
from sqlalchemy import create_engine, inspect, text

from monitor.actions import wiping
from monitor.actions.wiping import Limit
from monitor.store.locking import lock_of, taken
from monitor.store.schema import metadata

from .test_wiping import ALIAS, CONFIG, fill, monitor, wipe

__all__ = ["monitor"]  # a fixture
ON_SERVER = pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)
WIPE = """
import os, signal, sys
from monitor.actions import wiping
left = int(sys.argv[2])
def told(step):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
wiping.wipe(sys.argv[1], alias="Lumen", typed="Lumen", told=told)
"""


@ON_SERVER
def test_on_a_server_only_our_tables_go(store, store_url, now):
    """Another program's tables in the same database stay, and who held ours for long is cut off."""
    fill(store, now)
    engine = create_engine(store_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE bookmarks (address TEXT)"))
    with engine.connect() as holder:
        holder.execute(text("SELECT * FROM note"))
        done = wipe(store_url)
        holder.invalidate()
    assert Limit.RUNNING in done.limits
    assert inspect(engine).get_table_names() == ["bookmarks"]
    engine.dispose()


@ON_SERVER
@pytest.mark.parametrize("named", [True, False])
def test_on_a_server_a_scheduler_that_collects_stands_in_the_way_too(store, store_url, tmp_path, monitor, now, named):
    """Whatever config or machine it runs from, with a config or without: it refuses, or wipes anyway and says so."""
    fill(store, now)
    store.close()
    (tmp_path / "config.yaml").write_text(CONFIG.replace("sqlite:///data/monitor.db", f"'{store_url}'"))
    database = store_url.partition("?")[0].rpartition("/")[2]
    word = ["--store", store_url, "--alias", database] if named else ["--alias", ALIAS]
    with taken(lock_of(store_url)) as held:
        assert held
        assert "with --now" in monitor("wipe", *word, code=2).stderr
        told = monitor("wipe", *word, "--now").stdout
    assert told.startswith("Wiped: 2 secret keys, ")
    assert wiping.SENTENCES[Limit.RUNNING] in told
    assert wiping.SENTENCES[Limit.RUNNING] not in monitor("wipe", *word).stdout


@ON_SERVER
def test_on_a_server_nobody_begins_to_collect_while_all_is_wiped(store, store_url, now):
    """The wipe holds the same lock."""
    fill(store, now)
    store.close()
    seen: list[bool] = []

    def look(_step: str) -> None:
        with taken(lock_of(store_url)) as held:
            seen.append(held is None)

    wipe(store_url, told=look)
    assert seen == [True, True]


@ON_SERVER
@pytest.mark.parametrize("moment", range(2))
def test_on_a_server_a_killed_wipe_is_finished_by_the_next(store, store_url, now, moment):
    """The keys are gone first there too."""
    fill(store, now)
    done = subprocess.run([sys.executable, "-c", WIPE, store_url, str(moment)], check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    engine = create_engine(store_url)
    if moment == 0:
        with engine.connect() as connection:
            assert connection.execute(text("SELECT count(*) FROM secret_key")).scalar_one() == 0
            assert connection.execute(text("SELECT count(*) FROM seen")).scalar_one() == 3000
    assert wipe(store_url).nothing_was_left is (moment == 1)
    assert not set(inspect(engine).get_table_names()) & set(metadata.tables)
    engine.dispose()

"""One Monitor collects for a store: beside its file, or wherever a server keeps it for several machines."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from monitor import schedule
from monitor.errors import StoreError
from monitor.store import locking
from monitor.store.locking import lock_of

ON_SERVER = pytest.mark.parametrize("store_url", ["postgresql"], indirect=True)
ENVIRON = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
KEEP_GOING = """
import sys
from monitor import schedule
from monitor.counting import Options
from monitor.errors import StoreError
from monitor.rounds import Following, Rounds
from monitor.store import Store
from monitor.store.locking import lock_of
try:
    with schedule.only_one(lock_of(sys.argv[1])) as held:
        print("collecting", flush=True)
        following = Following((), (), Options(language=False, tone=False))
        schedule.keep_going(Rounds(Store.open(sys.argv[1]), following, stopped=held.is_lost))
except StoreError as error:
    print(error, flush=True)
    sys.exit(2)
"""


def held(lock: locking.Lock) -> bool:
    """Whether somebody holds the lock."""
    try:
        with schedule.only_one(lock):
            return False
    except StoreError:
        return True


def cut_off(url: str, *, take: bool) -> Callable[[], None]:
    """End the connection that holds the lock, and take it in its place if wanted; gives back what lets go of it."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    connection = engine.connect()
    lock = {"lock": locking._COLLECTING_LOCK}
    mine = "objid = :lock AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    holders = f"SELECT count(pg_terminate_backend(pid, 10000)) FROM pg_locks WHERE locktype = 'advisory' AND {mine}"
    assert connection.execute(text(holders), lock).scalar_one() == 1
    assert not take or connection.execute(text("SELECT pg_try_advisory_lock(:lock)"), lock).scalar_one()

    def let_go() -> None:
        connection.close()
        engine.dispose()

    return let_go


def test_two_schedulers_cannot_share_a_store(store_url):
    """The second one is refused with a word that says what to do; once the first is over, the next is let in."""
    lock = lock_of(store_url.replace("/monitor.db", "/deep/monitor.db"))
    with schedule.only_one(lock), pytest.raises(StoreError, match="already collects"), schedule.only_one(lock):
        pass
    with schedule.only_one(lock) as one:
        assert not one.is_lost()


def test_a_link_to_a_store_has_the_stores_own_lock(tmp_path):
    """Under whatever name its file is known."""
    (tmp_path / "link.db").symlink_to(tmp_path / "real.db")
    assert lock_of(f"sqlite:///{tmp_path}/link.db") == tmp_path / "real.lock"


def test_a_server_that_does_not_answer_gives_no_lock(postgres_url):
    """Who cannot ask for it does not collect, and says why."""
    nowhere = lock_of(postgres_url.replace("/postgres?", "/nowhere?"))
    with (
        pytest.raises(StoreError, match=r'cannot open the store: .*"nowhere" does not exist'),
        schedule.only_one(nowhere),
    ):
        pass


@ON_SERVER
def test_a_lock_that_the_server_dropped_is_taken_again(store_url, monkeypatch):
    """A server that was started again ends nothing, as long as nobody else has come meanwhile."""
    monkeypatch.setattr(locking, "_LOOK_SECONDS", 0.0)
    with schedule.only_one(lock_of(store_url)) as one:
        let_go = cut_off(store_url, take=False)
        assert not one.is_lost()
        let_go()
        with pytest.raises(StoreError, match="already collects"), schedule.only_one(lock_of(store_url)):
            pass


@ON_SERVER
def test_a_scheduler_whose_lock_somebody_else_has_taken_ends_and_says_why(store_url):
    """The server dropped its connection, and another Monitor was faster: it stops in order."""
    command = [sys.executable, "-c", KEEP_GOING, store_url]
    with subprocess.Popen(command, env=ENVIRON, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        assert running.stdout.readline() == "collecting\n"
        let_go = cut_off(store_url, take=True)
        said = running.communicate(timeout=30)[0]
        let_go()
    assert (running.returncode, "another Monitor has taken the store" in said) == (2, True)


@ON_SERVER
def test_two_configs_with_one_database_cannot_collect_at_once(store_url, tmp_path):
    """Wherever they stand; and nothing is written beside them."""
    commands = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "config.yaml").write_text(
            f"topics: {{lamp: {{tags: [Lamp]}}}}\nstore: '{store_url}'\n", encoding="utf-8"
        )
        commands.append(
            [sys.executable, "-m", "monitor.cli", "schedule", "--config", str(tmp_path / name / "config.yaml")]
        )
    with subprocess.Popen(commands[0], env=ENVIRON, stderr=subprocess.DEVNULL) as first:
        for _ in range(400):
            if held(lock_of(store_url)):
                break
            time.sleep(0.05)
        second = subprocess.run(commands[1], env=ENVIRON, capture_output=True, text=True, check=False, timeout=30)
        assert (second.returncode, "already collects" in second.stderr) == (2, True), second.stderr
        assert first.poll() is None
        first.send_signal(signal.SIGTERM)
        assert first.wait(timeout=15) == 0
    assert [path.name for path in sorted(tmp_path.rglob("*")) if path.is_file()] == ["config.yaml", "config.yaml"]


def test_a_second_run_on_the_same_store_refuses(tmp_path):
    """Started twice by mistake, the second `monitor schedule` exits with 2 and the first goes on."""
    config = tmp_path / "config.yaml"
    config.write_text("topics: {lamp: {tags: [Lamp]}}\n", encoding="utf-8")
    command = [sys.executable, "-m", "monitor.cli", "schedule", "--config", str(config)]
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    with subprocess.Popen(command, env=environ, stderr=subprocess.DEVNULL) as first:
        lock = tmp_path / "data" / "monitor.lock"
        for _ in range(400):
            if lock.exists() and held(lock):
                break
            time.sleep(0.05)
        second = subprocess.run(command, env=environ, capture_output=True, text=True, check=False, timeout=30)
        assert (second.returncode, "already collects" in second.stderr) == (2, True)
        assert first.poll() is None
        first.send_signal(signal.SIGTERM)
        assert first.wait(timeout=15) == 0

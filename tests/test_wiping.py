"""P10: what was wiped is gone from every byte, keys first; interrupted, repeated, and while others hold the store."""

import fcntl
import json
import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from monitor.actions import wiping
from monitor.actions.wiping import Limit
from monitor.cli import main
from monitor.errors import ConfigError, StoreError
from monitor.model import DAY, HOUR, Note, Push
from monitor.store import Store

ALIAS = "Lumen"
CONFIG = "{topics: {lanterns: {tags: [LumenLanterns]}}, campaign: {alias: Lumen}, store: sqlite:///data/monitor.db}"


def fill(store: Store, now) -> bytes:
    """Write canaries into every kind of table; gives back the secret of a day's key."""
    with store.recording(now=now) as recording:
        key = recording.day_keys("canarysource", [now.replace(hour=0)])[now.replace(hour=0)]
        recording.post_key()
        recording.unseen({f"canary-{number:09d}".encode(): now + DAY for number in range(3000)})
        recording.add_note(Note(0, now, "canarynote", "canaryby"))
        recording.add_push(Push(("canarytopic",), now, now + HOUR, draft="canarydraft", owner="canaryowner"))
        recording.feed_secret("canarysecret")
    return key


def written(folder: Path) -> bytes:
    """Every byte of every file under a folder, and every file's name."""
    return b"".join(str(path).encode() + path.read_bytes() for path in folder.rglob("*") if path.is_file())


def wipe(url: str, **more) -> wiping.Wiped:
    """Wipe with the right alias."""
    return wiping.wipe(url, alias=ALIAS, typed=f" {ALIAS} ", **more)


@contextmanager
def scheduling(folder: Path) -> Iterator[None]:
    """As if `monitor run` were collecting for the store in that folder."""
    with (folder / "monitor.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def is_held(lock: Path) -> bool:
    """Whether a scheduler is at work."""
    if not lock.exists():
        return False
    with lock.open() as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return True
    return False


@pytest.fixture
def url(folder) -> str:
    """The URL of a store in a file there."""
    return f"sqlite:///{folder}/monitor.db"


def test_nothing_is_left_of_a_store(store, store_url, tmp_path, now):
    """Rows, keys and files are told, and gone; wiped twice, nothing is left to do; a new store begins empty."""
    fill(store, now)
    held = store.holdings()
    store.close()
    done = wipe(store_url)
    rows = sum(one.rows for one in held)
    assert done.removed[:2] == ("2 secret keys", f"{rows:,} rows in {len(held)} tables")
    assert {Limit.AGAIN, Limit.BLOCKS, Limit.COPIES, Limit.SENT, Limit.CONFIG} <= set(done.limits)
    assert Limit.RUNNING not in done.limits
    assert (Limit.SERVER in done.limits) is store_url.startswith("postgresql")
    assert list(tmp_path.rglob("*")) == []
    again = wipe(store_url)
    assert again.nothing_was_left
    assert len(again.not_promised) == len(again.limits) > 3
    with closing(Store.open(store_url)) as fresh:
        assert {one.table for one in fresh.holdings() if one.rows} == {"meta"}
        assert fresh.keys(now=now) == ()


def test_who_only_has_it_open_is_told_of_too(folder, url, now):
    """A dashboard that is looking keeps numbers in memory: that is no silence to be trusted."""
    with closing(Store.open(url)) as store:
        fill(store, now)
        assert Limit.RUNNING in wipe(url).limits
    assert list(folder.iterdir()) == []


def test_a_scheduler_that_collects_stands_in_the_way(folder, url, now):
    """It would make a new store right after: it has to be stopped, or the night is bad enough to wipe anyway."""
    with closing(Store.open(url)) as store:
        fill(store, now)
    before = written(folder)
    with scheduling(folder):
        with pytest.raises(StoreError, match="stop it first"):
            wipe(url)
        assert written(folder).replace(str(folder / "monitor.lock").encode(), b"") == before
        assert Limit.RUNNING in wipe(url, anyway=True).limits
        assert [path.name for path in folder.iterdir()] == ["monitor.lock"]
    assert wipe(url).nothing_was_left
    assert list(folder.iterdir()) == []


def test_who_still_has_a_wiped_store_open_makes_no_new_one(store, store_url, tmp_path, now):
    """Its next connection is refused with what happened, where SQLite would leave an empty file behind."""
    fill(store, now)
    assert not store.is_gone()
    wipe(store_url)
    assert store.is_gone()
    store.close()  # so that the next look needs another connection
    with pytest.raises(StoreError, match=r"is gone|does not exist"):
        store.notes()
    assert list(tmp_path.iterdir()) == []


def test_a_run_ends_with_the_store_that_was_wiped_under_it(folder, tmp_path, monitor):
    """On a bad night `monitor wipe --now` is enough: the run says so and ends, and no new store is made."""
    command = [sys.executable, "-m", "monitor.cli", "run", "--no-browser", "--port", "8861"]
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    with subprocess.Popen(command, env=environ, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as running:
        for _ in range(600):
            if is_held(folder / "monitor.lock"):
                break
            time.sleep(0.05)
        assert "stop it first" in monitor("wipe", "--alias", "Lumen", code=2).stderr
        monitor("wipe", "--alias", "Lumen", "--now")
        said = running.communicate(timeout=60)[1]
    assert (running.returncode, "The store is gone" in said, "malformed" in said) == (0, True, False), said
    assert [path.name for path in folder.iterdir()] in ([], ["monitor.lock"])


@pytest.mark.usefixtures("monitor")
def test_a_scheduler_whose_store_was_wiped_makes_no_new_one(folder, tmp_path):
    """Started again by a run in the moment of a wipe, it refuses."""
    command = [sys.executable, "-m", "monitor.cli", "schedule", "--no-new-store"]
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    done = subprocess.run(command, env=environ, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=20)
    assert (done.returncode, "there is no store yet" in done.stderr) == (2, True)
    assert not (folder / "monitor.db").exists()


@pytest.mark.parametrize("typed", ["", "lumen", "Lumen!"])
def test_another_word_than_the_alias_wipes_nothing(folder, url, now, typed):
    """Who types something else has not meant it."""
    with closing(Store.open(url)) as store:
        fill(store, now)
    before = written(folder)
    with pytest.raises(ConfigError, match="nothing was wiped: type the campaign's alias, Lumen"):
        wiping.wipe(url, alias=ALIAS, typed=typed)
    assert written(folder) == before


@pytest.mark.parametrize("content", [b"somebody's thesis", b"SQLite"])
def test_a_file_that_is_no_store_is_left_alone(folder, url, content):
    """A wrong URL in the config destroys nobody's work."""
    (folder / "monitor.db").write_bytes(content)
    with pytest.raises(StoreError, match="no store of Monitor"):
        wipe(url)
    assert [path.read_bytes() for path in folder.iterdir()] == [content]


def test_another_programs_database_is_left_alone(folder, url):
    """Nor does it destroy what another program keeps in the same kind of file."""
    with closing(sqlite3.connect(folder / "monitor.db")) as other, other:
        other.execute("CREATE TABLE bookmarks (address)")
    before = written(folder)
    with pytest.raises(StoreError, match="is a database, but no store of Monitor"):
        wipe(url)
    assert written(folder) == before


@pytest.fixture
def monitor(tmp_path, monkeypatch) -> Callable[..., Result]:
    """Run a command in the folder of a campaign."""
    (tmp_path / "config.yaml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MONITOR_CONFIG", raising=False)

    def run(*arguments: str, code: int = 0, given: str | None = None) -> Result:
        done = CliRunner().invoke(main, arguments, prog_name="monitor", input=given)
        assert done.exit_code == code, done.output
        return done

    return run


def test_the_command_asks_for_the_alias_and_tells_what_it_cannot_promise(folder, url, now, monitor):
    """It names the alias to be typed, then what went and what it cannot reach; the second time nothing was left."""
    with closing(Store.open(url)) as store:
        fill(store, now)
    done = monitor("wipe", given="Lumen\n")
    assert "type the campaign's alias (Lumen)" in done.stderr
    assert done.stdout.startswith("Wiped: 2 secret keys, ")
    assert all(wiping.SENTENCES[one] in done.stdout for one in wiping.ALWAYS)
    assert "What starts Monitor by itself" in done.stdout
    assert list(folder.iterdir()) == []
    assert monitor("wipe", "--alias", "Lumen").stdout.startswith("Nothing was left to wipe.")


def test_the_command_speaks_json(url, now, monitor):
    """A program reads the same."""
    with closing(Store.open(url)) as store:
        fill(store, now)
    told = json.loads(monitor("wipe", "--alias", "Lumen", "--json").stdout)
    assert "monitor.db" in told["removed"]
    assert wiping.SENTENCES[Limit.BLOCKS] in told["not_promised"]


def test_the_command_refuses_with_a_way_out(folder, url, now, monitor):
    """Nobody there to ask, the wrong word, or a Monitor that runs: exit code 2 and everything as it was."""
    with closing(Store.open(url)) as store:
        fill(store, now)
    before = written(folder)
    assert "nobody typed the campaign's alias" in monitor("wipe", code=2).stderr
    assert "type the campaign's alias" in monitor("wipe", "--alias", "x", code=2).stderr
    assert written(folder) == before
    with scheduling(folder):
        assert "with --now" in monitor("wipe", "--alias", "Lumen", code=2).stderr
        assert wiping.SENTENCES[Limit.RUNNING] in monitor("wipe", "--alias", "Lumen", "--now").stdout
    assert not (folder / "monitor.db").exists()

"""Wiping when nothing is as it should be: no config, no rights, no space, a store that is broken or somewhere else."""

import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from monitor.actions import wiping
from monitor.cli import main
from monitor.errors import StoreError
from monitor.store import Store

from .test_wiping import ALIAS, CONFIG, fill, wipe, written

NOBODY = 65534
AS_ROOT = pytest.mark.skipif(os.getuid() != 0, reason="only root may become nobody")


@pytest.fixture
def reached(now) -> Iterator[Path]:
    """A folder that everybody reaches, with a store."""
    with tempfile.TemporaryDirectory(prefix="monitor-wiping-", dir="/tmp") as place:
        Path(place).chmod(0o777)
        with closing(Store.open(f"sqlite:///{place}/monitor.db")) as store:
            fill(store, now)
        yield Path(place)


@pytest.fixture
def url(folder, now) -> str:
    """The URL of a store there in which something was written."""
    with closing(Store.open(f"sqlite:///{folder}/monitor.db")) as store:
        fill(store, now)
    return f"sqlite:///{folder}/monitor.db"


@pytest.fixture
def monitor(tmp_path, monkeypatch) -> Callable[..., Result]:
    """Run a command in the folder of a campaign, whatever its config says."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MONITOR_CONFIG", raising=False)

    def run(*arguments: str, config: str | None = CONFIG, code: int = 0, given: str | None = None) -> Result:
        if config is not None:
            (tmp_path / "config.yaml").write_text(config, encoding="utf-8")
        done = CliRunner().invoke(main, arguments, prog_name="monitor", input=given)
        assert done.exit_code == code, done.output
        return done

    return run


def forked(work: Callable[[], object]) -> str:
    """What it says when it fails in a process of its own; nothing where it does not."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            work()
        except StoreError as error:
            os.write(writing, str(error).encode())
        except BaseException as error:  # noqa: BLE001 - nothing of this process may go on
            os.write(writing, repr(error).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as heard:
        said = heard.read().decode()
    os.waitpid(child, 0)
    return said


def by_nobody(folder: Path) -> str:
    """What a wipe says that is asked for by somebody without any rights."""

    def work() -> None:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        wipe(f"sqlite:///{folder}/monitor.db")

    return forked(work)


@pytest.mark.parametrize("config", [None, "topics: [", "sources: {nonsense: {}}"])
def test_without_a_config_the_store_is_named(folder, url, monitor, config):
    """Where config.yaml is gone or broken, the refusal says how to wipe all the same: the file's name is asked for."""
    refused = monitor("wipe", "--alias", ALIAS, config=config, code=2)
    assert "monitor wipe --store data/monitor.db" in refused.stderr
    assert "nothing was wiped: type the store's name, monitor.db" in monitor(
        "wipe", "--store", "data/monitor.db", "--alias", ALIAS, config=config, code=2
    ).stderr  # fmt: skip
    assert (folder / "monitor.db").exists()
    done = monitor("wipe", "--store", "data/monitor.db", config=config, given="monitor.db\n")
    assert "type the store's name (monitor.db)" in done.stderr
    assert done.stdout.startswith("Wiped: 2 secret keys, ")
    assert list(folder.iterdir()) == []
    assert monitor("wipe", "--store", url, "--alias", "monitor.db", config=config).stdout.startswith("Nothing was left")


@pytest.mark.parametrize("named", ["sqlite://", "nonsense://", ""])
def test_a_store_that_cannot_be_meant_is_refused(monitor, named):
    """Half a URL is no store."""
    monitor("wipe", "--store", named, "--alias", "x", code=2)


@pytest.mark.parametrize(
    "named", ["postgresql://u:zqsecret@host", "postgresql://u:zqs@cret@host", "mysql://u:zqsecret@h/"]
)
def test_a_password_that_was_typed_is_not_repeated(monitor, named):
    """Not in what is said of a URL that names no database, however it is written; the help says where it goes."""
    said = monitor("wipe", "--store", named, "--alias", "x", code=2).output
    assert "names no store" in said
    assert not [part for part in ("zqs", "cret") if part in said]
    assert "PGPASSWORD" in monitor("wipe", "--help").stdout


def test_the_link_that_the_config_names_goes_with_the_store(folder, url, tmp_path, monitor):
    """Both the link and what it points at, wherever that is."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (folder / "monitor.db").rename(elsewhere / "real.db")
    (folder / "monitor.db").symlink_to(elsewhere / "real.db")
    assert "real.db" in monitor("wipe", "--alias", ALIAS).stdout
    assert [*folder.iterdir(), *elsewhere.iterdir()] == []
    assert url


def test_another_name_of_the_same_file_holds_nothing(folder, url, tmp_path):
    """A hard link keeps the file, not what was in it."""
    (tmp_path / "kept").hardlink_to(folder / "monitor.db")
    wipe(url)
    assert (tmp_path / "kept").read_bytes().strip(b"\0") == b""


@AS_ROOT
def test_a_store_that_may_only_be_read_goes(reached):
    """Who owns it may wipe it."""
    (reached / "monitor.db").chmod(0o444)
    os.chown(reached / "monitor.db", NOBODY, NOBODY)
    assert by_nobody(reached) == ""
    assert list(reached.iterdir()) == []


@AS_ROOT
def test_what_is_refused_is_told_and_the_rest_goes(reached):
    """A file that is somebody else's stops nothing: it is named, and the next wipe finishes once that is mended."""
    os.chown(reached / "monitor.db", NOBODY, NOBODY)
    (reached / ".monitor-abcd1234").write_bytes(b"somebody else's")
    (reached / ".monitor-abcd1234").chmod(0o600)
    said = by_nobody(reached)
    assert said.startswith("the wipe is not finished, ask again once this is mended: ")
    assert ".monitor-abcd1234 (Permission denied)" in said
    assert [path.name for path in reached.iterdir()] == [".monitor-abcd1234"]
    assert wipe(f"sqlite:///{reached}/monitor.db").removed == (".monitor-abcd1234",)


@AS_ROOT
def test_who_has_no_right_to_it_is_told(reached):
    """Permission denied is a sentence, and everything is as it was."""
    (reached / "monitor.db").chmod(0o600)
    reached.chmod(0o755)
    before = written(reached)
    assert "monitor.db (Permission denied)" in by_nobody(reached)
    assert written(reached) == before
    reached.chmod(0o700)
    assert "cannot look into" in by_nobody(reached)


@AS_ROOT
def test_on_a_disk_that_is_read_only_it_says_so(tmp_path, folder, now):
    """It says what is still there; written again, it goes."""
    if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", folder], capture_output=True, check=False).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        with closing(Store.open(f"sqlite:///{folder}/monitor.db")) as store:
            fill(store, now)
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        with pytest.raises(StoreError, match=r"Read-only file system\): what it holds is still there"):
            wipe(f"sqlite:///{folder}/monitor.db")
        subprocess.run(["mount", "-o", "remount,rw", folder], check=True)
        wipe(f"sqlite:///{folder}/monitor.db")
        assert list(folder.iterdir()) == []
    finally:
        subprocess.run(["umount", folder], check=False, capture_output=True)
    assert tmp_path.exists()


def test_a_full_disk_is_no_obstacle(folder, url):
    """Where nothing can be written anew, what is there is overwritten where it stands."""

    def at_once() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, ((folder / "monitor.db").stat().st_size, resource.RLIM_INFINITY))
        wipe(url)

    assert forked(at_once) == ""
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(("start", "length"), [(0, 40), (100, 5000)])
def test_a_damaged_store_goes(folder, url, start, length):
    """What no program can read any more is told by its tables, and its keys are found all the same."""
    with (folder / "monitor.db").open("r+b") as file:
        file.seek(start)
        file.write(b"\xee" * length)
    assert wipe(url).removed == ("2 secret keys", "monitor.db")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("damaged", [False, True])
def test_whoever_else_has_it_open_is_told_of_whatever_state_it_is_in(folder, url, damaged):
    """A wipe that was killed leaves pieces: what another process read before is in its memory all the same."""
    read = f"import sqlite3; c = sqlite3.connect({str(folder / 'monitor.db')!r}); c.execute('BEGIN');"
    read += "c.execute('SELECT count(*) FROM meta').fetchall(); print(flush=True); input()"
    with subprocess.Popen([sys.executable, "-c", read], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        assert reader.stdout
        assert reader.stdout.readline()
        if damaged:
            with (folder / "monitor.db").open("r+b") as file:
                file.write(b"\xee" * 5000)
        assert wiping.Limit.RUNNING in wipe(url).limits
        reader.communicate(b"\n")
    assert list(folder.iterdir()) == []


def test_an_empty_file_goes(tmp_path):
    """A store that was never written is a file to be removed."""
    (tmp_path / "monitor.db").touch()
    assert wipe(f"sqlite:///{tmp_path}/monitor.db").removed == ("monitor.db",)
    assert list(tmp_path.iterdir()) == []


def test_a_store_of_a_newer_monitor_goes(folder, url):
    """Also the tables that this one does not know."""
    with closing(sqlite3.connect(folder / "monitor.db")) as connection, connection:
        connection.execute("CREATE TABLE newer (said TEXT)")
        connection.execute("UPDATE meta SET value = '99' WHERE name = 'schema'")
    assert "18 tables" in wipe(url).removed[1]
    assert list(folder.iterdir()) == []


def test_what_an_export_was_writing_goes_and_nothing_else_does(folder, url, tmp_path, monitor):
    """A killed export leaves a half-written file beside its output; files that only look alike stay."""
    half = [tmp_path / ".monitor-a1b2c3d4", folder / ".monitor-zz_zz_99"]
    yours = tmp_path / ".monitor-notes.txt"
    for path in (*half, yours):
        path.write_bytes(b"numbers")
    told = monitor("wipe", "--alias", ALIAS).stdout
    assert all(path.name in told and not path.exists() for path in half)
    assert yours.read_bytes() == b"numbers"
    assert url


def test_a_store_that_is_being_overwritten_is_gone_for_who_reads_it(folder, url):
    """Between the zeros and the end of the file nobody is told of a malformed database."""
    with closing(Store.open(url)) as store:
        store.notes()
        path = folder / "monitor.db"
        with path.open("r+b") as file:
            file.write(bytes(path.stat().st_size))
        assert store.is_gone()
        store.close()
        with pytest.raises(StoreError, match="the store is gone: it was wiped"):
            store.notes()


def test_without_a_lock_that_can_be_made_it_goes_on(folder, url):
    """Where no lock can be made, nobody holds one."""
    (folder / "monitor.lock").mkdir()
    assert wipe(url).removed
    assert [path.name for path in folder.iterdir()] == ["monitor.lock"]

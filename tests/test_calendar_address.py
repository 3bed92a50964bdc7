"""The address of the calendar: who is told it, and how somebody who had it stops reading."""

import os
import re
import subprocess
import sys
from contextlib import closing, suppress
from pathlib import Path

import requests
from click.testing import CliRunner

from monitor import config, sources
from monitor.cli.calendar import calendar as command
from monitor.cli.keeping import served_calendar
from monitor.errors import ConfigError
from monitor.store import Store
from tests.mail import free_port

TEXT = "campaign: {alias: Lamp}\ntopics: {light: {alias: Light, tags: [LightForAll]}}\nsources: {archive: {}}\n"


def served(path, *arguments):
    """What the command says of a campaign's address."""
    return CliRunner().invoke(command, ["--config", str(path), *arguments])


def test_the_address_is_printed_and_can_be_replaced(tmp_path):
    """The same one each time until a new one is asked for; only where the calendar is served at all."""
    path = tmp_path / "config.yaml"
    path.write_text(TEXT, encoding="utf-8")
    with closing(Store.open(f"sqlite:///{tmp_path / 'data' / 'monitor.db'}")):
        refused = served(path, "--address")
    assert isinstance(refused.exception, ConfigError)
    assert "serve: true" in str(refused.exception)
    path.write_text(f"{TEXT}calendar: {{serve: true, port: 8765}}\n", encoding="utf-8")
    first, again = served(path, "--address"), served(path, "--address")
    assert first.stdout == again.stdout
    assert re.fullmatch(r"http://127\.0\.0\.1:8765/[\w-]{32}/pushes\.ics\n", first.stdout)
    anew = served(path, "--new-address")
    assert "The old address gives nothing any more" in anew.stderr
    assert anew.stdout != first.stdout
    assert served(path, "--address").stdout == anew.stdout


def test_an_address_that_was_replaced_gives_nothing_while_it_is_served(tmp_path):
    """Who has left reads no more, at once; the new address is served from the next start on."""
    path = tmp_path / "config.yaml"
    path.write_text(f"{TEXT}calendar: {{serve: true, port: {free_port()}}}\n", encoding="utf-8")
    campaign_of = config.load(path, sources=sources.settings())
    told = list[str]()
    with closing(Store.open(campaign_of.store)) as store:
        with served_calendar(campaign_of, store, told.append):
            old = served(path, "--address").stdout.strip()
            assert requests.get(old, timeout=5).status_code == 200
            new = served(path, "--new-address").stdout.strip()
            answer = requests.get(old, timeout=5)
            assert (answer.status_code, answer.content) == (503, b"")
        with served_calendar(campaign_of, store, told.append):
            assert [requests.get(one, timeout=5).status_code for one in (old, new)] == [404, 200]


def test_a_log_is_not_told_the_address(tmp_path):
    """`monitor run` whose words go to a file says which command prints it; a terminal is told the address itself."""
    path, port = tmp_path / "config.yaml", free_port()
    path.write_text(f"{TEXT}calendar: {{serve: true, port: {port}}}\n", encoding="utf-8")
    ran = [sys.executable, "-m", "monitor.cli", "run", "--no-browser", "--config", str(path)]
    for terminal in (False, True):
        ours, theirs = os.openpty() if terminal else os.pipe()
        process = subprocess.Popen([*ran, "--port", str(free_port())], stderr=theirs, cwd=Path(__file__).parent.parent)
        os.close(theirs)
        said = b""
        with suppress(OSError):  # what a terminal says that nobody writes to any more
            while more := os.read(ours, 4096):
                if b"The dashboard is open" in said + more and b"The dashboard is open" not in said:
                    process.terminate()
                said += more
        os.close(ours)
        assert process.wait(timeout=30) == 0
        secret = served(path, "--address").stdout.strip().encode()
        assert (secret in said) is terminal
        assert (b"monitor calendar --address" in said) is not terminal

"""The commands that reach people: a round that tells, a test message, the calendar that `run` serves."""

from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
import requests
from click.testing import CliRunner

from monitor import config as configuration
from monitor import sources
from monitor.cli import main
from monitor.cli.keeping import served_calendar
from monitor.errors import SourceError
from monitor.model import HOUR, Change, Evidence, Push, State
from monitor.store import Store
from tests.feeds import Feed
from tests.mail import Inbox, free_port, mail_server

TEXT = "campaign: {alias: Camp}\ntopics: {lamp: {alias: Lamp, tags: [LampInvented]}}\n"


@pytest.fixture
def campaign(tmp_path, monkeypatch):
    """A campaign with one channel, whose mails go to the inbox that comes with it."""
    path, inbox = tmp_path / "config.yaml", Inbox()
    path.write_text(TEXT + "warnings: {digest: never, channels: {team: {}}}\n", encoding="utf-8")
    feed = Feed("square")
    feed.error = SourceError("did not answer in time")
    monkeypatch.setattr(sources, "build", lambda chosen, topics: [feed])
    with mail_server(inbox) as port:
        address = f"mailto://127.0.0.1:{port}?from=watch@example.org&to=ann@example.org&mode=insecure"
        monkeypatch.setenv("MONITOR_CHANNEL_TEAM", address)
        yield path, inbox


def run(path, *arguments):
    """What a command said."""
    return CliRunner().invoke(main, ["--config", str(path), *arguments])


def chosen(path):
    """The campaign's configuration."""
    return configuration.load(path, sources=sources.settings())


def test_one_round_tells_what_is_owed(campaign):
    """`monitor collect`, as cron runs it, sends a warning that has waited, once, also where no source answers."""
    path, inbox = campaign
    then = datetime.now(UTC) - timedelta(hours=1)
    with closing(Store.open(chosen(path).store)) as store, store.recording(now=then) as recording:
        change = Change(then, State.STEADY, State.FADING, Evidence(level=3.0, share_of_peak=0.2), "halved")
        [told] = recording.add_changes("lamp", "elsewhere", [change], news_from=then)
        recording.owe(told.number, ["team"])
    for _ in range(2):
        assert run(path, "collect", "--all").exit_code == 1
    assert [mail["Subject"] for mail in inbox.mails] == ["Camp: Lamp is fading"]


def test_a_test_message_is_sent(campaign):
    """`monitor check --send-test` sends one on every channel and says so; without the option nothing is sent."""
    path, inbox = campaign
    assert "try it with" in run(path, "check").stdout
    assert not inbox.mails
    said = run(path, "check", "--send-test").stdout
    assert "channel team: a test is on its way" in said
    assert [mail["Subject"] for mail in inbox.mails] == ["Camp: a test of this channel"]
    inbox.refusing = "451 not now"
    said = run(path, "check", "--send-test")
    assert "the test was not sent: the mail server refused it (code 451)" in said.stdout
    assert said.exit_code == 1


def test_the_calendar_is_served_where_the_config_wants_it(tmp_path):
    """While `run` is on, the printed address gives the pushes, also new ones, and keeps its path; then it is gone."""
    path, addresses = tmp_path / "config.yaml", list[str]()
    path.write_text(f"{TEXT}calendar: {{serve: true, port: {free_port()}}}\n", encoding="utf-8")
    with closing(Store.open(chosen(path).store)) as store:
        for _ in range(2):
            with served_calendar(chosen(path), store, addresses.append):
                address = addresses[-1].split()[6]
                assert requests.get(address, timeout=5).text.startswith("BEGIN:VCALENDAR")
                now = datetime.now(UTC)
                with store.recording(now=now) as recording:
                    recording.add_push(Push(("lamp",), now + HOUR, now + 2 * HOUR, owner="Ann"))
                assert "SUMMARY:Push: Lamp" in requests.get(address, timeout=5).text
    assert addresses[0] == addresses[1]
    with pytest.raises(requests.exceptions.ConnectionError):
        requests.get(address, timeout=5)


def test_nothing_is_served_unasked(tmp_path):
    """Without `calendar.serve` no port is opened and nothing is printed."""
    path, told = tmp_path / "config.yaml", list[str]()
    path.write_text(TEXT, encoding="utf-8")
    with closing(Store.open(chosen(path).store)) as store, served_calendar(chosen(path), store, told.append):
        assert told == []

"""`monitor check`: what is wrong comes first, with a way out, and what is only so is said without alarm."""

from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from monitor import config, doctor, sources
from monitor.config import Config
from monitor.doctor import Finding
from monitor.errors import SourceError
from monitor.model import DAY, HOUR, Change, Due, Evidence, MessageKind, State
from monitor.store import Store
from tests.feeds import START, Clock, Feed, rounds_of

NOW = START + 12 * DAY
TOPIC = "topics: {lamp: {tags: [Lamp], links: [example.org/lamp, example.org/more]}}\n"
SQUARE = TOPIC + "sources: {mastodon: {instances: [https://square.example]}}\n"


def chosen(folder: Path, text: str) -> Config:
    """The campaign of a text, with its store in the same folder."""
    path = folder / "config.yaml"
    path.write_text(text + "store: sqlite:///monitor.db\n", encoding="utf-8")
    return config.load(path, sources=sources.settings())


@pytest.fixture
def square(tmp_path) -> Iterator[tuple[Config, Store, Feed]]:
    """A campaign on one server, its store, and a busy stand-in for that server."""
    found = chosen(tmp_path, SQUARE)
    store = Store.open(found.store)
    yield found, store, Feed("mastodon:square.example", volume=500)
    store.close()


def finding(found: Config, word: str) -> Finding:
    """The one finding with a word in it."""
    [one] = [one for one in doctor.examine(found, now=NOW, environ={}) if word in one.what]
    return one


def test_what_is_wrong_comes_first_and_has_a_way_out(tmp_path):
    """Whoever reads only the beginning knows what to mend."""
    found = doctor.examine(chosen(tmp_path, TOPIC + "sources: {mediacloud: {}}\n"), now=NOW, environ={})
    assert [one.wrong for one in found] == sorted([one.wrong for one in found], reverse=True)
    assert all(one.do for one in found if one.wrong)


@pytest.mark.parametrize(("source", "variable"), [("mediacloud", "MONITOR_MEDIACLOUD_KEY"), ("x", "MONITOR_X_TOKEN")])
def test_a_missing_key_is_wrong_until_it_is_there(tmp_path, monkeypatch, source, variable):
    """Said once and without the mark that makes it a finding; with the key, nothing is said."""
    monkeypatch.delenv(variable, raising=False)
    campaign = chosen(tmp_path, TOPIC + f"sources: {{{source}: {{}}}}\n")
    one = finding(campaign, variable)
    assert (one.wrong, one.do) == (True, "then start `monitor run` again")
    assert one.what.startswith(source)
    assert "! " not in one.what
    monkeypatch.setenv(variable, "an-invented-key")
    assert not [one for one in doctor.examine(campaign, now=NOW, environ={}) if variable in one.what]


def test_terms_that_a_source_cannot_look_for_are_counted(tmp_path):
    """It is no fault, and the words themselves are not shown."""
    one = finding(chosen(tmp_path, SQUARE), "cannot look for")
    assert one == Finding("mastodon:square.example cannot look for 2 links of lamp")


def test_a_source_with_nothing_to_look_for_is_wrong(tmp_path):
    """As is a topic that no source can look for."""
    campaign = chosen(
        tmp_path, "topics: {lamp: {links: [example.org]}}\nsources: {mastodon: {instances: [https://square.example]}}\n"
    )
    assert finding(campaign, "mastodon is switched on and has nothing to look for").wrong
    assert finding(campaign, "no source that is switched on can look for lamp").wrong


def test_a_source_that_was_never_asked_is_wrong(square):
    """Until its first round; then it answers, or says why not."""
    found, store, feed = square
    one = finding(found, "was never asked")
    assert (one.what, one.wrong) == ("mastodon:square.example was never asked", True)
    assert "monitor collect" in one.do
    clock = Clock(NOW)
    rounds = rounds_of(store, feed, clock=clock)
    rounds.ask(feed)
    assert not finding(found, "mastodon:square.example: answers").wrong
    feed.error = SourceError("refuses access (401)", permanent=True)
    rounds.ask(feed)
    refused = finding(found, "refuses access (401)")
    assert (refused.wrong, refused.do) == (True, "mend it, then start `monitor run` again.")


def test_a_source_that_nobody_asks_any_more_is_wrong(square):
    """A timer that died is found by what it left undone."""
    found, store, feed = square
    rounds_of(store, feed, clock=Clock(NOW - 3 * HOUR)).ask(feed)
    assert finding(found, "nobody asked it since").wrong
    rounds_of(store, feed, clock=Clock(NOW - timedelta(minutes=90))).ask(feed)
    assert not finding(found, "mastodon:square.example: answers").wrong


def test_a_blind_probe_is_wrong(square):
    """Where even what is always busy is silent, another probe is advised once this lasts."""
    found, store, feed = square
    clock = Clock(NOW - 5 * HOUR)
    rounds = rounds_of(store, feed, clock=clock)
    rounds.ask(feed)
    assert "known up to 2017-04-12 19:00 UTC" in finding(found, "lamp on mastodon:square.example").what
    feed.blind, clock.now = True, NOW
    rounds.ask(feed)
    one = finding(found, "lamp on mastodon:square.example")
    assert one.wrong
    assert "blind" in one.what
    assert "choose another `probe`" in one.do


def test_messages_that_do_not_get_out_are_wrong(tmp_path):
    """A channel whose messages wait says how many, since when and the last error; once they are out, nothing."""
    found = chosen(tmp_path, SQUARE + "warnings: {channels: {team: {}}}\n")
    with closing(Store.open(found.store)) as store:
        for hour in range(2):
            with store.recording(now=NOW + hour * HOUR) as recording:
                change = Change(NOW + hour * HOUR, State.STEADY, State.FADING, Evidence())
                [told] = recording.add_changes(f"lamp{hour}", "square", [change], news_from=NOW)
                recording.owe(told.number, ["team"])
                recording.begin_message("team", MessageKind.WARNING, f"id{hour}", [Due(told, NOW)])
        assert finding(found, "2 messages are not sent").what.endswith("nobody tried, or it stopped")
        for hour, error in enumerate(("the server refused", "the network is down")):
            with store.recording(now=NOW + hour * HOUR) as recording:
                message = recording.claim("team")
                assert message is not None
                recording.mark_failed(message.number, error=error, next_try_at=NOW + 1.5 * HOUR)
        assert finding(found, "not sent") == Finding(
            "channel team: 2 messages are not sent, since 2017-04-13 00:00 UTC; last error: the network is down",
            True,
            "see that `monitor run` is running, then try the address: monitor check --send-test",
        )
        for _ in range(2):
            with store.recording(now=NOW + 4 * HOUR) as recording:
                message = recording.claim("team")
                assert message is not None
                recording.mark_sent(message.number)
    assert not [one for one in doctor.examine(found, now=NOW, environ={}) if "not sent" in one.what]

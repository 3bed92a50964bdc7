"""Warnings from the command line: what may be judged, and what is refused with a way out."""

import json
from contextlib import closing
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from click.testing import CliRunner, Result

from monitor.cli.warning import warning
from monitor.model import DAY, HOUR, Change, Evidence, MessageKind, State
from monitor.store import Store

CONFIG = """
topics:
  lanterns: {alias: Lights, tags: [LumenLanterns]}
campaign: {timezone: Africa/Lagos, languages: [en]}
"""
NOW = datetime.now(UTC).replace(microsecond=0)
TOMORROW = f"{NOW + DAY:%Y-%m-%d %H:%M}"


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """The store of a campaign in the folder where the commands run."""
    (tmp_path / "config.yaml").write_text(CONFIG, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MONITOR_CONFIG", raising=False)
    with closing(Store.open(f"sqlite:///{tmp_path}/data/monitor.db")) as store:
        yield store


def staff(*arguments: object, code: int = 0) -> Result:
    """Run `monitor warning …`."""
    done = CliRunner().invoke(warning, [str(one) for one in arguments], prog_name="monitor warning")
    assert done.exit_code == code, done.output
    return done


def changes(store, *states, at=NOW - DAY, news_from=NOW - 2 * DAY):
    """Store the passages of the topic through these states; gives back their numbers."""
    found = [Change(at + n * HOUR, one, other, Evidence(level=3.0)) for n, (one, other) in enumerate(pairwise(states))]
    with store.recording(now=NOW) as recording:
        recording.add_changes("lanterns", "bluesky", found, news_from=news_from)
    return [one.number for one in store.changes(since=at)]


def test_only_what_was_a_warning_is_judged(kept):
    """A fade and its end were worth telling; that a topic rises or is steady was not, and has no such number."""
    rise, fade, over = changes(kept, State.STEADY, State.RISING, State.FADING, State.STEADY)
    assert f"there is no warning {rise}" in staff("useful", rise, code=2).stderr
    assert "not useful" in staff("not-useful", fade, "--by", "Ann").stdout
    assert "noted as useful" in staff("useful", over).stdout
    assert [one.useful for one in kept.changes(since=NOW - 2 * DAY)] == [None, False, True]


def test_what_came_in_too_late_was_no_warning(kept):
    """Nobody was told of a change that late hours decided, and the list does not show it."""
    [late] = changes(kept, State.STEADY, State.FADING, news_from=NOW)
    assert f"there is no warning {late}" in staff("useful", late, code=2).stderr


def test_the_list_says_who_was_told(kept, tmp_path):
    """Under each warning stands when each channel was told, or why not; without a channel that is said."""
    [fade] = changes(kept, State.STEADY, State.FADING)
    assert staff("list").stdout.splitlines()[1] == (
        "    Nobody was told, because no channel is set up (config.yaml, warnings: channels)."
    )
    (tmp_path / "config.yaml").write_text(
        f"{CONFIG}warnings: {{channels: {{team: {{}}, press: {{}}}}}}\n", encoding="utf-8"
    )
    with kept.recording(now=NOW) as recording:
        recording.owe(fade, ["team", "press"])
        [due] = recording.waiting("team").due
        recording.begin_message("team", MessageKind.WARNING, "one", [due])
    waiting = staff("list").stdout.splitlines()
    assert waiting[1] == "    team: the message is on its way."
    assert waiting[2].startswith("    press: not told yet; it goes out with the next message")
    with kept.recording(now=NOW) as recording:
        message = recording.claim("team")
        assert message is not None
        recording.mark_sent(message.number)
    assert staff("list").stdout.splitlines()[1].startswith("    team: told on ")
    [listed] = json.loads(staff("list", "--json").stdout)["warnings"]
    assert listed["told"] == {"team": f"{NOW:%Y-%m-%dT%H:%M:%SZ}", "press": None}


def test_the_list_says_why_a_channel_was_never_told(kept, tmp_path):
    """What was settled without a message is told apart from what a channel was never owed, as it came later."""
    [fade] = changes(kept, State.STEADY, State.FADING)
    (tmp_path / "config.yaml").write_text(
        f"{CONFIG}warnings: {{channels: {{team: {{}}, press: {{}}}}}}\n", encoding="utf-8"
    )
    with kept.recording(now=NOW) as recording:
        recording.owe(fade, ["team"])
        recording.settle("team", recording.waiting("team").due, "over before it was told")
    _, team, press, *_ = staff("list").stdout.splitlines()
    assert team.startswith("    team: nobody was told, because there was nothing new to tell, or it was over before")
    assert press.startswith("    press: nobody was told, because the channel was set up later")
    russian = staff("list", "--language", "ru").stdout.splitlines()[1:3]
    assert ["нового не было" in russian[0], "канал настроен позже" in russian[1]] == [True, True]


@pytest.mark.parametrize("command", ["useful", "not-useful", "wake"])
@pytest.mark.parametrize("number", ["9" * 20, "0"])
def test_a_number_no_warning_can_have_is_a_usage_error(kept, command, number):
    """No store is asked for a number that it could not hold."""
    assert "is not in the range" in staff(command, number, code=2).stderr


@pytest.mark.usefixtures("kept")
def test_marks_that_no_store_takes_are_left_out_of_a_snooze():
    """A byte that was no text, from the terminal, is dropped; a name of nothing else is missing."""
    given = ["--until", TOMORROW, "--reason", "rest\udcff \0time"]
    staff("snooze", *given, "--by", "Ann\udcff")
    assert staff("list").stdout.splitlines()[-1].endswith("Ann: rest time")
    assert "a snooze needs who wants it (--by)" in staff("snooze", *given, "--by", "\udcff", code=2).stderr


@pytest.mark.parametrize(("name", "reason"), [("Ann", "x" * 9000), ("x" * 501, "rest")])
def test_a_snooze_has_no_room_for_a_book(kept, name, reason):
    """A name or a reason without end is refused, and nothing is stored."""
    said = staff("snooze", "--until", TOMORROW, "--by", name, "--reason", reason, code=2).stderr
    assert "longer than 500 characters" in said
    assert kept.snoozes(now=NOW) == ()


def test_who_judges_a_warning_is_text(kept):
    """The name of who judges is cleaned and bounded in the same way."""
    [fade] = changes(kept, State.STEADY, State.FADING)
    assert "longer than 500" in staff("useful", fade, "--by", "x" * 501, code=2).stderr
    assert "noted" in staff("useful", fade, "--by", "Ann\udcff").stdout

"""The keys about who may open the dashboard: what they become, and what is refused with a way out."""

import pytest
from click.testing import CliRunner

from monitor import schedule, supervise
from monitor.access import Team
from monitor.cli import main
from monitor.errors import ConfigError
from tests.config_files import ONE_TOPIC, load


def test_without_a_word_nobody_is_named():
    """Then the dashboard is this machine's only."""
    assert load(ONE_TOPIC).team == Team()
    assert not load(f"{ONE_TOPIC}sign_in:\n").team


def test_addresses_are_read_in_small_letters():
    """Capitals and spaces make no difference to who is meant."""
    found = load(f"{ONE_TOPIC}sign_in: {{editors: [' Amina@Example.org '], viewers: [v.era+m@post.example]}}\n")
    assert found.team == Team(("amina@example.org",), ("v.era+m@post.example",))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{editors: ['@example.org']}", "whole domains are not let in"),
        ("{editors: ['*@example.org, b@example.org']}", "name@example.org"),
        ("{viewers: ['amina']}", "name@example.org"),
        ("{editors: [a@example.org], viewers: [A@example.org]}", "under editors and under viewers"),
        ("{owners: [a@example.org]}", "owners"),
    ],
)
def test_what_is_wrong_is_named_with_its_way_out(text, said):
    """A role that does not exist, and what is no address, are errors and not silently nobody."""
    with pytest.raises(ConfigError) as caught:
        load(f"{ONE_TOPIC}sign_in: {text}\n")
    assert said in str(caught.value)


def test_who_answers_for_a_term_is_kept():
    """The confirmations of each topic are there to be shown, with name, reason and day."""
    answer = "{term: '@someone', by: A. Person, reason: they asked us to, on: 2026-01-31}"
    found = load(f"topics: {{lamp: {{mentions: ['@someone'], confirmed: [{answer}]}}}}\n")
    (kept,) = found.confirmed["lamp"]
    assert (kept.term, kept.by, kept.reason, kept.on.isoformat()) == (
        "@someone",
        "A. Person",
        "they asked us to",
        "2026-01-31",
    )


def test_run_refuses_an_address_that_others_reach_where_nobody_signs_in(tmp_path):
    """Before anything is started, and with the way out."""
    path = tmp_path / "config.yaml"
    path.write_text(f"{ONE_TOPIC}store: sqlite:///m.db\n", encoding="utf-8")
    with schedule.only_one(tmp_path / "m.lock"):  # it would stop there, and never begin in earnest
        done = CliRunner().invoke(main, ["run", "--config", str(path), "--address", "0.0.0.0"])
    assert done.exit_code == 2
    assert "sign_in: {editors:" in done.output
    assert not (tmp_path / "m.db").exists()


def test_the_dashboard_listens_where_it_is_told():
    """The address goes to Streamlit as it is."""
    command = supervise.dashboard(8501, "192.0.2.7").command
    assert command[command.index("--server.address") + 1] == "192.0.2.7"

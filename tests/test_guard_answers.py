"""Who answers for a term: on a day that has come, for a term of any length, and for one that blanks surround."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from monitor.config import document, guard
from monitor.ui.refusals import config_error
from monitor.ui.viewer import Viewer
from tests.config_files import load, refusal

NOW = datetime(2026, 1, 31, 23, 30, tzinfo=UTC)
LONG = "Ivan Sokolov " + " ".join(["and many others"] * 8)


def _answered(on):
    text = f"topics: {{t: {{tags: [MariaKlein], confirmed: [{{term: MariaKlein, by: A, reason: b, on: {on}}}]}}}}"
    return guard.problems(document.parse(text.encode(), name="config.yaml"), clock=lambda: NOW)


@pytest.mark.parametrize("on", ["2026-01-31", "2026-02-01", "2019-05-05", "no day", "", "[a]"])
def test_a_day_that_may_have_come_somewhere_is_no_problem(on):
    """Tomorrow has begun in some time zone; whether it is a day at all, the declarations say."""
    assert not [one for one in _answered(on) if one.place[-1] == "on"]


@pytest.mark.parametrize("on", ["2026-02-02", "2999-01-01", "'2026-02-02T00:00:00'"])
def test_a_decision_of_the_future_is_refused(on):
    """Nobody has decided it yet, and the right day is said."""
    [problem] = _answered(on)
    assert problem.place == ("topics", "t", "confirmed", 0, "on")
    assert "has not come yet" in problem.text
    assert "write the day of the decision (today is 2026-01-31)" in problem.text


def test_a_whole_file_is_held_against_the_clock_on_the_wall():
    """Through loading, as a campaign would meet it."""
    said = "topics: {{t: {{tags: [MariaKlein], confirmed: [{{term: MariaKlein, by: A, reason: b, on: {}}}]}}}}"
    today = datetime.now(UTC).date()
    assert load(said.format(today)).topics
    told = refusal(said.format(today + timedelta(days=3)))
    assert "topics.t.confirmed.1.on:" in told
    assert "ещё не наступил; напишите" in config_error(told, Viewer("ru", "UTC"))


def test_a_term_of_any_allowed_length_can_be_answered_for():
    """The entry that is shown for a long term is accepted as it stands."""
    said = refusal(f"topics: {{t: {{phrases: [{LONG}]}}}}")
    entry = said.partition("confirmed: ")[2].replace("by: …, reason: …", "by: A, reason: b")
    assert len(LONG) > 100
    assert load(f"topics: {{t: {{phrases: [{LONG}], confirmed: {entry}}}}}").confirmed["t"][0].term == LONG


def test_an_answer_for_a_term_that_is_too_long_to_be_one_is_refused():
    """At the same length as the term itself; an empty one too."""
    said = "topics: {{t: {{tags: [a], confirmed: [{{term: '{}', by: A, reason: b, on: 2026-01-31}}]}}}}"
    assert "longer than 200 characters" in refusal(said.format("x" * 201))
    assert "this must not be empty" in refusal(said.format(" "))


def test_blanks_around_a_term_do_not_hide_it():
    """They do not count as part of it, however many there are."""
    said = refusal(f"topics: {{t: {{phrases: ['{' ' * 250}Ivan Sokolov']}}}}")
    assert 'phrases.1: "Ivan Sokolov" may be a private person' in said


def test_a_mention_needs_no_list_of_words():
    """An account is official or not: the refusal waits for nothing else."""
    code = (
        "import sys; from monitor.guard import risk_of; from monitor.model import Term, TermKind; "
        "assert risk_of(Term(TermKind.MENTION, 'someone')); print('monitor.guard.lists' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize("text", ["phrases: [Ivan Sokolov]", "tags: [justiceformariaklein]", "phrases: [ivan@a.org]"])
def test_the_first_refusal_does_not_compile_what_other_scripts_need(text):
    """Patterns of East Asian characters are made for terms that hold some; joined words have lists of their own."""
    code = (
        "import sys; from tests.config_files import refusal; "
        f"assert 'confirmed' in refusal('topics: {{t: {{{text}}}}}'); print('monitor.guard.characters' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

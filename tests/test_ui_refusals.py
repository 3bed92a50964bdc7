"""Why something was not done, told on the page in the reader's language: what the store itself refuses."""

import fcntl
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from monitor.actions import notes, warnings, wiping
from monitor.desk.desk import NOT_YOURS
from monitor.errors import MonitorError
from monitor.model import DAY, HOUR
from monitor.store import Store
from monitor.ui.viewer import Viewer

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
TOPICS = ("names",)


def silence(store, *, topic="names", until=NOW + DAY, by="Bo", reason="rest"):
    """Ask for silence."""
    warnings.snooze(store, topic=topic, until=until, by=by, reason=reason, topics=TOPICS, now=NOW)


def note(store, *, at=NOW - HOUR, text="a hearing", by="Bo", topic=None):
    """Write a note."""
    notes.add(store, at=at, text=text, by=by, topic=topic, topics=TOPICS, now=NOW)


REFUSALS = [
    (lambda store: silence(store, topic="other"), "no longer followed"),
    (lambda store: silence(store, reason=" "), "say who you are and why"),
    (lambda store: silence(store, until=NOW), "must end in the future"),
    (lambda store: silence(store, until=NOW + 91 * DAY), "lasts 90 days at most"),
    (lambda store: silence(store, by="B" * 600), "longer than 500 characters"),
    (lambda store: warnings.wake(store, 4, now=NOW), "is over already"),
    (lambda store: warnings.judge_warning(store, 99, useful=True, by="", now=NOW), "not there any more"),
    (lambda store: note(store, text=""), "what happened and who writes it"),
    (lambda store: note(store, at=NOW + HOUR), "still to come"),
    (lambda store: note(store, topic="other"), "no longer followed"),
    (lambda store: notes.drop(store, 7, now=NOW), "note 7 is not there any more"),
]


def _script(arguments):
    from monitor.ui import refusals  # noqa: PLC0415 - Streamlit runs this function's text on its own

    refusals.refuse(arguments["sentence"], arguments["viewer"])


def told(sentence, language):
    """What the page says of a refusal; nothing of it in English letters by itself."""
    arguments = {"sentence": sentence, "viewer": Viewer(language, "Europe/Berlin")}
    page = AppTest.from_function(_script, args=(arguments,), default_timeout=20).run()
    [error] = page.error
    assert not page.text
    return error.value


@pytest.mark.parametrize(("ask", "said"), REFUSALS, ids=[said for _, said in REFUSALS])
def test_refusals_about_warnings_and_notes_are_told_in_the_readers_language(tmp_path, ask, said):
    """Whatever the store or a rule stands against is said in English and in Russian."""
    store = Store.open(f"sqlite:///{tmp_path / 'monitor.db'}")
    with pytest.raises(MonitorError) as refused:
        ask(store)
    store.close()
    assert said in told(str(refused.value), "en")
    assert not [one for one in told(str(refused.value), "ru") if one.isascii() and one.isalpha()]


def test_that_a_wipe_waits_for_the_collector_is_told_in_the_readers_language(tmp_path):
    """Who collects meanwhile keeps the store, and the page says so."""
    url = f"sqlite:///{tmp_path / 'monitor.db'}"
    Store.open(url).close()
    with (tmp_path / "monitor.lock").open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(MonitorError) as refused:
            wiping.wipe(url, alias="Lantern", typed="Lantern")
    assert "still collecting" in told(str(refused.value), "en")
    assert "Ничего не стёрто" in told(str(refused.value), "ru")


def test_an_editor_no_longer_is_told_so_in_the_readers_language():
    """Who was taken off the list of editors reads why."""
    assert told(NOT_YOURS, "ru") == "Не сделано: здесь можно смотреть, но не менять."

"""The page Pushes as Streamlit runs it: what it asks for, what it shows, and what hostile text cannot do to it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from monitor.model import DAY, Check, Deed, Effect, Extra, Push, PushState, Request, Verdict, Window
from monitor.pushes import plan, telling
from tests.ui_views import CAMPAIGN, SECRET

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
START = datetime(2026, 11, 26, 17, tzinfo=UTC)
END = START + timedelta(hours=3)
ALIASES = {"harbour": "Harbour"}
WINDOWS = tuple(Window(START + n * DAY, END + n * DAY, 1.8 - n / 10, 8, weak=False) for n in range(3))
PROPOSAL = Push(("harbour",), START, END, PushState.PROPOSED, reason=plan.FADING, windows=WINDOWS, number=1)
PLANNED = Push(("harbour",), START, END, owner="Amina", draft="Come to the bridge.\nAt six.", number=2)
DONE = replace(PLANNED, state=PushState.DONE, went_out_at=START - 9 * DAY, number=3)
EXTRA = Extra("bluesky", "posts", 24, Verdict.MORE, 826.0, 486.0, 340.0, 203.0, 478.0)
EFFECT = Effect("harbour", START - 9 * DAY, (EXTRA,), EXTRA)


def _script(arguments):
    from monitor.ui import pushes  # noqa: PLC0415 - Streamlit runs this function's text on its own

    pushes.render(arguments["pushes"], arguments["effects"], **arguments["given"])


def shown(*pushes, asked=None, refused="", effects=None, language="en", campaign=CAMPAIGN, kept=None):
    """The page with these pushes, or those in `kept` whenever it runs.

    What it asks for is noted in `asked`, and refused with the sentence `refused`.
    """

    def act(request):
        (asked if asked is not None else []).append(request)
        return refused

    given = {"campaign": campaign, "aliases": ALIASES, "now": NOW, "act": act, "language": language}
    arguments = {"pushes": pushes if kept is None else kept, "effects": effects or {}, "given": given}
    page = AppTest.from_function(_script, args=(arguments,), default_timeout=20).run()
    assert not page.exception
    return page


def texts(page):
    """Everything the page says through st.text."""
    return [element.value for element in page.text]


def press(page, key):
    """Press the button of that key and run the page again."""
    page.button(key=key).click().run()
    assert not page.exception


def test_a_proposal_shows_its_reason_and_a_button_for_each_window():
    """All that the command line says of a proposal is on its card, with as many buttons as windows."""
    page = shown(PROPOSAL)
    lines = telling.push_lines(PROPOSAL, aliases=ALIASES, timezone=CAMPAIGN.timezone, now=NOW)
    assert set(lines) <= set(texts(page))
    assert [one.label for one in page.button if one.label.startswith("Take")] == [
        "Take time 1",
        "Take time 2",
        "Take time 3",
    ]


def test_accepting_asks_for_that_window_and_that_owner():
    """The button of the second window asks for the second window, with the name that was typed."""
    asked: list[Request] = []
    page = shown(PROPOSAL, asked=asked)
    page.text_input(key="owner-1").input("Amina")
    press(page, "accept-1-2")
    assert asked == [Request(Deed.ACCEPT, 1, owner="Amina", window=2, sequence=0)]


def test_declining_and_cancelling_ask_with_their_reason():
    """Both carry what was typed as the reason."""
    asked: list[Request] = []
    page = shown(PROPOSAL, PLANNED, asked=asked)
    page.text_input(key="why-1").input("the hearing comes first")
    press(page, "drop-1")
    page.text_input(key="why-2").input("rain")
    press(page, "drop-2")
    assert asked == [
        Request(Deed.DECLINE, 1, reason="the hearing comes first", sequence=0),
        Request(Deed.CANCEL, 2, reason="rain", sequence=0),
    ]


def test_done_carries_the_ticks_of_the_moment():
    """What is ticked on the card goes along with the deed; what was ticked before is no box any more."""
    asked: list[Request] = []
    page = shown(replace(PLANNED, checked=(Check.HELPLINE,)), asked=asked)
    assert len(page.checkbox) == 1
    press(page, "tick-2")
    page.checkbox(key="EXPOSES_NOBODY-2-0").check()
    press(page, "done-2")
    ticked = Request(Deed.DONE, 2, checked=(Check.EXPOSES_NOBODY,), sequence=0)
    assert asked == [Request(Deed.TICK, 2, sequence=0), ticked]


def test_what_is_pressed_is_about_what_was_on_the_screen():
    """Where somebody wrote another draft meanwhile, the deed names the revision that was seen, and no tick is left."""
    there, asked = [PLANNED], list[Request]()
    page = shown(*there, asked=asked, refused="look at it again", kept=there)
    page.checkbox(key="EXPOSES_NOBODY-2-0").check()
    there[0] = replace(PLANNED, draft="Come to 12 Harbour Street.", sequence=4)
    press(page, "done-2")
    assert asked == [Request(Deed.DONE, 2, sequence=0)]
    assert {"look at it again", "Come to 12 Harbour Street."} <= set(texts(page))
    assert not any(box.value for box in page.checkbox)
    press(page, "tick-2")
    assert asked[1:] == [Request(Deed.TICK, 2, sequence=4)]


def test_a_refusal_is_told_and_nothing_pressed_asks_nothing():
    """The sentence of a refusal stands on the page as plain text; merely looking does nothing."""
    asked: list[Request] = []
    page = shown(PROPOSAL, asked=asked, refused="push 1 is declined: # you can only look at it")
    assert asked == []
    press(page, "accept-1-1")
    assert "push 1 is declined: # you can only look at it" in texts(page)


def test_what_is_to_decide_comes_first_and_what_is_past_last():
    """Proposals, plans and the past stand in that order, the nearest plan and the newest past first."""
    later, older = (
        replace(PLANNED, starts_at=START + DAY, number=4),
        replace(DONE, starts_at=START - 20 * DAY, number=5),
    )
    page = shown(older, DONE, later, PLANNED, PROPOSAL)
    assert [one.value for one in page.subheader] == ["To decide", "Planned", "Past"]
    said = [text for text in texts(page) if text.startswith("Push ")]
    assert [text.split(",")[0] for text in said] == ["Push 1", "Push 2", "Push 4", "Push 3", "Push 5"]


def test_a_past_push_shows_what_it_brought():
    """The effect's sentences stand on its card."""
    page = shown(DONE, effects={3: [EFFECT]})
    assert set(telling.effect_lines(EFFECT, alias="Harbour")) <= set(texts(page))
    assert not page.button


def test_without_pushes_the_page_says_how_they_come():
    """An empty page is no riddle."""
    page = shown()
    assert any("A fade opens a proposal by itself" in text for text in texts(page))
    assert not page.subheader


def test_the_page_speaks_russian():
    """Headings, buttons and lines are in the language asked for."""
    page = shown(PROPOSAL, PLANNED, language="ru")
    assert [one.value for one in page.subheader] == ["Нужно решить", "Запланировано"]
    assert {"Взять время 1", "Отклонить", "Вышла сейчас", "Отменить"} <= {one.label for one in page.button}


HOSTILE = ["<script>alert(1)</script>", "![x](http://evil.example/p.png)", "a\u202etxt.exe", ":red[x] $\\alpha$", "# h"]


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_text_of_staff_or_calendars_is_plain_text(bad):
    """Markup in a name, a hook, a draft, a reason or a date's title is read as letters, and nothing reorders text."""
    windows = (replace(WINDOWS[0], anchor=bad),)
    pushes = [replace(PROPOSAL, windows=windows, reason=bad), replace(PLANNED, owner=bad, hook=bad, draft=bad)]
    page = shown(*pushes, campaign=replace(CAMPAIGN, alias=bad))
    plain = bad.replace("\u202e", "")
    assert sum(plain.replace(" ", "") in text.replace(" ", "") for text in texts(page)) >= 6
    assert not any("\u202e" in text for text in texts(page))
    for element in (*page.markdown, *page.subheader, *page.caption, *page.error, *page.warning):
        assert plain not in element.value
    for element in (*page.button, *page.checkbox, *page.text_input):
        assert plain not in element.label


def test_terms_and_the_campaign_name_are_not_on_the_page():
    """The page carries aliases only."""
    everything = " ".join(str(element.proto) for element in shown(PROPOSAL, PLANNED, DONE).main)
    assert SECRET not in everything
    assert CAMPAIGN.name not in everything

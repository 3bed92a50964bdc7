"""The page Pushes as Streamlit runs it: what it asks for, what it shows, and what hostile text cannot do to it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor.model import DAY, Anchor, Check, Deed, Effect, Extra, Push, PushState, Request, Verdict, Window
from monitor.pushes import plan, telling
from monitor.pushes.learning import lessons
from monitor.pushes.outcomes import outcomes
from monitor.shown.frame import Frame
from monitor.shown.pushes import PushesPage, Rhythm
from monitor.ui.push_calendar import Entry, month_html
from monitor.ui.viewer import Viewer
from tests.ui_views import unstyled

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
START = datetime(2026, 11, 26, 17, tzinfo=UTC)  # 18:00 in Berlin
END = START + timedelta(hours=3)
ALIASES = {"harbour": "Harbour", "names": "Names"}
WINDOWS = tuple(Window(START + n * DAY, END + n * DAY, 1.8 - n / 10, 8, weak=False) for n in range(3))
PROPOSAL = Push(("harbour",), START, END, PushState.PROPOSED, reason=plan.FADING, windows=WINDOWS, number=1)
PLANNED = Push(("harbour",), START, END, owner="Amina", draft="Come to the bridge.\nAt six.", number=2)
DONE = replace(PLANNED, state=PushState.DONE, went_out_at=START - 9 * DAY, number=3)
EXTRA = Extra("bluesky", "posts", 24, Verdict.MORE, 826.0, 486.0, 340.0, 203.0, 478.0)
EFFECT = Effect("harbour", START - 9 * DAY, (EXTRA,), EXTRA)
RHYTHM = Rhythm("bluesky", (1.0,) * 168, (8,) * 168, 1234, weak=False, best=(41, 3), ratio=1.6)
FRAME = Frame("Lantern", ALIASES, NOW, NOW)
VIEWER = Viewer("en", "Europe/Berlin")


def _script(arguments):
    from monitor.ui import pushes  # noqa: PLC0415 - Streamlit runs this function's text on its own

    pushes.render(arguments["page"](), arguments["viewer"])


def shown(*pushes, asked=None, refused="", kept=None, viewer=VIEWER, **more):
    """The page with these pushes, or those in `kept` whenever it runs.

    What it asks for is noted in `asked`, and refused with the sentence `refused`.
    """

    def act(request):
        (asked if asked is not None else []).append(request)
        return refused

    given: dict[str, Any] = {"frame": FRAME, "effects": {}, "timezone": "Europe/Berlin", "hours": 3.0, "anchors": ()}
    given |= {"lessons": (), "tired": None, "rhythm": lambda *_: RHYTHM, "act": act, **more}
    arguments = {"page": lambda: PushesPage(pushes=tuple(kept if kept is not None else pushes), **given)}
    page = AppTest.from_function(_script, args=(arguments | {"viewer": viewer},), default_timeout=30).run()
    assert not page.exception
    return page


def texts(page):
    """Everything the page says through st.text, a line each."""
    return [line for element in page.text for line in element.value.split("\n")]


def html(page):
    """Everything the page draws as HTML."""
    return unstyled(" ".join(element.proto.body for element in page.get("html")))


def press(page, key):
    """Press the button of that key and run the page again."""
    page.button(key=key).click().run()
    assert not page.exception


def errors(page):
    """What the page refuses."""
    return [element.value for element in page.error]


def test_a_proposal_shows_its_reason_and_a_button_for_each_window():
    """All that the command line says of a proposal is on its card, and each window's button names its time."""
    page = shown(PROPOSAL)
    lines = telling.push_lines(PROPOSAL, aliases=ALIASES, timezone="Europe/Berlin", now=NOW)
    assert set(lines) <= set(texts(page))
    assert [one.label for one in page.button if one.label.startswith("Plan push 1")] == [
        "Plan push 1 for Thu 26 Nov, 18:00–21:00",
        "Plan push 1 for Fri 27 Nov, 18:00–21:00",
        "Plan push 1 for Sat 28 Nov, 18:00–21:00",
    ]


def test_accepting_asks_for_that_window_and_that_owner():
    """The button of the second window asks for the second window, with the name that was typed."""
    asked: list[Request] = []
    page = shown(PROPOSAL, asked=asked)
    page.text_input(key="owner-1").input("Amina")
    press(page, "accept-1-2")
    assert asked == [Request(Deed.ACCEPT, 1, owner="Amina", window=2, sequence=0)]


def test_a_proposal_that_was_moved_can_be_taken_at_its_own_time():
    """Its own time is named and has the first button; its windows stay; what is over has no button."""
    asked: list[Request] = []
    moved = replace(PROPOSAL, starts_at=START + 5 * DAY, ends_at=END + 5 * DAY)
    page = shown(moved, asked=asked, frame=replace(FRAME, now=END + timedelta(hours=1)))
    assert "When: Tue 1 Dec, 18:00–21:00." in texts(page)
    labels = [one.label for one in page.button if one.label.startswith("Plan push 1")]
    assert [label.partition(" for ")[2][:6] for label in labels] == ["Tue 1 ", "Fri 27", "Sat 28"]
    press(page, "accept-1-0")
    assert asked == [Request(Deed.ACCEPT, 1, window=None, sequence=0)]


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


def test_done_carries_the_ticks_and_the_time_that_was_typed():
    """What is ticked and typed goes along with the deed; what was ticked before is no box any more."""
    asked: list[Request] = []
    page = shown(replace(PLANNED, checked=(Check.HELPLINE,)), asked=asked)
    assert len(page.checkbox) == 1
    press(page, "tick-2")
    page.checkbox(key="EXPOSES_NOBODY-2-0").check()
    page.text_input(key="out-2").input("2026-11-23 08:40")
    press(page, "done-2")
    ticked = Request(
        Deed.DONE, 2, checked=(Check.EXPOSES_NOBODY,), sequence=0, at="2026-11-23 08:40", timezone="Europe/Berlin"
    )
    assert asked == [Request(Deed.TICK, 2, sequence=0), ticked]


def test_a_push_that_is_wholly_ticked_has_no_button_for_ticks():
    """With nothing left to tick only its going out is asked."""
    page = shown(replace(PLANNED, checked=tuple(Check)))
    keys = {one.key for one in page.button}
    assert "done-2" in keys
    assert "tick-2" not in keys


def test_a_push_of_ones_own_is_asked_for_as_typed():
    """Topics, owner, time and hours of the form go into one request."""
    asked: list[Request] = []
    page = shown(asked=asked, refused="that time is over: give it a time that is still to come")
    page.multiselect(key="topics-new-0").select("names")
    page.text_input(key="owner-new-0").input("Bo")
    page.text_input(key="at-new-0").input("2026-11-01 18:00")
    page.number_input(key="hours-new-0").set_value(1.5)
    press(page, "pushes-add-do")
    typed: dict[str, Any] = {"at": "2026-11-01 18:00", "timezone": "Europe/Berlin", "hours": 1.5}
    assert asked == [Request(Deed.ADD, 0, owner="Bo", topics=("names",), **typed)]


def test_what_was_typed_stays_when_it_is_refused_and_goes_when_it_is_done():
    """A refusal costs no typing, neither does a refresh; after success the form is empty again."""
    answers = ["a push needs an owner: somebody who sees to it", ""]
    page = shown(act=lambda _: answers.pop(0))
    page.text_input(key="at-new-0").input("2026-11-29 18:00")
    press(page, "pushes-add-do")
    assert errors(page) == ["Not done: a push needs somebody who sees to it."]
    page.run()
    assert page.text_input(key="at-new-0").value == "2026-11-29 18:00"
    assert errors(page) == ["Not done: a push needs somebody who sees to it."]
    press(page, "pushes-add-do")
    assert not errors(page)
    assert [one.value for one in page.success] == ["The push is planned."]
    assert page.text_input(key="at-new-1").value == ""


def test_what_was_done_is_said_for_a_while_and_not_for_ever():
    """It outlives some refreshes, so that it can be read, and is gone on the wall an hour later."""
    page = shown(PROPOSAL)
    press(page, "accept-1-1")
    assert [one.value for one in page.success] == ["Push 1 is planned."]
    page.run()
    assert page.success
    for _ in range(10):
        page.run()
    assert not page.success


def test_moving_asks_for_the_typed_time_and_begins_with_the_stored_one():
    """The form holds the push's own start on the reader's clock, as the page shows it, and what is asked names it."""
    asked: list[Request] = []
    page = shown(PLANNED, asked=asked, viewer=Viewer("en", "America/New_York"))
    assert page.text_input(key="at-2-0").value == "2026-11-26 12:00"
    for label in (page.text_input(key=key).label for key in ("at-2-0", "at-new-0", "out-2")):
        assert "America/New_York" in label
    assert not any("Berlin" in said for said in texts(page))
    assert "When: Thu 26 Nov, 12:00–15:00." in texts(page)
    page.text_input(key="at-2-0").input("2026-11-27 19:00")
    press(page, "move-2-do")
    typed: dict[str, Any] = {"at": "2026-11-27 19:00", "timezone": "America/New_York", "hours": 3.0}
    assert asked == [Request(Deed.MOVE, 2, sequence=0, **typed)]


def test_writing_asks_for_all_that_a_push_says():
    """Hook, channels, languages and draft go along; commas part the names."""
    asked: list[Request] = []
    page = shown(PLANNED, asked=asked)
    page.text_input(key="hook-2-0").input("new testimony")
    page.text_input(key="channels-2-0").input("Signal, X,")
    page.text_input(key="languages-2-0").input("en")
    page.text_area(key="draft-2-0").input("Come at seven.")
    press(page, "write-2-do")
    said: dict[str, Any] = {
        "hook": "new testimony",
        "channels": ("Signal", "X"),
        "languages": ("en",),
        "draft": "Come at seven.",
    }
    assert asked == [Request(Deed.WRITE, 2, sequence=0, **said)]


def test_what_is_being_written_is_not_saved_over_what_somebody_else_wrote():
    """The typed text stays, the request names the old revision, and one button begins anew from the new text."""
    there, asked = [PLANNED], list[Request]()
    page = shown(asked=asked, refused="push 2 was changed by somebody else meanwhile: look at it again", kept=there)
    there[0] = replace(PLANNED, draft="Theirs.", sequence=1)
    page.run()
    assert any("changed meanwhile" in text for text in texts(page))
    page.text_area(key="draft-2-0").input("Mine.")
    press(page, "write-2-do")
    assert (asked[-1].sequence, asked[-1].draft) == (0, "Mine.")
    assert errors(page) == ["Not done: push 2 was changed by somebody else meanwhile. Look at it again."]
    assert page.text_area(key="draft-2-0").value == "Mine."
    press(page, "afresh-2")
    assert page.text_area(key="draft-2-1").value == "Theirs."
    assert not any("changed meanwhile" in text for text in texts(page))
    press(page, "write-2-do")
    assert asked[-1].sequence == 1


def test_what_is_pressed_is_about_what_was_on_the_screen():
    """Where somebody wrote another draft meanwhile, the deed names the revision that was seen, and no tick is left."""
    there, asked = [PLANNED], list[Request]()
    page = shown(asked=asked, refused="look at it again", kept=there)
    page.checkbox(key="EXPOSES_NOBODY-2-0").check()
    there[0] = replace(PLANNED, draft="Come to 12 Harbour Street.", sequence=4)
    press(page, "done-2")
    assert asked == [Request(Deed.DONE, 2, sequence=0)]
    assert {"look at it again", "Come to 12 Harbour Street."} <= set(texts(page))
    assert not any(box.value for box in page.checkbox)
    press(page, "tick-2")
    assert asked[1:] == [Request(Deed.TICK, 2, sequence=4)]


def test_an_unknown_refusal_is_told_as_plain_text():
    """The sentence of a refusal that quotes anybody stands as letters; merely looking does nothing."""
    asked: list[Request] = []
    page = shown(PROPOSAL, asked=asked, refused="the disk said: # :red[no]")
    assert asked == []
    press(page, "accept-1-1")
    assert errors(page) == ["This was not done:"]
    assert "the disk said: # :red[no]" in texts(page)


def test_labels_are_unique():
    """With several pushes on the page no two fields or buttons are called the same."""
    page = shown(PROPOSAL, replace(PROPOSAL, number=4), PLANNED, replace(PLANNED, number=5), DONE)
    for kind in (page.button, page.text_input, page.checkbox, page.text_area, page.number_input):
        labels = [one.label for one in kind]
        assert len(labels) == len(set(labels))


def test_who_may_only_look_gets_no_form():
    """Without the right to edit there is nothing to press or to type, and all there is to read."""
    viewer = Viewer("en", "Europe/Berlin", may_edit=False)
    page = shown(PROPOSAL, PLANNED, DONE, viewer=viewer)
    assert not page.button
    assert not page.text_input
    assert "Come to the bridge." in texts(page)


@pytest.mark.parametrize(
    ("pushes", "title"),
    [
        ([], "No push is planned"),
        ([PLANNED], "Next push: Thu 26 Nov, 18:00–21:00"),
        ([replace(PLANNED, starts_at=NOW - DAY, ends_at=NOW - DAY / 2, number=5), PLANNED], "Did push 5 go out?"),
        ([PLANNED, PROPOSAL], "1 push to decide"),
    ],
)
def test_the_title_says_what_matters_most(pushes, title):
    """What is to decide comes before what may have gone out, and that before what is next."""
    assert [one.value for one in shown(*pushes).header] == [title]


def test_what_is_to_decide_comes_first_and_what_is_past_last():
    """Proposals, plans and the past stand in that order, the nearest plan and the newest past first."""
    later, older = (
        replace(PLANNED, starts_at=START + DAY, number=4),
        replace(DONE, went_out_at=START - 20 * DAY, number=5),
    )
    page = shown(older, DONE, later, PLANNED, PROPOSAL)
    headings = ["To decide", "Planned", "Calendar", "When your people are there", "Past pushes"]
    assert [one.value for one in page.subheader] == headings
    said = [text for text in texts(page) if text.startswith("Push ")]
    assert [text.split(",")[0] for text in said] == ["Push 1", "Push 2", "Push 4", "Push 3"]
    assert [one[:6] for one in page.selectbox(key="pushes-past").options] == ["Push 3", "Push 5"]


def test_a_past_push_shows_what_it_brought():
    """The effect's sentences stand on its card, and its number with its range in the table."""
    page = shown(DONE, effects={3: [EFFECT]})
    assert set(telling.effect_lines(EFFECT, alias="Harbour")) <= set(texts(page))
    row = '<th scope="row">3</th><td>Harbour</td><td>+340 posts</td><td>+200 to +480</td><td>24 hours</td>'
    assert row in html(page)


def test_an_outcome_is_two_lines_until_more_is_asked_for():
    """The answer and its first number stand on the card; other lengths of time and the table are folded away."""
    week = replace(EXTRA, hours=168)
    page = shown(DONE, effects={3: [replace(EFFECT, extras=(EXTRA, week))]})
    lines = telling.effect_lines(replace(EFFECT, extras=(EXTRA, week)), alias="Harbour")
    said = [one.value for one in page.text]
    assert "\n".join(lines[:2]) in said
    [box] = [one for one in page.expander if one.label.startswith("All numbers")]
    assert not box.proto.expanded
    assert [one.value for one in box.text] == ["\n".join(lines[2:])]
    assert "<caption" in " ".join(one.proto.body for one in box.get("html"))


def test_an_effect_that_cannot_be_told_has_no_number():
    """Where nothing can be said the table says nothing, and the card says why."""
    untold = replace(EXTRA, verdict=Verdict.CANNOT_TELL, seen=None, expected=None, extra=None, low=None, high=None)
    page = shown(DONE, effects={3: [replace(EFFECT, extras=(untold,), headline=untold)]})
    assert '<th scope="row">3</th><td>Harbour</td><td>—</td><td>—</td><td>—</td>' in html(page)


def test_when_a_push_went_out_can_be_put_right():
    """The correction carries its time; without one it is refused, as "now" is what nobody means."""
    asked: list[Request] = []
    page = shown(DONE, asked=asked, refused="'?' is not a time such as 2026-11-24 18:00 (a date and a time of day)")
    press(page, "right-3-do")
    assert errors(page) == ["Not done: give a date and a time of day, such as 2026-11-24 18:00."]
    page.text_input(key="right-at-3-0").input("2026-11-17 17:10")
    press(page, "right-3-do")
    assert [one.at for one in asked] == ["?", "2026-11-17 17:10"]


def test_lessons_are_told_below_what_was_measured():
    """Each lesson is a line; with too few pushes that is said."""
    second = replace(DONE, went_out_at=START - 30 * DAY, number=4)
    effects = {3: [EFFECT], 4: [replace(EFFECT, at=START - 30 * DAY)]}
    known = outcomes([DONE, second], effects, timezone="Europe/Berlin")
    assert "By the part of the day" in texts(shown(DONE, second, effects=effects, lessons=lessons(known)))
    assert "Nothing can be learned yet: fewer than two pushes have been measured." in texts(shown(DONE))


def test_any_past_push_can_be_looked_at():
    """The newest one is told in full, and every other is a choice away, declined ones too."""
    declined = replace(PROPOSAL, state=PushState.DECLINED, reason="rain", number=14)
    page = shown(declined, *[replace(DONE, went_out_at=NOW - n * DAY, number=n) for n in range(1, 14)])
    past = page.selectbox(key="pushes-past")
    assert len(past.options) == 14
    past.select(13).run()
    assert "Push 13, done: Harbour" in texts(page)
    page.selectbox(key="pushes-past").select(14).run()
    assert "Why: rain" in texts(page)


def test_the_calendar_shows_pushes_proposals_and_own_dates():
    """A month holds all three as marks that are read aloud as words, and the same as lines."""
    anchor = Anchor("<b>Hearing</b>", datetime(2026, 11, 9, 23, tzinfo=UTC), datetime(2026, 11, 10, 23, tzinfo=UTC))
    page = shown(PROPOSAL, replace(PLANNED, starts_at=START + DAY, ends_at=END + DAY), DONE, anchors=(anchor,))
    marks = {"26": "◇1", "27": "■2", "17": "✓3", "10": "★"}
    assert {day: mark for day, mark in marks.items() if f">{mark}</span></td>" in html(page)} == marks
    assert 'aria-label="push 2, planned, Amina"' in html(page)
    assert "<b>Hearing" not in html(page)
    assert "★ Tue 10 Nov: <b>Hearing</b> (your own date)" in texts(page)
    assert "■2 Fri 27 Nov, 18:00–21:00: push 2, planned, Amina" in texts(page)


def test_another_month_can_be_chosen():
    """Months that hold something are offered beside the one that is passing."""
    page = shown(PLANNED, replace(PLANNED, starts_at=START + 20 * DAY, ends_at=END + 20 * DAY, number=7))
    page.selectbox(key="pushes-month").select("2026-12").run()
    assert "<caption" in html(page)
    assert ">December 2026</caption>" in html(page)
    assert any(text.startswith("■7 Wed 16 Dec") for text in texts(page))


def test_own_dates_that_cannot_be_read_are_said():
    """A calendar file that is broken is no empty one."""
    assert any("`monitor check` says why" in text for text in texts(shown(anchors=None)))


def test_a_month_is_a_table_of_whole_weeks():
    """Every day stands once under its weekday, days of other months are empty, and today is marked for the ear too."""
    entry = Entry(date(2026, 2, 14), NOW, "■2", "then", 'words "quoted"')
    drawn = month_html(date(2026, 2, 1), [entry], today=date(2026, 2, 3), caption="February 2026", days=list("MTWTFSS"))
    assert drawn.count("<tr>") == 6
    assert drawn.count("<td") == 35
    assert [drawn.count(f">{day}<") for day in (1, 14, 28)] == [1, 1, 1]
    assert drawn.count('aria-current="date"') == 1
    assert 'aria-label="words &quot;quoted&quot;"' in drawn


@pytest.mark.parametrize(("language", "said"), [("en", "A fade opens a proposal by itself"), ("ru", "Акций пока нет")])
def test_without_pushes_the_page_says_how_they_come(language, said):
    """An empty page is no riddle, and knows no best times while nothing is counted."""
    page = shown(viewer=Viewer(language, "Europe/Berlin"), rhythm=lambda *_: None)
    assert any(said in text for text in texts(page))
    assert not page.get("echarts_chart")
    assert any(("no best times are known" in text) or ("лучшее время неизвестно" in text) for text in texts(page))


def test_a_campaign_without_topics_is_no_error():
    """Before anything is set up the page stands."""
    assert shown(frame=replace(FRAME, aliases={}), rhythm=lambda *_: None).header


def test_the_zone_is_named_once():
    """One sentence names the reader's zone, for what is shown and typed; another zone than that one there is not."""
    same, other = shown(PLANNED, DONE), shown(PLANNED, DONE, viewer=Viewer("en", "Asia/Tokyo"))
    assert sum("Europe/Berlin" in text for text in texts(same) if "average hour" not in text) == 1
    assert "All times are in Asia/Tokyo: those shown here, and those you type." in texts(other)
    assert not any("Berlin" in text for text in texts(other))


def test_the_map_of_the_week_is_asked_for_on_the_readers_clock():
    """Whose hours the map shows is decided by who looks."""
    asked: list[tuple[str, str]] = []

    def rhythm(topic, timezone):
        asked.append((topic, timezone))
        return RHYTHM

    shown(rhythm=rhythm, viewer=Viewer("en", "Asia/Tokyo"))
    assert asked == [("harbour", "Asia/Tokyo")]


def test_a_plan_stands_in_the_order_of_the_work():
    """The draft is written, then checked, then the push goes out; each check is asked once."""
    page = shown(replace(PLANNED, checked=(Check.HELPLINE,)))
    order = [getattr(one, "key", None) for one in page.main]
    places = [order.index(key) for key in ("draft-2-0", "write-2-do", "EXPOSES_NOBODY-2-0", "out-2", "tick-2")]
    assert places == sorted(places)
    assert "☑ It says where to find help." in texts(page)
    assert not any("☐" in text for text in texts(page))
    looked_at = shown(PLANNED, viewer=Viewer("en", "Europe/Berlin", may_edit=False))
    assert sum("☐" in text for text in texts(looked_at)) == 2


def test_windows_that_are_over_are_not_counted():
    """The list begins at one for the eye, and the request keeps the window's own number."""
    asked: list[Request] = []
    page = shown(PROPOSAL, asked=asked, frame=replace(FRAME, now=END + timedelta(hours=1)))
    listed = [text for text in texts(page) if text[:3] in ("1. ", "2. ", "3. ")]
    assert [text[:9] for text in listed] == ["1. Fri 27", "2. Sat 28"]
    assert not any(text.startswith("When: ") for text in texts(page))
    press(page, "accept-1-2")
    assert asked[0].window == 2


def test_what_is_typed_and_not_saved_is_said():
    """The sentence stands while what is typed differs from what is stored, and goes when it does not."""
    page = shown(PLANNED)
    assert "Not saved yet." not in texts(page)
    page.text_area(key="draft-2-0").input("Come at seven.").run()
    assert "Not saved yet." in texts(page)
    page.text_area(key="draft-2-0").input(PLANNED.draft).run()
    assert "Not saved yet." not in texts(page)


def test_what_was_done_is_announced_once_and_stands_beside_the_push():
    """The toast comes with the deed, the sentence stays on the card."""
    page = shown(PROPOSAL, PLANNED)
    press(page, "accept-1-1")
    assert [one.value for one in page.toast] == ["Push 1 is planned."]
    order = [getattr(one, "value", None) for one in page.main]
    assert order.index("To decide") < order.index("Push 1 is planned.") < order.index("Push 1, proposed: Harbour")
    page.run()
    assert not page.toast
    assert page.success


def test_with_archives_only_no_proposal_is_promised():
    """Nobody is warned of archives, so nothing opens by itself."""
    page = shown(archives_only=True, rhythm=lambda *_: None)
    assert any("no proposal opens by itself" in text for text in texts(page))
    assert not any("A fade opens a proposal" in text for text in texts(page))


def test_the_story_says_how_to_slow_it_down():
    """Only an invented campaign runs away."""
    assert any("--speed 0.1" in text for text in texts(shown(frame=replace(FRAME, invented=True))))
    assert not any("--speed" in text for text in texts(shown()))


def test_the_page_speaks_russian():
    """Headings, buttons and lines are in the language asked for."""
    page = shown(PROPOSAL, PLANNED, DONE, effects={3: [EFFECT]}, viewer=Viewer("ru", "Europe/Berlin"))
    assert [one.value for one in page.subheader][:2] == ["Нужно решить", "Запланировано"]
    labels = {one.label for one in page.button}
    assert {"Отклонить акцию 1", "Акция 2 вышла", "Отменить акцию 2"} <= labels
    assert "+340 постов" in html(page)


HOSTILE = ["<script>alert(1)</script>", "![x](http://evil.example/p.png)", "a\u202etxt.exe", ":red[x] $\\alpha$", "# h"]


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_text_of_staff_or_calendars_is_plain_text(bad):
    """Markup in a name, a hook, a draft, a reason, a topic or a date's title is letters, and nothing reorders text."""
    windows = (replace(WINDOWS[0], anchor=bad),)
    pushes = [
        replace(PROPOSAL, windows=windows, reason=bad),
        replace(PLANNED, owner=bad, hook=bad, draft=bad, channels=(bad,)),
        replace(DONE, owner=bad),
    ]
    aliases = {"harbour": bad, "names": bad}
    page = shown(
        *pushes,
        frame=replace(FRAME, alias=bad, aliases=aliases),
        anchors=(Anchor(bad, START, END),),
        effects={3: [EFFECT]},
    )
    plain = bad.replace("\u202e", "")
    assert sum(plain.replace(" ", "") in text.replace(" ", "") for text in texts(page)) >= 8
    assert not any("\u202e" in text for text in texts(page))
    assert "<script" not in html(page)
    for element in (*page.markdown, *page.header, *page.subheader, *page.caption, *page.error, *page.warning):
        assert plain not in element.value
    for element in (*page.button, *page.checkbox, *page.text_input, *page.text_area, *page.expander, *page.multiselect):
        assert plain not in element.label

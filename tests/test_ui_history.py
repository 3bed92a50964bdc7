"""The page History as Streamlit runs it: its forms, its choices, its charts, and what hostile names cannot do to it."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor.model import DAY, HOUR, Push, PushState, State
from monitor.shown.frame import Frame
from monitor.shown.history import (
    Asked,
    Beside,
    Compared,
    Comparison,
    HistoryPage,
    Languages,
    Line,
    Mark,
    MarkKind,
    Names,
    NewNote,
    PastWave,
    Side,
    Sort,
    Tone,
    Waves,
    Within,
)
from monitor.ui import lines, palette
from monitor.ui.viewer import Viewer
from tests.test_ui_palette import contrast
from tests.ui_views import SECRET, unstyled

AT = datetime(2024, 5, 14, 22, tzinfo=UTC)  # midnight in Berlin
ZONE = "Europe/Berlin"
EN, RU = Viewer("en", ZONE), Viewer("ru", ZONE)
STARTS = tuple(AT - (30 - n) * DAY for n in range(30))
VALUES = tuple(None if n in (10, 11, 29) else float(40 + 10 * n) for n in range(30))
PUSH = Push(("harbour",), AT - 9 * DAY, AT - 9 * DAY + HOUR, PushState.DONE, went_out_at=AT - 9 * DAY, number=4)
MARKS = (
    Mark(MarkKind.CHANGE, AT - 20 * DAY, state=State.RISING),
    Mark(MarkKind.NOTE, AT - 12 * DAY, 7, "Novaya Gazeta published", "AB"),
    Mark(MarkKind.PUSH, AT - 9 * DAY, 4, "new testimony", "Amina"),
)
LINE = Line(
    measure="posts",
    step_hours=24,
    starts=STARTS,
    value=VALUES,
    low=(30.0,) * 30,
    high=(60.0,) * 30,
    counted=tuple(value or 12.0 for value in VALUES),
    known=tuple(24 if value else 6 for value in VALUES),
    hours=(24,) * 30,
    marks=MARKS,
)
WAVE = PastWave(AT - 20 * DAY, AT - 18 * DAY, AT - 11 * DAY, True, 840.0, 60.0, 2891.0, 30, (43.3, 37.2, 51.5))
TONE = Tone(hopeful=20, plain=30, grim=50, unscored=60, hidden=7)
SIDE = Side(AT - 16 * DAY, AT - 9 * DAY, 40.0, 168, 31.0, 6, TONE)
WITHIN = Within(
    AT - 30 * DAY,
    AT - DAY,
    TONE,
    Languages(("en", "ru"), 7, ((AT - 30 * DAY, (60, 30, 10)), (AT - 23 * DAY, (0, 0, 0)))),
    Names((("sea", 30), ("sky", 12)), 49),
    Names((("example.org", 41),), 0),
)


def compared(sort: Sort) -> Comparison:
    """Two lines, one of them at half of its usual at the end and one at nine times."""
    low = Compared("harbour", "bluesky", "posts", (*(1.0,) * 29, 0.5))
    high = Compared("law", "bluesky", "people", (*(1.0,) * 28, 9.0, None))
    return Comparison(sort, 24, STARTS, (low, high))


def page_of(**changes: Any) -> HistoryPage:
    """The page with two topics, of which the second was never counted; `changes` replaces what it answers."""
    frame = Frame("Lantern", {"harbour": "Harbour", "law": "Law"}, AT, AT)
    base = HistoryPage(
        frame=frame,
        sources={"harbour": {"bluesky": "bluesky", "wikipedia:en": "wikipedia:en"}, "law": {}},
        pushes=(PUSH,),
        line=lambda _: LINE,
        waves=lambda _: Waves((WAVE,)),
        compare=lambda _, sort: compared(sort),
        around=lambda _: Beside(SIDE, replace(SIDE, level=120.0, people=None, known_hours=100), over=False),
        within=lambda _: WITHIN,
        write=lambda _: "",
        drop=lambda _: "",
    )
    return replace(base, **changes)


def _script(arguments):
    from monitor.ui import history  # noqa: PLC0415 - Streamlit runs this function's text on its own

    history.render(arguments["page"], arguments["viewer"])


def shown(page: HistoryPage | None = None, viewer: Viewer = EN, **choices: str) -> AppTest:
    """The page as it is shown with these choices in its address."""
    arguments = {"page": page or page_of(), "viewer": viewer}
    test = AppTest.from_function(_script, args=(arguments,), default_timeout=30)
    for key, value in choices.items():
        test.query_params[key] = value
    test.run()
    assert not test.exception
    return test


def said(test: AppTest) -> str:
    """All that the page says: headings, texts and tables."""
    texts = [one.value for one in (*test.header, *test.text)]
    return "\n".join([*texts, *tables(test)])


def tables(test: AppTest) -> list[str]:
    """The tables of the page as HTML."""
    return [unstyled(one.proto.body) for one in test.get("html")]


VIEWS = {
    "en": ("Line and waves", "Compare", "Before and after", "Tone and words"),
    "ru": ("Линия и волны", "Сравнить", "До и после", "Тон и слова"),
}


@pytest.mark.parametrize("viewer", [EN, RU], ids=["en", "ru"])
@pytest.mark.parametrize("number", range(4))
def test_every_view_is_shown_in_both_languages(viewer, number):
    """Each view that the address names has a heading, and speaks the language asked for."""
    test = shown(viewer=viewer, view=VIEWS[viewer.language][number])
    assert len(test.header) >= 1
    cyrillic = any("а" <= letter <= "я" for letter in " ".join(one.value for one in test.header))
    assert cyrillic is (viewer.language == "ru")


def test_the_line_tells_its_finding_its_gaps_and_what_happened():
    """The title is the finding, hours not known are counted, and marks are listed in staff's own words."""
    test = shown()
    assert test.header[0].value == "Posts a day: highest day 13 May (about 320), at the end about 320"
    text = said(test)
    assert "Known: 666 of 720 hours" in text
    assert "A point is a whole day in Europe/Berlin" in text
    assert "Push 4 went out" in text
    assert "Note 7 by AB" in text
    assert "Novaya Gazeta published" in text
    assert "Attention: rising" in text
    assert len(test.get("echarts_chart")) == 1


def test_waves_are_told_in_sentences():
    """Each wave in words, with half-life and its range, and what of it is not known; a table would be cut off."""
    text = said(shown())
    assert "1 wave in this range" in text
    assert "Wave from 25 Apr\nHighest on 26 Apr: about 840 in 24 hours." in text
    assert "Half of it was gone after 43 hours (37–52)." in text
    assert "Over after 9 days. In all 2,891. 30 hours of it are not known." in text
    assert "In brackets: the range" in text
    assert "25 Apr</th>" not in text


def test_a_wave_that_passes_is_not_called_over():
    """It is so far as long as it is."""
    text = said(shown(page_of(waves=lambda _: Waves((replace(WAVE, over=False, half_life=None),)))))
    assert "Not back at its usual, 9 days so far." in text
    assert "Half of it" not in text
    assert "In brackets" not in text


def test_a_wave_that_another_one_rides_on_says_so():
    """Where the next began before it was over, the older wave ends with that, not with being over."""
    older = replace(WAVE, began=WAVE.began - 5 * DAY, ended=WAVE.began, over=False)
    text = said(shown(page_of(waves=lambda _: Waves((WAVE, older)))))
    assert "2 waves in this range" in text
    assert "After 5 days the next one began on top of it." in text


def test_without_waves_it_is_said_why():
    """Quiet and too few are two things."""
    assert "No day stood out at twice" in said(shown(page_of(waves=lambda _: Waves())))
    assert "at least 60 a day" in said(shown(page_of(waves=lambda _: Waves(too_few=True))))


def test_lines_beside_each_other_are_shares_of_their_own_usual():
    """The title names the highest by its newest known share; sums are nowhere."""
    test = shown(view="Compare")
    assert test.header[0].value == ("Each beside its own usual: at the end Law stands highest, about 9 times the usual")
    assert "<td>50%</td>" in said(test)
    assert "<td>900%</td>" in said(test)
    sources = shown(view="Compare", by="Sources")
    assert "Bluesky" in sources.header[0].value
    measures = shown(view="Compare", by="Measures")
    assert "Days are UTC days" in said(measures)
    assert "People" in said(measures)


def test_one_line_far_above_the_others_does_not_flatten_them():
    """Above four times the usual the axis goes up fourfold, says so, and leaves nought on its foot."""
    test = shown(view="Compare")
    assert "Each step of the scale is four times the one below" in said(test)
    wide = compared(Sort.TOPICS)
    silent = replace(wide.lines[0], share=(*(0.0,) * 29, 37.99))
    option: Any = lines.compared(replace(wide, lines=(silent,)), ["Harbour"], EN)
    measures, words = option["yAxis"]
    assert (measures["type"], measures["min"], measures["max"]) == ("log", 6.25, 6400)
    assert words["data"] == ["6%", "25%", "100%", "400%", "1,600%", "6,400%"]
    assert [row[1] for row in option["dataset"]["source"]][28:] == [6.25, 3799.0]
    calm = replace(wide, lines=(wide.lines[0],))
    flat: Any = lines.compared(calm, ["Harbour"], EN)
    assert flat["yAxis"][0]["type"] == "value"
    assert "Each step of the scale" not in said(shown(page_of(compare=lambda *_: calm), view="Compare"))


def test_a_range_is_whole_where_its_steps_reach_out_of_it():
    """Hours that had not begun, or lay before the first one, are not missing: nobody reads of a gap."""
    whole = replace(LINE, value=(50.0,) * 30, known=(*(24,) * 29, 22), reach_hours=718)
    assert "Known: " not in said(shown(page_of(line=lambda _: whole)))
    missing = replace(whole, reach_hours=720)
    assert "Known: 718 of 720 hours" in said(shown(page_of(line=lambda _: missing)))


def test_before_and_after_stand_in_one_table():
    """Levels, people, tone and what is not known of each side; a window that is not over says so."""
    text = said(shown(view="Before and after"))
    assert "Posts a day: about 40 before, about 120 after" in text
    assert "The time after is not over" in text
    assert "<td>168 of 168</td><td>100 of 168</td>" in text
    assert '<th scope="row">People a day</th><td>31</td><td>not known</td>' in text
    assert '<th scope="row">Not scored, of all</th><td>36%</td><td>36%</td>' in text


def test_before_and_after_is_asked_around_the_push_or_the_date():
    """The newest push is looked at first; a date can be chosen instead, and how long."""
    asked = []
    answer = Beside(SIDE, replace(SIDE, level=None), over=True)

    def around(one):
        asked.append(one)
        return answer

    test = shown(page_of(around=around), view="Before and after")
    assert (asked[-1].at, asked[-1].days) == (PUSH.went_out_at, 7)
    assert "Too much is missing" in said(test)
    shown(page_of(around=around), view="Before and after", around="A date", width="28 days", at="2024-05-01")
    assert (asked[-1].at, asked[-1].days) == (datetime(2024, 4, 30, 22, tzinfo=UTC), 28)


def test_tone_always_tells_what_is_not_scored():
    """Shares of the scored posts, beside the share that has no tone and the share that may not be told."""
    text = said(shown(view="Tone and words"))
    assert "Of the posts with a tone 20% sound hopeful and 50% grim; 36% of all have none." in text
    assert '<th scope="row">Not scored, of all</th><td>36%</td>' in text
    assert '<th scope="row">Too few people to tell, of all</th><td>4%</td>' in text
    assert '<th scope="row">other</th><td>49</td>' in text
    silent = said(shown(page_of(within=lambda _: replace(WITHIN, tone=Tone(unscored=60))), view="Tone and words"))
    assert "No tone can be told: 100% of the posts are not scored." in silent


def test_a_source_without_posts_says_so():
    """Counts have no words in them."""
    test = shown(page_of(within=lambda _: Within()), view="Tone and words")
    assert "this source does not give whole posts" in said(test)
    assert not tables(test)


@pytest.mark.parametrize("viewer", [EN, RU], ids=["en", "ru"])
def test_an_empty_campaign_is_led_by_the_hand(viewer):
    """Nothing counted: the ways to begin; a story that is being prepared asks for a few seconds."""
    test = shown(page_of(sources={"harbour": {}, "law": {}}), viewer)
    assert "monitor import FILE" in [one.value for one in test.code]
    assert test.code[-1].value == "monitor run"
    followed = shown(page_of(sources={"harbour": {}, "law": {}}, followed=True), viewer)
    assert "monitor run" not in [one.value for one in followed.code]
    story = page_of(sources={"harbour": {}, "law": {}}, frame=Frame("L", {"harbour": "H"}, AT, AT, invented=True))
    assert not shown(story, viewer).code
    assert len(shown(story, viewer).text) == 1


def test_a_topic_without_data_says_so():
    """Its name can be chosen, and what comes is a sentence."""
    assert "Nothing has been counted of this topic yet" in said(shown(topic="Law"))


def test_a_range_without_data_says_so():
    """No chart, no waves, but another range to choose."""
    test = shown(page_of(line=lambda _: Line("posts", 24), compare=lambda _, sort: Comparison(sort)))
    assert "Nothing is known of these days" in said(test)
    assert not test.get("echarts_chart")
    nothing = shown(page_of(compare=lambda _, sort: Comparison(sort)), view="Compare")
    assert "Nothing can be compared here yet" in said(nothing)


def test_a_line_of_which_nothing_is_whole_is_no_zero():
    """Where every step has gaps the title says so, and the chart is all grey."""
    test = shown(page_of(line=lambda _: replace(LINE, value=(None,) * 30)))
    assert test.header[0].value == "No part of this range was counted whole"


def test_the_address_chooses_the_range():
    """Presets and dates reach the question that is asked; a range that is turned round asks nothing."""
    asked: list[Asked] = []

    def line(one):
        asked.append(one)
        return LINE

    page = page_of(line=line)
    shown(page)
    shown(page, days="Last 7 days", source="Wikipedia (en)")
    shown(page, days="All there is")
    own = {"days": "From one date to another", "from": "2024-03-01", "to": "2024-03-31"}
    shown(page, EN, **own)
    assert asked == [
        Asked("harbour", "bluesky", ZONE, 90),
        Asked("harbour", "wikipedia:en", ZONE, 7),
        Asked("harbour", "bluesky", ZONE),
        Asked("harbour", "bluesky", ZONE, first=date(2024, 3, 1), last=date(2024, 3, 31)),
    ]
    assert "ends before it begins" in said(shown(page, EN, **own | {"to": "2024-02-01"}))
    assert len(asked) == 4


def test_an_address_that_names_nothing_shows_what_opens_first():
    """A link of another campaign, or a hostile one, is no error."""
    test = shown(topic="<script>", source="\x00", days="-1", view="![x](http://evil.example)", by="1", width="0")
    assert test.header[0].value.startswith("Posts a day")


def test_topics_of_the_same_alias_are_told_apart():
    """Both can be chosen."""
    frame = Frame("Lantern", {"harbour": "Law", "law": "Law"}, AT, AT)
    asked: list[Asked] = []

    def line(one):
        asked.append(one)
        return LINE

    page = page_of(frame=frame, sources={"harbour": {"x": "x"}, "law": {"x": "x"}}, line=line)
    shown(page, topic="Law (2)")
    assert [one.topic for one in asked] == ["law"]


def test_a_source_stands_in_the_address_by_its_name_outside():
    """Two that are called alike there are told apart."""
    asked: list[Asked] = []

    def line(one):
        asked.append(one)
        return LINE

    sources = {"archive:harbour-2023": "archive", "archive:harbour-2024": "archive"}
    test = shown(page_of(sources={"harbour": sources, "law": {}}, line=line), source="Archive (2)")
    assert [one.source for one in asked] == ["archive:harbour-2024"]
    assert "harbour-" not in str(test.query_params) + str(test.selectbox(key="source").options)


def test_a_note_is_written_with_its_moment_and_what_was_typed_stays_until_it_is_kept():
    """Refused, the sentence stands there and the words are still in the form; kept, the form is empty again."""
    asked: list[NewNote] = []
    answers = ["a note needs what happened and who writes it", ""]

    def write(note):
        asked.append(note)
        return answers[len(asked) - 1]

    test = shown(page_of(write=write), replace(EN, name="Amina"))
    test.text_input(key="history-note-0-text").input("The hearing began")
    test.button(key="history-note-0-keep").click().run()
    assert answers[0] in said(test)
    test.run()
    assert answers[0] in said(test)
    assert test.text_input(key="history-note-0-text").value == "The hearing began"
    test.checkbox(key="history-note-0-all").check()
    test.button(key="history-note-0-keep").click().run()
    assert asked == [
        NewNote(AT, "The hearing began", "Amina", "harbour"),
        NewNote(AT, "The hearing began", "Amina", None),
    ]
    assert answers[0] not in said(test)
    assert test.text_input(key="history-note-1-text").value == ""


def test_a_note_in_sight_can_be_dropped():
    """Its button names it."""
    dropped: list[int] = []

    def drop(number):
        dropped.append(number)
        return ""

    test = shown(page_of(drop=drop))
    assert test.button(key="history-drop-7").label == "Delete note 7"
    test.button(key="history-drop-7").click().run()
    assert dropped == [7]


def test_who_may_only_look_has_no_form():
    """Without the right to edit there is nothing to press."""
    test = shown(viewer=replace(EN, may_edit=False))
    assert not test.button
    assert not test.text_input


BAD = [
    "<script>alert(1)</script>",
    '"><img src=http://evil.example/p.png onerror=alert(1)>',
    "![x](http://evil.example/p.png)",
    "sea\u202exe.dm\u200b",
    ":red[x] $\\alpha$ `code`",
    "</table></div><iframe src=//evil.example>",
    "javascript:alert(1)",
    "=cmd()",
    "x" * 300,
]


def test_hostile_names_are_letters_in_tables_only():
    """Names out of posts and staff's words neither are markup, nor turn text round, nor push a phone sideways."""
    names = Names(tuple((bad, 30) for bad in BAD), 0)
    within = replace(WITHIN, cotags=names, domains=names, languages=replace(WITHIN.languages, names=(BAD[0], BAD[3])))
    marks = tuple(replace(MARKS[1], number=n, words=bad, by=bad) for n, bad in enumerate(BAD))
    page = page_of(within=lambda _: within, line=lambda _: replace(LINE, marks=marks))
    page = replace(page, frame=replace(page.frame, aliases={"harbour": "Harbour", "law": "![x](http://evil.example)"}))
    heading = shown(page, view="Compare").header[0].value
    assert r"\!\[x\]\(http\:" in heading
    assert "://" not in heading.replace("\\", "")
    assert "![x](" not in heading
    for view in ("Tone and words", "Line and waves"):
        test = shown(page, view=view)
        everything = "".join(tables(test))
        for markup in ("<script", "<img", "<iframe", "\u202e", "\u200b"):
            assert markup not in everything
        assert "&lt;script&gt;alert(1)" in everything
        for element in (*test.markdown, *test.header, *test.caption, *test.button):
            assert not any(bad in str(element.proto) for bad in BAD)
    cells = [cell for html in tables(shown(page, view="Tone and words")) for cell in html.split("<")]
    assert max(map(len, cells)) < 250


def test_no_terms_are_on_the_page():
    """Topics are called by their alias only."""
    for view in VIEWS["en"]:
        assert SECRET not in " ".join(str(one.proto) for one in shown(view=view).main)


@pytest.mark.parametrize("viewer", [EN, RU], ids=["en", "ru"])
def test_the_option_is_json_with_gaps_as_null_and_grey(viewer):
    """Unknown days are null, those that follow each other one grey area in the viewer's zone; marks carry numbers."""
    option = json.loads(json.dumps(lines.option(LINE, viewer), allow_nan=False))
    rows = option["dataset"]["source"]
    assert len(rows) == 30
    assert [number for number, row in enumerate(rows) if row[1] is None] == [10, 11, 29]
    areas = next(one for one in option["series"] if "markArea" in one)["markArea"]["data"]
    assert [(begin["xAxis"], end["xAxis"]) for begin, end in areas] == [
        ("2024-04-25T00:00", "2024-04-27T00:00"),
        ("2024-05-14T00:00", "2024-05-15T00:00"),
    ]
    marked = option["series"][0]["markLine"]["data"]
    assert [one["label"]["formatter"] for one in marked] == [palette.MARKS[State.RISING].shape, "1", "2"]
    assert option["series"][0]["connectNulls"] is False


def test_levels_of_hours_stand_at_their_end():
    """A level is known when its hour is over; a day stands at its beginning."""
    hours = replace(LINE, step_hours=1, hours=(1,) * 30)
    assert lines.points(hours, EN)[0] == "2024-04-15T01:00"
    assert lines.points(LINE, EN)[0] == "2024-04-15T00:00"


def test_the_compared_option_has_a_line_and_a_dash_for_each():
    """Colour is never alone: each of eight lines has another dash, and unknown shares are null."""
    found = Comparison(Sort.TOPICS, 24, STARTS, tuple(Compared(f"{n}", "x", "posts", VALUES) for n in range(8)))
    option = json.loads(json.dumps(lines.compared(found, [f"line {n}" for n in range(8)], EN), allow_nan=False))
    drawn = option["series"][:8]
    assert len({json.dumps(one["lineStyle"]["type"]) for one in drawn}) == 8
    assert option["dataset"]["source"][10][1:] == [None] * 8


@pytest.mark.parametrize("ink", palette.LINES)
@pytest.mark.parametrize("ground", [palette.LIGHT.ground, palette.DARK.ground])
def test_lines_stand_out_from_either_ground(ink, ground):
    """Every line has a contrast of three to one in light and in dark."""
    assert contrast(ink, ground) >= 3

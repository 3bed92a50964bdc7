"""The map of the week: a number in every cell that is known well enough, and words that say no more than is known."""

import gc
from dataclasses import replace
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from monitor.desk.pushes import best_stretch
from monitor.pushes.audience import LEAST_WEEKS
from monitor.shown.pushes import Rhythm
from monitor.ui import heat, palette
from monitor.ui.viewer import Viewer
from tests.test_ui_palette import contrast
from tests.ui_views import unstyled

VIEWER = Viewer("en", "Europe/Berlin")
SHARE = tuple(1.0 + (cell == 42) for cell in range(168))  # Tuesday at 18 is twice an average hour
RHYTHM = Rhythm("bluesky", SHARE, (8,) * 168, 1234, weak=False, best=(41, 3), ratio=4 / 3)
FEW = replace(RHYTHM, weeks=(*(8,) * 100, *(3,) * 68))
NEW = replace(RHYTHM, weeks=(2,) * 168, weak=True)


def _script(arguments):
    from monitor.ui import heat  # noqa: PLC0415 - Streamlit runs this function's text on its own

    heat.render(arguments["topics"], arguments["rhythm"], arguments["viewer"])


def shown(rhythm, *, topics=None, viewer=VIEWER):
    """The map as Streamlit runs it."""
    found = rhythm if callable(rhythm) else lambda *_: rhythm
    arguments = {"topics": topics or {"harbour": "Harbour"}, "rhythm": found, "viewer": viewer}
    page = AppTest.from_function(_script, args=(arguments,), default_timeout=20).run()
    assert not page.exception
    return page


def said(page):
    """All that is said as text."""
    return " ".join(element.value for element in page.text)


def cells(rhythm, viewer=VIEWER):
    """The cells of the map by (day, hour)."""
    option: dict[str, Any] = dict(heat.option(rhythm, viewer))
    return {tuple(one["value"][:2]): one for one in option["series"][0]["data"]}


def test_every_hour_of_the_week_is_a_cell_with_its_number():
    """Days run across, hours down, and no cell hangs on its colour alone."""
    found = cells(RHYTHM)
    assert len(found) == 168
    assert found[1, 18]["value"] == [1, 18, 2.0]
    assert found[1, 18]["label"]["formatter"] == "2"
    assert found[0, 18]["label"]["formatter"] == "1"


def test_numbers_have_the_mark_of_the_language():
    """A Russian map has commas."""
    halves = replace(RHYTHM, share=(1.5,) * 168)
    assert cells(halves, Viewer("ru", "Europe/Berlin"))[0, 0]["label"]["formatter"] == "1,5"


def test_an_hour_of_which_too_little_is_known_is_grey_and_a_dot():
    """Under four weeks no number is told, and the scale of colours does not touch the cell."""
    found = cells(FEW)
    assert found[6, 23]["label"]["formatter"] == "·"
    assert found[6, 23]["visualMap"] is False
    assert found[0, 0]["label"]["formatter"] == "1"
    assert "visualMap" not in found[0, 0]


def test_the_best_stretch_is_outlined():
    """The hours that the sentence names have an edge, and no others."""
    edged = {place for place, one in cells(RHYTHM).items() if one["itemStyle"].get("borderWidth")}
    assert edged == {(1, 17), (1, 18), (1, 19)}


@pytest.mark.parametrize("ink", [palette.LIGHT, palette.DARK])
def test_numbers_can_be_read_on_every_cell(ink):
    """The page's letters keep 4.5 : 1 on the palest and the deepest colour, and on grey, by day and by night."""
    option: dict[str, Any] = dict(heat.option(FEW, VIEWER, ink=ink))
    [series] = option["series"]
    assert series["label"]["color"] == option["xAxis"]["axisLabel"]["color"] == ink.text
    grey = series["data"][-1]["itemStyle"]["color"]
    for ground in (*option["visualMap"]["inRange"]["color"], grey):
        assert contrast(ink.text, over(ground, ink.ground)) >= 4.5


def over(veil, ground):
    """The colour that is seen where a veil covers a ground."""
    *parts, share = (float(one) for one in veil.removeprefix("rgba(").removesuffix(")").split(","))
    under = (int(ground[n : n + 2], 16) for n in (1, 3, 5))
    return "#" + "".join(f"{round(share * a + (1 - share) * b):02x}" for a, b in zip(parts, under, strict=True))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Harbour: most attention on Tue from 17:00 to 20:00, 1.3 times an average hour."),
        ("ru", "Harbour: больше всего внимания — вт, с 17:00 до 20:00: в среднем × 1,3 от обычного часа."),
    ],
)
def test_the_sentence_says_the_finding_and_the_chart_carries_it_for_the_ear(language, words):
    """The finding stands before the map, with what it rests on behind it; the map itself is described."""
    page = shown(RHYTHM, viewer=Viewer(language, "Europe/Berlin"))
    assert words in said(page)
    assert "Europe/Berlin" in said(page)
    [chart] = page.get("echarts_chart")
    assert words in chart.proto.alt


def test_what_it_rests_on_is_said():
    """Posts and weeks stand beside the map, and each number's weeks in the table."""
    page = shown(FEW)
    assert "By 1,234 posts on Bluesky; behind an hour of the week stand 3 to 8 weeks of its past." in said(page)
    table = unstyled(page.get("html")[0].proto.body)
    assert '<th scope="row">18:00</th><td>1 (8)</td><td>2 (8)</td>' in table
    assert "<td>· (3)</td>" in table


def test_weak_evidence_is_said_first():
    """Where hours hardly differ no ratio is told."""
    words = heat.finding(heat.Week(replace(RHYTHM, weak=True), "Harbour"), VIEWER)
    assert words.startswith("Harbour: the best hours cannot be told reliably yet.")
    assert "1.3" not in words


def test_in_the_first_weeks_there_is_no_map():
    """A grey map of dots would tell nothing: what is missing is said instead."""
    page = shown(NEW)
    assert not page.get("echarts_chart")
    assert f"comes once {LEAST_WEEKS} weeks are known" in said(page)
    assert "Harbour: too little has been counted to name the best hours yet." in said(page)


def test_no_best_hours_are_named_or_framed_before_they_have_numbers():
    """A stretch of dots has no edge, and the sentence does not call it the best so far."""
    dots = replace(RHYTHM, weeks=tuple(3 if cell == 42 else 8 for cell in range(168)), weak=True)
    assert not any(one["itemStyle"].get("borderWidth") for one in cells(dots).values())
    assert "so far" not in said(shown(dots))


@pytest.mark.parametrize("unknown", [None, replace(RHYTHM, best=None)])
def test_without_counts_there_is_no_map(unknown):
    """A topic of which nothing is counted by the hour says so."""
    page = shown(unknown)
    assert not page.get("echarts_chart")
    assert "Harbour: nothing has been counted by the hour yet" in said(page)


def test_the_topic_is_chosen_by_its_alias():
    """Only the topic that is looked at is asked for."""
    asked: list[tuple[str, str]] = []

    def known(key, timezone):
        asked.append((key, timezone))
        return RHYTHM

    page = shown(known, topics={"harbour": "Harbour", "names": "# Names"})
    assert page.selectbox[0].options == ["Harbour", "# Names"]
    page.selectbox[0].select("names").run()
    assert "# Names: most attention" in said(page)
    assert asked == [("harbour", "Europe/Berlin"), ("names", "Europe/Berlin")]


def test_the_best_stretch_begins_in_waking_hours():
    """The busiest hours of the night are no time for a push."""
    night = tuple(1.0 + 9 * (cell % 24 == 3) + (cell == 42) for cell in range(168))
    assert best_stretch(night, (8,) * 168, hours=3) == (40, 3)


def test_waking_hours_are_those_of_the_campaign_whoever_looks():
    """On a clock nine hours ahead the same stretch is found nine hours later."""
    ahead = tuple(SHARE[(cell - 9) % 168] for cell in range(168))
    assert best_stretch(SHARE, (8,) * 168, hours=3) == (40, 3)
    assert best_stretch(ahead, (8,) * 168, hours=3, ahead=9.0) == (49, 3)


def test_a_stretch_with_an_unknown_hour_is_not_the_best():
    """Hours without any past are not guessed."""
    weeks = tuple(0 if cell == 42 else 8 for cell in range(168))
    assert best_stretch(SHARE, weeks, hours=3) == (7, 3)


def test_the_map_is_drawn_once_and_gone_with_its_rhythm():
    """A rerun draws nothing anew, and what is wiped does not live on in memory."""
    gc.collect()  # what other tests have drawn
    mine = replace(RHYTHM)
    before = len(heat._KEPT)
    assert heat._drawn(mine, VIEWER) is heat._drawn(mine, VIEWER)
    assert len(heat._KEPT) == before + 1
    del mine
    gc.collect()
    assert len(heat._KEPT) == before

"""The chart's option: JSON, honest about gaps, at most 30 days."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import pytest

from monitor.model import DAY, HOUR, Coverage, SourceView, State, Status
from monitor.ui import charts, drawing, numbers, palette
from monitor.words import LANGUAGES
from tests.ui_views import AT, source_view

ZONE = "Europe/Berlin"


def drawn(view: SourceView, **given: Any) -> Any:
    """The option as the browser reads it; NaN is refused."""
    return json.loads(json.dumps(charts.option(view, timezone=ZONE, **given), allow_nan=False))


def series(option: Any, name: str) -> Any:
    """The series of that name."""
    return next(one for one in option["series"] if one["name"] == name)


@pytest.mark.parametrize("state", list(State))
def test_an_option_is_json_without_nan(state):
    """The browser gets null where nothing is known, never NaN, and every series has a name."""
    option = drawn(source_view(state))
    assert all(one["name"] for one in option["series"])


@pytest.mark.parametrize("days", [1, 29, 90])
def test_a_chart_shows_at_most_thirty_days(days):
    """Ninety days of hours become 720 points; less history stays as it is."""
    rows = drawn(source_view(State.STEADY, days=days))["dataset"]["source"]
    assert len(rows) == min(days, 30) * 24
    assert rows[-1][0] == "2024-05-14T15:00"


def test_a_gap_is_null_and_shaded_in_local_time():
    """Hours that were not observed break the line, and a grey area marks them."""
    view = source_view(State.STEADY)
    option = drawn(view)
    empty = [row[0] for row in option["dataset"]["source"] if row[1] is None]
    assert len(empty) == 18
    assert series(option, "Not observed")["markArea"]["data"] == [
        [{"xAxis": "2024-05-04T15:00"}, {"xAxis": "2024-05-05T09:00"}]
    ]
    assert series(option, "Posts a day")["connectNulls"] is False


def test_gaps_that_touch_are_one_area_and_older_ones_none():
    """Shading is cut at the window and joined where reasons change."""
    gaps = (
        Coverage(AT - 60 * DAY, AT - 50 * DAY, Status.MISSING, "old"),
        Coverage(AT - 31 * DAY, AT - 29 * DAY, Status.MISSING, "a"),
        Coverage(AT - 29 * DAY, AT - 28 * DAY, Status.BLOCKED, "b"),
    )
    option = drawn(replace(source_view(State.STEADY), gaps=gaps))
    assert series(option, "Not observed")["markArea"]["data"] == [
        [{"xAxis": "2024-04-14T15:00"}, {"xAxis": "2024-04-16T15:00"}]
    ]


def test_the_band_is_the_usual_range():
    """The width stacked on the lower edge ends at the upper edge."""
    option = drawn(source_view(State.STEADY))
    names = [one if isinstance(one, str) else one["name"] for one in option["dataset"]["dimensions"]]
    row = dict(zip(names, option["dataset"]["source"][-1], strict=True))
    assert (row["low"], row["low"] + row["width"], row["high"]) == (25, 60, 60)
    assert series(option, "Usual range")["encode"]["y"] == "width"


def test_the_legend_names_only_what_is_drawn():
    """The line is named by the title; without a known usual range and without gaps nothing is left to name."""
    assert drawn(source_view(State.STEADY))["legend"]["data"] == ["Usual range", "Not observed"]
    assert drawn(replace(source_view(State.TOO_FEW), gaps=()))["legend"]["data"] == []


def test_where_there_is_too_little_no_usual_range_is_drawn():
    """A range around a handful of posts says nothing, so it is left out."""
    view = source_view(State.STEADY)
    few = replace(view, assessment=replace(view.assessment, state=State.TOO_FEW))
    assert "Usual range" in {one["name"] for one in drawn(view)["series"]}
    assert "Usual range" not in {one["name"] for one in drawn(few)["series"]}


MARKS = charts.Marks(((AT - 5 * DAY, 3), (AT - 40 * DAY, 2)), (AT.replace(day=9, hour=0),))


def test_pushes_and_days_full_of_news_are_lines():
    """A push stands at its moment with its number, a day of news at its middle; what is older is not there."""
    option = drawn(source_view(State.STEADY), marks=MARKS)
    assert series(option, "Push")["markLine"]["data"] == [{"xAxis": "2024-05-09T15:00", "name": "3"}]
    news = series(option, "Much news")["markLine"]
    assert (news["data"], news["lineStyle"]["type"]) == ([{"xAxis": "2024-05-09T14:00", "name": ""}], "dotted")
    assert not [one for one in drawn(source_view(State.STEADY))["series"] if "markLine" in one]


def test_a_russian_chart_speaks_russian():
    """Names, days and numbers of the chart are those of the language."""
    option = drawn(source_view(State.STEADY), language="ru")
    assert option["series"][0]["name"] == "Постов в день"
    assert option["xAxis"]["axisLabel"]["formatter"] == "{d}.{MM}"
    assert option["tooltip"]["valueFormatter"] == "%.0f"


@pytest.mark.parametrize(("language", "names"), [("en", ("0", "1,000")), ("ru", ("0", "1\u00a0000"))])
def test_heights_are_told_in_the_language_on_the_steps_that_are_measured(language, names):
    """The words stand on the same steps as the lines, and what is highest is under the last of them."""
    measured, told = drawn(source_view(State.FADING), language=language)["yAxis"]
    assert (measured["min"], measured["interval"], measured["max"]) == (0, 1000, 5000)
    assert measured["axisLabel"] == {"show": False}
    assert (tuple(told["data"][:2]), len(told["data"])) == (names, 6)
    assert told["boundaryGap"] is False


def test_nothing_at_all_has_a_height_of_one():
    """A line of noughts, or of nothing known, lies at the bottom."""
    assert drawing.heights([0.0, None], str)[0]["max"] == 1
    assert drawing.heights([], str)[0]["max"] == 1


def test_a_series_that_ended_leaves_the_rest_of_the_axis_empty():
    """The axis reaches to the time of judgement, so that missing days are seen as missing."""
    view = source_view(State.NO_DATA)
    later = replace(view.assessment, at=AT + 5 * DAY)
    option = drawn(replace(view, assessment=later))
    assert option["xAxis"]["max"] == "2024-05-19T15:00"
    assert option["dataset"]["source"][-1][0] == "2024-05-14T15:00"


def test_axis_days_are_local_midnights_across_the_clock_change():
    """A zone that changed its clocks within the window still has its days at midnight."""
    view = source_view(State.STEADY)
    spring = replace(view.assessment, at=AT.replace(month=4, day=10))
    weeks = drawn(replace(view, assessment=spring))["xAxis"]["axisLabel"]["customValues"]
    assert weeks == [f"2024-{day}T00:00" for day in ("04-10", "04-03", "03-27", "03-20", "03-13")]


@pytest.mark.parametrize(("days", "first", "named"), [(3, "2024-05-11T15:00", 3), (90, "2024-04-14T15:00", 5)])
def test_the_axis_begins_where_the_history_begins(days, first, named):
    """A campaign of three days is not shown in a tenth of the width."""
    axis = drawn(source_view(State.STEADY, days=days))["xAxis"]
    assert axis["min"] == first
    assert len(axis["axisLabel"]["customValues"]) == named


def test_the_chart_in_words_follows_the_line():
    """Who hears the page learns where the line begins, its height, where it ends, and what is marked."""
    words = numbers.description(source_view(State.FADING), timezone=ZONE, marks=MARKS)
    assert "is highest at 4,3" in words
    assert words.endswith("not observed: 1. Marked pushes: 2. Marked days with much news: 1.")
    view = source_view(State.STEADY)
    blank = replace(view, track=replace(view.track, level=np.full_like(view.track.level, np.nan)))
    assert "nothing could be observed" in numbers.description(blank, timezone=ZONE)
    assert "Наблюдений не было" in numbers.description(blank, timezone=ZONE, language="ru")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_holds_the_numbers_of_the_line(language):
    """A row a local day, the newest first, with the level its last hour ended with."""
    view = source_view(State.STEADY)
    told = list(numbers.rows(view, timezone=ZONE, language=language, marks=MARKS))
    assert len(told) == 31
    assert [row[0].partition("\u00a0")[0] for row in told[:2]] == ["14", "13"]
    assert len(numbers.columns(view, language=language)) == len(told[0])
    midnight = [row for row in drawn(view)["dataset"]["source"] if row[0] == "2024-05-14T00:00"]
    assert told[1][1] == f"{midnight[0][1]:.0f}"
    assert told[1][2] == "25–60"


def test_the_table_tells_gaps_and_marks():
    """A day that ended without observation says so, and pushes and news stand on their day."""
    view = replace(source_view(State.STEADY), assessment=replace(source_view(State.STEADY).assessment, at=AT))
    view.track.level[-24 * 3 :] = np.nan
    told = {row[0]: row[1] for row in numbers.rows(view, timezone=ZONE, marks=MARKS)}
    assert told["13\u00a0May"] == "not observed"
    assert {"9\u00a0May, push 3, much news", "8\u00a0May"} <= told.keys()


def test_the_window_is_thirty_days_before_the_judgement():
    """The gaps told beneath the chart are those the chart shows."""
    view = source_view(State.STEADY)
    assert charts.window_start(view) == AT - timedelta(days=30)
    assert drawn(view)["dataset"]["source"][0][0] == "2024-04-14T16:00"
    assert view.track.start + 90 * DAY == AT
    assert HOUR * 720 == charts.WINDOW


@pytest.mark.parametrize("theme", ["light", "dark", None])
def test_the_words_of_a_chart_have_the_ink_of_the_theme(theme):
    """Axes and legend are told in the palette's ink, and the chart that is kept is not changed by it."""
    kept = charts.option(source_view(State.STEADY), timezone=ZONE)
    before = json.dumps(kept)
    option: Any = drawing.inked(kept, theme)
    ink = palette.CHART_DARK if theme == "dark" else palette.CHART_LIGHT
    assert option["legend"]["textStyle"]["color"] == ink
    assert {axis["axisLabel"]["color"] for axis in (option["xAxis"], *option["yAxis"])} == {ink}
    assert option["xAxis"]["axisLabel"]["formatter"] == "{d} {MMM}"
    assert json.dumps(kept) == before

"""The chart's option: JSON, honest about gaps, at most 30 days."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import pytest

from monitor.model import DAY, HOUR, Coverage, SourceView, State, Status
from monitor.ui import charts
from tests.ui_views import AT, source_view

ZONE = "Europe/Berlin"


def drawn(view: SourceView) -> Any:
    """The option as the browser reads it; NaN is refused."""
    return json.loads(json.dumps(charts.option(view, timezone=ZONE), allow_nan=False))


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
    """Without a known usual range and without gaps, neither is in the legend."""
    view = replace(source_view(State.TOO_FEW), gaps=())
    assert drawn(view)["legend"]["data"] == ["Posts a day"]


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
    """Who hears the page learns where the line begins, its height, and where it ends."""
    words = charts.description(source_view(State.FADING), timezone=ZONE)
    assert "is highest at 43" in words
    assert words.endswith("not observed: 1.")
    view = source_view(State.STEADY)
    blank = replace(view, track=replace(view.track, level=np.full_like(view.track.level, np.nan)))
    assert "nothing could be observed" in charts.description(blank, timezone=ZONE)


def test_the_window_is_thirty_days_before_the_judgement():
    """The gaps told beneath the chart are those the chart shows."""
    view = source_view(State.STEADY)
    assert charts.window_start(view) == AT - timedelta(days=30)
    assert drawn(view)["dataset"]["source"][0][0] == "2024-04-14T16:00"
    assert view.track.start + 90 * DAY == AT
    assert HOUR * 720 == charts.WINDOW

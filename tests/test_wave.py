"""The story of a wave in words: true to the evidence, with its ranges, and silent on what is not known."""

from datetime import UTC, datetime, timedelta

import pytest

from monitor.alerts import wording
from monitor.alerts.wave import wave_story
from monitor.model import DAY, HOUR, Evidence, State
from tests.ui_views import evidence

ZONE = "Europe/Berlin"
NOW = datetime(2017, 4, 24, 12, tzinfo=UTC)
PEAK = datetime(2017, 4, 15, 2, tzinfo=UTC)
BACK = datetime(2017, 5, 2, 9, tzinfo=UTC)
WAVE = {
    "level": 340.0,
    "usual": 40.0,
    "usual_high": 60.0,
    "peak": 4312.0,
    "peak_at": PEAK,
    "share_of_peak": 0.079,
    "share_low": 0.062,
    "share_high": 0.101,
    "half_life_hours": 62.0,
    "half_life_low": 50.0,
    "half_life_high": 82.0,
    "back_at": BACK,
    "back_at_low": BACK - 4 * DAY,
    "back_at_high": BACK + 7 * DAY,
}


def story(**changes) -> str:
    """The story with some of its evidence changed."""
    return wave_story(Evidence(**{**WAVE, **changes}), timezone=ZONE, now=NOW)


def test_the_story_is_told_in_a_campaigners_words():
    """Peak, half-life, what is left and when it is over, each with its range."""
    assert story() == (
        "Peak 14 Apr (about 4,300 a day); half gone in 2.6 days (2.1–3.4); now 8% of the peak (6–10%); "
        "back at background about 2 May (28 Apr–9 May)."
    )


@pytest.mark.parametrize(("name", "value"), [("peak", None), ("peak_at", None), ("share_of_peak", None)])
def test_without_a_peak_there_is_no_story(name, value):
    """Outside a wave nothing is looked back on."""
    assert story(**{name: value}) == ""


def test_while_it_grows_there_is_no_story():
    """A level above the peak has no peak behind it."""
    assert story(share_of_peak=1.2) == ""


SLOW = {"half_life_hours": 300.0, "half_life_low": 200.0, "half_life_high": None}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"half_life_hours": None}, "Peak 14 Apr (about 4,300 a day); now 8% of the peak (6–10%); back"),
        (SLOW, "; the day's total likely halves after 12 days (at least 8); now 8%"),
        ({**SLOW, "share_of_peak": 0.7, "share_low": 0.6, "share_high": 0.8}, "; half likely gone after 12 days"),
        ({"half_life_hours": 18.0, "half_life_low": 17.8, "half_life_high": 18.2}, "half gone in 18 hours;"),
        ({"half_life_hours": 1.0, "half_life_low": None}, "half gone in 1 hour;"),
        ({"share_low": None, "share_high": None}, "now 8% of the peak; back"),
        ({"share_low": 0.078, "share_high": 0.081}, "now 8% of the peak; back"),
        ({"share_of_peak": 0.002, "share_low": 0.0004, "share_high": 0.012}, "now less than 1% of the peak (0–1%)"),
    ],
)
def test_what_is_not_known_is_left_out(changes, words):
    """Each part stands alone: without its numbers it is not told, without a range it has none."""
    assert words in story(**changes)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"back_at_high": None}, "back at background about 2 May (28 Apr or later)."),
        ({"back_at": None, "back_at_high": None}, "not back at background before 28 Apr."),
        ({"back_at_low": BACK, "back_at_high": BACK + HOUR}, "back at background about 2 May."),
        ({"back_at_low": NOW - 3 * DAY}, "back at background about 2 May (24 Apr–9 May)."),
        ({"back_at_low": BACK - DAY, "back_at_high": BACK + DAY}, "about 2 May (1–3 May)."),
        ({"back_at": BACK + 300 * DAY, "back_at_high": None}, "about 26 Feb 2018 (28 Apr or later)."),
    ],
)
def test_the_date_of_the_return_says_how_sure_it_is(changes, words):
    """An open end is said as one, and a day known to the day has no range."""
    assert story(**changes).endswith(words)


def test_a_return_that_is_passed_is_told_as_such_and_only_where_the_level_agrees():
    """What has been is said in the past; while the level still stands above the usual range, nothing is."""
    passed = {"back_at": NOW - 3 * DAY, "back_at_low": NOW - 5 * DAY, "back_at_high": NOW - DAY}
    assert story(level=50.0, **passed).endswith("back at background since about 21 Apr (19–23 Apr).")
    assert story(level=50.0, **passed | {"back_at_high": NOW + DAY}).endswith("about back at background.")
    assert "background" not in story(level=90.0, **passed)


def test_a_background_that_cannot_be_known_is_not_spoken_of():
    """While what is usual is not known, no date is made up."""
    assert story(back_at=None, back_at_low=None, back_at_high=None).endswith("now 8% of the peak (6–10%).")


def test_dates_are_those_of_the_campaigns_zone():
    """The same moment is another day elsewhere."""
    at = datetime(2017, 4, 30, 23, tzinfo=UTC)
    assert wording.day_in(at, timezone=ZONE, near=NOW) == "1 May"
    assert wording.day_in(at, timezone="America/New_York", near=NOW) == "30 Apr"
    assert wording.day_in(at, timezone=ZONE, near=NOW + timedelta(days=400)) == "1 May 2017"


@pytest.mark.parametrize("state", list(State))
def test_no_state_has_numbers_that_are_none(state):
    """Whatever evidence a state brings, no None and no NaN is read."""
    told = wave_story(evidence(state), timezone=ZONE, now=NOW)
    assert "None" not in told
    assert "nan" not in told


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        (
            {},
            "Пик 14 апреля (около 4\u00a0300 в день); спад вдвое занял 2,6 дня (2,1–3,4); сейчас 8% от пика (6–10%); ",
        ),
        ({}, "; возврат к фону около 2 мая (28 апреля – 9 мая)."),
        (SLOW, "; спад суточной суммы вдвое займёт, вероятно, 12 дней (не меньше 8);"),
        ({"back_at_high": None}, "возврат к фону около 2 мая (28 апреля или позже)."),
        ({"back_at": None, "back_at_high": None}, "возврат к фону не раньше 28 апреля."),
        ({"back_at_low": BACK - DAY, "back_at_high": BACK + DAY}, "около 2 мая (1–3 мая)."),
    ],
)
def test_the_story_is_told_in_russian(changes, words):
    """Numbers have their commas, months their genitive, and spans the form of their number."""
    assert words in wave_story(Evidence(**{**WAVE, **changes}), timezone=ZONE, now=NOW, language="ru")

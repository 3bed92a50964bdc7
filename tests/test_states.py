"""The rules of the six states, each fed with nothing but signs."""

from types import SimpleNamespace

import numpy as np

from monitor.alerts.states import Walker
from monitor.model import DAILY, HOURLY, State

FLAGS = ("few", "passed", "halved", "rising", "growing", "slow", "falling", "sunk", "fresh_peak", "back")


def told(hours, *, silent_hours=2, missing=(), pace=HOURLY, **spans):
    """The passages of a series in which each sign holds only in its spans of hours (first, end)."""
    signs = {name: np.zeros(hours, dtype=bool) for name in FLAGS}
    signs |= {"complete": np.ones(hours, dtype=bool), "settled": np.ones(hours, dtype=bool)}
    signs |= {"gone": np.ones(hours, dtype=bool), "enough": np.ones(hours, dtype=bool)}
    signs |= {"share_twelve": np.full(hours, 0.3), "twelve": np.full(hours, 100.0)}
    for first, end in missing:
        signs["complete"][first:end] = False
    for name, parts in spans.items():
        for first, end in parts:
            signs[name][first:end] = not signs[name][0] if name in ("settled", "gone") else True
    walker = Walker(pace)
    told = [SimpleNamespace(**dict(zip(signs, hour, strict=True))) for hour in zip(*signs.values(), strict=True)]
    return [passage for sign in told if (passage := walker.step(sign, silent=silent_hours))]


def short(found):
    """What happened when, without the reasons."""
    return [(item.hour, item.to.value) for item in found]


def test_the_first_state_comes_from_no_data():
    """Nothing was known before the first look."""
    (first,) = told(10)
    assert (first.hour, first.before, first.to) == (0, State.NO_DATA, State.STEADY)


def test_a_wave_that_halves_is_fading():
    """A wave that was up and is now surely under half of its peak is fading, kind halved."""
    found = told(100, back=[(10, 40)], halved=[(45, 100)])
    assert short(found) == [(0, "steady"), (45, "fading")]
    assert found[1].kind == "halved"


def test_a_wave_is_warned_of_once():
    """Back at background with the same old peak in sight, the topic is not called fading again."""
    found = told(200, back=[(10, 40)], halved=[(45, 200)], passed=[(60, 200)])
    assert short(found) == [(0, "steady"), (45, "fading"), (71, "steady")]


def test_a_second_wave_is_warned_of_again():
    """A wave that came back up and halves again is a new fade."""
    found = told(300, back=[(10, 40), (80, 120)], halved=[(45, 80), (125, 300)])
    assert short(found) == [(0, "steady"), (45, "fading"), (85, "recovering"), (97, "steady"), (125, "fading")]


def test_a_flicker_is_no_recovery():
    """Leaving a fade takes six hours in a row."""
    found = told(200, back=[(10, 40), (80, 85)], halved=[(45, 200)])
    assert short(found) == [(0, "steady"), (45, "fading")]


def test_two_warnings_of_a_fade_lie_a_day_apart():
    """A wave that flutters about half of its peak does not nag."""
    found = told(120, back=[(10, 40), (46, 54)], halved=[(44, 46), (54, 120)])
    faded = [item.hour for item in found if item.to is State.FADING]
    assert faded == [44, 68]


def test_rising_needs_to_last_and_ends_when_growth_does():
    """Three hours of growth above the band enter, half a day without growth leaves."""
    found = told(100, rising=[(10, 12), (20, 40)], growing=[(10, 12), (20, 40)])
    assert short(found) == [(0, "steady"), (22, "rising"), (51, "steady")]


def test_a_lasting_decline_is_a_slow_fade_without_a_peak():
    """A day of significance over weeks enters; three days without it leave."""
    found = told(400, slow=[(100, 110), (150, 250)])
    assert short(found) == [(0, "steady"), (173, "fading"), (321, "steady")]
    assert found[1].kind == "slow"


def test_a_passed_wave_is_no_lasting_decline():
    """For four weeks after a wave's fade, the weeks of the wave are no yardstick."""
    found = told(800, back=[(10, 40)], halved=[(45, 50)], passed=[(50, 800)], slow=[(80, 700)])
    assert [item.kind for item in found if item.to is State.FADING] == ["halved"]


def test_no_data_is_said_at_the_third_missing_hour():
    """With no lag and hourly rounds, two missing hours are patience and the third is news."""
    found = told(50, missing=[(10, 12), (20, 30)])
    assert short(found) == [(0, "steady"), (22, "no data"), (30, "steady")]


def test_patience_follows_the_lag_and_the_rounds():
    """A source that answers a day late is not called silent before that day and two rounds are over."""
    assert short(told(50, missing=[(10, 37)], silent_hours=26)) == [(0, "steady"), (36, "no data"), (37, "steady")]


def test_the_state_before_a_gap_is_taken_up_again():
    """The first complete hour after a gap resumes what held, kind and all, and says that it does."""
    found = told(100, back=[(10, 40)], halved=[(45, 100)], missing=[(60, 80)])
    back = found[-1]
    assert (back.hour, back.to, back.kind, back.resumed) == (80, State.FADING, "halved", True)


def test_nothing_new_is_said_until_enough_hours_stand_behind_it():
    """Right after a gap, signs of a fade wait until the hours have settled."""
    found = told(60, back=[(10, 20)], missing=[(20, 30)], halved=[(30, 60)], settled=[(20, 36)])
    assert short(found) == [(0, "steady"), (22, "no data"), (30, "steady"), (36, "fading")]


def test_a_series_without_a_complete_hour_says_nothing():
    """Where nothing was ever known there is no change to tell."""
    assert told(30, missing=[(0, 30)]) == []


def test_too_few_ends_only_when_there_is_clearly_enough():
    """A handful of posts is neither steady nor fading."""
    found = told(100, few=[(0, 50)])
    assert short(found) == [(0, "too few"), (52, "steady")]


def test_a_fall_of_days_is_a_slow_fade_told_once_a_peak():
    """A wave that falls steadily is fading, kind slow; until there is a new peak it is not told again."""
    found = told(400, falling=[(50, 60), (150, 160), (250, 400)], fresh_peak=[(10, 40), (200, 210)])
    faded = [(item.hour, item.kind, item.reason) for item in found if item.to is State.FADING]
    assert faded == [(52, "slow", "falling for days"), (252, "slow", "falling for days")]


def test_a_fall_that_halves_is_told_as_worse():
    """A slow fade may become a halved one."""
    found = told(200, back=[(10, 40)], fresh_peak=[(10, 40)], falling=[(50, 200)], halved=[(90, 200)])
    assert [item.kind for item in found if item.to is State.FADING] == ["slow", "halved"]


def test_what_is_expected_is_not_told_as_done():
    """A warning that comes before half is gone says so."""
    found = told(100, back=[(10, 40)], halved=[(45, 100)], gone=[(0, 50)])
    assert found[-1].reason == "past its peak, and expected to stay under half of it"


def test_a_level_that_breaks_down_is_a_slow_fade():
    """Half a day far under the usual level enters, without any wave."""
    found = told(300, sunk=[(100, 105), (150, 300)])
    assert short(found) == [(0, "steady"), (161, "fading")]


def test_days_are_judged_by_the_same_rules_three_times_slower():
    """Three days in a row stand for the day that a slow decline must last by the hour."""
    found = told(60, slow=[(10, 12), (20, 40)], pace=DAILY)
    assert short(found) == [(0, "steady"), (22, "fading"), (48, "steady")]

"""Levels and rhythm: right where the truth is known, silent where it is not, never from the future."""

import numpy as np
import pytest

from monitor.attention.rhythm import Rhythm
from monitor.attention.series import window_max, window_sum
from monitor.attention.usual import levels
from tests.waves import first_hours, invented, wave, with_gap


def test_the_rhythm_of_the_day_is_learned_and_taken_out():
    """After four weeks the level at night and at noon is the same to a tenth, where raw hours differ sevenfold."""
    found = levels(invented(np.full(35 * 24, 480.0), noise=False))
    last_days = found.fast[-72:]
    assert last_days.max() / last_days.min() < 1.15
    assert last_days.mean() == pytest.approx(480, rel=0.05)


def test_the_rhythm_has_mean_one_and_starts_flat():
    """Nothing is assumed of the first day, and no rhythm makes a day bigger or smaller."""
    series = invented(np.full(21 * 24, 200.0))
    rhythm = Rhythm(0)
    daily = [rhythm.add(posts, 1.0)[0] for posts in series.values[:24]]
    assert (daily, rhythm.trust) == ([1.0] * 24, 0.0)
    daily = [rhythm.add(posts, 1.0)[0] for posts in series.values[24:]]
    assert np.mean(daily[-24:]) == pytest.approx(1.0)
    assert 0.8 < rhythm.trust < 1


def test_weekends_are_known_once_they_stand_out_of_the_days():
    """A calm topic's weekends at three quarters are taken out of its days after a month; a restless one's hardly."""
    days = np.arange(42 * 24) // 24
    weekend = np.where(days % 7 >= 5, 0.75, 1.1)
    restless = np.random.default_rng(3).lognormal(0, 0.7, 42).repeat(24)
    calm = levels(invented(200 * weekend, seed=2)).flat_day[35 * 24 + 23 :: 24]
    wild = (
        levels(invented(200 * weekend * restless, seed=2)).flat_day[35 * 24 + 23 :: 24] / restless[35 * 24 + 23 :: 24]
    )
    assert calm[5:].mean() / calm[:5].mean() == pytest.approx(1, abs=0.12)
    assert wild[5:].mean() / wild[:5].mean() < 0.85


def test_a_gap_leaves_the_level_where_it_was():
    """Hours that nobody saw add neither posts nor time: the level after them is that before them."""
    series = invented(np.full(30 * 24, 480.0), noise=False)
    found = levels(with_gap(series, 600, 12))
    assert found.fast[612] == pytest.approx(found.fast[599], rel=0.1)


def test_a_day_that_was_hardly_seen_has_no_level():
    """A day with fewer than 18 complete hours is not compared with whole days."""
    found = levels(with_gap(invented(np.full(20 * 24, 480.0)), 240, 10))
    assert np.isnan(found.day[249])
    assert np.isfinite(found.day[239])


def test_usual_is_unknown_before_two_days_are():
    """No usual level is made up for a topic that has just begun."""
    found = levels(invented(np.full(10 * 24, 100.0)))
    assert np.isnan(found.usual[:72]).all()
    assert found.usual[-1] == pytest.approx(100, rel=0.1)


def test_a_wave_does_not_move_what_is_usual():
    """The usual level is a median: four days after a wave of twenty times it is still the old one."""
    found = levels(invented(wave(), seed=3))
    assert found.usual[34 * 24] == pytest.approx(40, rel=0.25)


@pytest.mark.parametrize(("times", "half_life_days"), [(10, 2), (20, 1.5), (40, 5)])
def test_what_was_usual_before_a_wave_is_kept_while_it_lasts(times, half_life_days):
    """For two weeks and a half after a peak, usual and its band are those of the day before it, to a quarter."""
    found = levels(invented(wave(days=52, times=times, half_life_days=half_life_days), seed=3))
    for told in (found.calm, found.calm_low, found.calm_high):
        assert told[30 * 24 : 48 * 24] == pytest.approx(told[30 * 24 - 1], rel=0.25)


def test_a_raised_level_that_stays_becomes_the_usual_one():
    """A topic that trebles for good is told its old usual for two weeks, and its new one after six."""
    found = levels(invented(np.where(np.arange(80 * 24) < 720, 100.0, 300.0), seed=4))
    assert found.calm[44 * 24] == pytest.approx(100, rel=0.1)
    assert found.calm[72 * 24] == pytest.approx(300, rel=0.1)


def test_weekends_are_not_all_that_is_usual():
    """A topic that begins on a weekend and is three times as busy on working days is not in a wave for ever."""
    day = (np.arange(70 * 24) // 24 + 5) % 7
    found = levels(invented(np.where(day >= 5, 100.0, 300.0), seed=4))
    assert (found.calm[21 * 24 :] > 200).all()


def test_a_wave_at_the_beginning_is_not_usual_for_long():
    """Where a series begins with its spike, usual is near the background two weeks later."""
    found = levels(invented(wave(days=30, base=40, times=50, peak_day=0, half_life_days=1.0), seed=2))
    assert found.calm[20 * 24] == pytest.approx(40, rel=0.3)


@pytest.mark.parametrize("cut", [300, 725, 800, 1000])
def test_usual_between_waves_never_looks_ahead(cut):
    """What is told as usual at an hour is the same whether or not later hours have come."""
    series = invented(wave(), seed=6)
    whole, early = levels(series), levels(first_hours(series, cut))
    np.testing.assert_array_equal(early.calm, whole.calm[:cut])
    np.testing.assert_array_equal(early.calm_high, whole.calm_high[:cut])


def test_the_band_holds_about_four_hours_of_five():
    """Of the levels of a topic in which nothing happens, 70 to 95 percent lie inside its usual band."""
    found = levels(invented(np.full(80 * 24, 300.0), seed=5))
    later = slice(30 * 24, None)
    inside = (found.fast[later] >= found.low[later]) & (found.fast[later] <= found.high[later])
    assert 0.70 < inside.mean() < 0.95


@pytest.mark.parametrize("hours", [200, 719, 900])
def test_levels_never_look_ahead(hours):
    """What is known of an hour is the same whether or not later hours exist."""
    series = with_gap(invented(wave(), seed=7), 500, 30)
    whole, part = levels(series), levels(first_hours(series, hours))
    for name in ("fast", "day", "peak", "usual", "low", "high", "weekly"):
        np.testing.assert_allclose(getattr(part, name), getattr(whole, name)[:hours], rtol=1e-9)


def test_windows_match_their_plain_definitions():
    """Fast sums and maxima agree with the slow way of computing them."""
    rng = np.random.default_rng(4)
    x = rng.poisson(3, 200).astype(float)
    x[rng.random(200) < 0.2] = np.nan
    parts = [x[max(i - 23, 0) : i + 1] for i in range(200)]
    np.testing.assert_allclose(window_sum(np.nan_to_num(x), 24), [np.nansum(part) for part in parts])
    np.testing.assert_allclose(window_max(x, 24)[24:], [np.nanmax(part) for part in parts[24:]])

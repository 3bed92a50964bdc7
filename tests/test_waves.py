"""Waves seen from their end, on invented series whose truth is known."""

from dataclasses import replace

import numpy as np
import pytest

from monitor.attention.relaxation import Interval
from monitor.attention.told import as_told
from monitor.attention.usual import levels
from monitor.attention.waves import Passed, passed
from monitor.model import DAY, HOUR, Evidence
from tests.waves import START, first_hours, invented, wave, with_gap


def told(series, *, since=START) -> tuple[Passed, ...]:
    """The waves of a series, the oldest first."""
    return tuple(reversed(passed(series, since=since)))


@pytest.mark.parametrize("seed", range(4))
def test_a_wave_is_told_with_its_beginning_peak_length_and_posts(seed):
    """One wave from day 30 on, of twenty times the usual, is found within hours of its truth."""
    series = invented(wave(days=80), seed=seed)
    (one,) = told(series)
    assert abs(one.began - (START + 30 * DAY)) <= 3 * HOUR
    assert abs(one.peak_at - (START + 31 * DAY)) <= 6 * HOUR
    assert 500 < one.wave.peak < 900
    assert one.wave.over
    assert 5 * DAY < one.ended - one.began < 11 * DAY
    part = series.values[one.wave.first : one.wave.last + 1]
    assert one.wave.posts == part.sum()
    assert one.wave.missing == 0


@pytest.mark.parametrize("days", [1.0, 2.0, 4.0])
def test_the_half_life_holds_the_truth_in_its_range(days):
    """The level, its usual included, is at half of the peak's day when the truth is; the interval is around it."""
    level = wave(days=90, half_life_days=days)
    (one,) = told(invented(level, noise=False))
    assert one.half_life is not None
    assert one.half_life.middle is not None
    means = np.convolve(level, np.ones(24) / 24, mode="valid")  # of the day that ends with hour 23 + n
    top = int(means.argmax())
    truth = int(np.argmax(means[top:] <= means[top] / 2))
    assert one.half_life.low <= truth <= (one.half_life.high or np.inf)
    assert one.half_life.middle == pytest.approx(truth, rel=0.15)


def test_noise_alone_is_no_wave():
    """Ninety ordinary days hold none, nor does a series without any data."""
    assert told(invented(wave(days=90, times=0))) == ()
    assert told(with_gap(invented(wave(days=20)), 0, 480)) == ()


def test_few_posts_are_no_wave():
    """Three times of very little is no wave: a peak needs sixty posts a day."""
    assert told(invented(wave(days=80, base=5, times=5))) == ()


def test_a_wave_that_halves_and_doubles_again_is_two():
    """A second push on a falling level begins a wave of its own, at the lowest point between them."""
    first, second = told(invented(wave(days=120) + wave(days=120, peak_day=34, base=20)))
    assert not first.wave.over
    assert second.wave.over
    assert second.began == first.ended
    assert abs(second.began - (START + 34 * DAY)) <= 12 * HOUR


def test_a_wave_that_still_passes_is_not_over():
    """Two days after the peak the wave ends with what is known, and says so."""
    (one,) = told(first_hours(invented(wave()), 32 * 24))
    assert not one.wave.over
    assert one.ended <= START + 32 * DAY + 6 * HOUR


def test_a_gap_is_told_and_ends_no_wave():
    """Thirty hours that nobody saw are missing from the posts, and the wave goes on behind them."""
    series = with_gap(invented(wave(days=80)), 32 * 24, 30)
    (one,) = told(series)
    assert one.wave.missing == 30
    assert one.ended > START + 34 * DAY


def test_a_long_outage_ends_what_can_be_said():
    """After nine blind days nobody can say that it is the same wave."""
    (one,) = told(with_gap(invented(wave(days=80, half_life_days=6)), 32 * 24, 9 * 24))[:1]
    assert not one.wave.over
    assert one.ended <= START + 32 * DAY + 6 * HOUR


def test_a_series_that_begins_in_its_wave_has_one():
    """An archive often begins with the news: what is usual is learned from the weeks after."""
    (one,) = told(invented(wave(days=60, peak_day=0, half_life_days=3)))
    assert one.began == START
    assert one.wave.over
    assert one.wave.usual < 80


def test_waves_before_the_range_are_left_out():
    """A wave that was over before the range began is not of it; one that was not is."""
    series = invented(wave(days=80))
    (one,) = told(series)
    assert told(series, since=one.ended + HOUR) == ()
    assert len(told(series, since=one.ended - HOUR)) == 1


def test_a_daily_series_has_waves_without_a_half_life():
    """By the day the same is found; a half-life is only fitted by the hour."""
    hours = invented(wave(days=200, peak_day=100, base=300, half_life_days=5))
    days = type(hours)(
        hours.topic,
        hours.source,
        "views",
        hours.start,
        hours.values.reshape(-1, 24).sum(axis=1),
        np.ones(200, dtype=bool),
        bucket_hours=24,
    )
    (one,) = told(days)
    assert one.half_life is None
    assert abs(one.began - (START + 100 * DAY)) <= 3 * DAY


def two_humps() -> tuple[Passed, ...]:
    """A wave that halves and doubles again, seen as two."""
    return told(invented(wave(days=120) + wave(days=120, peak_day=34, base=20)))


def test_a_wave_reads_as_the_judgement_told_it():
    """The last words on a wave hold: its peak, and the newest half-life that was told of that peak."""
    (one,) = told(invented(wave(days=80)))
    at = one.peak_at + 2 * HOUR
    early = Evidence(peak=300.0, peak_at=at - 20 * HOUR, half_life_hours=10.0, half_life_low=5.0)
    fading = Evidence(peak=700.0, peak_at=at, half_life_hours=50.0, half_life_low=40.0, half_life_high=70.0)
    (shown,) = as_told([one], [early, fading, Evidence(peak=700.0, peak_at=at), Evidence()])
    assert (shown.peak_at, shown.wave.peak) == (at, 700.0)
    assert shown.half_life == Interval(50.0, 40.0, 70.0)
    assert (shown.began, shown.ended, shown.wave.posts) == (one.began, one.ended, one.wave.posts)
    (shown,) = as_told([one], [Evidence(peak=700.0, peak_at=at)])
    assert shown.half_life == one.half_life


def test_what_the_judgement_saw_as_one_wave_is_one():
    """A second hump before the usual is reached belongs to the wave that was told, unless it was told itself."""
    first, second = two_humps()
    words = Evidence(peak=640.0, peak_at=first.peak_at)
    (whole,) = as_told([first, second], [words])
    assert (whole.began, whole.peak_at, whole.ended) == (first.began, first.peak_at, second.ended)
    assert whole.wave.over
    assert whole.wave.posts == first.wave.posts + second.wave.posts
    both = as_told([first, second], [words, Evidence(peak=500.0, peak_at=second.peak_at)])
    assert [one.wave.peak for one in both] == [640.0, 500.0]


def test_waves_that_were_never_told_stay_as_they_are_seen():
    """Without words nothing is joined, and a wave after one that was over is one of its own."""
    first, second = two_humps()
    assert as_told([first, second], []) == (first, second)
    over = replace(first, wave=replace(first.wave, over=True))
    shown = as_told([over, second], [Evidence(peak=640.0, peak_at=first.peak_at)])
    assert len(shown) == 2
    assert shown[1] == second


def test_an_empty_series_has_none():
    """Nothing is said of nothing."""
    assert len(levels(first_hours(invented(wave()), 0)).day) == 0
    assert told(first_hours(invented(wave()), 0)) == ()

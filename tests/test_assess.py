"""Judging a series: fades are found, gaps never look like one, and nothing is known before it happened."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.backtest import read
from monitor.judge import judge
from monitor.model import Change, Series, State
from tests.waves import first_hours, hour_of, invented, wave, with_gap

PEAK_H = 30 * 24


def changes(series: Series) -> tuple[Change, ...]:
    """Every change of state in the series."""
    return judge(series)[0].changes


def new_fades(series: Series) -> list[int]:
    """The hours that decided on a fade, those merely taken up again left out."""
    found = [change for change in changes(series) if change.to is State.FADING and not change.resumed]
    return [hour_of(series, change.at) for change in found]


@pytest.mark.parametrize("seed", range(5))
def test_a_wave_that_fades_is_found_within_two_days_of_half(seed):
    """A wave of twenty times the usual that halves in 36 hours is warned of, with its evidence, in three days."""
    series = invented(wave(), seed=seed)
    warning = next(change for change in changes(series) if change.to is State.FADING)
    assert PEAK_H < hour_of(series, warning.at) <= PEAK_H + 84
    found = warning.evidence
    assert warning.kind == "halved"
    assert found.peak is not None
    assert found.level is not None
    assert (found.level < 0.5 * found.peak) == (found.reason == "half of the peak is gone")
    assert found.level < 0.8 * found.peak
    assert found.share_of_peak == pytest.approx(found.level / found.peak)
    assert found.certainty is not None
    assert 0 < found.certainty < 1


def test_a_wave_rises_before_it_fades_and_ends_quiet():
    """The passages of a wave come in the order in which people would tell them."""
    states = [change.to for change in changes(invented(wave(), seed=2))]
    assert states[:3] == [State.STEADY, State.RISING, State.FADING]
    assert states[-2:] == [State.FADING, State.STEADY]


def test_first_nights_are_no_fades():
    """A busy topic that has just begun is hardly ever called fading only because night comes."""
    levels = np.repeat([90.0, 250.0, 400.0, 2000.0], 10)
    false = [new_fades(invented(np.full(10 * 24, level), seed=seed)) for seed, level in enumerate(levels)]
    assert sum(map(len, false)) <= 4


def test_a_wave_in_its_first_days_is_still_found():
    """A topic that begins with its spike is called fading when the spike has passed, warm-up or not."""
    for seed in range(5):
        series = invented(wave(days=12, base=10, times=200, peak_day=0, half_life_days=1.0), seed=seed)
        fade = next(change for change in changes(series) if change.to is State.FADING)
        assert 24 < hour_of(series, fade.at) < 72
        assert fade.evidence.warm_up


@pytest.mark.parametrize("level", [3, 40, 400])
def test_a_quiet_topic_never_fades(level):
    """Where nothing happens for ninety days no fade is told, however small or large the topic."""
    assert [
        fade
        for seed in range(4)
        for fade in new_fades(invented(np.full(90 * 24, float(level)), seed=seed))
        if fade > 96
    ] == []


def test_a_handful_of_posts_is_too_few():
    """Two posts a day are neither steady nor fading."""
    assessment, _ = judge(invented(np.full(40 * 24, 1.5)))
    assert assessment.state is State.TOO_FEW
    assert assessment.evidence.certainty is None


def test_a_slow_decline_is_found_without_a_peak():
    """A level that halves every thirty days is told as a slow fade within five weeks."""
    days = np.arange(100 * 24) / 24
    series = invented(400 * 0.5 ** (np.maximum(days - 50, 0) / 30), seed=3)
    fade = next(c for c in changes(series) if c.to is State.FADING and hour_of(series, c.at) > 96)
    assert fade.kind == "slow"
    assert 50 < hour_of(series, fade.at) / 24 < 85


def test_warm_up_is_said_until_a_week_is_known():
    """In the first seven days every judgement says that what is usual is not known yet."""
    series = invented(np.full(20 * 24, 200.0))
    young, _ = judge(first_hours(series, 50))
    assert young.evidence.warm_up
    assert young.evidence.reason == "warm-up: 2 of 7 days known"
    assert young.evidence.usual is None
    assert not judge(series)[0].evidence.warm_up


@pytest.mark.parametrize("hours", [3, 12, 72])
@pytest.mark.parametrize("begin", range(PEAK_H - 40, PEAK_H + 140, 15))
def test_a_gap_is_no_data_and_never_a_fade(begin, hours):
    """Wherever in a wave a gap is cut, `no data` is said at its third hour and a fade only on what came after."""
    series = with_gap(invented(wave(), seed=begin), begin, hours)
    told = {hour_of(series, change.at): change for change in changes(series)}
    assert told[begin + 2].to is State.NO_DATA
    back = told[begin + hours]
    assert back.resumed
    assert back.to is told[begin + 2].before
    for fade in new_fades(series):
        assert not begin <= fade < begin + hours + 5
        assert series.complete[fade - 11 : fade + 1].sum() >= 6


@pytest.mark.parametrize("hours", [12, 72])
def test_a_gap_in_a_quiet_topic_changes_nothing(hours):
    """A topic that was steady before an outage is steady after it."""
    for seed in range(6):
        series = with_gap(invented(np.full(60 * 24, 120.0), seed=seed), 900 + 7 * seed, hours)
        assert [fade for fade in new_fades(series) if fade > 96] == []


def test_partial_and_blocked_hours_count_as_gaps():
    """Low counts of hours that were only partly seen are not compared with whole ones."""
    series = invented(wave(times=30), seed=4)
    complete = series.complete.copy()
    complete[PEAK_H + 20 : PEAK_H + 32] = False
    values = np.where(complete, series.values, 0.0)
    found = changes(replace(series, values=values, complete=complete))
    assert State.NO_DATA in [change.to for change in found]
    assert not [c for c in found if c.kind and PEAK_H + 20 <= hour_of(series, c.at) < PEAK_H + 37 and not c.resumed]


def test_hours_up_to_now_are_missing_and_hours_after_it_ignored():
    """`now` decides what exists: the clock running on without data is silence, the future is not there."""
    series = invented(wave(), seed=6)
    late, _ = judge(series, now=series.end + timedelta(hours=3, minutes=20))
    assert (late.state, late.at) == (State.NO_DATA, series.end + timedelta(hours=3))
    early, track = judge(series, now=series.start + timedelta(hours=500))
    assert early.changes == judge(first_hours(series, 500))[0].changes
    assert len(track.level) == 500


def test_a_source_with_a_lag_is_waited_for():
    """Within its lag and two rounds a source is not called silent."""
    series = invented(np.full(20 * 24, 200.0))
    assert judge(series, now=series.end + timedelta(hours=26), lag_hours=24)[0].state is State.STEADY
    assert judge(series, now=series.end + timedelta(hours=27), lag_hours=24)[0].state is State.NO_DATA


@pytest.mark.parametrize("hours", [0, 1, 5, 23])
def test_a_very_young_series_is_judged_without_error(hours):
    """From nothing at all to less than a day: no crash, and no claim that a wave halved."""
    assessment, track = judge(first_hours(invented(np.full(48, 500.0)), hours))
    assert len(track.level) == hours
    assert assessment.state in (State.NO_DATA, State.STEADY)


def test_a_series_that_was_never_observed_is_no_data():
    """Only missing hours: no change is told, and the state is `no data`."""
    assessment, _ = judge(with_gap(invented(np.full(100, 10.0)), 0, 100))
    assert assessment.state is State.NO_DATA
    assert assessment.changes == ()


@settings(max_examples=25, deadline=None)
@given(
    cut=st.integers(50, 50 * 24),
    seed=st.integers(0, 10**6),
    gap=st.tuples(st.integers(0, 50 * 24), st.integers(0, 80)),
    half_life=st.floats(0.2, 6),
)
def test_what_was_said_by_an_hour_never_changes_later(cut, seed, gap, half_life):
    """Any beginning of any series tells the same changes, evidence and all, as the whole series up to there."""
    series = with_gap(invented(wave(half_life_days=half_life), seed=seed), *gap)
    early = changes(first_hours(series, cut))
    later = [change for change in changes(series) if hour_of(series, change.at) < cut]
    assert [(c.at, c.before, c.to, c.kind, c.resumed) for c in early] == [
        (c.at, c.before, c.to, c.kind, c.resumed) for c in later
    ]
    for one, other in zip(early, later, strict=True):
        assert one.evidence.level == pytest.approx(other.evidence.level)
        assert one.evidence.usual == pytest.approx(other.evidence.usual)
        assert one.evidence.certainty == pytest.approx(other.evidence.certainty)
        assert one.evidence.forecast_24h == pytest.approx(other.evidence.forecast_24h)


@settings(max_examples=10, deadline=None)
@given(lead=st.integers(1, 300))
def test_a_gap_before_the_first_hour_changes_nothing(lead):
    """Hours of silence before a series begins do not move what is said of it."""
    series = invented(wave(), seed=8)
    values = np.concatenate([np.full(lead, np.nan), series.values])
    complete = np.concatenate([np.zeros(lead, dtype=bool), series.complete])
    led = replace(series, start=series.start - timedelta(hours=lead), values=values, complete=complete)
    assert [(c.at, c.to) for c in changes(led)] == [(c.at, c.to) for c in changes(series)]


def fading_hours(series: Series) -> np.ndarray:
    """Whether the series stands at fading after each hour."""
    fading = np.zeros(len(series.values), dtype=bool)
    for change in changes(series):
        fading[hour_of(series, change.at) :] = change.to is State.FADING
    return fading


@pytest.mark.parametrize("hours", [12, 72])
def test_gaps_cut_into_real_series_never_make_a_fade(shared: Path, hours):
    """A gap in a real series is `no data`; a fade after it stands in whole hours, or the uncut series tells it too."""
    checked = 0
    for path in sorted((shared / "benchmark" / "series").glob("*.csv")):
        series = read(path)
        uncut = fading_hours(series)
        for begin in range(200, len(series.values) - hours - 72, 1601):
            cut = first_hours(with_gap(series, begin, hours), begin + hours + 48)
            told = {hour_of(cut, change.at): change for change in changes(cut)}
            assert told[begin + 2].to is State.NO_DATA
            for hour in [at for at, c in told.items() if c.kind and not c.resumed and begin <= at < begin + hours + 48]:
                seen = cut.values[begin + hours : hour + 1]
                assert len(seen) >= 6
                low = np.mean(seen[-6:]) * 24 < 0.7 * (told[hour].evidence.peak or 0)
                assert low or uncut[hour - 48 : hour + 49].any()
            checked += 1
    assert checked > 20

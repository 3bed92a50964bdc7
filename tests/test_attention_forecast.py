"""Forecasts: causal, honest about their spread, and none where nothing is known."""

from datetime import timedelta
from pathlib import Path

import numpy as np

from monitor.attention.forecast import forecasts
from monitor.backtest import read
from tests.waves import first_hours, hour_of, invented, wave, with_gap


def test_forecasts_come_in_pairs_once_a_day():
    """Every full day brings one for 24 and one for 72 hours, from the end of the first day on."""
    series = invented(np.full(10 * 24, 200.0))
    found = forecasts(series)
    assert [item.horizon_hours for item in found] == [24, 72] * 10
    assert found[0].at == series.start + timedelta(hours=24)


def test_forecasts_never_look_ahead():
    """A forecast is the same whether or not the hours it speaks of have come."""
    series = invented(wave(), seed=2)
    early = forecasts(first_hours(series, 33 * 24))
    assert early == [item for item in forecasts(series) if hour_of(series, item.at) < 33 * 24]


def test_eight_totals_of_ten_fall_into_their_interval():
    """The 80% interval of a 24-hour total holds 65 to 98 percent of what came, quiet or in a wave."""
    inside = []
    for seed in range(6):
        series = invented(wave(days=60, base=100), seed=seed)
        for item in forecasts(series):
            first = hour_of(series, item.at) + 1
            coming = series.values[first : first + 24]
            if item.horizon_hours == 24 and len(coming) == 24 and first > 192:
                inside.append(item.low80 <= coming.sum() <= item.high80)
    assert 0.65 < np.mean(inside) < 0.98


def test_a_quiet_topic_is_forecast_near_its_level():
    """Where nothing happens, the middle of the forecast lies within a third of what comes."""
    last = forecasts(invented(np.full(40 * 24, 300.0), seed=9))[-2]
    assert 200 < last.mean < 400
    assert last.low80 < last.mean < last.high80


def test_nothing_is_forecast_from_a_gap():
    """While nothing is known nothing is said of what comes."""
    series = with_gap(invented(np.full(20 * 24, 300.0)), 240, 72)
    silent = [item for item in forecasts(series) if 240 <= hour_of(series, item.at) < 316]
    assert silent == []


def test_an_empty_series_has_no_forecast():
    """No hours, no forecast, no error."""
    assert forecasts(first_hours(invented(np.full(24, 10.0)), 0)) == []


def test_a_series_teaches_its_own_decline():
    """One that loses an eighth a day, day after day, is soon forecast nearer than by repeating its last day."""
    series = invented(20000 * 0.875 ** (np.arange(30 * 24) / 24), noise=False)
    ours, flat = [], []
    for item in forecasts(series):
        first = hour_of(series, item.at) + 1
        came = series.values[first : first + item.horizon_hours].sum()
        if 15 * 24 < first < 27 * 24:
            ours.append(abs(np.log(item.mean / came)))
            flat.append(abs(np.log(series.values[first - 24 : first].sum() * item.horizon_hours / 24 / came)))
    assert np.mean(ours) < 0.5 * np.mean(flat)


def test_a_series_teaches_its_own_weekend():
    """A topic that is silent at weekends is, after eight weeks, not forecast to be busy on Saturday."""
    days = np.arange(60 * 24) // 24
    series = invented(np.where(days % 7 >= 5, 100.0, 1000.0), seed=3)
    friday = [item for item in forecasts(series) if item.horizon_hours == 24 and item.at.weekday() == 5][-1]
    wednesday = [item for item in forecasts(series) if item.horizon_hours == 24 and item.at.weekday() == 3][-1]
    assert friday.mean < 0.5 * wednesday.mean


def test_an_outage_does_not_unlearn():
    """Twelve hours that are not known move the forecast of a calm topic by less than a quarter."""
    series = invented(np.full(40 * 24, 300.0), seed=9)
    last = {item.horizon_hours: item.mean for item in forecasts(series)}
    gap = {item.horizon_hours: item.mean for item in forecasts(with_gap(series, 37 * 24, 12))}
    for horizon, mean in last.items():
        assert abs(np.log(gap[horizon] / mean)) < 0.25


def test_on_real_series_totals_are_nearer_than_the_last_day_repeated(shared: Path):
    """The error, by series, is at least a seventh smaller, and seven to nine totals of ten are inside."""
    errors, inside = [], []
    for path in sorted((shared / "benchmark" / "series").glob("*.csv"))[::2]:
        series = read(path)
        scored = []
        for item in forecasts(series):
            end = hour_of(series, item.at) + 1
            came, last = series.values[end : end + item.horizon_hours], series.values[end - 24 : end].sum()
            if end >= 192 and len(came) == item.horizon_hours and last >= 10:
                actual, flat = came.sum(), last * item.horizon_hours / 24
                scored.append([abs(np.log1p(told) - np.log1p(actual)) for told in (item.mean, flat)])
                inside.append(item.low80 <= actual <= item.high80)
        errors.append(np.mean(scored, axis=0))
    ours, flat = np.mean(errors, axis=0)
    assert ours < 6 / 7 * flat
    assert 0.7 < np.mean(inside) < 0.9

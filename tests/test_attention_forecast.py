"""Forecasts: causal, honest about their spread, and none where nothing is known."""

from datetime import timedelta

import numpy as np

from monitor.attention.forecast import forecasts
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

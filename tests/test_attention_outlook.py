"""What a forecast looks at: nothing later than its hour, nothing long past, and unknown is not quiet."""

import numpy as np
import pytest

from monitor.attention.forecast import expected, forecasts
from monitor.attention.outlook import COLUMNS, came, last_day, regressors, seen, spread_regressors
from monitor.attention.usual import levels
from tests.waves import first_hours, hour_of, invented, wave, with_gap

HOURS = np.array([30, 200, 500, 700])


def whole(series):
    """All hours of `series` as forecasts look at them."""
    return seen(levels(series), 0, len(series.values))


def test_regressors_never_look_ahead():
    """They are the same whether or not later hours have come."""
    series = invented(wave(days=32), seed=3)
    for hour in HOURS.tolist():
        early = regressors(whole(first_hours(series, hour + 1)), np.array([hour]), 72)
        assert early == pytest.approx(regressors(whole(series), np.array([hour]), 72))
        assert early.shape == (1, COLUMNS)


def test_an_outage_is_no_quiet_day():
    """After five days without data the quiet level is that of the days that were seen."""
    part = whole(with_gap(invented(np.full(30 * 24, 240.0), noise=False), 400, 120))
    assert regressors(part, np.array([600]), 24)[0, -1] == pytest.approx(0.0, abs=0.05)


def test_a_day_half_seen_is_no_half_day():
    """Posts of unknown hours are filled in as the rhythm has them."""
    part = whole(with_gap(invented(np.full(40 * 24, 240.0), noise=False), 900, 9))
    assert last_day(part)[915] == pytest.approx(240.0, rel=0.1)


def test_what_came_is_known_once_most_of_it_is():
    """Nothing is said of hours to come; an hour missing among 24 counts as busy as the others."""
    series = with_gap(invented(np.full(20 * 24, 240.0), noise=False), 250, 1)
    part = whole(series)
    assert np.isnan(came(part, np.array([470]), 24)).all()
    assert came(part, np.array([240]), 24)[0] == pytest.approx(240.0, rel=0.05)
    assert np.isnan(came(whole(with_gap(series, 250, 10)), np.array([240]), 24)).all()


def test_the_spread_is_wider_where_posts_are_scarce():
    """The column of scarcity falls with the posts of the last day."""
    scarce, plenty = (whole(invented(np.full(400, level))) for level in (5.0, 5000.0))
    columns = [
        spread_regressors(part, np.array([399]), regressors(part, np.array([399]), 24)) for part in (scarce, plenty)
    ]
    assert columns[0][0, 3] > 5 * columns[1][0, 3]


def test_one_hour_is_forecast_as_in_the_whole():
    """What evidence says of one hour is what the forecasts of the series say of it, old series included."""
    series = invented(wave(days=120, peak_day=100), seed=4)
    found = levels(series)
    for item in forecasts(series)[::31]:
        hour = hour_of(series, item.at)
        assert expected(found, np.array([hour]), item.horizon_hours)[0] == pytest.approx(item.mean)


def test_what_is_a_season_old_no_longer_matters():
    """A series with another past says the same of tomorrow: the cost of a forecast does not grow with age."""
    level = np.full(150 * 24, 300.0)
    level[: 20 * 24] = 9000.0
    series = invented(level, seed=5)
    other = levels(series)
    changed = other.posts.copy()
    changed[: 20 * 24] *= 3
    object.__setattr__(other, "posts", changed)
    last = np.array([len(level) - 1])
    assert expected(levels(series), last, 72)[0] == pytest.approx(expected(other, last, 72)[0], rel=1e-9)

"""When an audience is there: learned from a past whose truth is known."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from monitor.model import Series
from monitor.pushes.audience import Audience, audience
from tests.waves import START, invented, wave, with_gap

WEEK = 168


def counted(mean, *, seed=0, start=START):
    """A complete series of Poisson counts around a mean for each hour."""
    counts = np.random.default_rng(seed).poisson(mean).astype(float)
    return Series("light", "simulation", "posts", start, counts, np.ones(len(counts), dtype=bool))


def learned(series, *, timezone="UTC"):
    """The audience as of the end of a series."""
    return audience(series, now=series.end, timezone=timezone)


def best(found):
    """The best hour of the day by the sum over the week."""
    return int(np.argmax(np.reshape(found.share, (7, 24)).sum(axis=0)))


def local_rhythm(weeks, zone, *, peak=19, start=START, per_day=40.0):
    """An hourly mean that is highest at a local hour, through every change of the clocks."""
    clock = [(start + timedelta(hours=n, minutes=30)).astimezone(ZoneInfo(zone)).hour for n in range(weeks * WEEK)]
    return per_day / 24 * (1 + 0.7 * np.cos((np.array(clock) - peak) / 24 * 2 * np.pi))


def test_flat_series_are_weak():
    """Where every hour is alike, in 95 of 100 series nothing is told from an average hour."""
    weak = [learned(counted(np.full(8 * WEEK, rate / 24), seed=n)).weak for n in range(60) for rate in (5, 40, 400)]
    assert np.mean(weak) >= 0.95


def test_a_rhythm_is_found():
    """At 40 posts a day and 8 weeks the best hour is found within two hours, and it is not called weak."""
    found = [learned(invented(np.full(8 * WEEK, 40.0), seed=n)) for n in range(100)]
    assert np.mean([not one.weak for one in found]) == 1.0
    assert np.mean([abs(best(one) - 15) <= 2 for one in found]) >= 0.9


def test_a_few_posts_are_weak_and_say_so():
    """A post in two days tells little even after ten weeks, and the number of posts is told."""
    mean = local_rhythm(10, "UTC", per_day=0.5)
    some = [counted(mean, seed=n) for n in range(40)]
    assert np.mean([learned(series).weak for series in some]) > 0.8
    assert learned(some[0]).posts == some[0].values.sum()


def test_under_four_weeks_is_weak_however_plain_the_rhythm():
    """Four weeks are the least that is not weak."""
    series = invented(np.full(4 * WEEK, 4000.0))
    assert not learned(series).weak
    assert learned(replace(series, values=series.values[1:], complete=series.complete[1:])).weak


def test_shares_have_mean_one_and_every_cell_its_weeks():
    """A share is of an average hour, and each cell tells how many weeks it was seen."""
    series = with_gap(invented(np.full(6 * WEEK, 60.0)), 2 * WEEK + 30, 10)
    found = learned(series)
    assert np.mean(found.share) == pytest.approx(1)
    assert (found.weeks[30], found.weeks[39], found.weeks[29], found.weeks[40]) == (5, 5, 6, 6)


@pytest.mark.parametrize("hours", [1, 3])
def test_one_busy_spell_does_not_win(hours):
    """A night in which the topic exploded for an hour or three does not make that hour a good one."""
    series = invented(np.full(8 * WEEK, 40.0))
    values = series.values.copy()
    at = 30 * 24 + 3
    values[at : at + hours] = 3000
    found = learned(replace(series, values=values))
    assert abs(best(found) - 15) <= 2
    assert found.share[(at % WEEK)] < 1


def test_a_wave_is_no_rhythm():
    """A wave of twenty times the usual that came at night leaves the hours of day as they were."""
    level = wave(days=56, peak_day=30, half_life_days=1.0)
    found = learned(invented(np.roll(level, 2), seed=3))
    assert abs(best(found) - 15) <= 2
    assert max(found.share) < 2.2


def test_a_single_hour_a_day_is_found_in_full():
    """A topic that speaks for one hour a day is understood, though nothing counts for much more than expected."""
    mean = np.zeros(8 * WEEK)
    mean[20::24] = 50
    found = learned(counted(mean))
    assert best(found) == 20
    assert np.reshape(found.share, (7, 24))[:, 20].mean() > 5


def test_hours_that_are_seldom_seen_do_not_bend_the_others():
    """Where a collector is down on working afternoons, a day is compared with what its seen hours should hold."""
    series = invented(np.full(8 * WEEK, 200.0))
    hour = np.arange(8 * WEEK)
    down = (hour % 24 >= 12) & (hour % 24 < 20) & (hour // 24 % 7 < 5)
    found = learned(replace(series, complete=~down))
    assert abs(best(found) - 15) <= 1
    assert (found.weeks[13], found.weeks[5 * 24 + 13]) == (0, 8)


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Australia/Sydney", "UTC"])
def test_hours_are_local_through_clock_changes(zone):
    """A habit at 19:00 local time is found there from half a year with a change of the clocks in it."""
    start = datetime(2026, 1, 12, tzinfo=UTC)
    series = counted(local_rhythm(26, zone, start=start, per_day=400), start=start)
    assert abs(best(learned(series, timezone=zone)) - 19) <= 1


def test_only_the_last_half_year_counts():
    """A habit that changed more than half a year ago is forgotten, and hours after now are not known."""
    old, new = local_rhythm(20, "UTC", peak=6, per_day=400), local_rhythm(26, "UTC", peak=18, per_day=400)
    series = counted(np.concatenate([old, new]))
    assert abs(best(learned(series)) - 18) <= 1
    assert max(learned(series).weeks) == 26
    then = audience(series, now=series.start + 20 * timedelta(weeks=1), timezone="UTC")
    assert abs(best(then) - 6) <= 1


def test_weekdays_count_when_they_differ_and_are_drawn_to_one_when_few():
    """Sundays at a third of other days are seen after half a year, and hardly believed after two weeks."""
    mean = local_rhythm(26, "UTC", per_day=200)
    sunday = np.arange(len(mean)) // 24 % 7 == 6
    series = counted(np.where(sunday, mean / 3, mean))
    year = np.reshape(learned(series).share, (7, 24)).mean(axis=1)
    assert year[6] == min(year)
    assert year[6] < 0.6
    assert max(year[:6]) / min(year[:6]) < 1.2
    short = replace(series, values=series.values[: 2 * WEEK], complete=series.complete[: 2 * WEEK])
    early = np.reshape(learned(short).share, (7, 24)).mean(axis=1)
    assert year[6] < early[6] < 1


def test_nothing_known_is_flat_and_weak():
    """A series that is all gaps, and one of zeros, expects the same of every hour."""
    series = invented(np.full(5 * WEEK, 40.0))
    unknown = learned(replace(series, complete=np.zeros(len(series.values), dtype=bool)))
    assert unknown == Audience()
    silent = learned(replace(series, values=np.zeros(len(series.values))))
    assert (silent.weak, set(silent.share), min(silent.weeks)) == (True, {1.0}, 5)

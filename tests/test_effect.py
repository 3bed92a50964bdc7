"""What a push brought: true on simulated pushes, silent where something stands against comparing."""

from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np
import pytest

from bench.bench_effect import LIFTED, NOTHING, pushes
from monitor.attention.effect import effect
from monitor.model import DAY, HOUR, Effect, Series, Verdict, Why
from tests.waves import START, Floats, first_hours, invented, wave, with_gap

PUSHED_H = 42 * 24 + 15
AT = START + PUSHED_H * HOUR + timedelta(minutes=20)
LATER = START + (PUSHED_H + 8 * 24) * HOUR
STEADY = np.full(60 * 24, 200.0)


def lifted(level: Floats = STEADY, *, times: float = 1.0, hours: int = 24, begin: int = PUSHED_H) -> Series:
    """A series whose level is so many times higher for some hours."""
    level = level.copy()
    level[begin : begin + hours] *= times
    return invented(level, seed=5)


def told(*series, now: datetime = LATER, **options):
    """The effect of the push at `AT`."""
    return effect(series, at=AT, now=now, **options)


def day_of(said):
    """The first series' extra of a day."""
    return next(one for one in said.extras if one.hours == 24)


def by_day(series: Series, measure: str = "views") -> Series:
    """The same in days."""
    days = series.values.reshape(-1, 24).sum(axis=1)
    return replace(series, values=days, complete=np.ones(len(days), dtype=bool), measure=measure, bucket_hours=24)


@pytest.mark.parametrize("name", ["steady 200 a day", "wave x10, halving in 5 d", "drifting 200 a day"])
def test_intervals_hold_the_truth_where_a_push_brought_nothing(name):
    """Nine intervals of ten hold zero; bench_effect measures many more, and narrower bounds."""
    said = pushes(NOTHING[name], seed=3, runs=10)
    assert sum(one.known for one in said) >= 24
    assert np.mean([one.holds for one in said if one.known]) >= 0.8
    assert all(one.holds != one.found for one in said if one.known)


@pytest.mark.parametrize("name", ["steady 200 a day, +50%", "wave at 200 a day, slower, +50%"])
def test_a_lift_of_half_a_day_s_posts_is_found(name):
    """Four in five are found by the interval of a day, which holds how many they were."""
    said = [one for one in pushes(LIFTED[name], seed=2, runs=10) if one.hours == 24]
    assert np.mean([one.found for one in said]) >= 0.7
    assert np.mean([one.holds for one in said]) >= 0.7


def test_an_interval_is_no_wider_than_a_week_of_days_makes_it():
    """A day of 200 posts is foreseen to a quarter either way, a week of them to an eighth."""
    said = pushes(NOTHING["steady 200 a day"], seed=4, runs=6)
    assert np.median([one.width for one in said if one.hours == 24]) < 0.5
    assert np.median([one.width for one in said if one.hours == 168]) < 0.25


def test_a_large_lift_is_more_and_buys_days():
    """Three times the posts of one day are two days of attention, with an interval around them."""
    said = told(lifted(times=3.0))
    one = day_of(said)
    assert one.verdict is Verdict.MORE
    assert one.extra == pytest.approx(400, rel=0.3)
    assert one.seen - one.expected == pytest.approx(one.extra)
    assert one.low < one.extra < one.high
    assert said.headline == one
    assert said.days_bought[0] == pytest.approx(2.0, rel=0.4)
    assert said.days_bought[1] < said.days_bought[0] < said.days_bought[2]


def test_a_collapse_is_less():
    """Where a fifth of the posts come, the push is not what brought them down, but it is said."""
    assert day_of(told(lifted(times=0.2))).verdict is Verdict.LESS


def test_what_comes_after_the_push_changes_nothing_of_what_was_expected():
    """The expectation knows nothing of the hours after the push."""
    calm, loud = (day_of(told(lifted(times=times))) for times in (1.0, 3.0))
    assert calm.expected == loud.expected
    assert calm.high - calm.low == loud.high - loud.low


def test_a_wave_would_have_gone_on_passing():
    """In the tail of a wave less is expected than came the day before, and more than is usual."""
    series = invented(wave(days=60, base=100, times=20, peak_day=39, half_life_days=3), seed=2)
    week = next(one for one in told(series).extras if one.hours == 168)
    day_before = series.values[PUSHED_H - 24 : PUSHED_H].sum()
    assert 7 * 100 < week.expected < 6 * day_before
    assert week.verdict is Verdict.NO_DIFFERENCE


def test_what_is_not_over_is_too_early():
    """Four hours after the push only the first three can be told, and they are the headline."""
    said = told(first_hours(lifted(times=4.0), PUSHED_H + 4), now=AT + 4 * HOUR)
    assert [one.verdict for one in said.extras[1:]] == [Verdict.TOO_EARLY] * 2
    assert {one.why for one in said.extras[1:]} == {Why.NOT_OVER}
    assert said.headline == said.extras[0]
    assert said.headline.extra is not None


def test_hours_that_are_still_coming_in_are_no_gap():
    """The newest hours are late with every source: it is early, and only later a gap."""
    series = first_hours(lifted(), PUSHED_H + 18)
    assert day_of(told(series, now=AT + 25 * HOUR)).why is Why.NOT_OVER
    assert day_of(told(series, now=AT + 40 * HOUR)).why is Why.GAPS


@pytest.mark.parametrize(("missing", "why"), [(3, ""), (6, Why.GAPS)])
def test_up_to_a_sixth_may_be_missing(missing, why):
    """Of a day four hours may; then what was expected of the others is what is compared."""
    one = day_of(told(with_gap(lifted(times=1.0), PUSHED_H + 5, missing)))
    assert one.why == why
    whole = day_of(told(lifted(times=1.0)))
    if not why:
        assert one.expected < whole.expected
        assert one.seen < whole.seen


def test_another_push_too_close_cannot_be_told_apart():
    """In the day before, or inside the horizon; one that came later leaves the shorter horizons alone."""
    before = told(lifted(), others=[AT - 20 * HOUR])
    assert {one.why for one in before.extras} == {Why.ANOTHER_PUSH}
    later = told(lifted(), others=[AT + 30 * HOUR, AT - 3 * DAY])
    assert [one.why for one in later.extras] == ["", "", Why.ANOTHER_PUSH]


def test_what_rose_before_the_push_is_not_its_doing():
    """A wave that began ten hours earlier goes on after the push."""
    said = told(lifted(times=5.0, hours=60, begin=PUSHED_H - 10))
    assert {one.why for one in said.extras} == {Why.RISING_BEFORE}
    assert said.headline.verdict is Verdict.CANNOT_TELL
    assert said.days_bought is None


def test_another_rise_long_after_the_push_spoils_only_the_week():
    """What begins four days later is something else; the push's own wave is not."""
    said = told(lifted(times=6.0, hours=20, begin=PUSHED_H + 96))
    assert [one.why for one in said.extras] == ["", "", Why.ANOTHER_RISE]
    assert {one.why for one in told(lifted(times=6.0, hours=20)).extras} == {""}


def test_little_before_says_nothing():
    """A topic five days old has no past to expect anything from."""
    series = lifted()
    young = replace(
        series,
        start=series.start + (PUSHED_H - 5 * 24) * HOUR,
        values=series.values[PUSHED_H - 5 * 24 :],
        complete=series.complete[PUSHED_H - 5 * 24 :],
    )
    assert {one.why for one in told(young).extras} == {Why.LITTLE_BEFORE}


def test_a_source_that_was_blind_before_the_push_says_nothing():
    """Two dark days before it are a gap."""
    assert {one.why for one in told(with_gap(lifted(), PUSHED_H - 48, 48)).extras} == {Why.GAPS}


def test_too_few_posts_say_nothing():
    """One post in four days is no basis for a day's expectation."""
    assert day_of(told(lifted(STEADY / 800))).why is Why.TOO_FEW


def test_what_happened_to_all_is_not_put_down_to_the_push():
    """A day on which everything doubles makes a doubled topic no effect; without the control it was one."""
    series = lifted(times=2.0)
    everything = replace(lifted(5 * STEADY, times=2.0), topic="all")
    assert day_of(told(series)).verdict is Verdict.MORE
    said = told(series, control=[everything])
    assert day_of(said).verdict is Verdict.NO_DIFFERENCE
    assert said.control.verdict is Verdict.MORE


def test_a_quiet_control_changes_nothing():
    """Where nothing happened to the control, the effect is what it is without one."""
    series = lifted(times=2.0)
    said = told(series, control=[replace(lifted(5 * STEADY), topic="all")])
    assert said.extras == told(series).extras
    assert said.control.hours == 24


def test_daily_series_are_told_by_the_day():
    """Page views have no three hours; their day is the UTC day of the push."""
    said = told(lifted(), by_day(lifted(times=3.0, begin=42 * 24)))
    views = [one for one in said.extras if one.measure == "views"]
    assert [one.hours for one in views] == [24, 168]
    assert views[0].seen == pytest.approx(600, rel=0.3)
    assert views[0].verdict is Verdict.MORE
    assert said.headline.measure == "posts"


def test_daily_series_are_foreseen_as_well_as_hours_are():
    """Intervals of days hold zero too, where nothing happened."""
    held = []
    for seed in range(12):
        said = told(by_day(invented(wave(days=60, base=300, times=10, peak_day=36, half_life_days=4), seed=seed)))
        held += [one.verdict is Verdict.NO_DIFFERENCE for one in said.extras]
    assert np.mean(held) >= 0.75


@pytest.mark.parametrize("seed", range(8))
def test_whatever_the_counts_there_is_an_answer(seed):
    """Silence, a single hour of a million, gaps, no hours at all: no error, and numbers that are finite or None."""
    rng = np.random.default_rng(seed)
    level = wave(days=60, base=10.0 ** rng.uniform(-2, 4), times=1000, peak_day=int(rng.integers(20, 44)))
    series = with_gap(invented(level, seed=seed), int(rng.integers(1400)), int(rng.integers(1, 300)))
    said = told(first_hours(series, int(rng.integers(0, len(level)))))
    for one in said.extras:
        numbers = (one.seen, one.expected, one.extra, one.low, one.high)
        assert all(x is None for x in numbers) or np.isfinite(numbers).all()
        assert (one.extra is None) == bool(one.why)


def test_without_series_there_is_no_headline():
    """Nothing was collected: nothing is said."""
    assert told() == Effect("", AT)

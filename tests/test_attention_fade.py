"""What is called a fade, where the truth is known: waves, breakdowns, steady falls, and what only looks like one."""

import numpy as np
import pytest

from monitor.attention.fade import Signs, fade_chance, root_gap
from monitor.attention.usual import levels
from monitor.judge import judge
from monitor.model import Sensitivity, State
from tests.waves import hour_of, invented, wave

TURN = 60 * 24
DAYS = np.arange(90 * 24)


def fades(series, **how):
    """Hour, kind and certainty of every fade that is no mere resumption."""
    found = judge(series, **how)[0].changes
    return [
        (hour_of(series, one.at), one.kind, one.evidence.certainty)
        for one in found
        if one.to is State.FADING and not one.resumed
    ]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("usual", "left"), [(40, 1 / 9), (400, 0.3)])
def test_a_level_that_breaks_down_is_told_within_two_days(usual, left, seed):
    """Without any wave before it, a lasting fall to a third or less is a slow fade, and nearly certain."""
    (hour, kind, certainty), *_ = fades(invented(np.where(DAYS < TURN, usual, usual * left), seed=seed))
    assert TURN < hour <= TURN + 48
    assert kind == "slow"
    assert certainty > 0.95


def test_a_topic_of_two_weeks_does_not_break_down():
    """What is usual is not known well enough to say so."""
    assert fades(invented(np.where(DAYS[: 15 * 24] < 12 * 24, 400.0, 100.0), seed=1)) == []


def test_a_steady_fall_is_as_certain_as_counts_make_it():
    """A wave that sinks by a sixth a day is told before half is gone, and not at even odds."""
    story = wave(days=90, base=40, times=10, peak_day=60, half_life_days=5)
    told = [fades(invented(story, seed=seed)) for seed in range(12)]
    slow = [certainty for series in told for _, kind, certainty in series[:1] if kind == "slow"]
    assert slow
    assert min(slow) > 0.9


def test_a_wave_that_still_grows_is_never_fading():
    """However pointed a wave is, a level at its peak has not begun to fall."""
    signs = Signs()
    found = levels(invented(np.where(DAYS < TURN, 30.0, 3000.0), seed=4))
    for hour, level in enumerate(found.rows()):
        sign = signs.add(level)
        if TURN <= hour < TURN + 24:
            assert not sign.halved


@pytest.mark.parametrize("seed", range(4))
def test_sensitivity_moves_the_first_warning(seed):
    """Eager warns no later than normal, and calm no earlier."""
    series = invented(wave(half_life_days=2.5), seed=seed)
    calm, normal, eager = (fades(series, sensitivity=one)[0][0] for one in Sensitivity)
    assert eager <= normal <= calm


def test_the_chance_of_a_fade_grows_as_the_level_sinks():
    """With the peak, the week and the background as they are, less means more likely to stay down."""
    found = levels(invented(wave(), seed=2))
    at = found.at(31 * 24)
    chances = [fade_chance(at._replace(fast=share * at.peak, twelve=share * at.peak)) for share in (0.9, 0.6, 0.3, 0.1)]
    assert chances == sorted(chances)
    assert np.isnan(fade_chance(at._replace(peak=float("nan"))))


def test_a_gap_of_counts_is_measured_in_their_own_spread():
    """Nine posts where a hundred were expected lie far out; 90 do not."""
    assert root_gap(9, 100, 24) > 10
    assert root_gap(90, 100, 24) < 1.5

"""What is learned across pushes: little from few, the true order from many, and whether pushes wear out."""

from dataclasses import replace

import numpy as np
import pytest

from monitor.model import Outcome
from monitor.pushes.learning import LEAST_PUSHES, fatigue, lessons

HOOKS = ("anniversary", "court", "testimony", "vigil")


def pushes(truth: dict[str, float], *, each: int, seed: int, error: float = 0.2, within: float = 0.0) -> list[Outcome]:
    """Measured pushes of every hook, whose true log ratios are `truth` and differ by `within` among themselves."""
    rng = np.random.default_rng(seed)
    return [
        Outcome(hook, 2, False, ("en",), mean + within * rng.normal() + error * rng.normal(), error)
        for hook, mean in truth.items()
        for _ in range(each)
    ]


def of_hooks(outcomes):
    """The lessons on hooks by name."""
    return {one.name: one for one in lessons(outcomes) if one.kind == "hook"}


def test_without_true_differences_intervals_overlap():
    """The best and the worst of four equal hooks have ranks, and intervals that overlap, nearly always."""
    apart = 0
    for seed in range(100):
        told = of_hooks(pushes(dict.fromkeys(HOOKS, 0.3), each=4, seed=seed, within=0.2)).values()
        assert sorted(one.rank for one in told) == [1, 2, 3, 4]
        apart += max(one.low for one in told) > min(one.high for one in told)
    assert apart <= 5


@pytest.mark.parametrize(("spread", "most"), [(0.0, 0.6), (0.2, 0.85), (0.5, 1.05)])
def test_means_drawn_together_are_nearer_to_the_truth(spread, most):
    """Over many campaigns the error of what is told is smaller than that of the plain means.

    Where hooks differ by far more than chance there is nothing to gain, and nothing is lost.
    """
    told_squares = plain_squares = 0.0
    for seed in range(150):
        rng = np.random.default_rng(1000 + seed)
        truth = {hook: 0.3 + spread * rng.normal() for hook in HOOKS}
        outcomes = pushes(truth, each=3, seed=seed, error=0.3, within=0.2)
        told = of_hooks(outcomes)
        for hook, mean in truth.items():
            told_squares += (np.log(told[hook].times) - mean) ** 2
            plain_squares += (np.mean([one.ratio for one in outcomes if one.hook == hook]) - mean) ** 2
    assert told_squares < most * plain_squares


@pytest.mark.parametrize("spread", [0.0, 0.3])
def test_intervals_hold_the_truth(spread):
    """Nine intervals of ten hold the true mean of their hook, whether hooks differ or not."""
    held = []
    for seed in range(150):
        rng = np.random.default_rng(2000 + seed)
        truth = {hook: 0.3 + spread * rng.normal() for hook in HOOKS}
        told = of_hooks(pushes(truth, each=4, seed=seed, within=0.15))
        held += [told[hook].low <= np.exp(mean) <= told[hook].high for hook, mean in truth.items()]
    assert 0.83 <= np.mean(held) <= 0.99


def test_the_true_order_is_found():
    """A hook that brings three times the posts is first, and its interval lies above the last one's."""
    told = lessons(pushes({"vigil": 1.1, "court": 0.0, "testimony": 0.1}, each=6, seed=1))
    hooks = [one for one in told if one.kind == "hook"]
    assert [one.rank for one in hooks] == [1, 2, 3]
    assert hooks[0].name == "vigil"
    assert hooks[0].low > hooks[-1].high
    assert 2.2 < hooks[0].times < 3.6


def test_under_three_pushes_nothing_is_ranked():
    """Two good ones are told, without a rank, and the others are ranked among themselves."""
    outcomes = pushes({"court": 0.2, "testimony": 0.4}, each=LEAST_PUSHES, seed=3)
    outcomes += pushes({"vigil": 2.0}, each=LEAST_PUSHES - 1, seed=4)
    told = of_hooks(outcomes)
    assert told["vigil"].rank is None
    assert told["vigil"].pushes == 2
    assert {told["court"].rank, told["testimony"].rank} == {1, 2}


def test_a_single_group_is_no_contest():
    """Where only one hook has three pushes, none is ranked; nor is a language that all pushes had."""
    outcomes = pushes({"court": 0.2}, each=5, seed=3) + pushes({"vigil": 0.4}, each=1, seed=4)
    assert all(one.rank is None for one in lessons(outcomes))


def test_few_pushes_are_drawn_further_than_many():
    """Of two hooks that brought the same, the one with fewer pushes lies nearer to the mean of all."""
    middle = [Outcome("court", 1, False, (), 0.02 * i, 0.3) for i in range(-5, 6)]
    many = [Outcome("vigil", 1, False, (), 1.0, 0.3)] * 9
    few = [Outcome("march", 1, False, (), 1.0, 0.3)] * 2
    told = of_hooks(middle + many + few)
    assert 1 < told["march"].times < told["vigil"].times < np.e


def test_every_kind_is_told():
    """Hook, part of the day, kind of day and each language; a push without a hook teaches the others."""
    outcomes = [
        Outcome("", i % 4, i % 2 == 0, ("en", "ru") if i % 3 else ("ru", "ru"), 0.1 * i, 0.2) for i in range(12)
    ]
    told = lessons(outcomes)
    assert {one.kind for one in told} == {"part of day", "weekday", "language"}
    assert {one.name for one in told if one.kind == "part of day"} == {"night", "morning", "afternoon", "evening"}
    assert {one.name: one.pushes for one in told if one.kind == "language"} == {"en": 8, "ru": 12}


def test_one_push_teaches_nothing():
    """There is nothing to compare it with."""
    one = Outcome("vigil", 2, False, ("en",), 0.5, 0.1)
    assert lessons([]) == lessons([one]) == ()
    assert fatigue([one, one]) is None


def test_pushes_that_wear_out_are_seen():
    """A sixth less each time, over eight pushes, is more than chance."""
    tired = [replace(one, ratio=one.ratio - 0.2 * i) for i, one in enumerate(pushes({"vigil": 1.0}, each=8, seed=2))]
    found = fatigue(tired)
    assert found is not None
    assert found.shrinks
    assert found.low <= -0.2 <= found.high
    assert found.pushes == 8


def test_fatigue_is_rarely_seen_where_there_is_none():
    """One in twenty, also where pushes differ by more than they are measured with."""
    said = [fatigue(pushes({"vigil": 0.5}, each=6, seed=seed, error=0.1, within=0.3)) for seed in range(200)]
    assert np.mean([one.shrinks for one in said if one]) <= 0.09

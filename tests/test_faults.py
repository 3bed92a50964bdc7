"""R3 for each source, and what else can fail, at small sizes; R1 to R8 as wholes are proofs (`make prove`)."""

import os
from collections.abc import Sequence
from datetime import timedelta

import pytest

from bench.faults import clocks, disks, lasting, outages, payloads, through
from bench.faults.figure import Figure
from bench.faults.story import Story
from monitor import sources
from monitor.model import HOUR
from tests import hostile


def all_hold(figures: Sequence[Figure]) -> None:
    """Every promise holds; the figures that do not are shown."""
    assert [str(one) for one in figures if not one.held] == []


def covered() -> list[str]:
    """The sources that hand out samples of what they read."""
    return [name for name in sources.names() if payloads.hooks(name)]


@pytest.mark.usefixtures("undisturbed")
@pytest.mark.parametrize("name", covered())
def test_bad_payloads_end_in_words_or_in_nothing(name):
    """R3: whatever a platform sends, a source reads it or refuses it in words, within seconds and little memory."""
    for seed in (None, 7):
        found = payloads.throw(name, seed, 150)
        assert found.crashes == ()
        assert found.grown_mb < payloads.MOST_MEMORY_MB


def test_bad_payloads_go_from_the_network_to_the_store(store_url):
    """R3: what is read of them is counted and stored on each engine, and nothing of it is a bug."""
    counted, bugs = through.rounds(store_url, 45)
    assert (counted > 0, bugs) == (True, [])


def test_bad_payloads_are_the_same_each_time_and_all_different():
    """What was found once is found again; and the fixed ones are no repetitions."""
    samples = (b'{"data": [{"count": 1}]}', b"<rss><item>2</item></rss>")
    assert list(hostile.generated(samples, 50, seed=3)) == list(hostile.generated(samples, 50, seed=3))
    fixed = hostile.fixed(samples, 300)
    assert len(fixed) == 300
    assert len(set(fixed)) > 280


@pytest.mark.parametrize(("start", "length"), [(658, 72), (714, 12), (728, 3), (749, 6)])
def test_a_fade_that_is_nearly_called_is_not_called_for_a_gap(start, length):
    """R2: what a gap hides may have spoken against it. In this story a tenth of a standard deviation does."""
    story = Story.told(4)
    case = outages.Case(start, "", length, forgets=True)
    found = outages.left_open(story, case)
    assert outages.false_drops(found, outages.unbroken(story), case) == 0
    assert outages.false_drops(outages.zero_filled(story, case), outages.unbroken(story), case) > 0


def test_a_wrong_clock_is_said_and_harms_nothing():
    """A clock that jumps forward and back: no hour is called seen before it is over, and all is made up."""
    for by in (HOUR, -timedelta(days=1)):
        found = clocks.step(by)
        assert found.clean, found


def test_a_full_disk_and_a_locked_store_are_said_and_passed():
    """A sentence, no traceback; and when the cause is gone the next round makes up for it."""
    all_hold([disks.full_disk(blocks=(150,), days=7), disks.read_only(days=7)])


@pytest.mark.skipif(os.getuid() != 0, reason="only root can mount a small disk")
def test_a_disk_without_room_is_said_and_passed():
    """The same on a real disk that is full."""
    figure = disks.small_disk(days=7)
    all_hold([figure] if figure else [])


def test_long_running_holds_what_it_held():
    """Days of rounds leave no handle open."""
    held = lasting.follow(lasting.Plan(days=6, minutes=360, scale=1))
    assert held[-1].handles <= held[1].handles
    assert held[-1].posts > 100

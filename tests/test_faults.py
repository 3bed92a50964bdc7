"""R1, R2, R3, R8 and what else can fail, at small sizes; `make bench-faults` shows the same at full size."""

import os
from collections.abc import Sequence
from datetime import timedelta

import pytest

from bench.faults import clocks, disks, kills, lasting, limits, outages, payloads, story, through, warnings
from bench.faults.figure import Figure
from monitor import sources
from monitor.model import HOUR
from tests import hostile


def all_hold(figures: Sequence[Figure]) -> None:
    """Every promise holds; the figures that do not are shown."""
    assert [str(one) for one in figures if not one.held] == []


def test_a_collector_that_is_killed_loses_and_doubles_nothing():
    """R1: kill -9 at random moments, pages that overlap: every hour's posts and people are the true ones."""
    all_hold(kills.run(size=kills.Size(posts=1200, days=9, kills=6)))


def test_an_outage_is_no_drop_and_is_said(tmp_path):
    """R2: every kind of failure in the middle of a lively series: no fade that would not have come, and `no data`."""
    hour = story.WARM_H
    truth = outages.prepare(tmp_path, 0, [hour], until=hour + 100, round_hours=24)
    found = outages.try_start(tmp_path, 0, hour, truth, (24,))
    assert found.outages == 7
    assert (found.by_kind.total(), found.unsaid.total()) == (0, 0)


def test_zeros_instead_of_gaps_would_be_drops():
    """The proof of R2 can fail: the same outages written down as zeros are taken for fades."""
    fading = 0
    for seed in range(2):
        told = story.Story.told(seed)
        truth = outages.zero_filled(told, outages.Case(story.HOURS - 49, "", 0, forgets=False))
        for place in range(0, story.STARTS, 8):
            case = outages.Case(story.WARM_H + place * story.STEP_H, "", 24, forgets=False)
            fading += bool(outages.false_drops(outages.zero_filled(told, case), truth, case))
    assert fading > 0


def test_an_outage_that_was_made_up_is_taken_back_and_the_next_is_said():
    """Posts that come after all end `no data`; a second outage is said like the first."""
    all_hold([outages.taken_back()])


def test_a_warning_arrives_though_its_sender_is_killed(tmp_path):
    """R4: killed between send and mark, or at any moment: nothing is lost, and what comes twice has one id."""
    all_hold([warnings.killed(tmp_path, 8), warnings.down(tmp_path)])


def test_warnings_do_not_nag():
    """R5: ten years of noise bring at most one false warning a quarter; a hundred topics are one message."""
    all_hold([warnings.noise(40.0), warnings.together(30)])


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


def test_packed_bombs_and_endless_pages_come_to_an_end():
    """R3: what unpacks to something huge is refused, and pages that repeat themselves are left."""
    all_hold([payloads.bombs(unpacked_mb=100), payloads.endless()])


def test_a_time_to_wait_and_a_budget_are_kept():
    """R8: not one early request over HTTP, and no month over its budget."""
    all_hold(limits.run(limits=40, days=35))


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

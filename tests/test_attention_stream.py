"""What is kept between buckets agrees with plain definitions, and a judgement may be made in any number of pieces."""

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from monitor.attention.series import known
from monitor.attention.stream import Highest, Lag, Quantiles, Window
from monitor.judge import Replay, forget, judge
from monitor.model import State
from tests.waves import first_hours, invented, wave, with_gap


@pytest.fixture(scope="module")
def holes():
    """Two hundred small counts, one in five of them unknown."""
    rng = np.random.default_rng(4)
    x = rng.poisson(3, 200).astype(float)
    x[rng.random(200) < 0.2] = np.nan
    return x


def test_windows_agree_with_their_plain_definitions(holes):
    """Sums, quantiles, maxima and their ages over 24 values are those that a slow way finds."""
    total, middle, top = Window(24), Quantiles(24), Highest(24)
    for at, value in enumerate(holes.tolist()):
        part = holes[max(at - 23, 0) : at + 1]
        seen = np.sort(part[~np.isnan(part)])
        assert total.add(np.nan_to_num(value)) == pytest.approx(seen.sum())
        middle.add(value)
        highest, age = top.add(value)
        assert len(middle) == len(seen)
        if len(seen):
            assert middle.at(0.5) == seen[len(seen) // 2]
            assert highest == seen[-1]
            assert age == next(k for k in range(24) if part[-1 - k] == seen[-1])


def test_a_lag_waits():
    """What was, comes after the lag."""
    before = Lag(3)
    assert [before.add(value) for value in (1.0, 2.0, 3.0, 4.0)][3] == 1.0


STORY = with_gap(invented(wave(days=60, half_life_days=2), seed=8), 34 * 24, 30)


def said(replay):
    """Everything a replay has to say of its changes."""
    return [(change.at, change.to, change.kind, change.evidence) for change in replay.changes()]


def followed(series, *steps):
    """A replay that was shown the series after each of `steps` hours, and then whole."""
    replay = Replay(series.start)
    for hours in (*steps, len(series.values)):
        replay.follow(*known(first_hours(series, hours)))
    return replay


def test_a_series_judged_hour_by_hour_is_judged_as_in_one_go():
    """Each round adds an hour; the changes, their evidence and the track are those of a judgement of the whole."""
    pieces, whole = followed(STORY, *range(700, 1440)), followed(STORY)
    assert said(pieces) == said(whole)
    np.testing.assert_array_equal(pieces.track().level, whole.track().level)


def test_what_comes_in_late_is_judged_in_its_place():
    """The newest hours are missing at first and come later: the judgement is as if they had been there."""
    late = with_gap(STORY, 900, 40)
    replay = followed(late, *range(890, 940))
    replay.follow(*known(STORY))
    assert said(replay) == said(followed(STORY))


def test_an_old_hour_that_changes_is_judged_anew():
    """A correction of a month ago makes another story, from there on."""
    replay = followed(STORY)
    replay.follow(*known(with_gap(STORY, 300, 60)))
    assert said(replay) == said(followed(with_gap(STORY, 300, 60)))


def test_an_earlier_moment_is_judged_as_it_was():
    """To look back forgets what came after, and to look again finds it."""
    whole = judge(STORY)[0]
    before = judge(first_hours(STORY, 720))[0]
    assert all(change.to is not State.FADING for change in before.changes)
    assert judge(STORY)[0] == whole


def test_what_a_judgement_keeps_does_not_grow():
    """After a year as much is kept to judge the next hour as after ten weeks."""
    sizes = []
    for days in (70, 365):
        replay = followed(invented(np.full(days * 24, 100.0)))
        sizes.append(max(len(mark) for _, mark in replay._marks))
    assert sizes[1] < 1.1 * sizes[0]


def test_two_readers_at_once_are_told_the_same():
    """Sessions of the dashboard ask from threads of their own, for different hours; each is told what it asked for."""
    hours = [700, 900, 1100, 1440] * 6
    judge(first_hours(STORY, 300))
    patience = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)  # threads take turns as often as they can
    try:
        with ThreadPoolExecutor(4) as pool:
            told = list(pool.map(lambda size: judge(first_hours(STORY, size))[0], hours))
    finally:
        sys.setswitchinterval(patience)
    alone = {size: judge(first_hours(STORY, size))[0] for size in set(hours)}
    assert told == [alone[size] for size in hours]


def test_a_judgement_that_was_broken_off_is_begun_anew():
    """Whatever stops a judgement half way, the next one is right."""
    whole = judge(STORY)[0]
    forget()
    judge(first_hours(STORY, 700))
    broken = replace(STORY, values=np.where(np.arange(1440) == 900, -1e300, STORY.values))
    with pytest.raises(ValueError, match="math"):
        judge(broken)
    assert judge(STORY)[0] == whole

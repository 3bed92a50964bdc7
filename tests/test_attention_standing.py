"""While one fade stands, what is told of it hangs together from hour to hour."""

from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from monitor.backtest import read
from monitor.judge import judge
from monitor.model import Assessment, Series, State
from tests.waves import hour_of, invented, wave, with_gap

SPOKEN = (State.FADING, State.RECOVERING)


def standing(series: Series, first: int, last: int, *, step: int = 6) -> list[Assessment]:
    """What is told at every `step`-th hour from `first` to `last`."""
    return [judge(series, now=series.start + timedelta(hours=hour))[0] for hour in range(first, last, step)]


@pytest.mark.parametrize(("times", "half_life_days"), [(20.0, 1.5), (40.0, 5.0)])
def test_the_peak_of_a_standing_fade_stays_where_it_was(times, half_life_days):
    """From the fade's beginning until it is quiet again one and the same peak is told, and it lies before the fade."""
    series = invented(wave(days=52, times=times, half_life_days=half_life_days), seed=2)
    fade = next(c for c in judge(series)[0].changes if c.kind == "halved" and hour_of(series, c.at) > 720)
    told = [one for one in standing(series, hour_of(series, fade.at) + 2, 51 * 24) if one.state in SPOKEN]
    assert len(told) > 20
    assert {(one.evidence.peak, one.evidence.peak_at) for one in told} == {(fade.evidence.peak, fade.evidence.peak_at)}
    assert fade.evidence.peak_at is not None
    assert fade.evidence.peak_at < fade.at


def test_the_share_left_never_rises_while_the_level_falls():
    """Of two moments of a standing fade, the one with the lower level has the lower share of the peak."""
    series = invented(wave(days=52, times=40, half_life_days=5), seed=2)
    told = [one.evidence for one in standing(series, 850, 50 * 24) if one.state in SPOKEN]
    pairs = sorted((one.level or 0.0, one.share_of_peak or 0.0) for one in told)
    assert len(pairs) > 20
    assert [share for _, share in pairs] == sorted(share for _, share in pairs)


def test_a_higher_peak_in_a_recovery_is_the_new_peak():
    """Where the level exceeds the old peak, the new one is told."""
    second = np.where(np.arange(50 * 24) >= 37 * 24, 3000.0, 0.0)
    series = invented(wave() + second, seed=5)
    last = standing(series, 39 * 24, 39 * 24 + 1)[0].evidence
    assert last.peak_at is not None
    assert hour_of(series, last.peak_at) > 37 * 24


def test_after_a_gap_the_peak_is_still_that_of_the_fade():
    """A fade that is taken up again after an outage is measured against the same peak."""
    series = with_gap(invented(wave(half_life_days=3), seed=2), 34 * 24, 72)
    before, after = (standing(series, hour, hour + 1)[0] for hour in (34 * 24 - 1, 37 * 24 + 8))
    assert (before.state, after.state) == (State.FADING, State.FADING)
    assert after.evidence.peak_at == before.evidence.peak_at


def test_a_fade_that_has_gone_on_is_surer_than_one_that_begins():
    """With a tenth of the peak left after days of falling, it is all but certain that half will not come back soon."""
    series = invented(wave(), seed=2)
    first, late = (standing(series, hour, hour + 1)[0].evidence for hour in (720 + 72, 720 + 216))
    assert late.share_of_peak is not None
    assert late.share_of_peak < 0.12
    assert first.certainty is not None
    assert late.certainty is not None
    assert late.certainty > 0.85 > first.certainty


def test_quiet_after_a_wave_is_sure_and_beside_the_old_usual():
    """Back at background, steady is no coin toss, and the usual level is that of before the wave."""
    quiet = [one for one in standing(invented(wave(), seed=2), 1000, 1080) if one.state is State.STEADY]
    assert quiet
    for one in quiet:
        assert one.evidence.certainty is not None
        assert one.evidence.certainty > 0.6
        assert one.evidence.usual == pytest.approx(40, rel=0.25)


def test_no_level_is_drawn_through_a_gap():
    """Hours that are not complete have no level, but keep their band."""
    track = judge(with_gap(invented(np.full(20 * 24, 200.0)), 300, 30))[1]
    assert np.isnan(track.level[300:330]).all()
    assert np.isfinite(track.level[[299, 330]]).all()
    assert np.isfinite(track.usual_low[300:330]).all()


def test_on_real_series_no_peak_lies_after_its_fade(shared: Path):
    """In no real series the peak of a standing fade is later than the fade's start, unless it exceeds the first one."""
    checked = 0
    for path in sorted((shared / "benchmark" / "series").glob("*.csv"))[::3]:
        series = read(path)
        fades = [change for change in judge(series)[0].changes if change.kind == "halved" and not change.resumed]
        for fade in fades[::5]:
            one = judge(series, now=fade.at + timedelta(hours=30))[0]
            if one.state is State.FADING and one.kind == "halved" and one.since == fade.at:
                later = one.evidence.peak_at != fade.evidence.peak_at
                assert not later or (one.evidence.peak or 0) > (fade.evidence.peak or 0)
                checked += 1
    assert checked > 3

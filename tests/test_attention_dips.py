"""The source dipped, or you dipped: a source's control series tells them apart."""

from datetime import UTC, datetime

import numpy as np
import pytest

from monitor.attention.dips import dips
from monitor.judge import judge
from monitor.model import HOUR, Series, State, Status
from monitor.observed import DIPPED, without_dips

START = datetime(2026, 9, 7, tzinfo=UTC)
HOURS = 24 * 28


def series(values: np.ndarray, measure: str = "posts") -> Series:
    """A whole hourly series."""
    return Series("lamp", "square", measure, START, values.astype(float), np.ones(len(values), dtype=bool))


def rhythm(level: float, *, seed: int = 1) -> np.ndarray:
    """Hours with a night, drawn by chance."""
    hour = np.arange(HOURS)
    shape = 1 + 0.7 * np.sin((hour % 24 - 9) / 24 * 2 * np.pi)
    return np.random.default_rng(seed).poisson(level * shape)


@pytest.mark.parametrize("seed", range(5))
def test_nights_and_waves_are_no_dips(seed):
    """Neither a quiet night nor a wave of the whole network is a dip."""
    volume = rhythm(200, seed=seed)
    volume[400:430] *= 3
    assert not dips(series(volume)).any()


def test_a_source_at_a_fifth_of_its_usual_has_dipped():
    """From the third hour on at the latest, and until it is back."""
    volume = rhythm(200)
    volume[500:520] = volume[500:520] // 5
    found = np.flatnonzero(dips(series(volume)))
    assert set(range(503, 520)) <= set(found.tolist()) <= set(range(500, 523))


def test_a_dip_of_the_source_is_not_your_fade():
    """A wave in which the source itself goes dark is "no data" then, and no fade on its account."""
    level = np.full(HOURS, 6.0)
    level[480:] = 60.0
    posts = np.random.default_rng(7).poisson(level)
    volume = rhythm(300)
    for counts in (posts, volume):
        counts[500:530] = counts[500:530] // 8
    mine, control = series(posts), series(volume)
    hours = [control.start + int(hour) * HOUR for hour in np.flatnonzero(dips(control))]
    seen, gaps = without_dips(mine, hours)
    assert {gap.status for gap in gaps} == {Status.PARTIAL}
    assert {gap.reason for gap in gaps} == {DIPPED}
    states = [change.to for change in judge(seen)[0].changes if change.at > START + 480 * HOUR]
    assert State.NO_DATA in states
    assert State.FADING not in states
    blinded = [change.to for change in judge(mine)[0].changes if change.at > START + 480 * HOUR]
    assert State.FADING in blinded

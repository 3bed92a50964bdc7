"""What another sensitivity would have warned of: the same replay as the live judgement, counted as the record does."""

from dataclasses import replace

import numpy as np
import pytest

from monitor.alerts.listing import fades
from monitor.attention.series import known
from monitor.judge import Replay
from monitor.model import (
    DAY,
    HOURLY,
    Assessment,
    Evidence,
    Sensitivity,
    SourceView,
    State,
    Told,
    Topic,
    TopicView,
    Track,
)
from monitor.preview import DAYS, preview
from monitor.shown.warnings import Foreseen
from tests.waves import invented, wave, with_gap

CALM, NORMAL, EAGER = Sensitivity
FALLING = invented(wave(days=60, peak_day=40, half_life_days=0.8), seed=2)
AT = FALLING.end


def view(*series, topic="light") -> TopicView:
    """A topic with these series, judged or not: the preview looks at their hours only."""
    none = np.empty(0)
    sources = [
        SourceView(
            Assessment(topic, one.source, AT, State.STEADY, one.start, Evidence()),
            replace(one, topic=topic),
            Track(one.start, none, none, none, none),
            (),
            None,
            None,
        )
        for one in series
    ]
    return TopicView(Topic(topic, topic.title(), ()), tuple(sources))


def foreseen(*views, at=AT, silent=None) -> dict[tuple[str, Sensitivity], Foreseen]:
    """The preview's rows by topic and sensitivity."""
    found = preview(views, silent={"simulation": 2} if silent is None else silent, at=at)
    return {(one.topic, one.sensitivity): one for one in found.rows}


def test_a_wave_that_passed_would_have_warned_once():
    """Every sensitivity calls the fall of one clear wave once, and hindsight agrees: it stayed down."""
    rows = foreseen(view(FALLING))
    assert rows["light", NORMAL] == Foreseen("light", NORMAL, 60, 1, 1, 1)
    assert all(rows["light", one].warned >= 1 for one in Sensitivity)


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("sensitivity", list(Sensitivity))
def test_it_counts_what_the_live_judgement_would_have_stored(seed, sensitivity):
    """Going through a series for three sensitivities at once finds the very changes that each would find alone."""
    rng = np.random.default_rng(seed)
    level = sum(wave(days=85, times=t, peak_day=d) for t, d in zip(rng.uniform(3, 9, 4), (25, 40, 52, 70), strict=True))
    series = with_gap(invented(np.asarray(level), seed=seed), 1000, 30)
    replay = Replay(series.start, HOURLY, 2, sensitivity)
    replay.follow(*known(series))
    alone = fades([Told(n, "light", series.source, one) for n, one in enumerate(replay.changes())])
    found = foreseen(view(series), at=series.end)["light", sensitivity]
    assert found.warned == len(alone) > 0


def test_a_fade_that_two_sources_show_is_one_warning():
    """As in the track record: a topic fades once, however many of its sources follow."""
    second = replace(invented(wave(days=60, peak_day=40, half_life_days=0.8), seed=5), source="square")
    rows = foreseen(view(FALLING, second), silent={"simulation": 2, "square": 2})
    assert rows["light", NORMAL].warned == 1


def test_a_source_that_is_not_followed_is_left_out():
    """Archives and what is switched off would have warned nobody; a topic of nothing else has no row."""
    archive = replace(FALLING, source="archive:old")
    steady = invented(np.full(60 * 24, 40.0), seed=2)
    rows = foreseen(view(archive, topic="old"), view(steady, archive))
    assert {topic for topic, _ in rows} == {"light"}
    assert rows["light", NORMAL].warned == 0


def test_only_the_last_ninety_days_are_counted():
    """An older fade was a warning, but is none of these; of a younger series its own days are told."""
    old = invented(wave(days=200, peak_day=60))
    rows = foreseen(view(old), at=old.end)
    assert rows["light", NORMAL] == Foreseen("light", NORMAL, DAYS, 0, 0, 0)
    assert foreseen(view(FALLING))["light", CALM].days == 60


def test_what_came_back_within_two_days_is_no_agreement():
    """Attention that rose again within 48 hours counts as known and not held; what is younger is not judged."""
    level = wave(days=60, peak_day=40, half_life_days=0.8)
    [began] = [fade.began_at for fade in _fades(invented(level, seed=2))]
    hour = int((began - FALLING.start) / (DAY / 24))
    level[hour + 12 :] = level.max()
    back = invented(level, seed=2)
    found = foreseen(view(back), at=back.start + (hour + 60) * DAY / 24)["light", NORMAL]
    assert (found.warned, found.judged, found.held) == (1, 1, 0)
    young = foreseen(view(back), at=back.start + (hour + 5) * DAY / 24)["light", NORMAL]
    assert (young.warned, young.judged, young.held) == (1, 0, 0)


def test_a_gap_after_a_warning_leaves_hindsight_out():
    """Where the source fell silent within the two days, nobody knows whether attention stayed down."""
    [began] = [fade.began_at for fade in _fades(FALLING)]
    hour = int((began - FALLING.start) / (DAY / 24))
    found = foreseen(view(with_gap(FALLING, hour + 3, 20)))["light", NORMAL]
    assert (found.warned, found.judged) == (1, 0)


def test_progress_grows_to_the_end():
    """Whoever waits sees it move: never backwards, and to the end over all series."""
    told: list[float] = []
    silent = {"simulation": 2}
    preview([view(FALLING), view(FALLING, topic="names")], silent=silent, at=AT, progress=told.append)
    assert told == sorted(told)
    assert len(told) > 4
    assert told[-1] == 1.0


def test_nothing_to_go_through_is_an_empty_preview():
    """Without topics or followed sources there is no row, and no division by nothing."""
    assert preview([], silent={}, at=AT).rows == ()
    assert foreseen(view(FALLING), silent={}) == {}


def _fades(series):
    """The fades that the live judgement finds at the normal sensitivity."""
    replay = Replay(series.start)
    replay.follow(*known(series))
    return fades([Told(n, "light", series.source, one) for n, one in enumerate(replay.changes())])

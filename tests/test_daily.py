"""Daily series are judged by the rules of the hours at the pace of days: invented views whose truth is known."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pytest
from click.testing import CliRunner
from numpy.typing import NDArray
from streamlit.testing.v1 import AppTest

from monitor import assess
from monitor.alerts import messages
from monitor.alerts.agreement import agreement
from monitor.cli import main
from monitor.judge import judge
from monitor.model import (
    DAILY,
    DAY,
    HOUR,
    Assessment,
    Coverage,
    Daily,
    Observation,
    Page,
    Rest,
    Series,
    State,
    Status,
    Topic,
    TopicView,
)
from monitor.rows import daily_row
from monitor.store import Store
from tests.feeds import TOPICS, Clock, Feed, rounds_of
from tests.ui_views import source_view, today_page, topic_view

START = datetime(2025, 1, 6, tzinfo=UTC)  # a Monday
BURSTS = 20.0  # negative binomial k of a day
PEAK = 120
LEVELS = (30.0, 300.0, 3000.0)
Floats = NDArray[np.float64]


def views_of(level: Floats, *, seed: int, bursts: float = BURSTS) -> Floats:
    """Views a day around `level`, a quarter fewer at weekends."""
    mean = level * np.where(np.arange(len(level)) % 7 >= 5, 0.75, 1.0)
    rng = np.random.default_rng(seed)
    return np.asarray(rng.poisson(rng.gamma(bursts, mean / bursts)), dtype=np.float64)


def quiet(level: float, days: int) -> Floats:
    """The same level every day."""
    return np.full(days, level)


def wave(level: float, half_life: float, *, days: int = PEAK + 30) -> Floats:
    """A wave of ten times the level that halves every so many days from its peak on."""
    since = np.arange(days) - PEAK
    return np.asarray(level * (1 + np.where(since >= 0, 9 * 0.5 ** (np.maximum(since, 0) / half_life), 0)))


def judged(values: Floats, *, missing: slice | None = None) -> Assessment:
    """Where the series stands on its last day."""
    complete = np.ones(len(values), dtype=bool)
    if missing is not None:
        complete[missing] = False
        values = np.where(complete, values, np.nan)
    series = Series("lamp", "pages", "views", START, values, complete, bucket_hours=24)
    return judge(series, lag_hours=48, round_hours=0)[0]


def fades(found: Assessment) -> list[int]:
    """The numbers of the days that decided on a fade, those merely taken up again left out."""
    new = [change for change in found.changes if change.to is State.FADING and not change.resumed]
    return [(change.at - START) // DAY - 1 for change in new]


@pytest.mark.parametrize(("bursts", "most"), [(20.0, 0.1), (8.0, 0.3)])
def test_quiet_days_hardly_ever_fade(bursts, most):
    """In 400 quiet days, restless or not, hardly a fade is told, and none before two weeks are known."""
    found = [
        fades(judged(views_of(quiet(level, 400), seed=seed, bursts=bursts))) for level in LEVELS for seed in range(5)
    ]
    assert sum(map(len, found)) / (4 * len(found)) <= most  # a hundred days
    assert all(day >= DAILY.first_look for days in found for day in days)


@pytest.mark.parametrize("half_life", [3, 7])
def test_a_wave_that_passes_is_found_by_the_day(half_life):
    """It is told within two half-lives and three days, and not before its peak."""
    found = [fades(judged(views_of(wave(level, half_life), seed=seed))) for level in LEVELS for seed in range(8)]
    in_time = [any(PEAK <= day <= PEAK + 2 * half_life + 3 for day in days) for days in found]
    assert np.mean(in_time) >= 0.9
    assert sum(day < PEAK for days in found for day in days) <= 2


@pytest.mark.parametrize("begin", [60, PEAK + 2, PEAK + 12])
def test_five_missing_days_are_no_data_and_no_fade(begin):
    """`no data` is said on the third day that is missing, and what held before is taken up again."""
    found = judged(views_of(wave(300, 7), seed=3), missing=slice(begin, begin + 5))
    told = {(change.at - START) // DAY - 1: change for change in found.changes}
    assert told[begin + 2].to is State.NO_DATA
    assert told[begin + 5].resumed
    assert told[begin + 5].to is told[begin + 2].before
    assert not [day for day in fades(found) if begin <= day < begin + 6]


def test_nothing_is_claimed_in_the_first_two_weeks():
    """A series that begins with a spike is not judged before two weeks of it are known, gaps not counted."""
    spike = views_of(300 * (1 + 9 * 0.5 ** (np.arange(18) / 3)), seed=1)
    assert judged(spike[:13]).changes == ()
    assert judged(spike, missing=slice(2, 7)).changes == ()
    assert judged(spike[:14]).changes != ()


def test_what_is_known_by_hours_only_is_not_said_of_days():
    """No half-life, end, forecast or certainty is made up; the level is that of days, the warm-up three weeks."""
    found = judged(views_of(wave(300, 5), seed=2)[: PEAK + 12])
    told = found.evidence
    assert found.state is State.FADING
    assert (told.half_life_hours, told.back_at, told.forecast_24h, told.certainty) == (None, None, None, None)
    assert told.usual == pytest.approx(280, rel=0.15)
    assert told.peak is not None
    assert 1500 < told.peak < 3500
    assert judged(views_of(quiet(300, 16), seed=2)).evidence.reason == "warm-up: 16 of 21 days known"


class Pages(Feed):
    """A platform that counts by the day, and tells a day two days later."""

    bucket_hours, lag_hours, every_minutes = 24, 36, 720.0

    def __init__(self, name: str, values: Sequence[float], measure: str = "views", missing: range = range(0)) -> None:
        super().__init__(name)
        self.values, self.measure, self.missing = values, measure, missing

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """Every day that was counted by now; the one after it is not over."""
        known = max((now - START - 36 * HOUR) // DAY, 0)
        days = [n for n in range(min(known, len(self.values))) if n not in self.missing]
        covered = [Coverage(START + n * DAY, START + (n + 1) * DAY, Status.COMPLETE, "", 24) for n in days]
        partial = Coverage(START + known * DAY, START + (known + 1) * DAY, Status.PARTIAL, "still counted", 24)
        seen = [Observation("lamp", self.name, self.measure, START + n * DAY, self.values[n], 24) for n in days]
        yield Page(cursor="1", observations=tuple(seen), coverage=(*covered, partial))


def standing(store: Store, now: datetime) -> tuple[Rest, list[str]]:
    """The topics with days only, and what `monitor status` says."""
    shown = assess.views(store, topics=TOPICS, now=now)
    rest = assess.rest(store, shown, topics=TOPICS, platforms=("pages",), now=now)
    return rest, list(messages.status(shown, topics=TOPICS, timezone="UTC", asked=now, rest=rest))


def test_a_daily_series_keeps_its_gaps(opened):
    """A day that nobody looked at is a gap, one that is not over is not complete, and hours are not asked."""
    rounds_of(opened, Pages("pages", [5.0, 6.0, 7.0, 8.0], missing=range(1, 2)), clock=Clock(START + 5 * DAY)).once()
    series = opened.series("lamp", "pages", measure="views", bucket_hours=24)
    assert (series.start, series.bucket_hours, series.complete.tolist()) == (START, 24, [True, False, True, False])
    assert series.values[[0, 2]].tolist() == [5.0, 7.0]
    assert np.isnan(series.values[1])
    assert opened.series("lamp", "pages", measure="views") is None


def test_a_fade_by_the_day_is_stored_and_told_once(opened):
    """A topic with days only gets its state, its changes are news once, and old ones are none."""
    values = views_of(wave(300, 3), seed=4)
    clock, told = Clock(START + (PEAK + 1) * DAY), list[str]()
    rounds = rounds_of(opened, Pages("wikipedia:en", values.tolist()), clock=clock, told=told.append)
    for _ in range(24):
        rounds.once()
        clock.now += DAY / 2
    news = [line for line in told if "→ fading" in line]
    assert len(news) == 1
    assert "  Topic 1 on wikipedia:en, by the day: " in news[0]
    assert not [line for line in told if "no data" in line]
    rest, said = standing(opened, clock.now)
    ((_, (daily,)),) = rest.by_day
    assert daily.assessment is not None
    assert daily.assessment.state is State.FADING
    assert daily.assessment.at == daily.day + DAY
    assert said[0].startswith("Topic 1: counted by the day only")
    assert said[1].startswith("  Wikipedia (en), page views by the day: fading, ")
    assert "; peak about " in said[1]
    assert said[2].startswith("  Next: ")


def test_a_daily_source_that_falls_silent_is_no_data_after_its_patience(opened):
    """A day and a half of lag and two rounds of half a day are waited for in whole days; then nothing is known."""
    end = START + 60 * DAY
    rounds_of(opened, Pages("pages", views_of(quiet(300, 100), seed=5).tolist()), clock=Clock(end)).once()
    newest = START + 58 * DAY
    for days, state in ((3, State.STEADY), (4, State.NO_DATA)):
        ((_, (daily,)),) = standing(opened, newest + days * DAY)[0].by_day
        assert daily.assessment is not None
        assert (daily.day + DAY, daily.assessment.state) == (newest, state)
    assert "no data" in standing(opened, newest + 4 * DAY)[1][1]


def test_a_source_that_counts_by_hours_too_is_judged_by_its_hours(opened):
    """Its days are shown and not judged: its changes are stored under its name once."""
    clock = Clock(datetime(2017, 4, 1, tzinfo=UTC) + 3 * DAY)
    rounds_of(opened, Feed("pages"), clock=clock).once()
    uses = [Observation("lamp", "pages", "uses", clock.now - n * DAY, 9.0, 24) for n in range(1, 40)]
    with opened.recording(now=clock.now) as recording:
        recording.replace([{"topic": "lamp", "source": "pages", "measure": "uses", "method": "1", "bucket_hours": 24}
                           | {"bucket": one.bucket, "value": one.value} for one in uses])  # fmt: skip
        days = Coverage(clock.now - 39 * DAY, clock.now, Status.COMPLETE, "", 24)
        recording.cover("pages", ["lamp"], [days])
    (view,) = assess.views(opened, topics=TOPICS, now=clock.now)
    (daily,) = view.beside
    assert (daily.measure, daily.assessment) == ("uses", None)


def daily(state: State, at: datetime, **changes) -> Daily:
    """A judged daily series in a state."""
    judged = source_view(state, source="wikipedia:en", days=2, **changes).assessment
    return Daily("wikipedia:en", "views", at - 2 * DAY, 430.0, 1000.0, 900.0, 1100.0, judged)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (State.STEADY, "steady, 93% of usual; 430 on"),
        (State.FADING, "fading, about 8 times the usual; peak about Fri 10 May (4,300 a day), now 8% of it; 430 on"),
        (State.TOO_FEW, "too few to judge; 430 on"),
        (State.NO_DATA, "no data, known on Sun 12 May to be missing (it was fading before); 430 on"),
    ],
)
def test_the_state_is_told_in_the_words_of_the_hours(state, words):
    """One line: source, measure, state, share of usual, peak, newest day."""
    at = source_view(state, days=2).assessment.at
    line = messages.daily_line(daily(state, at))
    assert line.startswith(f"Wikipedia (en), page views by the day: {words}")
    assert "hours" not in line
    assert "posts" not in line


def test_the_judged_state_of_days_is_what_agrees():
    """A daily series that is judged speaks with its state, however its newest day stands beside its usual."""
    lead = source_view(State.FADING, source="x", days=2)
    at = lead.assessment.at

    def said(state: State, **changes) -> str:
        beside = (daily(state, at, **changes),)
        return agreement(TopicView(Topic("lamp", "Topic 1", ()), (lead,), beside)).split(". ")[0].rstrip(".")

    assert said(State.FADING) == "Both sources fade"
    assert said(State.RISING) == "X fades; page views (en) rise at about 7 times the usual"
    assert said(State.NO_DATA) == "X fades; page views (en) give no data"


def test_a_program_reads_the_state_of_days():
    """The row has the newest day, its usual and the judgement; null where there is none."""
    at = source_view(State.STEADY, days=2).assessment.at
    row = daily_row(daily(State.STEADY, at))
    assert (row["measure"], row["day"], row["value"]) == ("views", "2024-05-12", 430.0)
    assert isinstance(row["assessment"], dict)
    assert row["assessment"]["state"] == "steady"
    assert daily_row(Daily("pages", "share", at, 1.0))["assessment"] is None


def test_a_fade_by_the_day_is_a_warning_of_the_command_line(tmp_path, monkeypatch):
    """A topic with days only has its state in JSON, leads with it, and ends `--fail-on-warning` with 1."""
    (tmp_path / "config.yaml").write_text("topics: {lamp: {alias: Lamps, tags: [Lamp]}}\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MONITOR_CONFIG", raising=False)
    values = views_of(wave(300, 3), seed=4)[: PEAK + 8].tolist()
    store = Store.open(f"sqlite:///{tmp_path}/data/monitor.db")
    rounds_of(store, Pages("wikipedia:en", values), clock=Clock(START + (PEAK + 10) * DAY)).once()
    store.close()
    at = f"{START + (PEAK + 9) * DAY:%Y-%m-%dT%H:%MZ}"
    done = CliRunner().invoke(main, ["status", "--json", "--fail-on-warning", "--at", at])
    assert done.exit_code == 1
    (row,) = json.loads(done.stdout)["topics"]
    assert (row["state"], row["source"], row["sources"], row["half_life_hours"]) == ("fading", "wikipedia:en", [], None)
    assert row["daily"][0]["assessment"]["state"] == "fading"
    assert row["daily"][0]["measure"] == "views"


def test_the_page_shows_the_state_of_days_with_word_and_shape():
    """Under the sources of a topic stand its daily series, a judged one with the shape and the word of its state."""
    view = topic_view(State.STEADY)
    at = view.leading.assessment.at
    unjudged = Daily("wikipedia:de", "views", at - 2 * DAY, 7.0)
    page = today_page(replace(view, beside=(daily(State.FADING, at), unjudged)))
    shown = AppTest.from_function(_page, args=(page,)).run()
    assert not shown.exception
    said = [line for element in shown.text for line in element.value.splitlines()]
    assert [line for line in said if line.startswith("▼ Wikipedia (en), page views by the day: fading, ")]
    assert [line for line in said if line.startswith("Wikipedia (de), page views by the day: 7 on ")]


def _page(page):
    from monitor.ui import today  # noqa: PLC0415 - Streamlit runs this function's text on its own
    from monitor.ui.viewer import Viewer  # noqa: PLC0415

    today.render(page, Viewer("en", "Europe/Berlin"))

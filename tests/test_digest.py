"""The weekly digest: every topic of the campaign, what is missing, and a track record of fades, not of changes."""

from dataclasses import replace

import numpy as np
import pytest

from monitor.alerts.digest import Number, number_of_week, usual_day
from monitor.alerts.listing import record
from monitor.model import DAY, HOUR, Coverage, Rest, Series, State, Status, Topic
from tests.test_letters import told, weekly
from tests.test_letters_by_day import by_day
from tests.ui_views import AT, source_view, topic_view


def test_the_digest_tells_the_week():
    """State, numbers against usual, what happened, the last push, what is planned, gaps, the track record."""
    letter = weekly()
    assert letter.subject == "Lantern: the week to 14 May"
    for part in (
        "Harbour: Fading: attention fell to 8% of its peak",
        "Posts this week (Simulation): 310; usual is 290.",
        "Page views this week (X): not known, as only 3 of 7 days are complete.",
        "Sun 12 May, 22:00: Harbour (Simulation) rising → fading.",
        "The last push\n+340 posts",
        "What is planned\nPush 4",
        "Of 2 warnings you called 1 useful and 0 not; of 1 nobody has said.",
    ):
        assert part in letter.text


def test_an_empty_week_has_words():
    """Nothing happened, nothing is planned, no push: each is said."""
    letter = weekly(changes=[], effect=(), planned=(), all_warnings=[], views={})
    for part in ("No change of state.", "No push has gone out yet.", "Nothing is planned."):
        assert part in letter.text
    assert "Warnings so far" not in letter.text


def weeks(a_day, *, measure="posts", bucket_hours=24) -> Series:
    """A series of whole days up to AT's midnight, a value a day."""
    values = np.array(a_day, dtype=float)
    end = AT.replace(hour=0)
    start = end - len(values) * bucket_hours * HOUR
    return Series("t", "x", measure, start, values, np.isfinite(values), bucket_hours=bucket_hours)


def test_a_week_is_compared_with_the_weeks_before():
    """The sum of seven days against the middle of four weeks; people as the mean of each day; gaps as gaps."""
    found = number_of_week(weeks([10] * 28 + [20] * 7), now=AT)
    assert found == Number("x", "posts", 7, 140.0, 70.0)
    assert number_of_week(weeks([10] * 28 + [20] * 7, measure="people"), now=AT) == Number("x", "people", 7, 20.0, 10.0)
    gap = [float("nan")] * 3
    assert number_of_week(weeks([10] * 28 + [20] * 4 + gap), now=AT) == Number("x", "posts", 4)
    assert number_of_week(weeks([10] * 7 + [20] * 7), now=AT) == Number("x", "posts", 7, 140.0)
    assert number_of_week(weeks([1] * 35, measure="share"), now=AT) is None


@pytest.mark.parametrize("ago", range(0, 22, 3))
def test_a_wave_does_not_raise_what_is_usual(ago):
    """Wherever a wave of two weeks lies in the four before, no more than its first day gets into what is usual."""
    wave = [30.0, 200, 400, 350, 300, 260, 220, 180, 150, 120, 100, 80, 60, 50]
    days = [10.0, 12, 9, 11] * 10
    days[len(days) - ago - len(wave) - 7 : len(days) - ago - 7] = wave
    found = number_of_week(weeks([*days[:-7], *[10.0] * 7]), now=AT)
    assert found is not None
    assert found.value == 70
    assert found.usual == pytest.approx(7 * 10.5, rel=0.15)


@pytest.mark.parametrize("days", [[0, 0, 1, 0, 2, 0, 0], [3, 5, 1, 2, 4, 0, 6], [90, 100, 130, 110, 95, 60, 55]])
def test_usual_days_are_not_taken_for_waves(days):
    """The chance of few posts, and a quiet weekend, leave nothing out: usual is the mean of all."""
    assert usual_day(days * 4) == pytest.approx(sum(days) / 7)


def test_what_happened_holds_the_changes_that_were_no_news():
    """The end of a fade in an archive was never a warning, but it happened: it is told; what is stored, only once."""
    lead = source_view(State.STEADY)
    ended = told(State.STEADY, before=State.FADING).change
    ended = replace(ended, at=AT - DAY, resumed=False)
    faded = told(State.FADING).change
    old = replace(faded, at=AT - 9 * DAY)
    lead = replace(lead, assessment=replace(lead.assessment, changes=(old, replace(faded, at=faded.at + HOUR), ended)))
    text = weekly(views={"harbour": replace(topic_view(State.STEADY), sources=(lead,))}).text
    happened = text.split("What happened\n")[1].split("\n\n")[0].splitlines()
    assert len(happened) == 2
    assert "rising → fading" in happened[0]
    assert "fading → steady" in happened[1]


def test_changes_of_days_happened_too():
    """What is counted by the day only has its changes in the week, as has a source beside the hourly ones."""
    daily = by_day()
    assert daily.assessment is not None
    change = replace(told(State.FADING, before=State.STEADY).change, at=AT - 2 * DAY)
    daily = replace(daily, assessment=replace(daily.assessment, changes=(change,)))
    rest = Rest(((Topic("pages", "Pages", ()), (daily,)),))
    text = weekly(changes=[], views={}, rest=rest, aliases={"pages": "Pages"}).text
    assert "Pages (Wikipedia (en)) steady → fading." in text


def test_the_digest_has_every_topic_of_the_campaign():
    """By the hour, by the day, or not known at all: each topic has its part, in the order of the config."""
    rest = Rest(((Topic("pages", "Pages", ()), (by_day(),)),))
    aliases = {"pages": "Pages", "harbour": "Harbour", "names": "Names"}
    text = weekly(rest=rest, aliases=aliases).text
    first, second, third = text.split("\n\n")[:3]
    assert first.startswith("Pages: counted by the day only")
    assert "Wikipedia (en), page views by the day: fading, " in first
    assert second.startswith("Harbour: Fading")
    assert third == "Names\nNothing is known yet."
    assert "Names: nothing in these 7 days is complete." in text


@pytest.mark.parametrize(
    ("newest", "gaps", "line"),
    [
        (AT.replace(hour=0) - DAY, (), "Nothing is missing in these 7 days."),
        (AT.replace(hour=0) - 3 * DAY, (), "Nothing is missing in these 7 days."),
        (AT.replace(hour=0) - 5 * DAY, (), "Wikipedia (en): 2 days of the week are not complete."),
        (AT.replace(hour=0) - DAY, (4,), "Wikipedia (en): 1 day of the week is not complete."),
        (AT.replace(hour=0) - DAY, (30,), "Nothing is missing in these 7 days."),
        (AT.replace(hour=0) - 20 * DAY, (), "Pages: nothing in these 7 days is complete."),
    ],
)
def test_days_that_are_missing_are_told(newest, gaps, line):
    """Days that a source left out in the week or after its newest one count as gaps; two days it may take."""
    aliases, rest = {"pages": "Pages"}, Rest(((Topic("pages", "Pages", ()), (by_day(newest),)),))
    starts = [AT.replace(hour=0) - ago * DAY for ago in gaps]
    spans = [Coverage(start, start + DAY, Status.MISSING, "", 24) for start in starts]
    given = {"views": {}, "aliases": aliases, "rest": rest, "day_gaps": {("pages", "wikipedia:en"): spans}}
    text = weekly(**given).text
    assert line in text
    assert ("Nothing is missing" in text) == line.startswith("Nothing is missing")


def test_a_week_without_any_data_misses_everything():
    """Where nothing was complete, nobody reads that nothing is missing."""
    assert "Nothing is missing" not in weekly(views={}, aliases={"names": "Names"}).text


def test_a_fade_of_a_topic_is_one_warning():
    """However many sources follow and however often a gap interrupts: until it has ended everywhere."""

    def change(number, to, *, before, source="square", **more):
        return replace(told(to, before=before, number=number), source=source, **more)

    fade = [
        change(1, State.FADING, before=State.RISING),
        change(2, State.FADING, before=State.STEADY, source="pages", useful=False),
        change(3, State.NO_DATA, before=State.FADING),
        change(4, State.STEADY, before=State.FADING, source="pages"),
        change(5, State.FADING, before=State.STEADY, source="pages"),
    ]
    assert record(fade) == {"all": 1, "useful": 0, "useless": 1, "unsaid": 0}
    ended = [
        change(6, State.STEADY, before=State.FADING, source="pages"),
        change(7, State.STEADY, before=State.NO_DATA),
        change(8, State.FADING, before=State.RISING, late=True),
        change(9, State.FADING, before=State.RISING, source="pages"),
        change(10, State.FADING, before=State.RISING, topic="names", useful=True),
        change(11, State.FADING, before=State.RISING, topic="pages", late=True),
    ]
    assert record([*fade, *ended]) == {"all": 3, "useful": 1, "useless": 1, "unsaid": 1}
    assert "Of 1 warning you called 0 useful and 1 not" in weekly(all_warnings=fade).text

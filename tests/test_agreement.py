"""Whether sources agree: each beside its own usual, silence as silence, and never more than is known."""

from dataclasses import replace

import pytest

from monitor.alerts import messages
from monitor.alerts.agreement import agreement, fading, together
from monitor.model import DAY, Daily, SourceView, State, Topic, TopicView
from tests.ui_views import AT, source_view

TOPIC = Topic("harbour", "Гавань", ())
FADING, STEADY, NO_DATA, TOO_FEW = State.FADING, State.STEADY, State.NO_DATA, State.TOO_FEW


def source(name: str, state: State, **changes) -> SourceView:
    """A source of two days, its evidence changed."""
    return source_view(state, source=name, days=2, **changes)


def views_of(value: float = 950.0, *, source: str = "wikipedia:ru", age_days: int = 2, **changes) -> Daily:
    """Page views of a day, usually 900 to 1,100."""
    daily = Daily(source, "views", AT - age_days * DAY, value, usual=1000.0, usual_low=900.0, usual_high=1100.0)
    return replace(daily, **changes)


def topic(*sources: SourceView, beside: tuple[Daily, ...] = ()) -> TopicView:
    """A topic with these sources, the first leading."""
    return TopicView(TOPIC, sources, beside)


def said(*sources: SourceView, beside: tuple[Daily, ...] = ()) -> str:
    """The first sentence: who does what."""
    return agreement(topic(*sources, beside=beside)).split(". ")[0].rstrip(".")


@pytest.mark.parametrize("state", list(State))
def test_one_source_has_nobody_to_agree_with(state):
    """With one source, whatever it says, nothing is told of others."""
    view = topic(source("bluesky", state))
    assert agreement(view) == ""
    assert together(view).share is None


def test_agreement_is_one_short_sentence():
    """Where all do the same, they are counted and not listed."""
    two = source("x", FADING), source("bluesky", FADING)
    assert said(*two) == "Both sources fade"
    assert said(*two, source("mastodon:a.example", FADING)) == "All 3 sources fade"
    assert said(source("x", STEADY), source("bluesky", STEADY), beside=(views_of(),)) == "All 3 sources hold"


def test_what_is_near_the_usual_is_about_as_usual():
    """Between nine tenths and eleven tenths no number is told."""
    view = topic(source("x", STEADY), source("bluesky", STEADY))
    assert 0.9 <= (together(view).share or 0) <= 1.1
    assert "Together they are about as usual." in agreement(view)
    assert "Вместе внимания примерно как обычно." in agreement(view, "ru")


def test_the_sources_that_fade_are_named():
    """Only those, also where others do something else."""
    assert fading(topic(source("x", FADING), source("bluesky", STEADY))) == ("X",)


def test_who_differs_is_named():
    """Sources that do different things are told one by one, what is counted by the day beside its usual."""
    two = source("x", FADING), source("bluesky", STEADY)
    assert said(*two, beside=(views_of(),)) == "X fades; Bluesky holds; page views (ru) hold at 95% of usual"
    assert said(*two, source("news", STEADY)) == "X fades; Bluesky and News hold"
    assert said(two[0], beside=(views_of(4000),)) == "X fades; page views (ru) are at about 4 times the usual"
    assert said(two[0], beside=(views_of(400),)) == "X fades; page views (ru) are at 40% of usual"


def test_a_steady_source_out_of_its_band_does_not_just_hold():
    """Low is not called fading, and not called holding either."""
    low, high = source("x", STEADY, level=9.0), source("bluesky", STEADY, level=90.0)
    assert said(low, high) == "X is below its usual; Bluesky is above its usual"


@pytest.mark.parametrize(
    ("silent", "words"),
    [
        (source("mastodon:a.example", NO_DATA), "Mastodon (a.example) gives no data"),
        (source("mastodon:a.example", FADING, level=None), "Mastodon (a.example) gives no data"),
        (source("mastodon:a.example", TOO_FEW), "Mastodon (a.example) has too few to judge"),
        (source("mastodon:a.example", STEADY, warm_up=True), "Mastodon (a.example) cannot be compared yet"),
        (source("mastodon:a.example", STEADY, usual=0.0), "Mastodon (a.example) cannot be compared yet"),
        (source("mastodon:a.example", STEADY, usual=None), "Mastodon (a.example) cannot be compared yet"),
        (source("mastodon:a.example", STEADY, level=float("nan")), "Mastodon (a.example) gives no data"),
    ],
)
def test_a_source_that_knows_nothing_says_nothing(silent, words):
    """It is named, it is not counted with either side, and it moves no number."""
    two = source("x", FADING), source("bluesky", FADING)
    assert said(*two, silent) == f"2 of 3 sources fade; {words}"
    assert together(topic(*two, silent)).share == pytest.approx(together(topic(*two)).share)


@pytest.mark.parametrize(
    ("daily", "words"),
    [
        (views_of(age_days=9), "page views (ru) give no data"),
        (views_of(usual=None, usual_low=None, usual_high=None), "page views (ru) cannot be compared yet"),
        (views_of(usual=0.0, usual_low=0.0, usual_high=0.0), "page views (ru) cannot be compared yet"),
    ],
)
def test_a_day_that_is_old_or_has_no_usual_says_nothing(daily, words):
    """A daily number a week old is no number of today, and a usual of zero is nothing to stand beside."""
    assert said(source("x", FADING), beside=(daily,)) == f"X fades; {words}"


def test_where_all_are_silent_no_number_is_made_up():
    """No data is all that is told."""
    view = topic(source("x", NO_DATA), source("bluesky", NO_DATA))
    assert agreement(view) == "X and Bluesky give no data. What follows is about X."
    assert together(view).share is None


def test_the_combined_level_lies_between_and_nearer_to_the_better_known():
    """Half of usual by a thousand posts a day and all of usual by four: much nearer to a half."""
    big = source("x", FADING, level=1000.0, usual=2000.0)
    small = source("bluesky", STEADY, level=4.0, usual=4.0, usual_low=0.0, usual_high=9.0)
    share = together(topic(big, small)).share
    assert share is not None
    assert 0.5 < share < 0.62
    assert f"Together they are at {share * 100:.0f}% of usual." in agreement(topic(big, small))


def test_sizes_are_not_added_up():
    """A source a hundred times as big, but as well known, does not drown the other: shares are averaged, not counts."""
    one = source("x", FADING, level=200_000.0, usual=400_000.0)
    other = source("bluesky", STEADY, level=2000.0, usual=2000.0, usual_high=3000.0)
    assert together(topic(one, other)).share == pytest.approx(0.5**0.5, rel=0.02)


def test_a_level_of_zero_is_small_and_not_nothing():
    """The logarithm of zero is asked of nobody."""
    share = together(topic(source("x", FADING, level=0.0), source("bluesky", STEADY))).share
    assert share is not None
    assert 0 < share < 1


def test_a_daily_count_of_a_source_that_is_judged_is_no_voice_of_its_own():
    """A server's own count beside its posts would be the same people twice."""
    uses = replace(views_of(source="mastodon:a.example"), measure="uses")
    view = topic(source("mastodon:a.example", FADING), beside=(uses,))
    assert len(together(view).voices) == 1
    assert agreement(view) == ""
    apart = said(source("x", FADING), beside=(uses,))
    assert apart == "X fades; hashtag uses (a.example) hold at 95% of usual"


def test_the_headline_stays_that_of_the_leading_source():
    """Whatever the others say, the first words are the leading source's, and its name stands with what follows."""
    view = topic(source("archive:Чечня\u202e", FADING), source("x", STEADY))
    words = messages.paragraph(view, timezone="Europe/Berlin")
    assert words.startswith("Fading: attention fell to 8% of its peak. Archive (Чечня) fades; X holds. ")
    assert "What follows is about Archive (Чечня)." in words
    assert "Гавань (harbour)" in messages.status([view], topics=[TOPIC], timezone="Europe/Berlin", asked=AT)


def test_agreement_is_told_in_russian():
    """A state stands after its source, where neither gender nor number of the name matters."""
    two = source("x", FADING), source("bluesky", FADING)
    silent = source("mastodon:a.example", NO_DATA)
    assert agreement(topic(*two), "ru").startswith("Оба источника: угасает. Вместе они дают примерно в ")
    assert agreement(topic(*two, silent), "ru").startswith(
        "2 из 3 источников: угасает; Mastodon (a.example): нет данных. "
    )
    apart = agreement(topic(two[0], source("news", STEADY), beside=(views_of(400),)), "ru")
    assert apart.startswith("X: угасает; Новости: ровно; просмотры страниц (ru): 40% от обычного. ")
    assert apart.endswith(" Дальше речь об источнике X.")

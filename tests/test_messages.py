"""The sentences: true to the evidence, plain, with their doubt, and without a term or a promise."""

from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.alerts import headlines, messages, wording
from monitor.model import DAY, HOUR, Change, Coverage, Crowd, State, Status, Term, TermKind, Topic, TopicView
from tests.ui_views import AT, SECRET, evidence, source_view, topic_view

ZONE = "Europe/Berlin"
YESTERDAY = AT.replace(day=13, hour=0)


def judged(state, *, kind=None, **changes):
    """An assessment in a state, its evidence changed."""
    found = source_view(state, days=2, **changes).assessment
    return replace(found, kind=kind) if kind else found


def paragraph(view):
    """The paragraph in the campaign's zone."""
    return messages.paragraph(view, timezone=ZONE)


@pytest.mark.parametrize(
    ("certainty", "words"),
    [
        (0.996, "almost certain (more than 99%)"),
        (0.97, "almost certain (97%)"),
        (0.86, "very sure (86%)"),
        (0.72, "fairly sure (72%)"),
        (0.58, "more likely than not (58%)"),
        (0.5, "about even (50%)"),
        (0.2, "unsure (20%)"),
        (0.001, "unsure (less than 1%)"),
        (None, "how sure this is cannot be said yet"),
        (float("nan"), "how sure this is cannot be said yet"),
    ],
)
def test_sureness_is_a_word_and_a_number(certainty, words):
    """Doubt is told twice, in a word and in per cent, and never as full certainty."""
    assert messages.sureness(certainty) == words


@pytest.mark.parametrize(
    ("state", "changes", "line"),
    [
        (State.FADING, {"share_of_peak": 0.079}, "Fading: attention fell to 8% of its peak"),
        (State.FADING, {"share_of_peak": 0.002}, "Fading: attention fell to less than 1% of its peak"),
        (State.FADING, {"share_of_peak": None}, "Fading: less than half of the peak is left"),
        (State.RISING, {"level": 310.0}, "Rising: attention is about 8 times its usual level"),
        (State.RISING, {"level": 45.0}, "Rising: attention is above its usual level and growing"),
        (State.RISING, {"usual": 0.0}, "Rising: attention is above its usual level and growing"),
        (State.STEADY, {}, "Steady: attention is at its usual level"),
        (State.STEADY, {"level": 90.0}, "Steady: attention holds above its usual level"),
        (
            State.STEADY,
            {"level": 9.0},
            "Steady, but low: attention is below its usual range, and not called fading yet",
        ),
        (State.STEADY, {"warm_up": True}, "Steady so far: what is usual is still being learnt"),
        (State.RECOVERING, {"share_of_peak": 0.3}, "Recovering: attention is growing again, now 30% of its peak"),
        (State.TOO_FEW, {"level": 2.7}, "Too few: about 3 a day is too little to judge"),
        (State.TOO_FEW, {"level": 0.2}, "Too few: less than 1 a day is too little to judge"),
        (State.TOO_FEW, {"level": None}, "Too few: there is too little to judge"),
        (State.NO_DATA, {}, "No data: it is not known where attention stands"),
    ],
)
def test_the_headline_is_the_state_and_what_shows_it(state, changes, line):
    """A headline begins with the state's own word."""
    assert messages.headline(judged(state, **changes)) == line


def test_a_slow_fade_is_told_against_the_usual_level():
    """A slow decline has no peak to be measured by."""
    line = messages.headline(judged(State.FADING, kind="slow", level=20.5))
    assert line == "Fading: a slow, lasting decline, now at 50% of usual"


def test_a_fade_that_reached_the_background_is_quiet():
    """After a fade, steady at the background is said as quiet, not as usual."""
    assessment = judged(State.STEADY, background=38.0)
    change = replace(assessment.changes[-1], before=State.FADING)
    assert messages.headline(replace(assessment, changes=(change,))) == "Steady: quiet, back at background"


def test_the_paragraph_of_a_fade_says_everything():
    """State, doubt, freshness, completeness, usual, since when with the zone, peak, half-life and people."""
    assert paragraph(topic_view(State.FADING)) == (
        "Fading: attention fell to 8% of its peak. Very sure (86%) that it stays down. "
        "The data reach to Tue 14 May, 14:00, 1 hour before this was judged. 97% of the last 7 days is complete. "
        "About 340 posts a day; usual is 25 to 60. "
        "Fading since Sun 12 May, 22:00 (Europe/Berlin), for 41 hours. "
        "Peak 11 May (about 4,300 a day); half gone in 18 hours (15–22); now 8% of the peak (6–10%); "
        "back at background about 20 May (18 May–3 Jun). "
        "212 people wrote 310 posts on Mon 13 May (UTC day); the busiest account wrote 3% of them."
    )


def test_no_data_is_said_to_be_unknown_and_why():
    """Silence of the collector is not silence of the public, and no level is told."""
    words = paragraph(topic_view(State.NO_DATA, level=38.0))
    assert "it is not known" in words
    assert "the source refused the key" in words
    assert "Silence of the collector is not silence of the public" in words
    assert "Before the data stopped it was fading." in words
    assert "posts a day" not in words
    assert "sure" not in words.replace("usual", "")


def test_too_few_says_how_few_and_no_certainty():
    """Too few is a fact: it has a number but no doubt."""
    words = paragraph(topic_view(State.TOO_FEW))
    assert "About 3 posts a day" in words
    assert "sure" not in words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"level": 0.2, "usual_low": 0.0}, "Less than 1 post a day; usual is up to 60."),
        ({"level": 1.2}, "About 1 post a day; usual is 25 to 60."),
        ({"usual_low": None}, "About 38 posts a day; usual is about 41."),
        ({"usual_low": None, "usual": None}, "About 38 posts a day; what is usual is not known yet."),
        ({"level": None}, ""),
    ],
)
def test_the_level_is_told_against_what_is_usual(changes, words):
    """One post is singular, a band from zero has only an upper end, and what is not known is said."""
    found = {one.question: one.text for one in messages.answers(topic_view(State.STEADY, **changes), timezone=ZONE)}
    assert found.get("Against what is usual", "") == words


def test_while_it_rises_no_peak_is_looked_back_on():
    """A peak is told only once some of it is gone."""
    words = paragraph(topic_view(State.RISING, peak=1200.0, peak_at=AT, share_of_peak=1.0))
    assert "peak" not in words


@pytest.mark.parametrize(("peak", "told"), [(70.0, False), (4312.0, True)])
def test_a_slow_decline_has_a_story_only_where_a_wave_goes_slowly(peak, told):
    """Where attention sinks for weeks from its usual level, no peak of the last week is looked back on."""
    view = topic_view(State.FADING)
    slow = replace(view.leading, assessment=judged(State.FADING, kind="slow", peak=peak))
    assert ("Peak 11 May" in paragraph(replace(view, sources=(slow,)))) is told


def test_warm_up_is_said():
    """While little history is known, the reader is told so."""
    words = paragraph(topic_view(State.STEADY, warm_up=True, reason="warm-up: 3 of 7 days known"))
    assert "Warm-up: 3 of 7 days known, so what is usual is not known well yet." in words


@pytest.mark.parametrize(
    ("crowd", "words"),
    [
        (Crowd(YESTERDAY, 310, 212, 9), ". 212 people wrote 310 posts on Mon 13 May (UTC day); the busiest account wr"),
        (
            Crowd(YESTERDAY, 81, 81, 1),
            ". 81 people wrote 81 posts on Mon 13 May (UTC day); the busiest account wrote 1% of",
        ),
        (Crowd(YESTERDAY, 1310, 40, 700), "Few voices: 40 people wrote 1,310 posts"),
        (Crowd(YESTERDAY, 1310, 40, 700), "but 53% came from one account"),
        (Crowd(YESTERDAY, 12, 9, 3), "Few: fewer than 10 people wrote 12 posts"),
        (Crowd(YESTERDAY, 1, 1, 1), "Few: 1 post on Mon 13 May"),
        (Crowd(YESTERDAY, 0, 0, 0), "Few: no post on"),
        (None, "How many people take part is not known for the last whole days."),
    ],
)
def test_many_people_or_few(crowd, words):
    """A loud account is not a crowd, and fewer than ten people are never numbered."""
    view = topic_view(State.STEADY)
    assert words in paragraph(TopicView(view.topic, (replace(view.leading, crowd=crowd),)))


def test_other_sources_are_told_beside_the_headline():
    """Whether the sources agree is said at once, and which of them the rest is about."""
    view = topic_view(State.FADING)
    words = paragraph(replace(view, sources=(view.leading, source_view(State.STEADY, source="bluesky"))))
    assert words.startswith("Fading: attention fell to 8% of its peak. Simulation fades; Bluesky holds. ")
    assert "What follows is about Simulation." in words


@pytest.mark.parametrize("state", list(State))
def test_no_sentence_carries_a_term_or_a_name(state):
    """Messages carry aliases and numbers only, even where a reason would have brought a term in."""
    view = topic_view(state, reason=f"nothing found for #{SECRET.upper()}")
    gap = Coverage(AT - HOUR, AT, Status.BLOCKED, f"https://example.org/?q={SECRET} was refused")
    view = replace(view, sources=(replace(view.leading, gaps=(gap,)),))
    told = [
        paragraph(view),
        messages.headline(view.leading.assessment),
        messages.next_step(view.leading.assessment),
        messages.chart_title(view),
        *messages.gaps(view, since=AT - 30 * DAY, timezone=ZONE),
        *messages.status([view], topics=[view.topic], timezone=ZONE, asked=None),
    ]
    assert SECRET not in " ".join(told).casefold()
    assert "nan" not in " ".join(told).casefold()
    assert "None" not in " ".join(told)


@pytest.mark.parametrize("state", list(State))
def test_the_next_step_says_by_when_and_promises_nothing(state):
    """Advice has a time and no "will bring" in it."""
    step = messages.next_step(judged(state))
    assert any(word in step for word in ("Today", "Within", "This week"))
    assert not any(word in step for word in ("will bring", "guarantee", "will work", "!"))


@pytest.mark.parametrize(("half_life", "within"), [(2.0, 6), (17.6, 18), (90.0, 24), (None, 24)])
def test_the_deadline_of_a_fade_follows_its_half_life(half_life, within):
    """The faster attention goes, the sooner to decide: between 6 and 24 hours."""
    step = messages.next_step(judged(State.FADING, half_life_hours=half_life))
    assert step.startswith(f"Within {within} hours:")


def test_a_deadline_of_an_hour_is_told_in_whole_hours():
    """Until when to decide is a whole number of hours, and never none."""
    assert [headlines.within(hours) for hours in (0.2, 1.4, 5.6)] == ["1 hour", "1 hour", "6 hours"]


def test_a_resumed_state_says_that_it_was_taken_up_again():
    """After a gap the reader learns that the state is not new."""
    view = topic_view(State.FADING)
    lead = view.leading.assessment
    change = Change(AT - 5 * HOUR, State.NO_DATA, State.FADING, evidence(State.FADING), "halved", resumed=True)
    lead = replace(lead, changes=(*lead.changes, change))
    words = paragraph(replace(view, sources=(replace(view.leading, assessment=lead),)))
    assert "The same as before the gap in the data." in words


def test_an_overdue_round_is_told():
    """A page that nobody refreshed says so, with the command that mends it."""
    assert messages.overdue(AT, now=AT + 2 * HOUR) == ""
    assert "9 hours ago" in messages.overdue(AT, now=AT + 9 * HOUR)


def test_many_gaps_are_told_shortly():
    """The newest gaps are told one by one, the rest as a number."""
    view = topic_view(State.STEADY)
    gaps = tuple(Coverage(AT - n * DAY, AT - n * DAY + HOUR, Status.MISSING, "") for n in range(1, 41))
    told = messages.gaps(replace(view, sources=(replace(view.leading, gaps=gaps),)), since=AT - 30 * DAY, timezone=ZONE)
    assert told[0] == "Mon 13 May, 15:00 to Mon 13 May, 16:00: missing"
    assert told[-1] == "and 26 more"


@pytest.mark.parametrize(
    ("level", "place"), [(340.0, "above"), (38.0, "within"), (10.0, "below"), (None, "is not known yet")]
)
def test_the_chart_title_says_the_finding(level, place):
    """A title says where the line ends, not what the axes are."""
    assert place in messages.chart_title(topic_view(State.STEADY, level=level))


def test_status_tells_topics_without_data():
    """A topic that was never collected is named, not left out."""
    view = topic_view(State.STEADY)
    missing = Topic("lamp", "Lamp", (Term(TermKind.TAG, "lamp"),))
    lines = list(messages.status([view], topics=[view.topic, missing], timezone=ZONE, asked=AT))
    assert "Harbour (harbour)" in lines
    assert lines[-1].startswith("Lamp: nothing is known up to ")


def test_an_import_tells_what_became_of_every_row():
    """Rows that were not counted are told with the reason; kinds that did not occur are not."""
    row = {"files": 2, "read": 10, "counted": 6, "duplicates": 3, "unmatched": 0, "opted_out": 0, "late": 0}
    lines = list(
        messages.imported({**row, "quarantined": 1, "complete": [["2017", "2018"]], "partial": ["file is truncated"]})
    )
    assert lines == [
        "10 rows read from 2 files, 6 posts counted.",
        "3 rows counted before.",
        "1 row that could not be read.",
        "Complete from 2017 to 2018: an hour without posts in it is a true zero.",
        "Not complete everywhere: file is truncated.",
        "Warnings and proposals come from sources that are followed (monitor run), not from an archive; to plan "
        "a push all the same: monitor push add --topic KEY --owner NAME --at TIME",
    ]


def test_a_replayed_change_is_one_line():
    """A change shows its passage and its certainty; a forecast its range."""
    change = {"series": "a", "at": "2020", "from": "steady", "to": "fading", "certainty": 0.72}
    assert messages.replayed(change) == "a  2020  steady → fading, fairly sure (72%)"
    forecast = {"series": "a", "at": "2020", "horizon_hours": 24, "mean": 5, "low80": 2, "high80": 9}
    assert messages.replayed(forecast) == "a  2020  next 24 hours: about 5 (2 to 9)"


@pytest.mark.parametrize(
    ("value", "words"), [(0, "0"), (0.3, "less than 1"), (9.6, "10"), (99.4, "99"), (134.0, "130"), (12_345, "12,000")]
)
def test_numbers_are_rounded_as_people_speak(value, words):
    """Two digits are enough from a hundred on."""
    assert wording.amount(value) == words


def test_local_time_follows_the_zone_and_names_another_year():
    """Times are local to the campaign, across the clock change too."""
    summer, winter = AT.replace(month=7), AT.replace(month=1)
    assert wording.moment(summer, timezone=ZONE, near=AT) == "Sun 14 Jul, 15:00"
    assert wording.moment(winter, timezone=ZONE, near=AT) == "Sun 14 Jan, 14:00"
    assert wording.moment(AT, timezone=ZONE, near=AT + timedelta(days=365)) == "Tue 14 May 2024, 15:00"
    assert wording.moment(AT, timezone=ZONE) == "Tue 14 May 2024, 15:00"


@pytest.mark.parametrize(
    ("text", "words"),
    [("a\u202eb\u200bc", "abc"), ("می\u200cخواهم", "می\u200cخواهم"), ("a\nb\x00", "a b"), ("\ud800x", "x")],
)
def test_invisible_marks_cannot_reorder_a_sentence(text, words):
    """Direction and control marks go; the joiners Persian needs stay."""
    assert wording.plain(text) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.08, "fell to 8% of its peak"), (0.5, "about half of its peak"), (0.79, "79% is left")],
)
def test_a_fade_is_told_by_what_is_left(share, words):
    """The headline never claims more than the level that is shown beside it."""
    judged = topic_view(State.FADING).leading.assessment
    told = messages.headline(replace(judged, kind="halved", evidence=replace(judged.evidence, share_of_peak=share)))
    assert words in told


def test_a_flood_by_one_account_is_told():
    """Posts of one account beyond what counts are named as left out, and not as attention."""
    view = topic_view(State.STEADY)
    text = paragraph(TopicView(view.topic, (replace(view.leading, left_out=800),)))
    assert "One account flooded this source: about 800 of its posts in the last day are left out" in text


def test_the_advice_ages_with_the_fade():
    """On the ninth day nobody is told to decide within hours."""
    judged = topic_view(State.FADING).leading.assessment
    old = replace(judged, kind="halved", since=judged.at - timedelta(days=9))
    assert "Within" not in messages.next_step(old)
    assert "Within" in messages.next_step(replace(old, since=judged.at - timedelta(hours=5)))

"""What messages say, in both languages: the next step first, aliases only, nothing remote, and hostile text as text."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from itertools import product

import numpy as np
import pytest

from monitor.alerts import letters
from monitor.alerts.digest import Number, Week, digest, number_of_week
from monitor.alerts.readers import Situation
from monitor.model import (
    DAY,
    HOUR,
    Change,
    Channel,
    Push,
    PushState,
    Series,
    State,
    Told,
    Topic,
    TopicView,
)
from tests.ui_views import AT, CAMPAIGN, SECRET, evidence, source_view, topic_view

LANGUAGES = ("en", "ru")
START = datetime(2024, 5, 16, 15, tzinfo=UTC)
PROPOSAL = Push(("harbour",), START, START + 3 * HOUR, PushState.PROPOSED, number=4)
DONE = Push(("harbour",), AT - 5 * DAY, AT - 5 * DAY, PushState.DONE, number=2, went_out_at=AT - 5 * DAY)


def reader(language="en"):
    """A channel in Berlin."""
    return Channel("team", language, "Europe/Berlin")


def told(to: State, *, before=State.RISING, number=12, topic="harbour", resumed=False, ago=timedelta(hours=41)) -> Told:
    """A stored change of a topic on the source `simulation`."""
    kind = "halved" if to is State.FADING else None
    return Told(number, topic, "simulation", Change(AT - ago, before, to, evidence(to), kind, resumed))


def situation(state=State.FADING, **more) -> Situation:
    """The campaign with one topic in a state."""
    views = {"harbour": topic_view(state)}
    standing = {("harbour", "simulation"): state}
    given = {"aliases": {"harbour": "Harbour", "names": "Names"}, "views": views, "standing": standing, **more}
    return Situation(CAMPAIGN, now=AT, **given)


def warned(*changes, state=State.FADING, language="en", **more):
    """The letter that tells these changes."""
    return letters.warning(changes, reader(language), situation(state, **more))


def test_a_fade_says_what_to_do_first():
    """Heading, next step, proposal, reason; then what it rests on, and how to say whether it was of use."""
    letter = warned(told(State.FADING), pushes=[PROPOSAL])
    assert letter.subject == "Lantern: Harbour is fading"
    lines = letter.text.splitlines()
    assert lines[0] == "Harbour: Fading: attention fell to 8% of its peak"
    assert lines[1].startswith("Next: Within 18 hours: decide whether to push again.")
    assert lines[2] == (
        "A push is proposed (number 4): Thu 16 May, 17:00–20:00 (Europe/Berlin). To take it: "
        "monitor push accept 4 --owner NAME. To leave it: monitor push decline 4 --reason WHY."
    )
    assert lines[3] == "Likely reason: none is known. Most waves of attention pass by themselves."
    assert lines[4] == "Measured on Simulation."
    for part in ("Very sure (86%)", "usual is 25 to 60", "Fading since", "97% of the last 7 days is complete"):
        assert part in letter.text
    assert "monitor warning useful 12" in letter.text


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        ({"pushes": [DONE]}, "your own push of 9 May has run its course"),
        ({"dipped": frozenset({"simulation"})}, "perhaps the source"),
        ({"news": 1.6}, "other news is heavy: 160%"),
        ({"news": 1.1, "pushes": [replace(DONE, went_out_at=AT - 30 * DAY)]}, "none is known"),
    ],
)
def test_the_likely_reason(more, reason):
    """A push of one's own, a dip of the source, a news day; where none of them is there, that is said."""
    assert f"Likely reason: {reason}" in warned(told(State.FADING), **more).text


def test_a_plan_is_named_instead_of_a_proposal():
    """Where a push is planned, the message says so; one that is over is not named."""
    planned = replace(PROPOSAL, state=PushState.PLANNED)
    assert "Already planned: push 4, Thu 16 May" in warned(told(State.FADING), pushes=[planned]).text
    assert "push 4" not in warned(told(State.FADING), pushes=[replace(planned, ends_at=AT - HOUR)]).text


def test_the_end_of_a_fade_is_one_line():
    """Recovery is told in a line; a fade that came and went before anybody was told is one line too."""
    over = told(State.RECOVERING, before=State.FADING, number=13, ago=timedelta(hours=2))
    letter = warned(over, state=State.RECOVERING)
    assert letter.subject == "Lantern: no longer fading: Harbour"
    assert letter.text.splitlines()[:2] == [
        "Over",
        "Harbour (Simulation): no longer fading since Tue 14 May, 13:00 (Europe/Berlin). Now: recovering.",
    ]
    both = warned(told(State.FADING), over, state=State.RECOVERING)
    assert both.text.count("Harbour (Simulation)") == 1
    assert "began to fade on Sun 12 May, 22:00" in both.text


def test_a_blind_source_is_no_fade():
    """The end of the data says that silence is no fading interest, and what to do; its return is a line."""
    blind = warned(told(State.NO_DATA), told(State.NO_DATA, topic="names", number=13), state=State.NO_DATA)
    assert blind.subject == "Lantern: no data from Simulation"
    assert "nothing is known there of Harbour, Names. That is no fading interest" in blind.text
    back = warned(told(State.STEADY, before=State.NO_DATA, resumed=True), state=State.STEADY)
    assert back.subject == "Lantern: data again from Simulation"


def test_a_fade_whose_source_fell_silent_is_told_as_it_was():
    """A message that is tried again after its source went blind says what was known when it faded."""
    assert "Harbour: Fading: attention fell to 8% of its peak" in warned(told(State.FADING), state=State.NO_DATA).text


def test_several_topics_are_one_letter():
    """The subject counts them; each has its own part."""
    other = replace(topic_view(State.FADING), topic=Topic("names", "Names", ()))
    views = {"harbour": topic_view(State.FADING), "names": other}
    letter = warned(told(State.FADING), told(State.FADING, topic="names", number=13), views=views)
    assert letter.subject == "Lantern: 2 topics are fading"
    assert letter.text.count("Fading: attention fell to 8%") == 2


def weekly(language="en", **more):
    """The digest of a week."""
    given = {
        "numbers": {"harbour": (Number("simulation", "posts", 7, 310.0, 290.0), Number("x", "views", 3))},
        "changes": [told(State.FADING)],
        "effect": ["+340 posts"],
        "planned": ["Push 4"],
        "all_warnings": [told(State.FADING), replace(told(State.FADING, number=3), useful=True)],
    }
    return digest(Week(**given | more), reader(language), situation())


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
    letter = weekly(changes=[], effect=(), planned=(), all_warnings=[])
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


class Tags(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag, attrs):
        """Keep it."""
        self.found.append((tag, attrs))


HOSTILE = "Harbour\r\nBcc: eve@example.org <img src=https://evil.example/x> \u202etxt \x1b[31m"


def everything(language):
    """Every kind of letter, of every state, with a hostile alias too."""
    for to, now, alias in product(State, State, ("Harbour", HOSTILE)):
        before = State.FADING if to is not State.FADING else State.RISING
        given = {"aliases": {"harbour": alias}, "pushes": [PROPOSAL, DONE]}
        yield warned(told(to, before=before, resumed=before is State.NO_DATA), state=now, language=language, **given)
    for effect in ((), (HOSTILE,)):
        yield weekly(language, effect=effect)
    yield letters.trial(reader(language), CAMPAIGN)


def test_no_letter_gives_anything_away_or_loads_anything():
    """Some 150 letters: no term, no real name, one line of subject, no tag but our own, nothing from elsewhere."""
    count = 0
    for letter in (one for language in LANGUAGES for one in everything(language)):
        count += 1
        assert SECRET not in f"{letter.subject}{letter.text}{letter.html}".casefold()
        assert CAMPAIGN.name not in f"{letter.subject}{letter.text}{letter.html}"
        assert not set("\r\n\x1b\u202e") & set(letter.subject)
        assert not set("\r\x1b\u202e") & set(letter.text + letter.html)
        tags = Tags()
        tags.feed(letter.html)
        assert {tag for tag, _ in tags.found} <= {"html", "head", "meta", "title", "body", "h2", "p"}
        assert {name for _, attributes in tags.found for name, _ in attributes} <= {"lang", "charset", "style"}
    assert count >= 140


def test_russian_letters_are_russian():
    """Nothing of what is said stays English, but commands and names."""
    for letter in everything("ru"):
        for word in (" fading", "usual", "since", "Next", "push is", "Now:"):
            assert word not in letter.text.replace("--", "")


def test_a_letter_speaks_of_one_source():
    """What is told of a fade is that source's own, though another leads the topic."""
    leads, fades = source_view(State.STEADY, source="square"), source_view(State.FADING, source="simulation")
    view = TopicView(topic_view(State.STEADY).topic, (leads, fades))
    assert "attention fell to 8% of its peak" in warned(told(State.FADING), views={"harbour": view}).text


def test_a_daily_series_is_told_without_hours():
    """A change of a series that is not judged by the hour is told from what was stored with it."""
    one = replace(told(State.FADING), source="wikipedia:en")
    letter = warned(one, standing={("harbour", "wikipedia:en"): State.FADING})
    assert "Measured on Wikipedia (en)." in letter.text

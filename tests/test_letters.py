"""What messages say, in both languages: the next step first, aliases only, nothing remote, and hostile text as text."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from itertools import product

import pytest

from monitor.alerts import letters
from monitor.alerts.digest import Number, Week, digest
from monitor.alerts.readers import Situation
from monitor.model import (
    DAY,
    HOUR,
    Change,
    Channel,
    Push,
    PushState,
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
        ({"news": 1.6}, "other news is expected to be heavy: about 160% of the usual number of stories."),
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


def test_a_push_that_just_went_out_is_named():
    """Who has pushed meanwhile is not told to decide as if nothing had happened; an older push is no news."""
    out = replace(DONE, went_out_at=AT - 5 * HOUR)
    assert "Push 2 went out on Tue 14 May, 10:00 (Europe/Berlin)." in warned(told(State.FADING), pushes=[out]).text
    assert "went out" not in warned(told(State.FADING), pushes=[DONE]).text


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
    letter = warned(told(State.FADING), state=State.NO_DATA)
    assert "Harbour: Fading: attention fell to 8% of its peak" in letter.text
    assert "Against what is usual: About 340 posts a day; usual is about 41." in letter.text
    assert "Since when: Fading since Sun 12 May, 22:00 (Europe/Berlin)." in letter.text


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
        "all_warnings": [
            replace(told(State.FADING, number=3), useful=True),
            told(State.STEADY, before=State.FADING, number=4),
            told(State.FADING),
        ],
    }
    shown = {name: more.pop(name) for name in ("aliases", "views", "rest", "day_gaps") if name in more}
    return digest(Week(**given | more), reader(language), situation(**shown))


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
    assert letter.text.splitlines()[3:7] == [
        "Measured on Wikipedia (en).",
        "How sure, how complete: Very sure (86%) that it stays down. The data behind this are 97% complete.",
        "Against what is usual: About 340 a day; usual is about 41.",
        "Since when: Fading since Sun 12 May, 22:00 (Europe/Berlin).",
    ]


def test_the_key_of_a_former_topic_stays_here():
    """Neither subject nor text of warning and digest hold the key of a former topic, in either language."""
    changes = [told(State.FADING, topic=SECRET), told(State.NO_DATA, topic=SECRET, number=13)]
    for language, name in (("en", "a former topic"), ("ru", "прежняя тема")):
        letter = warned(*changes, language=language, standing={(SECRET, "simulation"): State.FADING})
        assert name in letter.subject
        for one in (letter, weekly(language, changes=changes)):
            assert name in one.text
            assert SECRET not in f"{one.subject}{one.text}{one.html}"


def test_many_fades_are_a_letter_of_bounded_length():
    """The three surest fades are told in full, the surest first; each other in a line with its proposal."""
    sure = [0.6, 0.95, None, 0.7, 0.9]
    keys = [f"t{number}" for number in range(5)]
    views = {key: topic_view(State.FADING, key=key, certainty=one) for key, one in zip(keys, sure, strict=True)}
    given = {
        "aliases": {key: key.upper() for key in keys},
        "views": views,
        "standing": {(key, "simulation"): State.FADING for key in keys},
        "pushes": [replace(PROPOSAL, topics=("t0",))],
    }
    letter = warned(*(told(State.FADING, topic=key, number=n) for n, key in enumerate(keys, 1)), **given)
    headings = [line for line in letter.text.splitlines() if "Fading: attention fell" in line]
    assert letter.subject == "Lantern: 5 topics are fading"
    assert headings == [
        "T1: Fading: attention fell to 8% of its peak",
        "T4: Fading: attention fell to 8% of its peak",
        "T3: Fading: attention fell to 8% of its peak",
        "T0: Fading: attention fell to 8% of its peak. Proposal 4.",
        "T2: Fading: attention fell to 8% of its peak.",
    ]
    assert letter.text.count("Next:") == 3
    assert len(letter.text) < 4000


def test_since_is_said_in_russian():
    """Whatever began or ended has its "с" before the day."""
    when = "с 12 мая (вс), 22:00 (Europe/Berlin)"
    over = warned(told(State.STEADY, before=State.FADING), state=State.STEADY, language="ru")
    assert f"больше не угасает {when}." in over.text
    blind = warned(told(State.NO_DATA), state=State.NO_DATA, language="ru")
    assert f"Симуляция не даёт данных {when}: " in blind.text
    back = warned(told(State.STEADY, before=State.NO_DATA, resumed=True), state=State.STEADY, language="ru")
    assert f"Симуляция снова даёт данные {when}: " in back.text

"""The page Warnings as Streamlit runs it, and the value it is handed from a real store."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from streamlit.testing.v1 import AppTest

from monitor import config, desk, sources
from monitor.alerts.listing import fades
from monitor.desk import warnings as warnings_desk
from monitor.model import (
    DAY,
    HOUR,
    Change,
    Coverage,
    Due,
    Message,
    MessageKind,
    Pulse,
    Sensitivity,
    Snooze,
    State,
    Status,
    Told,
)
from monitor.shown.frame import Frame
from monitor.shown.warnings import Foreseen, Judging, Preview, Snoozing, Unfollowed, Waking, WarningsPage, Wish
from monitor.store import Store
from monitor.ui.viewer import Viewer
from tests.ui_views import AT, SECRET, click_open, evidence, unstyled
from tests.waves import invented, wave

ALIASES = {"harbour": "Harbour", "names": "Names"}
EDITOR = Viewer("en", "Europe/Berlin", name="Amina")
FADE = 12


def told(to, *, before=State.RISING, number=FADE, ago=41, **more) -> Told:
    """A stored change of a topic, so many hours ago."""
    kind, resumed = "halved" if to is State.FADING else None, more.pop("resumed", False)
    change = Change(AT - ago * HOUR, before, to, evidence(to), kind, resumed)
    return Told(number, more.pop("topic", "harbour"), more.pop("source", "bluesky"), change, **more)


OPEN = told(State.FADING)
OVER = told(State.STEADY, before=State.FADING, number=FADE + 1, ago=3)
BLIND = told(State.NO_DATA, before=State.STEADY, number=20, ago=5, topic="names", source="wikipedia:en")
BACK = told(State.STEADY, before=State.NO_DATA, number=21, ago=1, topic="names", source="wikipedia:en", resumed=True)


def message(*changes, sent=True, error="", channel="team") -> Message:
    """A warning that told these changes, half an hour after the first."""
    made = changes[0].change.at + timedelta(minutes=30)
    return Message(1, channel, MessageKind.WARNING, "id", made, 1, changes, made if sent else None, error)


def handed(*changes, **more) -> WarningsPage:
    """The page's value with these changes; `more` replaces fields."""
    given = {
        "frame": Frame("Lantern", ALIASES, AT, AT),
        "acting_at": AT,
        "told": changes,
        "messages": {},
        "owed": {},
        "settled": {},
        "snoozes": (),
        "standing": {},
        "silent": (),
        "measures": {},
        "unfollowed": (),
        "counted": True,
        "sensitivity": Sensitivity.NORMAL,
        "act": lambda wish: "",
        "replay": lambda progress: Preview(AT, ()),
        "kept": lambda key, build: build(),
    }
    return WarningsPage(**{**given, **more})


class Asked(list[Wish]):
    """Takes what the page asks for."""

    def __call__(self, wish: Wish) -> str:
        """Nothing stands against it."""
        self.append(wish)
        return ""


def _script(page, viewer):
    from monitor.ui import warnings  # noqa: PLC0415 - Streamlit runs this function's text on its own

    warnings.render(page, viewer)


def shown(*changes, viewer=EDITOR, **more) -> AppTest:
    """The page as it comes up."""
    return run(AppTest.from_function(_script, args=(handed(*changes, **more), viewer), default_timeout=20))


def run(page: AppTest) -> AppTest:
    """Run the page; it must not fail."""
    page.run()
    assert not page.exception
    return page


def press(page: AppTest, key: str) -> AppTest:
    """Press the button of that key."""
    page.button(key=key).click()
    return run(page)


def text(page: AppTest) -> str:
    """All that the page says."""
    said = [*page.header, *page.subheader, *page.text, *page.code]
    return "\n".join([one.value for one in said] + [unstyled(one.proto.body) for one in page.get("html")])


def buttons(page: AppTest) -> set[str | None]:
    """The buttons there are."""
    return {one.key for one in page.button}


def test_an_open_fade_says_whose_what_where_and_how_sure():
    """Alias, state sentence, time on the viewer's clock, source and certainty stand on its card."""
    said = text(shown(OPEN))
    assert "1 warning is open." in said
    for part in ("Harbour", "Fading: attention fell to 8% of its peak", "Sun 12 May, 22:00, Bluesky: very sure (86%)"):
        assert part in said
    assert "All times are in Europe/Berlin." in said


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({}, "Nobody was told, because no channel is set up (config.yaml, warnings: channels)."),
        ({"messages": {"team": [message(OPEN)]}}, "team: told on Sun 12 May, 22:30."),
        ({"messages": {"team": [message(OPEN, error="two bounced")]}}, "but not everybody: two bounced."),
        ({"messages": {"team": [message(OPEN, sent=False)]}}, "team: the message is on its way."),
        ({"messages": {"team": [message(OPEN, sent=False, error="no server")]}}, "did not go out: no server."),
        (
            {"messages": {"team": []}, "settled": {"team": frozenset({FADE})}},
            "team: nobody was told, because there was nothing new to tell",
        ),
        ({"messages": {"team": []}}, "team: nobody was told, because the channel was set up later"),
        ({"messages": {"team": []}, "owed": {"team": frozenset({FADE})}}, "it goes out with the next message"),
        (
            {
                "messages": {"team": []},
                "owed": {"team": frozenset({FADE})},
                "snoozes": (Snooze("harbour", AT + DAY, "Ann", "rest", 1),),
            },
            "team: not told yet, as silence was asked for until Wed 15 May, 15:00.",
        ),
    ],
)
def test_each_channel_says_whether_and_when_it_was_told(more, line):
    """Sent, failing, waiting, silenced, settled and not set up are told apart."""
    assert line in text(shown(OPEN, **more))


def test_a_silence_about_another_topic_keeps_nothing_back():
    """What waits is said to wait for silence only where it is silenced."""
    waiting = {"messages": {"team": []}, "owed": {"team": frozenset({FADE})}}
    said = text(shown(OPEN, **waiting, snoozes=(Snooze("names", AT + DAY, "Ann", "rest", 1),)))
    assert "team: not told yet; it goes out with the next message" in said


def test_that_it_is_over_is_told_apart():
    """A fade that ended stands among the past ones, with when people heard of its beginning and of its end."""
    made = [message(OPEN), message(OVER)]
    said = text(shown(OPEN, OVER, messages={"team": made}))
    assert "No warning is open" in said
    assert "no longer fading. From then on: steady." in said
    assert "team: told on Sun 12 May, 22:30.\nteam: told on Tue 14 May, 12:30 that it is over." in said


def test_the_silence_of_a_source_is_a_warning_of_its_own():
    """No data is shown as such, and as past once they are back."""
    assert "Names on Wikipedia (en): no data from here on." in text(shown(BLIND))
    page = shown(BLIND, BACK)
    assert page.header[0].value == "Past"
    assert "data again; it is steady as before." in text(page)


def test_a_source_that_leaves_two_topics_unknown_is_one_warning():
    """It is open until the last of them is known again, and both stand on its card."""
    also = replace(BLIND, number=22, topic="harbour")
    page = shown(BLIND, also, replace(BACK, number=23))
    assert "1 warning is open." in text(page)
    assert "Names, Harbour" in [one.value for one in page.text]
    assert "No warning is open" in text(shown(BLIND, also, BACK, replace(BACK, number=23, topic="harbour")))


def test_a_fade_that_wavers_is_told_briefly():
    """Of many passages the first three and the newest stand there, and how many lie between."""
    turns = [told(State.FADING, number=2, source="x"), OPEN]
    for number in (21, 22, 23, 24):
        before, to = ((State.FADING, State.RECOVERING), (State.RECOVERING, State.FADING))[number % 2 == 0]
        turns.append(told(to, before=before, number=number, ago=30 - number))
    lines = text(shown(*turns))
    assert lines.count("that it stays down.") == 3
    assert "2 changes between." in lines


def test_what_began_first_is_told_first():
    """A fade is headed by its beginning, whichever source was stored first; the newest warning stands on top."""
    later = told(State.FADING, number=FADE - 1, source="x", ago=9)
    page = shown(OPEN, later, replace(BLIND, number=3))
    assert [one.value.partition(" ")[0] for one in page.subheader] == [":gray[?]", ":red[▼]"]
    assert "Sun 12 May, 22:00, Bluesky: very sure (86%) that it stays down.\nTue 14 May, 06:00, X" in text(page)


def test_what_came_in_late_is_no_warning():
    """Nobody was told of what late hours decided, so it is not shown as if somebody might have been."""
    assert "There has been no warning yet." in text(shown(replace(OPEN, late=True), replace(BLIND, late=True)))


def test_the_evidence_is_worked_out_when_it_is_opened():
    """What it rested on is there for who opens it, and costs nothing before."""
    page = shown(OPEN, measures={("harbour", "bluesky"): "posts"})
    assert "Against what is usual" not in text(page)
    page.session_state[f"evidence-{FADE}"] = True
    said = text(run(page))
    for part in ("About 340 posts a day; usual is 25 to 60.", "Peak 11 May", "Why: Half of the peak is gone."):
        assert part in said
    assert "Not one hour" not in said
    assert "How many people" not in said


@pytest.mark.parametrize(("key", "useful"), [("useful", True), ("not_useful", False)])
def test_saying_whether_it_was_of_use_asks_for_it(key, useful):
    """The button carries the warning's number and the name of who signed in."""
    asked = Asked()
    page = shown(OPEN, act=asked)
    press(page, f"{key}-{FADE}")
    assert asked == [Judging((FADE,), useful, "Amina")]


def test_what_was_said_before_can_be_changed():
    """What stands of any change of the warning is shown, its button is off, and the other corrects that very change."""
    asked = Asked()
    page = shown(OPEN, replace(OVER, useful=True), act=asked)
    assert "Your team called it useful." in text(page)
    assert page.button(key=f"useful-{FADE}").disabled
    press(page, f"not_useful-{FADE}")
    assert asked == [Judging((OVER.number,), useful=False, by="Amina")]


def test_who_did_not_sign_in_may_write_their_name():
    """The name that is written goes along with what is said."""
    asked = Asked()
    page = shown(OPEN, viewer=replace(EDITOR, name=""), act=asked)
    page.text_input(key="warnings-who").input("  Bo ")
    press(page, f"useful-{FADE}")
    assert asked == [Judging((FADE,), useful=True, by="Bo")]


def test_a_refusal_is_told_until_something_else_is_asked_for():
    """What stands against a deed is read as plain text, beside its button, and no refresh takes it away."""
    answers = ["**no**, [not](http://evil.example)", ""]
    page = shown(OPEN, act=lambda wish: answers.pop(0))
    press(page, f"useful-{FADE}")
    assert answers[-1:] == [""]
    run(page)
    assert "**no**, [not](http://evil.example)" in text(page)
    assert [one.value for one in page.error] == ["This was not done:"]
    press(page, f"not_useful-{FADE}")
    assert not page.error
    assert "**no**" not in text(page)


def test_the_evidence_stays_open_in_another_language():
    """Who switches the language goes on reading where they were."""
    page = shown(OPEN)
    click_open(page, "How do we know")
    assert "Bluesky, Sun 12 May, 22:00" in text(page)
    page.args = (handed(OPEN), replace(EDITOR, language="ru"))
    assert "Bluesky, 12 мая" in text(run(page))


def test_silence_is_asked_for_with_topic_length_and_reason():
    """One topic for a week; a refusal costs no typing, and once it is silent the form is empty again."""
    asked, answers = Asked(), ["a snooze needs who wants it (--by) and why (--reason)", ""]
    page = shown(act=lambda wish: asked(wish) or answers.pop(0), viewer=replace(EDITOR, name=""))
    page.selectbox(key="silence-topic").select("names")
    page.selectbox(key="silence-days").select(7)
    page.text_input(key="silence-why-0").input("a quiet week")
    press(page, "silence-do")
    run(page)
    assert ["say who you are and why" in one.value for one in page.error] == [True]
    assert page.text_input(key="silence-why-0").value == "a quiet week"
    page.text_input(key="warnings-who").input("Amina")
    press(page, "silence-do")
    assert asked[-1] == Snoozing("names", 7, AT.date(), "Europe/Berlin", "Amina", "a quiet week")
    assert not page.error
    assert page.text_input(key="silence-why-1").value == ""


def test_the_last_silent_day_is_a_day_of_the_viewers_calendar():
    """It is tomorrow already in Auckland, and a day that passes while the form is open gives way to the new one."""
    local = replace(EDITOR, language="ru", timezone="Pacific/Auckland")
    page = shown(viewer=local)
    page.selectbox(key="silence-days").select(0)
    run(page)
    assert page.date_input(key="silence-last").value == date(2024, 5, 15)
    assert page.date_input(key="silence-last").proto.format == "DD.MM.YYYY"
    page.date_input(key="silence-last").set_value(date(2024, 5, 16))
    run(page)
    page.args = (handed(acting_at=AT + 3 * DAY), local)
    assert run(page).date_input(key="silence-last").value == date(2024, 5, 18)


def test_silence_can_end_with_a_day():
    """Of all topics, up to the end of the day that is chosen."""
    asked = Asked()
    page = shown(act=asked)
    page.selectbox(key="silence-days").select(0)
    run(page)
    page.date_input(key="silence-last").set_value(date(2024, 5, 20))
    page.text_input(key="silence-why-0").input("holidays")
    press(page, "silence-do")
    assert asked == [Snoozing(None, None, date(2024, 5, 20), "Europe/Berlin", "Amina", "holidays")]


def test_what_is_silenced_is_shown_until_it_is_over_and_can_be_ended():
    """Until when, by whom and why stands there, with a button; a silence that has passed does not."""
    asked = Asked()
    both = (Snooze("harbour", AT + DAY, "Ann", "rest", 3), Snooze(None, AT, "Bo", "passed", 2))
    page = shown(snoozes=both, act=asked)
    assert "nothing is sent of Harbour until Wed 15 May, 15:00 (Europe/Berlin). Ann: rest" in text(page)
    assert "passed" not in text(page)
    press(page, "wake-3")
    assert asked == [Waking(3)]


def test_the_track_record_is_told_in_a_sentence_and_by_topic():
    """Of all fades how many were of use, as the digest tells it, and a row for each topic."""
    said = text(shown(replace(OPEN, useful=True), OVER, replace(told(State.FADING, topic="names", number=30))))
    assert "Of 2 warnings you called 1 useful and 0 not; of 1 nobody has said." in said
    assert '<th scope="row">Harbour</th><td>1</td><td>1</td><td>0</td><td>0</td>' in said
    assert '<th scope="row">Names</th><td>1</td><td>0</td><td>0</td><td>1</td>' in said


def rows(*numbers):
    """What the three sensitivities would have done for a topic: warned, judged, held."""
    return tuple(Foreseen("harbour", one, 90, *of) for one, of in zip(Sensitivity, numbers, strict=True))


def test_the_preview_is_worked_out_once_asked_for_and_stays():
    """The button replays, tells its progress, and what was found is there on every later run."""
    found, asked = Preview(AT, rows((0, 0, 0), (1, 1, 1), (7, 6, 4))), []

    def replay(progress):
        asked.append([progress(share) for share in (0.0, 0.5, 1.0)])
        return found

    page = shown(replay=replay)
    assert asked == []
    press(page, "preview")
    run(page)
    assert len(asked) == 1
    said = text(page)
    line = "in the last 90 days calm would have warned not once, normal 1 time and eager 7 times."
    assert f"Harbour: {line}" in said
    assert "<td>0</td><td>1 (1 of 1)</td><td>7 (4 of 6)</td>" in said
    assert "normal (now)" in said
    assert "sensitivity: eager" in said


def test_a_preview_that_is_there_already_is_shown():
    """What somebody else has asked for is there at once; one without any row says why."""
    assert "eager 7 times" in text(shown(previewed=Preview(AT, rows((0, 0, 0), (1, 0, 0), (7, 0, 0)))))
    assert "no source is followed by the hour yet" in text(shown(previewed=Preview(AT, ())))


def test_without_any_warning_the_page_says_so():
    """A campaign that is counted but was never warned knows when a warning comes."""
    page = shown()
    assert "There has been no warning yet." in text(page)
    assert "Nothing is silenced." in text(page)
    assert "There is no fade to look back on yet." in text(page)
    assert not page.subheader


def test_where_nothing_is_counted_there_is_nothing_else():
    """Before the first count no form and no table stands there."""
    page = shown(counted=False)
    assert text(page) == "Nothing has been counted yet, so there is nothing to warn of."
    assert not buttons(page)


def test_a_blind_source_is_why_it_is_quiet():
    """That nobody is warned because nothing is seen is said, also of a source that does not answer at all."""
    standing = {("harbour", "bluesky"): State.NO_DATA, ("names", "archive:old"): State.NO_DATA}
    off = (Unfollowed("archive:old", archive=True),)
    said = text(shown(standing=standing, silent=("x",), unfollowed=off))
    assert "No data at the moment: Bluesky, X. " in said
    assert "Archive (old) warns nobody, whatever it shows" in said


def test_what_is_switched_off_warns_nobody_and_is_not_open():
    """A fade in a source that nobody asks any more is past, and says that nobody will hear of its end."""
    off = (Unfollowed("bluesky", archive=False, asked_at=AT - 9 * DAY), Unfollowed("x", archive=False))
    said = text(shown(OPEN, unfollowed=off))
    assert "Bluesky warns nobody: it was asked last on Sun 5 May, 15:00." in said
    assert "X warns nobody: it is not being asked." in said
    assert "No warning is open" in said
    assert "Not followed any more" in said


def test_a_topic_that_is_gone_has_no_name():
    """Warnings of a topic that left the config are past, and its key is not shown."""
    said = text(shown(replace(OPEN, topic="old-key")))
    assert "a former topic" in said
    assert "old-key" not in said


def test_older_ones_are_shown_to_who_asks():
    """The newest five of what is over come first, ten more with each press."""
    many = [
        one
        for n in range(12)
        for one in (
            told(State.FADING, number=2 * n + 1, ago=500 - 20 * n),
            told(State.STEADY, before=State.FADING, number=2 * n + 2, ago=490 - 20 * n),
        )
    ]
    page = shown(*many)
    assert len(page.subheader) == 5
    press(page, "warnings-more")
    assert len(run(page).subheader) == 12
    assert "warnings-more" not in buttons(page)


def test_a_viewer_who_may_not_edit_sees_no_form():
    """All is there to be read; nothing can be said, silenced or ended. The preview changes nothing, so it stays."""
    page = shown(
        OPEN, OVER, snoozes=(Snooze(None, AT + DAY, "Ann", "rest", 3),), viewer=replace(EDITOR, may_edit=False)
    )
    assert buttons(page) == {"preview"}
    assert not page.text_input
    assert "Ann: rest" in text(page)


def test_the_page_speaks_russian():
    """Every sentence of every form is Russian, but for names of people, sources and config keys."""
    russian = replace(EDITOR, language="ru", name="")
    page = shown(OPEN, BLIND, snoozes=(Snooze(None, AT + DAY, "Анна", "отдых", 3),), viewer=russian)
    page.session_state[f"evidence-{FADE}"] = True
    said = text(run(page))
    for part in ("Сейчас в силе 2 предупреждения.", "Угасает: от пика внимания осталось 8%", "Никому не отправлено"):
        assert part in said
    assert {"Пригодилось", "Не пригодилось", "Прекратить эту тишину"} <= {one.label for one in page.button}
    for bare in (shown(viewer=russian), shown(counted=False, viewer=russian)):
        assert not [word for word in text(bare).split() if word.isascii() and word.isalpha() and len(word) > 9]


HOSTILE = ["<script>alert(1)</script>", "![x](http://evil.example/p.png)", "a\u202etxt.exe", ":red[x] $\\alpha$", "# h"]


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_text_is_plain_text(bad):
    """Markup in an alias, a channel, an error, a name or a reason is letters, and nothing reorders text."""
    frame = Frame(bad, {"harbour": bad}, AT, AT)
    sent = {bad: [message(OPEN, error=bad, channel=bad)]}
    snoozes = (Snooze("harbour", AT + DAY, bad, bad, 3),)
    found = Preview(AT, rows((0, 0, 0), (1, 0, 0), (7, 0, 0)))
    page = shown(OPEN, frame=frame, messages=sent, snoozes=snoozes, previewed=found)
    plain = bad.replace("\u202e", "")
    assert sum(element.value.count(plain) for element in page.text) >= 6
    assert "\u202e" not in text(page)
    for element in (*page.markdown, *page.header, *page.subheader, *page.caption):
        assert plain not in element.value
    assert not [one for one in page.get("html") if "<script" in one.proto.body]
    assert not [one for one in (*page.button, *page.text_input, *page.expander) if plain in one.label]


CONFIG = f"""
topics:
  harbour: {{alias: Harbour, tags: [{SECRET}]}}
  names: {{alias: Names, tags: [ReadTheNames]}}
sources: {{bluesky: {{}}, wikipedia: {{}}, archive: {{}}}}
sensitivity: calm
campaign: {{alias: Lantern, timezone: Europe/Berlin}}
warnings: {{channels: {{team: {{}}}}}}
"""
NOW = datetime.now(UTC).replace(minute=0, second=0, microsecond=0)


@pytest.fixture
def chosen(tmp_path) -> config.Config:
    """A campaign in a file."""
    path = tmp_path / "config.yaml"
    path.write_text(CONFIG, encoding="utf-8")
    return config.load(path, sources=sources.settings())


@pytest.fixture
def empty(chosen):
    """The campaign's store before anything was counted."""
    with closing(Store.open(chosen.store)) as opened:
        yield opened


@pytest.fixture
def store(empty):
    """The same with a wave that faded on Bluesky, beside an archive and what nobody asks any more."""
    level = wave(days=40, peak_day=30, half_life_days=0.8)
    values = invented(level, seed=2).values
    with empty.recording(now=NOW) as recording:
        asked = {"bluesky": 1, "wikipedia:en": 9 * 24, "x": 2, "archive:old": 0}
        for source, ago in asked.items():
            end = NOW if ago == 1 else NOW - 9 * DAY
            start = end - len(values) * HOUR
            series = {"topic": "harbour", "source": source, "measure": "posts", "bucket_hours": 1, "method": "1"}
            hours = [series | {"bucket": start + n * HOUR, "value": value} for n, value in enumerate(values)]
            recording.replace(hours)
            recording.cover(source, ["harbour"], [Coverage(start, end, Status.COMPLETE)])
            if ago:
                recording.beat(Pulse(source, NOW - ago * HOUR, Status.COMPLETE, 60.0, 1, NOW - ago * HOUR))
    return empty


def built(store, chosen, *, may_edit=True) -> WarningsPage:
    """The page's value as the dashboard would build it."""
    return warnings_desk.page(desk.Desk(desk.look(store, chosen), store, chosen, may_edit))


def stored(store, *states, news=True) -> list[Told]:
    """Store the passages of the topic through these states, owed to the channel; gives back what was worth telling."""
    found = [Change(NOW - 9 * HOUR + n * HOUR, one, to, evidence(to)) for n, (one, to) in enumerate(pairwise(states))]
    with store.recording(now=NOW) as recording:
        added: list[Told] = recording.add_changes("harbour", "bluesky", found, news_from=NOW - DAY if news else NOW)
        for one in added:
            recording.owe(one.number, ["team"])
    return added


def test_the_value_tells_what_is_followed_and_what_is_not(store, chosen):
    """Archives and sources that nobody asks any more warn nobody; the rest is judged as its series is."""
    page = built(store, chosen)
    assert page.unfollowed == (
        Unfollowed("archive:old", archive=True),
        Unfollowed("wikipedia:en", archive=False, asked_at=NOW - 9 * DAY),
        Unfollowed("x", archive=False, asked_at=NOW - 2 * HOUR),
    )
    assert page.measures["harbour", "bluesky"] == "posts"
    assert (page.sensitivity, page.counted) == (Sensitivity.CALM, True)
    assert page.frame.aliases == {"harbour": "Harbour", "names": "Names"}


def test_the_value_tells_what_was_sent_and_what_is_owed(store, chosen):
    """A message's changes are told, those of none are owed; the digest is no warning."""
    fade, over = stored(store, State.RISING, State.FADING, State.STEADY)
    with store.recording(now=NOW) as recording:
        recording.begin_message("team", MessageKind.WARNING, "one", [Due(fade, NOW)])
        recording.begin_message("team", MessageKind.DIGEST, "two")
    page = built(store, chosen)
    assert [one.number for one in page.told] == [fade.number, over.number]
    assert [[told.number for told in one.told] for one in page.messages["team"]] == [[fade.number]]
    assert page.owed == {"team": {over.number}}
    assert page.settled == {"team": set()}


def test_what_staff_ask_for_is_stored(store, chosen):
    """Useful, silence by days and by date, and its end reach the store, under the name that was given."""
    [fade] = stored(store, State.RISING, State.FADING)
    page = built(store, chosen)
    assert page.act(Judging((fade.number,), useful=True, by="Amina")) == ""
    assert page.act(Snoozing("harbour", 7, NOW.date(), "Europe/Berlin", "Amina", "rest")) == ""
    last = (NOW + 3 * DAY).date()
    assert page.act(Snoozing(None, None, last, "Africa/Lagos", "Bo", "holidays")) == ""
    again = built(store, chosen)
    assert [one.useful for one in again.told] == [True]
    week, to_date = again.snoozes
    assert timedelta(0) <= week.until - NOW - 7 * DAY < 2 * HOUR
    assert to_date.until == datetime(last.year, last.month, last.day, 23, tzinfo=UTC)
    assert page.act(Waking(week.number)) == ""
    assert [one.number for one in built(store, chosen).snoozes] == [to_date.number]


def test_what_cannot_be_done_is_said(store, chosen):
    """A silence without end, a topic or a warning that is not there, and a viewer who only looks: each is refused."""
    page = built(store, chosen)
    far = (NOW + 200 * DAY).date()
    assert "90 days at most" in page.act(Snoozing(None, None, far, "UTC", "Bo", "rest"))
    assert "there is no topic 'other'" in page.act(Snoozing("other", 1, far, "UTC", "Bo", "rest"))
    assert "there is no warning 99" in page.act(Judging((99,), useful=True))
    assert "no snooze 4 is in force" in page.act(Waking(4))
    assert "may look" in built(store, chosen, may_edit=False).act(Snoozing(None, 1, far, "UTC", "Bo", "rest"))
    assert store.snoozes(now=NOW) == ()


def test_the_preview_of_a_store_is_kept_for_as_long_as_it_is_shown(store, chosen):
    """It replays what is followed only, and the next page of the same look has it without asking."""
    looked = desk.Desk(desk.look(store, chosen), store, chosen, may_edit=True)
    page = warnings_desk.page(looked)
    assert page.previewed is None
    shares: list[float] = []
    found = page.replay(shares.append)
    assert shares[-1] == 1.0
    assert [(one.topic, one.sensitivity, one.days) for one in found.rows] == [("harbour", s, 40) for s in Sensitivity]
    assert all(one.warned for one in found.rows)
    assert warnings_desk.page(looked).previewed is found


def test_the_preview_agrees_with_the_judgement_in_force(store, chosen):
    """For the sensitivity that is set it counts the fades that the judgement itself finds."""
    looked = desk.Desk(desk.look(store, chosen), store, chosen, may_edit=True)
    [view] = looked.seen.views
    [judged] = [one.assessment for one in view.sources if one.assessment.source == "bluesky"]
    alone = fades([Told(n, "harbour", "bluesky", one) for n, one in enumerate(judged.changes)])
    found = {one.sensitivity: one.warned for one in warnings_desk.page(looked).replay(lambda share: None).rows}
    assert found[Sensitivity.CALM] == len(alone)


def test_an_empty_store_makes_an_empty_page(empty, chosen):
    """Before the first count there is nothing to tell and nothing to replay."""
    page = built(empty, chosen)
    assert (page.counted, page.told, page.unfollowed) == (False, (), ())
    assert page.replay(lambda share: None).rows == ()


def test_no_term_reaches_the_page(store, chosen):
    """A real campaign's page holds aliases, never what is searched for."""
    stored(store, State.RISING, State.FADING)
    page = run(AppTest.from_function(_script, args=(built(store, chosen), EDITOR), default_timeout=20))
    everything = " ".join(str(element.proto) for element in page.main)
    assert "Harbour" in everything
    assert SECRET not in everything

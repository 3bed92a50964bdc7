"""What is said of pushes: proposals, plans, windows and effects, in English and Russian."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from string import Formatter

import pytest

from monitor.model import DAY, Check, Effect, Extra, Push, PushState, Verdict, Window
from monitor.model.effects import Why
from monitor.pushes import plan, telling
from monitor.words import pushes as texts

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
START = datetime(2026, 11, 26, 17, tzinfo=UTC)  # 18:00 in Berlin
ALIASES = {"lanterns": "Lights"}
WINDOW = Window(START, START + timedelta(hours=3), 1.8, 8, weak=False, source="bluesky")
PROPOSAL = Push(
    ("lanterns",),
    WINDOW.start,
    WINDOW.end,
    PushState.PROPOSED,
    reason=plan.FADING,
    latest=START + DAY,
    windows=(WINDOW, replace(WINDOW, start=START + DAY, end=WINDOW.end + DAY)),
    number=3,
)
PLANNED = replace(PROPOSAL, state=PushState.PLANNED, owner="Amina", reason="", windows=(), hook="new testimony")
EXTRA = Extra("bluesky", "posts", 24, Verdict.MORE, 826.0, 486.0, 340.0, 203.0, 478.0)
EFFECT = Effect("lanterns", START, (EXTRA,), EXTRA, None, (1.5, 0.8, 2.2))


def lines(push, *, language="en", now=NOW, timezone="Europe/Berlin"):
    """Everything that is said of a push."""
    return telling.push_lines(push, aliases=ALIASES, timezone=timezone, now=now, language=language)


def line(language="en", timezone="Europe/Berlin", **changes):
    """What is said of a window with these changes."""
    proposal = replace(PROPOSAL, windows=(replace(WINDOW, **changes),))
    return lines(proposal, language=language, timezone=timezone)[-1].removeprefix("1. ")


def told(language="en", **changes):
    """What is said of the effect with these changes."""
    return telling.effect_lines(replace(EFFECT, **changes), alias="Lights", language=language)


def test_a_page_that_names_the_zone_once_has_none_in_its_lines():
    """For the command line the zone stands beside a time; on a page it is named above."""
    zoned, bare = (telling.Reader("Europe/Berlin", NOW, zoned=one) for one in (True, False))
    said = [telling.lines_for(PLANNED, reader, aliases=ALIASES)[2] for reader in (zoned, bare)]
    assert said == ["When: Thu 26 Nov, 18:00–21:00 (Europe/Berlin).", "When: Thu 26 Nov, 18:00–21:00."]


def test_a_proposal_that_was_moved_says_its_own_time():
    """Where its time is none of its windows any more, it is told before them."""
    moved = replace(PROPOSAL, starts_at=START + 3 * DAY, ends_at=WINDOW.end + 3 * DAY)
    assert "When: Sun 29 Nov, 18:00–21:00 (Europe/Berlin)." in lines(moved)
    assert not any(line.startswith("When:") for line in lines(PROPOSAL))


def test_a_proposal_says_why_and_when():
    """Heading, reason, latest date, and the windows by number."""
    assert lines(PROPOSAL) == (
        "Push 3, proposed: Lights",
        "Attention is fading; a push may hold it. Nobody can promise that it will.",
        "It should be out by Fri 27 Nov: after that the wave may be over.",
        "When it could go out, best first:",
        "1. Thu 26 Nov, 18:00–21:00: 1.8 times an average hour (by 8 weeks of its past)",
        "2. Fri 27 Nov, 18:00–21:00: 1.8 times an average hour (by 8 weeks of its past)",
    )


def test_a_proposal_in_russian():
    """The same in Russian, with its own forms and marks."""
    said = lines(PROPOSAL, language="ru")
    assert said[0] == "Акция 3, предложена: Lights"
    assert said[2].startswith("Лучше успеть до пт 27 ноября")
    assert (
        said[4] == "1. чт 26 ноября, 18:00–21:00: внимания в 1,8 раза больше, чем в средний час (по 8 прошлым неделям)"
    )


def test_a_late_proposal_does_not_call_its_windows_best():
    """Where little time is left, the order is by time and says so."""
    said = lines(replace(PROPOSAL, reason=plan.FADING_SOON))
    assert "little time is left" in said[1]
    assert said[3] == "When it could go out, soonest first:"


def test_a_planned_push_says_who_does_what_when_and_what_is_unchecked():
    """Owner, window with its zone, hook, and the question whether it exposes someone."""
    said = lines(replace(PLANNED, checked=(Check.HELPLINE,)))
    assert "When: Thu 26 Nov, 18:00–21:00 (Europe/Berlin)." in said
    assert "Owner: Amina." in said
    assert "It hangs on: new testimony" in said
    assert said[-2].startswith("☐ Not yet looked at: could this expose someone?")
    assert said[-1].startswith("☑ ")


def test_a_push_whose_window_is_over_asks_what_became_of_it():
    """A planned push in the past wants an answer; a done one tells when it went out."""
    late = START + DAY
    assert any("If it went out, say so" in one for one in lines(PLANNED, now=late))
    done = replace(PLANNED, state=PushState.DONE, went_out_at=START)
    assert "It went out: Thu 26 Nov, 18:00 (Europe/Berlin)." in lines(done, now=late)
    assert not any("say so" in one or "should be out" in one for one in lines(done, now=late))
    assert not any("say so" in one for one in lines(PLANNED))


def test_a_reason_of_staff_is_told_as_they_wrote_it():
    """A declined push says why; marks that turn or break a line are gone."""
    declined = replace(PLANNED, state=PushState.DECLINED, reason="too\u202e dangerous\nnow")
    assert lines(declined)[1] == "Why: too dangerous now"


def test_one_line_of_a_list():
    """Number, state, when, who, and what about, with the latest state's time."""
    said = telling.push_line(PLANNED, aliases={}, timezone="Europe/Berlin", now=NOW)
    assert said == "3  planned  Thu 26 Nov, 18:00–21:00  Amina  a former topic"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"audience": 0.7}, "0.7 times an average hour"),
        ({"audience": 1.02}, "like an average hour"),
        ({"audience": None}, "nothing is known of who is there at that time"),
        ({"weak": True, "weeks": 2}, "1.8 times an average hour; weak evidence (2 weeks)"),
        ({"weak": True}, "weak evidence (in 8 weeks its hours hardly differ)"),
        ({"weeks": 1}, "(by 1 week of its past)"),
        ({"anchor": "Hearing"}, "close to a date of yours: Hearing"),
        ({"days_from_push": 2.9}, "3 days after another push"),
        ({"days_from_push": -1.1}, "1 day before another push"),
        ({"days_from_push": 0.2}, "within a day of another push"),
        ({"news": 1.8}, "a heavy news day (1.8 times the usual news)"),
    ],
)
def test_a_window_says_what_speaks_for_and_against_it(changes, words):
    """Audience with its evidence, weak evidence as such, anchors, other pushes and heavy news."""
    assert words in line(**changes)
    assert re.search("[а-яё]", line("ru", **changes).split(": ", 1)[1])


def test_a_day_of_usual_news_is_not_worth_a_word():
    """Only a heavy news day is told."""
    assert "news" not in line(news=1.1)


def test_a_window_over_midnight_names_both_days_and_another_year_its_year():
    """Nothing is left to guess."""
    assert line(end=START + timedelta(hours=9)).startswith("Thu 26 Nov, 18:00 to Fri 27 Nov, 03:00: ")
    later = START + 50 * DAY
    assert line(start=later, end=later + timedelta(hours=1)).startswith("Fri 15 Jan 2027, 18:00–19:00: ")


def test_a_time_that_the_clock_shows_twice_has_its_offset():
    """Where clocks go back, an hour that comes twice says which one it is."""
    start = datetime(2027, 10, 31, 0, 30, tzinfo=UTC)
    said = line(start=start, end=start + timedelta(hours=1))
    assert said.startswith("Sun 31 Oct 2027, 02:30 (UTC+0200)–02:30 (UTC+0100): ")
    assert "UTC" not in line()


def test_an_effect_says_the_answer_first_then_its_numbers():
    """More, by how much, within which range, and that there was nothing to compare with."""
    assert told() == (
        "Lights: the push brought more attention than was expected without it.",
        "+340 posts over 24 hours compared with what was expected without it (+200 to +480): 1.7 times as many.",
        "It bought about 1.5 days of attention (0.8 to 2.2).",
        "There was nothing to compare with: something else of those days may have done it.",
        "The true number lies within the range in 9 cases of 10.",
    )


def test_an_effect_in_russian():
    """The same in Russian, with the forms of its numbers."""
    said = told("ru")
    assert (
        said[1] == "+340 постов за 24 часа по сравнению с тем, что ожидалось без неё (от +200 до +480): "
        "в 1,7 раза больше ожидавшегося."
    )
    assert said[2] == "Она продлила внимание примерно на 1,5 дня (от 0,8 до 2,2)."


@pytest.mark.parametrize(
    ("seen", "english", "russian"),
    [
        (1000.0, "2 times as many.", "в 2 раза больше ожидавшегося."),
        (2500.0, "5 times as many.", "в 5 раз больше ожидавшегося."),
        (510.0, "about as many.", "примерно столько же."),
        (300.0, "60% of it.", "60% от ожидавшегося."),
    ],
)
def test_what_came_is_compared_in_the_words_of_the_language(seen, english, russian):
    """More is told in times, with the form the number takes; as much in words; less as a share."""
    head = replace(EXTRA, seen=seen, expected=500.0)
    for language, words in (("en", english), ("ru", russian)):
        assert told(language, headline=head)[1].endswith(f": {words}")


@pytest.mark.parametrize("why", list(Why))
@pytest.mark.parametrize("verdict", [Verdict.CANNOT_TELL, Verdict.TOO_EARLY])
def test_what_cannot_be_told_is_said_so_with_the_reason_and_no_numbers(verdict, why):
    """No number, no days bought, no comparison: only that it cannot be said, and why, in both languages."""
    head = Extra("bluesky", "posts", 24, verdict, why=why)
    for language in ("en", "ru"):
        said = told(language, headline=head, extras=(head,))
        assert len(said) == 1
        reason = texts.TEXTS[f"push.why.{why.value}"].filled(language, None, {})
        assert said[0].endswith(f": {reason}.")


def test_no_difference_claims_neither_days_nor_absence():
    """An interval around zero bought no days, and does not prove that there was nothing."""
    head = replace(EXTRA, verdict=Verdict.NO_DIFFERENCE, extra=20.0, low=-50.0, high=90.0)
    said = told(headline=head, extras=(head,))
    assert "too little to tell from chance" in said[0]
    assert "+20 posts over 24 hours compared with what was expected without it (−50 to +90)" in said[1]
    assert not any("bought" in one for one in said)


def test_what_happened_elsewhere_stands_beside_it():
    """A control series is told with its numbers, and other sources, measures and hours a line each."""
    control = replace(EXTRA, source="x", verdict=Verdict.NO_DIFFERENCE, extra=-3.0, low=-20.0, high=12.0)
    views = Extra("wikipedia:de", "views", 168, Verdict.MORE, 2000, 800, 1200.0, 400.0, 2100.0)
    early = Extra("bluesky", "people", 3, Verdict.TOO_EARLY, why=Why.NOT_OVER)
    few = Extra("bluesky", "people", 24, Verdict.MORE, 8, 2, 6.0, 1.0, 9.0)
    said = told(control=control, extras=(EXTRA, views, early, few))
    assert "To compare: what it was not about had −3 posts over 24 hours (−20 to +12, X)." in said
    assert said[-4:-1] == (
        "Wikipedia (de), 7 days: +1,200 page views (+400 to +2,100).",
        "Bluesky, 3 hours, people: too early to tell: its hours are not over yet.",
        "Bluesky, 24 hours: fewer than 10 people, so no number is told.",
    )


def test_nothing_measured_is_said():
    """An effect without any number is no silence."""
    assert told(headline=None, extras=()) == ("Lights: nothing was measured of this push yet.",)


def test_every_text_has_the_same_places_in_both_languages():
    """No value is left out of a translation, and every template is in a language of its own."""

    def places(template):
        forms = [template] if isinstance(template, str) else template.values()
        return [{name for _, name, _, _ in Formatter().parse(form) if name} for form in forms]

    for key, text in texts.TEXTS.items():
        assert key.startswith("push.")
        both = places(text.en) + places(text.ru)
        assert all(one == both[0] for one in both), key


def test_every_state_check_and_verdict_has_its_words():
    """Whatever the model can say has a text in both languages."""
    keys = {f"push.state.{one.value}" for one in PushState} | {f"push.check.{one.value}" for one in Check}
    keys |= {f"push.effect.{one.value}" for one in Verdict}
    assert keys <= set(texts.TEXTS)


def test_windows_that_are_over_are_not_offered():
    """A proposal names only times that can still be met, under the numbers they had."""
    later = lines(PROPOSAL, now=START + timedelta(hours=4))
    assert [one for one in later if one.startswith(("1.", "2."))] == [
        "2. Fri 27 Nov, 18:00–21:00: 1.8 times an average hour (by 8 weeks of its past)"
    ]


def test_a_proposal_that_nobody_took_up_has_lapsed():
    """It was not declined by anybody; one that staff turned down was."""
    gone = replace(PROPOSAL, state=PushState.DECLINED, reason="nobody took it up in time")
    assert lines(gone)[0] == "Push 3, lapsed: Lights"
    assert lines(replace(gone, reason="the family asked for silence"))[0] == "Push 3, declined: Lights"


def test_why_it_was_proposed_is_said_only_while_it_is_to_come():
    """A push that went out does not say that attention is fading; a reason of staff's own stays."""
    out = replace(PROPOSAL, state=PushState.DONE, went_out_at=START)
    assert not any("fading" in one for one in lines(out))
    assert any("the hearing" in one for one in lines(replace(out, reason="the hearing")))


def test_too_early_is_said_once():
    """While nothing can be told yet, one sentence says so, however many measures there are."""
    early = replace(EXTRA, verdict=Verdict.TOO_EARLY, extra=None, low=None, high=None, why="not over")
    said = told(headline=early, extras=(early, replace(early, hours=168), replace(early, measure="people")))
    assert len(said) == 1

"""The page Settings and safety as Streamlit runs it: what it tells, what it asks for, what hostile text cannot do."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from monitor.guard import Risk, RiskKind
from monitor.model import DAY, HOUR, Coverage, HeldFor, Holding, KeyAge, Pulse, Status, Term, TermKind
from monitor.shown.frame import Frame
from monitor.shown.settings import (
    AskedSource,
    Budget,
    FollowedTopic,
    Gaps,
    Guard,
    GuardedTerm,
    Held,
    Search,
    SettingsPage,
    Wiping,
)
from monitor.store.held import PURPOSES
from monitor.ui.viewer import Viewer
from monitor.words import LANGUAGES, TEXTS

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
TAG = Term(TermKind.TAG, "CloseTheHarbour")
OFFICE = Term(TermKind.MENTION, "harbour_office")
SOMEONE = Term(TermKind.MENTION, "someone")
ARTICLE = Term(TermKind.ARTICLE, "Harbour of Lumen", "en")
TOPIC = FollowedTopic(
    "harbour",
    "Harbour",
    (
        GuardedTerm(TAG),
        GuardedTerm(OFFICE, Guard.OFFICIAL),
        GuardedTerm(SOMEONE, Guard.CONFIRMED, "A. Person", date(2026, 1, 31), "they asked us to"),
        GuardedTerm(ARTICLE),
    ),
    (Search("x", "", "https://x.com/search?q=a"), Search("bluesky", "#a_b*c*", "https://bsky.app/hashtag/a")),
)
PULSE = Pulse("x", NOW, Status.COMPLETE, 60, 1, succeeded_at=NOW - HOUR)
ILL = replace(PULSE, status=Status.BLOCKED, reason="X refused the token", retry_at=NOW + 6 * HOUR)
GAP = Coverage(NOW - 3 * DAY, NOW - 3 * DAY + 12 * HOUR, Status.MISSING, "the network was down")
SOURCE = AskedSource(
    "x",
    (("Harbour", (TAG,)),),
    60,
    PULSE,
    NOW - HOUR,
    Gaps(0.084, 720, NOW - 30 * DAY, GAP),
    Budget(3.5, 10, datetime(2026, 12, 1, tzinfo=UTC)),
)
HELD = Held(
    ((Holding("observation", 1200, NOW - 90 * DAY), HeldFor.COUNTS), (Holding("seen", 7, None), HeldFor.MARKS)),
    (
        KeyAge("", None, timedelta(hours=70), None),
        KeyAge("x", NOW - DAY, timedelta(hours=32), NOW + 16 * HOUR),
        KeyAge("x", NOW, timedelta(hours=8), NOW + 40 * HOUR),
    ),
)
EMPTY = Held(tuple((Holding(name, 0, None), one.held_for) for name, one in PURPOSES.items()), ())


def page_of(**changes) -> SettingsPage:
    """A page with a topic and a source, or with what `changes` says."""
    values = {
        "frame": Frame("Lantern", {"harbour": "Harbour"}, NOW, NOW),
        "topics": (TOPIC,),
        "sources": (SOURCE,),
        "held": HELD,
        "languages": ("en", "ru"),
        "channels": {"team-mail": "ru"},
        "wipe": lambda typed, anyway: Wiping("refused"),
        **changes,
    }
    return SettingsPage(**values)


def _script(shown, viewer):
    from monitor.ui import settings  # noqa: PLC0415 - Streamlit runs this function's text on its own

    settings.render(shown, viewer)


def opened(shown=None, *, language="en", **rights):
    """The page as somebody sees it."""
    viewer = Viewer(language, "Europe/Berlin", **rights)
    page = AppTest.from_function(_script, args=(shown or page_of(), viewer), default_timeout=20).run()
    assert not page.exception
    return page


def said(page):
    """All that is shown as text."""
    return "\n".join(element.value for element in page.text)


def everything(page):
    """All that goes to the browser."""
    return " ".join(str(element.proto) for element in page.main)


def test_a_source_tells_how_it_is_and_what_it_costs():
    """Answer, newest whole hour, gaps as a share and in words, spend and cap, the rhythm, and what is asked for."""
    text = said(opened())
    for line in (
        "1 source, and it answers.",
        "It answers; last on Sat 21 Nov 2026, 08:00.",
        "Known whole up to Sat 21 Nov, 08:00.",
        "Gaps since Thu 22 Oct, 10:00: 8% of the time. The longest lasted 12 hours, from Wed 18 Nov, 09:00: "
        "the network was down.",
        "Spent this month: $3.50 of $10.00. A new month begins on Tue 1 Dec (UTC).",
        "Asked once in 1 hour.",
        "Asked for Harbour: #CloseTheHarbour.",
    ):
        assert line in text


def test_a_source_that_is_ill_says_so_and_when_it_is_asked_again():
    """What is wrong, until when it waits, and when it answered last."""
    text = said(opened(page_of(sources=(replace(SOURCE, pulse=ILL), SOURCE))))
    assert "1 of 2 sources does not answer." in text
    assert "X refused the token" in text
    assert "Sat 21 Nov 2026, 15:00" in text
    assert "It last answered on Sat 21 Nov 2026, 08:00." in text


def test_a_source_without_a_past_has_words():
    """Never asked, never answered, only by hand, no gap, nothing whole: each is a sentence."""
    never = AskedSource("mastodon:example.org", every_minutes=15)
    silent = replace(never, pulse=replace(ILL, succeeded_at=None, retry_at=None))
    by_hand = AskedSource("archive", fresh_until=NOW, gaps=Gaps(0, 24, NOW - DAY))
    spent = replace(SOURCE, budget=Budget(10, 10, datetime(2026, 12, 1, tzinfo=UTC)))
    text = said(opened(page_of(sources=(never, silent, by_hand, spent))))
    for line in (
        "It was never asked yet.",
        "It has never answered.",
        "Not asked on a schedule: its numbers come from files.",
        "No gap since Fri 20 Nov, 09:00.",
        "No hour of the last 30 days is known whole.",
        "This month's budget of $10.00 is used up; it goes on on Tue 1 Dec (UTC).",
        "2 of 4 sources do not answer.",
    ):
        assert line in text


def test_what_is_held_is_told_with_its_keys():
    """How much, since when, and when the keys of people are gone."""
    text = said(opened())
    assert "1,207 rows, the oldest from Sun 23 Aug, 10:00. Nothing of anybody who posts." in text
    assert "2 keys of people counted are alive; the last is destroyed by Mon 23 Nov, 01:00." in text
    assert "The key that tells posts counted already is 3 days old" in text
    assert "1,200 rows, the oldest from Sun 23 Aug, 10:00. What everything is judged by." in everything(opened())


def test_a_key_that_outlives_its_time_is_told():
    """A key that should be gone is a reason to look, not a number."""
    late = replace(HELD, keys=(KeyAge("x", NOW - 3 * DAY, timedelta(hours=60), NOW - 12 * HOUR),))
    assert "overdue since Fri 20 Nov, 21:00" in said(opened(page_of(held=late)))
    none = replace(HELD, keys=())
    assert "No key of people counted is alive" in said(opened(page_of(held=none)))


def test_terms_stand_with_why_they_may_be_followed():
    """Each term has its kind and its guard, and a risky one who answers for it, when and why."""
    shown = everything(opened())
    for text in (
        "<dt>#CloseTheHarbour</dt><dd>hashtag; names nobody</dd>",
        "<dt>@harbour_office</dt><dd>account; official account</dd>",
        "<dt>@someone</dt><dd>account; A. Person answers for it since 31 Jan 2026: they asked us to</dd>",
        "<dt>Harbour of Lumen</dt><dd>article (en); names nobody</dd>",
    ):
        assert text in shown


def test_what_is_stopped_and_what_a_risky_term_looks_like_is_said():
    """The rule in a sentence, and of a confirmed name: what was seen, who answers for it, since when and why."""
    answer = (Guard.CONFIRMED, "Amina", date(2024, 3, 3), "her family asked us to")
    named = GuardedTerm(Term(TermKind.TAG, "MariaKlein"), *answer, Risk(RiskKind.NAME, "MariaKlein"))
    page = page_of(topics=(FollowedTopic("t", "T", (named,)),))
    assert "A term is stopped if it looks like a private person" in said(opened(page))
    told = "hashtag; looks like a private person (name: MariaKlein); Amina answers for it since 3 Mar 2024: her family"
    assert told in everything(opened(page))
    russian = "похоже на частное лицо (имя: MariaKlein); отвечает Amina, 3 марта 2024"
    assert russian in everything(opened(page, language="ru"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_campaign_has_words(language):
    """No topic, no source, nothing held, no channel: sentences, and no error."""
    page = opened(page_of(topics=(), sources=(), held=EMPTY, channels={}, languages=("en",)), language=language)
    say = Viewer(language, "UTC").say
    for key in ("settings.sources.none", "held.nothing", "settings.terms.none", "settings.elsewhere.none"):
        assert say(key) in said(page)


def test_the_page_speaks_russian():
    """Headings, sentences, plurals and the form."""
    page = opened(language="ru")
    assert "Источники" in [one.value for one in page.header]
    assert "Языки кампании: английский, русский." in said(page)
    assert "живёт уже 3 дня" in said(page)
    assert "1 источник, и он отвечает." in said(page)
    assert "Живы 2 ключа подсчёта людей" in said(page)
    assert page.button[-1].label == "Стереть всё сейчас"


def test_sources_that_cannot_be_told_leave_the_rest():
    """A wrong token is told, and the page stands."""
    text = said(opened(page_of(sources=(), trouble="the token of example.org is not one")))
    assert "cannot be told at the moment: the token of example.org is not one" in text
    assert "1,207 rows" in text


HOSTILE = ["<script>alert(1)</script>", "![x](http://evil.example/p.png)", ":red[x] $a$", "a\u202etxt"]


@pytest.mark.parametrize("bad", HOSTILE)
def test_hostile_text_is_plain_text(bad):
    """Markup in a term, an alias, a reason of a platform or of staff is letters, and no label reads it."""
    term = GuardedTerm(Term(TermKind.PHRASE, bad), Guard.CONFIRMED, bad, date(2026, 1, 31), bad)
    topic = FollowedTopic("t", bad, (term,), (Search("bluesky", bad, "https://bsky.app/search?q=a"),))
    source = replace(SOURCE, pulse=replace(ILL, reason=bad), gaps=Gaps(0.1, 9, NOW - DAY, replace(GAP, reason=bad)))
    page = opened(page_of(topics=(topic,), sources=(source,), frame=Frame(bad, {"t": bad}, NOW, NOW)), name=bad)
    labels = [one.label for one in (*page.expander, *page.button, *page.checkbox, *page.text_input)]
    (link,) = page.get("link_button")
    for words in (*labels, *(one.value for one in (*page.header, *page.subheader)), link.proto.label):
        assert bad not in words
    for element in page.get("html"):
        assert "<script" not in element.proto.body
        assert "\u202e" not in element.proto.body
    assert "\u202e" not in said(page)


def test_viewers_have_no_form():
    """Who may not change anything finds a sentence where editors find the wipe; who signed in can sign out."""
    page = opened(may_edit=False, name="vera")
    assert not page.text_input
    assert [one.label for one in page.button] == ["Sign out"]
    assert "You are signed in as vera: you may look, not change anything." in said(page)
    assert "Only editors can wipe what is kept here." in said(page)


def test_a_wipe_is_asked_for_by_name_only():
    """Without the alias nothing is asked for; with it, the page tells what was done and what nobody can promise."""
    asked = []

    def wipe(typed, anyway):
        asked.append((typed, anyway))
        return Wiping("", ("blocks", "running"), NOW)

    page = opened(page_of(wipe=wipe))
    page.text_input(key="settings-wipe-typed").input("Lanterns")
    page.button[-1].click().run()
    assert asked == []
    page.run()
    assert "what you typed is not the campaign's alias" in said(page)
    page.text_input(key="settings-wipe-typed").input(" Lantern")
    page.checkbox(key="settings-wipe-anyway").check()
    page.button[-1].click().run()
    assert asked == [(" Lantern", True)]
    (told,) = page.success
    assert told.value == "Everything is wiped: Sat 21 Nov 2026, 09:00 (Europe/Berlin). You can close this page."
    assert "What nobody can promise:\n– A disk may keep old blocks" in said(page)
    assert "Something still had the store open" in said(page)


def test_a_wipe_leaves_nothing_but_its_answer():
    """The run of the click itself shows the answer alone: no number, no term, no sentence of an earlier try."""
    page = opened(page_of(wipe=lambda typed, anyway: Wiping("", ("blocks",), NOW)))
    page.text_input(key="settings-wipe-typed").input("Lanterns")
    page.button[-1].click().run()
    page.text_input(key="settings-wipe-typed").input("Lantern")
    page.button[-1].click().run()
    assert len(page.success) == 1
    assert len(page.text) == 1
    assert not page.error
    assert not [*page.button, *page.expander, *page.header]


def test_a_refused_wipe_says_why():
    """The reason stands there as plain text, and nothing claims to be wiped."""
    page = opened(page_of(wipe=lambda typed, anyway: Wiping("still # collecting")))
    page.text_input(key="settings-wipe-typed").input("Lantern")
    page.button[-1].click().run()
    page.run()
    assert "still # collecting" in said(page)
    assert not page.success


def test_every_table_and_purpose_has_words():
    """A table that nobody could explain would be held for no reason."""
    assert {f"held.table.{name}" for name in PURPOSES} == {key for key in TEXTS if key.startswith("held.table.")}
    assert {f"held.why.{one}" for one in HeldFor} == {key for key in TEXTS if key.startswith("held.why.")}

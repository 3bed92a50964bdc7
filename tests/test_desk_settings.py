"""The value of the page Settings and safety: from a real store and config, with addresses that lead out."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from monitor import config, desk, sources
from monitor.desk import settings as built
from monitor.desk.asked import _gaps
from monitor.desk.elsewhere import searches
from monitor.guard import RiskKind
from monitor.model import DAY, HOUR, Coverage, Pulse, Status, Term, TermKind, Topic
from monitor.shown.settings import Guard
from monitor.store import Store
from monitor.store.held import PURPOSES

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
TAG = Term(TermKind.TAG, "CloseTheHarbour")
OFFICE = Term(TermKind.MENTION, "harbour_office")
ARTICLE = Term(TermKind.ARTICLE, "Harbour of Lumen", "en")
ILL = Pulse("x", NOW, Status.BLOCKED, 60, 1, reason="X refused the token", retry_at=NOW + 6 * HOUR)


def test_addresses_lead_to_known_hosts_only():
    """X in one question, the others by tag or article: https, known hosts, every mark of a term quoted."""
    nasty = Term(TermKind.PHRASE, 'a" OR b&f=top#x')
    topic = Topic("t", "T", (TAG, OFFICE, nasty, ARTICLE, Term(TermKind.LINK, "example.org/report")))
    names = ("x", "mastodon:example.social", "mastodon:evil.example/path", "mastodon:localhost:8080", "archive")
    found = searches(topic, names)
    hosts = [urlsplit(one.url).netloc for one in found]
    assert hosts == ["x.com", "bsky.app", "bsky.app", "example.social", "en.wikipedia.org"]
    assert all(one.url.startswith("https://") and one.url.isascii() and '"' not in one.url for one in found)
    assert found[0].url == (
        "https://x.com/search?q=%23CloseTheHarbour%20OR%20%40harbour_office%20OR%20%22a%20OR%20b%26f%3Dtop%23x%22"
        "%20OR%20url%3A%22example.org%2Freport%22&f=live"
    )
    assert found[-1].url == "https://en.wikipedia.org/wiki/Harbour_of_Lumen"
    (_, odd) = searches(Topic("t", "T", (Term(TermKind.TAG, "a/../b?c"),)), ())
    assert odd.url == "https://bsky.app/hashtag/a%2F..%2Fb%3Fc"


def test_a_question_to_x_is_never_too_long():
    """Terms that do not fit any more are left out rather than cut."""
    many = tuple(Term(TermKind.TAG, f"{n:02}{'x' * 40}") for n in range(40))
    (asked,) = (one for one in searches(Topic("t", "T", many), ()) if one.platform == "x")
    assert len(asked.url) < 700
    assert asked.url.endswith("x&f=live")


def test_gaps_are_what_was_not_whole():
    """Partial, missing and never looked at count; what lies before the first look and within the lag does not."""
    start = NOW - 10 * HOUR
    spans = [
        Coverage(start, start + 4 * HOUR, Status.COMPLETE),
        Coverage(start + 4 * HOUR, start + 5 * HOUR, Status.PARTIAL, "the network was down"),
        Coverage(start + 5 * HOUR, start + 7 * HOUR, Status.COMPLETE),
    ]
    found = _gaps([spans], lag=HOUR, at=NOW + timedelta(minutes=5))
    assert found
    assert found.hours == 9
    assert found.share == pytest.approx(3 / 9)
    assert found.longest == Coverage(start + 7 * HOUR, start + 9 * HOUR, Status.MISSING, "nobody looked")
    archived = _gaps([spans], lag=None, at=NOW + 90 * DAY)
    assert archived
    assert archived.longest
    assert archived.hours == 7
    assert archived.share == pytest.approx(1 / 7)
    assert archived.longest.reason == "the network was down"
    assert _gaps([], lag=HOUR, at=NOW) is None


CONFIG = """
campaign: {name: The real name, alias: Lantern, official_accounts: ["@harbour_office"]}
topics:
  harbour:
    alias: Harbour
    tags: [CloseTheHarbour]
    mentions: ["@harbour_office", "@Someone"]
    confirmed: [{term: "@someone", by: A. Person, reason: they asked us to, on: 2026-01-31}]
sources: {x: {budget_dollars: 10}, archive: {}}
warnings: {channels: {team-mail: {language: ru}}}
store: sqlite:///monitor.db
"""


@pytest.fixture
def chosen(tmp_path, monkeypatch):
    """A campaign with X switched on, and a store in which it was asked."""
    monkeypatch.delenv("MONITOR_X_TOKEN", raising=False)
    path = tmp_path / "config.yaml"
    path.write_text(CONFIG, encoding="utf-8")
    found = config.load(path, sources=sources.settings())
    store = Store.open(found.store)
    with store.recording(now=datetime.now(UTC)) as recording:
        recording.beat(replace(ILL, tried_at=datetime.now(UTC)))
        recording.spend("x", 2.5)
        recording.cover("x", ["harbour"], [Coverage(NOW - 5 * HOUR, NOW, Status.COMPLETE)])
    store.close()
    return found


def desk_of(chosen, *, may_edit=True):
    """The desk of a viewer, on the real store."""
    store = Store.open(chosen.store, readonly=True)
    return desk.Desk(desk.look(store, chosen), store, chosen, may_edit)


def test_the_value_holds_what_config_and_store_say(chosen):
    """Guards, sources with pulse and spend, what is held, languages, and no question for a term of nobody."""
    page = built.page(desk_of(chosen))
    (topic,) = page.topics
    assert [one.guard for one in topic.terms] == [Guard.PLAIN, Guard.OFFICIAL, Guard.CONFIRMED]
    assert [one.risk and one.risk.kind for one in topic.terms] == [None, RiskKind.ACCOUNT, RiskKind.ACCOUNT]
    assert (topic.terms[2].by, topic.terms[2].reason) == ("A. Person", "they asked us to")
    (source,) = [one for one in page.sources if one.name == "x"]
    assert source.pulse
    assert source.budget
    assert source.pulse.reason == "X refused the token"
    assert (source.budget.spent, source.budget.cap) == (2.5, 10)
    assert source.every_minutes == 60
    assert source.asked[0][0] == "Harbour"
    assert {one.table for one, _ in page.held.tables} == set(PURPOSES)
    assert page.channels == {"team-mail": "ru"}
    assert [one.platform for one in topic.searches] == ["x", "bluesky"]


def test_only_editors_wipe_and_only_by_the_alias(chosen):
    """A viewer is refused by the desk itself; an editor wipes the file, and the terms stay in the config."""
    store = Path(chosen.store.removeprefix("sqlite:///"))
    assert "make you an editor" in built.page(desk_of(chosen, may_edit=False)).wipe("Lantern", True).refused
    assert "nothing was wiped" in built.page(desk_of(chosen)).wipe("Lamp", False).refused
    assert store.exists()
    done = built.page(desk_of(chosen)).wipe("Lantern", False)
    assert not done.refused
    assert done.at is not None
    assert "blocks" in done.limits
    assert not store.exists()
    assert chosen.path.exists()


def test_a_page_that_wipes_is_no_obstacle_to_itself(chosen):
    """What the page itself has open is closed first, so that nobody is told to look for another Monitor."""
    mine = desk_of(chosen)
    mine.store.pulses()
    assert "running" not in built.page(mine).wipe("Lantern", False).limits

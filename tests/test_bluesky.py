"""Bluesky: everything up to now is read once, and an hour is called complete only when all of it was seen."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

import pytest
import stamina

from monitor.errors import SourceError
from monitor.model import HOUR, Page, Status, Term, TermKind, Topic
from monitor.sources import bluesky
from monitor.sources.bluesky.drain import CHANGED, GONE, STARTED, UNREADABLE, Drain
from monitor.sources.bluesky.profiles import parse_profiles
from monitor.sources.bluesky.source import Bluesky
from monitor.sources.bluesky.stream import Patience
from tests.bluesky_lines import Event, facet, micros, post
from tests.canaries import Canary, Mark
from tests.fake_jetstream import FakeJetstream

NOW = datetime(2026, 11, 20, 12, 30, tzinfo=UTC)
QUICK = Patience(connect=5, idle=0.12, answer=1, close=0.05, pace=0.4, round=60)
TOPICS = (Topic("lanterns", "Blue", (Term(TermKind.TAG, "#Lumen"), Term(TermKind.MENTION, "@lumen.bsky.social"))),)
_ONE = post(
    7, NOW, "Light them #Lumen @lumen.bsky.social", facets=[facet("tag", tag="Lumen"), facet("link", uri="x.org")]
)
SAMPLES: tuple[bytes, ...] = (
    _ONE.v2().encode(),
    _ONE.v1(numbered=True).encode(),
    replace(_ONE, operation="delete", record=None).v2().encode(),
    replace(_ONE, kind="account").v1().encode(),
    b'{"$type":"message","payload":{"$type":"network.bsky.jetstream.subscribeEvents#info","name":"OutdatedCursor"}}',
    b'{"$type":"error","error":"ConsumerTooSlow"}',
    b'{"profiles":[{"did":"did:plc:one","labels":[{"src":"did:plc:one","val":"!no-unauthenticated"}]}]}',
)


def swallow(body: bytes) -> None:
    """Take a body in as a line of the stream, and as an answer about profiles."""
    drain = Drain(None, instance="example.org", terms="0")
    drain.read(body, until_us=micros(NOW) + 1)
    drain.close(micros(NOW))
    drain.page()
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return
    parse_profiles(value)


@contextmanager
def canary(mark: Mark, people: int, now: datetime) -> Iterator[Canary]:
    """A network on which every field of every person's post and profile is marked; every seventh is unreadable."""
    events = [_marked(partial(mark, number), number, people, now) for number in range(people)]
    profiles = {event.did: _profile(partial(mark, number), number) for number, event in enumerate(events)}
    with FakeJetstream(events, now, profiles=profiles).running() as fake:
        settings = {"jetstream": fake.address, "profiles": fake.web, "allow_private": True}
        yield Canary(settings, TOPICS, told=("lanterns", "bluesky"))


def _marked(m: Callable[[str], str], number: int, people: int, now: datetime) -> Event:
    at = now - timedelta(hours=4) + (number + 1) * timedelta(minutes=239) / people
    marks = [facet("tag", tag="Lumen"), facet("tag", tag=m("tag")), facet("mention", did=f"did:plc:{m('friend')}")]
    card = {"uri": f"https://{m('host')}.example/{m('path')}", "title": m("title"), "description": m("about")}
    written: dict[str, Any] = {
        "facets": [*marks, facet("link", uri=f"https://{m('linkhost')}.example/{m('link')}")],
        "tags": [m("besides")],
        "langs": ["en", m("language")],
        "embed": {"$type": "app.bsky.embed.external", "external": card},
        "reply": {"parent": {"uri": f"at://did:plc:{m('parent')}/app.bsky.feed.post/1", "cid": m("parentcid")}},
        m("key"): {m("inner"): [m("value")]},
    }
    text = None if (people - number) % 7 == 0 else f"{m('text')} #Lumen @{m('handle')}.bsky.social"
    made = post(number + 1, at, did=f"did:plc:{m('did')}", **(written | {"text": text}))
    return replace(made, rkey=m("rkey"), extra={m("extra"): m("more"), "handle": m("envelope")})


def _profile(m: Callable[[str], str], number: int) -> dict[str, object] | None:
    if number % 11 == 0:
        return None
    labels = [{"val": "!no-unauthenticated" if number % 5 == 0 else m("label"), "src": m("src")}]
    return {
        "handle": m("handle"),
        "displayName": m("name"),
        "description": m("bio"),
        "avatar": m("face"),
        "labels": labels,
    }


@pytest.fixture(autouse=True)
def _without_waiting() -> Iterator[None]:
    """Short retries do not wait."""
    stamina.set_testing(True, attempts=2)
    yield
    stamina.set_testing(False)


def source(fake: FakeJetstream, path: str = "", **settings: object) -> Bluesky:
    """The source that reads from a fake."""
    chosen = {"jetstream": fake.address + path, "profiles": fake.web, "allow_private": True} | settings
    return Bluesky(bluesky.Settings.model_validate(chosen), TOPICS, patience=QUICK)


def stream(hours: float = 3, *, every_seconds: float = 20, until: datetime = NOW) -> list[Event]:
    """A post every few seconds, up to a moment before the end."""
    count = int(hours * 3600 / every_seconds)
    start = until - timedelta(hours=hours)
    return [post(100 + n, start + n * timedelta(seconds=every_seconds), f"words {n}") for n in range(count)]


def ids(pages: list[Page]) -> list[str]:
    """The posts of pages."""
    return [one.id for page in pages for one in page.posts]


def covered(pages: list[Page]) -> dict[int, str]:
    """What is said of each hour (by how many hours it began before NOW's), the last word counting unless complete."""
    said: dict[int, str] = {}
    for span in (span for page in pages for span in page.coverage):
        for n in range((span.end - span.start) // HOUR):
            hour = (NOW.replace(minute=0) - span.start) // HOUR - n
            if said.get(hour) != "complete":
                said[hour] = span.status.value
    return said


def volume(pages: list[Page]) -> int:
    """All that is added to the control series."""
    return sum(sum((page.volume or {}).values()) for page in pages)


@pytest.mark.parametrize("path", ["", "/subscribe"])
def test_the_first_round_reads_what_is_kept_up_to_now(path):
    """Without a cursor everything back to 36 hours comes; whole hours are complete, the first and last are not."""
    with FakeJetstream(stream(), NOW).running() as fake:
        pages = list(source(fake, path).pages(cursor=None, now=NOW))
    assert len(set(ids(pages))) == len(ids(pages)) == volume(pages) == 540
    assert covered(pages) == {3: "partial", 2: "complete", 1: "complete"}
    assert pages[0].coverage[0].reason == STARTED
    assert int(fake.asked[0]["cursor"]) == micros(NOW - timedelta(hours=36))


def test_the_look_back_can_be_shorter():
    """Who pays for every megabyte asks for less."""
    with FakeJetstream(stream(), NOW).running() as fake:
        pages = list(source(fake, look_back_hours=1.5).pages(cursor=None, now=NOW))
    assert volume(pages) == 270
    assert covered(pages) == {1: "complete"} | {2: "partial"} or covered(pages) == {1: "partial"}


@pytest.mark.parametrize("path", ["", "/subscribe"])
def test_a_kill_after_any_page_loses_and_doubles_nothing(path, monkeypatch):
    """Each page's cursor takes up exactly behind it: the union is everything, the volume counts each post once."""
    monkeypatch.setattr("monitor.sources.bluesky.drain.PAGE_POSTS", 100)
    with FakeJetstream(stream(), NOW).running() as fake:
        pages: list[Page] = []
        cursor = None
        for _ in range(9):
            page = next(source(fake, path).pages(cursor=cursor, now=NOW), None)
            if page is None or not page.posts:
                break
            pages.append(page)
            cursor = page.cursor
    assert len(pages) > 5
    assert len(set(ids(pages))) == volume(pages) == 540
    assert path or len(ids(pages)) == 540  # version 1 overlaps; the collector knows what it has seen
    assert covered(pages) == {3: "partial", 2: "complete", 1: "complete"}


def test_nothing_new_is_no_page_and_no_error():
    """A round right after another finds the end of the stream, and that is all."""
    with FakeJetstream(stream(), NOW).running() as fake:
        *_, last = source(fake).pages(cursor=None, now=NOW)
        assert list(source(fake).pages(cursor=last.cursor, now=NOW)) == []


def test_an_hour_is_complete_only_once_it_is_over_for_the_platform_too():
    """At the end of the stream an hour that is over is complete; the platform's clock has a say in that."""
    late, early = NOW.replace(minute=0, second=30), NOW.replace(minute=0) - timedelta(seconds=30)
    with FakeJetstream(stream(until=early), late).running() as fake:
        assert covered(list(source(fake).pages(cursor=None, now=late)))[1] == "complete"
    with FakeJetstream(stream(until=early), early).running() as fake:
        assert 1 not in covered(list(source(fake).pages(cursor=None, now=late)))
    with FakeJetstream(stream(until=early), late, dated=False).running() as fake:
        assert 1 not in covered(list(source(fake).pages(cursor=None, now=late)))


def test_posts_after_now_wait_for_the_next_round():
    """A busy stream has no end: reading stops at the first post of now or later."""
    with FakeJetstream(stream(until=NOW + timedelta(minutes=2)), NOW).running() as fake:
        first = list(source(fake).pages(cursor=None, now=NOW))
        then = NOW + timedelta(minutes=2)
        second = list(source(fake).pages(cursor=first[-1].cursor, now=then))
    assert max(one.at for page in first for one in page.posts) < NOW
    assert not set(ids(first)) & set(ids(second))
    assert len(ids(first) + ids(second)) == 540


@pytest.mark.parametrize("path", ["", "/subscribe"])
def test_a_pause_longer_than_what_is_kept_is_a_gap(path):
    """Told (version 2) or not (version 1), what is gone is called missing, the torn hours partial, and it goes on."""
    old, late = stream(3, until=NOW - timedelta(hours=9)), stream(3)
    with FakeJetstream(old, NOW - timedelta(hours=9)).running() as fake:
        *_, last = source(fake, path).pages(cursor=None, now=fake.now)
        fake.events = [*old, *[replace(one, seq=one.seq + 1000) for one in late]]
        fake.now, fake.floor_us = NOW, micros(NOW - timedelta(hours=3))
        pages = list(source(fake, path).pages(cursor=last.cursor, now=NOW))
    assert covered(pages) == {9: "partial"} | dict.fromkeys(range(8, 3, -1), "missing") | {
        3: "partial",
        2: "complete",
        1: "complete",
    }
    assert {span.reason for page in pages for span in page.coverage} == {"", GONE}
    assert volume(pages) == 540


def test_another_instance_is_taken_up_by_time():
    """Numbers belong to an instance: elsewhere the saved time is asked for, and nothing is counted twice."""
    with FakeJetstream(stream(), NOW).running() as one:
        first = next(source(one).pages(cursor=None, now=NOW))
    other = [replace(event, seq=event.seq + 50_000) for event in stream()]
    with FakeJetstream(other, NOW).running() as two:
        pages = list(source(two).pages(cursor=first.cursor, now=NOW))
    asked = int(two.asked[0]["cursor"])
    assert micros(first.posts[-1].at) - 10_000_000 < asked < micros(first.posts[-1].at)
    assert len(set(ids([first, *pages]))) == volume([first, *pages]) == 540
    assert covered([first, *pages]) == {3: "partial", 2: "complete", 1: "complete"}


@pytest.mark.parametrize("shift", [-99, 0, 99, 9999])
def test_an_instance_that_was_set_up_anew_is_taken_up_by_time(shift):
    """A number from the future (FutureCursor), a forgotten one, or another event under it: numbering began again."""
    with FakeJetstream(stream(), NOW).running() as fake:
        first = next(source(fake).pages(cursor=None, now=NOW))
        fake.events[:] = [replace(event, seq=event.seq + shift) for event in fake.events]
        cursor = first.cursor if shift else first.cursor.replace(f" {first.cursor.split()[2]} ", " 99999 ")
        pages = list(source(fake).pages(cursor=cursor, now=NOW))
    assert len(set(ids([first, *pages]))) == volume([first, *pages]) == 540
    assert covered([first, *pages]) == {3: "partial", 2: "complete", 1: "complete"}


def test_a_stream_that_only_starts_now_leaves_a_gap():
    """An instance may ignore the cursor without a word: the first post tells."""
    with FakeJetstream(stream(), NOW).running() as fake:
        first = next(source(fake).pages(cursor=None, now=NOW))
        fake.faults.live_only = True
        pages = list(source(fake).pages(cursor=first.cursor, now=NOW))
        fake.events[-1] = replace(fake.events[-1], at_us=micros(NOW) + 1)  # all that comes is already of now
        live = list(source(fake).pages(cursor=first.cursor, now=NOW))
        fake.events.clear()
        with pytest.raises(SourceError):
            list(source(fake).pages(cursor=first.cursor, now=NOW))
    assert covered(pages) == covered(live) == {1: "partial", 0: "partial"}
    assert all(span.status is not Status.COMPLETE for page in [*pages, *live] for span in page.coverage)


def test_other_terms_are_not_told_of_the_hour_they_came_in():
    """What was read before a topic was added was not searched for it: the hour is partial, the next one counts."""
    with FakeJetstream(stream(), NOW).running() as fake:
        first = next(source(fake).pages(cursor=None, now=NOW))
        settings = bluesky.Settings(jetstream=fake.address, profiles=fake.web, allow_private=True)
        more = (*TOPICS, Topic("other", "Green", (Term(TermKind.TAG, "#other"),)))
        pages = list(Bluesky(settings, more, patience=QUICK).pages(cursor=first.cursor, now=NOW))
    assert covered(pages)[1] == "partial"
    assert CHANGED in {span.reason for page in pages for span in page.coverage}


def test_hours_in_which_much_cannot_be_read_are_not_complete():
    """If the format changes, posts do not become zero: they become unknown."""
    with FakeJetstream(stream(), NOW).running() as fake:
        fake.events[200:240] = [replace(one, record={"$type": "app.bsky.feed.post"}) for one in fake.events[200:240]]
        pages = list(source(fake).pages(cursor=None, now=NOW))
    assert covered(pages) == {3: "partial", 2: "partial", 1: "complete"}
    assert UNREADABLE in {span.reason for page in pages for span in page.coverage}
    assert sum(page.quarantined.get("no text", 0) for page in pages) == 40


def test_build_gives_one_source_for_terms_that_posts_can_carry():
    """Articles are no posts: a topic of articles alone is not followed here, and without topics there is no source."""
    article = Term(TermKind.ARTICLE, "Chechnya", "en")
    (built,) = bluesky.build(bluesky.Settings(), [replace(TOPICS[0], terms=(*TOPICS[0].terms, article))])
    assert built.topics == TOPICS
    assert bluesky.build(bluesky.Settings(), [Topic("wiki", "Red", (article,))]) == ()

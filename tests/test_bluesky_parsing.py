"""Bluesky: what a line means, what a post carries, and who asks not to be counted."""

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import stamina

from monitor.counting import Matcher
from monitor.errors import SourceError
from monitor.model import PostKind, Term, TermKind, Topic
from monitor.sources import bluesky
from monitor.sources.archive.rows import Unreadable
from monitor.sources.bluesky.address import endpoint
from monitor.sources.bluesky.lines import Line, Notice, parse
from monitor.sources.bluesky.profiles import parse_profiles
from monitor.sources.bluesky.source import Bluesky
from tests.bluesky_lines import METHOD, Event, facet, micros, post, tid
from tests.fake_jetstream import FakeJetstream
from tests.test_bluesky import NOW, QUICK, SAMPLES, TOPICS, canary, source, stream, swallow


@pytest.fixture(autouse=True)
def _without_waiting() -> Iterator[None]:
    """Short retries do not wait."""
    stamina.set_testing(True, attempts=2)
    yield
    stamina.set_testing(False)


def line(event: Event) -> Line:
    """What a line means in version 2, which is what it means in version 1."""
    found = parse(event.v2().encode())
    assert isinstance(found, Line)
    other = parse(event.v1(numbered=True).encode())
    assert isinstance(other, Line)
    assert (other.at_us, other.seq, other.post, other.again) == (found.at_us, found.seq, found.post, found.again)
    return found


def test_a_post_is_read_alike_from_both_versions():
    """Who, when it was witnessed, its number, its words."""
    found = line(post(41, NOW, "Light them", did="did:plc:ada"))
    assert (found.seq, found.at_us) == (41, micros(NOW))
    assert found.post is not None
    assert (found.post.author, found.post.at, found.post.text, found.post.language) == (
        "did:plc:ada",
        NOW,
        "Light them",
        "en",
    )
    assert found.post.id == f"at://did:plc:ada/app.bsky.feed.post/{tid(micros(NOW), 41)}"
    assert parse(post(41, NOW).v1().encode()) == replace(line(post(41, NOW)), seq=None)


def test_the_authors_own_time_is_not_believed():
    """A post counts when the network witnessed it, whenever its author says it was written."""
    found = line(post(1, NOW, createdAt="2031-01-01T00:00:00Z"))
    assert found.post is not None
    assert found.post.at == NOW


@pytest.mark.parametrize("imported", ["2020-01-01T00:00:00Z", "2026-11-20T12:30:00.000001Z"])
def test_the_time_of_witnessing_goes_before_the_time_shown(imported):
    """An operator may alter the time that is shown; a place in the stream rests on the other."""
    frame = json.loads(post(1, NOW).v2())
    frame["payload"]["time"] = imported
    found = parse(json.dumps(frame).encode())
    assert isinstance(found, Line)
    assert found.at_us == micros(NOW)


@pytest.mark.parametrize(
    "other",
    [
        replace(post(1, NOW), operation="update"),
        replace(post(1, NOW), operation="delete", record=None),
        replace(post(1, NOW), collection="app.bsky.feed.like"),
        replace(post(1, NOW), kind="identity"),
        replace(post(1, NOW), kind="account"),
        replace(post(1, NOW), kind="something-new"),
    ],
)
def test_only_new_posts_count(other):
    """Edits, deletions, likes, accounts and what is not known yet are passed over, not held to be broken."""
    assert line(other) == Line(micros(NOW), 1)


def test_an_old_post_sent_again_is_not_new():
    """When an account is copied anew all its posts pass again: those of two days ago and more are not attention now."""
    old, recent = micros(NOW - timedelta(days=3)), micros(NOW - timedelta(hours=47))
    assert line(replace(post(1, NOW), rkey=tid(old))) == Line(micros(NOW), 1, again=True)
    for key in (tid(recent), tid(micros(NOW + timedelta(days=9))), "custom-key", "0000000000000"):
        assert line(replace(post(1, NOW), rkey=key)).post is not None


def test_tags_are_those_marked_and_those_beside():
    """Marks in the text and the list beside it count; the text is read only where there are neither."""
    marked = line(post(1, NOW, "#bare", facets=[facet("tag", tag="Marked")], tags=["beside", "Marked"])).post
    bare = line(post(1, NOW, "#bare")).post
    assert marked is not None
    assert bare is not None
    assert (marked.tags, bare.tags) == (("Marked", "beside"), None)


def test_links_are_those_marked_and_the_card():
    """A link card carries a link as well as the text does."""
    card = {"$type": "app.bsky.embed.external", "external": {"uri": "https://example.org/card", "title": "x"}}
    media = {"$type": "app.bsky.embed.recordWithMedia", "media": card, "record": {}}
    both = line(post(1, NOW, facets=[facet("link", uri="https://example.org/a")], embed=card)).post
    quoting = line(post(1, NOW, embed=media)).post
    assert both is not None
    assert quoting is not None
    assert both.links == ("https://example.org/a", "https://example.org/card")
    assert (quoting.links, quoting.kind) == (("https://example.org/card",), PostKind.QUOTE)


@pytest.mark.parametrize(
    ("text", "more", "topics"),
    [
        ("see @lumen.bsky.social", {"facets": [facet("mention", did="did:plc:x")]}, ("mention",)),
        ("see @lumen.bsky.social!", {}, ("mention",)),
        ("see @lumen.example.org", {}, ()),
        ("nothing", {"tags": ["СВЕТ"]}, ("tag",)),
        ("the lamps of Lumen", {}, ("phrase",)),
        ("nothing", {"facets": [facet("link", uri="https://lamp.example.org/a?b")]}, ("link",)),
    ],
)
def test_every_kind_of_term_finds_its_posts(text, more, topics):
    """A handle is found by its name in the text: the mark itself holds only a number of the account."""
    terms = {"tag": "#свет", "mention": "@lumen.bsky.social", "phrase": "lamps of lumen", "link": "lamp.example.org"}
    matcher = Matcher([Topic(kind, kind, (Term(TermKind(kind), word),)) for kind, word in terms.items()])
    found = line(post(1, NOW, text, **more)).post
    assert found is not None
    assert matcher.topics(found) == topics


def test_notices_are_told_apart():
    """What the instance says about the stream, and the frame after which nothing comes."""
    info = {"$type": "message", "payload": {"$type": f"{METHOD}#info", "name": "FutureCursor"}}
    odd = {"$type": "message", "payload": {"$type": f"{METHOD}#info", "name": ["x"]}}
    assert parse(json.dumps(info).encode()) == Notice("FutureCursor")
    assert parse(json.dumps(odd).encode()) == Notice("other")
    assert parse(b'{"$type":"error","error":"ConsumerTooSlow"}') == Notice("error", ends=True)


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (replace(post(1, NOW), operation="insert"), "not an event"),
        (replace(post(1, NOW), record={"$type": "app.bsky.feed.post"}), "no text"),
        (replace(post(1, NOW), record={"$type": "app.bsky.feed.other", "text": "x"}), "not a post"),
        (replace(post(1, NOW), record=None), "not a post"),
        (replace(post(1, NOW), extra={"did": 5}), "no id"),
        (replace(post(1, NOW), extra={"time_us": True, "witnessedAt": 5, "time": 5}), "no time"),
        (replace(post(1, NOW), extra={"time_us": 1, "witnessedAt": "0001-01-01T00:00:00+14:00"}), "time out of range"),
        (replace(post(1, NOW), extra={"time_us": 10**40, "witnessedAt": "9999-12-31T23:59:59Z"}), "time out of range"),
    ],
)
def test_what_cannot_be_read_says_why_and_nothing_else(event, reason):
    """An unknown shape is set aside under a fixed phrase."""
    for written in (event.v1(), event.v2()):
        with pytest.raises(Unreadable) as caught:
            parse(written.encode())
        assert caught.value.reason == reason


@pytest.mark.parametrize("odd", [None, True, -1, 10**30, 1e400, "\ud800\x00", [], {}, [[]], {"$type": []}])
def test_no_value_in_any_place_breaks_the_reading(odd):
    """Every field of every sample replaced by something else is read or set aside."""
    for sample in (*SAMPLES, post(2, NOW, reply={}, embed={}, tags=[], facets=[facet("tag", tag="x")]).v2().encode()):
        for changed in replaced(json.loads(sample), odd):
            try:
                swallow(json.dumps(changed).encode("utf-8", "surrogatepass"))
            except SourceError:
                continue


def replaced(value: Any, odd: Any) -> Iterator[Any]:
    """The value with each of its parts in turn replaced."""
    yield odd
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from ({**value, key: one} for one in replaced(inner, odd))
    if isinstance(value, list):
        for place, inner in enumerate(value):
            yield from ([*value[:place], one, *value[place + 1 :]] for one in replaced(inner, odd))


def test_real_lines_are_read(shared):
    """The network's own lines of version 1, masked: 18 new posts in 162 events, and none that cannot be read."""
    found = [parse(raw) for raw in (shared / "data" / "jetstream_sample.jsonl").read_bytes().splitlines()]
    assert len(found) == 162
    assert sum(isinstance(one, Line) and one.post is not None for one in found) == 18


def test_an_address_may_be_bare_or_name_its_version():
    """People paste what they find: with http, with a slash, with the path of either version."""
    bare = endpoint("https://jet.example.org")
    assert endpoint(f"wss://jet.example.org/xrpc/{METHOD}") == endpoint("wss://jet.example.org/xrpc/") == bare
    assert endpoint("ws://jet.example.org/under").url == f"ws://jet.example.org/under/xrpc/{METHOD}"
    assert "wantedCollections=app.bsky.feed.post" in endpoint("wss://jet.example.org/subscribe").at(5)
    assert bare.at(5).endswith("kinds=commit&collections=app.bsky.feed.post&maxMessageSizeBytes=1048576&cursor=5")


def profile(*labels: str) -> dict[str, Any]:
    """A profile with labels on it."""
    return {"handle": "x.example", "labels": [{"val": label} for label in labels]}


def test_who_opted_out_is_looked_up_in_batches_and_once_a_round():
    """Twenty-five a request, each author once; the label, a missing profile, and an odd name mean: leave out."""
    people = {f"did:plc:p{n}": profile("!no-unauthenticated") if n % 10 == 0 else profile("porn") for n in range(60)}
    people |= {"did:plc:gone": None}  # type: ignore[dict-item]
    with FakeJetstream([], NOW, profiles=people).running() as fake:
        looking = source(fake)
        asked = [*people, "did:plc:p1", "odd name"]
        out = looking.opted_out(asked, now=NOW)
        assert looking.opted_out(asked, now=NOW) == out
    assert out == {f"did:plc:p{n}" for n in range(0, 60, 10)} | {"did:plc:gone", "odd name"}
    assert [len(batch) for batch in fake.looked_up] == [25, 25, 14]


def test_a_new_round_asks_again():
    """People change their minds: nothing is remembered beyond a round."""
    with FakeJetstream(stream(0.1), NOW, profiles={"did:plc:a": profile("!no-unauthenticated")}).running() as fake:
        looking = source(fake)
        assert looking.opted_out(["did:plc:a"], now=NOW)
        fake.profiles = {"did:plc:a": profile()}
        list(looking.pages(cursor=None, now=NOW))
        assert not looking.opted_out(["did:plc:a"], now=NOW)


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((200, {}, b"<html>"), "not JSON"),
        ((200, {}, b'{"actors":[]}'), "without profiles"),
        ((200, {}, b'{"profiles":[]}'), "none of the profiles"),
        ((429, {"Retry-After": "60"}, b""), "429"),
        ((403, {}, b""), "refuses access"),
        ((502, {}, b""), "status 502"),
    ],
)
def test_an_answer_that_does_not_tell_is_an_error(answer, words):
    """Not being told is not the same as everybody agreeing, or nobody."""
    with FakeJetstream([], NOW, profile_answers=[answer] * 9).running() as fake, pytest.raises(SourceError) as caught:
        source(fake).opted_out([f"did:plc:{n}" for n in range(9)], now=NOW)
    assert words in str(caught.value)
    assert "did:" not in str(caught.value)


def test_labels_that_cannot_be_read_count_as_one():
    """In doubt a person is left out; a label that was taken back is none."""
    odd: list[Any] = [{"labels": 5}, {"labels": [5]}, {}, {"labels": [{"val": "!no-unauthenticated", "neg": True}]}]
    answer = {"profiles": [{"did": str(n), **one} for n, one in enumerate(odd)]}
    assert parse_profiles(answer) == {"0": True, "1": True, "2": False, "3": False}


def test_profiles_are_not_looked_up_on_private_addresses():
    """The address of the look-up is guarded as well."""
    with FakeJetstream([], NOW).running() as fake:
        settings = bluesky.Settings(profiles=fake.web)
        with pytest.raises(SourceError, match="allow_private"):
            Bluesky(settings, TOPICS, patience=QUICK).opted_out(["did:plc:a"], now=NOW)
        assert fake.looked_up == []


def test_cursors_and_objects_hold_nothing_of_a_person():
    """Marked people: no mark in a cursor, a coverage, a reason or a printed object."""
    with canary(lambda number, field: f"zq{field}{number:04d}canary", 50, NOW) as place:
        built = Bluesky(bluesky.Settings.model_validate(place.settings), TOPICS, patience=QUICK)
        pages = list(built.pages(cursor=None, now=NOW))
    assert sum(len(page.posts) for page in pages) == 43
    written = "".join(f"{page!r}{page.cursor}{page.quarantined}" for page in pages)
    assert "canary" not in written


def test_a_look_up_that_is_tried_again_logs_nobody(caplog):
    """Addresses of the look-up name people: no log record holds one, at any level, in any of its parts."""
    stamina.set_testing(True, attempts=2, cap=True)
    caplog.set_level("DEBUG")
    with FakeJetstream([], NOW, profile_answers=[(502, {}, b"")] * 9).running() as fake:
        for _ in range(2):
            with pytest.raises(SourceError):
                source(fake).opted_out(["did:plc:somebody"], now=NOW)
            fake.profile_answers.clear()
            fake.profile_answers += [(200, {}, b"{")] * 9
    logging.getLogger("monitor").debug("a record is seen")
    assert caplog.records
    assert not any("somebody" in repr(record.__dict__) for record in caplog.records)

"""X's counts: whole hours only, nothing taken for zero that was not proved to be, and never over the price."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from unittest import mock

import pytest
import requests
import stamina

from monitor.errors import SourceError
from monitor.model import CONTROL, HOUR, Coverage, Page, Status, Term, TermKind, Topic
from monitor.sources import Source, x
from monitor.sources.x.answers import Span, parse_account, parse_counts, parse_posts
from monitor.sources.x.counts import XCounts
from monitor.sources.x.hours import counted
from monitor.sources.x.refusals import refused

from .canaries import Canary, Mark
from .fake_x import TOKEN, FakePost, FakeX, serving

NOW = datetime(2026, 11, 20, 12, 7, 31, tzinfo=UTC)
LANTERNS = Topic("lanterns", "Topic 1", (Term(TermKind.TAG, "LumenLanterns"), Term(TermKind.MENTION, "campaign")))
CHOIR = Topic("choir", "Topic 2", (Term(TermKind.PHRASE, "sea choir"),))
SPAN = Span(datetime(2026, 11, 20, 9, tzinfo=UTC), datetime(2026, 11, 20, 12, tzinfo=UTC))
SAMPLES: tuple[bytes, ...] = (
    b'{"data": [{"start": "2026-11-20T08:18:24.000Z", "end": "2026-11-20T09:00:00.000Z", "tweet_count": 2},'
    b'{"start": "2026-11-20T09:00:00.000Z", "end": "2026-11-20T10:00:00.000Z", "tweet_count": 4},'
    b'{"start": "2026-11-20T10:00:00.000Z", "end": "2026-11-20T11:00:00.000Z", "tweet_count": 0}],'
    b'"meta": {"total_tweet_count": 6, "next_token": "b26v"}}',
    b'{"data": [{"start": "2026-11-20T11:00:00.000Z", "end": "2026-11-20T12:00:00.000Z", "post_count": 7}],'
    b'"meta": {"total_post_count": 7}, "errors": [{"title": "Partial", "detail": "x", "type": "about:blank"}]}',
    b'{"data": [{"id": "1991400000000000000", "text": "Lamps for @campaign #LumenLanterns &amp; more",'
    b'"created_at": "2026-11-20T10:11:12.000Z", "author_id": "9", "lang": "en", "edit_history_tweet_ids":'
    b'["1991400000000000000"], "public_metrics": {"like_count": 1, "retweet_count": 2}, "referenced_tweets":'
    b'[{"type": "quoted", "id": "19"}], "entities": {"hashtags": [{"start": 1, "end": 2, "tag": "LumenLanterns"}],'
    b'"mentions": [{"username": "campaign", "id": "77"}], "urls": [{"expanded_url": "https://example.org/a"}]},'
    b'"note_tweet": {"text": "Lamps, and a long word more"}}],'
    b'"meta": {"result_count": 1, "newest_id": "1991400000000000000", "next_token": "7140"}}',
    b'{"meta": {"result_count": 0}}',
    b'{"data": {"id": "77", "username": "campaign", "name": "Campaign"}}',
    b'{"title": "UsageCapExceeded", "detail": "Usage cap exceeded: Monthly product cap", "period": "Monthly",'
    b'"scope": "Product", "product_name": "standard-basic", "type": "https://api.twitter.com/2/problems/usage-capped"}',
    b'{"title": "SpendCapReached", "detail": "blocked until the next cycle begins on 2026-12-04.", "reset_date":'
    b'"2026-12-04", "type": "https://api.twitter.com/2/problems/credits"}',
    b'{"errors": [{"parameters": {"query": ["#a"]}, "message": "bad"}], "title": "Invalid Request", "type": "x"}',
)


def swallow(body: bytes) -> None:
    """Read a body as each of X's answers, and as the body of each of its refusals."""
    with suppress(SourceError):
        counted("lanterns", parse_counts(body, SPAN), SPAN, method="1")
    with suppress(SourceError):
        parse_posts(body)
    with suppress(SourceError):
        parse_account(body)
    for status in (400, 403, 429):
        response = requests.Response()
        response.status_code, response._content = status, body
        assert isinstance(refused(response, now=NOW), SourceError)


def build(fake: FakeX, topics: tuple[Topic, ...] = (LANTERNS, CHOIR), **keys: object) -> tuple[Source, ...]:
    """The sources as the program builds them, with a token in the environment."""
    settings = x.Settings.model_validate({"base_url": fake.base, "allow_private": True, **keys})
    with mock.patch.dict(os.environ, {"MONITOR_X_TOKEN": TOKEN}):
        return tuple(x.build(settings, topics))


def counts(fake: FakeX, topics: tuple[Topic, ...] = (LANTERNS, CHOIR), **keys: object) -> XCounts:
    """The source that counts."""
    found = build(fake, topics, **keys)[0]
    assert isinstance(found, XCounts)
    return found


def values(pages: list[Page], topic: str) -> dict[datetime, float]:
    """What was observed of a topic, the last word on each hour."""
    return {one.bucket: one.value for page in pages for one in page.observations if one.topic == topic}


def told(pages: list[Page], topic: str) -> list[Coverage]:
    """What was said about a topic's hours."""
    return [span for page in pages if page.topics and topic in page.topics for span in page.coverage]


@contextmanager
def canary(mark: Mark, people: int, now: datetime) -> Iterator[Canary]:
    """Invented people in every field of every answer: counts, mentions, a sample, an account and a refusal."""
    fake = FakeX(now=now, wrong="sea choir", wrong_title=mark(0, "title"))
    for number in range(people):
        m = partial(mark, number)
        url = f"https://{m('host')}.example/{m('path')}"
        extra = {
            "id": m("id"),
            "author_id": m("author"),
            "conversation_id": m("conversation"),
            "edit_history_tweet_ids": [m("edit")],
            "entities": {
                "hashtags": [{"tag": "LumenLanterns"}, {"tag": m("tag")}],
                "mentions": [{"username": "campaign", "id": "77"}, {"username": m("friend"), "id": m("friendid")}],
                "urls": [{"url": m("short"), "expanded_url": url, "title": m("title"), "description": m("about")}],
                "annotations": [{"normalized_text": m("annotated")}],
            },
            "geo": {"place_id": m("place"), "coordinates": {"type": m("point")}},
            "in_reply_to_user_id": m("replied"),
            "referenced_tweets": [{"type": "quoted", "id": m("quoted")}],
            "attachments": {"media_keys": [m("media")]},
            "source": m("client"),
            "lang": "en",
            "username": m("handle"),
            "name": m("name"),
            "description": m("bio"),
            "profile_image_url": m("face"),
            m("unknownkey"): m("unknown"),
        }
        text = f"{m('text')} #news #LumenLanterns #{m('wordtag')} @campaign @{m('other')} {url}"
        fake.posts.append(FakePost(NOW - timedelta(minutes=5 + number), text, extra=extra))
    fake.extra_page = {"includes": {"users": [{"id": mark(1, "incid"), "name": mark(1, "incname")}]}, "x": mark(2, "x")}
    fake.extra_row = {"comment": mark(3, "comment")}
    keys = {"mentions": True, "own_account": "@campaign", "mentions_a_round": 800, "sample": True, "sample_posts": 50}
    told = ("lanterns", "x:mentions", "x:sample", "counts-1")
    with serving(fake):
        settings = {"base_url": fake.base, "allow_private": True, **keys}
        yield Canary(settings, (LANTERNS, CHOIR), told=told, environ={"MONITOR_X_TOKEN": TOKEN})


@pytest.fixture(autouse=True)
def _quickly() -> Iterator[None]:
    with stamina.set_testing(True, attempts=2):
        yield


@contextmanager
def busy() -> Iterator[FakeX]:
    """A platform where the tag of the probe is always busy, and a topic has a post every third hour."""
    made = FakeX(now=NOW)
    for hour in range(8 * 24):
        at = NOW.replace(minute=30) - (hour + 1) * HOUR
        made.posts += [FakePost(at + timedelta(seconds=n), "today in the #news") for n in range(8)]
        made.posts += [FakePost(at, "a lamp #lumenlanterns"), FakePost(at, "RT #lumenlanterns", True)][
            : 2 * (hour % 3 < 1)
        ]
    with serving(made):
        yield made


@pytest.fixture
def fake() -> Iterator[FakeX]:
    """The busy platform."""
    with busy() as made:
        yield made


def test_a_round_counts_the_whole_hours_of_seven_days(fake: FakeX):
    """Every hour that is over and lies within X's reach is complete, with its own posts and no reposts."""
    pages = list(counts(fake).pages(cursor=None, now=NOW))
    found = values(pages, "lanterns")
    start = datetime(2026, 11, 13, 13, tzinfo=UTC)
    assert told(pages, "lanterns") == [Coverage(start, NOW.replace(minute=0, second=0), Status.COMPLETE)]
    assert list(found) == [start + n * HOUR for n in range(167)]
    assert [found[NOW.replace(minute=0, second=0) - n * HOUR] for n in range(1, 7)] == [1, 0, 0, 1, 0, 0]
    assert set(values(pages, "choir").values()) == {0}


def test_the_probe_comes_first_and_is_the_control_series(fake: FakeX):
    """What is always busy is counted as the source as a whole, before any topic; null switches it off."""
    pages = list(counts(fake).pages(cursor=None, now=NOW))
    assert [page.topics for page in pages if page.topics] == [(CONTROL,), ("lanterns",), ("choir",)]
    assert set(values(pages, CONTROL).values()) == {8}
    assert fake.asked[0][1]["query"] == "#news -is:retweet"
    assert not values(list(counts(fake, probe=None).pages(cursor=None, now=NOW)), CONTROL)


def test_what_a_round_costs_is_told_before_it_is_spent(fake: FakeX):
    """A page with the price comes before each request, and the sum is X's own bill and at most the round's price."""
    source = counts(fake)
    spent = 0.0
    for page in source.pages(cursor=None, now=NOW):
        spent += page.dollars
        assert fake.dollars <= spent + 1e-9
    assert source.price is not None
    assert spent == pytest.approx(fake.dollars) == pytest.approx(source.price.dollars_a_round) == pytest.approx(0.015)
    assert source.price.dollars_a_month == 10


def test_both_spellings_are_read(fake: FakeX):
    """X renames tweet to post on the wire: the numbers stay."""
    before = values(list(counts(fake).pages(cursor=None, now=NOW)), "lanterns")
    fake.renamed = True
    assert values(list(counts(fake).pages(cursor=None, now=NOW)), "lanterns") == before


def test_a_refused_query_blocks_its_own_topic_only(fake: FakeX):
    """The others are counted; the reason repeats nothing of the query, which is not sent again that day."""
    fake.wrong = "LumenLanterns"
    source = counts(fake)
    pages = list(source.pages(cursor=None, now=NOW))
    (span,) = told(pages, "lanterns")
    assert (span.status, span.reason) == (
        Status.BLOCKED,
        "X refuses this query (400, Invalid Request): change the terms",
    )
    assert told(pages, "choir")[0].status is Status.COMPLETE
    fake.asked.clear()
    assert told(list(source.pages(cursor=None, now=NOW)), "lanterns") == [span]
    assert len(fake.asked) == 2


def test_when_every_query_is_refused_the_source_fails(fake: FakeX):
    """Nothing was counted: that is no success."""
    fake.wrong = "-is:retweet"
    with pytest.raises(SourceError, match="refuses this query"):
        list(counts(fake).pages(cursor=None, now=NOW))


def test_one_unreadable_answer_leaves_the_others_alone(fake: FakeX):
    """A topic whose answer is a web page is missing; the next one is counted."""
    source = counts(fake, probe=None)
    fake.fail(200, b"<html></html>")
    pages = list(source.pages(cursor=None, now=NOW))
    assert told(pages, "lanterns")[0].status is Status.MISSING
    assert told(pages, "choir")[0].status is Status.COMPLETE


def test_zeros_of_a_blind_x_are_not_believed(fake: FakeX):
    """Where even the probe has no posts, topics are missing, and keep the numbers they had."""
    dark = {NOW.replace(minute=0, second=0) - n * HOUR for n in (2, 3)}
    fake.posts = [post for post in fake.posts if post.at.replace(minute=0, second=0) not in dark]
    pages = list(counts(fake).pages(cursor=None, now=NOW))
    assert [(span.start, span.status) for span in told(pages, "choir")][1] == (min(dark), Status.MISSING)
    assert not dark & set(values(pages, "choir"))
    fake.posts = []
    with pytest.raises(SourceError, match="not believed"):
        list(counts(fake).pages(cursor=None, now=NOW))


def test_a_killed_round_goes_on_with_the_next_topic(fake: FakeX):
    """Stopped after any page, the next round begins where it ended, and at the end all topics are the same."""
    straight = list(counts(fake).pages(cursor=None, now=NOW))
    for stop in range(1, len(straight)):
        stored: list[Page] = []
        for page in counts(fake).pages(cursor=None, now=NOW):
            stored.append(page)
            if len(stored) == stop:
                break
        asked_before = {topic for page in stored if page.observations for topic in page.topics or ()}
        rest = list(counts(fake).pages(cursor=stored[-1].cursor, now=NOW))
        first = next(page.topics for page in rest if page.topics and page.topics != (CONTROL,))
        assert not set(first) & asked_before or len(asked_before) == 3
        for topic in (CONTROL, "lanterns", "choir"):
            assert values(stored + rest, topic) == values(straight, topic)
    assert straight[-1].cursor == ""


def test_a_topic_that_fails_each_time_holds_no_other_up(fake: FakeX):
    """After X itself failed, the next round begins with the topic behind; after a limit, with the same."""
    source = counts(fake, probe=None)
    fake.fail(503, times=2)
    cursors = _cursors_until_error(source)
    assert cursors[-1] == "choir"
    fake.fail(429, headers={"x-rate-limit-reset": str(int(NOW.timestamp()) + 60)})
    assert _cursors_until_error(source)[-1] == "lanterns"


def _cursors_until_error(source: Source) -> list[str]:
    found: list[str] = []
    with pytest.raises(SourceError):
        found.extend(page.cursor for page in source.pages(cursor=None, now=NOW))
    return found


def test_a_clock_that_is_wrong_is_an_error(fake: FakeX):
    """Hours would be misnamed."""
    fake.now = NOW + timedelta(minutes=6)
    with pytest.raises(SourceError, match="clock is 6 minutes behind"):
        list(counts(fake).pages(cursor=None, now=NOW))


def test_tweepy_never_logs_the_token(fake: FakeX, caplog: pytest.LogCaptureFixture):
    """Not even where everything is asked to debug."""
    caplog.set_level(logging.DEBUG)
    logging.getLogger("tweepy.client").setLevel(logging.DEBUG)
    source = counts(fake)
    list(source.pages(cursor=None, now=NOW))
    assert TOKEN not in caplog.text
    assert TOKEN not in repr(vars(source))

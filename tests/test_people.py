"""What protects the people behind the numbers: small cells, days that are still counted, topics that overlap."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from unittest.mock import patch

import pytest

from bench.proofs import people, unlinked
from bench.proofs.proof import tried
from monitor.counting import Options
from monitor.counting.names import Names
from monitor.counting.sharing import described
from monitor.counting.tone import UNSCORED
from monitor.model import DAY, HOUR, Coverage, Page, Post, Status, Term, TermKind, Topic
from monitor.record import Counter, Stream, record_page
from monitor.sources.archive.fediverse import mastodon_post
from monitor.sources.archive.x import included, v2_post
from monitor.store import Store
from monitor.store.small_cells import CellCount, shown_of_day

START = datetime(2026, 3, 2, tzinfo=UTC)
TAG, PHRASE, LINK = TermKind.TAG, TermKind.PHRASE, TermKind.LINK
ENGLISH = "What a wonderful, brave answer to them all!"


def topic(key: str, *terms: tuple[TermKind, str]) -> Topic:
    """A topic with these terms."""
    return Topic(key, key.title(), tuple(Term(*one) for one in terms))


def many(name: str | None, posts: int, people: int = 10) -> CellCount:
    """A cell."""
    return CellCount(name, posts, people)


def told(shown: Sequence[CellCount]) -> dict[str | None, int]:
    """Names and posts."""
    return {cell.name: cell.posts for cell in shown}


def test_a_small_tone_is_merged_with_another_tone():
    """Were it merged with the unscored, the English posts of the breakdown by language would give it away."""
    tones = [many("positive", 150), many(None, 5, 3), many("unscored", 65)]
    shown = shown_of_day({"tone": tones, "language": [many("en", 155), many("ru", 65)]})
    assert told(shown["tone"]) == {"unscored": 65, None: 155}
    assert told(shown["language"]) == {"en": 155, "ru": 65}


def test_tone_is_silent_where_english_is_merged():
    """Its scored posts are the English ones, and what hides beside them could be subtracted."""
    languages = [many("ru", 227), many("en", 12), many(None, 3, 2)]
    shown = shown_of_day({"language": languages, "tone": [many("unscored", 230), many("positive", 12)]})
    assert told(shown["language"]) == {"ru": 227, None: 15}
    assert told(shown["tone"]) == {None: 242}


def test_tone_is_told_where_languages_are_not_counted():
    """Then nothing stands beside it."""
    assert told(shown_of_day({"tone": [many("unscored", 30), many("positive", 12)]})["tone"]) == {
        "unscored": 30,
        "positive": 12,
    }


def test_the_names_that_tie_tone_to_language_are_those_of_counting():
    """A post in English has a tone, one in another language is unscored, under the names the rule knows."""
    names = Names(language=True, tone=True)
    assert ("language", "en") in names.of(Post("1", "a", START, ENGLISH), ())
    assert ("tone", "unscored") in names.of(Post("2", "a", START, "Сегодня мы зажигаем фонари."), ())
    assert UNSCORED == "unscored"


@pytest.mark.parametrize("dimension", ["cotag", "domain"])
def test_what_adds_up_to_nothing_is_told_in_tens(dimension):
    """Else the posts without a tag, or without a link, would be one subtraction away."""
    shown = shown_of_day({dimension: [many("sea", 34), many("sky", 15), many("fog", 11), many(None, 3, 2)]})
    assert told(shown[dimension]) == {"sea": 30, "sky": 20, None: 10}
    assert shown_of_day({dimension: [many(None, 3, 2)]})[dimension] == ()


def page(day: datetime, people: int, *, language: str = ENGLISH, tag: str = "lamp", first: int = 0) -> Page:
    """A post of each of so many people on a day."""
    posts = tuple(
        Post(f"{day:%d} {n}", f"p{n}", day + HOUR, language, tags=(tag,)) for n in range(first, first + people)
    )
    return Page(posts, f"{day:%d} {first}", coverage=(Coverage(day, day + DAY, Status.COMPLETE),))


def record(store: Store, what: Page, now: datetime, topics: Sequence[Topic] = (topic("lamp", (TAG, "lamp")),)) -> None:
    """Count a page."""
    counter = Counter.of(topics, Options(language=True, tone=False))
    record_page(store, what, stream=Stream("archive"), counter=counter, now=now)


def days_told(store: Store, key: str = "lamp") -> set[datetime]:
    """The days of which a breakdown is shown."""
    return {cell.day for cell in store.breakdown(key, "archive")}


def test_a_day_is_told_once_nothing_is_added_to_it(store):
    """Who looks before and after a post would see its language; from the seal on nothing changes."""
    record(store, page(START, 30), START + 2 * HOUR)
    assert days_told(store) == set()
    record(store, page(START, 5, first=30), START + DAY)
    assert days_told(store) == set()
    store.purge(now=START + 2 * DAY + HOUR)
    before = store.breakdown("lamp", "archive")
    assert {cell.day for cell in before} == {START}
    record(store, page(START, 5, first=35), START + 2 * DAY + 2 * HOUR)
    assert store.breakdown("lamp", "archive") == before


def test_a_day_that_is_brought_in_later_is_told_no_sooner(store):
    """What comes in long after its day may be watched as it comes, too."""
    for number in range(3):
        record(store, page(START, 30, first=30 * number), START + 20 * DAY + number * HOUR)
        assert days_told(store) == set()
    store.purge(now=START + 22 * DAY)
    assert days_told(store) == {START}


@pytest.mark.parametrize(
    ("terms", "found"),
    [
        ([[(TAG, "lamp")], [(TAG, "boat")]], "ab"),
        ([[(TAG, "lamp")], [(TAG, "#LAMP"), (TAG, "boat")]], "a"),
        ([[(TAG, "lamp")], [(TAG, "boat")], [(TAG, "lamp"), (TAG, "boat")]], "a"),
        ([[(TAG, "lamp")], [(TAG, "boat")], [(TAG, "boat"), (TAG, "sea")]], "ab"),
        ([[(PHRASE, "old lamp")], [(PHRASE, "the old lamp again")]], "a"),
        ([[(PHRASE, "lamp*")], [(PHRASE, "lamps of the quay")]], "a"),
        ([[(PHRASE, "lamp")], [(PHRASE, "lamps of the quay")]], "ab"),
        ([[(PHRASE, "lamp")], [(TAG, "lamp")]], "a"),
        ([[(LINK, "lamp.example")], [(LINK, "news.lamp.example/a")]], "a"),
        ([[(LINK, "lamp.example/b")], [(LINK, "lamp.example/a")]], "ab"),
        ([[(TermKind.MENTION, "@lamp")], [(TermKind.MENTION, "Lamp")]], "a"),
        ([[(TermKind.ARTICLE, "Lamp")], [(TermKind.ARTICLE, "Lamp")]], "ab"),
        ([[(TAG, "lamp")], [(TermKind.MENTION, "lamp")]], "ab"),
    ],
)
def test_of_topics_that_look_for_the_same_the_first_is_described(terms, found):
    """The difference of two breakdowns would be a breakdown of the few between them."""
    topics = [topic(key, *those) for key, those in zip("abc", terms, strict=False)]
    assert "".join(sorted(described(topics))) == found


def test_a_topic_that_is_not_described_is_counted_all_the_same(opened):
    """Posts and people are; languages are not."""
    topics = (topic("lamp", (TAG, "lamp")), topic("both", (TAG, "lamp"), (TAG, "boat")))
    record(opened, page(START, 30), START + 3 * DAY, topics)
    opened.purge(now=START + 5 * DAY)
    assert sum(one.value for one in opened.observations("both", "archive", measures=["posts"])) == 30
    assert days_told(opened, "both") == set()
    assert days_told(opened, "lamp") == {START}


def test_a_repost_of_a_protected_account_is_not_counted():
    """In X's API v2 it stands among the users of the page."""
    at = START.isoformat()
    other = {"id": "5", "author_id": "77", "text": "words", "created_at": at}
    repost = {"id": "6", "author_id": "8", "text": "RT", "created_at": at}
    repost |= {"referenced_tweets": [{"type": "retweeted", "id": "5"}]}  # type: ignore[dict-item]
    users = [{"id": "8"}, {"id": "77", "protected": True}]
    assert v2_post(repost, included({"includes": {"tweets": [other], "users": users}})).opted_out
    assert not v2_post(repost, included({"includes": {"tweets": [other], "users": users[:1]}})).opted_out


def test_the_wide_sign_of_a_hashtag_is_one():
    """Mastodon reads ＃ as #."""
    account = {"acct": "a", "note": "<p>＃nobot</p>"}
    status = {"id": "1", "content": "<p>x</p>", "created_at": START.isoformat(), "account": account}
    assert mastodon_post(status).opted_out


def test_a_key_that_stays_the_same_is_seen():
    """The key of the next day makes the marks of the day before again, and is there after its time."""
    with patch("secrets.token_bytes", lambda count: b"k" * count):
        shown = unlinked.looked_for(20)
    assert not shown.held
    assert "; 47 of 95 marks linked" in shown.said
    assert shown.said.endswith("2 of 2 keys left after 48 h")


@pytest.mark.parametrize("proof", people.PROOFS, ids=lambda proof: proof.rule)
def test_the_proofs_hold_and_can_fail(proof):
    """At their smallest sizes."""
    verdict = tried(replace(proof, quick=proof.smallest), full=False)
    assert verdict.held, str(verdict)

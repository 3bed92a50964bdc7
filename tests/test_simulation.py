"""The invented source: its story, and that it is the same story however it is asked for."""

import time
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

import monitor
from monitor import config, sources
from monitor.errors import SourceError
from monitor.model import DAY, HOUR, Post, PostKind, Status, Term, TermKind, Topic
from monitor.sources import simulation
from monitor.sources.simulation import STORY_END, STORY_START, Settings, build, story_so_far
from monitor.sources.simulation.story import milestones

DEMO = Path(monitor.__file__).with_name("demo.yaml")
OUTAGE = (datetime(2017, 5, 30, 12, tzinfo=UTC), datetime(2017, 5, 31, 18, tzinfo=UTC))
TOPICS = (
    Topic("main", "Topic 1", (Term(TermKind.TAG, "Lamp"), Term(TermKind.MENTION, "invented_office"))),
    Topic("tiny", "Topic 2", (Term(TermKind.PHRASE, "names of the harbour"),)),
    Topic("calm", "Topic 3", (Term(TermKind.LINK, "school.example.org"),)),
)


def carries(post, topic):
    """Whether the text of a post holds one of the topic's terms."""
    return any(term.text in post.text for term in topic.terms)


def all_posts(source, *, until=STORY_END):
    """Every post of a source from the story's start."""
    return [post for page in source.pages(cursor=None, now=until) for post in page.posts]


@pytest.fixture(scope="module")
def feeds():
    """The two feeds of the story as declared."""
    return build(Settings(), TOPICS)


@pytest.fixture(scope="module")
def pages(feeds):
    """All pages of each feed."""
    return [list(feed.pages(cursor=None, now=STORY_END)) for feed in feeds]


@pytest.fixture(scope="module")
def told(pages):
    """All posts of each feed."""
    return [[post for page in each for post in page.posts] for each in pages]


@pytest.fixture(scope="module")
def per_day(told):
    """Posts of each feed by (topic's place, day)."""
    return [
        Counter((place, post.at.date()) for post in posts for place, topic in enumerate(TOPICS) if carries(post, topic))
        for posts in told
    ]


def mean(counts, topic, first, last):
    """Posts a day of a topic over days of 2017, ends included."""
    start, end = date(2017, *first), date(2017, *last)
    days = [start + number * DAY for number in range((end - start).days + 1)]
    return sum(counts[topic, day] for day in days) / len(days)


def test_the_demo_campaign_is_valid_and_invented():
    """The demo's configuration loads, has the three roles of the story, and links only to example domains."""
    loaded = config.load(DEMO, sources=sources.settings())
    assert len(loaded.topics) == 3
    assert "invented" in loaded.campaign.name
    assert all("invented" in name for name in loaded.campaign.official_accounts)
    assert [source.name for source in sources.build(loaded.sources, loaded.topics)] == [
        "simulation:square",
        "simulation:harbour",
    ]


def test_every_post_is_about_a_topic_and_by_nobody(told):
    """Each post carries a term of one topic, an invented author, and an id of its own."""
    for posts in told:
        assert all(sum(carries(post, topic) for topic in TOPICS) == 1 for post in posts)
        assert all(post.author.startswith("invented-") for post in posts)
        assert len({post.id for post in posts}) == len(posts)
    assert not {post.id for post in told[0]} & {post.id for post in told[1]}


def test_posts_are_of_every_kind(told):
    """Languages, kinds, reactions and entities vary, so that every part of the tool has work."""
    posts = told[0]
    assert {post.kind for post in posts} == set(PostKind)
    assert {post.language for post in posts} == {"en", "ru", None}
    assert {post.tags is None for post in posts} == {True, False}
    assert {post.engagement is None for post in posts} == {True, False}
    assert len({post.text for post in posts}) > 200
    assert all(link.split("/")[2].split(".", 1)[-1] in {"org", "com", "net", "example.org"}
               for post in posts for link in post.links or ())  # fmt: skip


def test_what_the_platform_says_is_what_the_text_holds(told):
    """Entities that are given name exactly the tags, accounts and links of the text."""
    for post in told[0]:
        if post.tags is None or post.mentions is None or post.links is None:
            continue
        words = post.text.split()
        assert sorted(post.tags) == sorted(word[1:] for word in words if word.startswith("#"))
        assert sorted(post.mentions) == sorted(word[1:] for word in words if word.startswith("@"))
        assert sorted(post.links) == sorted(word for word in words if word.startswith("https://"))


def test_the_main_topic_rises_peaks_and_fades(per_day):
    """Quiet, a wave in the middle of April, half gone within two days, and soon near quiet again."""
    square = per_day[0]
    assert 45 < mean(square, 0, (4, 1), (4, 13)) < 75
    assert 2000 < max(square[0, date(2017, 4, day)] for day in (15, 16, 17)) < 3200
    assert mean(square, 0, (4, 18), (4, 19)) < 0.6 * square[0, date(2017, 4, 16)]
    assert 60 < mean(square, 0, (4, 27), (5, 7)) < 150


def test_the_push_brings_a_second_wave_and_an_answer_within_it(per_day):
    """After 8 May attention is back, fades, and recovers once before it is quiet again."""
    square = per_day[0]
    assert 1100 < max(square[0, date(2017, 5, day)] for day in (8, 9, 10)) < 1900
    low, back = mean(square, 0, (5, 12), (5, 12)), mean(square, 0, (5, 14), (5, 14))
    assert back > 1.25 * low
    assert mean(square, 0, (6, 14), (6, 30)) < 2.2 * mean(square, 0, (4, 1), (4, 13))


def test_the_second_feed_sees_about_a_third(per_day):
    """The second feed tells the same story, smaller."""
    share = per_day[1][0, date(2017, 4, 16)] / per_day[0][0, date(2017, 4, 16)]
    assert 0.25 < share < 0.5


def test_the_second_topic_is_too_small_to_judge(per_day):
    """About one post a day."""
    assert 0.5 < mean(per_day[0], 1, (4, 1), (6, 30)) < 1.6


def test_the_third_topic_is_steady_and_rises_at_the_end(per_day):
    """A medium topic with no wave, growing in the last two weeks."""
    assert 130 < mean(per_day[0], 2, (4, 1), (5, 29)) < 170
    assert mean(per_day[0], 2, (6, 26), (6, 30)) > 1.4 * mean(per_day[0], 2, (6, 1), (6, 15))


def test_days_have_a_rhythm(told):
    """The evening has several times the posts of the early morning."""
    by_hour = Counter(post.at.hour for post in told[0])
    assert by_hour[17] > 3 * by_hour[5]


def test_the_flood_is_one_account(told):
    """On 12 June one account posts about 80 an hour for ten hours; people barely rise."""
    day = [post for post in told[0] if post.at.date() == date(2017, 6, 12) and carries(post, TOPICS[0])]
    before = [post for post in told[0] if post.at.date() == date(2017, 6, 9) and carries(post, TOPICS[0])]
    [(_, busiest)] = Counter(post.author for post in day).most_common(1)
    assert busiest == 800
    assert len(day) > 5 * len(before)
    assert len({post.author for post in day}) < 1.8 * len({post.author for post in before})


def test_the_outage_is_missing_and_never_zero(pages, told):
    """The leading feed's 30 hours without an answer are covered as missing, with a reason; the other feed answers."""
    missing = [part for page in pages[0] for part in page.coverage
               if part.status is not Status.COMPLETE]  # fmt: skip
    assert sum((part.end - part.start for part in missing), timedelta()) == 30 * HOUR
    assert (missing[0].start, missing[-1].end) == OUTAGE
    assert {part.status for part in missing} == {Status.MISSING}
    assert all("outage" in part.reason for part in missing)
    assert not any(OUTAGE[0] <= post.at < OUTAGE[1] for post in told[0])
    assert any(OUTAGE[0] <= post.at < OUTAGE[1] for post in told[1])


def test_pages_cover_every_hour_once_and_stay_small(pages):
    """Pages follow each other without a gap, hold whole hours, and no more than a day or about 2,000 posts."""
    for each in pages:
        reached = STORY_START
        for page in each:
            for part in page.coverage:
                assert part.start == reached
                assert part.end > part.start
                reached = part.end
            assert datetime.fromisoformat(page.cursor) == reached
            assert reached - page.coverage[0].start <= DAY
            assert len(page.posts) < 2600
            assert all(page.coverage[0].start <= post.at < reached for post in page.posts)
            assert page.read == len(page.posts)
        assert reached == STORY_END


def test_the_posts_are_the_same_however_they_are_asked_for(told):
    """Asking hour by hour, at odd moments, from cursors, gives the very posts of one long reading."""
    feed = build(Settings(), TOPICS)[0]
    cursor, moment, posts = STORY_START.isoformat(), STORY_START, list[Post]()
    for step in range(400):
        moment += timedelta(minutes=37 + 11 * (step % 7))
        for page in feed.pages(cursor=cursor, now=moment):
            cursor = page.cursor
            posts.extend(page.posts)
    assert posts == [post for post in told[0] if post.at < datetime.fromisoformat(cursor)]
    assert len(posts) > 2000


def test_another_seed_tells_it_with_other_posts():
    """The seed decides the posts, and nothing else does."""
    until = STORY_START + 3 * DAY
    same, again, other = (all_posts(build(Settings(seed=seed), TOPICS)[0], until=until) for seed in (1, 1, 2))
    assert same == again
    assert same != other


def test_a_topic_keeps_its_posts_when_others_come_or_go():
    """A topic's posts depend on its own name and role only."""
    until = STORY_START + 3 * DAY
    alone = all_posts(build(Settings(), TOPICS[:1])[0], until=until)
    among = [post for post in all_posts(build(Settings(), TOPICS)[0], until=until) if carries(post, TOPICS[0])]
    assert alone == among


def test_only_whole_hours_are_told():
    """The begun hour is left for later, and before the story there is nothing."""
    feed = build(Settings(), TOPICS)[0]
    assert list(feed.pages(cursor=None, now=STORY_START + timedelta(minutes=59))) == []
    assert list(feed.pages(cursor=None, now=STORY_START - DAY)) == []
    (page,) = feed.pages(cursor=None, now=STORY_START + timedelta(minutes=119))
    assert page.cursor == (STORY_START + HOUR).isoformat()


def test_after_the_end_nothing_comes():
    """The story ends; later rounds find no further page."""
    feed = build(Settings(), TOPICS)[0]
    assert list(feed.pages(cursor=STORY_END.isoformat(), now=STORY_END + 30 * DAY)) == []
    (page,) = feed.pages(cursor=(STORY_END - HOUR).isoformat(), now=STORY_END + 30 * DAY)
    assert page.coverage[0].end == STORY_END


@pytest.mark.parametrize("cursor", ["", "yesterday", "2017-04-02T00:00:00", "17"])
def test_a_foreign_cursor_is_an_error_with_words(cursor):
    """A cursor this source never gave is refused, not taken for the start."""
    feed = build(Settings(), TOPICS)[0]
    with pytest.raises(SourceError, match="cursor") as caught:
        list(feed.pages(cursor=cursor, now=STORY_END))
    assert caught.value.permanent


def test_the_story_can_begin_elsewhere_and_be_larger():
    """Start, feeds and scale are settings; the whole story moves with its start."""
    settings = Settings(start=date(2020, 2, 1), feeds=("one",), scale=3)
    (feed,) = build(settings, TOPICS)
    began = datetime(2020, 2, 1, tzinfo=UTC)
    posts = all_posts(feed, until=began + 5 * DAY)
    assert feed.name == "simulation:one"
    assert 3 * 150 * 5 < len(posts) < 3 * 270 * 5
    assert min(post.at for post in posts) >= began


@pytest.mark.parametrize(
    "wrong",
    [{"seed": -1}, {"feeds": []}, {"feeds": ["a", "a"]}, {"feeds": ["A b"]}, {"scale": 0}, {"scale": "inf"},
     {"start": "0001-01-01"}, {"sed": 1}],
    ids=str,
)  # fmt: skip
def test_settings_that_cannot_work_are_refused(wrong):
    """Names that would clash, no feed at all, and sizes without end are no settings."""
    with pytest.raises(ValidationError):
        Settings.model_validate(wrong)


def test_a_topic_of_articles_only_has_no_posts():
    """Posts carry no Wikipedia article, so such a topic stays silent here."""
    (feed, _) = build(Settings(), (Topic("read", "Topic 1", (Term(TermKind.ARTICLE, "Lamp", "en"),)),))
    assert all_posts(feed, until=STORY_START + 30 * DAY) == []


def test_milestones_are_within_the_story_in_order():
    """What the demo's screen tells happens in the story, one thing after another."""
    moments = [at for at, _ in milestones]
    assert moments == sorted(moments)
    assert moments[0] > STORY_START
    assert moments[-1] < STORY_END
    assert any(at == OUTAGE[0] and "30 hours" in sentence for at, sentence in milestones)


def test_it_is_a_source_like_any_other(feeds):
    """It has what the protocol asks for, under unique names."""
    assert [feed.name for feed in feeds] == ["simulation:square", "simulation:harbour"]
    assert {(feed.method, feed.lag_hours) for feed in feeds} == {("1", 0)}
    assert sources.settings()["simulation"] is simulation.Settings


def test_it_is_fast_enough_for_a_demo():
    """At least 20,000 posts a second of processor time, so that the demo waits for nothing."""
    (feed,) = build(Settings(feeds=("fast",)), TOPICS)
    began = time.process_time()
    count = len(all_posts(feed))
    assert count / (time.process_time() - began) > 20_000


def test_the_story_so_far_is_one_sentence():
    """The demo says what happened last, and nothing of what is to come."""
    assert story_so_far(STORY_START) == "In the story, nothing has happened yet."
    for at, what in milestones:
        assert what in story_so_far(at)
        assert what not in story_so_far(at - timedelta(hours=1))

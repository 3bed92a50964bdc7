"""Mentions of the own account and the daily sample: nothing twice, nothing lost unsaid, and never over the price."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import stamina

from monitor.errors import SourceError
from monitor.model import DAY, HOUR, Coverage, Page, Post, Status, Term, TermKind, Topic
from monitor.sources import Source
from monitor.sources.x.answers import parse_posts

from .fake_x import FakePost, FakeX, serving
from .test_x import CHOIR, LANTERNS, NOW, SAMPLES, build

NOON = NOW.replace(minute=0, second=0)
EARLIEST = datetime(2026, 11, 13, 13, tzinfo=UTC)
KEYS = {"mentions": True, "own_account": "@Campaign", "own_account_id": "77", "budget_dollars": 100}


@pytest.fixture(autouse=True)
def _quickly() -> Iterator[None]:
    with stamina.set_testing(True, attempts=2):
        yield


@pytest.fixture
def fake() -> Iterator[FakeX]:
    """A platform with a mention every half hour for eight days."""
    made = FakeX(now=NOW)
    for n in range(16 * 24):
        made.posts.append(FakePost(NOW - timedelta(minutes=3 + 30 * n), f"number {n} for @campaign"))
    with serving(made):
        yield made


def mentions(fake: FakeX, **keys: object) -> Source:
    """The source of mentions."""
    return build(fake, (LANTERNS, CHOIR), **{**KEYS, **keys})[1]


def sample(fake: FakeX, topics: tuple[Topic, ...] = (LANTERNS, CHOIR), **keys: object) -> Source:
    """The source of the sample."""
    return build(fake, topics, **{"sample": True, **keys})[1]


def posts(pages: list[Page]) -> list[Post]:
    """All posts of some pages."""
    return [post for page in pages for post in page.posts]


def spans(pages: list[Page]) -> list[Coverage]:
    """All that was said about hours."""
    return [span for page in pages for span in page.coverage]


def in_days(fake: FakeX, source: Source, cursor: str, *, days: float) -> list[Page]:
    """A round some days later."""
    fake.now = NOW + timedelta(days=days)
    return list(source.pages(cursor=cursor, now=fake.now))


def test_the_first_round_reads_seven_days(fake: FakeX):
    """Every mention within seven days comes once, and all whole hours are complete with the last page only."""
    pages = list(mentions(fake, mentions_a_round=800).pages(cursor=None, now=NOW))
    wanted = [post for post in fake.posts if EARLIEST <= post.at < NOW - timedelta(minutes=1)]
    assert len({post.id for post in posts(pages)}) == len(posts(pages)) == len(wanted)
    assert spans(pages) == [Coverage(EARLIEST, NOON, Status.COMPLETE)]
    assert pages[-1].coverage
    assert {page.topics for page in pages if page.posts} == {("lanterns",)}


def test_the_next_round_goes_on_where_the_last_ended(fake: FakeX):
    """Nothing is read again; the hour that was running is complete now."""
    source = mentions(fake, mentions_a_round=800)
    first = list(source.pages(cursor=None, now=NOW))
    later = NOW + timedelta(minutes=90)
    fake.posts += [FakePost(NOW + timedelta(minutes=n), f"later {n} @campaign") for n in (1, 61)]
    second = in_days(fake, source, first[-1].cursor, days=90 / 1440)
    assert [post.text for post in posts(second)] == ["later 61 @campaign", "later 1 @campaign"]
    assert spans(second) == [Coverage(NOON, later.replace(minute=0, second=0), Status.COMPLETE)]
    third = list(source.pages(cursor=second[-1].cursor, now=fake.now))
    assert not third


def test_a_killed_round_loses_and_doubles_nothing(fake: FakeX):
    """The cursor moves with the last page only: stopped anywhere before, all is read again and known by its ids."""
    whole = {post.id for post in posts(list(mentions(fake, mentions_a_round=800).pages(cursor=None, now=NOW)))}
    count = sum(1 for _ in mentions(fake, mentions_a_round=800).pages(cursor=None, now=NOW))
    for stop in range(1, count):
        pages: list[Page] = []
        for page in mentions(fake, mentions_a_round=800).pages(cursor=None, now=NOW):
            pages.append(page)
            if len(pages) == stop:
                break
        assert not spans(pages)
        assert pages[-1].cursor == ""
        again = list(mentions(fake, mentions_a_round=800).pages(cursor=None, now=NOW))
        assert {post.id for post in posts(pages) + posts(again)} == whole


def test_a_cap_leaves_a_gap_that_is_told(fake: FakeX):
    """The newest are read; the hours before are missing, the one in which it stopped is partial, and none is zero."""
    source = mentions(fake, mentions_a_round=50)
    pages = list(source.pages(cursor=None, now=NOW))
    oldest = min(post.at for post in posts(pages)).replace(minute=0, second=0)
    assert len(posts(pages)) == 50
    assert [(span.start, span.status) for span in spans(pages)] == [
        (EARLIEST, Status.MISSING), (oldest, Status.PARTIAL), (oldest + HOUR, Status.COMPLETE)]  # fmt: skip
    assert "more mentions came" in spans(pages)[0].reason
    assert fake.dollars <= sum(page.dollars for page in pages) <= 50 * 0.005 + 1e-9


def test_an_hour_that_was_cut_stays_partial_in_the_next_round(fake: FakeX):
    """The cap struck within the running hour: the next round must not call it complete."""
    fake.posts = [FakePost(NOW - timedelta(seconds=90 + n), f"n {n} @campaign") for n in range(40)]
    source = mentions(fake, mentions_a_round=10)
    first = list(source.pages(cursor=None, now=NOW))
    assert spans(first)[-1] == Coverage(NOON, NOON + HOUR, Status.PARTIAL, spans(first)[0].reason)
    second = in_days(fake, source, first[-1].cursor, days=2 / 24)
    assert spans(second) == [Coverage(NOON + HOUR, NOON + 2 * HOUR, Status.COMPLETE)]


def test_beyond_the_newest_800_is_a_gap(fake: FakeX):
    """X ends its list there without a word."""
    fake.posts = [FakePost(NOW - timedelta(minutes=2, seconds=100 * n), f"n {n} @campaign") for n in range(1000)]
    pages = list(mentions(fake, mentions_a_round=800).pages(cursor=None, now=NOW))
    assert len(posts(pages)) == 800
    assert [span.status for span in spans(pages)] == [Status.MISSING, Status.PARTIAL, Status.COMPLETE]


def test_an_end_of_the_list_at_800_is_no_proof(fake: FakeX):
    """The last page has no next one, and still the hours before are not called quiet."""
    fake.posts = [FakePost(NOW - timedelta(minutes=2, seconds=100 * n), f"n {n} @campaign") for n in range(790)]
    pages = list(mentions(fake, mentions_a_round=800).pages(cursor=None, now=NOW))
    assert spans(pages)[0].status is Status.MISSING
    assert "newest 800" in spans(pages)[0].reason


def test_an_absence_of_more_than_seven_days_is_a_gap(fake: FakeX):
    """What lies between is missing, with a reason; then it goes on."""
    source = mentions(fake, mentions_a_round=800)
    cursor = list(source.pages(cursor=None, now=NOW))[-1].cursor
    pages = in_days(fake, source, cursor, days=9)
    assert spans(pages) == [
        Coverage(NOON, EARLIEST + 9 * DAY, Status.MISSING, "nobody asked for more than seven days"),
        Coverage(EARLIEST + 9 * DAY, NOON + 9 * DAY, Status.COMPLETE),
    ]


def test_no_mentions_is_a_quiet_time_if_x_says_so(fake: FakeX):
    """`result_count` 0 proves it; nothing at all does not."""
    fake.posts = []
    pages = list(mentions(fake).pages(cursor=None, now=NOW))
    assert spans(pages) == [Coverage(EARLIEST, NOON, Status.COMPLETE)]
    unproved: tuple[object, ...] = ({}, {"meta": {}}, {"meta": {"result_count": False}}, {"data": None})
    for body in unproved:
        fake.fail(200, body)
        with pytest.raises(SourceError):
            list(mentions(fake).pages(cursor=None, now=NOW))


def test_pages_that_lead_in_a_circle_end(fake: FakeX):
    """An endless list costs no more than the cap, and proves nothing."""
    fake.circle = True
    pages = list(mentions(fake, mentions_a_round=800).pages(cursor=None, now=NOW))
    assert len(fake.asked) == 2
    assert {span.status for span in spans(pages)} == {Status.PARTIAL}


def test_an_answer_with_errors_beside_it_is_partial(fake: FakeX):
    """X says itself that something is left out."""
    fake.extra_page = {"errors": [{"title": "Partial"}]}
    pages = list(mentions(fake, mentions_a_round=800).pages(cursor=None, now=NOW))
    assert {span.status for span in spans(pages)} == {Status.PARTIAL}


@pytest.mark.parametrize("at", ["2035-01-01T00:00:00Z", "2007-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", 7, "soon"])
def test_a_post_from_another_time_is_quarantined(fake: FakeX, at: object):
    """A date that cannot be is no post of ours; where many are broken, the hours are partial."""
    fake.posts = [FakePost(NOW - timedelta(minutes=n), "x @campaign") for n in (2, 3, 4)]
    fake.posts.append(FakePost(NOW - timedelta(minutes=5), "y @campaign", extra={"created_at": at}))
    pages = list(mentions(fake).pages(cursor=None, now=NOW))
    assert len(posts(pages)) == 3
    assert sum(sum(page.quarantined.values()) for page in pages) == 1
    assert spans(pages)[0].status is Status.PARTIAL


def test_the_account_is_looked_up_once(fake: FakeX):
    """A handle costs one look-up, paid for beforehand; the cursor holds neither it nor a post's id."""
    source = mentions(fake, own_account_id=None, mentions_a_round=800)
    pages = list(source.pages(cursor=None, now=NOW))
    assert pages[0].dollars == pytest.approx(0.010)
    assert next(path for path, _ in fake.asked) == "/2/users/by/username/Campaign"
    list(source.pages(cursor=None, now=NOW))
    assert sum("username" in path for path, _ in fake.asked) == 1
    datetime.fromisoformat(pages[-1].cursor.split()[0])
    assert "77" not in pages[-1].cursor
    nobody = Topic("n", "N", (Term(TermKind.MENTION, "nobody"),))
    keys = {"mentions": True, "own_account": "nobody"}
    with pytest.raises(SourceError, match="errors and without data"):
        list(build(fake, (nobody,), **keys)[1].pages(cursor=None, now=NOW))


def test_only_topics_that_mention_the_account_are_followed(fake: FakeX):
    """A mention says nothing about how often another topic is spoken of."""
    assert mentions(fake).topics == (LANTERNS,)
    fake.asked.clear()
    with pytest.raises(SourceError, match="no topic mentions own_account"):
        list(build(fake, (CHOIR,), **KEYS)[1].pages(cursor=None, now=NOW))
    assert not fake.asked


def test_a_limit_in_the_middle_ends_the_round(fake: FakeX):
    """What was read is kept, and the time to come back is told."""
    source, found = mentions(fake, mentions_a_round=800), []
    with pytest.raises(SourceError) as error:
        for page in source.pages(cursor=None, now=NOW):
            found.append(page)
            if page.posts:
                fake.fail(429, {}, {"x-rate-limit-reset": str(int(NOW.timestamp()) + 60)})
    assert posts(found)
    assert not spans(found)
    assert error.value.retry_at is not None


@pytest.mark.parametrize(
    "cursor", ["yesterday", "2026-11-20T11:00:00 2026-11-20T11:00:00", "\x00", "1 2 3", "2030-01-01"]
)
def test_a_broken_cursor_starts_anew(fake: FakeX, cursor: str):
    """It is as good as none."""
    assert posts(list(mentions(fake).pages(cursor=cursor, now=NOW)))


def test_a_post_keeps_what_x_says_of_it():
    """The long text, tags, mentions and links; an edited post keeps its first id."""
    (post,) = parse_posts(SAMPLES[2]).posts
    assert post.text == "Lamps, and a long word more"
    assert (post.tags, post.mentions, post.links) == (("LumenLanterns",), ("campaign",), ("https://example.org/a",))
    assert repr(parse_posts(SAMPLES[2])) == "<Batch>"


def test_the_sample_is_taken_once_a_day_and_never_judged(fake: FakeX):
    """At most so many posts, all hours partial; the same day brings no more, the next day does."""
    fake.posts = [FakePost(NOW - timedelta(minutes=n), f"{n} #lumenlanterns the sea choir") for n in range(400)]
    source = sample(fake, sample_posts=40)
    pages = list(source.pages(cursor=None, now=NOW))
    assert len(posts(pages)) == 40
    assert {(span.status, span.reason) for span in spans(pages)} == {(Status.PARTIAL, "a sample")}
    assert source.price is not None
    assert fake.dollars == pytest.approx(0.2) == pytest.approx(source.price.dollars_a_round)
    assert not list(source.pages(cursor=pages[-1].cursor, now=NOW + 3 * HOUR))
    assert in_days(fake, source, pages[-1].cursor, days=1)


def test_a_killed_sample_goes_on_with_the_next_topic(fake: FakeX):
    """No topic is paid for twice."""
    fake.posts = [FakePost(NOW - timedelta(minutes=n), "#lumenlanterns the sea choir") for n in range(2, 40)]
    source = sample(fake, sample_posts=20)
    first = []
    for page in source.pages(cursor=None, now=NOW):
        first.append(page)
        if page.posts:
            break
    rest = list(source.pages(cursor=first[-1].cursor, now=NOW))
    assert {page.topics for page in first + rest if page.posts} == {("lanterns",), ("choir",)}
    assert len(fake.asked) == 2


def test_many_topics_take_turns_in_the_sample(fake: FakeX):
    """Ten posts are the least X gives: with two tens a day, five topics have had their turn in five days."""
    topics = tuple(Topic(f"t{n}", f"T{n}", (Term(TermKind.TAG, f"tag{n}"),)) for n in range(5))
    source, seen = sample(fake, topics, sample_posts=25), []
    for day in range(5):
        fake.now = NOW + day * DAY
        pages = list(source.pages(cursor=None, now=fake.now))
        assert sum(page.dollars for page in pages) <= 25 * 0.005
        seen += [page.topics for page in pages if page.topics]
    assert {keys[0] for keys in seen if keys} == {"t0", "t1", "t2", "t3", "t4"}


def test_a_refused_query_leaves_the_rest_of_the_sample(fake: FakeX):
    """Blocked for its own topic."""
    fake.wrong = "LumenLanterns"
    pages = list(sample(fake, sample_posts=20).pages(cursor=None, now=NOW))
    assert {(page.topics, span.status) for page in pages for span in page.coverage} == {
        (("lanterns",), Status.BLOCKED), (("choir",), Status.PARTIAL)}  # fmt: skip

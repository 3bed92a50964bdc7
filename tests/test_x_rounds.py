"""X's rounds one after another: the probe before all else, a clock that goes on, and a refused query remembered."""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace

import pytest
import stamina

from monitor.errors import SourceError
from monitor.model import CONTROL, DAY, HOUR, Page, Status, Term, TermKind, Topic
from monitor.sources.x.refusals import LONGEST_JITTER_S

from .fake_x import FakePost, FakeX, matches
from .test_x import CHOIR, LANTERNS, NOW, build, busy, counts, told, values

NOON = NOW.replace(minute=0, second=0)
PROBE = "#news -is:retweet"


@pytest.fixture(autouse=True)
def _quickly() -> Iterator[None]:
    with stamina.set_testing(True, attempts=2):
        yield


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeX]:
    """The busy platform; what passes there passes here."""
    monkeypatch.setattr("monitor.sources.x.door._ARCHIVE_PAUSE_S", 0.0)
    with busy() as made:

        def seconds() -> float:
            return made.now.timestamp()

        monkeypatch.setattr("monitor.web.answers.time", SimpleNamespace(monotonic=seconds))
        yield made


def until_error(pages: Iterator[Page]) -> tuple[list[Page], SourceError]:
    """The pages of a round that fails, and its error."""
    found: list[Page] = []
    with pytest.raises(SourceError) as error:
        found.extend(pages)
    return found, error.value


@pytest.mark.parametrize("cursor", [None, "", "*", "lanterns", "choir", "gone", "{", "[1]", "\x00"])
def test_the_probe_is_always_asked_first(fake: FakeX, cursor: str | None):
    """Wherever the last round ended, nothing is believed before X has shown that it sees."""
    pages = list(counts(fake).pages(cursor=cursor, now=NOW))
    assert fake.asked[0][1]["query"] == PROBE
    order = [page.topics for page in pages if page.topics]
    assert order[0] == (CONTROL,)
    assert order[1] == ("choir" if cursor == "choir" else "lanterns",)
    assert len(order) == 3


@pytest.mark.parametrize("failing", [CONTROL, "lanterns", "choir"])
@pytest.mark.parametrize("status", [429, 503])
def test_a_blind_x_overwrites_nothing_after_a_failed_round(fake: FakeX, failing: str, status: int):
    """The round after one that failed anywhere keeps the good numbers of seven days."""
    at = [CONTROL, "lanterns", "choir"].index(failing)

    def pages() -> Iterator[Page]:
        for page in counts(fake).pages(cursor=None, now=NOW):
            if page.dollars and len(fake.asked) == at:
                fake.fail(status, times=2)
            yield page

    first, _ = until_error(pages())
    fake.faults, fake.posts = [], []
    blind, error = until_error(counts(fake).pages(cursor=first[-1].cursor, now=NOW))
    assert "not believed" in str(error)
    assert not [one for page in blind for one in page.observations]


def test_an_unreadable_probe_is_no_proof(fake: FakeX):
    """Without an answer about what is always busy, no topic's zero is believed."""
    fake.fail(200, b"<html></html>")
    pages, error = until_error(counts(fake).pages(cursor=None, now=NOW))
    assert not error.permanent
    assert not [one for page in pages for one in page.observations]


def test_a_refused_probe_stops_the_source_and_says_so(fake: FakeX):
    """It is the probe that must be changed; it is not paid for again that day, also in a new process."""
    fake.wrong = "#news"
    pages, error = until_error(counts(fake).pages(cursor=None, now=NOW))
    assert error.permanent
    assert "choose another probe" in str(error)
    fake.asked.clear()
    again, error = until_error(counts(fake).pages(cursor=pages[-1].cursor, now=NOW + HOUR))
    assert "choose another probe" in str(error)
    assert not fake.asked
    assert not sum(page.dollars for page in again)


def test_a_blind_x_fills_no_past_with_zeros(fake: FakeX):
    """The probe is asked for all seven days, however few hours are filled in: a day of zeros is told from quiet."""
    fake.posts = []
    pages, error = until_error(counts(fake).past(NOW - 5 * HOUR, NOW, now=NOW).pages)
    assert "not believed" in str(error)
    assert not [one for page in pages for one in page.observations]


def test_a_refused_query_is_remembered_in_the_cursor(fake: FakeX):
    """A new process neither sends nor pays for it that day; the next day it does. The cursor holds no term."""
    fake.wrong = "LumenLanterns"
    pages = list(counts(fake).pages(cursor=None, now=NOW))
    assert "umen" not in pages[-1].cursor
    later = fake.now = NOW + 23 * HOUR
    fake.asked.clear()
    again = list(counts(fake).pages(cursor=pages[-1].cursor, now=later))
    assert [asked["query"] for _, asked in fake.asked] == [PROBE, '"sea choir" -is:retweet']
    assert sum(page.dollars for page in again) == pytest.approx(0.010)
    assert [span.status for span in told(again, "lanterns")] == [Status.BLOCKED]
    assert "refuses this query" in told(again, "lanterns")[0].reason
    fake.now, fake.wrong = NOW + 25 * HOUR, ""
    third = list(counts(fake).pages(cursor=again[-1].cursor, now=fake.now))
    assert told(third, "lanterns")[0].status is Status.COMPLETE
    assert third[-1].cursor == ""


def test_changed_terms_are_asked_at_once(fake: FakeX):
    """Who did what the message says does not wait for a day."""
    fake.wrong = "LumenLanterns"
    cursor = list(counts(fake).pages(cursor=None, now=NOW))[-1].cursor
    mended = Topic("lanterns", "Topic 1", (Term(TermKind.TAG, "Lanterns"),))
    pages = list(counts(fake, (mended, CHOIR)).pages(cursor=cursor, now=NOW + HOUR / 60))
    assert told(pages, "lanterns")[0].status is Status.COMPLETE


def test_a_killed_round_remembers_refusals_and_its_turn(fake: FakeX):
    """Stopped after any page, the refused query is not sent again, and the next topic is the one that waits."""
    fake.wrong = "LumenLanterns"
    for page in counts(fake).pages(cursor=None, now=NOW):
        if page.topics == ("lanterns",):
            break
    fake.asked.clear()
    list(counts(fake).pages(cursor=page.cursor, now=NOW))
    assert [asked["query"] for _, asked in fake.asked] == [PROBE, '"sea choir" -is:retweet']


@pytest.mark.parametrize(
    "refused", ['3', '{"lanterns": 7}', '{"lanterns": ["soon", "x"]}', '{"lanterns": []}', '{"lanterns": [null, 1]}',
                '{"lanterns": ["2026-11-21T00:00:00", "x"]}', '{"lanterns": ["9999-12-31T23:59:59-12:00", "x"]}'],
)  # fmt: skip
def test_a_broken_memory_is_none(fake: FakeX, refused: str):
    """All topics are asked."""
    pages = list(counts(fake).pages(cursor=f'{{"next": 5, "refused": {refused}}}', now=NOW))
    assert len(fake.asked) == 3
    assert {span.status for span in told(pages, "lanterns")} == {Status.COMPLETE}


def test_when_no_query_is_left_nothing_is_asked(fake: FakeX):
    """All were refused today: the source stays failed, and the probe is not paid for in vain."""
    fake.wrong = "LumenLanterns"
    pages, _ = until_error(counts(fake, (LANTERNS,)).pages(cursor=None, now=NOW))
    fake.asked.clear()
    _, error = until_error(counts(fake, (LANTERNS,)).pages(cursor=pages[-1].cursor, now=NOW + HOUR))
    assert "refuses this query" in str(error)
    assert not fake.asked


def test_a_long_round_has_no_wrong_clock(fake: FakeX):
    """Minutes pass with each answer; which hours are over is still told by the time at which the round began."""
    fake.pace = timedelta(minutes=4)
    pages = list(counts(fake).pages(cursor=None, now=NOW))
    assert fake.now == NOW + timedelta(minutes=12)
    assert {span.end for key in ("lanterns", "choir") for span in told(pages, key)} == {NOON}


def test_a_long_round_asks_for_nothing_out_of_reach(fake: FakeX):
    """X forgets the first hour while the round lasts: it is left to what was known of it."""
    start = fake.now = NOW.replace(minute=58, second=0)
    fake.pace = timedelta(seconds=50)
    pages = list(counts(fake).pages(cursor=None, now=start))
    assert told(pages, "choir")[0].start == NOON - 7 * DAY + 2 * HOUR
    assert {span.status for span in told(pages, "choir")} == {Status.COMPLETE}


@pytest.mark.parametrize("keys", [{"mentions": True, "own_account": "campaign"}, {"sample": True, "sample_posts": 100}])
def test_a_long_round_of_posts_has_no_wrong_clock(fake: FakeX, keys: dict[str, object]):
    """Mentions and the sample are read over minutes, too."""
    topics = tuple(Topic(f"t{n}", "T", (Term(TermKind.MENTION, "campaign"),)) for n in range(4))
    fake.posts = [FakePost(NOW - timedelta(minutes=2 + n), "x @campaign") for n in range(200)]
    fake.pace = timedelta(minutes=4)
    pages = list(build(fake, topics, **keys)[1].pages(cursor=None, now=NOW))
    assert sum(len(page.posts) for page in pages) >= 50
    assert len(fake.asked) > 2


def test_a_long_past_has_no_wrong_clock(fake: FakeX):
    """Filling in goes on by the clock from when it was planned, whenever the pages are asked for."""
    fake.pace, fake.archive = timedelta(minutes=4), True
    near = counts(fake).past(NOW - 3 * DAY, NOW, now=NOW)
    fake.now += timedelta(minutes=9)
    assert len(values(list(near.pages), "lanterns")) == 71
    start = fake.now
    far = counts(fake, archive=True, probe=None).past(start - 75 * DAY, start, now=start)
    assert len(values(list(far.pages), "lanterns")) >= 75 * 24 - 1
    assert len(fake.asked) == 9


@pytest.mark.parametrize(
    ("headers", "seconds", "jitter"),
    [({"Retry-After": "60"}, 61, 0.0), ({}, 900, 0.0), ({"x-rate-limit-reset": "+30"}, 30, LONGEST_JITTER_S)],
)
def test_a_limit_late_in_a_round_is_waited_for_in_full(
    fake: FakeX, headers: dict[str, str], seconds: int, jitter: float
):
    """The wait begins with the answer that asks for it, not with the round."""
    fake.pace = timedelta(minutes=4)
    late = NOW + 3 * fake.pace
    if "x-rate-limit-reset" in headers:
        headers = {"x-rate-limit-reset": str(int(late.timestamp()) + 30)}

    def pages() -> Iterator[Page]:
        for page in counts(fake).pages(cursor=None, now=NOW):
            if page.topics == ("lanterns",):
                fake.fail(429, {"title": "Too Many Requests"}, headers)
            yield page

    at = until_error(pages())[1].retry_at
    assert at is not None
    assert late + timedelta(seconds=seconds) <= at <= late + timedelta(seconds=seconds + jitter)


def test_the_fake_binds_as_x_does():
    """Side by side binds tighter than OR: without its parentheses a query would find reposts."""
    repost = FakePost(NOW, "RT a lamp #lumen", repost=True)
    assert matches('#lumen OR "sea choir" -is:retweet', repost)
    assert not matches('(#lumen OR "sea choir") -is:retweet', repost)
    assert matches('(#lumen OR "sea choir") -is:retweet', FakePost(NOW, "the Sea Choir"))
    assert not matches('#lumen "sea choir"', FakePost(NOW, "the Sea Choir"))
    assert not matches("#lumen", FakePost(NOW, "#lumens"))


def test_a_blind_archive_fills_no_past_with_zeros(fake: FakeX):
    """A month in which even the probe is silent costs no more than asking for the probe, and replaces no number."""
    fake.archive, gone = True, NOON - 40 * DAY
    for hour in range(20 * 24):
        fake.posts += [FakePost(NOON - 31 * DAY + hour * HOUR + timedelta(seconds=n), "#news") for n in range(8)]
    dark = {NOON - 2 * DAY + n * HOUR for n in range(3)}
    fake.posts = [post for post in fake.posts if post.at.replace(minute=0, second=0) not in dark]
    source = counts(fake, (LANTERNS,), archive=True, probe="news")
    pages = list(source.past(gone, NOW, now=NOW).pages)
    found = values(pages, "lanterns")
    assert min(found) == NOON - 31 * DAY
    assert not dark & set(found)
    assert [span.status for span in told(pages, "lanterns") if span.start < NOON - 31 * DAY] == [Status.MISSING]
    assert fake.dollars == pytest.approx(0.03) == pytest.approx(sum(page.dollars for page in pages))


@pytest.mark.parametrize("hours", [3, 31 * 24 + 3])
def test_a_few_hours_of_a_blind_archive_are_no_zeros(fake: FakeX, hours: int):
    """However short the piece is in which the probe was silent."""
    fake.archive, fake.posts = True, []
    pages = list(counts(fake, archive=True).past(NOON - 8 * DAY - hours * HOUR, NOON - 8 * DAY, now=NOW).pages)
    assert not [one for page in pages for one in page.observations]
    assert {span.status for span in told(pages, "lanterns")} == {Status.MISSING}


def test_the_archive_is_not_believed_without_its_probe(fake: FakeX):
    """X refuses the probe's query: nothing is filled in, and the words are about the probe."""
    fake.archive, fake.wrong = True, "#news"
    pages, error = until_error(counts(fake, archive=True).past(NOW - 40 * DAY, NOW, now=NOW).pages)
    assert "choose another probe" in str(error)
    assert len(fake.asked) == 1
    assert not [one for page in pages for one in page.observations]

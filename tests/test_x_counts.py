"""X's answers to counts: what is no hour is not taken for zero, and the past costs what was said before."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import stamina

from monitor.errors import SourceError
from monitor.model import DAY, HOUR, Status
from monitor.sources.x.answers import Span, parse_counts
from monitor.sources.x.hours import counted, reach

from .fake_x import TOKEN, FakePost, FakeX
from .test_x import NOW, SAMPLES, SPAN, busy, counts, told, values

pytestmark = pytest.mark.usefixtures("undisturbed")


@pytest.fixture(autouse=True)
def _quickly() -> Iterator[None]:
    with stamina.set_testing(True, attempts=2):
        yield


@pytest.fixture
def fake() -> Iterator[FakeX]:
    """The busy platform."""
    with busy() as made:
        yield made


def test_a_count_under_an_unknown_name_is_no_zero():
    """Neither of the known names: nothing is counted."""
    with pytest.raises(SourceError, match="unknown shape"):
        parse_counts(SAMPLES[0].replace(b"tweet_count", b"note_count"), SPAN)


@pytest.mark.parametrize(
    "body",
    [b'{"data": [], "meta": {"total_tweet_count": 0}}', b'{"meta": {"total_tweet_count": 0}}', b"{}", b"[]", b"null",
     b"0", b"<html>Something went wrong</html>", b"", b"\xff\xfe", b"[" * 100_000, b'{"data": {"start": 1}}'],
)  # fmt: skip
def test_an_answer_without_hours_is_no_zero(body: bytes):
    """An empty answer, a web page, or another shape is an error."""
    with pytest.raises(SourceError):
        parse_counts(body, SPAN)


@pytest.mark.parametrize("bad", ["-1", "1.5", "true", "null", '"7"', "NaN", "1e400", "99999999999999999999", "[]"])
def test_an_hour_with_a_broken_count_is_missing(bad: str):
    """It is quarantined, what was known of it is not replaced, and the other hours stand."""
    found = parse_counts(SAMPLES[0].replace(b'"tweet_count": 4', f'"tweet_count": {bad}'.encode()), SPAN)
    page = counted("lanterns", found, SPAN, method="1")
    assert [(one.bucket.hour, one.value) for one in page.observations] == [(10, 0)]
    assert page.quarantined == {"no count": 1}
    assert [(span.start.hour, span.status) for span in page.coverage] == [
        (9, Status.MISSING), (10, Status.COMPLETE), (11, Status.MISSING)]  # fmt: skip


@pytest.mark.parametrize(
    "time",
    ["0001-01-01T00:00:00+14:00", "9999-12-31T23:00:00-10:00", "2026-11-20T09:00:00", "noon", "\x00", "2026-11-20"],
)
def test_an_hour_with_a_broken_time_is_missing(time: str):
    """Nobody guesses when it was."""
    body = SAMPLES[0].replace(b"2026-11-20T09:00:00.000Z", json.dumps(time)[1:-1].encode())
    assert 9 not in {hour.hour for hour in parse_counts(body, SPAN).values}


def test_an_hour_told_twice_differently_is_missing():
    """Two answers for one hour are none."""
    row = b'{"start": "2026-11-20T09:00:00.000Z", "end": "2026-11-20T10:00:00.000Z", "tweet_count": 5},'
    found = parse_counts(SAMPLES[0].replace(b'"data": [', b'"data": [' + row), SPAN)
    assert [hour.hour for hour in found.values] == [10]
    assert found.quarantined == {"an hour told twice": 1}


def test_the_cut_buckets_at_the_edges_are_left_out(fake: FakeX):
    """As X answers without times: 169 buckets, of which the first and the last are cut."""
    body = fake.answer("/2/tweets/counts/recent", {"query": "#news -is:retweet"}, f"Bearer {TOKEN}").body
    assert len(json.loads(body)["data"]) == 169
    whole = Span(NOW.replace(minute=0, second=0) - 8 * DAY, NOW.replace(minute=0, second=0) + DAY)
    assert set(parse_counts(body, whole).values.values()) == {8}
    assert len(parse_counts(body, whole).values) == 167


def test_an_answer_that_says_it_is_not_whole_is_partial():
    """Errors beside data: its numbers do not replace what is known."""
    page = counted("lanterns", parse_counts(SAMPLES[1], SPAN), SPAN, method="1")
    assert not page.observations
    assert page.coverage[-1].status is Status.PARTIAL


def test_an_hour_is_complete_only_a_minute_after_it_is_over():
    """X needs half a minute to index, and refuses what ended less than ten seconds ago."""
    noon = datetime(2026, 11, 20, 12, tzinfo=UTC)
    assert reach(noon + timedelta(seconds=59)).end == noon - HOUR
    assert reach(noon + timedelta(minutes=1)).end == noon
    assert all(
        reach(noon + timedelta(seconds=n)).start >= noon + timedelta(seconds=n) - 7 * DAY for n in range(0, 3600, 7)
    )


def test_the_past_within_reach_costs_one_count_a_topic(fake: FakeX):
    """Seven days come from the recent counts."""
    past = counts(fake).past(NOW - 3 * DAY, NOW, now=NOW)
    assert past.requests == 3
    assert past.dollars == pytest.approx(0.015)
    found = values(list(past.pages), "lanterns")
    assert min(found) == datetime(2026, 11, 17, 13, tzinfo=UTC)
    assert len(found) == 71
    assert fake.dollars == pytest.approx(past.dollars)


def test_the_past_beyond_reach_needs_the_archive(fake: FakeX):
    """Without it the error says from when on X counts."""
    with pytest.raises(SourceError, match="2026-11-13 13:00 UTC"):
        counts(fake).past(NOW - 30 * DAY, NOW, now=NOW)


def test_the_archive_is_counted_month_by_month(fake: FakeX, monkeypatch: pytest.MonkeyPatch):
    """75 days are three requests a topic, newest first, and every hour comes out complete."""
    monkeypatch.setattr("monitor.sources.x.door._ARCHIVE_PAUSE_S", 0.0)
    fake.archive = True
    fake.posts.append(FakePost(NOW - 60 * DAY, "an old lamp #LumenLanterns"))
    past = counts(fake, archive=True, probe=None).past(NOW - 75 * DAY, NOW, now=NOW)
    assert past.requests == 6
    assert past.dollars == pytest.approx(0.06)
    pages = list(past.pages)
    assert fake.dollars == pytest.approx(0.06) == pytest.approx(sum(page.dollars for page in pages))
    found = values(pages, "lanterns")
    assert len(found) == 75 * 24 - 1
    assert found[(NOW - 60 * DAY).replace(minute=0, second=0)] == 1
    assert {span.status for span in told(pages, "lanterns")} == {Status.COMPLETE}


def test_pages_of_the_archive_that_lead_in_a_circle_are_an_error(fake: FakeX, monkeypatch: pytest.MonkeyPatch):
    """It neither loops nor pays for ever."""
    monkeypatch.setattr("monitor.sources.x.door._ARCHIVE_PAUSE_S", 0.0)
    fake.archive = True
    fake.extra_page = {"meta": {"next_token": "2026-11-01T00:00:00+00:00"}}
    with pytest.raises(SourceError, match="circle"):
        list(counts(fake, archive=True).past(NOW - 30 * DAY, NOW, now=NOW).pages)
    assert len(fake.asked) == 2


def test_the_archive_without_the_right_to_it_is_blocked(fake: FakeX, monkeypatch: pytest.MonkeyPatch):
    """The settings claim what the account cannot."""
    monkeypatch.setattr("monitor.sources.x.door._ARCHIVE_PAUSE_S", 0.0)
    with pytest.raises(SourceError, match="does not let this app") as found:
        list(counts(fake, archive=True).past(NOW - 30 * DAY, NOW, now=NOW).pages)
    assert found.value.permanent

"""The source `mastodon` while things change: time in a long round, hashtags, long pauses."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
import stamina

from monitor.errors import SourceError
from monitor.model import CONTROL, DAY, HOUR, Status, Topic, hour_of
from monitor.sources import Source
from monitor.sources.mastodon import Settings, build
from tests.fake_mastodon import HOUR_NOW, LANTERNS, NOW, Fake, Kept, Reply, run_of, serving, status, topic

MINUTE = timedelta(minutes=1)
Make = Callable[..., Source]


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    with stamina.set_testing(True, attempts=2):
        yield


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Fake:
    """A server whose clock and ours go on alike."""
    made = Fake()

    def monotonic() -> float:
        return (made.now - NOW).total_seconds()

    monkeypatch.setattr("monitor.web.answers.time", SimpleNamespace(monotonic=monotonic))
    return made


@pytest.fixture
def made(fake: Fake) -> Iterator[Make]:
    """Builds the source for the fake."""
    with serving(fake) as address:

        def make(*topics: Topic, probe: str | None = None) -> Source:
            settings = Settings(instances=(address,), probe=probe, allow_private=True)
            (source,) = build(settings, topics or (LANTERNS,))
            return source

        yield make


def later(kept: Kept, source: Source, fake: Fake, now: datetime) -> Kept:
    """Another round, at this time, when posts of after it are not there yet."""
    fake.now, there = now, fake.statuses
    fake.statuses = [one for one in there if datetime.fromisoformat(str(one["created_at"])) <= now]
    kept.round(source, now=now)
    fake.statuses = there
    return kept


# Time in a round ----------------------------------------------------------------------------------------------------


def test_a_round_of_many_minutes_has_no_wrong_clock(fake, made):
    """Each answer takes two minutes here, and the hours stay those that were over when the round began."""
    fake.statuses = run_of(300, step=timedelta(minutes=20))
    fake.lasts = 2 * MINUTE
    kept = Kept().round(made())
    assert fake.now > NOW + 10 * MINUTE
    assert len(kept.posts) == 300
    assert kept.complete()[-1] == HOUR_NOW - 3 * HOUR


@pytest.mark.parametrize(
    ("header", "wait"),
    [({"Retry-After": "77"}, timedelta(seconds=77)), ({"X-RateLimit-Reset": "2026-11-20T12:40:00Z"}, None)],
)
def test_a_wait_told_late_in_a_round_begins_with_the_answer(fake, made, header, wait):
    """Seconds run from the answer on; a time by the server's clock is that time, and never earlier."""
    fake.statuses = run_of(300, step=timedelta(minutes=20))
    fake.lasts = 2 * MINUTE
    fake.wrong["min_id"] = Reply(b"{}", 429, header)
    with pytest.raises(SourceError, match="429") as caught:
        Kept().round(made())
    assert fake.now > NOW + 6 * MINUTE
    assert caught.value.retry_at == (fake.now + wait if wait else NOW + 20 * MINUTE)


def test_a_post_written_while_the_round_runs_keeps_its_hour(fake, made):
    """What comes up after the full hour is not put into the hour before it because the round began then."""
    began = HOUR_NOW + 58 * MINUTE
    fake.now = HOUR_NOW + 64 * MINUTE
    young = status(900, HOUR_NOW + 63 * MINUTE)
    fake.statuses = [*run_of(3, step=HOUR), young]
    with pytest.MonkeyPatch.context() as patch:
        readings = iter([0.0])
        clock = SimpleNamespace(monotonic=lambda: next(readings, 360.0))
        patch.setattr("monitor.web.answers.time", clock)
        kept = Kept().round(made(), now=began)
    assert kept.posts[str(young["uri"])].at == HOUR_NOW + 63 * MINUTE


# Hashtags -----------------------------------------------------------------------------------------------------------


def test_the_cursor_repeats_no_hashtag(fake, made):
    """The store need not say again what is looked for: a short mark stands for each hashtag."""
    fake.statuses = run_of(5, step=HOUR)
    kept = Kept().round(made(topic("quays", "LumenLanterns", "Фонари")))
    assert kept.cursor is not None
    assert not any(word in kept.cursor.casefold() for word in ("lumen", "фонари", "\\u"))


@pytest.mark.parametrize("year", ["2020", "#2020", "٢٠٢٠"])
def test_a_hashtag_of_figures_alone_is_left_out(fake, made, year):
    """There is no such hashtag on Mastodon: nothing is asked, and nothing called zero."""
    settings = Settings(instances=("https://example.social",))
    assert build(settings, [topic("year", year)]) == ()
    (both,) = build(settings, [topic("both", year, "Lumen2020", "2020lumen"), topic("year", year)])
    assert both.topics == (topic("both", "Lumen2020", "2020lumen"),)


def test_a_new_hashtag_leaves_the_hours_before_it_as_they_were(fake, made):
    """From the first hour that was not complete yet on it counts; what was complete is not counted anew."""
    fake.statuses = [
        *run_of(60, step=timedelta(hours=2)),
        *[status(500 + n, NOW - n * HOUR - MINUTE, "Quay") for n in range(30)],
    ]
    kept = Kept().round(made())
    end = kept.complete()[-1] + HOUR
    old, source = set(kept.posts), made(topic("lanterns", "LumenLanterns", "Quay"))
    for minutes in (15, 30, 180, 360):
        later(kept, source, fake, NOW + minutes * MINUTE)
    added = sorted(post.at for key, post in kept.posts.items() if key not in old)
    assert added == [NOW - n * HOUR - MINUTE for n in (2, 1, 0)]
    assert added[0] >= end
    assert kept.complete()[-1] == HOUR_NOW + 3 * HOUR


def test_a_new_topic_is_complete_only_from_where_its_posts_are_seen(fake, made):
    """A hashtag that another topic had is not read anew: earlier hours are not known, never zero."""
    fake.statuses = run_of(200, step=timedelta(minutes=30))
    first = Kept().round(made())
    kept = Kept(cursor=first.cursor)
    source = made(LANTERNS, topic("twin", "LumenLanterns"), topic("pier", "Pier"))
    for minutes in (15, 30, 120):
        later(kept, source, fake, NOW + minutes * MINUTE)
    hours = kept.complete("twin")
    assert len(hours) > 4
    written = [hour_of(post.at) for post in kept.posts.values()]
    assert [written.count(hour) for hour in hours if hour < HOUR_NOW] == [2] * sum(hour < HOUR_NOW for hour in hours)
    assert len(kept.complete("pier")) > 160


def test_a_new_topic_with_a_late_hashtag_begins_with_it(fake, made):
    """A hashtag that counts from some hour on makes no topic complete before."""
    kept = Kept().round(made())
    end = kept.complete()[-1] + HOUR
    source = made(topic("lanterns", "LumenLanterns", "Quay"), topic("quays", "Quay"))
    later(kept, source, fake, NOW + 3 * HOUR)
    assert kept.complete("quays")[0] == end


# Long pauses --------------------------------------------------------------------------------------------------------


def probed(count: int, newest: datetime, **more: object) -> list[dict[str, object]]:
    """A post every half hour under the probe."""
    rows = run_of(count, step=timedelta(minutes=30), newest=newest)
    return [one | {"tags": [{"name": "photography"}]} | more for one in rows]


def test_after_a_pause_the_control_series_has_every_hour(fake, made):
    """Five days nobody asked: both the posts and what they are measured by are caught up."""
    now = NOW + 5 * DAY
    fake.statuses = probed(48 * 9, now - MINUTE)
    source = made(probe="photography")
    kept = later(Kept(), source, fake, NOW)
    later(kept, source, fake, now)
    hours = [HOUR_NOW - 26 * HOUR + n * HOUR for n in range(24 + 5 * 24)]
    assert kept.complete(CONTROL) == hours
    assert kept.volume == dict.fromkeys(hours, 2)


def test_a_pause_longer_than_thirty_days_is_a_gap_of_the_control_series_too(fake, made):
    """What is not asked for any more is said to be missing, and why."""
    now = NOW + 40 * DAY
    fake.statuses = probed(48 * 45, now - MINUTE)
    source = made(probe="photography")
    kept = later(Kept(), source, fake, NOW)
    for minutes in range(3):
        later(kept, source, fake, now + minutes * MINUTE)
    gap = kept.not_complete(CONTROL)
    assert set(gap.values()) == {(Status.MISSING, "nobody asked for longer than 30 days")}
    assert (min(gap), max(gap) + HOUR) == (HOUR_NOW - 2 * HOUR, hour_of(now) - 30 * DAY - 2 * HOUR)
    assert kept.complete(CONTROL)[-1] == hour_of(now) - 3 * HOUR


def test_a_pause_that_cannot_be_caught_up_is_said_and_left(fake, made, monkeypatch):
    """Ids that do not tell the time, and more posts than are read: the old hours are missing, the last day goes on."""
    monkeypatch.setattr("monitor.sources.mastodon.probe._REQUESTS", 4)
    now = NOW + 5 * DAY
    fake.statuses = probed(48 * 9, now - MINUTE)
    for one in fake.statuses:
        one["id"] = f"AflakeId{int(datetime.fromisoformat(str(one['created_at'])).timestamp()):010d}x"
    source = made(probe="photography")
    kept = later(Kept(), source, fake, NOW)
    later(kept, source, fake, now)
    assert {said for said, _ in kept.not_complete(CONTROL).values()} == {Status.MISSING}
    assert "more posts than can be read" in next(iter(kept.not_complete(CONTROL).values()))[1]
    later(kept, source, fake, now + MINUTE)
    assert kept.complete(CONTROL)[-24:] == [hour_of(now) - 26 * HOUR + n * HOUR for n in range(24)]

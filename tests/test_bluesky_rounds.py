"""Bluesky: rounds that last long, break off, or come too slowly lose nothing and claim nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
import stamina

from monitor.counting import Options
from monitor.errors import SourceError
from monitor.model import HOUR, Page, Status
from monitor.rounds import Following, Rounds
from monitor.sources import bluesky
from monitor.sources.bluesky.source import Bluesky
from monitor.store import Store
from tests.bluesky_lines import Event, micros, post
from tests.fake_jetstream import FakeJetstream, Faults
from tests.test_bluesky import NOW, QUICK, TOPICS, covered, ids, source, stream, volume

MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _without_waiting() -> Iterator[None]:
    """Short retries do not wait."""
    stamina.set_testing(True, attempts=2)
    yield
    stamina.set_testing(False)


def elapsing(fake: FakeJetstream, monkeypatch: pytest.MonkeyPatch) -> None:
    """Our clock goes on as the platform's does."""

    def monotonic() -> float:
        return (fake.now - NOW).total_seconds()

    monkeypatch.setattr("monitor.web.answers.time", SimpleNamespace(monotonic=monotonic))


def patient(fake: FakeJetstream) -> Bluesky:
    """The source with the time for a round that it has in earnest."""
    settings = bluesky.Settings(jetstream=fake.address, profiles=fake.web, allow_private=True)
    return Bluesky(settings, TOPICS, patience=replace(QUICK, round=1800.0))


def test_a_round_of_many_minutes_has_no_wrong_clock(monkeypatch):
    """Time goes on while a round runs: streams opened and profiles looked up late in it are answered in time."""
    monkeypatch.setattr("monitor.sources.bluesky.drain.PAGE_POSTS", 100)
    live = stream(3.5, until=NOW + 30 * MINUTE)
    with FakeJetstream(live, NOW, faults=Faults(drop_after=[250])).running() as fake:
        elapsing(fake, monkeypatch)
        looking, pages = patient(fake), []
        for page in looking.pages(cursor=None, now=NOW):
            pages.append(page)
            fake.now += 3 * MINUTE
            assert not looking.opted_out([one.author for one in page.posts[:3]], now=fake.now)
        fake.profile_answers.append((429, {"Retry-After": "60"}, b""))
        with pytest.raises(SourceError) as caught:
            looking.opted_out(["did:plc:late"], now=fake.now)
    assert len(pages) > 4
    assert len(set(ids(pages))) == volume(pages) == 540
    assert covered(pages) == {3: "partial", 2: "complete", 1: "complete"}
    assert caught.value.retry_at == fake.now + timedelta(seconds=61)


def test_a_stream_refused_late_in_a_round_is_not_asked_too_early(monkeypatch):
    """The wait begins with the answer, not with the round."""
    monkeypatch.setattr("monitor.sources.bluesky.drain.PAGE_POSTS", 100)
    with FakeJetstream(stream(), NOW, faults=Faults(drop_after=[250])).running() as fake:
        elapsing(fake, monkeypatch)
        with pytest.raises(SourceError) as caught:
            for _ in patient(fake).pages(cursor=None, now=NOW):
                fake.now += 4 * MINUTE
                fake.faults.refusals[:] = [(429, {"Retry-After": "90"}, b"")]
    assert fake.now > NOW + 5 * MINUTE
    assert caught.value.retry_at == fake.now + timedelta(seconds=91)


def test_after_a_rate_limit_no_profile_is_looked_up_in_that_round(monkeypatch):
    """Who was asked to wait does not ask on: not for the next batch, and not for the next page, until it is time."""
    with FakeJetstream([], NOW, profile_answers=[(429, {"Retry-After": "60"}, b"")]).running() as fake:
        elapsing(fake, monkeypatch)
        looking = source(fake)
        people = [f"did:plc:p{n}" for n in range(60)]
        for group in (people, people[:1]):
            with pytest.raises(SourceError, match="429") as caught:
                looking.opted_out(group, now=fake.now)
            assert caught.value.retry_at == NOW + timedelta(seconds=61)
        assert len(fake.looked_up) == 1
        fake.now += 2 * MINUTE
        assert not looking.opted_out(people, now=fake.now)


def lit(hours: float = 3) -> list[Event]:
    """A busy network of which every fifth post is the campaign's."""
    return [
        post(one.seq, NOW - hours * HOUR + 20 * n * timedelta(seconds=1), "light #Lumen" if n % 5 == 0 else "words")
        for n, one in enumerate(stream(hours))
    ]


def counted(fake: FakeJetstream, path: Path, times: list[datetime]) -> tuple[object, object]:
    """What the real store holds after rounds at these times."""
    store = Store.open(f"sqlite:///{path}")
    clock = iter(times)
    for now in clock:
        fake.now = now
        moment = now
        following = Following(TOPICS, [source(fake)], Options(language=False, tone=False))
        Rounds(store, following, clock=lambda moment=moment: moment).ask(following.sources[0])  # type: ignore[misc]
    posts = {(one.measure, one.bucket): one.value for one in store.observations("lanterns", "bluesky")}
    return posts, store.coverage("lanterns", "bluesky")


def test_a_rate_limit_of_the_look_up_loses_and_doubles_nothing(tmp_path):
    """What could not be asked about stays behind the cursor: the next round counts it, and its hours are whole."""
    later = NOW + 3 * MINUTE
    more = [*lit(), post(9000, later - timedelta(seconds=5))]
    with FakeJetstream(more, NOW).running() as fake:
        smooth = counted(fake, tmp_path / "smooth.db", [later])
    with FakeJetstream(more, NOW, profile_answers=[(429, {"Retry-After": "60"}, b"")]).running() as fake:
        rough = counted(fake, tmp_path / "rough.db", [NOW, later])
        assert len(fake.looked_up) > 1
    assert rough == smooth
    posts, hours = rough
    assert posts["posts", NOW.replace(minute=0) - HOUR] == 36  # type: ignore[index]
    assert (NOW.replace(minute=0) - 2 * HOUR, NOW.replace(minute=0)) in {
        (span.start, span.end)
        for span in hours  # type: ignore[attr-defined]
        if span.status is Status.COMPLETE
    }


def test_an_hour_that_comes_too_slowly_is_not_called_complete():
    """A trickle is left with what came: the hour it stands in was not read to its end, whatever the clock says."""
    now = NOW.replace(minute=1)
    fast, slow = stream(2, until=now - 4 * MINUTE), stream(0.0005, every_seconds=0.01, until=now - 3 * MINUTE)
    slow = [replace(one, seq=one.seq + 5000) for one in slow]
    end = [post(9000, now - 2 * MINUTE), post(9001, now + MINUTE), post(9002, now + 3 * MINUTE)]
    with FakeJetstream([*fast, *slow], now, faults=Faults(wait_seconds=0.02, wait_from=len(fast))).running() as fake:
        first = list(source(fake).pages(cursor=None, now=now))
        assert len(ids(first)) < len(fast) + len(slow)
        assert covered(first) == {2: "complete", 3: "partial"}
        fake.events, fake.faults.wait_seconds, fake.now = [*fast, *slow, *end], 0.0, now + 2 * MINUTE
        then = list(source(fake).pages(cursor=first[-1].cursor, now=fake.now))
    assert covered([*first, *then]) == {3: "partial", 2: "complete", 1: "complete"}
    assert volume([*first, *then]) == len(fast) + len(slow) + 2
    assert max(one.at for page in then for one in page.posts) < fake.now


def test_breaks_that_each_bring_something_end_no_round():
    """A shaky line that gets on comes to the end, however often it breaks."""
    with FakeJetstream(stream(), NOW, faults=Faults(drop_after=[50] * 9)).running() as fake:
        pages = list(source(fake).pages(cursor=None, now=NOW))
    assert len(fake.asked) == 10
    assert len(set(ids(pages))) == volume(pages) == 540
    assert covered(pages) == {3: "partial", 2: "complete", 1: "complete"}


def test_breaks_have_an_end(monkeypatch):
    """A stream that gives one post after each break is left at last; the next round goes on."""
    monkeypatch.setattr("monitor.sources.bluesky.round._CONNECTIONS", 7)
    pages: list[Page] = []
    with FakeJetstream(stream(), NOW, faults=Faults(drop_after=[2] * 99)).running() as fake:
        with pytest.raises(SourceError, match="again and again"):
            for page in source(fake).pages(cursor=None, now=NOW):
                pages.append(page)
        assert len(fake.asked) == 7
    assert volume(pages) == 8
    assert micros(pages[-1].posts[-1].at) == stream()[7].at_us

"""The source `mastodon` against mastodon-mock: somebody else's idea of a Mastodon server, with faults on demand."""

import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import mastodon_mock.ids
import pytest
import requests
import stamina
from mastodon_mock.testing import MockServer

from monitor.errors import SourceError
from monitor.model import DAY
from monitor.sources import Source
from monitor.sources.mastodon import Settings, build
from tests.fake_mastodon import Kept, topic

QUAY = topic("quay", "LanternQuay")


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    with stamina.set_testing(True, attempts=2):
        yield


@pytest.fixture(scope="module")
def running() -> Iterator[MockServer]:
    """One server for this file; its ids are made like snowflakes."""
    with MockServer() as server:
        yield server


@pytest.fixture
def server(running: MockServer) -> MockServer:
    """The server as it was first started."""
    requests.post(f"{running.base_url}/api/v1/_mock/reset", timeout=5).raise_for_status()
    requests.delete(f"{running.base_url}/api/v1/_mock/faults", timeout=5)
    return running


@pytest.fixture
def source(server: MockServer) -> Source:
    """The source for the mock."""
    return build(Settings(instances=(server.base_url,), probe=None, allow_private=True), [QUAY])[0]


@pytest.fixture
def fault(server: MockServer) -> Callable[..., None]:
    """Let the next answers under a path go wrong."""

    def add(path: str, **effect: object) -> None:
        rule = {"match": {"path": path}, "effect": effect}
        requests.post(f"{server.base_url}/api/v1/_mock/faults", json=rule, timeout=5).raise_for_status()

    return add


def now() -> datetime:
    """The mock's clock is the real one."""
    return datetime.now(UTC)


def post(server: MockServer, count: int, tag: str = "LanternQuay") -> None:
    """So many invented posts, in this moment."""
    client = server.client()
    for number in range(count):
        client.status_post(f"A lamp, number {number} #{tag}")


@pytest.mark.parametrize("snowflakes", [True, False])
def test_posts_are_read_page_after_page(server, source, monkeypatch, snowflakes):
    """Ninety posts come once each, whether ids hold the time or not; the day's own count agrees."""
    shift = 16 if snowflakes else 0
    first = int(now().timestamp() * 1000) << shift
    monkeypatch.setattr(mastodon_mock.ids, "_counter", itertools.count(first))
    post(server, 90)
    kept = Kept().round(source, now=now())
    assert len(kept.posts) == 90
    today = now().replace(hour=0, minute=0, second=0, microsecond=0)
    assert kept.observed["quay", "uses", today] == 90
    assert len(kept.complete("quay")) == 165
    post(server, 3)
    assert len(kept.round(source, now=now()).posts) == 93


def test_an_edit_stays_the_same_post_and_a_deleted_one_goes(server, source):
    """Edited posts keep their identity; what was seen before it was deleted stays counted."""
    client = server.client()
    one, two = (client.status_post(f"Lamp {n} #LanternQuay") for n in range(2))
    kept = Kept().round(source, now=now())
    client.status_update(one, "Lamps, many #LanternQuay")
    client.status_delete(two)
    assert len(kept.round(source, now=now()).posts) == 2


def test_its_rate_limit_says_when_to_come_back(source, fault):
    """Five minutes on, by the header."""
    fault("/api/v1/timelines/tag/LanternQuay", type="ratelimit")
    started = now()
    with pytest.raises(SourceError, match="429") as caught:
        Kept().round(source, now=started)
    assert caught.value.retry_at is not None
    assert timedelta(minutes=4, seconds=58) < caught.value.retry_at - started < timedelta(minutes=5, seconds=2)


@pytest.mark.parametrize(
    ("effect", "words"),
    [
        ({"type": "status", "status": 503}, "status 503"),
        ({"type": "status", "status": 500}, "status 500"),
        ({"type": "status", "status": 403}, "refuses access"),
        ({"type": "malformed"}, "not JSON"),
        ({"type": "malformed", "truncate": False}, "not JSON"),
    ],
)
def test_its_faults_are_errors_in_plain_words(source, fault, effect, words):
    """Whatever goes wrong under the timeline, no hour becomes complete."""
    fault("/api/v1/timelines/*", **effect)
    kept = Kept()
    with pytest.raises(SourceError, match=words):
        kept.round(source, now=now())
    assert kept.complete("quay") == []


def test_a_server_that_does_not_answer_in_time_is_an_error(server, source, fault, monkeypatch):
    """The time limit holds through the library."""
    monkeypatch.setattr("monitor.sources.mastodon.server.TIMEOUT_SECONDS", 0.1)
    fault("/api/v1/timelines/*", type="latency", delay_ms=700)
    with pytest.raises(SourceError, match="did not answer in time"):
        Kept().round(source, now=now())


def test_a_slow_server_is_waited_for(server, source, fault):
    """Latency alone is no error."""
    post(server, 1)
    fault("/api/*", type="latency", delay_ms=50)
    kept = Kept().round(source, now=now())
    assert len(kept.posts) == 1
    assert [said.value for (_, at), said in kept.days.items() if at < now() - DAY] == ["complete"] * (
        len(kept.days) - 1
    )

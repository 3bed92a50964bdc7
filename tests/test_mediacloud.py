"""mediacloud: stories a day through Media Cloud's own client, which is kept from sleeping and from telling the key."""

import json
import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta

import pytest
import requests
from pydantic import ValidationError
from requests.adapters import HTTPAdapter

from monitor.errors import SourceError
from monitor.model import CONTROL, DAY, Page, Status, Term, TermKind, Topic
from monitor.sources.mediacloud import KEY, Settings, advice, build
from monitor.sources.mediacloud.counts import parse_counts
from monitor.sources.mediacloud.stories import Client, MediaCloud, query
from monitor.web import Manners
from tests.canaries import Canary, Mark
from tests.hostile import NO_COUNTS
from tests.loopback import NOW, Asked, Loopback, Told, failure, long_round, loopback

pytestmark = pytest.mark.usefixtures("quick", "undisturbed")

TODAY = datetime(2026, 11, 20, tzinfo=UTC)
END = TODAY - 2 * DAY  # the days after it are still being collected
START = END - 90 * DAY
SECRET = "hush-4711"
TOPICS = (
    Topic("light", "Topic 1", (Term(TermKind.TAG, "LanternWalk"), Term(TermKind.PHRASE, "light the (lamp)"))),
    Topic("harbour", "Topic 2", (Term(TermKind.PHRASE, "Маяк у моря"),)),
    Topic("read", "Topic 3", (Term(TermKind.ARTICLE, "Lantern", "en"),)),
)


def point(day: datetime, count: object, total: object) -> dict[str, object]:
    """A day of an answer."""
    return {"date": f"{day:%Y-%m-%d}", "count": count, "total_count": total, "ratio": 0.5}


def body(points: Sequence[object]) -> bytes:
    """An answer in Media Cloud's shape."""
    return json.dumps({"count_over_time": {"counts": points}}).encode()


def days(asked: Asked) -> list[datetime]:
    """The days a request asks for, both ends included."""
    first, last = (date.fromisoformat(asked.query[which]) for which in ("start", "end"))
    start = datetime(first.year, first.month, first.day, tzinfo=UTC)
    return [start + number * DAY for number in range((last - first).days + 1)]


def served(asked: Asked) -> Told:
    """Seven stories of a thousand on each day."""
    return Told(body([point(day, 7, 1000) for day in days(asked)]))


SAMPLES = (
    body([point(START + number * DAY, number, 1000) for number in range(4)]),
    body([point(START, 1, 0), {"date": "2026-11-01T00:00:00", "count": 1.0, "total_count": 2}]),
    b'{"status": "error", "note": "no"}',
)


class Canned(HTTPAdapter):
    """Answers every request with one body, without a network."""

    def __init__(self) -> None:
        super().__init__()
        self.body = b""

    def send(self, request: requests.PreparedRequest, **_: object) -> requests.Response:  # type: ignore[override]
        """The body, as the answer of the platform."""
        response = requests.Response()
        response.status_code, response._content, response.url = 200, self.body, request.url or ""
        response.request = request
        return response


CANNED = Canned()
_SOURCE = MediaCloud(TOPICS, collections=[1], base_url="https://mediacloud.example/api")
_CLIENT = Client("key", "https://mediacloud.example/api/", Manners(), clock=lambda: NOW)
_CLIENT._make_session()
_CLIENT._session.mount("https://", CANNED)  # type: ignore[union-attr]


def swallow(body: bytes) -> None:
    """An answer of the platform, however broken, is read or refused, through the client as it is."""
    CANNED.body = body
    try:
        found = _SOURCE._counts(_CLIENT, "light", START, END)
    except SourceError:
        return
    assert all(START <= day < END and 0 <= one <= total for day, (one, total) in found.by_day.items())


@contextmanager
def canary(mark: Mark, people: int, now: datetime) -> Iterator[Canary]:
    """Media Cloud with a mark in every string of every answer, and in the key."""

    def answer(asked: Asked) -> Told:
        points: list[object] = [
            {**point(day, 4, 800), "media_name": mark(number % people, "outlet"), mark(0, "key"): mark(0, "more")}
            for number, day in enumerate(days(asked))
        ]
        points += [{**point(START, 1, 2), "count": mark(number, "count")} for number in range(people)]
        told = {"count_over_time": {"counts": points, "note": mark(1, "note")}, "profile": mark(2, "profile")}
        return Told(json.dumps(told).encode(), headers={"X-User": mark(3, "header")})

    with loopback(answer, now=now) as place:
        settings = {"base_url": f"{place.url}/api", "collections": [1, 22], "allow_private": True}
        yield Canary(settings, TOPICS, told=("light", "harbour"), environ={KEY: mark(4, "token")})


@pytest.fixture(autouse=True)
def with_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is a key."""
    monkeypatch.setenv(KEY, SECRET)


def source(place: Loopback, pauses: list[float] | None = None, topics: Sequence[Topic] = TOPICS[:1]) -> MediaCloud:
    """The source, which writes its pauses down instead of taking them."""
    pause = (pauses if pauses is not None else []).append
    return MediaCloud(topics, collections=[1, 22], base_url=f"{place.url}/api", allow_private=True, pause=pause)


def collected(place: Loopback, *, cursor: str | None = None, now: datetime = NOW, topics=TOPICS[:1]) -> list[Page]:
    """One round."""
    place.now = now
    return list(source(place, topics=topics).pages(cursor=cursor, now=now))


def status(page: Page) -> dict[datetime, Status]:
    """What is said of each day."""
    return {span.start: span.status for span in page.coverage}


def test_stories_and_all_stories_by_day():
    """Ninety days at first: the topic's stories, and all of the outlets' as the control series."""
    with loopback(served) as place:
        (page,) = collected(place)
    found = {(one.topic, one.measure, one.value, one.bucket_hours) for one in page.observations}
    assert found == {("light", "stories", 7.0, 24), (CONTROL, "stories", 1000.0, 24)}
    assert len(page.observations) == 180
    assert status(page) == {START + number * DAY: Status.COMPLETE for number in range(90)}
    assert page.topics == ("light", CONTROL)
    assert page.read == 90


def test_what_is_asked_for():
    """The words in quotation marks, in the collections of the config, with the key in its header, and nothing else."""
    with loopback(served) as place:
        collected(place)
    (asked,) = place.asked  # the client's own request for its rate limit, and its waiting, are left out
    assert asked.path == "/api/search/count-over-time"
    assert asked.query == {
        "q": '"lanternwalk" OR "light the lamp"',
        "start": "2026-08-20",
        "end": "2026-11-17",
        "platform": "onlinenews-mediacloud",
        "cs": "1,22",
    }
    assert asked.headers["authorization"] == f"Token {SECRET}"
    assert asked.headers["user-agent"].startswith("AwarenessMonitor/")


def test_topics_without_words_are_not_followed():
    """An article is nothing that stands in the news."""
    assert [tuple(topic.key for topic in one.topics) for one in build(Settings(), TOPICS)] == [("light", "harbour")]
    assert build(Settings(), TOPICS[2:]) == ()
    assert query(TOPICS[1]) == '"маяк у моря"'


def test_a_round_may_last_longer_than_clocks_may_differ():
    """Time goes on while a round does: no clock is called wrong, and a wait is told from the answer on."""
    more = tuple(Topic(f"t{n}", f"Topic {n}", (Term(TermKind.TAG, f"lantern{n}"),)) for n in range(4))
    pages, waits_until = long_round(served, lambda place: collected(place, topics=more), limited_after=3)
    assert len(pages) == 4
    assert waits_until == NOW + timedelta(minutes=12, seconds=61)


def test_what_is_looked_for_is_told():
    """The source holds the terms that stand in its query, no other; a word that is written twice is asked once."""
    words = ("Lanterns", "SO", "harb*", "lantern walk")
    terms = (*(Term(TermKind.PHRASE, word) for word in words), Term(TermKind.TAG, "lanterns"))
    (built,) = build(Settings(), [Topic("light", "Topic 1", terms)])
    assert [topic.terms for topic in built.topics] == [(terms[0], terms[3], terms[4])]
    assert query(built.topics[0]) == '"lanterns" OR "lantern walk"'


@pytest.mark.parametrize("total", [0, None, "many", -1])
def test_no_total_is_no_day(total):
    """Where there was nothing to count in, no zero is proved: the day is missing."""
    gap = END - 5 * DAY
    with loopback(
        lambda asked: Told(body([point(day, 0, total if day == gap else 9) for day in days(asked)]))
    ) as place:
        (page,) = collected(place)
    assert status(page)[gap] is Status.MISSING
    assert gap not in {one.bucket for one in page.observations}
    assert [one.value for one in page.observations if one.topic == "light"] == [0.0] * 89


def test_a_day_that_is_left_out_is_missing():
    """A shorter list than asked for is no list of zeros."""
    with loopback(lambda asked: Told(body([point(day, 1, 9) for day in days(asked)[:-3]]))) as place:
        (page,) = collected(place)
    assert [day for day, what in status(page).items() if what is Status.MISSING] == [
        END - number * DAY for number in (3, 2, 1)
    ]


def test_an_empty_list_is_no_proof():
    """No days at all leave all of them unknown."""
    with loopback(lambda _: Told(body([]))) as place:
        (page,) = collected(place)
    assert page.observations == ()
    assert set(status(page).values()) == {Status.MISSING}


def test_a_later_round_looks_back_a_week():
    """Stories come in late: a week is asked for again, and a longer outage is caught up whole."""
    with loopback(served) as place:
        (page,) = collected(place)
        (again,) = collected(place, cursor=page.cursor, now=NOW + DAY)
        (later,) = collected(place, cursor=page.cursor, now=NOW + 30 * DAY)
    assert set(status(again)) == {END + DAY - number * DAY for number in range(1, 8)}
    assert set(status(later)) == {END + number * DAY for number in range(30)}


def test_killed_between_two_pages_nothing_is_lost():
    """The cursor of the first page leads to the second topic first, and all of its days."""
    pauses: list[float] = []
    with loopback(served) as place:
        first, second = source(place, pauses, TOPICS).pages(cursor=None, now=NOW)
        resumed = collected(place, cursor=first.cursor, topics=TOPICS)
    assert pauses == [6.0]
    assert [(page.topics or ())[0] for page in resumed] == ["harbour", "light"]
    assert resumed[0].observations == second.observations


@pytest.mark.parametrize("key", [None, "", "  ", "ключ", "a\nb"])
def test_without_a_key_nothing_is_asked(monkeypatch, key):
    """The message says which variable to set."""
    monkeypatch.delenv(KEY) if key is None else monkeypatch.setenv(KEY, key)
    with loopback(served) as place, pytest.raises(SourceError, match=KEY) as caught:
        collected(place)
    assert caught.value.permanent
    assert place.asked == []


def test_a_missing_key_is_advised_about(monkeypatch):
    """`monitor check` says so before the first round does, and never shows the key."""
    assert advice(Settings()) == ()
    monkeypatch.delenv(KEY)
    assert KEY in advice(Settings())[0]


def test_a_limit_is_kept_and_nobody_sleeps():
    """429 ends the round at once, with the time to ask again; the client would have waited for a minute."""
    started = time.monotonic()
    error = failure(Told(b'{"note": "slow down"}', 429, {"Retry-After": "300"}), collected)
    assert error.retry_at == NOW + timedelta(seconds=301)
    assert failure(Told(b"[]", 429), collected).retry_at == NOW + timedelta(minutes=15)
    assert time.monotonic() - started < 2


@pytest.mark.parametrize("status", [401, 403])
def test_a_wrong_key_waits_for_a_human(status):
    """A key that is refused is refused tomorrow too."""
    assert failure(Told(b'{"note": "bad token"}', status), collected).permanent


@pytest.mark.parametrize(
    "told",
    [
        Told(b"<html>busy</html>"),
        Told(b""),
        Told(b"[]"),
        Told(b"{}"),
        Told(b"null"),
        Told(b'{"count_over_time": null}'),
        Told(b'{"count_over_time": {"counts": null}}'),
        Told(b'{"count_over_time": {"counts": [5]}}'),
        Told(b'{"count_over_time": {"counts": [{"date": 5}]}}'),
        Told(b'{"count_over_time": {"counts": [{"date": "soon"}]}}'),
        Told(b"[" * 100_000),
        Told(b'{"note": "SQL"}', 500),
        Told(b"x", 404),
    ],
)
def test_what_is_no_answer_is_an_error(told):
    """A web page, an unknown shape or a failure is never an empty day."""
    assert not failure(told, collected).permanent


@pytest.mark.parametrize(
    "told", [Told(b'{"note": "hush-4711"}', 500), Told(b"hush-4711 lanternwalk"), Told(b"hush", 401)]
)
def test_no_message_tells_the_key_or_the_words(told, caplog):
    """The client's own errors repeat what was asked and answered; ours do not."""
    with caplog.at_level(logging.INFO):
        error = failure(told, collected)
    said = f"{error} {error.__cause__} {caplog.text}"
    assert SECRET not in said
    assert "lantern" not in said


def test_a_clock_that_is_off_is_an_error():
    """Days would be misnamed."""
    with loopback(served, now=NOW - timedelta(hours=1)) as place, pytest.raises(SourceError, match="clock"):
        list(source(place).pages(cursor=None, now=NOW))


@pytest.mark.parametrize("count", NO_COUNTS, ids=repr)
def test_a_number_that_cannot_be_is_quarantined(count):
    """Wrong types, negative and endless numbers are counted as unreadable, and the day is not known."""
    points = [{"date": START.date(), "count": count, "total_count": 5}, {"date": "text"}, 7]
    found = parse_counts(points, start=START, end=END)
    assert found.by_day == {}
    assert sum(found.quarantined.values()) == 3


def test_more_than_all_is_none():
    """More stories than there are, two numbers for one day, days not asked for: none of them is known."""
    points = [
        {"date": START.date(), "count": 6, "total_count": 5},
        {"date": (START + DAY).date(), "count": 1, "total_count": 5},
        {"date": (START + DAY).date(), "count": 2, "total_count": 5},
        {"date": date(1, 1, 1), "count": 1, "total_count": 5},
        {"date": date(9999, 12, 31), "count": 1, "total_count": 5},
    ]
    found = parse_counts(points, start=START, end=END)
    assert found.by_day == {}
    assert sum(found.quarantined.values()) == 4


@pytest.mark.parametrize(
    "wrong", [{"collections": []}, {"collections": [0]}, {"collections": ["x"]}, {"base_url": "x"}, {"key": SECRET}]
)
def test_settings_say_no(wrong):
    """What cannot work is refused when the config is read; the key has no place there."""
    with pytest.raises(ValidationError):
        Settings(**wrong)

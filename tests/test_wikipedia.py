"""wikipedia: views of articles by day, where a day that is left out is never a zero."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote

import pytest
import stamina
from pydantic import ValidationError

from monitor.errors import SourceError
from monitor.model import DAY, Page, Status, Term, TermKind, Topic
from monitor.sources import Backfills
from monitor.sources.wikipedia import Settings, Wikipedia, advice, build
from monitor.sources.wikipedia.answer import parse_views
from monitor.sources.wikipedia.views import quoted
from monitor.web import Answer
from tests.canaries import Canary
from tests.loopback import NOW, Asked, Loopback, Told, loopback

TODAY = datetime(2026, 11, 20, tzinfo=UTC)
START = TODAY - 90 * DAY
TOPICS = (
    Topic(
        "light",
        "Topic 1",
        (
            Term(TermKind.ARTICLE, "Lantern walk", "en"),
            Term(TermKind.ARTICLE, "AC/DC", "en"),
            Term(TermKind.ARTICLE, "Маяк", "ru"),
            Term(TermKind.TAG, "LanternWalk"),
        ),
    ),
    Topic("harbour", "Topic 2", (Term(TermKind.ARTICLE, "Маяк", "ru"), Term(TermKind.ARTICLE, "Порт", "ru"))),
    Topic("silent", "Topic 3", (Term(TermKind.TAG, "Silence"),)),
)


def item(day: datetime, views: object, **more: object) -> dict[str, object]:
    """A day of an answer."""
    return {
        "project": "en.wikipedia",
        "article": "Lantern_walk",
        "granularity": "daily",
        "timestamp": f"{day:%Y%m%d}00",
        "access": "all-access",
        "agent": "user",
        "views": views,
        **more,
    }


def days(asked: Asked) -> list[datetime]:
    """The days a request asks for, both ends included."""
    first, last = asked.path.split("/")[-2:]
    start = datetime.strptime(first, "%Y%m%d00").replace(tzinfo=UTC)
    end = datetime.strptime(last, "%Y%m%d00").replace(tzinfo=UTC)
    return [start + number * DAY for number in range((end - start) // DAY + 1)]


def title(asked: Asked) -> str:
    """The article a request asks for."""
    return unquote(asked.path.split("/")[-4])


def served(views: Callable[[str, datetime], object]) -> Callable[[Asked], Told]:
    """Answers as Wikimedia gives them: days without a number are left out, 404 where none is left."""

    def answer(asked: Asked) -> Told:
        found = [(day, views(title(asked), day)) for day in days(asked)]
        items = [item(day, number) for day, number in found if number is not None]
        return Told(json.dumps({"items": items}).encode()) if items else Told(b'{"status": 404}', 404)

    return answer


def ten(_: str, day: datetime) -> int | None:
    """Ten views on every day that is counted; yesterday is not there yet."""
    return 10 if day < TODAY - DAY else None


SAMPLES = (
    json.dumps({"items": [item(START + number * DAY, number) for number in range(4)]}).encode(),
    json.dumps({"items": [item(START, 5), item(START + DAY, 6), item(START + DAY, 7)]}).encode(),
    b'{"type": "about:blank", "title": "Not found", "status": 404}',
)


def swallow(body: bytes) -> None:
    """An answer of the platform, however broken, is read or refused."""
    try:
        found = parse_views(Answer(200, {}, body).json(), start=START, end=TODAY)
    except SourceError:
        return
    assert all(START <= day < TODAY and 0 <= views < 10**12 for day, views in found.by_day.items())


@contextmanager
def canary(mark: Callable[[int, str], str], people: int) -> Iterator[Canary]:
    """Wikimedia with a mark in every string of every answer."""

    def answer(asked: Asked) -> Told:
        found = [
            item(
                day,
                7,
                **{name: mark(number % people, name) for name in ("project", "article", "access", "agent", "editor")},
            )
            for number, day in enumerate(days(asked))
        ]
        broken = [mark(number, "item") for number in range(people)]
        body = {"items": [*found, *broken, item(START, mark(1, "views"))], mark(0, "key"): mark(0, "more")}
        return Told(json.dumps(body).encode(), headers={"X-Client": mark(0, "header")})

    with loopback(answer) as place:
        sources = build(Settings(base_url=place.url, contact="us@example.org", allow_private=True), TOPICS)
        yield Canary(sources, TOPICS, NOW, told=("light", "harbour"))


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    """Retries do not wait."""
    with stamina.set_testing(True, attempts=2):
        yield


def source(place: Loopback, language: str = "en", *, contact: str = "us@example.org") -> Wikipedia:
    """The source of one language."""
    settings = Settings(base_url=place.url, contact=contact, allow_private=True)
    return next(one for one in build(settings, TOPICS) if one.name == f"wikipedia:{language}")


def collected(place: Loopback, language: str = "en", *, cursor: str | None = None, now: datetime = NOW) -> list[Page]:
    """One round."""
    place.now = now
    return list(source(place, language).pages(cursor=cursor, now=now))


def status(pages: list[Page], topic: str = "light") -> dict[datetime, Status]:
    """What is said of each day of a topic."""
    return {
        span.start + number * DAY: span.status
        for page in pages
        if page.topics == (topic,)
        for span in page.coverage
        for number in range((span.end - span.start) // DAY)
    }


def test_each_language_with_articles_is_a_source_of_its_own():
    """Languages are never mixed, and topics without articles are not followed."""
    sources = build(Settings(), TOPICS)
    assert [(one.name, tuple(topic.key for topic in one.topics)) for one in sources] == [
        ("wikipedia:en", ("light",)),
        ("wikipedia:ru", ("light", "harbour")),
    ]
    assert {(one.bucket_hours, one.lag_hours, one.price) for one in sources} == {(24, 36, None)}
    assert all(isinstance(one, Backfills) for one in sources)


def test_the_views_of_a_topics_articles_are_added():
    """Two articles of ten views a day are twenty, on each of the ninety days but the one not yet counted."""
    with loopback(served(ten)) as place:
        (page,) = collected(place)
    assert {one.value for one in page.observations} == {20.0}
    assert [one.bucket for one in page.observations] == [START + number * DAY for number in range(89)]
    assert {(one.topic, one.source, one.measure, one.bucket_hours) for one in page.observations} == {
        ("light", "wikipedia:en", "views", 24)
    }
    assert status([page]) == dict.fromkeys((one.bucket for one in page.observations), Status.COMPLETE)
    assert page.read == 178


def test_titles_are_asked_for_as_wikipedia_spells_them():
    """Blanks become underscores; slashes, questions and Cyrillic letters are quoted; robots are not counted."""
    with loopback(served(ten)) as place:
        collected(place)
        collected(place, "ru")
    assert place.asked[0].path == (
        "/metrics/pageviews/per-article/en.wikipedia/all-access/user/Lantern_walk/daily/2026082200/2026111900"
    )
    assert "/AC%2FDC/" in place.asked[1].path
    assert f"/ru.wikipedia/all-access/user/{quoted('Маяк')}/daily/" in place.asked[2].path


def test_a_later_round_looks_back_three_days():
    """Days that were known are asked for again: Wikimedia corrects its numbers for some days."""
    with loopback(served(ten)) as place:
        (first,) = collected(place)
        place.asked.clear()
        (again,) = collected(place, cursor=first.cursor)
    assert [one.bucket for one in again.observations] == [TODAY - number * DAY for number in (4, 3, 2)]
    assert days(place.asked[0])[0] == TODAY - 4 * DAY


def test_a_day_is_said_to_be_missing_only_when_it_is_late():
    """Yesterday is waited for; a day that is not there 36 hours after its end is missing."""
    with loopback(served(lambda _, day: 10 if day < TODAY - 5 * DAY else None)) as place:
        pages = collected(place)
    assert [day for day, what in status(pages).items() if what is Status.MISSING] == [
        TODAY - number * DAY for number in (5, 4, 3, 2)
    ]
    assert max(status(pages)) == TODAY - 2 * DAY


def test_a_day_that_is_left_out_is_not_a_zero():
    """Wikimedia leaves out days without views and days not counted alike: neither is stored as nothing."""
    gap = TODAY - 10 * DAY
    with loopback(served(lambda name, day: None if day == gap and name == "AC/DC" else ten(name, day))) as place:
        pages = collected(place)
    assert status(pages)[gap] is Status.MISSING
    assert gap not in {one.bucket for one in pages[0].observations}
    assert all(one.value == 20 for one in pages[0].observations)


def test_an_article_that_is_not_there_leaves_the_topic_unknown():
    """A sum without one of its articles is not the topic's: 404 is missing, with a reason, and no error."""
    with loopback(served(lambda name, day: None if name == "AC/DC" else ten(name, day))) as place:
        (page,) = collected(place)
    assert page.observations == ()
    assert set(status([page]).values()) == {Status.MISSING}
    assert "no such article" in page.coverage[0].reason


def test_a_topic_that_is_unknown_does_not_hold_up_the_others():
    """Each topic has its own page and its own place in the cursor."""
    with loopback(served(lambda name, day: None if name == "Порт" else ten(name, day))) as place:
        light, harbour = collected(place, "ru")
        assert len(light.observations) == 89
        assert harbour.observations == ()
        place.asked.clear()
        collected(place, "ru", cursor=harbour.cursor)
    assert {title(asked): len(days(asked)) for asked in place.asked if len(days(asked)) < 10} == {"Маяк": 4}


def test_killed_between_two_pages_nothing_is_lost():
    """The cursor of the first page leads to the second topic first, and all of its days."""
    with loopback(served(ten)) as place:
        first, second = collected(place, "ru")
        place.asked.clear()
        resumed = collected(place, "ru", cursor=first.cursor)
    assert [page.topics for page in resumed] == [("harbour",), ("light",)]
    assert resumed[0].observations == second.observations


def test_after_a_long_outage_all_days_are_caught_up():
    """There is no look-back limit: two hundred days are asked for at once."""
    with loopback(served(ten)) as place:
        (first,) = collected(place)
        later = NOW + 200 * DAY
        place.answering = served(lambda _, __: 3)
        (page,) = collected(place, cursor=first.cursor, now=later)
    assert len(page.observations) == 204


def test_the_past_is_filled_in_from_july_2015():
    """Whole days back to the first that is counted, a year at a time, with the number of requests told before."""
    with loopback(served(lambda *_: 4)) as place:
        past = source(place).past(datetime(2010, 1, 1, tzinfo=UTC), datetime(2017, 1, 1, tzinfo=UTC), now=NOW)
        assert (past.requests, past.dollars, place.asked) == (4, 0.0, [])
        pages = list(past.pages)
    assert len(place.asked) == 4
    assert min(one.bucket for page in pages for one in page.observations) == datetime(2015, 7, 1, tzinfo=UTC)
    assert sum(len(page.observations) for page in pages) == 550


def test_without_a_contact_nothing_is_asked():
    """Wikimedia refuses agents that name nobody: the message says which key to set."""
    with loopback(served(ten)) as place, pytest.raises(SourceError, match="contact") as caught:
        list(source(place, contact="").pages(cursor=None, now=NOW))
    assert caught.value.permanent
    assert place.asked == []


def test_a_missing_contact_is_advised_about():
    """`monitor check` says so before the first round does, and filling in the past is refused at once."""
    assert advice(Settings(contact="us@example.org")) == ()
    assert "contact" in advice(Settings())[0]
    with pytest.raises(SourceError, match="contact"):
        build(Settings(), TOPICS)[0].past(START, TODAY, now=NOW)


def test_the_contact_is_sent_along():
    """Who runs this can be reached."""
    with loopback(served(ten)) as place:
        collected(place)
    assert all("us@example.org" in asked.headers["user-agent"] for asked in place.asked)


def test_a_limit_is_kept():
    """429 with Retry-After says to the second when the source may be asked again."""
    with loopback(lambda _: Told(status=429, headers={"Retry-After": "600"})) as place:
        with pytest.raises(SourceError) as caught:
            collected(place)
        assert len(place.asked) == 1
    assert caught.value.retry_at == NOW + timedelta(seconds=601)


@pytest.mark.parametrize(
    "told",
    [
        Told(b"<html>Our servers are busy</html>"),
        Told(b"{}"),
        Told(b"[]"),
        Told(b'{"items": null}'),
        Told(b'{"items": {"a": 1}}'),
        Told(b"", 500),
        Told(b"", 503),
    ],
)
def test_what_is_no_answer_is_an_error(told):
    """A web page, an unknown shape or a failure is never an empty day."""
    with loopback(lambda _: told) as place, pytest.raises(SourceError) as caught:
        collected(place)
    assert not caught.value.permanent


def test_403_waits_for_a_human():
    """An agent that is refused is refused tomorrow too."""
    with loopback(lambda _: Told(status=403)) as place, pytest.raises(SourceError) as caught:
        collected(place)
    assert caught.value.permanent


def test_an_empty_list_is_no_proof():
    """A 200 without days leaves the days unknown."""
    with loopback(lambda _: Told(b'{"items": []}')) as place:
        (page,) = collected(place)
    assert page.observations == ()
    assert set(status([page]).values()) == {Status.MISSING}


HOSTILE: list[object] = [None, True, -1, 1.5, float("nan"), float("inf"), 10**30, "10", [], {}, "\ud800"]


@pytest.mark.parametrize("views", HOSTILE, ids=repr)
def test_a_number_that_cannot_be_is_quarantined(views):
    """Wrong types, negative and endless numbers are counted as unreadable, and the day is not known."""
    found = parse_views({"items": [item(START, views), item(START + DAY, 5)]}, start=START, end=TODAY)
    assert dict(found.by_day) == {START + DAY: 5}
    assert dict(found.quarantined) == {"a day that cannot be read": 1}


@pytest.mark.parametrize(
    "stamp",
    [None, 5, "", "2026", "2026111905", "0001010100", "9999123100", "2026023000", "２０２６１１１９００", "\x00" * 10],
)
def test_a_day_that_cannot_be_is_quarantined(stamp):
    """Years of another age, hours, other digits and days that were not asked for are left out."""
    found = parse_views({"items": [item(START, 5, timestamp=stamp)]}, start=START, end=TODAY)
    assert found.by_day == {}
    assert sum(found.quarantined.values()) == 1


def test_two_numbers_for_one_day_are_none():
    """Which one is right cannot be told; the same number twice is just repeated."""
    items = [item(START, 5), item(START, 6), item(START + DAY, 7), item(START + DAY, 7)]
    assert dict(parse_views({"items": items}, start=START, end=TODAY).by_day) == {START + DAY: 7}


@pytest.mark.parametrize(
    "cursor", ["", "{", "[]", '{"light": 5}', '{"light": "soon"}', '{"light": "2026-11-01"}', "\ud800"]
)
def test_a_cursor_that_cannot_be_read_starts_again(cursor):
    """Days replace what is stored, so reading them again does no harm."""
    with loopback(served(ten)) as place:
        (page,) = collected(place, cursor=cursor)
    assert len(page.observations) == 89


@pytest.mark.parametrize(
    "wrong",
    [
        {"contact": "nobody"},
        {"contact": "a@b\r\nX: y"},
        {"contact": "почта@пример"},
        {"base_url": "ftp://x"},
        {"base_url": "https://name:word@example.org"},
        {"every_minutes": 1},
        {"key": "x"},
    ],
)
def test_settings_say_no(wrong):
    """What cannot work is refused when the config is read."""
    with pytest.raises(ValidationError):
        Settings(**wrong)


def test_every_setting_is_described():
    """The reference is written from the fields themselves."""
    assert all(one.description for one in Settings.model_fields.values())


@pytest.mark.parametrize("body", SAMPLES)
def test_samples_are_swallowed(body):
    """What the fuzzer starts from is read."""
    swallow(body)
    swallow(body[: len(body) // 2])

"""wikipedia: views of articles by day, where a day that is left out is never a zero."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from urllib.parse import unquote

import pytest
from pydantic import ValidationError

from monitor.errors import SourceError
from monitor.model import DAY, HOUR, Page, Status, Term, TermKind, Topic
from monitor.sources import Backfills
from monitor.sources.wikipedia import Settings, Wikipedia, advice, build
from monitor.sources.wikipedia.answer import parse_views
from monitor.sources.wikipedia.asking import quoted
from monitor.web import Answer
from tests.canaries import Canary, Mark
from tests.hostile import NO_COUNTS
from tests.loopback import NOW, Asked, Loopback, Told, failure, long_round, loopback, passing

pytestmark = pytest.mark.usefixtures("quick", "undisturbed")

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


WHOLE = "the whole Wikipedia"


def title(asked: Asked) -> str:
    """The article a request asks for, or WHOLE."""
    return WHOLE if "/aggregate/" in asked.path else unquote(asked.path.split("/")[-4])


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
def canary(mark: Mark, people: int, now: datetime) -> Iterator[Canary]:
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

    with loopback(answer, now=now) as place:
        settings = {"base_url": place.url, "contact": "us@example.org", "allow_private": True}
        yield Canary(settings, TOPICS, told=("light", "harbour"))


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


@pytest.mark.parametrize("loaded", [None, 0])
def test_a_day_that_is_left_out_is_not_a_zero(loaded):
    """Where not even the whole Wikipedia has views on a day, a day that is left out was not counted yet."""
    gap = TODAY - 10 * DAY
    told = {"AC/DC": None, WHOLE: loaded}
    with loopback(served(lambda name, day: told.get(name, 10) if day == gap else ten(name, day))) as place:
        pages = collected(place)
    assert status(pages)[gap] is Status.MISSING
    assert gap not in {one.bucket for one in pages[0].observations}
    assert all(one.value == 20 for one in pages[0].observations)


def test_a_day_that_the_whole_wikipedia_has_is_a_true_zero():
    """An article that nobody read is left out on a day that was counted: the others' views are all there were."""
    unread = {TODAY - 10 * DAY, TODAY - 9 * DAY, TODAY - 2 * DAY}
    with loopback(served(lambda name, day: None if day in unread and name == "AC/DC" else ten(name, day))) as place:
        pages = collected(place)
    assert set(status(pages).values()) == {Status.COMPLETE}
    assert {one.bucket for one in pages[0].observations if one.value == 10} == unread
    assert [asked.path for asked in place.asked if "aggregate" in asked.path] == [
        "/metrics/pageviews/aggregate/en.wikipedia/all-access/user/daily/2026082200/2026111900"
    ]


def test_a_day_that_is_just_over_is_never_a_zero():
    """The whole Wikipedia may be counted hours before an article is: a day is waited for until it is settled."""
    newest = TODAY - DAY
    with loopback(served(lambda name, day: None if day == newest and name == "AC/DC" else 10)) as place:
        (page,) = collected(place)
    assert newest not in status([page])
    assert newest not in {one.bucket for one in page.observations}
    assert not any("aggregate" in asked.path for asked in place.asked)


def test_the_newest_day_is_still_being_counted():
    """37 views in the morning are 100 in the evening: a day is complete 36 hours after its end, not before."""
    newest, settled = TODAY - DAY, TODAY + 36 * HOUR
    with loopback(served(lambda *_: 37)) as place:
        (page,) = collected(place)
        assert status([page])[newest] is Status.PARTIAL
        assert {one.value for one in page.observations if one.bucket == newest} == {74.0}
        place.answering = served(lambda *_: 100)
        (early,) = collected(place, cursor=page.cursor, now=settled - timedelta(minutes=1))
        (later,) = collected(place, cursor=early.cursor, now=settled)
    assert status([early])[newest] is Status.PARTIAL
    assert status([later])[newest] is Status.COMPLETE
    assert {one.value for one in later.observations if one.bucket == newest} == {200.0}


def test_an_article_that_is_not_there_is_named_by_its_place():
    """A sum without one of its articles is part of the topic's; which one is not found is said without its title."""
    with loopback(served(lambda name, day: None if name == "AC/DC" else ten(name, day))) as place:
        (page,) = collected(place)
    assert {one.value for one in page.observations} == {10.0}
    assert set(status([page]).values()) == {Status.PARTIAL}
    assert "article 2 of 2 was not found" in page.coverage[0].reason
    assert "AC/DC" not in page.coverage[0].reason


def test_a_topic_without_any_article_is_unknown():
    """Nothing was counted of it: its days are missing, with the reason."""
    with loopback(served(lambda name, day: ten(name, day) if name == WHOLE else None)) as place:
        (page,) = collected(place)
    assert page.observations == ()
    assert set(status([page]).values()) == {Status.MISSING}
    assert "articles 1 and 2 of 2 were not found" in page.coverage[0].reason


def test_an_article_that_says_nothing_for_days_is_looked_for_further_back():
    """A misspelt article that came into a topic later is no article that nobody reads, and the other way round."""
    lately = TODAY - 20 * DAY
    with loopback(served(ten)) as place:
        (first,) = collected(place)
        place.answering = served(lambda name, day: None if name == "AC/DC" else 10)
        (lost,) = collected(place, cursor=first.cursor, now=NOW + DAY)
        place.answering = served(lambda name, day: None if name == "AC/DC" and day > lately else 10)
        (unread,) = collected(place, cursor=first.cursor, now=NOW + DAY)
    assert "article 2 of 2 was not found" in lost.coverage[-1].reason
    assert lost.cursor == first.cursor
    assert {one.value for one in unread.observations if one.bucket == TODAY - 2 * DAY} == {10.0}
    assert status([unread])[TODAY - 2 * DAY] is Status.COMPLETE


def test_a_title_that_is_corrected_makes_its_days_whole():
    """While an article is not found the topic is not called read, so its days are asked for again."""
    with loopback(served(lambda name, day: None if name == "AC/DC" else ten(name, day))) as place:
        (lost,) = collected(place)
        place.answering = served(ten)
        (found,) = collected(place, cursor=lost.cursor, now=NOW + DAY)
    assert min(one.bucket for one in found.observations) <= START + DAY
    assert {one.value for one in found.observations} == {20.0}


def test_a_day_that_cannot_be_read_is_no_zero():
    """What was quarantined is unknown, whatever the whole Wikipedia says of the day."""
    gap = TODAY - 10 * DAY
    with loopback(served(lambda name, day: -1 if day == gap and name == "AC/DC" else ten(name, day))) as place:
        (page,) = collected(place)
    assert status([page])[gap] is Status.MISSING
    assert gap not in {one.bucket for one in page.observations}


def test_one_article_written_twice_is_counted_once():
    """Blanks and underscores are the same to Wikipedia."""
    terms = tuple(Term(TermKind.ARTICLE, name, "en") for name in ("Lantern walk", "Lantern_walk"))
    with loopback(served(ten)) as place:
        settings = Settings(base_url=place.url, contact="us@example.org", allow_private=True)
        (one,) = build(settings, [Topic("light", "Topic 1", terms)])
        (page,) = one.pages(cursor=None, now=NOW)
    assert {one.value for one in page.observations} == {10.0}


def test_what_is_looked_for_is_told():
    """Each source holds the articles of its language, and no other term."""
    english, russian = build(Settings(), TOPICS)
    assert [topic.terms for topic in english.topics] == [TOPICS[0].terms[:2]]
    assert [topic.terms for topic in russian.topics] == [TOPICS[0].terms[2:3], TOPICS[1].terms]


def test_a_round_may_last_longer_than_clocks_may_differ():
    """Time goes on while a round does: no clock is called wrong, and a wait is told from the answer on."""
    pages, waits_until = long_round(served(ten), lambda place: collected(place, "ru"), limited_after=2)
    assert len(pages) == 2
    assert waits_until == NOW + timedelta(minutes=8, seconds=61)


def test_the_past_of_a_round_that_lasts_is_read_on_a_clock_that_goes_on():
    """The pages may be asked for long after what they take was told."""
    with loopback(served(ten)) as place, passing(place, timedelta(minutes=4)):
        past = source(place, "ru").past(TODAY - 30 * DAY, TODAY - 20 * DAY, now=NOW)
        other = source(place, "ru").past(TODAY - 30 * DAY, TODAY - 20 * DAY, now=NOW)
        assert len([*past.pages, *other.pages]) == 4


def test_a_topic_that_is_unknown_does_not_hold_up_the_others():
    """Each topic has its own page and its own place in the cursor."""
    with loopback(served(lambda name, day: None if name == "Порт" else ten(name, day))) as place:
        light, harbour = collected(place, "ru")
        assert set(status([light], "light").values()) == {Status.COMPLETE}
        assert set(status([harbour], "harbour").values()) == {Status.PARTIAL}
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
        assert (past.requests, past.dollars, place.asked) == (6, 0.0, [])  # at most: no day is left out here
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
    assert not failure(told, collected).permanent


def test_403_waits_for_a_human():
    """An agent that is refused is refused tomorrow too."""
    assert failure(Told(status=403), collected).permanent


def test_an_empty_list_is_no_proof():
    """A 200 without days leaves the days unknown."""
    with loopback(lambda _: Told(b'{"items": []}')) as place:
        (page,) = collected(place)
    assert page.observations == ()
    assert set(status([page]).values()) == {Status.MISSING}


@pytest.mark.parametrize("views", NO_COUNTS, ids=repr)
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

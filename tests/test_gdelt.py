"""gdelt: stories and their share by hour, from an interface that answers trouble with status 200."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
import stamina
from pydantic import ValidationError

from monitor.errors import SourceError
from monitor.model import CONTROL, DAY, HOUR, Observation, Page, Status, Term, TermKind, Topic
from monitor.sources.gdelt import Gdelt, Settings, build
from monitor.sources.gdelt.asking import query, understand
from monitor.sources.gdelt.timeline import Timeline, buckets, parse_timeline
from monitor.web import Answer
from tests.canaries import Canary, Mark
from tests.hostile import NO_COUNTS
from tests.loopback import NOW, Asked, Loopback, Told, failure, long_round, loopback

pytestmark = pytest.mark.usefixtures("quick", "undisturbed")

END = datetime(2026, 11, 20, 10, tzinfo=UTC)  # the hours after it are not settled
START = END - 6 * DAY
TOPICS = (
    Topic("light", "Topic 1", (Term(TermKind.TAG, "LanternWalk"), Term(TermKind.PHRASE, 'light the  "lamp"'))),
    Topic("harbour", "Topic 2", (Term(TermKind.PHRASE, "Маяк у моря"), Term(TermKind.TAG, "SOS"))),
    Topic("read", "Topic 3", (Term(TermKind.ARTICLE, "Lantern", "en"), Term(TermKind.PHRASE, "lant*"))),
)
STEPS = {"15m": timedelta(minutes=15), "hour": HOUR, "day": DAY}


def step(at: datetime, value: object, norm: object) -> dict[str, object]:
    """A step of a timeline."""
    return {"date": f"{at:%Y%m%dT%H%M%SZ}", "value": value, "norm": norm}


def body(steps: Sequence[object], resolution: str | None = "hour") -> dict[str, object]:
    """An answer in GDELT's shape."""
    details = {"title": "invented"} | ({"date_resolution": resolution} if resolution else {})
    return {"query_details": details, "timeline": [{"series": "Article Count", "data": list(steps)}]}


def window(asked: Asked) -> tuple[datetime, datetime]:
    """The times a request asks for."""
    start, end = (
        datetime.strptime(asked.query[f"{which}datetime"] + "Z", "%Y%m%d%H%M%S%z") for which in ("start", "end")
    )
    return start.astimezone(UTC), end.astimezone(UTC) + timedelta(seconds=1)


def served(resolution: str = "hour", *, value: int = 3, norm: int = 1000) -> Callable[[Asked], Told]:
    """Every step of what is asked for, as GDELT cuts it: a day is whole even where it was asked for in part."""

    def answer(asked: Asked) -> Told:
        (start, end), width = window(asked), STEPS[resolution]
        at = start.replace(hour=0) if resolution == "day" else start
        steps = []
        while at < end:
            steps.append(step(at, value, norm))
            at += width
        return Told(json.dumps(body(steps, resolution)).encode())

    return answer


SAMPLES = (
    json.dumps(body([step(START + number * HOUR, number, 1000) for number in range(4)])).encode(),
    json.dumps(body([step(START + number * STEPS["15m"], number, 250) for number in range(9)], "15m")).encode(),
    json.dumps(body([step(START, 5, 6), {"date": "20261119000000", "value": 1.0, "norm": 9}], None)).encode(),
    b"The specified phrase is too short.",
    b"{}",
)


def swallow(body: bytes) -> None:
    """An answer of the platform, however broken, is read or refused."""
    try:
        found = understand(Answer(200, {}, body), now=NOW)
    except SourceError:
        return
    if isinstance(found, Timeline):
        assert all(0 <= one.stories <= one.of_all and one.of_all > 0 for one in buckets(found))


@contextmanager
def canary(mark: Mark, people: int, now: datetime) -> Iterator[Canary]:
    """GDELT with a mark in every string of every answer; what it counts has just begun to fade."""

    def answer(asked: Asked) -> Told:
        start, end = window(asked)
        steps: list[object] = [
            {
                **step(start + number * HOUR, _fading(start + number * HOUR), 9000),
                "toparts": [{"url": mark(number % people, "url")}],
                mark(0, "k"): 1,
            }
            for number in range((end - start) // HOUR)
        ]
        steps += [mark(number, "step") for number in range(people)]
        told = body([*steps, step(start, mark(1, "value"), mark(2, "norm")), {"date": mark(3, "date")}])
        told["query_details"] = {"title": mark(4, "title"), "date_resolution": "hour"}
        return Told(json.dumps(told).encode(), headers={"X-Cache": mark(5, "header")})

    with loopback(answer, now=now) as place:
        yield Canary({"base_url": place.url, "allow_private": True}, TOPICS, told=("light", "harbour"))


def _fading(at: datetime) -> int:
    """Stories of an hour: a wave that rose 32 hours before the end within six, and halves in eight."""
    since = (at - END) / HOUR + 32
    wave = 900 * min((since + 1) / 6, 1) * 2 ** (-max(since - 6, 0) / 8) if since >= 0 else 0
    return 20 + at.hour % 3 + round(wave)


def source(place: Loopback, pauses: list[float] | None = None, topics: Sequence[Topic] = TOPICS[:1]) -> Gdelt:
    """The source, which writes its pauses down instead of taking them."""
    pause = (pauses if pauses is not None else []).append
    return Gdelt(topics, base_url=place.url, allow_private=True, pause=pause)


def collected(place: Loopback, *, cursor: str | None = None, now: datetime = NOW, topics=TOPICS[:1]) -> list[Page]:
    """One round."""
    place.now = now
    return list(source(place, topics=topics).pages(cursor=cursor, now=now))


def values(page: Page, topic: str, measure: str) -> dict[datetime, float]:
    """A series of a page."""
    return {one.bucket: one.value for one in page.observations if (one.topic, one.measure) == (topic, measure)}


def hours(page: Page, *, bucket_hours: int = 1) -> dict[datetime, Status]:
    """What is said of each bucket."""
    width = bucket_hours * HOUR
    return {
        span.start + number * width: span.status
        for span in page.coverage
        if span.bucket_hours == bucket_hours
        for number in range((span.end - span.start) // width)
    }


def test_stories_their_share_and_all_stories_by_hour():
    """Six days of hours: the topic's stories, per million of all, and all of them as the control series."""
    with loopback(served()) as place:
        (page,) = collected(place)
    assert set(hours(page)) == {START + number * HOUR for number in range(144)}
    assert set(hours(page).values()) == {Status.COMPLETE}
    assert set(values(page, "light", "stories").values()) == {3.0}
    assert set(values(page, "light", "share").values()) == {3000.0}
    assert set(values(page, CONTROL, "stories").values()) == {1000.0}
    assert len(page.observations) == 3 * 144
    assert page.topics == ("light", CONTROL)
    assert page.observations[0] == Observation("light", "gdelt", "stories", START, 3.0, 1, "1")


def test_what_is_asked_for():
    """Raw counts as JSON, on the edges of hours, with the topic's words in quotation marks."""
    with loopback(served()) as place:
        collected(place)
    assert place.asked[0].query == {
        "query": '("lanternwalk" OR "light the lamp")',
        "mode": "timelinevolraw",
        "format": "json",
        "startdatetime": "20261114100000",
        "enddatetime": "20261120095959",
    }


def test_words_that_gdelt_refuses_are_not_sent():
    """Short words, beginnings of words and articles are left out; a topic without any other is not followed."""
    assert query(TOPICS[1]) == '"маяк у моря"'
    assert [tuple(topic.key for topic in one.topics) for one in build(Settings(), TOPICS)] == [("light", "harbour")]
    assert build(Settings(), TOPICS[2:]) == ()


def test_long_lists_of_words_are_cut():
    """GDELT refuses long queries: what does not fit is left out, in the order of the config."""
    many = Topic("many", "Topic 4", tuple(Term(TermKind.TAG, f"lantern{number:04}") for number in range(500)))
    assert len(query(many)) <= 260
    assert query(many).startswith('("lantern0000" OR "lantern0001"')


def test_quarters_become_whole_hours():
    """Four steps make an hour; an hour that lacks one is missing, as what GDELT leaves out is not told apart."""
    steps = [step(START + number * STEPS["15m"], number, 100) for number in range(12) if number != 6]
    with loopback(lambda _: Told(json.dumps(body(steps, "15m")).encode())) as place:
        (page,) = collected(place)
    assert values(page, "light", "stories") == {START: 6.0, START + 2 * HOUR: 38.0}
    assert values(page, CONTROL, "stories") == {START: 400.0, START + 2 * HOUR: 400.0}
    assert hours(page)[START + HOUR] is Status.MISSING
    assert hours(page)[END - HOUR] is Status.MISSING


def test_days_stay_days_and_hours_stay_unknown():
    """Where GDELT answers by day, whole days are stored as days; no hour is made up from them."""
    with loopback(served("day")) as place:
        (page,) = collected(place)
    first = START.replace(hour=0) + DAY
    assert set(hours(page, bucket_hours=24)) == {first + number * DAY for number in range(5)}
    assert {one.bucket_hours for one in page.observations} == {24}
    assert set(hours(page).values()) == {Status.MISSING}


def test_the_resolution_may_go_unsaid():
    """Then the shortest way between two steps is a step; steps of no known length are refused."""
    assert parse_timeline(body([step(START, 1, 2), step(START + HOUR, 1, 2)], None)).step == HOUR
    for odd in ([step(START, 1, 2)], [step(START, 1, 2), step(START + 2 * HOUR, 1, 2)], []):
        with pytest.raises(SourceError, match="steps"):
            parse_timeline(body(odd, None))
    with pytest.raises(SourceError, match="steps"):
        parse_timeline(body([step(START, 1, 2)], "month"))


@pytest.mark.parametrize("norm", [0, None, "many", -1, float("nan")])
def test_no_total_is_no_hour(norm):
    """Where GDELT read nothing at all, or does not say how much, nothing is known: no zero and no share."""
    steps = [step(START, 0, norm), step(START + HOUR, 0, 100)]
    with loopback(lambda _: Told(json.dumps(body(steps)).encode())) as place:
        (page,) = collected(place)
    assert hours(page)[START] is Status.MISSING
    assert values(page, "light", "stories") == {START + HOUR: 0.0}
    assert values(page, "light", "share") == {START + HOUR: 0.0}


@pytest.mark.parametrize("nothing", [b"{}", b" {} ", b"[]", b'{"timeline": []}'])
def test_nothing_is_no_proof(nothing):
    """An empty answer is no story or trouble: the hours are missing, and the control series says nothing."""
    with loopback(lambda _: Told(nothing)) as place:
        (page,) = collected(place)
    assert page.observations == ()
    assert page.topics == ("light",)
    assert set(hours(page).values()) == {Status.MISSING}
    assert "trouble" in page.coverage[0].reason


def quiet(word: str, *, probe: Told | None = None) -> Callable[[Asked], Told]:
    """No story for one word, three an hour for all others; the control query may be answered otherwise."""

    def answer(asked: Asked) -> Told:
        if "government" in asked.query["query"]:
            return probe or served(value=500)(asked)
        return Told(b"{}") if word in asked.query["query"] else served()(asked)

    return answer


def test_a_topic_without_a_story_is_a_true_zero_where_another_is_answered():
    """{} is no story or trouble: where GDELT tells another topic how much it read, it is no story."""
    with loopback(quiet("lantern")) as place:
        harbour, light = collected(place, topics=TOPICS)
    assert len(place.asked) == 2
    assert set(values(light, "light", "stories").values()) == {0.0}
    assert set(values(light, "light", "share").values()) == {0.0}
    assert hours(light) == hours(harbour)
    assert {json.loads(light.cursor)[topic] for topic in ("light", "harbour")} == {END.isoformat()}


def test_nothing_where_stories_were_counted_before_is_trouble():
    """Six days of which some had stories cannot be without any: what is stored of them stays."""
    with loopback(served()) as place:
        known = collected(place, topics=TOPICS)[-1]
        place.answering = quiet("lantern")
        later = collected(place, cursor=known.cursor, now=NOW + 6 * HOUR, topics=TOPICS)
        gone = collected(place, cursor=known.cursor, now=NOW + 6 * DAY, topics=TOPICS)
    (light,) = (page for page in later if "light" in (page.topics or ()))
    assert light.observations == ()
    assert set(hours(light).values()) == {Status.MISSING}
    (light,) = (page for page in gone if "light" in (page.topics or ()))
    assert set(hours(light).values()) == {Status.COMPLETE}


def test_only_hours_that_were_counted_are_zeros():
    """What GDELT left out for the other topic is not known for the quiet one either."""
    steps = [step(START + number * HOUR, 1, 0 if number == 5 else 100) for number in range(144)]
    told = Told(json.dumps(body(steps)).encode())
    with loopback(lambda asked: Told(b"{}") if "lantern" in asked.query["query"] else told) as place:
        _, light = collected(place, topics=TOPICS)
    assert [hour for hour, what in hours(light).items() if what is Status.MISSING] == [START + 5 * HOUR]
    assert START + 5 * HOUR not in values(light, "light", "stories")


def test_a_single_topic_without_a_story_is_proved_by_a_common_word():
    """One more request asks for a word that is always in the news: what GDELT counted then, it counted for all."""
    pauses: list[float] = []
    with loopback(quiet("lantern")) as place:
        (page,) = source(place, pauses).pages(cursor=None, now=NOW)
    assert [asked.query["query"] for asked in place.asked][1:] == ['"government"']
    assert window(place.asked[0]) == window(place.asked[1])
    assert pauses == [5.0]
    assert set(values(page, "light", "stories").values()) == {0.0}
    assert set(values(page, CONTROL, "stories").values()) == {1000.0}
    assert set(hours(page).values()) == {Status.COMPLETE}


def test_two_quiet_topics_are_proved_by_one_request():
    """The common word is asked for once a round."""
    with loopback(quiet("")) as place:
        pages = collected(place, topics=TOPICS)
    assert len(place.asked) == 3
    assert {what for page in pages for what in hours(page).values()} == {Status.COMPLETE}


@pytest.mark.parametrize("probe", [Told(b"{}"), Told(b"The specified phrase is too short.")])
def test_where_a_common_word_brings_nothing_either_gdelt_is_in_trouble(probe):
    """Then nothing is proved, and the hours stay unknown."""
    with loopback(quiet("lantern", probe=probe)) as place:
        (page,) = collected(place)
    assert page.observations == ()
    assert page.topics == ("light",)
    assert set(hours(page).values()) == {Status.MISSING}


def test_a_round_may_last_longer_than_clocks_may_differ():
    """Time goes on while a round does: no clock is called wrong, and a wait is told from the answer on."""
    more = tuple(Topic(f"t{n}", f"Topic {n}", (Term(TermKind.TAG, f"lantern{n}"),)) for n in range(4))
    pages, waits_until = long_round(served(), lambda place: collected(place, topics=more), limited_after=3)
    assert len(pages) == 4
    assert waits_until == NOW + timedelta(minutes=12, seconds=61)


def test_what_is_looked_for_is_told():
    """The source holds the terms that stand in its query, no other; a word that is written twice is asked once."""
    words = ("Lanterns", "SOS", "harb*", "lantern walk")
    long = Term(TermKind.PHRASE, "a " * 130 + "lantern")
    terms = (*(Term(TermKind.PHRASE, word) for word in words), Term(TermKind.TAG, "lanterns"), long)
    many = tuple(Term(TermKind.TAG, f"harbour{number:03}") for number in range(40))
    (source,) = build(Settings(), [Topic("light", "Topic 1", (*terms, *many))])
    (topic,) = source.topics
    assert topic.terms[:3] == (terms[0], terms[3], terms[4])
    assert set(topic.terms[3:]) < set(many)
    assert {term.text.lower() for term in topic.terms} == set(query(topic).strip("()").replace('"', "").split(" OR "))


@pytest.mark.parametrize(
    "said",
    [
        b"The specified phrase is too short.",
        b"Your query was too short or too long.",
        b"Queries containing OR'd terms must be surrounded by ().",
    ],
)
def test_words_that_are_refused_blind_their_topic_only(said):
    """A query that GDELT does not take is said of its topic; the others are asked for all the same."""
    with loopback(lambda asked: Told(said) if "lantern" in asked.query["query"] else served()(asked)) as place:
        light, harbour = collected(place, topics=TOPICS)
    assert set(hours(light).values()) == {Status.MISSING}
    assert "words" in light.coverage[0].reason
    assert set(hours(harbour).values()) == {Status.COMPLETE}


@pytest.mark.parametrize(
    "told",
    [
        Told(b"<!DOCTYPE html><html><body>query timed out</body></html>", headers={"Content-Type": "text/html"}),
        Told(b""),
        Told(b"Internal trouble"),
        Told(b'{"timeline": {"a": 1}}'),
        Told(b'{"timeline": [{"series": "Article Count"}]}'),
        Told(b"{" * 100_000),
        Told(b"", 500),
    ],
)
def test_what_is_no_answer_is_an_error(told):
    """Trouble with status 200 is an error like any other."""
    assert not failure(told, collected).permanent


def test_gdelt_is_asked_once_and_not_in_a_hurry():
    """One request a topic and round, five seconds apart, and none is tried again: GDELT counts those too."""
    pauses: list[float] = []
    with stamina.set_testing(False), loopback(served()) as place:
        list(source(place, pauses, TOPICS).pages(cursor=None, now=NOW))
        assert (len(place.asked), pauses) == (2, [5.0])
        place.asked.clear()
        place.answering = lambda _: Told(status=503)
        with pytest.raises(SourceError):
            list(source(place, pauses, TOPICS).pages(cursor=None, now=NOW))
        assert len(place.asked) == 1


@pytest.mark.parametrize(
    ("told", "wait"),
    [
        (Told(status=429, headers={"Retry-After": "60"}), timedelta(seconds=61)),
        (Told(b"Please limit requests to one every 5 seconds", 429), timedelta(minutes=15)),
        (Told(b"Please limit requests to one every 5 seconds or write to us."), timedelta(minutes=15)),
    ],
)
def test_a_limit_is_kept_however_it_is_said(told, wait):
    """429, or the same in words with status 200."""
    assert failure(told, collected).retry_at == NOW + wait


def test_a_topic_that_fails_does_not_starve_the_others():
    """Whoever was read longest ago is asked first in the next round."""
    with loopback(lambda asked: Told(status=429) if len(place.asked) == 2 else served()(asked)) as place:
        pages: list[Page] = []
        with pytest.raises(SourceError):
            pages.extend(source(place, topics=TOPICS).pages(cursor=None, now=NOW))
        (first,) = pages
        again = list(source(place, topics=TOPICS).pages(cursor=first.cursor, now=NOW))
    assert [(page.topics or ())[0] for page in again] == ["harbour", "light"]


def test_killed_between_two_pages_nothing_is_lost():
    """The cursor of the first page leads to the second topic first, and all of its hours."""
    with loopback(served()) as place:
        first, second = collected(place, topics=TOPICS)
        resumed = collected(place, cursor=first.cursor, topics=TOPICS)
    assert resumed[0].topics == ("harbour", CONTROL)
    assert resumed[0].observations == second.observations


def test_hours_still_filling_up_are_left_out():
    """GDELT needs up to two hours; an hour is not called whole before."""
    with loopback(served()) as place:
        (page,) = collected(place)
    assert max(hours(page)) + HOUR == END
    assert END <= NOW - 2 * HOUR < END + HOUR


def test_after_an_outage_what_was_missed_is_asked_for():
    """A fortnight is caught up by six days a round, so that GDELT goes on answering by hour."""
    with loopback(served()) as place:
        (page,) = collected(place)
        later = NOW + 14 * DAY
        seen = []
        for _ in range(3):
            (page,) = collected(place, cursor=page.cursor, now=later)
            seen.append((min(hours(page)), max(hours(page)) + HOUR))
    assert seen == [(END, END + 6 * DAY), (END + 6 * DAY, END + 12 * DAY), (END + 8 * DAY, END + 14 * DAY)]


def test_what_is_too_far_back_is_said_to_be_lost():
    """After a hundred days the first fifteen are a gap with its reason."""
    with loopback(served()) as place:
        (page,) = collected(place)
        (page,) = collected(place, cursor=page.cursor, now=NOW + 100 * DAY)
    lost = page.coverage[0]
    assert (lost.start, lost.end, lost.status) == (END, END + 15 * DAY, Status.MISSING)
    assert "further back" in lost.reason
    assert hours(page)[END + 15 * DAY] is Status.COMPLETE


@pytest.mark.parametrize("value", NO_COUNTS, ids=repr)
def test_a_number_that_cannot_be_is_quarantined(value):
    """Wrong types, negative and endless numbers are counted as unreadable, and the hour is not known."""
    found = parse_timeline(body([step(START, value, 10), step(START + HOUR, 1, 10)]))
    assert list(found.steps) == [START + HOUR]
    assert sum(found.quarantined.values()) == 1


def test_more_than_all_is_none():
    """A share over one cannot be; neither can two numbers for one step."""
    found = parse_timeline(
        body([step(START, 11, 10), step(START + HOUR, 1, 10), step(START + HOUR, 2, 10), "text", step(END, 1, 2)])
    )
    assert list(found.steps) == [END]
    assert found.read == 5


@pytest.mark.parametrize("date", [None, 5, "", "00010101T000000Z", "99991231T000000Z", "20261340T000000Z", "\x00"])
def test_a_time_that_cannot_be_is_quarantined(date):
    """Years of another age and other shapes are left out."""
    assert not parse_timeline(body([{"date": date, "value": 1, "norm": 2}])).steps


def test_steps_off_the_edge_make_no_bucket():
    """An hour that begins at 10:07 is nobody's hour."""
    off = START + timedelta(minutes=7)
    assert list(buckets(parse_timeline(body([step(off, 1, 2)])))) == []
    assert list(buckets(parse_timeline(body([step(START + HOUR, 1, 2)], "day")))) == []


@pytest.mark.parametrize("wrong", [{"base_url": "x"}, {"every_minutes": 5}, {"every_minutes": "nan"}, {"key": "x"}])
def test_settings_say_no(wrong):
    """What cannot work is refused when the config is read."""
    with pytest.raises(ValidationError):
        Settings(**wrong)

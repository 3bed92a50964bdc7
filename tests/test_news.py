"""news: stories in feeds, which hours are known from them, and what is remembered between two looks."""

import json
import random
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from email.utils import format_datetime
from xml.sax.saxutils import escape

import pytest
from pydantic import ValidationError

from monitor.counting import Options
from monitor.errors import SourceError
from monitor.model import HOUR, Coverage, Page, Status, Term, TermKind, Topic
from monitor.rounds import Following, Rounds
from monitor.sources.news import Settings, build
from monitor.sources.news.feed import Feed, first, later
from monitor.sources.news.items import MOST_STORIES, parse_feed, plain
from monitor.sources.news.memory import recall
from monitor.store import Store
from tests.canaries import Canary, Mark
from tests.loopback import NOW, Loopback, Told, loopback

pytestmark = pytest.mark.usefixtures("quick")

TOPICS = (
    Topic("light", "Topic 1", (Term(TermKind.PHRASE, "lantern walk"),)),
    Topic("read", "Topic 2", (Term(TermKind.ARTICLE, "Lantern", "en"),)),
)
NOON = NOW.replace(minute=0)
MINUTE = timedelta(minutes=1)


def item(
    name: str, at: datetime | str | None = None, *, title: str = "A lantern walk", summary: str = "By the sea"
) -> str:
    """A story in RSS."""
    told = format_datetime(at, usegmt=True) if isinstance(at, datetime) else at
    date = f"<pubDate>{told}</pubDate>" if told is not None else ""
    return (
        f"<item><guid>{escape(name)}</guid><link>https://outlet.example/{escape(name)}</link>"
        f"<title>{escape(title)}</title><description>{escape(summary)}</description>{date}</item>"
    )


def rss(*items: str) -> bytes:
    """A feed in RSS."""
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title>{"".join(items)}</channel></rss>'.encode()


def stories(first: int, last: int, *, every: timedelta = 10 * MINUTE, start: datetime = NOON) -> list[str]:
    """Numbered stories, newest first; number 0 came at `start`, each later one after `every`."""
    return [item(f"s{number}", start + number * every) for number in range(last, first - 1, -1)]


ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>urn:1</id>
<title type="html">Light &amp;amp; &lt;b&gt;lamp&lt;/b&gt;</title><updated>2026-11-20T11:00:00+02:00</updated>
<summary>Lantern walk</summary><link href="https://outlet.example/1"/></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="https://outlet.example/2"><title>Walk</title>
<link>https://outlet.example/2</link><dc:date>2026-11-20T10:00:00Z</dc:date></item></rdf:RDF>"""
SAMPLES = (rss(*stories(-3, 0)), ATOM, RDF, rss(item("x", "yesterday"), item("y")))


def swallow(body: bytes) -> None:
    """An answer of the platform, however broken, is read or refused."""
    try:
        listing = parse_feed(body, content_type="text/xml")
    except SourceError:
        return
    page = first(listing, {}, now=NOW)
    memory = recall(page.cursor)
    assert memory is not None
    later(listing, memory, {}, now=NOW + HOUR)
    assert all(post.id and post.text and post.at <= NOW for post in page.posts)


@contextmanager
def canary(mark: Mark, people: int, now: datetime) -> Iterator[Canary]:
    """A feed whose every story names a person in all that a feed can hold."""

    def entry(number: int) -> str:
        m = lambda field: mark(number, field)  # noqa: E731
        at = format_datetime(NOW - (number % 5000) * MINUTE, usegmt=True)
        date = m("date") if number % 7 == 0 else at
        return (
            f"<item><guid>{m('guid')}</guid><link>https://{m('host')}.example/{m('path')}</link>"
            f"<title>{m('title')} lantern walk @{m('handle')} #{m('tag')}</title><author>{m('author')}</author>"
            f"<description>{m('summary')} &lt;a href='https://{m('link')}.example'&gt;{m('anchor')}&lt;/a&gt;</description>"
            f"<dc:creator>{m('creator')}</dc:creator><category>{m('category')}</category><comments>{m('comments')}</comments>"
            f"<enclosure url='https://{m('media')}.example/x.jpg'/><source url='https://{m('source')}.example'>x</source>"
            f"<geo:lat>{m('lat')}</geo:lat><{m('element')}>{m('unknown')}</{m('element')}><pubDate>{date}</pubDate></item>"
        )

    head = (
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:geo="http://www.w3.org/2003/01/geo/">'
        f"<channel><title>{mark(0, 'channel')}</title><managingEditor>{mark(1, 'editor')}</managingEditor>"
    )
    feed = (head + "".join(map(entry, range(people))) + "</channel></rss>").encode()
    with loopback(lambda _: Told(feed, headers={"ETag": '"0815"', "X-Author": mark(2, "header")}), now=now) as place:
        feeds = {"outlet": f"{place.url}/rss", "other": f"{place.url}/more"}
        yield Canary({"feeds": feeds, "allow_private": True}, TOPICS, told=("light", "news:outlet", "news:other"))


def feed(place: Loopback) -> Feed:
    """The source of the one feed."""
    (one,) = build(Settings(feeds={"outlet": f"{place.url}/rss"}, allow_private=True), TOPICS)
    return one


def look(body: bytes, cursor: str | None = None, *, now: datetime = NOW, status: int = 200, **headers: str) -> Page:
    """One round over real HTTP."""
    told = Told(body, status, {name.replace("_", "-"): value for name, value in headers.items()})
    with loopback(lambda _: told, now=now) as place:
        (page,) = feed(place).pages(cursor=cursor, now=now)
    return page


def failure(body: bytes, status: int = 200, **headers: str) -> SourceError:
    """The error behind an answer."""
    with pytest.raises(SourceError) as caught:
        look(body, None, now=NOW, status=status, **headers)
    return caught.value


def names(page: Page) -> list[str]:
    """The stories of a page, oldest first."""
    return [post.id for post in sorted(page.posts, key=lambda post: post.at)]


def rounds(bodies: Sequence[bytes], *, every: timedelta = 30 * MINUTE) -> list[Page]:
    """Looks at a feed one after the other."""
    pages: list[Page] = []
    for number, body in enumerate(bodies):
        cursor = pages[-1].cursor if pages else None
        pages.append(look(body, cursor, now=NOW + number * every))
    return pages


def test_each_feed_is_a_source_of_its_own():
    """Outlets are never mixed; topics that are looked for in articles only are not followed."""
    sources = build(Settings(feeds={"one": "https://a.example/rss", "two": "https://b.example/rss"}), TOPICS)
    assert [(one.name, tuple(topic.key for topic in one.topics)) for one in sources] == [
        ("news:one", ("light",)),
        ("news:two", ("light",)),
    ]
    assert {(one.bucket_hours, one.lag_hours, one.price, one.every_minutes) for one in sources} == {(1, 1, None, 30)}
    assert build(Settings(feeds={"one": "https://a.example/rss"}), TOPICS[1:]) == ()


def test_a_story_is_a_post_without_an_author():
    """Title and summary without their HTML, at the time of publication, and nobody's name."""
    page = look(rss(item("s", NOW - HOUR, summary="<p>Light &amp; <b>lamp</b></p>")))
    (post,) = page.posts
    assert (post.id, post.author, post.at, post.text) == ("s", "", NOW - HOUR, "A lantern walk\nLight & lamp")
    assert repr(post) == "<Post>"


@pytest.mark.parametrize(("body", "at"), [(ATOM, "09:00"), (RDF, "10:00")])
def test_other_dialects_are_read(body, at):
    """Atom and RDF feeds are stories all the same."""
    (post,) = look(body).posts
    assert f"{post.at:%H:%M}" == at


def test_the_first_look_proves_no_hour():
    """What a feed still lists is counted, yet the hours before it was followed are known in part only."""
    page = look(rss(*stories(-12, 0)))
    assert page.coverage == (
        Coverage(
            NOON - 2 * HOUR, NOON + HOUR, Status.PARTIAL, "before the feed was followed: only what it still lists"
        ),
    )
    assert len(page.posts) == 13


def test_stories_without_a_time_are_not_news_at_the_first_look():
    """They may be of any day: counting them now would be a rush that never was."""
    page = look(
        rss(item("a"), item("b", "soon"), item("c", NOW - timedelta(days=400)), item("d", NOW + HOUR), item("e", NOW))
    )
    assert names(page) == ["e"]
    assert page.skipped == 4
    assert look(rss(item("a"), item("e", NOW)), page.cursor, now=NOW + HOUR).posts == ()


def test_only_what_is_new_is_added():
    """Each story is counted once in all rounds."""
    pages = rounds([rss(*stories(-5, 0)), rss(*stories(-3, 3)), rss(*stories(-3, 3)), rss(*stories(0, 6))])
    assert [names(page) for page in pages[1:]] == [["s1", "s2", "s3"], [], ["s4", "s5", "s6"]]
    assert len(pages[0].posts) == 6
    assert [page.skipped for page in pages] == [0, 4, 7, 4]


def test_hours_are_known_an_hour_after_they_are_over():
    """From the hour after the first look on, an hour is complete once outlets had an hour to list its stories."""
    pages = rounds([rss(*stories(-5, last)) for last in (0, 3, 6, 9, 12, 15, 18)])
    assert [page.coverage for page in pages[1:]] == [
        *[()] * 5,
        (Coverage(NOON + HOUR, NOON + 2 * HOUR, Status.COMPLETE),),
    ]


def test_an_hour_that_is_complete_holds_stories_that_are_listed_late():
    """Outlets list stories twenty minutes and more after the time they give them."""
    late = item("late", NOON + 110 * MINUTE)
    pages = rounds([rss(*stories(-5, 0))] + [rss(*stories(-5, 1))] * 3 + [rss(late, *stories(-5, 1))] * 3)
    told = [(number, span.start) for number, page in enumerate(pages) for span in page.coverage if not span.reason]
    assert told == [(6, NOON + HOUR)]
    assert names(pages[4]) == ["late"]


def test_a_feed_says_nothing_of_how_busy_it_is():
    """That it was seen is proved by what it still lists; at night an outlet is silent for hours, and not blind."""
    bodies = [rss(*stories(-5, 0)), rss(*stories(-5, 3)), rss(*stories(-5, 3))]
    assert [page.volume for page in rounds(bodies, every=HOUR)] == [None] * 3


@pytest.mark.parametrize("stories_a_day", [6, 60])
def test_a_night_without_stories_is_known(tmp_path, stories_a_day):
    """A feed that publishes from seven to ten in the evening only has no missing hour in four days."""
    end, chance = NOW + 4 * 24 * HOUR, random.Random(1)
    minutes = [NOW - 10 * 24 * HOUR + number * MINUTE for number in range(14 * 24 * 60)]
    times = [at for at in minutes if 7 <= at.hour < 22 and chance.random() < stories_a_day / 15 / 60]
    clock = [NOW]
    store = Store.open(f"sqlite:///{tmp_path}/monitor.db")

    def listed(_: object) -> Told:
        seen = [(number, at) for number, at in enumerate(times) if at <= clock[0]][-40:]
        return Told(rss(*(item(f"s{number}", at) for number, at in reversed(seen))))

    with loopback(listed) as place:
        source = feed(place)
        rounds = Rounds(
            store, Following(TOPICS[:1], [source], Options(language=False, tone=False)), clock=lambda: clock[0]
        )
        while clock[0] <= end:
            place.now = clock[0]
            assert rounds.ask(source) is not None
            clock[0] += 3 * HOUR
    spans = [span for span in store.coverage("light", "news:outlet") if span.end > NOON + HOUR]
    store.close()
    assert {(span.status, span.reason) for span in spans} == {(Status.COMPLETE, "")}
    assert max(span.end for span in spans) == NOON + 4 * 24 * HOUR - HOUR


def test_what_is_looked_for_is_told():
    """The source holds all terms that stand in texts, and no article."""
    terms = tuple(Term(kind, "lantern") for kind in TermKind if kind is not TermKind.ARTICLE)
    mixed = Topic("light", "Topic 1", (*terms, Term(TermKind.ARTICLE, "Lantern", "en")))
    (one,) = build(Settings(feeds={"one": "https://a.example/rss"}), [mixed])
    assert [topic.terms for topic in one.topics] == [terms]


def test_a_feed_that_moved_on_leaves_a_gap():
    """Nothing of the last listing is left: what came between is lost, and so is the hour it happens in."""
    pages = rounds([rss(*stories(-5, 0)), rss(*stories(-3, 3)), rss(*stories(4, 9)), rss(*stories(6, 12))], every=HOUR)
    assert [page.coverage for page in pages[1:]] == [
        (),
        (Coverage(NOON + HOUR, NOON + 3 * HOUR, Status.PARTIAL, "the feed moved on faster than it was read"),),
        (),
    ]


def test_one_pinned_story_is_no_thread():
    """A story that stays on top for weeks does not prove that nothing slipped through."""
    pinned = item("pinned", NOON - HOUR)
    pages = rounds([rss(pinned, *stories(-5, 0)), rss(pinned, *stories(4, 9))], every=3 * HOUR)
    assert pages[1].coverage[0].status is Status.PARTIAL


def test_a_feed_that_renames_its_stories_makes_no_rush():
    """After a change of system all names are new: the old ones among them are not counted as of now."""
    renamed = [item(f"new-{number}", NOON - number * 10 * HOUR) for number in range(1, 30)]
    _, page = rounds([rss(*stories(-5, 0)), rss(*renamed)], every=HOUR)
    assert len(page.posts) == 2
    assert page.coverage[0].status is Status.PARTIAL


def test_after_an_outage_the_hours_are_known_if_the_feed_still_reaches_back():
    """Two days later the feed lists what it listed then: nothing can have been lost."""
    first = look(rss(*stories(-5, 0)))
    page = look(rss(*stories(-5, 40)), first.cursor, now=NOW + 2 * 24 * HOUR)
    assert page.coverage == (Coverage(NOON + HOUR, NOON + 47 * HOUR, Status.COMPLETE),)
    assert len(page.posts) == 40


def test_a_new_story_without_a_sane_time_is_of_now():
    """It was not there at the last look: undated, dated ahead or far back, it came in between."""
    new = [item("a"), item("b", NOW + 9 * HOUR), item("c", NOW - 99 * HOUR), item("d", NOW + 10 * MINUTE)]
    _, page = rounds([rss(*stories(-5, 0)), rss(*new, *stories(-5, 0))])
    now = NOW + 30 * MINUTE
    assert {post.id: post.at for post in page.posts} == {"a": now, "b": now, "c": now, "d": NOW + 10 * MINUTE}


def test_stories_without_a_time_blur_the_hours_of_a_long_silence():
    """After three hours nobody can say in which of them they came."""
    _, page = rounds([rss(*stories(-5, 0)), rss(item("a"), *stories(-5, 0))], every=3 * HOUR)
    assert [(span.status, span.reason) for span in page.coverage] == [
        (Status.PARTIAL, "stories without a time, seen after more than an hour")
    ]
    assert (page.coverage[0].start, page.coverage[0].end) == (NOON + HOUR, NOON + 4 * HOUR)


def test_an_edited_story_is_looked_at_again():
    """A title may come to match later."""
    edited = item("s0", NOON, title="Something else")
    _, page = rounds([rss(*stories(-5, 0)), rss(edited, *stories(-5, -1))])
    assert [(post.id, post.at, post.text.splitlines()[0]) for post in page.posts] == [("s0", NOON, "Something else")]


def test_a_stale_copy_brings_nothing_back():
    """A cache that serves an older listing once does not make its stories new again afterwards."""
    new, old = rss(*stories(-5, 6)), rss(*stories(-9, 0))
    pages = rounds([old, new, old, new])
    assert [len(page.posts) for page in pages] == [10, 6, 0, 0]


def test_an_unchanged_feed_is_not_sent_again():
    """ETag and Last-Modified are sent along; 304 brings nothing and covers the time."""
    modified = format_datetime(NOW, usegmt=True)
    first = look(rss(*stories(-5, 0)), ETag='W/"a-1"', Last_Modified=modified)
    with loopback(lambda _: Told(status=304), now=NOW + 3 * HOUR) as place:
        (page,) = feed(place).pages(cursor=first.cursor, now=NOW + 3 * HOUR)
    assert place.asked[0].headers["if-none-match"] == 'W/"a-1"'
    assert place.asked[0].headers["if-modified-since"] == modified
    assert page.posts == ()
    assert page.coverage == (Coverage(NOON + HOUR, NOON + 2 * HOUR, Status.COMPLETE),)
    later = look(rss(*stories(-5, 1)), page.cursor, now=NOW + 4 * HOUR)
    assert names(later) == ["s1"]


def test_304_to_an_open_question_is_an_error():
    """Nobody asked whether it had changed."""
    assert "304" in str(failure(b"", 304))


@pytest.mark.parametrize("etag", ["unquoted", '"ж"'.encode().decode("latin-1"), '"' + "a" * 101 + '"', '"a b"'])
def test_an_odd_etag_is_not_kept(etag):
    """What is stored is short and plain, or nothing."""
    page = look(rss(*stories(-5, 0)), ETag=etag, Last_Modified="whenever")
    assert json.loads(page.cursor)["etag"] == json.loads(page.cursor)["modified"] == ""


def test_the_cursor_names_no_story():
    """It holds times and salted marks only, and the salt of each feed's memory is its own."""
    body = rss(*stories(-5, 0))
    one, two = look(body).cursor, look(body).cursor
    assert json.loads(one)["marks"] != json.loads(two)["marks"]
    assert "outlet" not in one
    assert "antern" not in one
    assert len(json.loads(one)["marks"]) == 6 * 14


def test_killed_before_its_page_is_stored_a_round_is_simply_repeated():
    """Nothing is remembered but in the cursor: the same look again gives the same page."""
    first = look(rss(*stories(-5, 0)))
    again = [look(rss(*stories(-5, 4)), first.cursor, now=NOW + HOUR) for _ in range(2)]
    assert names(again[0]) == names(again[1]) == ["s1", "s2", "s3", "s4"]
    assert again[0].cursor == again[1].cursor


@pytest.mark.parametrize(
    "body", [b"", b"<!DOCTYPE html><html><body>Busy</body></html>", b'{"items": []}', b"\x00\xff" * 99]
)
def test_what_is_no_feed_is_an_error(body):
    """A web page with status 200 is no quiet hour."""
    error = failure(body)
    assert "feed" in str(error)
    assert not error.permanent


@pytest.mark.parametrize("body", [rss(), rss("<item></item>"), rss("<item><title>no name</title></item>")])
def test_a_feed_without_stories_is_no_proof(body):
    """An empty feed is empty or broken: nobody can tell."""
    assert "lists nothing" in str(failure(body))


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes():
    """Bad XML is not thrown away as long as there are stories in it."""
    body = rss(*stories(-5, 0))
    assert len(look(body[: len(body) * 2 // 3]).posts) in (3, 4)
    assert len(look(body.replace(b"sea", b"s\x00ea & <sea")).posts) >= 5


def test_a_limit_is_kept():
    """429 with Retry-After says to the second when the feed may be asked for again."""
    error = failure(b"", 429, Retry_After="3600")
    assert error.retry_at == NOW + timedelta(seconds=3601)


@pytest.mark.parametrize(("status", "permanent"), [(401, True), (403, True), (404, False), (410, False), (500, False)])
def test_a_refusal_is_an_error(status, permanent):
    """Nothing under such a status is read."""
    assert failure(rss(*stories(-5, 0)), status).permanent is permanent


def test_a_feed_without_end_is_not_read():
    """More than three megabytes are refused."""
    assert "more than 3 MB" in str(failure(rss(*stories(-5, 0)) + b" " * (3 * 2**20)))


def test_too_many_stories_are_cut():
    """A thousand stories are read at once; the rest is counted as left out."""
    page = look(rss(*(item(f"s{number}", NOW) for number in range(MOST_STORIES + 7))))
    assert len(page.posts) == MOST_STORIES
    assert page.quarantined == {"more stories than are read at once": 7}
    assert page.read == MOST_STORIES + 7


def test_entities_do_not_grow():
    """A feed that defines a laugh of a billion stays small."""
    laugh = b'<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "' + b"&a;" * 999 + b'"><!ENTITY c "' + b"&b;" * 999 + b'">]>'
    body = rss(item("s", NOW, title="LAUGH")).replace(b'<?xml version="1.0"?>', laugh).replace(b"LAUGH", b"x &c;&c;&c;")
    assert sum(len(post.text) for post in look(body).posts) < 50_000


def test_no_file_is_opened(tmp_path):
    """A body that is the name of a file is a body."""
    (tmp_path / "feed.xml").write_bytes(rss(*stories(-5, 0)))
    with pytest.raises(SourceError):
        parse_feed(str(tmp_path / "feed.xml").encode())


@pytest.mark.parametrize(
    "date", ["Fri, 20 Nov 0001 12:00:00 GMT", "Fri, 20 Nov 9999 12:00:00 GMT", "9" * 400, "\ud7ff"]
)
def test_a_time_of_another_age_is_none(date):
    """Such a story is no error, it just has no time."""
    listing = parse_feed(rss(item("s", date), item("t", NOW)))
    page = look(rss(item("s", date), item("t", NOW)))
    assert len(listing.stories) == 2
    assert names(page) == ["t"]


def test_html_leaves_no_trace():
    """Markup in titles and summaries is taken out, entities are read, and odd ones stay odd."""
    assert plain("<p>a</p><script>b</script> &lt;c&gt; &#0; &nope;") == "a b <c> \ufffd &nope;"
    assert plain("<" * 30_000)


@pytest.mark.parametrize("cursor", ["", "{", "[]", "5", '{"marks": ""}', "null", "\ud800"])
def test_a_cursor_that_cannot_be_read_starts_again(cursor):
    """Then the feed is followed from now on; no hour before is called known."""
    assert look(rss(*stories(-5, 0)), cursor).coverage[0].status is Status.PARTIAL


def test_a_clock_that_was_set_back_is_an_error():
    """A look in the future would cover hours twice."""
    first = look(rss(*stories(-5, 0)))
    with pytest.raises(SourceError, match="clock"):
        look(rss(*stories(-5, 0)), first.cursor, now=NOW - HOUR)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"feeds": {}},
        {"feeds": {"One": "https://a.example"}},
        {"feeds": {"a b": "https://a.example"}},
        {"feeds": {"one": "file:///etc/passwd"}},
        {"feeds": {"one": "https://me:word@a.example"}},
        {"feeds": {"one": "https://a.example"}, "every_minutes": 1},
        {"feeds": {"one": "https://a.example"}, "key": "x"},
    ],
)
def test_settings_say_no(wrong):
    """What cannot work is refused when the config is read."""
    with pytest.raises(ValidationError):
        Settings(**wrong)


def test_a_private_address_is_refused_unless_meant():
    """A feed's address comes from the config, yet may point inwards."""
    with loopback(lambda _: Told(rss(*stories(-5, 0)))) as place, pytest.raises(SourceError, match="own network"):
        (one,) = build(Settings(feeds={"outlet": place.url}), TOPICS)
        list(one.pages(cursor=None, now=NOW))
    assert place.asked == []

"""From posts to numbers: nothing twice, nothing lost, and nobody to be found in what comes out."""

import traceback
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.counting import Cell, Hit, Matcher, Options, People, Tally, hits, tally
from monitor.model import Post, PostKind, Term, TermKind, Topic

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY = datetime(2026, 3, 1, tzinfo=UTC)
KEY = b"the key of post marks"
DAY_KEYS = {DAY + timedelta(days=number): bytes([number + 1]) * 32 for number in range(3)}
QUIET = Options(language=False, tone=False)
TOPICS = (
    Topic("camps", "Blue", (Term(TermKind.TAG, "#camps"), Term(TermKind.TAG, "#лагеря"))),
    Topic("march", "Green", (Term(TermKind.PHRASE, "march"),)),
)
MATCHER = Matcher(TOPICS)


def unlinkable(made: Tally) -> float:
    """The posts behind which nobody can be counted."""
    return sum(value for (_, measure, _), value in made.values.items() if measure == "unlinkable")


def post(number: str = "1", text: str = "#camps", **fields) -> Post:
    """A post in flight."""
    return Post(**{"id": number, "author": "a", "at": NOON, "text": text, **fields})


def count(posts, *, day_keys=None, source="x", options=QUIET) -> Tally:
    """A page's tally."""
    found = hits(posts, MATCHER, source=source, key=KEY)
    return tally(found.hits, source=source, day_keys=DAY_KEYS if day_keys is None else day_keys, options=options)


def cells(found: Tally) -> dict[tuple[str, str], int]:
    """Posts of each (dimension, name)."""
    return {(cell.dimension, cell.name): posts for cell, posts in found.cells.values()}


POSTS = st.lists(
    st.builds(
        post,
        st.sampled_from([str(number) for number in range(25)]),
        st.sampled_from(["#camps", "#лагеря #Other", "march #camps #other", "march example.org", "nothing"]),
        author=st.sampled_from(["a", "b", "\ud800", "\x00", "d"]),
        at=st.integers(0, 71).map(lambda hours: DAY + timedelta(hours=hours, minutes=7)),
        kind=st.sampled_from(PostKind),
        engagement=st.sampled_from([None, 0, 3]),
    ),
    max_size=30,
    unique_by=lambda made: made.id,
)


class Shelf:
    """What a store makes of tallies: sums, and each mark once."""

    def __init__(self) -> None:
        self.seen: set[bytes] = set()
        self.people: set[tuple[bytes, People]] = set()
        self.members: set[tuple[bytes, bytes]] = set()
        self.values: Counter[tuple[str, str, datetime]] = Counter()
        self.person_posts: Counter[bytes] = Counter()
        self.cell_posts: Counter[bytes] = Counter()
        self.named: dict[bytes, Cell] = {}

    def take(self, page: list[Post]) -> None:
        """Store a page: hits seen before are dropped before they are counted."""
        found = [hit for hit in hits(page, MATCHER, source="x", key=KEY).hits if hit.mark not in self.seen]
        self.seen |= {hit.mark for hit in found}
        made = tally(found, source="x", day_keys=DAY_KEYS, options=QUIET)
        for key, value in made.values.items():
            self.values[key] += int(value)
        self.members |= set(made.cell_people.items())
        for mark, (what, posts) in made.people.items():
            self.people.add((mark, what))
            self.person_posts[mark] += posts
        for mark, (cell, posts) in made.cells.items():
            self.cell_posts[mark] += posts
            self.named[mark] = cell

    def totals(self) -> tuple[object, ...]:
        """Everything stored, for comparing."""
        return self.values, self.people, self.members, self.person_posts, self.cell_posts, self.named


@given(POSTS, st.randoms(use_true_random=False), st.lists(st.integers(0, 60), max_size=5))
def test_order_duplicates_and_page_cuts_change_nothing(posts, rng, cuts):
    """Any pages of any order, with any post repeated anywhere, store what one page stores."""
    whole = Shelf()
    whole.take(posts)
    mixed = posts + rng.sample(posts, k=len(posts) // 2)
    rng.shuffle(mixed)
    paged = Shelf()
    edges = [0, *sorted(cuts), len(mixed)]
    for start, end in pairwise(edges):
        paged.take(mixed[start:end])
    assert paged.totals() == whole.totals()


@given(POSTS)
def test_the_numbers_are_those_of_counting_by_hand(posts):
    """Posts, engagement, distinct people an hour and a day, and cells agree with plain sets."""
    values: Counter[tuple[str, str, datetime]] = Counter()
    authors, members = defaultdict(set), defaultdict(set)
    for made in posts:
        hour = made.at.replace(minute=0)
        for topic in MATCHER.topics(made):
            values[topic, "posts", hour] += 1
            if made.engagement is not None:
                values[topic, "engagement", hour] += made.engagement
            authors[People(topic, hour, 1)].add(made.author)
            authors[People(topic, hour.replace(hour=0), 24)].add(made.author)
            members[Cell(topic, hour.replace(hour=0), "kind", made.kind)].add(made.author)
    made = count(posts)
    assert made.values == values
    assert Counter(what for what, _ in made.people.values()) == {what: len(who) for what, who in authors.items()}
    kinds = Counter(
        made.cells[mark][0] for mark in made.cell_people.values() if made.cells[mark][0].dimension == "kind"
    )
    assert kinds == {cell: len(who) for cell, who in members.items()}
    assert unlinkable(made) == 0


@given(POSTS, POSTS)
def test_every_post_of_a_page_is_in_exactly_one_number(posts, more):
    """Counted, unmatched, opted out and repeated posts add up to the page."""
    page = [*posts, *more, *(post(str(number), opted_out=True) for number in range(len(more)))]
    found = hits(page, MATCHER, source="x", key=KEY)
    behind = {hit.post.id for hit in found.hits}
    assert len(behind) + found.unmatched + found.opted_out + found.duplicates == len(page)
    assert len({hit.mark for hit in found.hits}) == len(found.hits)


def test_one_author_on_two_days_cannot_be_linked():
    """With each day's own key no mark of a day appears on another, for hour and day buckets and cells alike."""
    first, second = count([post()]), count([post(at=NOON + timedelta(days=1))])
    for one, other in (
        (first.people, second.people),
        (first.cells, second.cells),
        (first.cell_people, second.cell_people),
    ):
        assert one
        assert not set(one) & set(other)


def test_even_under_one_key_two_days_share_no_mark():
    """Should a store ever hand out one key for two days, the day is still in every mark."""
    keys = dict.fromkeys(DAY_KEYS, b"k" * 32)
    first, second = (count([post(at=at)], day_keys=keys) for at in (NOON, NOON + timedelta(days=1)))
    assert not {*first.people, *first.cells, *first.cell_people} & {*second.people, *second.cells, *second.cell_people}


def test_hour_day_cell_and_post_marks_of_one_author_differ():
    """Knowing one mark tells nothing about another use of it."""
    found = hits([post()], MATCHER, source="x", key=DAY_KEYS[DAY])
    made = tally(found.hits, source="x", day_keys=DAY_KEYS, options=QUIET)
    marks = [found.hits[0].mark, *made.people, *made.cells, *made.cell_people]
    assert len(set(marks)) == len(marks) == 5
    assert all(len(mark) == 16 for mark in marks)


def test_posts_of_a_day_whose_key_is_destroyed_are_counted_but_not_linked():
    """People and cells of such a day stay unknown; posts and engagement do not."""
    made = count([post(engagement=4), post("2", at=NOON + timedelta(days=1))], day_keys={DAY: b"k" * 32})
    assert made.values["camps", "posts", NOON + timedelta(days=1)] == 1
    assert {what.bucket.date() for what, _ in made.people.values()} == {DAY.date()}
    assert unlinkable(made) == 1


def test_a_post_without_an_author_is_counted_but_is_nobody():
    """A source that names no author has no people: not one person who wrote everything."""
    made = count([post(author=""), post("2", author="")])
    assert made.values == {("camps", "posts", NOON): 2, ("camps", "unlinkable", NOON): 2}
    assert not made.people
    assert not made.cells


def test_engagement_is_there_only_where_it_is_known():
    """Unknown is not zero, and a negative number is a reading that went wrong."""
    assert ("camps", "engagement", NOON) not in count([post(), post("2", engagement=-5)]).values
    assert count([post(engagement=0)]).values["camps", "engagement", NOON] == 0
    assert count([post(engagement=2), post("2"), post("3", engagement=5)]).values["camps", "engagement", NOON] == 7


def test_a_persons_posts_are_counted_in_the_hour_and_in_the_day():
    """Three posts of one person in two hours: two and one an hour, three in the day."""
    made = count([post("1"), post("2"), post("3", at=NOON + timedelta(hours=1))])
    assert sorted((what.bucket_hours, what.bucket.hour, posts) for what, posts in made.people.values()) == [
        (1, 12, 2),
        (1, 13, 1),
        (24, 0, 3),
    ]


def test_cells_name_kind_other_tags_and_domains():
    """The topic's own tags are left out, a tag or domain counts once a post, shorteners lead nowhere."""
    text = "#camps #Лагеря #Freedom #freedom https://www.example.org/a https://example.org/b https://t.co/c"
    made = count([post(text=text, kind=PostKind.QUOTE), post("2", "#FREEDOM #camps")])
    assert cells(made) == {
        ("kind", "quote"): 1,
        ("kind", "original"): 1,
        ("cotag", "freedom"): 2,
        ("domain", "example.org"): 1,
    }


def test_another_topics_tag_is_a_cotag():
    """Only the topic's own tags are left out."""
    made = count([post(text="march #camps")])
    assert {cell.topic for cell, _ in made.cells.values() if cell.name == "camps"} == {"march"}


def test_entities_of_the_platform_make_the_cells():
    """Tags and links that the platform resolved are used, those in the text are not."""
    made = count([post(text="#no https://no.example/", tags=("Camps", "Yes"), links=("https://yes.example/a",))])
    assert set(cells(made)) == {("kind", "original"), ("cotag", "yes"), ("domain", "yes.example")}


@pytest.mark.parametrize("tag", ["", "\ud800", "a\x00b", "a\u202eb", "x" * 141])
def test_a_tag_that_cannot_be_shown_is_no_cell(tag):
    """Half characters, control characters and endless tags never become a name."""
    assert set(cells(count([post(tags=("camps", tag))]))) == {("kind", "original")}


def test_language_and_tone_are_cells_where_they_are_wanted():
    """A repost of the same text is read once and counted as often as it is there."""
    text = "#camps They were beaten and threatened last night"
    made = count([post(text=text), post("2", text, author="b")], options=Options(language=True, tone=True))
    assert cells(made) == {("kind", "original"): 2, ("language", "en"): 2, ("tone", "negative"): 2}
    assert len(made.cell_people) == 6


def test_times_in_other_zones_fall_into_their_utc_hour_and_day():
    """Half past one at night in Moscow is the evening before."""
    moscow = timezone(timedelta(hours=3))
    made = count([post(at=datetime(2026, 3, 2, 1, 30, tzinfo=moscow))])
    assert made.values == {("camps", "posts", datetime(2026, 3, 1, 22, tzinfo=UTC)): 1}
    assert {what.bucket for what, _ in made.people.values()} == {datetime(2026, 3, 1, 22, tzinfo=UTC), DAY}


@pytest.mark.parametrize(
    "at",
    [
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
        datetime(9999, 12, 31, 23, 59, tzinfo=timezone(timedelta(hours=-12))),
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(2026, 3, 1),  # noqa: DTZ001 - a source's mistake
    ],
)
def test_impossible_times_break_nothing(at):
    """The ends of the calendar and times without a zone are counted somewhere."""
    values = count([post(at=at)]).values
    assert sum(value for (_, measure, _), value in values.items() if measure == "posts") == 1


@given(
    st.text(st.characters(codec=None), max_size=12),
    st.text(st.characters(codec=None), max_size=12),
    st.lists(st.text(st.characters(codec=None), max_size=12), max_size=3),
)
def test_no_post_breaks_counting(number, author, entities):
    """Half characters and NUL in ids, authors, tags and links are bytes like others."""
    listed = tuple(entities)
    made = count([post(number, "#camps", author=author, tags=("camps", *listed), links=listed, language=number)])
    assert made.values["camps", "posts", NOON] == 1
    assert unlinkable(made) == (0 if author else 1)


def test_nothing_of_a_post_is_in_what_is_printed():
    """Reprs of posts, hits, tallies and cells, and a traceback through them, carry no name, id or text."""
    marked = post("secret-id", "#camps secret-text #secret-tag", author="secret-author")
    found = hits([marked], MATCHER, source="x", key=KEY)
    made = tally(found.hits, source="x", day_keys=DAY_KEYS, options=QUIET)
    shown = [repr(found), repr(found.hits), str(found.hits[0]), repr(made), repr(made.cells), repr(made.people)]
    try:
        tally([Hit("camps", marked, b"")], source="x", day_keys={DAY: b"k" * 65}, options=QUIET)
    except ValueError:
        shown.append(traceback.format_exc())
    assert len(shown) == 7
    assert "secret" not in "".join(shown)


def test_what_a_tally_holds_is_marks_and_numbers():
    """Neither author nor post id nor text is anywhere in it, in the clear or as bytes."""
    secret = post("secret-id", "#camps secret-text", author="secret-author", links=("https://example.org/secret-path",))
    made = count([secret], options=Options(language=True, tone=True))
    everything = [(field, getattr(made, field)) for field in ("values", "people", "cells", "cell_people")]
    names = [cell.name for cell, _ in made.cells.values()]
    assert "secret" not in f"{everything}{names}"

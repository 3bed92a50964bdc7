"""A collection round: nothing lost, nothing twice, and every row in exactly one number."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.collect import collect
from monitor.counting import Options
from monitor.errors import SourceError
from monitor.model import DAY, HOUR, Coverage, Page, Post, Status, Term, TermKind, Topic
from monitor.record import Counted, Counter, Stream, record_page
from monitor.store import Store
from tests.feeds import Feed

START = datetime(2017, 4, 1, tzinfo=UTC)
NOW = START + 2 * DAY
TOPICS = (
    Topic("lamp", "Topic 1", (Term(TermKind.TAG, "Lamp"),)),
    Topic("harbour", "Topic 2", (Term(TermKind.TAG, "Harbour"),)),
)
COUNTER = Counter.of(TOPICS, Options(language=False, tone=False))
STREAM = Stream("square")


def post(number: int, *, hour: int = 0, author: str = "a", text: str = "#lamp") -> Post:
    """One invented post."""
    return Post(id=str(number), author=author, at=START + hour * HOUR + timedelta(minutes=number % 60), text=text)


def page(*posts: Post, cursor: str = "1", hours: int = 3) -> Page:
    """A page that covers the first hours of the first day."""
    return Page(posts, cursor, coverage=(Coverage(START, START + hours * HOUR, Status.COMPLETE),))


def record(store: Store, what: Page, *, now: datetime = NOW) -> Counted:
    """Record a page of the one stream."""
    return record_page(store, what, stream=STREAM, counter=COUNTER, now=now)


def values(store: Store, topic: str = "lamp") -> dict[tuple[str, int, int], float]:
    """(measure, bucket hours, hour of the first day) → value."""
    found = store.observations(topic, "square")
    return {(one.measure, one.bucket_hours, int((one.bucket - START) / HOUR)): one.value for one in found}


def test_a_page_becomes_numbers(store):
    """Posts, distinct people and the busiest account are counted by the hour, people by the day too."""
    done = record(store, page(post(1), post(2), post(3, hour=2, author="b"), post(4, text="nothing")))
    assert (done.read, done.counted, done.unmatched) == (4, 3, 1)
    assert values(store) == {
        ("posts", 1, 0): 2, ("people", 1, 0): 1, ("busiest", 1, 0): 2,
        ("posts", 1, 2): 1, ("people", 1, 2): 1, ("busiest", 1, 2): 1,
        ("people", 24, 0): 2, ("busiest", 24, 0): 2, ("busiest_few", 24, 0): 3,
    }  # fmt: skip
    assert store.cursor("square", "") == "1"


def test_a_post_that_comes_again_counts_once(store):
    """Overlapping pages and reruns add nothing; the report says how many were known."""
    record(store, page(post(1), post(2)))
    done = record(store, page(post(2), post(3), post(3)))
    assert (done.counted, done.duplicates) == (1, 2)
    assert values(store)["posts", 1, 0] == 3
    assert values(store)["people", 24, 0] == 1


def test_a_post_of_two_topics_counts_once_in_each(store):
    """A post that carries the terms of two topics is one post of each, and one row of the report."""
    done = record(store, page(post(1, text="#lamp #harbour")))
    assert done.counted == 1
    assert values(store, "lamp")["posts", 1, 0] == values(store, "harbour")["posts", 1, 0] == 1


def test_what_comes_after_its_hour_is_closed_is_late(store):
    """After 35 days a post can no longer be told from a duplicate: it is reported, not added."""
    record(store, page(post(1)))
    store.purge(now=NOW + 36 * DAY)
    done = record(store, page(post(1), post(2)), now=NOW + 36 * DAY)
    assert (done.counted, done.late) == (0, 2)
    assert values(store)["posts", 1, 0] == 1


def test_people_of_a_day_whose_key_is_gone_are_not_guessed(store):
    """Posts that come when the day's key is destroyed are counted as posts; people stay as they were."""
    record(store, page(post(1)))
    store.purge(now=NOW + 3 * DAY)
    record(store, page(post(2, author="b")), now=NOW + 3 * DAY)
    assert values(store)["posts", 1, 0] == 2
    assert values(store)["people", 24, 0] == 1


def test_opted_out_people_are_not_counted(store):
    """Who does not want to be counted is not."""
    quiet = Post(id="1", author="a", at=START, text="#lamp", opted_out=True)
    done = record(store, page(quiet))
    assert (done.counted, done.opted_out) == (0, 1)
    assert values(store) == {}


class Broken(Feed):
    """A source that yields one page and then fails."""

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """One page, then the platform's error."""
        yield page(post(1), hours=1)
        raise SourceError("the platform did not answer")


def test_a_failure_is_a_gap_with_a_reason(store):
    """What was read before the failure is kept; the hours that were not observed say why."""
    with pytest.raises(SourceError):
        collect(store, Broken(), counter=COUNTER, now=START + 5 * HOUR)
    first, last = store.coverage("lamp", "square")
    assert (first.status, values(store)["posts", 1, 0]) == (Status.COMPLETE, 1)
    assert (last.status, last.reason) == (Status.MISSING, "the platform did not answer")
    assert (last.start, last.end) == (START + HOUR, START + 5 * HOUR)


POSTS = [post(n, hour=n % 3, author="abc"[n % 2], text="#lamp #harbour" if n % 5 else "no") for n in range(40)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(POSTS), cuts=st.lists(st.integers(0, 40), max_size=4), again=st.integers(0, 40))
def test_order_duplicates_and_page_cuts_change_nothing(tmp_path_factory, order, cuts, again):
    """However the same posts come, the same numbers are stored."""
    expected = {("posts", 1, h): sum(p.at.hour == h and p.text != "no" for p in POSTS) for h in range(3)}
    opened = Store.open(f"sqlite:///{tmp_path_factory.mktemp('store')}/m.db")
    edges = sorted({0, *cuts, len(order)})
    for start, end in [*pairwise(edges), (0, again)]:
        record(opened, page(*order[start:end]))
    found = values(opened)
    assert {key: value for key, value in found.items() if key[0] == "posts"} == expected
    assert found["people", 24, 0] == 2
    opened.close()

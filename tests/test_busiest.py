"""The posts of a day's five busiest accounts: as a plain count says, however the posts come; and their marks die."""

from collections import Counter as Tallied
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.counting import Options
from monitor.model import DAY, HOUR, Coverage, Page, Post, Status, Term, TermKind, Topic
from monitor.record import Counter, Stream, record_page
from monitor.store import Recording, Store
from monitor.store.loudest import busiest
from tests.test_store_sources import made_old

START = datetime(2017, 4, 1, tzinfo=UTC)
NOW = START + 3 * DAY
TOPICS = (
    Topic("lamp", "Topic 1", (Term(TermKind.TAG, "Lamp"),)),
    Topic("harbour", "Topic 2", (Term(TermKind.TAG, "Harbour"),)),
)
COUNTER = Counter.of(TOPICS, Options(language=False, tone=False))
TEXTS = {"#lamp": ("lamp",), "#harbour": ("harbour",), "#lamp #harbour": ("lamp", "harbour"), "nothing": ()}
AUTHORS, HOURS, WORDS = st.sampled_from("abcdefghijkl"), st.integers(0, 47), st.sampled_from(sorted(TEXTS))


def posts_of(rows: Sequence[tuple[str, int, str]]) -> list[Post]:
    """Posts of (author, hour, text), each with an id of its own."""
    return [Post(f"p{n}", author, START + hour * HOUR, text) for n, (author, hour, text) in enumerate(rows)]


def by(author: str, count: int, *, first: int = 0) -> list[Post]:
    """So many posts of one account in the first hour."""
    return [Post(f"{author}{first + number}", author, START, "#lamp") for number in range(count)]


def record(store: Store, posts: Sequence[Post], *, now: datetime = NOW, source: str = "square") -> None:
    """Record posts as one page."""
    covered = (Coverage(START, START + 2 * DAY, Status.COMPLETE),)
    record_page(store, Page(tuple(posts), "1", coverage=covered), stream=Stream(source), counter=COUNTER, now=now)


def stored(store: Store) -> dict[tuple[str, datetime], float]:
    """What the store says of each topic and day."""
    found = {key: store.observations(key, "square", measures=["busiest_few"]) for key in ("lamp", "harbour")}
    return {(topic, one.bucket): one.value for topic, several in found.items() for one in several}


def counted(posts: Sequence[Post]) -> dict[tuple[str, datetime], int]:
    """What a plain count of the same posts says."""
    written: dict[tuple[str, datetime], Tallied[str]] = {}
    for post in posts:
        for topic in TEXTS[post.text]:
            written.setdefault((topic, post.at.replace(hour=0)), Tallied())[post.author] += 1
    return {key: sum(times for _, times in authors.most_common(5)) for key, authors in written.items()}


def marks(store: Store) -> int:
    """How many marks of busy accounts are at rest."""
    return sum(one.rows for one in store.holdings() if one.table == "loudest")


class Dying(Store):
    """A store whose every transaction dies at its end."""

    @contextmanager
    def recording(self, *, now: datetime) -> Iterator[Recording]:
        """Write all of it, and die."""
        with super().recording(now=now) as recording:
            yield recording
            raise InterruptedError


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rows=st.lists(st.tuples(AUTHORS, HOURS, WORDS), max_size=80),
    chance=st.randoms(use_true_random=False),
    size=st.integers(1, 30),
)
def test_it_is_what_a_plain_count_says(tmp_path_factory, rows, chance, size):
    """Whatever the order, the cuts of pages, what is read again, and the transactions that died on the way."""
    url = f"sqlite:///{tmp_path_factory.mktemp('store')}/m.db"
    posts = posts_of(rows)
    chance.shuffle(posts)
    pages = [posts[start : start + size] for start in range(0, len(posts), size)]
    with closing(Store.open(url)) as store, closing(Dying.open(url)) as dying:
        for page in [*pages, posts[: len(posts) // 2]]:
            if chance.random() < 0.3:
                with suppress(InterruptedError):
                    record(dying, page)
            record(store, page)
        assert stored(store) == counted(posts)
        assert marks(store) <= 5 * len(counted(posts))


def test_the_order_of_equals_changes_nothing():
    """Six accounts of which five fit: whoever comes first, the numbers are the same."""
    for order in permutations((b"a", b"b", b"c", b"d", b"e", b"f")):
        kept: dict[bytes, int] = {}
        for mark in order:
            kept = dict(busiest(kept, {mark: 2}))
        assert sorted(kept.values()) == [2, 2, 2, 2, 2]
        assert sum(busiest(kept, {order[0]: 9, order[5]: 7}).values()) == 22


def test_a_crowd_knows_its_busiest_few(store):
    """The newest whole day's posts by the five busiest stand beside those of the busiest one."""
    record(
        store, [one for name, count in zip("abcdefg", (9, 1, 8, 2, 7, 3, 6), strict=True) for one in by(name, count)]
    )
    crowd = store.crowd("lamp", "square", until=START + DAY)
    assert crowd is not None
    assert (crowd.posts, crowd.people, crowd.busiest, crowd.busiest_few) == (36, 7, 9, 33)


def test_an_account_that_grows_slowly_is_found(store):
    """Page by page it was never among the five; in the end it is the busiest."""
    for name in "abcde":
        record(store, by(name, 2))
    for number in range(4):
        record(store, by("slow", 1, first=number))
    assert list(stored(store).values()) == [2 + 2 + 2 + 2 + 4]


def test_the_marks_die_with_the_key_and_the_number_stays(store):
    """With the day's key gone there is nothing left to compare with, and the sum stands for good."""
    record(store, by("a", 3) + by("b", 1))
    assert marks(store) == 2
    store.purge(now=NOW + timedelta(hours=46))
    assert marks(store) == 2
    store.purge(now=NOW + timedelta(hours=47))
    assert marks(store) == 0
    record(store, by("c", 5), now=NOW + timedelta(hours=48))
    assert list(stored(store).values()) == [4]


def test_sources_are_kept_apart(store):
    """The same day of another source has five busiest of its own, which no page of this one touches."""
    record(store, by("a", 3))
    record(store, by("a", 2), source="news")
    record(store, by("b", 4))
    record(store, by("c", 1), source="news")
    assert list(stored(store).values()) == [7]
    assert [one.value for one in store.observations("lamp", "news", measures=["busiest_few"])] == [3]


def test_a_day_that_an_older_monitor_began_to_count_stays_unknown(store, store_url):
    """Nobody kept its first totals: no number rather than too small a one; the next day has its number."""
    record(store, by("a", 3))
    store.close()
    made_old(store_url, version=3)
    with closing(Store.open(store_url)) as again:
        next_day = [replace(one, id=f"{one.id}x", at=START + DAY) for one in by("b", 4)]
        record(again, by("a", 2, first=3) + next_day)
        assert list(stored(again)) == [("lamp", START + DAY)]
        crowd = again.crowd("lamp", "square", until=START + DAY)
        assert crowd is not None
        assert (crowd.busiest, crowd.busiest_few) == (5, 0)
        again.purge(now=NOW + 2 * DAY)
        assert marks(again) == 0

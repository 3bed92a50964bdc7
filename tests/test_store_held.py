"""What is held right now, as a stranger would find it: tables with their purpose, rows, and the keys alive."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Table, func, select
from sqlalchemy.sql.type_api import TypeEngine

from monitor.counting import Options
from monitor.model import DAY, HOUR, HeldFor, Holding, KeyAge, Page, Post, Snooze, Term, TermKind, Topic
from monitor.record import Counter, Stream, record_page
from monitor.store import Store, held
from monitor.store.forgetting import MERGED
from monitor.store.schema import UtcTime, breakdown, loudest, metadata, secret_key, seen

DAY_ONE = datetime(2017, 4, 1, tzinfo=UTC)
LAG_HOURS = 6
SECOND = timedelta(seconds=1)
ENDS = [end for purpose in held.PURPOSES.values() for end in purpose.ends]
COUNTER = Counter.of([Topic("lamp", "A", (Term(TermKind.TAG, "Lamp"),))], Options(language=False, tone=False))


def filled(store: Store, now: datetime) -> None:
    """A row in every table: twelve people's posts are counted, one of them with a rare tag, and the rest is made up."""
    tags = (("Lamp", "Common"), ("Lamp", "Rare"))
    posts = [Post(f"id{n}", f"author{n}", now - HOUR, "light", tags=tags[n == 0]) for n in range(12)]
    stream = Stream("square", lag_hours=LAG_HOURS)
    record_page(store, Page(tuple(posts), "1"), stream=stream, counter=COUNTER, now=now)
    empty = [metadata.tables[one.table] for one in store.holdings() if not one.rows]
    with store._transaction(writing=True) as connection:
        for table in empty:
            connection.execute(table.insert(), {column.name: made_up(column.type, now) for column in table.columns})


def made_up(kind: TypeEngine[object], now: datetime) -> object:
    """A value that a column can hold."""
    if isinstance(kind, UtcTime):
        return now
    return {int: 1, float: 1.0, bool: True, bytes: b"x"}.get(kind.python_type, "x")


def count(store: Store, table: Table, where: object = None) -> int:
    """How many rows of a table there are, or of those that `where` chooses."""
    query = select(func.count()).select_from(table)
    rows = store._rows(query if where is None else query.where(where))  # type: ignore[arg-type]
    return int(rows[0][0])


def lasting(store: Store) -> dict[str, int]:
    """How much there is of everything that is destroyed by itself."""
    marks = count(store, seen, seen.c.mark.is_not(None))
    posts = count(store, seen, seen.c.expires_at > int((DAY_ONE + 10 * DAY).timestamp()))
    return {
        "a person's mark": marks - posts,
        "a post's mark": posts,
        "all of it": count(store, loudest),
        "the secret of a day": count(store, secret_key, secret_key.c.secret.is_not(None) & (secret_key.c.source != "")),
        "hashes that stand for names, and small cells (merged into one)": count(
            store, breakdown, breakdown.c.sealed.is_(False) | ((breakdown.c.people < 10) & (breakdown.c.cell != MERGED))
        ),
    }


def test_every_table_says_what_it_is_there_for():
    """A new table needs a purpose, and a column that says how old its rows are wherever it has one."""
    assert set(held.PURPOSES) == set(metadata.tables)
    timeless = {name for name, purpose in held.PURPOSES.items() if purpose.about is None}
    assert timeless == {"seen", "meta"}
    misplaced = {name for name, one in held.PURPOSES.items() if one.about is not None and one.about.table.name != name}
    assert misplaced == set()


def test_holdings_count_rows_and_know_the_oldest(store, now):
    """Every table is there, an empty one too, and the oldest row is told by what it is about."""
    key = {"topic": "lamp", "source": "archive", "measure": "posts", "method": "1", "bucket_hours": 1, "value": 2.0}
    with store.recording(now=now) as recording:
        recording.add([key | {"bucket": DAY_ONE + hour * HOUR} for hour in (5, 3, 4)])
        recording.unseen({b"m" * 16: now + DAY})
        recording.snooze(Snooze(None, now + DAY, "Ann", "holiday"))
    found = {one.table: one for one in store.holdings()}
    assert set(found) == set(metadata.tables)
    assert found["observation"] == Holding("observation", 3, DAY_ONE + 3 * HOUR)
    assert found["seen"] == Holding("seen", 1, None)
    assert found["snooze"] == Holding("snooze", 1, now)
    assert found["push"] == Holding("push", 0, None)


def test_the_keys_alive_tell_their_age_and_their_end(store, now):
    """The key of post ids stays; that of a day is due within 48 hours, and a destroyed one is no key."""
    with store.recording(now=now) as recording:
        recording.day_keys("archive", [DAY_ONE])
    later = now + timedelta(hours=30)
    with store.recording(now=later) as recording:
        recording.post_key()
        recording.day_keys("square", [DAY_ONE + DAY])
    seen = now + timedelta(hours=40)
    post = KeyAge("", None, timedelta(hours=10), None)
    young = KeyAge("square", DAY_ONE + DAY, timedelta(hours=10), later + timedelta(hours=47))
    old = KeyAge("archive", DAY_ONE, timedelta(hours=40), now + timedelta(hours=47))
    assert store.keys(now=seen) == (post, old, young)
    store.purge(now=now + timedelta(hours=47))
    assert store.keys(now=seen) == (post, young)


def test_purposes_name_staff_and_marks():
    """What staff write is told from what was observed, and keyed marks from counts."""
    by_purpose = {one: {name for name, p in held.PURPOSES.items() if p.held_for is one} for one in HeldFor}
    assert by_purpose[HeldFor.STAFF] == {"push", "note", "snooze", "verdict"}
    assert by_purpose[HeldFor.MARKS] == {"seen", "loudest"}
    assert all(by_purpose.values())


@pytest.mark.parametrize(
    "end", [end for purpose in held.PURPOSES.values() for end in purpose.ends], ids=lambda e: e.what
)
def test_what_ends_by_itself_ends_when_it_is_promised_to(store, end):
    """Not a second too early, so that nothing is counted twice; and gone by the first purge after that."""
    filled(store, DAY_ONE)
    delay = LAG_HOURS * HOUR if "delay" in end.since else timedelta()
    store.purge(now=DAY_ONE + delay + end.due_after - SECOND)
    assert lasting(store)[end.what] > 0
    store.purge(now=DAY_ONE + delay + end.promised)
    assert lasting(store)[end.what] == 0


def test_what_has_no_end_stays_until_it_is_wiped(store):
    """Ten years later the rest is still there: it is no use to anybody before that."""
    filled(store, DAY_ONE)
    before = {one.table: one.rows for one in store.holdings()}
    assert all(before.values())
    store.purge(now=DAY_ONE + 3653 * DAY)
    after = {one.table: one.rows for one in store.holdings()}
    assert {name for name, rows in after.items() if not rows} == {
        name for name, purpose in held.PURPOSES.items() if not purpose.stays
    }
    unended = {name for name, purpose in held.PURPOSES.items() if not purpose.ends}
    assert {name for name in unended if before[name] != after[name]} == set()
    assert store.keys(now=DAY_ONE)[0].day is None  # the key of posts
    assert count(store, secret_key) == before["secret_key"]
    assert count(store, breakdown, breakdown.c.sealed.is_(True)) == after["breakdown"] > 0

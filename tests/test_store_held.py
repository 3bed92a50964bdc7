"""What is held right now, as a stranger would find it: tables with their purpose, rows, and the keys alive."""

from datetime import UTC, datetime, timedelta

from monitor.model import DAY, HOUR, HeldFor, Holding, KeyAge, Snooze
from monitor.store import held
from monitor.store.schema import metadata

DAY_ONE = datetime(2017, 4, 1, tzinfo=UTC)


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

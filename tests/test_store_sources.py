"""What the store keeps of the sources themselves: days apart from hours, pulses, money, and its own older versions."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import create_engine, text

from monitor.model import CONTROL, DAY, HOUR, Change, Coverage, Evidence, Note, Pulse, Push, State, Status
from monitor.store import Store

DAY_ONE = datetime(2017, 4, 1, tzinfo=UTC)


def span(start: int, end: int, status: Status = Status.COMPLETE, reason: str = "") -> Coverage:
    """Coverage of hours counted from the first day's start."""
    return Coverage(DAY_ONE + start * HOUR, DAY_ONE + end * HOUR, status, reason)


def row(hour: int, value: float, *, topic: str = "lamp", bucket_hours: int = 1) -> dict[str, object]:
    """A value of `posts` in the source `square`."""
    key = {"topic": topic, "source": "square", "measure": "posts", "method": "1"}
    return key | {"bucket_hours": bucket_hours, "bucket": DAY_ONE + hour * HOUR, "value": value}


def pulse(at: datetime, status: Status, **more: object) -> Pulse:
    """How the source `square` answered."""
    return Pulse("square", at, status, 15.0, 0, **more)  # type: ignore[arg-type]


def test_days_are_covered_apart_from_hours(store, now):
    """A day whose history is known says nothing of its hours, and the other way round."""
    day = Coverage(DAY_ONE, DAY_ONE + DAY, Status.COMPLETE, bucket_hours=24)
    with store.recording(now=now) as recording:
        recording.cover("square", ["lamp"], [day, span(0, 2, Status.MISSING, "closed")])
    assert store.coverage("lamp", "square", bucket_hours=24) == (day,)
    assert store.coverage("lamp", "square") == (span(0, 2, Status.MISSING, "closed"),)
    assert store.sources("lamp", bucket_hours=24) == store.sources("lamp") == ("square",)
    assert store.known_until("lamp", "square") == DAY_ONE  # from here on nothing is known
    assert store.known_until("lamp", "square", bucket_hours=24) == DAY_ONE + DAY


def test_a_count_source_replaces_what_it_said_before(store, now):
    """A bucket that is counted anew holds the new count, also when that is nothing."""
    for value in (7.0, 9.0, 0.0):
        with store.recording(now=now) as recording:
            recording.replace([row(0, value)])
    assert [one.value for one in store.observations("lamp", "square")] == [0.0]


def test_the_volume_of_a_source_knows_its_silent_hours(store, now):
    """An hour in which the source was looked at and had nothing is a zero; others are left out."""
    with store.recording(now=now) as recording:
        recording.add([row(0, 40, topic=CONTROL), row(3, 40, topic=CONTROL)])
        recording.cover("square", [CONTROL], [span(0, 2), span(3, 4, Status.MISSING, "gone")])
        found = recording.volume("square", DAY_ONE)
    assert found == {DAY_ONE: 40.0, DAY_ONE + HOUR: 0.0}


def test_a_pulse_remembers_the_last_success(store, now):
    """A failure after a success says both; a source has one pulse."""
    with store.recording(now=now) as recording:
        recording.beat(pulse(now, Status.COMPLETE, succeeded_at=now, counted=7))
        later = now + HOUR
        recording.beat(pulse(later, Status.MISSING, reason="no answer", retry_at=later + HOUR))
    assert store.pulses() == (
        pulse(later, Status.MISSING, succeeded_at=now, reason="no answer", retry_at=later + HOUR),
    )


def test_money_is_summed_by_platform_and_month(store, now):
    """All sources of a platform spend from one purse; others do not."""
    for source, at in (("x", now), ("x:mentions", now), ("xylophone", now), ("x", now - timedelta(days=40))):
        with store.recording(now=at) as recording:
            recording.spend(source, 0.005)
            assert recording.spent(source, since=at) > 0
    assert store.spent("x", since=now - DAY) == pytest.approx(0.01)


def test_a_late_change_becomes_news_once_its_state_stands(store, now):
    """It is confirmed by an hour that ended after it was recorded, once, and only while the state is the same."""
    late = Change(now - 5 * DAY, State.STEADY, State.FADING, Evidence(), kind="halved")
    with store.recording(now=now) as recording:
        recording.add_changes("lamp", "square", [late], news_from=now - 2 * HOUR)
        assert not recording.confirm("lamp", "square", state=State.FADING, at=now - HOUR)
    with store.recording(now=now + 2 * HOUR) as recording:
        assert not recording.confirm("lamp", "square", state=State.STEADY, at=now + HOUR)
        assert recording.confirm("lamp", "square", state=State.FADING, at=now + HOUR)
        assert not recording.confirm("lamp", "square", state=State.FADING, at=now + HOUR)


_TO_3 = """
    DROP TABLE note; DROP TABLE loudest; DELETE FROM observation WHERE measure = 'busiest_few';
    UPDATE meta SET value = '3' WHERE name = 'schema'
"""
_TO_1 = """
    DROP TABLE push; DROP TABLE snooze; DROP TABLE verdict; DROP TABLE delivery; DROP TABLE outgoing;
    DROP TABLE pulse; DROP TABLE spend; ALTER TABLE change DROP COLUMN late;
    ALTER TABLE coverage RENAME TO newer;
    CREATE TABLE coverage (topic VARCHAR NOT NULL, source VARCHAR NOT NULL, bucket {time} NOT NULL,
        status VARCHAR NOT NULL, reason TEXT NOT NULL, opened_at {time} NOT NULL,
        PRIMARY KEY (topic, source, bucket));
    INSERT INTO coverage SELECT topic, source, bucket, status, reason, opened_at FROM newer;
    DROP TABLE newer; UPDATE meta SET value = '1' WHERE name = 'schema'
"""


def made_old(url: str, *, version: int) -> None:
    """Turn a store into one of an older version (1 or 3), as the Monitor of its time wrote it."""
    engine = create_engine(url)
    time = "DATETIME" if engine.dialect.name == "sqlite" else "TIMESTAMP WITH TIME ZONE"
    statements = _TO_3 if version == 3 else f"{_TO_3};{_TO_1.format(time=time)}"
    with engine.begin() as connection:
        for statement in statements.split(";"):
            connection.execute(text(statement))
    engine.dispose()


@pytest.mark.parametrize(("version", "readonly"), [(1, False), (1, True), (3, True)])
def test_a_store_of_an_older_monitor_is_brought_forward(store_url, now, version, readonly):
    """Nothing that was counted is lost, whoever opens it first."""
    first = Store.open(store_url)
    change = Change(now, State.STEADY, State.FADING, Evidence(level=3.0), kind="halved")
    with first.recording(now=now) as recording:
        recording.add([row(0, 4)])
        recording.cover("square", ["lamp"], [span(0, 3), span(3, 5, Status.MISSING, "time-out")])
        recording.add_changes("lamp", "square", [change], news_from=now)
    before = first.coverage("lamp", "square"), first.observations("lamp", "square")
    first.close()
    made_old(store_url, version=version)
    again = Store.open(store_url, readonly=readonly)
    assert (again.coverage("lamp", "square"), again.observations("lamp", "square")) == before
    assert [one.rows for one in again.holdings() if one.table == "change"] == [1]
    assert again.pulses() == ()
    assert again.notes() == ()
    with again.recording(now=now) as recording:
        recording.cover("square", ["lamp"], [Coverage(DAY_ONE, DAY_ONE + DAY, Status.COMPLETE, bucket_hours=24)])
        recording.beat(pulse(now, Status.COMPLETE))
        recording.add_push(Push(("lamp",), now, now + HOUR))
        recording.owe(1, ["team"])
        recording.add_note(Note(0, now, "it rained", "Ann"))
    assert (len(again.pushes()), len(again.notes())) == (1, 1)
    again.close()
    Store.open(store_url).close()


def test_the_newest_whole_day_stands_beside_what_is_usual(store, now):
    """Days that are not whole count neither as newest nor as usual; under a week nothing is usual."""
    days = Coverage(DAY_ONE, DAY_ONE + 10 * DAY, Status.COMPLETE, bucket_hours=24)
    today = Coverage(days.end, days.end + DAY, Status.PARTIAL, "today", bucket_hours=24)
    with store.recording(now=now) as recording:
        recording.replace([row(24 * n, 100.0 + n, bucket_hours=24) | {"measure": "views"} for n in range(11)])
        recording.cover("square", ["lamp"], [days, today])
    (daily,) = store.dailies("lamp", "square")
    assert (daily.measure, daily.day, daily.value) == ("views", DAY_ONE + 9 * DAY, 109.0)
    assert (daily.usual_low, daily.usual, daily.usual_high) == pytest.approx((100.8, 104.0, 107.2))
    (young,) = store.dailies("lamp", "square", until=DAY_ONE + 5 * DAY)
    assert (young.value, young.usual) == (104.0, None)

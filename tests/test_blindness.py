"""When even what is always busy is silent, nothing was seen."""

from datetime import UTC, datetime

from monitor.blindness import BLIND, blind_hours, outside
from monitor.model import HOUR, Coverage, Status

START = datetime(2026, 11, 1, tzinfo=UTC)


def volume(*posts: float) -> dict[datetime, float]:
    """The posts of a source in the hours from the start on."""
    return {START + n * HOUR: count for n, count in enumerate(posts)}


def span(start: int, end: int) -> Coverage:
    """Complete hours."""
    return Coverage(START + start * HOUR, START + end * HOUR, Status.COMPLETE)


def test_one_silent_hour_of_a_busy_source_is_blind():
    """Where 500 posts an hour are usual, none in an hour is no chance."""
    known = volume(*[500] * 48, 0, 0, 480)
    assert blind_hours(known, [span(46, 51)]) == {START + 48 * HOUR, START + 49 * HOUR}


def test_a_small_source_may_be_silent_for_an_hour():
    """Where two posts an hour are usual, silence must last to mean something."""
    known = volume(*[2] * 48, 0, 0, 0, 0, 0)
    assert blind_hours(known, [span(48, 53)]) == {START + n * HOUR for n in (51, 52)}


def test_a_source_that_was_never_busy_proves_nothing():
    """A probe that nobody uses cannot vouch for a zero."""
    assert blind_hours(volume(0), [span(0, 1)]) == {START}
    assert blind_hours({}, [span(0, 1)]) == frozenset()


def test_an_hour_without_a_look_at_the_source_is_not_judged():
    """Where the source as a whole was not looked at, nothing is said against the hour."""
    known = volume(*[500] * 30)
    assert blind_hours(known, [span(40, 41)]) == frozenset()


def test_blind_hours_are_called_missing():
    """The hours around them stay as they are, and days are not touched."""
    day = Coverage(START, START + 24 * HOUR, Status.COMPLETE, bucket_hours=24)
    found = outside([span(0, 3), day], frozenset({START + HOUR}))
    assert [(one.status, one.reason) for one in found] == [
        (Status.COMPLETE, ""), (Status.MISSING, BLIND), (Status.COMPLETE, ""), (Status.COMPLETE, ""),
    ]  # fmt: skip
    assert found[-1] == day

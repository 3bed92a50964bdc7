"""Filling in the past: planned and priced first, apart from the rounds, and as patient as they are."""

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest

from monitor import backfill
from monitor.errors import ConfigError, SourceError
from monitor.model import DAY, HOUR, Coverage, Observation, Page, Status
from monitor.record import Counted
from monitor.sources import Past
from monitor.store import Store
from tests.feeds import OPTIONS, START, Clock, Feed, rounds_of

NOW = START + 10 * DAY


class Archived(Feed):
    """A feed that can tell each past day at a cent, as long as it is not `broken`."""

    def past(self, start: datetime, end: datetime, *, now: datetime) -> Past:
        """A page a day."""
        days = (end - start) // DAY
        return Past(days, days * 0.01, self._days(start, days))

    def _days(self, start: datetime, days: int) -> Iterator[Page]:
        for day in (start + n * DAY for n in range(days)):
            if self.error is not None:
                raise self.error
            self.asked.append(day)
            told = tuple(Observation("lamp", self.name, "posts", day + n * HOUR, 5.0) for n in range(24))
            yield Page(cursor="p", observations=told, coverage=(Coverage(day, day + DAY, Status.COMPLETE),))


def filled(
    store: Store, feed: Archived, *, now: datetime = NOW, watch: Callable[[Counted], None] = lambda total: None
) -> Counted:
    """Fill in the three days before the feed begins."""
    past = feed.past(START - 3 * DAY, START, now=now)
    return backfill.fill_in(store, feed, past, options=OPTIONS, now=now, watch=watch)


def test_a_plan_says_what_each_source_can_and_what_it_costs():
    """Who has no past, refuses this one or has nothing whole to tell of it is named, and nobody is asked."""

    class Young(Archived):
        def past(self, start: datetime, end: datetime, *, now: datetime) -> Past:
            raise SourceError("counts the last seven days only")

    old, young, without = Archived("old"), Young("young"), Feed("without")
    plan = backfill.plan([old, young, without], START - 3 * DAY, START, now=NOW)
    assert [source.name for source, _ in plan.pasts] == ["old"]
    assert plan.dollars == pytest.approx(0.03)
    assert plan.cannot == [("young", "counts the last seven days only"), ("without", "has no past to ask for")]
    short = backfill.plan([old], START - HOUR, START, now=NOW)
    assert (short.pasts, short.cannot) == ([], [("old", "has nothing whole to tell of that time")])
    assert old.asked == []
    with pytest.raises(ConfigError):
        backfill.plan([old], START, NOW + HOUR, now=NOW)


def test_the_past_is_recorded_and_the_rounds_stay_where_they_are(opened):
    """Page by page, with a word after each; the next round goes on at the cursor of the rounds."""
    feed, totals = Archived(), list[int]()
    rounds_of(opened, feed, clock=Clock(START + HOUR)).once()
    cursor = opened.cursor("square", "")
    assert filled(opened, feed, watch=lambda total: totals.append(total.observed)).observed == 72
    assert totals == [24, 48, 72]
    assert opened.cursor("square", "") == cursor
    assert opened.coverage("lamp", "square") == (Coverage(START - 3 * DAY, START + HOUR, Status.COMPLETE),)


def test_a_wait_is_respected(opened):
    """A source that asked a round to wait is not asked for its past either, until its time has come."""
    feed = Archived()
    feed.error = SourceError("asks to wait (429)", retry_at=NOW + 2 * HOUR)
    rounds_of(opened, feed, clock=Clock(NOW)).ask(feed)
    feed.error, feed.asked = None, []
    with pytest.raises(SourceError, match="asks to wait") as told:
        filled(opened, feed, now=NOW + HOUR)
    assert told.value.retry_at == NOW + 2 * HOUR
    assert feed.asked == []
    assert filled(opened, feed, now=NOW + 2 * HOUR).observed == 72


def test_a_wait_is_remembered(opened):
    """When a backfill is told to wait the rounds wait too, what came before is kept, and no hour is called unknown."""
    feed, clock = Archived(), Clock(NOW)

    def limited(total: Counted) -> None:
        feed.error = SourceError("asks to wait (429)", retry_at=NOW + 2 * HOUR)

    with pytest.raises(SourceError):
        filled(opened, feed, watch=limited)
    assert opened.coverage("lamp", "square") == (Coverage(START - 3 * DAY, START - 2 * DAY, Status.COMPLETE),)
    feed.error, feed.asked = None, []
    rounds = rounds_of(opened, feed, clock=clock)
    assert rounds.next_at(feed) == NOW + 2 * HOUR
    assert rounds.ask(feed) is None
    assert feed.asked == []


def test_a_failure_that_asks_for_no_wait_holds_up_no_round(opened):
    """A past that breaks off says nothing about how the source answers now."""
    feed = Archived()
    feed.broken = True
    with pytest.raises(SourceError):
        filled(opened, feed)
    assert opened.pulses() == ()

"""Beside the judged topics: what is counted by the day only, and who did not answer."""

from collections.abc import Collection, Iterator
from datetime import datetime

from monitor import assess
from monitor.alerts import messages
from monitor.model import DAY, HOUR, Coverage, Observation, Page, Rest, State, Status
from monitor.store import Store
from tests.feeds import START, TOPICS, Clock, Feed, rounds_of
from tests.test_rounds_mended import Wave

NOW = START + 10 * DAY


class Daily(Feed):
    """A platform that counts a hundred views on every whole day, and a thousand on the eighth."""

    bucket_hours = 24

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """Every day up to now."""
        days = [START + n * DAY for n in range((now - START) // DAY)]
        views = [
            Observation("lamp", self.name, "views", day, 1000.0 if n == 7 else 100.0, 24) for n, day in enumerate(days)
        ]
        yield Page(
            cursor="1", observations=tuple(views), coverage=(Coverage(START, days[-1] + DAY, Status.COMPLETE, "", 24),)
        )


def looked(store: Store, *platforms: str, now: datetime = NOW) -> tuple[Rest, list[str]]:
    """What there is beside what is judged now, and what `monitor status` says."""
    views = assess.views(store, topics=TOPICS, now=now)
    rest = assess.rest(store, views, topics=TOPICS, platforms=platforms, now=now)
    return rest, list(messages.status(views, topics=TOPICS, timezone="UTC", asked=now, rest=rest))


def test_only_platforms_of_the_config_are_called_silent(opened):
    """Who was taken out of the config is not missed."""
    feed = Feed("square:one.example")
    feed.broken = True
    rounds_of(opened, feed, clock=Clock(NOW)).once()
    rest, said = looked(opened, "square")
    assert [pulse.source for pulse in rest.silent] == ["square:one.example"]
    assert "square (one.example) gives no numbers: the platform did not answer." in said
    assert looked(opened, "archive")[0] == Rest()


def test_who_is_silent_now_is_not_said_of_the_past(opened):
    """`status --at` speaks of then, and what a source said since was not known."""
    feed = Feed()
    rounds = rounds_of(opened, feed, clock=(clock := Clock(NOW)))
    rounds.once()
    feed.broken = True
    clock.now += HOUR
    rounds.once()
    assert looked(opened, "square", now=clock.now)[0].silent
    assert not looked(opened, "square", now=NOW)[0].silent


def test_a_topic_counted_by_the_day_is_shown_before_it_is_judged(opened):
    """Its newest whole day stands beside what is usual, and nobody says that nothing is known."""
    rounds_of(opened, Daily("pages"), clock=Clock(START + 8 * DAY)).once()
    assert looked(opened, "pages", now=START + 8 * DAY)[1] == [
        "Topic 1: counted by the day only, which shows a change days later than hours would.",
        "  pages, page views by the day: 1,000 on Sat 8 Apr (UTC); more than usual (100 to 100)",
    ]


def test_days_stand_beside_the_hours_of_a_topic(opened):
    """A topic judged by the hour in one source shows the days of another under it, without a usual in a first week."""
    rounds_of(opened, Feed(), Daily("pages"), clock=Clock(START + 3 * DAY)).once()
    said = looked(opened, "square", "pages", now=START + 3 * DAY)[1]
    [beside] = [line for line in said if line.startswith("  Beside it: ")]
    assert beside.endswith("on Mon 3 Apr (UTC); what is usual is not known yet")
    assert not [line for line in said if "by the day only" in line]


def news_of(store: Store, name: str, following: Collection[str]) -> tuple[list[str], list[State]]:
    """What is told and owed when a source has ten days of hours and is asked no more for six hours."""
    rounds_of(store, Feed(name), clock=Clock(NOW)).ask(Feed(name))
    told = list[str]()
    for hour in range(7):
        at = NOW + hour * HOUR
        told += assess.assess_round(store, topics=TOPICS, now=at, channels=["team"], following=following)
    return told, [due.told.change.to for due in store.waiting("team", now=NOW + 7 * HOUR).due]


def test_the_silence_of_what_is_followed_is_news(opened):
    """A live source among the names is told of and owed to the channels when it falls silent."""
    told, owed = news_of(opened, "square", {"square"})
    assert told[-1].endswith("→ no data")
    assert owed == [State.NO_DATA]


def test_what_is_not_followed_is_never_news(opened):
    """Where it was switched off, its state is stored and nobody is told."""
    assert news_of(opened, "square", {"other"}) == ([], [])
    assert opened.standing() == {("lamp", "square"): State.NO_DATA}


def test_an_archive_is_news_though_nobody_follows_it(opened):
    """What was imported goes on by no schedule: what changes in it is told as before."""
    feed, told = Wave("archive:old"), list[str]()
    for hour in range(240, 300):
        at = START + hour * HOUR
        rounds_of(opened, feed, clock=Clock(at)).ask(feed)
        told += assess.assess_round(opened, topics=TOPICS, now=at, following=set())
    assert [line for line in told if "on archive:old" in line and line.endswith("→ fading")]

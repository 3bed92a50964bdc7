"""An invented platform in memory that behaves, breaks, floods, goes blind and is slow on demand; and rounds of it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

from monitor.counting import Options
from monitor.errors import SourceError
from monitor.model import HOUR, Coverage, Page, Post, Price, Status, Term, TermKind, Topic
from monitor.rounds import Following, Rounds
from monitor.store import Store

START = datetime(2017, 4, 1, tzinfo=UTC)
OPTIONS = Options(language=False, tone=False)
TOPICS = (Topic("lamp", "Topic 1", (Term(TermKind.TAG, "Lamp"),)),)


class Feed:
    """A source with twenty posts an hour; while `error` is set it does not answer with anything else.

    With `volume` it tells how busy it is as a whole; while `blind` it answers well, and has nothing.
    """

    method, lag_hours, every_minutes, bucket_hours = "1", 0, 60.0, 1
    price: Price | None = None

    def __init__(self, name: str = "square", *, topics: Sequence[Topic] = TOPICS, volume: int | None = None) -> None:
        self.name, self.topics, self.volume = name, tuple(topics), volume
        self.error: Exception | None = None
        self.flood = self.blind = False
        self.asked: list[datetime] = []

    @property
    def broken(self) -> bool:
        """Whether it does not answer."""
        return self.error is not None

    @broken.setter
    def broken(self, value: bool) -> None:
        self.error = SourceError("the platform did not answer") if value else None

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """A page an hour, from the cursor to now."""
        self.asked.append(now)
        if self.error is not None:
            raise self.error
        hour = datetime.fromisoformat(cursor) if cursor else START
        while hour + HOUR <= now:
            posts = () if self.blind else self.posts(hour)
            volume = None if self.volume is None else {} if self.blind else {hour: self.volume}
            hour += HOUR
            covered = (Coverage(hour - HOUR, hour, Status.COMPLETE),)
            yield Page(posts, hour.isoformat(), coverage=covered, volume=volume)

    def posts(self, hour: datetime) -> tuple[Post, ...]:
        """The posts of an hour."""
        authors = [f"a{n}" for n in range(20)] + ["loud"] * (80 if self.flood else 0)
        at = hour + timedelta(minutes=5)
        return tuple(Post(f"{hour} {n}", author, at, "#lamp") for n, author in enumerate(authors))


def posts_of(hour: datetime, count: int) -> tuple[Post, ...]:
    """So many posts in an hour, each by somebody else."""
    return tuple(Post(f"{hour} {n}", f"a{n}", hour + timedelta(minutes=5), "#lamp") for n in range(count))


class Clock:
    """A clock that is set by hand."""

    def __init__(self, now: datetime = START + 10 * HOUR) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The time that was set."""
        return self.now


def rounds_of(store: Store, *feeds: Feed, clock: Clock, told: Callable[[str], None] = lambda line: None) -> Rounds:
    """Rounds of invented feeds."""
    return Rounds(store, Following(TOPICS, feeds, OPTIONS), clock=clock, told=told)

"""R8: a good API citizen. A time to wait is kept to the second, and a month's money is never overspent."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import stamina

from monitor import web
from monitor.counting import Options
from monitor.model import HOUR, Coverage, Observation, Page, Price, Status
from monitor.rounds import Following, Rounds
from monitor.store import Store

from .figure import Figure
from .loopback import Reply, serving
from .square import TOPICS, SquareSource, hour_of

START = datetime(2026, 1, 5, tzinfo=UTC)
_CENT = 0.01


@dataclass
class Gate:
    """A platform that is asked too often: it says until when to wait, in both ways there are, and notes who is early.

    Its clock is up to four minutes beside ours.
    """

    chance: random.Random
    now: datetime = START
    limits: int = 0
    early: int = 0
    asked: int = 0
    _skew: timedelta = timedelta()
    _until: datetime = START

    def answer(self, _: str) -> Reply:
        """Another time to wait; whether the last one was kept is noted first."""
        self.asked += 1
        self.early += self.now < self._until
        self.limits += 1
        self._skew = timedelta(seconds=self.chance.randint(-240, 240))
        seconds = self.chance.choice((1, 30, 60, 299, 900, 3600))
        theirs = self.now + self._skew
        told = str(seconds)
        if self.chance.random() < 0.5:
            told = format_datetime(theirs + timedelta(seconds=seconds), usegmt=True)
        self._until = self.now + timedelta(seconds=seconds)
        return Reply(b"", 429, {"Date": format_datetime(theirs, usegmt=True), "Retry-After": told})


def patience(*, limits: int = 1000) -> Figure:
    """Rounds come however often, in processes that are started again and again: not one request is early."""
    chance = random.Random(8)
    gate = Gate(chance)
    with _store() as store, serving(gate.answer) as address, stamina.set_testing(True, attempts=3):
        source = SquareSource(address, START)
        rounds = 0
        while gate.limits < limits:
            again = Rounds(store, Following(TOPICS, [source], Options(False, False)), lambda: gate.now)
            again.ask(source)
            rounds += 1
            due = again.next_at(source)  # to the second before and the second of it, or at any time
            steps = (due - timedelta(seconds=1), due, gate.now + timedelta(seconds=chance.randint(1, 900)))
            gate.now = max(chance.choice(steps), gate.now + timedelta(seconds=1))
        source.close()
    said = f"{gate.early} early requests after {gate.limits:,} × 429, in {rounds:,} rounds"
    return Figure("R8 a time to wait is kept", gate.early == 0 and gate.asked == gate.limits, said)


@dataclass
class Till:
    """A platform that takes a cent a request and notes what each month cost; every third request fails."""

    now: datetime = START
    cents: dict[str, int] = field(default_factory=dict)

    def answer(self, _: str) -> Reply:
        """A number for a cent."""
        month = f"{self.now:%Y-%m}"
        self.cents[month] = self.cents.get(month, 0) + 1
        date = {"Date": format_datetime(self.now, usegmt=True)}
        return Reply(b"7", 503 if self.cents[month] % 3 == 0 else 200, date)


class Paid:
    """A count source at a cent a request; the price is written down before the platform is asked."""

    method, lag_hours, bucket_hours, every_minutes = "1", 0, 1, 60.0
    topics = TOPICS

    def __init__(self, name: str, address: str, cap: float) -> None:
        self.name, self._address, self.price = name, address, Price(_CENT, cap)
        self._session = web.session(web.Manners(allow_private=True))

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """The last hour."""
        yield Page(cursor=cursor or "", dollars=_CENT)
        value = float(web.fetch(self._session, self._address, now=now, attempts=1).json())
        hour = hour_of(now) - HOUR
        seen = (Observation("lanterns", self.name, "posts", hour, value),)
        yield Page(cursor="1", observations=seen, coverage=(Coverage(hour, hour + HOUR, Status.COMPLETE),))


def thrift(*, days: int = 90, cap: float = 2.0) -> Figure:
    """Two sources that share one budget, asked as often as `collect --all` can be called: no month costs more."""
    till, rounds = Till(), 0
    with _store() as store, serving(till.answer) as address:
        built = [Paid("paid", address, cap), Paid("paid:more", address, cap)]
        made = Rounds(store, Following(TOPICS, built, Options(False, False)), lambda: till.now)
        end = START + timedelta(days=days)
        while till.now < end:
            eager = till.now.day < 8  # in the first week by hand, then at the pace that is kept
            for source in built:
                if eager or made.next_at(source) <= till.now:
                    made.ask(source)
                    rounds += 1
            till.now += 3 * HOUR
    most = max(till.cents.values())
    said = (
        f"${most / 100:.2f} in the dearest of {len(till.cents)} months, with a budget of ${cap:.2f} ({rounds} rounds)"
    )
    return Figure("R8 a budget is never overrun", most <= round(cap * 100) and most > 0, said)


@contextmanager
def _store() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(f"sqlite:///{folder}/monitor.db")
        try:
            yield store
        finally:
            store.close()


def run(*, limits: int = 1000, days: int = 90) -> list[Figure]:
    """The figures of R8."""
    return [patience(limits=limits), thrift(days=days)]

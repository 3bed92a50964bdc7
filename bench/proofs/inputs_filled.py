"""A store in which every table is filled, by people who write under a tag, and by staff; each of them is invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import numpy as np

from monitor.assess import assess_round
from monitor.counting import Options
from monitor.errors import SendingError
from monitor.model import (
    DAY,
    HOUR,
    Campaign,
    Channel,
    Coverage,
    Letter,
    Note,
    Page,
    Planning,
    Post,
    Price,
    Pulse,
    Push,
    PushState,
    Snooze,
    Status,
    Term,
    TermKind,
    Topic,
)
from monitor.notify import Notifier, Send
from monitor.planning import Planner
from monitor.record import Counter, Stream, record_page
from monitor.store import Store
from tests.waves import wave

KEY, SOURCE, CHANNEL, STREAM = "lamp", "bluesky", "team", "feed-a"
MARK = "zqmarked"  # in every word that posts bring and no cell of ten people may show
TAGS, LANGUAGES, SITES = ("Harbour", "Night"), ("en", "ru"), ("news.example.org", "harbour.example")
OWNER, SAID = "Amina", "Ask the helpline first"
SMALLEST = 1_500  # posts: with fewer, nothing is judged
_TOPIC = Topic(KEY, "Lamp", (Term(TermKind.TAG, "Lantern"),))
_START = datetime(2026, 1, 5, tzinfo=UTC)
_DAYS, _PEOPLE = 40, 60


def fill(folder: Path, posts: int) -> Store:
    """A store with some so many posts of a wave counted in it, judged while it fades, told, and worked with."""
    store = Store.open(f"sqlite:///{folder / 'monitor.db'}")
    _counted(store, posts)
    planner = Planner(store, [_TOPIC], "UTC", Planning())
    campaign, channel = Campaign("Invented", "Campaign A", "UTC", ("en",), ()), Channel(CHANNEL, "en", "UTC")
    teller = Notifier(planner, campaign, [channel], None, _unsteady(), lambda line: None)
    for day in range(31, _DAYS):
        now = _START + day * DAY + 3 * HOUR
        assess_round(store, topics=[_TOPIC], now=now, channels=[CHANNEL])
        for minutes in (0, 11, 40):
            teller.run(now=now + timedelta(minutes=minutes))
    _staff(store, _START + _DAYS * DAY)
    store.purge(now=_START + (_DAYS + 0.5) * DAY)
    return store


def _counted(store: Store, posts: int) -> None:
    """Page by page, a day each, as a source gives them; a night was not seen."""
    counter = Counter.of([_TOPIC], Options(language=True, tone=True))
    level = wave(days=_DAYS, peak_day=30, times=8)
    rate, numbers, chance = level * posts / level.sum(), count(), np.random.default_rng(7)
    for day in range(_DAYS):
        start, hours = _START + day * DAY, rate[day * 24 : day * 24 + 24]
        drawn = enumerate(chance.poisson(hours))
        found = [post for hour, many in drawn for post in _posts(many, start + hour * HOUR, numbers)]
        seen = Coverage(start, start + DAY, Status.COMPLETE)
        night = Coverage(start, start + 5 * HOUR, Status.MISSING, "did not answer in time")
        covered = (night, Coverage(night.end, seen.end, Status.COMPLETE)) if day == 20 else (seen,)
        stream = Stream(SOURCE, name=STREAM, price=Price(0.01, 5.0))
        record_page(store, Page(tuple(found), str(day), coverage=covered), stream=stream, counter=counter, now=seen.end)


def _posts(many: int, hour: datetime, numbers: Iterator[int]) -> Iterator[Post]:
    """Posts by some of the people, each with an id, a handle, a text, a tag and a site of its own beside others."""
    for _ in range(many):
        number = next(numbers)
        person = f"{MARK}person{number % _PEOPLE}"
        yield Post(
            f"{MARK}post{number}",
            person,
            hour + timedelta(minutes=number % 60),
            f"{person} wrote a lovely word {number} #Lantern",
            tags=("Lantern", TAGS[number % 2], f"{MARK}tag{number}"),
            links=(f"https://{SITES[number % 2]}/{person}", f"https://{MARK}{number}.example/{person}"),
            language=LANGUAGES[number % 2],
        )


def _unsteady() -> Send:
    """A mail server that fails at first, and then not."""
    tries = count()

    def send(channel: str, letter: Letter, message_id: str) -> str:
        if next(tries) == 0:
            raise SendingError("the mail server does not answer (TimeoutError)")
        return ""

    return send


def _staff(store: Store, now: datetime) -> None:
    """What staff do and write, and what a source costs and answers."""
    window = (now + DAY, now + DAY + 3 * HOUR)
    written = Push((KEY,), *window, PushState.PLANNED, owner=OWNER, hook=SAID, draft=SAID, reason=SAID)
    change = store.changes(since=_START)[0]
    with store.recording(now=now) as recording:
        recording.judge_warning(change.number, useful=True, by=OWNER)
        recording.add_push(replace(written, latest=now + 2 * DAY, went_out_at=now, change=change.number))
        recording.add_note(Note(0, now, SAID, OWNER, KEY))
        recording.snooze(Snooze(KEY, now + DAY, OWNER, SAID))
        recording.spend(SOURCE, 0.5)
        recording.beat(Pulse(SOURCE, now, Status.PARTIAL, 15.0, 1, now - HOUR, now + HOUR, "did not answer in time"))
        recording.feed_secret("c" * 43)
        recording.end_round()

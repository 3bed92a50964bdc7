"""R4: a warning arrives at least once. R5: warnings do not nag."""

from __future__ import annotations

import os
import random
import signal
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import numpy as np

from monitor import channels
from monitor.alerts.rules import Grade, grade
from monitor.judge import judge
from monitor.model import DAY, HOUR, Campaign, Change, Channel, Evidence, Letter, Planning, Series, State, Topic
from monitor.notify import Notifier, Send
from monitor.planning import Planner
from monitor.store import Store
from tests.mail import Inbox, free_port, mail_server

from .figure import Figure, progress

START = datetime(2026, 1, 5, 12, tzinfo=UTC)
CAMPAIGN = Campaign("Invented", "Campaign A", "UTC", ("en",), ())
TEAM = Channel("team", "en", "UTC")
_YEARS, _QUARTER_H = 10, 91 * 24
_LEVELS = (3.0, 40.0, 400.0)


def run(*, kills: int = 200, levels: tuple[float, ...] = _LEVELS) -> list[Figure]:
    """The figures of R4 and R5."""
    with tempfile.TemporaryDirectory() as folder:
        return [killed(Path(folder), kills), down(Path(folder)), *(noise(level) for level in levels), together()]


def killed(folder: Path, kills: int) -> Figure:
    """Kill who sends, half the times between send and mark, half at any moment: what arrived, and how often."""
    url, inbox, chance = f"sqlite:///{folder}/killed.db", Inbox(), random.Random(4)
    with mail_server(inbox) as port:
        address = _address(port)
        for number in range(kills):
            at = START + number * DAY
            _owe(url, topic=f"topic-{number}", at=at)
            _die(url, address, at + 11 * HOUR / 60, after_seconds=None if number % 2 else chance.uniform(0, 0.15))
            _tell(url, partial(_send, address), at + HOUR)
            if number % 50 == 49:
                progress(f"R4: {number + 1} kills")
        for hours in (2, 3):
            _tell(url, partial(_send, address), START + kills * DAY + hours * HOUR)
    ids = Counter(str(mail["Message-ID"]) for mail in inbox.mails)
    text = "".join(_text(inbox, number) for number in range(len(inbox.mails)))
    lost = sum(f"topic-{number}:" not in text for number in range(kills))
    most = max(ids.values(), default=0)
    said = (
        f"{lost} lost of {kills}, each killed once on its way; {ids.total() - len(ids)} arrived twice, none more often"
    )
    return Figure("R4 a warning arrives at least once", lost == 0 and most <= 2 and len(ids) == kills, said)


def down(folder: Path) -> Figure:
    """A mail server that is down for six hours: the warning arrives after, once."""
    url, inbox, port = f"sqlite:///{folder}/down.db", Inbox(), free_port()
    _owe(url, topic="topic-0", at=START)
    for minute in range(10, 370):
        _tell(url, partial(_send, _address(port)), START + timedelta(minutes=minute))
    early = len(inbox.mails)
    with mail_server(inbox, port=port):
        for minute in range(370, 410):
            _tell(url, partial(_send, _address(port)), START + timedelta(minutes=minute))
    said = f"{early} before, {len(inbox.mails)} within 40 minutes after the server came back"
    return Figure("R4 a mail server down for 6 hours", early == 0 and len(inbox.mails) == 1, said)


def noise(level: float, *, years: int = _YEARS) -> Figure:
    """Years in which nothing happens: the most false warnings in any quarter of a year, and all of them."""
    hours = np.arange(years * 365 * 24)
    rhythm = (1 + 0.7 * np.sin((hours % 24 - 9) / 24 * 2 * np.pi)) * np.where((hours // 24) % 7 >= 5, 0.75, 1.1)
    mean = np.maximum(level / 24 * rhythm, 1e-9)
    rng = np.random.default_rng(round(level))
    posts = rng.poisson(rng.gamma(8.0, mean / 8.0)).astype(float)
    judged, _ = judge(Series("quiet", f"level-{level:g}", "posts", START, posts, np.ones(len(posts), dtype=bool)))
    false = [one.at for one in judged.changes if grade(one) is Grade.FADE]
    quarters = Counter((at - START) // (_QUARTER_H * HOUR) for at in false)
    most = max(quarters.values(), default=0)
    said = f"{len(false)} false warnings in {years} years at {level:g} posts a day, at most {most} in a quarter"
    return Figure("R5 warnings do not nag", most <= 1, said)


def together(topics: int = 100) -> Figure:
    """All topics lose their data, or fade, in one round: how many messages that is."""
    counts = []
    for state in (State.NO_DATA, State.FADING):
        letters: list[Letter] = []
        with tempfile.TemporaryDirectory() as folder:
            url = f"sqlite:///{folder}/together.db"
            for number in range(topics):
                _owe(url, topic=f"topic-{number}", at=START, to=state)
            for minute in range(0, 12 * 60, 10):
                _tell(url, partial(_keep, letters), START + timedelta(minutes=minute))
        counts.append(len(letters))
    said = f"{counts[0]} message where {topics} topics lose their source, {counts[1]} where they fade together"
    return Figure("R5 one message for all", counts == [1, 1], said)


def _keep(letters: list[Letter], _channel: str, letter: Letter, _message_id: str) -> str:
    letters.append(letter)
    return ""


def _owe(url: str, *, topic: str, at: datetime, to: State = State.FADING) -> None:
    store = Store.open(url)
    change = Change(at, State.STEADY, to, Evidence(level=38.0, share_of_peak=0.1), "halved")
    with store.recording(now=at) as recording:
        for told in recording.add_changes(topic, "square", [change], news_from=at):
            recording.owe(told.number, [TEAM.name])
    store.close()


def _tell(url: str, send: Send, now: datetime) -> None:
    store = Store.open(url)
    topics = [Topic(f"topic-{number}", f"topic-{number}", ()) for number in range(1000)]
    Notifier(Planner(store, topics, "UTC", Planning()), CAMPAIGN, [TEAM], None, send).run(now=now)
    store.close()


def _die(url: str, address: str, now: datetime, *, after_seconds: float | None) -> None:
    """Tell in a process that is killed: after so many seconds, or (None) right after its first mail was taken."""

    def send(channel: str, letter: Letter, message_id: str) -> str:
        note = _send(address, channel, letter, message_id)
        if after_seconds is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return note

    child = os.fork()
    if child == 0:
        try:
            _tell(url, send, now)
        finally:
            os._exit(0)
    if after_seconds is not None:
        time.sleep(after_seconds)
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _send(address: str, channel: str, letter: Letter, message_id: str) -> str:
    return channels.send(channel, letter, message_id, environ={channels.variable(channel): address})


def _address(port: int) -> str:
    return f"mailto://127.0.0.1:{port}?from=watch@example.org&to=team@example.org&mode=insecure"


def _text(inbox: Inbox, number: int) -> str:
    body = inbox.mails[number].get_body(("plain",))
    return str(body.get_content()) if body else ""

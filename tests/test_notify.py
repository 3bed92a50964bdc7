"""From what is stored to what people read: at least once, never twice unless a crash fell between, not at night."""

import subprocess
import sys
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from monitor import assess, channels
from monitor.errors import ConfigError, SendingError
from monitor.model import (
    CONTROL,
    DAY,
    HOUR,
    Campaign,
    Change,
    Channel,
    Coverage,
    Evidence,
    Letter,
    Planning,
    Pulse,
    Snooze,
    State,
    Status,
    Term,
    TermKind,
    Topic,
)
from monitor.notify import Notifier
from monitor.planning import Planner
from monitor.store import Store
from tests.mail import Inbox, free_port, mail_server

NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)  # a Wednesday
SECRET_TERM = "closethecamps"
TOPIC = Topic("lamp", "Lamp", (Term(TermKind.TAG, SECRET_TERM),))
CAMPAIGN = Campaign("The real name", "Campaign A", "Europe/Berlin", ("en",), ())
EVIDENCE = Evidence(
    level=38.0, usual=12.0, usual_low=8.0, usual_high=17.0, peak=400.0, share_of_peak=0.1, certainty=0.9
)


class Post:
    """Takes letters and keeps them; `broken` says why it does not, `note` whom it does not reach."""

    def __init__(self) -> None:
        self.letters: list[tuple[str, Letter, str]] = []
        self.broken = self.note = ""
        self.tries = 0

    def __call__(self, channel: str, letter: Letter, message_id: str) -> str:
        """Take a letter."""
        self.tries += 1
        if self.broken:
            raise SendingError(self.broken)
        self.letters.append((channel, letter, message_id))
        return self.note

    @property
    def texts(self) -> list[str]:
        """What the letters say."""
        return [letter.text for _, letter, _ in self.letters]


def notifier(store: Store, post, *, told=None, **more) -> Notifier:
    """A notifier with one English channel in Berlin, unless others are given."""
    planner = Planner(store, more.get("topics", [TOPIC]), "Europe/Berlin", Planning())
    names = more.get("channels", [Channel("team", "en", "Europe/Berlin")])
    return Notifier(planner, CAMPAIGN, names, more.get("digest"), post, told or (lambda line: None))


def record(store: Store, to: State, *, before=State.STEADY, at=NOW, channels=("team",), **more) -> None:
    """Store a change as an assessment would, owed to the channels in the same transaction."""
    topic, kind = more.get("topic", "lamp"), "halved" if to is State.FADING else None
    change = Change(at, before, to, EVIDENCE, kind, resumed=more.get("resumed", False))
    with store.recording(now=at) as recording:
        for told in recording.add_changes(topic, "square", [change], news_from=at):
            recording.owe(told.number, channels)


def minutes(count: float) -> datetime:
    """So many minutes after noon."""
    return NOW + timedelta(minutes=count)


def test_a_fade_is_told_once(store):
    """A warning goes out after the round's ten minutes, on each channel in its language, and never again."""
    post = Post()
    both = [Channel("team", "en", "Europe/Berlin"), Channel("отряд", "ru", "Europe/Berlin")]
    teller = notifier(store, post, channels=both)
    record(store, State.FADING, channels=["team", "отряд"])
    for minute in (1, 11, 12, 60, 600):
        teller.run(now=minutes(minute))
    [(_, english, first), (_, russian, second)] = post.letters
    assert english.subject == "Campaign A: Lamp is fading"
    assert "attention fell to 10% of its peak" in english.text
    assert "угасает" in russian.subject
    assert first != second


def test_a_letter_gives_nothing_away(store):
    """Subject, text and HTML hold aliases only: no term, no name of the campaign, no address of anything."""
    post = Post()
    record(store, State.FADING)
    notifier(store, post).run(now=minutes(11))
    [(_, letter, _)] = post.letters
    everything = f"{letter.subject} {letter.text} {letter.html}".casefold()
    for hidden in (SECRET_TERM, "real name", "http", "src=", "<img", "url("):
        assert hidden not in everything


def test_what_fails_is_kept_and_tried_again(store):
    """A channel that is down for six hours gets its warning after; what is wrong is told once."""
    post, told = Post(), list[str]()
    post.broken = "the mail server does not answer"
    teller = notifier(store, post, told=told.append)
    record(store, State.FADING)
    for minute in range(360):
        teller.run(now=minutes(minute))
    assert 10 <= post.tries <= 25  # after 1, 2, 4 … minutes, then every half hour
    post.broken = ""
    for minute in range(360, 400):
        teller.run(now=minutes(minute))
    assert len(post.letters) == 1
    assert [line for line in told if "not sent" in line] == [
        "team: a message is not sent yet (the mail server does not answer); it is kept and tried again"
    ]
    assert told[-1] == "team: messages go out again"


def test_nobody_is_woken(store):
    """In the quiet hours of a channel's own zone nothing goes out; after them everything does, in one message."""
    post = Post()
    tokyo = Channel("team", "en", "Asia/Tokyo", (time(21), time(8)))
    teller = notifier(store, post, channels=[tokyo])
    record(store, State.FADING)  # 21:00 in Tokyo
    record(store, State.RECOVERING, before=State.FADING, at=minutes(300))
    for hour in range(11):
        teller.run(now=minutes(60 * hour + 15))
        assert not post.letters
    teller.run(now=minutes(60 * 11 + 15))  # 08:15 in Tokyo
    assert len(post.letters) == 1
    assert "began to fade" in post.texts[0]


def test_a_snooze_delays_and_loses_nothing(store):
    """While a topic is snoozed nothing is sent of it; the warning comes when the snooze ends."""
    post = Post()
    teller = notifier(store, post)
    with store.recording(now=NOW) as recording:
        recording.snooze(Snooze("lamp", minutes(120), "Ann", "push under way"))
    record(store, State.FADING)
    teller.run(now=minutes(60))
    assert not post.letters
    teller.run(now=minutes(121))
    assert len(post.letters) == 1


def test_a_blind_source_is_told_in_one_line_for_all_its_topics(store):
    """Two topics that a source leaves unknown are one line, which says that silence is no fading interest."""
    post = Post()
    names = Topic("names", "Names", ())
    teller = notifier(store, post, topics=[TOPIC, names])
    record(store, State.NO_DATA)
    record(store, State.NO_DATA, topic="names")
    teller.run(now=minutes(61))
    [(_, letter, _)] = post.letters
    assert letter.subject == "Campaign A: no data from square"
    assert "nothing is known there of Lamp, Names. That is no fading interest" in letter.text


def test_two_notifiers_send_once(store):
    """What one has claimed, another leaves alone, unless the first has died: then it goes out under the same id."""
    post, other = Post(), Post()
    record(store, State.FADING)

    class Died(Exception):
        """Stands for a process that is gone."""

    def dies(channel: str, letter: Letter, message_id: str) -> str:
        post(channel, letter, message_id)
        raise Died

    with pytest.raises(Died):
        notifier(store, dies).run(now=minutes(11))
    second = notifier(store, other)
    second.run(now=minutes(12))
    assert not other.letters
    second.run(now=minutes(17))
    assert [one[2] for one in other.letters] == [one[2] for one in post.letters]


def test_a_digest_comes_once_a_week(store):
    """On its day and time, once, in the channel's zone; a machine that was off sends it up to two days late."""
    post = Post()
    teller = notifier(store, post, digest=(0, time(9)))
    with store.recording(now=NOW) as recording:
        recording.cover("square", ["lamp"], [])
    record(store, State.FADING, channels=[])
    monday = datetime(2026, 11, 23, 8, tzinfo=UTC)  # nine in Berlin
    for hours in (-100, -1, 0, 1, 30, 100):
        teller.run(now=monday + timedelta(hours=hours))
    assert not post.letters  # nothing was ever looked for: there is no week to tell
    with store.recording(now=NOW) as recording:
        recording.cover("square", ["lamp"], [Coverage(NOW - 20 * HOUR, NOW, Status.COMPLETE)])
    for hours in (-1, 0, 1, 30, 100):
        teller.run(now=monday + timedelta(hours=hours))
    assert [letter.subject for _, letter, _ in post.letters] == ["Campaign A: the week to 23 Nov"]
    assert "Lamp (square) steady → fading" in post.texts[0]


def test_a_digest_of_views_that_are_judged_already_is_the_same(store):
    """Who has the views hands them in, and they are not judged again."""
    at = NOW - timedelta(minutes=NOW.minute)
    with store.recording(now=at) as recording:
        recording.cover("square", ["lamp"], [Coverage(at - 400 * HOUR, at, Status.COMPLETE)])
    teller = notifier(store, Post())
    judged = assess.views(store, topics=teller.planner.topics, now=at)
    whole = teller.weekly(teller.channels[0], now=at)
    assert teller.weekly(teller.channels[0], now=at, views=judged) == whole
    assert teller.weekly(teller.channels[0], now=at, views=()) != whole


KILLED = """
import os, sys
from datetime import datetime
from monitor import assess, channels
from monitor.store import Store
from tests.test_notify import notifier
url, address, now = sys.argv[1], sys.argv[2], datetime.fromisoformat(sys.argv[3])
def send(channel, letter, message_id):
    channels.send(channel, letter, message_id, environ={"MONITOR_CHANNEL_TEAM": address})
    os.kill(os.getpid(), 9)
notifier(Store.open(url), send).run(now=now)
"""


def test_killed_between_send_and_mark(tmp_path):
    """Killed after the mail server took the mail: it goes out once more under the same id, and then never again."""
    inbox, url = Inbox(), f"sqlite:///{tmp_path}/monitor.db"
    store = Store.open(url)
    record(store, State.FADING)
    with mail_server(inbox) as port:
        address = f"mailto://127.0.0.1:{port}?from=watch@example.org&to=ann@example.org&mode=insecure"
        command = [sys.executable, "-c", KILLED, url, address, minutes(11).isoformat()]
        killed = subprocess.run(command, check=False, cwd=Path(__file__).parent.parent, capture_output=True)
        assert killed.returncode == -9, killed.stderr.decode()

        def send(channel: str, letter: Letter, message_id: str) -> str:
            return channels.send(channel, letter, message_id, environ={"MONITOR_CHANNEL_TEAM": address})

        for minute in (12, 17, 18, 30):
            notifier(store, send).run(now=minutes(minute))
    store.close()
    assert len(inbox.mails) == 2
    assert len({mail["Message-ID"] for mail in inbox.mails}) == 1


def test_nobody_listens_at_first(tmp_path):
    """A mail server that comes up later gets what was owed before."""
    inbox, port = Inbox(), free_port()
    store = Store.open(f"sqlite:///{tmp_path}/monitor.db")
    record(store, State.FADING)
    address = f"mailto://127.0.0.1:{port}?from=watch@example.org&to=ann@example.org&mode=insecure"

    def send(channel: str, letter: Letter, message_id: str) -> str:
        return channels.send(channel, letter, message_id, environ={"MONITOR_CHANNEL_TEAM": address})

    teller = notifier(store, send)
    teller.run(now=minutes(11))
    with mail_server(inbox, port=port):
        teller.run(now=minutes(13))
    store.close()
    assert len(inbox.mails) == 1


def test_a_calendar_that_cannot_be_read_keeps_no_warning_back(store, monkeypatch):
    """Whatever stands against a proposal is told once; the warning goes out all the same."""
    post, told = Post(), list[str]()
    teller = notifier(store, post, told=told.append)

    def broken(self: Planner, *, now: datetime) -> tuple[()]:
        raise ConfigError("dates.ics cannot be read")

    monkeypatch.setattr(Planner, "open_proposals", broken)
    record(store, State.FADING)
    for minute in (1, 11, 12):
        teller.run(now=minutes(minute))
    assert len(post.letters) == 1
    assert told == ["no push can be proposed: dates.ics cannot be read"]


def test_a_clock_that_was_ahead_holds_nothing(store):
    """What was stored by a clock a month ahead goes out when it is set right, also what waited for a retry."""
    post, ahead = Post(), NOW + timedelta(days=30)
    post.broken = "down"
    record(store, State.FADING, at=ahead)
    notifier(store, post).run(now=ahead + timedelta(minutes=11))
    post.broken = ""
    notifier(store, post).run(now=NOW)
    assert len(post.letters) == 1
    later = Post()
    record(store, State.STEADY, before=State.FADING, at=ahead + timedelta(hours=1))
    notifier(store, later).run(now=NOW + timedelta(days=1))
    assert len(later.letters) == 1


def test_after_days_without_mail_one_message_tells_all(store):
    """What could not be sent for two weeks comes in one warning and one digest, not one for each day and week."""
    post = Post()
    post.broken = "down"
    teller = notifier(store, post, digest=(0, time(9)), topics=[Topic(f"t{n}", f"T{n}", ()) for n in range(12)])
    with store.recording(now=NOW) as recording:
        recording.cover("square", ["t0"], [Coverage(NOW - 20 * HOUR, NOW, Status.COMPLETE)])
    for day in range(12):
        at = NOW + timedelta(days=day)
        record(store, State.FADING, topic=f"t{day}", at=at)
        for hour in range(0, 24, 4):
            teller.run(now=at + timedelta(hours=hour, minutes=11))
    post.broken = ""
    teller.run(now=NOW + timedelta(days=12, hours=1))
    subjects = sorted(letter.subject for _, letter, _ in post.letters)
    assert subjects == ["Campaign A: 12 topics are fading", "Campaign A: the week to 30 Nov"]


def test_who_was_refused_is_told(store):
    """A message that did not reach everybody counts as sent, and whom it did not reach is said and kept."""
    post, told = Post(), list[str]()
    post.note = "the mail server refused 1 of 2 recipients"
    record(store, State.FADING)
    teller = notifier(store, post, told=told.append)
    for minute in (11, 12):
        teller.run(now=minutes(minute))
    assert len(post.letters) == 1
    assert told[1:] == ["team: the mail server refused 1 of 2 recipients"]


def test_an_idle_minute_writes_nothing(store):
    """While a snooze or the day's message holds a warning back, no transaction writes: no page is built again."""
    record(store, State.FADING)
    with store.recording(now=NOW) as recording:
        recording.snooze(Snooze(None, minutes(600), "Ann", "holiday"))
    notifier(store, Post()).run(now=minutes(1))
    before = store.stamp()
    for minute in (11, 12, 300):
        notifier(store, Post()).run(now=minutes(minute))
    assert store.stamp() == before


def test_a_topic_that_is_not_followed_any_more_is_not_told(store):
    """What is owed of a topic that left the config is settled: nobody is told its key."""
    post = Post()
    record(store, State.FADING, topic="close-the-camps")
    notifier(store, post).run(now=minutes(11))
    assert not post.letters
    assert store.waiting("team", now=minutes(11)).due == ()


def asked(store: Store, source: str, *, at: datetime = NOW) -> None:
    """A source was asked just now."""
    with store.recording(now=at) as recording:
        recording.beat(Pulse(source, at, Status.COMPLETE, 60.0, 1, at, None, "", 0, 0))


def test_an_archive_that_ends_in_a_fade_fades_no_more(store):
    """The state of a source that nobody asks holds no end of a fade back."""
    post = Post()
    teller = notifier(store, post)
    change = Change(NOW - timedelta(days=400), State.STEADY, State.FADING, EVIDENCE, "halved")
    with store.recording(now=NOW) as recording:
        recording.add_changes("lamp", "archive", [change], news_from=NOW)
    asked(store, "square")
    record(store, State.FADING)
    teller.run(now=minutes(11))
    record(store, State.STEADY, before=State.FADING, at=minutes(1500))
    asked(store, "square", at=minutes(1500))
    teller.run(now=minutes(1520))
    assert [letter.subject for _, letter, _ in post.letters] == [
        "Campaign A: Lamp is fading",
        "Campaign A: no longer fading: Lamp",
    ]


@pytest.mark.parametrize("minute", [0, 5])
def test_a_digest_comes_on_time_where_the_clocks_go_forward(store, minute):
    """The week with a missing hour is told at nine like every other."""
    post = Post()
    teller = notifier(store, post, digest=(0, time(9)))
    with store.recording(now=NOW) as recording:
        recording.cover("square", ["lamp"], [Coverage(NOW - 20 * HOUR, NOW, Status.COMPLETE)])
    teller.run(now=datetime(2027, 3, 29, 7, minute, tzinfo=UTC))  # nine in Berlin, the day after
    assert len(post.letters) == 1


def counted(store: Store, topic: str, an_hour: float, *, days: int = 40, last: float | None = None) -> None:
    """So many posts in every hour of the last days on `square`, and `last` in the newest five; a whole topic or all."""
    hours = [NOW - n * HOUR for n in range(1, days * 24 + 1)]
    key = {"topic": topic, "source": "square", "measure": "posts", "method": "1", "bucket_hours": 1}
    values = [an_hour if last is None or n > 5 else last for n in range(1, days * 24 + 1)]
    with store.recording(now=NOW) as recording:
        recording.add([key | {"bucket": hour, "value": value} for hour, value in zip(hours, values, strict=True)])
        recording.cover("square", [topic], [Coverage(min(hours), NOW, Status.COMPLETE)])


def test_a_dip_of_the_source_is_named_as_the_likely_reason(opened):
    """Where the source as a whole gave far less of late, the letter says so."""
    post = Post()
    counted(opened, "lamp", 4.0)
    counted(opened, CONTROL, 200.0, last=5.0)
    record(opened, State.FADING)
    notifier(opened, post).run(now=minutes(11))
    assert "perhaps the source" in post.texts[0]


def test_a_heavy_news_day_is_named_as_the_likely_reason(opened):
    """Where there is twice the usual number of stories, the letter says so."""
    post, rows = Post(), []
    for n in range(1, 21):
        day = NOW.replace(hour=0) - n * DAY
        total = 2e6 if n == 1 else 1e6
        key = {"topic": "lamp", "source": "gdelt", "method": "1", "bucket_hours": 24, "bucket": day}
        rows += [key | {"measure": "stories", "value": 50.0}, key | {"measure": "share", "value": 50 / total * 1e6}]
    with opened.recording(now=NOW) as recording:
        recording.add(rows)
        recording.cover("gdelt", ["lamp"], [Coverage(NOW.replace(hour=0) - 20 * DAY, NOW, Status.COMPLETE, "", 24)])
    record(opened, State.FADING)
    notifier(opened, post).run(now=minutes(11))
    assert "heavy" in post.texts[0]


def test_a_fade_is_remembered_for_weeks(store):
    """Another source that follows days later is no second warning."""
    post = Post()
    teller = notifier(store, post)
    record(store, State.FADING)
    teller.run(now=minutes(11))
    change = Change(NOW + 5 * DAY, State.STEADY, State.FADING, EVIDENCE, "halved")
    with store.recording(now=NOW + 5 * DAY) as recording:
        [told] = recording.add_changes("lamp", "harbour", [change], news_from=NOW)
        recording.owe(told.number, ["team"])
    teller.run(now=NOW + 5 * DAY + HOUR)
    assert len(post.letters) == 1

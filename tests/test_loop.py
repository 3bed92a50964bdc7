"""The closed loop, end to end on the invented campaign: fade, warning by mail, proposal, push, effect, digest."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from functools import partial
from pathlib import Path

import icalendar
import pytest

import monitor
from monitor import assess, channels, config, planning, sources
from monitor.actions import pushes as doing
from monitor.actions import warnings as saying
from monitor.counting import Options
from monitor.model import DAY, HOUR, Channel, Check, Effect, Planning, Push, PushState, State, Verdict
from monitor.notify import Notifier
from monitor.planning import Planner
from monitor.pushes.calendar import feed
from monitor.rounds import Following, Rounds
from monitor.store import Store
from tests.calendars import read_by_vobject
from tests.mail import Inbox, mail_server

DEMO = Path(monitor.__file__).with_name("demo.yaml")
BEFORE = datetime(2017, 4, 17, 12, tzinfo=UTC)
SECOND_WAVE = datetime(2017, 5, 8, 6, tzinfo=UTC)  # in the story, a day of lanterns
STEP = 3 * HOUR
DIGEST = ("Lighthouse: ", "Posts this week", "What happened", "The last push", "What is planned", "Gaps", "1 useful")
CHANNELS = (
    Channel("team", "en", "Europe/Berlin", (time(22), time(7))),
    Channel("press", "ru", "Europe/Berlin"),
)


@dataclass
class Campaign:
    """The demo's campaign with a clock that the test drives, and two channels to one real mail server."""

    store: Store
    port: int
    now: datetime = BEFORE
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Wire it as the command line does."""
        self.chosen = config.load(DEMO, sources=sources.settings())
        built = sources.build(self.chosen.sources, self.chosen.topics)
        options, names = Options(language=True, tone=False), [one.name for one in CHANNELS]
        following = Following(self.chosen.topics, built, options, names)
        self.rounds = Rounds(self.store, following, lambda: self.now, self.told.append, minutes=STEP / HOUR * 60)
        to = f"mailto://127.0.0.1:{self.port}?from=watch@example.org&mode=insecure&to="
        environ = {"MONITOR_CHANNEL_TEAM": f"{to}team@example.org", "MONITOR_CHANNEL_PRESS": f"{to}press@example.org"}
        planner = Planner(self.store, self.chosen.topics, self.chosen.campaign.timezone, Planning())
        send = partial(channels.send, environ=environ)
        self.notifier = Notifier(planner, self.chosen.campaign, CHANNELS, (0, time(9)), send, self.told.append)

    def effect(self, push: Push) -> tuple[Effect, ...]:
        """What a push brought, as known by now."""
        views = assess.views(self.store, topics=self.chosen.topics, now=self.now)
        return planning.measured(self.store, views, push, now=self.now, among=self.store.pushes())

    def go_on(self, until: datetime, *, step: timedelta = STEP) -> None:
        """Collect, judge and tell, every three hours unless told otherwise."""
        while self.now < until:
            self.now = min(self.now + step, until)
            self.rounds.once()
            self.now += timedelta(minutes=15)
            self.notifier.run(now=self.now)
            self.now -= timedelta(minutes=15)


@pytest.fixture
def inbox():
    """What the mail server got."""
    return Inbox()


@pytest.fixture
def campaign(opened, inbox):
    """The campaign just before its first fade."""
    with mail_server(inbox) as port:
        found = Campaign(opened, port)
        found.rounds.once()
        yield found


def mails(inbox, to):
    """The mails to one of the readers, without digests."""
    mine = [mail for mail in inbox.mails if mail["To"] == f"{to}@example.org"]
    return [mail for mail in mine if "week to" not in mail["Subject"] and "неделя" not in mail["Subject"]]


def text_of(mail):
    """The plain text of a mail."""
    return mail.get_body(("plain",)).get_content()


def test_the_loop_is_closed(campaign, inbox):
    """A fade is mailed and proposed for; the push is planned, in the calendar, done, measured, in the digest."""
    store, topics = campaign.store, campaign.chosen.topics
    aliases = {topic.key: topic.alias for topic in topics}

    # fade → warning stored → message delivered
    campaign.go_on(datetime(2017, 4, 18, 9, tzinfo=UTC))
    proposal = store.pushes()[0]
    [fade] = [one for one in store.changes(since=BEFORE - DAY) if one.number == proposal.change]
    assert (fade.topic, fade.change.to, fade.change.kind) == ("free-the-lighthouse", State.FADING, "halved")
    english, russian = mails(inbox, "team")[0], mails(inbox, "press")[0]
    assert english["Subject"] == "Demo: Lighthouse is fading"
    assert "угасает" in russian["Subject"]
    for part in ("How sure", "usual is", "Fading since", "The data reach to", "Likely reason", "Next: Within"):
        assert part in text_of(english)
    assert len(mails(inbox, "team")) == 1

    # → proposal
    assert proposal.state is PushState.PROPOSED
    assert proposal.topics == ("free-the-lighthouse",)
    assert proposal.latest is not None
    assert f"monitor push accept {proposal.number}" in text_of(english)
    assert all(window.start > fade.change.at for window in proposal.windows)
    assert proposal.windows[0].weeks > 0
    saying.judge_warning(store, fade.number, useful=True, by="Amina", now=campaign.now)

    # → accepted, and moved to the day of lanterns
    details = doing.Details(hook="day of lanterns", draft="Look up. Help: 123", checked=(Check.HELPLINE,))
    plan = doing.accept(store, proposal.number, owner="Amina", details=details, now=campaign.now)
    plan = doing.move(
        store, plan.number, start=SECOND_WAVE, end=SECOND_WAVE + 3 * HOUR, reason="the anniversary", now=campaign.now
    )

    # → calendar that two parsers read back
    calendar = feed(store.pushes(), campaign=campaign.chosen.campaign, aliases=aliases, now=campaign.now)
    [event] = icalendar.Calendar.from_ical(calendar).walk("VEVENT")
    assert event.decoded("DTSTART") == SECOND_WAVE
    assert (event["UID"], event.decoded("SEQUENCE"), str(event["STATUS"])) == (plan.uid, plan.sequence, "CONFIRMED")
    assert read_by_vobject(calendar) == {plan.uid: (SECOND_WAVE, SECOND_WAVE + 3 * HOUR)}
    assert "Lighthouse" in str(event["SUMMARY"])
    assert "lanterns" not in calendar.decode()

    # → done → effect with an interval
    campaign.go_on(SECOND_WAVE + 6 * HOUR, step=DAY)
    out = doing.done(store, plan.number, at=SECOND_WAVE, checked=[Check.EXPOSES_NOBODY], now=campaign.now)
    assert out.state is PushState.DONE
    campaign.go_on(datetime(2017, 5, 15, 9, tzinfo=UTC), step=DAY)
    [effect] = campaign.effect(out)
    head = effect.headline
    assert head is not None
    assert head.verdict is Verdict.MORE
    assert head.low is not None
    assert head.extra is not None
    assert head.high is not None
    assert 0 < head.low < head.extra < head.high

    # → digest
    digest = next(mail for mail in reversed(inbox.mails) if "the week to" in mail["Subject"])
    assert digest["Subject"] == "Demo: the week to 15 May"
    assert not [part for part in DIGEST if part not in text_of(digest)]
    nobody = ("FreeTheLighthouse", "invented_harbour_office", "Lanterns for Lumen", "day of lanterns")
    everything = "".join(mail.as_string() + text_of(mail) for mail in inbox.mails)
    assert not [name for name in nobody if name in everything]
    assert len({mail["Message-ID"] for mail in inbox.mails}) == len(inbox.mails)


def test_a_push_that_did_nothing_is_not_praised(campaign):
    """A push into the quiet of the story, on a topic on which nothing happens, shows no gain."""
    campaign.go_on(BEFORE + 6 * HOUR)
    at = campaign.now
    push = doing.add(
        campaign.store,
        Push(("night-school",), at + HOUR, at + 4 * HOUR, owner="Amina"),
        topics=["night-school"],
        now=at,
    )
    campaign.go_on(at + 30 * HOUR)
    out = doing.done(campaign.store, push.number, at=at, checked=[Check.EXPOSES_NOBODY], now=campaign.now)
    [effect] = campaign.effect(out)
    assert effect.headline is not None
    assert effect.headline.verdict in (Verdict.NO_DIFFERENCE, Verdict.CANNOT_TELL)

"""Where what is stored becomes messages: proposals are opened, warnings and digests begun, claimed, sent, marked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import partial
from hashlib import blake2b
from itertools import chain

from . import assess, local
from .alerts import letters
from .alerts.digest import Number, Week, digest, number_of_week
from .alerts.readers import Situation
from .alerts.rules import Decision, decide
from .errors import MonitorError, SendingError
from .model import (
    DAY,
    Campaign,
    Channel,
    Coverage,
    Daily,
    Letter,
    Message,
    MessageKind,
    Push,
    TopicView,
    aliases_of,
    called_outside,
)
from .observed import DIPPED, gaps_until
from .planning import Planner, measured, news_days, series_beside
from .pushes.telling import effect_lines, push_line
from .store import Store, Waiting
from .words import say

Send = Callable[[str, Letter, str], str]  # gives back whom it did not reach, or nothing
_NUMBERS = 4  # of a topic in a digest
_FIRST_RETRY, _LONGEST_RETRY = timedelta(minutes=1), timedelta(minutes=30)
_MOST_DOUBLINGS = 6
_DIGEST_STILL_NEWS = 2 * DAY
_LATELY = 3 * DAY


@dataclass(slots=True)
class Notifier:
    """Tells the channels of one campaign what is stored; `send` raises SendingError, `told` hears what goes wrong."""

    planner: Planner
    campaign: Campaign
    channels: Sequence[Channel]
    digest: tuple[int, time] | None
    send: Send
    told: Callable[[str], None] = field(default=lambda line: None)
    _said: dict[str, str] = field(default_factory=dict)

    @property
    def store(self) -> Store:
        """The campaign's store."""
        return self.planner.store

    def run(self, *, now: datetime) -> None:
        """Open proposals, then send on each channel what is due; what fails is kept and tried again."""
        self._propose(now=now)
        for channel in self.channels:
            if local.quiet_until(now, channel.quiet, channel.timezone) is not None:
                continue
            self._begin_digest(channel, now=now)
            self._begin_warning(channel, now=now)
            self._send_all(channel, now=now)

    def _propose(self, *, now: datetime) -> None:
        """Open what proposals there are to open; what stands against it keeps no warning back."""
        try:
            opened = self.planner.open_proposals(now=now)
        except MonitorError as error:
            self._say("proposals", f"no push can be proposed: {error}")
            return
        for push in opened:
            topics = ", ".join(dict.fromkeys(self._alias(topic, "en") for topic in push.topics))
            self.told(f"push {push.number} is proposed for {topics}: monitor push show {push.number}")

    def _say(self, about: str, line: str) -> None:
        """Tell what is wrong, once until it is something else."""
        if self._said.get(about) != line:
            self._said[about] = line
            self.told(line)

    @property
    def _aliases(self) -> Mapping[str, str]:
        return aliases_of(self.planner.topics)

    def _alias(self, topic: str, language: str) -> str:
        return self._aliases.get(topic) or say("push.former_topic", language)

    def _begin_warning(self, channel: Channel, *, now: datetime) -> None:
        """Store which of the changes that are due one message tells, if any; where nothing is, nothing is written."""
        found = self._decided(self.store.waiting(channel.name, now=now), channel, now=now)
        if not found.send and not found.settle:
            return
        with self.store.recording(now=now) as recording:
            if found.send:
                recording.take_back(channel.name, MessageKind.WARNING)
            found = self._decided(recording.waiting(channel.name), channel, now=now)
            recording.settle(channel.name, found.settle, "nothing new, or over before it was told")
            if found.send:
                numbers = ",".join(str(one.told.number) for one in found.send)
                stable = _stable_id(recording.post_key(), channel.name, f"warning {numbers} {now.isoformat()}")
                recording.begin_message(channel.name, MessageKind.WARNING, stable, found.send)

    def _decided(self, waiting: Waiting, channel: Channel, *, now: datetime) -> Decision:
        """What goes out and what is settled; changes of topics that are not followed any more need no message."""
        gone = tuple(one for one in waiting.due if one.told.topic not in self._aliases)
        today = local.local_day(now, channel.timezone)
        made = [one for one in waiting.made if one.kind is MessageKind.WARNING]
        found = decide(
            [one for one in waiting.due if one.told.topic in self._aliases],
            made=made,
            today=[one for one in made if local.local_day(one.made_at, channel.timezone) == today],
            snoozes=waiting.snoozes,
            standing=waiting.standing,
            now=now,
        )
        return Decision(found.send, (*found.settle, *gone))

    def _begin_digest(self, channel: Channel, *, now: datetime) -> None:
        """Store that the digest of the week is to be sent, once, if its time has come; it replaces unsent ones."""
        if self.digest is None:
            return
        weekday, at = self.digest
        due = local.next_weekly(now - 8 * DAY, weekday=weekday, at=at, timezone=channel.timezone)
        while (later := local.next_weekly(due, weekday=weekday, at=at, timezone=channel.timezone)) <= now:
            due = later
        if due > now or now - due > _DIGEST_STILL_NEWS:
            return
        made = self.store.messages(channel.name, since=due)
        if any(one.kind is MessageKind.DIGEST for one in made) or not self.store.topics():
            return
        with self.store.recording(now=now) as recording:
            recording.take_back(channel.name, MessageKind.DIGEST)
            stable = _stable_id(recording.post_key(), channel.name, f"digest {due.isoformat()}")
            recording.begin_message(channel.name, MessageKind.DIGEST, stable)

    def _send_all(self, channel: Channel, *, now: datetime) -> None:
        """Claim and send message after message, until there is none or the channel fails."""
        while self.store.is_ready(channel.name, now=now):
            with self.store.recording(now=now) as recording:
                message = recording.claim(channel.name)
            if message is None:
                return
            try:
                note = self.send(channel.name, self._letter(message, channel, now=now), message.message_id)
            except SendingError as error:
                self._failed(channel, message, str(error), now=now)
                return
            with self.store.recording(now=now) as recording:
                recording.mark_sent(message.number, note=note)
            if note:
                self._say(channel.name, f"{channel.name}: {note}")
            elif self._said.pop(channel.name, None):
                self.told(f"{channel.name}: messages go out again")

    def _failed(self, channel: Channel, message: Message, why: str, *, now: datetime) -> None:
        wait = min(_FIRST_RETRY * 2 ** min(message.tries - 1, _MOST_DOUBLINGS), _LONGEST_RETRY)
        with self.store.recording(now=now) as recording:
            recording.mark_failed(message.number, error=why, next_try_at=now + wait)
        self._say(channel.name, f"{channel.name}: a message is not sent yet ({why}); it is kept and tried again")

    def _letter(self, message: Message, channel: Channel, *, now: datetime) -> Letter:
        if message.kind is MessageKind.DIGEST:
            return self.weekly(channel, now=now)
        return letters.warning(message.told, channel, self._situation(now=now))

    def weekly(self, channel: Channel, *, now: datetime, views: Sequence[TopicView] | None = None) -> Letter:
        """The digest of the week that ends now, as readers of this channel get it; `views`, where they are judged."""
        situation = self._situation(now=now, views=views)
        changes = self.store.changes(since=now - 7 * DAY, until=now)
        numbers = {key: self._numbers(view, now=now) for key, view in situation.views.items()}
        done = [push for push in situation.pushes if push.went_out_at is not None and push.went_out_at <= now]
        last = max(done, key=lambda push: push.went_out_at or now, default=None)
        told = partial(push_line, aliases=situation.aliases, timezone=channel.timezone, now=now)
        week = Week(
            numbers=numbers,
            changes=[one for one in changes if not one.late and one.topic in situation.aliases],
            effect=self._effect(last, channel, situation) if last else (),
            planned=[
                told(push, language=channel.language)
                for push in situation.pushes
                if push.is_open and push.ends_at > now
            ],
            all_warnings=self.store.changes(since=now - 400 * DAY, until=now),
        )
        return digest(week, channel, situation)

    def _numbers(self, view: TopicView, *, now: datetime) -> tuple[Number, ...]:
        lead = view.leading.series
        beside = series_beside(self.store, view, since=now - 40 * DAY)
        series = (lead, *(one for one in beside if one.measure != "people" or one.source == lead.source))
        found = [number_of_week(one, now=now) for one in series]
        return tuple(one for one in found if one is not None)[:_NUMBERS]

    def _effect(self, push: Push, channel: Channel, situation: Situation) -> tuple[str, ...]:
        aliases, language, now = situation.aliases, channel.language, situation.now
        which = push_line(push, aliases=aliases, timezone=channel.timezone, now=now, language=language)
        found = measured(self.store, tuple(situation.views.values()), push, now=now, among=situation.pushes)
        told = (one.called(lambda source: called_outside(source, situation.terms)) for one in found)
        lines = (effect_lines(one, alias=self._alias(one.topic, language), language=language) for one in told)
        return (which, *chain.from_iterable(lines))

    def _situation(self, *, now: datetime, views: Sequence[TopicView] | None = None) -> Situation:
        topics = self.planner.topics
        shown = assess.views(self.store, topics=topics, now=now) if views is None else views
        rest = assess.rest(self.store, shown, topics=topics, platforms=(), now=now)
        gaps = [(one.assessment.source, gap) for view in shown for one in view.sources for gap in one.gaps]
        days = chain(((view.topic, view.beside) for view in shown), rest.by_day)
        news = news_days(self.store, now=now, timezone=self.campaign.timezone)
        return Situation(
            campaign=self.campaign,
            aliases=self._aliases,
            now=now,
            views={view.topic.key: view for view in shown},
            pushes=self.store.pushes(),
            standing=self.store.standing(),
            news=news.get(local.local_day(now, self.campaign.timezone)),
            dipped=frozenset(source for source, gap in gaps if gap.reason == DIPPED and now - gap.end <= _LATELY),
            rest=rest,
            terms=[term for topic in topics for term in topic.terms],
            day_gaps={
                (topic.key, daily.source): self._day_gaps(topic.key, daily, now=now)
                for topic, dailies in days
                for daily in dailies
            },
        )

    def _day_gaps(self, topic: str, daily: Daily, *, now: datetime) -> tuple[Coverage, ...]:
        """What is not complete of a daily series up to its newest whole day."""
        covered = self.store.coverage(topic, daily.source, since=now - 10 * DAY, bucket_hours=24)
        return gaps_until(covered, daily.day + DAY)


def _stable_id(key: bytes, channel: str, what: str) -> str:
    """The id of a message: the same however often it is sent, and telling nothing to who does not have the key."""
    return blake2b(f"{channel} {what}".encode(), key=key, digest_size=16).hexdigest()

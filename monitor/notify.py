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
from .alerts.rules import decide
from .errors import SendingError
from .model import DAY, Campaign, Channel, Letter, Message, MessageKind, Push, TopicView
from .observed import DIPPED
from .planning import Planner, measured, news_days, series_beside
from .pushes.telling import effect_lines, push_line
from .store import Store

Send = Callable[[str, Letter, str], None]
_NUMBERS = 4  # of a topic in a digest
_FIRST_RETRY, _LONGEST_RETRY = timedelta(minutes=1), timedelta(minutes=30)
_MOST_DOUBLINGS = 6
_DIGEST_STILL_NEWS = 2 * DAY
_LATELY = 3 * DAY
_REMEMBERED = 60 * DAY  # a fade that was told longer ago is told again


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
        for push in self.planner.open_proposals(now=now):
            aliases = ", ".join(self._aliases.get(topic, topic) for topic in push.topics)
            self.told(f"push {push.number} is proposed for {aliases}: monitor push show {push.number}")
        for channel in self.channels:
            if local.quiet_until(now, channel.quiet, channel.timezone) is not None:
                continue
            self._begin_digest(channel, now=now)
            if self.store.is_waiting(channel.name, now=now):
                self._begin_warning(channel, now=now)
                self._send_all(channel, now=now)

    @property
    def _aliases(self) -> Mapping[str, str]:
        return {topic.key: topic.alias for topic in self.planner.topics}

    def _begin_warning(self, channel: Channel, *, now: datetime) -> None:
        """Store which of the changes that are due one message tells."""
        today = local.local_day(now, channel.timezone)
        with self.store.recording(now=now) as recording:
            due = recording.due(channel.name)
            made = [
                one
                for one in recording.messages(channel.name, since=now - _REMEMBERED)
                if one.kind is MessageKind.WARNING
            ]
            decided = decide(
                due,
                made=made,
                today=[one for one in made if local.local_day(one.made_at, channel.timezone) == today],
                snoozes=recording.snoozes(),
                standing=recording.standing(),
                now=now,
            )
            recording.settle(channel.name, decided.settle, "nothing new, or over before it was told")
            if decided.send:
                numbers = ",".join(str(one.told.number) for one in decided.send)
                stable = _stable_id(recording.post_key(), channel.name, f"warning {numbers}")
                recording.begin_message(channel.name, MessageKind.WARNING, stable, decided.send)

    def _begin_digest(self, channel: Channel, *, now: datetime) -> None:
        """Store that the digest of the week is to be sent, once, if its time has come."""
        if self.digest is None:
            return
        weekday, at = self.digest
        due = local.next_weekly(now - 7 * DAY, weekday=weekday, at=at, timezone=channel.timezone)
        if due > now or now - due > _DIGEST_STILL_NEWS:
            return
        made = self.store.messages(channel.name, since=due)
        if any(one.kind is MessageKind.DIGEST for one in made) or not self.store.topics():
            return
        with self.store.recording(now=now) as recording:
            stable = _stable_id(recording.post_key(), channel.name, f"digest {due.isoformat()}")
            recording.begin_message(channel.name, MessageKind.DIGEST, stable)

    def _send_all(self, channel: Channel, *, now: datetime) -> None:
        """Claim and send message after message, until there is none or the channel fails."""
        while True:
            with self.store.recording(now=now) as recording:
                message = recording.claim(channel.name)
            if message is None:
                return
            try:
                self.send(channel.name, self._letter(message, channel, now=now), message.message_id)
            except SendingError as error:
                self._failed(channel, message, str(error), now=now)
                return
            with self.store.recording(now=now) as recording:
                recording.mark_sent(message.number)
            if self._said.pop(channel.name, None):
                self.told(f"{channel.name}: messages go out again")

    def _failed(self, channel: Channel, message: Message, why: str, *, now: datetime) -> None:
        wait = min(_FIRST_RETRY * 2 ** min(message.tries - 1, _MOST_DOUBLINGS), _LONGEST_RETRY)
        with self.store.recording(now=now) as recording:
            recording.mark_failed(message.number, error=why, next_try_at=now + wait)
        if self._said.get(channel.name) != why:
            self._said[channel.name] = why
            self.told(f"{channel.name}: a message is not sent yet ({why}); it is kept and tried again")

    def _letter(self, message: Message, channel: Channel, *, now: datetime) -> Letter:
        if message.kind is MessageKind.DIGEST:
            return self.weekly(channel, now=now)
        return letters.warning(message.told, channel, self._situation(now=now))

    def weekly(self, channel: Channel, *, now: datetime) -> Letter:
        """The digest of the week that ends now, as readers of this channel get it."""
        situation = self._situation(now=now)
        changes = self.store.changes(since=now - 7 * DAY, until=now)
        numbers = {key: self._numbers(view, now=now) for key, view in situation.views.items()}
        done = [push for push in situation.pushes if push.went_out_at is not None and push.went_out_at <= now]
        last = max(done, key=lambda push: push.went_out_at or now, default=None)
        told = partial(push_line, aliases=situation.aliases, timezone=channel.timezone, now=now)
        week = Week(
            numbers=numbers,
            changes=[one for one in changes if not one.late and one.topic in situation.aliases],
            effect=self._effect(last, channel, now=now) if last else (),
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

    def _effect(self, push: Push, channel: Channel, *, now: datetime) -> tuple[str, ...]:
        aliases, language = self._aliases, channel.language
        which = push_line(push, aliases=aliases, timezone=channel.timezone, now=now, language=language)
        found = measured(self.store, self.planner.topics, push, now=now)
        lines = (effect_lines(one, alias=aliases.get(one.topic, one.topic), language=language) for one in found)
        return (which, *chain.from_iterable(lines))

    def _situation(self, *, now: datetime) -> Situation:
        views = {view.topic.key: view for view in assess.views(self.store, topics=self.planner.topics, now=now)}
        gaps = [(one.assessment.source, gap) for view in views.values() for one in view.sources for gap in one.gaps]
        news = news_days(self.store, now=now, timezone=self.campaign.timezone)
        return Situation(
            campaign=self.campaign,
            aliases=self._aliases,
            now=now,
            views=views,
            pushes=self.store.pushes(),
            standing=self.store.standing(),
            news=news.get(local.local_day(now, self.campaign.timezone)),
            dipped=frozenset(source for source, gap in gaps if gap.reason == DIPPED and now - gap.end <= _LATELY),
        )


def _stable_id(key: bytes, channel: str, what: str) -> str:
    """The id of a message: the same however often it is sent, and telling nothing to who does not have the key."""
    return blake2b(f"{channel} {what}".encode(), key=key, digest_size=16).hexdigest()

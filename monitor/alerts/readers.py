"""Who reads a letter, and what it draws on: their language, their clock, the campaign's aliases (pure)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from ..model import Campaign, Channel, Coverage, Daily, Push, Rest, State, Term, TopicView, called_outside
from ..words import say
from .by_day import daily_line, source_name
from .wording import day_in, moment


@dataclass(frozen=True, slots=True)
class Situation:
    """What a letter draws on: the campaign as it stands `now`.

    `aliases` are those of all topics, in their order. `standing` is the state of each (topic, source) as it is stored,
    `news` the number of stories expected today over the usual, `dipped` are sources that as a whole gave less lately.
    `rest` are the topics counted by the day only; `day_gaps` is what is not complete up to the newest whole day of a
    (topic, source) counted by the day. `terms` are those of all topics: no source is called by one.
    """

    campaign: Campaign
    aliases: Mapping[str, str]
    now: datetime
    views: Mapping[str, TopicView] = field(default_factory=dict)
    pushes: Sequence[Push] = ()
    news: float | None = None
    dipped: frozenset[str] = frozenset()
    standing: Mapping[tuple[str, str], State] = field(default_factory=dict)
    rest: Rest = field(default_factory=Rest)
    day_gaps: Mapping[tuple[str, str], Sequence[Coverage]] = field(default_factory=dict)
    terms: Sequence[Term] = ()


@dataclass(frozen=True, slots=True)
class Readers:
    """Says what a situation is to the readers of one channel."""

    channel: Channel
    situation: Situation

    def say(self, key: str, *, count: int | None = None, **values: str | int) -> str:
        """A text in the readers' language."""
        return say(key, self.channel.language, count=count, **values)

    def alias(self, topic: str) -> str:
        """What a topic is called outside; the key of one that is not followed any more stays here."""
        return self.situation.aliases.get(topic) or self.say("push.former_topic")

    def source(self, name: str) -> str:
        """What a source is called outside."""
        return source_name(called_outside(name, self.situation.terms), self.channel.language)

    def by_day(self, daily: Daily) -> str:
        """What is said of a daily series outside."""
        source = called_outside(daily.source, self.situation.terms)
        return daily_line(replace(daily, source=source), self.channel.language)

    def moment(self, at: datetime) -> str:
        """A moment on the readers' clock, without naming their zone."""
        zone, near = self.channel.timezone, self.situation.now
        return moment(at, timezone=zone, near=near, language=self.channel.language)

    def when(self, at: datetime) -> str:
        """A moment on the readers' clock, and which zone that is."""
        return f"{self.moment(at)} ({self.channel.timezone})"

    def day(self, at: datetime) -> str:
        """The readers' day."""
        zone, near = self.channel.timezone, self.situation.now
        return day_in(at, timezone=zone, near=near, language=self.channel.language)

    def window(self, push: Push) -> str:
        """When a push is to go out; the day once, where it ends on the day on which it starts."""
        zone = ZoneInfo(self.channel.timezone)
        start, end = self.moment(push.starts_at), self.moment(push.ends_at)
        first, last = push.starts_at.astimezone(zone), push.ends_at.astimezone(zone)
        if first.date() == last.date():
            return self.say("letter.window.day", start=start, end=f"{last:%H:%M}", timezone=zone.key)
        return self.say("letter.window", start=start, end=end, timezone=zone.key)

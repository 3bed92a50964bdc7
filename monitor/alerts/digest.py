"""The weekly digest: state, numbers against usual, what happened, the last push, what is planned, gaps (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from statistics import median

import numpy as np

from ..model import DAY, HOUR, Channel, Letter, Series, Status, Told, TopicView
from .headlines import headline, state_name
from .listing import record
from .readers import Readers, Situation
from .wording import amount
from .writing import Part, written

_WEEK = 7 * DAY
_USUAL_WEEKS, _LEAST_WEEKS = 4, 2
_LEAST_DAYS = 5  # of seven; the rest counts as busy as those
_MOST_CHANGES = 12
_TOLD = ("posts", "people", "views", "uses", "stories")


@dataclass(frozen=True, slots=True)
class Number:
    """A measure of the week beside what is usual for it (the middle of four weeks before); None where unknown."""

    source: str
    measure: str
    days: int
    value: float | None = None
    usual: float | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """What a digest tells beside the situation: the numbers by topic, the changes, and what pushes did and will do."""

    numbers: dict[str, tuple[Number, ...]]
    changes: Sequence[Told]
    effect: Sequence[str]
    planned: Sequence[str]
    all_warnings: Sequence[Told]


def number_of_week(series: Series, *, now: datetime) -> Number | None:
    """The last seven whole days of a series against the four weeks before; None for what a digest does not tell.

    Of people the mean of each day is told, as people of several days cannot be added up.
    """
    if series.measure not in _TOLD:
        return None
    weeks = [_week(series, now - n * _WEEK) for n in range(_USUAL_WEEKS + 1)]
    found = Number(series.source, series.measure, weeks[0][1])
    if weeks[0][0] is None:
        return found
    before = [value for value, _ in weeks[1:] if value is not None]
    return replace(found, value=weeks[0][0], usual=median(before) if len(before) >= _LEAST_WEEKS else None)


def _week(series: Series, end: datetime) -> tuple[float | None, int]:
    """What seven days to `end` held, and how many of them are complete."""
    bucket = series.bucket_hours * HOUR
    last = (end - series.start) // bucket
    part = slice(max(last - _WEEK // bucket, 0), max(last, 0))
    complete = series.complete[part] & np.isfinite(series.values[part])
    days = int(complete.sum() * bucket / DAY)
    if days < _LEAST_DAYS:
        return None, days
    a_day = float(series.values[part][complete].mean()) * (DAY / bucket)
    return (a_day if series.measure == "people" else 7 * a_day), days


def digest(week: Week, channel: Channel, situation: Situation) -> Letter:
    """The letter of the week that ends now."""
    writer = _Writer(channel, situation)
    subject = writer.say("subject.digest", campaign=situation.campaign.alias, day=writer.day(situation.now))
    parts = [
        *(writer.topic(view, week.numbers.get(view.topic.key, ())) for view in situation.views.values()),
        Part(writer.say("digest.happened"), tuple(writer.happened(week.changes))),
        Part(writer.say("digest.effect"), tuple(week.effect) or (writer.say("digest.no_effect"),)),
        Part(writer.say("digest.planned"), tuple(week.planned) or (writer.say("digest.nothing_planned"),)),
        Part(writer.say("digest.gaps"), tuple(writer.gaps())),
        Part(writer.say("digest.record"), tuple(writer.record(week.all_warnings))),
    ]
    return written(subject, parts, language=channel.language)


class _Writer(Readers):
    """Writes the parts of a digest."""

    __slots__ = ()

    def topic(self, view: TopicView, numbers: Sequence[Number]) -> Part:
        stands = headline(view.leading.assessment, language=self.channel.language)
        return Part(f"{view.topic.alias}: {stands}", tuple(map(self.number, numbers)))

    def number(self, one: Number) -> str:
        """A measure of the week, beside its usual."""
        measure, source, language = self.say(f"digest.{one.measure}"), self.source(one.source), self.channel.language
        if one.value is None:
            return self.say("digest.number.gaps", number=one.days, measure=measure, source=source)
        value = amount(one.value, language)
        if one.usual is None:
            return self.say("digest.number.unknown", value=value, measure=measure, source=source)
        usual = amount(one.usual, language)
        return self.say("digest.number", value=value, usual=usual, measure=measure, source=source)

    def happened(self, changes: Sequence[Told]) -> Iterator[str]:
        """The changes of the week, newest last."""
        if not changes:
            yield self.say("digest.quiet")
        for one in changes[-_MOST_CHANGES:]:
            before, after = (state_name(state, self.channel.language) for state in (one.change.before, one.change.to))
            when, topic, source = self.moment(one.change.at), self.alias(one.topic), self.source(one.source)
            yield self.say("digest.change", when=when, topic=topic, source=source, before=before, after=after)

    def gaps(self) -> Iterator[str]:
        """The hours of the week that are not complete, by source."""
        missing = dict(self._missing())
        for source, hours in sorted(missing.items()):
            yield self.say("digest.gap", number=hours, source=self.source(source))
        if not missing:
            yield self.say("digest.no_gaps")

    def _missing(self) -> Iterator[tuple[str, int]]:
        since = self.situation.now - _WEEK
        found: dict[str, float] = {}
        for view in self.situation.views.values():
            for one in view.sources:
                spans = [gap for gap in one.gaps if gap.end > since and gap.status is not Status.COMPLETE]
                hours = sum(((gap.end - max(gap.start, since)) for gap in spans), timedelta()) / HOUR
                source = one.assessment.source
                found[source] = max(found.get(source, 0.0), hours)
        yield from ((source, round(hours)) for source, hours in found.items() if hours >= 1)

    def record(self, warnings: Sequence[Told]) -> Iterator[str]:
        """What staff said of the warnings so far."""
        counted = record(warnings)
        if counted["all"]:
            yield self.say("digest.useful", **counted)

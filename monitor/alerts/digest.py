"""The weekly digest: state, numbers against usual, what happened, the last push, what is planned, gaps (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from statistics import fmean

import numpy as np

from ..model import DAY, HOUR, Channel, Coverage, Daily, Letter, Series, State, Status, Told
from .headlines import headline, state_name
from .listing import record
from .readers import Readers, Situation
from .wording import amount
from .writing import Part, written

_WEEK = 7 * DAY
_USUAL_DAYS, _LEAST_USUAL_DAYS = 28, 10
_LEAST_DAYS = 5  # of seven; the rest counts as busy as those
_ENOUGH = 0.75  # of a day's hours; the rest counts as busy as those
_IN_A_WAVE = 2.0  # times the lower quarter of the days: a day that stands out so is not usual
_CHANCE = 3.0  # standard deviations: what few posts a day do by chance
_SAME = timedelta(hours=12)  # what was stored and what is judged now may differ by what came in late
_MOST_CHANGES = 12
_LATE_DAYS = 2  # what a day's number may take to come in
_TOLD = ("posts", "people", "views", "uses", "stories")


@dataclass(frozen=True, slots=True)
class Number:
    """A measure of the week beside what is usual for it (four weeks before, without waves); None where unknown."""

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
    """The last seven days of a series against the four weeks before; None for what a digest does not tell.

    Of people the mean of each day is told, as people of several days cannot be added up. Days of a wave are not usual.
    """
    if series.measure not in _TOLD:
        return None
    a_day, days = _mean(series, now - _WEEK, now)
    found = Number(series.source, series.measure, int(days))
    if a_day is None or days < _LEAST_DAYS:
        return found
    before = [_mean(series, end - DAY, end) for end in (now - _WEEK - n * DAY for n in range(_USUAL_DAYS))]
    usual = usual_day([value for value, known in before if value is not None and known >= _ENOUGH])
    times = 1 if series.measure == "people" else 7
    return replace(found, value=times * a_day, usual=None if usual is None else times * usual)


def usual_day(days: Sequence[float]) -> float | None:
    """The mean of the days in which no wave passed; None where too few are known.

    >>> usual_day([10] * 20)
    10.0
    >>> usual_day([10] * 12 + [40, 90, 400, 300, 200, 150, 100, 70])
    10.0
    >>> usual_day([10] * 9) is None
    True
    """
    if len(days) < _LEAST_USUAL_DAYS:
        return None
    quarter = float(np.quantile(days, 0.25))
    bound = _IN_A_WAVE * quarter + _CHANCE * (quarter + 1) ** 0.5
    return fmean(one for one in days if one <= bound)


def _mean(series: Series, start: datetime, end: datetime) -> tuple[float | None, float]:
    """What a day of this time held in the mean, and how many days of it are complete."""
    bucket = series.bucket_hours * HOUR
    part = slice(*(max((at - series.start) // bucket, 0) for at in (start, end)))
    complete = series.complete[part] & np.isfinite(series.values[part])
    if not complete.any():
        return None, 0.0
    return float(series.values[part][complete].mean()) * (DAY / bucket), complete.sum() * bucket / DAY


def digest(week: Week, channel: Channel, situation: Situation) -> Letter:
    """The letter of the week that ends now."""
    writer = _Writer(channel, situation)
    subject = writer.say("subject.digest", campaign=situation.campaign.alias, day=writer.day(situation.now))
    parts = [
        *(writer.topic(key, week.numbers.get(key, ())) for key in situation.aliases),
        Part(writer.say("digest.happened"), tuple(writer.happened(_all(week.changes, situation)))),
        Part(writer.say("digest.effect"), tuple(week.effect) or (writer.say("digest.no_effect"),)),
        Part(writer.say("digest.planned"), tuple(week.planned) or (writer.say("digest.nothing_planned"),)),
        Part(writer.say("digest.gaps"), tuple(writer.gaps())),
        Part(writer.say("digest.record"), tuple(writer.record(week.all_warnings))),
    ]
    return written(subject, parts, language=channel.language)


class _Writer(Readers):
    """Writes the parts of a digest."""

    __slots__ = ()

    def topic(self, key: str, numbers: Sequence[Number]) -> Part:
        """Where a topic stands, by the hour or by the day, and its numbers; or that nothing is known of it."""
        view, days, language = self.situation.views.get(key), self._by_day.get(key), self.channel.language
        lines = tuple(map(self.number, numbers))
        if view is not None:
            stands = headline(view.leading.assessment, language=language)
            measured = self.say("letter.source", source=self.source(view.leading.assessment.source))
            return Part(f"{self.alias(key)}: {stands}", lines or (measured,))
        if days:
            told = tuple(map(self.by_day, days))
            return Part(self.say("told.by_day", alias=self.alias(key)), (*told, *lines))
        return Part(self.alias(key), lines or (self.say("digest.unknown"),))

    @property
    def _by_day(self) -> Mapping[str, Sequence[Daily]]:
        return {topic.key: days for topic, days in self.situation.rest.by_day}

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
        """The hours and days of the week that are not complete, by source, and the topics that have none that is."""
        hours, days = self._missing_hours(), self._missing_days()
        unknown = [topic for topic in self.situation.aliases if not self._is_known(topic)]
        for source, number in sorted(hours.items()):
            yield self.say("digest.gap", count=number, number=number, source=self.source(source))
        for source, number in sorted(days.items()):
            yield self.say("digest.gap.days", count=number, number=number, source=self.source(source))
        yield from (self.say("digest.gap.topic", topic=self.alias(topic)) for topic in unknown)
        if not hours and not days and not unknown:
            yield self.say("digest.no_gaps")

    def _missing_hours(self) -> Mapping[str, int]:
        since = self.situation.now - _WEEK
        found: dict[str, float] = {}
        for view in self.situation.views.values():
            for one in view.sources:
                source, hours = one.assessment.source, _lost(one.gaps, since=since, until=self.situation.now) / HOUR
                found[source] = max(found.get(source, 0.0), hours)
        return {source: round(hours) for source, hours in found.items() if hours >= 1}

    def _missing_days(self) -> Mapping[str, int]:
        """The days of the last seven that can be known by now; of a source with hours, those are told instead."""
        today = self.situation.now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        found: dict[str, int] = {}
        for topic, one in self._dailies():
            known_to = one.day + DAY
            end = max(known_to, today - _LATE_DAYS * DAY)
            gaps = self.situation.day_gaps.get((topic, one.source), ())
            lost = _lost(gaps, since=end - _WEEK, until=known_to) + (end - max(known_to, end - _WEEK))
            found[one.source] = max(found.get(one.source, 0), lost // DAY)
        return {source: days for source, days in found.items() if days}

    def _dailies(self) -> Iterator[tuple[str, Daily]]:
        """Every daily series with the key of its topic, but those of a source that counts the topic by the hour."""
        for key, view in self.situation.views.items():
            hourly = {one.assessment.source for one in view.sources}
            yield from ((key, one) for one in view.beside if one.source not in hourly)
        for key, days in self._by_day.items():
            yield from ((key, one) for one in days)

    def _is_known(self, topic: str) -> bool:
        """Whether an hour or a day of the week is complete."""
        view = self.situation.views.get(topic)
        ends = [one.fresh_until for one in (view.sources if view else ()) if one.fresh_until]
        ends += [one.day + DAY for key, one in self._dailies() if key == topic]
        return any(end > self.situation.now - _WEEK for end in ends)

    def record(self, warnings: Sequence[Told]) -> Iterator[str]:
        """What staff said of the warnings so far."""
        counted = record(warnings)
        if counted["all"]:
            yield self.say("digest.useful", count=counted["all"], **counted)


def _all(stored: Sequence[Told], situation: Situation) -> Sequence[Told]:
    """The changes of the week as they were stored, and those that were no news when they were: an archive's, say."""
    seen = {(one.topic, one.source, one.change.to) for one in stored}
    at = {key: [one.change.at for one in stored if _key(one) == key] for key in seen}
    judged = (one for one in _judged(situation) if situation.now - _WEEK <= one.change.at <= situation.now)
    late = [one for one in judged if all(abs(one.change.at - other) > _SAME for other in at.get(_key(one), ()))]
    return sorted((*stored, *late), key=lambda one: one.change.at)


def _key(one: Told) -> tuple[str, str, State]:
    return one.topic, one.source, one.change.to


def _judged(situation: Situation) -> Iterator[Told]:
    """Every change of state of every series, as it is judged now."""
    views = situation.views.items()
    found = [(key, view.assessment) for key, shown in views for view in shown.sources]
    found += [(key, one.assessment) for key, shown in views for one in shown.beside if one.assessment]
    by_day = situation.rest.by_day
    found += [(topic.key, one.assessment) for topic, days in by_day for one in days if one.assessment]
    for topic, one in found:
        yield from (Told(0, topic, one.source, change) for change in one.changes)


def _lost(gaps: Sequence[Coverage], *, since: datetime, until: datetime) -> timedelta:
    """How much of a stretch of time is not complete."""
    spans = [(max(gap.start, since), min(gap.end, until)) for gap in gaps if gap.status is not Status.COMPLETE]
    return sum((end - start for start, end in spans if start < end), timedelta())

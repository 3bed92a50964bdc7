"""The letters that warn: what fades and what to do, which source is blind, what is over; aliases only (pure)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from ..model import (
    Assessment,
    Campaign,
    Channel,
    Daily,
    Evidence,
    Letter,
    Push,
    PushState,
    SourceView,
    State,
    Told,
    TopicView,
)
from ..words import say
from .answers import answers, unit
from .headlines import headline, next_step, state_name, sureness
from .readers import Readers, Situation
from .rules import Grade, grade
from .wording import about, known, percent, sentence, told_as, utc_day
from .writing import Part, written

_JUST_OUT = timedelta(days=2)  # what a push brings shows by then
_RAN_OUT = timedelta(days=10)  # a push longer ago than that explains no fade
_HEAVY_NEWS = 1.3  # times the usual number of stories
_IN_FULL = 3  # more would be longer than what some services take


def warning(told: Sequence[Told], channel: Channel, situation: Situation) -> Letter:
    """The letter that tells these changes: the surest few of the topics that fade in full, the rest in a line each."""
    writer = _Writer(channel, situation)
    fading: dict[str, Told] = {}
    for one in told:
        if grade(one.change) is Grade.FADE and writer.state(one) in (State.FADING, State.NO_DATA):
            fading.setdefault(one.topic, one)
    blind = [one for one in told if grade(one.change) is Grade.BLIND]
    back = [one for one in told if one.change.resumed]
    over = [one for one in told if one not in blind and (one in back or one.topic not in fading)]
    surest = sorted(fading.values(), key=writer.certainty, reverse=True)
    parts = [
        *(writer.fade(one) for one in surest[:_IN_FULL]),
        Part(writer.say("letter.more.heading"), tuple(map(writer.brief, surest[_IN_FULL:]))),
        Part(writer.say("letter.blind.heading"), tuple(writer.blind(blind))),
        Part(writer.say("letter.over.heading"), tuple(writer.over(over))),
        Part("", (writer.say("letter.closing"),)),
    ]
    return written(writer.subject(list(fading), blind, over), parts, language=channel.language)


def trial(channel: Channel, campaign: Campaign) -> Letter:
    """The letter that tries a channel."""
    language = channel.language
    subject = say("subject.test", language, campaign=campaign.alias)
    return written(subject, [Part("", (say("letter.test", language),))], language=language)


class _Writer(Readers):
    """Writes the parts of a warning."""

    __slots__ = ()

    def state(self, told: Told) -> State:
        """Where the series of a change stands now, as it is stored."""
        return self.situation.standing.get((told.topic, told.source), told.change.to)

    def judged(self, told: Told) -> Assessment:
        """The judgement that a fade is told by: that of now, or of then where its source has fallen silent since."""
        view, daily = self._view(told), self._daily(told)
        found = view.assessment if view else daily.assessment if daily else None
        return found if found is not None and found.state is State.FADING else _then(told)

    def certainty(self, told: Told) -> float:
        """How sure a fade is; what has no certainty comes after all that has."""
        found = self.judged(told).evidence.certainty
        return found if known(found) else 0.0

    def _view(self, told: Told) -> SourceView | None:
        view = self.situation.views.get(told.topic)
        return next((one for one in view.sources if one.assessment.source == told.source), None) if view else None

    def _daily(self, told: Told) -> Daily | None:
        """The series of a change where it is judged by the day."""
        view = self.situation.views.get(told.topic)
        by_day = {topic.key: days for topic, days in self.situation.rest.by_day}
        days = view.beside if view else by_day.get(told.topic, ())
        return next((one for one in days if one.source == told.source and one.assessment is not None), None)

    def subject(self, fading: Sequence[str], blind: Sequence[Told], over: Sequence[Told]) -> str:
        """The gravest of what is told, in a line."""
        campaign = self.situation.campaign.alias
        if len(fading) == 1:
            return self.say("subject.fading", campaign=campaign, topic=self.alias(fading[0]))
        if fading:
            return self.say("subject.fading_many", count=len(fading), campaign=campaign, number=len(fading))
        if blind:
            return self.say("subject.blind", campaign=campaign, sources=self.names(blind))
        ended = [one for one in over if one.change.before is not State.NO_DATA]
        if not ended:
            return self.say("subject.back", campaign=campaign, sources=self.names(over))
        topics = ", ".join(dict.fromkeys(self.alias(one.topic) for one in ended))
        return self.say("subject.over", campaign=campaign, topics=topics)

    def names(self, told: Sequence[Told]) -> str:
        """The sources of these changes, listed."""
        return ", ".join(self.source(source) for source in _by_source(told))

    def fade(self, told: Told) -> Part:
        """All that is known of a fade, its likely reason, and the next step."""
        language, judged = self.channel.language, self.judged(told)
        lines = [self.say("letter.next", step=next_step(judged, language=language)), *self._pushes(told.topic)]
        lines.append(self.say("letter.reason", reason=self._reason(told)))
        lines.append(self.say("letter.source", source=self.source(told.source)))
        told_of = self._answers(told) or self._evidence(told, judged)
        lines += [self.say("letter.asked", question=question, answer=answer) for question, answer in told_of.items()]
        lines.append(self.say("letter.useful", number=told.number))
        return Part(f"{self.alias(told.topic)}: {headline(judged, language=language)}", tuple(lines))

    def brief(self, told: Told) -> str:
        """A fade in a line, with the number of its proposal."""
        stands, topic = headline(self.judged(told), language=self.channel.language), self.alias(told.topic)
        for push in self._open(told.topic):
            if push.state is PushState.PROPOSED:
                return self.say("letter.more.proposal", topic=topic, headline=stands, number=push.number)
        return self.say("letter.more", topic=topic, headline=stands)

    def _answers(self, told: Told) -> Mapping[str, str]:
        """What is asked of a fade and answered from its hours; nothing where they do not say that it fades."""
        view, source = self.situation.views.get(told.topic), self._view(told)
        if view is None or source is None or source.assessment.state is not State.FADING:
            return {}
        alone = TopicView(view.topic, (source,))
        found = answers(alone, timezone=self.channel.timezone, language=self.channel.language)
        return {answer.question: answer.text for answer in found}

    def _evidence(self, told: Told, judged: Assessment) -> Mapping[str, str]:
        """The same for what is counted by the day or was judged then: what its evidence says."""
        evidence, language = judged.evidence, self.channel.language
        sure = sureness(evidence.certainty, language)
        sure = sentence(self.say("sure.stays_down", sure=sure) if known(evidence.certainty) else sure)
        complete = self.say("letter.complete", percent=percent(evidence.coverage, language))
        since = self.say("letter.since", when=self.when(judged.since))
        if self._daily(told) is not None:
            since = self.say("letter.since.day", day=utc_day(judged.since, language))
        found = {"ask.sure": f"{sure} {complete}", "ask.usual": self._level(told, evidence), "ask.since": since}
        return {self.say(question): answer for question, answer in found.items() if answer}

    def _level(self, told: Told, evidence: Evidence) -> str:
        """The level against what is usual, in what the series counts where that is known."""
        if not known(evidence.level):
            return ""
        language, units = self.channel.language, self._unit(told, evidence.level)
        number = about(evidence.level, language)
        level = self.say("level", about=number, unit=units) if units else self.say("letter.level", about=number)
        level = sentence(level).rstrip(".")
        if not known(evidence.usual):
            return self.say("level.unknown", level=level)
        return self.say("level.about", level=level, usual=about(evidence.usual, language))

    def _unit(self, told: Told, value: float) -> str:
        view, daily = self._view(told), self._daily(told)
        if view is not None:
            return unit(view.series, value=value, language=self.channel.language)
        return self.say(f"unit.{daily.measure}", count=1 if 0 < value < 0.5 else told_as(value)) if daily else ""

    def _reason(self, told: Told) -> str:
        """Why it likely fades: a push of one's own that ended, a source that dipped, other news; or none known."""
        at = told.change.at
        done = [push.went_out_at for push in self.situation.pushes if told.topic in push.topics and push.went_out_at]
        mine = max((out for out in done if at - _RAN_OUT <= out <= at), default=None)
        if mine is not None:
            return self.say("letter.reason.push", day=self.day(mine))
        if told.source in self.situation.dipped:
            return self.say("letter.reason.dip")
        news = self.situation.news
        if news is not None and news >= _HEAVY_NEWS:
            return self.say("letter.reason.news", percent=percent(news, self.channel.language))
        return self.say("letter.reason.none")

    def _pushes(self, topic: str) -> Iterator[str]:
        """The open proposal of a topic, what is planned for it already, and what went out in the last days."""
        for push in self.situation.pushes:
            out = push.went_out_at
            if out is not None and topic in push.topics and self.situation.now - out <= _JUST_OUT:
                yield self.say("letter.out", number=push.number, when=self.when(out))
        for push in self._open(topic):
            key = "letter.proposal" if push.state is PushState.PROPOSED else "letter.planned"
            yield self.say(key, number=push.number, window=self.window(push))

    def _open(self, topic: str) -> Iterator[Push]:
        """What is proposed or planned for a topic and not over."""
        for push in self.situation.pushes:
            is_open = push.state in (PushState.PROPOSED, PushState.PLANNED) and push.ends_at >= self.situation.now
            if is_open and topic in push.topics:
                yield push

    def blind(self, told: Sequence[Told]) -> Iterator[str]:
        """A line for each source that gives no data, with all topics it leaves unknown."""
        for source, changes in _by_source(told).items():
            topics = ", ".join(dict.fromkeys(self.alias(one.topic) for one in changes))
            when, name = min(one.change.at for one in changes), self.source(source)
            yield self.say("letter.blind", source=name, when=self.when(when), topics=topics)

    def over(self, told: Sequence[Told]) -> Iterator[str]:
        """A line for each fade that has ended, and for each source that sees again."""
        back = [one for one in told if one.change.before is State.NO_DATA]
        language = self.channel.language
        gone = [one for one in told if one not in back]
        ended = {(one.topic, one.source): one for one in gone}
        ended |= {(one.topic, one.source): one for one in reversed(gone) if grade(one.change) is Grade.FADE}
        for one in ended.values():
            key = "letter.meanwhile" if grade(one.change) is Grade.FADE else "letter.over"
            state = state_name(self.state(one), language=language)
            topic, source = self.alias(one.topic), self.source(one.source)
            yield self.say(key, when=self.when(one.change.at), state=state, topic=topic, source=source)
        for source, changes in _by_source(back).items():
            topics = ", ".join(dict.fromkeys(self.alias(one.topic) for one in changes))
            when = self.when(max(one.change.at for one in changes))
            yield self.say("letter.back", source=self.source(source), when=when, topics=topics)


def _then(told: Told) -> Assessment:
    """Where a series stood when it changed."""
    change = told.change
    return Assessment(told.topic, told.source, change.at, change.to, change.at, change.evidence, change.kind)


def _by_source(told: Sequence[Told]) -> Mapping[str, Sequence[Told]]:
    found: dict[str, list[Told]] = {}
    for one in told:
        found.setdefault(one.source, []).append(one)
    return found

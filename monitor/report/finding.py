"""A topic's finding as it is printed: its title, its line, how sure it is, what it rests on and what is missing.

What is printed leaves the house: aliases only, no reason that a source gave, and times in the campaign's own zone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from ..alerts import messages
from ..alerts.answers import gap_words
from ..alerts.by_day import source_name
from ..alerts.wording import amount, day_in, moment, plain
from ..model import Push, SourceView, State, Term, Topic, TopicView, called_outside
from ..words import say
from .line import Day, Line, days, line

_TOLD = ("ask.sure", "ask.complete", "ask.last_known", "ask.usual")
_GAPS_TOLD = 4
_PUSHES_TOLD = 6


@dataclass(frozen=True, slots=True)
class Paper:
    """What a report is printed for: the campaign by its alias, a language, the campaign's zone, so many days.

    `terms` of the campaign stand nowhere in it.
    """

    campaign: str
    language: str
    timezone: str
    days: int = 30
    invented: bool = False
    terms: tuple[Term, ...] = ()

    def say(self, key: str, *, count: float | None = None, **values: object) -> str:
        """The text `key` in the language of the report."""
        return say(key, self.language, count=count, **values)

    def day(self, at: datetime, *, near: datetime | None = None) -> str:
        """A day of the campaign's zone, with its year unless it is that of `near`."""
        year_before = at.replace(year=at.year - 2, day=1)
        return day_in(at, timezone=self.timezone, near=near or year_before, language=self.language)


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """All that is printed of a topic: whole sentences, and the line they are about."""

    paper: Paper
    topic: str
    state: State
    at: datetime
    title: str
    subtitle: str
    unit: str
    line: Line
    days: tuple[Day, ...]
    notes: tuple[str, ...]
    alt: str

    @property
    def counted(self) -> str:
        """What the line counts."""
        return self.paper.say("reports.axis", counted=self.unit.capitalize())

    @property
    def heading(self) -> str:
        """Whose finding it is."""
        return self.paper.say("reports.of", campaign=plain(self.paper.campaign), topic=self.topic)

    @property
    def as_of(self) -> str:
        """The day it is about, and whose day that is."""
        return self.paper.say("reports.as_of", day=self.paper.day(self.at), zone=self.paper.timezone)

    @property
    def words(self) -> tuple[str, ...]:
        """All that is printed, for those who hear it: what is drawn is told in words."""
        return (self.heading, f"{self.title}.", self.as_of, self.alt, *self.notes, *self.closing)

    @property
    def closing(self) -> tuple[str, ...]:
        """What the tool holds, and whether all of it is invented."""
        invented = (self.paper.say("frame.invented"),) if self.paper.invented else ()
        return (*invented, self.paper.say("reports.made"))


def finding(view: TopicView, paper: Paper, *, pushes: Sequence[Push] = ()) -> Finding:
    """What is printed of a topic, with those of the pushes marked that went out for it."""
    lead = view.leading
    drawn = line(lead, days=paper.days, pushes=_out(view.topic, pushes))
    counted = messages.unit(lead.series, language=paper.language)
    return Finding(
        paper=paper,
        topic=plain(view.topic.alias),
        state=lead.assessment.state,
        at=lead.assessment.at,
        title=messages.headline(lead.assessment, paper.language),
        subtitle=messages.chart_title(view, paper.language),
        unit=counted,
        line=drawn,
        days=days(lead, drawn, ZoneInfo(paper.timezone)),
        notes=tuple(_notes(view, drawn, paper)),
        alt=_alt(drawn, paper, counted=counted),
    )


def _out(topic: Topic, pushes: Sequence[Push]) -> tuple[datetime, ...]:
    """When the pushes of a topic went out, in order."""
    return tuple(sorted(push.went_out_at for push in pushes if push.went_out_at and topic.key in push.topics))


def _notes(view: TopicView, drawn: Line, paper: Paper) -> Iterator[str]:
    """How sure, how complete, against what; what was not observed, the pushes, and how it was measured."""
    asked = {paper.say(question) for question in _TOLD}
    for answer in messages.answers(view, timezone=paper.timezone, language=paper.language):
        if answer.question in asked:
            yield answer.text
    if drawn.pushes:
        yield paper.say("reports.pushes", times=_times(drawn, paper))
    yield _gaps(view, drawn, paper)
    counted = messages.unit(view.leading.series, language=paper.language)
    yield paper.say("reports.method", counted=counted, source=_source(view.leading, view.topic, paper))


def _times(drawn: Line, paper: Paper) -> str:
    near, shown = drawn.end, drawn.pushes[-_PUSHES_TOLD:]
    told = "; ".join(moment(at, timezone=paper.timezone, near=near, language=paper.language) for at in shown)
    before = len(drawn.pushes) - len(shown)
    return paper.say("reports.pushes.more", times=told, number=before) if before else told


def _gaps(view: TopicView, drawn: Line, paper: Paper) -> str:
    """The stretches that were not observed, newest first, without what the source said."""
    if not drawn.gaps:
        return paper.say("reports.gaps.none")
    found = sorted(drawn.gaps, key=lambda gap: gap.start, reverse=True)
    zone, language = paper.timezone, paper.language
    told = [
        gap_words(gap, topic=view.topic, timezone=zone, at=drawn.end, language=language) for gap in found[:_GAPS_TOLD]
    ]
    more = len(found) - len(told)
    rest = [paper.say("gap.more", number=more)] if more else []
    return paper.say("reports.gaps", gaps="; ".join([*told, *rest]))


def _source(view: SourceView, topic: Topic, paper: Paper) -> str:
    """The source by its name; by its kind only where a term stands in the name, as an archive's may."""
    return source_name(called_outside(view.assessment.source, (*topic.terms, *paper.terms)), paper.language)


def _alt(drawn: Line, paper: Paper, *, counted: str) -> str:
    """The picture in words."""
    start, end = (paper.day(at, near=drawn.end) for at in (drawn.start, drawn.end))
    found = drawn.summary()
    if found is None:
        return paper.say("reports.alt.nothing", counted=counted, start=start, end=end)
    first, highest, last, when = found
    text = paper.say(
        "reports.alt",
        counted=counted,
        start=start,
        end=end,
        first=amount(first, paper.language),
        highest=amount(highest, paper.language),
        when=paper.day(when, near=drawn.end),
        last=amount(last, paper.language),
    )
    number = len(drawn.gaps)
    return f"{text} {paper.say('reports.alt.gaps', count=number, number=number)}" if number else text

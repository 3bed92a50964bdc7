"""What stands on a topic's card of the page Today, in words: built once, and shown until something changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..alerts import messages
from ..alerts.agreement import fading
from ..alerts.wording import day_in, known, percent, sentence
from ..model import DAY, Assessment, Daily, Push, PushState, State
from ..pushes import telling
from ..shown.today import TodayPage, TopicToday
from ..words import reason_in, say
from ..words.cleaning import one_line, plain
from . import charts, numbers
from .drawing import Json
from .palette import MARKS
from .viewer import Viewer


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a topic's card, in one language and time zone."""

    heading: str
    notices: str
    step: str
    crowd: str
    title: str
    option: dict[str, Json]
    alt: str
    legend: str
    sources: str


@lru_cache(maxsize=64)
def drawn(topic: TopicToday, language: str, timezone: str) -> Card:
    """A topic's card, built once: a topic is equal to itself only, and a new round brings new ones."""
    view, lead = topic.view, topic.view.leading
    marks = _marks(topic)
    answers = messages.answers(view, timezone=timezone, language=language)
    return Card(
        heading=heading(lead.assessment, language),
        notices="\n".join(_notices(topic, answers, language)),
        step=labelled("today.next", messages.next_step(lead.assessment, language), language),
        crowd="\n".join(_crowd(topic, answers, language)),
        title=messages.chart_title(view, language),
        option=charts.option(lead, timezone=timezone, language=language, marks=marks),
        alt=numbers.description(lead, timezone=timezone, language=language, marks=marks),
        legend="\n".join(_legend(topic, marks, timezone, language)),
        sources=labelled("today.sources", "\n".join(_sources(topic, timezone, language)), language),
    )


@lru_cache(maxsize=64)
def table(topic: TopicToday, language: str, timezone: str) -> tuple[str, Sequence[str], Sequence[Sequence[str]]]:
    """The numbers of a topic's chart: a caption, columns, rows."""
    lead = topic.view.leading
    counted = messages.unit(lead.series, language=language)
    rows = numbers.rows(lead, timezone=timezone, language=language, marks=_marks(topic))
    return say("today.table", language, counted=counted), numbers.columns(lead, language=language), tuple(rows)


def forget() -> None:
    """Let go of what was drawn: what was wiped must not live on in memory."""
    drawn.cache_clear()
    table.cache_clear()


def evidence(topic: TopicToday, viewer: Viewer) -> Iterator[str]:
    """What the state rests on: each a label, and sentences under it."""
    view, language = topic.view, viewer.language
    state = view.leading.assessment.state
    means = viewer.say("today.means", state=messages.state_name(state, language))
    yield f"{means}\n{messages.meanings(language)[state]}"
    for answer in messages.answers(view, timezone=viewer.timezone, language=language):
        yield f"{answer.question}\n{answer.text}"
    yield labelled("today.ranges", messages.ranges(language), language)


def state_mark(state: State, language: str) -> str:
    """A state by its shape and name."""
    return f"{MARKS[state].shape} {messages.state_name(state, language)}"


def heading(judged: Assessment, language: str) -> str:
    """The state and the one thing that shows it, its shape in its colour."""
    mark = MARKS[judged.state]
    return f":{mark.slot}[{mark.shape}] {messages.headline(judged, language)}"


def sure(judged: Assessment, language: str) -> str:
    """How sure a state is, such as "fairly sure (72%)"; nothing where that is not known."""
    is_known = known(judged.evidence.certainty) and judged.state not in (State.TOO_FEW, State.NO_DATA)
    return messages.sureness(judged.evidence.certainty, language) if is_known else ""


def labelled(key: str, text: str, language: str) -> str:
    """A label as the first line, which the style sets apart, and what it is about."""
    return f"{say(key, language)}\n{text}"


def _notices(topic: TopicToday, answers: Sequence[messages.Answer], language: str) -> Iterator[str]:
    """What must be known before the rest is read: how sure, whether sources agree, why nothing is known, how young."""
    lead = topic.view.leading.assessment
    told = sure(lead, language)
    if told:
        yield say("today.sure", language, state=sentence(messages.state_name(lead.state, language))[:-1], sure=told)
    if lead.state is State.NO_DATA and answers:
        yield answers[0].text
    together = messages.agreement(topic.view, language)
    if together:
        yield together
    if topic.coming and topic.coming.state is PushState.PROPOSED and lead.state is not State.FADING:
        names = ", ".join(fading(topic.view, language))
        if names:
            yield say("today.push.why", language, number=topic.coming.number, sources=names)
    reason = lead.evidence.reason
    if lead.evidence.warm_up and reason:
        yield sentence(say("warm_up", language, reason=reason_in(plain(reason), language)))


def _crowd(topic: TopicToday, answers: Sequence[messages.Answer], language: str) -> Iterator[str]:
    question = say("ask.crowd", language)
    found = [answer for answer in answers if answer.question == question]
    for answer in found:
        few = "" if topic.few is None else say("today.few", language, percent=percent(topic.few, language))
        yield question
        yield f"{answer.text} {few}".strip()


def _marks(topic: TopicToday) -> charts.Marks:
    return charts.Marks(tuple((push.went_out_at, push.number) for push in topic.out if push.went_out_at), topic.news)


def _legend(topic: TopicToday, marks: charts.Marks, timezone: str, language: str) -> Iterator[str]:
    """What the marks on the chart are, and why its grey stretches are."""
    at = topic.view.leading.assessment.at
    out = [(number, day_in(when, timezone=timezone, near=at, language=language)) for when, number in marks.pushes]
    if out:
        listed = ", ".join(say("today.mark.push", language, number=number, day=day) for number, day in out)
        yield say("today.mark.pushes", language, listed=listed)
    if marks.news:
        days = [day_in(day + DAY / 2, timezone=timezone, near=at, language=language) for day in marks.news]
        yield say("today.mark.news", language, days=", ".join(days))
    since = charts.window_start(topic.view.leading)
    for gap in messages.gaps(topic.view, since=since, timezone=timezone, language=language):
        yield say("today.grey", language, gap=gap)


def _sources(topic: TopicToday, timezone: str, language: str) -> Iterator[str]:
    """A line a source: what it shows, and how far its data reach."""
    for source in topic.view.sources:
        line = messages.source_line(source, timezone=timezone, language=language)
        yield _source(source.assessment.state, line, language)
    yield from (_daily(daily, language) for daily in topic.view.beside)


def _daily(daily: Daily, language: str) -> str:
    """A source that counts by the day says its state itself, where it is judged."""
    line = messages.daily_line(daily, language)
    if daily.assessment is None:
        return line
    return say("today.source.day", language, shape=MARKS[daily.assessment.state].shape, line=line)


def _source(state: State, line: str, language: str) -> str:
    name = messages.state_name(state, language)
    return say("today.source", language, shape=MARKS[state].shape, state=name, line=line)


def pushes(topic: TopicToday, page: TodayPage, viewer: Viewer) -> Iterator[str]:
    """The last push and what it brought, and the next one and who sees to it."""
    reader = telling.Reader(viewer.timezone, page.frame.now, viewer.language)
    if topic.last and topic.last.went_out_at:
        when = telling.moment(topic.last.went_out_at, reader)
        named = viewer.say("today.push.named", number=topic.last.number, when=when)
        brought = telling.effect_lines(topic.effect, alias=named, language=viewer.language)[:1] if topic.effect else ()
        yield labelled("today.push.last", " ".join(brought or (named,)), viewer.language)
    yield labelled("today.push.coming", _coming(topic.coming, page, viewer), viewer.language)


def _coming(push: Push | None, page: TodayPage, viewer: Viewer) -> str:
    if push is None:
        return viewer.say("today.push.none")
    if push.state is PushState.PROPOSED:
        return viewer.say("today.push.proposed", number=push.number)
    reader = telling.Reader(viewer.timezone, page.frame.now, viewer.language)
    owner = one_line(push.owner) or viewer.say("push.nobody")
    when = telling.span(push.starts_at, push.ends_at, reader)
    told = viewer.say("today.push.planned", number=push.number, when=when, owner=owner)
    return f"{told} {viewer.say('push.overdue')}" if push.ends_at < page.frame.now else told

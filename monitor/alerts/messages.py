"""Every sentence a campaigner reads, on the command line and on the page: numbers and aliases, never terms.

Whole sentences come from here, in the language asked for; those who show them glue nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from types import MappingProxyType

from ..model import HOUR, Coverage, Evidence, Pulse, Rest, SourceView, State, Topic, TopicView
from ..words import reason_in, say
from .agreement import agreement
from .answers import Answer, answers, gap_words, unit
from .by_day import daily_line, source_name
from .headlines import (
    MEANINGS,
    RANGES,
    above_usual,
    below_usual,
    headline,
    meanings,
    next_step,
    ranges,
    state_name,
    sureness,
)
from .wave import wave_story
from .wording import counted, hours_between, known, moment, number, plain, span

__all__ = [
    "MEANINGS",
    "RANGES",
    "Answer",
    "agreement",
    "answers",
    "beside",
    "chart_title",
    "daily_line",
    "gaps",
    "headline",
    "imported",
    "judged_at",
    "meanings",
    "next_step",
    "overdue",
    "paragraph",
    "plain",
    "ranges",
    "replayed",
    "source_line",
    "state_name",
    "status",
    "sureness",
    "trouble",
    "unit",
    "wave_story",
]

_OVERDUE = timedelta(hours=3)  # three rounds of an hour
_GAPS_TOLD = 4
_PLACES: Mapping[str, str] = MappingProxyType(
    {"above": "place.above", "below": "place.below", "within": "place.within"}
)
_ARCHIVE = "archive"
_LEFT_OUT: Mapping[str, str] = MappingProxyType(
    {
        "duplicates": "imported.duplicates",
        "unmatched": "imported.unmatched",
        "opted_out": "imported.opted_out",
        "late": "imported.late",
        "quarantined": "imported.quarantined",
    }
)


def paragraph(view: TopicView, *, timezone: str, language: str = "en") -> str:
    """Where the topic stands, whether its sources agree, how sure, how fresh, against what, since when, by how many."""
    together = agreement(view, language)
    texts = [answer.text for answer in answers(view, timezone=timezone, language=language)]
    first = f"{headline(view.leading.assessment, language)}."
    return " ".join([first, *([together] if together else []), *texts])


def judged_at(at: datetime, *, timezone: str, language: str = "en") -> str:
    """The time all of the page speaks of, in the campaign's zone."""
    return say("page.as_of", language, when=moment(at, timezone=timezone, language=language), zone=timezone)


def overdue(at: datetime, *, now: datetime, language: str = "en") -> str:
    """A warning where the newest round is long past, or nothing."""
    if now - at <= _OVERDUE:
        return ""
    return say("page.overdue", language, span=span(hours_between(at, now), language))


def chart_title(view: TopicView, language: str = "en") -> str:
    """What the chart shows, as a finding."""
    lead = view.leading
    place = _place(lead.assessment.evidence)
    key = _chart_key(lead.assessment.state, known_place=bool(place))
    counts = unit(lead.series, language=language).capitalize()
    return say(key, language, counted=counts, place=say(_PLACES[place], language) if place else "")


def _chart_key(state: State, *, known_place: bool) -> str:
    if state is State.NO_DATA:
        return "chart.no_data"
    if state is State.TOO_FEW:
        return "chart.too_few"
    if not known_place:
        return "chart.unknown"
    if state is State.FADING:
        return "chart.falling"
    return "chart.growing" if state in {State.RISING, State.RECOVERING} else "chart.holding"


def _place(evidence: Evidence) -> str:
    if not known(evidence.level) or not known(evidence.usual_low) or not known(evidence.usual_high):
        return ""
    if above_usual(evidence):
        return "above"
    return "below" if below_usual(evidence) else "within"


def gaps(view: TopicView, *, since: datetime, timezone: str, language: str = "en") -> tuple[str, ...]:
    """The stretches after `since` that were not observed, newest first and each with its reason."""
    found = sorted((gap for gap in view.leading.gaps if gap.end > since), key=_start, reverse=True)
    at, topic = view.leading.assessment.at, view.topic
    told = [gap_words(gap, topic=topic, timezone=timezone, at=at, language=language) for gap in found[:_GAPS_TOLD]]
    more = len(found) - len(told)
    return (*told, say("gap.more", language, number=more)) if more else tuple(told)


def source_line(source: SourceView, *, timezone: str, language: str = "en") -> str:
    """A source and how far its data reach."""
    name = source_name(source.assessment.source, language)
    if source.fresh_until is None:
        return say("reaches.none", language, source=name)
    when = moment(source.fresh_until, timezone=timezone, near=source.assessment.at, language=language)
    return say("reaches", language, source=name, when=when)


def _start(gap: Coverage) -> datetime:
    return gap.start


def trouble(pulse: Pulse, *, timezone: str, language: str = "en") -> str:
    """That a source does not answer, and when it is asked again, in a sentence."""
    source, reason = source_name(pulse.source, language), reason_in(plain(pulse.reason), language)
    if not pulse.retry_at:
        return say("silent", language, source=source, reason=reason)
    when = moment(pulse.retry_at, timezone=timezone, language=language)
    return say("silent.again", language, source=source, reason=reason, when=when)


def beside(rest: Rest, *, timezone: str, language: str = "en") -> Iterator[str]:
    """The lines about topics that have daily numbers only, and about sources that do not answer."""
    for topic, days in rest.by_day:
        yield say("told.by_day", language, alias=plain(topic.alias))
        yield from (f"  {daily_line(daily, language)}" for daily in days)
        judged = next((daily.assessment for daily in days if daily.assessment), None)
        if judged:
            yield f"  {say('told.next', language, step=next_step(judged, language))}"
    yield from (trouble(pulse, timezone=timezone, language=language) for pulse in rest.silent)


def status(
    views: Sequence[TopicView],
    *,
    topics: Sequence[Topic],
    timezone: str,
    asked: datetime | None,
    rest: Rest = Rest(),  # noqa: B008 - frozen
    language: str = "en",
) -> Iterator[str]:
    """The lines of `monitor status`: a paragraph and a next step for each topic, and which topics have no data yet.

    `asked` is the moment asked for, or None for the last hour the data cover; `rest` is what has no hours.
    """
    if views:
        at = max(view.leading.assessment.at for view in views)
        key = "told.as_of" if asked and at >= asked - HOUR else "told.as_of.last"
        yield say(key, language, when=moment(at, timezone=timezone, language=language), zone=timezone)
        yield ""
    for view in views:
        yield from _status_of(view, timezone=timezone, language=language)
    yield from beside(rest, timezone=timezone, language=language)
    shown = {view.topic.key for view in views} | {topic.key for topic, _ in rest.by_day}
    until = moment(asked, timezone=timezone, language=language) if asked else ""
    for topic in topics:
        if topic.key not in shown:
            key = "told.nothing.until" if until else "told.nothing"
            yield say(key, language, alias=plain(topic.alias), when=until)


def _status_of(view: TopicView, *, timezone: str, language: str) -> Iterator[str]:
    """A topic's paragraph, its next step, and what is counted by the day beside it."""
    yield f"{plain(view.topic.alias)} ({view.topic.key})"
    yield f"  {paragraph(view, timezone=timezone, language=language)}"
    yield f"  {say('told.next', language, step=next_step(view.leading.assessment, language))}"
    yield from (f"  {say('told.beside', language, line=daily_line(daily, language))}" for daily in view.beside)
    if any(_ends_in_a_fade(source) for source in view.sources):
        yield f"  {say('told.untold', language, topic=view.topic.key)}"
    yield ""


def _ends_in_a_fade(view: SourceView) -> bool:
    """Whether it is an archive that fades: nobody follows it, so nobody is warned of it."""
    judged = view.assessment
    return judged.state is State.FADING and judged.source.partition(":")[0] == _ARCHIVE


def imported(row: Mapping[str, object], language: str = "en") -> Iterator[str]:
    """The lines of `monitor import`: what became of every row that was read, and that an archive warns nobody."""
    rows, files, posts = (
        counted(key, _whole(row[name]), language)
        for key, name in (("count.rows", "read"), ("count.files", "files"), ("count.posts", "counted"))
    )
    yield say("imported", language, rows=rows, files=files, posts=posts)
    for name, key in _LEFT_OUT.items():
        if row[name]:
            yield say(key, language, rows=counted("count.rows", _whole(row[name]), language))
    reasons = row.get("reasons")
    if isinstance(reasons, Mapping):
        for reason, count in reasons.items():
            told = number(count, language=language)
            yield f"  {say('imported.reason', language, number=told, reason=reason_in(reason, language))}"
    for start, end in map(_listed, _listed(row.get("complete"))):
        yield say("imported.complete", language, start=start, end=end)
    for reason in _listed(row.get("partial")):
        yield say("imported.partial", language, reason=reason_in(str(reason), language))
    if row["counted"] or row["duplicates"]:
        yield say("told.untold", language, topic="KEY")


def _whole(found: object) -> int:
    return found if isinstance(found, int) else 0


def _listed(found: object) -> Sequence[object]:
    return found if isinstance(found, list | tuple) else ()


def replayed(row: Mapping[str, object], language: str = "en") -> str:
    """A line of `monitor backtest` without --json: a change of state, or a forecast."""
    where = {"series": row["series"], "at": row["at"]}
    if "horizon_hours" in row:
        mean, low, high = (number(_real(row[name]), language=language) for name in ("mean", "low80", "high80"))
        hours = _whole(row["horizon_hours"])
        return say("replayed.forecast", language, count=hours, hours=hours, mean=mean, low=low, high=high, **where)
    before, to = (state_name(State(str(row[name])), language) for name in ("from", "to"))
    certainty, kind = row.get("certainty"), row.get("kind")
    parts = [say("replayed.change", language, before=before, to=to, count=None, **where)]
    if kind:
        parts.append(say("replayed.slow" if kind == "slow" else "replayed.halved", language))
    if row.get("resumed"):
        parts.append(say("replayed.resumed", language))
    if isinstance(certainty, float):
        parts.append(say("replayed.sure", language, sure=sureness(certainty, language)))
    return "".join(parts)


def _real(found: object) -> float:
    return found if isinstance(found, int | float) else float("nan")

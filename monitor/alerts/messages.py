"""Every sentence a campaigner reads, on the command line and on the page: numbers and aliases, never terms.

Whole sentences are written here, not glued by who shows them, so that a translation can replace them one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from ..model import HOUR, Coverage, Evidence, Pulse, Rest, SourceView, State, Topic, TopicView
from .agreement import agreement
from .answers import Answer, answers, gap_words, unit
from .by_day import daily_line
from .headlines import MEANINGS, RANGES, above_usual, below_usual, headline, next_step, sureness
from .wave import wave_story
from .wording import hours_between, known, moment, plain, span

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
    "next_step",
    "overdue",
    "paragraph",
    "plain",
    "replayed",
    "source_line",
    "status",
    "sureness",
    "trouble",
    "unit",
    "wave_story",
]

_OVERDUE = timedelta(hours=3)  # three rounds of an hour
_GAPS_TOLD = 4


def paragraph(view: TopicView, *, timezone: str) -> str:
    """Where the topic stands, whether its sources agree, how sure, how fresh, against what, since when, by how many."""
    together = agreement(view)
    texts = [answer.text for answer in answers(view, timezone=timezone)]
    return " ".join([f"{headline(view.leading.assessment)}.", *([together] if together else []), *texts])


def judged_at(at: datetime, *, timezone: str) -> str:
    """The time all of the page speaks of, in the campaign's zone."""
    return f"As of {moment(at, timezone=timezone)} ({timezone})."


def overdue(at: datetime, *, now: datetime) -> str:
    """A warning where the newest round is long past, or nothing."""
    if now - at <= _OVERDUE:
        return ""
    return (
        f"The newest round was {span(hours_between(at, now))} ago, so this page is out of date. "
        "If the collector has stopped, start it with: monitor run"
    )


def chart_title(view: TopicView) -> str:
    """What the chart shows, as a finding."""
    lead = view.leading
    counted = unit(lead.series).capitalize()
    place = _place(lead.assessment.evidence)
    if lead.assessment.state is State.NO_DATA:
        return f"{counted} a day: the line ends where the data stop"
    if lead.assessment.state is State.TOO_FEW:
        return f"{counted} a day are too few to tell a change from chance"
    if not place:
        return f"{counted} a day in the last 30 days; the usual range is not known yet"
    if lead.assessment.state is State.FADING:
        return f"{counted} a day are falling, now {place} the usual range"
    if lead.assessment.state in {State.RISING, State.RECOVERING}:
        return f"{counted} a day are growing, now {place} the usual range"
    return f"{counted} a day are {place} the usual range"


def _place(evidence: Evidence) -> str:
    if not known(evidence.level) or not known(evidence.usual_low) or not known(evidence.usual_high):
        return ""
    if above_usual(evidence):
        return "above"
    return "below" if below_usual(evidence) else "within"


def gaps(view: TopicView, *, since: datetime, timezone: str) -> tuple[str, ...]:
    """The stretches after `since` that were not observed, newest first and each with its reason."""
    found = sorted((gap for gap in view.leading.gaps if gap.end > since), key=_start, reverse=True)
    at = view.leading.assessment.at
    told = [gap_words(gap, topic=view.topic, timezone=timezone, at=at) for gap in found[:_GAPS_TOLD]]
    more = len(found) - len(told)
    return (*told, f"and {more} more") if more else tuple(told)


def source_line(source: SourceView, *, timezone: str) -> str:
    """A source and how far its data reach."""
    name = plain(source.assessment.source)
    if source.fresh_until is None:
        return f"{name}, no complete hour yet"
    return f"{name}, data to {moment(source.fresh_until, timezone=timezone, near=source.assessment.at)}"


def _start(gap: Coverage) -> datetime:
    return gap.start


def trouble(pulse: Pulse, *, timezone: str) -> str:
    """That a source does not answer, and when it is asked again, in a sentence."""
    again = f"; it is asked again on {moment(pulse.retry_at, timezone=timezone)}" if pulse.retry_at else ""
    return f"{plain(pulse.source)} gives no numbers: {plain(pulse.reason)}{again}."


def beside(rest: Rest, *, timezone: str) -> Iterator[str]:
    """The lines about topics that have daily numbers only, and about sources that do not answer."""
    for topic, days in rest.by_day:
        yield f"{plain(topic.alias)}: counted by the day only, which shows a change days later than hours would."
        yield from (f"  {daily_line(daily)}" for daily in days)
        judged = next((daily.assessment for daily in days if daily.assessment), None)
        if judged:
            yield f"  Next: {next_step(judged)}"
    yield from (trouble(pulse, timezone=timezone) for pulse in rest.silent)


def status(
    views: Sequence[TopicView],
    *,
    topics: Sequence[Topic],
    timezone: str,
    asked: datetime | None,
    rest: Rest = Rest(),  # noqa: B008 - frozen
) -> Iterator[str]:
    """The lines of `monitor status`: a paragraph and a next step for each topic, and which topics have no data yet.

    `asked` is the moment asked for, or None for the last hour the data cover; `rest` is what has no hours.
    """
    if views:
        at = max(view.leading.assessment.at for view in views)
        why = "" if asked and at >= asked - HOUR else ", the last hour the data cover"
        yield f"Judged as of {moment(at, timezone=timezone)} ({timezone}){why}."
        yield ""
    for view in views:
        yield f"{plain(view.topic.alias)} ({view.topic.key})"
        yield f"  {paragraph(view, timezone=timezone)}"
        yield f"  Next: {next_step(view.leading.assessment)}"
        yield from (f"  Beside it: {daily_line(daily)}" for daily in view.beside)
        yield ""
    yield from beside(rest, timezone=timezone)
    shown = {view.topic.key for view in views} | {topic.key for topic, _ in rest.by_day}
    for topic in topics:
        if topic.key not in shown:
            when = f"up to {moment(asked, timezone=timezone)}" if asked else "yet"
            yield f"{plain(topic.alias)}: nothing is known {when} (monitor import FILE, or monitor run)"


def imported(row: Mapping[str, object]) -> Iterator[str]:
    """The lines of `monitor import`: what became of every row that was read."""
    read = f"{_count(row['read'], 'row')} read from {_count(row['files'], 'file')}"
    yield f"{read}, {_count(row['counted'], 'post')} counted."
    told = {
        "duplicates": "counted before",
        "unmatched": "without any of your terms",
        "opted_out": "by people who opted out: dropped",
        "late": "too late: their hours are closed, so they cannot be told from posts that were counted before",
        "quarantined": "that could not be read",
    }
    for name, what in told.items():
        if row[name]:
            yield f"{_count(row[name], 'row')} {what}."
    reasons = row.get("reasons")
    if isinstance(reasons, Mapping):
        yield from (f"  {count:,} × {reason}" for reason, count in reasons.items())
    for start, end in _listed(row.get("complete")):
        yield f"Complete from {start} to {end}: an hour without posts in it is a true zero."
    for reason in _listed(row.get("partial")):
        yield f"Not complete everywhere: {reason}."


def _count(number: object, what: str) -> str:
    """A number of things, in the singular where it is one."""
    return f"1 {what}" if number == 1 else f"{number:,} {what}s"


def _listed(found: object) -> Sequence[Any]:
    return found if isinstance(found, list | tuple) else ()


def replayed(row: Mapping[str, object]) -> str:
    """A line of `monitor backtest` without --json: a change of state, or a forecast."""
    if "horizon_hours" in row:
        return (
            f"{row['series']}  {row['at']}  next {row['horizon_hours']} hours: "
            f"about {row['mean']:,.0f} ({row['low80']:,.0f} to {row['high80']:,.0f})"
        )
    certainty = row.get("certainty")
    sure = f", {sureness(certainty)}" if isinstance(certainty, float) else ""
    kind = f" ({row['kind']})" if row.get("kind") else ""
    resumed = ", taken up again after a gap" if row.get("resumed") else ""
    return f"{row['series']}  {row['at']}  {row['from']} → {row['to']}{kind}{resumed}{sure}"

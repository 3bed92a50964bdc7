"""The answers a campaigner asks of a topic, in the order they are asked, each a few plain sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..model import Assessment, Coverage, Crowd, Evidence, Series, SourceView, State, Status, Topic, TopicView
from .headlines import sureness
from .wave import wave_story
from .wording import about, amount, hours_between, known, moment, percent, plain, sentence, span, utc_day

_MEASURES = {
    "posts": ("post", "posts"),
    "views": ("page view", "page views"),
    "uses": ("use", "uses"),
    "accounts": ("account", "accounts"),
    "stories": ("story", "stories"),
    "people": ("person", "people"),
}
_MANY_PEOPLE = 100
_FEW_PEOPLE = 10  # below this a number of people is not told: safety.md, small cells
_ONE_LOUD_VOICE = 0.3
_REASON_LENGTH = 120
_STANDS_OUT = 2.0  # times the usual: a peak that is one


@dataclass(frozen=True, slots=True)
class Answer:
    """A question of a tired campaigner and its answer in whole sentences."""

    question: str
    text: str


def answers(view: TopicView, *, timezone: str) -> tuple[Answer, ...]:
    """How sure, how fresh and complete, against usual, since when, the wave, many or few: what applies."""
    lead = view.leading
    judged = lead.assessment
    if judged.state is State.NO_DATA:
        found = _unknown(view, timezone=timezone)
    else:
        found = [
            ("How sure, how complete", _how_sure(lead, timezone=timezone)),
            ("Against what is usual", _against_usual(judged.evidence, lead.series)),
            ("Since when", _since_when(judged, timezone=timezone)),
            ("The wave", _wave(judged, timezone=timezone)),
            ("Many people or few", _crowd(lead)),
        ]
    return tuple(Answer(question, text) for question, text in found if text)


def unit(series: Series, *, value: float = 2) -> str:
    """What a series counts, in the plural unless `value` is told as one."""
    one, many = _MEASURES.get(series.measure, (plain(series.measure),) * 2)
    return one if amount(value) in {"1", "less than 1"} else many


def because(reason: str, topic: Topic) -> str:
    """A reason that may be shown: plain, short, and none at all where it holds one of the topic's terms."""
    text = plain(reason)[:_REASON_LENGTH]
    folded = text.casefold()
    return "" if any(term.text.casefold() in folded for term in topic.terms) else text


def _unknown(view: TopicView, *, timezone: str) -> list[tuple[str, str]]:
    lead = view.leading
    silence = "Silence of the collector is not silence of the public: people may be writing as much as before."
    return [
        ("Why", f"{_why_unknown(view)} {silence}"),
        ("How complete", _freshness(lead, timezone=timezone)),
        ("Last known", _last_known(lead.assessment, timezone=timezone)),
    ]


def _why_unknown(view: TopicView) -> str:
    lead = view.leading
    if lead.fresh_until is None and lead.gaps and all(gap.status is Status.PARTIAL for gap in lead.gaps):
        return "This source was begun just now, and no whole hour is known yet. There is nothing to mend."
    reason = because(_newest_reason(lead.gaps) or lead.assessment.evidence.reason, view.topic)
    newest = f"The newest hours of {plain(lead.assessment.source)} were not observed"
    return sentence(f"{newest}: {reason}" if reason else newest)


def _newest_reason(gaps: tuple[Coverage, ...]) -> str:
    return max(gaps, key=lambda gap: gap.end).reason if gaps else ""


def _last_known(judged: Assessment, *, timezone: str) -> str:
    if not judged.changes or judged.changes[-1].to is not State.NO_DATA:
        return ""
    change = judged.changes[-1]
    when = moment(change.at, timezone=timezone, near=judged.at)
    return f"Before the data stopped it was {change.before.value}. Not known since {when} ({timezone})."


def _how_sure(lead: SourceView, *, timezone: str) -> str:
    judged = lead.assessment
    of_what = " that it stays down" if judged.state is State.FADING and known(judged.evidence.certainty) else ""
    sure = "" if judged.state is State.TOO_FEW else sentence(f"{sureness(judged.evidence.certainty)}{of_what}")
    parts = (sure, _warm_up(judged.evidence), _freshness(lead, timezone=timezone))
    return " ".join(part for part in parts if part)


def _warm_up(evidence: Evidence) -> str:
    if not evidence.warm_up:
        return ""
    reason = evidence.reason if evidence.reason.startswith("warm-up") else "warm-up"
    return sentence(f"{plain(reason)}, so what is usual is not known well yet")


def _freshness(lead: SourceView, *, timezone: str) -> str:
    judged = lead.assessment
    if lead.fresh_until is None:
        return "Not one hour is complete yet."
    until = moment(lead.fresh_until, timezone=timezone, near=judged.at)
    behind = hours_between(lead.fresh_until, judged.at)
    age = f", {span(behind)} before this was judged" if behind >= 1 else ""
    return f"The data reach to {until}{age}. {_completeness(judged.evidence)}"


def _completeness(evidence: Evidence) -> str:
    if evidence.coverage >= 1:
        return "Nothing is missing in the last 7 days."
    return sentence(f"{percent(evidence.coverage)} of the last 7 days is complete")


def _against_usual(evidence: Evidence, series: Series) -> str:
    if not known(evidence.level):
        return ""
    level = sentence(f"{about(evidence.level)} {unit(series, value=evidence.level)} a day").rstrip(".")
    if known(evidence.usual_low) and known(evidence.usual_high):
        if evidence.usual_low < 0.5:
            return f"{level}; usual is up to {amount(evidence.usual_high)}."
        return f"{level}; usual is {amount(evidence.usual_low)} to {amount(evidence.usual_high)}."
    if known(evidence.usual):
        return f"{level}; usual is {about(evidence.usual)}."
    return f"{level}; what is usual is not known yet."


def _since_when(judged: Assessment, *, timezone: str) -> str:
    word = judged.state.value
    since = moment(judged.since, timezone=timezone, near=judged.at)
    lasted = span(hours_between(judged.since, judged.at))
    resumed = bool(judged.changes) and judged.changes[-1].resumed
    opening = f"{word.capitalize()} since {since} ({timezone}), for {lasted}."
    gap = "The same as before the gap in the data." if resumed else ""
    return f"{opening} {gap}".strip()


def _wave(judged: Assessment, *, timezone: str) -> str:
    """The story of the wave; a slow decline has none, unless it is a wave that goes slowly."""
    evidence = judged.evidence
    stands_out = known(evidence.peak) and known(evidence.usual) and evidence.peak >= _STANDS_OUT * evidence.usual
    if judged.kind == "slow" and not stands_out:
        return ""
    return wave_story(evidence, timezone=timezone, now=judged.at)


def _crowd(lead: SourceView) -> str:
    flood = _flood(lead.left_out)
    crowd = lead.crowd
    if crowd is None:
        return flood or "How many people take part is not known for the last whole days."
    day = f"on {utc_day(crowd.day)} (UTC day)"
    posts = {0: "no post", 1: "1 post"}.get(crowd.posts, f"{crowd.posts:,} posts")
    if crowd.posts < _FEW_PEOPLE:
        said = f"Few: {posts} {day}."
    elif crowd.people < _FEW_PEOPLE:
        said = f"Few: fewer than {_FEW_PEOPLE} people wrote {posts} {day}."
    else:
        said = _voices(crowd, posts=posts, day=day)
    return f"{flood} {said}".strip()


def _flood(left_out: int) -> str:
    if left_out < _FEW_PEOPLE:
        return ""
    return (
        f"One account flooded this source: {about(left_out)} of its posts in the last day are left out of the "
        "judgement, as one voice is not attention."
    )


def _voices(crowd: Crowd, *, posts: str, day: str) -> str:
    share = crowd.busiest / crowd.posts
    if share >= _ONE_LOUD_VOICE:
        return f"Few voices: {crowd.people:,} people wrote {posts} {day}, but {percent(share)} came from one account."
    wrote = f"{crowd.people:,} people wrote {posts} {day}; the busiest account wrote {percent(share)} of them."
    return f"Many: {wrote}" if crowd.people >= _MANY_PEOPLE else f"A small circle: {wrote}"


def gap_words(gap: Coverage, *, topic: Topic, timezone: str, at: datetime) -> str:
    """One stretch that was not observed: from when to when, and why."""
    start = moment(gap.start, timezone=timezone, near=at)
    end = moment(gap.end, timezone=timezone, near=at)
    reason = because(gap.reason, topic) or gap.status.value
    return f"{start} to {end}: {reason}"

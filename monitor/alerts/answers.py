"""The answers a campaigner asks of a topic, in the order they are asked, each a few plain sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from ..model import Assessment, Coverage, Crowd, Evidence, Series, SourceView, State, Status, Topic, TopicView
from ..words import reason_in, say
from .by_day import source_name
from .headlines import state_name, sureness
from .wave import wave_story
from .wording import (
    about,
    amount,
    counted,
    hours_between,
    known,
    moment,
    percent,
    plain,
    sentence,
    span,
    told_as,
    utc_day,
)

_MEASURES: Mapping[str, str] = MappingProxyType(
    {
        "posts": "unit.posts",
        "views": "unit.views",
        "uses": "unit.uses",
        "accounts": "unit.accounts",
        "stories": "unit.stories",
        "people": "unit.people",
    }
)
_STATUSES: Mapping[Status, str] = MappingProxyType(
    {
        Status.COMPLETE: "status.complete",
        Status.PARTIAL: "status.partial",
        Status.MISSING: "status.missing",
        Status.BLOCKED: "status.blocked",
    }
)
_FEW_PEOPLE = 10  # below this a number of people is not told: safety.md, small cells
_ONE_LOUD_VOICE = 0.3
_REASON_LENGTH = 120
_STANDS_OUT = 2.0  # times the usual: a peak that is one


@dataclass(frozen=True, slots=True)
class Answer:
    """A question of a tired campaigner and its answer in whole sentences."""

    question: str
    text: str


def answers(view: TopicView, *, timezone: str, language: str = "en") -> tuple[Answer, ...]:
    """How sure, how fresh and complete, against usual, since when, the wave, many or few: what applies."""
    lead = view.leading
    judged = lead.assessment
    if judged.state is State.NO_DATA:
        found = _unknown(view, timezone=timezone, language=language)
    else:
        found = [
            ("ask.sure", _how_sure(lead, timezone=timezone, language=language)),
            ("ask.usual", _against_usual(judged.evidence, lead.series, language)),
            ("ask.since", _since_when(judged, timezone=timezone, language=language)),
            ("ask.wave", _wave(judged, timezone=timezone, language=language)),
            ("ask.crowd", _crowd(lead, language)),
        ]
    return tuple(Answer(say(question, language), text) for question, text in found if text)


def unit(series: Series, *, value: float = 2, language: str = "en") -> str:
    """What a series counts, in the form that `value` takes as it is told; in Russian as after "около" or "число"."""
    key = _MEASURES.get(series.measure)
    if key is None:
        return plain(series.measure)
    return say(key, language, count=1 if 0 < value < 0.5 else told_as(value))


def because(reason: str, topic: Topic, language: str = "en") -> str:
    """A reason that may be shown: plain, short, and none at all where it holds one of the topic's terms."""
    text = plain(reason)[:_REASON_LENGTH]
    folded = text.casefold()
    return "" if any(term.text.casefold() in folded for term in topic.terms) else reason_in(text, language)


def _unknown(view: TopicView, *, timezone: str, language: str) -> list[tuple[str, str]]:
    lead = view.leading
    return [
        ("ask.why", f"{_why_unknown(view, language)} {say('unknown.silence', language)}"),
        ("ask.complete", _freshness(lead, timezone=timezone, language=language)),
        ("ask.last_known", _last_known(lead.assessment, timezone=timezone, language=language)),
    ]


def _why_unknown(view: TopicView, language: str) -> str:
    lead = view.leading
    if lead.fresh_until is None and lead.gaps and all(gap.status is Status.PARTIAL for gap in lead.gaps):
        return say("unknown.begun", language)
    reason = because(_newest_reason(lead.gaps) or lead.assessment.evidence.reason, view.topic, language)
    source = source_name(lead.assessment.source, language)
    key = "unknown.because" if reason else "unknown.newest"
    return sentence(say(key, language, source=source, reason=reason))


def _newest_reason(gaps: tuple[Coverage, ...]) -> str:
    return max(gaps, key=lambda gap: gap.end).reason if gaps else ""


def _last_known(judged: Assessment, *, timezone: str, language: str) -> str:
    if not judged.changes or judged.changes[-1].to is not State.NO_DATA:
        return ""
    change = judged.changes[-1]
    when = moment(change.at, timezone=timezone, near=judged.at, language=language)
    return say("unknown.before", language, state=state_name(change.before, language), when=when, zone=timezone)


def _how_sure(lead: SourceView, *, timezone: str, language: str) -> str:
    judged = lead.assessment
    sure = sureness(judged.evidence.certainty, language)
    if judged.state is State.FADING and known(judged.evidence.certainty):
        sure = say("sure.stays_down", language, sure=sure)
    told = "" if judged.state is State.TOO_FEW else sentence(sure)
    parts = (told, _warm_up(judged.evidence, language), _freshness(lead, timezone=timezone, language=language))
    return " ".join(part for part in parts if part)


def _warm_up(evidence: Evidence, language: str) -> str:
    if not evidence.warm_up:
        return ""
    reason = evidence.reason if evidence.reason.startswith("warm-up") else "warm-up"
    return sentence(say("warm_up", language, reason=reason_in(plain(reason), language)))


def _freshness(lead: SourceView, *, timezone: str, language: str) -> str:
    judged = lead.assessment
    if lead.fresh_until is None:
        return say("fresh.none", language)
    until = moment(lead.fresh_until, timezone=timezone, near=judged.at, language=language)
    behind = hours_between(lead.fresh_until, judged.at)
    key = "fresh.behind" if behind >= 1 else "fresh"
    fresh = say(key, language, until=until, span=span(behind, language))
    return f"{fresh} {_completeness(judged.evidence, language)}"


def _completeness(evidence: Evidence, language: str) -> str:
    if evidence.coverage >= 1:
        return say("complete.whole", language)
    return sentence(say("complete.part", language, percent=percent(evidence.coverage, language)))


def _against_usual(evidence: Evidence, series: Series, language: str) -> str:
    if not known(evidence.level):
        return ""
    units = unit(series, value=evidence.level, language=language)
    level = sentence(say("level", language, about=about(evidence.level, language), unit=units)).rstrip(".")
    if known(evidence.usual_low) and known(evidence.usual_high):
        low, high = (amount(end, language) for end in (evidence.usual_low, evidence.usual_high))
        if evidence.usual_low >= 0.5:
            return say("level.within", language, level=level, low=low, high=high)
        return say("level.to" if evidence.usual_high >= 0.5 else "level.under", language, level=level, high=high)
    if known(evidence.usual):
        return say("level.about", language, level=level, usual=about(evidence.usual, language))
    return say("level.unknown", language, level=level)


def _since_when(judged: Assessment, *, timezone: str, language: str) -> str:
    since = moment(judged.since, timezone=timezone, near=judged.at, language=language)
    lasted = span(hours_between(judged.since, judged.at), language)
    name = state_name(judged.state, language).capitalize()
    opening = say("since", language, state=name, since=since, zone=timezone, span=lasted)
    resumed = bool(judged.changes) and judged.changes[-1].resumed
    return f"{opening} {say('since.resumed', language)}" if resumed else opening


def _wave(judged: Assessment, *, timezone: str, language: str) -> str:
    """The story of the wave; a slow decline has none, unless it is a wave that goes slowly."""
    evidence = judged.evidence
    stands_out = known(evidence.peak) and known(evidence.usual) and evidence.peak >= _STANDS_OUT * evidence.usual
    if judged.kind == "slow" and not stands_out:
        return ""
    return wave_story(evidence, timezone=timezone, now=judged.at, language=language)


def _crowd(lead: SourceView, language: str) -> str:
    flood = _flood(lead.left_out, language)
    if lead.crowd is None:
        return flood or say("crowd.unknown", language)
    return f"{flood} {_voices(lead.crowd, language)}".strip()


def _flood(left_out: int, language: str) -> str:
    return say("crowd.flood", language, about=about(left_out, language)) if left_out >= _FEW_PEOPLE else ""


def _voices(crowd: Crowd, language: str) -> str:
    """How many people wrote, and how loud one of them was; fewer than ten are never numbered."""
    day = say("crowd.day", language, day=utc_day(crowd.day, language))
    posts = counted("crowd.posts", crowd.posts, language) if crowd.posts else say("crowd.no_post", language)
    if crowd.posts < _FEW_PEOPLE:
        return say("crowd.few_posts", language, posts=posts, day=day)
    people = counted("crowd.people", max(crowd.people, _FEW_PEOPLE), language)
    if crowd.people < _FEW_PEOPLE:
        return say("crowd.few_people", language, people=people, posts=posts, day=day)
    share = crowd.busiest / crowd.posts
    key = "crowd.few_voices" if share >= _ONE_LOUD_VOICE else "crowd.people_wrote"
    return say(key, language, people=people, posts=posts, day=day, share=percent(share, language))


def gap_words(gap: Coverage, *, topic: Topic, timezone: str, at: datetime, language: str = "en") -> str:
    """One stretch that was not observed: from when to when, and why."""
    start, end = (moment(edge, timezone=timezone, near=at, language=language) for edge in (gap.start, gap.end))
    reason = because(gap.reason, topic, language) or say(_STATUSES[gap.status], language)
    return say("gap", language, start=start, end=end, reason=reason)

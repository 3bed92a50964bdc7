"""Whether the sources of a topic agree: each beside its own usual, never added up, and silence counted as nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import exp, log
from types import MappingProxyType

from ..model import DAY, Assessment, Daily, SourceView, State, TopicView
from ..words import say
from .by_day import of_usual, source_name
from .headlines import above_usual, below_usual
from .wording import known, plain, sentence

_HOURS_BEHIND = 6.0  # a level rests on about so many hours
_HOURS_OF_A_DAY = 24.0  # and one of a daily series on its newest day
_BURSTS = 8.0  # negative binomial k of an hour, or of a day where days are counted
_USUAL_SD = 0.1  # of the log of what is usual
_STALE = 4 * DAY  # a daily source comes a day or two late
_LEAST_COVERAGE = 0.01
_Z80 = 1.2816
_ABOUT_USUAL = (0.9, 1.1)

_BY_DAY: Mapping[str, str] = MappingProxyType(
    {
        "views": "voice.views",
        "uses": "voice.uses",
        "accounts": "voice.accounts",
        "stories": "voice.stories",
        "share": "voice.share",
    }
)
# What a source does, or why it says nothing.
_COURSES: Mapping[str, str] = MappingProxyType(
    {
        "fading": "course.fading",
        "rising": "course.rising",
        "recovering": "course.recovering",
        "steady": "course.steady",
        "above usual": "course.above",
        "below usual": "course.below",
        "no data": "course.no_data",
        "too few": "course.too_few",
        "warm-up": "course.warm_up",
    }
)


@dataclass(frozen=True, slots=True)
class Voice:
    """What one source says of a topic, by the hour or counted `by_day`.

    `course` is what its level does; it and `share`, the level over the source's own usual, are None where it says
    nothing, and `silence` is then why. `weight` is one over the variance of the share's log.
    """

    source: str
    measure: str
    by_day: bool = False
    course: str | None = None
    share: float | None = None
    weight: float = 0.0
    silence: str = ""

    def name(self, language: str = "en") -> str:
        """The source as people call it; a daily one by what it counts."""
        if not self.by_day:
            return source_name(self.source, language)
        _, _, detail = plain(self.source).partition(":")
        counted = say(_BY_DAY[self.measure], language) if self.measure in _BY_DAY else plain(self.measure)
        return f"{counted} ({detail or source_name(self.source, language)})"


@dataclass(frozen=True, slots=True)
class Together:
    """All sources of a topic: `share` is their level over their usual, None unless two of them are known."""

    voices: tuple[Voice, ...]
    share: float | None


def together(view: TopicView) -> Together:
    """What each source says, and the geometric mean of their levels over their own usual, weighted by what is known.

    A source speaks once: by the hour if it can, else by its judged daily series.
    """
    at = view.leading.assessment.at
    voices = [_hourly(source) for source in view.sources]
    for daily in sorted(view.beside, key=_unjudged):
        if daily.source not in {voice.source for voice in voices}:
            voices.append(_daily(daily, at=at))
    heard = [(voice.share, voice.weight) for voice in voices if voice.share is not None]
    weight = sum(weight for _, weight in heard)
    share = exp(sum(weight * log(share) for share, weight in heard) / weight) if len(heard) > 1 else None
    return Together(tuple(voices), share)


def agreement(view: TopicView, language: str = "en") -> str:
    """Whether the sources agree, in a few words, such as "X fades; Bluesky holds."; empty where there is one only."""
    found = together(view)
    if len(found.voices) < 2:
        return ""
    told = [sentence(_courses(found.voices, language))]
    if found.share is not None:
        low, high = _ABOUT_USUAL
        key = "together.usual" if low <= round(found.share, 2) <= high else "together.share"
        told.append(say(key, language, usual=of_usual(found.share, language)))
    if len(view.sources) > 1:
        told.append(say("together.about", language, source=found.voices[0].name(language)))
    return " ".join(told)


def fading(view: TopicView, language: str = "en") -> tuple[str, ...]:
    """The sources in which a topic fades, by name."""
    return tuple(voice.name(language) for voice in together(view).voices if voice.course == State.FADING.value)


def _courses(voices: Sequence[Voice], language: str) -> str:
    heard = [voice for voice in voices if voice.course]
    one_course = len({voice.course for voice in heard}) == 1 and len(heard) > 1
    silent = "; ".join(_clauses([voice for voice in voices if not voice.course], language))
    if not one_course:
        return "; ".join([*_clauses(heard, language), *([silent] if silent else [])])
    course = say(_COURSES[heard[0].course or ""], language, count=len(heard))
    if silent:
        number = len(voices)
        parts = {"heard": len(heard), "course": course, "silent": silent}
        return say("together.some", language, count=number, number=number, **parts)
    if len(heard) == 2:
        return say("together.both", language, course=course)
    return say("together.all", language, count=len(heard), number=len(heard), course=course)


def _clauses(voices: Sequence[Voice], language: str) -> Iterator[str]:
    """A clause for each thing that is said, naming all who say it."""
    said: dict[str, list[Voice]] = {}
    for voice in voices:
        said.setdefault(_does(voice, many=False, language=language), []).append(voice)
    for group in said.values():
        names = [voice.name(language) for voice in group]
        listed = say("together.names", language, first=", ".join(names[:-1]), last=names[-1])
        course = _does(group[0], many=len(group) > 1 or group[0].by_day, language=language)
        yield say("together.clause", language, names=listed if len(names) > 1 else names[0], course=course)


def _does(voice: Voice, *, many: bool, language: str) -> str:
    """What a source does, or that it says nothing; what is counted by the day beside its usual, in the plural."""
    if not voice.by_day or voice.share is None:
        return say(_COURSES[voice.course or voice.silence], language, count=2 if many else 1)
    usual = of_usual(voice.share, language)
    if voice.course in {"above usual", "below usual"}:
        return say("course.are_at", language, usual=usual)
    return say("course.at", language, course=say(_COURSES[voice.course or ""], language, count=2), usual=usual)


def _hourly(view: SourceView) -> Voice:
    voice = Voice(view.assessment.source, view.series.measure)
    return _judged(view.assessment, voice, hours=_HOURS_BEHIND, bursts=_BURSTS)


def _judged(judged: Assessment, voice: Voice, *, hours: float, bursts: float) -> Voice:
    """What a judgement says, whose level rests on so many hours, of a burst `bursts` for each hour of a bucket."""
    evidence = judged.evidence
    if judged.state is State.NO_DATA or not known(evidence.level):
        return replace(voice, silence="no data")
    if judged.state is State.TOO_FEW:
        return replace(voice, silence="too few")
    if evidence.warm_up or not known(evidence.usual) or evidence.usual <= 0:
        return replace(voice, silence="warm-up")
    least = 0.5 * _HOURS_OF_A_DAY / hours  # half a post, as posts a day: a level of zero is small, not nothing
    posts = (max(evidence.level, 0.0) + least) * hours / _HOURS_OF_A_DAY
    weight = max(evidence.coverage, _LEAST_COVERAGE) / (1 / posts + 1 / (bursts * hours) + _USUAL_SD**2)
    share = (max(evidence.level, 0.0) + least) / (evidence.usual + least)
    return replace(voice, course=_course(judged), share=share, weight=weight)


def _course(judged: Assessment) -> str:
    if judged.state is State.STEADY and above_usual(judged.evidence):
        return "above usual"
    if judged.state is State.STEADY and below_usual(judged.evidence):
        return "below usual"
    return judged.state.value


def _unjudged(daily: Daily) -> bool:
    return daily.assessment is None


def _daily(daily: Daily, *, at: datetime) -> Voice:
    """By the state of its series where that is judged; else by its newest day beside its usual."""
    voice = Voice(daily.source, daily.measure, by_day=True)
    if daily.assessment is not None:
        return _judged(daily.assessment, voice, hours=_HOURS_OF_A_DAY, bursts=_BURSTS / _HOURS_OF_A_DAY)
    if at - (daily.day + DAY) > _STALE:
        return replace(voice, silence="no data")
    low, high = daily.usual_low, daily.usual_high
    if not known(daily.usual) or not known(low) or not known(high) or daily.usual <= 0:
        return replace(voice, silence="warm-up")
    course = "above usual" if daily.value > high else "below usual" if daily.value < low else "steady"
    sd = log((high + 1) / (low + 1)) / (2 * _Z80)
    variance = max(sd**2, 1 / (daily.value + 1)) + _USUAL_SD**2
    return replace(voice, course=course, share=(daily.value + 0.5) / (daily.usual + 0.5), weight=1 / variance)

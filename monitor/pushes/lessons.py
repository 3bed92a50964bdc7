"""What is learned across pushes in words: by hook, part of the day, day and language; never ranking under three."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from math import exp

from ..model import Fatigue, Lesson
from ..words import TEXTS, say
from ..words.cleaning import one_line
from .telling import Reader, number

_NOW = datetime(1970, 1, 1, tzinfo=UTC)  # lessons have no time


def lesson_lines(lessons: Sequence[Lesson], tired: Fatigue | None, *, language: str = "en") -> Iterator[str]:
    """The lessons of each kind, those with a rank first, and whether pushes bring less and less."""
    if not lessons:
        yield say("lesson.none", language)
        return
    yield say("lesson.heading", language)
    for kind, group in groupby(lessons, key=lambda lesson: lesson.kind):
        yield say(f"lesson.kind.{kind}", language)
        for lesson in sorted(group, key=lambda lesson: (lesson.rank is None, lesson.rank or 0, -lesson.times)):
            yield f"  {_line(lesson, language)}"
    if tired is not None and tired.shrinks:
        yield say("lesson.tired", language, percent=say("percent", language, number=f"{100 * exp(tired.slope):.0f}"))


def _line(lesson: Lesson, language: str) -> str:
    reader = Reader("UTC", _NOW, language)
    key = f"lesson.name.{lesson.name}"
    name = say(key, language) if key in TEXTS and lesson.kind in ("part of day", "weekday") else one_line(lesson.name)
    times, low, high = (number(value, reader) for value in (lesson.times, lesson.low, lesson.high))
    given = {"name": name, "times": times, "low": low, "high": high, "number": lesson.pushes}
    line = say("lesson", language, count=lesson.pushes, **given)
    if lesson.rank is None:
        return say("lesson.unranked", language, line=line)
    return say("lesson.ranked", language, rank=lesson.rank, line=line)

"""The texts of what is learned across pushes."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text, plural

TEXTS: Mapping[str, Text] = {
    "lesson.heading": Text(en="What your pushes teach", ru="Чему учат ваши акции"),
    "lesson.none": Text(
        en="Nothing can be learned yet: fewer than two pushes have been measured.",
        ru="Пока учиться не на чем: измерено меньше двух акций.",
    ),
    "lesson.ranked": Text(en="{rank}. {line}", ru="{rank}. {line}"),
    "lesson": Text(
        en=plural(
            one="{name}: {times} times the expected ({low} to {high}), by {number} push",
            other="{name}: {times} times the expected ({low} to {high}), by {number} pushes",
        ),
        ru=plural(
            one="{name}: ожидаемое × {times} ({low}–{high}), {number} акция",
            few="{name}: ожидаемое × {times} ({low}–{high}), {number} акции",
            many="{name}: ожидаемое × {times} ({low}–{high}), {number} акций",
            other="{name}: ожидаемое × {times} ({low}–{high}), {number} акции",
        ),
    ),
    "lesson.unranked": Text(en="{line}: too few to rank", ru="{line}: слишком мало, чтобы сравнивать"),
    "lesson.kind.hook": Text(en="By what they hang on", ru="По поводам"),
    "lesson.kind.part of day": Text(en="By the part of the day", ru="По времени суток"),
    "lesson.kind.weekday": Text(en="By the day", ru="По дню"),
    "lesson.kind.language": Text(en="By language", ru="По языку"),
    "lesson.name.night": Text(en="night (0 to 6)", ru="ночь (0–6)"),
    "lesson.name.morning": Text(en="morning (6 to 12)", ru="утро (6–12)"),
    "lesson.name.afternoon": Text(en="afternoon (12 to 18)", ru="день (12–18)"),
    "lesson.name.evening": Text(en="evening (18 to 24)", ru="вечер (18–24)"),
    "lesson.name.weekend": Text(en="weekend", ru="выходные"),
    "lesson.name.weekday": Text(en="weekday", ru="будни"),
    "lesson.tired": Text(
        en="Each push brings less than the one before: about {percent} of it. Leave more time, or bring something new.",
        ru="Каждая акция приносит меньше предыдущей: около {percent}. Делайте паузы длиннее или приносите новое.",
    ),
}

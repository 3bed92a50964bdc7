"""The six states by name, what they mean, how sure one is, and the headline of each."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text

_STATES: Mapping[str, Text] = {
    # In Russian the one table of names: a predicate of "внимание", so that it stands after any name.
    "state.rising": Text(en="rising", ru="растёт"),
    "state.steady": Text(en="steady", ru="ровно"),
    "state.fading": Text(en="fading", ru="угасает"),
    "state.recovering": Text(en="recovering", ru="восстанавливается"),
    "state.too_few": Text(en="too few", ru="слишком мало"),
    "state.no_data": Text(en="no data", ru="нет данных"),
}

_MEANINGS: Mapping[str, Text] = {
    "meaning.rising": Text(
        en="Attention is above what is usual and still growing.", ru="Внимание выше обычного и продолжает расти."
    ),
    "meaning.steady": Text(
        en="Attention is within what is usual, or holds above it.",
        ru="Внимание в обычных пределах или держится выше них.",
    ),
    "meaning.fading": Text(
        en="Attention is falling and is expected to stay down: a wave has lost more than half of its peak, "
        "or there is a slow, lasting decline.",
        ru="Внимание падает и, судя по всему, останется низким: волна потеряла больше половины пика "
        "или идёт медленный, но устойчивый спад.",
    ),
    "meaning.recovering": Text(
        en="After a fade, attention grows again by more than chance.",
        ru="После угасания внимание снова растёт, и это не случайность.",
    ),
    "meaning.too_few": Text(
        en="So few posts or people that a rise or a fall cannot be told from chance.",
        ru="Постов или людей так мало, что рост или спад не отличить от случайности.",
    ),
    "meaning.no_data": Text(
        en="The newest hours or days could not be observed, so nothing is known of attention. "
        "It does not mean that nobody writes.",
        ru="За последние часы или дни ничего не удалось узнать, поэтому о внимании ничего не известно. "
        "Это не значит, что никто не пишет.",
    ),
    "meaning.ranges": Text(
        en="A range in brackets, such as 18 hours (15–22), holds the truth in about four cases of five.",
        ru="Диапазон в скобках, например 18 часов (15–22), верен примерно в четырёх случаях из пяти.",
    ),
}

_SURENESS: Mapping[str, Text] = {
    "sure": Text(en="{word} ({percent})", ru="{word} ({percent})"),
    "sure.almost_certain": Text(en="almost certain", ru="почти полная уверенность"),
    "sure.very": Text(en="very sure", ru="очень высокая уверенность"),
    "sure.fairly": Text(en="fairly sure", ru="довольно высокая уверенность"),
    "sure.likely": Text(en="more likely than not", ru="уверенность выше средней"),
    "sure.even": Text(en="about even", ru="средняя уверенность"),
    "sure.unsure": Text(en="unsure", ru="низкая уверенность"),
    "sure.unknown": Text(en="how sure this is cannot be said yet", ru="насколько это надёжно, пока сказать нельзя"),
}

_HEADLINES: Mapping[str, Text] = {
    "headline.rising": Text(
        en="Rising: attention is above its usual level and growing",
        ru="Растёт: внимание выше обычного и продолжает расти",
    ),
    "headline.rising.times": Text(
        en="Rising: attention is about {times} times its usual level",
        ru="Растёт: внимания {times} больше, чем обычно",
    ),
    "headline.steady": Text(en="Steady: attention is at its usual level", ru="Ровно: внимание на обычном уровне"),
    "headline.steady.warm_up": Text(
        en="Steady so far: what is usual is still being learnt", ru="Пока ровно: обычный уровень ещё определяется"
    ),
    "headline.steady.above": Text(
        en="Steady: attention holds above its usual level", ru="Ровно: внимание держится выше обычного"
    ),
    "headline.steady.below": Text(
        en="Steady, but low: attention is below its usual range, and not called fading yet",
        ru="Ровно, но низко: внимание ниже обычного, но угасанием это пока не назвать",
    ),
    "headline.steady.background": Text(
        en="Steady: quiet, back at background", ru="Ровно: тихо, внимание вернулось к фону"
    ),
    "headline.fading.from_peak": Text(
        en="Fading: attention is falling from its peak, {share} is left",
        ru="Угасает: внимание спадает после пика, осталось {share}",
    ),
    "headline.fading.half": Text(
        en="Fading: attention is down to about half of its peak",
        ru="Угасает: внимание упало примерно до половины пика",
    ),
    "headline.fading.fell": Text(
        en="Fading: attention fell to {share} of its peak", ru="Угасает: от пика внимания осталось {share}"
    ),
    "headline.fading.under_half": Text(
        en="Fading: less than half of the peak is left", ru="Угасает: от пика осталось меньше половины"
    ),
    "headline.fading.slow": Text(en="Fading: a slow, lasting decline", ru="Угасает: медленный, но устойчивый спад"),
    "headline.fading.slow.share": Text(
        en="Fading: a slow, lasting decline, now at {share} of usual",
        ru="Угасает: медленный, но устойчивый спад, сейчас {share} от обычного",
    ),
    "headline.recovering": Text(
        en="Recovering: attention is growing again", ru="Восстанавливается: внимание снова растёт"
    ),
    "headline.recovering.share": Text(
        en="Recovering: attention is growing again, now {share} of its peak",
        ru="Восстанавливается: внимание снова растёт, сейчас {share} от пика",
    ),
    "headline.too_few": Text(en="Too few: there is too little to judge", ru="Слишком мало: судить не по чему"),
    "headline.too_few.level": Text(
        en="Too few: {about} a day is too little to judge",
        ru="Слишком мало: {about} в день, для выводов этого не хватает",
    ),
    "headline.no_data": Text(
        en="No data: it is not known where attention stands", ru="Нет данных: неизвестно, сколько сейчас внимания"
    ),
}

TEXTS: Mapping[str, Text] = {**_STATES, **_MEANINGS, **_SURENESS, **_HEADLINES}

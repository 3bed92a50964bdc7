"""The questions a campaigner asks of a topic, and what their answers are made of."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text, plural

_QUESTIONS: Mapping[str, Text] = {
    "ask.sure": Text(en="How sure, how complete", ru="Насколько это надёжно и полно"),
    "ask.usual": Text(en="Against what is usual", ru="По сравнению с обычным"),
    "ask.since": Text(en="Since when", ru="С какого времени"),
    "ask.wave": Text(en="The wave", ru="Волна"),
    "ask.crowd": Text(en="Many people or few", ru="Много людей или мало"),
    "ask.why": Text(en="Why", ru="Почему"),
    "ask.complete": Text(en="How complete", ru="Насколько полны данные"),
    "ask.last_known": Text(en="Last known", ru="Последнее, что известно"),
}

# What a series counts. The Russian word stands after "около", "меньше" or "число", or heads a line: genitive always.
_UNITS: Mapping[str, Text] = {
    "unit.posts": Text(
        en=plural(one="post", other="posts"), ru=plural(one="поста", few="постов", many="постов", other="поста")
    ),
    "unit.views": Text(
        en=plural(one="page view", other="page views"),
        ru=plural(
            one="просмотра страницы", few="просмотров страниц", many="просмотров страниц", other="просмотра страницы"
        ),
    ),
    "unit.uses": Text(
        en=plural(one="use", other="uses"),
        ru=plural(one="использования", few="использований", many="использований", other="использования"),
    ),
    "unit.accounts": Text(
        en=plural(one="account", other="accounts"),
        ru=plural(one="аккаунта", few="аккаунтов", many="аккаунтов", other="аккаунта"),
    ),
    "unit.stories": Text(
        en=plural(one="story", other="stories"),
        ru=plural(one="новости", few="новостей", many="новостей", other="новости"),
    ),
    "unit.people": Text(
        en=plural(one="person", other="people"),
        ru=plural(one="человека", few="человек", many="человек", other="человека"),
    ),
}

_UNKNOWN: Mapping[str, Text] = {
    "unknown.silence": Text(
        en="Silence of the collector is not silence of the public: people may be writing as much as before.",
        ru="Молчание сборщика — не молчание людей: они могут писать столько же, сколько раньше.",
    ),
    "unknown.begun": Text(
        en="This source was begun just now, and no whole hour is known yet. There is nothing to mend.",
        ru="Этот источник подключён только что, и данных ни за один полный час ещё нет. Чинить нечего.",
    ),
    "unknown.newest": Text(
        en="The newest hours of {source} were not observed", ru="{source}: за последние часы наблюдений нет"
    ),
    "unknown.because": Text(
        en="The newest hours of {source} were not observed: {reason}",
        ru="{source}: за последние часы наблюдений нет; причина: {reason}",
    ),
    "unknown.before": Text(
        en="Before the data stopped it was {state}. Not known since {when} ({zone}).",
        ru="Перед обрывом данных состояние было «{state}». Данных нет с {when} ({zone}).",
    ),
}

_SURE: Mapping[str, Text] = {
    "sure.stays_down": Text(en="{sure} that it stays down", ru="{sure}, что внимание останется низким"),
    "warm_up": Text(
        en="{reason}, so what is usual is not known well yet",
        ru="{reason}, поэтому обычный уровень пока известен лишь приблизительно",
    ),
    "fresh.none": Text(en="Not one hour is complete yet.", ru="Пока нет данных ни за один полный час."),
    "fresh": Text(en="The data reach to {until}.", ru="Данные есть до {until}."),
    "fresh.behind": Text(
        en="The data reach to {until}, {span} before this was judged.",
        ru="Данные есть до {until} (за {span} до оценки).",
    ),
    "complete.whole": Text(en="Nothing is missing in the last 7 days.", ru="За последние 7 дней пропусков нет."),
    "complete.part": Text(
        en="{percent} of the last 7 days is complete", ru="полнота данных за последние 7 дней: {percent}"
    ),
}

_USUAL: Mapping[str, Text] = {
    "level": Text(en="{about} {unit} a day", ru="{about} {unit} в день"),
    "level.to": Text(en="{level}; usual is up to {high}.", ru="{level}; обычно до {high}."),
    "level.under": Text(en="{level}; usual is up to {high}.", ru="{level}; обычно {high}."),
    "level.within": Text(en="{level}; usual is {low} to {high}.", ru="{level}; обычно от {low} до {high}."),
    "level.about": Text(en="{level}; usual is {usual}.", ru="{level}; обычно {usual}."),
    "level.unknown": Text(
        en="{level}; what is usual is not known yet.", ru="{level}; обычный уровень пока неизвестен."
    ),
    "since": Text(en="{state} since {since} ({zone}), for {span}.", ru="{state} с {since} ({zone}), уже {span}."),
    "since.resumed": Text(en="The same as before the gap in the data.", ru="Так же было и до пропуска в данных."),
}

_WAVE: Mapping[str, Text] = {
    "wave.peak": Text(en="peak {day} ({about} a day)", ru="пик {day} ({about} в день)"),
    "wave.half.day": Text(
        en="the day's total likely halves after {length}", ru="спад суточной суммы вдвое займёт, вероятно, {length}"
    ),
    "wave.half.likely": Text(en="half likely gone after {length}", ru="спад вдвое займёт, вероятно, {length}"),
    "wave.half.gone": Text(en="half gone in {length}", ru="спад вдвое занял {length}"),
    "wave.left": Text(en="now {percent} of the peak", ru="сейчас {percent} от пика"),
    "wave.back.not_before": Text(en="not back at background before {day}", ru="возврат к фону не раньше {day}"),
    "wave.back.about": Text(en="back at background about {days}", ru="возврат к фону около {days}"),
    "wave.back.since": Text(en="back at background since about {days}", ru="возврат к фону был около {days}"),
    "wave.back.now": Text(en="about back at background", ru="внимание примерно на уровне фона"),
}

_CROWD: Mapping[str, Text] = {
    "crowd.unknown": Text(
        en="How many people take part is not known for the last whole days.",
        ru="Сколько людей участвовало в последние полные дни, неизвестно.",
    ),
    "crowd.day": Text(en="on {day} (UTC day)", ru="за {day} по UTC"),
    "crowd.no_post": Text(en="no post", ru="ни одного поста"),
    "crowd.posts": Text(
        en=plural(one="{number} post", other="{number} posts"),
        ru=plural(one="{number} пост", few="{number} поста", many="{number} постов", other="{number} поста"),
    ),
    "crowd.people": Text(  # in Russian after "от"
        en=plural(one="{number} person", other="{number} people"),
        ru=plural(one="{number} человека", few="{number} человек", many="{number} человек", other="{number} человека"),
    ),
    "crowd.few_posts": Text(en="Few: {posts} {day}.", ru="Мало: {posts} {day}."),
    "crowd.few_people": Text(
        en="Few: fewer than {people} wrote {posts} {day}.", ru="Мало: {posts} меньше чем от {people} {day}."
    ),
    "crowd.few_voices": Text(
        en="Few voices: {people} wrote {posts} {day}, but {share} came from one account.",
        ru="Мало голосов: {posts} от {people} {day}, но {share} из них — с одного аккаунта.",
    ),
    "crowd.people_wrote": Text(
        en="{people} wrote {posts} {day}; the busiest account wrote {share} of them.",
        ru="{posts} от {people} {day}; самый активный аккаунт написал {share} из них.",
    ),
    "crowd.flood": Text(
        en="One account flooded this source: {about} of its posts in the last day are left out of the "
        "judgement, as one voice is not attention.",
        ru="Один аккаунт засыпал этот источник постами: за последние сутки {about} из них не вошли в оценку, "
        "ведь один голос — это ещё не внимание.",
    ),
}

TEXTS: Mapping[str, Text] = {**_QUESTIONS, **_UNKNOWN, **_SURE, **_UNITS, **_USUAL, **_WAVE, **_CROWD}

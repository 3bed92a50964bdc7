"""The texts of the page History."""

from __future__ import annotations

from collections.abc import Mapping

from . import page_history_posts
from .text import Text, plural

_CHOICES: Mapping[str, Text] = {
    "history.topic": Text(en="Topic", ru="Тема"),
    "history.source": Text(en="Source", ru="Источник"),
    "history.range": Text(en="Range", ru="Промежуток"),
    "history.range.days": Text(
        en=plural(one="Last {n} day", other="Last {n} days"),
        ru=plural(one="Последний {n} день", few="Последние {n} дня", many="Последние {n} дней", other="{n} дн."),
    ),
    "history.range.year": Text(en="Last year", ru="Последний год"),
    "history.range.all": Text(en="All there is", ru="Всё, что есть"),
    "history.range.own": Text(en="From one date to another", ru="От даты до даты"),
    "history.from": Text(en="From", ru="С"),
    "history.to": Text(en="To", ru="По"),
    "history.backwards": Text(
        en="The range ends before it begins: choose a later end.",
        ru="Конец промежутка раньше начала: выберите более позднюю дату.",
    ),
    "history.view": Text(en="Show", ru="Показать"),
    "history.view.waves": Text(en="Line and waves", ru="Линия и волны"),
    "history.view.compare": Text(en="Compare", ru="Сравнить"),
    "history.view.around": Text(en="Before and after", ru="До и после"),
    "history.view.within": Text(en="Tone and words", ru="Тон и слова"),
}

_MEASURES: Mapping[str, Text] = {
    "history.measure.posts": Text(en="Posts", ru="Посты"),
    "history.measure.people": Text(en="People", ru="Люди"),
    "history.measure.engagement": Text(en="Reactions", ru="Реакции"),
    "history.measure.views": Text(en="Page views", ru="Просмотры страниц"),
    "history.measure.uses": Text(en="Hashtag uses", ru="Использования хештега"),
    "history.measure.accounts": Text(en="Accounts using the hashtag", ru="Аккаунты с хештегом"),
    "history.measure.stories": Text(en="News stories", ru="Новостные материалы"),
    "history.measure.share": Text(en="Stories in a million", ru="Материалы на миллион"),
}

_EMPTY: Mapping[str, Text] = {
    "history.preparing": Text(
        en="The story up to here is being counted. Its past appears here in a few seconds.",
        ru="История подсчитывается. Её прошлое появится здесь через несколько секунд.",
    ),
    "history.no_source": Text(
        en="Nothing has been counted of this topic yet. It appears here after the first round or import.",
        ru="По этой теме пока ничего не подсчитано. Данные появятся после первого сбора или импорта.",
    ),
    "history.no_days": Text(
        en="Nothing is known of these days. Choose another range.",
        ru="Об этих днях ничего не известно. Выберите другой промежуток.",
    ),
    "history.no_share": Text(
        en="Nothing can be compared here yet: what is usual is known after a week of data.",
        ru="Сравнивать пока нечего: обычный уровень становится известен после недели данных.",
    ),
}

_LINE: Mapping[str, Text] = {
    "history.line.highest.1": Text(
        en="{counted} a day: highest hour on {day} ({peak}), at the end {last}",
        ru="{counted} в день: самый высокий час {day} ({peak}), в конце {last}",
    ),
    "history.line.highest.2": Text(
        en="{counted} a day: highest two hours on {day} ({peak}), at the end {last}",
        ru="{counted} в день: самые высокие два часа {day} ({peak}), в конце {last}",
    ),
    "history.line.highest.24": Text(
        en="{counted} a day: highest day {day} ({peak}), at the end {last}",
        ru="{counted} в день: самый высокий день {day} ({peak}), в конце {last}",
    ),
    "history.line.highest.168": Text(
        en="{counted} a day: highest week from {day} ({peak}), at the end {last}",
        ru="{counted} в день: самая высокая неделя с {day} ({peak}), в конце {last}",
    ),
    "history.line.unknown": Text(
        en="No part of this range was counted whole", ru="Ни одна часть этого промежутка не подсчитана полностью"
    ),
    "history.line.counted": Text(en="{counted} a day", ru="{counted} в день"),
    "history.line.usual": Text(en="Usual range", ru="Обычный диапазон"),
    "history.line.low": Text(en="usual, from", ru="обычно от"),
    "history.line.high": Text(en="usual, to", ru="обычно до"),
    "history.line.grey": Text(en="Not observed whole", ru="Наблюдали не полностью"),
    "history.line.alt": Text(
        en="Line in steps of {step}, from {first} to {last}. {finding}. Marks: {marks}. Points not known: {gaps}.",
        ru="Линия с шагом «{step}», с {first} по {last}. {finding}. Отметок: {marks}. Неизвестных точек: {gaps}.",
    ),
    "history.line.range": Text(en="From {first} to {last}.", ru="С {first} по {last}."),
    "history.line.known": Text(
        en="Known: {known} of {hours} hours. What is grey was not observed whole, and is no drop.",
        ru="Известно часов: {known} из {hours}. Серое наблюдали не полностью, это не спад.",
    ),
    "history.step.1": Text(en="an hour", ru="час"),
    "history.step.2": Text(en="two hours", ru="два часа"),
    "history.step.24": Text(en="a day", ru="день"),
    "history.step.168": Text(en="a week", ru="неделя"),
    "history.read.1": Text(
        en="A point is the level after an hour: a day's worth, with the rhythm of day and week taken out.",
        ru="Точка показывает уровень после каждого часа: в пересчёте на день, без суточного и недельного ритма.",
    ),
    "history.read.2": Text(
        en="A point is the level of two hours: a day's worth, with the rhythm of day and week taken out.",
        ru="Точка показывает уровень за два часа: в пересчёте на день, без суточного и недельного ритма.",
    ),
    "history.read.24": Text(
        en="A point is a whole day in {zone}. A day with missing hours is left out of the line.",
        ru="Точка показывает целый день по поясу {zone}. День, где часов не хватает, в линию не входит.",
    ),
    "history.read.168": Text(
        en="A point is a week from Monday on: the mean of its whole days in {zone}.",
        ru="Точка показывает неделю с понедельника: среднее по её целым дням, пояс {zone}.",
    ),
    "history.numbers": Text(en="The numbers of this chart", ru="Числа этого графика"),
    "history.col.day": Text(en="Day", ru="День"),
    "history.col.week": Text(en="Week from", ru="Неделя с"),
    "history.col.value": Text(en="A day's worth", ru="В пересчёте на день"),
    "history.col.lowest": Text(en="Lowest level", ru="Минимум"),
    "history.col.highest": Text(en="Highest level", ru="Максимум"),
    "history.col.counted": Text(en="Counted", ru="Подсчитано"),
    "history.col.known": Text(en="Hours known", ru="Известно часов"),
    "history.of": Text(en="{part} of {whole}", ru="{part} из {whole}"),
    "history.unknown": Text(en="not known", ru="неизвестно"),
}

_MARKS: Mapping[str, Text] = {
    "history.marks": Text(en="What happened, by its mark on the line", ru="Что происходило, по отметкам на линии"),
    "history.col.mark": Text(en="Mark", ru="Отметка"),
    "history.col.when": Text(en="When", ru="Когда"),
    "history.col.what": Text(en="What", ru="Что"),
    "history.col.words": Text(en="In staff's words", ru="Словами команды"),
    "history.mark.push": Text(en="Push {number} went out", ru="Вышла акция {number}"),
    "history.mark.note": Text(en="Note {number} by {by}", ru="Заметка {number}, автор: {by}"),
    "history.mark.change": Text(en="Attention: {state}", ru="Внимание: {state}"),
    "history.mark.resumed": Text(en="Data again, attention: {state}", ru="Снова есть данные, внимание: {state}"),
}

_WAVES: Mapping[str, Text] = {
    "history.waves": Text(
        en=plural(one="{n} wave in this range", other="{n} waves in this range"),
        ru=plural(
            one="{n} волна в этом промежутке",
            few="{n} волны в этом промежутке",
            many="{n} волн в этом промежутке",
            other="{n} волны в этом промежутке",
        ),
    ),
    "history.waves.none": Text(en="No wave in this range", ru="В этом промежутке волн нет"),
    "history.waves.quiet": Text(
        en="No day stood out at twice what is usual.", ru="Ни один день не превысил обычное вдвое."
    ),
    "history.waves.too_few": Text(
        en="There are too few posts to speak of waves: a wave has at least {least} a day at its peak.",
        ru="Постов слишком мало, чтобы говорить о волнах: на пике волны их не меньше {least} в день.",
    ),
    "history.waves.half": Text(
        en="In brackets: the range in which a half-life lies 4 times of 5.",
        ru="В скобках диапазон, в который период полуспада попадает в 4 случаях из 5.",
    ),
    "history.wave": Text(en="Wave from {began}", ru="Волна с {began}"),
    "history.wave.peak": Text(en="Highest on {day}: {peak} in 24 hours.", ru="Пик пришёлся на {day}: {peak} за сутки."),
    "history.wave.half": Text(en="Half of it was gone after {length}.", ru="Половина ушла за {length}."),
    "history.wave.over": Text(en="Over after {length}.", ru="Закончилась через {length}."),
    "history.wave.next": Text(
        en="After {length} the next one began on top of it.", ru="Через {length} поверх неё началась следующая."
    ),
    "history.wave.on": Text(
        en="Not back at its usual, {length} so far.", ru="До обычного уровня не вернулась, пока {length}."
    ),
    "history.wave.all": Text(en="In all {amount}.", ru="Всего {amount}."),
    "history.wave.missing": Text(
        en=plural(one="{n} hour of it is not known.", other="{n} hours of it are not known."),
        ru=plural(
            one="{n} час из неё неизвестен.",
            few="{n} часа из неё неизвестны.",
            many="{n} часов из неё неизвестны.",
            other="{n} часа из неё неизвестно.",
        ),
    ),
}

_COMPARE: Mapping[str, Text] = {
    "history.by": Text(en="Compare", ru="Сравнить"),
    "history.by.topics": Text(en="Topics", ru="Темы"),
    "history.by.sources": Text(en="Sources", ru="Источники"),
    "history.by.measures": Text(en="Measures", ru="Показатели"),
    "history.compare": Text(
        en="Each beside its own usual: at the end {highest} stands highest, {share}",
        ru="Рядом со своим обычным: в конце выше всех «{highest}», {share}",
    ),
    "history.compare.one": Text(
        en="{highest} beside its own usual: at the end {share}",
        ru="«{highest}» рядом со своим обычным: в конце {share}",
    ),
    "history.compare.unknown": Text(
        en="Each beside its own usual (100%); the end is not known",
        ru="Рядом со своим обычным (100%); конец неизвестен",
    ),
    "history.compare.alt": Text(
        en="Lines in steps of {step}, each as a share of its own usual: {lines}.",
        ru="Линии с шагом «{step}», каждая в доле от своего обычного: {lines}.",
    ),
    "history.compare.steep": Text(
        en="Each step of the scale is four times the one below, as a line stands far above its usual. What is under 6% "
        "lies at the foot.",
        ru="Каждое деление шкалы вчетверо больше предыдущего: одна из линий намного выше своего обычного. Всё, что "
        "ниже 6%, лежит на нижнем крае.",
    ),
    "history.compare.usual": Text(en="usual", ru="обычное"),
    "history.compare.table": Text(en="Each as a share of its own usual", ru="Каждая линия в доле от своего обычного"),
    "history.compare.never_added": Text(
        en="Sources and topics are never added up. A line is missing where its usual is not known or under one a day.",
        ru="Источники и темы никогда не складываются. Линии нет там, где обычное неизвестно или меньше одного в день.",
    ),
    "history.compare.utc": Text(en="Days are UTC days, as people are counted.", ru="Дни по UTC: так считают людей."),
    "history.col.line": Text(en="Line", ru="Линия"),
    "history.col.end": Text(en="At the end", ru="В конце"),
    "history.col.top": Text(en="Highest", ru="Максимум"),
    "history.col.top_day": Text(en="On", ru="Дата"),
    "history.named": Text(en="{topic}, {source}", ru="{topic}, {source}"),
}

_AROUND: Mapping[str, Text] = {
    "history.around": Text(en="Around", ru="Вокруг"),
    "history.around.date": Text(en="A date", ru="Даты"),
    "history.around.push": Text(en="Push {number}, {day}", ru="Акции {number}, {day}"),
    "history.around.at": Text(en="Date", ru="Дата"),
    "history.width": Text(en="How long before and after", ru="Сколько до и после"),
    "history.width.days": Text(
        en=plural(one="{n} day", other="{n} days"),
        ru=plural(one="{n} день", few="{n} дня", many="{n} дней", other="{n} дн."),
    ),
    "history.beside": Text(
        en="{counted} a day: {before} before, {after} after", ru="{counted} в день: {before} до, {after} после"
    ),
    "history.beside.unknown": Text(
        en="Too much is missing to put before and after beside each other",
        ru="Данных слишком мало, чтобы сравнить до и после",
    ),
    "history.beside.not_over": Text(
        en="The time after is not over: it is told from what is known by now.",
        ru="Время после ещё не прошло: показано то, что уже известно.",
    ),
    "history.beside.no_proof": Text(
        en="This is what came before and after, not what a push brought: that is told under Pushes.",
        ru="Это то, что было до и после, а не то, что принесла акция: об этом сказано в разделе «Акции».",
    ),
    "history.beside.table": Text(
        en="Before and after {when}; people and tone by whole UTC days",
        ru="До и после {when}; люди и тон по целым дням UTC",
    ),
    "history.col.before": Text(en="Before", ru="До"),
    "history.col.after": Text(en="After", ru="После"),
    "history.beside.people": Text(en="People a day", ru="Люди в день"),
    "history.beside.known": Text(en="Hours known", ru="Известно часов"),
    "history.beside.days": Text(en="Days with people known", ru="Дни, где известны люди"),
}

TEXTS: Mapping[str, Text] = {
    **_CHOICES,
    **_MEASURES,
    **_EMPTY,
    **_LINE,
    **_MARKS,
    **_WAVES,
    **_COMPARE,
    **_AROUND,
    **page_history_posts.TEXTS,
}

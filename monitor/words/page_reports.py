"""The texts of the page Reports, and of the files it writes: the picture of a finding and the page for the public."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text, plural

_PAGE: Mapping[str, Text] = {
    "reports.zone": Text(
        en="The letter and the files tell times in the campaign's zone, {zone}: they are made to be passed on.",
        ru="Время в письме и в файлах — по часовому поясу кампании, {zone}, ведь их передают другим.",
    ),
    "reports.nothing": Text(
        en="Nothing has been counted yet, so there is nothing to report. This page fills with the first numbers.",
        ru="Пока ничего не подсчитано, и рассказывать не о чем. Страница заполнится с первыми числами.",
    ),
    "reports.letter": Text(en="The week in a letter", ru="Неделя в письме"),
    "reports.letter.sent": Text(
        en="Your channels get this letter once a week: {weekday}, {time}. This is how it reads now.",
        ru="Ваши каналы получают это письмо раз в неделю: {weekday}, {time}. Сейчас оно выглядит так.",
    ),
    "reports.letter.unsent": Text(
        en="Nobody is sent this letter, as no channel or no day for it is set. This is how it reads now.",
        ru="Это письмо никому не отправляется: не задан канал или день. Сейчас оно выглядит так.",
    ),
    "reports.letter.subject": Text(en="Subject: {subject}", ru="Тема письма: {subject}"),
    "reports.letter.save": Text(en="Save the letter as text", ru="Сохранить письмо как текст"),
    "reports.picture": Text(en="A finding as a picture", ru="Вывод на картинке"),
    "reports.picture.why": Text(
        en="The state of a topic as the title, the line under it, and how it was measured. It stays readable in grey.",
        ru="Состояние темы в заголовке, под ним линия и то, как это измерено. Читается и без цвета.",
    ),
    "reports.picture.none": Text(
        en="No topic is counted by the hour yet, so there is no line to draw.",
        ru="Ни одна тема пока не считается по часам, поэтому рисовать нечего.",
    ),
    "reports.topic": Text(en="Topic", ru="Тема"),
    "reports.days": Text(en="Days shown", ru="Сколько дней показать"),
    "reports.language": Text(en="Language of the file", ru="Язык файла"),
    "reports.shape": Text(en="Shape", ru="Формат"),
    "reports.shape.page": Text(en="Upright page (A4)", ru="Лист (А4)"),
    "reports.shape.wide": Text(en="Wide (16:9)", ru="Широкий (16:9)"),
    "reports.language.en": Text(en="English", ru="Английский"),
    "reports.language.ru": Text(en="Russian", ru="Русский"),
    "reports.language.both": Text(en="Both", ru="Оба"),
    "reports.look": Text(en="Show the picture here", ru="Показать картинку здесь"),
    "reports.picture.save": Text(en="Save as a picture ({kind})", ru="Сохранить картинку ({kind})"),
    "reports.print.save": Text(en="Save for print ({kind})", ru="Сохранить для печати ({kind})"),
    "reports.numbers": Text(en="The numbers as a table", ru="Числа в таблице"),
    "reports.numbers.why": Text(
        en="Every hour and day that was counted, for a spreadsheet. What was not observed is empty, not zero; nothing "
        "in it can run as a formula.",
        ru="Каждый подсчитанный час и день, для электронной таблицы. Чего не наблюдали — пусто, а не ноль; ничто в ней "
        "не сработает как формула.",
    ),
    "reports.numbers.all": Text(en="All topics", ru="Все темы"),
    "reports.numbers.ever": Text(en="All", ru="Все"),
    "reports.numbers.save": Text(en="Save the numbers ({kind})", ru="Сохранить числа ({kind})"),
}

_PUBLIC: Mapping[str, Text] = {
    "reports.public": Text(en="A page for the public", ru="Страница для всех"),
    "reports.public.why": Text(
        en="One file that opens in any browser. It needs no server, runs no script, and loads nothing from anywhere.",
        ru="Один файл, который открывается в любом браузере. Ему не нужен сервер, в нём нет программ, и он ничего не "
        "загружает из сети.",
    ),
    "reports.public.topics": Text(en="Topics on the page", ru="Темы на странице"),
    "reports.public.choose": Text(
        en="Choose at least one topic: only what you choose is on the page.",
        ru="Выберите хотя бы одну тему: на странице будет только то, что вы выбрали.",
    ),
    "reports.public.pushes": Text(en="Mark when your pushes went out", ru="Отметить, когда вышли ваши акции"),
    "reports.public.holds": Text(
        en="On it: where each topic stands, how sure that is, its line with the usual range, a table of its days, how "
        "it was measured, and what was not observed.",
        ru="На ней: состояние каждой темы и насколько оно надёжно, линия с обычным уровнем, таблица по дням, способ "
        "измерения и то, чего не наблюдали.",
    ),
    "reports.public.leaves": Text(en="Left out:", ru="Чего на ней нет:"),
    "reports.public.leaves.terms": Text(
        en="your hashtags and other terms: topics go by their alias",
        ru="ваших хештегов и других терминов: темы названы условно",
    ),
    "reports.public.leaves.owners": Text(
        en="who sees to a push, and anyone's name", ru="имён: ни тех, кто отвечает за акции, ни чьих-либо ещё"
    ),
    "reports.public.leaves.plans": Text(
        en="what is proposed or planned, and drafts", ru="предложенных и запланированных акций и черновиков"
    ),
    "reports.public.leaves.warnings": Text(
        en="the warnings you were sent, and what you said of them",
        ru="отправленных вам предупреждений и того, что вы о них сказали",
    ),
    "reports.public.leaves.errors": Text(
        en="why a source gave no data: only when it did not",
        ru="причин, по которым источник молчал: указано только, когда",
    ),
    "reports.public.save": Text(en="Save the page ({kind})", ru="Сохранить страницу ({kind})"),
}

_FINDING: Mapping[str, Text] = {
    "reports.of": Text(en="{campaign} · {topic}", ru="{campaign} · {topic}"),
    "reports.as_of": Text(en="As of {day} ({zone})", ru="По состоянию на {day} ({zone})"),
    "reports.axis": Text(en="{counted} a day", ru="{counted} в день"),
    "reports.usual": Text(en="Usual range", ru="Обычный уровень"),
    "reports.gap": Text(en="Not observed", ru="Не наблюдалось"),
    "reports.push": Text(en="Push of the campaign", ru="Акция кампании"),
    "reports.pushes": Text(en="Pushes that went out: {times}.", ru="Акции, которые вышли: {times}."),
    "reports.pushes.more": Text(en="{times}, and {number} before", ru="{times}, и до этого ещё {number}"),
    "reports.gaps": Text(en="Not observed: {gaps}.", ru="Не наблюдалось: {gaps}."),
    "reports.gaps.none": Text(en="Every hour shown was observed.", ru="Все показанные часы наблюдались полностью."),
    "reports.method": Text(
        en="How it was measured: {counted} counted by the hour in one source ({source}), with the rhythm of the day "
        "and the week taken out. The usual range is where four hours in five are expected from the topic's own past.",
        ru="Как это измерено: подсчёт {counted} по часам в одном источнике ({source}), без суточного и недельного "
        "ритма. Обычный уровень — пределы, в которых по прошлому самой темы ожидаются четыре часа из пяти.",
    ),
    "reports.made": Text(
        en="Monitor counts posts and keeps numbers only: there is nothing about any person in this.",
        ru="Monitor считает посты и хранит только числа: здесь нет ничего ни об одном человеке.",
    ),
    "reports.alt": Text(
        en="Line of {counted} a day from {start} to {end}: it begins at {first}, is highest at {highest} on {when} and "
        "ends at {last}.",
        ru="Линия ({counted} в день) с {start} по {end}: сначала {first}, больше всего {highest} ({when}), в конце "
        "{last}.",
    ),
    "reports.alt.nothing": Text(
        en="Line of {counted} a day from {start} to {end}: nothing could be observed.",
        ru="Линия ({counted} в день) с {start} по {end}: наблюдать ничего не удалось.",
    ),
    "reports.alt.gaps": Text(
        en=plural(one="{number} stretch was not observed.", other="{number} stretches were not observed."),
        ru=plural(
            one="Не наблюдалось: {number} промежуток.",
            few="Не наблюдалось: {number} промежутка.",
            many="Не наблюдалось: {number} промежутков.",
            other="Не наблюдалось: {number} промежутка.",
        ),
    ),
}

_SNAPSHOT: Mapping[str, Text] = {
    "reports.snapshot.title": Text(en="{campaign}: attention", ru="{campaign}: внимание"),
    "reports.snapshot.counts": Text(
        en="This page holds counts of public posts and nothing about any person.",
        ru="На этой странице только количество открытых постов и ничего ни об одном человеке.",
    ),
    "reports.snapshot.table": Text(en="{topic}, day by day", ru="{topic} по дням"),
    "reports.snapshot.day": Text(en="Day", ru="День"),
    "reports.snapshot.counted": Text(en="{counted} counted", ru="подсчитано {counted}"),
    "reports.snapshot.level": Text(en="Line at its end", ru="Линия в конце дня"),
    "reports.snapshot.usual": Text(en="Usual range", ru="Обычный уровень"),
    "reports.snapshot.hours": Text(en="Hours observed", ru="Наблюдалось часов"),
    "reports.snapshot.hours.of": Text(en="{seen} of {all}", ru="{seen} из {all}"),
    "reports.snapshot.unknown": Text(en="not known", ru="неизвестно"),
    "reports.snapshot.method": Text(en="How to read this", ru="Как это читать"),
    "reports.snapshot.meaning": Text(
        en="A state is about the hours before the date above. How sure it is says how often such judgements prove "
        "right. A day that was not wholly observed shows what was seen of it. Of one account at most three posts an "
        "hour count.",
        ru="Состояние относится к часам перед указанной датой. Уверенность — то, как часто такие оценки оказываются "
        "верными. Если день наблюдался не целиком, показано то, что удалось увидеть. От одного аккаунта учитывается "
        "не больше трёх постов в час.",
    ),
}

TEXTS: Mapping[str, Text] = {**_PAGE, **_PUBLIC, **_FINDING, **_SNAPSHOT}

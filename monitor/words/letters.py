"""The texts of messages: warnings, what is over, and the weekly digest."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text, plural

_SUBJECTS: Mapping[str, Text] = {
    "subject.fading": Text(en="{campaign}: {topic} is fading", ru="{campaign}: внимание угасает — {topic}"),
    "subject.fading_many": Text(
        en=plural(one="{campaign}: {number} topic is fading", other="{campaign}: {number} topics are fading"),
        ru=plural(
            one="{campaign}: внимание угасает — {number} тема",
            few="{campaign}: внимание угасает — {number} темы",
            many="{campaign}: внимание угасает — {number} тем",
            other="{campaign}: внимание угасает — {number} темы",
        ),
    ),
    "subject.blind": Text(en="{campaign}: no data from {sources}", ru="{campaign}: нет данных — {sources}"),
    "subject.over": Text(en="{campaign}: no longer fading: {topics}", ru="{campaign}: больше не угасает — {topics}"),
    "subject.back": Text(en="{campaign}: data again from {sources}", ru="{campaign}: данные снова идут — {sources}"),
    "subject.digest": Text(en="{campaign}: the week to {day}", ru="{campaign}: неделя до {day}"),
    "subject.test": Text(en="{campaign}: a test of this channel", ru="{campaign}: проверка канала"),
}

_WARNINGS: Mapping[str, Text] = {
    "letter.source": Text(en="Measured on {source}.", ru="Измерено в источнике {source}."),
    "letter.asked": Text(en="{question}: {answer}", ru="{question}: {answer}"),
    "letter.next": Text(en="Next: {step}", ru="Что делать: {step}"),
    "letter.reason": Text(en="Likely reason: {reason}", ru="Вероятная причина: {reason}"),
    "letter.reason.push": Text(
        en="your own push of {day} has run its course.", ru="действие вашей собственной акции прошло ({day})."
    ),
    "letter.reason.news": Text(
        en="other news is expected to be heavy: about {percent} of the usual number of stories.",
        ru="ожидается много других новостей: примерно {percent} от обычного числа.",
    ),
    "letter.reason.dip": Text(
        en="perhaps the source: as a whole it gave far less than usual lately. Those hours are left out here.",
        ru="возможно, сам источник: в последнее время он весь дал гораздо меньше обычного. Эти часы не учтены.",
    ),
    "letter.reason.none": Text(
        en="none is known. Most waves of attention pass by themselves.",
        ru="не известна. Большинство волн внимания спадает само.",
    ),
    "letter.proposal": Text(
        en="A push is proposed (number {number}): {window}. To take it: monitor push accept {number} --owner NAME. "
        "To leave it: monitor push decline {number} --reason WHY.",
        ru="Предложена акция (номер {number}): {window}. Принять: monitor push accept {number} --owner NAME. "
        "Отклонить: monitor push decline {number} --reason WHY.",
    ),
    "letter.planned": Text(
        en="Already planned: push {number}, {window}.", ru="Уже запланировано: акция {number}, {window}."
    ),
    "letter.out": Text(
        en="Push {number} went out on {when}. What it brought: monitor push effect {number}.",
        ru="Акция {number} вышла {when}. Что она дала: monitor push effect {number}.",
    ),
    "letter.window": Text(en="{start} to {end} ({timezone})", ru="{start} — {end} ({timezone})"),
    "letter.window.day": Text(en="{start}–{end} ({timezone})", ru="{start}–{end} ({timezone})"),
    "letter.useful": Text(
        en="Was this useful? monitor warning useful {number}, or: monitor warning not-useful {number}.",
        ru="Пригодилось? monitor warning useful {number}; если нет: monitor warning not-useful {number}.",
    ),
    "letter.complete": Text(
        en="The data behind this are {percent} complete.", ru="Полнота данных, на которых это основано: {percent}."
    ),
    "letter.level": Text(en="{about} a day", ru="{about} в день"),
    "letter.since": Text(en="Fading since {when}.", ru="Угасает с {when}."),
    "letter.since.day": Text(en="Fading since {day} (UTC day).", ru="Угасает с {day} по UTC."),
    "letter.more.heading": Text(
        en="Fading too (see a proposal: monitor push show NUMBER)",
        ru="Угасают и другие темы (посмотреть предложение: monitor push show NUMBER)",
    ),
    "letter.more": Text(en="{topic}: {headline}.", ru="{topic}: {headline}."),
    "letter.more.proposal": Text(
        en="{topic}: {headline}. Proposal {number}.", ru="{topic}: {headline}. Предложение {number}."
    ),
    "letter.over.heading": Text(en="Over", ru="Закончилось"),
    "letter.over": Text(
        en="{topic} ({source}): no longer fading since {when}. Now: {state}.",
        ru="{topic} ({source}): больше не угасает с {when}. Сейчас: {state}.",
    ),
    "letter.meanwhile": Text(
        en="{topic} ({source}): began to fade on {when}, and no longer does. Now: {state}.",
        ru="{topic} ({source}): внимание начало угасать {when}, но уже не угасает. Сейчас: {state}.",
    ),
    "letter.blind.heading": Text(en="No data", ru="Нет данных"),
    "letter.blind": Text(
        en="{source} gives no data since {when}: nothing is known there of {topics}. That is no fading interest: "
        "people may be writing as much as before. Today: run monitor check, and mend what it says.",
        ru="{source} не даёт данных с {when}: ничего не известно о темах {topics}. Это не падение интереса: "
        "возможно, пишут столько же. Сегодня: запустите monitor check и исправьте то, на что он укажет.",
    ),
    "letter.back": Text(
        en="{source} gives data again since {when}: {topics}.", ru="{source} снова даёт данные с {when}: {topics}."
    ),
    "letter.closing": Text(
        en="Monitor counts posts and keeps nothing of people. At most one message a day comes here, unless it gets "
        "worse. For silence: monitor warning snooze --help.",
        ru="Monitor считает посты и не хранит данных о людях. Не больше одного сообщения в день, если не становится "
        "хуже. Чтобы не приходили: monitor warning snooze --help.",
    ),
    "letter.test": Text(
        en="This is a test. Warnings of this campaign come to you here, in this language.",
        ru="Это проверка. Предупреждения этой кампании приходят сюда, на этом языке.",
    ),
}

_DIGEST: Mapping[str, Text] = {
    "digest.unknown": Text(en="Nothing is known yet.", ru="Пока ничего не известно."),
    "digest.number": Text(
        en="{measure} ({source}): {value}; usual is {usual}.", ru="{measure} ({source}): {value}; обычно {usual}."
    ),
    "digest.number.unknown": Text(
        en="{measure} ({source}): {value}; what is usual is not known yet.",
        ru="{measure} ({source}): {value}; что обычно, ещё не известно.",
    ),
    "digest.number.gaps": Text(
        en="{measure} ({source}): not known, as only {number} of 7 days are complete.",
        ru="{measure} ({source}): не известно, полных дней только {number} из 7.",
    ),
    "digest.posts": Text(en="Posts this week", ru="Посты за неделю"),
    "digest.people": Text(en="People a day", ru="Людей в день"),
    "digest.views": Text(en="Page views this week", ru="Просмотры страниц за неделю"),
    "digest.uses": Text(en="Hashtag uses this week", ru="Использования хештега за неделю"),
    "digest.stories": Text(en="News stories this week", ru="Новости за неделю"),
    "digest.happened": Text(en="What happened", ru="Что произошло"),
    "digest.change": Text(
        en="{when}: {topic} ({source}) {before} → {after}.", ru="{when}: {topic} ({source}) {before} → {after}."
    ),
    "digest.quiet": Text(en="No change of state.", ru="Состояния не менялись."),
    "digest.effect": Text(en="The last push", ru="Последняя акция"),
    "digest.no_effect": Text(en="No push has gone out yet.", ru="Акций ещё не было."),
    "digest.planned": Text(en="What is planned", ru="Что запланировано"),
    "digest.nothing_planned": Text(
        en="Nothing is planned. The best time to plan a push is before attention fades.",
        ru="Ничего не запланировано. Лучше всего планировать акцию до того, как внимание угаснет.",
    ),
    "digest.gaps": Text(en="Gaps", ru="Пробелы"),
    "digest.no_gaps": Text(en="Nothing is missing in these 7 days.", ru="За эти 7 дней пробелов нет."),
    "digest.gap": Text(
        en=plural(
            one="{source}: {number} hour of the week is not complete.",
            other="{source}: {number} hours of the week are not complete.",
        ),
        ru="{source}: неполных часов за неделю — {number}.",
    ),
    "digest.gap.days": Text(
        en=plural(
            one="{source}: {number} day of the week is not complete.",
            other="{source}: {number} days of the week are not complete.",
        ),
        ru="{source}: неполных дней за неделю — {number}.",
    ),
    "digest.gap.topic": Text(
        en="{topic}: nothing in these 7 days is complete.", ru="{topic}: за эти 7 дней нет полных данных."
    ),
    "digest.record": Text(en="Warnings so far", ru="Предупреждения до сих пор"),
    "digest.useful": Text(
        en=plural(
            one="Of {all} warning you called {useful} useful and {useless} not; of {unsaid} nobody has said.",
            other="Of {all} warnings you called {useful} useful and {useless} not; of {unsaid} nobody has said.",
        ),
        ru="Из всех предупреждений ({all}) полезными названы {useful}, бесполезными {useless}; "
        "о прочих ({unsaid}) никто не сказал.",
    ),
}

_LISTED: Mapping[str, Text] = {
    "warnings.none": Text(en="No warning yet.", ru="Предупреждений ещё не было."),
    "warning": Text(
        en="{number}  {when}  {topic} on {source}. {headline}.{said}",
        ru="{number}  {when}  {topic}, {source}. {headline}.{said}",
    ),
    "warning.useful": Text(en="Useful.", ru="Пригодилось."),
    "warning.not_useful": Text(en="Not useful.", ru="Не пригодилось."),
    "warning.told.needless": Text(
        en="{channel}: nobody was told, because there was nothing new to tell, or it was over before a message could "
        "go out.",
        ru="{channel}: никому не отправлено: нового не было, или всё закончилось раньше, чем ушло сообщение.",
    ),
    "warning.told.not_owed": Text(
        en="{channel}: nobody was told, because the channel was set up later, or the source was not followed.",
        ru="{channel}: никому не отправлено: канал настроен позже, или за источником тогда не следили.",
    ),
    "snooze": Text(
        en="Snooze {number}: nothing is sent of {topic} until {until}. {by}: {reason}",
        ru="Тишина {number}: {topic}, до {until}. {by}: {reason}",
    ),
    "snooze.all": Text(en="all topics", ru="все темы"),
}

TEXTS: Mapping[str, Text] = {**_SUBJECTS, **_WARNINGS, **_DIGEST, **_LISTED}

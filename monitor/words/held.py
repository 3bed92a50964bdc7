"""What is held right now, in plain words: what each table is, why it is there, and for how long."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text, plural

TEXTS: Mapping[str, Text] = {
    "held.title": Text(en="What we hold right now", ru="Что мы сейчас храним"),
    "held.sum": Text(
        en=plural(
            one="Numbers and your own notes: {number} row, the oldest from {when}. Nothing of anybody who posts.",
            other="Numbers and your own notes: {number} rows, the oldest from {when}. Nothing of anybody who posts.",
        ),
        ru=plural(
            one="Числа и ваши записи: {number} строка, самая старая от {when}. Ничего о тех, кто пишет посты.",
            few="Числа и ваши записи: {number} строки, самая старая от {when}. Ничего о тех, кто пишет посты.",
            many="Числа и ваши записи: {number} строк, самая старая от {when}. Ничего о тех, кто пишет посты.",
            other="Числа и ваши записи: {number} строки, самая старая от {when}. Ничего о тех, кто пишет посты.",
        ),
    ),
    "held.nothing": Text(en="Nothing yet: nothing has been counted.", ru="Пока ничего: ещё ничего не подсчитано."),
    "held.keys": Text(
        en=plural(
            one="{number} key of people counted is alive; it is destroyed by {when}.",
            other="{number} keys of people counted are alive; the last is destroyed by {when}.",
        ),
        ru=plural(
            one="Жив {number} ключ подсчёта людей; он будет уничтожен к {when}.",
            few="Живы {number} ключа подсчёта людей; последний будет уничтожен к {when}.",
            many="Живо {number} ключей подсчёта людей; последний будет уничтожен к {when}.",
            other="Живы {number} ключа подсчёта людей; последний будет уничтожен к {when}.",
        ),
    ),
    "held.keys.overdue": Text(
        en="A key of people counted is overdue since {when}: it goes at the next round. See that Monitor is running.",
        ru="Срок одного ключа подсчёта людей истёк {when}: он исчезнет при следующем сборе. "
        "Проверьте, что Monitor работает.",
    ),
    "held.keys.none": Text(
        en="No key of people counted is alive: no mark of a person can be matched with anybody any more.",
        ru="Живых ключей подсчёта людей нет: ни одну отметку о человеке уже нельзя сопоставить с кем-либо.",
    ),
    "held.keys.post": Text(
        en="The key that tells posts counted already is {span} old; it goes when all is wiped.",
        ru="Ключ, по которому узнают уже подсчитанные посты, живёт уже {span}; он исчезнет, когда сотрут всё.",
    ),
    "held.details": Text(en="Table by table", ru="По таблицам"),
    "held.rows": Text(
        en=plural(one="{number} row", other="{number} rows"),
        ru=plural(one="{number} строка", few="{number} строки", many="{number} строк", other="{number} строки"),
    ),
    "held.since": Text(en=", the oldest from {when}", ru=", самая старая от {when}"),
    "held.table.observation": Text(en="Counts by the hour and day", ru="Числа по часам и дням"),
    "held.table.breakdown": Text(
        en="Counts by language, tag, site and tone", ru="Числа по языкам, тегам, сайтам и тону"
    ),
    "held.table.coverage": Text(en="Which hours were looked at", ru="За какие часы смотрели"),
    "held.table.checkpoint": Text(en="How far reading has got", ru="До какого места прочитано"),
    "held.table.pulse": Text(en="How each source answered last", ru="Как источник ответил в последний раз"),
    "held.table.seen": Text(en="Marks of what was counted already", ru="Отметки об уже подсчитанном"),
    "held.table.loudest": Text(en="Marks of a day's busiest five", ru="Отметки пяти самых активных за день"),
    "held.table.secret_key": Text(en="Keys the marks are made with", ru="Ключи, которыми сделаны отметки"),
    "held.table.change": Text(en="Changes of state", ru="Перемены состояний"),
    "held.table.delivery": Text(en="Which warning is owed to whom", ru="Какое предупреждение кому должно уйти"),
    "held.table.outgoing": Text(en="Messages sent and waiting", ru="Отправленные и ждущие сообщения"),
    "held.table.spend": Text(en="What was spent", ru="Что потрачено"),
    "held.table.push": Text(en="Pushes and their drafts", ru="Акции и их черновики"),
    "held.table.note": Text(en="Notes on the line", ru="Заметки на линии"),
    "held.table.snooze": Text(en="Silences, and who asked for them", ru="Включения тишины и кто о них просил"),
    "held.table.verdict": Text(en="Which warnings were useful", ru="Какие предупреждения были полезны"),
    "held.table.meta": Text(en="The store's own upkeep", ru="Служебные записи хранилища"),
    "held.why.counts": Text(
        en="What everything is judged by. Until you wipe.", ru="По ним обо всём и судят. Пока вы не сотрёте."
    ),
    "held.why.coverage": Text(
        en="So that a gap is never taken for silence. Until you wipe.",
        ru="Чтобы пробел не приняли за тишину. Пока вы не сотрёте.",
    ),
    "held.why.marks": Text(
        en="So that nothing is counted twice: of people for 48 hours at most, of posts for some 35 days.",
        ru="Чтобы ничего не считать дважды: о людях не дольше 48 часов, о постах — около 35 дней.",
    ),
    "held.why.keys": Text(
        en="Without its key a mark means nothing. A day's key lives 48 hours at most.",
        ru="Без ключа отметка ничего не значит. Ключ дня живёт не дольше 48 часов.",
    ),
    "held.why.judgements": Text(
        en="So that you are told once, and can look back. Until you wipe.",
        ru="Чтобы сказать вам один раз и чтобы можно было оглянуться. Пока вы не сотрёте.",
    ),
    "held.why.money": Text(
        en="So that the budget holds. Until you wipe.", ru="Чтобы не выйти за бюджет. Пока вы не сотрёте."
    ),
    "held.why.staff": Text(
        en="What you wrote yourselves. Until you wipe.", ru="То, что вы написали сами. Пока вы не сотрёте."
    ),
    "held.why.upkeep": Text(
        en="The store's version, its stamp and the calendar's secret path. Until you wipe.",
        ru="Версия хранилища, его метка и тайный путь календаря. Пока вы не сотрёте.",
    ),
}

"""The texts of the page Warnings, and of who was told what."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text, plural

_TOLD: Mapping[str, Text] = {
    "warnings.told": Text(en="{channel}: told on {when}.", ru="{channel}: сообщение отправлено {when}."),
    "warnings.told.over": Text(
        en="{channel}: told on {when} that it is over.",
        ru="{channel}: {when} отправлено сообщение, что всё закончилось.",
    ),
    "warnings.told.partly": Text(
        en="{channel}: told on {when}, but not everybody: {error}.",
        ru="{channel}: сообщение отправлено {when}, но дошло не до всех; причина: {error}.",
    ),
    "warnings.told.failed": Text(
        en="{channel}: not told yet, the message did not go out: {error}. It is kept and tried again.",
        ru="{channel}: сообщение пока не ушло; причина: {error}. Оно сохранено, попытки продолжаются.",
    ),
    "warnings.told.going": Text(en="{channel}: the message is on its way.", ru="{channel}: сообщение отправляется."),
    "warnings.told.snoozed": Text(
        en="{channel}: not told yet, as silence was asked for until {when}. It is kept, and told after.",
        ru="{channel}: пока не отправлено: до {when} включена тишина. Сообщение сохранено и придёт после неё.",
    ),
    "warnings.told.next": Text(
        en="{channel}: not told yet; it goes out with the next message, of which there is one a day unless it gets "
        "worse.",
        ru="{channel}: пока не отправлено; войдёт в следующее сообщение (не больше одного в день, если не становится "
        "хуже).",
    ),
    "warnings.told.nobody": Text(
        en="Nobody was told, because no channel is set up ({where}).",
        ru="Никому не отправлено: ни один канал не настроен ({where}).",
    ),
}

_PASSAGES: Mapping[str, Text] = {
    "warnings.passage.fade": Text(en="{when}, {source}: {sure}.", ru="{when}, {source}: {sure}."),
    "warnings.passage.over": Text(
        en="{when}, {source}: no longer fading. From then on: {state}.",
        ru="{when}, {source}: больше не угасает. С этого времени: {state}.",
    ),
    "warnings.passage.blind": Text(
        en="{when}, {topic} on {source}: no data from here on.", ru="{when}, {topic}, {source}: данных больше нет."
    ),
    "warnings.passage.back": Text(
        en="{when}, {topic} on {source}: data again; it is {state} as before.",
        ru="{when}, {topic}, {source}: данные снова есть, состояние прежнее: {state}.",
    ),
    "warnings.more": Text(
        en=plural(one="{number} change between.", other="{number} changes between."),
        ru=plural(
            one="Между ними ещё {number} перемена.",
            few="Между ними ещё {number} перемены.",
            many="Между ними ещё {number} перемен.",
            other="Между ними ещё {number} перемены.",
        ),
    ),
}

_PAGE: Mapping[str, Text] = {
    "warnings.open": Text(en="Open now", ru="Сейчас в силе"),
    "warnings.open.some": Text(
        en=plural(one="{number} warning is open.", other="{number} warnings are open."),
        ru=plural(
            one="Сейчас в силе {number} предупреждение.",
            few="Сейчас в силе {number} предупреждения.",
            many="Сейчас в силе {number} предупреждений.",
            other="Сейчас в силе {number} предупреждения.",
        ),
    ),
    "warnings.open.none": Text(
        en="No warning is open: nothing is known to fade.",
        ru="Действующих предупреждений нет: об угасании не известно.",
    ),
    "warnings.none.yet": Text(
        en="There has been no warning yet. One comes when attention to a topic fades, or when a source gives no data.",
        ru="Предупреждений ещё не было. Они появятся, когда внимание к теме угаснет или источник перестанет "
        "давать данные.",
    ),
    "warnings.none.counted": Text(
        en="Nothing has been counted yet, so there is nothing to warn of.",
        ru="Пока ничего не подсчитано, поэтому и предупреждать не о чем.",
    ),
    "warnings.blind": Text(
        en="No data at the moment: {sources}. Until they are back nobody can be warned of a fade there: silence here "
        "does not mean that all is well.",
        ru="Сейчас нет данных: {sources}. Пока их нет, об угасании там предупредить нельзя: тишина здесь "
        "не значит, что всё хорошо.",
    ),
    "warnings.archive": Text(
        en="{source} warns nobody, whatever it shows: an archive is not followed.",
        ru="{source} никого не предупреждает, что бы ни показывал: за архивом никто не следит.",
    ),
    "warnings.off": Text(
        en="{source} warns nobody: it was asked last on {when}. It is switched off, or the collector has stopped.",
        ru="{source} никого не предупреждает: последний запрос был {when}. Источник выключен, или сборщик остановлен.",
    ),
    "warnings.never": Text(
        en="{source} warns nobody: it is not being asked.", ru="{source} никого не предупреждает: к нему не обращаются."
    ),
    "warnings.past": Text(en="Past", ru="Прошлые"),
    "warnings.past.more": Text(en="Show older ones", ru="Показать более ранние"),
    "warnings.past.left": Text(
        en="Not followed any more, so nobody will say when it ends.",
        ru="За этим больше не следят, поэтому об окончании никто не сообщит.",
    ),
    "warnings.evidence.of": Text(en="{source}, {when}", ru="{source}, {when}"),
    "warnings.useful": Text(en="Useful", ru="Пригодилось"),
    "warnings.not_useful": Text(en="Not useful", ru="Не пригодилось"),
    "warnings.said.useful": Text(en="Your team called it useful.", ru="Ваша команда отметила: пригодилось."),
    "warnings.said.not_useful": Text(en="Your team called it not useful.", ru="Ваша команда отметила: не пригодилось."),
    "warnings.who": Text(
        en="Your name (kept with what you say or silence here)",
        ru="Ваше имя (сохраняется с вашими отметками и тишиной)",
    ),
}

_SILENCE: Mapping[str, Text] = {
    "warnings.silence": Text(en="Silence", ru="Тишина"),
    "warnings.silence.none": Text(
        en="Nothing is silenced: every warning goes out.", ru="Тишина не включена: все предупреждения отправляются."
    ),
    "warnings.silence.nobody": Text(en="Nothing is silenced.", ru="Тишина не включена."),
    "warnings.silence.some": Text(
        en="Silenced now; what comes up meanwhile is kept, and told after:",
        ru="Сейчас включена тишина; всё, что случится, сохранится и придёт после неё:",
    ),
    "warnings.silence.wake": Text(en="End this silence", ru="Прекратить эту тишину"),
    "warnings.silence.ask": Text(en="Silence warnings for a while", ru="Включить тишину на время"),
    "warnings.silence.topic": Text(en="Of what", ru="О чём"),
    "warnings.silence.long": Text(en="For how long", ru="Надолго ли"),
    "warnings.silence.date": Text(en="To the end of a day", ru="До конца дня"),
    "warnings.silence.last": Text(en="The last silent day", ru="Последний тихий день"),
    "warnings.silence.reason": Text(
        en="Why (required: others will wonder later)", ru="Почему (обязательно: потом об этом спросят)"
    ),
    "warnings.silence.do": Text(en="Silence", ru="Включить тишину"),
}

_RECORD: Mapping[str, Text] = {
    "warnings.record": Text(en="Were they of use?", ru="Пригодились ли они"),
    "warnings.record.none": Text(
        en="There is no fade to look back on yet.", ru="Угасаний, на которые можно оглянуться, пока не было."
    ),
    "warnings.record.caption": Text(
        en="Warnings of a fade by topic: were they of use?", ru="Предупреждения об угасании по темам: пригодились ли?"
    ),
    "warnings.record.topic": Text(en="Topic", ru="Тема"),
    "warnings.record.all": Text(en="All", ru="Всего"),
    "warnings.record.useful": Text(en="Yes", ru="Да"),
    "warnings.record.useless": Text(en="No", ru="Нет"),
    "warnings.record.unsaid": Text(en="Not said", ru="Не сказано"),
}

_PREVIEW: Mapping[str, Text] = {
    "warnings.preview": Text(en="How soon to warn", ru="Насколько рано предупреждать"),
    "warnings.preview.now": Text(
        en="Warnings are set to {sensitivity}. {calm} warns later and surer, {eager} sooner and more often wrong. To "
        "change it, write in config.yaml, for example:",
        ru="Чувствительность сейчас: {sensitivity}. {calm} — предупреждения позже и надёжнее, {eager} — раньше, но "
        "чаще ошибочные. Чтобы изменить её, впишите в config.yaml, например:",
    ),
    "warnings.preview.calm": Text(en="{level}", ru="спокойная ({level})"),
    "warnings.preview.normal": Text(en="{level}", ru="обычная ({level})"),
    "warnings.preview.eager": Text(en="{level}", ru="чуткая ({level})"),
    "warnings.preview.ask": Text(en="How often would it have warned?", ru="Как часто были бы предупреждения?"),
    "warnings.preview.working": Text(
        en="Going through the last months once more …", ru="Последние месяцы просматриваются заново…"
    ),
    "warnings.preview.as_of": Text(
        en="As of {when}. Counted are fades of a topic in sources that are followed by the hour; one that several "
        "sources show is one warning. It is as if every hour had come in at once: what came in late warned nobody.",
        ru="По состоянию на {when}. Считаются угасания тем в источниках, за которыми следят по часам; "
        "если угасание видно в нескольких источниках, это одно предупреждение. Подсчёт такой, будто каждый час "
        "пришёл вовремя: пришедшее позже никого не предупреждало.",
    ),
    "warnings.preview.nothing": Text(
        en="There is nothing to go through: no source is followed by the hour yet.",
        ru="Просматривать нечего: пока нет источников, за которыми следят по часам.",
    ),
    "warnings.preview.topic": Text(
        en="{topic}: in the last {days} {calm} would have warned {calm_times}, {normal} {normal_times} and {eager} "
        "{eager_times}.",
        ru="{topic} (период: {days}). Предупреждений было бы: {calm} — {calm_times}, {normal} — {normal_times}, "
        "{eager} — {eager_times}.",
    ),
    "warnings.preview.times": Text(en=plural(one="{number} time", other="{number} times"), ru="{number}"),
    "warnings.preview.never": Text(en="not once", ru="ни одного"),
    "warnings.preview.caption": Text(
        en="Warnings in the last {days}; in brackets, after how many of those that can be judged attention was still "
        "down 48 hours later",
        ru="Предупреждения (период: {days}); в скобках — после скольких из тех, что можно проверить, внимание "
        "и через 48 часов осталось низким",
    ),
    "warnings.preview.cell": Text(en="{number} ({held} of {judged})", ru="{number} ({held} из {judged})"),
    "warnings.preview.in_force": Text(en="{sensitivity} (now)", ru="{sensitivity}, сейчас"),
}

TEXTS: Mapping[str, Text] = {**_TOLD, **_PASSAGES, **_PAGE, **_SILENCE, **_RECORD, **_PREVIEW}

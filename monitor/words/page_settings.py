"""The texts of the page Settings and safety, with those at the door and of the words that Monitor uses."""

from __future__ import annotations

from collections.abc import Mapping

from . import entrance, glossary, held
from .text import Text, plural

_FOLLOWED: Mapping[str, Text] = {
    "settings.terms": Text(en="What is looked for", ru="Что ищется"),
    "settings.terms.only": Text(
        en="This is the only page that shows terms; everywhere else a topic is called by its alias. "
        "Mind who can see your screen.",
        ru="Только на этой странице видны слова для поиска; везде ещё тема называется псевдонимом. "
        "Посмотрите, кому виден ваш экран.",
    ),
    "settings.terms.show": Text(en="Show the terms", ru="Показать слова"),
    "settings.terms.none": Text(en="No topic is followed yet.", ru="Пока нет ни одной темы."),
    "settings.terms.change": Text(
        en="Topics and terms are changed in config.yaml; the page follows by itself.",
        ru="Темы и слова меняются в файле config.yaml; страница обновится сама.",
    ),
    "settings.terms.guard": Text(
        en="A term is stopped if it looks like a private person (an account, a name, a phone number, an address) "
        "or like a gathering (a place with a day or a time). It is followed only if the account is official, "
        "or if somebody of the campaign answers for it, with a reason and a day.",
        ru="Слово не принимается, если похоже на частное лицо (аккаунт, имя, телефон, адрес) "
        "или на встречу людей (место с днём или временем). За ним следят, только если аккаунт официальный "
        "или если кто-то из кампании за это отвечает и указал причину и день.",
    ),
    "settings.kind.tag": Text(en="hashtag", ru="хештег"),
    "settings.kind.mention": Text(en="account", ru="аккаунт"),
    "settings.kind.phrase": Text(en="words", ru="слова"),
    "settings.kind.link": Text(en="link", ru="ссылка"),
    "settings.kind.article": Text(en="article ({edition})", ru="статья ({edition})"),
    "settings.guard.plain": Text(en="names nobody", ru="никого не называет"),
    "settings.guard.official": Text(en="official account", ru="официальный аккаунт"),
    "settings.guard.confirmed": Text(en="{by} answers for it since {on}: {reason}", ru="отвечает {by}, {on}: {reason}"),
    "settings.risk.account": Text(en="may be a private person's account", ru="возможно, аккаунт частного лица"),
    "settings.risk.profile": Text(
        en="looks like the page of a private person ({seen})", ru="похоже на страницу частного лица ({seen})"
    ),
    "settings.risk.email": Text(
        en="looks like a private person (e-mail address: {seen})", ru="похоже на частное лицо (адрес почты: {seen})"
    ),
    "settings.risk.phone": Text(
        en="looks like a private person (phone number: {seen})", ru="похоже на частное лицо (телефон: {seen})"
    ),
    "settings.risk.patronymic": Text(
        en="looks like a private person (patronymic: {seen})", ru="похоже на частное лицо (отчество: {seen})"
    ),
    "settings.risk.name": Text(
        en="looks like a private person (name: {seen})", ru="похоже на частное лицо (имя: {seen})"
    ),
    "settings.risk.street": Text(
        en="looks like a private person (house in a street: {seen})", ru="похоже на частное лицо (адрес дома: {seen})"
    ),
    "settings.risk.gathering": Text(en="looks like a gathering ({seen})", ru="похоже на встречу людей ({seen})"),
}

_SOURCES: Mapping[str, Text] = {
    "settings.sources": Text(en="Sources", ru="Источники"),
    "settings.sources.well": Text(
        en=plural(one="{number} source, and it answers.", other="All {number} sources answer."),
        ru=plural(
            one="{number} источник, и он отвечает.",
            few="Отвечают все {number} источника.",
            many="Отвечают все {number} источников.",
            other="Отвечают все {number} источника.",
        ),
    ),
    "settings.sources.ill": Text(
        en=plural(one="{number} of {all} sources does not answer.", other="{number} of {all} sources do not answer."),
        ru=plural(
            one="Не отвечает {number} источник из {all}.",
            few="Не отвечают {number} источника из {all}.",
            many="Не отвечают {number} источников из {all}.",
            other="Не отвечают {number} источника из {all}.",
        ),
    ),
    "settings.sources.none": Text(
        en="No source is switched on. Take the # away from one in config.yaml, or hand over an archive.",
        ru="Ни один источник не включён. Уберите # перед одним из них в config.yaml или загрузите архив.",
    ),
    "settings.sources.trouble": Text(
        en="What the sources are asked for cannot be told at the moment: {reason}",
        ru="Сейчас нельзя сказать, о чём спрашивают источники: {reason}",
    ),
    "settings.source.asked": Text(en="Asked for {alias}: {terms}.", ru="О теме «{alias}»: {terms}."),
    "settings.source.show": Text(en="What it is asked for", ru="О чём его спрашивают"),
    "settings.source.every": Text(en="Asked once in {span}.", ru="Как часто спрашивают: один раз в {span}."),
    "settings.source.by_hand": Text(
        en="Not asked on a schedule: its numbers come from files.",
        ru="По расписанию не спрашивают: числа приходят из файлов.",
    ),
    "settings.source.minutes": Text(
        en=plural(one="{number} minute", other="{number} minutes"),
        ru=plural(one="{number} минуту", few="{number} минуты", many="{number} минут", other="{number} минуты"),
    ),
    "settings.source.hours": Text(
        en=plural(one="{number} hour", other="{number} hours"),
        ru=plural(one="{number} час", few="{number} часа", many="{number} часов", other="{number} часа"),
    ),
    "settings.source.never": Text(en="It was never asked yet.", ru="Его пока ни разу не спрашивали."),
    "settings.source.answers": Text(en="It answers; last on {when}.", ru="Отвечает; последний раз {when}."),
    "settings.source.last": Text(en="It last answered on {when}.", ru="Последний ответ: {when}."),
    "settings.source.no_answer": Text(en="It has never answered.", ru="Ответа ещё не было ни разу."),
    "settings.source.whole": Text(en="Known whole up to {when}.", ru="Полностью известно до {when}."),
    "settings.source.whole.none": Text(
        en="No hour of the last 30 days is known whole.", ru="Ни одного полного часа за последние 30 дней."
    ),
    "settings.source.no_gaps": Text(en="No gap since {since}.", ru="Пробелов нет с {since}."),
    "settings.source.gaps": Text(
        en="Gaps since {since}: {percent} of the time. The longest lasted {span}, from {when}: {reason}.",
        ru="Пробелы с {since}: {percent} времени. Самый долгий: {span}, с {when}; причина: {reason}.",
    ),
    "settings.source.unsaid": Text(en="no reason was given", ru="не названа"),
    "settings.source.spent": Text(
        en="Spent this month: ${spent} of ${cap}. A new month begins on {until} (UTC).",
        ru="Потрачено в этом месяце: ${spent} из ${cap}. Новый месяц начнётся {until} (UTC).",
    ),
    "settings.source.used_up": Text(
        en="This month's budget of ${cap} is used up; it goes on on {until} (UTC).",
        ru="Бюджет месяца, ${cap}, исчерпан; дальше — с {until} (UTC).",
    ),
}

_ELSEWHERE: Mapping[str, Text] = {
    "settings.elsewhere": Text(en="See what people say", ru="Что говорят люди"),
    "settings.elsewhere.before": Text(
        en="Posts are never shown here. These buttons open each platform's own search in a new tab. "
        "The platform then sees that somebody at your address looks for these words.",
        ru="Посты здесь не показываются никогда. Эти кнопки открывают поиск самой площадки в новой вкладке. "
        "Площадка увидит, что с вашего адреса ищут эти слова.",
    ),
    "settings.elsewhere.show": Text(en="Show the ways out", ru="Показать, куда перейти"),
    "settings.elsewhere.none": Text(
        en="There is nothing to look up: the campaign is invented, or its terms have no public search.",
        ru="Искать нечего: кампания вымышленная, или для её слов нет открытого поиска.",
    ),
    "settings.elsewhere.all": Text(en="{platform}: all terms", ru="{platform}: все слова"),
    "settings.elsewhere.one": Text(en="{platform}: {what}", ru="{platform}: {what}"),
}

_NAMES: Mapping[str, Text] = {
    "settings.names": Text(en="Languages and names", ru="Языки и имена"),
    "settings.names.page": Text(
        en="The page speaks the language you choose at the top. The campaign writes in: {languages}.",
        ru="Язык страницы выбирается вверху. Языки кампании: {languages}.",
    ),
    "settings.names.channel": Text(
        en="Messages on {channel} are in: {spoken}.", ru="Сообщения канала {channel} пишутся на языке: {spoken}."
    ),
    "settings.names.no_channel": Text(
        en="Nobody is sent messages: no channel is named in config.yaml.",
        ru="Сообщения никому не отправляются: в config.yaml не назван ни один канал.",
    ),
    "settings.names.alias": Text(
        en="Messages, calendars and file names say “{alias}” for the campaign.",
        ru="В сообщениях, календарях и именах файлов кампания называется «{alias}».",
    ),
    "settings.names.change": Text(en="How to change this", ru="Как это изменить"),
    "settings.names.how": Text(
        en="Change these lines in config.yaml; the page follows by itself:",
        ru="Измените эти строки в config.yaml, страница обновится сама:",
    ),
    "settings.language.en": Text(en="English", ru="английский"),
    "settings.language.ru": Text(en="Russian", ru="русский"),
}

_WORDS: Mapping[str, Text] = {
    "settings.glossary": Text(en="What the words mean", ru="Что значат слова"),
    "settings.glossary.words": Text(en="Words", ru="Слова"),
    "settings.glossary.states": Text(en="The six states", ru="Шесть состояний"),
}

_WIPE: Mapping[str, Text] = {
    "settings.wipe": Text(en="Wipe everything", ru="Стереть всё"),
    "settings.wipe.show": Text(en="I want to wipe everything", ru="Я хочу стереть всё"),
    "settings.wipe.what": Text(
        en="This destroys the keys, then every number, note, push and warning that is kept here. It cannot be undone.",
        ru="Сначала уничтожаются ключи, затем все числа, заметки, акции и предупреждения, которые здесь хранятся. "
        "Отменить это нельзя.",
    ),
    "settings.wipe.first": Text(
        en="If “monitor run” shows this page, tick the box below: once all is wiped, it ends by itself. "
        "Whatever else collects, or starts it again (a timer, a service), you must stop yourself.",
        ru="Если эту страницу показывает «monitor run», поставьте галочку ниже: когда всё будет стёрто, он завершится "
        "сам. Всё остальное, что ведёт сбор или запускает его снова (таймер, служба), остановите сами.",
    ),
    "settings.wipe.type": Text(
        en="To be sure, type the campaign's alias as it stands at the top",
        ru="Чтобы не ошибиться, введите псевдоним кампании, который стоит вверху",
    ),
    "settings.wipe.anyway": Text(
        en="Wipe although Monitor is still running (a bad night)", ru="Стереть, хотя Monitor ещё работает (дурная ночь)"
    ),
    "settings.wipe.do": Text(en="Wipe everything now", ru="Стереть всё сейчас"),
    "settings.wipe.done": Text(
        en="Everything is wiped: {when} ({zone}). You can close this page.",
        ru="Всё стёрто: {when} ({zone}). Эту страницу можно закрыть.",
    ),
    "settings.wipe.mistyped": Text(
        en="Nothing was wiped: what you typed is not the campaign's alias.",
        ru="Ничего не стёрто: введён не псевдоним кампании.",
    ),
    "settings.wipe.not_yours": Text(
        en="Only editors can wipe what is kept here.", ru="Стереть всё могут только те, кому можно менять."
    ),
    "settings.wipe.cannot": Text(en="What nobody can promise:", ru="Чего обещать нельзя:"),
    "settings.limit.again": Text(
        en="What starts Monitor by itself (a timer, a service, a container) collects anew, into a new store: stop it.",
        ru="То, что само запускает Monitor (таймер, служба, контейнер), начнёт собирать заново, в новое хранилище: "
        "остановите это.",
    ),
    "settings.limit.blocks": Text(
        en="A disk may keep old blocks, and a file system snapshots: only a disk that was encrypted "
        "from the start keeps these unreadable.",
        ru="Диск может хранить старые блоки, а файловая система — снимки: прочесть их нельзя, "
        "только если диск был зашифрован с самого начала.",
    ),
    "settings.limit.copies": Text(
        en="Files of posts that you imported, exported files, backups, synced folders, the system's logs and other "
        "machines keep what they hold: delete imported files yourself.",
        ru="Загруженные вами файлы с постами, выгруженные файлы, резервные копии, синхронизируемые папки, журналы "
        "системы и другие машины хранят своё: загруженные файлы удалите сами.",
    ),
    "settings.limit.sent": Text(
        en="Mail, messages and calendars that went out stay with those who got them.",
        ru="Письма, сообщения и календари, которые ушли, остаются у тех, кто их получил.",
    ),
    "settings.limit.config": Text(
        en="config.yaml, with the terms, and the keys in the environment and in files of yours stay: "
        "delete them yourself.",
        ru="Файл config.yaml со словами для поиска и ключи в окружении и в ваших файлах остаются: удалите их сами.",
    ),
    "settings.limit.running": Text(
        en="Something still had the store open: what it holds in memory is gone when it ends; “monitor run” ends "
        "by itself.",
        ru="Хранилище ещё было открыто в какой-то программе: то, что у неё в памяти, исчезнет, когда она завершится; "
        "«monitor run» завершится сам.",
    ),
    "settings.limit.server": Text(
        en="The database server may keep what was stored in its own journal and backups: ask whoever runs it.",
        ru="Сервер базы данных может хранить записанное в своём журнале и копиях: спросите того, кто его ведёт.",
    ),
}

TEXTS: Mapping[str, Text] = {
    **_FOLLOWED,
    **_SOURCES,
    **_ELSEWHERE,
    **_NAMES,
    **_WORDS,
    **_WIPE,
    **held.TEXTS,
    **glossary.TEXTS,
    **entrance.TEXTS,
}

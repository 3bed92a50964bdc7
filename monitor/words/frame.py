"""What stands around every page of the dashboard: names, the banner, the ways to begin, why a deed was not done."""

from __future__ import annotations

import re
from collections.abc import Mapping

from . import page_refused
from .text import Text, plural

_AGO = re.compile(r"In the story, (today|a day ago|(\d+) days ago): (.+)\.")

_FRAME: Mapping[str, Text] = {
    "tab.today": Text(en="Today", ru="Сегодня"),
    "tab.history": Text(en="History", ru="История"),
    "tab.warnings": Text(en="Warnings", ru="Предупреждения"),
    "tab.pushes": Text(en="Pushes", ru="Акции"),
    "tab.reports": Text(en="Reports", ru="Отчёты"),
    "tab.settings": Text(en="Settings and safety", ru="Настройки и безопасность"),
    "frame.language": Text(en="Language", ru="Язык"),
    "frame.invented": Text(
        en="Invented campaign: every post, person and number here is made up.",
        ru="Вымышленная кампания: все посты, люди и числа здесь придуманы.",
    ),
    "frame.reading": Text(
        en="Reading all numbers for the first time. With years of them this takes up to a minute.",
        ru="Читаем все числа впервые. Если их накопилось за годы, это займёт до минуты.",
    ),
    "frame.zone": Text(en="All times are in {zone}.", ru="Время везде — по поясу {zone}."),
    "frame.looking": Text(en="You may look here, not change anything.", ru="Здесь можно смотреть, но не менять."),
    "trouble.no_store": Text(
        en="There is no store yet: nothing has been counted, or everything was wiped.",
        ru="Хранилища пока нет: ещё ничего не подсчитано, или всё стёрто.",
    ),
    "trouble.title": Text(en="Nothing can be shown at the moment", ru="Сейчас ничего нельзя показать"),
    "begin.title": Text(en="If you are only beginning", ru="Если вы только начинаете"),
    "begin.nothing": Text(en="Nothing has been counted yet", ru="Пока ничего не подсчитано"),
    "begin.choose": Text(
        en="Choose one of these, type it in a terminal, and come back: this page fills by itself.",
        ru="Выберите одно из этого, введите в терминале и возвращайтесь: страница заполнится сама.",
    ),
    "begin.running": Text(
        en="Sources are switched on, and Monitor asks them by itself: this page fills after the first whole hour. "
        "If it stays empty, the page Settings and safety says how each source answers.",
        ru="Источники включены, и Monitor опрашивает их сам: страница заполнится после первого полного часа. "
        "Если она останется пустой, как отвечает каждый источник, видно на странице «Настройки и безопасность».",
    ),
    "begin.besides": Text(en="Besides, you can type one of these in a terminal:", ru="А ещё можно ввести в терминале:"),
    "begin.demo": Text(
        en="To look around first, with an invented campaign:", ru="Чтобы сначала осмотреться на вымышленной кампании:"
    ),
    "begin.archive": Text(
        en="If you have an archive of posts (CSV, JSON lines, a 4CAT or twarc export):",
        ru="Если у вас есть архив постов (таблица, JSON или выгрузка программы сбора):",
    ),
    "begin.collect": Text(
        en="To begin collecting from the sources in config.yaml:",
        ru="Чтобы начать сбор из источников, указанных в config.yaml:",
    ),
}

# What the frame notes is carried in English, as reasons are, and found again by its phrase.
_NOTES: Mapping[str, Text] = {
    "reason.archives": Text(
        en="From archives only: all of this is judged as of the last hour they cover, and nobody is warned of it. "
        "Warnings come from sources that are followed.",
        ru="Только по архивам: всё здесь оценено на последний час, который они охватывают, и об этом никого "
        "не предупреждают. Предупреждения приходят по источникам, за которыми идёт наблюдение.",
    ),
    "reason.story.none": Text(en="In the story, nothing has happened yet.", ru="По сюжету пока ничего не произошло."),
    "reason.story.last": Text(en="In the story, {ago}: {what}.", ru="По сюжету, {ago}: {what}."),
    "reason.story.today": Text(en="today", ru="сегодня"),
    "reason.story.day": Text(en="a day ago", ru="день назад"),
    "reason.story.days": Text(
        en="{days} days ago",
        ru=plural(one="{days} день назад", few="{days} дня назад", many="{days} дней назад", other="{days} дня назад"),
    ),
    "reason.story.letter": Text(
        en="the keepers' letter appears, and people begin to share it",
        ru="появилось письмо смотрителей, и им начали делиться",
    ),
    "reason.story.lanterns": Text(en="the push of 8 May, a day of lanterns", ru="прошла акция 8 мая, день фонарей"),
    "reason.story.choir": Text(
        en="a choir answers while the second wave is passing", ru="хор отозвался, пока спадает вторая волна"
    ),
    "reason.story.outage": Text(
        en="the leading feed stops answering, for 30 hours", ru="главная лента перестала отвечать на 30 часов"
    ),
    "reason.story.flood": Text(
        en="one account posts 80 times an hour, for ten hours",
        ru="один аккаунт десять часов подряд пишет по 80 постов в час",
    ),
}
_KEYS = {text.en: key for key, text in _NOTES.items() if isinstance(text.en, str)}

TEXTS: Mapping[str, Text] = {**_FRAME, **_NOTES, **page_refused.TEXTS}


def note_in(note: str, language: str = "en") -> str:
    """What the frame notes, in a language: as it is in English, and where it is no phrase of our own.

    >>> note_in("In the story, 3 days ago: the push of 8 May, a day of lanterns.", "ru")
    'По сюжету, 3 дня назад: прошла акция 8 мая, день фонарей.'
    """
    passed = _AGO.fullmatch(note)
    if language == "en" or not passed:
        return _told(note, language)
    ago, days, what = passed.groups()
    when = TEXTS["reason.story.days"].filled(language, int(days), {"days": days}) if days else _told(ago, language)
    return TEXTS["reason.story.last"].filled(language, None, {"ago": when, "what": _told(what, language)})


def _told(phrase: str, language: str) -> str:
    key = _KEYS.get(phrase)
    return TEXTS[key].filled(language, None, {}) if key else phrase

"""Why something is so: the short phrases that judgements, gaps and refusals carry in English, and their translation."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .text import Text

_WARM_UP = re.compile(r"warm-up: (\d+) of (\d+) days known")

_JUDGED: Mapping[str, Text] = {
    "reason.gone": Text(en="half of the peak is gone", ru="от пика осталось меньше половины"),
    "reason.going": Text(
        en="past its peak, and expected to stay under half of it",
        ru="пик пройден, и внимание, судя по всему, останется ниже его половины",
    ),
    "reason.falling": Text(en="falling for days", ru="внимание падает уже несколько дней"),
    "reason.lower": Text(en="lower for weeks", ru="внимание уже несколько недель ниже прежнего"),
    "reason.sunk": Text(en="far under its usual level", ru="внимание намного ниже обычного"),
    "reason.rising": Text(en="above the usual and growing", ru="внимание выше обычного и растёт"),
    "reason.again": Text(en="rising again", ru="внимание снова растёт"),
    "reason.not_growing": Text(en="no longer growing", ru="рост прекратился"),
    "reason.not_sinking": Text(en="no longer sinking", ru="спад прекратился"),
    "reason.background": Text(en="quiet, back at background", ru="тихо, внимание вернулось к фону"),
    "reason.first_look": Text(en="first look", ru="первая оценка"),
    "reason.little_yet": Text(en="too little seen yet", ru="пока собрано слишком мало"),
    "reason.too_few": Text(en="too little to judge", ru="слишком мало, чтобы судить"),
    "reason.enough": Text(en="enough posts again", ru="постов снова достаточно"),
    "reason.nothing": Text(en="nothing complete comes in", ru="полных данных больше не поступает"),
    "reason.again_data": Text(en="data again", ru="данные снова есть"),
    "reason.warm_up": Text(en="warm-up", ru="данные ещё накапливаются"),
}

_COVERED: Mapping[str, Text] = {
    "reason.nobody": Text(en="nobody looked", ru="данные никто не собирал"),
    "reason.dipped": Text(
        en="the source as a whole gave far less than usual", ru="источник в целом дал намного меньше обычного"
    ),
    "reason.blind": Text(
        en="the source is blind: what is always busy there is silent too",
        ru="источник как будто ослеп: молчит даже то, что там всегда активно",
    ),
    "reason.late": Text(
        en="posts came too late to be told from duplicates",
        ru="посты пришли слишком поздно, их не отличить от повторов",
    ),
    "reason.sample": Text(en="a sample", ru="только выборка"),
    "reason.outage": Text(en="outage: the source did not answer", ru="перебой: источник не отвечал"),
    "reason.arriving": Text(
        en="posts from other servers are still arriving", ru="посты с других серверов ещё приходят"
    ),
    "reason.more": Text(
        en="more posts than are read in one round; the next round goes on",
        ru="постов больше, чем читается за один сбор; следующий сбор продолжит",
    ),
    "reason.today": Text(en="today is not over", ru="день ещё не закончился"),
    "reason.month": Text(en="nobody asked for longer than 30 days", ru="источник не опрашивали больше 30 дней"),
    "reason.week": Text(en="nobody asked for more than seven days", ru="источник не опрашивали больше семи дней"),
    "reason.capped": Text(
        en="more mentions came than are read in a round", ru="упоминаний пришло больше, чем читается за один сбор"
    ),
    "reason.mentions": Text(en="some of the mentions could not be read", ru="часть упоминаний не удалось прочитать"),
    "reason.x_hour": Text(en="X left this hour out of its answer", ru="X пропустил этот час в ответе"),
    "reason.x_part": Text(en="X says that its answer is not whole", ru="X сообщает, что его ответ неполный"),
    "reason.moved_on": Text(
        en="the feed moved on faster than it was read", ru="лента обновлялась быстрее, чем её читали"
    ),
    "reason.undated": Text(
        en="stories without a time, seen after more than an hour",
        ru="материалы без времени, замеченные больше чем через час",
    ),
    "reason.before_feed": Text(
        en="before the feed was followed: only what it still lists",
        ru="до подключения ленты: только то, что в ней ещё осталось",
    ),
    "reason.gdelt_hour": Text(
        en="GDELT left out this hour or a part of it", ru="GDELT пропустил этот час или его часть"
    ),
    "reason.gdelt_old": Text(en="further back than GDELT answers", ru="за такое давнее время GDELT данных не даёт"),
    "reason.mediacloud_day": Text(
        en="Media Cloud had no stories at all for this day: not collected yet, or out of order",
        ru="в Media Cloud за этот день нет ни одного материала: ещё не собраны или неполадка",
    ),
    "reason.wikipedia_day": Text(
        en="Wikipedia left this day out: no views, or not counted yet",
        ru="Википедия пропустила этот день: просмотров не было или их ещё не посчитали",
    ),
    "reason.wikipedia_counting": Text(
        en="Wikipedia is still counting this day", ru="Википедия ещё считает просмотры за этот день"
    ),
    "reason.started": Text(en="followed from within this hour on", ru="наблюдение началось в течение этого часа"),
    "reason.expired": Text(
        en="the posts of this time were no longer there when Bluesky was asked again",
        ru="когда Bluesky опросили снова, постов за это время там уже не было",
    ),
    "reason.unreadable": Text(en="too many posts could not be read", ru="слишком много постов не удалось прочитать"),
    "reason.changed": Text(en="the topics changed within this hour", ru="в течение этого часа темы изменились"),
}

_READ: Mapping[str, Text] = {
    "reason.unfinished": Text(en="import not finished", ru="импорт не закончен"),
    "reason.outside": Text(en="outside of what the file covers", ru="вне того, что охватывает файл"),
    "reason.file_cut": Text(en="file is truncated", ru="файл оборван"),
    "reason.hour": Text(en="the hour was not over", ru="час ещё не закончился"),
    "reason.rows": Text(
        en="too many rows of the file could not be read", ru="слишком много строк файла не удалось прочитать"
    ),
    "reason.truncated": Text(en="truncated file", ru="файл оборван"),
    "reason.damaged": Text(en="damaged file", ru="файл повреждён"),
    "reason.no_post": Text(en="not a post", ru="не пост"),
    "reason.not_json": Text(en="not JSON", ru="не JSON"),
    "reason.nested": Text(en="nested too deeply", ru="слишком глубокая вложенность"),
    "reason.no_id": Text(en="no id", ru="нет идентификатора"),
    "reason.no_time": Text(en="no time", ru="нет времени"),
    "reason.no_text": Text(en="no text", ru="нет текста"),
    "reason.time_range": Text(en="time out of range", ru="недопустимое время"),
    "reason.date": Text(en="broken date", ru="испорченная дата"),
    "reason.long": Text(en="row too long", ru="слишком длинная строка"),
    "reason.columns": Text(en="wrong number of columns", ru="неверное число столбцов"),
    "reason.no_clock": Text(en="date without a time of day", ru="дата без указания времени"),
}

TEXTS: Mapping[str, Text] = {
    **_JUDGED,
    "reason.warm_up.days": Text(en="warm-up: {known} of {needed} days known", ru="накоплено дней: {known} из {needed}"),
    **_COVERED,
    **_READ,
}
_KEYS = {str(text.en): key for key, text in TEXTS.items()}


def reason_in(reason: str, language: str = "en") -> str:
    """A reason in a language: as it is in English, and in quotes where it is no phrase of our own.

    >>> reason_in("falling for days", "ru"), reason_in("warm-up: 3 of 7 days known", "ru"), reason_in("503", "ru")
    ('внимание падает уже несколько дней', 'накоплено дней: 3 из 7', '«503»')
    """
    if language != "ru" or not reason:
        return reason
    warm_up = _WARM_UP.fullmatch(reason)
    if warm_up:
        known, needed = warm_up.groups()
        return TEXTS["reason.warm_up.days"].filled(language, None, {"known": known, "needed": needed})
    key = _KEYS.get(reason)
    return TEXTS[key].filled(language, None, {}) if key else f"«{reason}»"

"""The lines around the judgements: times, charts, gaps, status, imports and replays."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text, plural

_PAGE: Mapping[str, Text] = {
    "page.as_of": Text(en="As of {when} ({zone}).", ru="По состоянию на {when} ({zone})."),
    "page.overdue": Text(
        en="The newest round was {span} ago, so this page is out of date. "
        "If the collector has stopped, start it with: monitor run",
        ru="Последний сбор был {span} назад, так что эта страница устарела. "
        "Если сборщик остановился, запустите его: monitor run",
    ),
    "chart.no_data": Text(
        en="{counted} a day: the line ends where the data stop",
        ru="{counted} в день: линия обрывается там, где кончаются данные",
    ),
    "chart.too_few": Text(
        en="{counted} a day are too few to tell a change from chance",
        ru="{counted} в день слишком мало, чтобы отличить перемену от случайности",
    ),
    "chart.unknown": Text(
        en="{counted} a day in the last 30 days; the usual range is not known yet",
        ru="{counted} в день за последние 30 дней; обычный уровень пока неизвестен",
    ),
    "chart.falling": Text(
        en="{counted} a day are falling, now {place} the usual range",
        ru="{counted} в день: число падает, сейчас {place}",
    ),
    "chart.growing": Text(
        en="{counted} a day are growing, now {place} the usual range",
        ru="{counted} в день: число растёт, сейчас {place}",
    ),
    "chart.holding": Text(en="{counted} a day are {place} the usual range", ru="{counted} в день: число {place}"),
    "place.above": Text(en="above", ru="выше обычного"),
    "place.below": Text(en="below", ru="ниже обычного"),
    "place.within": Text(en="within", ru="в обычных пределах"),
    "gap": Text(en="{start} to {end}: {reason}", ru="с {start} до {end}: {reason}"),
    "gap.more": Text(en="and {number} more", ru="и ещё {number}"),
    "status.complete": Text(en="complete", ru="данные полные"),
    "status.partial": Text(en="partial", ru="данные неполные"),
    "status.missing": Text(en="missing", ru="данных нет"),
    "status.blocked": Text(en="blocked", ru="доступ закрыт"),
    "reaches.none": Text(en="{source}, no complete hour yet", ru="{source}, пока ни одного полного часа"),
    "reaches": Text(en="{source}, data to {when}", ru="{source}, данные до {when}"),
    "silent": Text(en="{source} gives no numbers: {reason}.", ru="{source}: данных нет; причина: {reason}."),
    "silent.again": Text(
        en="{source} gives no numbers: {reason}; it is asked again on {when}.",
        ru="{source}: данных нет; причина: {reason}; следующая попытка {when}.",
    ),
}

_STATUS: Mapping[str, Text] = {
    "told.as_of": Text(en="Judged as of {when} ({zone}).", ru="Оценка на {when} ({zone})."),
    "told.as_of.last": Text(
        en="Judged as of {when} ({zone}), the last hour the data cover.",
        ru="Оценка на {when} ({zone}), последний час, за который есть данные.",
    ),
    "told.next": Text(en="Next: {step}", ru="Что делать: {step}"),
    "told.beside": Text(en="Beside it: {line}", ru="Рядом: {line}"),
    "told.untold": Text(
        en="Warnings and proposals come from sources that are followed (monitor run), not from an archive; to plan "
        "a push all the same: monitor push add --topic {topic} --owner NAME --at TIME",
        ru="Предупреждения и предложения приходят по источникам, за которыми идёт наблюдение (monitor run), "
        "а не по архиву; акцию можно запланировать и без них: monitor push add --topic {topic} --owner NAME --at TIME",
    ),
    "told.by_day": Text(
        en="{alias}: counted by the day only, which shows a change days later than hours would.",
        ru="{alias}: считается только по дням, поэтому перемена видна на несколько дней позже, чем по часам.",
    ),
    "told.nothing": Text(
        en="{alias}: nothing is known yet (monitor import FILE, or monitor run)",
        ru="{alias}: пока ничего не известно (monitor import FILE или monitor run)",
    ),
    "told.nothing.until": Text(
        en="{alias}: nothing is known up to {when} (monitor import FILE, or monitor run)",
        ru="{alias}: до {when} ничего не известно (monitor import FILE или monitor run)",
    ),
}

_IMPORTED: Mapping[str, Text] = {
    "count.rows": Text(
        en=plural(one="{number} row", other="{number} rows"),
        ru=plural(one="{number} строка", few="{number} строки", many="{number} строк", other="{number} строки"),
    ),
    "count.files": Text(
        en=plural(one="{number} file", other="{number} files"),
        ru=plural(one="{number} файл", few="{number} файла", many="{number} файлов", other="{number} файла"),
    ),
    "count.posts": Text(
        en=plural(one="{number} post", other="{number} posts"),
        ru=plural(one="{number} пост", few="{number} поста", many="{number} постов", other="{number} поста"),
    ),
    "imported": Text(
        en="{rows} read from {files}, {posts} counted.", ru="Прочитано: {rows} ({files}); учтено: {posts}."
    ),
    "imported.duplicates": Text(en="{rows} counted before.", ru="{rows}: уже учтено раньше."),
    "imported.unmatched": Text(en="{rows} without any of your terms.", ru="{rows}: нет ни одного из ваших терминов."),
    "imported.opted_out": Text(
        en="{rows} by people who opted out: dropped.", ru="{rows}: авторы просили их не учитывать, отброшено."
    ),
    "imported.late": Text(
        en="{rows} too late: their hours are closed, so they cannot be told from posts that were counted before.",
        ru="{rows}: слишком поздно, эти часы уже закрыты, и такие посты не отличить от учтённых раньше.",
    ),
    "imported.quarantined": Text(en="{rows} that could not be read.", ru="{rows}: не удалось прочитать."),
    "imported.reason": Text(en="{number} × {reason}", ru="{number} × {reason}"),
    "imported.complete": Text(
        en="Complete from {start} to {end}: an hour without posts in it is a true zero.",
        ru="Данные полны с {start} до {end}: час без постов в них — настоящий ноль.",
    ),
    "imported.partial": Text(en="Not complete everywhere: {reason}.", ru="Данные полны не везде: {reason}."),
}

_REPLAYED: Mapping[str, Text] = {
    "replayed.forecast": Text(
        en="{series}  {at}  next {hours} hours: about {mean} ({low} to {high})",
        ru=plural(
            one="{series}  {at}  следующий {hours} час: около {mean} (от {low} до {high})",
            few="{series}  {at}  следующие {hours} часа: около {mean} (от {low} до {high})",
            many="{series}  {at}  следующие {hours} часов: около {mean} (от {low} до {high})",
            other="{series}  {at}  следующие {hours} часа: около {mean} (от {low} до {high})",
        ),
    ),
    "replayed.change": Text(en="{series}  {at}  {before} → {to}", ru="{series}  {at}  {before} → {to}"),
    "replayed.halved": Text(en=" (halved)", ru=" (от пика меньше половины)"),
    "replayed.slow": Text(en=" (slow)", ru=" (медленно)"),
    "replayed.resumed": Text(en=", taken up again after a gap", ru=", снова после пропуска в данных"),
    "replayed.sure": Text(en=", {sure}", ru=", {sure}"),
}

TEXTS: Mapping[str, Text] = {**_PAGE, **_STATUS, **_IMPORTED, **_REPLAYED}

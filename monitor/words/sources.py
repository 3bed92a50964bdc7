"""The names of sources and of what they count, what several of them say together, and the lines of the day."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text, plural

_NAMES: Mapping[str, Text] = {
    "source.x": Text(en="X", ru="X"),
    "source.bluesky": Text(en="Bluesky", ru="Bluesky"),
    "source.mastodon": Text(en="Mastodon", ru="Mastodon"),
    "source.wikipedia": Text(en="Wikipedia", ru="Википедия"),
    "source.news": Text(en="News", ru="Новости"),
    "source.mediacloud": Text(en="Media Cloud", ru="Media Cloud"),
    "source.gdelt": Text(en="GDELT", ru="GDELT"),
    "source.archive": Text(en="Archive", ru="Архив"),
    "source.simulation": Text(en="Simulation", ru="Симуляция"),
}

_COURSES: Mapping[str, Text] = {
    # What a source does, or why it says nothing, for one and for several of them; a Russian state suits both.
    "course.fading": Text(en=plural(one="fades", other="fade"), ru="угасает"),
    "course.rising": Text(en=plural(one="rises", other="rise"), ru="растёт"),
    "course.recovering": Text(en=plural(one="recovers", other="recover"), ru="восстанавливается"),
    "course.steady": Text(en=plural(one="holds", other="hold"), ru="ровно"),
    "course.above": Text(en=plural(one="is above its usual", other="are above their usual"), ru="выше обычного"),
    "course.below": Text(en=plural(one="is below its usual", other="are below their usual"), ru="ниже обычного"),
    "course.no_data": Text(en=plural(one="gives no data", other="give no data"), ru="нет данных"),
    "course.too_few": Text(en=plural(one="has too few to judge", other="have too few to judge"), ru="слишком мало"),
    "course.warm_up": Text(en="cannot be compared yet", ru="сравнить пока не с чем"),
    "course.at": Text(en="{course} at {usual}", ru="{course}, {usual}"),
    "course.are_at": Text(en="are at {usual}", ru="{usual}"),
}

_TOGETHER: Mapping[str, Text] = {
    "together.clause": Text(en="{names} {course}", ru="{names}: {course}"),
    "together.names": Text(en="{first} and {last}", ru="{first} и {last}"),
    "together.both": Text(en="both sources {course}", ru="оба источника: {course}"),
    "together.all": Text(
        en="all {number} sources {course}",
        ru=plural(
            one="все {number} источник: {course}",
            few="все {number} источника: {course}",
            many="все {number} источников: {course}",
            other="все {number} источника: {course}",
        ),
    ),
    "together.some": Text(
        en="{heard} of {number} sources {course}; {silent}",
        ru=plural(
            one="{heard} из {number} источника: {course}; {silent}",
            few="{heard} из {number} источников: {course}; {silent}",
            many="{heard} из {number} источников: {course}; {silent}",
            other="{heard} из {number} источника: {course}; {silent}",
        ),
    ),
    "together.usual": Text(en="Together they are about as usual.", ru="Вместе внимания примерно как обычно."),
    "together.share": Text(en="Together they are at {usual}.", ru="Вместе они дают {usual}."),
    "together.about": Text(en="What follows is about {source}.", ru="Дальше речь об источнике {source}."),
    "usual.share": Text(en="{percent} of usual", ru="{percent} от обычного"),
    "usual.times": Text(en="about {times} times the usual", ru="{times} больше обычного"),
}

_BY_DAY: Mapping[str, Text] = {
    "voice.views": Text(en="page views", ru="просмотры страниц"),
    "voice.uses": Text(en="hashtag uses", ru="использования хештега"),
    "voice.accounts": Text(en="accounts", ru="аккаунты"),
    "voice.stories": Text(en="news stories", ru="новостные материалы"),
    "voice.share": Text(en="shares of the news", ru="доли в новостях"),
    "counted.views": Text(en="page views", ru="просмотры страниц"),
    "counted.uses": Text(en="hashtag uses", ru="использования хештега"),
    "counted.accounts": Text(en="accounts using the hashtag", ru="аккаунты с хештегом"),
    "counted.stories": Text(en="news stories", ru="новостные материалы"),
    "counted.share": Text(en="stories in a million", ru="материалы на миллион"),
    "day.name": Text(en="{source}, {counted} by the day", ru="{source}, {counted} по дням"),
    "day.newest": Text(en="{amount} on {day} (UTC)", ru="{amount} за {day} по UTC"),
    "day.judged": Text(en="{name}: {told}", ru="{name}: {told}"),
    "day.unknown": Text(
        en="{name}: {newest}; what is usual is not known yet", ru="{name}: {newest}; обычный уровень пока неизвестен"
    ),
    "day.more": Text(
        en="{name}: {newest}; more than usual ({low} to {high})", ru="{name}: {newest}; больше обычного ({low}–{high})"
    ),
    "day.less": Text(
        en="{name}: {newest}; less than usual ({low} to {high})", ru="{name}: {newest}; меньше обычного ({low}–{high})"
    ),
    "day.as": Text(en="{name}: {newest}; as usual ({low} to {high})", ru="{name}: {newest}; как обычно ({low}–{high})"),
    "day.no_data": Text(en="no data, known on {day} to be missing", ru="нет данных, это выяснилось {day}"),
    "day.no_data.was": Text(
        en="no data, known on {day} to be missing (it was {state} before)",
        ru="нет данных, это выяснилось {day}, до этого: {state}",
    ),
    "day.too_few": Text(en="too few to judge", ru="слишком мало, чтобы судить"),
    "day.steady.below": Text(en="steady, but low", ru="ровно, но низко"),
    "day.learning": Text(
        en="{state}; what is usual is still being learnt", ru="{state}; обычный уровень ещё определяется"
    ),
    "day.state": Text(en="{state}, {usual}", ru="{state}, {usual}"),
    "day.peak": Text(
        en="peak about {day} ({amount} a day), now {percent} of it",
        ru="пик около {day}, {amount} в день, сейчас {percent} от него",
    ),
}

TEXTS: Mapping[str, Text] = {**_NAMES, **_COURSES, **_TOGETHER, **_BY_DAY}

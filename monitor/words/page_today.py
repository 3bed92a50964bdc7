"""The texts of the page Today."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text

_PAGE: Mapping[str, Text] = {
    "today.preparing": Text(
        en="The story up to here is being counted. It appears in a few seconds.",
        ru="Сюжет до этого момента ещё подсчитывается. Он появится через несколько секунд.",
    ),
    "today.quiet": Text(
        en="All quiet: nothing here waits for you today.", ru="Всё спокойно: сегодня от вас ничего не требуется."
    ),
    "today.sure": Text(en="{state}, {sure}.", ru="{state}: {sure}."),
    "today.glance": Text(en="{alias}, {sure}", ru="{alias}, {sure}"),
    "today.others": Text(en="The other topics", ru="Остальные темы"),
    "today.next": Text(en="What next", ru="Что делать"),
    "today.few": Text(
        en="The five busiest accounts together wrote {percent}.",
        ru="Пять самых активных аккаунтов вместе написали {percent}.",
    ),
    "today.sources": Text(en="Sources, and how fresh they are", ru="Источники и свежесть данных"),
    "today.source": Text(en="{shape} {state}: {line}", ru="{shape} {state}: {line}"),
    "today.source.day": Text(en="{shape} {line}", ru="{shape} {line}"),
    "today.evidence": Text(en="How do we know", ru="Откуда это известно"),
    "today.means": Text(en="What “{state}” means", ru="Что значит «{state}»"),
    "today.ranges": Text(en="About the numbers", ru="О числах"),
}

_PUSHES: Mapping[str, Text] = {
    "today.push.last": Text(en="Last push", ru="Последняя акция"),
    "today.push.coming": Text(en="Next push", ru="Следующая акция"),
    "today.push.named": Text(en="Push {number} ({when})", ru="Акция {number} ({when})"),
    "today.push.planned": Text(
        en="Push {number}, {when}. Owner: {owner}.", ru="Акция {number}, {when}. Отвечает: {owner}."
    ),
    "today.push.proposed": Text(
        en="None is planned. Push {number} is proposed: decide on the page Pushes.",
        ru="Пока не запланирована. Предложена акция {number}: решите на странице «Акции».",
    ),
    "today.push.why": Text(
        en="Push {number} is proposed because of the fade in: {sources}.",
        ru="Акция {number} предложена потому, что внимание угасает здесь: {sources}.",
    ),
    "today.push.none": Text(en="None is planned.", ru="Пока не запланирована."),
}

_CHART: Mapping[str, Text] = {
    "today.chart.counted": Text(en="{counted} a day", ru="{counted} в день"),
    "today.chart.usual": Text(en="Usual range", ru="Обычно"),
    "today.chart.gap": Text(en="Not observed", ru="Нет наблюдений"),
    "today.chart.push": Text(en="Push", ru="Акция"),
    "today.chart.news": Text(en="Much news", ru="Много новостей"),
    "today.chart.low": Text(en="usual, from", ru="обычно от"),
    "today.chart.high": Text(en="usual, to", ru="обычно до"),
    "today.chart.edge": Text(en="lower edge of the usual range", ru="нижний край обычного диапазона"),
    "today.chart.unseen": Text(
        en="Line of {counted} a day over 30 days: nothing could be observed.",
        ru="Линия: число {counted} в день за 30 дней. Наблюдений не было.",
    ),
    "today.chart.words": Text(
        en="Line of {counted} a day over the last 30 days: it begins at {first}, is highest at {highest} and ends at "
        "{last}. Grey stretches that were not observed: {gaps}. Marked pushes: {pushes}. "
        "Marked days with much news: {news}.",
        ru="Линия: число {counted} в день за последние 30 дней. В начале {first}, наибольшее значение {highest}, "
        "в конце {last}. Серых участков без наблюдений: {gaps}. Отмечено акций: {pushes}. "
        "Отмечено дней, когда было много новостей: {news}.",
    ),
    "today.grey": Text(en="Grey: {gap}", ru="Серым: {gap}"),
    "today.mark.pushes": Text(en="Numbered lines: pushes, {listed}", ru="Линии с номером: акции, {listed}"),
    "today.mark.push": Text(en="{number} ({day})", ru="{number} ({day})"),
    "today.mark.news": Text(
        en="Dotted lines: far more news about it than usual, {days}",
        ru="Пунктир: новостей об этом намного больше обычного, {days}",
    ),
}

_TABLE: Mapping[str, Text] = {
    "today.table": Text(
        en="The same numbers: {counted} a day, as they stood at the end of each day",
        ru="Те же числа: {counted} в день на конец каждого дня",
    ),
    "today.table.day": Text(en="Day", ru="День"),
    "today.table.usual": Text(en="Usual", ru="Обычно"),
    "today.table.unseen": Text(en="not observed", ru="нет наблюдений"),
    "today.table.push": Text(en="push {number}", ru="акция {number}"),
    "today.table.news": Text(en="much news", ru="много новостей"),
    "today.table.range": Text(en="{low}–{high}", ru="{low}–{high}"),
}

TEXTS: Mapping[str, Text] = {**_PAGE, **_PUSHES, **_CHART, **_TABLE}

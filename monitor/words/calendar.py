"""The texts of the calendar feed."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text

TEXTS: Mapping[str, Text] = {
    "calendar.title": Text(en="Push: {topics}", ru="Акция: {topics}"),
    "calendar.title.proposed": Text(en="Proposed push: {topics}", ru="Предлагается акция: {topics}"),
    "calendar.former_topic": Text(en="a former topic", ru="прежняя тема"),
    "calendar.state": Text(en="State: {state}", ru="Состояние: {state}"),
    "calendar.state.proposed": Text(en="proposed, waiting for a decision", ru="предложена, ждёт решения"),
    "calendar.state.planned": Text(en="planned", ru="запланирована"),
    "calendar.state.done": Text(en="done", ru="проведена"),
    "calendar.state.cancelled": Text(en="cancelled", ru="отменена"),
    "calendar.state.declined": Text(en="declined", ru="отклонена"),
    "calendar.owner": Text(en="Owner: {owner}", ru="Отвечает: {owner}"),
    "calendar.nobody": Text(en="nobody yet", ru="пока никто"),
    "calendar.channels": Text(en="Channels: {channels}", ru="Каналы: {channels}"),
    "calendar.window": Text(en="Window: {start} to {end} ({zone})", ru="Окно: с {start} до {end} ({zone})"),
    "calendar.latest": Text(en="Latest sensible date: {when} ({zone})", ru="Позже нет смысла: {when} ({zone})"),
    "calendar.went_out": Text(en="Went out: {when} ({zone})", ru="Вышла: {when} ({zone})"),
    "calendar.check.exposes nobody": Text(
        en="Could this expose someone? {mark}", ru="Не подвергнет ли это кого-то опасности? {mark}"
    ),
    "calendar.check.helpline": Text(en="Helpline line present? {mark}", ru="Указан ли телефон помощи? {mark}"),
    "calendar.checked": Text(en="checked", ru="проверено"),
    "calendar.unchecked": Text(en="not checked yet", ru="ещё не проверено"),
    "calendar.details": Text(
        en="Draft and checklist: monitor push show {number}",
        ru="Черновик и список проверок: monitor push show {number}",
    ),
}

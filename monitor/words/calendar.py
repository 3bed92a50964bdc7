"""The texts of the calendar feed."""

from __future__ import annotations

from collections.abc import Mapping

from .text import Text

TEXTS: Mapping[str, Text] = {
    "calendar.title": Text(en="Push: {topics}", ru="Акция: {topics}"),
    "calendar.title.proposed": Text(en="Proposed push: {topics}", ru="Предлагается акция: {topics}"),
    "calendar.state": Text(en="State: {state}", ru="Состояние: {state}"),
    "calendar.owner": Text(en="Owner: {owner}", ru="Отвечает: {owner}"),
    "calendar.channels": Text(en="Channels: {channels}", ru="Каналы: {channels}"),
    "calendar.window": Text(en="Window: {start} to {end} ({zone})", ru="Окно: с {start} до {end} ({zone})"),
    "calendar.latest": Text(en="Latest sensible date: {when} ({zone})", ru="Позже нет смысла: {when} ({zone})"),
    "calendar.went_out": Text(en="Went out: {when} ({zone})", ru="Вышла: {when} ({zone})"),
    "calendar.details": Text(
        en="Draft and checklist: monitor push show {number}",
        ru="Черновик и список проверок: monitor push show {number}",
    ),
}

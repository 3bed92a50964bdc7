"""Every text that people read, in every language, declared once; a key names it, values fill it in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from . import (
    alerts,
    calendar,
    frame,
    lessons,
    letters,
    page_history,
    page_pushes,
    page_reports,
    page_settings,
    page_today,
    page_warnings,
    pushes,
)
from .reasons import reason_in
from .text import FORMS, LANGUAGES, Form, Text, form_of, plural

__all__ = ["FORMS", "LANGUAGES", "TEXTS", "Form", "Text", "form_of", "plural", "reason_in", "say", "spoken"]

_PAGES = (page_today, page_history, page_warnings, page_pushes, page_reports, page_settings)

TEXTS: Mapping[str, Text] = MappingProxyType(
    {
        key: text
        for part in (alerts, letters, pushes, lessons, calendar, frame, *_PAGES)
        for key, text in part.TEXTS.items()
    }
)


def say(key: str, language: str = "en", *, count: float | None = None, **values: object) -> str:
    """The text `key` in a language (one that is not known is English), its {places} filled in.

    Where the text has plural forms, `count` chooses one.
    """
    return TEXTS[key].filled(language, count, values)


def spoken(languages: Iterable[str]) -> str:
    """The first of these languages that the texts are written in, else English.

    >>> spoken(["de", "ru", "en"]), spoken(["de"])
    ('ru', 'en')
    """
    return next((one for one in languages if one in LANGUAGES), "en")

"""Every text that people read, in every language, declared once; a key names it, values fill it in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from . import alerts, calendar, lessons, letters, pushes
from .reasons import reason_in
from .text import FORMS, LANGUAGES, Form, Text, form_of, plural

__all__ = ["FORMS", "LANGUAGES", "TEXTS", "Form", "Text", "form_of", "plural", "reason_in", "say", "spoken"]

TEXTS: Mapping[str, Text] = MappingProxyType(
    {**alerts.TEXTS, **letters.TEXTS, **pushes.TEXTS, **lessons.TEXTS, **calendar.TEXTS},
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

"""One text in every language, with the plural forms that each language has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

LANGUAGES = ("en", "ru")


class Form(StrEnum):
    """The plural forms of cardinal numbers in our languages, by their CLDR names."""

    ONE = "one"
    FEW = "few"
    MANY = "many"
    OTHER = "other"


FORMS: Mapping[str, frozenset[Form]] = MappingProxyType(
    {"en": frozenset({Form.ONE, Form.OTHER}), "ru": frozenset({Form.ONE, Form.FEW, Form.MANY, Form.OTHER})}
)
"""The forms that every text with a number in it needs."""

Template = str | Mapping[Form, str]


def plural(**forms: str) -> Mapping[Form, str]:
    """A template for each plural form, by the form's name.

    >>> Text(en=plural(one="1 day", other="{n} days"), ru="{n} дн.").filled("en", 3, {"n": 3})
    '3 days'
    """
    return MappingProxyType({Form(name): template for name, template in forms.items()})


@dataclass(frozen=True, slots=True)
class Text:
    """A text in every language: a template with {places}, or one for each plural form."""

    en: Template
    ru: Template

    def filled(self, language: str, count: float | None, values: Mapping[str, object]) -> str:
        """The text in a language with its places filled in; a text with plural forms needs a count."""
        template = self.ru if language == "ru" else self.en
        if isinstance(template, str):
            return template.format_map(values)
        if count is None:
            raise ValueError("a text with plural forms needs a count")
        return template[form_of(count, language)].format_map(values)


def form_of(count: float, language: str) -> Form:
    """The plural form that a number takes (CLDR's rules for cardinal numbers).

    >>> [form_of(n, "ru").value for n in (1, 3, 5, 11, 21, 1.5)]
    ['one', 'few', 'many', 'many', 'one', 'other']
    """
    if language != "ru":
        return Form.ONE if count == 1 else Form.OTHER
    if count != int(count):
        return Form.OTHER
    tens, ones = int(count) % 100, int(count) % 10
    if ones == 1 and tens != 11:
        return Form.ONE
    if 2 <= ones <= 4 and not 12 <= tens <= 14:
        return Form.FEW
    return Form.MANY

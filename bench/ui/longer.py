"""Every text of ours 40% longer, as in a language with long words: what to do with a text before it is filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from monitor.words.text import Template, Text

PLACE = re.compile(r"(\{[^{}]*\})")
WORD = re.compile(r"[^\W\d_]{3,}")


def longer(template: str) -> str:
    """The template with its words 40% longer; its {places} stay.

    >>> longer("Push {number} went out")
    'Pushsh {number} wentnt outut'
    """
    parts = PLACE.split(template)
    return "".join(part if number % 2 else WORD.sub(_stretched, part) for number, part in enumerate(parts))


def _stretched(word: re.Match[str]) -> str:
    said = word.group()
    more = -(-len(said) * 2 // 5)  # two fifths, rounded up
    return said + said[-more:].lower()


def stretch_all() -> None:
    """From now on every text of this process is longer; `Text` itself knows nothing of it."""
    plainly = Text.filled

    def filled(self: Text, language: str, count: float | None, values: Mapping[str, object]) -> str:
        return plainly(Text(_template(self.en), _template(self.ru)), language, count, values)

    if plainly.__module__ == Text.__module__:
        Text.filled = filled  # type: ignore[method-assign]


def _template(template: Template) -> Template:
    if isinstance(template, str):
        return longer(template)
    return {form: longer(one) for form, one in template.items()}

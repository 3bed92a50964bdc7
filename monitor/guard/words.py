"""A term cut into words: at spaces and marks, and in tags and addresses also at capitals and digits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from .fold import script
from .look_alikes import SEEMS_CYRILLIC, SEEMS_LATIN

_ASCII = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)*")
_POSSESSIVE = re.compile(r"['’ʼ](?:s|S|n[iıuüae]n|[yn]?[aeıiuü]|d[ae]n?|t[ae]n?)$")
_LONGEST_RUN = 3  # letters of another script within a word that may be look-alikes


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands; a hyphen may join it to the one before, or a number stand between the two."""

    start: int
    end: int
    text: str
    hyphen: bool = False
    number: bool = False


def words(text: str, *, joined: bool) -> list[Word]:
    """The words of a text; `joined` ones are also cut at capitals and where the script changes.

    >>> [word.text for word in words("JusticeForMaria_Klein2", joined=True)]
    ['Justice', 'For', 'Maria', 'Klein']
    """
    found: list[Word] = []
    for start, end in _runs(text):
        hyphen = bool(found) and found[-1].end == start - 1 and text[start - 1] in "-‐‑–"
        number = bool(found) and any(one.isdigit() for one in text[found[-1].end : start])
        pieces = list(_cut(text, start, end)) if joined else [(start, end)]
        for place, (first, last) in enumerate(pieces):
            bare = _POSSESSIVE.sub("", text[first:last])
            found.append(Word(first, last, bare, hyphen and not place, number and not place))
    return _spelled_out(found)


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Where letters stand together; marks on letters and apostrophes between them belong to them."""
    if text.isascii():
        yield from (one.span() for one in _ASCII.finditer(text))
        return
    start = -1
    for place, one in enumerate(text):
        inside = unicodedata.category(one)[0] in "LM" or (
            one in "'’ʼʻ‘" and start >= 0 and text[place + 1 : place + 2].isalpha()
        )
        if inside and start < 0:
            start = place
        elif not inside and start >= 0:
            yield start, place
            start = -1
    if start >= 0:
        yield start, len(text)


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut one run at capitals: oneTwo, ONETwo; and between scripts that no word mixes."""
    if text[start:end].islower() and text[start:end].isascii():
        yield start, end
        return
    first = start
    for place in range(start + 1, end):
        before, here = text[place - 1], text[place]
        if here.isupper() and (
            not before.isupper() or (place + 1 < end and text[place + 1].islower() and place - first > 0)
        ):
            if not (before.isupper() and text[place + 1].islower() and place - first < 1):
                yield first, place
                first = place
        elif _scripts_part(text[first:place], text[place:end]):
            yield first, place
            first = place
    yield first, end


def _scripts_part(before: str, after: str) -> bool:
    """Whether a script ends here and another begins, rather than a few look-alikes stand among others."""
    here, there = script(before[-1]), script(after[0])
    if here == there or "mark" in (here, there):
        return False
    if not {here, there} <= {"latin", "cyrillic", "greek"}:
        return True
    left, right = _run(before[::-1]), _run(after)
    return len(left) >= _LONGEST_RUN and len(right) >= _LONGEST_RUN and _own(left) and _own(right)


def _run(text: str) -> str:
    name = script(text[0])
    end = next((place for place, one in enumerate(text) if script(one) != name), len(text))
    return text[:end]


def _own(run: str) -> bool:
    """Whether letters of a run are of its script only, and no look-alikes of another."""
    return not (SEEMS_CYRILLIC if script(run[0]) == "latin" else SEEMS_LATIN).issuperset(run)


def _spelled_out(found: list[Word]) -> list[Word]:
    """Letters that stand alone in a row, as in `I v a n`, are one word."""
    result: list[Word] = []
    row: list[Word] = []
    for word in [*found, Word(0, 0, "  ")]:
        if len(word.text) == 1:
            row.append(word)
            continue
        if len(row) > 2:
            row = [Word(row[0].start, row[-1].end, "".join(one.text for one in row))]
        result += [*row, word]
        row = []
    return result[:-1]

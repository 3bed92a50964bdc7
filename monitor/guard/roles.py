"""What a word can be in a name: a given name, a surname, or a plain word that no name is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from . import lists
from .cases import cases_of
from .fold import key, letters, readings, script


@dataclass(frozen=True, slots=True)
class Role:
    """What a word can be; `given` is 2 where it is hardly anything else, 1 where it may be one.

    `ordinary` is 2 for a common word or a public thing's, 1 for a word that ends like common ones: no name of no list.
    `thing` is a firm's or a work's name, which may be a surname as well.
    """

    key: str
    given: int = 0
    known: bool = False
    ending: bool = False
    plain: bool = False
    ordinary: int = 0
    thing: bool = False
    place: bool = False
    linking: bool = False
    title: bool = False

    @property
    def surname(self) -> bool:
        """Whether it is a surname by a list or by its ending."""
        return self.known or self.ending


@lru_cache(maxsize=16_384)
def role(word: str) -> Role:
    """What a word can be, in any of its readings."""
    several = readings(word)
    first, writing = several[0], script(several[0][0])
    mine, spelled = key(first), letters(first)
    cyrillic = writing == "cyrillic"
    plain = writing not in _OF_NAMES_ONLY and spelled in (lists.PLAIN_CYRILLIC if cyrillic else lists.PLAIN_OTHER)
    weak = lists.WEAK_CYRILLIC if cyrillic else lists.WEAK_OTHER
    keys = list(dict.fromkeys(form for reading in several for form in _forms(reading)))
    cased = list(dict.fromkeys(form for reading in several for form in _cases(reading)))
    given = [form for form in keys if form in lists.GIVEN] + [form for form in cased if form in lists.CASED]
    surely = not plain and any(form not in weak or writing in _OF_NAMES_ONLY for form in given)
    return Role(
        mine,
        2 if surely else int(bool(given)),
        any(form in lists.SURNAMES for form in (*keys, *cased)),
        not plain and any(lists.ends(form) for form in (*keys, *cased)),
        plain,
        lists.ordinary(spelled, cyrillic=cyrillic),
        spelled in lists.SURNAMES_OF_THINGS,
        mine in lists.PLACES,
        mine in lists.LINKING,
        mine in lists.TITLES,
    )


_OF_NAMES_ONLY = frozenset(("armenian", "georgian"))
_CLITICS = "لوبفـ"


def _forms(word: str) -> Iterator[str]:
    """The keys of a word: also with h for a Ukrainian or Belarusian г, and without what Arabic puts before a word."""
    yield key(word)
    if "г" in word or "Г" in word:
        yield key(word.replace("г", "һ").replace("Г", "һ"))
    if word[0] in _CLITICS and len(word) > _SHORTEST_BARE:
        yield key(word[1:])
    if word.startswith("ال") and len(word) > _SHORTEST_BARE + 1:
        yield key(word[2:])


_SHORTEST_BARE = 3


def _cases(word: str) -> Iterator[str]:
    return cases_of(key(word)) if script(word[0]) == "cyrillic" else iter(())

"""The lists of words as sets of their keys, made once, when the first term is looked at."""

from __future__ import annotations

from functools import cache

from .data import (
    around_names,
    beside_names,
    causes,
    days,
    english,
    everyday,
    given_east,
    given_south,
    given_west,
    lands,
    places,
    plain_words,
    scripts,
    surnames,
    things,
)
from .fold import key, sounds, spelled


def _keys(*texts: str) -> frozenset[str]:
    return frozenset(sounds(spelled(" ".join(texts))).values())


def _plain(*texts: str) -> frozenset[str]:
    return frozenset(spelled(" ".join(texts).replace("'", "")))


def _by_script(*texts: str) -> tuple[frozenset[str], frozenset[str]]:
    """Plain words in Cyrillic, and all others: what is plain in one script may be a name in the other."""
    every = " ".join(texts).split()
    cyrillic = [word for word in every if "\u0400" <= word[0] <= "\u052f"]
    return _plain(*cyrillic), _plain(*(word for word in every if not "\u0400" <= word[0] <= "\u052f"))


_GIVEN_IN_CASES = (given_east.SLAVIC, given_east.BELARUSIAN, given_east.CAUCASUS, given_east.TURKIC)
_GIVEN_OTHERS = (
    given_west.ENGLISH, given_west.GERMAN_NORDIC, given_west.ROMANCE, given_south.ARABIC, given_south.PERSIAN,
    given_south.INDIA, given_south.AFRICA, given_south.EAST_ASIA, scripts.GIVEN,
)  # fmt: skip
CASED = _keys(*_GIVEN_IN_CASES)
_EVERY_GIVEN = CASED | _keys(*_GIVEN_OTHERS)
_LONGEST_SHORT = 2  # letters; names as short as that stand in ordinary words

PLAIN_CYRILLIC, PLAIN_OTHER = _by_script(
    plain_words.ENGLISH, plain_words.RUSSIAN, plain_words.OTHERS, plain_words.GREETINGS,
    around_names.PUBLIC_BEFORE, days.MONTHS, days.WEEKDAYS, days.SOON, days.MEETINGS,
    places.SPOTS, places.COUNTRIES,
)  # fmt: skip
CITIES = _keys(places.CITIES.replace("-", "")) | _keys(places.CITIES.replace("_", "").replace("-", " "))
SPOTS = _plain(places.SPOTS)
CITY_LETTERS = _plain(places.CITIES.replace("-", "").replace("_", ""))
PLACES = CITIES | _keys(places.SPOTS, places.COUNTRIES)
WEAK_CYRILLIC, WEAK_OTHER = (
    _keys(" ".join(plain)) | frozenset(name for name in _EVERY_GIVEN if len(name) <= _LONGEST_SHORT)
    for plain in _by_script(around_names.WEAK_GIVEN)
)
GIVEN = _EVERY_GIVEN | WEAK_CYRILLIC | WEAK_OTHER
SURNAMES = _keys(surnames.KNOWN.replace("-", ""), scripts.SURNAMES)
_STRONG = [(ending, int(before)) for ending, _, before in (one.partition(":") for one in surnames.ENDINGS.split())]
_ENDINGS = tuple(ending for ending, _ in _STRONG)
# Names of firms, works and laws that are surnames as well: beside a sure given name they are one.
SURNAMES_OF_THINGS = _plain(things.BRANDS, things.WORKS, things.LAWS)
THINGS = SURNAMES_OF_THINGS | _plain(things.MEDIA, things.GROUPS, things.PLACES, lands.WORDS, causes.HEADS)
_ENGLISH = _plain(english.ENGLISH)
ORDINARY = _ENGLISH | _plain(everyday.WORDS, causes.SLAVIC, causes.WESTERN, causes.EASTERN) | THINGS
_PUBLIC = [name.split() for name in around_names.PUBLIC_NAMES.replace("\n", "|").split("|") if name.split()]
PUBLIC_NAMES = frozenset(tuple(key(word) for word in name) for name in _PUBLIC)
MARKERS = _plain(beside_names.MARKERS)
_ORDINARY_ENDINGS = tuple(beside_names.ORDINARY_ENDINGS.split())
_ORDINARY_CYRILLIC = tuple(_plain(beside_names.ORDINARY_CYRILLIC))
_INFLECTIONS = ("ings", "ing", "ed", "ers", "er", "ly", "es", "s", "ness", "less", "d", "r")
SHORT = _keys(plain_words.SHORT)
LINKING = _keys(around_names.LINKING.replace("-", ""))
TITLES = _keys(around_names.TITLES)
PUBLIC_AFTER = _keys(around_names.PUBLIC_AFTER)
PUBLIC_BEFORE = _keys(around_names.PUBLIC_BEFORE)

MONTHS = _plain(days.MONTHS)
WEEKDAYS = _plain(days.WEEKDAYS)
SOON = _plain(days.SOON.replace("-", ""))
CALLS = _plain(days.CALLS)
BEFORE_PLACES = _plain(days.BEFORE_PLACES)
MEETINGS = _plain(days.MEETINGS.replace("-", ""))
COUNTRIES = _plain(places.COUNTRIES)
STREETS = _plain(days.STREETS.replace("-", ""))
JOINED_STREETS = tuple(sorted(_plain(days.JOINED_STREETS), key=len, reverse=True))
HOUSES = _plain(days.HOUSES)
SEATS = _plain(days.SEATS.replace("-", " "))


@cache
def explaining() -> frozenset[str]:
    """Words that explain a part of a joined word, by their letters; the parts of joined words have lists of their own.

    They are made when the first joined word is looked at: most terms need none of them.
    """
    return (ORDINARY | CITY_LETTERS | _plain(*("".join(name) for name in _PUBLIC))) - GIVEN - SURNAMES


@cache
def sounds_explaining() -> frozenset[str]:
    """The same words as they sound."""
    return frozenset(sounds(explaining()).values()) - GIVEN - SURNAMES


@cache
def sounds_plain(*, cyrillic: bool) -> frozenset[str]:
    """Plain words as they sound, without those that then sound like a name: `freed` is no Fred."""
    plain, given = PLAIN_CYRILLIC if cyrillic else PLAIN_OTHER, _plain(*_GIVEN_IN_CASES, *_GIVEN_OTHERS)
    return frozenset(sound for word, sound in sounds(plain).items() if word in given or sound not in _EVERY_GIVEN)


@cache
def beginnings() -> frozenset[str]:
    """The first three letters of given names."""
    return frozenset(name[:3] for name in GIVEN)


def ends(word: str, *, least: int = 1) -> bool:
    """Whether a word, by its key, has the ending of a surname, with at least so many letters before it."""
    return word.endswith(_ENDINGS) and any(
        word.endswith(ending) and len(word) - len(ending) >= max(before, least) for ending, before in _STRONG
    )


def ordinary(spelled: str, *, cyrillic: bool) -> int:
    """2 where a word, by its letters, is a common one or a public thing's; 1 where it ends as common words do."""
    if spelled in ORDINARY:
        return 2
    return int(_ends_ordinarily(spelled, cyrillic=cyrillic))


def _ends_ordinarily(spelled: str, *, cyrillic: bool) -> bool:
    if cyrillic:
        return len(spelled) > _LONG_ENOUGH and spelled.endswith(_ORDINARY_CYRILLIC)
    return (len(spelled) > _LONG_ENOUGH and spelled.endswith(_ORDINARY_ENDINGS)) or any(
        spelled.endswith(end) and spelled.removesuffix(end) in _STEMS for end in _INFLECTIONS
    )


_LONG_ENOUGH = 6
_STEMS = _ENGLISH | PLAIN_OTHER

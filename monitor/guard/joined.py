"""Names within words that are joined without a sign: a given name and a surname, with plain words around them."""

from __future__ import annotations

from collections.abc import Iterator

from . import lists
from .cases import cases_of
from .data import surnames
from .fold import key, letters, readings, script

_SHORTEST, _LONGEST = 6, 60
_GIVEN, _SURNAME, _LONGEST_PART, _LONGEST_PLAIN = 3, 3, 16, 24
_UNKNOWN_GIVEN, _UNKNOWN_SURNAME = 4, 4
_NO_SURNAME = tuple(surnames.NO_SURNAME.split())
_DOUBLE = 2
_SURELY = 10  # letters of a word in running text that can hide two names
_UNLISTED = 12  # letters of a word that nothing explains, with the ending of a surname
_LINKS = ("al", "el", "bin", "ben", "ibn", "de", "dela", "da", "dos", "di", "del", "von", "van", "abu")
_SOFT = (
    "in",
    "ina",
    "ini",
    "inoi",
    "ko",
    "uk",
    "ak",
    "ich",
    "ez",
    "son",
    "sen",
    "eli",
    "eti",
    "ini",
    "ani",
    "ela",
    "ian",
    "man",
)
_TELLING = ("ova", "eva", "enko", "shvili", "adze", "idze", "ogli", "zade", "ovna")


def has_name(word: str, *, surely: bool) -> tuple[int, int] | None:
    """Where a given name and a surname stand joined in a word, None where they do not.

    `surely` asks for a surname that is known or has the ending of one.
    """
    if not _SHORTEST <= len(word) <= _LONGEST:
        return None
    if any(_named(*form, surely=surely) for reading in readings(word) for form in _forms(reading)):
        return 0, len(word)
    return None


def _forms(word: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The word as it sounds and as it is spelled, each with the plain words in that form.

    Where two words meet, sounds may run together.
    """
    cyrillic = script(word[0]) == "cyrillic"
    sound, spelled = key(word), letters(word)
    yield sound, lists.sounds_plain(cyrillic=cyrillic)
    if spelled != sound:
        yield spelled, lists.PLAIN_CYRILLIC if cyrillic else lists.PLAIN_OTHER


def _named(text: str, plain: frozenset[str], *, surely: bool) -> bool:
    if len(text) < (_SURELY if surely else _SHORTEST):
        return False
    if any(text in known for known in (plain, lists.PLACES, lists.GIVEN, lists.SURNAMES)):
        return False
    beginnings = lists.beginnings()
    if not any(text[start : start + _GIVEN] in beginnings for start in range(len(text) - _GIVEN)):
        return False
    starts, ends = _from_left(text, plain), _from_right(text, plain)
    if len(text) in starts or any(start in ends for start in starts if 0 < start < len(text)):
        return False  # it is made of plain words
    return any(
        _at(text, start, ends, plain, surely=surely) or (not surely and _is_unlisted(text[start:])) for start in starts
    )


def _from_left(text: str, plain: frozenset[str]) -> set[int]:
    """The places up to which the text is made of plain words or places."""
    reached = {0}
    for start in range(len(text)):
        if start in reached:
            reached |= {
                end for end in range(start + _DOUBLE, min(start + _LONGEST_PLAIN, len(text)) + 1)
                if _is_plain(text[start:end], plain)
            }  # fmt: skip
    return reached


def _from_right(text: str, plain: frozenset[str]) -> set[int]:
    """The places from which on the text is made of plain words or places."""
    reached = {len(text)}
    for end in range(len(text), 0, -1):
        if end in reached:
            reached |= {
                start for start in range(max(end - _LONGEST_PLAIN, 0), end - _DOUBLE + 1)
                if _is_plain(text[start:end], plain)
            }  # fmt: skip
    return reached


def _is_plain(text: str, plain: frozenset[str]) -> bool:
    if len(text) == _DOUBLE:
        return text in lists.SHORT
    return text in plain or (
        len(text) > _SURNAME
        and (text in lists.PLACES or text in lists.explaining() or text in lists.sounds_explaining())
    )


def _at(text: str, start: int, ends: set[int], plain: frozenset[str], *, surely: bool) -> bool:
    """Whether a name begins at `start` and ends where only plain words follow."""
    longest = False  # of two given names that begin here, only the longer one is completed by what no list holds
    for middle in range(min(start + _LONGEST_PART, len(text) - _DOUBLE), start + _GIVEN - 1, -1):
        first = text[start:middle]
        given, surname = _is_given(first, plain), middle - start > _GIVEN and _is_surname(first, plain)
        if not (given or surname):
            continue
        for end in ends:
            if end - middle < _GIVEN:
                continue
            second = text[middle:end]
            if given and not longest and _completes(first, second, plain, surely=surely, alone=start < _GIVEN):
                return True
            if given and longest and second in lists.SURNAMES and second not in plain:
                return True
            if given and text[middle - 1 : end] in lists.SURNAMES:  # one letter for two: anna + abramova
                return True
            if surname and len(second) > _GIVEN and _is_given(second, plain):
                return True
        longest = longest or given
    return False


def _is_unlisted(text: str) -> bool:
    """Whether a long word that nothing explains has the ending of a surname, after a given name that no list holds."""
    return len(text) >= _UNLISTED and text.endswith(_TELLING)


def _is_given(text: str, plain: frozenset[str], *, least: int = _GIVEN) -> bool:
    if text in plain or text in lists.PLAIN_OTHER:
        return False
    forms = (text, *cases_of(text)) if _is_slavic(plain) else (text,)
    weak = lists.WEAK_CYRILLIC if _is_slavic(plain) else lists.WEAK_OTHER
    return any(len(form) >= least and form in lists.GIVEN and form not in weak for form in forms)


def _completes(given: str, rest: str, plain: frozenset[str], *, surely: bool, alone: bool) -> bool:
    """Whether the rest is a surname; an unknown one needs a longer given name where no plain word stands before it."""
    if len(given) + len(rest) <= _SHORTEST:
        return False
    if _is_surname(rest, plain) or (len(rest) > _GIVEN and _is_given(rest, plain, least=_UNKNOWN_SURNAME)):
        return True
    linked = next((rest[len(link) :] for link in _LINKS if rest.startswith(link)), "")
    if len(linked) > _GIVEN and (_is_surname(linked, plain) or _is_given(linked, plain)):
        return True
    alone = alone and not (len(rest) > _UNKNOWN_SURNAME and rest.endswith(_SOFT))
    if surely or len(given) < _UNKNOWN_GIVEN + alone or len(rest) < _UNKNOWN_SURNAME or rest.endswith(_NO_SURNAME):
        return False
    if rest in plain or rest in lists.PLACES:
        return False
    return len(rest) < _LONGEST_PART and len(rest) not in _from_left(rest, plain)


def _is_slavic(plain: frozenset[str]) -> bool:
    """Whether plain words are those of Slavic languages, in which names have cases."""
    return plain is lists.PLAIN_CYRILLIC or plain is lists.sounds_plain(cyrillic=True)


def _is_surname(text: str, plain: frozenset[str]) -> bool:
    if len(text) < _SURNAME or text in plain:
        return False
    forms = (text, *cases_of(text)) if _is_slavic(plain) else (text,)
    return any(form in lists.SURNAMES or lists.ends(form, least=_SURNAME) for form in forms)


def unexplained(word: str) -> tuple[str, bool]:
    """The part of a joined word that plain words leave at both ends, and whether one before it speaks of a person."""
    text = letters(word)
    plain = lists.PLAIN_CYRILLIC if script(word[0]) == "cyrillic" else lists.PLAIN_OTHER
    start, end, marked = 0, len(text), False
    while size := _longest(text[start:end], plain, front=True):
        marked = marked or text[start : start + size] in lists.MARKERS
        start += size
    while (size := _longest(text[start:end], plain, front=False)) > _GIVEN + 1:  # shorter ones end surnames too
        end -= size
    return text[start:end], marked


def _longest(text: str, plain: frozenset[str], *, front: bool) -> int:
    """The length of the longest plain or common word at one end, 0 where none stands there."""
    for size in range(min(_LONGEST_PLAIN, len(text)), _DOUBLE - 1, -1):
        part = text[:size] if front else text[-size:]
        if _is_plain(part, plain) or (front and size > _DOUBLE and part in lists.MARKERS):
            return size
    return 0


def parted(word: str) -> str:
    """A joined word with spaces between the plain words and places it is made of, or as it is."""
    text = letters(word)
    plain = lists.PLAIN_CYRILLIC if script(word[0]) == "cyrillic" else lists.PLAIN_OTHER
    cuts = {0: 0}
    for start in range(len(text)):
        if start not in cuts:
            continue
        for end in range(start + _DOUBLE, min(start + _LONGEST_PLAIN, len(text)) + 1):
            if (
                _is_plain(text[start:end], plain)
                or text[start:end] in lists.SPOTS
                or text[start:end] in lists.CITY_LETTERS
            ):
                cuts.setdefault(end, start)
    if len(text) not in cuts:
        return word.lower()
    pieces: list[str] = []
    end = len(text)
    while end:
        pieces.insert(0, text[cuts[end] : end])
        end = cuts[end]
    return " ".join(pieces)

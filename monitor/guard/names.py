"""Names of people in a row of words: a given name beside a surname, a patronymic, initials, a title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import lists
from .eastern import is_eastern
from .fold import script
from .roles import Role, role
from .unlisted import after_initials, is_public, speaks_against
from .words import Word

_PATRONYMIC = re.compile(
    r"(?P<stem>.{2,}?)(?:(?:[oea]v|iev|ov)(?:ich|ic|ic)(?:a|u|em|om|e|i)?|(?:[oea]v|iev|ov|iv|a[uv]|e[uv])n(?:a|i|e|u|oi|oiu))"
)
_SHORT_PATRONYMICS = re.compile(
    r"(?:il|kuzm|luk|fom|nikit|savv?|ilin|kuzmin|lukin|fomin)i?(?:ich|ichn)(?:a|u|em|e|i|oi)?"
)
_SON_OR_DAUGHTER = re.compile(r"(?P<stem>.{3,}?)(?:uli|ulu|ogli|oglu|kizi|kizi|uglu|qizi)")
_MENDED = ("", "i", "ei", "a", "ai", "ia")
_SHORTEST = 3

Span = tuple[int, int]


def patronymic(found: Sequence[Word]) -> Span | None:
    """Where a patronymic stands, with the word before it where that is a name; None where there is none."""
    for place, word in enumerate(found):
        if _is_patronymic(role(word.text)):
            before = place and role(found[place - 1].text).given
            return found[place - 1 if before else place].start, word.end
    return None


def _is_patronymic(one: Role) -> bool:
    if one.plain or one.known:
        return False
    if _SHORT_PATRONYMICS.fullmatch(one.key):
        return True
    match = _PATRONYMIC.fullmatch(one.key) or _SON_OR_DAUGHTER.fullmatch(one.key)
    return match is not None and any(
        match["stem"] + end in lists.GIVEN and match["stem"] + end not in lists.WEAK_CYRILLIC for end in _MENDED
    )


def name(found: Sequence[Word], *, eastern: bool = True) -> Span | None:
    """Where the name of a person stands, or None."""
    roles = [role(word.text) for word in found]
    for first in range(len(found)):
        last = _from(found, roles, first, eastern=eastern)
        if last and not _is_public(roles, first, last):
            return found[first].start, found[last].end
    return None


def _from(found: Sequence[Word], roles: Sequence[Role], first: int, *, eastern: bool) -> int:
    """The last word of a name that begins at `first`; 0 where none does."""
    second = _after_linking(found, roles, first)
    if second >= len(found) or (roles[second].key in lists.PUBLIC_AFTER and not roles[second].known):
        return 0
    if eastern and (last := is_eastern(found, first)):
        return last
    if len(found[first].text) == 1:
        return _after_initials(found, roles, first) or after_initials(found, first)
    one, other = roles[first], roles[second]
    if one.surname and not one.plain and not one.place and _two_initials(found, second):
        return second + 1
    beside = second == first + 1
    person = _is_person(one, other, hyphen=beside and found[second].hyphen, linked=not beside)
    return second if person or _is_titled(one, other) or (beside and _is_unlisted(found, roles, first)) else 0


def _after_linking(found: Sequence[Word], roles: Sequence[Role], first: int) -> int:
    """The first word after `first` that is no particle, as `de` or `al`, and after a given name no initial."""
    second = first + 1
    while second < len(found) - 1 and second - first < 4:
        initial = len(found[second].text) == 1 and roles[first].given
        if not (roles[second].linking or initial):
            break
        second += 1
    return second


def _is_titled(one: Role, other: Role) -> bool:
    """Whether a title, as Mrs, stands before a name."""
    if other.plain or len(other.key) <= 1:
        return one.title and other.given == _LISTED
    return one.title and len(other.key) > _SHORTEST and (other.surname or not speaks_against(other))


def _is_person(one: Role, other: Role, *, hyphen: bool, linked: bool) -> bool:
    """Whether two words beside each other are a person's, in either order."""
    if hyphen and one.given and other.given:
        return False
    if one.given == 2:
        return _follows(other, linked=linked)
    if one.plain:
        return False
    if one.given == 1:
        return (other.surname and not other.plain and not other.place) or other.given == 2
    if one.place and not one.surname:
        return False
    return one.surname and (other.given == 2 or (other.given == 1 and not other.plain and one.ending and not linked))


def _is_unlisted(found: Sequence[Word], roles: Sequence[Role], first: int) -> bool:
    """Whether a word that no list holds stands beside one that is surely part of a name."""
    one, other = roles[first], roles[first + 1]
    if not all(_may_be_name(part) for part in (one, other)) or len(found[first].text) < _SHORTEST:
        return False
    if other.given == 2 and len(found) == _PAIR:
        return len(one.key) > _SHORTEST  # the family name first, and nothing else
    writing = script(found[first + 1].text[0])
    if writing == "arabic":
        return other.known
    return other.ending and _is_telling(other.key, writing) and not one.key.endswith(_NOUNS)


def _may_be_name(one: Role) -> bool:
    return not speaks_against(one)


def _is_telling(word: str, writing: str) -> bool:
    """Whether the ending is hardly anything else: many plural nouns of Russian end like surnames of men."""
    if word.endswith(("ski", "skaia", "ska", "feld", "stein", "baum", "pour")):
        return False
    return writing != "cyrillic" or not _PLURALS.search(word)


_PAIR = 2
_LISTED = 2
_PLURALS = re.compile(
    "(?:ist|nik|chik|sh?ik|ec|c|tel|ant|ent|or|er|ar|ik|og|iat|at|et|ot|ial|al|m|d|s|r|z|b|g|f)[oe]v(?:i|im|a)?$"
)
_NOUNS = (
    "ie", "ia", "ciia", "stvo", "ost", "nie", "ota", "aia", "oe", "ih", "ti", "tion", "sion", "ing", "ment", "iti",
    "ism", "izm", "ogo", "omu", "ami", "ov", "ev",
)  # fmt: skip


def _follows(other: Role, *, linked: bool) -> bool:
    """Whether a word after a given name completes it: whatever is not a plain word or a place."""
    if other.plain and other.key in lists.PUBLIC_AFTER:
        return False  # Victoria Park
    if other.known or other.ending or other.given == 2:
        return True
    if other.plain or other.place or other.linking or other.title or (other.ordinary == _LISTED and not other.thing):
        return False
    return len(other.key) >= (2 if linked else _SHORTEST)


def _after_initials(found: Sequence[Word], roles: Sequence[Role], first: int) -> int:
    """A surname after one or two letters that stand alone, as in `I. I. Petrov`."""
    place = first + 1
    if place < len(found) and len(found[place].text) == 1:
        place += 1
    if place >= len(found) or len(found[place].text) < _SHORTEST or found[place].number:
        return 0
    other = roles[place]
    if _is_where(roles[place - 1], other):
        return 0
    return place if other.surname and not other.plain and not other.place else 0


def _is_where(one: Role, other: Role) -> bool:
    """Whether a letter and a word say in which city: `в Харькове`."""
    return one.key == "v" and other.key.endswith("e") and other.key[:-1] in lists.CITIES


def _two_initials(found: Sequence[Word], place: int) -> bool:
    return place + 1 < len(found) and all(len(found[one].text) == 1 for one in (place, place + 1))


def _is_public(roles: Sequence[Role], first: int, last: int) -> bool:
    """Whether the name belongs to something public: a prize, a house, a law, or somebody of a tale."""
    keys = [one.key for one in roles]
    if is_public(roles, first):
        return True
    after = next((place for place in range(last + 1, min(last + 5, len(keys))) if keys[place] in lists.PUBLIC_AFTER), 0)
    if after and all(one.plain or one.surname or one.given for one in roles[last + 1 : after]):
        return True
    before = first - 1
    while before >= 0 and first - before < 4 and roles[before].linking:
        before -= 1
    return before >= 0 and keys[before] in lists.PUBLIC_BEFORE

"""A term looked at from every side, in the order of how surely each gives somebody away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..model import Term, TermKind
from . import contacts, gatherings, joined, names, unlisted, words
from .fold import alike, letters, script, visible
from .risk import Risk, RiskKind
from .roles import role
from .words import Word

_JOINED = frozenset((TermKind.TAG, TermKind.LINK))
_ENDS_OF_HOST = re.compile(r"^(?:https?://)?(?:www\.)?|\.[^\W\d_]{2,24}(?=[/:]|$)", re.IGNORECASE)
# The symbol of a document of the United Nations: A/HRC/RES/48/13, S/2022/668, CCPR/C/GC/37, E/CN.4/2005/10/Add.1.
_PART = r"/(?:RES|DEC|PRST|HRC|WGAD|CORE|SGB|CO|GC|[CQ]|(?:CN|AC|WG|CRP|ES|INF|Add|Corr|Rev|[CL])[.-]\d{1,3}|\d{1,4})"
_SYMBOL = re.compile(
    rf"(?<![\w/.-])(?:[ASET]|ST|CAT|CCPR|CED|CEDAW|CERD|CMW|CRC|CRPD|HRI)(?:{_PART})+(?:/[A-Z]{{3}})?(?:{_PART})*"
    r"(?<=\d)(?![\w/-])"
)
_BETWEEN = re.compile(r"(\d+(?:[./:-]\d+)*|[_\W]+)")
_PIECES = re.compile(r"\d+|[A-ZА-ЯЁ]?[^\W\d_A-ZА-ЯЁ]+|[A-ZА-ЯЁ]+")
_HOUR_AT_END = re.compile(r"([^\W\d_]{3,}?)(в|у|о|um|at|às|saat)_?((?:[01]?\d|2[0-4])(?::?[0-5]\d)?)$", re.IGNORECASE)
_AS_LETTER = str.maketrans({"0": "o", "1": "l", "3": "e", "4": "a", "5": "s"})
_DIGIT_INSIDE = re.compile(r"(?<=[^\W\d_])[01345](?=[^\W\d_])")
_FIRST_CHARACTER = "\u3005"  # of those of China, Japan and Korea
_OF_ADJECTIVES = ("skaia", "skii")

Span = tuple[int, int]


@lru_cache(maxsize=8192)
def look(term: Term, official: frozenset[str]) -> Risk | None:
    """What the term looks like; `official` are the identities of accounts that are fine."""
    written = visible(term.text)
    text = _SYMBOL.sub(lambda found: " " * len(found[0]), written)
    for form in alike(text):
        for kind, span in _seen(form, term.kind, official):
            if span and not (form != text and kind is RiskKind.NAME and _is_explained(text[span[0] : span[1]])):
                return Risk(kind, written[span[0] : span[1]].strip(" _-#") or written)
    return None


def _is_explained(text: str) -> bool:
    """Whether words say what they mean as they are written, so that what they look like in other letters is chance."""
    found = words.words(text, joined=False)
    unmixed = all(len(set(map(script, word.text))) == 1 for word in found)
    return unmixed and all(unlisted.speaks_against(role(word.text)) or gatherings.is_city(word.text) for word in found)


def _seen(text: str, kind: TermKind, official: frozenset[str]) -> Iterator[tuple[RiskKind, Span | None]]:
    """Each thing a term may look like, with where it does."""
    is_joined = kind in _JOINED
    if kind is TermKind.LINK:
        yield RiskKind.PROFILE, contacts.profile(text, official)
        text = _ENDS_OF_HOST.sub(lambda found: " " * len(found[0]), text)
    else:
        yield RiskKind.EMAIL, contacts.email(text)
        yield RiskKind.ACCOUNT, contacts.account(text, official)
    has_digit = any(one.isdigit() for one in text)
    if has_digit:
        yield RiskKind.PHONE, contacts.phone(text, joined=is_joined)
    if has_digit and kind is not TermKind.LINK:
        yield RiskKind.STREET, contacts.street(_spaced(text) if is_joined else text)
        yield RiskKind.STREET, contacts.street(_spaced(text.lower())) if is_joined else None
    found = words.words(text, joined=is_joined)
    yield RiskKind.PATRONYMIC, names.patronymic(found)
    yield RiskKind.NAME, _name(text, found, kind)
    yield RiskKind.GATHERING, gatherings.gathering(text, found, joined=is_joined) or _joined_gathering(text, is_joined)
    if kind is not TermKind.LINK:
        yield RiskKind.NAME, _unlisted(text, is_joined)


def _unlisted(text: str, is_joined: bool) -> Span | None:
    """A name of no list: as words of their own, or in a tag whose words no sign parts."""
    whole = words.words(text, joined=False)
    if not is_joined or len(whole) > 1:
        return unlisted.name(text, whole)
    return (whole[0].start, whole[0].end) if whole and unlisted.within(whole[0].text) else None


def _name(text: str, found: Sequence[Word], kind: TermKind) -> Span | None:
    """Where a name stands: in words of their own, in characters, joined in one word, or with digits for letters."""
    seen = names.name(found if kind is not TermKind.LINK else [Word(one.start, one.end, one.text) for one in found])
    seen = seen or _in_characters(text) or _within(text, found, kind)
    if not seen and _DIGIT_INSIDE.search(text):
        plain = _DIGIT_INSIDE.sub(lambda one: one[0].translate(_AS_LETTER), text)
        seen = _name(plain, words.words(plain, joined=kind in _JOINED), kind)
    return seen


def _in_characters(text: str) -> Span | None:
    """Where a name in characters of East Asia stands; a text without one costs nothing."""
    if max(text, default="") < _FIRST_CHARACTER:
        return None
    from . import characters  # noqa: PLC0415 - its patterns take a while, and most terms are in letters

    return characters.name(text)


def _within(text: str, found: Sequence[Word], kind: TermKind) -> Span | None:
    """Where a name stands within one word; what is cut at capitals is also taken whole unless all of it is plain."""
    surely = kind not in _JOINED
    every = list(found)
    if kind in _JOINED and len(found) > 1 and not all(role(word.text).plain or role(word.text).place for word in found):
        whole = words.words(text, joined=False)
        every += whole
        if len(whole) > 1 and (seen := names.name([Word(one.start, one.end, one.text) for one in whole])):
            return seen
    for word in every:
        if surely and (role(word.text).ordinary or letters(word.text).endswith(_OF_ADJECTIVES)):
            continue
        inside = joined.has_name(word.text, surely=surely)
        if inside:
            return word.start + inside[0], word.start + inside[1]
    return None


def _joined_gathering(text: str, is_joined: bool) -> Span | None:
    """A gathering in a tag whose words no capital parts: then all of it is one."""
    if not is_joined:
        return None
    whole = words.words(text, joined=False)
    pieces = _BETWEEN.split(_HOUR_AT_END.sub(_hour_apart, text))
    apart = " ".join(joined.parted(piece) if piece.isalpha() else piece for piece in pieces if piece.strip("_ "))
    if len(apart.split()) <= len(whole):
        return None
    found = gatherings.gathering(apart, words.words(apart, joined=False), joined=True)
    return (0, len(text)) if found else None


def _hour_apart(found: re.Match[str]) -> str:
    """A word and an hour at its end with a space between, unless the preposition is of the word: Харьков5, Forum20."""
    word, preposition, hour = found.groups()
    of, rest = role(word + preposition), role(word)
    whole = of.place or of.plain or of.ordinary or of.surname or of.given
    return found[0] if whole and not (rest.place or rest.plain) else f"{word} {preposition} {hour}"


def _spaced(text: str) -> str:
    """A tag with its words apart, of the same length where that is possible."""
    return " ".join(_PIECES.findall(text))

"""A term looked at from every side, in the order of how surely each gives somebody away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..model import Term, TermKind
from . import characters, contacts, gatherings, joined, names, unlisted, words
from .fold import alike, identity, letters, visible
from .risk import Risk, RiskKind
from .roles import role
from .words import Word

_JOINED = frozenset((TermKind.TAG, TermKind.LINK, TermKind.MENTION))
_ENDS_OF_HOST = re.compile(r"^(?:https?://)?(?:www\.)?|\.[^\W\d_]{2,24}(?=[/:]|$)", re.IGNORECASE)
_BETWEEN = re.compile(r"(\d+(?:[./:-]\d+)*|[_\W]+)")
_PIECES = re.compile(r"\d+|[A-ZА-ЯЁ]?[^\W\d_A-ZА-ЯЁ]+|[A-ZА-ЯЁ]+")
_HOUR_AT_END = re.compile(r"(?<=[^\W\d_]{3})(в|у|о|um|at|às|saat)_?((?:[01]?\d|2[0-4])(?::?[0-5]\d)?)$", re.IGNORECASE)
_AS_LETTER = str.maketrans({"0": "o", "1": "l", "3": "e", "4": "a", "5": "s"})
_DIGIT_INSIDE = re.compile(r"(?<=[^\W\d_])[01345](?=[^\W\d_])")
_OF_ADJECTIVES = ("skaia", "skii")

Span = tuple[int, int]


@lru_cache(maxsize=8192)
def look(term: Term, official: frozenset[str]) -> Risk | None:
    """What the term looks like; `official` are the identities of accounts that are fine."""
    text = visible(term.text)
    if term.kind is TermKind.MENTION:
        return None if identity(text) in official else Risk(RiskKind.ACCOUNT, text)
    for form in alike(text):
        for kind, span in _seen(form, term.kind, official):
            if span:
                return Risk(kind, text[span[0] : span[1]].strip(" _-#") or text)
    return None


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
    seen = seen or characters.name(text) or _within(text, found, kind)
    if not seen and _DIGIT_INSIDE.search(text):
        plain = _DIGIT_INSIDE.sub(lambda one: one[0].translate(_AS_LETTER), text)
        seen = _name(plain, words.words(plain, joined=kind in _JOINED), kind)
    return seen


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
    pieces = _BETWEEN.split(_HOUR_AT_END.sub(r" \1 \2", text))
    apart = " ".join(joined.parted(piece) if piece.isalpha() else piece for piece in pieces if piece.strip("_ "))
    if len(apart.split()) <= len(whole):
        return None
    found = gatherings.gathering(apart, words.words(apart, joined=False), joined=True)
    return (0, len(text)) if found else None


def _spaced(text: str) -> str:
    """A tag with its words apart, of the same length where that is possible."""
    return " ".join(_PIECES.findall(text))

"""Names of no list: two or three words that nothing explains, alone or beside words that speak of a person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from . import lists
from .fold import letters, script
from .joined import unexplained
from .roles import Role, role
from .words import Word

Span = tuple[int, int]

_SHORTEST, _SHORTEST_CASELESS = 3, 2
_FEWEST, _MOST = 2, 3
_LONGEST_INITIALS = 3
_LONG = 5
_CASED = frozenset(("latin", "cyrillic", "greek", "armenian", "georgian"))
_BY_CHARACTERS = frozenset(("han", "kana", "hangul"))
_ARTICLE = ("ال", "وال", "بال", "لل")
_OF_ARABIC = re.compile("(?:[یوہھ]|ان|پور|زاده|زادہ|نژاد|نیا|فر|لو|وند|خانی)$")
_ASIDE = re.compile(r"[(（\[][^)）\]]*[)）\]]?")
_ALONE, _MARKED = 12, 8  # letters no word explains, alone and after a word that speaks of a person


def name(text: str, found: Sequence[Word]) -> Span | None:
    """Where words stand that look like a name since nothing else explains them, or None."""
    aside = _ASIDE.search(text)
    words = [word for word in found if not aside or word.end <= aside.start() or word.start >= aside.end()]
    first, last = _between_markers(words)
    bare = words[first:last]
    parts = [word for word in bare if not (role(word.text).linking or word.hyphen)]
    if not _FEWEST <= len(parts) <= _MOST or (len(parts) == len(bare) - 2 and first == 0) or len(parts[-1].text) == 1:
        return None
    if any(one.isdigit() for one in text[bare[0].start : bare[-1].end]):
        return None
    if len({script(word.text[0]) for word in parts}) > 1 or not all(
        _may_be_name(word) for word in (*parts, *bare) if word in parts or word.hyphen
    ):
        return None
    if is_public([role(word.text) for word in parts]) or not _is_shaped(parts):
        return None
    return bare[0].start, bare[-1].end


def is_public(roles: Sequence[Role], first: int = 0) -> bool:
    """Whether a name that everybody knows begins there: a firm's, a president's, somebody's of a tale."""
    return any(tuple(one.key for one in roles[first : first + size]) in lists.PUBLIC_NAMES for size in (2, 3, 4))


def _between_markers(words: Sequence[Word]) -> tuple[int, int]:
    """The words from which those at both ends that speak of a person are taken away."""
    first, last = 0, len(words)
    while first < last and letters(words[first].text) in lists.MARKERS:
        first += 1
    while first < last and letters(words[last - 1].text) in lists.MARKERS:
        last -= 1
    return first, last


def _may_be_name(word: Word) -> bool:
    of = role(word.text)
    least = _SHORTEST if script(word.text[0]) in _CASED else _SHORTEST_CASELESS
    return len(word.text) >= least and not speaks_against(of)


def speaks_against(of: Role) -> bool:
    """Whether a word is hardly part of a name: an ordinary one, a place, what belongs to public things."""
    if of.plain or of.place or of.linking or of.title:
        return True
    return of.key in lists.PUBLIC_AFTER or of.key in lists.PUBLIC_BEFORE or bool(of.ordinary and not of.surname)


def _is_shaped(parts: Sequence[Word]) -> bool:
    """Whether words in Arabic letters end as names do; an article before the first one says that it is none."""
    first, last = letters(parts[0].text), letters(parts[-1].text)
    if script(first[0]) == "arabic":
        return not first.startswith(_ARTICLE) and not first.endswith("ه") and bool(_OF_ARABIC.search(last))
    if script(first[0]) == "hebrew":
        return not any(letters(one.text).startswith("ה") for one in parts)
    return script(first[0]) not in _BY_CHARACTERS


def after_initials(found: Sequence[Word], first: int) -> int:
    """The last word of initials with a surname of no list, as in `J. P. Lundqvarner`; 0 where there is none."""
    place = first
    while place < len(found) and len(found[place].text) == 1:
        place += 1
    if not 0 < place - first <= _LONGEST_INITIALS or place >= len(found) or not _may_be_name(found[place]):
        return 0
    if found[place].number:
        return 0
    alone = place - first == 1  # one letter may be anything: E. coli
    if alone and role(found[first].text).plain:
        return 0
    return place if len(found[place].text) > (_LONG if alone else _SHORTEST) else 0


def within(word: str) -> bool:
    """Whether a joined word holds a part that no word explains, a longer one where nothing speaks of a person."""
    if script(word[0]) not in _CASED:
        return False  # whole sentences are written without a space
    rest, marked = unexplained(word)
    cyrillic = script(word[0]) == "cyrillic"
    return len(rest) >= (_MARKED if marked else _ALONE) and not lists.ordinary(letters(word), cyrillic=cyrillic)

"""Names of China, Korea and Vietnam in Latin letters: a family name of a short list beside syllables of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from .data import scripts
from .fold import letters
from .roles import role
from .words import Word

_CHINESE = frozenset(scripts.PINYIN_FAMILY.split())
_KOREAN = frozenset(scripts.HANGUL_LATIN_FAMILY.split())
_VIETNAMESE = frozenset(scripts.VIETNAMESE_FAMILY.split())
_VIETNAMESE_GIVEN = frozenset(scripts.VIETNAMESE.split())
_PINYIN = (
    "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:iang|iong|uang|uai|uan|ang|eng|ian|iao|ing|ong|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)"
)
_TWO_PINYIN = re.compile(f"{_PINYIN}{_PINYIN}")
_ONE_PINYIN = re.compile(_PINYIN)
_HARDLY_ELSE = re.compile("zh|x|q|ng|iao|uo|ui|ian|hua|mei|wei|jie|jun|hao|yu|yi|ye|li|ya")
_KOREAN_ONE = "|".join(sorted(scripts.HANGUL_LATIN.split(), key=len, reverse=True))
_TWO_KOREAN = re.compile(f"(?:{_KOREAN_ONE})(?:{_KOREAN_ONE})")
_ONE_KOREAN = frozenset(scripts.HANGUL_LATIN.split())
_ALSO_PLAIN = _KOREAN | _CHINESE | _VIETNAMESE | _VIETNAMESE_GIVEN  # parts of a name, whatever else they mean
_SHORTEST = 4


def is_eastern(found: Sequence[Word], first: int) -> int:
    """The last word of an eastern name that begins at `first`, in either order; 0 where none does."""
    texts = [_plain(word.text) for word in found[first : first + 3]]
    if "" in texts[:2] or len(texts) < 2:
        return 0
    one, two, *rest = texts
    three = rest[0] if rest else ""
    if three and (_family(one, two, three) or _family(three, one, two)):
        return first + 2
    if _given(one, two) or _given(two, one):
        return first + 1
    return 0


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    """The word in plain letters; "" for one that is no name, such as a place."""
    small = letters(text)
    of = role(text)
    unfit = not small.isascii() or len(small) < 2 or (of.place and small not in _ALSO_PLAIN)
    return "" if unfit or (of.plain and small not in _ALSO_PLAIN) else small


def _family(family: str, one: str, two: str) -> bool:
    """Whether a family name stands with two syllables."""
    if family in _KOREAN and one in _ONE_KOREAN and two in _ONE_KOREAN:
        return True
    if family in _VIETNAMESE and one in _VIETNAMESE_GIVEN and two in _VIETNAMESE_GIVEN:
        return True
    pinyin = _ONE_PINYIN.fullmatch(one) and _ONE_PINYIN.fullmatch(two)
    return bool(family in _CHINESE and pinyin and _HARDLY_ELSE.search(one + two))


def _given(family: str, given: str) -> bool:
    """Whether a family name stands with a given name written as one word."""
    if role(given).plain:
        return False
    if family in _CHINESE and len(given) >= _SHORTEST and _TWO_PINYIN.fullmatch(given) and _HARDLY_ELSE.search(given):
        return True
    return family in _KOREAN and len(given) >= _SHORTEST and bool(_TWO_KOREAN.fullmatch(given))

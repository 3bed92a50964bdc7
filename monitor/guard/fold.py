"""Folding: what a reader takes for the same is the same, in any case, width and script, and nothing is invisible."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache

from .look_alikes import IN_LATIN, SEEMS_CYRILLIC, SEEMS_LATIN, TO_CYRILLIC, TO_LATIN

_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_UNSEEN_KINDS = frozenset(("Cf", "Cc", "Cs", "Co", "Cn"))
_SIGNS = "@＠#＃﹟"
_WITH_H = (
    ("tsch", "ch"),
    ("shch", "sh"),
    ("sch", "sh"),
    ("tch", "ch"),
    ("dzh", "j"),
    ("zh", "j"),
    ("kh", "h"),
    ("ph", "f"),
)
_WITHOUT_H = (("dj", "j"), ("ck", "k"), ("ts", "c"), ("tz", "c"))
_ONE = (("q", "k"), ("w", "v"), ("x", "ks"))  # for a long text much faster than a table, as one of them grows
# A pattern that begins with letters is found much faster than one that looks behind first.
_SOFT_E = re.compile(r"[jy](?=e)(?:(?<!\S[jy])|(?<=[aeiouy][jy]))")
_LAST_J = re.compile(r"j(?!\S)(?<=\S\Sj)")
_TWICE = re.compile(r"(.)\1+")


def visible(text: str) -> str:
    """The text in one form of each character (NFKC), without what nobody can see, its digits 0 to 9."""
    if text.isascii() and text.isprintable():
        return text
    plain = "".join(
        str(unicodedata.decimal(one)) if one.isdecimal() else one
        for one in unicodedata.normalize("NFKC", text)
        if one not in _UNSEEN and not _is_unseen(one)
    )
    return unicodedata.normalize("NFC", plain)


def _is_unseen(one: str) -> bool:
    if one in "\t\n":
        return False
    kind = unicodedata.category(one)
    return (
        kind in _UNSEEN_KINDS or (kind == "Mn" and "\ufe00" <= one <= "\ufe0f") or "\U000e0100" <= one <= "\U000e01ef"
    )


def identity(text: str) -> str:
    """The key by which a term is found again: without its sign, case, width, http(s)://, or what is invisible.

    >>> identity("＠Some\u200bOne") == identity("someone")
    True
    """
    plain = visible(text).strip().lstrip(_SIGNS).casefold().replace("_", " ")
    return " ".join(plain.removeprefix("https://").removeprefix("http://").split())


class _Latin(dict[int, int | str | None]):
    """For `str.translate`: a letter in Latin ones where its script has them, a mark on a letter as none."""

    def __missing__(self, code: int) -> int | str | None:
        self[code] = None if unicodedata.category(chr(code)) in ("Mn", "Me") else code
        return self[code]


_LATIN = _Latin(IN_LATIN)


def letters(text: str) -> str:
    """The text small, without marks, in Latin letters where its script has them; spelling is kept."""
    small = text.lower()
    if not small.isascii():
        small = unicodedata.normalize("NFC", unicodedata.normalize("NFKD", small).translate(_LATIN))
    return small


@lru_cache(maxsize=16_384)
def key(text: str) -> str:
    """How a word sounds, roughly: spellings of one name in several scripts and languages have the same key.

    >>> key("Евгений"), key("Yevgeniy"), key("Jewgenij")
    ('evgeni', 'evgeni', 'evgeni')
    """
    return _sound(letters(text))


def spelled(text: str) -> list[str]:
    """The letters of each word of a text: the same as one by one, and much faster."""
    every = text.split()
    plain = [word for word in every if word.isascii()]
    return " ".join(plain).lower().split() + letters(" ".join(word for word in every if not word.isascii())).split()


def sounds(letters_of: Iterable[str]) -> dict[str, str]:
    """The key of each word by its letters: the same as one by one, and much faster."""
    every = list(letters_of)
    plain = [word for word in every if word.isascii()]
    found = dict(zip(plain, _sound(" ".join(plain)).split(), strict=True))
    other = [word for word in every if not word.isascii()]
    return found | dict(zip(other, _TWICE.sub(r"\1", " ".join(other)).split(), strict=True))


def _sound(small: str) -> str:
    if "h" in small:
        for several, one in _WITH_H:
            small = small.replace(several, one)
    for several, one in (*_WITHOUT_H, *_ONE):
        small = small.replace(several, one)
    if "j" in small or "y" in small:
        small = _SOFT_E.sub("", small).replace("y", "i").replace("ij", "i")
        small = _LAST_J.sub("i", small)
    return _TWICE.sub(r"\1", small)


def script(one: str) -> str:
    """The script of a letter, as far as it matters here."""
    code = ord(one)
    for last, name in _SCRIPTS:
        if code <= last:
            return name
    return "other"


_SCRIPTS = (
    (0x2AF, "latin"), (0x36F, "mark"), (0x3FF, "greek"), (0x52F, "cyrillic"), (0x58F, "armenian"),
    (0x5FF, "hebrew"), (0x8FF, "arabic"), (0x97F, "devanagari"), (0x109F, "other"), (0x10FF, "georgian"),
    (0x11FF, "hangul"), (0x1C8F, "other"), (0x1CBF, "georgian"),
    (0x1CFF, "other"), (0x1EFF, "latin"), (0x1FFF, "greek"), (0x2CFF, "other"),
    (0x2D2F, "georgian"), (0x303F, "han"), (0x30FF, "kana"), (0x31FF, "han"), (0x4DBF, "han"),
    (0x9FFF, "han"), (0xABFF, "other"), (0xD7A3, "hangul"), (0xFAFF, "han"), (0xFFFF, "arabic"),
    (0x1FFFF, "other"), (0x3FFFF, "han"),
)  # fmt: skip


def readings(word: str) -> tuple[str, ...]:
    """A word as its own script reads it, then as it looks in another where letters are mixed or could be others."""
    if word.isascii() and not SEEMS_CYRILLIC.issuperset(word):
        return (word,)
    found = [script(one) for one in word]
    if not _CONFUSED.intersection(found):
        return (word,)
    in_latin, in_cyrillic = word.translate(TO_LATIN), word.translate(TO_CYRILLIC)
    if len(set(found)) > 1:  # mixed, as nobody writes: the script of most letters first
        mostly_latin = found.count("latin") >= found.count("cyrillic")
        return (in_latin, in_cyrillic) if mostly_latin else (in_cyrillic, in_latin)
    other = in_cyrillic if found[0] == "latin" else in_latin
    every = SEEMS_CYRILLIC if found[0] == "latin" else SEEMS_LATIN
    return (word, other) if every.issuperset(word) else (word,)


_CONFUSED = frozenset(("latin", "cyrillic", "greek"))


def alike(text: str) -> tuple[str, ...]:
    """The text as it is, or the ways to read it where words in it mix scripts, each as long as the text.

    First each such word in the script of most of its letters, then all of them in Latin and in Cyrillic letters.
    """
    if text.isascii():
        return (text,)
    mixed = [word for word in _RUN.findall(text) if len(readings(word)) > 1]
    if not mixed:
        return (text,)

    def written(choose: Callable[[str], str]) -> str:
        return _RUN.sub(lambda one: choose(one[0]) if len(readings(one[0])) > 1 else one[0], text)

    several = (
        written(lambda word: readings(word)[0]),
        written(lambda word: word.translate(TO_LATIN)),
        written(lambda word: word.translate(TO_CYRILLIC)),
    )
    return tuple(dict.fromkeys(several))


_RUN = re.compile(r"[^\W\d_]+")

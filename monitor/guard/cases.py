"""The cases of names in Slavic languages: what a word in one of them may be the case of."""

from __future__ import annotations

from collections.abc import Iterator

_ENDINGS = ("a", "u", "e", "i", "om", "em", "oi", "ei", "iu", "ia", "iei", "im", "oiu", "ie")
_NOMINATIVE = ("", "a", "ia", "i", "ei")
_SHORTEST = 3


def cases_of(word: str) -> Iterator[str]:
    """The keys of words of which a word, by its key, may be a case.

    >>> "sokolov" in cases_of("sokolovu"), "marina" in cases_of("marinu")
    (True, True)
    """
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if _SHORTEST <= len(stem) < len(word):
            yield from (stem + other for other in _NOMINATIVE)

"""Phrases and word beginnings in running text: a thousand of them at the price of one."""

from __future__ import annotations

from collections.abc import Mapping

import regex
from ahocorasick_rs import AhoCorasick, Implementation

from .entities import UNSPACED
from .fold import fold_running

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]")
_MARK = regex.compile(r"\p{M}")
_UNSPACED = regex.compile(UNSPACED)
_DENSE_UP_TO = 1000  # patterns; beyond, the compact automaton is faster (87,000 against 52,000 posts/s)


class Phrases:
    """Finds phrases on word boundaries; a phrase that ends in * is the beginning of a word.

    A phrase right after an @ is a handle, not the phrase; after a # it is a word like others, and a
    link's words are words too. In scripts without spaces a phrase is found wherever it stands.
    """

    def __init__(self, topics_by_phrase: Mapping[str, frozenset[str]]) -> None:
        self._patterns: list[tuple[tuple[str, bool, frozenset[str]], ...]] = []
        grouped: dict[str, list[tuple[str, bool, frozenset[str]]]] = {}
        for phrase, topics in topics_by_phrase.items():
            pattern = phrase.removesuffix("*")
            grouped.setdefault(pattern, []).append((pattern, phrase.endswith("*"), topics))
        self._patterns = [tuple(group) for group in grouped.values()]
        kind = Implementation.DFA if len(grouped) <= _DENSE_UP_TO else Implementation.ContiguousNFA
        self._automaton = AhoCorasick(list(grouped), implementation=kind) if grouped else None

    def topics(self, text: str) -> set[str]:
        """Return the keys of the topics any of whose phrases stands in the text."""
        found: set[str] = set()
        if self._automaton is None:
            return found
        running = fold_running(text)
        for index, start, end in _matches(self._automaton, running):
            for pattern, prefix, topics in self._patterns[index]:
                if (
                    not topics <= found
                    and _starts(running, start, pattern)
                    and (prefix or _ends(running, end, pattern))
                ):
                    found |= topics
        return found


def _matches(automaton: AhoCorasick, running: str) -> list[tuple[int, int, int]]:
    """Overlapping matches, or a term inside or after another would vanish; half characters read as ?."""
    try:
        return automaton.find_matches_as_indexes(running, overlapping=True)
    except UnicodeEncodeError:
        whole = running.encode("utf-8", "replace").decode("utf-8")
        return automaton.find_matches_as_indexes(whole, overlapping=True)


def _starts(running: str, start: int, pattern: str) -> bool:
    """Say whether no word and no handle goes on into the match."""
    if not start:
        return True
    before = running[start - 1]
    if before == "@":
        return False
    return not (_WORD.match(before) and _WORD.match(pattern)) or _unspaced(before, pattern[0])


def _ends(running: str, end: int, pattern: str) -> bool:
    """Say whether the match's last word does not go on after it."""
    if end == len(running):
        return True
    after = running[end]
    if _MARK.match(after):
        return False
    return not (_WORD.match(after) and _WORD.match(pattern[-1])) or _unspaced(after, pattern[-1])


def _unspaced(one: str, other: str) -> bool:
    """Say whether a word may end between the two without a space."""
    return _UNSPACED.match(one) is not None or _UNSPACED.match(other) is not None

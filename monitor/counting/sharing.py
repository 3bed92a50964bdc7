"""Which topics are described by breakdowns: of those that look for the same, only the first.

Where one topic holds the posts of another, the difference of two breakdowns is a breakdown of the few posts between
them, however few people wrote those. So is that of two topics and of a third that holds both.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Term, TermKind, Topic
from .address import address
from .fold import fold, fold_running

_WORDS = (TermKind.TAG, TermKind.PHRASE)


def described(topics: Sequence[Topic]) -> frozenset[str]:
    """The keys of the first of every circle of topics of which a term covers, or is covered by, a term of another.

    >>> tag, phrase = Term(TermKind.TAG, "Lantern"), Term(TermKind.PHRASE, "lantern*")
    >>> sorted(described([Topic("a", "A", (tag,)), Topic("b", "B", (phrase,)), Topic("c", "C", ())]))
    ['a', 'c']
    """
    circles: list[list[Topic]] = []
    for topic in topics:
        near = [circle for circle in circles if any(_share(topic, other) for other in circle)]
        circles = [circle for circle in circles if circle not in near]
        circles.append([*(one for circle in near for one in circle), topic])
    rank = {topic.key: number for number, topic in enumerate(topics)}
    return frozenset(min((one.key for one in circle), key=rank.__getitem__) for circle in circles)


def _share(topic: Topic, other: Topic) -> bool:
    return any(_meet(one, another) for one in topic.terms for another in other.terms)


def _meet(one: Term, other: Term) -> bool:
    return _covers(one, other) or _covers(other, one)


def _covers(wide: Term, narrow: Term) -> bool:
    """Whether every post that carries the narrow term carries the wide one."""
    if wide.kind is TermKind.PHRASE and narrow.kind in _WORDS:
        return _within(fold_running(wide.text).strip(), fold_running(narrow.text).strip().lstrip("#"))
    if wide.kind is not narrow.kind or wide.kind is TermKind.ARTICLE:
        return False
    if wide.kind is TermKind.LINK:
        return _under(address(wide.text), address(narrow.text))
    return fold(wide.text.strip().lstrip("@＠#")) == fold(narrow.text.strip().lstrip("@＠#"))


def _within(phrase: str, text: str) -> bool:
    """Whether the words of a phrase, the last one perhaps only begun, stand together in the words of another."""
    padded, stem = f" {text.rstrip('* ')} ", phrase.rstrip("* ")
    return f" {stem}" in padded if phrase.endswith("*") else f" {stem} " in padded and not text.endswith(f"{stem}*")


def _under(wide: tuple[str, str], narrow: tuple[str, str]) -> bool:
    """Whether an address lies under another one's host and path."""
    (host, path), (inner, rest) = wide, narrow
    return bool(host) and f".{inner}".endswith(f".{host}") and rest.startswith(path.rstrip("/"))

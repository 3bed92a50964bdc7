"""A topic's terms as keywords for an archive of news, where hashtags and phrases are just words."""

from __future__ import annotations

from collections.abc import Mapping

from ..model import Term, TermKind, Topic


def keywords(topic: Topic, *, shortest: int, longest_in_all: int) -> Mapping[str, Term]:
    """The topic's tags and phrases as words, as far as they fit, with their terms; quotation marks are taken out.

    A phrase that ends in * is left out: archives do not look for beginnings of words inside phrases.

    >>> from ..model import Term
    >>> terms = (Term(TermKind.TAG, "Lanterns"), Term(TermKind.PHRASE, "light  the lamp"), Term(TermKind.LINK, "x.org"))
    >>> list(keywords(Topic("light", "Topic 1", terms), shortest=3, longest_in_all=100))
    ['lanterns', 'light the lamp']
    """
    found: dict[str, Term] = {}
    room = longest_in_all
    for term in topic.terms:
        word = _word(term.text) if term.kind in (TermKind.TAG, TermKind.PHRASE) else ""
        if len(word) < shortest or word.endswith("*") or word in found or len(word) + 6 > room:
            continue
        found[word] = term
        room -= len(word) + 6  # with its marks and OR
    return found


def _word(text: str) -> str:
    kept = "".join(" " if one in '"“”„«»\\()' or not one.isprintable() else one for one in text.strip().lstrip("#＃"))
    return " ".join(kept.split()).lower()

"""A topic's terms as keywords for an archive of news, where hashtags and phrases are just words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..model import Term, TermKind, Topic


@dataclass(frozen=True, slots=True)
class Limits:
    """What an archive takes: words of so many letters at least, and so many letters in all."""

    shortest: int
    longest_in_all: int

    def words(self, topic: Topic) -> Sequence[str]:
        """The topic's tags and phrases as words, as far as they fit; quotation marks are taken out.

        A phrase that ends in * is left out: archives do not look for beginnings of words inside phrases.

        >>> from ..model import Term
        >>> terms = Term(TermKind.TAG, "Lanterns"), Term(TermKind.PHRASE, "the  lamp"), Term(TermKind.LINK, "x.org")
        >>> Limits(shortest=3, longest_in_all=100).words(Topic("light", "Topic 1", terms))
        ['lanterns', 'the lamp']
        """
        found: list[str] = []
        room = self.longest_in_all
        for word in map(_word, topic.terms):
            if len(word) < self.shortest or word.endswith("*") or word in found or len(word) + 6 > room:
                continue
            found.append(word)
            room -= len(word) + 6  # with its marks and OR
        return found

    def narrowed(self, topics: Iterable[Topic]) -> tuple[Topic, ...]:
        """The topics with those of their terms that are looked for; topics without any are left out."""
        found: list[Topic] = []
        for topic in topics:
            words = set(self.words(topic))
            terms = tuple(term for term in topic.terms if _word(term) in words)
            if terms:
                found.append(replace(topic, terms=terms))
        return tuple(found)


def _word(term: Term) -> str:
    """A tag or phrase as a word, nothing for what does not stand in texts as it is."""
    if term.kind not in (TermKind.TAG, TermKind.PHRASE):
        return ""
    text = term.text.strip().lstrip("#＃")
    kept = "".join(" " if one in '"“”„«»\\()' or not one.isprintable() else one for one in text)
    return " ".join(kept.split()).lower()

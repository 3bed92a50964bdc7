"""What a campaign follows: topics and their terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class TermKind(StrEnum):
    """What kind of thing a term looks for; kinds are never mixed in one series."""

    TAG = "tag"
    MENTION = "mention"
    PHRASE = "phrase"
    LINK = "link"
    ARTICLE = "article"


class Sensitivity(StrEnum):
    """How soon a fade is called: later and surer, or sooner and more often wrong."""

    CALM = "calm"
    NORMAL = "normal"
    EAGER = "eager"


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a topic looks for, as the user wrote it; `language` is set for articles only."""

    kind: TermKind
    text: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """Something the campaign follows; `key` names it in the store, `alias` in everything that leaves.

    `sensitivity` is how soon a fade of it is called.
    """

    key: str
    alias: str
    terms: tuple[Term, ...]
    sensitivity: Sensitivity = Sensitivity.NORMAL


def stands_in(terms: Iterable[Term], text: str) -> bool:
    """Whether one of the terms stands in a text, however its words are joined.

    >>> stands_in([Term(TermKind.TAG, "OpenHarbour")], "archive:open-harbour-2017")
    True
    """
    written = _letters(text)
    return any(found in written for found in (_letters(term.text) for term in terms) if found)


def called_outside(source: str, terms: Iterable[Term]) -> str:
    """A source's name as it may leave: its kind alone where a term stands in the rest, as in an archive's it may.

    >>> called_outside("archive:open-harbour", [Term(TermKind.TAG, "OpenHarbour")]), called_outside("archive:2017", [])
    ('archive', 'archive:2017')
    """
    kind, _, rest = source.partition(":")
    return kind if stands_in(terms, rest) else source


def _letters(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())


def aliases_of(topics: Iterable[Topic]) -> Mapping[str, str]:
    """What each topic is called in everything that is shown or leaves, by its key and in order."""
    return {topic.key: topic.alias for topic in topics}


@dataclass(frozen=True, slots=True)
class Campaign:
    """The campaign as the user describes it; `timezone` is an IANA name, `languages` ISO 639-1 codes."""

    name: str
    alias: str
    timezone: str
    languages: tuple[str, ...]
    official_accounts: tuple[str, ...]

"""From a topic's terms to one query in X's language, in which no term can become an operator."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import regex

from ...model import Term, TermKind, Topic

LONGEST = 512  # characters, for accounts without a contract
_WITHOUT_REPOSTS = " -is:retweet"
_TAG = regex.compile(r"(?=.*\p{L})[\p{L}\p{M}\p{Nd}_\u200c\u200d·]{1,139}")
_HANDLE = re.compile(r"[A-Za-z0-9_]{1,15}")
_QUOTES = regex.compile(r"[\p{Pi}\p{Pf}\p{Cc}\p{Cs}\"\\„‚″＂]")
_SCHEME = re.compile(r"^https?://", re.IGNORECASE)
_WORDS = regex.compile(r"[\p{L}\p{N}]")
_KINDS = (TermKind.TAG, TermKind.MENTION, TermKind.PHRASE, TermKind.LINK)


@dataclass(frozen=True, slots=True)
class Question:
    """What X is asked about a topic; where it cannot be asked, `refusal` says why and there is no query."""

    topic: Topic
    query: str = ""
    refusal: str = ""


def question(topic: Topic) -> Question | None:
    """The query that finds a post once if it carries any of the topic's terms; None where none stands in posts.

    Terms that cannot exist on X (an account of another network, a tag without a letter) or that X cannot look for
    (the beginning of a word) are left out; the topic of the answer has those that were taken.

    >>> topic = Topic("a", "A", (Term(TermKind.TAG, "CloseTheCamps"), Term(TermKind.PHRASE, 'from:someone" OR x')))
    >>> question(topic).query
    '(#CloseTheCamps OR "from:someone OR x") -is:retweet'
    """
    wanted = [term for term in topic.terms if term.kind in _KINDS]
    if not wanted:
        return None
    found = {term: words for term in wanted if (words := _words(term))}
    if not found:
        return Question(topic, refusal="X can look for none of its terms: add a hashtag, a phrase or an address")
    parts: dict[str, str] = {}
    for words in found.values():
        parts.setdefault(words.casefold(), words)
    query = (f"({' OR '.join(parts.values())})" if len(parts) > 1 else next(iter(parts.values()))) + _WITHOUT_REPOSTS
    length = len(query.encode("utf-16-le", "replace")) // 2  # as X counts: an emoji is two characters
    if length > LONGEST:
        refusal = f"the query is longer than X allows ({length} of {LONGEST} characters): take terms out"
        return Question(topic, refusal=refusal)
    return Question(replace(topic, terms=tuple(found)), query)


def tag_query(tag: str) -> str:
    """The query for one hashtag."""
    return f"#{tag}{_WITHOUT_REPOSTS}"


def is_tag(text: str) -> bool:
    """Whether X can have such a hashtag (written without its sign)."""
    return _TAG.fullmatch(text) is not None


def is_handle(text: str) -> bool:
    """Whether X can have such an account (written without its sign)."""
    return _HANDLE.fullmatch(text) is not None


def _words(term: Term) -> str:
    """The term in X's language, empty where it has no place there."""
    text = term.text.strip()
    if term.kind is TermKind.TAG:
        bare = text.lstrip("#＃")
        return f"#{bare}" if is_tag(bare) else ""
    if term.kind is TermKind.MENTION:
        bare = text.lstrip("@＠")
        return f"@{bare}" if is_handle(bare) else ""
    if term.kind is TermKind.LINK:
        place = _quotable(_SCHEME.sub("", text)).replace(" ", "").rstrip("/")
        return f'url:"{place}"' if _WORDS.search(place) else ""
    phrase = _quotable(text)
    return f'"{phrase}"' if _WORDS.search(phrase) and not phrase.endswith("*") else ""


def _quotable(text: str) -> str:
    """The text without whatever could end a quotation."""
    return " ".join(_QUOTES.sub(" ", text.replace("’", "'")).split())

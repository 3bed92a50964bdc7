"""Where people can be read on the platforms themselves: addresses made of a topic's terms, on known hosts only (pure).

Nothing is fetched, and no post comes back: whoever opens such an address leaves this dashboard.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote, urlencode

from ..model import Term, TermKind, Topic
from ..shown.settings import Search

_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_EDITION = re.compile(r"[a-z]{2,12}(?:-[a-z]{2,8}){0,2}")
_MOST_IN_ONE = 480  # letters of a question that X takes


def searches(topic: Topic, sources: Iterable[str]) -> tuple[Search, ...]:
    """The addresses for a topic: X, Bluesky, the Mastodon servers among these sources, and its Wikipedia articles."""
    servers = [name.partition(":")[2] for name in sources if name.startswith("mastodon:")]
    return (*_x(topic.terms), *_bluesky(topic.terms), *_mastodon(topic.terms, servers), *_wikipedia(topic.terms))


def _x(terms: Iterable[Term]) -> Iterator[Search]:
    """One question for as many terms as X takes."""
    question = ""
    for term in terms:
        word = _word(term)
        longer = f"{question} OR {word}" if question else word
        if word and len(longer) <= _MOST_IN_ONE:
            question = longer
    if question:
        yield Search("x", "", f"https://x.com/search?{urlencode({'q': question, 'f': 'live'}, quote_via=quote)}")


def _word(term: Term) -> str:
    """A term as X's search reads it; it knows no articles.

    >>> _word(Term(TermKind.PHRASE, "Lanterns for Lumen"))
    '"Lanterns for Lumen"'
    """
    if term.kind is TermKind.TAG:
        return f"#{term.text}"
    if term.kind is TermKind.MENTION:
        return f"@{term.text}" if re.fullmatch(r"\w{1,15}", term.text) else ""
    bare = term.text.replace('"', "")
    return {TermKind.PHRASE: f'"{bare}"', TermKind.LINK: f'url:"{bare}"'}.get(term.kind, "")


def _bluesky(terms: Iterable[Term]) -> Iterator[Search]:
    for term in terms:
        if term.kind is TermKind.TAG:
            yield Search("bluesky", f"#{term.text}", f"https://bsky.app/hashtag/{quote(term.text, safe='')}")
        elif term.kind is TermKind.PHRASE:
            asked = urlencode({"q": '"{}"'.format(term.text.replace('"', ""))}, quote_via=quote)
            yield Search("bluesky", term.text, f"https://bsky.app/search?{asked}")


def _mastodon(terms: Iterable[Term], servers: Iterable[str]) -> Iterator[Search]:
    tags = [term.text for term in terms if term.kind is TermKind.TAG]
    for server in servers:
        if _HOST.fullmatch(server):
            address = f"https://{server}/tags/"
            yield from (Search(f"mastodon:{server}", f"#{tag}", f"{address}{quote(tag, safe='')}") for tag in tags)


def _wikipedia(terms: Iterable[Term]) -> Iterator[Search]:
    for term in terms:
        edition = term.language or ""
        if term.kind is TermKind.ARTICLE and _EDITION.fullmatch(edition):
            title = quote(term.text.replace(" ", "_"), safe="")
            yield Search(f"wikipedia:{edition}", term.text, f"https://{edition}.wikipedia.org/wiki/{title}")

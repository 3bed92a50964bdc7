"""Which topics a post belongs to: by hashtag, mention, phrase or link, each compared in its own way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from ..errors import ConfigError
from ..model import Post, Term, TermKind, Topic
from .address import address
from .entities import hashtags, links, mentions
from .fold import fold, fold_running
from .phrases import Phrases
from .sharing import described

_PATH_ENDS = "/?&#"
_HANDLE_HOSTS = (".bsky.social",)
_tag_key = lru_cache(maxsize=4096)(fold)  # a campaign's posts share few tags


class Matcher:
    """Finds the topics of a post; built once from the campaign's topics.

    What the platform says the post carries (tags, mentions, links) counts; where it says nothing,
    the text is read. A tag is not the word: tag terms see hashtags only. A mention term `name` is
    that handle on whichever platform the post stands; `name@host` and `name.example.org` are other
    handles and match when written in full. A link term covers its host's subdomains and, with a
    path, what lies under it. Article terms match no post. Raises ConfigError for a term that has
    nothing left to compare.
    """

    def __init__(self, topics: Sequence[Topic]) -> None:
        self._rank = {topic.key: rank for rank, topic in enumerate(topics)}
        self._tags = _index(topics, TermKind.TAG, fold)
        self._handles = _index(topics, TermKind.MENTION, _handle)
        self._phrases = Phrases(_index(topics, TermKind.PHRASE, _phrase))
        self._places = _places(_index(topics, TermKind.LINK, _place))
        self._own = {topic.key: frozenset(_terms(topic, TermKind.TAG, fold)) for topic in topics}
        self._described = described(topics)

    def topics(self, post: Post) -> tuple[str, ...]:
        """Return the keys of the topics any of whose terms the post carries, each once, in config order."""
        return self.read(post)[0]

    def read(self, post: Post) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the post's topics and, if there are any, its hashtags, folded, each once."""
        tags = _tags(post) if self._tags else None
        found = self._phrases.topics(post.text)
        for tag in tags or ():
            found |= self._tags.get(tag, frozenset())
        if self._handles:
            found |= self._mentioned(post)
        if self._places:
            found |= self._linked(post)
        if not found:
            return (), ()
        topics = tuple(found) if len(found) == 1 else tuple(sorted(found, key=self._rank.__getitem__))
        return topics, _tags(post) if tags is None else tags

    def describes(self, topic: str) -> bool:
        """Whether the posts of a topic go into breakdowns: not where it looks for what an earlier topic looks for."""
        return topic in self._described

    def cotags(self, topic: str, tags: Sequence[str]) -> tuple[str, ...]:
        """Return the folded tags that are not the topic's own."""
        own = self._own[topic]
        return tuple(tag for tag in tags if tag not in own)

    def _mentioned(self, post: Post) -> set[str]:
        if post.mentions is not None:
            return {topic for handle in post.mentions for topic in self._handles.get(_handle(handle), ())}
        found: set[str] = set()
        for handle in map(_handle, mentions(post.text)):
            found |= self._handles.get(handle) or self._handles.get(_before_dot(handle), frozenset())
        return found

    def _linked(self, post: Post) -> set[str]:
        found: set[str] = set()
        for link in links(post.text) if post.links is None else post.links:
            host, rest = address(link)
            for parent in _parents(host):
                for path, topics in self._places.get(parent, ()):
                    if rest.startswith(path) and (rest == path or rest[len(path)] in _PATH_ENDS):
                        found |= topics
        return found


def _before_dot(handle: str) -> str:
    """The name in "@name.they": mostly a sentence without its space; a handle under a known host stays whole."""
    return handle if "@" in handle or handle.endswith(_HANDLE_HOSTS) else handle.partition(".")[0]


def _tags(post: Post) -> tuple[str, ...]:
    """The post's hashtags, folded, each once; those in the text where the platform lists none."""
    tags = hashtags(post.text) if post.tags is None else post.tags
    return tuple(dict.fromkeys(map(_tag_key, tags))) if tags else ()


def _handle(text: str) -> str:
    return fold(text.strip().lstrip("@＠"))


def _phrase(text: str) -> str:
    """The folded phrase, with one * at its end if it is a prefix; empty if only the * is left."""
    running = fold_running(text)
    stem = running.rstrip("*").rstrip()
    return stem + "*" if stem and running.endswith("*") else stem


def _place(text: str) -> str:
    """A host and a path with a space between; empty if it is no web address."""
    host, rest = address(text)
    return f"{host} {rest.rstrip('/')}" if host else ""


def _parents(host: str) -> list[str]:
    """The host and every domain it lies under."""
    labels = host.split(".")
    return [".".join(labels[first:]) for first in range(len(labels) - 1)]


def _terms(topic: Topic, kind: TermKind, key: Callable[[str], str]) -> list[str]:
    return [_checked(topic, term, key) for term in topic.terms if term.kind is kind]


def _checked(topic: Topic, term: Term, key: Callable[[str], str]) -> str:
    folded = key(term.text.strip())
    if not folded:
        raise ConfigError(
            f"topic {topic.key}: the {term.kind.value} term {term.text!r} has nothing to look for; "
            "write it in full or take it out"
        )
    return folded


def _index(topics: Sequence[Topic], kind: TermKind, key: Callable[[str], str]) -> dict[str, frozenset[str]]:
    """The topics of each folded term of a kind."""
    found: dict[str, set[str]] = {}
    for topic in topics:
        for folded in _terms(topic, kind, key):
            found.setdefault(folded, set()).add(topic.key)
    return {folded: frozenset(keys) for folded, keys in found.items()}


def _places(index: dict[str, frozenset[str]]) -> dict[str, list[tuple[str, frozenset[str]]]]:
    """The paths looked for on each host, with their topics; the path is empty for a whole host."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for place, topics in index.items():
        host, _, path = place.partition(" ")
        found.setdefault(host, []).append((path, topics))
    return found

"""Under which names a post stands in the breakdowns."""

from __future__ import annotations

from ..model import Post
from .address import domain
from .entities import links
from .language import UNKNOWN, detect_language, given
from .tone import UNSCORED, tone

_LONGEST_NAME = 140  # characters; what is longer is no tag anybody shares


class Names:
    """Names posts of one page; the texts it remembers, to read a repost only once, end with it.

    The language is the one detected in the text: what platforms send is often the author's setting.
    It is asked for only where nothing is detected. Tone is scored where English was detected; a
    platform's word is not enough, as VADER calls every other language neutral.
    """

    def __init__(self, *, language: bool, tone: bool) -> None:
        self._language, self._tone = language, tone
        self._voices: dict[str, tuple[str, str]] = {}

    def of(self, post: Post, cotags: tuple[str, ...]) -> list[tuple[str, str]]:
        """Return the post's (dimension, name) pairs, each once; domains leave shorteners out."""
        found = [("kind", post.kind.value)]
        if self._language or self._tone:
            found += self._spoken(post)
        for tag in cotags:
            if tag and len(tag) <= _LONGEST_NAME and tag.isprintable():
                found.append(("cotag", tag))
        places = links(post.text) if post.links is None else post.links
        if places:
            found += [("domain", host) for host in dict.fromkeys(map(domain, places)) if host]
        return found

    def _spoken(self, post: Post) -> list[tuple[str, str]]:
        voice = self._voices.get(post.text)
        if voice is None:
            voice = self._voices[post.text] = self._hear(post.text)
        language, mood = voice
        found = []
        if self._language:
            found.append(("language", given(post.language) if language == UNKNOWN else language))
        if self._tone:
            found.append(("tone", mood))
        return found

    def _hear(self, text: str) -> tuple[str, str]:
        """The detected language and the tone of a text."""
        language = detect_language(text)
        return language, tone(text) if self._tone and language == "en" else UNSCORED

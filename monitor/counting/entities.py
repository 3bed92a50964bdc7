"""Hashtags, handles and links in running text, for platforms and archives that do not list them.

Hashtags follow X's published rules: a tag has a letter, may hold digits, marks and joiners of any
script, does not start inside a word or a link, and ends before another # or "://". A handle is read
as its platform writes it: `name` (X), `name.example.org` (Bluesky), `name@host` (Mastodon).
"""

from __future__ import annotations

import re

import regex

# Scripts written without spaces: a neighbouring letter does not say that a word goes on.
UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
# What may stand in a tag besides letters, marks and digits: joiners and the word-inner signs of
# Hebrew, Tibetan, Japanese and Catalan.
_INNER = "_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7"
_HASHTAG = regex.compile(
    rf"(?V1)#(?<![[\p{{L}}\p{{M}}\p{{Nd}}{_INNER}&]--[\ufe0e\ufe0f]].)(?![\ufe0f\u20e3])"
    rf"([\p{{Nd}}{_INNER}]*+[\p{{L}}[\p{{M}}--[\ufe0e\ufe0f\u20e3]]][\p{{L}}\p{{M}}\p{{Nd}}{_INNER}]*+)(?!#|://)"
)
# Before a handle no letter may stand (an e-mail address) but of scripts without spaces, nor a sign that glues.
_HANDLE = regex.compile(
    rf"(?V1)(?<![[\p{{L}}--{UNSPACED}]\p{{Nd}}_!#$%&*@＠])[@＠]"
    r"((?:\w+(?:[.-]\w+){0,8}@[\w-]+(?:\.[\w-]+){1,8}"  # user@host
    r"|[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+){0,8}\.[a-z]{2,}+"  # name.example.org; lower case, else a sentence began
    r"|[A-Za-z0-9_]++))(?![\p{Latin}0-9_])"
)
_REST = r"[^\s<>\"“”«»]"
_HOST = r"(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.){1,8}"  # bounded, as hostile texts have any length
# The lookbehind stands after the first letter, which lets the engine skip to it: ten times the speed.
_SCHEME_LINK = rf"[hH](?<![A-Za-z0-9@＠#$_].)[tT][tT][pP][sS]?://{_REST}+"
_FULL_LINK = re.compile(_SCHEME_LINK)
_LINK = regex.compile(
    rf"{_SCHEME_LINK}|(?<![\w@＠#$./-])(?:www\.{_REST}+"
    rf"|{_HOST}(?:[a-z]{{2,}}|рф)/{_REST}*"
    rf"|{_HOST}(?:com|edu|gov|info|int|net|ngo|org|рф)(?![\w@-]|\.\w))",
    regex.IGNORECASE,
)
_DOT_INSIDE = re.compile(r"\.[^\W\d_]")


def hashtags(text: str) -> tuple[str, ...]:
    """Return the hashtags of a text in order, as written, without their sign.

    >>> hashtags("＃Чечня and #2024 at example.org/#top, not a#b: #save_us!")
    ('Чечня', 'save_us')
    """
    if "＃" in text:
        text = text.replace("＃", "#")
    if "#" not in text:
        return ()
    return tuple(_HASHTAG.findall(without_links(text)))  # a # in a link is a place on a page


def mentions(text: str) -> tuple[str, ...]:
    """Return the handles a text mentions in order, as written, without their sign.

    >>> mentions(".@EndSARS's friends, a@endsars.org, @endsars@mastodon.example")
    ('EndSARS', 'endsars@mastodon.example')
    """
    if "@" not in text and "＠" not in text:
        return ()
    return tuple(_HANDLE.findall(without_links(text)))  # example.org/@name is a link


def links(text: str) -> tuple[str, ...]:
    """Return the links of a text in order; without http they count if they have a path or end in .org and such.

    >>> links("See https://example.org/a, (www.example.org) or example.net. And so.On")
    ('https://example.org/a', 'www.example.org', 'example.net')
    """
    full = "://" in text
    if _DOT_INSIDE.search(_FULL_LINK.sub(" ", text) if full else text):
        return tuple(map(_without_stop, _LINK.findall(text)))
    return tuple(map(_without_stop, _FULL_LINK.findall(text))) if full else ()


def without_links(text: str) -> str:
    """Return the text with a space in place of each link."""
    if "://" in text:
        text = _FULL_LINK.sub(" ", text)
    if not _DOT_INSIDE.search(text):  # most posts: nothing looks like a host
        return text
    found: str = _LINK.sub(" ", text)
    return found


def without_handles(text: str) -> str:
    """Return the text with a space in place of each mentioned handle."""
    if "@" not in text and "＠" not in text:
        return text
    found: str = _HANDLE.sub(" ", text)
    return found


def _without_stop(link: str) -> str:
    """Leave out what closes the sentence; a bracket stays where the link itself opened it."""
    link = link.rstrip(".,;:!?'’…*")
    if link.endswith(")") and "(" not in link:
        return link.rstrip(").,;:!?'’…*")
    return link.rstrip("]}")

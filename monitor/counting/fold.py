"""Keys for comparing: two spellings that a reader takes for the same have the same key."""

from __future__ import annotations

import re
from unicodedata import normalize

# Zero-width and soft-hyphen characters: invisible, so they never make a difference between two keys.
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufe0f\ufeff]")


def fold(text: str) -> str:
    """Return the key of a hashtag, handle or name: without leading #, case, width or invisible characters.

    >>> fold("#ＳＴＯＰ\u200b") == fold("stop")
    True
    """
    if text.isascii():
        return text.lstrip("#").lower()
    return _folded(_visible(text).lstrip("#"))


def fold_running(text: str) -> str:
    r"""Return running text for comparing phrases: folded, each stretch of white space one space, ’ as '.

    >>> fold_running("Women’s\n  MARCH")
    "women's march"
    """
    running = text.lower() if text.isascii() else _folded(_visible(text).replace("’", "'"))
    # Tabs, line ends and odd spaces are not printable: most posts need no splitting.
    if running.isprintable() and "  " not in running:
        return running.strip()
    return " ".join(running.split())


def _folded(text: str) -> str:
    """Fold case; ß becomes ss, so the length may change."""
    return normalize("NFC", text.casefold())


def _visible(text: str) -> str:
    """One form of each character (NFKC), without the invisible ones."""
    plain = normalize("NFKC", text)
    if plain.isprintable() and "\ufe0f" not in plain:  # the others are not printable
        return plain
    return _INVISIBLE.sub("", plain)

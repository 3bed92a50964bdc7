"""Text for the places where Streamlit reads Markdown: headings, and the labels of what can be pressed."""

from __future__ import annotations

import re

from ..words.cleaning import one_line

_JOINER = "\u2060"  # unseen: addresses and names of emoji are looked for in what is left after escaping
_LINKED = re.compile(r"[:@]|www", re.IGNORECASE)
_MARKS = re.compile(r"([!-/:-@\[-`{-~])")


def literal(text: str) -> str:
    r"""What somebody wrote, as one line in which nothing is read as Markdown: no picture is loaded, no link is made.

    >>> print(literal("![x](//evil.example) a_b"))
    \!\[x\]\(\/\/evil\.example\) a\_b
    """
    return _LINKED.sub(rf"\g<0>{_JOINER}", _MARKS.sub(r"\\\1", one_line(text)))

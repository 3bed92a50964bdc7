"""What people wrote, made harmless: no mark of theirs can break, hide or turn what stands beside it."""

from __future__ import annotations

import unicodedata

_LONGEST = 200
_JOINERS = "\u200c\u200d"  # Persian and emoji need them; every other invisible mark can hide or reorder text
_BREAKS = frozenset({"Cc", "Zl", "Zp"})
_INVISIBLE = frozenset({"Cf", "Cs"})


def plain(text: str) -> str:
    r"""Text without control, direction or invisible marks, so that it cannot reorder what stands beside it.

    >>> plain("Amina\x1b[2J\u202e")
    'Amina [2J'
    """
    kept = (" " if unicodedata.category(one) in _BREAKS else one for one in text)
    return "".join(one for one in kept if one in _JOINERS or unicodedata.category(one) not in _INVISIBLE).strip()


def plain_lines(text: str) -> str:
    r"""The same of a text of several lines, which stay lines.

    >>> plain_lines("At six.\r\nBring\ta \x1b[31mlamp.\n")
    'At six.\nBring a  [31mlamp.'
    """
    return "\n".join(plain(line) for line in text.splitlines())


def one_line(text: str) -> str:
    r"""The same as one line, 200 characters at most.

    >>> one_line("Amina\r\nBEGIN:VALARM\x00")
    'Amina BEGIN:VALARM'
    """
    line = " ".join(plain(text).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"

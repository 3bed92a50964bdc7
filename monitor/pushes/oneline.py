"""What people wrote, as one harmless line."""

from __future__ import annotations

import unicodedata

_LONGEST = 200
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def one_line(text: str) -> str:
    r"""A text without line breaks, control characters and marks that turn its direction, 200 characters at most.

    >>> one_line("Amina\r\nBEGIN:VALARM\x00")
    'Amina BEGIN:VALARM'
    """
    line = " ".join("".join(" " if _is_harmful(one) else one for one in text).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"


def _is_harmful(one: str) -> bool:
    return one in _TURNING or unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp")

"""Tables as plain HTML: read aloud with their headers, held by the keyboard, and every cell escaped.

Streamlit's own tables read Markdown in cells, where a name out of a post could load a picture, or draw on a canvas,
which nobody can hear.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from ..words.cleaning import plain


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Show a table; its first column names the rows, and the others are numbers or short words."""
    st.html(html(caption, columns, rows))


def html(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The table as HTML in which nothing but the table is markup; columns of numbers are set to the right.

    >>> html("Days", ["day", "posts"], [["1 May", "<b>3</b>"]])[-78:]
    '<tr><th scope="row">1 May</th><td>&lt;b&gt;3&lt;/b&gt;</td></tr></table></div>'
    """
    shown = [list(row) for row in rows]
    kinds = [' class="number"' if _numbers(column) else "" for column in zip(*shown, strict=True)]
    kinds = kinds or [""] * len(columns)
    head = "".join(f'<th scope="col"{kind}>{_cell(one)}</th>' for one, kind in zip(columns, kinds, strict=True))
    body = "".join(_row(row, kinds) for row in shown)
    title = _cell(caption)
    return (
        f'<div class="table" role="region" aria-label="{title}" tabindex="0">'
        f"<table><caption>{title}</caption><tr>{head}</tr>{body}</table></div>"
    )


def _row(row: Sequence[str], kinds: Sequence[str]) -> str:
    first, *others = row
    cells = "".join(f"<td{kind}>{_cell(one)}</td>" for one, kind in zip(others, kinds[1:], strict=True))
    return f'<tr><th scope="row"{kinds[0]}>{_cell(first)}</th>{cells}</tr>'


def _numbers(column: Iterable[str]) -> bool:
    """Whether a column holds numbers: no cell with a letter in it, and at least one with a digit.

    >>> _numbers(["1,200", "—", "3 (2–5)"]), _numbers(["1 May", "2"]), _numbers(["", "—"])
    (True, False, False)
    """
    text = "".join(column)
    return any(one.isdigit() for one in text) and not any(one.isalpha() for one in text)


def _cell(text: str) -> str:
    return escape(plain(text))

"""A fault on purpose: what people wrote is read as markup, and the proof that hostile texts do nothing must notice."""

from __future__ import annotations

from functools import cache

import streamlit as st

from monitor.ui import tables
from monitor.words.cleaning import plain


@cache
def unescape() -> None:
    """Let tables take texts for markup, and show every text a second time as Markdown, in this whole process."""
    shown = st.text

    def twice(body: object, **options: object) -> None:
        shown(body, **options)  # type: ignore[arg-type]
        st.markdown(str(body))  # what Streamlit calls safe: it loads pictures from anywhere

    tables._cell = plain
    st.text = twice  # type: ignore[assignment]

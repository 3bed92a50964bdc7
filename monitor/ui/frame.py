"""What every page begins with: its style, and whether the campaign is invented."""

from __future__ import annotations

import streamlit as st

from .palette import STYLE

INVENTED = "Invented campaign: every post, person and number here is made up."


def begin(*, invented: bool) -> None:
    """Begin a page; an invented campaign says so wherever the reader scrolls."""
    st.html(STYLE)
    if invented:
        with st.container(key="invented"):
            st.warning(INVENTED, icon=":material/science:")

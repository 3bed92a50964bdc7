"""What is folded away until somebody opens it, and made only then."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st


def folded(key: str, label: str, show: Callable[[], None]) -> None:
    """Something long that is made only while it is open; what was opened stays so when its label changes."""
    if key in st.session_state:
        st.session_state[key] = st.session_state[key]  # Streamlit takes another label for another thing, a closed one
    box = st.expander(label, key=key, on_change="rerun")
    if box.open:
        with box:
            show()

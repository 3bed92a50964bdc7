"""Staff's own notes on the page History: a form to write one, and a way to delete those in sight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from ..shown.history import HistoryPage, Mark, MarkKind, NewNote
from . import refusals
from .viewer import Viewer

_KEPT = "history-notes-kept"  # in the session: how many were written, so that the form begins anew after each
_FORM = "history-notes"


def notes(page: HistoryPage, topic: str, marks: Sequence[Mark], viewer: Viewer) -> None:
    """Show the form, which keeps what was typed until it is stored, and a button for each note that is seen."""
    with st.expander(viewer.say("history.note"), key="history-note"):
        st.text(viewer.say("history.note.warning"))
        _form(page, topic, viewer)
        refusals.answer(_FORM, viewer)
        for mark in marks:
            if mark.kind is MarkKind.NOTE:
                _drop(page, mark.number, viewer)


def _form(page: HistoryPage, topic: str, viewer: Viewer) -> None:
    number, zone = st.session_state.get(_KEPT, 0), ZoneInfo(viewer.timezone)
    now = page.frame.at.astimezone(zone)
    key = f"history-note-{number}"
    with st.form(key, border=False, enter_to_submit=False):
        with st.container(horizontal=True):
            day = st.date_input(
                viewer.say("history.note.day"), now.date(), key=f"{key}-day", format=viewer.day_format, width=160
            )
            at = st.time_input(
                viewer.say("history.note.time", zone=viewer.timezone), now.time(), key=f"{key}-time", width=160
            )
        text = st.text_input(viewer.say("history.note.text"), key=f"{key}-text")
        by = st.text_input(viewer.say("history.note.by"), viewer.name, key=f"{key}-by")
        for_all = st.checkbox(viewer.say("history.note.all"), key=f"{key}-all")
        if not st.form_submit_button(viewer.say("history.note.keep"), key=f"{key}-keep"):
            return
        moment = datetime.combine(day, at, zone).astimezone(UTC)
        refused = page.write(NewNote(moment, text, by, None if for_all else topic))
    refusals.keep(_FORM, refused)
    st.session_state[_KEPT] = number if refused else number + 1
    st.rerun()


def _drop(page: HistoryPage, number: int, viewer: Viewer) -> None:
    if st.button(viewer.say("history.note.drop", number=number), key=f"history-drop-{number}"):
        refusals.keep(_FORM, page.drop(number))
        st.rerun()

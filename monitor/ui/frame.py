"""What every page begins with: its style, who looks at it, and whether the campaign is invented."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from functools import partial
from typing import TypeVar
from zoneinfo import available_timezones

import streamlit as st

from ..shown.frame import Frame
from ..words import LANGUAGES, spoken
from ..words.cleaning import plain
from ..words.frame import note_in
from . import refusals
from .palette import STYLE
from .viewer import Viewer

_Read = TypeVar("_Read")
_LANGUAGE = "lang"  # in the address of the page
_ZONES = frozenset(available_timezones())
_NO_STORE = "there is no store yet"  # what the list of ways to begin answers
_QUOTED = re.compile(r"`([^`\n]*)`")
_NAMES = {"en": "EN", "ru": "РУ"}
_SPOKEN = """
export default function ({ data }) { document.documentElement.lang = data }
"""


_WAYS = (
    ("begin.demo", "make demo"),
    ("begin.archive", "monitor import FILE"),
    ("begin.collect", "monitor run"),
)


def style() -> None:
    """The whole width, sizes and spacing, once a page."""
    st.set_page_config(page_title="Monitor", layout="wide")
    st.html(STYLE)


def language(languages: tuple[str, ...]) -> str:
    """The language the viewer chose, which the address carries; before, the first of the campaign's that is spoken."""
    chosen = st.session_state.get(_LANGUAGE) or st.query_params.get(_LANGUAGE)
    return chosen if chosen in LANGUAGES else spoken(languages)


def timezone(default: str) -> str:
    """The viewer's own time zone as the browser tells it, else the campaign's."""
    zone = st.context.timezone
    return zone if zone in _ZONES else default


def switch(viewer: Viewer) -> None:
    """The choice of language, kept in the address of the page, and the page's own for those who hear it."""
    st.session_state[_LANGUAGE] = st.query_params[_LANGUAGE] = viewer.language
    with st.container(key="language"):
        st.segmented_control(
            viewer.say("frame.language"),
            LANGUAGES,
            format_func=_NAMES.__getitem__,
            key=_LANGUAGE,
            required=True,
            label_visibility="collapsed",
        )
    _tell_language(viewer.language)


def _tell_language(code: str) -> None:
    tell = st.components.v2.component("language", js=_SPOKEN)
    tell(data=code, key="spoken", height=1)


def navigation(show: Callable[[str], None], names: Sequence[str], viewer: Viewer) -> None:
    """The pages in the line at the top, and the one that is asked for; the first is the one that opens."""
    pages = [
        st.Page(partial(show, name), title=viewer.say(f"tab.{name}"), url_path=name, default=not number)
        for number, name in enumerate(names)
    ]
    chosen = st.navigation(pages, position="top")
    switch(viewer)
    chosen.run()


def begin(frame: Frame, name: str, viewer: Viewer) -> None:
    """Begin the page of that name with its title; an invented campaign says so wherever the reader scrolls."""
    if frame.invented:
        with st.container(key="invented"):
            st.warning(viewer.say("frame.invented"), icon=":material/science:")
    with st.container(gap=None, key="alias-campaign"):
        st.text(plain(frame.alias))
    st.title(viewer.say(f"tab.{name}"), anchor=False)
    told = [note_in(plain(frame.note), viewer.language)] if frame.note else []
    if not viewer.may_edit:
        told.append(viewer.say("frame.looking"))
    if told:
        st.text("\n".join(told))


def reading(viewer: Viewer, read: Callable[[], _Read], *, first: bool) -> _Read:
    """Read the numbers, and say so where it is the first time and may take long; after that nothing blinks."""
    with st.spinner(viewer.say("frame.reading")) if first else nullcontext():
        return read()


def trouble(sentence: str, viewer: Viewer) -> None:
    """Show an error that a user can act on, and the ways to begin."""
    st.title(viewer.say("trouble.title"), anchor=False)
    said = refusals.config_error(sentence, viewer)
    st.text(viewer.say("trouble.no_store") if sentence.startswith(_NO_STORE) else _told(said))
    st.header(viewer.say("begin.title"), anchor=False)
    ways_to_begin(viewer)


def _told(trouble: str) -> str:
    """An error as a sentence without the marks of a terminal.

    >>> _told("the store is newer: update with `make setup`")
    'The store is newer: update with “make setup”'
    """
    said = _QUOTED.sub(r"“\1”", plain(trouble))
    return said[:1].upper() + said[1:]


def look_again(seconds: float) -> None:
    """Begin the whole page again after a while: what stood against it may be mended by then."""
    looked: list[bool] = []

    def look() -> None:
        if looked:
            st.rerun()
        looked.append(True)

    st.fragment(look, run_every=seconds)()


def ways_to_begin(viewer: Viewer, *, followed: bool = False) -> None:
    """The three ways to begin, each with its command; where sources are `followed` already, that and the other two."""
    if followed:
        st.text(viewer.say("begin.running"))
    st.text(viewer.say("begin.besides" if followed else "begin.choose"))
    for key, command in _WAYS[: 2 if followed else 3]:
        st.text(viewer.say(key))
        st.code(command, language=None, wrap_lines=True)


def anybody() -> Viewer:
    """A viewer of whom nothing is known, where not even the campaign's file can be read."""
    return Viewer(language(()), timezone("UTC"), may_edit=False)

"""The page Reports: the week's letter, a finding as a picture, the numbers as a table, a page for the public."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

import streamlit as st

from ..shown.reports import DAYS, SHAPES, Numbers, Picture, Public, ReportsPage
from ..words import LANGUAGES, say
from ..words.cleaning import plain, plain_lines
from .viewer import Viewer

_ALL = ""  # of the topics
_EVER = 0  # of the days
_BOTH = "both"
_USUAL_DAYS = 30
_PICTURE_WIDTH = 560
_LEFT_OUT = ("terms", "owners", "plans", "warnings", "errors")
_T = TypeVar("_T", bound=str)


def render(page: ReportsPage, viewer: Viewer) -> None:
    """Show the page; before the first number there is nothing to report."""
    if not page.known:
        st.text(viewer.say("reports.nothing"))
        return
    st.text(viewer.say("reports.zone", zone=page.timezone))
    with st.container(border=True, key="reports-letter"):
        _letter(page, viewer)
    with st.container(border=True, key="reports-picture"):
        _picture(page, viewer)
    with st.container(border=True, key="reports-public"):
        _public(page, viewer)
    with st.container(border=True, key="reports-numbers"):
        _numbers(page, viewer)


def _letter(page: ReportsPage, viewer: Viewer) -> None:
    """The letter of the week as it would be sent now."""
    st.header(viewer.say("reports.letter"), anchor=False)
    st.text(_sent(page, viewer))
    letter = page.letter(viewer.language)
    with st.container(key="alias-reports-subject"):
        st.text(viewer.say("reports.letter.subject", subject=plain(letter.subject)))
    with st.container(key="facts-reports"):  # the first line of each part is its heading
        for part in letter.text.strip().split("\n\n"):
            st.text(plain_lines(part), width="stretch")  # else as wide as its small first line has it
    written = f"{letter.subject}\n\n{letter.text}".encode
    _save(viewer.say("reports.letter.save"), written, f"{page.stems[_ALL]}.txt", "text/plain")


def _sent(page: ReportsPage, viewer: Viewer) -> str:
    """When the letter goes out by itself, or that it does not."""
    if page.digest is None:
        return viewer.say("reports.letter.unsent")
    weekday, at = page.digest
    return viewer.say(
        "reports.letter.sent", weekday=say("weekdays", viewer.language).split()[weekday], time=f"{at:%H:%M}"
    )


def _picture(page: ReportsPage, viewer: Viewer) -> None:
    """What is drawn is chosen, saved, and looked at where that is wanted."""
    st.header(viewer.say("reports.picture"), anchor=False)
    if not page.drawn:
        st.text(viewer.say("reports.picture.none"))
        return
    st.text(viewer.say("reports.picture.why"))
    topic = _topic("picture", page.drawn, viewer)
    with st.container(horizontal=True):
        days = _days("picture", DAYS, viewer)
        shape = _one_of("shape", SHAPES, viewer)
        language = _one_of("language", LANGUAGES, viewer, part="picture")
    asked = Picture(topic, language, days, shape)
    _save_picture(page, asked, viewer)
    if st.toggle(viewer.say("reports.look"), key="reports-look", persist_state="session"):
        words = page.words(asked)
        st.image(page.picture(asked), alt=" ".join(words[:4]), width=_PICTURE_WIDTH)
        for line in words:
            st.text(plain(line))


def _save_picture(page: ReportsPage, asked: Picture, viewer: Viewer) -> None:
    name = f"{page.stems[asked.topic]}-{asked.language}"
    label = viewer.say("reports.picture.save", kind="PNG")
    _save(label, partial(page.picture, asked), f"{name}.png", "image/png")
    label = viewer.say("reports.print.save", kind="PDF")
    _save(label, partial(page.picture, replace(asked, kind="pdf")), f"{name}.pdf", "application/pdf")


def _public(page: ReportsPage, viewer: Viewer) -> None:
    """What the page for the public holds and leaves out is said before it can be saved."""
    st.header(viewer.say("reports.public"), anchor=False)
    st.text(viewer.say("reports.public.why"))
    st.text(viewer.say("reports.public.holds"))
    left_out = [f"– {viewer.say(f'reports.public.leaves.{what}')}" for what in _LEFT_OUT]
    st.text("\n".join([viewer.say("reports.public.leaves"), *left_out]))
    topics = st.multiselect(
        viewer.say("reports.public.topics"),
        list(page.known),
        format_func=_called(page.known),
        key="reports-public-topics",
        placeholder=viewer.say("reports.topic"),
        select_all=False,
        persist_state="session",
    )
    with st.container(horizontal=True):
        days = _days("public", DAYS, viewer)
        language = _one_of("language", (*LANGUAGES, _BOTH), viewer, part="public")
    pushes = st.checkbox(viewer.say("reports.public.pushes"), key="reports-pushes", persist_state="session")
    if not topics:
        st.text(viewer.say("reports.public.choose"))
        return
    others = tuple(one for one in LANGUAGES if one != viewer.language)
    languages = (viewer.language, *others) if language == _BOTH else (language,)
    asked = Public(tuple(one for one in page.known if one in topics), languages, days, pushes)
    stem = page.stems[topics[0] if len(topics) == 1 else _ALL]
    label = viewer.say("reports.public.save", kind="HTML")
    _save(label, partial(page.public, asked), f"{stem}.html", "text/html")


def _numbers(page: ReportsPage, viewer: Viewer) -> None:
    """The numbers of one topic or all, of the last days or ever."""
    st.header(viewer.say("reports.numbers"), anchor=False)
    st.text(viewer.say("reports.numbers.why"))
    topic = _topic("numbers", {_ALL: viewer.say("reports.numbers.all"), **page.known}, viewer)
    asked = Numbers(topic, _days("numbers", (_EVER, *DAYS), viewer))
    label = viewer.say("reports.numbers.save", kind="CSV")
    _save(label, partial(page.numbers, asked), f"{page.stems[topic]}.csv", "text/csv")


def _topic(part: str, aliases: Mapping[str, str], viewer: Viewer) -> str:
    return st.selectbox(
        viewer.say("reports.topic"),
        list(aliases),
        format_func=_called(aliases),
        key=f"reports-{part}-topic",
        persist_state="session",
    )


def _called(aliases: Mapping[str, str]) -> Callable[[str], str]:
    return lambda key: plain(aliases[key])


def _days(part: str, among: Sequence[int], viewer: Viewer) -> int:
    return st.segmented_control(
        viewer.say("reports.days"),
        among,
        default=_EVER if _EVER in among else _USUAL_DAYS,
        required=True,
        format_func=lambda days: str(days) if days else viewer.say("reports.numbers.ever"),
        key=f"reports-{part}-days",
        persist_state="session",
    )


def _one_of(what: str, among: Sequence[_T], viewer: Viewer, *, part: str = "picture") -> _T:
    """One of a few choices, each with its own words; a language is the viewer's own until they choose another."""
    return st.segmented_control(
        viewer.say(f"reports.{what}"),
        among,
        default=next((one for one in among if one == viewer.language), among[0]),
        required=True,
        format_func=lambda one: viewer.say(f"reports.{what}.{one}"),
        key=f"reports-{part}-{what}-{viewer.language}",
        persist_state="session",
    )


def _save(label: str, make: Callable[[], bytes], name: str, mime: str) -> None:
    """A button that makes its file when it is pressed, and not before."""
    ending = name.rpartition(".")[2]
    st.download_button(label, make, name, mime, key=f"reports-save-{ending}", on_click="ignore")

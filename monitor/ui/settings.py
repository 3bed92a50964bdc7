"""The page Settings and safety: the sources, what is held, what is looked for, what the words mean, and the wipe."""

from __future__ import annotations

import json
from collections.abc import Iterator

import streamlit as st

from ..alerts.by_day import source_name
from ..alerts.wording import moment
from ..model import TermKind
from ..shown.settings import FollowedTopic, Guard, GuardedTerm, Search, SettingsPage, Wiping
from ..words import LANGUAGES
from ..words.cleaning import one_line, plain
from . import refusals
from . import settings_parts as parts
from .entrance import leave
from .markdown import literal
from .viewer import Viewer

_LIMITS = ("again", "blocks", "copies", "sent", "config")
_WIPED = "settings-wiped"  # in the session: what became of a wipe, None where the alias was mistyped
_UNASKED = Wiping()
_TYPED, _ANYWAY, _DO = "settings-wipe-typed", "settings-wipe-anyway", "settings-wipe-do"


def render(page: SettingsPage, viewer: Viewer) -> None:
    """Show the page; what is rarely needed, or should not be read over a shoulder, is folded away."""
    parts.style()
    if _wipe_asked(page, viewer):
        wiped(viewer)
        return
    st.text(viewer.say("frame.zone", zone=viewer.timezone))
    parts.sources(page, viewer)
    parts.held(page, viewer)
    _terms(page, viewer)
    _elsewhere(page, viewer)
    _names(page, viewer)
    parts.glossary(viewer)
    if viewer.name:
        st.header(viewer.say("entrance.who"), anchor=False)
        leave(viewer)
    _wipe(page, viewer)


def _terms(page: SettingsPage, viewer: Viewer) -> None:
    st.header(viewer.say("settings.terms"), anchor=False)
    st.text(viewer.say("settings.terms.only" if page.topics else "settings.terms.none"))
    if page.topics:
        with st.expander(viewer.say("settings.terms.show"), key="settings-terms"):
            for topic in page.topics:
                _topic(topic, viewer)
    st.text("\n".join(viewer.say(f"settings.terms.{key}") for key in ("guard", "change")))


def _topic(topic: FollowedTopic, viewer: Viewer) -> None:
    with st.container(gap=None, key=f"alias-terms-{topic.key}"):
        st.text(plain(topic.alias))
    parts.worded((parts.written(one.term), f"{_kind(one, viewer)}; {_why(one, viewer)}") for one in topic.terms)


def _kind(one: GuardedTerm, viewer: Viewer) -> str:
    if one.term.kind is TermKind.ARTICLE:
        return viewer.say("settings.kind.article", edition=one.term.language)
    return viewer.say(f"settings.kind.{one.term.kind}")


def _why(one: GuardedTerm, viewer: Viewer) -> str:
    if one.guard is not Guard.CONFIRMED or one.on is None:
        return viewer.say(f"settings.guard.{one.guard}")
    month = viewer.say("months").split()[one.on.month - 1]
    on = viewer.say("day.year", day=viewer.say("day", number=one.on.day, month=month), year=one.on.year)
    answered = viewer.say("settings.guard.confirmed", by=one.by, on=on, reason=one.reason)
    if one.risk is None:
        return answered
    return f"{viewer.say(f'settings.risk.{one.risk.kind}', seen=one.risk.seen)}; {answered}"


def _elsewhere(page: SettingsPage, viewer: Viewer) -> None:
    st.header(viewer.say("settings.elsewhere"), anchor=False)
    if not any(topic.searches for topic in page.topics):
        st.text(viewer.say("settings.elsewhere.none"))
        return
    st.text(viewer.say("settings.elsewhere.before"))
    with st.expander(viewer.say("settings.elsewhere.show"), key="settings-elsewhere"):
        for topic in page.topics:
            if topic.searches:
                _searches(topic, viewer)


def _searches(topic: FollowedTopic, viewer: Viewer) -> None:
    with st.container(gap=None, key=f"alias-elsewhere-{topic.key}"):
        st.text(plain(topic.alias))
    with st.container(horizontal=True, key=f"settings-elsewhere-{topic.key}"):
        for number, search in enumerate(topic.searches):
            st.link_button(_label(search, viewer), search.url, key=f"settings-search-{topic.key}-{number}")


def _label(search: Search, viewer: Viewer) -> str:
    r"""A button's label, in which nothing of a term is read as Markdown.

    >>> _label(Search("bluesky", "#a_b", "https://bsky.app/hashtag/a_b"), Viewer("en", "UTC"))
    'Bluesky\\:\u2060 \\#a\\_b'
    """
    name = source_name(search.platform, viewer.language)
    key = "settings.elsewhere.one" if search.what else "settings.elsewhere.all"
    said = viewer.say(key, platform=name, what=search.what) if search.what else viewer.say(key, platform=name)
    return literal(said)


def _names(page: SettingsPage, viewer: Viewer) -> None:
    st.header(viewer.say("settings.names"), anchor=False)
    st.text("\n".join(plain(line) for line in _name_lines(page, viewer)))
    with st.expander(viewer.say("settings.names.change"), key="settings-names"):
        st.text(viewer.say("settings.names.how"))
        st.code(_example(page), language=None, wrap_lines=True)


def _name_lines(page: SettingsPage, viewer: Viewer) -> Iterator[str]:
    spoken = (viewer.say(f"settings.language.{one}") if one in LANGUAGES else one for one in page.languages)
    yield viewer.say("settings.names.page", languages=", ".join(spoken))
    yield viewer.say("settings.names.alias", alias=page.frame.alias)
    for name, language in page.channels.items():
        yield viewer.say("settings.names.channel", channel=name, spoken=viewer.say(f"settings.language.{language}"))
    if not page.channels:
        yield viewer.say("settings.names.no_channel")


def _example(page: SettingsPage) -> str:
    """The lines of config.yaml that name things, as they stand now."""
    lines = ["campaign:", f"  alias: {_quoted(page.frame.alias)}", f"  languages: [{', '.join(page.languages)}]"]
    lines += ["topics:"] if page.topics else []
    for topic in page.topics:
        lines += [f"  {topic.key}:", f"    alias: {_quoted(topic.alias)}"]
    lines += ["warnings:", "  channels:"]
    lines += [f"    {name}: {{language: {language}}}" for name, language in (page.channels or {"team": "en"}).items()]
    return "\n".join(lines)


def _quoted(text: str) -> str:
    return json.dumps(one_line(text), ensure_ascii=False)


def _wipe(page: SettingsPage, viewer: Viewer) -> None:
    st.header(viewer.say("settings.wipe"), anchor=False)
    if not viewer.may_edit:
        st.text(viewer.say("settings.wipe.not_yours"))
        return
    with st.expander(viewer.say("settings.wipe.show"), key="settings-wipe"):
        for key in ("first", "what", "cannot"):
            st.text(viewer.say(f"settings.wipe.{key}"))
        st.text("\n".join(f"– {viewer.say(f'settings.limit.{name}')}" for name in _LIMITS))
        with st.form("settings-wipe-form", border=False, enter_to_submit=False):
            st.text_input(viewer.say("settings.wipe.type"), key=_TYPED, autocomplete="off")
            st.checkbox(viewer.say("settings.wipe.anyway"), key=_ANYWAY)
            st.form_submit_button(viewer.say("settings.wipe.do"), key=_DO)
        wiped(viewer)


def _wipe_asked(page: SettingsPage, viewer: Viewer) -> bool:
    """Wipe where that was just asked for, before anything is drawn; whether all is gone."""
    if not viewer.may_edit or not st.session_state.get(_DO):
        return False
    typed = str(st.session_state.get(_TYPED, ""))
    named = typed.strip() == page.frame.alias.strip()
    done = page.wipe(typed, bool(st.session_state.get(_ANYWAY))) if named else None
    st.session_state[_WIPED] = done
    return done is not None and done.at is not None


def is_wiped() -> bool:
    """Whether this session's reader wiped everything."""
    done: Wiping | None = st.session_state.get(_WIPED)
    return done is not None and done.at is not None


def wiped(viewer: Viewer) -> None:
    """Say what became of a wipe that was asked for, until another is; the page it was asked on may be gone by then."""
    done: Wiping | None = st.session_state.get(_WIPED, _UNASKED)
    if done is None:
        st.text(viewer.say("settings.wipe.mistyped"))
    elif done.refused:
        refusals.refuse(done.refused, viewer)
    elif done.at:
        when = moment(done.at, timezone=viewer.timezone, language=viewer.language)
        limits = (f"– {viewer.say(f'settings.limit.{name}')}" for name in done.limits)
        st.success(viewer.say("settings.wipe.done", when=when, zone=viewer.timezone))
        st.text("\n".join([viewer.say("settings.wipe.cannot"), *limits]))

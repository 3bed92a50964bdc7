"""Who opens the dashboard: let in, asked to sign in, or told why not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path

import streamlit as st

from .. import access
from ..access import Admission, Door, Entry, Team
from ..clock import wall_clock
from ..words.cleaning import plain
from . import frame
from .viewer import Viewer

_ADMITTED = "entrance-admitted"  # in the session: as what somebody was let in
_WRITTEN = "entrance-written"  # in the session: when the config that is shown was written
_PASSED_ON = ("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-Ip", "Forwarded", "Via")
_AGAIN = (Entry.SIGN_IN, Entry.OVER)
_PLACES: Mapping[str, str] = {
    "where": "docs/team.md",
    "section": "sign_in",
    "command": "monitor check",
    "run": "monitor run",
    "setting": "server.trustedUserHeaders",
}
_OTHERWISE = (Entry.STRANGER, Entry.UNVERIFIED)


def viewer(team: Team, languages: tuple[str, ...], timezone: str) -> Viewer:
    """Who looks at the dashboard; where they may not, the page says why and what to do, and ends.

    `languages` and `timezone` are the campaign's, for who has not chosen a language and has no zone of their own.
    """
    found = _admission(team)
    st.session_state[_ADMITTED] = found.entry, found.may_edit
    known = Viewer(frame.language(languages), frame.timezone(timezone), found.may_edit, plain(found.name))
    if not found.may_look:
        _refuse(found.entry, known)
        st.stop()
    return known


def stay(team: Team, written: Path) -> None:
    """Begin the whole page again where who looks may no longer do what it was opened for, or config.yaml was changed.

    So a session ends after eight hours, and somebody who was taken off the list is out, while the page is open.
    """
    found = _admission(team)
    before = st.session_state.setdefault(_WRITTEN, _written_at(written))
    st.session_state[_WRITTEN] = _written_at(written)
    if (found.entry, found.may_edit) != st.session_state.get(_ADMITTED) or before != st.session_state[_WRITTEN]:
        st.rerun()


def trouble(sentence: str, *, again_seconds: float) -> None:
    """Show an error where only this machine itself can be looking, to others it might tell a term; then look again."""
    door = _door()
    if door.is_local and not (door.providers or door.fault):
        frame.trouble(sentence, frame.anybody())
    else:
        _refuse("closed", frame.anybody())
    frame.look_again(again_seconds)


def leave(viewer: Viewer) -> None:
    """Say as whom somebody signed in, and let them sign out; nothing where nobody has to sign in."""
    if not viewer.name:
        return
    role = viewer.say("entrance.editor" if viewer.may_edit else "entrance.viewer")
    st.text(viewer.say("entrance.signed_in", name=plain(viewer.name), role=role))
    if st.button(viewer.say("entrance.sign_out"), key="entrance-leave"):
        st.logout()
        st.stop()  # whatever ran after it would begin the page anew, and drop the way to the provider unsent


def _refuse(why: str, viewer: Viewer) -> None:
    frame.switch(viewer)
    st.header(viewer.say("entrance.title" if why in _AGAIN else "entrance.no_entry"), anchor=False)
    st.text(viewer.say(f"entrance.{why}", count=None, **_PLACES))
    if why in _AGAIN:
        _ways_in(viewer)
    elif why in _OTHERWISE:
        st.button(viewer.say("entrance.sign_out"), key="entrance-other", on_click=st.logout)


def _ways_in(viewer: Viewer) -> None:
    """A button for each provider; a single one needs no name."""
    names = access.providers(_auth())
    for name in names:
        label = viewer.say("entrance.with", name=name.capitalize()) if len(names) > 1 and name.isalnum() else ""
        signing_in = partial(st.login, name) if name else st.login
        st.button(label or viewer.say("entrance.button"), key=f"entrance-{name}", type="primary", on_click=signing_in)


def _admission(team: Team) -> Admission:
    return access.admission(_door(), team, access.identity(st.user.to_dict()), now=wall_clock())


def _door() -> Door:
    headers, auth = st.context.headers, _auth()
    return Door(
        st.get_option("server.address"),
        access.host_of(headers.get("Host") or ""),
        any(headers.get(name) for name in _PASSED_ON),
        access.providers(auth),
        _fault(auth),
    )


def _fault(auth: Mapping[str, object]) -> Entry | None:
    """What is wrong with how the dashboard was started, or with how signing in is set up."""
    if access.overruled(_shipped(), st.get_option):
        return Entry.OVERRULED
    return access.fault(auth, modes=_modes(), headers=bool(st.get_option("server.trustedUserHeaders")))


@cache
def _shipped() -> Mapping[str, Mapping[str, object]]:
    """The settings of Streamlit that Monitor comes with, in a checkout or installed."""
    here = Path(__file__).resolve()
    places = (here.parents[number] / ".streamlit" / "config.toml" for number in (2, 1))
    return tomllib.loads(next(place for place in places if place.exists()).read_text(encoding="utf-8"))


def _auth() -> Mapping[str, object]:
    """The section `auth` of Streamlit's secrets, empty where there is none."""
    found = st.secrets.get("auth") if st.secrets.load_if_toml_exists() else None
    return found.to_dict() if found else {}


def _written_at(path: Path) -> int:
    """When a file was written, 0 where it is gone: then it is looked for again, and that is told."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _modes() -> Iterator[int]:
    """The rights of the files of secrets."""
    for name in st.get_option("secrets.files"):
        path = Path(name)
        yield from (one.stat().st_mode for one in (path, *path.rglob("*")) if one.is_file())

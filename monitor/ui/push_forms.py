"""The forms of the page Pushes: what staff can do with a push, and why it was not done.

What is typed stays until it is done: each field has a key of its own, which only changes when the deed has succeeded
or somebody asks to begin again. A refusal stands beside the button that was pressed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ..model import Check, Deed, Push, PushState, Request
from ..pushes.telling import Reader, check_line, span
from ..shown.pushes import PushesPage
from ..words.cleaning import one_line
from . import refusals
from .viewer import Viewer

_TOLD = "pushes-told"  # in the session: what was done just now, and how often it is still said
_SAID = 10  # refreshes
_ROUND = "pushes-round-{}"  # how often a form was begun anew: a part of its fields' keys
_NO_HINTS = "<style>[class*='st-key-write-'] [data-testid='InputInstructions'] { display: none }</style>"  # in English
_BEGUN = "pushes-begun-{}"  # the revision on which somebody began to write


@dataclass(frozen=True, slots=True)
class Staff:
    """Who acts on a page: what it shows, to whom, and the revision of each push that stands on their screen."""

    page: PushesPage
    viewer: Viewer
    shown: Mapping[int, int]

    @property
    def reader(self) -> Reader:
        """Whom sentences about pushes speak to; the page names the zone."""
        return Reader(self.viewer.timezone, self.page.frame.now, self.viewer.language, zoned=False)

    def say(self, key: str, push: Push | None = None, /, **values: object) -> str:
        """A text of this page; of a push it names the number, so that no two labels are alike."""
        number = push.number if push else 0
        return self.viewer.say(key, count=None, number=number, **values)

    def seen(self, push: Push) -> int:
        """The revision that staff were looking at when they pressed: the screen's, not the newest one."""
        return self.shown.get(push.number, push.sequence)

    def typed(self, push: Push) -> str:
        """When a push starts, as it would be typed on the reader's clock."""
        return f"{push.starts_at.astimezone(ZoneInfo(self.viewer.timezone)):%Y-%m-%d %H:%M}"

    def ask(self, request: Request, form: str) -> None:
        """Have it done and draw the page anew, with that form empty; or say why it was not, and keep what was typed."""
        refused = self.page.act(replace(request, timezone=self.viewer.timezone if request.at else ""))
        refusals.keep(form, refused)
        if refused:
            return
        st.session_state[_ROUND.format(form)] = _round(form) + 1
        begun = _BEGUN.format(request.number)
        if st.session_state.get(begun, -1) == request.sequence:  # their own deed is no change that surprises the writer
            del st.session_state[begun]
        done = self.viewer.say(f"pushes.did.{request.deed.value}", number=request.number)
        st.session_state[_TOLD] = (request.number, done, _SAID)
        st.rerun()

    def answer(self, form: str) -> None:
        """Say why what was asked for in that form was not done."""
        refusals.answer(form, self.viewer)


def _round(form: str) -> int:
    return int(st.session_state.get(_ROUND.format(form), 0))


def announced() -> None:
    """Count how long what was done is still said, and announce it once, wherever the reader is on the page."""
    number, done, left = st.session_state.get(_TOLD, (0, "", 0))
    if left:
        st.session_state[_TOLD] = (number, done, left - 1)
    if left == _SAID:
        st.toast(done)


def told(*numbers: int) -> None:
    """Say for some minutes what was done just now with one of these pushes (0: one that is new), beside it."""
    number, done, left = st.session_state.get(_TOLD, (0, "", 0))
    with st.container(
        key=f"pushes-told-{min(numbers, default='none')}"
    ):  # also when empty: what follows keeps its place
        if left and number in numbers:
            st.success(done)


def add(staff: Staff) -> None:
    """The form for a push of staff's own."""
    topics, zone, key = staff.page.frame.aliases, staff.viewer.timezone, f"new-{_round('new')}"
    with st.expander(staff.say("pushes.add"), key="pushes-add"), _form("pushes-add-form"):
        chosen = st.multiselect(
            staff.say("pushes.topics"),
            tuple(topics),
            default=tuple(topics) if len(topics) == 1 else (),
            format_func=lambda topic: one_line(topics[topic]),
            placeholder=staff.say("pushes.topics.choose"),
            select_all=False,  # Streamlit says that in English only
            key=f"topics-{key}",
        )
        owner = st.text_input(staff.say("pushes.owner.new"), value=staff.viewer.name, key=f"owner-{key}")
        example = f"{staff.page.frame.now.astimezone(ZoneInfo(zone)) + timedelta(days=2):%Y-%m-%d} 18:00"
        at = st.text_input(staff.say("pushes.at.new", zone=zone, example=example), key=f"at-{key}")
        hours = _hours(staff.say("pushes.hours.new"), staff.page.hours, f"hours-{key}")
        if st.form_submit_button(staff.say("pushes.add.do"), key="pushes-add-do"):
            staff.ask(Request(Deed.ADD, topics=tuple(chosen), owner=owner, at=at, hours=hours), "new")
        staff.answer("new")


def accept(push: Push, staff: Staff) -> None:
    """The form for taking up a proposal: an owner, and a button for each time that is still to come."""
    reader, number = staff.reader, push.number
    ahead = [(place, one.start, one.end) for place, one in enumerate(push.windows, 1) if one.end > staff.page.frame.now]
    own = (push.starts_at, push.ends_at)
    if own not in [(start, end) for _, start, end in ahead] and push.ends_at > staff.page.frame.now:
        ahead.insert(0, (0, *own))
    if not ahead:
        st.text(staff.say("pushes.over"))
        return
    with _form(f"accept-{number}"):
        owner = st.text_input(staff.say("pushes.owner", push), value=staff.viewer.name, key=f"owner-{number}")
        for place, start, end in ahead:
            if st.form_submit_button(
                staff.say("pushes.accept", push, when=span(start, end, reader)), key=f"accept-{number}-{place}"
            ):
                window = place or None
                asked = Request(Deed.ACCEPT, number, owner=owner, window=window, sequence=staff.seen(push))
                staff.ask(asked, f"accept-{number}")
        staff.answer(f"accept-{number}")


def check(push: Push, staff: Staff) -> None:
    """The form for what has to be looked at, and for saying when the push went out."""
    number = push.number
    with _form(f"done-{number}"):
        for one in push.checked:
            st.text(check_line(one, ticked=True, language=staff.viewer.language))
        ticked = tuple(one for one in Check if one not in push.checked and _tick(push, one, staff))
        label = staff.say("pushes.done.at", push, zone=staff.viewer.timezone)
        at = st.text_input(label, key=f"out-{number}", placeholder=staff.typed(push))
        deeds = (Deed.DONE,) if len(push.checked) == len(Check) else (Deed.DONE, Deed.TICK)
        with st.container(horizontal=True):
            pressed = [
                one
                for one in deeds
                if st.form_submit_button(staff.say(f"pushes.{one.value}.do", push), key=f"{one.value}-{number}")
            ]
        for deed in pressed:
            when = at if deed is Deed.DONE else ""
            asked = Request(deed, number, checked=ticked, at=when, sequence=staff.seen(push))
            staff.ask(asked, f"done-{number}")
        staff.answer(f"done-{number}")


def _tick(push: Push, check: Check, staff: Staff) -> bool:
    """A box of this revision of the push: another one has to be looked at, and ticked, anew."""
    question = staff.viewer.say(f"push.check.{check.value}")
    return st.checkbox(
        staff.say("pushes.tick", push, question=question), key=f"{check.name}-{push.number}-{push.sequence}"
    )


def write(push: Push, staff: Staff) -> None:
    """The form for what a push says; what was begun on an older revision is kept, but not saved over a newer one."""
    form, number = f"write-{push.number}", push.number
    key = f"{number}-{_round(form)}"
    if f"draft-{key}" not in st.session_state:
        st.session_state[_BEGUN.format(number)] = push.sequence
    begun = st.session_state.setdefault(_BEGUN.format(number), push.sequence)
    with st.expander(staff.say("pushes.write", push), key=form):
        if begun != push.sequence:
            st.text(staff.say("pushes.write.changed"))
            st.button(staff.say("pushes.write.afresh", push), key=f"afresh-{number}", on_click=_afresh, args=(number,))
        _written(push, staff, begun)


def _written(push: Push, staff: Staff, begun: int) -> None:
    """The fields of what a push says; no form of Streamlit's, as only so the page knows what is typed and not saved."""
    form, number = f"write-{push.number}", push.number
    key = f"{number}-{_round(form)}"
    st.html(_NO_HINTS)
    hook = st.text_input(staff.say("pushes.hook", push), value=push.hook, key=f"hook-{key}")
    channels = st.text_input(staff.say("pushes.channels", push), ", ".join(push.channels), key=f"channels-{key}")
    languages = st.text_input(staff.say("pushes.languages", push), ", ".join(push.languages), key=f"languages-{key}")
    draft = st.text_area(staff.say("pushes.draft", push), value=push.draft, key=f"draft-{key}", height=180)
    said = (hook, _parts(channels), _parts(languages), draft)
    with st.container(key=f"unsaved-{number}"):  # also when empty, so that what follows keeps its place
        if said != (push.hook, push.channels, push.languages, push.draft):
            st.text(staff.say("pushes.write.unsaved"))
    if st.button(staff.say("pushes.write.do", push), key=f"{form}-do"):
        hook, where, spoken, draft = said
        asked = Request(Deed.WRITE, number, hook=hook, channels=where, languages=spoken, draft=draft, sequence=begun)
        staff.ask(asked, form)
    staff.answer(form)


def _afresh(number: int) -> None:
    form = f"write-{number}"
    st.session_state[_ROUND.format(form)] = _round(form) + 1


def move(push: Push, staff: Staff) -> None:
    """The form for another time."""
    form, number = f"move-{push.number}", push.number
    key = f"{number}-{_round(form)}"
    with st.expander(staff.say("pushes.move", push), key=form), _form(f"{form}-form"):
        label = staff.say("pushes.at", push, zone=staff.viewer.timezone)
        at = st.text_input(label, value=staff.typed(push), key=f"at-{key}")
        length = (push.ends_at - push.starts_at) / timedelta(hours=1)
        hours = _hours(staff.say("pushes.hours", push), length, f"hours-{key}")
        reason = st.text_input(staff.say("pushes.move.why", push), key=f"moved-{key}")
        if st.form_submit_button(staff.say("pushes.move.do", push), key=f"{form}-do"):
            asked = Request(Deed.MOVE, number, at=at, hours=hours, reason=reason, sequence=staff.seen(push))
            staff.ask(asked, form)
        staff.answer(form)


def drop(push: Push, staff: Staff) -> None:
    """The form for turning down a proposal, or calling off a plan, with its reason."""
    number, deed = push.number, Deed.DECLINE if push.state is PushState.PROPOSED else Deed.CANCEL
    title = staff.say(f"pushes.{deed.value}", push)
    with st.expander(title, key=f"drop-{number}-{deed.value}"), _form(f"drop-{number}-form"):
        reason = st.text_input(staff.say("pushes.why", push), key=f"why-{number}")
        if st.form_submit_button(title, key=f"drop-{number}"):
            staff.ask(Request(deed, number, reason=reason, sequence=staff.seen(push)), f"drop-{number}")
        staff.answer(f"drop-{number}")


def right(push: Push, staff: Staff) -> None:
    """The form for putting right when a push went out."""
    form, number = f"right-{push.number}", push.number
    with _form(f"{form}-form"):
        label = staff.say("pushes.right.at", push, zone=staff.viewer.timezone)
        at = st.text_input(label, key=f"right-at-{number}-{_round(form)}", placeholder=staff.typed(push))
        if st.form_submit_button(staff.say("pushes.right", push), key=f"{form}-do"):
            # without a time it would be "now", which is what nobody means here
            staff.ask(Request(Deed.DONE, number, at=at.strip() or "?", sequence=staff.seen(push)), form)
        staff.answer(form)


def _form(key: str) -> DeltaGenerator:
    """A form that only its buttons send: Enter in a field decides nothing, and Streamlit adds no English hint."""
    return st.form(key, border=False, enter_to_submit=False)


def _hours(label: str, value: float, key: str) -> float:
    return float(st.number_input(label, 0.5, 336.0, min(max(float(value), 0.5), 336.0), 0.5, format="%.1f", key=key))


def _parts(text: str) -> tuple[str, ...]:
    """What stands between commas.

    >>> _parts("Signal, , X ")
    ('Signal', 'X')
    """
    return tuple(one.strip() for one in text.split(",") if one.strip())

"""The page Pushes: what there is to decide, what is planned, and what past pushes brought."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from ..alerts import messages
from ..model import Campaign, Check, Deed, Effect, Push, PushState, Request
from ..pushes import telling
from ..words import say
from ..words.cleaning import plain_lines

_SHOWN = "pushes-shown"  # in the session: the revision of each push that stands on the reader's screen
Act = Callable[[Request], str]  # does what is asked; gives back the sentence that says why it could not, or nothing


@dataclass(frozen=True, slots=True)
class _Page:
    """What every card needs to be told."""

    campaign: Campaign
    aliases: Mapping[str, str]
    now: datetime
    act: Act
    language: str
    shown: Mapping[int, int]

    def seen(self, push: Push) -> int:
        """The revision that staff were looking at when they pressed: the screen's, not the newest one."""
        return self.shown.get(push.number, push.sequence)

    def say(self, key: str, **values: object) -> str:
        return say(f"push.page.{key}", self.language, count=None, **values)

    def lines(self, push: Push) -> tuple[str, ...]:
        zone = self.campaign.timezone
        return telling.push_lines(push, aliases=self.aliases, timezone=zone, now=self.now, language=self.language)

    def ask(self, request: Request) -> None:
        """Have it done and show what has become of it, or say why it was not."""
        refused = self.act(request)
        if refused:
            st.text(messages.plain(refused))
        else:
            st.rerun()


def render(
    pushes: Sequence[Push],
    effects: Mapping[int, Sequence[Effect]],
    *,
    campaign: Campaign,
    aliases: Mapping[str, str],
    now: datetime,
    act: Act,
    language: str = "en",
) -> None:
    """Show the page; `effects` are by the number of the push, and `act` is asked to do what staff decide."""
    page = _Page(campaign, aliases, now, act, language, st.session_state.get(_SHOWN, {}))
    with st.container(gap=None, key="alias-campaign"):
        st.text(messages.plain(campaign.alias))
    st.text(page.say("human"))
    if not pushes:
        st.text(say("push.none", language))
    for key, states, card in (
        ("proposed", (PushState.PROPOSED,), _proposal),
        ("planned", (PushState.PLANNED,), _plan),
    ):
        found = sorted((one for one in pushes if one.state in states), key=lambda one: one.starts_at)
        _section(page.say(key), found, page, card)
    past = sorted((one for one in pushes if not one.is_open), key=lambda one: one.starts_at, reverse=True)
    _section(page.say("past"), past, page, lambda push, page: _past(push, effects.get(push.number, ()), page))
    st.session_state[_SHOWN] = {push.number: push.sequence for push in pushes}


def _section(title: str, pushes: Sequence[Push], page: _Page, card: Callable[[Push, _Page], None]) -> None:
    if not pushes:
        return
    st.subheader(title, anchor=False)
    for push in pushes:
        with st.container(border=True, key=f"push-{push.number}", gap="small"):
            card(push, page)


def _told(lines: Sequence[str], push: Push, *, of: str = "") -> None:
    """Lines close together, the first of them as their heading."""
    with st.container(gap="xsmall"):
        for number, line in enumerate(lines):
            with st.container(gap=None, key=f"{'line' if number else 'alias'}-{push.number}-{of}{number}"):
                st.text(line)


def _proposal(push: Push, page: _Page) -> None:
    _told(page.lines(push), push)
    with st.form(f"accept-{push.number}", border=False):
        owner = st.text_input(page.say("owner"), key=f"owner-{push.number}")
        with st.container(horizontal=True):
            ahead = [number for number, window in enumerate(push.windows, 1) if window.end > page.now]
            for number in ahead:
                if st.form_submit_button(page.say("accept", number=number), key=f"accept-{push.number}-{number}"):
                    page.ask(Request(Deed.ACCEPT, push.number, owner=owner, window=number, sequence=page.seen(push)))
    _dropped(push, Deed.DECLINE, page)


def _plan(push: Push, page: _Page) -> None:
    _told(page.lines(push), push)
    _draft(push, page)
    with st.form(f"done-{push.number}", border=False):
        ticked = tuple(check for check in Check if check not in push.checked and _tick(push, check, page))
        with st.container(horizontal=True):
            for deed in (Deed.TICK, Deed.DONE):
                if st.form_submit_button(page.say(deed.value), key=f"{deed.value}-{push.number}"):
                    page.ask(Request(deed, push.number, checked=ticked, sequence=page.seen(push)))
    _dropped(push, Deed.CANCEL, page)


def _tick(push: Push, check: Check, page: _Page) -> bool:
    """A box of this revision of the push: another one has to be looked at, and ticked, anew."""
    key = f"{check.name}-{push.number}-{push.sequence}"
    return st.checkbox(say(f"push.check.{check.value}", page.language), key=key)


def _draft(push: Push, page: _Page) -> None:
    st.text(say("push.draft" if push.draft else "push.no_draft", page.language))
    if push.draft:
        st.text(plain_lines(push.draft))


def _dropped(push: Push, deed: Deed, page: _Page) -> None:
    with st.form(f"{deed.value}-{push.number}", border=False):
        reason = st.text_input(page.say("why"), key=f"why-{push.number}")
        if st.form_submit_button(page.say(deed.value), key=f"drop-{push.number}"):
            page.ask(Request(deed, push.number, reason=reason, sequence=page.seen(push)))


def _past(push: Push, effects: Sequence[Effect], page: _Page) -> None:
    _told(page.lines(push), push)
    for effect in effects:
        alias = page.aliases.get(effect.topic) or say("push.former_topic", page.language)
        _told(telling.effect_lines(effect, alias=alias, language=page.language), push, of=f"{effect.topic}-")

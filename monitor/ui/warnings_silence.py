"""What is silenced on the page Warnings until when and why, and the form that asks for silence."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import streamlit as st

from ..alerts import listing
from ..alerts.wording import counted, span
from ..shown.warnings import Snoozing, Waking
from ..words.cleaning import plain
from .warnings_reading import WHO, Reading

_FORM = "silence"
_ASKED = "silence-asked"  # in the session: how often silence was asked for, so that the form begins anew after each
_DAYS = (1, 3, 7, 14, 30)
_LONGEST = timedelta(days=89)
_BY_DATE = 0  # among the lengths of a silence: up to the end of a day


def silence(page: Reading, *, named: bool) -> None:
    """What is silenced until when and why, and a form to ask for silence."""
    st.header(page.say("warnings.silence"), anchor=False)
    snoozes = page.outbox.snoozes
    st.text(
        page.say(
            "warnings.silence.some"
            if snoozes
            else "warnings.silence.none"
            if page.outbox.messages
            else "warnings.silence.nobody"
        )
    )
    for one in snoozes:
        with st.container(border=True, key=f"snooze-{one.number}", gap="xsmall"):
            st.text(listing.snooze_line(one, page.readers))
            if page.viewer.may_edit and st.button(page.say("warnings.silence.wake"), key=f"wake-{one.number}"):
                page.ask(Waking(one.number), f"wake-{one.number}")
            page.answer(f"wake-{one.number}")
    if page.viewer.may_edit:
        with st.expander(page.say("warnings.silence.ask"), key="silence"):
            if not named:
                ask_who(page)
            _ask_for_silence(page)


def ask_who(page: Reading) -> None:
    """Whoever did not sign in may say who they are, once for the whole page."""
    if page.viewer.may_edit and not page.viewer.name:
        st.text_input(page.say("warnings.who"), key=WHO, max_chars=100, persist_state="session")


def _ask_for_silence(page: Reading) -> None:
    aliases = page.shown.frame.aliases
    names = {"": page.say("snooze.all"), **{key: plain(alias) for key, alias in aliases.items()}}
    lengths = {
        **{days: span(24 * days, page.viewer.language) for days in _DAYS},
        _BY_DATE: page.say("warnings.silence.date"),
    }
    lengths[1] = counted("span.days", 1, page.viewer.language)
    topic = st.selectbox(
        page.say("warnings.silence.topic"), tuple(names), format_func=names.__getitem__, key="silence-topic"
    )
    days = st.selectbox(
        page.say("warnings.silence.long"), tuple(lengths), format_func=lengths.__getitem__, key="silence-days"
    )
    last = _last_day(page) if days == _BY_DATE else _today(page)
    asked = int(st.session_state.get(_ASKED, 0))
    why = st.text_input(page.say("warnings.silence.reason"), key=f"silence-why-{asked}", max_chars=300)
    if st.button(page.say("warnings.silence.do"), key="silence-do"):
        wish = Snoozing(topic or None, days or None, last, page.viewer.timezone, page.who, why)
        st.session_state[_ASKED] = asked + 1
        page.ask(wish, _FORM)
        st.session_state[_ASKED] = asked  # it was refused: what was typed stays
    page.answer(_FORM)


def _today(page: Reading) -> date:
    """The day on the viewer's calendar on which a silence would begin."""
    return page.shown.acting_at.astimezone(ZoneInfo(page.viewer.timezone)).date()


def _last_day(page: Reading) -> date:
    today = _today(page)
    label, shape = page.say("warnings.silence.last"), page.viewer.day_format
    return st.date_input(label, today, today, today + _LONGEST, key="silence-last", format=shape)

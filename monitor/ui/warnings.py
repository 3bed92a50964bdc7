"""The page Warnings: what is open, who was told, what was of use, what is silenced, and what else might have warned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from ..alerts import listing
from ..alerts.headlines import headline
from ..alerts.listing import Episode
from ..model import State
from ..shown.warnings import Judging, WarningsPage
from ..words.cleaning import plain
from .folded import folded
from .palette import MARKS
from .viewer import Viewer
from .warnings_reading import Reading, reading
from .warnings_record import preview, record
from .warnings_silence import ask_who, silence

_PAST = "warnings-past"  # in the session: how many that are over were asked for
_FIRST_PAST, _MORE_PAST, _PROVEN = 5, 10, 3


def render(shown: WarningsPage, viewer: Viewer) -> None:
    """Show the page."""
    page = reading(shown, viewer)
    found = shown.kept("warnings-episodes", lambda: listing.episodes(shown.told))
    still = [one for one in found if page.goes_on(one)]
    past = [one for one in found if one not in still]
    st.text("\n".join(_summary(page, found, still)))
    if found:
        ask_who(page)
    if still:
        st.header(page.say("warnings.open"), anchor=False)
        for one in still:
            _card(one, page)
    if past:
        _past(past, page)
    if shown.counted:
        silence(page, named=bool(found))
        record(page)
        preview(page)


def _summary(page: Reading, found: Sequence[Episode], still: Sequence[Episode]) -> Iterator[str]:
    """How many warnings are open, and what cannot warn at the moment."""
    shown, readers = page.shown, page.readers
    if still:
        yield page.say("warnings.open.some", count=len(still), number=len(still))
    elif not shown.counted:
        yield page.say("warnings.none.counted")
    else:
        yield page.say("warnings.open.none" if found else "warnings.none.yet")
    blind = {source for (topic, source), state in shown.standing.items() if state is State.NO_DATA} - page.unfollowed
    if blind := blind | set(shown.silent):
        yield page.say("warnings.blind", sources=", ".join(map(readers.source, sorted(blind))))
    if found or page.outbox.snoozes or shown.unfollowed:
        yield page.say("frame.zone", zone=page.viewer.timezone)
    for one in shown.unfollowed:
        key = "archive" if one.archive else "off" if one.asked_at else "never"
        when = readers.moment(one.asked_at) if one.asked_at else ""
        yield page.say(f"warnings.{key}", source=readers.source(one.source), when=when)


def _card(one: Episode, page: Reading) -> None:
    """A warning: whose, what, since when, who was told, on what evidence, and whether it was of use."""
    judged = listing.judged_then(one.first)
    mark, key = MARKS[judged.state], one.first.number
    with st.container(border=True, key=f"warning-{key}", gap="small"):
        with st.container(key=f"alias-warning-{key}", gap=None):
            st.text(", ".join(dict.fromkeys(plain(page.readers.alias(topic)) for topic in one.topics)))
        st.subheader(f":{mark.slot}[{mark.shape}] {headline(judged, page.viewer.language)}", anchor=False)
        lines = [*listing.passages(one, page.readers)]
        if one.holding and not page.goes_on(one):
            lines.append(page.say("warnings.past.left"))
        st.text("\n".join(lines))
        st.text("\n".join(listing.delivered(one.changes, page.outbox, page.readers)))
        _evidence(one, page)
        _useful(one, page)


def _evidence(one: Episode, page: Reading) -> None:
    """What the warning rested on in each source, worked out once somebody opens it."""
    folded(f"evidence-{one.first.number}", page.say("today.evidence"), lambda: _proof(one, page))


def _proof(one: Episode, page: Reading) -> None:
    begun = {told.source: told for told in reversed(one.changes) if told.change.to in (State.FADING, State.NO_DATA)}
    language, timezone = page.viewer.language, page.viewer.timezone
    for told in sorted(begun.values(), key=lambda told: told.number)[:_PROVEN]:
        measure = page.shown.measures.get((told.topic, told.source), "posts")
        when = page.readers.moment(told.change.at)
        lines = [page.say("warnings.evidence.of", source=page.readers.source(told.source), when=when)]
        found = listing.evidence(told, measure=measure, timezone=timezone, language=language)
        st.text("\n".join([*lines, *(f"{answer.question}: {answer.text}" for answer in found)]))


def _useful(one: Episode, page: Reading) -> None:
    if one.useful is not None:
        st.text(page.say("warnings.said.useful" if one.useful else "warnings.said.not_useful"))
    if not page.viewer.may_edit:
        return
    said = tuple(told.number for told in one.changes if told.useful is not None)
    form = f"useful-of-{one.first.number}"
    with st.container(horizontal=True):
        for useful, key in ((True, "useful"), (False, "not_useful")):
            if st.button(page.say(f"warnings.{key}"), key=f"{key}-{one.first.number}", disabled=one.useful is useful):
                page.ask(Judging(said or (one.first.number,), useful, page.who), form)
    page.answer(form)


def _past(past: Sequence[Episode], page: Reading) -> None:
    """The newest of what is over, and older ones for who asks."""
    st.header(page.say("warnings.past"), anchor=False)
    many = int(st.session_state.get(_PAST, _FIRST_PAST))
    for one in past[:many]:
        _card(one, page)
    if len(past) > many and st.button(page.say("warnings.past.more"), key="warnings-more"):
        st.session_state[_PAST] = many + _MORE_PAST
        st.rerun()

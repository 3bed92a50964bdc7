"""The page Pushes: what there is to decide, what is planned, when people are there, and what past pushes brought."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import streamlit as st

from ..model import Effect, Push, PushState
from ..pushes.lessons import lesson_lines
from ..pushes.telling import (
    check_lines,
    effect_lines,
    length,
    lines_for,
    moment,
    signed,
    span,
    state_word,
    unit_word,
)
from ..shown.pushes import PushesPage
from ..words.cleaning import one_line, plain_lines
from . import heat, push_calendar, push_forms, tables
from .push_forms import Staff
from .viewer import Viewer

_SHOWN = "pushes-shown"  # in the session: the revision of each push that stands on the reader's screen
_SLOW = 'make demo ARGS="--speed 0.1"'


def render(page: PushesPage, viewer: Viewer) -> None:
    """Show the page."""
    staff = Staff(page, viewer, st.session_state.get(_SHOWN, {}))
    proposed = [one for one in page.pushes if one.state is PushState.PROPOSED]
    planned = [one for one in page.pushes if one.state is PushState.PLANNED]
    st.header(_title(proposed, planned, staff), anchor=False)
    push_forms.announced()
    on_cards = {0, *(push.number for push in (*proposed, *planned))}
    with st.container(key="pushes-done"):  # also when empty, so that what follows keeps its place
        push_forms.told(*({push.number for push in page.pushes} - on_cards))
    _head(staff)
    _section("proposed", proposed, staff, _proposal)
    _section("planned", planned, staff, _plan)
    with st.container(key="pushes-own"):
        if viewer.may_edit:
            push_forms.told(0)
            push_forms.add(staff)
    push_calendar.render(staff)
    heat.render(page.frame.aliases, page.rhythm, viewer)
    _past([one for one in page.pushes if not one.is_open], staff)
    st.session_state[_SHOWN] = {push.number: push.sequence for push in page.pushes}


def _title(proposed: Sequence[Push], planned: Sequence[Push], staff: Staff) -> str:
    """What matters most, in a line of our own words."""
    now = staff.page.frame.now
    overdue = next((one for one in planned if one.ends_at < now), None)
    if proposed:
        return staff.viewer.say("pushes.title.decide", count=len(proposed), number=len(proposed))
    if overdue:
        return staff.say("pushes.title.overdue", overdue)
    if planned:
        nearest = min(planned, key=lambda one: one.starts_at)
        return staff.say("pushes.title.next", when=span(nearest.starts_at, nearest.ends_at, staff.reader))
    return staff.say("pushes.title.quiet")


def _head(staff: Staff) -> None:
    """What holds for the whole page: who acts, whose clock this is, and how to slow a story down."""
    page, viewer = staff.page, staff.viewer
    st.text(staff.say("pushes.human"))
    st.text(viewer.say("pushes.zone" if viewer.may_edit else "frame.zone", zone=viewer.timezone))
    if page.frame.invented:
        st.text(staff.say("pushes.demo", command=_SLOW))
    if not page.pushes:
        st.text(staff.say(_none(staff)))
    elif not any(one.state is PushState.PROPOSED for one in page.pushes):
        st.text(staff.say("pushes.nothing"))


def _none(staff: Staff) -> str:
    """How pushes come, where there is none."""
    if staff.page.archives_only:
        return "pushes.none.archives"
    return "pushes.none" if staff.viewer.may_edit else "pushes.none.looking"


def _section(key: str, pushes: Sequence[Push], staff: Staff, card: Callable[[Push, Staff], None]) -> None:
    with st.container(key=f"pushes-{key}"):  # also when empty, so that what follows keeps its place
        if not pushes:
            return
        st.subheader(staff.say(f"pushes.{key}"), anchor=False)
        for push in sorted(pushes, key=lambda one: one.starts_at):
            with st.container(border=True, key=f"push-{push.number}", gap="small"):
                push_forms.told(push.number)
                card(push, staff)


def _told(push: Push, staff: Staff, *, without: Sequence[str] = ()) -> None:
    """All there is to say of a push but lines that stand elsewhere, its first line as the heading of the card."""
    heading, *rest = lines_for(push, staff.reader, aliases=staff.page.frame.aliases)
    lines = [one for one in rest if one not in without]
    with st.container(gap="xsmall"):
        with st.container(gap=None, key=f"alias-push-{push.number}"):
            st.text(heading)
        st.text("\n".join(lines))


def _proposal(push: Push, staff: Staff) -> None:
    _told(_ahead(push, staff), staff)
    if staff.viewer.may_edit:
        push_forms.accept(push, staff)
        push_forms.move(push, staff)
        push_forms.drop(push, staff)


def _ahead(push: Push, staff: Staff) -> Push:
    """A proposal with those of its windows only that are still to come, which are counted from one."""
    now = staff.page.frame.now
    ahead = tuple(one for one in push.windows if one.end > now)
    if not ahead or push.ends_at > now:
        return replace(push, windows=ahead or push.windows)
    return replace(push, windows=ahead, starts_at=ahead[0].start, ends_at=ahead[0].end)


def _plan(push: Push, staff: Staff) -> None:
    """A planned push in the order of the work: write the draft, check it, say when it went out."""
    checks = check_lines(push, language=staff.viewer.language)
    _told(push, staff, without=checks)
    _draft(push, staff)
    if not staff.viewer.may_edit:
        st.text("\n".join(checks))
        return
    push_forms.write(push, staff)
    push_forms.check(push, staff)
    push_forms.move(push, staff)
    push_forms.drop(push, staff)


def _draft(push: Push, staff: Staff) -> None:
    st.text(staff.viewer.say("push.draft" if push.draft else "push.no_draft"))
    if push.draft:
        st.text(plain_lines(push.draft))


def _past(past: Sequence[Push], staff: Staff) -> None:
    """What is over: what it brought as a table, each push with all that is known of it, and what they teach."""
    if not past:
        return
    newest = sorted(past, key=lambda one: one.went_out_at or one.starts_at, reverse=True)
    st.subheader(staff.say("pushes.past"), anchor=False)
    _one_past({push.number: push for push in newest}, staff)
    if any(one.went_out_at for one in past):
        said = lesson_lines(staff.page.lessons, staff.page.tired, language=staff.viewer.language)
        st.text("\n".join(said))


def _one_past(past: Mapping[int, Push], staff: Staff) -> None:
    """All that is known of one of them, the newest unless another is chosen."""

    def name(number: int) -> str:
        when = moment(past[number].went_out_at or past[number].starts_at, staff.reader)
        return staff.say("pushes.past.one", past[number], state=state_word(past[number], staff.reader), when=when)

    label = staff.say("pushes.past.which")
    push = past[st.selectbox(label, tuple(past), format_func=name, key="pushes-past")]
    with st.container(border=True, key=f"push-{push.number}", gap="small"):
        _told(push, staff)
        _draft(push, staff)
        rest = [line for effect in staff.page.effects.get(push.number, ()) for line in _answered(effect, staff)]
        if push.went_out_at and staff.viewer.may_edit:
            push_forms.right(push, staff)
    if not any(staff.page.effects.get(number) for number in past):
        if any(one.went_out_at for one in past.values()):
            st.text(staff.say("pushes.effects.none"))
        return
    with st.expander(staff.say("pushes.effects.more"), key="pushes-effects"):
        if rest:
            st.text("\n".join(rest))
        _brought(tuple(past.values()), staff)


def _answered(effect: Effect, staff: Staff) -> tuple[str, ...]:
    """Say whether a push brought something, and its first number; what else is known of that is given back."""
    lines = effect_lines(effect, alias=_alias(effect, staff), language=staff.viewer.language)
    said = 2 if effect.headline and effect.headline.extra is not None else 1
    st.text("\n".join(lines[:said]))
    return lines[said:]


def _brought(past: Sequence[Push], staff: Staff) -> None:
    """What every measured push brought, side by side."""
    rows = [row for push in past for row in _rows(push, staff)]
    columns = ("push", "topic", "brought", "range", "over")
    tables.table(staff.say("pushes.effects.caption"), [staff.say(f"pushes.effects.{one}") for one in columns], rows)


def _rows(push: Push, staff: Staff) -> Iterator[tuple[str, ...]]:
    reader, none = staff.reader, staff.say("pushes.effects.unsaid")
    for effect in staff.page.effects.get(push.number, ()):
        head, names = effect.headline, (f"{push.number}", _alias(effect, staff))
        if head is None or head.extra is None or head.low is None or head.high is None:
            yield *names, none, none, none
            continue
        unit = unit_word(head, reader, abs(round(head.extra)))
        brought = staff.say("pushes.effects.extra", extra=signed(head.extra, reader), unit=unit)
        ends = staff.say("pushes.effects.ends", low=signed(head.low, reader), high=signed(head.high, reader))
        yield *names, brought, ends, length(head.hours, reader)


def _alias(effect: Effect, staff: Staff) -> str:
    return one_line(staff.page.frame.aliases.get(effect.topic, "")) or staff.viewer.say("push.former_topic")

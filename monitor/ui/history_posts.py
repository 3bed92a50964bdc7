"""What the posts of a range are like: tone, languages, co-tags, domains; only in tables, as names are out of posts."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from ..alerts.wording import day_in, number, percent, utc_day
from ..shown.history import Languages, Names, Tone, Within
from ..words.cleaning import plain
from .tables import table
from .viewer import Viewer

_LONGEST_NAME = 60


def within(found: Within, viewer: Viewer) -> None:
    """Show what the posts of a range are like."""
    if found.first is None or found.last is None:
        st.text(viewer.say("history.within.none"))
        return
    first, last = (
        day_in(at, timezone="UTC", near=found.last, language=viewer.language) for at in (found.first, found.last)
    )
    _tone(found.tone, viewer)
    _languages(found.languages, viewer)
    _names("cotags", found.cotags, viewer)
    _names("domains", found.domains, viewer)
    st.text(viewer.say("history.within.days", first=first, last=last))


def _tone(tone: Tone, viewer: Viewer) -> None:
    st.header(viewer.say("history.tone"), anchor=False)
    unscored = _share(tone.unscored, tone.posts, viewer)
    if tone.scored:
        hopeful, grim = (_share(one, tone.scored, viewer) for one in (tone.hopeful, tone.grim))
        st.text(viewer.say("history.tone.finding", unscored=unscored, hopeful=hopeful, grim=grim))
    else:
        st.text(viewer.say("history.tone.none", unscored=unscored))
    columns = [viewer.say("history.col.name"), viewer.say("history.col.share")]
    total = (viewer.say("history.total"), number(tone.posts, language=viewer.language))
    table(viewer.say("history.tone"), columns, [*tone_rows(tone, viewer), total])
    st.text(viewer.say("history.tone.warning"))


def tone_rows(tone: Tone, viewer: Viewer) -> Iterator[tuple[str, str]]:
    """Each tone as a share of the posts that have one; those without, and those not told, as shares of all."""
    for name, posts in (("hopeful", tone.hopeful), ("plain", tone.plain), ("grim", tone.grim)):
        yield viewer.say(f"history.tone.{name}"), _share(posts, tone.scored, viewer)
    for name, posts in (("unscored", tone.unscored), ("hidden", tone.hidden)):
        yield viewer.say(f"history.tone.{name}"), _share(posts, tone.posts, viewer)


def _share(part: int, whole: int, viewer: Viewer) -> str:
    return percent(part / whole, viewer.language) if whole else viewer.say("history.unknown")


def _languages(found: Languages, viewer: Viewer) -> None:
    st.header(viewer.say("history.languages"), anchor=False)
    if not found.names:
        st.text(viewer.say("history.names.none"))
        return
    other = viewer.say("history.other")
    first = {1: "history.col.day", 7: "history.col.week"}.get(found.days, "history.from")
    columns = [viewer.say(first), *map(_short, found.names), other, viewer.say("history.col.posts")]
    rows = [
        (
            utc_day(start, viewer.language),
            *(_share(one, sum(posts), viewer) for one in posts),
            number(sum(posts), language=viewer.language),
        )
        for start, posts in reversed(found.rows)
    ]
    key = "history.languages.days" if found.days > 1 else "history.languages.day"
    table(viewer.say(key, n=found.days), columns, rows)


def _names(what: str, found: Names, viewer: Viewer) -> None:
    st.header(viewer.say(f"history.{what}"), anchor=False)
    if not found.named:
        st.text(viewer.say("history.names.none"))
        return
    told = [*((_short(name), posts) for name, posts in found.named), (viewer.say("history.other"), found.other)]
    columns = [viewer.say("history.col.name"), viewer.say("history.col.posts")]
    rows = [(name, number(posts, language=viewer.language)) for name, posts in told if posts]
    table(viewer.say(f"history.{what}.table"), columns, rows)


def _short(name: str) -> str:
    """A name out of posts, harmless and no longer than a line."""
    text = plain(name)
    return text if len(text) <= _LONGEST_NAME else f"{text[: _LONGEST_NAME - 1]}…"

"""Whether past warnings were of use, and how often another sensitivity would have warned, on the page Warnings."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import streamlit as st

from ..alerts import listing
from ..alerts.wording import counted
from ..model import Sensitivity
from ..shown.warnings import Foreseen, Preview
from ..words.cleaning import plain
from .tables import table
from .warnings_reading import Reading

_FORESEEN = "warnings-foreseen"  # in the session: the preview that was asked for last


def record(page: Reading) -> None:
    """How many warnings were of use, in a sentence and by topic."""
    st.header(page.say("warnings.record"), anchor=False)
    told, aliases = page.shown.told, page.shown.frame.aliases
    whole, by_topic = page.shown.kept("warnings-record", lambda: (listing.record(told), listing.records(told)))
    if not whole["all"]:
        st.text(page.say("warnings.record.none"))
        return
    st.text(page.say("digest.useful", count=whole["all"], **whole))
    columns = [page.say(f"warnings.record.{name}") for name in ("topic", "all", "useful", "useless", "unsaid")]
    rows = [(aliases[key], *(str(by_topic[key][name]) for name in whole)) for key in aliases if key in by_topic]
    table(page.say("warnings.record.caption"), columns, rows)


def preview(page: Reading) -> None:
    """What another sensitivity would have done, for who asks."""
    st.header(page.say("warnings.preview"), anchor=False)
    calm, eager = (_level(one, page).capitalize() for one in (Sensitivity.CALM, Sensitivity.EAGER))
    st.text(page.say("warnings.preview.now", sensitivity=_level(page.shown.sensitivity, page), calm=calm, eager=eager))
    other = Sensitivity.NORMAL if page.shown.sensitivity is Sensitivity.EAGER else Sensitivity.EAGER
    st.code(f"sensitivity: {other}", language=None, wrap_lines=True)
    found: Preview | None = page.shown.previewed or st.session_state.get(_FORESEEN)
    if st.button(page.say("warnings.preview.ask"), key="preview"):
        words = page.say("warnings.preview.working")
        bar = st.progress(0.0, words)
        found = page.shown.replay(lambda share: bar.progress(share, words))
        bar.empty()
    if found is not None:
        st.session_state[_FORESEEN] = found
        _foreseen(found, page)


def _foreseen(found: Preview, page: Reading) -> None:
    aliases = page.shown.frame.aliases
    rows = [one for one in found.rows if one.topic in aliases]
    if not rows:
        st.text(page.say("warnings.preview.nothing"))
        return
    st.text(page.say("warnings.preview.as_of", when=page.readers.moment(found.at)))
    by_topic = {key: [one for one in rows if one.topic == key] for key in dict.fromkeys(one.topic for one in rows)}
    st.text("\n".join(_would_have(mine, page) for mine in by_topic.values()))
    names = [_named(one, page) for one in Sensitivity]
    days = _days(rows, page)
    cells = [(aliases[key], *(_cell(one, page) for one in mine)) for key, mine in by_topic.items()]
    table(page.say("warnings.preview.caption", days=days), [page.say("warnings.record.topic"), *names], cells)


def _would_have(mine: Sequence[Foreseen], page: Reading) -> str:
    """What every sensitivity would have done for one topic, in a sentence."""
    calm, normal, eager = (_times(one, page) for one in mine)
    return page.say(
        "warnings.preview.topic",
        topic=plain(page.shown.frame.aliases[mine[0].topic]),
        days=_days(mine, page),
        calm=_level(Sensitivity.CALM, page),
        normal=_level(Sensitivity.NORMAL, page),
        eager=_level(Sensitivity.EAGER, page),
        calm_times=calm,
        normal_times=normal,
        eager_times=eager,
    )


def _times(one: Foreseen, page: Reading) -> str:
    if not one.warned:
        return page.say("warnings.preview.never")
    return page.say("warnings.preview.times", count=one.warned, number=one.warned)


def _named(one: Sensitivity, page: Reading) -> str:
    level = _level(one, page)
    return page.say("warnings.preview.in_force", sensitivity=level) if one is page.shown.sensitivity else level


def _level(one: Sensitivity, page: Reading) -> str:
    """What a sensitivity is called; its key in config.yaml stands beside it where that is another word."""
    return page.say(f"warnings.preview.{one.value}", level=one.value)


def _days(rows: Collection[Foreseen], page: Reading) -> str:
    return counted("span.days", max(one.days for one in rows), page.viewer.language)


def _cell(one: Foreseen, page: Reading) -> str:
    if not one.judged:
        return str(one.warned)
    return page.say("warnings.preview.cell", number=one.warned, judged=one.judged, held=one.held)

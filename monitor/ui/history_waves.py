"""The waves of a range on the page History: a few lines each, as a table of them is wider than a phone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import streamlit as st

from ..alerts.wording import about, day_in, number, span, span_between
from ..attention.fade import WAVE_POSTS
from ..model import HOUR
from ..shown.history import PastWave, Waves
from .viewer import Viewer

_HALF_A_DAY = timedelta(hours=12)
_SAME = timedelta(hours=2)


def waves(found: Waves, viewer: Viewer) -> None:
    """Show the waves of a range, the newest first."""
    if not found.found:
        st.header(viewer.say("history.waves.none"), anchor=False)
        st.text(
            viewer.say("history.waves.too_few" if found.too_few else "history.waves.quiet", least=f"{WAVE_POSTS:.0f}")
        )
        return
    count = len(found.found)
    st.header(viewer.say("history.waves", count=count, n=count), anchor=False)
    near = found.found[0].ended
    with st.container(key="facts-history-waves"):  # the first line of each wave is its heading
        for wave, after in zip(found.found, (None, *found.found), strict=False):
            heading = viewer.say("history.wave", began=_when(wave.began, near, viewer))
            st.text(f"{heading}\n{' '.join(_story(wave, after, near, viewer))}", width="stretch")
    if any(wave.half_life for wave in found.found):
        st.text(viewer.say("history.waves.half"))


def _story(wave: PastWave, after: PastWave | None, near: datetime, viewer: Viewer) -> Iterator[str]:
    """The wave in sentences."""
    language = viewer.language
    day = _when(wave.peak_at - _HALF_A_DAY, near, viewer)
    yield viewer.say("history.wave.peak", day=day, peak=about(wave.peak, language))
    if wave.half_life:
        yield viewer.say("history.wave.half", length=span_between(*wave.half_life, language))
    yield viewer.say(f"history.wave.{_end(wave, after)}", length=span((wave.ended - wave.began) / HOUR, language))
    yield viewer.say("history.wave.all", amount=number(round(wave.posts), language=language))
    if wave.missing_hours:
        yield viewer.say("history.wave.missing", count=wave.missing_hours, n=wave.missing_hours)


def _end(wave: PastWave, after: PastWave | None) -> str:
    if wave.over:
        return "over"
    return "next" if after is not None and after.began - wave.ended <= _SAME else "on"


def _when(at: datetime, near: datetime, viewer: Viewer) -> str:
    return day_in(at, timezone=viewer.timezone, near=near, language=viewer.language)

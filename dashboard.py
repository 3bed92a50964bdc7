"""The dashboard: page settings, wiring and navigation; `monitor run` and `monitor demo` start it."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import UTC, datetime

import streamlit as st

from monitor import assess, config, sources
from monitor.errors import MonitorError
from monitor.model import Rest, TopicView, hour_of
from monitor.sources import simulation
from monitor.store import Store
from monitor.ui import today

_DEMO_SECONDS, _LIVE_SECONDS = 3, 30


@st.cache_resource(max_entries=1, show_spinner=False)
def _views(key: tuple[str, int, datetime | None], _store: Store, _chosen: config.Config) -> tuple[TopicView, ...]:
    """What is shown, built again when something was stored, a story went on, the config changed, an hour ended."""
    return assess.views(_store, topics=_chosen.topics, now=key[2])


def _show(chosen: config.Config, store: Store, *, invented: bool) -> None:
    present = assess.present(store, chosen.sources, now=datetime.now(UTC))
    key = (str(present) if invented else store.stamp(), chosen.path.stat().st_mtime_ns, present and hour_of(present))
    views = _views(key, store, chosen) if present or not invented else ()
    now = present or max((view.leading.assessment.at for view in views), default=datetime.now(UTC))
    note = simulation.story_so_far(now) if invented else "" if present else today.RECORDED
    rest = Rest() if invented else assess.rest(store, views, topics=chosen.topics, platforms=chosen.sources, now=now)
    today.render(views, campaign=chosen.campaign, now=now, invented=invented, note=note, rest=rest)


def _page(chosen: config.Config, *, invented: bool) -> None:
    try:
        with closing(Store.open(chosen.store, readonly=True)) as store:
            _show(chosen, store, invented=invented)
    except MonitorError as error:
        _views.clear()  # what was wiped must not live on in memory
        assess.forget()
        today.trouble(str(error))


if st.get_option("server.address") not in today.LOOPBACK:
    today.trouble(today.NOT_HERE)
    st.stop()
try:
    _chosen = config.load(config.find(None, os.environ), sources=sources.settings())
except MonitorError as error:
    st.set_page_config(page_title="Monitor")
    today.trouble(str(error))
else:
    st.set_page_config(page_title=f"{_chosen.campaign.alias} · Monitor", layout="wide")
    _invented = sources.invented(_chosen.sources)
    _shown = st.fragment(_page, run_every=_DEMO_SECONDS if _invented else _LIVE_SECONDS)
    _today = st.Page(lambda: _shown(_chosen, invented=_invented), title="Today", default=True)
    st.navigation([_today], position="hidden").run()

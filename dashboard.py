"""The dashboard: page settings, wiring and navigation; `monitor run` and `monitor demo` start it."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import streamlit as st

from monitor import assess, config, sources
from monitor.errors import MonitorError
from monitor.model import TopicView
from monitor.store import Store
from monitor.ui import today

_DEMO_SECONDS, _LIVE_SECONDS = 3, 30


@st.cache_resource(max_entries=1, show_spinner=False)
def _views(key: tuple[str, int, datetime | None], _store: Store, _chosen: config.Config) -> tuple[TopicView, ...]:
    """What is shown, built again only when something was stored, the config changed, or a live hour ended."""
    return assess.views(_store, topics=_chosen.topics, now=key[2])


def _show(chosen: config.Config, store: Store) -> None:
    present = assess.present(chosen.sources, now=datetime.now(UTC))
    hour = present.replace(minute=0, second=0, microsecond=0) if present else None
    views = _views((store.stamp(), chosen.path.stat().st_mtime_ns, hour), store, chosen)
    invented = set(chosen.sources) == {"simulation"}
    now = present or max((view.leading.assessment.at for view in views), default=datetime.now(UTC))
    note = "" if present or invented else today.RECORDED
    today.render(views, campaign=chosen.campaign, now=now, invented=invented, note=note)


def _page(chosen: config.Config) -> None:
    try:
        store = Store.open(chosen.store, readonly=True)
        try:
            _show(chosen, store)
        finally:
            store.close()
    except MonitorError as error:
        _views.clear()  # what was wiped must not live on in memory
        today.trouble(str(error))


st.set_page_config(page_title="Monitor", layout="wide")
if st.get_option("server.address") not in today.LOOPBACK:
    today.trouble(today.NOT_HERE)
    st.stop()
try:
    _chosen = config.load(config.find(None, os.environ), sources=sources.settings())
except MonitorError as error:
    today.trouble(str(error))
else:
    st.set_page_config(
        page_title=f"{_chosen.campaign.alias} · Monitor", layout="wide", initial_sidebar_state="collapsed"
    )
    _shown = st.fragment(_page, run_every=_DEMO_SECONDS if set(_chosen.sources) == {"simulation"} else _LIVE_SECONDS)
    st.navigation([st.Page(lambda: _shown(_chosen), title="Today", default=True)], position="hidden").run()

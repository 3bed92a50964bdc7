"""The dashboard: page settings, wiring and navigation; `monitor run` and `monitor demo` start it."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from functools import partial

import streamlit as st

from monitor import config, desk, sources
from monitor.errors import MonitorError
from monitor.store import Store
from monitor.ui import frame, pushes, today

_DEMO_SECONDS, _LIVE_SECONDS = 3, 30


@st.cache_resource(max_entries=1, show_spinner=False)
def _seen(key: tuple[str, ...], _store: Store, _chosen: config.Config) -> desk.Seen:
    """What is shown, built again when something was stored, a story went on, the config changed, an hour ended."""
    return desk.look(_store, _chosen)


def _page(chosen: config.Config, show: Callable[[desk.Seen, Store], None]) -> None:
    try:
        with closing(Store.open(chosen.store, readonly=True)) as store:
            show(_seen(desk.key(store, chosen), store, chosen), store)
    except MonitorError as error:
        _seen.clear()  # what was wiped must not live on in memory
        desk.forget()
        today.trouble(str(error))


def _today(chosen: config.Config, seen: desk.Seen, _: Store) -> None:
    beside = partial(today.render, invented=seen.invented, note=seen.note, rest=seen.rest)
    beside(seen.views, campaign=chosen.campaign, now=seen.now)


def _pushes(chosen: config.Config, seen: desk.Seen, store: Store) -> None:
    frame.begin(invented=seen.invented)
    shown = partial(pushes.render, campaign=chosen.campaign, aliases=seen.aliases)
    shown(seen.pushes, seen.effects, now=seen.now, act=partial(desk.act, store, chosen, seen))


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
    _again = st.fragment(_page, run_every=_DEMO_SECONDS if sources.invented(_chosen.sources) else _LIVE_SECONDS)
    _first = st.Page(lambda: _again(_chosen, partial(_today, _chosen)), title="Today", default=True)
    _second = st.Page(lambda: _again(_chosen, partial(_pushes, _chosen)), title="Pushes", url_path="pushes")
    st.navigation([_first, _second], position="top").run()

"""The dashboard: page settings, wiring and navigation; `monitor run` and `monitor demo` start it."""

from __future__ import annotations

import os
from contextlib import closing

import streamlit as st

from monitor import config, desk, discreet, sources
from monitor.desk import history, pushes, reports, settings, today, warnings
from monitor.errors import MonitorError
from monitor.store import Store
from monitor.ui import entrance, frame, screens
from monitor.ui.viewer import Viewer

_DEMO_SECONDS, _LIVE_SECONDS = 3, 30
_SCREENS = {
    "today": screens.screen(today.page, screens.today.render),
    "history": screens.screen(history.page, screens.history.render),
    "warnings": screens.screen(warnings.page, screens.warnings.render),
    "pushes": screens.screen(pushes.page, screens.pushes.render),
    "reports": screens.screen(reports.page, screens.reports.render),
    "settings": screens.screen(settings.page, screens.settings.render),
}


@st.cache_resource(max_entries=1, show_spinner=False)
def _seen(key: tuple[str, ...], _store: Store, _chosen: config.Config) -> desk.Seen:
    """What is shown, built again when something was stored, a story went on, the config changed, an hour ended."""
    return desk.look(_store, _chosen)


def _page(name: str, chosen: config.Config, viewer: Viewer) -> None:
    entrance.stay(chosen.team, chosen.path)
    try:
        with closing(Store.open(chosen.store, readonly=True)) as store:
            seen = frame.reading(viewer, lambda: _seen(desk.key(store, chosen), store, chosen), first=desk.is_first())
            mine = desk.Desk(seen, store, chosen, viewer.may_edit)
            frame.begin(desk.frame(mine), name, viewer)
            _SCREENS[name](mine, viewer)
    except MonitorError as error:
        _seen.clear()  # what was wiped must not live on in memory
        desk.forget()
        screens.trouble(str(error), viewer)


def _run(chosen: config.Config) -> None:
    viewer = entrance.viewer(chosen.team, chosen.campaign.languages, chosen.campaign.timezone)
    st.set_page_config(page_title=f"{chosen.campaign.alias} · Monitor")
    again = st.fragment(_page, run_every=_DEMO_SECONDS if sources.invented(chosen.sources) else _LIVE_SECONDS)
    frame.navigation(lambda name: again(name, chosen, viewer), tuple(_SCREENS), viewer)


discreet.begin()
frame.style()
try:
    _run(desk.configured(os.environ))
except MonitorError as error:
    entrance.trouble(str(error), again_seconds=_LIVE_SECONDS)

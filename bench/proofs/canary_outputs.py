"""Everything Monitor writes, says, sends and shows, made of what was collected of marked people."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from unittest import mock
from urllib.request import urlopen

from streamlit import config as streamlit_config
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from monitor import config, desk, sources
from monitor.cli import main
from monitor.cli.keeping import served_calendar
from monitor.desk import reports
from monitor.shown.reports import Numbers
from monitor.store import Store
from monitor.supervise import ROOT

from .canary_process import World, say

CONFIG, SERVER = "config.yaml", "server.yaml"
_PAGES = ("today", "history", "warnings", "pushes", "reports", "settings")
_LANGUAGES = ("en", "ru")
_PATIENCE_SECONDS = 60

COMMANDS: Mapping[str, Sequence[str]] = {
    "plan": ["push", "add", "--topic", "light", "--at", "2026-11-21 18:00", "--owner", "Team"],
    "pushes": ["push", "list", "--all", "--json"],
    "push": ["push", "show", "1"],
    "effects": ["push", "effect", "1"],
    "warnings": ["warning", "list"],
    "status": ["status"],
    "status-json": ["status", "--json"],
    "export": ["export"],
    "export-json": ["export", "--json"],
    "check": ["check", "--send-test"],
    "letter": ["report"],
    "letter-html": ["report", "--html", "--language", "ru"],
    "figure": ["report", "--figure", "figure.png", "--topic", "Topic 2"],
    "figure-pdf": ["report", "--figure", "figure.pdf", "--topic", "Topic 2", "--language", "ru"],
    "snapshot": ["report", "--snapshot", "public.html", "--topic", "Topic 1", "--topic", "Topic 2"],
    "calendar": ["calendar", "--output", "pushes.ics"],
}
MADE: Mapping[str, bytes] = {
    "push.stdout": b"Topic",
    "warnings.stdout": b"Topic 2",
    "status.stdout": b"Topic 1",
    "status-json.stdout": b'"Topic 1"',
    "export.stdout": b"lanterns",
    "export-json.stdout": b"lanterns",
    "check.stdout": b"a test is on its way",
    "letter.stdout": b"Topic 2",
    "letter-html.stdout": b"<html",
    "figure.png": b"\x89PNG",
    "figure.pdf": b"%PDF",
    "public.html": b"<html",
    "pushes.ics": b"BEGIN:VEVENT",
    "feed.ics": b"BEGIN:VEVENT",
    "numbers.csv": b"Topic 1",
    "monitor.db": b"SQLite format 3",
    **{f"page-{name}-{language}": b"Topic" for name in _PAGES for language in _LANGUAGES},
}


def chosen(world: World, name: str = CONFIG) -> config.Config:
    """The campaign as the commands read it."""
    return config.load(world.folder / name, sources=sources.settings())


def commands(world: World) -> None:
    """Every command that tells or writes something, one after the other."""
    for name, arguments in COMMANDS.items():
        say(world, name)
        with suppress(SystemExit):
            main(["-v", "--config", str(world.folder / CONFIG), *arguments], prog_name="monitor")


def feed(world: World) -> None:
    """The calendar as a calendar program fetches it while `monitor run` serves it."""
    mine, told = chosen(world), list[str]()
    with closing(Store.open(mine.store)) as store, served_calendar(mine, store, told.append):
        address = told[0].split()[6]
        with urlopen(address, timeout=10) as answer:
            Path("feed.ics").write_bytes(answer.read())


def pages(world: World) -> None:
    """Every page in both languages as the socket carries it to a browser, and the file of numbers it offers."""
    app = _dashboard(world).run()
    places = {str(one.get("url_pathname") or _PAGES[0]): place for place, one in app._registered_pages.items()}
    for language in _LANGUAGES:
        for name in _PAGES:
            app.query_params["lang"] = language
            app._page_hash = places[name]  # AppTest itself goes to pages in files only
            _shown(world, app, f"page-{name}-{language}")
    mine = chosen(world)
    with closing(Store.open(mine.store, readonly=True)) as store:
        page = reports.page(desk.Desk(desk.look(store, mine), store, mine, may_edit=True))
        (world.home / "numbers.csv").write_bytes(page.numbers(Numbers("", 0)))


def first_page(world: World) -> None:
    """The page that opens, whatever becomes of it."""
    _shown(world, _dashboard(world), "page-broken")


def _dashboard(world: World) -> AppTest:
    """The dashboard, with the settings it is shipped with: Streamlit looks for them in the folder it is started in."""
    os.environ["MONITOR_CONFIG"] = str(world.folder / CONFIG)
    os.chdir(ROOT)
    streamlit_config.get_config_options(force_reparse=True)
    return AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=_PATIENCE_SECONDS)


def _shown(world: World, app: AppTest, name: str) -> None:
    """Run a page and keep the messages that go to the browser."""
    sent, real = list[bytes](), LocalScriptRunner.forward_msgs

    def kept(runner: LocalScriptRunner) -> Sequence[object]:
        found = real(runner)
        sent.extend(message.SerializeToString() for message in found)
        return found

    with mock.patch.object(LocalScriptRunner, "forward_msgs", kept):
        app.run()
    (world.home / name).write_bytes(b"\n".join(sent))


def scheduled(world: World) -> None:
    """Collect on a schedule, as `monitor run` does it, into a store on a server; end when every source has answered."""
    mine = chosen(world, SERVER)
    names = {source.name for source in sources.build(mine.sources, mine.topics)}
    threading.Thread(target=_end_once_asked, args=(mine.store, names), daemon=True).start()
    main(["-v", "--config", str(world.folder / SERVER), "schedule"], prog_name="monitor")


def _end_once_asked(url: str, names: set[str]) -> None:
    until = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < until:
        time.sleep(0.3)
        with closing(Store.open(url)) as store:
            if {pulse.source for pulse in store.pulses()} >= names:
                break
    os.kill(os.getpid(), signal.SIGTERM)

"""What else leaves a campaign: files and their names, the calendar, the title of the tab."""

from __future__ import annotations

import ast
import os
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from unittest.mock import patch
from urllib.request import ProxyHandler, build_opener

import streamlit as st
from streamlit.logger import set_log_level
from streamlit.testing.v1 import AppTest

from monitor import config, desk, sources
from monitor.cli.calendar import content
from monitor.clock import wall_clock
from monitor.config import Config
from monitor.counting import Options
from monitor.demo import CONFIG as DEMO
from monitor.desk import reports
from monitor.feed import Feed, new_secret
from monitor.model import DAY
from monitor.rounds import Following, Rounds
from monitor.shown.reports import SHAPES, Numbers, Picture, Public, ReportsPage
from monitor.sources.simulation import STORY_START
from monitor.store import Store
from monitor.words import LANGUAGES
from tests.test_layers import MODULES, ROOT, part_of
from tests.test_ui_reports import shown

_SHOWING = {"ui", "report", "alerts", "words", "dashboard"}  # the parts that write what is shown
_LOADS = re.compile(
    r"""(?:src|href|srcset)\s*=\s*["']?(?:https?:)?//|url\(\s*["']?(?!data:|\#|\{)|@import""", re.IGNORECASE
)


@dataclass
class Made:
    """The names that files are saved under, and everything that leaves, by what it is."""

    names: set[str] = field(default_factory=set)
    found: dict[str, bytes] = field(default_factory=dict)


def make(chosen: Config, made: Made) -> None:
    """Everything that leaves this campaign but its messages."""
    set_log_level("ERROR")  # pages are run without a browser here, which Streamlit warns of
    _saved(chosen, made, "", drawn=True)
    _titles(chosen, made)
    with closing(Store.open(chosen.store, readonly=True)) as store:
        calendar = content(chosen, store, now=wall_clock())
    made.found["calendar"] = calendar
    feed = Feed(0, new_secret(), lambda: calendar)
    feed.start()
    try:
        with build_opener(ProxyHandler({})).open(feed.url, timeout=5) as answer:
            made.found["calendar feed"] = f"{answer.headers}".encode() + answer.read()
    finally:
        feed.stop()
    made.found["names"] = "\n".join(sorted(made.names)).encode()


def _saved(chosen: Config, made: Made, of: str, *, drawn: bool) -> None:
    """Every file of the page Reports, in both languages, and the names they are saved under."""
    with closing(Store.open(chosen.store, readonly=True)) as store:
        page = reports.page(desk.Desk(desk.look(store, chosen), store, chosen, may_edit=True))
        made.found[f"{of}numbers"] = page.numbers(Numbers())
        for language in LANGUAGES:
            letter = page.letter(language)
            made.found[f"{of}letter {language}"] = f"{letter.subject}\n{letter.text}\n{letter.html}".encode()
            _public(page, language, made, of)
            if drawn:
                _drawn(page, language, made, of)
            with _tapped("download_button", lambda arguments: made.names.add(str(arguments[2]))):
                run = shown(page, language=language)
                for chosen_topics in (list(page.known), list(page.known)[:1]):
                    run.multiselect(key="reports-public-topics").set_value(chosen_topics).run()
    if len(made.names) < 2 * len(LANGUAGES):
        raise RuntimeError(f"too few files were offered: {made.names}")


def _public(page: ReportsPage, language: str, made: Made, of: str) -> None:
    public = Public(tuple(page.known), (language, *(one for one in LANGUAGES if one != language)), pushes=True)
    made.found[f"{of}page for the public {language}"] = page.public(public)
    made.found[f"{of}words of the picture {language}"] = "\n".join(page.words(_asked(page, language))).encode()


def _drawn(page: ReportsPage, language: str, made: Made, of: str) -> None:
    """A picture without its dots in one language, a print in the other: each takes long."""
    asked = _asked(page, language)
    if language == LANGUAGES[0]:
        made.found[f"{of}PNG {language}"] = _said_in(page.picture(asked))
    else:
        made.found[f"{of}PDF {language}"] = page.picture(replace(asked, kind="pdf"))


def _asked(page: ReportsPage, language: str) -> Picture:
    return Picture(next(iter(page.drawn)), language, shape=SHAPES[LANGUAGES.index(language) % len(SHAPES)])


def _said_in(png: bytes) -> bytes:
    """The parts of a picture that are not its dots."""
    at, told = 8, list[bytes]()
    while at < len(png):
        size, kind = int.from_bytes(png[at : at + 4], "big"), png[at + 4 : at + 8]
        told += [kind + png[at + 8 : at + 8 + size]] if kind != b"IDAT" else []
        at += size + 12
    return b"\n".join(told)


def _titles(chosen: Config, made: Made) -> None:
    """The title of the tab, and the names of the pages in its address."""
    titles: list[str] = []
    with (
        patch.dict(os.environ, {"MONITOR_CONFIG": str(chosen.path)}),
        _tapped("set_page_config", lambda arguments: titles.append(repr(arguments))),
        _tapped("Page", lambda arguments: titles.append(repr(arguments[1:]))),
    ):
        AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60).run()
    if not any(chosen.campaign.alias in title for title in titles):
        raise RuntimeError(f"the dashboard has no title: {titles}")
    made.found["title"] = "\n".join(titles).encode()


@contextmanager
def _tapped(name: str, heard: Callable[[tuple[object, ...]], object]) -> Iterator[None]:
    """Hear with which values Streamlit is called, and let it do what it does."""
    real = getattr(st, name)

    def tap(*arguments: object, **named: object) -> object:
        heard((*arguments, *named.values()))
        return real(*arguments, **named)

    with patch.object(st, name, tap):
        yield


def of_the_demo(made: Made) -> Config:
    """The same files of the demo's campaign, in the first days of its story."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / DEMO.name
        path.write_text(DEMO.read_text(encoding="utf-8"), encoding="utf-8")
        chosen = config.load(path, sources=sources.settings())
        built = sources.build(chosen.sources, chosen.topics)
        with closing(Store.open(chosen.store)) as store:
            following = Following(chosen.topics, built, Options(language=False, tone=False))
            Rounds(store, following, lambda: STORY_START + 3 * DAY).once()
        _saved(chosen, made, "demo: ", drawn=False)
    return chosen


def remote_in_code() -> list[str]:
    """Every text in the code of pages, letters and pictures that would load something from another machine."""
    found = []
    for path in MODULES:
        if part_of(path) in _SHOWING:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str) and _LOADS.search(node.value):
                    found.append(f"{path.name}:{node.lineno}")
    return found

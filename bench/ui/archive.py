"""The dashboard on an imported archive under `monitor run`: every page in both languages, by axe and by clock."""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser

from bench.faults.figure import Figure, progress
from bench.faults.story import START, Story
from monitor.model import HOUR

from . import axe, looking, serving
from .loading import FIRST_SECONDS, WARM_SECONDS, seconds_to_see

WIDTHS = (320, 1280)
_CONFIG = """
campaign: {name: Imported, alias: Imported, timezone: Europe/Berlin, languages: [en, ru]}
topics:
  lanterns: {alias: Lanterns, tags: [LumenLanterns]}
  harbour: {alias: Harbour, tags: [Harbour]}
sources: {archive: {}}
store: sqlite:///monitor.db
"""
_LANGUAGES = (
    "the lanterns are lit and nobody knows when they come home",
    "фонари горят и никто не знает когда они вернутся",
)


def run(*, widths: tuple[int, ...] = WIDTHS) -> list[Figure]:
    """What visitors see of an archive that was imported an hour ago: in time, whole, and kept out nobody."""
    with tempfile.TemporaryDirectory(prefix="monitor-bench-") as folder:
        config, posts = imported(Path(folder))
        progress(f"an archive of {posts:,} posts is imported")
        with serving.kept_running(config) as url, serving.chromium() as browser:
            seconds = [seconds_to_see(browser, url, charts=2) for _ in range(4)]
            seen, wrong = axe.Seen(), list[str]()
            for page, language in product(serving.PAGES, serving.LANGUAGES):
                axe.look(browser, (url, page, language, "light"), widths, seen)
                wrong += _wrong(browser, url, page, language)
    first, warm = seconds[0], sorted(seconds[1:])[1]
    said = f"{first:.1f} s for the first visitor, {warm:.1f} s after; {posts:,} posts; "
    said += "; ".join(wrong) or f"{len(serving.PAGES) * len(serving.LANGUAGES)} pages whole"
    held = first <= FIRST_SECONDS and warm <= WARM_SECONDS and not wrong
    return [Figure("an imported archive under `monitor run`", held, said), *axe.figures(seen)]


def imported(folder: Path) -> tuple[Path, int]:
    """A campaign with an archive of an invented story in its store; gives its config and how many posts it has."""
    config, archive = folder / "config.yaml", folder / "posts.csv"
    config.write_text(_CONFIG, encoding="utf-8")
    posts = _write(archive)
    command = [sys.executable, "-m", "monitor.cli", "import", str(archive), "--config", str(config)]
    subprocess.run(command, cwd=serving.ROOT, check=True, capture_output=True)
    archive.unlink()
    return config, posts


def _write(path: Path) -> int:
    """The posts of a story whose waves come and go, in two languages and under two hashtags."""
    number = 0
    with path.open("w", newline="", encoding="utf-8") as handle:
        out = csv.writer(handle)
        out.writerow(("id", "created_at", "author_id", "text"))
        for hour, count in enumerate(Story.told(0).posts.tolist()):
            for place in range(count):
                number += 1
                at = START + hour * HOUR + HOUR * place / max(count, 1)
                tag = "#Harbour" if number % 3 == 0 else "#LumenLanterns"
                said = f"{_LANGUAGES[number % 2]} {number} {tag} {'#night' if number % 5 == 0 else ''}"
                out.writerow((str(10**17 + number), at.isoformat(), f"u{number * 7919 % 5000}", said))
    return number


def _wrong(browser: Browser, url: str, name: str, language: str) -> list[str]:
    """What of a page is broken: an error of ours, or nothing that is said."""
    with looking.opened(browser) as page:
        looking.visit(page, serving.address(url, name, language))
        errors = page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count()
        said = len(page.locator("[data-testid=stMain]").inner_text())
    where = f"{serving.name_of(name)} {language}"
    return [f"{where}: {errors} errors"] * bool(errors) + [f"{where} says nothing"] * (said < 100)

"""Hostile texts wherever something comes from posts, sources, staff or config: no script runs, no request leaves."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Dialog, Page, Request

from bench.faults.figure import Figure, progress

from . import looking, serving, texts
from .hostile_store import prepare

_TRAPPED = """
([trap, host]) => [
  ...(window[trap] ? ['a script of theirs ran'] : []),
  ...[...document.querySelectorAll('[src], [href], [srcset], [style]')]
    .filter(one => ['src', 'href', 'srcset', 'style'].some(name => {
      const value = one.getAttribute(name) ?? '';
      return value.includes(host) || value.trim().toLowerCase().startsWith('javascript:'); }))
    .map(one => 'an element of theirs: ' + one.outerHTML.slice(0, 120)),
]
"""
_PLANT = """
([trap, host]) => document.body.insertAdjacentHTML('beforeend',
  `<img src=x onerror="window.${trap} = 1"><img src="http://${host}/planted.png">`)
"""


@dataclass
class Caught:
    """What went wrong on the pages, and which texts were shown."""

    requests: Counter[str] = field(default_factory=Counter)
    scripts: Counter[str] = field(default_factory=Counter)
    shown: set[str] = field(default_factory=set)
    views: int = 0


def run(*, count: int = 1000, batches: int = 5) -> list[Figure]:
    """Row 9: the texts in so many stores, each of whose pages is opened, unfolded and pointed at, in both languages."""
    with serving.chromium() as browser:
        return tried(browser, count=count, batches=batches)


def tried(
    browser: Browser,
    *,
    count: int,
    batches: int,
    languages: Sequence[str] = serving.LANGUAGES,
) -> list[Figure]:
    """What so many texts do in a browser, and the proof that what they try would be caught."""
    seen, planted = Caught(), Caught()
    for number, url in enumerate(shown(texts.hostile(count), batches=batches)):
        look_everywhere(browser, url, languages, seen)
        if not number:
            _plant(browser, url, planted)
    return [
        harmless(seen, count=count),
        Figure(
            "a planted script and a planted request are both caught",
            bool(planted.requests) and any("ran" in one for one in planted.scripts),
            "; ".join([*planted.requests, *planted.scripts][:3]),
        ),
    ]


def harmless(seen: Caught, *, count: int) -> Figure:
    """Whether nothing of so many texts did anything, and most of them were really shown."""
    said = f"{len(seen.shown):,} of {count:,} texts were shown in {seen.views} views; "
    said += "; ".join([*seen.requests, *seen.scripts][:4]) or "0 scripts, 0 requests"
    held = not seen.requests and not seen.scripts and len(seen.shown) >= count // 2
    return Figure(f"{count:,} hostile texts: 0 scripts run, 0 requests to other hosts", held, said)


def shown(given: Sequence[str], *, batches: int, script: Path = serving.ROOT / "dashboard.py") -> Iterator[str]:
    """The address of a dashboard (or another script's) that shows them, for one part of the texts after another."""
    size = -(-len(given) // batches)
    for first in range(0, len(given), size):
        with tempfile.TemporaryDirectory(prefix="monitor-bench-") as folder, ExitStack() as stack:
            config = prepare(Path(folder), given[first : first + size])
            yield stack.enter_context(serving.dashboard(config, script=script))


def look_everywhere(
    browser: Browser, url: str, languages: Sequence[str], seen: Caught, *, pages: Sequence[str] = serving.PAGES
) -> None:
    """Open the pages in these languages; what they ask for, run and show is added to what was seen."""
    for language in languages:
        with looking.opened(browser) as page:
            _listen(page, seen)
            for name in pages:
                looking.visit(page, serving.address(url, name, language))
                for face in looking.faces(page, name):
                    _touch(page)
                    _note(page, f"{serving.name_of(name)}{face} {language}", seen)


def _listen(page: Page, seen: Caught) -> None:
    def asked(request: Request) -> None:
        host = urlsplit(request.url).hostname
        if request.url.split(":")[0] in ("http", "https", "ws", "wss") and host != serving.HOST:
            seen.requests[request.url[:120]] += 1

    def opened(dialog: Dialog) -> None:
        seen.scripts["a dialog opened"] += 1
        dialog.dismiss()

    page.on("request", asked)
    page.on("dialog", opened)


def _touch(page: Page) -> None:
    """Unfold everything twice (folds within folds), and point at every chart, whose words come up then."""
    looking.settle(page)
    looking.unfold(page)
    looking.unfold(page)
    for chart in page.locator("canvas").all()[:8]:
        if chart.is_visible():
            chart.scroll_into_view_if_needed()
            chart.hover(force=True)
    page.wait_for_timeout(300)


def _note(page: Page, where: str, seen: Caught) -> None:
    seen.views += 1
    trapped: list[str] = page.evaluate(_TRAPPED, [texts.TRAP, texts.ELSEWHERE])
    for one in trapped:
        seen.scripts[one] += 1
        progress(f"{where}: {one}")
    shown = set(texts.MARK.findall(page.content()))
    progress(f"{where}: {len(shown)} texts shown")
    seen.shown |= shown


def _plant(browser: Browser, url: str, caught: Caught) -> None:
    """The proof that both are seen: one of each, put into a page by us."""
    with looking.opened(browser) as page:
        _listen(page, caught)
        looking.visit(page, serving.address(url, ""))
        page.evaluate(_PLANT, [texts.TRAP, texts.ELSEWHERE])
        page.wait_for_timeout(800)
        _note(page, "planted", caught)

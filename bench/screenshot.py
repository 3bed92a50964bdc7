"""The pictures in docs/: the demo's six pages at a fixed moment of its story, and Today as on a phone.

usage: python -m bench.screenshot docs
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page

from .ui import looking, serving, story

WIDE, PHONE = 1200, 390
_HEIGHT = "() => document.querySelector('[data-testid=stMainBlockContainer]').getBoundingClientRect().height"
_TALLEST = 2600  # pixels: what lies further down says nothing new in a picture


def main() -> None:
    """Tell the story up to its moment, and take the pictures."""
    folder = Path(sys.argv[1])
    with story.shown() as url, serving.chromium() as browser:
        for name in serving.PAGES:
            _take(browser, serving.address(url, name), folder / f"{serving.name_of(name)}.png", WIDE)
        _take(browser, serving.address(url, ""), folder / "today-phone.png", PHONE)


def _take(browser: Browser, where: str, path: Path, width: int) -> None:
    """A picture of a whole page, as high as it is."""
    with looking.opened(browser, width=width) as page:
        looking.visit(page, where)
        _stretch(page, width)
        page.screenshot(path=path, animations="disabled")


def _stretch(page: Page, width: int) -> None:
    """Make the window as high as the page; the page itself scrolls, not the window."""
    looking.settle(page, quiet_ms=1500)
    needed = min(round(page.evaluate(_HEIGHT)) + 80, _TALLEST)
    page.set_viewport_size({"width": width, "height": max(needed, 700)})
    looking.settle(page, quiet_ms=1500)


if __name__ == "__main__":
    main()

"""Whether every text can be read to its end: nothing cut off, no dots instead of words, no sideways scrolling."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from playwright.sync_api import Page

from bench.faults.figure import Figure, progress

from . import looking, serving, story

WIDTHS = (320, 768, 1280)
SCRIPT = Path(__file__).with_name("stretched_dashboard.py")
# What is cut off: a text wider or higher than a box that hides what sticks out, or that ends outside the window.
_CUT = Path(__file__).with_name("cut.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Scrolled:
    """Where Streamlit hides text that can still be reached: a selector and the way there."""

    selector: str
    reason: str


OTHERS: tuple[Scrolled, ...] = ()


def run(*, widths: Sequence[int] = WIDTHS, pages: Sequence[str] = serving.PAGES) -> list[Figure]:
    """Row 8: all words 40% longer, on every page, in both languages, at each width."""
    cut: Counter[str] = Counter()
    views = 0
    with story.shown(script=SCRIPT) as url, serving.chromium() as browser:
        for name, language in product(pages, serving.LANGUAGES):
            with looking.opened(browser) as page:
                looking.visit(page, serving.address(url, name, language))
                for face, width in ((face, width) for face in looking.faces(page, name) for width in widths):
                    views += 1
                    page.set_viewport_size({"width": width, "height": 900})
                    looking.unfold(page)
                    _note(page, f"{serving.name_of(name)}{face} {language} {width}", cut)
    said = f"{sum(cut.values())} cut in {views} views" + "".join(f"; {one}" for one in list(cut)[:6])
    return [Figure("no text is cut off when all words are 40% longer", not cut, said)]


def cut_off(page: Page) -> list[str]:
    """The texts on a page that cannot be read to their end."""
    found = page.evaluate(_CUT, [one.selector for one in OTHERS])
    return [f"{one['why']}: “{one['text']}” in {one['place']}" for one in found]


def _note(page: Page, where: str, cut: Counter[str]) -> None:
    for one in dict.fromkeys(cut_off(page)):
        cut[one] += 1
        progress(f"{where}: {one}")

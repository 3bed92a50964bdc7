"""How a page is looked at: opened until it is drawn and stands still, every fold unfolded, nothing outside it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Literal

from playwright.sync_api import Browser, Page, TimeoutError

WAIT_MS = 60_000
_REST_MS = 8000
Scheme = Literal["light", "dark"]
SWITCHES = {"history": ".st-key-view"}  # pages with several views, and the switch between them
_DRAWN = """
() => {
  const app = document.querySelector('[data-testid=stApp]');
  const said = document.querySelector('[data-testid=stMain] [data-testid=stText]');
  return Boolean(said && app && app.dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-testid=stSkeleton], [data-testid=stSpinner]'));
}
"""
_TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"
_STILL = """
(quiet) => new Promise(done => {
  const main = document.querySelector('[data-testid=stMain]');
  let timer = setTimeout(end, quiet);
  const last = setTimeout(end, quiet * 6);
  const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(end, quiet); });
  function end() { watch.disconnect(); clearTimeout(last); done(true); }
  watch.observe(main, { childList: true, subtree: true, characterData: true });
})
"""
# Nothing moves or fades: Streamlit opens folds slowly, and pales what a refresh is about to send again.
_AT_REST = """
() => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState !== 'running'
  && !document.querySelector('[data-testid=stMain] [data-stale=true]')
  && document.getAnimations().every(one => one.playState !== 'running'
    || one.effect?.getComputedTiming().endTime === Infinity)
"""
_UNFOLD = (
    "() => document.querySelectorAll('[data-testid=stExpander] details:not([open]) > summary').forEach(e => e.click())"
)


@contextmanager
def opened(browser: Browser, *, width: int = 1280, scheme: Scheme = "light", sharp: float = 1) -> Iterator[Page]:
    """A window of its own, with nothing in its cache."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        timezone_id="Europe/Berlin",
        device_scale_factor=sharp,
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def visit(page: Page, where: str, *, charts: int = 0) -> None:
    """Open an address and wait until its page is drawn: words, so many charts, no run under way, two frames."""
    page.goto(where, timeout=WAIT_MS)
    page.wait_for_function(_DRAWN, timeout=WAIT_MS)
    drawn(page, charts=charts)


def drawn(page: Page, *, charts: int) -> None:
    """Wait for so many charts and two frames."""
    page.wait_for_function(
        "wanted => document.querySelectorAll('canvas').length >= wanted", arg=charts, timeout=WAIT_MS, polling="raf"
    )
    page.evaluate(_TWO_FRAMES)


def settle(page: Page, *, quiet_ms: int = 400) -> None:
    """Wait until nothing on the page has changed for a moment."""
    page.wait_for_selector("[data-testid=stMain]", timeout=WAIT_MS)
    page.evaluate(_STILL, quiet_ms)
    with suppress(TimeoutError):  # what never rests is looked at as it is
        page.wait_for_function(_AT_REST, timeout=_REST_MS)


def unfold(page: Page) -> None:
    """Open everything that is folded, so that it is looked at too."""
    page.evaluate(_UNFOLD)
    settle(page)


def faces(page: Page, name: str) -> Iterator[str]:
    """Every view that a page has, one after another: itself, then each that a switch on it leads to."""
    settle(page)
    yield ""
    switch = page.locator(f"[data-testid=stMain] {SWITCHES[name]} button") if name in SWITCHES else None
    for number in range(1, switch.count() if switch else 0):
        page.locator(f"[data-testid=stMain] {SWITCHES[name]} button").nth(number).click()
        settle(page)
        yield f" {number + 1}"

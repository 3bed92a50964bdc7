"""The demo in a real browser: what a campaigner sees, and that nothing is fetched from another machine."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).parent.parent
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
STATES = re.compile(r"^\W+ (Rising|Steady|Fading|Recovering|Too few|No data)\b")
SECONDS = 60
HIDDEN = ("FreeTheLighthouse", "HarbourNames", "NightSchoolLumen", "Lanterns for Lumen")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: `apt-get install chromium`")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_url(log: Path, demo: "subprocess.Popen[bytes]") -> str:
    """The address the demo prints once the dashboard answers."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until and demo.poll() is None:
        found = re.search(r"http://127\.0\.0\.1:\d+", log.read_text(encoding="utf-8"))
        if found:
            return found.group()
        time.sleep(0.2)
    pytest.fail(f"the demo did not say where it is:\n{log.read_text(encoding='utf-8')[-2000:]}")


@pytest.fixture
def url(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """A demo that runs for one test, with options if the test asks for some."""
    log, options = tmp_path / "demo.log", getattr(request, "param", [])
    command = [sys.executable, "-m", "monitor.cli", "demo", "--port", str(free_port()), "--no-browser", *options]
    with log.open("wb") as written:
        demo = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=written)
    try:
        yield wait_for_url(log, demo)
    finally:
        demo.terminate()
        demo.wait(timeout=30)


@pytest.fixture
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


def test_the_demo_shows_its_states_on_phone_and_desk(url: str, browser: Browser, tmp_path: Path) -> None:
    """Banner, state, chart and next step are visible, nothing overflows, and every request stays on 127.0.0.1."""
    hosts: set[str | None] = set()
    for width in (390, 1280):
        page = browser.new_page(viewport={"width": width, "height": 844})
        page.on("request", lambda request: hosts.add(urlsplit(request.url).hostname))
        page.goto(url)
        page.wait_for_selector("canvas", timeout=SECONDS * 1000)
        check_words(page)
        check_width(page)
        page.screenshot(path=str(tmp_path / f"demo-{width}.png"), full_page=True)
        if width == 390:
            check_place_is_kept(page)
        page.close()
    assert hosts == {"127.0.0.1"}


def check_words(page: Page) -> None:
    """What must be read within ten seconds, and what must never be read."""
    assert page.get_by_text("Invented campaign: every post, person and number here is made up.").is_visible()
    assert page.get_by_role("heading").filter(has_text=STATES).first.is_visible()
    assert page.get_by_text("What next").first.is_visible()
    assert page.title() == "Demo · Monitor"
    everything = page.content()
    assert not [word for word in HIDDEN if word.casefold() in everything.casefold()]


def check_width(page: Page) -> None:
    """No sideways scrolling."""
    wide, seen = page.evaluate(
        "(() => { const m = document.querySelector('[data-testid=stMain]'); return [m.scrollWidth, m.clientWidth] })()"
    )
    assert wide <= seen


def check_place_is_kept(page: Page) -> None:
    """The page moves on with the story while the reader stays where they were."""
    told = page.get_by_text(re.compile(r"^As of "))
    before = told.inner_text()
    page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 700)")
    looked_at = next(number for number, top in enumerate(tops(page)) if top >= 0)
    place = tops(page)[looked_at]
    page.wait_for_function(
        "before => ![...document.querySelectorAll('[data-testid=stText]')].some(e => e.innerText === before)",
        arg=before,
        timeout=SECONDS * 1000,
    )
    # lines more or less above move the page by their height: what the reader looks at stays where it was
    assert abs(tops(page)[looked_at] - place) <= 100


def tops(page: Page) -> list[float]:
    """How far under the window's upper edge each headline and chart begins."""
    found: list[float] = page.evaluate(
        "[...document.querySelectorAll('h2, h3, canvas')].map(one => one.getBoundingClientRect().top)"
    )
    return found


@pytest.mark.parametrize("url", [["--from", "2017-04-18T09:00Z", "--speed", "0.1"]], indirect=True)
def test_a_proposal_is_taken_up_on_its_page(url: str, browser: Browser) -> None:
    """The page fills by itself once a fade has opened a proposal; with an owner and a click it is planned."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{url}/pushes")
    page.get_by_text("Push 1, proposed: Lighthouse").wait_for(timeout=SECONDS * 1000)
    check_width(page)
    page.get_by_label("Who sees to it?").fill("Amina")
    page.get_by_role("button", name="Take time 1").click()
    page.get_by_text("Push 1, planned: Lighthouse").wait_for(timeout=SECONDS * 1000)
    assert page.get_by_text("Owner: Amina").count() == 1
    assert not [word for word in HIDDEN if word in page.inner_text("body")]

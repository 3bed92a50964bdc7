"""The demo in a real browser: what a campaigner sees, who is kept out, and that nothing comes from another machine.

`make bench-ui` does the same at full size.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from bench.ui import axe, keyboard, loading, looking, serving, story

CHROMIUM, FLAGS = serving.CHROMIUM, list(serving.FLAGS)  # other tests with a browser need them too
STATES = re.compile(r"^\W+ (Rising|Steady|Fading|Recovering|Too few|No data)\b")
SECONDS = 60
HERE = "the page itself"
HIDDEN = ("FreeTheLighthouse", "HarbourNames", "NightSchoolLumen", "Lanterns for Lumen")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: `apt-get install chromium`")


@pytest.fixture(scope="module")
def told() -> Iterator[str]:
    """A dashboard on the demo's story, which stands still three days into the first fade."""
    with story.shown(moment=serving.MOMENT, hours=0) as url:
        yield url


def test_the_demo_shows_its_states_on_phone_and_desk(browser: Browser, tmp_path: Path) -> None:
    """Banner, state, chart and next step are visible, nothing overflows, and every request stays on 127.0.0.1."""
    hosts: set[str | None] = set()
    with serving.demo(start="2017-04-13T00:00Z", speed=3.0) as url:
        for width in (390, 1280):
            page = browser.new_page(viewport={"width": width, "height": 844})
            page.on("request", lambda request: hosts.add(host_of(request.url)))
            page.goto(url)
            page.wait_for_selector("canvas", timeout=SECONDS * 1000)
            check_words(page)
            check_width(page)
            page.screenshot(path=str(tmp_path / f"demo-{width}.png"), full_page=True)
            if width == 390:
                check_place_is_kept(page)
            page.close()
    assert hosts - {HERE} == {serving.HOST}


def host_of(address: str) -> str | None:
    """Whom a request goes to; what a page carries in itself (data:, blob:) goes nowhere."""
    return HERE if address.startswith(("data:", "blob:")) else urlsplit(address).hostname


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


def test_a_proposal_is_taken_up_on_its_page(browser: Browser) -> None:
    """The page fills by itself once a fade has opened a proposal; with an owner and a click it is planned."""
    with serving.demo(start="2017-04-18T09:00Z") as url, looking.opened(browser, width=390) as page:
        page.goto(f"{url}/pushes")
        page.get_by_text("Push 1, proposed: Lighthouse").wait_for(timeout=SECONDS * 1000)
        check_width(page)
        page.get_by_label("Who sees to push 1?").fill("Amina")
        page.get_by_role("button", name="Plan push 1 for").first.click()
        page.get_by_text("Push 1, planned: Lighthouse").wait_for(timeout=SECONDS * 1000)
        assert page.get_by_text("Owner: Amina").count() == 1
        assert not [word for word in HIDDEN if word in page.inner_text("body")]


def test_the_first_view_does_not_keep_one_waiting(told: str, browser: Browser) -> None:
    """Three charts are drawn soon; three times the figure is allowed where other tests run on the same cores."""
    loading.seconds_to_see(browser, told)
    assert loading.seconds_to_see(browser, told) <= 3 * loading.WARM_SECONDS


def test_nobody_is_kept_out_of_a_page(told: str, browser: Browser) -> None:
    """axe-core finds nothing, all text stands out, the language is right: each page on a phone, in either form."""
    seen = axe.Seen()
    for number, name in enumerate(serving.PAGES):
        language, scheme = serving.LANGUAGES[number % 2], axe.SCHEMES[number // 2 % 2]
        axe.look(browser, (told, name, language, scheme), (320,), seen)
    assert seen.views >= len(serving.PAGES)
    assert seen.texts >= 20 * seen.views
    assert [str(one) for one in axe.figures(seen) if not one.held] == []


def test_what_keeps_people_out_would_be_seen(told: str, browser: Browser) -> None:
    """A button without a name and pale text, planted on purpose, are both found."""
    with looking.opened(browser) as page:
        looking.visit(page, serving.address(told, ""), charts=1)
        found = axe.plant(page)
    assert found.held, str(found)


@pytest.mark.parametrize("deed", ["read a state", "open the evidence", "plan a push"])
def test_hands_on_the_keyboard_are_enough(told: str, browser: Browser, deed: str) -> None:
    """By Tab, Enter and typing alone the deed is done, and the focus can be seen at every stop."""
    found = keyboard.tried(browser, told, deed)
    assert found.held, str(found)

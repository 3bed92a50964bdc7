"""Five deeds without a mouse: read a state, open the evidence, snooze, plan a push, export."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as BrowserError

from bench.faults.figure import Figure, progress
from monitor.words import say

from . import looking, serving
from .keys import Keyboard

SECONDS = 20_000  # in milliseconds, how long an answer may take on a busy machine
_HEADING = r"^\W* ?(Rising|Steady|Fading|Recovering|Too few|No data)\b"


def run() -> list[Figure]:
    """Row 7: each deed from the first page's load on, in Chromium, by keys alone."""
    with serving.demo() as url, serving.chromium() as browser:
        return [tried(browser, url, name) for name in DEEDS]


def tried(browser: Browser, url: str, name: str) -> Figure:
    """Whether a deed can be done, and whether the eye can follow the focus all the way."""
    with looking.opened(browser, width=1280) as page:
        looking.visit(page, serving.address(url, ""), charts=1)
        looking.settle(page)
        hands = Keyboard(page)
        try:
            said = DEEDS[name](hands)
        except (LookupError, BrowserError) as error:
            return Figure(f"by keyboard alone: {name}", False, f"{error}"[:900])
        lost = list(dict.fromkeys(hands.lost))
        for one in lost:
            progress(f"{name}: the focus cannot be seen at {one}")
        focus = f"focus to be seen at all {hands.stops} stops" if not lost else f"focus lost at {len(lost)} stops"
        return Figure(f"by keyboard alone: {name}", not lost, f"{said}; {focus}")


def read_state(hands: Keyboard) -> str:
    """Past the navigation to the first topic's state, scrolling on as far as it takes."""
    hands.tab_to("Skip to main content")
    hands.press("Enter")
    heading = hands.page.get_by_role("heading").filter(has_text=re.compile(_HEADING)).first
    window = hands.page.viewport_size or {"height": 0}
    for _ in range(20):
        box = heading.bounding_box()
        if box is not None and 0 <= box["y"] <= window["height"] - box["height"]:
            return heading.inner_text().replace("\n", " ")[:60]
        hands.press("ArrowDown")
    raise LookupError("the state does not come into the window")


def open_evidence(hands: Keyboard) -> str:
    """The fold under a topic opens and shows its answers."""
    hands.tab_to(re.escape(say("today.evidence")))
    hands.press("Enter")
    opened = hands.page.locator("details[open] [data-testid=stExpanderDetails] [data-testid=stText]").first
    opened.wait_for(timeout=SECONDS)
    return f"{len(opened.inner_text()):,} characters of evidence"


def snooze(hands: Keyboard) -> str:
    """Warnings are silenced by name and reason."""
    _go_to(hands, "warnings")
    hands.tab_to(re.escape(say("warnings.who")), kind="input")
    hands.type("Amina")
    hands.press("Tab")
    hands.tab_to(re.escape(say("warnings.silence.ask")))
    hands.press("Enter")
    hands.tab_to(re.escape(say("warnings.silence.topic")))
    hands.press("Enter")
    hands.press("ArrowDown")
    hands.press("Enter")
    hands.tab_to(re.escape(say("warnings.silence.reason")), kind="input")
    hands.type("the archive is being moved")
    hands.tab_to(f"^{re.escape(say('warnings.silence.do'))}$", kind="button")
    hands.press("Enter")
    hands.page.get_by_role("button", name=say("warnings.silence.wake")).first.wait_for(timeout=SECONDS)
    return "silence is on, and can be ended"


def plan_push(hands: Keyboard) -> str:
    """A push of one's own is planned, with topic, owner and time."""
    _go_to(hands, "pushes")
    hands.tab_to(re.escape(say("pushes.add")))
    hands.press("Enter")
    hands.tab_to(re.escape(say("pushes.topics")))
    for key in ("ArrowDown", "Enter", "Escape"):
        hands.press(key)
    hands.tab_to(re.escape(say("pushes.owner.new")), kind="input")
    hands.type("Amina")
    time = hands.tab_to(r"\d{4}-\d\d-\d\d \d\d:\d\d", kind="input")
    example = re.search(r"\d{4}-\d\d-\d\d \d\d:\d\d", time.label)
    if example is None:
        raise LookupError("the form does not say how a time is written")
    hands.type(f"{datetime.fromisoformat(example.group()) + timedelta(days=1):%Y-%m-%d %H:%M}")
    hands.tab_to(f"^{re.escape(say('pushes.add.do'))}$", kind="button")
    hands.press("Enter")
    hands.page.get_by_text(re.compile(r"Amina")).first.wait_for(timeout=SECONDS)
    return "it is planned, with Amina as its owner"


def export(hands: Keyboard) -> str:
    """The numbers are saved as a table."""
    _go_to(hands, "reports")
    hands.tab_to(r"\(CSV\)", kind="button")
    with hands.page.expect_download(timeout=SECONDS) as saving:
        hands.press("Enter")
    return f"{saving.value.suggested_filename} is saved"


def _go_to(hands: Keyboard, name: str) -> None:
    """Through the navigation to another page."""
    hands.tab_to(f"^{re.escape(say(f'tab.{name}'))}$", kind="a")
    hands.press("Enter")
    hands.page.wait_for_url(f"**/{name}*", timeout=SECONDS)
    _drawn(hands.page)


def _drawn(page: Page) -> None:
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=SECONDS)
    looking.settle(page)


DEEDS: Mapping[str, Callable[[Keyboard], str]] = {
    "read a state": read_state,
    "open the evidence": open_evidence,
    "snooze": snooze,
    "plan a push": plan_push,
    "export": export,
}

"""What the page *Reports* saves: how long a picture and a print take from the click to the file."""

from __future__ import annotations

import re
import time
from pathlib import Path

from playwright.sync_api import Page

from bench.faults.figure import Figure

from . import looking, serving

REACH_SECONDS = 10.0
_BEGINS = {"PNG": b"\x89PNG\r\n", "PDF": b"%PDF-"}


def run() -> list[Figure]:
    """Row 10: PNG and PDF of the demo, clicked in the browser; the first of a server is the slowest."""
    with serving.demo() as url, serving.chromium() as browser, looking.opened(browser) as page:
        looking.visit(page, serving.address(url, "reports"))
        looking.settle(page)
        return [_saved(page, kind) for kind in _BEGINS]


def _saved(page: Page, kind: str) -> Figure:
    button = page.get_by_role("button", name=re.compile(rf"\({kind}\)")).first
    began = time.perf_counter()
    with page.expect_download(timeout=looking.WAIT_MS) as saving:
        button.click()
    content = Path(saving.value.path()).read_bytes()
    seconds = time.perf_counter() - began
    held = seconds <= REACH_SECONDS and content.startswith(_BEGINS[kind])
    said = f"{seconds:.1f} s, {len(content) / 1000:.0f} kB, {saving.value.suggested_filename}"
    return Figure(f"{kind} of a finding ≤ {REACH_SECONDS:.0f} s", held, said)

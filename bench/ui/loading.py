"""How long until the demo's first page is drawn: from a cold start, for a server's first visitor, and for the next."""

from __future__ import annotations

import statistics
import time

from playwright.sync_api import Browser

from bench.faults.figure import Figure

from . import looking, serving

CHARTS = 3
COLD_SECONDS, FIRST_SECONDS, WARM_SECONDS = 9.0, 6.0, 3.0


def run(*, times: int = 3, visits: int = 5) -> list[Figure]:
    """Row 1: three charts and two frames after them; the demo as a newcomer starts it."""
    cold, first, warm = [], [], []
    with serving.chromium() as browser:
        for _ in range(times):
            began = time.perf_counter()
            with serving.demo(speed=3.0) as url:
                seconds_to_see(browser, url)
                cold.append(time.perf_counter() - began)
            with serving.demo(speed=3.0) as url:
                time.sleep(8)  # until the story up to now is counted, so that only the first visit is timed
                first.append(seconds_to_see(browser, url))
                warm += [seconds_to_see(browser, url) for _ in range(visits)]
    return [
        _figure("from a cold start", cold, COLD_SECONDS),
        _figure("for a warm server's first visitor", first, FIRST_SECONDS),
        _figure("on a warm server", warm, WARM_SECONDS),
    ]


def seconds_to_see(browser: Browser, url: str, *, charts: int = CHARTS) -> float:
    """Seconds from asking for the first page until its charts are drawn, in a window that has seen nothing yet."""
    with looking.opened(browser) as page:
        began = time.perf_counter()
        page.goto(serving.address(url, ""), timeout=looking.WAIT_MS)
        looking.drawn(page, charts=charts)
        return time.perf_counter() - began


def _figure(when: str, seconds: list[float], reach: float) -> Figure:
    half, most = statistics.median(seconds), max(seconds)
    said = f"{half:.1f} s (median of {len(seconds)}), at most {most:.1f} s"
    return Figure(f"first view of the demo with {CHARTS} charts {when} ≤ {reach:.0f} s", half <= reach, said)

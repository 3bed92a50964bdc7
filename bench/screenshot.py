"""The picture in the README: the demo's Today page in headless Chromium.

usage: python -m bench.screenshot docs/today.png
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import urllib.request
from contextlib import suppress
from time import sleep

from playwright.sync_api import sync_playwright

PORT = 8650
MOMENT = "2017-04-21T12:00Z"  # three days into the first fade
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--no-first-run")


def main() -> None:
    """Start the demo, wait for its chart, and take the picture."""
    command = [sys.executable, "-m", "monitor.cli", "demo", "--no-browser", "--port", str(PORT)]
    with subprocess.Popen([*command, "--from", MOMENT, "--speed", "0.1"]) as demo:
        try:
            _wait_for(f"http://127.0.0.1:{PORT}/_stcore/health")
            _take(sys.argv[1])
        finally:
            demo.terminate()


def _wait_for(url: str) -> None:
    for _ in range(120):
        with suppress(OSError), urllib.request.urlopen(url, timeout=2):
            return
        sleep(0.5)


def _take(path: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        page = browser.new_page(viewport={"width": 1200, "height": 980})
        page.goto(f"http://127.0.0.1:{PORT}")
        page.wait_for_selector("canvas", timeout=60_000)
        page.wait_for_timeout(4000)
        page.screenshot(path=path)
        browser.close()


if __name__ == "__main__":
    main()

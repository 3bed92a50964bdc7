"""A reader without a mouse: Tab, Enter, Space, arrows and typing, and whether the eye can follow the focus."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

_MOST_STOPS = 150
_SCROLLED = "main"  # Streamlit's scrolling ground, which Chromium lets the arrows scroll: nothing to do there
# How every element that can be reached looks while it has no focus; it and its box must look different with it.
_LOOK = Path(__file__).with_name("focus.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Stop:
    """Where the focus is: what it is called, what it is, and whether it can be seen there and looks different."""

    label: str
    kind: str
    outside: bool
    shown: bool | None
    seen: bool


@dataclass
class Keyboard:
    """Somebody's hands on the keys of one page; `lost` are the stops at which the eye cannot see the focus."""

    page: Page
    stops: int = 0
    lost: list[str] = field(default_factory=list)

    def press(self, key: str) -> Stop | None:
        """Press a key; gives where the focus is then."""
        self.page.keyboard.press(key)
        self.page.wait_for_timeout(220)  # Streamlit fades its focus ring in
        return self.look()

    def look(self) -> Stop | None:
        """Where the focus is now."""
        found = self.page.evaluate(_LOOK)
        return Stop(**found) if found else None

    def tab_to(self, name: str, *, kind: str = "", back: bool = False) -> Stop:
        """Press Tab until the focus is on something whose name matches; LookupError where it never comes there."""
        self.look()
        heard: list[str] = []
        for _ in range(_MOST_STOPS):
            stop = self.press("Shift+Tab" if back else "Tab")
            if stop is None:
                continue
            self.stops += 1
            heard.append(stop.label)
            if stop.kind != _SCROLLED and (not stop.seen or stop.shown is False):
                self.lost.append(f"{stop.kind} “{stop.label[:50]}”" + ("" if stop.seen else " out of sight"))
            if re.search(name, stop.label) and (not kind or stop.kind == kind):
                return stop
        raise LookupError(
            f"Tab never comes to “{name}”; it came to: … {', '.join(dict.fromkeys(one[:40] for one in heard))[-700:]}"
        )

    def type(self, text: str) -> None:
        """Type into what has the focus, over what stands there."""
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

"""Contrast as WCAG 2 defines it, worked out from the computed style of every text that can be seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

# Text that WCAG leaves out (1.4.3): what cannot be used now. Icons are graphics, which need 3 : 1 (1.4.11).
_MEASURE = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Pale:
    """A text that stands out too little from its ground."""

    text: str
    ratio: float
    needed: float
    ink: str
    ground: str
    place: str

    def __str__(self) -> str:
        """What to mend."""
        return f"{self.ratio:.2f} of {self.needed} : 1, {self.ink} on {self.ground}, “{self.text}” in {self.place}"


def pale(page: Page) -> tuple[int, Sequence[Pale]]:
    """How many texts can be seen on the page, and those that are too pale."""
    measured = [Pale(**one) for one in page.evaluate(_MEASURE)]
    return len(measured), [one for one in measured if one.ratio < one.needed - 0.005]


# Words in a chart are painted: at the left stand those of its axis, with a rim in the colour of their ground. What runs
# on in a row is the grid; of all else, these two colours are there most.
_PAINTED = """
(longest) => [...document.querySelectorAll('canvas')].map(canvas => {
  const wide = Math.round(canvas.width * 0.07), counts = new Map();
  const dots = canvas.getContext('2d')?.getImageData(0, 0, wide, canvas.height).data ?? [];
  const hex = part => part.toString(16).padStart(2, '0');
  const color = at => '#' + [...dots.slice(at * 4, at * 4 + 3)].map(hex).join('');
  for (let at = 0, run = 1; at * 4 < dots.length; at += run, run = 1) {
    if (dots[at * 4 + 3] !== 255) continue;
    const now = color(at);
    while ((at + run) % wide && color(at + run) === now) run += 1;
    if (run <= longest) counts.set(now, (counts.get(now) ?? 0) + run);
  }
  return [...counts].sort((one, other) => other[1] - one[1]).slice(0, 2).map(one => one[0]);
}).filter(colors => colors.length === 2)
"""
_LONGEST = 24  # pixels of a sharp window: longer than any stroke of a letter


def painted(page: Page) -> Sequence[tuple[str, str]]:
    """Ground and ink of the words beside each chart's axis; the window must be sharp, or edges are counted too."""
    return [(ground, ink) for ground, ink in page.evaluate(_PAINTED, _LONGEST)]

"""Colours and shapes, declared once: `.streamlit/config.toml` repeats them for the theme and a test compares the two.

The inks were searched so that any two states stay apart (CIEDE2000) also without red, green or blue cones
(Machado, Oliveira and Fernandes 2009, severity 1), and so that text keeps a contrast of 4.5 : 1 on its ground.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from ..model import State

Slot = Literal["red", "orange", "blue", "green", "violet", "gray"]


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour for text and the ground it stands on, as #rrggbb."""

    text: str
    ground: str


@dataclass(frozen=True, slots=True)
class Mark:
    """How a state looks: a shape that needs no colour, and the theme's slot that holds its colours."""

    shape: str
    slot: Slot
    light: Ink
    dark: Ink


LIGHT = Ink(text="#1f2328", ground="#ffffff")
DARK = Ink(text="#eef0f2", ground="#14171a")
LIGHT_CARD = "#f2f4f6"
DARK_CARD = "#1f242a"

MARKS: Mapping[State, Mark] = MappingProxyType(
    {
        State.FADING: Mark("▼", "red", Ink("#c01e02", "#fdeeea"), Ink("#f46061", "#2e1716")),
        State.NO_DATA: Mark("?", "gray", Ink("#585d6a", "#eef0f3"), Ink("#a4a8ac", "#25292e")),
        State.RECOVERING: Mark("◆", "violet", Ink("#8c43c7", "#f7f0fd"), Ink("#eee5fb", "#33284a")),
        State.RISING: Mark("▲", "blue", Ink("#16375e", "#e9f1fb"), Ink("#4f9eeb", "#12263a")),
        State.STEADY: Mark("●", "green", Ink("#157652", "#e8f6f0"), Ink("#8dfec5", "#0f2f23")),
        State.TOO_FEW: Mark("◌", "orange", Ink("#3f2d1e", "#f6eee4"), Ink("#feca25", "#332a0e")),
    }
)
"""The states, the most urgent first."""

# one colour each for both grounds: at least 3 : 1 against either
LINE = "#3f7fc9"
BAND = "#3f7fc9"
BAND_OPACITY = 0.3
LINES = (LINE, "#c2611f", "#2f8f62", "#9a5fd0", "#cf4a7c", "#2a8a94", "#a07037", "#85898f")  # series side by side
PUSH = "#935928"
NEWS = "#ba8a29"
GAP = "#85898f"
GAP_OPACITY = 0.35
CHART_LIGHT, CHART_DARK = "#585d6a", "#a4a8ac"  # the words of a chart, by the theme

BANNER_LIGHT = Ink(text="#4a3200", ground="#ffdf80")
BANNER_DARK = Ink(text="#ffe9a8", ground="#5a4300")

# Sizes, spacing and the banner's place only: without it the page reads the same, less well.
STYLE = """<style>
[data-testid="stMainBlockContainer"] { padding-top: 4.5rem; padding-bottom: 3rem; max-width: 72rem; }
[class*="st-key-alias-"] [data-testid="stText"] { font-size: 1.05rem; font-weight: 600; overflow-wrap: anywhere; }
[class*="st-key-topic-"] > div:first-child [data-testid="stText"] { font-weight: 600; overflow-wrap: anywhere; }
[class*="st-key-topic-"] h2 { font-size: 1.25rem; padding: 0 0 0.25rem; }
[class*="st-key-facts-"] [data-testid="stText"] > span::first-line { font-size: 0.85rem; font-weight: 600; }
[class*="st-key-chart-"] > div:first-child [data-testid="stText"] { font-size: 0.85rem; font-weight: 600; }
[class*="st-key-chart-"] > div:last-child [data-testid="stText"] > span::first-line { font-weight: 600; }
[class*="st-key-chart-"] > div:not(:first-child) [data-testid="stText"] { font-size: 0.85rem; overflow-wrap: anywhere; }
[class*="st-key-source-"] [data-testid="stText"] { font-size: 0.9rem; overflow-wrap: anywhere; }
[class*="st-key-next-"] { border-left-width: 0.4rem; border-left-color: currentColor; }
[data-stale="true"], [data-testid="stExpander"] summary { opacity: 1 !important; }
h1 { padding: 0 0 0.25rem; }
[data-testid="stTopNavLink"]:focus-visible, [data-testid="stSidebarNavLink"]:focus-visible {
  outline: 3px solid currentColor; outline-offset: 1px; }
[data-testid="stExpandSidebarButton"] { width: auto; }
[data-testid="stExpandSidebarButton"]::after { content: "Menu"; }
:lang(ru) [data-testid="stExpandSidebarButton"]::after { content: "Меню"; }
.st-key-language { position: fixed; top: 0.7rem; right: 1rem; z-index: 1000000; width: auto; }
.st-key-spoken { height: 0; }
.table { overflow-x: auto; }
.table table { border-collapse: collapse; font-size: 0.9rem; }
.table caption { text-align: left; font-weight: 600; padding-bottom: 0.3rem; }
.table th, .table td { padding: 0.25rem 1rem 0.25rem 0; text-align: left; vertical-align: top; }
.table th { font-weight: 600; }
.table th[scope="row"] { font-weight: 400; }
.table .number { text-align: right; font-variant-numeric: tabular-nums; }
.table tr + tr > * { border-top: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
.st-key-invented { position: sticky; top: 3.9rem; z-index: 99; }
</style>"""

"""Colours: readable, apart for every kind of eye, and the same in the theme as in the palette."""

import math
import tomllib
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from monitor.model import State
from monitor.ui import palette

CONFIG = tomllib.loads((Path(__file__).parent.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
THEMES = ("light", "dark")
BASE = {"light": palette.LIGHT, "dark": palette.DARK}
Triple = NDArray[np.float64]

# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB
SIGHT = {
    "every cone": np.eye(3),
    "no red cones": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "no green cones": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "no blue cones": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)


def linear(color: str) -> Triple:
    """#rrggbb as linear RGB."""
    parts = np.array([int(color[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    low, high = sorted(float(linear(color) @ TO_XYZ[1]) for color in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: Triple) -> Triple:
    """CIE L*a*b* of linear RGB under D65."""
    scaled = TO_XYZ @ np.clip(rgb, 0, 1) / (TO_XYZ @ np.ones(3))
    x, y, z = np.where(scaled > 216 / 24389, np.cbrt(scaled), (24389 / 27 * scaled + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def difference(one: Triple, other: Triple) -> float:
    """CIEDE2000 (Sharma, Wu and Dalal 2005)."""
    chroma = (math.hypot(one[1], one[2]) + math.hypot(other[1], other[2])) / 2
    stretch = 1.5 - 0.5 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    c1, c2 = (math.hypot(color[1] * stretch, color[2]) for color in (one, other))
    h1, h2 = (math.degrees(math.atan2(color[2], color[1] * stretch)) % 360 for color in (one, other))
    turn = (h2 - h1 + 180) % 360 - 180
    lightness, mean_c, mean_h = (one[0] + other[0]) / 2, (c1 + c2) / 2, (h1 + turn / 2) % 360
    wave = (
        1
        - 0.17 * math.cos(math.radians(mean_h - 30))
        + 0.24 * math.cos(math.radians(2 * mean_h))
        + 0.32 * math.cos(math.radians(3 * mean_h + 6))
        - 0.20 * math.cos(math.radians(4 * mean_h - 63))
    )
    away = (lightness - 50) ** 2
    light = (other[0] - one[0]) / (1 + 0.015 * away / math.sqrt(20 + away))
    colour = (c2 - c1) / (1 + 0.045 * mean_c)
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * mean_c * wave)
    bend = 2 * math.sqrt(mean_c**7 / (mean_c**7 + 25**7))
    rotation = -bend * math.sin(math.radians(60 * math.exp(-(((mean_h - 275) / 25) ** 2))))
    return math.sqrt(light**2 + colour**2 + hue**2 + rotation * colour * hue)


def inks(theme: str) -> list[palette.Ink]:
    """The inks of all states in a theme."""
    return [mark.light if theme == "light" else mark.dark for mark in palette.MARKS.values()]


def test_the_measure_itself_is_right():
    """A pair published with CIEDE2000 comes out as published; black on white has a contrast of 21."""
    pair = np.array([50.0, 2.6772, -79.7751]), np.array([50.0, 0.0, -82.7485])
    assert difference(*pair) == pytest.approx(2.0425, abs=1e-4)
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("theme", THEMES)
def test_text_is_readable_on_its_ground(theme):
    """Every state's ink has 4.5 : 1 on its own ground and on the page; so have page, cards and banner."""
    pairs = [(ink.text, ground) for ink in inks(theme) for ground in (ink.ground, BASE[theme].ground)]
    card = palette.LIGHT_CARD if theme == "light" else palette.DARK_CARD
    banner = palette.BANNER_LIGHT if theme == "light" else palette.BANNER_DARK
    pairs += [(BASE[theme].text, BASE[theme].ground), (BASE[theme].text, card), (banner.text, banner.ground)]
    pairs.append((palette.CHART_LIGHT if theme == "light" else palette.CHART_DARK, BASE[theme].ground))
    assert min(contrast(*pair) for pair in pairs) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("color", [palette.LINE, palette.GAP, palette.PUSH, palette.NEWS])
def test_lines_and_shading_stand_out_from_the_page(theme, color):
    """What is drawn has 3 : 1 against either ground, as WCAG asks of graphics."""
    assert contrast(color, BASE[theme].ground) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", SIGHT)
def test_states_are_apart_for_every_kind_of_eye(theme, sight):
    """No two states come closer than CIEDE2000 of 15, whichever cones are missing."""
    seen = [lab(SIGHT[sight] @ linear(ink.text)) for ink in inks(theme)]
    assert min(difference(one, other) for one, other in combinations(seen, 2)) >= 15


@pytest.mark.parametrize("sight", SIGHT)
def test_the_marks_of_a_chart_are_apart_for_every_kind_of_eye(sight):
    """Line, pushes, days full of news and gaps come no closer than 15; number, dots and shading differ besides."""
    seen = [lab(SIGHT[sight] @ linear(color)) for color in (palette.LINE, palette.PUSH, palette.NEWS, palette.GAP)]
    assert min(difference(one, other) for one, other in combinations(seen, 2)) >= 15


def test_every_state_has_a_shape_of_its_own():
    """Colour is never the only sign."""
    assert set(palette.MARKS) == set(State)
    assert len({mark.shape for mark in palette.MARKS.values()}) == len(State)
    assert len({mark.slot for mark in palette.MARKS.values()}) == len(State)


@pytest.mark.parametrize("theme", THEMES)
def test_the_theme_repeats_the_palette(theme):
    """The settings that Streamlit reads hold the palette's colours."""
    found = CONFIG["theme"][theme]
    card = palette.LIGHT_CARD if theme == "light" else palette.DARK_CARD
    banner = palette.BANNER_LIGHT if theme == "light" else palette.BANNER_DARK
    expected = {
        "backgroundColor": BASE[theme].ground,
        "textColor": BASE[theme].text,
        "secondaryBackgroundColor": card,
        "yellowTextColor": banner.text,
        "yellowBackgroundColor": banner.ground,
    }
    for mark, ink in zip(palette.MARKS.values(), inks(theme), strict=True):
        expected |= {f"{mark.slot}TextColor": ink.text, f"{mark.slot}BackgroundColor": ink.ground}
    assert {key: found[key] for key in expected} == expected


def test_the_shipped_settings_are_safe():
    """Loopback only, no details, no statistics, no export, protections on, nothing fetched from elsewhere."""
    assert CONFIG["server"]["address"] == "127.0.0.1"
    assert CONFIG["server"]["enableXsrfProtection"] is CONFIG["server"]["enableCORS"] is True
    assert CONFIG["server"]["enableAgentApi"] is CONFIG["server"]["enableStaticServing"] is False
    assert CONFIG["client"]["showErrorDetails"] == "none"
    assert CONFIG["client"]["disableDataExport"] is True
    assert CONFIG["browser"]["gatherUsageStats"] is False
    text = (Path(__file__).parent.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert "://" not in text

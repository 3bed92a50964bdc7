"""The greys and shapes that everything printed uses: nothing in it is told by colour."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

INK = "#000000"
SOFT = "#4a4a4a"  # small print
GROUND = "#ffffff"
BAND = "#d2d2d2"
BAND_EDGE = "#666666"
GAP = "#949494"
GAP_HATCH = "#4a4a4a"

LIGHT: Mapping[str, str] = MappingProxyType(
    {"ink": "#14171a", "soft": "#4a4f55", "ground": "#ffffff", "band": BAND, "edge": BAND_EDGE, "gap": GAP}
)
DARK: Mapping[str, str] = MappingProxyType(
    {
        "ink": "#f2f4f6",
        "soft": "#b9bfc6",
        "ground": "#14171a",
        "band": "#3b4148",
        "edge": "#9aa1a9",
        "gap": "#6c737b",
    }
)


def luminance(colour: str) -> float:
    """The relative luminance of #rrggbb as WCAG defines it.

    >>> luminance("#ffffff"), luminance("#000000")
    (1.0, 0.0)
    """
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How far apart two colours are, from 1 to 21.

    >>> contrast("#ffffff", "#000000")
    21.0
    """
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)

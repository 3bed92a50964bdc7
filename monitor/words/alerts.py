"""The texts of alerts: what is said of attention, by area."""

from __future__ import annotations

from collections.abc import Mapping

from . import answers, headlines, numbers, overview, reasons, sources, steps
from .text import Text

TEXTS: Mapping[str, Text] = {
    **numbers.TEXTS,
    **headlines.TEXTS,
    **steps.TEXTS,
    **answers.TEXTS,
    **sources.TEXTS,
    **overview.TEXTS,
    **reasons.TEXTS,
}

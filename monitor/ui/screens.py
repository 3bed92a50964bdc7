"""The six pages as the dashboard puts them together, and what stands in their place where nothing can be shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from . import cards, frame, history, pushes, reports, settings, today, warnings
from .viewer import Viewer

__all__ = ["history", "pushes", "reports", "screen", "settings", "today", "trouble", "warnings"]

_Desk = TypeVar("_Desk")
_Page = TypeVar("_Page")


def screen(build: Callable[[_Desk], _Page], render: Callable[[_Page, Viewer], None]) -> Callable[[_Desk, Viewer], None]:
    """A page: its value is built from a desk, and shown to a viewer."""
    return lambda desk, viewer: render(build(desk), viewer)


def trouble(sentence: str, viewer: Viewer) -> None:
    """Let go of what was drawn, as what was wiped must not live on in memory, and say why nothing is shown.

    Who wiped it reads what became of that, and nothing else.
    """
    cards.forget()
    settings.wiped(viewer)
    if not settings.is_wiped():
        frame.trouble(sentence, viewer)

"""What a bench found: one line a promise."""

from __future__ import annotations

import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """A promise, whether it held, and the figure that shows it."""

    promise: str
    held: bool
    said: str

    def __str__(self) -> str:
        """The line that is printed."""
        return f"{'holds ' if self.held else 'BROKEN'}  {self.promise}: {self.said}"


def progress(line: str) -> None:
    """Say on stderr how far a long bench is."""
    print(line, file=sys.stderr, flush=True)

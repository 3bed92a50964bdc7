"""What a bench found: one line a promise."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
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


def printed(benches: Mapping[str, Callable[[], Sequence[Figure]]], names: Iterable[str]) -> bool:
    """Run the benches of these names, print a line a promise and how long each took; whether every promise held."""
    held = True
    for name in names:
        began = time.perf_counter()
        for figure in benches[name]():
            held &= figure.held
            print(figure, flush=True)
        print(f"        ({name}: {time.perf_counter() - began:.0f} s)", flush=True)
    return held

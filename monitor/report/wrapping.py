"""Lines as wide as the sheet: words are measured in the font they are printed in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties


@dataclass(frozen=True, slots=True)
class Wrapping:
    """Wraps text to a width in dots."""

    renderer: RendererAgg
    width: float

    def lines(self, text: str, *, size: float, heavy: bool = False) -> list[str]:
        """The lines of a text; a word that is wider than a line is broken."""
        font = FontProperties(size=size, weight="bold" if heavy else "normal")
        found: list[str] = []
        line = ""
        for word in text.split():
            longer = f"{line} {word}".strip()
            if self._wide(longer, font) <= self.width:
                line = longer
                continue
            *whole, last = self._pieces(word, font)
            found += [part for part in (line, *whole) if part]
            line = last
        return [*found, line] if line else found

    def _pieces(self, word: str, font: FontProperties) -> Iterator[str]:
        """A word in pieces that fit."""
        piece = ""
        for letter in word:
            if piece and self._wide(piece + letter, font) > self.width:
                yield piece
                piece = ""
            piece += letter
        yield piece

    def _wide(self, text: str, font: FontProperties) -> float:
        measured = self.renderer.get_text_width_height_descent(text, font, ismath=False)  # type: ignore[no-untyped-call]
        return float(measured[0])

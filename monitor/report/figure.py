"""A finding on one sheet: title and line above, how sure, what is missing and how it was measured under it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from io import BytesIO

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.figure import Figure

from .finding import Finding
from .ink import GROUND, INK, SOFT
from .language import spoken_in
from .plot import plot
from .wrapping import Wrapping

_LINE = 1.32  # the height of a line of text, in its size
_LEGEND = 1.75  # the height of a row of the legend, in its size
_TICKS = 0.36
_LOCK = threading.Lock()  # matplotlib keeps fonts and settings for the whole process
_SETTINGS = {
    "font.family": ["DejaVu Sans"],  # comes with matplotlib, and knows Cyrillic
    "pdf.fonttype": 42,  # letters stay letters, so that a reader can search and hear them
    "hatch.linewidth": 0.7,
}


class Shape(StrEnum):
    """The sheet: an upright A4 page, or a wide one for screens."""

    PAGE = "page"
    WIDE = "wide"


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Sizes in inches, text in points."""

    width: float
    height: float
    margin: float
    dots: int
    title: float
    text: float
    small: float
    legend_columns: int


_SHEETS = {
    Shape.PAGE: _Sheet(8.27, 11.69, 0.7, 150, 17, 10, 8.5, legend_columns=2),
    Shape.WIDE: _Sheet(16.0, 9.0, 0.8, 120, 26, 14, 11.5, legend_columns=4),
}


def png(finding: Finding, *, shape: Shape) -> bytes:
    """The sheet as a PNG that names nobody, no machine and no program."""
    told = {"Software": None, "Title": _title(finding), "Description": finding.alt}
    with _LOCK, mpl.rc_context(_SETTINGS):  # type: ignore[arg-type]
        made = BytesIO()
        compose(finding, shape=shape).savefig(made, format="png", metadata=told)
    return made.getvalue()


def pdf(finding: Finding, *, shape: Shape) -> bytes:
    """The sheet as a PDF with its title, its language and the day it is about."""
    day = datetime(finding.at.year, finding.at.month, finding.at.day, tzinfo=UTC)
    told = {
        "Title": _title(finding),
        "Subject": finding.alt,
        "Creator": "Monitor",
        "Producer": None,
        "CreationDate": day,
    }
    with _LOCK, mpl.rc_context(_SETTINGS):  # type: ignore[arg-type]
        made, figure = BytesIO(), compose(finding, shape=shape)
        FigureCanvasPdf(figure)
        figure.savefig(made, format="pdf", metadata=told)
    return spoken_in(made.getvalue(), finding.paper.language)


def compose(finding: Finding, *, shape: Shape) -> Figure:
    """The sheet with all that is printed on it."""
    sheet = _SHEETS[shape]
    figure = Figure(figsize=(sheet.width, sheet.height), dpi=sheet.dots, facecolor=GROUND)
    renderer = FigureCanvasAgg(figure).get_renderer()  # type: ignore[no-untyped-call]
    wrapping = Wrapping(renderer, (sheet.width - 2 * sheet.margin) * sheet.dots)
    writer = _Writer(figure, sheet, wrapping)
    top = writer.down(sheet.height - sheet.margin, list(_head(finding, sheet)))
    bottom = writer.up(sheet.margin, list(_foot(finding, sheet)))
    rows = -(-4 // sheet.legend_columns)
    low, high = bottom + _TICKS + 0.15, top - rows * _LEGEND * sheet.small / 72 - 0.1
    left = sheet.margin + 5.2 * sheet.small / 72
    axes = figure.add_axes(
        (
            left / sheet.width,
            low / sheet.height,
            (sheet.width - sheet.margin - left) / sheet.width,
            (high - low) / sheet.height,
        )
    )
    axes.set_zorder(5)  # so that a PDF is read from its title on
    plot(axes, finding, size=sheet.small, columns=sheet.legend_columns)
    return figure


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph: its size, whether it is heavy or small print, and the space after it in inches."""

    words: str
    size: float
    heavy: bool = False
    soft: bool = False
    after: float = 0.08


def _title(finding: Finding) -> str:
    return f"{finding.topic}: {finding.title}"


def _head(finding: Finding, sheet: _Sheet) -> Iterator[_Text]:
    yield _Text(finding.heading, sheet.text, heavy=True)
    yield _Text(finding.title, sheet.title, heavy=True)
    yield _Text(finding.subtitle, sheet.text)
    yield _Text(finding.as_of, sheet.small, soft=True, after=0.12)


def _foot(finding: Finding, sheet: _Sheet) -> Iterator[_Text]:
    for note in finding.notes:
        yield _Text(note, sheet.small)
    for number, line in enumerate(finding.closing):
        yield _Text(line, sheet.small, heavy=finding.paper.invented and not number, soft=True)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes paragraphs onto a sheet, each wrapped to its width."""

    figure: Figure
    sheet: _Sheet
    wrapping: Wrapping

    def down(self, top: float, texts: Sequence[_Text]) -> float:
        """Write downwards from `top`; gives back where there is room again, in inches from the foot of the sheet."""
        for text in texts:
            lines = self.wrapping.lines(text.words, size=text.size, heavy=text.heavy)
            for line in lines:
                self._line(line, text, top)
                top -= text.size * _LINE / 72
            top -= text.after
        return top

    def up(self, bottom: float, texts: Sequence[_Text]) -> float:
        """Write so that the last line ends at `bottom`; gives back where the first one begins."""
        wrapped = (self.wrapping.lines(text.words, size=text.size, heavy=text.heavy) for text in texts)
        height = sum(
            len(lines) * text.size * _LINE / 72 + text.after for lines, text in zip(wrapped, texts, strict=True)
        )
        self.down(bottom + height, texts)
        return bottom + height

    def _line(self, line: str, text: _Text, top: float) -> None:
        self.figure.text(
            self.sheet.margin / self.sheet.width,
            top / self.sheet.height,
            line,
            va="top",
            size=text.size,
            weight="bold" if text.heavy else "normal",
            color=SOFT if text.soft else INK,
            parse_math=False,  # a dollar in an alias is a dollar
        )

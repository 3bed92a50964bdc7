"""The line as SVG that stands in a page: shapes only, which stretch; the numbers beside it are the page's own text."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

import numpy as np

from .finding import Finding
from .line import Floats, Line

_WIDTH, _HEIGHT = 720.0, 200.0


def ceiling(top: float) -> float:
    """The round number at which the picture ends, 1 at least; its half is a round number too.

    >>> ceiling(38.2), ceiling(4312.0), ceiling(0.7)
    (40.0, 5000.0, 1.0)
    """
    size = 10.0 ** np.floor(np.log10(max(top, 1.0)))
    return float(next(step * size for step in (1, 2, 4, 5, 6, 8, 10) if step * size >= top))


def svg(finding: Finding, *, name: str) -> str:
    """The line of a finding with its title and its words; `name` tells it from the others on the page."""
    drawn = finding.line
    shapes = "".join((*_band(drawn), *_gaps(drawn, name), *_pushes(drawn), *_strokes(drawn, drawn.level, "level")))
    title, words = escape(finding.subtitle), escape(finding.alt)
    return (
        f'<svg viewBox="0 0 {_WIDTH:.0f} {_HEIGHT:.0f}" preserveAspectRatio="none" role="img" '
        f'aria-labelledby="{name}-title {name}-words"><title id="{name}-title">{title}</title>'
        f'<desc id="{name}-words">{words}</desc>{_hatch(name)}{shapes}</svg>'
    )


def _hatch(name: str) -> str:
    return (
        f'<defs><pattern id="{name}-hatch" width="6" height="6" patternUnits="userSpaceOnUse">'
        '<rect class="gap" width="6" height="6"/><path class="hatch" d="M0 6L6 0"/></pattern></defs>'
    )


def _x(drawn: Line, hours: float) -> float:
    return round(_WIDTH * hours / max(drawn.place(drawn.end), 1.0), 1)


def _y(drawn: Line, value: float) -> float:
    return round(_HEIGHT * (1 - value / ceiling(drawn.top)), 1)


def _runs(values: Floats) -> Iterator[list[int]]:
    """The stretches of hours whose value is known."""
    known = np.isfinite(values).tolist()
    for seen, group in groupby(range(len(known)), key=known.__getitem__):
        if seen:
            yield list(group)


def _points(drawn: Line, values: Floats, run: list[int]) -> list[str]:
    return [f"{_x(drawn, hour + 1)} {_y(drawn, float(values[hour]))}" for hour in run]


def _strokes(drawn: Line, values: Floats, kind: str) -> Iterator[str]:
    for run in _runs(values):
        points = _points(drawn, values, run)
        yield f'<path class="{kind}" d="M{"L".join(points if len(points) > 1 else points * 2)}"/>'


def _band(drawn: Line) -> Iterator[str]:
    for run in _runs(drawn.low + drawn.high):
        there, back = _points(drawn, drawn.low, run), _points(drawn, drawn.high, run)[::-1]
        yield f'<path class="band" d="M{"L".join([*there, *back])}Z"/>'
    for edge in (drawn.low, drawn.high):
        yield from _strokes(drawn, edge, "edge")


def _gaps(drawn: Line, name: str) -> Iterator[str]:
    for gap in drawn.gaps:
        begin, end = (_x(drawn, drawn.place(at)) for at in (gap.start, gap.end))
        size = f'width="{max(end - begin, 1):.1f}" height="{_HEIGHT:.0f}"'
        yield f'<rect x="{begin}" y="0" {size} fill="url(#{name}-hatch)"/>'


def _pushes(drawn: Line) -> Iterator[str]:
    for push in drawn.pushes:
        place = _x(drawn, drawn.place(push))
        yield f'<path class="push" d="M{place} 0V{_HEIGHT:.0f}"/>'

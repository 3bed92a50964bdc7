"""The line itself: black on a hatched light band, gaps darker and hatched otherwise, pushes as marks from above."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from ..alerts.wording import number
from .finding import Finding
from .ink import BAND, BAND_EDGE, GAP, GAP_HATCH, INK, SOFT
from .line import Line

_MOST_DAYS = 5
_BAND_HATCH, _GAPS_HATCH = "....", "////"


def plot(axes: Axes, finding: Finding, *, size: float, columns: int) -> None:
    """Draw a finding's line into these axes, its legend above them."""
    drawn = finding.line
    width = drawn.place(drawn.end)
    axes.set_xlim(0, max(width, 1))
    axes.set_ylim(0, drawn.top * 1.06)
    _band(axes, drawn)
    for gap in drawn.gaps:
        begin, end = drawn.place(gap.start), drawn.place(gap.end)
        axes.axvspan(begin, end, facecolor=GAP, edgecolor=GAP_HATCH, hatch=_GAPS_HATCH, linewidth=0, zorder=2)
    for push in drawn.pushes:
        place = drawn.place(push)
        axes.axvline(place, color=INK, linewidth=1.1, linestyle=(0, (1, 2)), zorder=3)
        axes.plot(
            [place], [1], marker="v", color=INK, markersize=8, transform=axes.get_xaxis_transform(), clip_on=False
        )
    axes.plot(drawn.hours, drawn.level, color=INK, linewidth=1.8, zorder=4)
    _frame(axes, finding, size=size)
    _legend(axes, finding, size=size, columns=columns)


def _band(axes: Axes, drawn: Line) -> None:
    known = np.isfinite(drawn.low) & np.isfinite(drawn.high)
    axes.fill_between(
        drawn.hours,
        drawn.low,
        drawn.high,
        where=known.tolist(),
        facecolor=BAND,
        edgecolor=BAND_EDGE,
        hatch=_BAND_HATCH,
        linewidth=0,
        zorder=1,
    )
    for edge in (drawn.low, drawn.high):
        axes.plot(drawn.hours, edge, color=BAND_EDGE, linewidth=0.9, linestyle="--", zorder=1.5)


def _frame(axes: Axes, finding: Finding, *, size: float) -> None:
    """Days under the line and numbers beside it, in the language of the report."""
    language = finding.paper.language
    axes.yaxis.set_major_locator(MaxNLocator(nbins=4, integer=True))
    axes.yaxis.set_major_formatter(lambda value, _: number(value, language=language))
    days = list(_days(finding))
    axes.set_xticks([finding.line.place(at) for at in days], [_day(at, finding) for at in days])
    axes.tick_params(labelsize=size, labelcolor=INK, color=SOFT, length=4)
    axes.grid(axis="y", color=SOFT, linewidth=0.4, alpha=0.5, zorder=0)
    axes.set_axisbelow(True)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def _day(at: datetime, finding: Finding) -> str:
    return finding.paper.day(at, near=finding.line.end)


def _days(finding: Finding) -> Iterator[datetime]:
    """The midnights that the axis names, a few of them, counted back from the newest; none at its very edge."""
    drawn = finding.line
    midnight = drawn.end.astimezone(ZoneInfo(finding.paper.timezone)).replace(hour=0, minute=0)
    step = max(1, -(-(drawn.end - drawn.start) // timedelta(days=_MOST_DAYS)))
    for back in range(_MOST_DAYS + 1):
        day = midnight - back * timedelta(days=step)
        if drawn.start <= day <= drawn.end:
            yield day


def _legend(axes: Axes, finding: Finding, *, size: float, columns: int) -> None:
    """The names of what is really drawn, above the axes."""
    drawn, say = finding.line, finding.paper.say
    named: list[Line2D | Patch] = [Line2D([], [], color=INK, linewidth=1.8, label=finding.counted)]
    if drawn.has_usual:
        named.append(Patch(facecolor=BAND, edgecolor=BAND_EDGE, hatch=_BAND_HATCH, label=say("reports.usual")))
    if drawn.gaps:
        named.append(Patch(facecolor=GAP, edgecolor=GAP_HATCH, hatch=_GAPS_HATCH, label=say("reports.gap")))
    if drawn.pushes:
        mark = Line2D([], [], color=INK, marker="v", linestyle=(0, (1, 2)), linewidth=1.1, label=say("reports.push"))
        named.append(mark)
    axes.legend(
        handles=named,
        loc="lower left",
        bbox_to_anchor=(0, 1.01),
        borderaxespad=0.2,
        ncols=columns,
        frameon=False,
        fontsize=size,
    )

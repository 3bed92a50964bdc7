"""What each source did last, kept up to date in the terminal while Monitor runs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from ..errors import StoreError
from ..model import Pulse, Status

_WORDS = {
    Status.COMPLETE: ("✓ answers", "green"),
    Status.PARTIAL: ("◐ in part", "yellow"),
    Status.MISSING: ("✗ no answer", "yellow"),
    Status.BLOCKED: ("■ blocked", "red"),
}


_FIRST = "the sources are asked for the first time: going back over the last days may take minutes"


class Display:
    """A table that is drawn anew in place on a terminal; elsewhere nothing is drawn and lines are printed."""

    def __init__(self, pulses: Callable[[], Sequence[Pulse]], clock: Callable[[], datetime]) -> None:
        self._console = Console(stderr=True, highlight=False)
        self._pulses, self._clock = pulses, clock
        self._live = Live(console=self._console, auto_refresh=False, transient=True)

    def __enter__(self) -> Display:
        """Begin to draw."""
        if self._console.is_terminal:
            self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the terminal as it was."""
        self._live.stop()

    def say(self, line: str) -> None:
        """Print a line above the table."""
        self._console.print(line, markup=False, soft_wrap=True)

    def draw(self) -> None:
        """Draw how the sources stand now."""
        if self._console.is_terminal:
            try:
                pulses = self._pulses()
            except StoreError as error:  # busy, or gone for a moment: the next look may be better
                drawn: Group | Text = Text(str(error), style="red")
            else:
                drawn = table(pulses, now=self._clock()) if pulses else Text(_FIRST, style="dim")
            self._live.update(drawn, refresh=True)


def table(pulses: Sequence[Pulse], *, now: datetime) -> Group:
    """One row a source: whether it answers, when it was asked, what that brought, what comes next; then the errors."""
    drawn = Table(box=None, pad_edge=False, header_style="dim")
    for name in ("source", "state", "asked", "brought", "next"):
        drawn.add_column(name)
    for pulse in pulses:
        words, colour = _WORDS[pulse.status]
        cells = (_ago(pulse.tried_at, now), "" if pulse.reason else brought(pulse), _next(pulse, now))
        drawn.add_row(pulse.source, f"[{colour}]{words}[/]", *cells)
    errors = [Text(f"{pulse.source}: {pulse.reason}", style="yellow") for pulse in pulses if pulse.reason]
    return Group(drawn, *errors)


def brought(pulse: Pulse) -> str:
    """What the last good round brought, in words."""
    parts = [f"{pulse.counted:,} posts"] if pulse.counted else []
    parts += [f"{pulse.observed:,} numbers"] if pulse.observed else []
    return ", ".join(parts) or "nothing new"


def _next(pulse: Pulse, now: datetime) -> str:
    if pulse.reason and pulse.retry_at is None:
        return "when mended, and every few hours" if pulse.status is Status.BLOCKED else "soon"
    due = pulse.retry_at or pulse.tried_at + timedelta(minutes=pulse.every_minutes)
    return f"in {_span(due - now)}" if due > now else "now"


def _ago(moment: datetime, now: datetime) -> str:
    return f"{_span(now - moment)} ago" if now > moment else "now"


def _span(time: timedelta) -> str:
    """A span in the largest whole unit.

    >>> _span(timedelta(minutes=95))
    '1 h 35 min'
    """
    minutes = int(time.total_seconds() // 60)
    if minutes < 1:
        return f"{int(time.total_seconds())} s"
    if minutes < 60:
        return f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours < 48 else f"{hours // 24} days"

"""The command `calendar`: the campaign's pushes as a file that calendar programs read."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from ..clock import wall_clock
from ..config import Config
from ..model import aliases_of
from ..store import Store
from .options import config_option, load, opened
from .saving import save


@click.command()
@config_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file, readable by you alone; default: stdout.",
)
def calendar(*, config_path: Path | None, output: Path | None) -> None:
    """Write the campaign's pushes as a calendar (.ics), with aliases only and no drafts.

    Example: monitor calendar --output pushes.ics
    """
    chosen = load(config_path)
    with opened(chosen) as store:
        written = content(chosen, store, now=wall_clock())
    if output is None:
        click.echo(written, nl=False)
    else:
        save(output, written)


def content(chosen: Config, store: Store, *, now: datetime) -> bytes:
    """The calendar of the pushes that are in the store."""
    from ..pushes.calendar import feed  # noqa: PLC0415 - icalendar takes a while to load

    aliases, terms = aliases_of(chosen.topics), [term for topic in chosen.topics for term in topic.terms]
    return feed(store.pushes(), campaign=chosen.campaign, aliases=aliases, now=now, terms=terms)

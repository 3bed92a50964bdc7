"""The command `calendar`: the campaign's pushes as a file that calendar programs read."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from ..clock import wall_clock
from ..config import Config
from ..errors import ConfigError
from ..model import aliases_of
from ..store import Store
from .options import config_option, load, opened, tell
from .saving import save


@click.command()
@config_option
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write to this file, readable by you alone; default: stdout.",
)
@click.option("--address", "shown", is_flag=True, help="Print where `monitor run` serves it, and nothing else.")
@click.option("--new-address", "anew", is_flag=True, help="Replace that address, so that the old one gives nothing.")
def calendar(*, config_path: Path | None, output: Path | None, shown: bool, anew: bool) -> None:
    """Write the campaign's pushes as a calendar (.ics), with aliases only and no drafts.

    Whoever has the address of a calendar that is served can read it. Replace it when somebody leaves.

    Example: monitor calendar --output pushes.ics
    """
    chosen = load(config_path)
    if shown or anew:
        written = f"{_address(chosen, anew=anew)}\n".encode()
    else:
        with opened(chosen) as store:
            written = content(chosen, store, now=wall_clock())
    if output is None:
        click.echo(written, nl=False)
    else:
        save(output, written)
    if anew:
        tell("The old address gives nothing any more; start `monitor run` again to have the new one served.")


def _address(chosen: Config, *, anew: bool) -> str:
    """Where the calendar is served, or will be; ConfigError where the config does not want it."""
    from ..feed import Feed, new_secret  # noqa: PLC0415

    if chosen.feed_port is None:
        raise ConfigError("the calendar is not served: write calendar: {serve: true} into config.yaml")
    with opened(chosen) as store, store.recording(now=wall_clock()) as recording:
        return Feed(chosen.feed_port, recording.feed_secret(new_secret(), anew=anew), bytes).url


def content(chosen: Config, store: Store, *, now: datetime) -> bytes:
    """The calendar of the pushes that are in the store."""
    from ..pushes.calendar import feed  # noqa: PLC0415 - icalendar takes a while to load

    aliases, terms = aliases_of(chosen.topics), [term for topic in chosen.topics for term in topic.terms]
    return feed(store.pushes(), campaign=chosen.campaign, aliases=aliases, now=now, terms=terms)

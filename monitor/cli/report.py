"""The command `report`: the week as the weekly digest tells it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from .. import assess
from ..clock import wall_clock
from ..errors import ConfigError
from ..model import Channel
from .options import MOMENT, config_option, load, notifier, opened


@click.command()
@config_option
@click.option("--at", type=MOMENT, help="The end of the week; default: now, or an archive's last covered hour.")
@click.option("--language", type=click.Choice(["en", "ru"]), default="en", show_default=True, help="Its language.")
@click.option("--html", is_flag=True, help="Write simple HTML instead of plain text.")
def report(*, config_path: Path | None, at: datetime | None, language: str, html: bool) -> None:
    """Tell the week: where attention stands, the numbers, what happened, the last push, what is planned, gaps.

    Example: monitor report --language ru
    """
    chosen = load(config_path)
    readers = Channel("here", language, chosen.campaign.timezone)
    with opened(chosen) as store:
        present = assess.present(store, chosen.sources, now=wall_clock())
        now = present if at is None else _past(at, present=present or wall_clock())
        if now is None:
            views = assess.views(store, topics=chosen.topics)
            now = max((view.leading.assessment.at for view in views), default=wall_clock())
        letter = notifier(chosen, store).weekly(readers, now=now)
    click.echo(letter.html if html else f"{letter.subject}\n\n{letter.text}", nl=html)


def _past(at: datetime, *, present: datetime) -> datetime:
    """The moment asked for; ConfigError where it is still to come, in a story as in life."""
    if at > present:
        raise ConfigError(f"--at: {at:%Y-%m-%d %H:%M} UTC is still to come: leave it out, or give a time that is over")
    return at

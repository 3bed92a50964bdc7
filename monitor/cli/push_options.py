"""What the commands about pushes share: options, times in the campaign's zone, and how a push is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from functools import wraps
from pathlib import Path
from typing import TextIO

import click

from .. import local
from ..actions import pushes as doing
from ..clock import wall_clock
from ..config import Config
from ..errors import ConfigError
from ..model import Check, Push, aliases_of
from ..pushes import telling
from ..rows import iso
from ..store import Store
from ..words import spoken
from .options import load, opened

NUMBER = click.IntRange(1, 2**31 - 1)  # what every store's whole numbers hold
number_argument = click.argument("number", type=NUMBER)
owner_option = click.option("--owner", required=True, metavar="NAME", help="Who sees to it.")
at_option = click.option("--at", required=True, metavar="TIME", help="When it starts, in the campaign's time zone.")
hours_option = click.option(
    "--hours", type=click.FloatRange(0.1, 336), help="How long its window is; default: pushes.hours."
)
reason_option = click.option("--reason", required=True, metavar="TEXT", help="Why: the next ones may be better for it.")
_WRITTEN = (
    click.option("--hook", metavar="TEXT", help='What it hangs on, such as "new testimony".'),
    click.option("--channel", "channels", multiple=True, metavar="NAME", help="Where it goes out; may be repeated."),
    click.option("--language", "languages", multiple=True, metavar="CODE", help="Its languages; may be repeated."),
    click.option("--draft", type=click.File(encoding="utf-8"), help="The file with the draft; - reads stdin."),
)
TICKED = (
    click.option("--exposes-nobody", is_flag=True, help="You have looked at it: it exposes nobody."),
    click.option("--helpline", is_flag=True, help="You have looked at it: it says where to find help."),
)


def details_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options for what staff write and tick, handed on as one value `details`."""

    @wraps(command)
    def gathered(
        *,
        hook: str | None,
        channels: tuple[str, ...],
        languages: tuple[str, ...],
        draft: TextIO | None,
        exposes_nobody: bool,
        helpline: bool,
        **others: object,
    ) -> None:
        checked = checks(exposes_nobody=exposes_nobody, helpline=helpline)
        details = doing.Details(hook, channels or None, languages or None, _read(draft), checked)
        command(details=details, **others)

    for option in reversed((*_WRITTEN, *TICKED)):
        gathered = option(gathered)
    return gathered


def change(config_path: Path | None, made: Callable[[Config, Store], Push], *, make: bool = False) -> None:
    """Change a push and tell what has become of it."""
    chosen = load(config_path)
    with opened(chosen, make=make) as store:
        tell_push(chosen, made(chosen, store))


def tell_push(chosen: Config, what: Push) -> None:
    """Everything there is to say of a push, on stdout."""
    given = {"timezone": zone_of(chosen), "language": language_of(chosen)}
    for line in telling.push_lines(what, aliases=aliases_of(chosen.topics), now=wall_clock(), **given):
        click.echo(line)


def stored(store: Store, number: int) -> Push:
    """The push of a number, or ConfigError."""
    found = store.push(number)
    if found is None:
        raise ConfigError(f"there is no push {number}: `monitor push list` shows them")
    return found


def span(chosen: Config, at: str, hours: float | None) -> tuple[datetime, datetime]:
    """When a push starts and ends, from what staff wrote in the campaign's zone."""
    start = local.moment(at, zone_of(chosen))
    try:
        return start, start + timedelta(hours=hours or chosen.planning.hours)
    except (ValueError, OverflowError) as error:
        raise ConfigError("no clock shows the end of that time: give it another start, or other --hours") from error


def helped(chosen: Config, details: doing.Details) -> doing.Details:
    """The details, with the campaign's helplines to look for in a draft."""
    return replace(details, helplines=chosen.planning.helplines)


def checks(*, exposes_nobody: bool, helpline: bool) -> tuple[Check, ...]:
    """What a human ticked by this very command."""
    ticked = {Check.EXPOSES_NOBODY: exposes_nobody, Check.HELPLINE: helpline}
    return tuple(check for check, told in ticked.items() if told)


def _read(draft: TextIO | None) -> str | None:
    """The draft's text; a file that is no text is the user's to mend."""
    try:
        return None if draft is None else draft.read()
    except UnicodeDecodeError as error:
        raise ConfigError("the draft is not a text file in UTF-8: save it as plain text") from error


def zone_of(chosen: Config) -> str:
    """The campaign's time zone."""
    return chosen.campaign.timezone


def language_of(chosen: Config) -> str:
    """The language that staff are spoken to in."""
    return spoken(chosen.campaign.languages)


def as_json_text(rows: object) -> str:
    """Values for a program: every field, moments in UTC."""
    return json.dumps(rows, default=iso)


def push_row(chosen: Config, what: Push) -> dict[str, object]:
    """A push for a program, with its topics' aliases."""
    aliases = aliases_of(chosen.topics)
    return {**asdict(what), "aliases": [aliases.get(key) for key in what.topics]}

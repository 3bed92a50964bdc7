"""The commands about warnings: what was told, silence for a while, and whether it was of use."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from .. import local
from ..actions import warnings
from ..alerts.as_lines import listed
from ..alerts.listing import Outbox, record, worth_telling
from ..alerts.readers import Readers, Situation
from ..clock import wall_clock
from ..errors import ConfigError
from ..model import Channel, aliases_of
from ..rows import iso, told_row
from ..store import Store
from .options import Commands, config_option, json_option, load, opened
from .push_options import number_argument

_BY = click.option("--by", default="", help="Who says so.")
_EVER = datetime(1970, 1, 1, tzinfo=UTC)


@click.group(cls=Commands)
def warning() -> None:
    """See past warnings, silence them for a while, say whether they were of use.

    Example: monitor warning list
    """


@warning.command("list")
@config_option
@json_option
@click.option("--language", type=click.Choice(["en", "ru"]), default="en", help="The language of the lines.")
def list_(*, config_path: Path | None, as_json: bool, language: str) -> None:
    """List the latest warnings, the snoozes in force, and how many warnings were of use.

    Example: monitor warning list
    """
    chosen, now = load(config_path), wall_clock()
    with opened(chosen) as store:
        found, outbox = store.changes(since=_EVER), _outbox(store, [one.name for one in chosen.channels], now=now)
    if as_json:
        told = [told_row(one) | {"told": _told(one.number, outbox)} for one in found if worth_telling(one)]
        click.echo(json.dumps({"warnings": told, "record": dict(record(found))}))
        return
    here = Channel("here", language, chosen.campaign.timezone)
    for line in listed(found, outbox, Readers(here, Situation(chosen.campaign, aliases_of(chosen.topics), now))):
        click.echo(line)


def _outbox(store: Store, channels: Sequence[str], *, now: datetime) -> Outbox:
    """What went out to each channel, and what it has yet to hear."""
    made = {name: store.messages(name, since=_EVER) for name in channels}
    return Outbox.of(made, store.deliveries(since=_EVER), store.snoozes(now=now))


def _told(number: int, outbox: Outbox) -> dict[str, str | None]:
    """When each channel was told of a change; null where it was not, or not yet."""
    return {
        name: next((iso(one.sent_at) for one in made if any(told.number == number for told in one.told)), None)
        for name, made in outbox.messages.items()
    }


@warning.command()
@number_argument
@config_option
@_BY
def useful(*, number: int, config_path: Path | None, by: str) -> None:
    """Say that a warning was of use.

    Example: monitor warning useful 12
    """
    _say(number, config_path, useful=True, by=by)


@warning.command("not-useful")
@number_argument
@config_option
@_BY
def not_useful(*, number: int, config_path: Path | None, by: str) -> None:
    """Say that a warning was of no use.

    Example: monitor warning not-useful 12
    """
    _say(number, config_path, useful=False, by=by)


def _say(number: int, config_path: Path | None, *, useful: bool, by: str) -> None:
    with opened(load(config_path)) as store:
        if all(one.number != number for one in store.changes(since=_EVER) if worth_telling(one)):
            raise ConfigError(f"there is no warning {number}: `monitor warning list` shows their numbers")
        warnings.judge_warning(store, number, useful=useful, by=by, now=wall_clock())
    click.echo(f"Warning {number} is noted as {'useful' if useful else 'not useful'}.")


@warning.command()
@config_option
@click.option("--topic", help="The topic's key; default: all of them.")
@click.option("--until", required=True, metavar="TIME", help='When it ends, such as "2026-11-24 18:00".')
@click.option("--by", required=True, help="Who wants it.")
@click.option("--reason", required=True, help="Why.")
def snooze(*, config_path: Path | None, topic: str | None, until: str, by: str, reason: str) -> None:
    """Send no warnings until then; they are kept, and told after.

    Example: monitor warning snooze --topic my-topic --until "2026-11-24 18:00" --by Ann --reason "push under way"
    """
    chosen = load(config_path)
    end = local.moment(until, chosen.campaign.timezone)
    keys = list(aliases_of(chosen.topics))
    with opened(chosen) as store:
        made = warnings.snooze(store, topic=topic, until=end, by=by, reason=reason, topics=keys, now=wall_clock())
    click.echo(f"Nothing is sent of {topic or 'any topic'} until then. To end it: monitor warning wake {made.number}")


@warning.command()
@number_argument
@config_option
def wake(*, number: int, config_path: Path | None) -> None:
    """End a snooze now.

    Example: monitor warning wake 3
    """
    with opened(load(config_path)) as store:
        warnings.wake(store, number, now=wall_clock())
    click.echo("Warnings are sent again.")

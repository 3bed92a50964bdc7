"""`monitor wipe`: everything that was counted is destroyed."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ..errors import ConfigError
from .options import config_option, json_option, load, tell


@click.command()
@config_option
@json_option
@click.option("--alias", help="The campaign's alias, to say that you mean it; default: you are asked for it.")
@click.option("--now", is_flag=True, help="On a bad night: wipe although `monitor run` still holds the store.")
def wipe(*, config_path: Path | None, as_json: bool, alias: str | None, now: bool) -> None:
    """Destroy everything that is kept: keys first, then numbers, notes and pushes, then the files.

    Stop `monitor run` first. It cannot be undone.

    Example: monitor wipe
    """
    from ..actions import wiping  # noqa: PLC0415 - as below: `--help` must come at once
    from ..schedule import lock_path  # noqa: PLC0415

    chosen = load(config_path)
    name = chosen.campaign.alias
    done = wiping.wipe(
        chosen.store,
        alias=name,
        typed=_asked(name) if alias is None else alias,
        lock=lock_path(chosen),
        anyway=now,
        told=tell,
    )
    if as_json:
        click.echo(json.dumps({"removed": done.removed, "not_promised": done.not_promised}))
        return
    click.echo("Nothing was left to wipe." if done.nothing_was_left else f"Wiped: {', '.join(done.removed)}.")
    click.echo("What this cannot promise:")
    for sentence in done.not_promised:
        click.echo(f"- {sentence}")


def _asked(alias: str) -> str:
    """What is typed when asked for the alias; without anybody to ask, nothing is wiped."""
    try:
        answer = click.prompt(f"This cannot be undone. To go on, type the campaign's alias ({alias})", err=True)
    except click.Abort:
        raise ConfigError("nothing was wiped: nobody typed the campaign's alias (or give --alias)") from None
    return str(answer)

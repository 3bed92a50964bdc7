"""`monitor wipe`: everything that was counted is destroyed, also where config.yaml is broken or gone."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import click

from ..errors import ConfigError
from .options import config_option, json_option, load, tell


@dataclass(frozen=True, slots=True)
class _Meant:
    """The store that is to go, the word that says so and what that word is, and the campaign's folder."""

    url: str
    word: str
    what: str
    folder: Path


@click.command()
@config_option
@json_option
@click.option("--alias", help="The campaign's alias, to say that you mean it; default: you are asked for it.")
@click.option("--now", is_flag=True, help="On a bad night: wipe although `monitor run` still holds the store.")
@click.option(
    "--store",
    metavar="FILE|URL",
    help="Wipe this store without reading config.yaml; you are asked for the name of its file or database instead of "
    "the alias. A database's password goes into the environment, as PGPASSWORD.",
)
def wipe(*, config_path: Path | None, as_json: bool, alias: str | None, now: bool, store: str | None) -> None:
    """Destroy everything that is kept: keys first, then numbers, notes and pushes, then the files.

    Stop `monitor run` first, or say --now: then it ends by itself. Timers, cron, services and containers you must stop
    yourself: they start Monitor again, with a new store. It cannot be undone.

    Example: monitor wipe
    """
    from ..actions import wiping  # noqa: PLC0415 - as below: `--help` must come at once

    meant = _without_config(store) if store is not None else _configured(config_path)
    typed = _asked(meant) if alias is None else alias
    wiping.meant(typed, meant.word, what=meant.what)
    done = wiping.wipe(
        meant.url,
        alias=meant.word,
        typed=typed,
        folders=(meant.folder, Path.cwd()),
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


def _configured(path: Path | None) -> _Meant:
    try:
        chosen = load(path)
    except ConfigError as error:
        raise ConfigError(
            f"{error}\nnothing was wiped; without a config, name the store: monitor wipe --store data/monitor.db"
        ) from None
    return _Meant(chosen.store, chosen.campaign.alias, "the campaign's alias", chosen.path.resolve().parent)


def _without_config(store: str) -> _Meant:
    """A store that is named by its file or URL; the word to be typed is its own name."""
    from ..store.wiping import file_of, name_of  # noqa: PLC0415

    url = store if "://" in store else f"sqlite:///{store}"
    file = file_of(url)
    return _Meant(url, name_of(url), "the store's name", file.parent if file else Path.cwd())


def _asked(meant: _Meant) -> str:
    """What is typed when asked for the word; without anybody to ask, nothing is wiped."""
    try:
        answer = click.prompt(f"This cannot be undone. To go on, type {meant.what} ({meant.word})", err=True)
    except click.Abort:
        raise ConfigError(f"nothing was wiped: nobody typed {meant.what} (or give --alias)") from None
    return str(answer)

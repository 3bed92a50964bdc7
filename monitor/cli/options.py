"""What the commands share: options, the campaign's file, the store, and the words on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from .. import config, sources
from ..clock import Clock, wall_clock
from ..config import Config
from ..counting import Options
from ..errors import MonitorError, where
from ..heartbeat import Heartbeat
from ..notify import Notifier
from ..planning import Planner
from ..record import Counter
from ..rounds import Following
from ..store import Store

FILE = click.Path(path_type=Path, exists=True, dir_okay=False)

config_option = click.option(
    "--config",
    "config_path",
    type=click.Path(path_type=Path),
    help="The campaign's file; default: $MONITOR_CONFIG, else config.yaml.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for a program to read.")


class Commands(click.Group):
    """Commands in the order they were added; our own errors end in one sentence and exit code 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of a campaign's work."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run the command; an error a user can act on is a sentence, never a traceback."""
        try:
            return super().invoke(ctx)
        except MonitorError as error:
            click.echo(f"monitor: {error}", err=True)
            return ctx.exit(2)
        except BrokenPipeError:  # the reader, such as `head`, has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return ctx.exit(0)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:  # noqa: BLE001 - a bug: its own words, or a traceback's, may hold a piece of a post
            click.echo(f"monitor: a bug stopped this ({where(error)}); please report this line", err=True)
            return ctx.exit(3)


class _Moment(click.ParamType[datetime]):
    """A moment in ISO 8601; without a zone it is UTC."""

    name = "TIME"

    def convert(self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The moment in UTC, or a usage error that shows how one is written."""
        try:
            moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        except ValueError:
            self.fail(f"{value!r} is not a time such as 2020-10-25 or 2020-10-25T00:00Z", param, ctx)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


MOMENT = _Moment()


def tell(line: str) -> None:
    """Say something to the user: on stderr, so that data stays data."""
    click.echo(line, err=True)


def load(option: Path | None) -> Config:
    """The campaign as config.yaml describes it; the option of the command wins over that of the group."""
    path = option or click.get_current_context().find_root().obj
    return config.load(config.find(path, os.environ), sources=sources.settings())


def following(chosen: Config) -> Following:
    """What is followed, and the sources that are asked for it."""
    built = sources.build(chosen.sources, chosen.topics)
    return Following(chosen.topics, built, counted(chosen), [channel.name for channel in chosen.channels])


def sign_of_life(chosen: Config) -> Heartbeat | None:
    """The heartbeat, where the campaign has an address for one."""
    return Heartbeat(chosen.heartbeat[0], allow_private=chosen.heartbeat[1]) if chosen.heartbeat else None


def planner(chosen: Config, store: Store) -> Planner:
    """Who makes proposals of pushes."""
    return Planner(store, chosen.topics, chosen.campaign.timezone, chosen.planning)


def notifier(chosen: Config, store: Store) -> Notifier:
    """Who tells the campaign's channels."""
    from ..channels import send  # noqa: PLC0415 - heavy: `--help` must come at once

    post = partial(send, environ=os.environ)
    return Notifier(planner(chosen, store), chosen.campaign, chosen.channels, chosen.digest, post, told=tell)


def counted(chosen: Config) -> Options:
    """What is counted beside posts and people."""
    return Options(language=chosen.counting.language, tone=chosen.counting.tone)


def counter(chosen: Config) -> Counter:
    """What posts are counted by."""
    return Counter.of(chosen.topics, counted(chosen))


@contextmanager
def opened(chosen: Config, *, make: bool = False, clock: Clock = wall_clock) -> Iterator[Store]:
    """The campaign's store, made only where that is wanted; what has had its time is destroyed at once."""
    if not make:
        Store.open(chosen.store, readonly=True).close()  # raises where there is none
    store = Store.open(chosen.store)
    try:
        store.purge(now=clock())
        yield store
    finally:
        store.close()

"""The command that collects once: for cron, systemd timers, and filling in the past."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from .. import backfill as backfilling
from ..errors import ConfigError, SourceError
from ..record import Counted
from ..rounds import Rounds
from ..sources import Source
from .options import MOMENT, config_option, following, json_option, load, notifier, opened, sign_of_life, tell


@click.command()
@config_option
@json_option
@click.option("--all", "everything", is_flag=True, help="Ask every source, also those that are not due yet.")
@click.option("--backfill", nargs=2, type=MOMENT, metavar="FROM TO", help="Fill in the past, where a platform can.")
@click.option("--yes", is_flag=True, help="Do not ask before a backfill that costs money.")
def collect(
    *,
    config_path: Path | None,
    as_json: bool,
    everything: bool,
    backfill: tuple[datetime, datetime] | None,
    yes: bool,
) -> None:
    """Ask every source that is due, once, and judge what is new: for cron and systemd timers.

    A source that asked to wait is not asked before its time. Exits with 1 where nothing that was asked answered, or
    where no source can tell the past that was asked for.

    Example: monitor collect --backfill 2026-10-01 2026-11-01
    """
    from .. import schedule  # noqa: PLC0415 - heavy: `--help` must come at once

    chosen = load(config_path)
    with schedule.only_one(schedule.lock_path(chosen)) as held, opened(chosen, make=True) as store:
        rounds = Rounds(store, following(chosen), told=tell, stopped=held.is_lost, patient=True)
        if not rounds.following.sources:
            raise ConfigError("no source can be asked: switch one on under `sources` (monitor config shows them)")
        done = _backfill(rounds, backfill, yes=yes) if backfill else _ask(rounds, everything=everything)
        notifier(chosen, store).run(now=rounds.clock())
        heartbeat = sign_of_life(chosen)
        if heartbeat is not None and not rounds.all_silent():
            heartbeat.beat(now=rounds.clock())
    rows = {name: asdict(counted) if counted else None for name, counted in done.items()}
    click.echo(json.dumps(rows)) if as_json else _tell(done)
    if done and not any(done.values()):
        tell(f"None of {len(done)} source(s) answered. Is this machine online? monitor check says more.")
    if not any(done.values()) and (done or backfill):
        sys.exit(1)


def _ask(rounds: Rounds, *, everything: bool) -> Mapping[str, Counted | None]:
    sources = rounds.following.sources if everything else list(_due(rounds))
    with _progress() as watching:
        return rounds.once(sources, watching=watching)


def _due(rounds: Rounds) -> Iterator[Source]:
    for source in rounds.following.sources:
        due = rounds.next_at(source)
        if due <= rounds.clock():
            yield source
        elif sys.stderr.isatty():  # cron would mail it, round after round
            tell(f"{source.name}: not due before {due:%Y-%m-%d %H:%M} UTC (--all asks now)")


def _backfill(rounds: Rounds, span: tuple[datetime, datetime], *, yes: bool) -> Mapping[str, Counted | None]:
    now = rounds.clock()
    plan = backfilling.plan(rounds.following.sources, *span, now=now)
    for name, reason in plan.cannot:
        tell(f"{name}: {reason}")
    for source, past in plan.pasts:
        price = f"for ${past.dollars:,.2f}" if past.dollars else "free of charge"
        tell(f"{source.name}: {past.requests:,} request(s), {price}")
    if not plan.pasts:
        tell("Nothing can be filled in: no source that is switched on can tell this past.")
        return {}
    if plan.dollars and not yes:
        click.confirm(f"Spend up to ${plan.dollars:,.2f}?", abort=True, err=True)
    done: dict[str, Counted | None] = {}
    with _progress() as watching:
        for source, past in plan.pasts:
            try:
                done[source.name] = backfilling.fill_in(
                    rounds.store,
                    source,
                    past,
                    options=rounds.following.options,
                    now=now,
                    watch=watching(source.name),
                )
            except SourceError as error:
                done[source.name] = None
                tell(f"{source.name}: {error}")
    rounds.judge()
    return done


@contextmanager
def _progress() -> Iterator[Callable[[str], Callable[[Counted], None]]]:
    """For each source a line that says how much was read so far, on a terminal only."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True) as progress:

        def watching(name: str) -> Callable[[Counted], None]:
            task = progress.add_task(f"{name}: asking", total=None)
            return lambda total: progress.update(task, description=f"{name}: {_brought(total)}")

        yield watching


def _brought(counted: Counted) -> str:
    posts = not counted.observed or counted.counted or counted.duplicates or counted.unmatched
    parts = [f"{counted.counted:,} posts counted of {counted.read:,} read"] if posts else []
    parts += [f"{counted.observed:,} numbers"] if counted.observed else []
    parts += [f"{counted.quarantined:,} unreadable"] if counted.quarantined else []
    return ", ".join(parts)


def _tell(done: Mapping[str, Counted | None]) -> None:
    for name, counted in done.items():
        if counted is not None:
            click.echo(f"{name}: {_brought(counted)}")

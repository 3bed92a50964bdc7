"""The commands that keep going: `demo`, `run`, and the hidden `schedule` that both of them start."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from .. import sources
from ..clock import story_clock, wall_clock
from .options import MOMENT, config_option, counter, load, opened, tell

_port = click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8501,
    show_default=True,
    help="Where the dashboard listens on 127.0.0.1.",
)
_browser = click.option("--browser/--no-browser", default=True, help="Open the dashboard in the browser.")


@click.command()
@_port
@_browser
@click.option("--speed", default=3.0, show_default=True, type=click.FloatRange(min=0.1), help="Story hours a second.")
@click.option("--from", "start", type=MOMENT, help="Begin watching here; default: just before the rise.")
def demo(*, port: int, browser: bool, speed: float, start: datetime | None) -> None:
    """Open an invented campaign: no keys, no account, no network.

    Example: monitor demo --speed 8
    """
    from ..demo import Telling, play  # noqa: PLC0415 - heavy, as below: `--help` must come at once

    sys.exit(play(Telling(port=port, browser=browser, told=tell), hours_per_second=speed, start=start))


@click.command()
@config_option
@_port
@_browser
@click.option(
    "--every",
    "minutes",
    type=click.FloatRange(min=0.1),
    default=15.0,
    show_default=True,
    help="Minutes between rounds.",
)
def run(*, config_path: Path | None, port: int, browser: bool, minutes: float) -> None:
    """Keep the campaign going: collect on a schedule, with the dashboard beside it.

    Example: monitor run --config config.yaml
    """
    from .. import supervise  # noqa: PLC0415

    chosen = load(config_path)
    with opened(chosen, make=True):
        pass  # made here, so that the dashboard finds it; a store that cannot be opened is told before anything starts
    processes = [supervise.scheduler(["--config", str(chosen.path), "--every", str(minutes * 60)])]
    options = supervise.Options({"MONITOR_CONFIG": str(chosen.path)}, port=port, browser=browser)
    sys.exit(supervise.keep_showing(processes, options, told=tell))


@click.command(hidden=True)
@config_option
@click.option("--every", type=click.FloatRange(min=0.1), default=900.0, help="Seconds between rounds.")
@click.option("--story", nargs=3, type=(MOMENT, MOMENT, float), help="Start, end, and hours a second.")
def schedule(*, config_path: Path | None, every: float, story: tuple[datetime, datetime, float] | None) -> None:
    """Collect on a schedule, without the dashboard; `run` and `demo` start this.

    Example: monitor schedule --every 900
    """
    from .. import schedule as timing  # noqa: PLC0415
    from .. import supervise  # noqa: PLC0415

    chosen = load(config_path)
    clock = story_clock(story[0], story[1], hours_per_second=story[2]) if story else wall_clock
    collected = sources.build(chosen.sources, chosen.topics)
    with timing.only_one(timing.lock_path(chosen)), opened(chosen, make=True, clock=clock) as store:
        rounds = timing.Rounds(store, collected, counter(chosen), clock=clock, told=tell)
        timing.keep_going(rounds, every_seconds=every, stopped=supervise.stop_on_signals())

"""The commands that keep going: `demo`, `run`, and the hidden `schedule` that both of them start."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from .. import schedule as timing
from .. import sources, supervise
from ..demo import Telling, play
from .options import MOMENT, config_option, counter, load, opened, tell

_port = click.option("--port", default=8501, show_default=True, help="Where the dashboard listens on 127.0.0.1.")
_browser = click.option("--browser/--no-browser", default=True, help="Open the dashboard in the browser.")


@click.command()
@_port
@_browser
@click.option("--speed", default=4.0, show_default=True, type=click.FloatRange(min=0.1), help="Story hours a second.")
@click.option("--from", "start", type=MOMENT, help="Begin watching here; default: just before the rise.")
def demo(*, port: int, browser: bool, speed: float, start: datetime | None) -> None:
    """Open an invented campaign: no keys, no account, no network.

    Example: monitor demo --speed 8
    """
    sys.exit(play(Telling(port=port, browser=browser, told=tell), hours_per_second=speed, start=start))


@click.command()
@config_option
@_port
@_browser
@click.option("--every", "minutes", default=15.0, show_default=True, help="Minutes between collection rounds.")
def run(*, config_path: Path | None, port: int, browser: bool, minutes: float) -> None:
    """Keep the campaign going: collect on a schedule, with the dashboard beside it.

    Example: monitor run --config config.yaml
    """
    chosen = load(config_path)
    with opened(chosen):
        pass  # made here, so that the dashboard finds it; a store that cannot be opened is told before anything starts
    arguments = ["--config", str(chosen.path), "--every", str(minutes * 60)]
    processes = [supervise.scheduler(arguments), supervise.dashboard(port := supervise.free_port(port))]
    supervise.open_when_up(port, browser=browser, told=tell)
    environ = {"MONITOR_CONFIG": str(chosen.path)}
    sys.exit(supervise.keep_running(processes, environ=environ, stop=supervise.stop_on_signals(), told=tell))


@click.command(hidden=True)
@config_option
@click.option("--every", default=900.0, help="Seconds between rounds.")
@click.option("--story", nargs=3, type=(MOMENT, MOMENT, float), help="Start, end, and hours a second.")
def schedule(*, config_path: Path | None, every: float, story: tuple[datetime, datetime, float] | None) -> None:
    """Collect on a schedule, without the dashboard; `run` and `demo` start this.

    Example: monitor schedule --every 900
    """
    chosen = load(config_path)
    clock = timing.story_clock(story[0], story[1], hours_per_second=story[2]) if story else timing.wall_clock
    collected = sources.build(chosen.sources, chosen.topics)
    with timing.only_one(timing.lock_path(chosen)), opened(chosen) as store:
        rounds = timing.Rounds(store, collected, counter(chosen), clock=clock, told=tell)
        timing.keep_going(rounds, every_seconds=every, stop=supervise.stop_on_signals())

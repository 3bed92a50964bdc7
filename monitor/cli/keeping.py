"""The commands that keep going: `demo`, `run`, and the hidden `schedule` that both of them start."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from ..clock import story_clock, wall_clock
from ..config import Config
from ..store import Store
from .options import MOMENT, config_option, following, load, notifier, opened, sign_of_life, tell

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
def run(*, config_path: Path | None, port: int, browser: bool) -> None:
    """Keep the campaign going: collect on a schedule, with the dashboard beside it.

    Example: monitor run --config config.yaml
    """
    from .. import schedule as timing  # noqa: PLC0415
    from .. import supervise  # noqa: PLC0415
    from .live import Display  # noqa: PLC0415

    chosen = load(config_path)
    with timing.only_one(timing.lock_path(chosen)):
        pass  # told before anything is started
    names = {source.name for source in following(chosen).sources}
    with (
        opened(chosen, make=True) as store,
        Display(lambda: store.pulses(names), wall_clock) as display,
        served_calendar(chosen, store, display.say),
    ):
        processes = [supervise.scheduler(["--config", str(chosen.path)])]
        environ = {"MONITOR_CONFIG": str(chosen.path)}
        options = supervise.Options(environ, port=port, browser=browser, told=display.say, tick=display.draw)
        code = supervise.keep_showing(processes, options)
    if code == 0:
        tell("Stopped. Nothing is collected until you start it again.")
    sys.exit(code)


@contextmanager
def served_calendar(chosen: Config, store: Store, told: Callable[[str], None]) -> Iterator[None]:
    """Serve the calendar of pushes on this machine for a while, where the config wants it."""
    if chosen.feed_port is None:
        yield
        return
    from ..feed import Feed, new_secret  # noqa: PLC0415
    from .calendar import content  # noqa: PLC0415

    with store.recording(now=wall_clock()) as recording:
        secret = recording.feed_secret(new_secret())
    feed = Feed(chosen.feed_port, secret, lambda: content(chosen, store, now=wall_clock()))
    feed.start()
    told(f"The calendar of pushes is at {feed.url} (whoever has this address can read it)")
    try:
        yield
    finally:
        feed.stop()


@click.command(hidden=True)
@config_option
@click.option("--every", type=click.FloatRange(min=0.1), help="Seconds between rounds, instead of each source's own.")
@click.option("--story", nargs=3, type=(MOMENT, MOMENT, float), help="Start, end, and hours a second.")
def schedule(*, config_path: Path | None, every: float | None, story: tuple[datetime, datetime, float] | None) -> None:
    """Collect on a schedule, without the dashboard; `run` and `demo` start this.

    Example: monitor schedule
    """
    from .. import schedule as timing  # noqa: PLC0415
    from .. import supervise  # noqa: PLC0415
    from ..rounds import Rounds  # noqa: PLC0415

    chosen = load(config_path)
    clock = story_clock(story[0], story[1], hours_per_second=story[2]) if story else wall_clock
    minutes = every * (story[2] * 60 if story else 1 / 60) if every else None
    stopped = supervise.stop_on_signals()
    with timing.only_one(timing.lock_path(chosen)), opened(chosen, make=True, clock=clock) as store:
        rounds = Rounds(store, following(chosen), clock, tell, stopped, minutes)
        timing.keep_going(rounds, every_seconds=every, heartbeat=sign_of_life(chosen), notifier=notifier(chosen, store))

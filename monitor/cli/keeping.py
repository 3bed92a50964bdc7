"""The commands that keep going: `demo`, `run`, and the hidden `schedule` that both of them start."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from ..access import LOOPBACK
from ..clock import story_clock, wall_clock
from ..config import Config
from ..errors import ConfigError
from ..store import Store
from .options import MOMENT, config_option, following, load, notifier, opened, sign_of_life, tell

_port = click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8501,
    show_default=True,
    help="Where the dashboard listens; the next free one if it is taken.",
)
_address = click.option(
    "--address",
    default=LOOPBACK[0],
    show_default=True,
    help="The address the dashboard listens at; another one needs a sign-in: see docs/team.md.",
)
_browser = click.option("--browser/--no-browser", default=True, help="Open the dashboard in the browser.")


@click.command()
@_port
@_browser
@click.option(
    "--speed",
    default=0.4,
    show_default=True,
    type=click.FloatRange(min=0.1),
    help="Story hours a second; at 0.4 a fade comes within two minutes, and its push can be planned for as long.",
)
@click.option("--from", "start", type=MOMENT, help="Begin watching here; default: 8 May 2017, the day of a push.")
def demo(*, port: int, browser: bool, speed: float, start: datetime | None) -> None:
    """Open an invented campaign: no keys, no account, no network.

    Example: monitor demo --from 2017-04-13 --speed 3
    """
    from ..demo import Telling, play  # noqa: PLC0415 - heavy, as below: `--help` must come at once

    sys.exit(play(Telling(port=port, browser=browser, told=tell), hours_per_second=speed, start=start))


@click.command()
@config_option
@_port
@_address
@_browser
def run(*, config_path: Path | None, port: int, address: str, browser: bool) -> None:
    """Keep the campaign going: collect on a schedule, with the dashboard beside it.

    Example: monitor run --config config.yaml
    """
    from .. import schedule as timing  # noqa: PLC0415
    from .. import supervise  # noqa: PLC0415
    from .live import Display  # noqa: PLC0415

    chosen = load(config_path)
    _shown_to_nobody_unasked(chosen, address)
    with timing.only_one(timing.lock_path(chosen)):
        pass  # told before anything is started
    names = {source.name for source in following(chosen).sources}
    with (
        opened(chosen, make=True) as store,
        Display(lambda: store.pulses(names), wall_clock) as display,
        served_calendar(chosen, store, display.say, watched=sys.stderr.isatty()),
    ):
        processes = [supervise.scheduler(["--config", str(chosen.path), "--no-new-store"])]
        environ = {"MONITOR_CONFIG": str(chosen.path)}
        options = supervise.Options(environ, port, browser, display.say, display.draw, address, store.is_gone)
        code, gone = supervise.keep_showing(processes, options), store.is_gone()
    if gone:
        tell("The store is gone: it was wiped or moved away. Nothing is collected; start again for a new, empty one.")
    elif code == 0:
        tell("Stopped. Nothing is collected until you start it again.")
    sys.exit(code)


def _shown_to_nobody_unasked(chosen: Config, address: str) -> None:
    """ConfigError where others could reach a dashboard that nobody has to sign in to."""
    if address not in LOOPBACK and not chosen.team:
        raise ConfigError(
            f"--address {address}: others could read the dashboard, as nobody has to sign in; name who may, "
            "in config.yaml: sign_in: {editors: [name@example.org]}; docs/team.md has the rest"
        )


@contextmanager
def served_calendar(
    chosen: Config, store: Store, told: Callable[[str], None], *, watched: bool = True
) -> Iterator[None]:
    """Serve the calendar of pushes on this machine for a while, where the config wants it.

    Whoever has its address can read it: that is told where somebody has `watched` alone, and never to a log. One that
    was replaced meanwhile gives nothing any more.
    """
    if chosen.feed_port is None:
        yield
        return
    from ..feed import Feed, new_secret  # noqa: PLC0415
    from .calendar import content  # noqa: PLC0415

    with store.recording(now=wall_clock()) as recording:
        secret = recording.feed_secret(new_secret())

    def served() -> bytes:
        if store.feed_secret() != secret:
            raise ConfigError("the calendar has another address now")
        return content(chosen, store, now=wall_clock())

    feed = Feed(chosen.feed_port, secret, served)
    feed.start()
    if watched:
        told(f"The calendar of pushes is at {feed.url} (whoever has this address can read it)")
    else:
        told("The calendar of pushes is served on this machine: `monitor calendar --address` prints its address")
    try:
        yield
    finally:
        feed.stop()


@click.command(hidden=True)
@config_option
@click.option("--every", type=click.FloatRange(min=0.1), help="Seconds between rounds, instead of each source's own.")
@click.option("--story", nargs=3, type=(MOMENT, MOMENT, float), help="Start, end, and hours a second.")
@click.option("--no-new-store", "found", is_flag=True, help="Make no store: one that is gone was wiped.")
def schedule(
    *, config_path: Path | None, every: float | None, story: tuple[datetime, datetime, float] | None, found: bool
) -> None:
    """Collect on a schedule, without the dashboard; `run` and `demo` start this.

    Example: monitor schedule
    """
    from .. import schedule as timing  # noqa: PLC0415
    from .. import supervise  # noqa: PLC0415
    from ..rounds import Rounds  # noqa: PLC0415
    from .story import Watched, begin  # noqa: PLC0415

    chosen = load(config_path)
    stopped = supervise.stop_on_signals()
    clock = story_clock(story[0], story[0], hours_per_second=0) if story else wall_clock  # it runs once begun
    with timing.only_one(timing.lock_path(chosen)) as held, opened(chosen, make=not found, clock=clock) as store:
        rounds = Rounds(store, following(chosen), clock, tell, stopped, every / 60 if every else None)
        rounds.stopped = lambda: stopped() or held.is_lost()
        telling, life = notifier(chosen, store), sign_of_life(chosen)
        staff = begin(rounds, Watched(*story, every), telling) if story else None
        timing.keep_going(rounds, every_seconds=every, heartbeat=life, notifier=telling, staff=staff)

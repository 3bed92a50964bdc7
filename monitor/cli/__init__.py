"""The command line: data goes to stdout, everything else to stderr.

A command that did its work exits 0; 1 is for `check` with findings and `status --fail-on-warning`; 2 is
for everything the user has to mend first.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import click

from .. import discreet
from .calendar import calendar
from .collecting import collect
from .keeping import demo, run, schedule
from .numbers import backtest, export, import_, status
from .options import Commands, config_option
from .push import push
from .report import report
from .setup import check, config
from .warning import warning
from .wipe import wipe

__all__ = ["main"]


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@config_option
@click.option("-v", "--verbose", is_flag=True, help="Say more about what is done (never about posts).")
@click.version_option(package_name="awareness-monitor")
@click.pass_context
def main(context: click.Context, *, config_path: Path | None, verbose: bool) -> None:
    """See how much attention a cause gets, whether it fades, and what to do about it.

    Start with an invented campaign: monitor demo
    """
    context.obj = config_path
    logging.basicConfig(stream=sys.stderr, level=logging.INFO if verbose else logging.WARNING, format="%(message)s")
    discreet.begin()


def _named(command: click.Command) -> None:
    """A command keeps the names of its help that it is first asked with: let that be now."""
    command.get_help_option(click.Context(command, help_option_names=["-h", "--help"]))
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        _named(inner)


_NUMBERS = (demo, run, collect, import_, status, export, backtest)
for _command in (*_NUMBERS, warning, push, calendar, report, check, config, wipe, schedule):
    main.add_command(_command)
    _named(_command)

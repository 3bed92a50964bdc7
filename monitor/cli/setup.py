"""The commands about the set-up: `check` looks for what is wrong, `config` explains every key."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

import click

from .. import config as configuration
from .. import sources
from ..clock import wall_clock
from .options import config_option, json_option, load


@click.command()
@config_option
@json_option
@click.option("--send-test", is_flag=True, help="Also send a test message on every channel.")
def check(*, config_path: Path | None, as_json: bool, send_test: bool) -> None:
    """Say what is wrong with the set-up and what to do about it; exits with 1 where anything is.

    Example: monitor check --send-test
    """
    from .. import doctor  # noqa: PLC0415 - heavy: `--help` must come at once

    chosen = load(config_path)
    findings = [*doctor.examine(chosen, now=wall_clock(), environ=os.environ)]
    if send_test:
        findings += doctor.send_test(chosen, environ=os.environ)
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in findings]))
    else:
        for finding in findings:
            click.echo(f"{'!' if finding.wrong else '✓'} {finding.what}" + (f"\n  {finding.do}" if finding.do else ""))
    sys.exit(1 if any(finding.wrong for finding in findings) else 0)


@click.command()
def config() -> None:
    """Print the reference of every key of config.yaml, as Markdown.

    Example: monitor config > keys.md
    """
    click.echo(configuration.reference(sources=sources.settings()).rstrip())

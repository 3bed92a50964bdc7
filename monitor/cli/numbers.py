"""The commands about numbers: `import` brings them in, `status`, `export` and `backtest` take them out."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from .. import actions, assess
from .. import backtest as backtesting
from ..alerts import messages
from ..alerts.agreement import agreement, together
from ..clock import wall_clock
from ..config import Config
from ..model import HOUR, Assessment, Daily, Evidence, Push, PushState, Sensitivity, State, Topic, TopicView, aliases_of
from ..pushes.telling import push_line
from ..rows import assessment_row, daily_row, iso
from ..sources.archive import EARLIEST
from .options import FILE, MOMENT, config_option, counter, json_option, load, opened, tell
from .push_options import as_json_text, push_row

_WARNINGS = (State.FADING,)
_NOTHING = "nothing is known up to then"


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=FILE)
@config_option
@json_option
@click.option(
    "--covers",
    nargs=2,
    type=MOMENT,
    metavar="FROM TO",
    help="What the files cover; default: their span. What is complete stays complete.",
)
@click.option("--as", "name", help="A name for this kind of archive, to keep it a series of its own.")
def import_(
    *,
    files: tuple[Path, ...],
    config_path: Path | None,
    as_json: bool,
    covers: tuple[datetime, datetime] | None,
    name: str | None,
) -> None:
    """Read archives of posts; only numbers are kept, and a file that is read again counts nothing twice.

    CSV, JSON lines, X API v1.1 and v2 objects, twarc and 4CAT exports; also as .gz, .zst or .zip.

    Example: monitor import posts.csv --covers 2017-04-01 2017-07-01
    """
    chosen = load(config_path)
    _check_span(covers, now=wall_clock())
    with opened(chosen, make=True) as store, _file_progress(files) as progress:
        plan = actions.ImportPlan(f"archive:{name}" if name else "archive", covers, progress)
        done = actions.import_archives(store, files, counter=counter(chosen), plan=plan, now=wall_clock())
    row = _import_row(done)
    for line in [json.dumps(row)] if as_json else messages.imported(row):
        click.echo(line)
    for _, error in done.failed:
        tell(f"monitor: {error}")
    if done.failed:
        sys.exit(2)


def _check_span(covers: tuple[datetime, datetime] | None, *, now: datetime) -> None:
    """Raise a usage error where nothing, or more than these platforms' whole life, would be called complete."""
    if covers is None:
        return
    start, end = covers
    if end - start < HOUR or start < EARLIEST or start > now:
        raise click.UsageError(f"--covers wants FROM before TO, an hour apart at least, and FROM since {EARLIEST:%Y}.")


def _import_row(done: actions.Imported) -> Mapping[str, object]:
    known = {"covers_from": iso(done.complete[0][0]), "covers_to": iso(done.complete[-1][1])} if done.complete else {}
    spans = [[iso(start), iso(end)] for start, end in done.complete]
    told = {"complete": spans, "partial": done.partial, "failed": [name for name, _ in done.failed]}
    return {"files": done.files, **asdict(done.total), "covers_from": None, "covers_to": None, **known, **told}


@contextmanager
def _file_progress(files: Sequence[Path]) -> Iterator[Callable[[Path, int], None]]:
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"))
    console = Console(stderr=True)
    hidden = not console.is_terminal
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True, disable=hidden) as bars:
        tasks = {path: bars.add_task(path.name, total=path.stat().st_size or 1) for path in files}
        yield lambda path, done: bars.update(tasks[path], completed=done)


@click.command()
@config_option
@json_option
@click.option("--at", type=MOMENT, help="Judge as of then; default: now, or an archive's last covered hour.")
@click.option("--fail-on-warning", is_flag=True, help="Exit with 1 where a topic is fading.")
def status(*, config_path: Path | None, as_json: bool, at: datetime | None, fail_on_warning: bool) -> None:
    """Say where attention stands, topic by topic.

    Example: monitor status --at 2020-10-25T00:00Z
    """
    chosen = load(config_path)
    with opened(chosen) as store:
        now = at or assess.present(store, chosen.sources, now=wall_clock())
        views = assess.views(store, topics=chosen.topics, now=now)
        rest = assess.rest(store, views, topics=chosen.topics, platforms=chosen.sources, now=now)
        pushes = [push for push in store.pushes() if push.is_open and push.ends_at > (now or wall_clock())]
    if as_json:
        seen, at = {view.topic.key: view for view in views}, now or wall_clock()
        by_day = {topic.key: days for topic, days in rest.by_day} | {key: view.beside for key, view in seen.items()}
        rows = [_status_row(topic, seen.get(topic.key), by_day.get(topic.key, ()), at=at) for topic in chosen.topics]
        open_pushes = [push_row(chosen, replace(push, draft="")) for push in pushes]
        click.echo(as_json_text({"campaign": chosen.campaign.alias, "topics": rows, "pushes": open_pushes}))
    else:
        zone = chosen.campaign.timezone
        for line in messages.status(views, topics=chosen.topics, timezone=zone, asked=now, rest=rest):
            click.echo(line)
        for line in _open_pushes(pushes, chosen, now=now or wall_clock()):
            click.echo(line)
    judged = [source.assessment for view in views for source in view.sources]
    days = [
        daily for beside in (*(view.beside for view in views), *(days for _, days in rest.by_day)) for daily in beside
    ]
    judged += [daily.assessment for daily in days if daily.assessment]
    if fail_on_warning and any(one.state in _WARNINGS for one in judged):
        sys.exit(1)


def _open_pushes(pushes: Sequence[Push], chosen: Config, *, now: datetime) -> Iterator[str]:
    """A line for each proposal that waits for an answer and each push that is planned."""
    for push in sorted(pushes, key=lambda push: push.starts_at):
        yield push_line(push, aliases=aliases_of(chosen.topics), timezone=chosen.campaign.timezone, now=now)
        if push.state is PushState.PROPOSED:
            yield f"  To look at it and take it or leave it: monitor push show {push.number}"


def _status_row(topic: Topic, view: TopicView | None, days: Sequence[Daily], *, at: datetime) -> Mapping[str, object]:
    """A topic's row: where its leading source stands, every source, and every daily series.

    A daily series leads where there are no hours; it is `no data` where nothing is known yet.
    """
    found = [source.assessment for source in view.sources] if view else []
    judged = [*found, *(daily.assessment for daily in days if daily.assessment)]
    leading = judged[0] if judged else Assessment(topic.key, "", at, State.NO_DATA, at, Evidence(reason=_NOTHING))
    rows = {"sources": [assessment_row(one) for one in found], "daily": [daily_row(daily) for daily in days]}
    beside = _together_row(view) if view else None
    return {"topic": topic.key, "alias": topic.alias, **assessment_row(leading), **rows, "together": beside}


def _together_row(view: TopicView) -> Mapping[str, object]:
    """What each source says beside its own usual, daily ones too, and all of them together; null where silent."""
    found = together(view)
    voices = [
        {
            "source": voice.source,
            "measure": voice.measure,
            "course": voice.course,
            "silence": voice.silence or None,
            "share_of_usual": _rounded(voice.share),
            "weight": _rounded(voice.weight),
        }
        for voice in found.voices
    ]
    return {"share_of_usual": _rounded(found.share), "words": agreement(view), "voices": voices}


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 3)


@click.command()
@config_option
@json_option
def export(*, config_path: Path | None, as_json: bool) -> None:
    """Write every number as CSV (or JSON): one row for each hour or day, partly seen ones marked, gaps empty.

    Topics stand in it by their keys.

    Example: monitor export > numbers.csv
    """
    from .. import export as exporting  # noqa: PLC0415 - pandas costs a second that only this command needs

    chosen = load(config_path)
    with opened(chosen) as store:
        frame = exporting.export(store, chosen.topics)
    if as_json:
        frame.to_json(sys.stdout, orient="records", date_format="iso", date_unit="s")
        click.echo()
        return
    exporting.safe_cells(frame).to_csv(sys.stdout, index=False, date_format="%Y-%m-%dT%H:%M:%SZ")


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="SERIES.csv…")
@json_option
@click.option("--forecasts", is_flag=True, help="Also print, every 24 hours, the total forecast for 24 and 72 hours.")
@click.option(
    "--sensitivity",
    type=click.Choice([one.value for one in Sensitivity]),
    default=Sensitivity.NORMAL.value,
    show_default=True,
    help="How soon a fade is called: later and surer, or sooner and more often wrong.",
)
def backtest(*, files: tuple[Path, ...], as_json: bool, forecasts: bool, sensitivity: str) -> None:
    """Replay series hour by hour, as they would have been judged at the time: a line a change of state.

    A series is a CSV file with the columns time and count (and status, if hours are missing or partial).

    Example: monitor backtest --json march.csv > changes.jsonl
    """
    with ProcessPoolExecutor(min(len(files), os.cpu_count() or 1)) as pool:
        jobs = [
            pool.submit(backtesting.replay, path, forecasts=forecasts, sensitivity=Sensitivity(sensitivity))
            for path in files
        ]
        for number, job in enumerate(jobs, 1):
            for row in job.result():
                click.echo(json.dumps(row) if as_json else messages.replayed(row))
            if len(files) > 1 and sys.stderr.isatty():
                tell(f"{number} of {len(files)} series")

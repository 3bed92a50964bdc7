"""The command `report`: the week as the weekly digest tells it, a finding as a picture, the page for the public."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from .. import assess, sources
from ..clock import wall_clock
from ..config import Config
from ..errors import ConfigError
from ..model import Channel, Topic
from ..report.finding import Finding, Paper, finding
from ..report.snapshot import edition, snapshot
from ..store import Store
from .options import MOMENT, config_option, load, notifier, opened, tell
from .saving import save

_OUT = click.Path(path_type=Path)
_KINDS = (".pdf", ".png")


@dataclass(frozen=True, slots=True)
class _Files:
    """The files that are to be written, and what is to stand in them."""

    figure: Path | None
    page: Path | None
    topics: tuple[str, ...]
    language: str

    def __bool__(self) -> bool:
        return bool(self.figure or self.page)


@click.command()
@config_option
@click.option("--at", type=MOMENT, help="The end of the week; default: now, or an archive's last covered hour.")
@click.option("--language", type=click.Choice(["en", "ru"]), default="en", show_default=True, help="Its language.")
@click.option("--html", is_flag=True, help="Write simple HTML instead of plain text.")
@click.option("--figure", type=_OUT, metavar="FILE", help="Write where a topic stands as a picture: .png or .pdf.")
@click.option("--snapshot", "page", type=_OUT, metavar="FILE", help="Write a page for the public: one HTML file.")
@click.option("--topic", "topics", multiple=True, metavar="ALIAS", help="A topic for these files; may be given again.")
def report(
    *,
    config_path: Path | None,
    at: datetime | None,
    language: str,
    html: bool,
    figure: Path | None,
    page: Path | None,
    topics: tuple[str, ...],
) -> None:
    """Tell the week: where attention stands, the numbers, what happened, the last push, what is planned, gaps.

    With --figure or --snapshot these files are written instead; they tell nothing of plans, and topics by their alias.

    Example: monitor report --language ru
    """
    chosen, files = load(config_path), _Files(figure, page, topics, language)
    if files.figure and files.figure.suffix.lower() not in _KINDS:
        raise ConfigError(f"--figure: {files.figure.name} should end in .png or .pdf")
    with opened(chosen) as store:
        now = _end(store, chosen, at)
        if files:
            _write_files(store, chosen, files, now=now)
            return
        letter = notifier(chosen, store).weekly(Channel("here", language, chosen.campaign.timezone), now=now)
    click.echo(letter.html if html else f"{letter.subject}\n\n{letter.text}", nl=html)


def _end(store: Store, chosen: Config, at: datetime | None) -> datetime:
    """The end of the week that is told."""
    present = assess.present(store, chosen.sources, now=wall_clock())
    now = present if at is None else _past(at, present=present or wall_clock())
    if now is not None:
        return now
    views = assess.views(store, topics=chosen.topics)
    return max((view.leading.assessment.at for view in views), default=wall_clock())


def _past(at: datetime, *, present: datetime) -> datetime:
    """The moment asked for; ConfigError where it is still to come, in a story as in life."""
    if at > present:
        raise ConfigError(f"--at: {at:%Y-%m-%d %H:%M} UTC is still to come: leave it out, or give a time that is over")
    return at


def _write_files(store: Store, chosen: Config, files: _Files, *, now: datetime) -> None:
    """Make all that is asked for, then write it."""
    topics = _chosen(files.topics, chosen.topics)
    views = assess.views(store, topics=topics, now=now)
    campaign = chosen.campaign
    terms = tuple(term for topic in chosen.topics for term in topic.terms)
    invented = sources.invented(chosen.sources)
    paper = Paper(campaign.alias, files.language, campaign.timezone, invented=invented, terms=terms)
    made: dict[Path, bytes] = {}
    if files.figure:
        if len(topics) != 1 or not views:
            raise ConfigError("--figure: it shows one topic that is counted by the hour: name it with --topic ALIAS")
        made[files.figure] = _drawn(finding(views[0], paper, pushes=store.pushes()), files.figure)
    if files.page:
        rest = assess.rest(store, views, topics=topics, platforms=(), now=now).by_day
        made[files.page] = snapshot([edition(paper, views, rest)]).encode()
    for path, data in made.items():
        save(path, data)
        tell(f"{path} is written.")


def _chosen(named: Sequence[str], topics: Sequence[Topic]) -> tuple[Topic, ...]:
    """The topics of these aliases (or keys); without any the only one there is, as nothing is published unasked."""
    if not named and len(topics) == 1:
        return tuple(topics)
    keys = {topic.key.casefold(): topic for topic in topics}
    known = keys | {topic.alias.casefold(): topic for topic in topics}  # a topic's alias may be the key of another
    found = {topic.key: topic for name in named if (topic := known.get(name.casefold()))}
    if not named or len({name.casefold() for name in named} - known.keys()):
        aliases = ", ".join(topic.alias for topic in topics)
        raise ConfigError(f"--topic: name which of these is to be shown: {aliases}")
    return tuple(found.values())


def _drawn(shown: Finding, path: Path) -> bytes:
    from ..report import figure  # noqa: PLC0415 - matplotlib costs a second that only a picture needs

    make = figure.pdf if path.suffix.lower() == ".pdf" else figure.png
    return make(shown, shape=figure.Shape.PAGE)

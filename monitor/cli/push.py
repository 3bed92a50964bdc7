"""The commands about pushes: what is proposed and planned, who does it and when, and what it brought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path

import click

from .. import local
from ..actions import pushes as doing
from ..clock import wall_clock
from ..config import Config
from ..model import Effect, Push, PushState, aliases_of
from ..pushes import telling
from ..pushes.learning import fatigue, lessons
from ..pushes.lessons import lesson_lines
from ..pushes.outcomes import outcomes
from ..store import Store
from ..words import say
from ..words.cleaning import plain_lines
from .options import Commands, config_option, json_option, load, opened
from .push_options import (
    NUMBER,
    TICKED,
    as_json_text,
    at_option,
    change,
    checks,
    details_options,
    helped,
    hours_option,
    language_of,
    number_argument,
    owner_option,
    push_row,
    reason_option,
    span,
    stored,
    tell_push,
    zone_of,
)

_DROPPED = (PushState.CANCELLED, PushState.DECLINED)
_EARLIER = timedelta(days=90)  # what is over and done for a season is not listed unless asked for


@click.group(cls=Commands)
def push() -> None:
    """Plan pushes: a fade opens a proposal; a human decides, writes and posts, never the tool.

    Example: monitor push list
    """


@push.command()
@config_option
@click.option("--topic", "topics", multiple=True, required=True, metavar="KEY", help="Its topic; may be repeated.")
@owner_option
@at_option
@hours_option
@details_options
def add(
    *,
    config_path: Path | None,
    topics: tuple[str, ...],
    owner: str,
    at: str,
    hours: float | None,
    details: doing.Details,
) -> None:
    """Plan a push of your own.

    Example: monitor push add --topic lanterns --owner Amina --at "2026-11-26 18:00"
    """

    def added(chosen: Config, store: Store) -> Push:
        made, keys = Push(topics, *span(chosen, at, hours), owner=owner), [topic.key for topic in chosen.topics]
        return doing.add(store, made, topics=keys, details=helped(chosen, details), now=wall_clock())

    change(config_path, added, make=True)


@push.command("list")
@config_option
@json_option
@click.option("--all", "everything", is_flag=True, help="Also what was declined or cancelled, or is long over.")
def list_(*, config_path: Path | None, as_json: bool, everything: bool) -> None:
    """List the pushes: proposed, planned and done.

    Example: monitor push list --all
    """
    chosen, now = load(config_path), wall_clock()
    with opened(chosen) as store:
        found = [one for one in store.pushes() if everything or _matters(one, now=now)]
    if as_json:
        click.echo(as_json_text([push_row(chosen, one) for one in found]))
        return
    for one in found:
        click.echo(
            telling.push_line(
                one, aliases=aliases_of(chosen.topics), timezone=zone_of(chosen), now=now, language=language_of(chosen)
            )
        )
    if not found:
        click.echo(say("push.none", language_of(chosen)))


@push.command()
@config_option
@json_option
@number_argument
def show(*, config_path: Path | None, as_json: bool, number: int) -> None:
    """Show one push: why, when it could go out or will, the checklist, and the draft.

    Example: monitor push show 3
    """
    chosen = load(config_path)
    with opened(chosen) as store:
        found = stored(store, number)
    if as_json:
        click.echo(as_json_text(push_row(chosen, found)))
        return
    tell_push(chosen, found)
    if found.state is not PushState.PROPOSED:
        click.echo(say("push.draft" if found.draft else "push.no_draft", language_of(chosen)))
        click.echo(plain_lines(found.draft), nl=bool(found.draft))


@push.command()
@config_option
@number_argument
@owner_option
@click.option("--window", type=click.IntRange(min=1), help="Which of its windows; default: its own, or the next.")
@details_options
def accept(*, config_path: Path | None, number: int, owner: str, window: int | None, details: doing.Details) -> None:
    """Take up a proposal: somebody answers for it, and it is planned.

    Example: monitor push accept 3 --owner Amina --window 2
    """

    def accepted(chosen: Config, store: Store) -> Push:
        said = helped(chosen, details)
        return doing.accept(store, number, owner=owner, window=window, details=said, now=wall_clock())

    change(config_path, accepted)


@push.command()
@config_option
@number_argument
@details_options
def write(*, config_path: Path | None, number: int, details: doing.Details) -> None:
    """Change what a push to come says; a new draft has to be looked at anew.

    Example: monitor push write 3 --draft draft.txt --exposes-nobody
    """

    def written(chosen: Config, store: Store) -> Push:
        return doing.write(store, number, details=helped(chosen, details), now=wall_clock())

    change(config_path, written)


@push.command()
@config_option
@number_argument
@at_option
@hours_option
@click.option("--reason", default="", metavar="TEXT", help="Why, if others should know.")
def move(*, config_path: Path | None, number: int, at: str, hours: float | None, reason: str) -> None:
    """Give a push to come another time; its length stays unless you say so.

    Example: monitor push move 3 --at "2026-11-27 19:00"
    """

    def moved(chosen: Config, store: Store) -> Push:
        before = stored(store, number)
        start, end = span(chosen, at, hours or (before.ends_at - before.starts_at) / timedelta(hours=1))
        return doing.move(store, number, start=start, end=end, reason=reason, now=wall_clock())

    change(config_path, moved)


@push.command()
@config_option
@number_argument
@reason_option
def decline(*, config_path: Path | None, number: int, reason: str) -> None:
    """Turn down a proposal, saying why.

    Example: monitor push decline 3 --reason "the hearing comes first"
    """
    change(config_path, lambda _, store: doing.decline(store, number, reason=reason, now=wall_clock()))


@push.command()
@config_option
@number_argument
@reason_option
def cancel(*, config_path: Path | None, number: int, reason: str) -> None:
    """Call off a planned push, saying why.

    Example: monitor push cancel 3 --reason "the family asked us to wait"
    """
    change(config_path, lambda _, store: doing.cancel(store, number, reason=reason, now=wall_clock()))


@push.command()
@config_option
@number_argument
@click.option("--at", metavar="TIME", help="When it really went out, in the campaign's time zone; default: now.")
@TICKED[0]
@TICKED[1]
def done(*, config_path: Path | None, number: int, at: str | None, exposes_nobody: bool, helpline: bool) -> None:
    """Tell that a push went out, so that its effect can be measured.

    Example: monitor push done 3 --at "2026-11-26 18:10" --exposes-nobody
    """

    def told(chosen: Config, store: Store) -> Push:
        went_out_at = local.moment(at, zone_of(chosen)) if at else None
        checked = checks(exposes_nobody=exposes_nobody, helpline=helpline)
        return doing.done(store, number, at=went_out_at, checked=checked, now=wall_clock())

    change(config_path, told)


@push.command()
@config_option
@json_option
@click.argument("number", type=NUMBER, required=False)
def effect(*, config_path: Path | None, as_json: bool, number: int | None) -> None:
    """Say what a push brought over what was expected without it; without a number, what all of them teach.

    Example: monitor push effect 3
    """
    from .. import assess, planning  # noqa: PLC0415 - heavy: `--help` must come at once

    chosen, now = load(config_path), wall_clock()
    with opened(chosen) as store:
        asked = None if number is None else stored(store, number)
        views, every = assess.views(store, topics=chosen.topics, now=now), store.pushes()
        if asked is None:
            measured = planning.effects(store, views, every, now=now)
        else:
            measured = {asked.number: planning.measured(store, views, asked, now=now, among=every)}
    pushes = [one for one in every if one.number in measured]
    if as_json:
        click.echo(as_json_text([asdict(one) | {"push": key} for key, found in measured.items() for one in found]))
        return
    for one in pushes:
        _tell_effect(chosen, one, measured[one.number], whole=number is not None)
    if number is None:
        known = outcomes(pushes, measured, timezone=zone_of(chosen))
        for line in lesson_lines(lessons(known), fatigue(known), language=language_of(chosen)):
            click.echo(line)


def _tell_effect(chosen: Config, what: Push, effects: Sequence[Effect], *, whole: bool) -> None:
    """What a push brought to each of its topics: everything, or (of many pushes) the answer alone."""
    language, aliases = language_of(chosen), aliases_of(chosen.topics)
    given = {"timezone": zone_of(chosen), "language": language}
    click.echo(telling.push_line(what, aliases=aliases, now=wall_clock(), **given))
    for one in effects:
        alias = aliases.get(one.topic, say("push.former_topic", language))
        lines = telling.effect_lines(one, alias=alias, language=language)
        for line in lines if whole else lines[:2]:
            click.echo(line if whole else f"  {line}")


def _matters(one: Push, *, now: datetime) -> bool:
    return one.is_open or (one.state not in _DROPPED and one.ends_at > now - _EARLIER)

"""Storing changes of state: each once, and what came in too late to be news marked as such."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, select, update

from ..model import Change, State
from .schema import change

_EVER = datetime(1970, 1, 1, tzinfo=UTC)


def add(
    connection: Connection, series: tuple[str, str], found: Sequence[Change], *, news_from: datetime, now: datetime
) -> list[Change]:
    """Store the changes of a (topic, source) that came after the last one stored; gives back what is news.

    Those decided before `news_from` rest on hours that came in too late: they are stored as late, and are no news.
    So is the state of the end where it is another than the one stored last, whose hour hides what came in since.
    """
    mine = _of(series)
    query = select(change.c.at, change.c.after).where(mine)
    last = connection.execute(query.order_by(change.c.id.desc()).limit(1)).first()
    known_to, state = (min(last[0], now), last[1]) if last else (_EVER, None)
    stored: list[tuple[Change, bool]] = []
    for one in found:
        if one.at > known_to and one.to.value != state:
            stored.append((one, one.at < news_from))
            state = one.to.value
    if found and state is not None and found[-1].to.value != state:
        stored.append(_taken_up(connection, found[-1], State(state), mine, now=now))
    rows = [_row(series, one) | {"recorded_at": now, "late": late} for one, late in stored]
    if rows:
        connection.execute(change.insert(), rows)
    return [one for one, late in stored if not late]


def confirm(connection: Connection, series: tuple[str, str], *, state: State, at: datetime) -> bool:
    """Make news of the last change if it was late and its state still stands at `at`, an hour that came in time."""
    query = select(change).where(_of(series)).order_by(change.c.id.desc()).limit(1)
    last = connection.execute(query).first()
    if last is None or not last.late or last.after != state.value or last.recorded_at >= at:
        return False
    connection.execute(update(change).where(change.c.id == last.id).values(late=False))
    return True


def _taken_up(
    connection: Connection, one: Change, before: State, mine: ColumnElement[bool], *, now: datetime
) -> tuple[Change, bool]:
    """A state that holds by what came in since, and whether that is late: not where it was news before the gap."""
    same = mine & (change.c.at == one.at) & (change.c.after == one.to.value) & change.c.late.is_(False)
    if connection.execute(select(change.c.id).where(same)).first() is None:
        return one, True
    return replace(one, at=max(one.at, now), before=before, resumed=True), False


def _of(series: tuple[str, str]) -> ColumnElement[bool]:
    topic, source = series
    return (change.c.topic == topic) & (change.c.source == source)


def _row(series: tuple[str, str], what: Change) -> dict[str, object]:
    topic, source = series
    evidence = json.dumps(asdict(what.evidence), default=str)
    row = {"topic": topic, "source": source, "at": what.at, "before": what.before.value, "after": what.to.value}
    return {**row, "kind": what.kind, "resumed": what.resumed, "evidence": evidence}

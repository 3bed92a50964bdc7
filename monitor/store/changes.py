"""Storing changes of state, each once, and reading them; what came in too late to be news is marked as such."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select, update

from ..model import Change, Evidence, State, Told
from .schema import change, verdict

_EVER = datetime(1970, 1, 1, tzinfo=UTC)
_EVIDENCE = {field.name for field in fields(Evidence)}


def add(
    connection: Connection, series: tuple[str, str], found: Sequence[Change], *, news_from: datetime, now: datetime
) -> list[Told]:
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
    news = []
    for one, late in stored:
        row = _row(series, one) | {"recorded_at": now, "late": late}
        number = connection.execute(change.insert().returning(change.c.id), row).scalar_one()
        if not late:
            news.append(Told(number, *series, one, recorded_at=now))
    return news


def confirm(connection: Connection, series: tuple[str, str], *, state: State, at: datetime) -> Told | None:
    """Make news of the last change if it was late and its state still stands at `at`, an hour that came in time."""
    last = connection.execute(_query().where(_of(series)).order_by(change.c.id.desc()).limit(1)).first()
    if last is None or not last.late or last.after != state.value or last.recorded_at >= at:
        return None
    connection.execute(update(change).where(change.c.id == last.id).values(late=False))
    return replace(_told(last), late=False)


def stored(connection: Connection, *, where: ColumnElement[bool]) -> list[Told]:
    """The stored changes that `where` chooses, oldest first."""
    rows = connection.execute(_query().where(where).order_by(change.c.id))
    return [_told(row) for row in rows]


def standing(connection: Connection) -> dict[tuple[str, str], State]:
    """The state of each (topic, source) by its newest stored change."""
    newest = select(func.max(change.c.id)).group_by(change.c.topic, change.c.source)
    rows = connection.execute(select(change.c.topic, change.c.source, change.c.after).where(change.c.id.in_(newest)))
    return {(row.topic, row.source): State(row.after) for row in rows}


def _query() -> Select[Any]:
    return select(change, verdict.c.useful).outerjoin(verdict, verdict.c.change == change.c.id)


def _told(row: Row[*tuple[Any, ...]]) -> Told:
    passage = Change(
        at=row.at,
        before=State(row.before),
        to=State(row.after),
        evidence=_evidence(row.evidence),
        kind=row.kind,
        resumed=row.resumed,
    )
    return Told(row.id, row.topic, row.source, passage, row.late, row.useful, row.recorded_at)


def _evidence(text: str) -> Evidence:
    """The evidence as it was stored, by this version or an earlier one."""
    known = {name: value for name, value in json.loads(text).items() if name in _EVIDENCE}
    times = {name: datetime.fromisoformat(value) for name, value in known.items() if _is_time(name) and value}
    return Evidence(**{**known, **times})


def _is_time(name: str) -> bool:
    return name == "peak_at" or name.startswith("back_at")


def _taken_up(
    connection: Connection, one: Change, before: State, mine: ColumnElement[bool], *, now: datetime
) -> tuple[Change, bool]:
    """A state that holds by what came in since, and whether that is late: not where it was news before the gap.

    One that is stored already was left again meanwhile: it is entered anew now, and not at its old hour a second time.
    """
    same = mine & (change.c.at == one.at) & (change.c.after == one.to.value)
    late = connection.execute(select(change.c.late).where(same).order_by(change.c.late)).scalars().first()
    if late is None:
        return one, True
    return replace(one, at=max(one.at, now), before=before, resumed=not late), late


def _of(series: tuple[str, str]) -> ColumnElement[bool]:
    topic, source = series
    return (change.c.topic == topic) & (change.c.source == source)


def _row(series: tuple[str, str], what: Change) -> dict[str, object]:
    topic, source = series
    evidence = json.dumps(asdict(what.evidence), default=str)
    row = {"topic": topic, "source": source, "at": what.at, "before": what.before.value, "after": what.to.value}
    return {**row, "kind": what.kind, "resumed": what.resumed, "evidence": evidence}

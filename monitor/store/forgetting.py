"""Destroying what has had its time: the keys of authors, and marks nobody can explain any more."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from ..model import DAY, hour_of
from . import loudest
from .recording import AUTHOR_KEY_LIFE, Recording
from .schema import breakdown, checkpoint, secret_key, seen
from .small_cells import CellCount, shown_of_day

_SET_BACK = timedelta(hours=1)  # no key is made further ahead: else the clock has been set back since
MERGED = "*"  # names of cells begin with =, so that none is this
IMPORTED = "imported"  # the stream that says when a source's last import ended


def forget(connection: Connection, *, now: datetime) -> bool:
    """Seal days whose author key has had its time, destroy the key, and drop expired marks; whether there were any.

    A key has had its time after 47 hours, that of a day which was over long before it was imported already with the
    import's end: nothing is to be added to what is shown. Marks go by whole hours: a file is rebuilt for what was
    forgotten, and once an hour is often enough for that.
    """
    due = _due(connection, now=now)
    days = connection.execute(select(secret_key.c.source, secret_key.c.day).where(due)).all()
    if days:
        of_day = (breakdown.c.source == secret_key.c.source) & (breakdown.c.day == secret_key.c.day)
        places = select(breakdown.c.topic, breakdown.c.source, breakdown.c.day).distinct().join(secret_key, of_day)
        for topic, source, day in connection.execute(places.where(due & breakdown.c.sealed.is_(False))).all():
            _seal(connection, topic, source, day)
        for source, day in days:
            loudest.forget(connection, source, day)
        connection.execute(update(secret_key).where(due).values(secret=None))
        Recording(connection, now=now).touch()  # there is more to show
    marks = connection.execute(delete(seen).where(seen.c.expires_at <= int(hour_of(now).timestamp())))
    return bool(days) or marks.rowcount > 0


def _due(connection: Connection, *, now: datetime) -> ColumnElement[bool]:
    """Which days' keys are to be destroyed."""
    made = secret_key.c.created_at
    due = (made <= now - AUTHOR_KEY_LIFE) | (made > now + _SET_BACK)
    ended = (checkpoint.c.stream == IMPORTED) & (checkpoint.c.updated_at <= now + _SET_BACK)
    for source, at in connection.execute(select(checkpoint.c.source, checkpoint.c.updated_at).where(ended)):
        due |= (secret_key.c.source == source) & (made <= at) & (secret_key.c.day <= at - 2 * DAY)
    return due & (secret_key.c.source != "") & secret_key.c.secret.is_not(None)


def _seal(connection: Connection, topic: str, source: str, day: datetime) -> None:
    """Merge the small cells of a topic's day for good: what is stored afterwards is what may be shown."""
    mine = (breakdown.c.topic == topic) & (breakdown.c.source == source) & (breakdown.c.day == day)
    mine &= breakdown.c.sealed.is_(False)
    cells: dict[str, list[CellCount]] = {}
    for row in connection.execute(select(breakdown).where(mine)):
        cells.setdefault(row.dimension, []).append(CellCount(row.name, row.posts, row.people))
    connection.execute(delete(breakdown).where(mine))
    rows = [
        {
            "topic": topic,
            "source": source,
            "day": day,
            "dimension": dimension,
            "cell": MERGED if cell.name is None else f"={cell.name}",
        }
        | {"name": cell.name, "posts": cell.posts, "people": cell.people, "sealed": True}
        for dimension, shown in shown_of_day(cells).items()
        for cell in shown
    ]
    if rows:
        connection.execute(insert(breakdown), rows)

"""Destroying what has had its time: the keys of authors, and marks nobody can explain any more."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from ..model import hour_of
from . import loudest
from .recording import AUTHOR_KEY_LIFE
from .schema import breakdown, secret_key, seen
from .small_cells import CellCount, shown_of_day

_SET_BACK = timedelta(hours=1)  # no key is made further ahead: else the clock has been set back since
MERGED = "*"  # names of cells begin with =, so that none is this


def forget(connection: Connection, *, now: datetime) -> bool:
    """Seal days whose author key has had its time, destroy the key, and drop expired marks; whether there were any.

    Marks go by whole hours: a file is rebuilt for what was forgotten, and once an hour is often enough for that.
    """
    made = secret_key.c.created_at
    due = (secret_key.c.source != "") & secret_key.c.secret.is_not(None)
    due &= (made <= now - AUTHOR_KEY_LIFE) | (made > now + _SET_BACK)
    days = connection.execute(select(secret_key.c.source, secret_key.c.day).where(due)).all()
    for source, day in days:
        _seal(connection, source, day)
        loudest.forget(connection, source, day)
    connection.execute(update(secret_key).where(due).values(secret=None))
    marks = connection.execute(delete(seen).where(seen.c.expires_at <= int(hour_of(now).timestamp())))
    return bool(days) or marks.rowcount > 0


def _seal(connection: Connection, source: str, day: datetime) -> None:
    """Merge a day's small cells for good: what is stored afterwards is what may be shown."""
    mine = (breakdown.c.source == source) & (breakdown.c.day == day) & breakdown.c.sealed.is_(False)
    cells: dict[str, dict[str, list[CellCount]]] = {}
    for row in connection.execute(select(breakdown).where(mine)):
        of_topic = cells.setdefault(row.topic, {})
        of_topic.setdefault(row.dimension, []).append(CellCount(row.name, row.posts, row.people))
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
        for topic, of_topic in cells.items()
        for dimension, shown in shown_of_day(of_topic).items()
        for cell in shown
    ]
    if rows:
        connection.execute(insert(breakdown), rows)

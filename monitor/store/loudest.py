"""The five busiest accounts of a topic on a UTC day, as marks that die with the day's key.

Exact whatever the order of pages: totals only grow, and every growth passes by here. An account outside the five
that is not passing by has not grown, so that it has still no more than the least of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from heapq import nlargest
from operator import itemgetter

from sqlalchemy import Connection, bindparam, delete, insert, select

from .schema import loudest, secret_key

FEW = 5
Place = tuple[str, datetime]  # a topic and a UTC day
_UNKNOWN = ""  # in the place of a topic: the day's first totals did not pass by here


def keep(
    connection: Connection, source: str, totals: Mapping[Place, Mapping[bytes, int]]
) -> Mapping[tuple[str, datetime], int]:
    """Keep the five with the most posts, given how many stand behind the marks that grew; their posts together.

    Days that were being counted before anybody kept the busiest are left out.
    """
    known = _known(connection, source, totals)
    open_places = [place for place in totals if (_UNKNOWN, place[1]) not in known]
    changed: dict[Place, Mapping[bytes, int]] = {}
    found: dict[Place, int] = {}
    for place in open_places:
        before = known.get(place, {})
        best = busiest(before, totals[place])
        found[place] = sum(best.values())
        if best != before:
            changed[place] = best
    _write(connection, source, changed)
    return found


def busiest(before: Mapping[bytes, int], grown: Mapping[bytes, int]) -> Mapping[bytes, int]:
    """The five with the most posts of those known and those grown.

    >>> busiest({b"a": 3, b"b": 1}, {b"b": 2, b"c": 1})
    {b'a': 3, b'b': 2, b'c': 1}
    """
    floor = min(before.values()) if len(before) == FEW else 0
    passing = {mark: posts for mark, posts in grown.items() if posts > floor}
    return dict(nlargest(FEW, {**before, **passing}.items(), key=itemgetter(1, 0)))


def begin_late(connection: Connection) -> None:
    """Leave out the days whose counting has begun already: their first totals are lost."""
    day_keys = (secret_key.c.source != "") & secret_key.c.secret.is_not(None)
    days = connection.execute(select(secret_key.c.source, secret_key.c.day).where(day_keys)).all()
    rows = [{"topic": _UNKNOWN, "source": source, "day": day, "mark": b"", "posts": 0} for source, day in days]
    if rows:
        connection.execute(insert(loudest), rows)


def forget(connection: Connection, source: str, day: datetime) -> None:
    """Destroy the marks of a day, whose key is being destroyed."""
    connection.execute(delete(loudest).where((loudest.c.source == source) & (loudest.c.day == day)))


def _known(connection: Connection, source: str, places: Collection[Place]) -> Mapping[Place, Mapping[bytes, int]]:
    topics, days = {topic for topic, _ in places} | {_UNKNOWN}, sorted({day for _, day in places})
    mine = loudest.c.topic.in_(topics) & (loudest.c.source == source) & loudest.c.day.in_(days)
    query = select(loudest.c.topic, loudest.c.day, loudest.c.mark, loudest.c.posts).where(mine)
    known: dict[Place, dict[bytes, int]] = {}
    for topic, day, mark, posts in connection.execute(query) if days else ():
        known.setdefault((topic, day), {})[bytes(mark)] = posts
    return known


def _write(connection: Connection, source: str, changed: Mapping[Place, Mapping[bytes, int]]) -> None:
    if not changed:
        return
    gone = (loudest.c.topic == bindparam("of_topic")) & (loudest.c.day == bindparam("of_day"))
    places = [{"of_topic": topic, "of_day": day} for topic, day in sorted(changed)]
    connection.execute(delete(loudest).where(gone & (loudest.c.source == source)), places)
    connection.execute(insert(loudest), list(_rows(source, changed)))


def _rows(source: str, changed: Mapping[Place, Mapping[bytes, int]]) -> Iterable[Mapping[str, object]]:
    for (topic, day), best in sorted(changed.items()):
        for mark, posts in best.items():
            yield {"topic": topic, "source": source, "day": day, "mark": mark, "posts": posts}

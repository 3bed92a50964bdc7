"""The control series: how busy a hashtag is that is always busy, hour by hour; of its posts only times are read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime

from ...errors import SourceError
from ...model import CONTROL, DAY, HOUR, Coverage, Page, Status, hour_of
from .answers import Batch, parse_times
from .cursor import Cursor
from .server import Server
from .walk import Stretch, walk

LAG_HOURS = 2
LONGEST_LOOK_BACK = 30 * DAY
TOO_LONG_AGO = "nobody asked for longer than 30 days"
_FIRST_LOOK_BACK = DAY
_REQUESTS = 60
_TOO_MANY = "more posts under the probe tag than can be read in one round"
_SILENT = "shows no post at all under the probe tag, so an empty answer proves nothing; choose a busier `probe`"


def control(server: Server, tag: str, place: Cursor, *, now: datetime) -> Iterator[Page]:
    """The hours since the last round that are whole, each counted once; after a pause all that can be caught up.

    Where a round gets nowhere, what is older than a day is given up. Raises SourceError where not even this hashtag
    has a post.
    """
    end = whole_until(now)
    start = place.probe or end - _FIRST_LOOK_BACK
    if start >= end:
        return
    if start < end - LONGEST_LOOK_BACK:
        yield _gap(start, end - LONGEST_LOOK_BACK, TOO_LONG_AGO, place)
        start = end - LONGEST_LOOK_BACK

    def ask(where: Mapping[str, str]) -> Batch:
        return parse_times(server.timeline(tag, where))

    seen: dict[str, datetime] = {}
    read_to, why = start, _TOO_MANY
    for step in walk(ask, Stretch(start, now, _REQUESTS)):
        if not step.batch.rows and not seen:
            raise SourceError(_SILENT)
        seen |= {post_id: at for post_id, at in step.batch.items if at is not None}
        read_to, why = max(read_to, step.read_to or start), step.stuck or why
    day_ago, end = end - _FIRST_LOOK_BACK, min(end, hour_of(read_to))
    if start >= end:
        if start < day_ago:
            yield _gap(start, day_ago, why, place)
        return
    hours = Counter(hour_of(at) for at in seen.values() if start <= at < end)
    place.probe = end
    whole = Coverage(start, end, Status.COMPLETE)
    yield Page(cursor=place.dump(), topics=(CONTROL,), volume=dict(hours), coverage=(whole,))


def _gap(start: datetime, end: datetime, reason: str, place: Cursor) -> Page:
    """Say that hours are not known and go on after them."""
    place.probe = end
    return Page(cursor=place.dump(), topics=(CONTROL,), coverage=(Coverage(start, end, Status.MISSING, reason),))


def whole_until(now: datetime) -> datetime:
    """The end of the newest hour that late posts have had time to reach."""
    return hour_of(now) - LAG_HOURS * HOUR

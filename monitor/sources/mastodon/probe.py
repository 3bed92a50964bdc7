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
_LOOK_BACK = DAY
_REQUESTS = 60
_SILENT = "shows no post at all under the probe tag, so an empty answer proves nothing; choose a busier `probe`"


def control(server: Server, tag: str, place: Cursor, *, now: datetime) -> Iterator[Page]:
    """The hours since the last round that are whole, each counted once.

    Raises SourceError where not even this hashtag has a post.
    """
    end = whole_until(now)
    start = max(place.probe or end - _LOOK_BACK, end - _LOOK_BACK)
    if start >= end:
        return

    def ask(where: Mapping[str, str]) -> Batch:
        return parse_times(server.timeline(tag, where))

    seen: dict[str, datetime] = {}
    read_to = start
    for step in walk(ask, Stretch(start, now, _REQUESTS)):
        if not step.batch.rows and not seen:
            raise SourceError(_SILENT)
        seen |= {post_id: at for post_id, at in step.batch.items if at is not None}
        read_to = max(read_to, step.read_to or start)
    end = min(end, hour_of(read_to))
    if start >= end:
        return
    hours = Counter(hour_of(at) for at in seen.values() if start <= at < end)
    place.probe = end
    whole = Coverage(start, end, Status.COMPLETE)
    yield Page(cursor=place.dump(), topics=(CONTROL,), volume=dict(hours), coverage=(whole,))


def whole_until(now: datetime) -> datetime:
    """The end of the newest hour that late posts have had time to reach."""
    return hour_of(now) - LAG_HOURS * HOUR

"""GDELT's timelines, read with care, and whole hours and days out of their steps (pure)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from ...errors import SourceError
from ...model import DAY, HOUR
from .._progress import count
from .._whole import each_once
from ..archive.fields import child, children, clean

QUARTER = timedelta(minutes=15)
_RESOLUTIONS = {"15m": QUARTER, "15min": QUARTER, "hour": HOUR, "1h": HOUR, "60m": HOUR, "day": DAY, "1d": DAY}
_FORMS = ("%Y%m%dT%H%M%SZ", "%Y%m%d%H%M%S")


@dataclass(frozen=True, slots=True)
class Timeline:
    """Stories under a query and all stories, by the start of each step; steps that are not there are not known."""

    step: timedelta
    steps: Mapping[datetime, tuple[int, int]]
    read: int = 0
    quarantined: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bucket:
    """A whole hour or day of a timeline."""

    start: datetime
    hours: int
    stories: int
    of_all: int

    @property
    def end(self) -> datetime:
        """The end of the hour or day (exclusive)."""
        return self.start + self.hours * HOUR


def parse_timeline(body: object) -> Timeline:
    """The timeline of counts in an answer; raises SourceError for an answer of another shape."""
    if not isinstance(body, dict):
        raise SourceError("answered in a shape that is not known")
    series = [one for one in children(body, "timeline") if isinstance(one.get("data"), list)]
    raw = [one for one in series if clean(one.get("series")) == "Article Count"] or series
    data = raw[0]["data"] if raw else None
    if not isinstance(data, list):
        raise SourceError("answered in a shape that is not known")
    steps, quarantined = each_once(data, _step, what="step")
    step = _resolution(clean(child(body, "query_details").get("date_resolution")), list(steps))
    return Timeline(step, steps, len(data), quarantined)


def buckets(timeline: Timeline) -> Iterator[Bucket]:
    """The hours (days where GDELT answered by day) of which every step is there and something was read at all."""
    width = max(timeline.step, HOUR)
    inside: defaultdict[datetime, list[tuple[int, int]]] = defaultdict(list)
    for at, numbers in timeline.steps.items():
        start = at.replace(hour=at.hour if width == HOUR else 0, minute=0, second=0)
        if not (at - start) % timeline.step:
            inside[start].append(numbers)
    for start, steps in inside.items():
        if len(steps) == width // timeline.step and all(of_all > 0 for _, of_all in steps):
            yield Bucket(start, width // HOUR, sum(one for one, _ in steps), sum(of_all for _, of_all in steps))


def _step(item: object) -> tuple[datetime, tuple[int, int]] | str:
    """A step's start and its two counts, or why it cannot be read."""
    if not isinstance(item, dict):
        return "a step that cannot be read"
    at, stories, of_all = _time(item.get("date")), count(item.get("value")), count(item.get("norm"))
    if at is None or stories is None:
        return "a step that cannot be read"
    if of_all is None:
        return "a step without the number of all stories"
    return "more stories than there are in all" if stories > of_all else (at, (stories, of_all))


def _time(value: object) -> datetime | None:
    for form in _FORMS:
        try:
            at = datetime.strptime(value, form).replace(tzinfo=UTC) if isinstance(value, str) else None
        except ValueError:
            continue
        return at if at is not None and 2000 < at.year < 9000 else None
    return None


def _resolution(told: str, times: list[datetime]) -> timedelta:
    """How long a step is, as GDELT says; where it says nothing, the shortest way from one step to the next."""
    if told:
        if told not in _RESOLUTIONS:
            raise SourceError("answered in steps that are not known")
        return _RESOLUTIONS[told]
    gaps = {later - earlier for earlier, later in pairwise(times)}
    shortest = min(gaps, default=timedelta())
    if shortest not in _RESOLUTIONS.values():
        raise SourceError("answered in steps that are not known")
    return shortest

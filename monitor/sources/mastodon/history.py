"""A server's own daily counts of hashtags, as the daily measures `uses` and `accounts`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from ...errors import SourceError
from ...model import CONTROL, DAY, Coverage, Observation, Page, Status, day_of, hour_of
from ...web import Answer
from .answers import History, parse_history
from .cursor import Cursor
from .server import Declined, Server

METHOD = "history-1"
_ONLY_ZEROS = "this server says 0 for every hashtag and day: it may not count at all"
_TODAY = "today is not over"
_Result = History | str  # or why there is none


@dataclass(frozen=True, slots=True)
class Histories:
    """The daily counts of every topic: `uses` summed over its hashtags, `accounts` where there is only one.

    A post with two of a topic's hashtags is in `uses` twice. The probe's uses are the control series.
    """

    source: str
    tags: Mapping[str, tuple[str, ...]]
    probe: str | None

    def pages(self, server: Server, place: Cursor, *, now: datetime) -> Iterator[Page]:
        """A page for each topic; what cannot be had is said day by day and never stops the posts from being read.

        Raises SourceError only where the server asks to wait.
        """
        results = self._results(server, now=now)
        wanted: dict[str, tuple[str, ...]] = {CONTROL: (self.probe,)} if self.probe else {}
        wanted |= self.tags
        last = tuple(wanted)[-1]
        for topic, tags in wanted.items():
            place.history = hour_of(now) if topic == last else place.history
            yield self._page(topic, [results[tag] for tag in tags], place.dump(), now=now)

    def _results(self, server: Server, *, now: datetime) -> Mapping[str, _Result]:
        probe = (self.probe,) if self.probe else ()
        results: dict[str, _Result] = {}
        trouble = ""
        for tag in dict.fromkeys([*probe, *(tag for own in self.tags.values() for tag in own)]):
            try:
                results[tag] = trouble or _read(server.tag(tag), tag, now=now)
            except SourceError as error:
                if error.retry_at is not None:
                    raise
                results[tag] = str(error)
                trouble = "" if isinstance(error, Declined) else str(error)  # a server in trouble is not asked more
        counts = [uses for found in results.values() if isinstance(found, History) for uses, _ in found.days.values()]
        if counts and not any(counts):
            return {tag: _ONLY_ZEROS if isinstance(found, History) else found for tag, found in results.items()}
        return results

    def _page(self, topic: str, found: list[_Result], cursor: str, *, now: datetime) -> Page:
        today = day_of(now)
        reasons = [one for one in found if isinstance(one, str)]
        if reasons:
            missing = Coverage(today - DAY, today, Status.MISSING, reasons[0], 24)
            return Page(cursor=cursor, topics=(topic,), coverage=(missing,))
        histories = {one.name: one for one in found if isinstance(one, History)}
        days = sorted(set.intersection(*(set(one.days) for one in histories.values())))
        observations: list[Observation] = []
        for day in days:
            counts = [one.days[day] for one in histories.values()]
            observations.append(self._observation(topic, "uses", day, sum(uses for uses, _ in counts)))
            if len(counts) == 1 and counts[0][1] is not None and topic != CONTROL:
                observations.append(self._observation(topic, "accounts", day, counts[0][1]))
        return Page(
            cursor=cursor, topics=(topic,), observations=tuple(observations), coverage=tuple(_coverage(days, today))
        )

    def _observation(self, topic: str, measure: str, day: datetime, value: int) -> Observation:
        return Observation(topic, self.source, measure, day, value, 24, METHOD)


def _read(answer: Answer, tag: str, *, now: datetime) -> _Result:
    try:
        return parse_history(answer, tag=tag, now=now)
    except SourceError as error:
        return str(error)


def _coverage(days: Iterable[datetime], today: datetime) -> Iterator[Coverage]:
    for day in days:
        status, reason = (Status.PARTIAL, _TODAY) if day == today else (Status.COMPLETE, "")
        yield Coverage(day, day + DAY, status, reason, 24)

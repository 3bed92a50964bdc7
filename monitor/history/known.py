"""What is known of each topic in each source: what was judged, and frames of what is stored, built once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol, TypeVar

import pandas as pd

from ..model import Daily, Rest, SourceView, TopicView
from ..store import Store
from .cells import breakdown
from .frames import buckets
from .ranges import BY_DAY
from .sides import by_day

_T = TypeVar("_T")


class Kept(Protocol):
    """Where what is costly is kept for as long as nothing changes."""

    def __call__(self, key: Hashable, build: Callable[[], _T], /) -> _T:
        """What `build` gives, built once."""


class Known:
    """What is known of each topic in each source: what was judged, and frames of what is stored, built once."""

    def __init__(self, store: Store, views: Sequence[TopicView], rest: Rest, kept: Kept) -> None:
        self._store, self._kept = store, kept
        self._views = {one.topic.key: one.sources for one in views}
        by_day = {topic.key: days for topic, days in rest.by_day}
        self._days: Mapping[str, tuple[Daily, ...]] = by_day | {one.topic.key: one.beside for one in views}

    def sources(self, topic: str) -> tuple[str, ...]:
        """The sources that anything is known of, the leading one first."""
        hourly = (one.assessment.source for one in self._views.get(topic, ()))
        return tuple(dict.fromkeys([*hourly, *(one.source for one in self._days.get(topic, ()))]))

    def view(self, topic: str, source: str) -> SourceView | None:
        """What was judged of it by the hour in a source; None where it is counted by the day."""
        return next((one for one in self._views.get(topic, ()) if one.assessment.source == source), None)

    def daily(self, topic: str, source: str) -> Daily | None:
        """The daily series of a source that is shown: the one that is judged, or the first."""
        mine = [one for one in self._days.get(topic, ()) if one.source == source]
        return next((one for one in mine if one.assessment), mine[0] if mine else None)

    def measure(self, topic: str, source: str) -> str:
        """What is drawn of a source."""
        view, daily = self.view(topic, source), self.daily(topic, source)
        return view.series.measure if view else daily.measure if daily else "posts"

    def buckets(self, topic: str, source: str, *, whole: bool = False) -> pd.DataFrame:
        """The frame of what is drawn; the `whole` one holds what is older than what is judged, too."""
        build = partial(self._buckets, topic, source, whole=whole)
        return self._kept(("history.buckets", topic, source, whole), build)

    def _buckets(self, topic: str, source: str, *, whole: bool) -> pd.DataFrame:
        view, measure = self.view(topic, source), self.measure(topic, source)
        if view is None:
            by_day = self._store.series(topic, source, measure=measure, bucket_hours=BY_DAY)
            return buckets(by_day) if by_day is not None else pd.DataFrame()
        older = self._store.series(topic, source, measure=measure) if whole else None
        return buckets(view.series, view.track, older)

    def since(self, topic: str, source: str, start: datetime | None) -> pd.DataFrame:
        """The frame that reaches back to `start` (None: to the first bucket there is)."""
        found = self.buckets(topic, source)
        if start is None or (len(found) and start < found.index[0]):
            return self.buckets(topic, source, whole=True)
        return found

    def days(self, topic: str, source: str) -> pd.DataFrame:
        """What is counted by UTC days."""
        found = self.buckets(topic, source) if self.view(topic, source) else pd.DataFrame()
        return self._kept(("history.days", topic, source), lambda: by_day(self._store, topic, source, found))

    def cells(self, topic: str, source: str) -> pd.DataFrame:
        """The breakdowns by UTC days."""
        return self._kept(("history.cells", topic, source), lambda: breakdown(self._store, topic, source))

"""The source of one language: which days of which topics are asked for, and the pages that come of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from ...errors import SourceError
from ...model import DAY, Observation, Page, Price, Topic, day_of
from ...web import Manners, running, session
from .. import Past
from .._progress import longest_waiting, read, write
from .asking import Asking, quoted
from .days import LAG_HOURS, Looked, Told, told

FIRST = datetime(2015, 7, 1, tzinfo=UTC)
_FIRST_ROUND = 90 * DAY
_CORRECTED = 3 * DAY
_ASKED_AT_ONCE = 366 * DAY
_MAX_BYTES = 2 * 2**20
_NO_CONTACT = "needs `contact` under sources: wikipedia: an e-mail or web address of yours, or Wikimedia refuses"


class Wikipedia:
    """The Wikipedia of one language: views a day, by people, of the articles that are the topics' terms."""

    method = "1"
    lag_hours = LAG_HOURS
    bucket_hours = 24
    price: Price | None = None

    def __init__(
        self,
        language: str,
        topics: Sequence[Topic],
        *,
        base_url: str,
        contact: str,
        allow_private: bool = False,
        every_minutes: float = 360,
    ) -> None:
        self.name = f"wikipedia:{language}"
        self.every_minutes = every_minutes
        self.topics = tuple(topics)
        self._titles = {
            topic.key: list({quoted(term.text): term.text for term in topic.terms}.values()) for topic in topics
        }
        self._contact, self._base_url, self._language = contact, base_url, language
        self._session = session(Manners(contact=contact, allow_private=allow_private, max_bytes=_MAX_BYTES))

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """A page for each topic: 90 days at first, then from three days before the last whole day that was seen.

        An article that says nothing for a few days may be misspelt or just unread: then 90 days are asked for again.
        """
        asking = self._asking(now)
        progress = read(cursor)
        end = day_of(now)
        for topic in longest_waiting(list(self._titles), progress):
            start = max(min(progress.get(topic, end - _FIRST_ROUND + _CORRECTED), end) - _CORRECTED, FIRST)
            looked = self._look(asking, topic, start, end, now=now)
            if looked.silent and start > end - _FIRST_ROUND:
                looked = self._look(asking, topic, max(end - _FIRST_ROUND, FIRST), end, now=now)
            found = _told(asking, looked)
            if found.views and not found.lost:
                progress[topic] = max(found.views) + DAY
            yield replace(self._page(topic, looked, found), cursor=write(progress))

    def past(self, start: datetime, end: datetime, *, now: datetime) -> Past:
        """Whole days from `start` to `end`, back to July 2015, at no cost; the number of requests is the most."""
        asking = self._asking(now)
        start, end = max(day_of(start), FIRST), min(day_of(end), day_of(now))
        spans = [(at, min(at + _ASKED_AT_ONCE, end)) for at in _steps(start, end)]
        requests = len(spans) * (1 + sum(map(len, self._titles.values())))
        return Past(requests, 0.0, self._past_pages(asking, spans, now=now))

    def _asking(self, now: datetime) -> Asking:
        if not self._contact:
            raise SourceError(_NO_CONTACT, permanent=True)
        return Asking(self._session, base_url=self._base_url, language=self._language, clock=running(now))

    def _past_pages(
        self, asking: Asking, spans: Sequence[tuple[datetime, datetime]], *, now: datetime
    ) -> Iterator[Page]:
        for topic in self._titles:
            for start, end in spans:
                looked = self._look(asking, topic, start, end, now=now)
                yield self._page(topic, looked, _told(asking, looked))

    def _look(self, asking: Asking, topic: str, start: datetime, end: datetime, *, now: datetime) -> Looked:
        views = [asking.views(title, start, end) for title in self._titles[topic]]
        return Looked(views, start, end, now)

    def _page(self, topic: str, looked: Looked, found: Told) -> Page:
        """What the days brought, as far as they are known."""
        return Page(
            observations=tuple(
                Observation(topic, self.name, "views", at, float(value), 24, self.method)
                for at, value in found.views.items()
            ),
            coverage=found.coverage,
            topics=(topic,),
            read=sum(one.read for one in looked.views),
            quarantined=dict(sum((Counter(one.quarantined) for one in looked.views), Counter[str]())),
        )


def _told(asking: Asking, looked: Looked) -> Told:
    """What can be said of the days; the whole Wikipedia is asked for only where something is to be proved."""
    return told(looked, asking.counted(looked.start, looked.end) if looked.open() else ())


def _steps(start: datetime, end: datetime) -> list[datetime]:
    return [start + number * _ASKED_AT_ONCE for number in range(max(0, -(-(end - start) // _ASKED_AT_ONCE)))]

"""Asking for the views of articles, and what can be said of a topic's days from them.

Wikimedia leaves a day out when nobody read the article and when the day is not there yet, and says 404 where
that is so of every day: the two cannot be told apart, so a day that is left out is never a zero.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import quote

from ...errors import SourceError
from ...model import DAY, HOUR, Coverage, Observation, Page, Price, Status, Topic, day_of
from ...web import Manners, fetch, session
from .. import Past
from .._progress import longest_waiting, read, write
from .answer import Views, parse_views

FIRST = datetime(2015, 7, 1, tzinfo=UTC)
_FIRST_ROUND = 90 * DAY
_CORRECTED = 3 * DAY
_ASKED_AT_ONCE = 366 * DAY
_LAG_HOURS = 36
_MAX_BYTES = 2 * 2**20
_UNKNOWN_ARTICLE = "Wikipedia gives no views: no such article, none in these days, or not counted yet"
_LEFT_OUT = "Wikipedia left this day out: no views, or not counted yet"
_NO_CONTACT = "needs `contact` under sources: wikipedia: an e-mail or web address of yours, or Wikimedia refuses"


class Wikipedia:
    """The Wikipedia of one language: views a day, by people, of the articles that are the topics' terms."""

    method = "1"
    lag_hours = _LAG_HOURS
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
        self._titles = {topic.key: [term.text for term in topic.terms] for topic in topics}
        self._contact = contact
        self._session = session(Manners(contact=contact, allow_private=allow_private, max_bytes=_MAX_BYTES))
        project = quote(f"{language}.wikipedia", safe="")
        self._address = f"{base_url}/metrics/pageviews/per-article/{project}/all-access/user"

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """A page for each topic: 90 days at first, then from three days before the last whole day that was seen."""
        self._check_contact()
        progress = read(cursor)
        end = day_of(now)
        for topic in longest_waiting(list(self._titles), progress):
            start = max(min(progress.get(topic, end - _FIRST_ROUND + _CORRECTED), end) - _CORRECTED, FIRST)
            page, seen = self._page(topic, start, end, now=now)
            if seen is not None:
                progress[topic] = seen
            yield replace(page, cursor=write(progress))

    def past(self, start: datetime, end: datetime, *, now: datetime) -> Past:
        """Whole days from `start` to `end`, back to July 2015, at no cost."""
        self._check_contact()
        start, end = max(day_of(start), FIRST), min(day_of(end), day_of(now))
        spans = [(at, min(at + _ASKED_AT_ONCE, end)) for at in _steps(start, end)]
        requests = len(spans) * sum(map(len, self._titles.values()))
        return Past(requests, 0.0, self._past_pages(spans, now=now))

    def _check_contact(self) -> None:
        if not self._contact:
            raise SourceError(_NO_CONTACT, permanent=True)

    def _past_pages(self, spans: Sequence[tuple[datetime, datetime]], *, now: datetime) -> Iterator[Page]:
        for topic in self._titles:
            for start, end in spans:
                yield self._page(topic, start, end, now=now)[0]

    def _page(self, topic: str, start: datetime, end: datetime, *, now: datetime) -> tuple[Page, datetime | None]:
        """What the days brought, and the end of the last whole one."""
        views = [self._views(title, start, end, now=now) for title in self._titles[topic]]
        days = _whole_days(views, start, end)
        reason = _LEFT_OUT if all(one.by_day for one in views) else _UNKNOWN_ARTICLE
        settled = [at for at in _days(start, end) if at in days or at + DAY + _LAG_HOURS * HOUR <= now]
        quarantined = sum((Counter(one.quarantined) for one in views), Counter[str]())
        page = Page(
            observations=tuple(
                Observation(topic, self.name, "views", at, float(value), 24, self.method) for at, value in days.items()
            ),
            coverage=tuple(_coverage(at, at in days, reason) for at in settled),
            topics=(topic,),
            read=sum(one.read for one in views),
            quarantined=dict(quarantined),
        )
        return page, max(days) + DAY if days else None

    def _views(self, title: str, start: datetime, end: datetime, *, now: datetime) -> Views:
        """The views of one article in the days from `start` up to `end`."""
        if start >= end:
            return Views({})
        address = f"{self._address}/{quoted(title)}/daily/{start:%Y%m%d}00/{end - DAY:%Y%m%d}00"
        answer = fetch(self._session, address, now=now, accept=(200, 400, 404))
        if answer.status != 200:
            return Views({})
        return parse_views(answer.json(), start=start, end=end)


def quoted(title: str) -> str:
    """A title as it stands in an address.

    >>> quoted("AC/DC live?"), quoted("Чечня")
    ('AC%2FDC_live%3F', '%D0%A7%D0%B5%D1%87%D0%BD%D1%8F')
    """
    return quote(" ".join(title.split()).replace(" ", "_"), safe="")


def _whole_days(views: Sequence[Views], start: datetime, end: datetime) -> dict[datetime, int]:
    """The sum of all articles on the days that each of them has."""
    days = [at for at in _days(start, end) if all(at in one.by_day for one in views)]
    return {at: sum(one.by_day[at] for one in views) for at in days} if views else {}


def _days(start: datetime, end: datetime) -> list[datetime]:
    return [start + number * DAY for number in range(max(0, (end - start) // DAY))]


def _steps(start: datetime, end: datetime) -> list[datetime]:
    return [start + number * _ASKED_AT_ONCE for number in range(max(0, -(-(end - start) // _ASKED_AT_ONCE)))]


def _coverage(at: datetime, whole: bool, reason: str) -> Coverage:
    if whole:
        return Coverage(at, at + DAY, Status.COMPLETE, bucket_hours=24)
    return Coverage(at, at + DAY, Status.MISSING, reason, 24)

"""Asking Media Cloud through its own client, and what can be said of a topic's days from its answer."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

import requests
from mediacloud.api import SearchApi
from mediacloud.error import APIResponseError

from ...errors import SourceError
from ...model import CONTROL, DAY, HOUR, Observation, Page, Price, Status, Topic, day_of
from ...web import Manners, check_clock, raise_for, refused, running, session
from .._keywords import Limits
from .._progress import longest_waiting, read, write
from .._whole import day_covered, days_between
from . import KEY
from .counts import Counts, parse_counts

APART_SECONDS = 6.0  # ten requests a minute, the client's own default
_FIRST_ROUND = 90 * DAY
_CORRECTED = 7 * DAY
_LAG_HOURS = 48
_WORDS = Limits(shortest=3, longest_in_all=1000)
_TIMEOUT_SECONDS = 60
_MAX_BYTES = 2 * 2**20
_LEFT_OUT = "Media Cloud had no stories at all for this day: not collected yet, or out of order"


class MediaCloud:
    """Media Cloud: stories a day under a topic, and all stories of the same outlets on that day."""

    name = "mediacloud"
    method = "1"
    lag_hours = _LAG_HOURS
    bucket_hours = 24
    price: Price | None = None

    def __init__(
        self,
        topics: Sequence[Topic],
        *,
        collections: Sequence[int],
        base_url: str,
        allow_private: bool = False,
        every_minutes: float = 720,
        pause: Callable[[float], object] = time.sleep,
    ) -> None:
        self.topics = _WORDS.narrowed(topics)
        self._queries = {topic.key: query(topic) for topic in self.topics}
        self.every_minutes = every_minutes
        self._collections = list(collections)
        self._base_url = f"{base_url}/"
        self._manners = Manners(allow_private=allow_private, timeout_seconds=_TIMEOUT_SECONDS, max_bytes=_MAX_BYTES)
        self._pause = pause

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """A page for each topic: 90 days at first, then the last seven days or what is still to be caught up."""
        progress = read(cursor)
        end = day_of(now - _LAG_HOURS * HOUR)
        client = self._client(running(now))
        for number, topic in enumerate(longest_waiting(list(self._queries), progress)):
            if number:
                self._pause(APART_SECONDS)
            start = min(progress.get(topic, end - _FIRST_ROUND), end - _CORRECTED)
            counts = self._counts(client, topic, start, end)
            progress[topic] = end
            yield Page(
                cursor=write(progress),
                observations=tuple(self._observations(topic, counts)),
                coverage=tuple(
                    day_covered(at, Status.COMPLETE)
                    if at in counts.by_day
                    else day_covered(at, Status.MISSING, _LEFT_OUT)
                    for at in days_between(start, end)
                ),
                topics=(topic, CONTROL),
                read=counts.read,
                quarantined=counts.quarantined,
            )

    def _client(self, clock: Callable[[], datetime]) -> Client:
        key = os.environ.get(KEY, "").strip()
        if not key or not key.isascii() or not key.isprintable():
            raise SourceError(f"needs a key: set the environment variable {KEY}", permanent=True)
        return Client(key, self._base_url, self._manners, clock=clock)

    def _counts(self, client: Client, topic: str, start: datetime, end: datetime) -> Counts:
        """The counts of the days from `start` up to `end`."""
        first, last = start.date(), (end - DAY).date()
        try:
            points = client.story_count_over_time(self._queries[topic], first, last, collection_ids=self._collections)
        except APIResponseError:
            raise SourceError("answered something that is not JSON") from None
        except requests.exceptions.RequestException as error:
            raise_for(error, now=client.clock())
        except (KeyError, IndexError, TypeError, ValueError, AttributeError, RecursionError):
            raise SourceError("answered in a shape that is not known") from None
        return parse_counts(points, start=start, end=end)

    def _observations(self, topic: str, counts: Counts) -> Iterator[Observation]:
        for at, (stories, of_all) in counts.by_day.items():
            yield Observation(topic, self.name, "stories", at, float(stories), 24, self.method)
            yield Observation(CONTROL, self.name, "stories", at, float(of_all), 24, self.method)


class Client(SearchApi):
    """Media Cloud's client on a session of ours: guarded, bounded, and one that never sleeps for a limit."""

    def __init__(self, key: str, base_url: str, manners: Manners, *, clock: Callable[[], datetime]) -> None:
        super().__init__(key)
        self.BASE_API_URL = base_url
        self.TIMEOUT_SECS = _TIMEOUT_SECONDS
        self._manners, self.clock = manners, clock

    def _make_session(self) -> None:
        made = session(self._manners)
        made.headers.update({name: value for name, value in self._headers.items() if name != "User-Agent"})
        made.hooks["response"].append(self._checked)
        self._session = made

    def _checked(self, response: requests.Response, *_: object, **__: object) -> None:
        """Look at status and clock before the client does: its own errors repeat what was asked and answered."""
        response.encoding = "utf-8"  # as JSON is; else the client guesses, which takes long
        if response.status_code != 200:
            raise refused(response, now=self.clock())
        check_clock(response.headers.get("Date"), now=self.clock(), age=response.headers.get("Age"))


def query(topic: Topic) -> str:
    """What Media Cloud is asked for: any of the topic's words and phrases, each in quotation marks."""
    return " OR ".join(f'"{word}"' for word in _WORDS.words(topic))

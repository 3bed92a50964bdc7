"""One round's questions to Wikimedia, on a clock that goes on while the round lasts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from urllib.parse import quote

import requests

from ...model import DAY
from ...web import fetch
from .._whole import Days
from .answer import Views, parse_views


class Asking:
    """Asks for the views of single articles, and for which days the whole Wikipedia of the language is counted."""

    def __init__(self, using: requests.Session, *, base_url: str, language: str, clock: Callable[[], datetime]) -> None:
        self._session, self._clock = using, clock
        self._address = f"{base_url}/metrics/pageviews"
        self._whole = f"{quote(f'{language}.wikipedia', safe='')}/all-access/user"
        self._counted: dict[tuple[datetime, datetime], frozenset[datetime]] = {}

    def views(self, title: str, start: datetime, end: datetime) -> Views:
        """The views of one article in the days from `start` up to `end`; none where Wikimedia knows of none."""
        if start >= end:
            return Days({})
        path = f"per-article/{self._whole}/{quoted(title)}"
        return self._asked(path, start, end, accept=(200, 400, 404))

    def counted(self, start: datetime, end: datetime) -> frozenset[datetime]:
        """The days on which the Wikipedia of the language has views at all; asked once a round."""
        if (start, end) not in self._counted:
            found = self._asked(f"aggregate/{self._whole}", start, end, accept=(200, 404))
            self._counted[start, end] = frozenset(day for day, views in found.by_day.items() if views > 0)
        return self._counted[start, end]

    def _asked(self, path: str, start: datetime, end: datetime, *, accept: tuple[int, ...]) -> Views:
        address = f"{self._address}/{path}/daily/{start:%Y%m%d}00/{end - DAY:%Y%m%d}00"
        answer = fetch(self._session, address, now=self._clock(), accept=accept)
        return parse_views(answer.json(), start=start, end=end) if answer.status == 200 else Days({})


def quoted(title: str) -> str:
    """A title as it stands in an address.

    >>> quoted("AC/DC live?"), quoted("Чечня")
    ('AC%2FDC_live%3F', '%D0%A7%D0%B5%D1%87%D0%BD%D1%8F')
    """
    return quote(" ".join(title.replace("_", " ").split()).replace(" ", "_"), safe="")

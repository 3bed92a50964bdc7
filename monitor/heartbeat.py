"""A sign of life to an address the user gives: when it stops, somebody there notices that we died."""

from __future__ import annotations

from datetime import datetime, timedelta

import requests

from . import web

_AT_LEAST = timedelta(minutes=5)


class Heartbeat:
    """Pings an address after a judgement, every five minutes at most; a ping that fails is never a reason to stop.

    The address is often a secret: where it sends us on, nobody is told.
    """

    def __init__(self, url: str, *, allow_private: bool = False) -> None:
        self._url = url
        self._session = web.session(web.Manners(allow_private=allow_private, timeout_seconds=10, max_bytes=65536))
        self._last: datetime | None = None

    def beat(self, *, now: datetime) -> bool:
        """Ping, if it is time; whether it was done and was answered."""
        if self._last is not None and timedelta() <= now - self._last < _AT_LEAST:
            return False
        self._last = now
        try:
            return self._session.get(self._url).status_code < 300
        except (requests.exceptions.RequestException, OSError, ValueError):
            return False

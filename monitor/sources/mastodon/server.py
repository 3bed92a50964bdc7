"""Asking one server through Mastodon.py, which only names addresses: answers are read here, never by the library.

Mastodon.py puts whole answers into its error messages, fills in what a server left out, and waits by the clock of
this machine. So it is handed a carrier in place of a session, which keeps the answer and gives back an empty one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, cast
from urllib.parse import quote

import requests
from mastodon import Mastodon, MastodonError

from ...errors import SourceError
from ...web import Answer, fetch, user_agent

PAGE_ROWS = 40
TIMEOUT_SECONDS = 20
_USUAL_WAIT = timedelta(minutes=15)
_LONGEST_WAIT = timedelta(days=31)
_READ_HERE = (*range(200, 300), *range(400, 500))  # others fail in `fetch`, 5xx after it has tried again
_CLOSED = (401, 403, 422)
Clock = Callable[[], datetime]


class Declined(SourceError):
    """The server answered, and the answer is no."""


class Server:
    """One server's public interface during one round, whose `clock` goes on; it is only ever read."""

    def __init__(self, address: str, *, session: requests.Session, token: str | None, clock: Clock) -> None:
        self.clock = clock
        self._carrier = _Carrier(session, clock)
        self._mastodon = Mastodon(
            api_base_url=address,
            session=cast("requests.Session", self._carrier),
            ratelimit_method="throw",
            request_timeout=TIMEOUT_SECONDS,
            version_check_mode="none",
            user_agent=user_agent(None),
        )
        self._mastodon.access_token = token  # not through the constructor: that would take it for a file's name

    def about(self) -> Answer:
        """What the server says about itself; to be asked first, or every timeline asks for it again."""
        return self._ask(lambda: self._mastodon.timeline_is_available("hashtag"))

    def timeline(self, tag: str, where: Mapping[str, str]) -> Answer:
        """A page of a hashtag's timeline."""
        return _accepted(self._ask(lambda: self._mastodon.timeline_hashtag(_quoted(tag), limit=PAGE_ROWS, **where)))

    def tag(self, tag: str) -> Answer:
        """The server's own numbers about a hashtag."""
        return _accepted(self._ask(lambda: self._mastodon.tag(_quoted(tag))))

    def _ask(self, call: Callable[[], object]) -> Answer:
        self._carrier.clear()
        with suppress(MastodonError):  # its words may hold an address or an answer; the carrier knows what happened
            call()
        return self._carrier.kept()


class _Carrier:
    """Stands where Mastodon.py expects a session: carries GETs, keeps the last answer, gives the library nothing."""

    def __init__(self, session: requests.Session, clock: Clock) -> None:
        self._session, self._clock = session, clock
        self._wait_until: datetime | None = None
        self.clear()

    def clear(self) -> None:
        """Forget the last answer."""
        self._answer: Answer | None = None
        self._failure: SourceError | None = None

    def kept(self) -> Answer:
        """The last answer; raises the SourceError that came instead."""
        if self._failure is not None:
            raise self._failure
        if self._answer is None:
            raise SourceError("could not be asked")
        return self._answer

    def request(self, method: str, url: str, **options: Any) -> requests.Response:  # noqa: ANN401 - as in requests
        """What the library calls."""
        try:
            self._answer = self._carried(method, url, options)
        except SourceError as error:
            self._failure = error
            raise
        response = requests.Response()
        response.status_code, response._content = 200, b"{}"
        return response

    def _carried(self, method: str, url: str, options: Mapping[str, Any]) -> Answer:
        if method != "GET":
            raise SourceError("nothing is ever written to a server", permanent=True)
        if self._wait_until is not None:
            raise SourceError("has answered as often as it allows for now", retry_at=self._wait_until)
        answer = fetch(self._session, url, now=self._clock(), accept=_READ_HERE, **options)
        now = self._clock()
        if answer.status == 429:
            raise SourceError("asks to wait (429)", retry_at=_again_at(answer, now) or now + _USUAL_WAIT)
        if answer.headers.get("x-ratelimit-remaining", "").strip() in ("0", "1"):
            self._wait_until = _again_at(answer, now)
        return answer


def _quoted(tag: str) -> str:
    return quote(tag.lstrip("#＃"), safe="")


def _accepted(answer: Answer) -> Answer:
    if answer.status in _CLOSED:
        raise Declined(f"refuses access ({answer.status})", permanent=True)
    if answer.status != 200:
        raise Declined(f"answered with status {answer.status}; is it a Mastodon server?")
    return answer


def _again_at(answer: Answer, now: datetime) -> datetime | None:
    """When the server may be asked again, by our clock; None where it does not say."""
    told = answer.headers.get("x-ratelimit-reset", "").strip()
    seconds = answer.headers.get("retry-after", "").strip()
    at = _time(told)
    if at is not None:
        at += now - (_date(answer) or now)
    elif seconds.isascii() and seconds.isdigit() and len(seconds) < 10:
        at = now + timedelta(seconds=int(seconds))
    return None if at is None else min(max(at, now), now + _LONGEST_WAIT)


def _time(text: str) -> datetime | None:
    """A time as Mastodon writes it (ISO 8601), or as GoToSocial does (seconds since 1970)."""
    try:
        if text.isascii() and text.isdigit():
            text = datetime.fromtimestamp(int(text[:12]), tz=UTC).isoformat()
        at = datetime.fromisoformat(text)
        at = at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return at if 2000 <= at.year <= 2200 else None


def _date(answer: Answer) -> datetime | None:
    try:
        return parsedate_to_datetime(answer.headers["date"]).astimezone(UTC)
    except (KeyError, TypeError, ValueError, OverflowError):
        return None

"""The one way to X: tweepy, with a time limit, a size limit, a guarded address and no waiting of its own."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import datetime

import requests
import tweepy  # type: ignore[import-untyped]
from urllib3.exceptions import HTTPError

from ... import web
from ...errors import SourceError
from .refusals import refused

_POST_FIELDS = "created_at,entities,lang,public_metrics,referenced_tweets,author_id,edit_history_tweet_ids"
_ARCHIVE_PAUSE_S = 1.1  # X answers one archive request a second
Clock = Callable[[], datetime]


class _Refused(Exception):
    """X answered with a status other than 200; nothing of it shows in a log."""

    def __init__(self, response: requests.Response) -> None:
        super().__init__()
        self.response = response


class _Again(Exception):
    """A request failed in a way that may pass by itself; its address shows in no log."""

    def __init__(self, error: requests.exceptions.RequestException) -> None:
        super().__init__()
        self.error = error


class Door:
    """Asks X's API and gives back the bytes of its answers; everything else is a SourceError.

    Requests are tried three times within seconds where X itself fails; X does not bill failures. `clock` goes on
    while a round lasts: X's clock is held against it, and waits begin with the answer that asks for them.
    """

    def __init__(
        self, token: str, manners: web.Manners, *, base: str, pause: Callable[[float], object] = time.sleep
    ) -> None:
        self._pause = pause
        self._client = tweepy.Client(bearer_token=token, return_type=requests.Response, wait_on_rate_limit=False)
        self._client.user_agent = web.user_agent(manners.contact)
        self._client.session = web.session(manners, base=base)
        # tweepy reads an error's body with blind trust: it sees none.
        self._client.session.hooks["response"].append(_only_answers)

    def __repr__(self) -> str:
        """Nothing of the token."""
        return "<Door>"

    def recent_counts(self, query: str, *, start: datetime, end: datetime, clock: Clock) -> bytes:
        """Posts by hour, from the last seven days."""
        return self._ask(
            lambda: self._client.get_recent_tweets_count(query, granularity="hour", start_time=start, end_time=end),
            clock=clock,
        )

    def archive_counts(self, query: str, *, start: datetime, end: datetime, token: str | None, clock: Clock) -> bytes:
        """A page of posts by hour, from any time."""
        self._pause(_ARCHIVE_PAUSE_S)
        return self._ask(
            lambda: self._client.get_all_tweets_count(
                query, granularity="hour", start_time=start, end_time=end, next_token=token
            ),
            clock=clock,
        )

    def mentions(
        self, account: str, *, start: datetime, end: datetime, size: int, token: str | None, clock: Clock
    ) -> bytes:
        """A page of the posts that mention an account, newest first."""
        return self._ask(
            lambda: self._client.get_users_mentions(
                account,
                start_time=start,
                end_time=end,
                max_results=size,
                pagination_token=token,
                tweet_fields=_POST_FIELDS,
            ),
            clock=clock,
        )

    def search(self, query: str, *, start: datetime, end: datetime, size: int, clock: Clock) -> bytes:
        """The newest posts that a query finds."""
        return self._ask(
            lambda: self._client.search_recent_tweets(
                query, start_time=start, end_time=end, max_results=size, tweet_fields=_POST_FIELDS
            ),
            clock=clock,
        )

    def account(self, handle: str, *, clock: Clock) -> bytes:
        """The account behind a handle."""
        return self._ask(lambda: self._client.get_user(username=handle), clock=clock)

    def _ask(self, call: Callable[[], requests.Response], *, clock: Clock) -> bytes:
        _hush()
        try:
            for attempt in web.tries(_may_pass):
                with attempt:
                    response = _once(call)
        except _Refused as error:
            raise refused(error.response, now=clock()) from None
        except _Again as error:
            web.raise_for(error.error, now=clock())
        web.check_clock(response.headers.get("Date"), now=clock())
        return response.content


def _once(call: Callable[[], requests.Response]) -> requests.Response:
    try:
        return call()
    except requests.exceptions.RequestException as error:
        raise _Again(error) from None
    except (HTTPError, OSError, ValueError, TypeError) as error:
        raise SourceError(f"X could not be reached ({type(error).__name__})") from None


def _only_answers(response: requests.Response, **_: object) -> None:
    if response.status_code != 200:
        raise _Refused(response)


def _may_pass(error: Exception) -> bool:
    if isinstance(error, _Refused):
        return error.response.status_code >= 500 and "Retry-After" not in error.response.headers
    passing = (
        requests.exceptions.Timeout,
        requests.exceptions.ConnectionError,
        requests.exceptions.ChunkedEncodingError,
    )
    never = web.NotPublic | requests.exceptions.SSLError
    return isinstance(error, _Again) and isinstance(error.error, passing) and not isinstance(error.error, never)


def _hush() -> None:
    """Keep tweepy's loggers from printing the token, which they do when they debug."""
    for name in ("tweepy", "tweepy.client"):
        log = logging.getLogger(name)
        log.setLevel(max(log.level, logging.INFO))

"""What an answer says: its body, the time on its clock, and why it is none."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, NoReturn
from urllib.parse import urljoin, urlsplit

import requests

from ..errors import SourceError
from .addresses import NotPublic

LARGEST_SKEW = timedelta(minutes=5)
_ORIGIN = re.compile(r"https?://[a-z0-9.-]{1,253}(:[0-9]{1,5})?")


class TooLarge(requests.exceptions.ContentDecodingError):
    """An answer grew over the size that is read."""


class Downgraded(requests.exceptions.RequestException):
    """An encrypted answer leads on to an address that is not."""

    def __init__(self) -> None:
        super().__init__("sends on to an address without encryption")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that was accepted; header names are in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:  # noqa: ANN401 - raw JSON dies inside the parse() that asked for it
        """The body as JSON; raises SourceError for anything else, such as a web page sent with status 200."""
        try:
            return json.loads(self.body)
        except (ValueError, RecursionError):
            raise SourceError("answered something that is not JSON") from None


def running(now: datetime) -> Callable[[], datetime]:
    """A clock that goes on from `now`: a round may last for many minutes, and waits are told from each answer on."""
    began = time.monotonic()
    return lambda: now + timedelta(seconds=time.monotonic() - began)


def check_clock(date: str | None, *, now: datetime, age: str | None = None) -> None:
    """Raise SourceError where an answer's `Date` and `now` are more than five minutes apart.

    What a cache kept says with `Age` for how many seconds: its `Date` is that much older.
    """
    theirs = _date(date)
    if theirs is None:
        return
    if theirs < now and age and age.isascii() and age.isdigit():
        theirs = min(theirs + timedelta(seconds=int(age[:9])), now)
    if abs(now - theirs) <= LARGEST_SKEW:
        return
    minutes = round(abs(now - theirs) / timedelta(minutes=1))
    side = "ahead of" if now > theirs else "behind"
    raise SourceError(f"this machine's clock is {minutes} minutes {side} the platform's: set it right")


def _date(text: str | None) -> datetime | None:
    """A date as HTTP writes it, in UTC; None where it is none."""
    try:
        found = parsedate_to_datetime(text) if text else None
        if found is None:
            return None
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return None


def refused(response: requests.Response, *, now: datetime) -> SourceError:
    """The error behind a status: blocked for 401 and 403, with the time to ask again where one is told.

    One that leads to another host says which: nothing follows it there by itself.
    """
    status = response.status_code
    at = retry_at(response, now)
    if status == 429:
        return SourceError("asks to wait (429)", retry_at=at or now + timedelta(minutes=15))
    if status in (401, 403):
        return SourceError(f"refuses access ({status})", permanent=True)
    if response.is_redirect and (host := _elsewhere(response)):
        return SourceError(f"sends on to another address ({host}): write that one if you trust it")
    return SourceError(f"answered with status {status}", retry_at=at)


def _elsewhere(response: requests.Response) -> str:
    """Where an answer leads, scheme and host alone; empty where that is the place that was asked, or none."""
    try:
        asked = urlsplit(response.url)
        told = urlsplit(urljoin(response.url, response.headers["Location"]))
    except ValueError:
        return ""
    old, new = (f"{one.scheme}://{one.netloc.lower()}" for one in (asked, told))
    return new if new != old and _ORIGIN.fullmatch(new) else ""


def raise_for(error: requests.exceptions.RequestException, *, now: datetime) -> NoReturn:
    """Raise the SourceError that a failed request means, in words and without its address."""
    if isinstance(error, requests.exceptions.HTTPError) and error.response is not None:
        raise refused(error.response, now=now) from None
    if isinstance(error, NotPublic | TooLarge | Downgraded):
        raise SourceError(str(error)) from None
    kinds = {
        requests.exceptions.ProxyError: "the proxy did not answer",
        requests.exceptions.SSLError: "its certificate could not be checked",
        requests.exceptions.Timeout: "did not answer in time",
        requests.exceptions.TooManyRedirects: "sends from address to address without end",
        requests.exceptions.ConnectionError: "could not be reached",
    }
    words = next((words for kind, words in kinds.items() if isinstance(error, kind)), "gave no readable answer")
    raise SourceError(words) from None


def retry_at(response: requests.Response, now: datetime) -> datetime | None:
    """When the platform says it may be asked again: `Retry-After`, seconds or a date; at most 31 days ahead.

    A date is read by the platform's own clock, so that one of ours that runs ahead does not make us early.
    """
    told = response.headers.get("Retry-After", "").strip()
    if told.isascii() and told.isdigit():
        at = now + timedelta(seconds=min(int(told[:9]), 31 * 86400))
    else:
        date = _date(told)
        if date is None:
            return None
        theirs = _date(response.headers.get("Date"))
        ahead = now - theirs if theirs else timedelta()
        at = min(date, now + timedelta(days=31)) + max(timedelta(), ahead if ahead <= LARGEST_SKEW else timedelta())
    return min(max(at, now), now + timedelta(days=31)) + timedelta(seconds=1)

"""What X means when it does not answer: each refusal with the time to ask again, or with what a human must do."""

from __future__ import annotations

import json
import random
import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import requests

from ... import web
from ...errors import SourceError
from ...model import day_of
from ..archive.fields import Object, child, clean
from .settings import TOKEN

LONGEST_JITTER_S = 5.0
_WINDOW = timedelta(minutes=15)
_LONGEST_WAIT = timedelta(days=1)
_LONGEST_CYCLE = timedelta(days=62)
_DAY = re.compile(r"(?<!\d)20\d\d-\d\d-\d\d(?!\d)")
_HUMAN = {
    401: f"X refuses the token (401): put a valid one into {TOKEN}",
    402: "X says the credits are used up (402): buy credits in X's developer console",
}
_TITLES = ("Invalid Request", "Bad Request")  # X's own; any other could carry a piece of what was asked


class QueryRefused(SourceError):
    """X finds this one query wrong: the others can go on."""


def refused(response: requests.Response, *, now: datetime) -> SourceError:
    """The error behind a status other than 200, told apart by X's own title and type; nothing of X's words is kept."""
    said, status = _said(response), response.status_code
    title = re.sub(r"[^a-z]", "", clean(said.get("title")).lower())
    kind = clean(said.get("type")).rstrip("/").rpartition("/")[2]
    if status == 429:
        if title == "usagecapexceeded" or kind == "usage-capped":
            return _capped(said, now=now)
        return SourceError("X asks to wait: too many requests (429)", retry_at=_reset(response, now=now))
    if status == 403:
        return _forbidden(said, title, kind, now=now)
    if status in _HUMAN:
        return SourceError(_HUMAN[status], permanent=True)
    if status == 400:
        return _wrong(said)
    return web.refused(response, now=now)


def wrong_query(title: str = "") -> QueryRefused:
    """The error where X finds a topic's query wrong."""
    return QueryRefused(f"X refuses this query (400{title}): change the terms", permanent=True)


def wrong_probe() -> QueryRefused:
    """The error where X finds the probe's query wrong: without a probe, nobody could tell blind from quiet."""
    return QueryRefused("X refuses this query (400), the one for the probe: choose another probe", permanent=True)


def wrong_account() -> SourceError:
    """The error where X finds a request wrong in which there is nothing of ours but the account."""
    words = "X refuses to look for the mentions (400): look at own_account and own_account_id"
    return SourceError(words, permanent=True)


def missing_token() -> SourceError:
    """The error where there is no token to ask with."""
    return SourceError(
        f"X is asked with a bearer token: set {TOKEN} to the one in X's developer console", permanent=True
    )


def _capped(said: Object, *, now: datetime) -> SourceError:
    midnight = day_of(now)
    if clean(said.get("period")).lower() == "daily":
        return SourceError("X's daily cap is used up", permanent=True, retry_at=midnight + timedelta(days=1))
    again = (midnight.replace(day=1) + timedelta(days=32)).replace(day=1)
    return SourceError(f"X's monthly cap is used up: it goes on on {again:%Y-%m-%d}", permanent=True, retry_at=again)


def _forbidden(said: Object, title: str, kind: str, *, now: datetime) -> SourceError:
    if title == "spendcapreached":
        again = _reset_day(said, now=now)
        until = f"until {again:%Y-%m-%d}, or " if again else ""
        words = f"the spending limit set at X is reached (403): nothing is counted {until}until you raise it there"
        return SourceError(words, permanent=True, retry_at=again)
    if clean(said.get("reason")) == "client-not-enrolled" or kind == "client-forbidden":
        words = "X does not let this app ask that (403): enrol it in a project in X's developer console"
        return SourceError(words, permanent=True)
    if kind == "unsupported-authentication":
        words = f"X wants another kind of token (403): {TOKEN} must hold the app's bearer token"
        return SourceError(words, permanent=True)
    return SourceError("X refuses access (403): look at the app in X's developer console", permanent=True)


def _wrong(said: Object) -> SourceError:
    """A wrong time is ours and passes; else the query is wrong."""
    errors = said.get("errors")
    parameters = (
        [child(one, "parameters") for one in errors if isinstance(one, dict)] if isinstance(errors, list) else []
    )
    if any(name in one for one in parameters for name in ("start_time", "end_time")):
        return SourceError("X refuses the time that was asked for (400): look at this machine's clock")
    title = next((f", {known}" for known in _TITLES if clean(said.get("title")) == known), "")
    return wrong_query(title)


def _reset(response: requests.Response, *, now: datetime) -> datetime:
    """When the window ends, as X says, and a little later, so that not all come back in one second.

    X names it by its own clock: where ours runs ahead, what it is ahead is waited for too.
    """
    told = response.headers.get("x-rate-limit-reset", "").strip()
    if not (told.isascii() and told.isdigit() and len(told) < 12):
        return web.refused(response, now=now).retry_at or now + _WINDOW
    jitter = timedelta(seconds=random.uniform(0.5, LONGEST_JITTER_S))  # noqa: S311 - nothing is guarded by it
    at = datetime.fromtimestamp(int(told), UTC) + _ahead(response, now=now)
    return min(max(at, now), now + _LONGEST_WAIT) + jitter


def _ahead(response: requests.Response, *, now: datetime) -> timedelta:
    """How far our clock runs ahead of X's, as far as it may."""
    try:
        date = parsedate_to_datetime(response.headers.get("Date", ""))
        ahead = now - (date if date.tzinfo else date.replace(tzinfo=UTC))
    except (TypeError, ValueError, OverflowError):
        return timedelta()
    return ahead if timedelta() < ahead <= web.LARGEST_SKEW else timedelta()


def _reset_day(said: Object, *, now: datetime) -> datetime | None:
    """The day on which X counts money anew, from its own field or from its words."""
    for text in (clean(said.get("reset_date")), clean(said.get("detail"))):
        found = _DAY.search(text)
        try:
            day = datetime.fromisoformat(found[0]).replace(tzinfo=UTC) if found else None
        except ValueError:
            continue
        if day and now < day <= now + _LONGEST_CYCLE:
            return day
    return None


def _said(response: requests.Response) -> Object:
    try:
        found = json.loads(response.content)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}

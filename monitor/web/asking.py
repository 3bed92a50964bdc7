"""Asking: a session that keeps its manners, and one GET with short retries."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit

import requests
import stamina
from requests.adapters import HTTPAdapter
from urllib3.exceptions import DecodeError, HTTPError, ProtocolError, ReadTimeoutError
from urllib3.poolmanager import PoolManager

from ..errors import SourceError
from .addresses import POOLS, NotPublic, check_host, refusal_within
from .answers import Answer, Downgraded, TooLarge, check_clock, raise_for, refused, retry_at

TIMEOUT_SECONDS = 20.0
WHOLE_SECONDS = 120.0
MAX_BYTES = 20 * 2**20
# Both log whole addresses: they hold the campaign's terms, and at some platforms people.
stamina.instrumentation.set_on_retry_hooks([])
logging.getLogger("urllib3").setLevel(logging.WARNING)


@dataclass(frozen=True, slots=True)
class Manners:
    """How a session behaves: who it says it is, and what it allows.

    `timeout_seconds` is for connecting and for each wait, `whole_seconds` for reading one whole answer. With
    `redirects` 0 only the address that was written down is ever asked: what stands in a request is for it alone.
    """

    contact: str | None = None
    allow_private: bool = False
    timeout_seconds: float = TIMEOUT_SECONDS
    max_bytes: int = MAX_BYTES
    whole_seconds: float = WHOLE_SECONDS
    redirects: int = 0


class Adapter(HTTPAdapter):
    """Carries every request of a session: with a time limit, to public addresses, reading no more than is bounded.

    With `base` set, a request for any host goes there instead: for libraries that have a host built in.
    A proxy, where the environment names one, is trusted.
    """

    def __init__(self, manners: Manners, *, base: str | None = None) -> None:
        self._manners = manners
        self._base = urlsplit(base) if base else None
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - the library's own signature
        """Make the pools of connections, guarded ones unless private addresses are allowed."""
        super().init_poolmanager(*args, **kwargs)
        if not self._manners.allow_private:
            pools: PoolManager = self.poolmanager
            pools.pool_classes_by_scheme = dict(POOLS)

    def send(self, request: requests.PreparedRequest, **options: Any) -> requests.Response:  # type: ignore[override] # noqa: ANN401
        """Send, and read the whole answer up to the bound."""
        if self._base is not None and request.url:
            parts = urlsplit(request.url)
            path = self._base.path + parts.path
            request.url = parts._replace(scheme=self._base.scheme, netloc=self._base.netloc, path=path).geturl()
        if not self._manners.allow_private:
            check_host(urlsplit(request.url or "").hostname or "")
        options["timeout"] = options.get("timeout") or self._manners.timeout_seconds
        wanted_stream, options["stream"] = options.get("stream", False), True
        try:
            response = super().send(request, **options)
        except requests.exceptions.ConnectionError as error:
            raise (refusal_within(error) or error) from None
        if not wanted_stream:
            response._content = _bounded(response, self._manners)
            response._content_consumed = True  # type: ignore[attr-defined]
        return response


def _bounded(response: requests.Response, manners: Manners) -> bytes:
    """The body, unpacked piece by piece: a small bomb does not grow unseen, a trickle does not go on for ever."""
    parts, size, until = [], 0, time.monotonic() + manners.whole_seconds
    try:
        while part := response.raw.read1(65536, decode_content=True):
            size += len(part)
            if size > manners.max_bytes:
                raise TooLarge(f"sent more than {manners.max_bytes / 2**20:g} MB")
            if time.monotonic() > until:
                raise requests.exceptions.ReadTimeout("an answer without an end")
            parts.append(part)
    except ReadTimeoutError as error:
        raise requests.exceptions.ReadTimeout(error) from None
    except ProtocolError as error:
        raise requests.exceptions.ChunkedEncodingError(error) from None
    except DecodeError as error:
        raise requests.exceptions.ContentDecodingError(error) from None
    finally:
        if size > manners.max_bytes or time.monotonic() > until:
            response.close()
    return b"".join(parts)


class _Session(requests.Session):
    """Sends what it is told to and no more: nothing of a .netrc file, and nothing to where an answer leads unasked.

    The environment is trusted otherwise, as it names the proxy.
    """

    def __init__(self, redirects: int) -> None:
        super().__init__()
        self.max_redirects = redirects
        self.auth = _as_it_is

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        """Where an answer leads; nowhere for a session that does not follow."""
        return super().get_redirect_target(resp) if self.max_redirects else None

    def rebuild_auth(self, prepared_request: requests.PreparedRequest, response: requests.Response) -> None:
        """Before it goes on to another address: leave a login behind, and never give up encryption."""
        if urlsplit(response.url).scheme == "https" and urlsplit(prepared_request.url or "").scheme != "https":
            raise Downgraded
        prepared_request.headers.pop("Authorization", None)


def _as_it_is(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Stands where requests expects a login, as it looks one up in .netrc else, in place of our own token."""
    return request


def session(manners: Manners, *, base: str | None = None) -> requests.Session:
    """A session that keeps the manners and says who it is."""
    made = _Session(manners.redirects)
    made.headers["User-Agent"] = user_agent(manners.contact)
    for scheme in ("https://", "http://"):
        made.mount(scheme, Adapter(manners, base=base))
    return made


def user_agent(contact: str | None) -> str:
    """What we call ourselves; some platforms refuse who names no contact."""
    name = f"AwarenessMonitor/{version('awareness-monitor')}"
    return f"{name} ({contact})" if contact else name


def tries(on: Callable[[Exception], bool], *, attempts: int = 3) -> Iterable[stamina.Attempt]:
    """Attempts at what may pass by itself, seconds apart and half a minute in all; the last error is raised."""
    return stamina.retry_context(on=on, attempts=attempts, timeout=30, wait_initial=0.5, wait_max=4)


def fetch(
    using: requests.Session,
    url: str,
    *,
    now: datetime,
    accept: tuple[int, ...] = (200,),
    attempts: int = 3,
    **options: Any,  # noqa: ANN401
) -> Answer:
    """GET an address (`params` and `headers` as in requests); a status not accepted is a SourceError.

    What may pass by itself (time-outs, 5xx) is tried `attempts` times within seconds. A clock of this machine
    that is more than five minutes off the platform's is an error too: hours would be misnamed.
    """
    try:
        for attempt in tries(_may_pass, attempts=attempts):
            with attempt:
                response = using.get(url, **options)
                if response.status_code >= 500 and response.status_code not in accept and not retry_at(response, now):
                    response.raise_for_status()
    except requests.exceptions.RequestException as error:
        raise_for(error, now=now)
    except (HTTPError, OSError, ValueError) as error:
        raise SourceError(f"could not be reached ({type(error).__name__})") from None
    if response.status_code not in accept:
        raise refused(response, now=now)
    check_clock(response.headers.get("Date"), now=now, age=response.headers.get("Age"))
    return Answer(response.status_code, {k.lower(): v for k, v in response.headers.items()}, response.content)


def _may_pass(error: Exception) -> bool:
    if isinstance(error, requests.exceptions.HTTPError):
        return True
    passing = (
        requests.exceptions.Timeout,
        requests.exceptions.ConnectionError,
        requests.exceptions.ChunkedEncodingError,
    )
    return isinstance(error, passing) and not isinstance(error, NotPublic | requests.exceptions.SSLError)

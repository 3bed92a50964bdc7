"""Where a Jetstream stands, and which version of it an address asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode, urlsplit

from pydantic import AfterValidator, Field

METHOD = "network.bsky.jetstream.subscribeEvents"
POSTS = "app.bsky.feed.post"
MAX_BYTES = 2**20  # a post's text holds 3,000 bytes at most: whatever is larger is none
_SCHEMES = {"http": "ws", "https": "wss", "ws": "ws", "wss": "wss"}
_OLD_PATH = "/subscribe"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One version of one Jetstream; `instance` names whose counting a place in the stream belongs to."""

    url: str
    instance: str
    version: int

    def at(self, cursor: int) -> str:
        """The address that gives posts from a cursor on: a sequence number, or microseconds since 1970."""
        names = {"kinds": "commit", "collections": POSTS} if self.version == 2 else {"wantedCollections": POSTS}
        return f"{self.url}?{urlencode({**names, 'maxMessageSizeBytes': MAX_BYTES, 'cursor': cursor})}"


def endpoint(address: str) -> Endpoint:
    """What an address means.

    >>> endpoint("https://jet.example.org").url
    'wss://jet.example.org/xrpc/network.bsky.jetstream.subscribeEvents'
    >>> endpoint("wss://jet.example.org/subscribe").version
    1
    """
    parts = urlsplit(address)
    path = parts.path.rstrip("/")
    version = 1 if path.endswith(_OLD_PATH) else 2
    if version == 2 and not path.endswith(METHOD):
        path = f"{path.removesuffix('/xrpc')}/xrpc/{METHOD}"
    return Endpoint(f"{_SCHEMES[parts.scheme]}://{parts.netloc}{path}", parts.netloc.lower(), version)


def _stream_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        fits = parts.scheme in _SCHEMES and parts.hostname and parts.port != 0
    except ValueError:
        fits = False
    if not fits or parts.username or parts.password or parts.query or parts.fragment or " " in value:
        raise ValueError(
            "must be the address of a Jetstream such as wss://jetstream.example.org, "
            "without a name or password and without ? or #"
        )
    return value.rstrip("/")


StreamAddress = Annotated[str, Field(max_length=500), AfterValidator(_stream_address)]

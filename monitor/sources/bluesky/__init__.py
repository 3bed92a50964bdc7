"""The source `bluesky`: every public post of the network as Jetstream passes it on, read up to now in each round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pydantic import Field

from ...model import TermKind, Topic
from .._settings import NetworkSettings, WebAddress
from .address import StreamAddress

if TYPE_CHECKING:
    from .source import Bluesky

__all__ = ["Settings", "build"]

_KINDS = (TermKind.TAG, TermKind.MENTION, TermKind.PHRASE, TermKind.LINK)


class Settings(NetworkSettings):
    """Bluesky needs no account and no key; the whole network's posts come by, about 160 MB an hour."""

    jetstream: StreamAddress = Field(
        default="wss://jetstream.us-east.bsky.network",
        description="The Jetstream that posts are read from: its address alone, or with the path of version 2 "
        "(/xrpc/network.bsky.jetstream.subscribeEvents) or 1 (/subscribe).",
    )
    profiles: WebAddress = Field(
        default="https://public.api.bsky.app",
        description="Where the profiles of those who wrote about a topic are looked up, to leave out who asks for it.",
    )
    look_back_hours: float = Field(
        default=36,
        ge=1,
        le=36,
        allow_inf_nan=False,
        description="Hours read at the first round and kept in reach after a pause; Bluesky keeps 36.",
    )


def build(settings: Settings, topics: Sequence[Topic]) -> tuple[Bluesky, ...]:
    """The one source these settings ask for; none where no topic has a term that a post can carry."""
    from .source import Bluesky  # noqa: PLC0415 - brings the WebSocket library, which no other command needs

    sought = [replace(topic, terms=tuple(term for term in topic.terms if term.kind in _KINDS)) for topic in topics]
    followed = [topic for topic in sought if topic.terms]
    return (Bluesky(settings, followed),) if followed else ()

"""The source `mastodon`: what servers of the Fediverse show under the campaign's hashtags."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pydantic import Field, field_validator, model_validator

from ...errors import ConfigError
from ...model import Topic
from .._settings import NetworkSettings, ProbeTag, WebAddress

if TYPE_CHECKING:
    from .instance import Instance

__all__ = ["Settings", "build", "token_variable"]

_PORTS = {"https": 443, "http": 80}


class Settings(NetworkSettings):
    """Mastodon servers, each a source of its own: it counts what that server has seen, never the whole network.

    Only hashtags are followed: mentions, phrases and links cannot be searched without an account. A post that reaches
    a server up to six hours late is still counted, later ones may be missed. Beside the posts, each server's own
    daily count is kept, `uses`: where a topic has several tags it is their sum, and a post with two of them counts
    twice; `accounts` is kept for topics with one tag only.

    A server that shows hashtags to its members only needs a token that may read, from the environment variable
    MONITOR_MASTODON_TOKEN_ and the server's name: MONITOR_MASTODON_TOKEN_EXAMPLE_SOCIAL for example.social.
    """

    instances: tuple[WebAddress, ...] = Field(
        min_length=1, max_length=20, description="The servers to ask, such as [https://example.social]."
    )
    probe: ProbeTag = Field(
        default="photography",
        description="A hashtag that is always busy on these servers: where even it falls silent, the server is blind, "
        "not the topic quiet. null for none: then an empty answer is believed.",
    )

    @field_validator("instances")
    @classmethod
    def _servers(cls, instances: tuple[str, ...]) -> tuple[str, ...]:
        for address in instances:
            parts = urlsplit(address)
            if parts.path or parts.query or parts.fragment:
                raise ValueError("name the server only, such as https://example.social, without a path")
            try:
                host_of(address)
            except ValueError:
                raise ValueError("the port must be a number up to 65535") from None
        if len({host_of(address) for address in instances}) < len(instances):
            raise ValueError("a server is named twice")
        return instances

    @model_validator(mode="after")
    def _encrypted(self) -> Settings:
        if not self.allow_private and any(address.startswith("http:") for address in self.instances):
            raise ValueError("ask servers by https://; http:// is for trying things out, with allow_private")
        return self


def build(settings: Settings, topics: Sequence[Topic]) -> tuple[Instance, ...]:
    """One source for each server, if any topic has hashtags; tokens come from the environment."""
    from .instance import Instance, with_tags  # noqa: PLC0415 - every command reads the settings, few talk to a server

    followed = with_tags(topics)
    tokens = _tokens(settings, os.environ)
    if not followed:
        return ()
    return tuple(
        Instance(f"mastodon:{host_of(address)}", address, settings=settings, topics=followed, token=tokens.get(address))
        for address in settings.instances
    )


def host_of(address: str) -> str:
    """The server's host, with the port where it is not the usual one."""
    parts = urlsplit(address)
    host = (parts.hostname or "").rstrip(".")
    return host if parts.port in (None, _PORTS.get(parts.scheme)) else f"{host}:{parts.port}"


def token_variable(address: str) -> str:
    """The environment variable that may hold a server's token.

    >>> token_variable("https://example.social")
    'MONITOR_MASTODON_TOKEN_EXAMPLE_SOCIAL'
    """
    return "MONITOR_MASTODON_TOKEN_" + re.sub(r"\W", "_", host_of(address).upper())


def _tokens(settings: Settings, environ: Mapping[str, str]) -> Mapping[str, str]:
    """Each server's token; ConfigError where one would go to two servers, or cannot be a token."""
    found: dict[str, str] = {}
    by_name: dict[str, str] = {}
    for address in settings.instances:
        name = token_variable(address)
        token = environ.get(name, "").strip()
        if not token:
            continue
        if name in by_name:
            raise ConfigError(f"sources.mastodon.instances: {name} would be sent to two servers; leave one of them out")
        if not re.fullmatch(r"[\x21-\x7e]{1,500}", token):
            raise ConfigError(f"{name} does not hold a token: it must be one word of plain letters and figures")
        by_name[name] = address
        found[address] = token
    return found

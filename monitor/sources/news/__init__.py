"""The source `news`: stories in the feeds of outlets that you choose, one source for each feed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from ...model import TermKind, Topic
from .._settings import NetworkSettings, WebAddress

if TYPE_CHECKING:
    from .feed import Feed

__all__ = ["Settings", "build"]

Name = Annotated[str, Field(pattern=r"^[a-z0-9-]{1,30}$")]


class Settings(NetworkSettings):
    """News outlets by their RSS or Atom feeds: free, without keys; title and summary of each story are looked at."""

    every_minutes: float = Field(
        default=30, ge=5, le=10080, description="Minutes between rounds; a feed lists only its latest stories."
    )
    feeds: Mapping[Name, WebAddress] = Field(
        min_length=1,
        max_length=50,
        description="The address of each outlet's feed, by a short name of your own (small letters, digits, hyphens).",
    )


def build(settings: Settings, topics: Sequence[Topic]) -> tuple[Feed, ...]:
    """One source for each feed, unless no topic has a term that stands in texts."""
    from .feed import Feed  # noqa: PLC0415 - feedparser is slow to import, and every command reads Settings

    looked_for = tuple(one for one in map(_looked_for, topics) if one.terms)
    if not looked_for:
        return ()
    return tuple(
        Feed(
            name,
            address,
            looked_for,
            allow_private=settings.allow_private,
            every_minutes=settings.every_minutes,
        )
        for name, address in settings.feeds.items()
    )


def _looked_for(topic: Topic) -> Topic:
    """The topic with those of its terms that stand in texts."""
    return replace(topic, terms=tuple(term for term in topic.terms if term.kind is not TermKind.ARTICLE))

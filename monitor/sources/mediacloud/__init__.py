"""The source `mediacloud`: stories a day in collections of news outlets that researchers keep."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from ...model import Topic
from .._settings import NetworkSettings, WebAddress

if TYPE_CHECKING:
    from .stories import MediaCloud

__all__ = ["KEY", "Settings", "advice", "build"]

KEY = "MONITOR_MEDIACLOUD_KEY"


class Settings(NetworkSettings):
    """Needs a free key in the environment variable MONITOR_MEDIACLOUD_KEY, from search.mediacloud.org."""

    every_minutes: float = Field(
        default=720, ge=60, le=10080, description="Minutes between rounds; there is one new number a day."
    )
    collections: tuple[Annotated[int, Field(ge=1, lt=2**53)], ...] = Field(
        default=(34412234,),
        min_length=1,
        max_length=20,
        description="The numbers of the collections to count in, as in their addresses; 34412234 is US national news.",
    )
    base_url: WebAddress = Field(
        default="https://search.mediacloud.org/api", description="Where Media Cloud's interface stands."
    )


def advice(_: Settings) -> Sequence[str]:
    """What stands in the way of asking."""
    return () if os.environ.get(KEY) else (f"! mediacloud needs a key in the environment variable {KEY}",)


def build(settings: Settings, topics: Sequence[Topic]) -> tuple[MediaCloud, ...]:
    """The one source there is, unless no topic has a word to look for."""
    from .stories import MediaCloud  # noqa: PLC0415 - its client is slow to import, and every command reads Settings

    source = MediaCloud(
        topics,
        collections=settings.collections,
        base_url=settings.base_url,
        allow_private=settings.allow_private,
        every_minutes=settings.every_minutes,
    )
    return (source,) if source.topics else ()

"""The source `gdelt`: how much of the world's online news the GDELT project counts under a topic, by hour."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from ...model import Topic
from .._settings import NetworkSettings, WebAddress
from .source import Gdelt

__all__ = ["Gdelt", "Settings", "build"]


class Settings(NetworkSettings):
    """Online news of the whole world, free and without a key; GDELT is often busy, so expect gaps.

    Tags and phrases of at least five letters are looked for as words, up to 250 letters a topic.
    """

    every_minutes: float = Field(
        default=360, ge=60, le=10080, description="Minutes between rounds; GDELT asks for few requests."
    )
    base_url: WebAddress = Field(
        default="https://api.gdeltproject.org/api/v2/doc/doc", description="Where GDELT's DOC 2.0 interface stands."
    )


def build(settings: Settings, topics: Sequence[Topic]) -> tuple[Gdelt, ...]:
    """The one source there is, unless no topic has a word to look for."""
    source = Gdelt(
        topics,
        base_url=settings.base_url,
        allow_private=settings.allow_private,
        every_minutes=settings.every_minutes,
    )
    return (source,) if source.topics else ()

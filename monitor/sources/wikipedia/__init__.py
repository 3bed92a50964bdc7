"""The source `wikipedia`: how often the campaign's articles are read, by day, on the Wikipedia of each language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from pydantic import AfterValidator, Field

from ...model import Topic
from .._settings import NetworkSettings, WebAddress
from .views import Wikipedia

__all__ = ["Settings", "Wikipedia", "advice", "build"]

_CONTACT = re.compile(r"[!-~ ]*[@/][!-~ ]*")


def _contact(value: str) -> str:
    if value and not _CONTACT.fullmatch(value):
        raise ValueError("must be an e-mail address or a web address at which you can be reached")
    return value


class Settings(NetworkSettings):
    """Views of articles, counted by Wikimedia itself without robots; free, but they want to know whom to write to."""

    every_minutes: float = Field(
        default=360, ge=60, le=10080, description="Minutes between rounds; there is one new number a day."
    )
    contact: Annotated[str, Field(max_length=200), AfterValidator(_contact)] = Field(
        default="",
        description="An e-mail or web address of yours. It is sent along: Wikimedia refuses who names none.",
    )
    base_url: WebAddress = Field(
        default="https://wikimedia.org/api/rest_v1", description="Where Wikimedia's REST interface stands."
    )


def advice(settings: Settings) -> Sequence[str]:
    """What stands in the way of asking."""
    return () if settings.contact else ("! wikipedia needs `contact`: Wikimedia refuses who names no address",)


def build(settings: Settings, topics: Sequence[Topic]) -> tuple[Wikipedia, ...]:
    """One source for each language in which a topic names an article."""
    languages = sorted({term.language for topic in topics for term in topic.terms if term.language})
    return tuple(
        Wikipedia(
            language,
            [one for one in (_looked_for(topic, language) for topic in topics) if one.terms],
            base_url=settings.base_url,
            contact=settings.contact,
            allow_private=settings.allow_private,
            every_minutes=settings.every_minutes,
        )
        for language in languages
    )


def _looked_for(topic: Topic, language: str) -> Topic:
    """The topic with its articles in one language."""
    return replace(topic, terms=tuple(term for term in topic.terms if term.language == language))

"""The kinds of values that keys of config.yaml hold, and what a part of the file is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, model_validator

from ..addresses import web_address
from . import checks


@dataclass(frozen=True, slots=True)
class Allowed:
    """What a value may be, in words, for errors and for the reference; a `secret` one is never repeated."""

    text: str
    secret: bool = False


def empty_list(value: object) -> object:
    """A key with nothing behind it means an empty list."""
    return [] if value is None else value


Label = Annotated[str, AfterValidator(checks.label), Allowed("a short text")]
Tag = Annotated[str, AfterValidator(checks.tag), Allowed("a hashtag, with or without #")]
Mention = Annotated[str, AfterValidator(checks.mention), Allowed('an account such as "@account"')]
Phrase = Annotated[str, AfterValidator(checks.phrase), Allowed("words that stand together")]
Link = Annotated[str, AfterValidator(checks.link), Allowed("a domain, or the beginning of a web address")]
Clock = Annotated[time, BeforeValidator(checks.time_of_day), Allowed('a time of day in quotes, such as "22:00"')]
Weekday = Annotated[str, AfterValidator(checks.weekday), Allowed("a day of the week, such as monday, or never")]
ChannelName = Annotated[str, AfterValidator(checks.channel), Allowed("a-z, 0-9 and -")]
Article = Annotated[str, AfterValidator(checks.article), Allowed("the title of an article")]
Edition = Annotated[str, AfterValidator(checks.edition), Allowed("the language of a Wikipedia, such as en")]
Language = Annotated[str, AfterValidator(checks.language), Allowed("an ISO 639 code such as en, ru")]
Zone = Annotated[str, AfterValidator(checks.timezone), Allowed("an IANA time zone such as Europe/Berlin")]
TopicKey = Annotated[str, AfterValidator(checks.topic_key), Allowed("a-z, 0-9 and -")]
StoreUrl = Annotated[
    str,
    AfterValidator(checks.store),
    Allowed("sqlite:///FILE or postgresql://USER@HOST/DATABASE, without a password", secret=True),
]
HeartbeatUrl = Annotated[
    str, AfterValidator(web_address), Allowed("a web address such as https://example.org/ping/…", secret=True)
]


class Section(BaseModel):
    """A part of the file with keys of its own; a part with nothing in it means its defaults."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    @model_validator(mode="before")
    @classmethod
    def _nothing_means_defaults(cls, value: object) -> object:
        return {} if value is None else value

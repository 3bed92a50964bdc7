"""What every page begins with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Frame:
    """The campaign as its pages name it; `at` is the moment it is shown as of, `now` the one it is read at.

    `invented` is a story, whose `note` says what happened last; `note` is also said where all comes from archives.
    `aliases` are by the topic's key, in the order of the config.
    """

    alias: str
    aliases: Mapping[str, str]
    at: datetime
    now: datetime
    invented: bool = False
    note: str = ""

"""Where attention is measured: one file a source, found by its file name.

A source module declares `Settings`, a frozen pydantic model whose fields carry their own help, and
`build(settings, topics)`, which returns the sources those settings ask for. `archive` has no `build`:
files are handed to it by `monitor import`. SDKs are imported when a source is built, not before: the
settings of all sources are read by every command.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol, runtime_checkable

from pydantic import BaseModel

from ..model import Page, Price, Topic


class Source(Protocol):
    """A place where attention is measured; it yields pages of posts, of observations, or of both.

    It may also have `past` (see Backfills); `opted_out(authors, *, now)`, which says who of the authors of matching
    posts does not want to be counted; and `probe`, what its control series counts, where a user can choose it.
    """

    @property
    def name(self) -> str:
        """Unique, such as "mastodon:example.social"."""

    @property
    def method(self) -> str:
        """Changes when what is counted changes: another method is another series."""

    @property
    def topics(self) -> tuple[Topic, ...]:
        """What can be looked for here, with the terms that can."""

    @property
    def lag_hours(self) -> int:
        """How long the platform needs until a bucket is whole."""

    @property
    def every_minutes(self) -> float:
        """The time between rounds."""

    @property
    def bucket_hours(self) -> int:
        """Whether a failure leaves hours (1) or days (24) unknown."""

    @property
    def price(self) -> Price | None:
        """What asking costs, None for nothing."""

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """Everything after `cursor` up to `now`; raises SourceError when the platform does not answer.

        What was yielded is stored, whatever comes after. A page's cursor says how far all yielded so far was read.
        """
        ...


@dataclass(frozen=True, slots=True)
class Past:
    """What filling in the past takes, and the pages that do it once they are asked for."""

    requests: int
    dollars: float
    pages: Iterator[Page]


@runtime_checkable
class Backfills(Protocol):
    """A source that can be asked for time before it was followed."""

    name: str

    def past(self, start: datetime, end: datetime, *, now: datetime) -> Past:
        """What it takes to fill in whole buckets from `start` to `end`; nothing is asked yet."""
        ...


def names() -> tuple[str, ...]:
    """The sources there are, by file name."""
    return tuple(sorted(info.name for info in iter_modules(__path__) if not info.name.startswith("_")))


def settings() -> Mapping[str, type[BaseModel]]:
    """Each source's own settings class, by the source's name in config.yaml."""
    return {name: import_module(f"{__name__}.{name}").Settings for name in names()}


def build(chosen: Mapping[str, BaseModel], topics: Sequence[Topic]) -> tuple[Source, ...]:
    """The sources to collect from on a schedule, as config.yaml asks for them."""
    built: list[Source] = []
    for name, values in chosen.items():
        module = import_module(f"{__name__}.{name}")
        if hasattr(module, "build"):
            built.extend(module.build(values, topics))
    return tuple(built)


def advice(chosen: Mapping[str, BaseModel]) -> Mapping[str, Sequence[str]]:
    """What each source's module says about using it (its function `advice(settings)`), for `monitor check`.

    A line that begins with "! " says what must be mended before it can be asked.
    """
    found: dict[str, Sequence[str]] = {}
    for name, values in chosen.items():
        module = import_module(f"{__name__}.{name}")
        if hasattr(module, "advice"):
            found[name] = module.advice(values)
    return found


def platform_of(name: str) -> str:
    """The platform of a source's name, as config.yaml names it.

    >>> platform_of("mastodon:example.social")
    'mastodon'
    """
    return name.partition(":")[0]


def live(name: str) -> bool:
    """Whether a source goes on by itself, so that an hour nobody fetched is a gap; an archive just ends."""
    return platform_of(name) != "archive"


def invented(names: Iterable[str]) -> bool:
    """Whether all there is comes from the invented story, whose time is not ours."""
    return set(names) == {"simulation"}

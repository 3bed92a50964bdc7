"""Where attention is measured: one file a source, found by its file name.

A source module declares `Settings`, a frozen pydantic model whose fields carry their own help, and
`build(settings, topics)`, which returns the sources those settings ask for. `archive` has no `build`:
files are handed to it by `monitor import`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from pydantic import BaseModel

from ..model import Page, Topic


class PostSource(Protocol):
    """A source that yields pages of posts with a cursor.

    `name` is unique ("simulation:square"), `method` changes when what is counted changes, `lag_hours`
    is how long the platform needs until an hour is whole.
    """

    name: str
    method: str
    lag_hours: int

    def pages(self, *, cursor: str | None, now: datetime) -> Iterator[Page]:
        """Everything after `cursor` up to `now`; raises SourceError when the platform does not answer."""
        ...


def names() -> tuple[str, ...]:
    """The sources there are, by file name."""
    return tuple(sorted(info.name for info in iter_modules(__path__) if not info.name.startswith("_")))


def settings() -> Mapping[str, type[BaseModel]]:
    """Each source's own settings class, by the source's name in config.yaml."""
    return {name: import_module(f"{__name__}.{name}").Settings for name in names()}


def build(chosen: Mapping[str, BaseModel], topics: Sequence[Topic]) -> tuple[PostSource, ...]:
    """The sources to collect from on a schedule, as config.yaml asks for them."""
    built: list[PostSource] = []
    for name, values in chosen.items():
        module = import_module(f"{__name__}.{name}")
        if hasattr(module, "build"):
            built.extend(module.build(values, topics))
    return tuple(built)


def live(name: str) -> bool:
    """Whether a source goes on by itself, so that an hour nobody fetched is a gap; an archive just ends."""
    return name.partition(":")[0] != "archive"


def invented(names: Iterable[str]) -> bool:
    """Whether all there is comes from the invented story, whose time is not ours."""
    return set(names) == {"simulation"}

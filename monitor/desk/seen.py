"""The campaign as it stands: what all pages share, built in one look and kept until something changes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, cast

from .. import assess, config, judge, planning, sources
from ..clock import wall_clock
from ..config import Config
from ..model import Effect, Push, Rest, TopicView, aliases_of, hour_of
from ..sources import simulation
from ..store import Store
from .memory import set_aside

RECORDED = (
    "From archives only: all of this is judged as of the last hour they cover, and nobody is warned of it. "
    "Warnings come from sources that are followed."
)
_MOST_KEPT = 256  # an archive stays what it is for months, while people look at one range after another
_ABSENT = object()
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """The campaign as it stood `at`; `invented` is a story, whose `note` says what happened last.

    `live` campaigns go on by the clock on the wall; the others stand where their story or their archive ends.
    """

    at: datetime
    live: bool
    aliases: Mapping[str, str]
    views: tuple[TopicView, ...]
    rest: Rest
    pushes: tuple[Push, ...]
    effects: Mapping[int, tuple[Effect, ...]]
    invented: bool
    note: str
    _kept: dict[Hashable, object] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        """The moment at which this is read."""
        return wall_clock() if self.live else self.at

    def kept(self, key: Hashable, build: Callable[[], _T]) -> _T:
        """What a page needs beside this, built once for as long as this is what is shown, or until much else is."""
        found = self._kept.get(key, _ABSENT)  # another viewer's page may make room meanwhile
        if found is not _ABSENT:
            return cast(_T, found)
        built = self._kept[key] = build()
        for oldest in list(self._kept)[:-_MOST_KEPT]:
            self._kept.pop(oldest, None)
        return built


def key(store: Store, chosen: Config) -> tuple[str, ...]:
    """A word for all that `look` depends on."""
    present = assess.present(store, chosen.sources, now=wall_clock())
    hour = "" if present is None else str(hour_of(present))
    story = str(present) if sources.invented(chosen.sources) else ""
    return story, store.stamp(), str(chosen.path.stat().st_mtime_ns), hour


def configured(environ: Mapping[str, str]) -> Config:
    """The campaign's configuration, read again when its file was changed; ConfigError that lists what is wrong."""
    path = config.find(None, environ)
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _read(path: Path, _written: int) -> Config:
    return config.load(path, sources=sources.settings())


def is_first() -> bool:
    """Whether nothing was looked at yet: all of the past is judged then, which may take a minute."""
    return judge.is_fresh()


def look(store: Store, chosen: Config) -> Seen:
    """Everything the pages share."""
    invented, now = sources.invented(chosen.sources), wall_clock()
    present = assess.present(store, chosen.sources, now=now)
    views = assess.views(store, topics=chosen.topics, now=present) if present or not invented else ()
    at = present or max((view.leading.assessment.at for view in views), default=now)
    rest = Rest() if invented else assess.rest(store, views, topics=chosen.topics, platforms=chosen.sources, now=at)
    known = bool(views or rest.by_day)
    note = simulation.story_so_far(at) if invented else RECORDED if known and not present else ""
    pushes = store.pushes()
    effects = planning.effects(store, views, pushes, now=at)
    live, names = present is not None and not invented, aliases_of(chosen.topics)
    set_aside()
    return Seen(at, live, names, views, rest, pushes, effects, invented, note)


def forget() -> None:
    """Let go of all that was judged: what was wiped must not live on in memory."""
    judge.forget()

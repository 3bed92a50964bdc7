"""What the dashboard is handed, built in one look, and what it has done: the values behind its pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from . import assess, planning, sources
from .actions.pushes import carry_out
from .clock import wall_clock
from .config import Config
from .errors import MonitorError
from .model import Effect, Push, Request, Rest, TopicView, aliases_of, hour_of
from .sources import simulation
from .store import Store

RECORDED = "From archives only: everything here is judged as of the last hour they cover."


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

    @property
    def now(self) -> datetime:
        """The moment at which this is read."""
        return wall_clock() if self.live else self.at


def key(store: Store, chosen: Config) -> tuple[str, ...]:
    """A word for all that `look` depends on."""
    present = assess.present(store, chosen.sources, now=wall_clock())
    hour = "" if present is None else str(hour_of(present))
    story = str(present) if sources.invented(chosen.sources) else ""
    return story, store.stamp(), str(chosen.path.stat().st_mtime_ns), hour


def look(store: Store, chosen: Config) -> Seen:
    """Everything the pages show."""
    invented, now = sources.invented(chosen.sources), wall_clock()
    present = assess.present(store, chosen.sources, now=now)
    views = assess.views(store, topics=chosen.topics, now=present) if present or not invented else ()
    at = present or max((view.leading.assessment.at for view in views), default=now)
    note = simulation.story_so_far(at) if invented else "" if present else RECORDED
    rest = Rest() if invented else assess.rest(store, views, topics=chosen.topics, platforms=chosen.sources, now=at)
    pushes = store.pushes()
    effects = planning.effects(store, views, pushes, now=at)
    live, names = present is not None and not invented, aliases_of(chosen.topics)
    return Seen(at, live, names, views, rest, pushes, effects, invented, note)


def act(store: Store, chosen: Config, seen: Seen, request: Request) -> str:
    """Do what staff ask for; gives back why it could not be done, or nothing."""
    now = seen.at if seen.invented else wall_clock()
    try:
        carry_out(store, request, helplines=chosen.planning.helplines, now=now)
    except MonitorError as error:
        return str(error)
    return ""


def forget() -> None:
    """Let go of all that was judged: what was wiped must not live on in memory."""
    assess.forget()

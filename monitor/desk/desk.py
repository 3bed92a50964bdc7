"""Where a page's value is built: the campaign as seen, its store and config, and whether the viewer may change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ..clock import wall_clock
from ..config import Config
from ..errors import ConfigError, MonitorError
from ..shown.frame import Frame
from ..store import Store
from .seen import Seen

NOT_YOURS = "You may look but not change anything here: ask whoever runs this dashboard to make you an editor."


@dataclass(frozen=True, slots=True)
class Desk:
    """What the pages' values are built from; `may_edit` is whether the viewer may change anything."""

    seen: Seen
    store: Store
    config: Config
    may_edit: bool

    @property
    def acting_now(self) -> datetime:
        """The time of a deed: of the story where there is one, else by the clock on the wall."""
        return self.seen.at if self.seen.invented else wall_clock()

    def done(self, deed: Callable[[], object]) -> str:
        """Do what staff ask for; gives back why it could not be done, or nothing."""
        try:
            if not self.may_edit:
                raise ConfigError(NOT_YOURS)
            deed()
        except MonitorError as error:
            return str(error)
        return ""


def frame(desk: Desk) -> Frame:
    """What every page begins with."""
    seen = desk.seen
    return Frame(desk.config.campaign.alias, seen.aliases, seen.at, seen.now, seen.invented, seen.note)

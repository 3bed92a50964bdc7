"""The invented campaign: a story told by the simulated source, in a store that is gone afterwards."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from . import supervise
from .sources.simulation import STORY_END
from .store import Store

CONFIG = Path(__file__).with_name("demo.yaml")
STORE = "demo.db"  # as demo.yaml names it
ROUND_SECONDS = 2.0
BEGINS = datetime(2017, 5, 8, 20, tzinfo=UTC)  # a push went out that day and attention rises; a fade is near


@dataclass(frozen=True, slots=True)
class Telling:
    """How the demo is shown: the dashboard's port, whether a browser is opened, and where its words go."""

    port: int
    browser: bool
    told: Callable[[str], None]


def play(telling: Telling, *, hours_per_second: float, start: datetime | None = None) -> int:
    """Play the story from `start` (default: on the day of the story's push) until the user ends it; an exit code."""
    began = start or BEGINS
    with tempfile.TemporaryDirectory(prefix="monitor-demo-") as folder:
        path = Path(folder) / CONFIG.name
        path.write_text(CONFIG.read_text(encoding="utf-8"), encoding="utf-8")
        Store.open(f"sqlite:///{path.with_name(STORE)}").close()  # so that the dashboard finds it
        story = [began.isoformat(), STORY_END.isoformat(), str(hours_per_second)]
        arguments = ["--config", str(path), "--every", str(ROUND_SECONDS), "--story", *story]
        telling.told("This campaign is invented: every post, person and number in it is made up.")
        environ = {"MONITOR_CONFIG": str(path)}
        options = supervise.Options(environ, port=telling.port, browser=telling.browser, told=telling.told)
        return supervise.keep_showing([supervise.scheduler(arguments)], options)

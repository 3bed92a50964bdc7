"""The demo's campaign with its story told up to a moment and stopped there: the same numbers every time."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from monitor.demo import CONFIG, STORE
from monitor.store import Store

from . import serving

_SERIES = 6  # three topics in two places
FADE = "2017-05-10T05:00Z"  # two hours before the second wave's fade is seen
LIVE_HOURS = 7.0
_PATIENCE_SECONDS = 200


def tell(folder: Path, *, moment: str = FADE, hours: float = LIVE_HOURS) -> Path:
    """Count the story up to a moment into a store in this folder, live through some hours more; gives the config."""
    path = folder / CONFIG.name
    path.write_text(CONFIG.read_text(encoding="utf-8"), encoding="utf-8")
    store = Store.open(f"sqlite:///{folder / STORE}")
    start = datetime.fromisoformat(moment.replace("Z", "+00:00"))
    end = start + timedelta(hours=hours)
    story = [start.isoformat(), end.isoformat(), "0.3"]
    command = [
        sys.executable,
        "-m",
        "monitor.cli",
        "schedule",
        "--config",
        str(path),
        "--every",
        "2",
        "--story",
        *story,
    ]
    with subprocess.Popen(command, cwd=serving.ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as telling:
        try:
            _wait(store, end)
        finally:
            telling.terminate()
    store.close()
    return path


@contextmanager
def shown(
    *, script: Path = serving.ROOT / "dashboard.py", moment: str = FADE, hours: float = LIVE_HOURS
) -> Iterator[str]:
    """A dashboard on the story as it stands then, by default just after a fade; gives its address."""
    with tempfile.TemporaryDirectory(prefix="monitor-bench-") as folder, ExitStack() as stack:
        yield stack.enter_context(serving.dashboard(tell(Path(folder), moment=moment, hours=hours), script=script))


def _wait(store: Store, end: datetime) -> None:
    """Until every source has told every hour up to the end, and a round after that has judged them."""
    until = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < until:
        time.sleep(0.5)
        known = [store.known_until(topic, source) for topic in store.topics() for source in store.sources(topic)]
        judged = store.round_time()
        if len(known) >= _SERIES and judged and judged >= end and all(one and one >= end for one in known):
            time.sleep(5)  # one more round, so that what was found last is judged and proposed too
            return
    raise RuntimeError("the story was not told in time")

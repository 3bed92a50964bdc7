"""Read by Python before anything else, where a proof puts this folder into its path: a running dashboard tells.

It writes down the settings that are in force in its process; and where it is asked to, a page breaks.
"""

import json
import os
import sys
import threading
import time
from pathlib import Path

DETAIL = "zq-detail-of-an-error"


def _tell(path: Path) -> None:
    while not ((runtime := sys.modules.get("streamlit.runtime")) and getattr(runtime, "exists", bool)()):
        time.sleep(0.05)
    from streamlit import config  # noqa: PLC0415 - the server's own, once it is there

    if os.environ.get("MONITOR_PROOF_BREAK"):
        from monitor.ui import frame  # noqa: PLC0415 - the same

        frame.begin = _break  # type: ignore[assignment]
    said = {name: config.get_option(name) for name in config.get_config_options() if name != "server.cookieSecret"}
    path.with_suffix(".part").write_text(json.dumps(said, default=str), encoding="utf-8")
    path.with_suffix(".part").replace(path)


def _break(*_: object) -> None:
    raise RuntimeError(DETAIL)


_STARTERS = {"streamlit", "monitor.served"}  # as Streamlit has itself started, and as `monitor run` starts it
if _STARTERS.intersection(sys.orig_argv) and (_path := os.environ.get("MONITOR_PROOF_SETTINGS")):
    threading.Thread(target=_tell, args=(Path(_path),), daemon=True).start()

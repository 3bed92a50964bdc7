"""What a rerun of the page Today costs: our own code, what Streamlit makes of it, and all of it beside an empty page.

usage: python -m bench.bench_dashboard [TOPICS]

The topics (8 unless told) are invented, with ninety days of hours and two sources each; what is kept between rounds is
kept, as in the dashboard. All times are of the processor.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from statistics import median
from time import process_time

from streamlit.testing.v1 import AppTest

from monitor.shown.today import TodayPage
from tests.ui_views import today_of

RUNS = 40
REACH_MS = 20.0


def main() -> int:
    """Print the milliseconds; 1 where our own code takes longer than it may."""
    page = today_of(int(sys.argv[1]) if len(sys.argv) > 1 else 8)
    spent: list[float] = []
    whole = rerun(_shown, page, spent)
    empty = rerun(_empty, page, [])
    ours, first = 1000 * median(spent[1:]), 1000 * spent[0]
    print(
        f"our own code a rerun, Streamlit's elements included: {ours:.1f} ms (reach {REACH_MS:.0f}); first {first:.0f}"
    )
    print(f"a whole rerun: {1000 * whole:.1f} ms, {whole / empty:.1f} times an empty page ({1000 * empty:.1f} ms)")
    return int(ours > REACH_MS)


def rerun(script: Callable[[object, list[float]], None], page: TodayPage, spent: list[float]) -> float:
    """The median seconds of running a page again."""
    app = AppTest.from_function(script, args=(page, spent), default_timeout=60).run()
    if app.exception:
        sys.exit(f"the page did not run: {app.exception[0].message}")
    return median(seconds(app.run) for _ in range(RUNS))


def seconds(work: Callable[[], object]) -> float:
    """Processor time of `work`: the clock on the wall would tell what else runs on the machine."""
    begin = process_time()
    work()
    return process_time() - begin


def _shown(page: object, spent: list[float]) -> None:
    from time import thread_time  # noqa: PLC0415 - Streamlit runs this function's text on its own

    from monitor.shown.today import TodayPage  # noqa: PLC0415
    from monitor.ui import today  # noqa: PLC0415
    from monitor.ui.viewer import Viewer  # noqa: PLC0415

    begin = thread_time()
    if isinstance(page, TodayPage):
        today.render(page, Viewer("ru", "Europe/Berlin"))
    spent.append(thread_time() - begin)


def _empty(page: object, spent: list[float]) -> None:
    import streamlit as st  # noqa: PLC0415

    st.text("")


if __name__ == "__main__":
    sys.exit(main())

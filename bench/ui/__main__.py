"""What the dashboard promises, in a real browser; a line a promise, and exit code 1 if one is broken.

usage: python -m bench.ui [--quick] [--only NAME]…

Without --quick it takes about half an hour on two cores. Needs Debian's Chromium and no network.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Mapping

from bench.faults.figure import Figure, printed

from . import archive, axe, colours, downloads, hostile, keyboard, labels, load, loading, serving

_Bench = Callable[[], list[Figure]]


def _own_code() -> list[Figure]:
    """Row 2 has a bench of its own, which needs no browser."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.bench_dashboard"], cwd=serving.ROOT, capture_output=True, text=True, check=False
    )
    said = " / ".join((done.stdout or done.stderr).strip().splitlines()[-8:])
    return [Figure("our own code per rerun ≤ 20 ms", done.returncode == 0, said)]


FULL: Mapping[str, _Bench] = {
    "loading": loading.run,
    "code": _own_code,
    "load": load.run,
    "large": load.run_large,
    "axe": axe.run,
    "archive": archive.run,
    "colours": colours.run,
    "keyboard": keyboard.run,
    "labels": labels.run,
    "hostile": hostile.run,
    "downloads": downloads.run,
}
QUICK: Mapping[str, _Bench] = {
    **FULL,
    "loading": lambda: loading.run(times=1, visits=3),
    "load": lambda: load.run(rounds=1),
    "large": lambda: load.run_large(rounds=1, sessions=30),
    "axe": lambda: axe.run(widths=(320,)),
    "archive": lambda: archive.run(widths=(320,)),
    "labels": lambda: labels.run(widths=(320,)),
    "hostile": lambda: hostile.run(count=200, batches=1),
}


def main() -> None:
    """Run what was asked for, and print a line a promise."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="smaller sizes: a few minutes in all")
    parser.add_argument("--only", action="append", choices=[*FULL], metavar="NAME", help=", ".join(FULL))
    chosen = parser.parse_args()
    benches = QUICK if chosen.quick else FULL
    sys.exit(0 if printed(benches, chosen.only or benches) else 1)


if __name__ == "__main__":
    main()

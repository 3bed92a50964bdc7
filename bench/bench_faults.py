"""What Monitor promises when things fail, each promise with its figure; exits with 1 if one is broken.

usage: python -m bench.bench_faults [--full] [kills outages payloads limits lasting disks clocks …]

Without --full, sizes are smaller and all of it takes a few minutes on two cores. Needs no network: every platform
is invented and stands on loopback.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping

from .faults import clocks, disks, kills, lasting, limits, outages, payloads, warnings
from .faults.figure import Figure, printed

_Bench = Callable[[], list[Figure]]

QUICK: Mapping[str, _Bench] = {
    "kills": lambda: kills.run(size=kills.Size(12_000, 20, 60), postgresql=kills.Size(2000, 20, 5)),
    "outages": lambda: outages.run(every=36),
    "payloads": lambda: payloads.run(fixed=5000, random=15_000),
    "limits": lambda: limits.run(limits=300, days=90),
    "lasting": lambda: lasting.run(plan=lasting.Plan(minutes=180)),
    "disks": disks.run,
    "clocks": clocks.run,
    "warnings": lambda: warnings.run(kills=40),
}
FULL: Mapping[str, _Bench] = {
    **QUICK,
    "kills": lambda: kills.run(postgresql=kills.Size(6000, 40, 20)),
    "outages": lambda: outages.run(every=1),
    "payloads": payloads.run,
    "limits": limits.run,
    "lasting": lasting.run,
    "warnings": warnings.run,
}


def main() -> None:
    """Run what was asked for, and print a line a promise."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--full", action="store_true", help="the sizes of the README's reliability table (an hour)")
    parser.add_argument("names", nargs="*", choices=[[], *QUICK], metavar="name", help=", ".join(QUICK))
    chosen = parser.parse_args()
    benches = FULL if chosen.full else QUICK
    sys.exit(0 if printed(benches, chosen.names or benches) else 1)


if __name__ == "__main__":
    main()

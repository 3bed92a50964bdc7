"""The rules for people's safety, reliability and security, each with its proof; exits with 1 if one is broken.

usage: python -m bench.proofs [--full] [--markdown] [RULE…]

A line a rule: whether it held at the size in brackets, and what the same proof said with a fault planted in Monitor,
for a proof that cannot fail shows nothing. Needs no network. Without --full it takes some five minutes on two cores.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime

from bench.faults.figure import progress

from .every import proofs, verdict_on
from .proof import Verdict

_AT_ONCE = 2  # as many as the cores of the smallest machine


def main() -> None:
    """Run the proofs that were asked for, two at once, and print them in order."""
    known = [proof.rule for proof in proofs()]
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--full", action="store_true", help="the sizes of the README's table")
    parser.add_argument("--markdown", action="store_true", help="print the README's table")
    parser.add_argument("rules", nargs="*", choices=[[], *known], metavar="RULE", help=", ".join(known))
    chosen = parser.parse_args()
    rules = [rule for rule in known if rule in (chosen.rules or known)]
    verdicts = []
    for verdict in _verdicts(rules, full=chosen.full):
        verdicts.append(verdict)
        (progress if chosen.markdown else print)(str(verdict))
        sys.stdout.flush()
    if chosen.markdown:
        print(table(verdicts))
    broken = [verdict.proof.rule for verdict in verdicts if not verdict.held]
    progress(f"broken: {', '.join(broken)}" if broken else f"all {len(verdicts)} hold, and each was seen red")
    sys.exit(1 if broken else 0)


def _verdicts(rules: Sequence[str], *, full: bool) -> Iterator[Verdict]:
    """Each proof in a process of its own, so that no fault that was planted outlives it."""
    spawning = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(_AT_ONCE, mp_context=spawning, max_tasks_per_child=1) as pool:
        waiting = [pool.submit(verdict_on, rule, full=full) for rule in rules]
        for one in waiting:
            yield one.result()


def table(verdicts: Sequence[Verdict]) -> str:
    """The rows of the README's table, and the day they were measured."""
    lines = ["| rule | | figure | seen red when |", "|---|---|---|---|"]
    for one in verdicts:
        figure = f"{one.shown.said} ({one.size:,} {one.proof.unit})"
        lines.append(f"| {one.proof.rule} | {one.proof.promise} | {figure} | {one.proof.fault} |")
    return "\n".join([*lines, "", f"Measured on {datetime.now(UTC):%d %B %Y}."])


if __name__ == "__main__":
    main()

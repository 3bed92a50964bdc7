"""How fast and how small an import is: posts a second on one core, and the memory at its height.

usage: python -m bench.bench_import [POSTS]
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from .generate import write_csv

CONFIG = """
topics: {{lanterns: {{tags: [LumenLanterns, Фонари], phrases: ["the lanterns are lit"]}}}}
counting: {{language: {scored}, tone: {scored}}}
store: sqlite:///{store}.db
"""


def measure(folder: Path, archive: Path, *, scored: bool) -> tuple[float, float, dict[str, int]]:
    """Seconds, the height of memory in MB, and the import's own report, of one import in its own process."""
    name = "with" if scored else "without"
    config = folder / f"{name}.yaml"
    config.write_text(CONFIG.format(scored=str(scored).lower(), store=name), encoding="utf-8")
    command = [sys.executable, "-m", "monitor.cli", "import", str(archive), "--config", str(config), "--json"]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, preexec_fn=_one_core) as process:
        assert process.stdout is not None
        report = json.loads(process.stdout.read())
    seconds = time.perf_counter() - began
    return seconds, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, report


def _one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def main() -> None:
    """Print a line for each way of counting, the start of the program included."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        archive = folder / "posts.csv"
        write_csv(archive, count)
        for scored in (False, True):
            seconds, memory, report = measure(folder, archive, scored=scored)
            what = "with language and tone" if scored else "without language and tone"
            print(
                f"{what}: {report['counted']:,} of {report['read']:,} posts counted in {seconds:.1f} s, "
                f"{report['read'] / seconds:,.0f} posts a second on one core, {memory:.0f} MB at most"
            )


if __name__ == "__main__":
    main()

"""`python -m monitor.cli` is the command `monitor`."""

from . import main

main(prog_name="monitor")

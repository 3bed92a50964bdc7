"""The part of PRIVACY.md that is made from the code: every table of the store, what it holds, why, and for how long.

usage: python -m bench.papers   writes it anew
"""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

from monitor.model import DAY, HOUR
from monitor.store.held import PURPOSES, Purpose
from monitor.words.held import TEXTS

PRIVACY = Path(__file__).parent.parent / "PRIVACY.md"
_BEGINS = "<!-- made by `python -m bench.papers` from monitor/store/held.py: change it there -->\n"
_ENDS = "<!-- end of what is made -->\n"
_BOUND = re.compile(f"{re.escape(_BEGINS)}.*?{re.escape(_ENDS)}", re.DOTALL)
_IN_HOURS = 3 * DAY  # what is longer is told in days


def holdings() -> str:
    """The table of tables, as it stands in PRIVACY.md."""
    rows = [
        f"| `{name}` | {purpose.holds} | {_why(purpose)} | {_how_long(purpose)} |" for name, purpose in PURPOSES.items()
    ]
    return "\n".join(["| table | a row holds | why | how long |", "|---|---|---|---|", *rows, ""])


def renewed(text: str) -> str:
    """A PRIVACY.md with its made part as it should be; ValueError where it has no place for it."""
    if len(_BOUND.findall(text)) != 1:
        raise ValueError("PRIVACY.md has lost the place of its table, or has two")
    return _BOUND.sub(lambda _: f"{_BEGINS}{holdings()}{_ENDS}", text)


def lasting(span: timedelta) -> str:
    """How long, in words.

    >>> lasting(timedelta(hours=48)), lasting(timedelta(days=35, hours=1))
    ('48 hours', '35 days')
    """
    return f"{span // DAY} days" if span > _IN_HOURS else f"{span // HOUR} hours"


def _why(purpose: Purpose) -> str:
    """The reason as the page Settings and safety gives it; its first words, as how long has a column of its own."""
    return re.split(r"[.:]", str(TEXTS[f"held.why.{purpose.held_for}"].en))[0]


def _how_long(purpose: Purpose) -> str:
    if not purpose.ends:
        return "until you wipe"
    ends = [f"{one.what}: {lasting(one.promised)} after {one.since}" for one in purpose.ends]
    return "; ".join([*ends, *([f"{purpose.stays}: until you wipe"] if purpose.stays else [])])


def main() -> None:
    """Write the made part of PRIVACY.md anew."""
    PRIVACY.write_text(renewed(PRIVACY.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()

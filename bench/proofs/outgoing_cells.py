"""S3: no cell of a CSV file that leaves is run as a formula, and numbers stay numbers."""

from __future__ import annotations

import csv
import random
import tempfile
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import pandas as pd
from click.testing import CliRunner

from monitor import export
from monitor.cli import main
from monitor.model import HOUR, Coverage, Observation, Status, Term, TermKind, Topic
from monitor.store import Store
from tests.test_layers import MODULES, ROOT

from .proof import Shown

START = datetime(2026, 11, 20, tzinfo=UTC)
SIGNS = "=+-@＝＋－＠﹦﹢﹣﹫"
BEFORE = (
    "",
    "",
    " ",
    "  ",
    '"',
    "'\"",
    "\t",
    "\r",
    "\n",
    "\r\n",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\u3000",
    ' "',
    "\u202e",
)
ENDS = ("", "", "a;", "a,", "a\t", "a|", "a\n", "a\r\n", 'a";', 'a","', "a;;", "a; ", "a\u2028", "a\x0b")
CALLS = (
    'HYPERLINK("http://x.example","a")',
    "cmd|' /C calc'!A0",
    "1+1",
    'WEBSERVICE("http://x.example")',
    "SUM(A1)",
    "-5",
)
DELIMITERS = (",", ";", "\t", "|")
_PASSED_OVER = ("Cc", "Cf", "Zs", "Zl", "Zp")
VALUE = -2.5  # nothing that is counted is below nothing; what is, must come out as it is
_AT_ONCE = 40
_CONFIG = "topics: {{{}}}\nstore: sqlite:///monitor.db\n"


def cells_are_text(many: int) -> Shown:
    """S3: so many hostile names, as aliases and as names of sources, in both files; each read as spreadsheets do."""
    chance, run, numbers, shown, cells = random.Random(3), set[str](), 0, 0, 0
    for _ in range(0, many, 2 * _AT_ONCE):
        topics, found = list(hostile(chance, _AT_ONCE)), list(hostile(chance, _AT_ONCE))
        for text in _files(topics, found):
            rows = list(csv.DictReader(StringIO(text, newline="")))
            cells += sum(len(row) for row in rows)
            shown += len({row["topic"] for row in rows} | {row["source"] for row in rows})
            numbers += sum(row["value"] == str(VALUE) for row in rows)
            run |= set(formulas(text))
    writers = sum(path.read_text(encoding="utf-8").count(".to_csv(") for path in MODULES)
    others = sum(path.read_text(encoding="utf-8").count("csv.writer") for path in MODULES)
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    grids = not settings["client"]["disableDataExport"]
    said = (
        f"{len(run)} formulas in {cells:,} cells with {shown:,} hostile names, split at {len(DELIMITERS)} delimiters; "
        f"{numbers:,} negative numbers stayed numbers; {writers} files are written, {others + grids} past the check"
    )
    held = not run and not others and not grids and writers == 2 and numbers > 0 and shown > many // 2
    return Shown(held, "; ".join([said, *(repr(one[:40]) for one in sorted(run)[:2])]))


def hostile(chance: random.Random, many: int) -> Iterator[str]:
    """Names that would be run, or that hide what would be, each with a word of its own."""
    for number in range(many):
        sign, call = chance.choice(SIGNS), chance.choice(CALLS)
        yield f"{chance.choice(ENDS)}{chance.choice(BEFORE)}{sign}{call} {chance.randrange(10**9)}-{number}"


def _files(aliases: Sequence[str], sources: Sequence[str]) -> Iterator[str]:
    """What `monitor export` prints and what the page Reports saves, of a store with these names."""
    topics = [Topic(f"topic-{n}", alias, (Term(TermKind.TAG, f"LumenLanterns{n}"),)) for n, alias in enumerate(aliases)]
    with tempfile.TemporaryDirectory() as folder:
        with closing(Store.open(f"sqlite:///{folder}/monitor.db")) as store:
            for topic, source in zip(topics, sources, strict=True):
                _count(store, topic.key, source)
            yield export.spreadsheet(store, topics).decode("utf-8-sig")
        told = ", ".join(f"{topic.key}: {{tags: [Lumen]}}" for topic in topics)
        path = Path(folder) / "config.yaml"
        path.write_text(_CONFIG.format(told), encoding="utf-8")
        done = CliRunner().invoke(main, ["--config", str(path), "export"])
        if done.exit_code:
            raise RuntimeError(done.output)
        yield done.stdout_bytes.decode()


def _count(store: Store, topic: str, source: str) -> None:
    with store.recording(now=START) as recording:
        recording.cover(source, [topic], [Coverage(START, START + 2 * HOUR, Status.COMPLETE)])
        one = Observation(topic, source, "posts", START, VALUE)
        names = ("topic", "source", "measure", "method", "bucket_hours", "bucket", "value")
        recording.replace([{name: getattr(one, name) for name in names}])


def formulas(text: str) -> Iterator[str]:
    """The cells that a spreadsheet would run, whichever sign it takes for the end of a cell.

    It may pass over spaces, quotes and invisible marks, and read wide signs as their plain ones.
    """
    for delimiter in DELIMITERS:
        for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
            for cell in row:
                seen = "".join(one for one in cell if one != '"' and unicodedata.category(one) not in _PASSED_OVER)
                begun = delimiter == "," and cell.startswith(("\t", "\r", "\n"))
                if (begun or unicodedata.normalize("NFKC", seen[:1]) in tuple("=+-@")) and not _is_number(cell):
                    yield cell


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@contextmanager
def as_they_are() -> Iterator[None]:
    """The fault: cells are written as they are."""

    def untouched(frame: pd.DataFrame) -> pd.DataFrame:
        return frame

    with patch.object(export, "safe_cells", untouched):
        yield

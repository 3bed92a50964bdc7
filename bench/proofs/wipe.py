"""P10 and P11: a wipe destroys keys first, however often it is killed, and what was deleted is nowhere any more."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

from bench.faults.postgresql import databases
from monitor.store import emptying, sweeping, wiping

from .proof import Proof, Shown
from .wipe_kills import Tally, killed
from .wipe_purge import purged, purged_on_server
from .wipe_server import killed_on_server

_FULL_KILLS, _FULL_MARKS = 50, 50_001


def _kills(size: int) -> Shown:
    rows = 200 if size >= _FULL_KILLS else 60
    shown = [("", killed(size, rows=rows), size)]
    if size >= _FULL_KILLS:
        with databases() as new:
            if new is not None:
                shown.append(("on PostgreSQL ", killed_on_server(new, size // 5, rows=rows), size // 5))
    held = all(_holds(tally, wanted) for _, tally, wanted in shown)
    return Shown(held, "; ".join(where + _said(tally) for where, tally, _ in shown))


def _holds(tally: Tally, wanted: int) -> bool:
    clean = not (tally.outlived or tally.keys_left or tally.marks_left or tally.troubles)
    return clean and tally.kills == wanted and tally.untouched < tally.kills


def _said(tally: Tally) -> str:
    said = (
        f"{tally.kills} kills in {len(tally.situations)} situations ({tally.untouched} before its first step, "
        f"{tally.keys_gone_first} with the keys gone and every row still there): keys outlived a row {tally.outlived} "
        f"times; after the next wipe {tally.keys_left} keys and {tally.marks_left} marks were left in the files and in "
        f"handles on them, {tally.slowest:.1f} s at most"
    )
    return said + "".join(f"; {trouble}" for trouble in tally.troubles[:3])


@contextmanager
def _keys_last() -> Iterator[None]:
    """The order is turned: rows go first, keys with their file, which is not overwritten."""
    rows = emptying._no_rows
    keys = emptying._other_keys
    with ExitStack() as stack:
        stack.enter_context(patch.object(emptying, "_other_keys", rows))
        stack.enter_context(patch.object(emptying, "_no_rows", keys))
        stack.enter_context(patch.object(emptying, "blank_keys", _nothing_found))
        stack.enter_context(patch.object(wiping, "overwrite", lambda path: None))
        yield


def _nothing_found(_path: Path) -> Collection[bytes]:
    return frozenset()


def _purges(size: int) -> Shown:
    found = [purged(size)]
    if size >= _FULL_MARKS:
        with databases() as new:
            if new is not None:
                found.append(purged_on_server(new("purge"), size))
    return Shown(all(one.held for one in found), "; ".join(one.said for one in found))


@contextmanager
def _rows_only() -> Iterator[None]:
    """Rows are deleted, and nothing is done about the copies."""
    with patch.object(sweeping, "_cut", lambda cursor: None):
        yield


PROOFS: Sequence[Proof] = (
    Proof(
        "P10",
        "a wipe destroys the keys first, then everything, also half-finished and twice",
        _kills,
        10,
        _FULL_KILLS,
        "kills of `monitor wipe`",
        "rows go before keys, and files are not overwritten",
        _keys_last,
        5,
    ),
    Proof(
        "P11",
        "deleting means deleting",
        _purges,
        10_001,
        _FULL_MARKS,
        "marks that come due",
        "the file is not rebuilt and its journal not cut",
        _rows_only,
        1_001,
    ),
)

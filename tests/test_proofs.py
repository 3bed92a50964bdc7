"""The runner of the proofs: a rule that is broken is told, and so is a proof that cannot fail."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from bench.faults.figure import Figure
from bench.proofs.__main__ import table
from bench.proofs.every import proofs
from bench.proofs.proof import Proof, Shown, together, tried

LOCK = {"open": False}


def looked_at(size: int) -> Shown:
    """Whether an invented lock is shut."""
    return Shown(not LOCK["open"], f"{size} looks, open: {LOCK['open']}")


@contextmanager
def opened() -> Iterator[None]:
    """The fault: somebody leaves it open."""
    LOCK["open"] = True
    try:
        yield
    finally:
        LOCK["open"] = False


SHUT = Proof("X1", "the lock is shut", looked_at, 3, 3000, "looks", "it is left open", opened, 1)


@pytest.mark.parametrize(("full", "size"), [(False, 3), (True, 3000)])
def test_a_rule_that_holds_and_was_seen_red(full, size):
    """Both are in its line: the figure at its size, and what the planted fault brought."""
    verdict = tried(SHUT, full=full)
    assert verdict.held
    assert f"{size} looks, open: False ({size:,} looks" in str(verdict)
    assert "seen red when it is left open: 1 looks, open: True" in str(verdict)
    assert LOCK["open"] is False
    assert f"| X1 | the lock is shut | {size} looks, open: False ({size:,} looks) | it is left open |" in table(
        [verdict]
    )


def test_a_proof_that_cannot_fail_is_no_proof():
    """It sees nothing although the fault is there: that is told, and counts as broken."""
    verdict = tried(replace(SHUT, show=lambda size: Shown(True, "all well")), full=False)
    assert not verdict.held
    assert "it cannot fail" in str(verdict)


def test_a_broken_rule_is_told():
    """However red its planted fault is."""
    verdict = tried(replace(SHUT, show=lambda size: Shown(False, "open")), full=False)
    assert str(verdict).startswith("BROKEN  X1")


def test_an_error_shows_neither_that_a_rule_holds_nor_that_a_fault_is_seen():
    """A proof that ends in an error is broken, at its size as with the fault planted."""

    def ended(size: int) -> Shown:
        raise ValueError("no such lock")

    verdict = tried(replace(SHUT, show=ended), full=False)
    assert (verdict.shown.held, verdict.red.held) == (False, True)
    assert "it ended with ValueError: no such lock" in str(verdict)


def test_figures_of_a_bench_hold_together_or_not_at_all():
    """One that is broken breaks the rule, and none at all shows nothing."""
    good, bad = Figure("a", True, "0 lost"), Figure("b", False, "3 lost")
    assert together([good]) == Shown(True, "0 lost")
    assert together([good, bad]) == Shown(False, "0 lost; 3 lost")
    assert not together([]).held


def test_every_rule_has_one_proof_and_reduced_sizes_are_reduced():
    """No rule is proved twice under one name, and the full size is never the smaller one."""
    rules = [proof.rule for proof in proofs()]
    assert len(rules) == len(set(rules))
    assert all(0 < proof.quick <= proof.full for proof in proofs())

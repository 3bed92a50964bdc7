"""A proof: a rule, how it is shown, at which sizes, and the fault with which it must turn red."""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from bench.faults.figure import Figure


@dataclass(frozen=True, slots=True)
class Shown:
    """Whether the rule held, and the figure that shows it."""

    held: bool
    said: str


@dataclass(frozen=True, slots=True)
class Proof:
    """A rule and its proof.

    `show` tries the rule at a size, counted in `unit`: `quick` for everyday, `full` for the README's table. `planted`
    breaks the product on purpose, as `fault` says in words; at the size `smallest` the proof must see that.
    """

    rule: str
    promise: str
    show: Callable[[int], Shown]
    quick: int
    full: int
    unit: str
    fault: str
    planted: Callable[[], AbstractContextManager[object]]
    smallest: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a proof: at its size, with the fault planted, and how long both took together."""

    proof: Proof
    size: int
    shown: Shown
    red: Shown
    seconds: float

    @property
    def held(self) -> bool:
        """Whether the rule held, and the proof can fail."""
        return self.shown.held and not self.red.held

    def __str__(self) -> str:
        """The line that is printed."""
        proof = self.proof
        line = f"{'holds ' if self.held else 'BROKEN'}  {proof.rule:<4}{proof.promise}: {self.shown.said}"
        line += f" ({self.size:,} {proof.unit}; {self.seconds:.0f} s)"
        if self.red.held:
            return f"{line}\n            it cannot fail: not seen when {proof.fault}: {self.red.said}"
        return f"{line}\n            seen red when {proof.fault}: {self.red.said}"


def tried(proof: Proof, *, full: bool) -> Verdict:
    """Show a rule, then plant the fault and see whether the same proof notices."""
    began, size = time.perf_counter(), proof.full if full else proof.quick
    shown = _shown(proof, size, held=False)
    with proof.planted():
        red = _shown(proof, proof.smallest, held=True)
    return Verdict(proof, size, shown, red, time.perf_counter() - began)


def _shown(proof: Proof, size: int, *, held: bool) -> Shown:
    """What a proof shows; one that ends in an error shows nothing, neither that a rule held nor that it saw a fault."""
    try:
        return proof.show(size)
    except Exception as error:  # noqa: BLE001 - the other rules are tried all the same
        traceback.print_exc()
        return Shown(held, f"it ended with {type(error).__name__}: {error}")


def together(figures: Iterable[Figure]) -> Shown:
    """Several figures of a bench as one: all must hold."""
    found = list(figures)
    return Shown(all(one.held for one in found) and bool(found), "; ".join(one.said for one in found))

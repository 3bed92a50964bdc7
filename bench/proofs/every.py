"""All proofs, in the order of their rules."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from multiprocessing import set_start_method

from .proof import Proof, Verdict, tried

_WHERE = ("canary", "people", "terms", "outgoing", "wipe", "faults", "keeping", "screen", "inputs", "secrets", "supply")


@cache
def proofs() -> tuple[Proof, ...]:
    """Every proof there is; each module beside this one declares its own as PROOFS."""
    modules = (import_module(f"{__package__}.{name}") for name in _WHERE)
    found = (proof for module in modules for proof in module.PROOFS)
    return tuple(sorted(found, key=lambda proof: (proof.rule[0], int(proof.rule[1:]))))


def verdict_on(rule: str, *, full: bool) -> Verdict:
    """Try the proof of a rule, in a process made for it."""
    set_start_method("fork", force=True)  # so that what is planted is in the processes that a proof starts, too
    return tried(next(proof for proof in proofs() if proof.rule == rule), full=full)

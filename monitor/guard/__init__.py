"""Whether a term looks like a private person or like a gathering, which somebody must answer for; pure."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Term
from .fold import identity
from .risk import Risk, RiskKind

__all__ = ["Risk", "RiskKind", "identity", "risk_of"]


def risk_of(term: Term, *, official: Iterable[str] = ()) -> Risk | None:
    """What a term looks like that somebody must answer for, or None; `official` accounts are fine."""
    from .looks import look  # noqa: PLC0415 - the lists take a while: who looks at no term need not wait

    return look(term, frozenset(map(identity, official)))

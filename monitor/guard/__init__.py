"""Whether a term looks like a private person or like a gathering, which somebody must answer for; pure."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Term, TermKind
from .fold import identity, visible
from .risk import Risk, RiskKind

__all__ = ["Risk", "RiskKind", "identity", "risk_of"]


def risk_of(term: Term, *, official: Iterable[str] = ()) -> Risk | None:
    """What a term looks like that somebody must answer for, or None; `official` accounts are fine."""
    fine = frozenset(map(identity, official))
    if term.kind is TermKind.MENTION:
        return None if identity(term.text) in fine else Risk(RiskKind.ACCOUNT, visible(term.text))
    from .looks import look  # noqa: PLC0415 - the lists take a while: who looks at no other term need not wait

    return look(term, fine)

"""S4, S5 and S7: what comes in from config.yaml, from addresses, and what of it all may be stored."""

from __future__ import annotations

from . import inputs_columns, inputs_config, inputs_outbound
from .proof import Proof

PROOFS: tuple[Proof, ...] = (inputs_config.PROOF, inputs_outbound.PROOF, inputs_columns.PROOF)

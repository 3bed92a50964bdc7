"""P2 to P5: the people who are counted are nowhere to be found, and who does not want to be counted is not."""

from __future__ import annotations

from .cells import CELLS
from .opted_out import OPTED_OUT
from .persons import PERSONS
from .proof import Proof
from .unlinked import UNLINKED

PROOFS: tuple[Proof, ...] = (UNLINKED, CELLS, OPTED_OUT, PERSONS)

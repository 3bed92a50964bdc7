"""The store: numbers, how completely they were observed, and where reading goes on. The only user of SQL."""

from .reading import Cell
from .recording import OPEN_DAYS, TOO_LATE, Recording
from .store import Store
from .telling import Waiting

__all__ = ["OPEN_DAYS", "TOO_LATE", "Cell", "Recording", "Store", "Waiting"]

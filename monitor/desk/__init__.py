"""What the dashboard is handed, built in one look, and what it has done: the values behind its pages."""

from .desk import Desk, frame
from .seen import Seen, configured, forget, is_first, key, look

__all__ = ["Desk", "Seen", "configured", "forget", "frame", "is_first", "key", "look"]

"""The source `archive`: files of posts, whatever exported them, handed over by `monitor import`."""

from .archive import METHOD, Archive, Settings

__all__ = ["METHOD", "Archive", "Settings"]

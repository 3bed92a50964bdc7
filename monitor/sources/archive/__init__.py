"""The source `archive`: files of posts, whatever exported them, handed over by `monitor import`."""

from .archive import EARLIEST, METHOD, Archive, Settings

__all__ = ["EARLIEST", "METHOD", "Archive", "Settings"]

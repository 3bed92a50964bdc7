"""Files that shall not be read again: overwritten once, then removed."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from ..errors import StoreError

_CHUNK = 1 << 20


def overwrite(path: Path) -> None:
    """Fill a file with zeros on the disk; StoreError where the system refuses."""
    with suppress(OSError):
        path.chmod(0o600)
    try:
        with path.open("r+b", buffering=0) as file:
            left = os.fstat(file.fileno()).st_size
            while left > 0:
                left -= file.write(bytes(min(_CHUNK, left)))
            os.fsync(file.fileno())
    except FileNotFoundError:
        return  # whoever had it open has removed it
    except OSError as error:
        raise StoreError(f"cannot overwrite {path} ({error.strerror}): it is still there, remove it yourself") from None


def remove(path: Path) -> None:
    """Take a file out of its folder for good; StoreError where the system refuses."""
    try:
        path.unlink(missing_ok=True)
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    except OSError as error:
        raise StoreError(f"cannot remove {path} ({error.strerror}): it is empty, remove it yourself") from None

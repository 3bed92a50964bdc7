"""Files that shall not be read again: the keys in them first, then every byte, then their names."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from ..errors import StoreError

_CHUNK = 1 << 20
_SECRET = 32  # bytes
# A row of `secret_key` as SQLite writes it, in whatever state the file is: its day, the secret, when that was made.
_KEY = re.compile(rb" 00:00:00\.000000(.{%d})\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}" % _SECRET, re.DOTALL)
_LONGEST = 128  # more than such a row's end


def blank_keys(path: Path) -> frozenset[bytes]:
    """Overwrite every copy of a key in a file, and nothing else; which they were. StoreError where that is refused."""
    found: set[bytes] = set()
    try:
        with _opened(path) as file:
            before, start = b"", 0
            while chunk := file.read(_CHUNK):
                seen = before + chunk
                for row in _KEY.finditer(seen):
                    os.pwrite(file.fileno(), bytes(_SECRET), start + row.start(1))
                    found.add(row[1])
                before = seen[-_LONGEST:]
                start += len(seen) - len(before)
            os.fsync(file.fileno())
    except FileNotFoundError:
        pass
    except OSError as error:
        raise StoreError(f"cannot destroy the keys in {path} ({error.strerror})") from None
    return frozenset(found - {bytes(_SECRET)})


def overwrite(path: Path) -> None:
    """Fill a file with zeros on the disk; StoreError where the system refuses."""
    try:
        with _opened(path) as file:
            left = os.fstat(file.fileno()).st_size
            while left > 0:
                left -= file.write(bytes(min(_CHUNK, left))) or 0
            os.fsync(file.fileno())
    except FileNotFoundError:
        return  # whoever had it open has removed it
    except OSError as error:
        raise StoreError(f"cannot overwrite {path} ({error.strerror}): what it holds is still there") from None


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
        raise StoreError(f"cannot remove {path} ({error.strerror}): it holds nothing but zeros") from None


def _opened(path: Path) -> BinaryIO:
    """The file for reading and writing in place; who owns it may write it."""
    with suppress(OSError):
        path.chmod(0o600)
    return path.open("r+b", buffering=0)

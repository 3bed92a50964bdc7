"""Marks of invented people, and the search for them: in files of every kind, however they were written down."""

from __future__ import annotations

import gzip
import re
import zlib
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import default
from pathlib import Path

STEM = "zqcanary"  # at both ends of each mark, so that a part that was cut off is found as well
_HEADERS = 4_000  # bytes in which a mail says that it is one
_DIGITS = re.compile(rb"[0-9]{15,20}")
_PACKED = re.compile(rb"\x78[\x01\x5e\x9c\xda]|\x1f\x8b\x08")  # zlib (PDF, PNG) and gzip
_MOST_UNPACKED = 64 * 2**20


@dataclass
class Marks:
    """Gives out marks, and remembers for which fields: `zqcanary`, the field, the person's number, `zqcanary`."""

    fields: set[tuple[str, str]] = field(default_factory=set)
    source: str = ""

    def __call__(self, number: int, name: str) -> str:
        """The word that stands in a person's field and nowhere else."""
        self.fields.add((self.source, name))
        return f"{STEM}{name}{number:04d}{STEM}"


def _spellings(word: str) -> dict[str, bytes]:
    """How a stem looks in each way of writing, in small letters."""
    raw = word.encode()
    return {
        "plain": raw,
        "UTF-16": word.encode("utf-16-le"),
        "UTF-16 the other way round": word.encode("utf-16-be"),
        "UTF-32": word.encode("utf-32-le"),
        "hexadecimal": raw.hex().encode(),
        "percent": "".join(f"%{byte:02x}" for byte in raw).encode(),
        "escaped": "".join(f"\\x{byte:02x}" for byte in raw).encode(),
        "JSON": "".join(f"\\u{byte:04x}" for byte in raw).encode(),
        "backwards": raw[::-1],
    }


def _base64(word: str) -> Sequence[bytes]:
    """Its letters in base64 that are the same whatever stands before and after, by where it begins."""
    return [b64encode(bytes(before) + word.encode())[-(-before * 8 // 6) :][:10] for before in range(3)]


_FOLDED, _EXACT = _spellings(STEM), (*_base64(STEM), *_base64(STEM.upper()))


@dataclass
class Search:
    """What was searched, where something was found, and how often; `ids` are figures that must not occur."""

    ids: frozenset[bytes] = frozenset()
    files: int = 0
    read: int = 0
    found: Counter[str] = field(default_factory=Counter)

    def folder(self, folder: Path, *, called: str = "") -> None:
        """Every file under a folder, and every file's name."""
        for path in sorted(folder.rglob("*")):
            self.bytes(str(path.relative_to(folder)).encode(errors="surrogateescape"), f"the name of {path.name}")
            if path.is_file() and not path.is_symlink():
                self.file(path, called=f"{called}{path.relative_to(folder)}")

    def file(self, path: Path, *, called: str) -> None:
        """One file; one that is gone again, as a server's own may be, holds nothing any more."""
        try:
            data = path.read_bytes()
        except FileNotFoundError:
            return
        self.files, self.read = self.files + 1, self.read + len(data)
        self.bytes(data, called)
        for part in _inside(data):
            self.bytes(part, f"{called} unpacked")

    def bytes(self, data: bytes, called: str) -> None:
        """Some bytes, in every spelling."""
        folded = data.lower()
        for spelling, stem in _FOLDED.items():
            self._count(f"{called}, {spelling}", folded.count(stem))
        self._count(f"{called}, base64", sum(data.count(stem) for stem in _EXACT))
        if self.ids:
            self._count(f"{called}, as an id", sum(found in self.ids for found in _DIGITS.findall(data)))

    def _count(self, where: str, times: int) -> None:
        if times:
            self.found[where] += times


def _inside(data: bytes) -> Iterator[bytes]:
    """What is packed into a file: streams of PDF and PNG, gzip, the parts of a mail."""
    if (len(data) < _MOST_UNPACKED and data[:5] in (b"%PDF-", b"\x89PNG\r")) or data[:3] == b"\x1f\x8b\x08":
        for found in _PACKED.finditer(data):
            unpacked = _unpacked(data[found.start() :], zipped=found[0][:1] == b"\x1f")
            if unpacked:
                yield unpacked
    if b"\nMIME-Version:" in data[:_HEADERS] or data.startswith(b"MIME-Version:"):
        for part in message_from_bytes(data, policy=default).walk():
            raw = part.get_payload(decode=True)
            if isinstance(raw, bytes):
                yield raw


def _unpacked(data: bytes, *, zipped: bool) -> bytes:
    try:
        if zipped:
            return gzip.decompress(data)
        return zlib.decompressobj().decompress(data, _MOST_UNPACKED)
    except (OSError, EOFError, zlib.error):
        return b""

"""Bytes to text and lines: UTF-8, UTF-16 or Russian Windows-1251, no line longer than a bound.

Stray bytes in a file of UTF-8 are read as Windows-1252.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from io import StringIO

from .rows import Broken

_FIRST = 1 << 16
_FIRST_CYRILLIC = 0xC0  # the first letter А of Windows-1251
_LEAST_CYRILLIC = 0.3  # of a file's letters; accents in a Western file are a few in a hundred
_LENIENT = "monitor-windows-1252"


def _windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Read the bytes that are no UTF-8 as Windows-1252, so that a file of mixed encodings loses nothing."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in stray), error.end


codecs.register_error(_LENIENT, _windows_1252)


def primed(blocks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the blocks in UTF-8 without its mark; the first is long enough to judge the file by."""
    first = b""
    try:
        while len(first) < _FIRST and (block := next(blocks, None)) is not None:
            first += block
    except Broken as broken:
        yield from _as_utf8(iter((first,)))
        raise Broken(broken.reason) from None
    yield from _as_utf8(_chain(first, blocks))


def texts(blocks: Iterator[bytes]) -> Iterator[str]:
    """Yield blocks of UTF-8 as text, characters whole."""
    decode = codecs.getincrementaldecoder("utf-8")(_LENIENT).decode
    for block in blocks:
        if text := decode(block).replace("\0", ""):
            yield text
    if text := decode(b"", True):
        yield text


def lines(blocks: Iterator[bytes], *, longest: int) -> Iterator[str | None]:
    """Yield lines with their ends, or None for each that is longer than about `longest` bytes.

    Only a line feed ends a line. A line cut by Broken is dropped before Broken goes on.
    """
    tail, skipping = b"", False
    for block in blocks:
        cut = block.rfind(b"\n") + 1
        if not cut:
            tail = b"" if skipping else tail + block
            skipping = skipping or len(tail) > longest
            continue
        whole = block[:cut]
        if skipping:
            yield None
            whole = whole[whole.index(b"\n") + 1 :]
        yield from _split(b"" if skipping else tail, whole)
        tail, skipping = block[cut:], False
    if skipping:
        yield None
    yield from _split(b"" if skipping else tail, b"")


def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _as_utf8(blocks: Iterator[bytes]) -> Iterator[bytes]:
    first = next(blocks)
    encoding = _encoding(first)
    if encoding == "utf-8":
        yield first.removeprefix(codecs.BOM_UTF8)
        yield from blocks
        return
    decode = codecs.getincrementaldecoder(encoding)("replace").decode
    yield decode(first).encode()
    for block in blocks:
        yield decode(block).encode()


def _encoding(first: bytes) -> str:
    """How a file is written, by its beginning; Cyrillic is most of the letters of a Russian file, never a few."""
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    read = first.decode("utf-8", "ignore")
    cyrillic = sum(byte >= _FIRST_CYRILLIC for byte in first)
    letters = sum(map(str.isalpha, read)) + cyrillic
    lost = len(first) - len(read.encode())
    return "cp1251" if lost > cyrillic / 2 and cyrillic > letters * _LEAST_CYRILLIC else "utf-8"


def _split(start: bytes, whole: bytes) -> Iterator[str]:
    text = (start + whole).decode("utf-8", _LENIENT)
    if "\0" in text:
        text = text.replace("\0", "")
    return StringIO(text, newline="\n")

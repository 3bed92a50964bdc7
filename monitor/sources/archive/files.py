"""Files opened by what they are, not by their names: plain, gzip, bzip2, zstandard or zip, unpacked as a stream."""

from __future__ import annotations

import bz2
import gzip
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from struct import Struct
from typing import IO
from zipfile import BadZipFile, ZipFile, ZipInfo

import zstandard

from .rows import DAMAGED, TRUNCATED, Broken, NoPosts

BLOCK = 1 << 18
_ZSTD_STEP = 1 << 8  # a zstandard bomb grows 32,000-fold: this keeps a step under 8 MiB
_ZSTD_WINDOW = 1 << 27
_GZIP, _BZIP2, _ZSTD, _ZIP = b"\x1f\x8b", b"BZh", (b"\x28\xb5\x2f\xfd", b"\x50\x2a\x4d\x18"), b"PK\x03\x04"
_LOCAL = Struct("<4sHHHHHLLLHH")  # the header before each member of a zip


def members(file: IO[bytes], told: Callable[[int], None]) -> Iterator[Iterator[bytes]]:
    """Yield each file inside as its unpacked blocks; they raise Broken where the bytes end too early.

    `told` hears how many bytes of `file` are used up. A block has about 256 KiB, and 8 MiB at most.
    """
    found = _zipped(file) if _magic(file).startswith(_ZIP) else iter((_unpacked(file),))
    for blocks in found:
        yield _counted(blocks, file, told)


def _counted(blocks: Iterator[bytes], file: IO[bytes], told: Callable[[int], None]) -> Iterator[bytes]:
    for block in blocks:
        told(file.tell())
        yield block


def _magic(file: IO[bytes]) -> bytes:
    start = file.tell()
    magic = file.read(4)
    file.seek(start)
    return magic


def _unpacked(file: IO[bytes]) -> Iterator[bytes]:
    """The blocks of a file, unpacked when it is packed itself."""
    try:
        magic = _magic(file)
        if magic.startswith(_GZIP):
            return _read(gzip.GzipFile(fileobj=file, mode="rb").read1)
        if magic.startswith(_BZIP2):
            return _read(bz2.BZ2File(file).read1)
    except (BadZipFile, EOFError, zlib.error):
        raise Broken(DAMAGED) from None
    return _zstd(file) if magic in _ZSTD else _read(file.read)


def _read(read: Callable[[int], bytes]) -> Iterator[bytes]:
    try:
        while block := read(BLOCK):
            yield block
    except EOFError:
        raise Broken(TRUNCATED) from None
    except (gzip.BadGzipFile, BadZipFile, zlib.error):
        raise Broken(DAMAGED) from None
    except OSError as error:
        if error.errno is not None:  # the disk, not the contents
            raise
        raise Broken(DAMAGED) from None


def _zstd(file: IO[bytes]) -> Iterator[bytes]:
    """Small steps joined to blocks; a break comes after what was read before it."""
    parts: list[bytes] = []
    held = 0
    try:
        for part in _zstd_steps(file):
            parts.append(part)
            held += len(part)
            if held >= BLOCK:
                yield b"".join(parts)
                parts, held = [], 0
    except Broken as broken:
        yield b"".join(parts)
        raise Broken(broken.reason) from None
    yield b"".join(parts)


def _zstd_steps(file: IO[bytes]) -> Iterator[bytes]:
    frames = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW)
    frame, begun = frames.decompressobj(), False
    for step in _sliced(file):
        left = step
        while left:
            try:
                yield frame.decompress(left)
            except zstandard.ZstdError as error:
                raise _zstd_trouble(str(error)) from None
            begun, left = not frame.eof, frame.unused_data
            frame = frame if begun else frames.decompressobj()
    if begun:
        raise Broken(TRUNCATED)


def _sliced(file: IO[bytes]) -> Iterator[bytes]:
    while packed := file.read(BLOCK):
        for at in range(0, len(packed), _ZSTD_STEP):
            yield packed[at : at + _ZSTD_STEP]


def _zstd_trouble(message: str) -> Exception:
    if "memory" in message:
        return NoPosts("needs more than 128 MiB of memory to unpack; unpack it with `zstd -d --long=31` first")
    return Broken(DAMAGED)


def _zipped(file: IO[bytes]) -> Iterator[Iterator[bytes]]:
    try:
        archive = ZipFile(file)
    except BadZipFile:  # the list of members stands at the end: without it, go by what stands before each
        yield from _salvaged(file)
        return
    with archive:
        for info in sorted(archive.infolist(), key=lambda info: info.header_offset):
            if not info.is_dir() and _wanted(info.filename):
                yield _member(archive, info)


def _member(archive: ZipFile, info: ZipInfo) -> Iterator[bytes]:
    try:
        with archive.open(info) as member:
            yield from _unpacked(member)
    except (RuntimeError, NotImplementedError):
        raise NoPosts("is locked with a password or packed in an unusual way; unpack it first") from None
    except (BadZipFile, EOFError, zlib.error):
        raise Broken(DAMAGED) from None


def _wanted(name: str) -> bool:
    path = PurePosixPath(name)
    return "__MACOSX" not in path.parts and not path.name.startswith(".")


def _salvaged(file: IO[bytes]) -> Iterator[Iterator[bytes]]:
    """The members of a zip that was cut off; the last one yielded always raises Broken."""
    file.seek(0)
    while len(head := file.read(_LOCAL.size)) == _LOCAL.size and head.startswith(_ZIP):
        _, _, flags, method, _, _, _, size, _, name_length, extra_length = _LOCAL.unpack(head)
        name = file.read(name_length).decode("utf-8", "replace")
        file.seek(extra_length, 1)
        blocks = _inflated(file, streamed=bool(flags & 8)) if method == 8 else _stored(file, size)
        if _wanted(name) and not name.endswith("/"):
            yield blocks
        for _ in blocks:  # what the reader left, so that the next header is found
            pass
    yield _cut()


def _cut() -> Iterator[bytes]:
    yield b""
    raise Broken(TRUNCATED)


def _stored(file: IO[bytes], size: int) -> Iterator[bytes]:
    while size > 0 and (block := file.read(min(size, BLOCK))):
        size -= len(block)
        yield block
    if size > 0:
        raise Broken(TRUNCATED)


def _inflated(file: IO[bytes], *, streamed: bool) -> Iterator[bytes]:
    """One deflated member, up to where its own end is marked."""
    stream, packed = zlib.decompressobj(-15), b""
    while not stream.eof and (packed := stream.unconsumed_tail or file.read(BLOCK >> 4)):
        try:
            yield stream.decompress(packed, BLOCK)
        except zlib.error:
            raise Broken(DAMAGED) from None
    if not stream.eof:
        raise Broken(TRUNCATED)
    file.seek(-len(stream.unused_data), 1)
    if streamed:  # sizes and checksum follow, with or without a mark
        file.seek(12 if file.read(4) == b"PK\x07\x08" else 8, 1)

"""JSON values out of a stream of text: one a line, one after another, or the elements of one huge array."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from .lines import lines, texts
from .rows import TRUNCATED, Broken, Unreadable

LONGEST = 8 << 20  # a page of X's API, as twarc writes it on one line, has up to 5 MiB
_OUTSIDE, _INSIDE = re.compile(r'[{}\[\]"]'), re.compile(r'["\n]|\\.')
_BETWEEN = re.compile(r"[\s,\x1e]*")
_DECODER = json.JSONDecoder()


def one_a_line(first: bytes) -> bool:
    """Whether a file that begins so holds one JSON object on each line, rather than one spread out or an array."""
    line, ends, _ = first.lstrip().partition(b"\n")
    if not line.startswith(b"{"):
        return False
    text = line.replace(b"\0", b"").decode("utf-8", "replace").rstrip(" \t\r,\x1e")
    try:
        return _DECODER.raw_decode(text)[1] == len(text)
    except (ValueError, RecursionError):
        return not ends


def by_lines(blocks: Iterator[bytes]) -> Iterator[object]:
    """Yield the value on each line; Unreadable stands, as a value, for a line that cannot be read."""
    for line in lines(blocks, longest=LONGEST):
        if line is None:
            yield Unreadable("row too long")
            continue
        stripped = line.strip(" \t\r\n,\x1e")
        if not stripped:
            continue
        try:
            yield json.loads(stripped)
        except RecursionError:
            yield Unreadable("nested too deeply")
        except ValueError:
            if not line.endswith("\n"):
                raise Broken(TRUNCATED) from None
            yield Unreadable("not JSON")


def by_nesting(blocks: Iterator[bytes]) -> Iterator[object]:
    """Yield the elements of an array, or values one after another, each at most LONGEST characters.

    Unreadable stands, as a value, for one that cannot be read.
    """
    window = _Window(texts(blocks))
    array = window.open_array()
    while window.skip_between():
        if window.text[window.at] == "]" and array:
            return
        yield window.value()
    if array:
        raise Broken(TRUNCATED)


class _Window:
    """The part of a text that is being read; it is moved on and never grows much over LONGEST."""

    def __init__(self, blocks: Iterator[str]) -> None:
        self._blocks = blocks
        self.text, self.at = "", 0

    def open_array(self) -> bool:
        """Step into the array that the text begins with, if it does."""
        if not self.skip_between() or self.text[self.at] != "[":
            return False
        self.at += 1
        return True

    def skip_between(self) -> bool:
        """Move on to the next value; False at the end of the text."""
        while True:
            found = _BETWEEN.match(self.text, self.at)
            self.at = found.end() if found else self.at
            if self.at < len(self.text):
                return True
            if not self._more():
                return False

    def value(self) -> object:
        """The value that begins here, or the Unreadable that stands for it; raises Broken if the text ends inside."""
        while True:
            reason = "not JSON"
            try:
                value: object
                value, self.at = _DECODER.raw_decode(self.text, self.at)
            except RecursionError:
                reason = "nested too deeply"
            except ValueError:
                pass
            else:
                return value
            depth = _Depth()
            end = depth.end(self.text, self.at)
            if end is not None:
                self.at = end
                return Unreadable(reason)
            if len(self.text) - self.at > LONGEST:
                return self._skipped(depth)
            if not self._more():
                raise Broken(TRUNCATED)

    def _skipped(self, depth: _Depth) -> Unreadable:
        """Pass over a value that is too long without keeping it."""
        while True:
            self.text, self.at = next(self._blocks, ""), 0
            if not self.text:
                raise Broken(TRUNCATED)
            end = depth.end(self.text, 0)
            if end is not None:
                self.at = end
                return Unreadable("row too long")

    def _more(self) -> bool:
        """Read on, doubling what is left up to LONGEST, so that a long value is not tried too often."""
        left = self.text[self.at :]
        parts, added = [left], 0
        while added <= min(len(left), LONGEST - len(left)) and (block := next(self._blocks, None)) is not None:
            parts.append(block)
            added += len(block)
        self.text, self.at = "".join(parts), 0
        return added > 0


class _Depth:
    """Finds where a value ends that the decoder refuses, by its brackets; a string ends with its line at the latest."""

    def __init__(self) -> None:
        self._depth, self._quoted = 0, False

    def end(self, text: str, start: int) -> int | None:
        """Where the value ends in this text, or None: go on with the text that follows."""
        at = start
        while found := (_INSIDE if self._quoted else _OUTSIDE).search(text, at):
            at, sign = found.end(), found[0]
            if self._quoted:
                self._quoted = sign[0] == "\\"
            elif sign == '"':
                self._quoted = True
            else:
                self._depth += 1 if sign in "{[" else -1
            if self._depth <= 0 and not self._quoted:
                return at
        return None

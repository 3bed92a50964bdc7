"""What is looked for in everything that leaves: the campaign's own words, and anything that would be fetched."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterable, Iterator
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote_to_bytes

from .outgoing_campaign import MARKS

_FETCHED = frozenset({"src", "href", "srcset", "poster", "background", "data", "action", "formaction", "cite", "ping"})
_OF_STYLE = re.compile(r"@import|url\(\s*['\"]?(?!data:|#)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{16,}={0,2}")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_PAGE = b"<!doctype html"


def words_in(found: bytes, words: Iterable[str] = MARKS) -> list[str]:
    """The campaign's words in what left, however they are written there."""
    seen = b"\n".join(_forms(found)).decode("utf-8", "replace").casefold()
    return [word for word in words if word.casefold() in seen]


def _forms(found: bytes) -> Iterator[bytes]:
    """As it is; folded lines joined; percent signs, HTML's and JSON's escapes undone; packed and coded parts opened."""
    yield found
    joined = re.sub(rb"=?\r?\n[ \t]?", b"", found)
    yield joined
    yield unquote_to_bytes(joined)
    text = found.decode("utf-8", "replace")
    yield unescape(text).encode()
    yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text).encode("utf-8", "replace")
    yield found.replace(b"\x00", b"")  # UTF-16, as in the titles of a PDF
    for part in _BASE64.findall(joined):
        try:
            yield base64.b64decode(part + b"=" * (-len(part) % 4), altchars=b"-_" if b"_" in part else None)
        except (binascii.Error, ValueError):
            continue
    for part in _STREAM.findall(found):
        try:
            yield zlib.decompress(part.strip(b"\r\n"))
        except zlib.error:
            continue


class _Page(HTMLParser):
    """Notes what a page would load or run."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Look at the attributes of an element."""
        if tag in ("script", "iframe", "object", "embed", "img"):
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name in _FETCHED and _ELSEWHERE.match(value or ""):
                self.found.append(f"{name}={value}")
            if name == "style" and _OF_STYLE.search(value or ""):
                self.found.append(f"style={value}")

    def handle_data(self, data: str) -> None:
        """Look at what stands in a style sheet, or in the text: no address is in it."""
        if _OF_STYLE.search(data) or re.search(r"https?://", data):
            self.found.append(data[:60])


def remote(found: bytes) -> list[str]:
    """What would be loaded from another machine, in every HTML page of what left; any address is one too many."""
    text = found.decode("utf-8", "replace")
    begins = text.lower().find(_PAGE.decode())
    if begins < 0:
        return []
    page = _Page()
    page.feed(text[begins:])
    return page.found

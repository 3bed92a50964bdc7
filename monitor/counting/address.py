"""Where a link leads: its host and what follows, in the form links are compared and counted in."""

from __future__ import annotations

import re

from .fold import fold

# Hosts that only pass on: they say nothing about where a link leads, so they are no domain.
SHORTENERS = frozenset({
    "b.link", "bit.ly", "bitly.com", "buff.ly", "clck.ru", "cutt.ly", "dlvr.it", "fb.me", "goo.gl", "goo.su",
    "ift.tt", "is.gd", "j.mp", "lnkd.in", "ow.ly", "rb.gy", "rebrand.ly", "s.id", "shorturl.at", "shrtm.nu",
    "t.co", "t.ly", "tiny.cc", "tinyurl.com", "trib.al", "v.gd", "vk.cc", "wp.me",
})  # fmt: skip
_HOST = re.compile(r"[^\W_][\w-]*(?:\.[^\W_][\w-]*)+")
_ESCAPED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_REST = re.compile(r"[/?#\\]")


def address(link: str) -> tuple[str, str]:
    """Return a link's host (lower case, without www., port or user) and the rest from its path on.

    Both are empty where the link is no web address.

    >>> address("https://WWW.Example.org:443/Camp/?a=1#top")
    ('example.org', '/camp/?a=1')
    """
    authority, rest = _parts(link)
    host = _host(authority)
    return (host, fold(_ESCAPED.sub(_unescaped, rest.partition("#")[0]))) if host else ("", "")


def domain(link: str) -> str:
    """Return the host a link leads to, empty for a shortener or where there is none.

    >>> domain("http://www.example.org/a"), domain("https://t.co/abc")
    ('example.org', '')
    """
    host = _host(_parts(link)[0])
    return "" if host in SHORTENERS else host


def _parts(link: str) -> tuple[str, str]:
    """What stands before and from the path on; empty for schemes that are not the web's."""
    scheme, sign, rest = link.strip().partition("://")
    if sign and scheme.lower() not in ("http", "https"):
        return "", ""
    place = rest if sign else scheme
    cut = _REST.search(place)
    at = cut.start() if cut else len(place)
    if not sign and "@" in place[:at]:  # an e-mail address
        return "", ""
    return place[:at], place[at:]


def _unescaped(found: re.Match[str]) -> str:
    """Return the characters behind %D0%B0 and such, as browsers show them."""
    return bytes.fromhex(found[0].replace("%", "")).decode("utf-8", "replace")


def _host(authority: str) -> str:
    """Only the host of user@host:port, as a reader sees it; empty if it is not a name with a dot."""
    name = authority.rpartition("@")[2].partition(":")[0]
    host = fold(name).rstrip(".").removeprefix("www.")
    if "xn--" in host:
        host = _readable(host)
    return host if len(host) <= 253 and _HOST.fullmatch(host) else ""


def _readable(host: str) -> str:
    """Return an international name in its own letters, or as it was where that fails."""
    try:
        return fold(host.encode("ascii").decode("idna"))
    except UnicodeError:
        return host

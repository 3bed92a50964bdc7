"""Which addresses are talked to: those of the open internet, looked at before a connection and once it stands."""

from __future__ import annotations

import ipaddress
import re
import socket
import unicodedata
from collections.abc import Callable

import requests
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import HTTPError
from urllib3.util.connection import allowed_gai_family

_PRIVATE = "stands in this machine's own network; set allow_private if that is meant"
_WITH_IPV4_AT_END = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "::/96", "::ffff:0:0:0/96")))
_DOTS = re.compile("[\u3002\uff61]")
_LOCAL_NAT64 = ipaddress.IPv6Network("64:ff9b:1::/48")


class NotPublic(requests.exceptions.ConnectionError):
    """The address belongs to this machine or its own network: it is not talked to."""


def public(address: str) -> bool:
    """Whether an IP address is one of the open internet, also when it is wrapped in another kind of address.

    >>> public("169.254.169.254"), public("::ffff:127.0.0.1"), public("9.9.9.9")
    (False, False, True)
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is None and any(found in network for network in _WITH_IPV4_AT_END):
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return public(str(inner))
        if found.is_site_local or found in _LOCAL_NAT64:
            return False
    return found.is_global and not found.is_multicast


def checked_peer(sock: socket.socket) -> socket.socket:
    """The socket, unless what it is connected to is not public: then it is closed before a byte is sent."""
    if not public(sock.getpeername()[0]):
        sock.close()
        raise NotPublic(_PRIVATE)
    return sock


def reached(host: str, port: int, connect: Callable[[str], socket.socket]) -> socket.socket:
    """A connection to a host none of whose addresses is private.

    `connect` is given the very addresses that were looked at, in turn: a name that means another one a moment later
    gains nothing. A name nobody knows is left to `connect`, which says so in its own words.
    """
    failed: Exception = OSError("no address")
    for address in _looked_up(host, port) or [host]:
        try:
            sock = connect(address)
        except (OSError, HTTPError) as error:
            failed = error
        else:
            return checked_peer(sock)
    raise failed


def _looked_up(host: str, port: int) -> list[str]:
    """The addresses behind a host; NotPublic where any of them is private."""
    try:
        found = socket.getaddrinfo(host, port, allowed_gai_family(), socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    addresses = list(dict.fromkeys(str(one[4][0]) for one in found))
    if not all(public(one) for one in addresses):
        raise NotPublic(_PRIVATE)
    return addresses


def _guarded(connection: HTTPConnection, connect: Callable[[], socket.socket]) -> socket.socket:
    """The connection's socket; its name stays what certificates and headers are about."""
    name = connection.host

    def there(address: str) -> socket.socket:
        connection.host = address
        try:
            return connect()
        finally:
            connection.host = name

    return reached(name, connection.port, there)


class _GuardedHTTP(HTTPConnection):
    def _new_conn(self) -> socket.socket:
        return _guarded(self, super()._new_conn)


class _GuardedHTTPS(HTTPSConnection):
    def _new_conn(self) -> socket.socket:
        return _guarded(self, super()._new_conn)


class _GuardedHTTPPool(HTTPConnectionPool):
    ConnectionCls = _GuardedHTTP


class _GuardedHTTPSPool(HTTPSConnectionPool):
    ConnectionCls = _GuardedHTTPS


POOLS = {"http": _GuardedHTTPPool, "https": _GuardedHTTPSPool}


def check_host(host: str) -> None:
    """Raise NotPublic for a private address that is written out: behind a proxy no peer is ours to look at."""
    name = _DOTS.sub(".", unicodedata.normalize("NFKC", host)).lower().rstrip(".")  # as names are looked up
    try:
        private = not public(_spelled_out(name))
    except ValueError:
        private = f".{name}".endswith(".localhost")
    if private:
        raise NotPublic(_PRIVATE)


def _spelled_out(host: str) -> str:
    """The address behind one of the old ways to write it (2130706433, 0x7f.1, 0177.0.0.1); else the host as it is."""
    try:
        return socket.inet_ntoa(socket.inet_aton(host))
    except (OSError, UnicodeError, ValueError):
        return host


def refusal_within(error: BaseException) -> NotPublic | None:
    """The refusal of an address that the libraries below wrapped into errors of their own."""
    waiting, seen = [error], 0
    while waiting and seen < 20:
        one, seen = waiting.pop(), seen + 1
        if isinstance(one, NotPublic):
            return one
        inner = (one.__cause__, one.__context__, getattr(one, "reason", None), *one.args)
        waiting.extend(item for item in inner if isinstance(item, BaseException))
    return None

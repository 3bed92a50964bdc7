"""An invented internet on loopback: names mean what a test says, and every connection that is tried is written down.

Addresses of the `WORLD` lead to a server of the test's own; loopback is real; nothing else answers, so that no test
ever talks to another machine.
"""

import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from unittest import mock
from weakref import WeakKeyDictionary

WORLD = ("9.9.9.9", "8.8.4.4")
Answers = Sequence[Sequence[str]]  # what a name means at the first look, at the second …; the last stays


@dataclass
class Internet:
    """What was looked up and which connections were tried."""

    names: Mapping[str, Answers]
    looked_up: list[str] = field(default_factory=list)
    tried: list[tuple[str, int]] = field(default_factory=list)

    @property
    def outside_the_world(self) -> list[str]:
        """Where a connection was tried that no public address stands for."""
        return [host for host, _ in self.tried if host not in WORLD]

    def answer(self, name: str) -> Sequence[str] | None:
        """What a name means now; None for one that nobody knows."""
        answers = self.names.get(name.lower().rstrip("."))
        before = self.looked_up.count(name)
        self.looked_up.append(name)
        return answers[min(before, len(answers) - 1)] if answers else None


@contextmanager
def internet(names: Mapping[str, Answers]) -> Iterator[Internet]:
    """The invented internet, for everything in this process, until the block ends."""
    net, peers = Internet(names), WeakKeyDictionary[socket.socket, tuple[str, int]]()
    find, connect, getpeername = socket.getaddrinfo, socket.socket.connect, socket.socket.getpeername

    def look_up(host, port, *more, **options):
        name = host.decode() if isinstance(host, bytes) else str(host)
        found = net.answer(name)
        if found is None:
            number = _is_number(name) or name.lower().rstrip(".").endswith("localhost")
            if not number:
                raise socket.gaierror(socket.EAI_NONAME, "nobody knows this name")
            return find(host, port, *more, **options)
        return [one for address in found for one in find(address, port, *more, **options)]

    def go(sock, address):
        if sock.family == socket.AF_UNIX:
            return connect(sock, address)
        host, port = address[:2]
        net.tried.append((host, port))
        if host in WORLD:
            connect(sock, ("127.0.0.1", port))
            peers[sock] = (host, port)
            return None
        if not host.startswith("127.") and host != "::1":
            raise ConnectionRefusedError(f"{host} does not answer")
        return connect(sock, address)

    def peer(sock):
        return peers.get(sock) or getpeername(sock)

    with (
        mock.patch("socket.getaddrinfo", look_up),
        mock.patch.object(socket.socket, "connect", go),
        mock.patch.object(socket.socket, "getpeername", peer),
    ):
        yield net


def _is_number(host: str) -> bool:
    """Whether a host is an address in one of its many spellings, and no name."""
    if ":" in host:
        return True
    try:
        socket.inet_aton(host)
    except OSError:
        return False
    return True

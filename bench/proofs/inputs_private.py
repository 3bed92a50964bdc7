"""Addresses that lead into a machine's own network, in every spelling; names that do, or come to do; and redirects."""

from __future__ import annotations

from collections.abc import Mapping

from tests.internet import WORLD, Answers

PUBLIC_NAME = "public.example"
_LOOPBACK = (
    *("127.0.0.1", "127.9.9.9", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "017700000001"),
    *("0x7f.0x0.0x0.0x1", "0177.1", "127.0.0.1.", "localhost", "LOCALHOST.", "a.localhost", "[::1]", "[::127.0.0.1]"),
    *("[0:0:0:0:0:0:0:1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::ffff:0:127.0.0.1]", "[64:ff9b::7f00:1]"),
    *("[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2001:0:909:909::80ff:fffe]", "[::]", "0.0.0.0", "0"),
    *("①②⑦.⓪.⓪.①", "127。0。0。1", "１２７.0.0.1", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ"),
)
_INSIDE = (
    *("10.0.0.1", "10.1", "167772161", "172.16.0.1", "172.31.255.254", "192.168.1.1", "0300.0250.1.1", "[fc00::1]"),
    *("169.254.169.254", "2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "[::ffff:169.254.169.254]", "[fec0::1]"),
    *("[64:ff9b::a9fe:a9fe]", "[2002:a9fe:a9fe::]", "[fd00:ec2::254]", "[fe80::1]", "[fe80::1%25lo]", "[fe80::1%lo]"),
    *("100.64.0.1", "100.127.255.254", "255.255.255.255", "224.0.0.1", "239.255.255.250", "240.0.0.1", "192.0.0.1"),
    *("198.18.0.1", "192.0.2.1", "198.51.100.1", "203.0.113.1", "[ff02::1]", "[100::1]", "[2001:db8::1]"),
)
_TRICKS = (
    f"{PUBLIC_NAME}@127.0.0.1",
    f"{PUBLIC_NAME}:80@127.0.0.1",
    f"{PUBLIC_NAME}%40127.0.0.1",
    f"{PUBLIC_NAME}\\@127.0.0.1",
    f"127.0.0.1\\.{PUBLIC_NAME}",
    "127.0.0.1%00.public.example",
    "127.0.0.1\t.public.example",
    "0x7f.1#.public.example",
)
NAMES: Mapping[str, Answers] = {
    PUBLIC_NAME: [[WORLD[0]]],
    "loopback.example": [["127.0.0.1"]],
    "loopback6.example": [["::1"]],
    "mapped.example": [["::ffff:127.0.0.1"]],
    "nat64.example": [["64:ff9b::7f00:1"]],
    "metadata.example": [["169.254.169.254"]],
    "metadata6.example": [["fd00:ec2::254"]],
    "office.example": [["10.0.0.1"]],
    "shared.example": [["100.64.0.1"]],
    "nowhere.example": [["0.0.0.0"]],
    "both.example": [[WORLD[0], "127.0.0.1"]],
    "both-ways.example": [["127.0.0.1", WORLD[0]]],
    "xn--e1afmkfd.example": [["127.0.0.1"]],
    "rebinding.example": [[WORLD[0]], ["127.0.0.1"]],
    "rebinding-later.example": [[WORLD[0]], [WORLD[0]], ["127.0.0.1"]],
}
_CALLED = (*(name for name in NAMES if name not in (PUBLIC_NAME, "xn--e1afmkfd.example")), "пример.example")


def written_out() -> tuple[str, ...]:
    """The hosts that are addresses, in one spelling or another: nobody has to look up what they mean."""
    return (*_LOOPBACK, *_INSIDE)


def hosts() -> tuple[str, ...]:
    """Every host as it would stand in an address: names first, as only a look at what they mean gives these away."""
    return (*_CALLED, "Loopback.Example.", *written_out(), *_TRICKS)


REDIRECTS = (301, 302, 303, 307, 308)


def targets(port: int) -> tuple[str, ...]:
    """Where a redirect may lead: inwards, to other schemes, or to a name that leads there."""
    inwards = ("127.0.0.1", "0x7f.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254", "10.0.0.1")
    named = ("loopback.example", "metadata.example", "both.example")
    others = ("file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://127.0.0.1:25/x", "ws://127.0.0.1/x", "//127.1/x")
    return (*(f"http://{host}:{port}/inner" for host in (*inwards, *named)), "https://127.0.0.1/x", *others)

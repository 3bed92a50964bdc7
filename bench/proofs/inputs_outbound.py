"""S5: no request of ours reaches this machine or its own network, whatever an address, a name or a redirect says."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import product
from unittest.mock import patch

import stamina
from pydantic import ValidationError

from monitor import channels, sources
from monitor.addresses import web_address
from monitor.errors import MonitorError
from monitor.heartbeat import Heartbeat
from monitor.model import Letter, Term, TermKind, Topic
from monitor.sources.bluesky.source import Bluesky
from monitor.web import addresses
from tests.internet import Internet, internet
from tests.loopback import NOW, Asked, Loopback, Told, loopback

from .inputs_private import NAMES, PUBLIC_NAME, REDIRECTS, hosts, targets, written_out
from .proof import Proof, Shown

_TERMS = (
    Term(TermKind.TAG, "Lantern"),
    Term(TermKind.ARTICLE, "Lantern", "en"),
    Term(TermKind.PHRASE, "paper lantern"),
)
_TOPICS = (Topic("lamp", "Lamp", _TERMS),)
_ENVIRON = {"MONITOR_X_TOKEN": "t" * 30, "MONITOR_MEDIACLOUD_KEY": "k" * 30}
_PROXIES = ("http_proxy", "https_proxy", "all_proxy", "ws_proxy", "wss_proxy")
_LETTER = Letter("Campaign A", "Lamp is fading.", "<p>Lamp is fading.</p>")
_Ask = Callable[[str, bool], object]  # with an address, and whether it may be private


@dataclass(frozen=True, slots=True)
class Way:
    """A way out of Monitor: its name, how something is asked there, and the scheme it wants for strangers."""

    name: str
    ask: _Ask
    scheme: str = "http"


def _source(name: str, settings: Callable[[str], Mapping[str, object]]) -> _Ask:
    """A round of a source at an address, as its settings in config.yaml would have it."""

    def ask(address: str, private: bool) -> object:
        chosen = sources.settings()[name].model_validate({**settings(address), "allow_private": private})
        return [list(one.pages(cursor=None, now=NOW)) for one in sources.build({name: chosen}, _TOPICS)]

    return ask


def _profiles(address: str, private: bool) -> object:
    """Bluesky's look-up of who opted out."""
    model = sources.settings()["bluesky"]
    chosen = model.model_validate({"profiles": address, "allow_private": private})
    [source] = sources.build({"bluesky": chosen}, _TOPICS)
    return source.opted_out(["did:plc:abcdefghijklmnopqrstuvwx"], now=NOW) if isinstance(source, Bluesky) else None


def _webhook(address: str, _: bool) -> object:
    """A warning on a channel; without a certificate it goes to this machine only, and nobody may lead it on."""
    environ = {channels.variable("team"): f"{address.replace('http', 'json', 1)}/?method=GET"}
    return channels.send("team", _LETTER, "0123", environ=environ)


def _heartbeat(address: str, private: bool) -> object:
    return Heartbeat(web_address(address), allow_private=private).beat(now=NOW)


WAYS = (
    Way("news", _source("news", lambda address: {"feeds": {"a": address}})),
    Way("mastodon", _source("mastodon", lambda address: {"instances": [address]}), "https"),
    Way("x", _source("x", lambda address: {"base_url": address}), "https"),
    Way("wikipedia", _source("wikipedia", lambda address: {"base_url": address, "contact": "a@example.org"})),
    Way("gdelt", _source("gdelt", lambda address: {"base_url": address})),
    Way("mediacloud", _source("mediacloud", lambda address: {"base_url": address})),
    Way("jetstream", _source("bluesky", lambda address: {"jetstream": address.replace("http", "ws", 1)})),
    Way("profiles", _profiles),
    Way("heartbeat", _heartbeat),
)
WEBHOOK = Way("a channel", _webhook)


@dataclass
class Tried:
    """Where it was tried, how often, and what was wrong with it."""

    net: Internet
    place: Loopback
    times: int = 0
    wrong: list[str] = field(default_factory=list)

    def ask(self, way: Way, host: str, *, private: bool = False) -> None:
        """Ask by a way out at a host; what it answers, or why it does not, is nothing here."""
        self.times += 1
        for seen in (self.net.tried, self.net.looked_up, self.place.asked):
            seen.clear()
        scheme = "http" if private else way.scheme
        with suppress(MonitorError, ValidationError, ValueError):
            way.ask(f"{scheme}://{host}:{self.place.url.rpartition(':')[2]}", private)

    def check(self, what: str, *, may_ask: bool = False) -> None:
        """Note it where a connection was tried that leads inwards, or somebody was asked who may not be."""
        inwards = self.net.outside_the_world
        if inwards:
            self.wrong.append(f"{what}: a connection to {inwards[0]}")
        elif any(not may_ask or asked.path == "/inner" for asked in self.place.asked):
            self.wrong.append(f"{what}: was asked")


def straight(seen: Tried, count: int) -> None:
    """Ask at every address by every way out: no connection may be tried that leads inwards, and nobody is asked."""
    for host in hosts()[:count]:
        for way in WAYS:
            seen.ask(way, host)
            seen.check(f"{way.name} at {host}", may_ask="rebinding" in host)


def proxied(seen: Tried, count: int) -> None:
    """The same behind a proxy, which stands on loopback and would be asked: addresses that are written out."""
    with patch.dict(os.environ, {**dict.fromkeys(_PROXIES, seen.place.url), "no_proxy": ""}):
        for host in written_out()[:count]:
            for way in WAYS:
                seen.ask(way, host)
                seen.check(f"{way.name} at {host} by a proxy")


def led_on(seen: Tried, count: int) -> None:
    """A server that sends us inwards: it is asked, and nobody else; a webhook, on loopback itself, is not led on."""
    port = int(seen.place.url.rpartition(":")[2])
    for status, target in product(REDIRECTS, targets(port)[:count]):
        seen.place.answering = partial(_elsewhere, Told(status=status, headers={"Location": target}))
        for way in [*(one for one in WAYS if one.scheme == "http"), WEBHOOK]:
            what = f"{way.name} led by {status} to {target}"
            seen.ask(way, PUBLIC_NAME if way is not WEBHOOK else "127.0.0.1")
            if not seen.place.asked or (way is WEBHOOK and len(seen.net.tried) != 1):
                seen.wrong.append(f"{what}: {len(seen.net.tried)} connections")
            if way is not WEBHOOK:
                seen.check(what, may_ask=True)
    seen.place.answering = _busy


def unable(seen: Tried) -> list[str]:
    """The ways by which loopback cannot be asked although that is allowed: there must be none."""
    found = []
    for way in WAYS:
        seen.ask(way, "127.0.0.1", private=True)
        if not seen.net.tried:
            found.append(way.name)
    return found


def _elsewhere(told: Told, _: Asked) -> Told:
    return told


def _busy(_: Asked) -> Told:
    return Told(b"", status=404)


@contextmanager
def _around() -> Iterator[tuple[Internet, Loopback]]:
    """Loopback with a server on it, and an internet in which public names lead there; no proxy, no wait."""
    without = {key: value for key, value in os.environ.items() if not key.lower().endswith("_proxy")}
    with ExitStack() as stack:
        stack.enter_context(patch.dict(os.environ, {**without, **_ENVIRON}, clear=True))
        stack.enter_context(stamina.set_testing(True, attempts=1))
        place = stack.enter_context(loopback(_busy, now=datetime.now(NOW.tzinfo)))
        yield stack.enter_context(internet(NAMES)), place


def show(size: int) -> Shown:
    """So many addresses by every way out, straight and by a proxy, and the redirects: no connection leads inwards."""
    with _around() as (net, place):
        seen = Tried(net, place)
        straight(seen, size)
        proxied(seen, size)
        led_on(seen, size)
        shut = unable(seen)
    said = f"{len(seen.wrong)} connections inwards in {seen.times:,} tries by {len(WAYS)} ways out and a webhook"
    said += f"; with allow_private {len(WAYS) - len(shut)} of {len(WAYS)} get through"
    return Shown(not seen.wrong and not shut and seen.times > size * len(WAYS), "; ".join([said, *seen.wrong[:3]]))


@contextmanager
def unlooked() -> Iterator[None]:
    """The fault: what a connection leads to is not looked at."""
    with (
        patch.object(addresses, "_looked_up", lambda host, port: []),
        patch.object(addresses, "checked_peer", lambda sock: sock),
    ):
        yield


PROOF = Proof(
    "S5",
    "no request reaches this machine or its network: addresses, names, rebinding, redirects, proxies",
    show,
    45,
    len(hosts()),
    "addresses",
    "what a connection leads to is not looked at",
    unlooked,
    4,
)

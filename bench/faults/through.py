"""R3 from end to end: bad payloads over HTTP, through the real source, the counting and the store."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from email.utils import format_datetime
from itertools import chain, repeat

import stamina

from monitor import sources
from monitor.counting import Options
from monitor.rounds import Following, Rounds
from monitor.store import Store
from tests import fake_mastodon as fake
from tests import hostile
from tests.test_mastodon import SAMPLES

from .figure import Figure
from .loopback import Reply, serving
from .postgresql import databases

_STEP = timedelta(minutes=15)


def crowds() -> Iterator[bytes]:
    """A dozen people who all use the same bad tag, address and language, so that it is worth a name of its own."""
    for place, bad in enumerate(one for one in hostile.VALUES if isinstance(one, str) and not one.startswith("@@")):
        yield json.dumps([_said(place * 100 + n, bad) for n in range(12)]).encode()


def _said(number: int, bad: str) -> object:
    card = {"url": f"https://{bad}.example/{bad}"}
    content = f'<p>{bad} <a href="{bad}">x</a> <a href="https://{bad}.example">y</a></p>'
    more = {"content": content, "card": card, "language": bad, "spoiler_text": bad}
    return fake.status(number, fake.NOW - timedelta(minutes=number % 50), "LumenLanterns", bad, **more)


def rounds(url: str, count: int) -> tuple[int, list[str]]:
    """Rounds until so many bad payloads were served; how many posts were counted, and the bugs that were told."""
    now, told, served = [fake.NOW], list[str](), [0]
    bodies = chain(crowds(), hostile.generated(SAMPLES, count, seed=11), repeat(b"[]"))

    def answer(path: str) -> Reply:
        date = {"Date": format_datetime(now[0], usegmt=True)}
        if "/timelines/" not in path and "/tags/" not in path:
            return Reply(b"{}", headers=date)
        served[0] += 1
        return Reply(next(bodies), headers=date)

    with serving(answer) as address, stamina.set_testing(True, attempts=1):
        settings = sources.settings()["mastodon"](instances=(address,), allow_private=True, probe=None)
        built = sources.build({"mastodon": settings}, (fake.LANTERNS,))
        store = Store.open(url)
        following = Following((fake.LANTERNS,), built, Options(language=True, tone=True))
        made = Rounds(store, following, lambda: now[0], told.append)
        counted = 0
        while served[0] < count:
            done = made.ask(built[0])
            counted += done.counted if done else 0
            now[0] += _STEP
        made.judge()
        store.close()
    return counted, sorted({line for line in told if "bug" in line})


def run(*, count: int = 1000) -> list[Figure]:
    """The figure on each engine that is installed."""
    with tempfile.TemporaryDirectory() as folder:
        found = [_figure("SQLite", count, *rounds(f"sqlite:///{folder}/monitor.db", count))]
    with databases() as new:
        if new is not None:
            found.append(_figure("PostgreSQL", count, *rounds(new("through"), count)))
    return found


def _figure(engine: str, count: int, counted: int, bugs: list[str]) -> Figure:
    said = f"{count:,} payloads over HTTP into the store, {counted:,} posts counted, {len(bugs)} bugs"
    promise = f"R3 from the network to the store (mastodon, {engine})"
    return Figure(promise, not bugs and counted > 0, "; ".join([said, *bugs[:5]]))

"""How fast Bluesky's posts are read on one core, from the socket to the store: lines and megabytes a second.

usage: python -m bench.bench_jetstream [LINES]

A server in its own process replays invented lines of the length real ones have (826 bytes); one in a thousand
matches a topic. They are read, matched and stored by the parts a round really uses, looking up who opted out.
"""

from __future__ import annotations

import json
import os
import random
import resource
import sys
import tempfile
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from multiprocessing.connection import Connection

from monitor.collect import collect
from monitor.counting import Options
from monitor.model import Term, TermKind, Topic
from monitor.record import Counter
from monitor.sources.bluesky import Settings, build
from monitor.store import Store

from .generate import _ENGLISH, _RUSSIAN

TERMS = (
    Term(TermKind.TAG, "#LumenLanterns"),
    Term(TermKind.TAG, "#Фонари"),
    Term(TermKind.MENTION, "@lumen.bsky.social"),
    Term(TermKind.PHRASE, "the lanterns of Lumen"),
    Term(TermKind.LINK, "lumen.example.org"),
)
MATCHING_EVERY = 1000


def line(number: int, at: datetime, chance: random.Random) -> str:
    """A frame of version 2, of invented words."""
    written = at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    words = " ".join(chance.choices(_ENGLISH if number % 2 else _RUSSIAN, k=chance.randint(4, 20)))
    text = f"{words} #LumenLanterns" if number % MATCHING_EVERY == 0 else words
    subject = {"cid": "bafyrei" + "a" * 52, "uri": f"at://did:plc:{'b' * 24}/app.bsky.feed.post/3mmojbrjwbs26"}
    record: dict[str, object] = {"$type": "app.bsky.feed.post", "createdAt": written, "langs": ["en"], "text": text}
    if number % 2:
        record["reply"] = {"parent": subject, "root": subject}
    commit = {"rev": "3mmoojpaqkn2z", "operation": "create", "collection": "app.bsky.feed.post"}
    own = {"rkey": f"post-{number}", "record": record, "cid": "bafyrei" + "c" * 52}
    kind = "network.bsky.jetstream.subscribeEvents#commit"
    event = {"$type": kind, "seq": number + 1, "did": f"did:plc:{number % 50_000:024}", "time": written}
    return json.dumps(
        {"$type": "message", "payload": {**event, "witnessedAt": written, **commit, **own}}, ensure_ascii=False
    )


def serve(count: int, now: datetime, told: Connection) -> None:
    """Replay the lines to whoever comes, and know every profile."""
    from urllib.parse import parse_qsl, urlsplit  # noqa: PLC0415 - in the process of its own

    from websockets.datastructures import Headers  # noqa: PLC0415
    from websockets.exceptions import ConnectionClosed  # noqa: PLC0415
    from websockets.http11 import Request, Response  # noqa: PLC0415
    from websockets.sync.server import ServerConnection  # noqa: PLC0415
    from websockets.sync.server import serve as listen  # noqa: PLC0415

    chance = random.Random(1)
    step = timedelta(hours=3) / count
    lines = [line(number, now - (count - number) * step, chance) for number in range(count)]

    def look_up(_: ServerConnection, request: Request) -> Response | None:
        parts = urlsplit(request.path)
        if not parts.path.endswith("getProfiles"):
            return None
        body = json.dumps({"profiles": [{"did": did} for _, did in parse_qsl(parts.query)]}).encode()
        return Response(200, "OK", Headers({"Content-Length": str(len(body)), "Connection": "close"}), body)

    def replay(ws: ServerConnection) -> None:
        with suppress(ConnectionClosed):
            for one in lines:
                ws.send(one)
            ws.recv()

    with listen(replay, "127.0.0.1", 0, process_request=look_up, compression=None) as server:
        server.socket.listen(8)
        told.send((server.socket.getsockname()[1], sum(len(one.encode()) for one in lines)))
        server.serve_forever()


def main() -> None:
    """Print lines and megabytes a second, and the memory at its height."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    now = datetime.now(UTC)
    cores = sorted(os.sched_getaffinity(0))
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    server = context.Process(target=serve, args=(count, now, theirs), daemon=True)
    server.start()
    port, size = ours.recv()
    os.sched_setaffinity(server.pid or 0, {cores[-1]})
    os.sched_setaffinity(0, {cores[0]})
    topics = (Topic("lanterns", "Blue", TERMS),)
    settings = Settings(jetstream=f"ws://127.0.0.1:{port}", profiles=f"http://127.0.0.1:{port}", allow_private=True)
    with tempfile.TemporaryDirectory() as place:
        store = Store.open(f"sqlite:///{place}/monitor.db")
        began, busy = time.perf_counter(), time.process_time()
        counter = Counter.of(topics, Options(language=False, tone=False))
        counted = collect(store, build(settings, topics)[0], counter=counter, now=now)
        seconds, busy = time.perf_counter() - began, time.process_time() - busy
        store.close()
    server.terminate()
    idle = "the five seconds at the end, in which it is seen that nothing more comes, included"
    print(
        f"{counted.read:,} lines of {size / count:.0f} bytes, {counted.counted} counted, in {seconds:.1f} s ({idle}): "
        f"{counted.read / busy:,.0f} lines a second of one core's time, {size / busy / 1e6:.0f} MB/s, "
        f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB of memory at most"
    )


if __name__ == "__main__":
    main()

"""Bluesky against a real personal data server: its posts, as its firehose gives them, are what is counted.

Runs only where MONITOR_PDS names a running server, such as the one of the npm package @atproto/dev-env.
"""

import os
import time
from datetime import UTC, datetime
from threading import Thread
from typing import Any

import pytest
import requests

from monitor.counting import Matcher
from tests.bluesky_lines import POSTS, Event, facet, micros
from tests.fake_jetstream import FakeJetstream
from tests.test_bluesky import TOPICS, source

PDS = os.environ.get("MONITOR_PDS", "")
pytestmark = pytest.mark.skipif(not PDS, reason="MONITOR_PDS does not name a running personal data server")


def bridge() -> list[Event]:
    """All that the server's firehose tells of posts, in Jetstream's form."""
    from atproto import CAR, FirehoseSubscribeReposClient, models, parse_subscribe_repos_message  # type: ignore[import-untyped] # noqa: PLC0415

    events: list[Event] = []
    client = FirehoseSubscribeReposClient({"cursor": 0}, base_uri=PDS.replace("http", "ws", 1) + "/xrpc")

    def take(message: Any) -> None:
        commit = parse_subscribe_repos_message(message)
        if not isinstance(commit, models.ComAtprotoSyncSubscribeRepos.Commit):
            return
        blocks: Any = CAR.from_bytes(commit.blocks).blocks if isinstance(commit.blocks, bytes) else {}
        for op in commit.ops:
            collection, _, key = op.path.partition("/")
            at_us = micros(datetime.fromisoformat(commit.time)) + len(events)
            record = blocks.get(op.cid) if op.cid else None
            events.append(Event(len(events) + 1, at_us, commit.repo, op.action, collection, key, record))

    thread = Thread(target=client.start, args=(take,), daemon=True)
    thread.start()
    time.sleep(3)
    client.stop()
    return events


def call(method: str, body: dict[str, Any], token: str = "") -> dict[str, Any]:
    """Have the server do something."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    answer = requests.post(f"{PDS}/xrpc/com.atproto.{method}", json=body, headers=headers, timeout=10)
    answer.raise_for_status()
    found: dict[str, Any] = answer.json() if answer.content else {}
    return found


def test_posts_of_a_real_server_are_read_and_matched():
    """A tag, a mention by handle, and a deletion: only what is new counts, and each is found by its terms."""
    name = f"lumen{int(time.time())}"
    account = {"handle": f"{name}.test", "email": f"{name}@example.org", "password": "invented"}
    session = call("server.createAccount", account)
    did, token = session["did"], session["accessJwt"]

    def write(text: str, **more: Any) -> str:
        record = {"$type": POSTS, "text": text, "createdAt": datetime.now(UTC).isoformat(), **more}
        made = call("repo.createRecord", {"repo": did, "collection": POSTS, "record": record}, token)
        return str(made["uri"]).rpartition("/")[2]

    write("light #Lumen", facets=[facet("tag", tag="Lumen")])
    write("see @lumen.bsky.social, friends")
    write("nothing here")
    call("repo.deleteRecord", {"repo": did, "collection": POSTS, "rkey": write("gone #lumen")}, token)
    now = datetime.now(UTC)
    with FakeJetstream(bridge(), now).running() as fake:
        pages = list(source(fake).pages(cursor=None, now=now))
    mine = [post for page in pages for post in page.posts if post.author == did]
    matcher = Matcher(TOPICS)
    assert sorted((post.text, post.tags, matcher.topics(post)) for post in mine) == [
        ("gone #lumen", None, ("lanterns",)),
        ("light #Lumen", ("Lumen",), ("lanterns",)),
        ("nothing here", None, ()),
        ("see @lumen.bsky.social, friends", None, ("lanterns",)),
    ]
